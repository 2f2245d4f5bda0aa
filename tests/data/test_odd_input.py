"""Odd things done in the middle of work end gently, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckInState
from careerdesk.services import (
    aspirations,
    checkins,
    discovery,
    key_result_values,
    key_results,
    people,
    plans,
)
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_note, a_person, a_planned
from tests.stores import dump


@pytest.mark.parametrize("days", [0, -7, 366])
def test_a_cadence_of_no_days_is_refused_in_a_sentence(store: Store, days: int) -> None:
    ana = a_person(store)
    with pytest.raises(InvalidInput, match="between 1 and 365"):
        people.change(store, ana.id, cadence_days=days)
    assert ana.person.cadence_days > 0


def test_a_person_archived_during_a_check_in_keeps_it(store: Store) -> None:
    ana = a_person(store)
    check_in = checkins.start(store, ana.id, NOW)
    checkins.write(store, check_in.id, shared_notes="So far")
    people.archive(store, ana.id, TODAY)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=20))
    people.restore(store, ana.id)
    kept = checkins.get(store, check_in.id)
    assert (kept.state, kept.shared_notes) == (CheckInState.HELD, "So far")


def test_a_second_check_in_is_the_one_that_runs(store: Store) -> None:
    ana = a_person(store)
    first = checkins.start(store, ana.id, NOW)
    assert checkins.start(store, ana.id, NOW + timedelta(hours=1)).id == first.id


def test_a_clock_set_back_during_a_check_in_counts_no_minute(store: Store) -> None:
    ana = a_person(store)
    check_in = checkins.start(store, ana.id, NOW)
    checkins.write(store, check_in.id, forward_since=NOW)
    checkins.finish(store, check_in.id, NOW - timedelta(days=365))
    kept = checkins.get(store, check_in.id)
    assert (kept.minutes, kept.forward_minutes, kept.forward_since) == (0, 0, None)


def test_a_check_in_over_midnight_has_its_minutes(store: Store) -> None:
    ana = a_person(store)
    start = NOW.replace(hour=23, minute=50)
    check_in = checkins.start(store, ana.id, start)
    checkins.finish(store, check_in.id, start + timedelta(minutes=25))
    assert checkins.get(store, check_in.id).minutes == 25


def test_a_question_retired_while_its_answer_is_written_keeps_the_answer(store: Store) -> None:
    ana = a_person(store)
    discovery.ensure_bank(store)
    question = discovery.questions(store, ana.id)[0].id
    note = a_note(store, ana.id, question, TODAY)
    discovery.retire(store, question)
    discovery.write_note(store, note.id, their_words="Still here")
    assert discovery.answers(store, ana.id, question)[0].their_words == "Still here"


FAR, LONG_AGO = date(2202, 11, 17), date(1026, 11, 17)
SETTERS: dict[str, Callable[[PersonBuilder, date], object]] = {
    "due day of a goal": lambda ana, day: plans.change_item(
        ana.store, ana.goals[0].id, today=TODAY, due_on=day
    ),
    "end of a plan": lambda ana, day: plans.change(
        ana.store, ana.plan.id, starts_on=min(day, TODAY), ends_on=day
    ),
    "promise": lambda ana, day: checkins.add_promise(ana.store, ana.id, "x", due_on=day),
    "next talk": lambda ana, day: a_planned(
        ana.store, ana.id, datetime(day.year, 5, 1, 9, tzinfo=UTC)
    ),
    "start of a person": lambda ana, day: people.change(ana.store, ana.id, start_date=day),
    "aspiration": lambda ana, day: aspirations.add(ana.store, ana.id, ["x"], day),
    "note": lambda ana, day: a_note(ana.store, ana.id, None, day),
}


@pytest.mark.parametrize("day", [FAR, LONG_AGO])
@pytest.mark.parametrize("setter", SETTERS.values(), ids=SETTERS.keys())
def test_a_slip_in_the_year_is_told_and_changes_nothing(
    store: Store, setter: Callable[[PersonBuilder, date], object], day: date
) -> None:
    ana = a_person(store).with_goals("One")
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="Check the year"):
        setter(ana, day)
    assert dump(store.path) == before


def test_a_value_before_the_person_started_names_the_start(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").with_goals("One").like(start_date=date(2026, 3, 1))
    result = key_results.add(store, ana.goals[0].id, "Visits").id
    with pytest.raises(InvalidInput, match="Ana started on 2026-03-01"):
        key_result_values.add(store, result, date(2026, 2, 28), 1.0, today=TODAY)
    key_result_values.add(store, result, date(2026, 3, 1), 1.0, today=TODAY)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2026, 3, 29)])
def test_a_check_in_over_the_change_of_the_clocks_has_its_real_minutes(
    store: Store, day: date
) -> None:
    """02:30 comes twice in October and not at all in March."""
    begin = datetime.combine(day, time(1, 30), ZoneInfo("Europe/Berlin")).astimezone(UTC)
    check_in = checkins.start(store, a_person(store).id, begin)
    checkins.write(store, check_in.id, forward_since=begin)
    checkins.finish(store, check_in.id, begin + timedelta(hours=2))
    kept = checkins.get(store, check_in.id)
    assert (kept.minutes, kept.forward_minutes) == (120, 120)
