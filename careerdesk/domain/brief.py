"""What a brief names, and why: pure rules over records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careerdesk.domain.days import days_since
from careerdesk.domain.progress import OPEN
from careerdesk.domain.records import ItemState, Owner, Person, PlanItem, Promise
from careerdesk.domain.views import AskedQuestion, GoalGlance, LookAt, Reason

SOON_DAYS = 14


def look_at(item: GoalGlance | PlanItem, person: Person, today: date) -> LookAt | None:
    """Why *item* should be talked about, the strongest reason first; None if nothing is due."""
    if item.state not in OPEN:
        return None
    untouched = days_since(item.touched_on, today)
    left = ((item.due_on or date.max) - today).days
    reasons = (
        (item.state is ItemState.BLOCKED, Reason.BLOCKED, untouched),
        (left < 0, Reason.LATE, -left),
        (item.state is ItemState.AT_RISK, Reason.AT_RISK, untouched),
        (left <= SOON_DAYS, Reason.DUE_SOON, left),
        (untouched > 2 * max(person.cadence_days, 1), Reason.DUSTY, untouched),
    )
    return next((LookAt(item, reason, days) for holds, reason, days in reasons if holds), None)


def to_look_at(
    items: Iterable[GoalGlance | PlanItem], person: Person, today: date
) -> tuple[LookAt, ...]:
    """The goals to talk about: by the weight of the reason, else in the plan's order."""
    weight = list(Reason)
    found = [look for item in items if (look := look_at(item, person, today))]
    return tuple(sorted(found, key=lambda look: weight.index(look.reason)))


def due_promises(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Open promises, mine first, the oldest due first; those without a date come last."""
    open_ones = [promise for promise in promises if promise.done_on is None]
    return tuple(sorted(open_ones, key=_promise_order))


def _promise_order(promise: Promise) -> tuple[bool, date, int]:
    return promise.owner is not Owner.ME, promise.due_on or date.max, promise.id


def next_question(
    questions: Iterable[AskedQuestion], skip: frozenset[int] = frozenset()
) -> AskedQuestion | None:
    """The question not asked for longest: a never asked one first, in the order of the bank.

    Questions of a set belong together, so that none of them is proposed alone.
    """
    open_ones = [
        asked for asked in questions
        if not asked.question.retired and not asked.question.question_set and asked.id not in skip
    ]  # fmt: skip
    return min(open_ones, key=lambda asked: asked.last_asked or date.min, default=None)
