"""Feedback: in its order, told once, and never without a word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.feedback import FeedbackWay, Tone
from careerdesk.domain.records import CheckInState
from careerdesk.services import brief, checkins, feedback
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person

WAITS = FeedbackWay.TO_DELIVER


def test_the_newest_comes_first_and_what_waits_stands_apart(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    for days, words in ((9, "old"), (2, "new")):
        feedback.add(store, ana, TODAY - timedelta(days=days), behaviour=words)
    feedback.add(store, ana, TODAY, behaviour="later", way=WAITS)
    assert [one.behaviour for one in feedback.newest(store, ana)] == ["new", "old"]
    assert [one.behaviour for one in feedback.to_deliver(store, ana)] == ["later"]


def test_what_is_told_in_a_check_in_belongs_to_it(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    check_in = checkins.start(store, ana, NOW)
    waiting = feedback.add(store, ana, TODAY, impact="Two teams were calm", way=WAITS)
    assert waiting.given_on is None
    feedback.deliver(store, waiting.id, TODAY, check_in.id)
    assert feedback.to_deliver(store, ana) == []
    told = feedback.made_in(store, check_in.id)[0]
    assert (told.way, told.given_on) == (FeedbackWay.GIVEN, TODAY)


def test_a_deleted_check_in_keeps_its_feedback(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    check_in = checkins.start(store, ana, NOW)
    feedback.add(store, ana, TODAY, behaviour="Asked first", made_in=check_in.id)
    checkins.remove(store, [check_in.id])
    assert feedback.newest(store, ana)[0].made_in is None


@pytest.mark.parametrize("words", ["", "  \n "])
def test_feedback_without_a_word_is_refused(store: Store, words: str) -> None:
    ana = a_person(store, "Ana Ruiz").id
    with pytest.raises(InvalidInput, match="Describe what happened"):
        feedback.add(store, ana, TODAY, situation=words)
    kept = feedback.add(store, ana, TODAY, situation="At noon")
    with pytest.raises(InvalidInput):
        feedback.change(store, kept.id, TODAY, situation=words)
    assert feedback.newest(store, ana)[0].situation == "At noon"


def test_changing_the_way_changes_the_day(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    found = feedback.add(store, ana, date(2026, 3, 1), behaviour="Spoke up", tone=Tone.PRAISE)
    feedback.change(store, found.id, TODAY, way=WAITS)
    assert feedback.to_deliver(store, ana)[0].given_on is None
    feedback.change(store, found.id, TODAY, way=FeedbackWay.RECEIVED, from_whom="Ben")
    assert feedback.newest(store, ana)[0].given_on == TODAY


def test_the_brief_knows_what_waits_and_what_was_last(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    assert brief.brief(store, ana, TODAY).is_blank
    feedback.add(store, ana, TODAY - timedelta(days=21), behaviour="Led it")
    feedback.add(store, ana, TODAY, behaviour="Was late", way=WAITS)
    found = brief.brief(store, ana, TODAY)
    assert not found.is_blank
    assert found.last_feedback is not None and found.last_feedback.behaviour == "Led it"
    assert [one.behaviour for one in found.to_deliver] == ["Was late"]


def test_a_finished_check_in_keeps_what_was_said_in_it(store: Store) -> None:
    ana = a_person(store, "Ana Ruiz").id
    check_in = checkins.start(store, ana, NOW)
    feedback.add(store, ana, TODAY, behaviour="Led it", made_in=check_in.id)
    checkins.finish(store, check_in.id, NOW + timedelta(minutes=30))
    assert checkins.get(store, check_in.id).state is CheckInState.HELD
    assert len(feedback.made_in(store, check_in.id)) == 1
