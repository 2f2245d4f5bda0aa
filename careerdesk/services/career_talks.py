"""A career conversation while it goes on: its two questions, and what becomes of the goals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import career_talks as queries
from careerdesk.data.queries import checkins as talk_queries
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.queries import goal_changes as change_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain.brief import career_questions
from careerdesk.domain.career_talk import Verdict
from careerdesk.domain.loop import ChangeKind
from careerdesk.domain.records import CheckIn, DiscoveryNote, ItemState, PlanItem
from careerdesk.domain.text import clean_note
from careerdesk.domain.views import AskedQuestion
from careerdesk.services import goal_changes, plans

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Verdict"]

PLACE = "check-ins"


def questions(store: Store, talk: CheckIn) -> tuple[AskedQuestion, ...]:
    """The two questions of a conversation, with what was answered before it.

    They are those that its brief proposed, and stay while they are answered.
    """
    bank = store.read(queries.asked_before, talk.person_id, talk.id)
    points = {point.text for point in store.read(talk_queries.agenda, talk.person_id, talk.id)}
    on_agenda = frozenset(one.id for one in bank if one.question.text in points)
    return career_questions(bank, on_agenda)


def answers(store: Store, talk_id: int) -> dict[int, DiscoveryNote]:
    """What was answered in a conversation, by the ids of the questions."""
    found = store.read(queries.answered_in, talk_id)
    return {note.question_id: note for note in found if note.question_id is not None}


def before(store: Store, talk: CheckIn, asked: AskedQuestion) -> str:
    """The whole answer to a question that was given last before a conversation."""
    found = store.read(discovery_queries.answers, talk.person_id, asked.id)
    earlier = (note.their_words for note in found if note.made_in != talk.id)
    return next((words for words in earlier if words.strip()), "")


def write_answer(
    store: Store,
    talk_id: int,
    question_id: int,
    words: str,
    on: date,
    *,
    merge: str = "",
    origin: object = None,
) -> None:
    """Keep what was answered to a question: as a note of Discovery that was made in the talk.

    One of the same day to the same question that has no words yet becomes it; nothing typed makes
    none.
    """
    words = clean_note(words)
    talk = store.get(CheckIn, talk_id)
    known = answers(store, talk_id).get(question_id) or store.read(
        queries.empty_of_day, talk.person_id, question_id, on
    )
    if known is None and not words.strip():
        return
    with store.edit(
        "Edit note", origin=origin, merge=merge, person_id=talk.person_id, place=PLACE
    ) as tx:
        if known is None:
            note = DiscoveryNote(
                person_id=talk.person_id, question_id=question_id, asked_on=on, made_in=talk_id,
                their_words=words,
            )  # fmt: skip
            tx.add(note)
        else:
            tx.change(DiscoveryNote, known.id, their_words=words, made_in=talk_id)


def judge(
    store: Store, item_id: int, verdict: Verdict, today: date, *, origin: object = None
) -> None:
    """Say of a goal that it is still right, or drop it; said again, that is taken back."""
    person_id = store.read(plan_queries.owner, item_id)
    name = "Confirm goal" if verdict is Verdict.RIGHT else "Drop goal"
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        dropped = tx.get(PlanItem, item_id).state is ItemState.DROPPED
        if verdict is Verdict.DROP:
            goal_changes.set_confirmed(tx, item_id, today, right=False)
            _set_state(tx, item_id, _before(tx, item_id, today) if dropped else None, today)
            return
        right = goal_changes.is_confirmed(tx, item_id, today)
        if dropped:
            _set_state(tx, item_id, _before(tx, item_id, today), today)
        goal_changes.set_confirmed(tx, item_id, today, right=not right)


def _set_state(tx: Transaction, item_id: int, state: ItemState | None, today: date) -> None:
    """Set a state, None for dropped, and note it."""
    state = state or ItemState.DROPPED
    before = tx.get(PlanItem, item_id)
    day = plans.reached(tx, before, {"state": state}, today)
    tx.change(PlanItem, item_id, state=state, **day, touched_on=today)
    goal_changes.note(tx, item_id, today, ChangeKind.STATE, before.state.value, state.value)


def _before(tx: Transaction, item_id: int, today: date) -> ItemState:
    """The state a goal had before it was dropped today."""
    talk_id = goal_changes.going_on(tx, item_id, today)
    for change in reversed(tx.read(change_queries.on_day, item_id, today, talk_id)):
        if change.what is ChangeKind.STATE and change.was:
            return ItemState(change.was)
    return ItemState.NOT_STARTED
