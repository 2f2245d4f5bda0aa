"""How sure a motivator is: guessed, said, confirmed, with its days; and since when until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.domain.attention import AttentionReason
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.motivators import day_of
from careerdesk.domain.records import Drive, Motivator, MotivatorStanding
from careerdesk.services import discovery, motivators, plans, today, trash
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.stores import BESIDE, dump

GUESSED, SAID, CONFIRMED = MotivatorStanding
MAY, TOMORROW = date(2026, 5, 1), TODAY + timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def now(store: Store, motivator: Motivator) -> Motivator:
    return motivators.get(store, motivator.id)


def test_what_the_manager_adds_is_a_guess_of_every_drive(ana: PersonBuilder) -> None:
    for drive in Drive:
        (one,) = discovery.add_motivators(ana.store, ana.id, [drive.value], drive)
        assert (one.standing, day_of(one)) == (GUESSED, None)


def test_it_keeps_the_day_it_was_said_when_it_is_confirmed(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.driven_by("Craft").motivators[0]
    motivators.stand(store, [one.id], SAID, MAY, TODAY)
    motivators.stand(store, [one.id], CONFIRMED, TODAY, TODAY)
    known = now(store, one)
    assert (known.said_on, known.confirmed_on, day_of(known)) == (MAY, TODAY, TODAY)
    motivators.stand(store, [one.id], GUESSED, TODAY, TODAY)
    assert (now(store, one).said_on, now(store, one).confirmed_on) == (None, None)


def test_what_was_confirmed_at_once_was_said_that_day(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.driven_by("Craft").motivators[0]
    motivators.stand(store, [one.id], CONFIRMED, MAY, TODAY)
    assert now(store, one).said_on == MAY


@pytest.mark.parametrize("standing", [SAID, CONFIRMED])
def test_nothing_was_said_on_a_day_to_come(ana: PersonBuilder, standing: MotivatorStanding) -> None:
    one = ana.driven_by("Craft").motivators[0]
    with pytest.raises(InvalidInput, match="in the future"):
        motivators.stand(ana.store, [one.id], standing, TOMORROW, TODAY)
    assert now(ana.store, one).standing is GUESSED


def test_no_longer_keeps_it_apart_with_its_goals(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.driven_by("Craft", "Calm").with_goals("One").motivators[0]
    plans.set_item_motivators(store, ana.goals[0].id, [one.id])
    motivators.end(store, [one.id], MAY, TODAY)
    assert [view.motivator.name for view in discovery.motivators(store, ana.id)] == ["Calm"]
    (ended,) = motivators.earlier(store, ana.id)
    assert (ended.motivator.name, ended.motivator.until, ended.item_count) == ("Craft", MAY, 1)
    assert plans.get(store, ana.plan.id).items[0].motivators[0].name == "Craft"
    motivators.end(store, [one.id], None, TODAY)
    assert motivators.earlier(store, ana.id) == []
    assert discovery.motivators(store, ana.id)[0].id == one.id


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [(MAY, date(2026, 4, 30), "before the start"), (None, TOMORROW, "in the future")],
)
def test_days_that_cannot_be_are_refused(
    ana: PersonBuilder, since: date | None, until: date, why: str
) -> None:
    one = ana.driven_by("Craft").motivators[0]
    describe(ana.store, one, since=since)
    with pytest.raises(InvalidInput, match=why):
        motivators.end(ana.store, [one.id], until, TODAY)
    assert now(ana.store, one).until is None
    with pytest.raises(InvalidInput, match="in the future"):
        describe(ana.store, one, since=TOMORROW)


def describe(store: Store, one: Motivator, **fields: object) -> None:
    known = now(store, one)
    said = {"name": known.name, "quote": known.quote, "standing": known.standing,
            "on": day_of(known), "since": known.since}  # fmt: skip
    motivators.describe(store, one.id, TODAY, **{**said, **fields})  # type: ignore[arg-type]


def test_all_that_is_said_of_it_is_one_step(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.driven_by("Craft").motivators[0]
    describe(store, one, name="Mastery", quote="  To the end.\n", standing=SAID, on=MAY, since=MAY)
    known = now(store, one)
    assert (known.name, known.quote, known.said_on, known.since) == (
        "Mastery", "To the end.", MAY, MAY,
    )  # fmt: skip
    store.undo()
    assert now(store, one) == one
    steps = store.undo_name
    describe(store, one)
    assert store.undo_name == steps  # nothing was changed, so there is no step


def test_a_quote_has_an_end(ana: PersonBuilder) -> None:
    one = ana.driven_by("Craft").motivators[0]
    with pytest.raises(InvalidInput, match="Shorten it"):
        describe(ana.store, one, quote="x" * 1_001)
    with pytest.raises(InvalidInput, match="The motivator can't be blank"):
        describe(ana.store, one, name=" ")


def test_a_note_with_their_words_says_when_it_was_heard(ana: PersonBuilder) -> None:
    store = ana.store
    ana.driven_by("Craft").with_note("", "mine", days_ago=1).with_note("hers", days_ago=30)
    one = ana.motivators[0].id
    for note in ana.notes:
        discovery.set_note_motivators(store, note.id, [one])
    assert discovery.motivators(store, ana.id)[0].heard_on == TODAY - timedelta(days=30)


def test_it_goes_to_another_list_and_to_its_place_there(ana: PersonBuilder) -> None:
    store = ana.store
    ana.driven_by("A", "B").driven_by("X", "Y", drive=Drive.VALUE)
    first, _, x, y = (one.id for one in ana.motivators)
    discovery.move_motivators(store, [first], y, Drive.VALUE)
    values = [view for view in discovery.motivators(store, ana.id)
              if view.motivator.drive is Drive.VALUE]  # fmt: skip
    assert [view.id for view in values] == [x, first, y]
    store.undo()
    assert now(store, ana.motivators[0]).drive is Drive.DRIVES


def test_anyone_who_has_only_what_ended_is_named_as_one_without_motivators(
    ana: PersonBuilder,
) -> None:
    store, one = ana.store, ana.driven_by("Craft").with_checkin(20).motivators[0]

    def named() -> bool:
        found = today.today(store, TODAY).attention
        return any(reason.reason is AttentionReason.NO_MOTIVATORS
                   for item in found for reason in item.reasons)  # fmt: skip

    assert not named()
    motivators.end(store, [one.id], TODAY, TODAY)
    assert named()


def test_one_that_ended_comes_back_from_the_trash_as_it_was(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.driven_by("Craft").said().motivators[0]
    motivators.end(store, [one.id], TODAY, TODAY)
    before = now(store, one)
    discovery.remove_motivators(store, [one.id])
    trash.bring_back(store, [trash.things(store)[0].id])
    assert now(store, one) == before


def test_every_edit_of_it_is_undone_to_the_letter(ana: PersonBuilder) -> None:
    store = ana.store
    ids = [one.id for one in ana.driven_by("A", "B", "C").motivators]
    some = st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True)
    days = st.sampled_from([MAY, TODAY])

    @settings(max_examples=10, deadline=None)
    @given(st.data())
    def undone(data: st.DataObject) -> None:
        before = dump(store.path, without=BESIDE)
        for _ in range(3):
            chosen, day = data.draw(some), data.draw(days)
            edit = data.draw(st.sampled_from(["stand", "end", "again", "move", "describe"]))
            if edit == "stand":
                standing = data.draw(st.sampled_from(MotivatorStanding))
                motivators.stand(store, chosen, standing, day, TODAY)
            elif edit in ("end", "again"):
                motivators.end(store, chosen, day if edit == "end" else None, TODAY)
            elif edit == "move":
                discovery.move_motivators(store, chosen, None, data.draw(st.sampled_from(Drive)))
            else:
                one = motivators.get(store, chosen[0])
                describe(store, one, quote=data.draw(st.sampled_from(["", "q", "other"])))
        while store.undo_name not in (None, "Add motivator"):
            store.undo()
        assert dump(store.path, without=BESIDE) == before

    undone()
