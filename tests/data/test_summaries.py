"""The summary of a check-in: what it says, what was sent of it, and what is different since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.data.queries import handing_over as handed
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.loop import HandedOver, HandedOverKind
from careerdesk.domain.records import CheckInKind, CheckInState, ItemState, Motivator, Owner
from careerdesk.services import (
    checkins,
    discovery,
    handing_over,
    key_result_values,
    key_results,
    people,
    plans,
    striking,
    summaries,
    trash,
)
from careerdesk.services.store import Store
from careerdesk.services.summaries import CheckInSummary, Sending
from tests.builders import NOW, TODAY, PersonBuilder, a_person, a_planned

QUOTE = "I want to build things that last"


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Ana, with whom a check-in was held today."""
    return a_person(store).with_checkin(0, shared_notes="The rota is calm.")


def check_in_of(ana: PersonBuilder) -> int:
    return ana.check_ins[-1].id


def copies(ana: PersonBuilder) -> list[HandedOver]:
    """What was sent of their last check-in, the last one first."""
    return ana.store.read(handed.of_checkin, HandedOverKind.SUMMARY, check_in_of(ana))


def sent(ana: PersonBuilder) -> None:
    """Copy the summary and mark it as sent."""
    found = summaries.of(ana.store, check_in_of(ana), NOW)
    summaries.mark_sent(ana.store, check_in_of(ana), found, NOW)


def state(ana: PersonBuilder) -> Sending:
    return summaries.sending(ana.store, check_in_of(ana))


def told(ana: PersonBuilder) -> list[tuple[str, str]]:
    """What is different since it was sent, as the words before and after."""
    return [
        (one.was.words if one.was else "", one.became.words if one.became else "")
        for one in state(ana).differences
    ]


def test_it_says_what_was_noted_promised_and_changed_and_when_the_next_one_is(
    store: Store,
) -> None:
    ana = a_person(store).with_goals("Loads by six")
    result = key_results.add(store, ana.goals[0].id, "Loads").id
    check_in = checkins.start(store, ana.id, NOW)
    checkins.write(store, check_in.id, shared_notes="The rota is calm.")
    checkins.add_promise(store, ana.id, "Ask finance", due_on=TODAY, made_in=check_in.id)
    checkins.add_promise(store, ana.id, "Teach", owner=Owner.THEM, made_in=check_in.id)
    checkins.add_promise(store, ana.id, "From elsewhere")
    plans.set_state(store, [ana.goals[0].id], ItemState.AT_RISK, TODAY)
    key_results.change(store, result, today=TODAY, current=85.0, made_in=check_in.id)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30), NOW + timedelta(days=14))
    found = summaries.of(store, check_in.id, NOW)
    assert (found.person_short_name, found.on, found.notes) == ("Ana", TODAY, "The rota is calm.")
    assert [(one.text, one.owner) for one in found.promises] == [
        ("Ask finance", Owner.ME), ("Teach", Owner.THEM),
    ]  # fmt: skip
    assert [(one.title, one.state) for one in found.changes] == [
        ("Loads by six", ItemState.AT_RISK)
    ]
    assert [(one.name, one.value) for one in found.readings] == [("Loads", 85.0)]
    assert found.next_at == NOW + timedelta(days=14)


def test_the_next_one_is_the_first_that_is_still_to_come(ana: PersonBuilder) -> None:
    assert summaries.of(ana.store, check_in_of(ana), NOW).next_at is None
    a_planned(ana.store, ana.id, NOW + timedelta(days=20))
    a_planned(ana.store, ana.id, NOW + timedelta(days=9))
    assert summaries.of(ana.store, check_in_of(ana), NOW).next_at == NOW + timedelta(days=9)
    later = NOW + timedelta(days=10)
    assert summaries.of(ana.store, check_in_of(ana), later).next_at == NOW + timedelta(days=20)
    assert summaries.of(ana.store, check_in_of(ana), NOW + timedelta(days=30)).next_at is None


@pytest.mark.parametrize("what", ["notes", "promise", "change", "reading"])
def test_each_of_these_alone_is_something_to_send(store: Store, what: str) -> None:
    ana = a_person(store).with_goals("Loads by six")
    result = key_results.add(store, ana.goals[0].id, "Loads").id
    check_in = checkins.start(store, ana.id, NOW)

    def measure() -> None:
        key_results.change(store, result, today=TODAY, current=85.0, made_in=check_in.id)

    do = {
        "notes": lambda: checkins.write(store, check_in.id, shared_notes="Calm"),
        "promise": lambda: checkins.add_promise(store, ana.id, "Ask", made_in=check_in.id),
        "change": lambda: plans.set_state(store, [ana.goals[0].id], ItemState.AT_RISK, TODAY),
        "reading": lambda: key_results.change(
            store, result, today=TODAY, current=85.0, made_in=check_in.id
        ),
    }[what]
    do()
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30))
    assert summaries.sending(store, check_in.id) == Sending(anything=True)
    assert not summaries.of(store, check_in.id, NOW).is_empty


@pytest.mark.parametrize("notes", ["", "  \n\t "])
def test_without_anything_there_is_nothing_to_send(store: Store, notes: str) -> None:
    ana = a_person(store).with_checkin(0, shared_notes=notes, private_notes="Mine", said=1)
    a_planned(store, ana.id, NOW + timedelta(days=9))
    assert state(ana) == Sending()
    found = summaries.of(store, check_in_of(ana), NOW)
    assert found.is_empty
    with pytest.raises(InvalidInput, match="nothing to send"):
        summaries.mark_sent(store, check_in_of(ana), found, NOW)
    assert copies(ana) == []


@pytest.mark.parametrize("became", [CheckInState.CANCELLED, CheckInState.SKIPPED, None])
def test_one_that_was_not_held_has_none(store: Store, became: CheckInState | None) -> None:
    ana = a_person(store)
    check_in = checkins.start(store, ana.id, NOW)
    checkins.write(store, check_in.id, shared_notes="Calm")
    if became is not None:
        checkins.cancel(store, check_in.id, became)
    assert summaries.sending(store, check_in.id) == Sending()
    with pytest.raises(NotFound, match=r"Only a finished check-in has a summary. Finish it first"):
        summaries.of(store, check_in.id, NOW)


def test_what_was_sent_is_kept_with_its_day_and_its_words(ana: PersonBuilder) -> None:
    assert state(ana) == Sending(anything=True)
    sent(ana)
    (kept,) = copies(ana)
    assert (kept.person_id, kept.handed_on) == (ana.id, TODAY)
    assert "The rota is calm." in kept.body and kept.digest == handing_over.digest_of(kept.body)
    assert state(ana) == Sending(anything=True, sent_on=TODAY)
    ana.store.undo()
    assert state(ana) == Sending(anything=True)


def test_only_what_was_copied_can_be_marked_as_sent(ana: PersonBuilder) -> None:
    copied = summaries.of(ana.store, check_in_of(ana), NOW)
    checkins.write(ana.store, check_in_of(ana), shared_notes="Something else.")
    with pytest.raises(InvalidInput, match="Copy it again"):
        summaries.mark_sent(ana.store, check_in_of(ana), copied, NOW)
    assert state(ana).sent_on is None


def test_the_last_time_it_was_sent_counts(ana: PersonBuilder) -> None:
    sent(ana)
    checkins.write(ana.store, check_in_of(ana), shared_notes="The rota is calm. So is she.")
    assert told(ana) == [("The rota is calm.", "The rota is calm. So is she.")]
    later = NOW + timedelta(days=2)
    again = summaries.of(ana.store, check_in_of(ana), later)
    summaries.mark_sent(ana.store, check_in_of(ana), again, later)
    assert state(ana) == Sending(anything=True, sent_on=TODAY + timedelta(days=2))
    kept = copies(ana)
    assert ["So is she" in one.body for one in kept] == [True, False]


def test_lines_and_promises_that_came_went_or_are_others_are_told(ana: PersonBuilder) -> None:
    store, check_in = ana.store, check_in_of(ana)
    kept = checkins.add_promise(store, ana.id, "Ask finance", made_in=check_in)
    gone = checkins.add_promise(store, ana.id, "Send notes", made_in=check_in)
    sent(ana)
    checkins.change_promise(store, kept.id, due_on=date(2026, 12, 1))
    checkins.remove_promises(store, [gone.id])
    checkins.write(store, check_in, shared_notes="The rota is calm.\nShe may teach.")
    assert told(ana) == [
        ("", "She may teach."), ("Ask finance", "Ask finance"), ("Send notes", ""),
    ]  # fmt: skip
    assert state(ana).differences[1].became.due_on == date(2026, 12, 1)  # type: ignore[union-attr]


def test_a_value_that_was_put_right_is_told(store: Store) -> None:
    ana = a_person(store).with_goals("Loads by six")
    result = key_results.add(store, ana.goals[0].id, "Loads").id
    check_in = checkins.start(store, ana.id, NOW)
    key_results.change(store, result, today=TODAY, current=85.0, made_in=check_in.id)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30))
    ana.check_ins.append(checkins.get(store, check_in.id))
    sent(ana)
    key_result_values.change(
        store, key_result_values.of(store, result)[0].id, today=TODAY, value=83.0
    )
    assert [(one.was.value, one.became.value) for one in state(ana).differences  # type: ignore[union-attr]
            ] == [(85.0, 83.0)]  # fmt: skip


def test_what_becomes_of_things_later_is_no_change(store: Store) -> None:
    ana = a_person(store).with_goals("Loads by six", "Another")
    check_in = checkins.start(store, ana.id, NOW)
    plans.set_state(store, [ana.goals[0].id], ItemState.AT_RISK, TODAY)
    promise = checkins.add_promise(store, ana.id, "Ask finance", made_in=check_in.id)
    checkins.write(store, check_in.id, shared_notes="Calm")
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30), NOW + timedelta(days=14))
    ana.check_ins.append(checkins.get(store, check_in.id))
    sent(ana)
    checkins.tick_promise(store, promise.id, TODAY)
    checkins.write(store, check_in.id, private_notes="Mine", said=1, minutes=12)
    checkins.write(store, check_in.id, shared_notes=" Calm  \n")
    plans.change_item(store, ana.goals[0].id, today=TODAY, title="Loads by seven")
    for planned in checkins.planned(store, ana.id):
        checkins.remove(store, [planned.id])
    people.change(store, ana.id, given_name="Anna")
    assert state(ana).differences == ()
    plans.remove_items(store, [ana.goals[0].id])
    assert state(ana).differences == ()


@pytest.mark.parametrize("notes", [QUOTE, f"She said: {QUOTE}. And more."])
def test_struck_words_go_from_what_was_sent_and_are_no_change(store: Store, notes: str) -> None:
    ana = a_person(store).driven_by("Craft").with_checkin(0, shared_notes=f"Calm.\n{notes}")
    with store.edit("Say") as tx:
        tx.change(Motivator, ana.motivators[0].id, quote=QUOTE)
    checkins.add_promise(store, ana.id, QUOTE, made_in=check_in_of(ana))
    sent(ana)
    striking.strike_quote(store, ana.motivators[0].id, TODAY)
    (kept,) = copies(ana)
    assert QUOTE not in kept.body and "Calm." in kept.body
    assert state(ana) == Sending(anything=True, sent_on=TODAY)
    assert QUOTE not in summaries.of(store, check_in_of(ana), NOW).notes


def test_a_deleted_check_in_takes_it_along_and_brings_it_back(ana: PersonBuilder) -> None:
    sent(ana)
    before = copies(ana)
    checkins.remove(ana.store, [check_in_of(ana)])
    assert copies(ana) == []
    trash.bring_back(ana.store, [trash.things(ana.store)[0].id])
    assert copies(ana) == before
    assert state(ana).sent_on == TODAY


def test_the_last_one_held_is_found_by_its_day(store: Store) -> None:
    ana = a_person(store).with_checkin(9, shared_notes="First").with_checkin(2)
    a_planned(store, ana.id, NOW + timedelta(days=3))
    first, second = (check_in.id for check_in in ana.check_ins)
    assert summaries.last_held(store, ana.id, "Ana") == second
    assert summaries.last_held(store, ana.id, "Ana", TODAY - timedelta(days=9)) == first
    with pytest.raises(NotFound, match="on 2026-11-24"):
        summaries.last_held(store, ana.id, "Ana", date(2026, 11, 24))
    with pytest.raises(NotFound, match="No check-ins with"):
        summaries.last_held(store, a_person(store, "Ben").id, "Ben")


def test_a_career_conversation_says_only_its_shared_notes(store: Store) -> None:
    discovery.ensure_bank(store)
    ana = a_person(store).with_checkin(0, kind=CheckInKind.CAREER, shared_notes="Teach more")
    found = summaries.of(store, check_in_of(ana), NOW)
    assert found == CheckInSummary("Ana Ruiz", "Ana", TODAY, CheckInKind.CAREER, notes="Teach more")
