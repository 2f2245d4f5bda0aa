"""A career conversation: its two questions with what was said before, and a word on each goal."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from careerdesk.domain.career_conversation import Verdict, read_back, verdict_of
from careerdesk.domain.question_sets import START_HERE
from careerdesk.domain.records import (
    CheckIn,
    CheckInKind,
    Horizon,
    ItemState,
    PlanItem,
    Promise,
    Question,
)
from careerdesk.services import career_conversations, checkins, discovery, goal_changes, plans
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_note, a_person

YESTERDAY = TODAY - timedelta(days=1)
SPRING = date(2026, 3, 4)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    discovery.ensure_bank(store)
    return a_person(store, "Ana")


@pytest.fixture
def check_in(store: Store, ana: PersonBuilder) -> CheckIn:
    return checkins.start(store, ana.id, NOW, CheckInKind.CAREER)


def answer(store: Store, ana: PersonBuilder, place: int, words: str, on: date) -> Question:
    """Asked in Discovery on a day."""
    question = discovery.questions(store, ana.id)[place].question
    note = a_note(store, ana.id, question.id, on)
    discovery.write_note(store, note.id, their_words=words)
    return question


def keyed(store: Store, ana: PersonBuilder, key: str) -> int:
    """The id of a built-in question."""
    asked = discovery.questions(store, ana.id)
    return next(one.id for one in asked if one.question.key == key)


def asked(store: Store, check_in: CheckIn) -> list[tuple[int, str]]:
    return [
        (one.id, one.last_words) for one in career_conversations.questions(store, check_in, TODAY)
    ]


def test_there_are_two_questions_one_with_its_last_answer(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    first = answer(store, ana, 4, "Teaching", SPRING)
    answer(store, ana, 5, "Later", TODAY - timedelta(days=30))
    never = keyed(store, ana, START_HERE[0])
    assert asked(store, check_in) == [(first.id, "Teaching"), (never, "")]


def test_nobody_was_asked_yet(store: Store, ana: PersonBuilder, check_in: CheckIn) -> None:
    assert len(asked(store, check_in)) == 2
    assert {words for _, words in asked(store, check_in)} == {""}


def test_they_stay_while_they_are_answered(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    answer(store, ana, 4, "Teaching", SPRING)
    before = asked(store, check_in)
    for question_id, _ in before:
        career_conversations.write_answer(store, check_in.id, question_id, "Still teaching", TODAY)
    assert asked(store, check_in) == before
    kept = career_conversations.answers(store, check_in.id)
    assert {note.their_words for note in kept.values()} == {"Still teaching"}
    assert {note.made_in for note in kept.values()} == {check_in.id}
    assert len(discovery.notes(store, ana.id)) == 3


def test_a_question_that_is_on_the_agenda_is_not_asked_twice(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    first = career_conversations.questions(store, check_in, TODAY)[0].question
    checkins.add_agenda(store, ana.id, first.text)
    assert first.id not in [key for key, _ in asked(store, check_in)]


def test_typing_makes_one_note_and_nothing_makes_none(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    question_id = career_conversations.questions(store, check_in, TODAY)[0].id
    career_conversations.write_answer(store, check_in.id, question_id, " ", TODAY)
    assert discovery.notes(store, ana.id) == []
    for words in ("Tea", "Teach", ""):
        career_conversations.write_answer(
            store, check_in.id, question_id, words, TODAY, merge="typing"
        )
    assert [view.note.their_words for view in discovery.notes(store, ana.id)] == [""]
    store.undo()
    assert discovery.notes(store, ana.id) == []


def test_what_was_answered_today_in_discovery_is_not_written_over(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    question = answer(store, ana, 0, "Teaching the night shift", TODAY)
    (asked,) = [
        one
        for one in career_conversations.questions(store, check_in, TODAY)
        if one.id == question.id
    ]
    before = career_conversations.said_before(store, check_in, asked)
    assert before is not None
    assert before.their_words == "Teaching the night shift"
    for words in ("T", "To lead"):
        career_conversations.write_answer(
            store, check_in.id, question.id, words, TODAY, merge="typing"
        )
    said = {view.note.their_words: view.note.made_in for view in discovery.notes(store, ana.id)}
    assert said == {"Teaching the night shift": None, "To lead": check_in.id}


def test_what_was_asked_today_and_has_no_words_yet_is_answered(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    question = answer(store, ana, 0, "", TODAY)
    career_conversations.write_answer(store, check_in.id, question.id, "To lead", TODAY)
    (note,) = discovery.notes(store, ana.id)
    assert (note.note.their_words, note.note.made_in) == ("To lead", check_in.id)


def test_an_answer_outlives_its_conversation(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    question_id = career_conversations.questions(store, check_in, TODAY)[0].id
    career_conversations.write_answer(store, check_in.id, question_id, "Teaching", TODAY)
    checkins.remove(store, [check_in.id])
    assert [view.note.their_words for view in discovery.notes(store, ana.id)] == ["Teaching"]


@pytest.fixture
def goal(store: Store, ana: PersonBuilder, check_in: CheckIn) -> PlanItem:
    made = plans.add_items_for(store, ana.id, Horizon.SHORT, ["Lead the release"], YESTERDAY)[0]
    plans.set_state(store, [made.id], ItemState.AT_RISK, YESTERDAY)
    return made


def verdict(store: Store, check_in: CheckIn) -> Verdict | None:
    return verdict_of(next(iter(goal_changes.made_in(store, check_in.id)), None))


def state(store: Store, goal: PlanItem) -> ItemState:
    return store.get(PlanItem, goal.id).state


def test_a_goal_is_still_right_or_dropped_and_that_is_taken_back(
    store: Store, check_in: CheckIn, goal: PlanItem
) -> None:
    for _ in range(2):
        career_conversations.judge(store, goal.id, Verdict.RIGHT, TODAY)
        assert (verdict(store, check_in), state(store, goal)) == (Verdict.RIGHT, ItemState.AT_RISK)
        career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
        assert (verdict(store, check_in), state(store, goal)) == (Verdict.DROP, ItemState.DROPPED)
        career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
        assert (verdict(store, check_in), state(store, goal)) == (None, ItemState.AT_RISK)
    career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
    career_conversations.judge(store, goal.id, Verdict.RIGHT, TODAY)
    assert (verdict(store, check_in), state(store, goal)) == (Verdict.RIGHT, ItemState.AT_RISK)
    career_conversations.judge(store, goal.id, Verdict.RIGHT, TODAY)
    assert verdict(store, check_in) is None


def test_a_goal_that_is_not_dropped_after_all_is_as_it_was_just_before(
    store: Store, check_in: CheckIn, goal: PlanItem
) -> None:
    plans.set_state(store, [goal.id], ItemState.BLOCKED, TODAY)
    for _ in range(2):
        career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
        assert (verdict(store, check_in), state(store, goal)) == (Verdict.DROP, ItemState.DROPPED)
        career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
        assert state(store, goal) is ItemState.BLOCKED
        (changed,) = goal_changes.made_in(store, check_in.id)
        assert changed.state is ItemState.BLOCKED
    career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
    plans.set_state(store, [goal.id], ItemState.AT_RISK, TODAY)
    assert goal_changes.made_in(store, check_in.id) == ()


def test_a_word_on_a_goal_is_one_step(store: Store, check_in: CheckIn, goal: PlanItem) -> None:
    career_conversations.judge(store, goal.id, Verdict.DROP, TODAY)
    store.undo()
    assert (verdict(store, check_in), state(store, goal)) == (None, ItemState.AT_RISK)


def said(store: Store, check_in: CheckIn, wish: str = "", *steps: Promise) -> tuple[str, str, str]:
    changed = goal_changes.made_in(store, check_in.id)
    return read_back(wish, changed, steps, lambda day: f"{day.day} {day:%b}")


def test_three_sentences_are_said_back(
    store: Store, ana: PersonBuilder, check_in: CheckIn, goal: PlanItem
) -> None:
    more = plans.add_items_for(store, ana.id, Horizon.SHORT, ["Nights", "Rota"], YESTERDAY)
    career_conversations.judge(store, goal.id, Verdict.RIGHT, TODAY)
    career_conversations.judge(store, more[0].id, Verdict.DROP, TODAY)
    plans.change_item(store, more[1].id, today=TODAY, title="A fair rota")
    step = Promise(person_id=ana.id, text="Ask Bo to sit in.", due_on=date(2026, 12, 1))
    assert said(store, check_in, "Lead a team", step) == (
        "What you want: Lead a team",
        "Still right: Lead the release. Changed: A fair rota. Dropped: Nights.",
        "Next: Ask Bo to sit in, by 1 Dec.",
    )


def test_what_is_missing_is_said_back_too(store: Store, check_in: CheckIn) -> None:
    assert said(store, check_in) == (
        "We haven't yet put into words where you want to go.",
        "Your goals stay as they are.",
        "We haven't agreed on a next step yet.",
    )


@pytest.mark.parametrize("verdict", [Verdict.DROP, Verdict.RIGHT])
def test_a_word_of_before_midnight_is_taken_back_after_it(
    store: Store, ana: PersonBuilder, verdict: Verdict
) -> None:
    goal = plans.add_items_for(store, ana.id, Horizon.SHORT, ["Release"], YESTERDAY)[0]
    plans.set_state(store, [goal.id], ItemState.ON_TRACK, YESTERDAY)
    late = datetime.combine(TODAY, time(23, 30)).astimezone()
    going = checkins.start(store, ana.id, late, CheckInKind.CAREER)
    career_conversations.judge(store, goal.id, verdict, TODAY)
    career_conversations.judge(store, goal.id, verdict, TODAY + timedelta(days=1))
    assert store.get(PlanItem, goal.id).state is ItemState.ON_TRACK
    assert goal_changes.made_in(store, going.id) == ()
