"""Closing a plan: its goals are scored, and what is still worth doing goes on in another plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import actions as action_queries
from careerdesk.data.queries import key_result_values as value_queries
from careerdesk.data.queries import plans as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import ItemMotivator, ItemState, Plan, PlanItem, PlanState
from careerdesk.domain.text import clean_note
from careerdesk.domain.views import ItemView
from careerdesk.i18n import N_, tr
from careerdesk.services import plans

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Scored", "close"]


@dataclass(frozen=True, slots=True)
class Scored:
    """What is said of a goal at the end: a score, a word on why, and whether the plan shows it."""

    score: float | None = None
    words: str = ""
    shown: bool = False


def close(
    store: Store,
    plan_id: int,
    on: date,
    summary: str = "",
    scores: Mapping[int, Scored] | None = None,
    carry: Collection[int] = (),
    *,
    origin: object = None,
) -> Plan | None:
    """Close a plan and score its goals; those to *carry* over go on in another plan.

    That is returned: the one that is open beside this, else a new draft. Raises `InvalidInput`
    for a plan that is closed already, and for the score of a goal that is personal.
    """
    view = plans.get(store, plan_id)
    summary = clean_note(summary)
    with store.edit(
        tr("Close plan"), origin=origin, person_id=view.plan.person_id, place=plans.PLACE
    ) as tx:
        if tx.get(Plan, plan_id).state is PlanState.CLOSED:
            raise InvalidInput(
                N_("This plan is already closed. You'll find it under Earlier plans.")
            )
        tx.change(Plan, plan_id, state=PlanState.CLOSED, closed_on=on, summary=summary)
        for item_id, scored in (scores or {}).items():
            _score(tx, item_id, scored)
        carried = [found for found in view.items if found.id in carry]
        return _carry_over(tx, view.plan, carried, on) if carried else None


def _score(tx: Transaction, item_id: int, scored: Scored) -> None:
    score, words = plans.check_score(scored.score), clean_note(scored.words)
    plans.check_scored(replace(tx.get(PlanItem, item_id), score=score))
    shown = scored.shown and bool(words.strip())
    tx.change(PlanItem, item_id, score=score, score_words=words, score_shown=shown)


def _carry_over(tx: Transaction, plan: Plan, items: Iterable[ItemView], on: date) -> Plan:
    there = tx.read(queries.current, plan.person_id)
    target = there or plans.begin(tx, plan.person_id, on)
    for view in items:
        _carry(tx, view, target, on, last=there is not None)
    return target


def _carry(tx: Transaction, view: ItemView, target: Plan, on: date, *, last: bool) -> None:
    """A goal with all that hangs on it; *last*: behind those that are there."""
    item = view.item
    rank = item.rank
    if last:
        rank = ranks.at_end(tx.read(queries.last_item_rank, target.id, item.horizon))
    copy = tx.add(replace(
        item, id=0, uid="", plan_id=target.id, carried_from=item.id, touched_on=on, rank=rank,
        state=item.state if is_open(item) else ItemState.NOT_STARTED,
        reached_on=None, score=None, score_words="", score_shown=False,
    ))  # fmt: skip
    for result in view.key_results:
        measured = tx.add(replace(result, id=0, uid="", item_id=copy.id))
        _copy_values(tx, result.id, measured.id)
    for motivator in view.motivators:
        tx.add(ItemMotivator(item_id=copy.id, motivator_id=motivator.id))
    for step in tx.read(action_queries.of_item, item.id):
        tx.add(replace(step, id=0, uid="", item_id=copy.id))


def _copy_values(tx: Transaction, source: int, target: int) -> None:
    """The values go on where they came from; each copy says whose it is."""
    for reading in reversed(tx.read(value_queries.newest, source, -1)):
        tx.add(replace(reading, id=0, uid="", result_id=target, copied_from=reading.id))
