"""Odd things done in the middle of work end gently, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckInState
from careerdesk.services import checkins, discovery, people
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person


@pytest.mark.parametrize("days", [0, -7, 366])
def test_a_cadence_of_no_days_is_refused_in_a_sentence(store: Store, days: int) -> None:
    ana = a_person(store)
    with pytest.raises(InvalidInput, match="between 1 and 365"):
        people.change(store, ana.id, cadence_days=days)
    assert ana.person.cadence_days > 0


def test_a_person_archived_during_a_check_in_keeps_it(store: Store) -> None:
    ana = a_person(store)
    talk = checkins.start(store, ana.id, NOW)
    checkins.write(store, talk.id, shared_notes="So far")
    people.archive(store, ana.id, TODAY)
    checkins.finish(store, talk.id, NOW + timedelta(minutes=20))
    people.restore(store, ana.id)
    kept = checkins.get(store, talk.id)
    assert (kept.state, kept.shared_notes) == (CheckInState.HELD, "So far")


def test_a_second_check_in_is_the_one_that_runs(store: Store) -> None:
    ana = a_person(store)
    first = checkins.start(store, ana.id, NOW)
    assert checkins.start(store, ana.id, NOW + timedelta(hours=1)).id == first.id


def test_a_clock_set_back_during_a_check_in_counts_no_minute(store: Store) -> None:
    ana = a_person(store)
    talk = checkins.start(store, ana.id, NOW)
    checkins.write(store, talk.id, forward_since=NOW)
    checkins.finish(store, talk.id, NOW - timedelta(days=365))
    kept = checkins.get(store, talk.id)
    assert (kept.minutes, kept.forward_minutes, kept.forward_since) == (0, 0, None)


def test_a_check_in_over_midnight_has_its_minutes(store: Store) -> None:
    ana = a_person(store)
    start = NOW.replace(hour=23, minute=50)
    talk = checkins.start(store, ana.id, start)
    checkins.finish(store, talk.id, start + timedelta(minutes=25))
    assert checkins.get(store, talk.id).minutes == 25


def test_a_question_retired_while_its_answer_is_written_keeps_the_answer(store: Store) -> None:
    ana = a_person(store)
    discovery.ensure_bank(store)
    question = discovery.questions(store, ana.id)[0].id
    note = discovery.ask(store, ana.id, question, TODAY)
    discovery.retire(store, question)
    discovery.write_note(store, note.id, their_words="Still here")
    assert discovery.answers(store, ana.id, question)[0].their_words == "Still here"
