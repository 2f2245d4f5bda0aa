"""A career conversation while it goes on: its two questions, and what becomes of the goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import career_conversations as queries
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain.career_conversation import Verdict
from careerdesk.domain.loop import ChangeKind
from careerdesk.domain.records import CheckIn, DiscoveryNote, ItemState, PlanItem
from careerdesk.domain.suggestions import suggested_for_career
from careerdesk.domain.text import clean_note
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr
from careerdesk.services import discovery, goal_changes, plans

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Verdict"]

PLACE = "check-ins"
MOST = 2  # questions of one conversation


def questions(
    store: Store, check_in: CheckIn, today: date, stay: Sequence[int] = ()
) -> tuple[AskedQuestion, ...]:
    """The two questions of a conversation, with what was answered before it.

    They are those that its brief proposed. Those that *stay* do so as long as they can be asked,
    in their order, and so does what was answered in the conversation: others fill up.
    """
    bank = store.read(discovery_queries.bank_asked, check_in.person_id, check_in.id)
    known = store.read(discovery_queries.known, check_in.person_id)
    proposed = suggested_for_career(bank, known, today)
    first = {one.id: one for one in proposed}
    answered = answers(store, check_in.id)
    if not stay and answered.keys() <= first.keys():
        return proposed
    there = {one.id: one for one in bank if one.id not in known.on_agenda} | first
    wanted = dict.fromkeys((*stay, *answered, *first))
    return tuple(there[key] for key in wanted if key in there)[:MOST]


def answers(store: Store, check_in_id: int) -> dict[int, DiscoveryNote]:
    """What was answered in a conversation, by the ids of the questions."""
    found = store.read(queries.answered_in, check_in_id)
    return {note.question_id: note for note in found if note.question_id is not None}


def said_before(
    store: Store, check_in: CheckIn, asked: AskedQuestion, *, private: bool = True
) -> DiscoveryNote | None:
    """The note with the last answer in words before a conversation, or None.

    The question may have been asked later, too, without one. Without *private* one that is for the
    manager alone is left out.
    """
    found = store.read(discovery_queries.answers, check_in.person_id, asked.id)
    seen = (note for note in found if private or not note.private)
    earlier = (note for note in seen if note.made_in != check_in.id)
    return next((note for note in earlier if note.their_words.strip()), None)


def write_answer(
    store: Store,
    check_in_id: int,
    question_id: int,
    words: str,
    on: date,
    *,
    private: bool | None = None,
    merge: str = "",
    origin: object = None,
) -> None:
    """Keep what was answered to a question: as a note of Discovery that was made in the check-in.

    One of the same day to the same question that has no words yet becomes it; nothing typed makes
    none. *private* is what was said of it before.
    """
    words = clean_note(words)
    check_in = store.get(CheckIn, check_in_id)
    known = answer_of(store, check_in, question_id, on)
    if not known.id and not words.strip():
        return
    with store.edit(
        tr("Edit note"), origin=origin, merge=merge, person_id=check_in.person_id, place=PLACE
    ) as tx:
        if known.id:
            tx.change(DiscoveryNote, known.id, their_words=words, made_in=check_in_id)
        else:
            whole = known.private if private is None else private
            tx.add(replace(known, their_words=words, private=whole))


def answer_of(store: Store, check_in: CheckIn, question_id: int, on: date) -> DiscoveryNote:
    """The answer to a question in a conversation; one that is not stored yet where there is none.

    One of the same day that has no words yet becomes it.
    """
    found = answers(store, check_in.id).get(question_id) or store.read(
        queries.empty_of_day, check_in.person_id, question_id, on
    )
    if found is not None:
        return found
    return replace(
        discovery.asking(store, check_in.person_id, question_id, on), made_in=check_in.id
    )


def judge(
    store: Store, item_id: int, verdict: Verdict, today: date, *, origin: object = None
) -> None:
    """Say of a goal that it is still right, or drop it; said again, that is taken back."""
    person_id = store.read(plan_queries.owner, item_id)
    name = tr("Confirm goal") if verdict is Verdict.RIGHT else tr("Drop goal")
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
    """The state a goal had before it was dropped in the conversation."""
    for change in reversed(goal_changes.of_now(tx, item_id, today)[1]):
        if change.what is ChangeKind.STATE and change.was:
            return ItemState(change.was)
    return ItemState.NOT_STARTED
