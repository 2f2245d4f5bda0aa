"""People: kept as they are typed, in the order one gives them, found by what one types."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import PersonStatus
from careerdesk.domain.views import Attention, PersonRow
from careerdesk.services import checkins, people
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person, a_planned
from tests.stores import dump


def in_rail(store: Store) -> list[str]:
    return [row.person.name for row in people.rail(store, TODAY)]


def row_of(store: Store, person_id: int) -> PersonRow:
    return next(row for row in people.rail(store, TODAY) if row.id == person_id)


def test_new_people_stand_at_the_end_in_one_step(store: Store) -> None:
    people.add(store, "Ana")
    people.add_many(store, ["Ben Okri", "Ana"])
    assert in_rail(store) == ["Ana", "Ben Okri", "Ana"]
    store.undo()
    assert in_rail(store) == ["Ana"]


def test_one_bad_name_among_many_adds_nobody(store: Store) -> None:
    with pytest.raises(InvalidInput):
        people.add_many(store, ["Ana", " ", "Ben"])
    assert in_rail(store) == []


def test_the_order_is_the_one_that_was_dragged(store: Store) -> None:
    ana, ben, chi, dee = (one.id for one in people.add_many(store, ["Ana", "Ben", "Chi", "Dee"]))
    people.move(store, [dee, chi], ana)
    assert in_rail(store) == ["Chi", "Dee", "Ana", "Ben"]
    people.move(store, [chi], None)
    assert in_rail(store) == ["Dee", "Ana", "Ben", "Chi"]
    people.archive(store, ana, TODAY)
    people.move(store, [ben], dee)
    people.restore(store, ana)
    assert in_rail(store) == ["Ben", "Dee", "Chi", "Ana"]


def test_archived_people_are_out_of_the_rail_and_lose_nothing(store: Store) -> None:
    ana = a_person(store, "Ana").with_goals("One")
    people.archive(store, ana.id, TODAY)
    assert in_rail(store) == []
    assert [one.name for one in people.archived(store)] == ["Ana"]
    assert people.get(store, ana.id).archived_on == TODAY
    assert ana.plan
    people.restore(store, ana.id)
    assert people.archived(store) == []


def test_deleting_takes_everything_and_undo_brings_it_back(store: Store) -> None:
    ana = a_person(store, "Ana").with_goals("One").with_checkin(3).with_note("x")
    ana.driven_by("Craft").with_promise("y").with_points("z")
    full = dump(store.path)
    people.remove(store, ana.id)
    rest = [row for row in dump(store.path) if not row.startswith(("trashed ", "text_version "))]
    assert rest == []
    store.undo()
    assert dump(store.path) == full


def test_all_fields_are_kept(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").like(
        preferred_name="Anita",
        pronouns="she/her",
        start_date=date(2019, 5, 1),
        leave_until=None,
        status=PersonStatus.ON_LEAVE,
        recognition="In writing,\nnever on stage.",
        time_zone="Europe/Madrid",
    )
    stored = ana.person
    assert (stored.name, stored.short_name, stored.full_name) == (
        "Anita Ruiz",
        "Anita",
        "Ana Ruiz",
    )
    assert (stored.start_date, stored.status) == (date(2019, 5, 1), PersonStatus.ON_LEAVE)
    assert stored.recognition == "In writing,\nnever on stage."


@pytest.mark.parametrize(
    "fields",
    [
        {"given_name": "", "family_name": ""},
        {"given_name": "x" * 201},
        {"title": "x" * 501},
        {"recognition": "x" * 10_001},
        {"cadence_days": 0},
        {"cadence_days": 366},
        {"longest_gap_days": -1},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    store: Store, fields: dict[str, object]
) -> None:
    ana = a_person(store, "Ana Ruiz")
    before = dump(store.path)
    with pytest.raises(InvalidInput):
        people.change(store, ana.id, **fields)
    assert dump(store.path) == before


def test_who_is_gone_is_said_to_be_gone(store: Store) -> None:
    for act in (
        lambda: people.get(store, 9),
        lambda: people.change(store, 9, title="x"),
        lambda: people.archive(store, 9, TODAY),
        lambda: people.remove(store, 9),
    ):
        with pytest.raises(NotFound, match="This person no longer exists"):
            act()


def test_the_rail_knows_the_next_check_in_and_what_is_late(store: Store) -> None:
    fresh = a_person(store, "Ana").with_checkin(3)
    late = a_person(store, "Ben").with_checkin(40).with_promise("Call", due_in=-1)
    waiting = a_person(store, "Chi").with_promise("Call", due_in=0)
    assert row_of(store, fresh.id).next_on == TODAY + timedelta(days=11)
    assert row_of(store, fresh.id).attention == ()
    assert row_of(store, late.id).attention == (Attention.PROMISE_LATE, Attention.CHECK_IN_LATE)
    assert row_of(store, waiting.id).attention == ()
    a_planned(store, late.id, NOW + timedelta(days=1))
    assert row_of(store, late.id).attention == (Attention.PROMISE_LATE,)
    assert row_of(store, late.id).next_at == NOW + timedelta(days=1)
    checkins.start(store, late.id, NOW)
    assert row_of(store, late.id).running


def test_nobody_on_leave_is_late(store: Store) -> None:
    away = a_person(store, "Ana").with_checkin(99).like(status=PersonStatus.ON_LEAVE)
    assert row_of(store, away.id).attention == ()
    assert row_of(store, away.id).next_on is None


@pytest.mark.parametrize(
    "words", ["E-17", "ana@example.org", "ANA RUIZ", "anita", "ana", "ruiz", "Rui", "Ánita Ruiz"]
)
def test_someone_is_found_by_any_of_their_names(store: Store, words: str) -> None:
    ana = a_person(store, "Ana Ruiz").like(
        preferred_name="Anita", external_id="E-17", email="Ana@Example.org"
    )
    a_person(store, "Ben Okri")
    assert people.find(store, words).id == ana.id


def test_a_whole_name_wins_over_a_part_and_an_id_over_a_name(store: Store) -> None:
    a_person(store, "Anabel Li")
    ana = a_person(store, "Ana Li")
    odd = a_person(store, "Chi").like(external_id="Ben")
    a_person(store, "Ben")
    assert people.find(store, "Ana Li").id == ana.id
    assert people.find(store, "ben").id == odd.id


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("anya", "Аня Ковальчук"),
        ("kovalchuk", "Аня Ковальчук"),
        ("papadopoulos", "Nikos Παπαδόπουλος"),
        ("Андрей", "Andrey Lund"),
    ],
)
def test_a_name_is_found_from_a_keyboard_of_another_script(
    store: Store, words: str, name: str
) -> None:
    for one in ("Аня Ковальчук", "Nikos Παπαδόπουλος", "Andrey Lund"):
        a_person(store, one)
    assert people.find(store, words).name == name


@pytest.mark.parametrize("words", ["", "  "])
def test_no_name_at_all_is_asked_for(store: Store, words: str) -> None:
    people.add(store, "Ana Ruiz")
    with pytest.raises(NotFound, match="No name was given"):
        people.find(store, words)


def test_names_that_fit_several_or_nobody_are_said(store: Store) -> None:
    with pytest.raises(
        NotFound, match="There is no one named x\\. No people have been added yet\\."
    ):
        people.find(store, "x")
    a_person(store, "Ana Li").like(external_id="1")
    a_person(store, "Ana Ruiz").like(email="a@b.c")
    a_person(store, "Ana Okri")
    several = r"matches several people: Ana Li \(1\), Ana Ruiz \(a@b.c\), Ana Okri \(no\. 3\)"
    with pytest.raises(NotFound, match=several):
        people.find(store, "ana")
    with pytest.raises(NotFound, match=r"Choose one of these people: Ana Li, Ana Ruiz, Ana Okri\."):
        people.find(store, "")
    with pytest.raises(NotFound, match=r"There is no one named \{0\} %s\."):
        people.find(store, "{0} %s")


def test_typing_into_one_field_is_one_step(store: Store) -> None:
    ana = a_person(store, "Ana")
    for text in ("E", "En", "Eng"):
        people.change(store, ana.id, title=text, merge="title")
    store.undo()
    assert ana.person.title == ""
