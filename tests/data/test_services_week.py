"""Closing the week: what is known of everyone, and what becomes of what was noticed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.feedback import FeedbackWay, Tone
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInState,
    DiscoveryNote,
    Owner,
    PersonStatus,
)
from careerdesk.domain.reviews.records import Way
from careerdesk.domain.week import Notice, WeekRow
from careerdesk.services import checkins, discovery, feedback, people, striking, week
from careerdesk.services.reviews import accomplishments, bridges
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.review_builders import ReviewBuilder, a_cycle
from tests.stores import dump

MONDAY = date(2026, 11, 23)  # of the week after that of TODAY


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def row(ana: PersonBuilder, today: date = TODAY) -> WeekRow:
    return next(one for one in week.week(ana.store, today).rows if one.id == ana.id)


def hold(ana: PersonBuilder, at: datetime, **fields: object) -> None:
    with ana.store.edit("Add") as tx:
        tx.add(CheckIn(person_id=ana.id, state=CheckInState.HELD, starts_at=at, **fields))  # type: ignore[arg-type]


def plan(ana: PersonBuilder, at: datetime) -> None:
    with ana.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ana.id, starts_at=at))


def test_everyone_who_is_at_work_has_a_row_in_the_order_of_the_rail(ana: PersonBuilder) -> None:
    store = ana.store
    a_person(store, "Ben Okri").like(status=PersonStatus.ON_LEAVE)
    a_person(store, "Chi Tran").like(status=PersonStatus.LEFT)
    gone = a_person(store, "Dan Lee")
    people.archive(store, gone.id, TODAY)
    eve = a_person(store, "Eve Park")
    people.move(store, [eve.id], ana.id)
    assert [one.person.name for one in week.week(store, TODAY).rows] == ["Eve Park", "Ana Ruiz"]


def test_a_row_has_my_open_promises_the_next_due_first(ana: PersonBuilder) -> None:
    ana.with_promise("Later", due_in=9).with_promise("Some day").with_promise("Soon", due_in=2)
    ana.with_promise("Theirs", due_in=1, owner=Owner.THEM).with_promise("Kept", due_in=1)
    checkins.tick_promise(ana.store, ana.promises[-1].id, TODAY)
    assert [one.text for one in row(ana).promises] == ["Soon", "Later", "Some day"]


def test_a_row_has_the_check_ins_of_next_week_alone(ana: PersonBuilder) -> None:
    inside = [
        datetime.combine(MONDAY, datetime.min.time()).astimezone(),
        datetime(2026, 11, 29, 21, 59, tzinfo=UTC),  # a minute before midnight in Berlin
    ]
    for at in (inside[1], inside[0], inside[0] - timedelta(minutes=1),
               inside[1] + timedelta(minutes=61)):  # fmt: skip
        plan(ana, at)
    assert [one.starts_at for one in row(ana).check_ins] == inside


def test_a_row_has_praise_that_waits_to_be_told(ana: PersonBuilder) -> None:
    waits = FeedbackWay.TO_DELIVER
    for words, way, tone in (
        ("First", waits, Tone.PRAISE), ("Passed on", FeedbackWay.GIVEN, Tone.PRAISE),
        ("Harder", waits, Tone.CONSTRUCTIVE), ("Second", waits, Tone.PRAISE),
        ("Heard", FeedbackWay.RECEIVED, Tone.PRAISE),
    ):  # fmt: skip
        feedback.add(ana.store, ana.id, TODAY, behaviour=words, way=way, tone=tone)
    assert [one.behaviour for one in row(ana).untold] == ["First", "Second"]


def test_the_last_day_of_a_note_is_that_of_any_kind(ana: PersonBuilder) -> None:
    store, days = ana.store, [TODAY - timedelta(n) for n in (60, 50, 40, 30, 20)]
    assert row(ana).noted_on is None
    hold(ana, datetime.combine(days[0], NOW.time(), UTC))  # without a word
    assert row(ana).noted_on is None
    hold(ana, datetime.combine(days[0], NOW.time(), UTC), private_notes="Calm")
    assert row(ana).noted_on == days[0]
    with store.edit("Note") as tx:
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=days[1], their_words="Nights"))
    assert row(ana).noted_on == days[1]
    feedback.add(store, ana.id, days[2], behaviour="Helped")
    assert row(ana).noted_on == days[2]
    with store.edit("Note") as tx:
        tx.add(AgendaItem(person_id=ana.id, text="The rota", noted_on=days[3]))
    assert row(ana).noted_on == days[3]
    accomplishments.add(store, ana.id, ["Release alone"], days[4])
    assert row(ana).noted_on == days[4]


def test_a_note_counts_on_the_day_of_the_place_where_the_check_in_was(ana: PersonBuilder) -> None:
    at = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    hold(ana, at, utc_offset=-300, shared_notes="Calm")
    assert row(ana).noted_on == date(2026, 11, 2)


def test_a_note_that_was_written_down_later_counts_from_then(ana: PersonBuilder) -> None:
    noted = TODAY - timedelta(3)
    with ana.store.edit("Note") as tx:
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=noted - timedelta(30), noted_on=noted,
                             my_reading="Tired"))  # fmt: skip
    assert row(ana).noted_on == noted


@pytest.mark.parametrize("what", Notice)
def test_whatever_was_noticed_is_not_said_to_be_missing(ana: PersonBuilder, what: Notice) -> None:
    week.note(ana.store, ana.id, what, "Found the double billing", NOW)
    assert row(ana).noted_on == TODAY


def test_praise_becomes_feedback_that_waits_to_be_told(ana: PersonBuilder) -> None:
    week.note(ana.store, ana.id, Notice.PRAISE, " Found the double\nbilling ", NOW)
    (found,) = feedback.to_deliver(ana.store, ana.id)
    assert (found.behaviour, found.tone, found.given_on) == (
        "Found the double billing", Tone.PRAISE, None,
    )  # fmt: skip
    feedback.deliver(ana.store, found.id, TODAY + timedelta(5))
    assert row(ana).noted_on == TODAY + timedelta(5)


def test_what_is_to_raise_is_a_private_point_at_the_end_of_the_agenda(ana: PersonBuilder) -> None:
    ana.with_points("The rota")
    week.note(ana.store, ana.id, Notice.RAISE, "Came late twice", NOW)
    found = checkins.agenda(ana.store, ana.id)
    assert [(one.text, one.private, one.owner) for one in found] == [
        ("The rota", False, Owner.ME), ("Came late twice", True, Owner.ME),
    ]  # fmt: skip


def test_a_result_is_an_accomplishment_whose_crossing_is_logged(ana: PersonBuilder) -> None:
    store = ana.store
    review = ReviewBuilder(store, a_cycle(store), ana.id)
    week.note(store, ana.id, Notice.RESULT, "Release alone", NOW)
    assert [one.what for one, _ in accomplishments.of_review(store, review.id)] == ["Release alone"]
    (line,) = bridges.crossing_lines(store, ana.id)
    assert (line.title, line.there, line.crossing.way) == ("Release alone", True, Way.TO_REVIEW)
    added = accomplishments.of_review(store, review.id)[0][0]
    accomplishments.remove(store, [added.id])
    (line,) = bridges.crossing_lines(store, ana.id)
    assert (line.title, line.there) == ("", False)


@pytest.mark.parametrize("what", Notice)
def test_one_undo_takes_all_of_it_back(ana: PersonBuilder, what: Notice) -> None:
    before = dump(ana.store.path)
    week.note(ana.store, ana.id, what, "Found it", NOW)
    after = dump(ana.store.path)
    assert after != before
    ana.store.undo()
    assert dump(ana.store.path) == before
    ana.store.redo()
    assert dump(ana.store.path) == after


@pytest.mark.parametrize("what", Notice)
def test_empty_or_endless_words_are_refused_and_nothing_is_stored(
    ana: PersonBuilder, what: Notice
) -> None:
    before = dump(ana.store.path)
    for words in ("", " \n", "x" * 2_001):
        with pytest.raises(InvalidInput):
            week.note(ana.store, ana.id, what, words, NOW)
    with pytest.raises(NotFound):
        week.note(ana.store, 999, what, "Found it", NOW)
    assert dump(ana.store.path) == before


def ask(ana: PersonBuilder, on: date, words: str, *, private: bool = False) -> None:
    note = DiscoveryNote(
        person_id=ana.id, asked_on=on, their_words=words, my_reading="Hm", private=private
    )
    with ana.store.edit("Note") as tx:
        tx.add(note)


def test_in_the_first_week_of_a_month_somebody_is_quoted_from_a_year_ago(
    ana: PersonBuilder,
) -> None:
    ask(ana, date(2025, 11, 30), "")
    ask(ana, date(2025, 12, 6), "I want to lead")
    ask(ana, date(2025, 9, 1), "Too long ago")
    ask(ana, date(2025, 12, 8), "I may leave", private=True)
    left = a_person(ana.store, "Ben Okri").like(status=PersonStatus.LEFT)
    ask(left, date(2025, 12, 1), "I am off")
    found = week.week(ana.store, date(2026, 12, 3)).year_ago
    assert found is not None
    assert (found.person.id, found.note.their_words) == (ana.id, "I want to lead")
    assert week.week(ana.store, date(2026, 12, 8)).year_ago is None


def test_what_was_struck_since_is_not_recalled(ana: PersonBuilder) -> None:
    ask(ana, date(2025, 12, 4), "My nights are not my own")
    struck = discovery.add_motivator(ana.store, ana.id, "My nights are not my own").id
    assert week.week(ana.store, date(2026, 12, 3)).year_ago is not None
    striking.strike_motivator(ana.store, struck, TODAY)
    assert week.week(ana.store, date(2026, 12, 3)).year_ago is None


def test_the_page_asks_as_much_for_forty_people_as_for_one(ana: PersonBuilder) -> None:
    one = statements(ana.store)
    for name in people.add_many(ana.store, [f"Person {n}" for n in range(39)]):
        checkins.add_promise(ana.store, name.id, "Ask")
    assert statements(ana.store) == one <= 12


def statements(store: Store) -> int:
    """How often the file is asked for the page."""
    said: list[str] = []
    store._reader.set_trace_callback(said.append)
    week.week(store, date(2026, 12, 3))
    store._reader.set_trace_callback(None)
    return len(said)
