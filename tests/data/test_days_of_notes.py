"""Notes and feedback have the day they are of, and keep the one on which they were written down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.services import checkins, discovery, feedback, planning
from careerdesk.services.reviews import evidence
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.review_builders import a_cycle, review_of

EARLIER = TODAY - timedelta(days=2)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store).with_note("Calm")


def days_of_note(ana: PersonBuilder) -> tuple[date, date | None]:
    note = discovery.note(ana.store, ana.notes[0].id)
    return note.asked_on, note.noted_on


def days_of(store: Store, found: Feedback) -> tuple[date | None, date | None]:
    kept = store.get(Feedback, found.id)
    return kept.given_on, kept.noted_on


def test_a_note_of_an_earlier_day_keeps_the_one_it_was_written_down(
    store: Store, ana: PersonBuilder
) -> None:
    note = ana.notes[0].id
    discovery.redate(store, note, EARLIER, TODAY)
    assert days_of_note(ana) == (EARLIER, TODAY)
    discovery.redate(store, note, EARLIER - timedelta(days=7), TOMORROW)
    assert days_of_note(ana) == (EARLIER - timedelta(days=7), TODAY)
    discovery.redate(store, note, TODAY, TOMORROW)
    assert days_of_note(ana) == (TODAY, None)
    store.undo()
    assert days_of_note(ana) == (EARLIER - timedelta(days=7), TODAY)


def test_no_note_and_no_feedback_is_of_a_day_to_come(store: Store, ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="in the future"):
        discovery.redate(store, ana.notes[0].id, TOMORROW, TODAY)
    with pytest.raises(InvalidInput, match="in the future"):
        feedback.add(store, ana.id, TODAY, behaviour="Helped", given_on=TOMORROW)
    found = feedback.add(store, ana.id, TODAY, behaviour="Helped")
    with pytest.raises(InvalidInput, match="in the future"):
        feedback.change(store, found.id, TODAY, given_on=TOMORROW)
    with pytest.raises(InvalidInput, match="too far in the past"):
        feedback.change(store, found.id, TODAY, given_on=date(1020, 1, 1))
    assert days_of(store, found) == (TODAY, None)


def test_feedback_of_an_earlier_day_keeps_both(store: Store, ana: PersonBuilder) -> None:
    late = feedback.add(store, ana.id, TODAY, behaviour="Helped", given_on=EARLIER)
    assert days_of(store, late) == (EARLIER, TODAY)
    found = feedback.add(store, ana.id, TODAY, behaviour="Helped")
    feedback.change(store, found.id, TOMORROW, given_on=EARLIER, impact="Calm")
    assert days_of(store, found) == (EARLIER, TODAY)
    feedback.change(store, found.id, TOMORROW, impact="Calmer")
    assert days_of(store, found) == (EARLIER, TODAY)


def test_what_waits_has_no_day_until_it_is_told(store: Store, ana: PersonBuilder) -> None:
    waits = FeedbackWay.TO_DELIVER
    found = feedback.add(store, ana.id, TODAY, behaviour="Helped", way=waits, given_on=EARLIER)
    assert days_of(store, found) == (None, None)
    feedback.change(store, found.id, TOMORROW, way=FeedbackWay.GIVEN, given_on=TODAY)
    assert days_of(store, found) == (TODAY, TOMORROW)


def test_evidence_knows_both_days(store: Store, ana: PersonBuilder) -> None:
    feedback.add(store, ana.id, TODAY, behaviour="Helped", given_on=EARLIER)
    feedback.add(store, ana.id, TODAY, behaviour="Led")
    check_in = planning.add_past(store, ana.id, NOW - timedelta(days=9), NOW)
    checkins.write(store, check_in.id, shared_notes="Well.")
    review = review_of(store, a_cycle(store), ana.id)
    found = {one.title: (one.on, one.noted) for one in evidence.offered(store, review.id)}
    held = TODAY - timedelta(days=9)
    noted = NOW.astimezone().date()
    assert found == {"Helped": (EARLIER, TODAY), "Led": (TODAY, None), "Well.": (held, noted)}
    first = next(one for one in evidence.offered(store, review.id) if one.title == "Helped")
    evidence.cite(store, review.id, first.source, first.source_id, NOW)
    cited = next(one for one in evidence.offered(store, review.id) if one.number)
    assert (cited.title, cited.noted) == ("Helped", TODAY)
