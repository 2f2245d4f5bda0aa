"""What a brief names, and why: pure rules over records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from careerdesk.domain.brief_facts import ActionGlance
from careerdesk.domain.days import days_since
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.progress import OPEN
from careerdesk.domain.records import AgendaItem, ItemState, Owner, Person, PlanItem, Promise
from careerdesk.domain.standing import away_on
from careerdesk.domain.suggestions import shareable
from careerdesk.domain.views import Brief, GoalGlance, LookAt, Reason

SOON_DAYS = 14
_WEIGHT = {reason: place for place, reason in enumerate(Reason)}


def look_at(item: GoalGlance | PlanItem, person: Person, today: date) -> LookAt | None:
    """Why *item* should be talked about, the strongest reason first; None if nothing is due.

    What is due within a leave is not late: its day can be shifted.
    """
    if item.state not in OPEN:
        return None
    untouched = days_since(item.touched_on, today)
    left = ((item.due_on or date.max) - today).days
    reason, days = None, untouched
    if item.state is ItemState.BLOCKED:
        reason = Reason.BLOCKED
    elif item.due_on and left <= SOON_DAYS and away_on(person, item.due_on):
        reason, days = Reason.AWAY, abs(left)
    elif left < 0:
        reason, days = Reason.LATE, -left
    elif item.state is ItemState.AT_RISK:
        reason = Reason.AT_RISK
    elif left <= SOON_DAYS:
        reason, days = Reason.DUE_SOON, left
    elif untouched > 2 * max(person.cadence_days, 1):
        reason = Reason.STALE
    return LookAt(item, reason, days) if reason else None


def to_look_at(
    items: Iterable[GoalGlance | PlanItem], person: Person, today: date
) -> tuple[LookAt, ...]:
    """The goals to talk about: by the weight of the reason, else in the plan's order."""
    found = [look for item in items if (look := look_at(item, person, today))]
    return tuple(sorted(found, key=lambda look: _WEIGHT[look.reason]))


def shifted(due_on: date, person: Person) -> date:
    """The day of a goal that is due within a leave, later by as many days as the leave has."""
    if person.leave_from is None or person.leave_until is None:
        return due_on
    return due_on + (person.leave_until - person.leave_from) + timedelta(days=1)


def due_promises(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Open promises, mine first, the oldest due first; those without a date come last."""
    open_ones = [promise for promise in promises if promise.done_on is None]
    return tuple(sorted(open_ones, key=_promise_order))


def _promise_order(promise: Promise) -> tuple[bool, date, int]:
    return promise.owner is not Owner.ME, promise.due_on or date.max, promise.id


Todo = Promise | ActionGlance


def todo(promises: Iterable[Promise], steps: Iterable[ActionGlance]) -> tuple[Todo, ...]:
    """Promises and next steps together: mine first, the oldest due first; no day comes last."""
    return tuple(sorted([*promises, *steps], key=_todo_order))


def _todo_order(one: Todo) -> tuple[bool, date, bool, int]:
    is_step = isinstance(one, ActionGlance)
    return one.owner is not Owner.ME, one.due_on or date.max, is_step, one.id


def without_private(brief: Brief) -> Brief:
    """The brief without what is for the manager alone: private notes, guesses, temperature."""
    last = brief.last_check_in
    if last is not None:
        last = replace(last, private_notes="", said=None, sensed=None, temperature_words="",
                       reason="")  # fmt: skip
    given = tuple(one for one in brief.feedback if one.way is FeedbackWay.GIVEN)
    shown = brief.last_feedback
    return replace(
        brief,
        person=replace(brief.person, recognition="", feedback_style=""),
        last_check_in=last,
        agenda=tuple(point for point in brief.agenda if not point.private),
        motivators=tuple(one for one in brief.motivators if not is_guessed(one)),
        temperature=(),
        to_deliver=(),
        feedback=given,
        last_feedback=shown if shown and shown.way is FeedbackWay.GIVEN else None,
        question=shareable(brief.question) if brief.question else None,
        questions=tuple(map(shareable, brief.questions)),
    )


def with_ticked(brief: Brief, ticked: Iterable[Promise | ActionGlance | AgendaItem]) -> Brief:
    """The brief with what was ticked just now, which is open no more, where it stood."""
    kept = list(ticked)
    promises = [one for one in kept if isinstance(one, Promise)]
    steps = [one for one in kept if isinstance(one, ActionGlance)]
    points = [one for one in kept if isinstance(one, AgendaItem)]
    there = {point.id for point in brief.agenda}
    agenda = [*brief.agenda, *(point for point in points if point.id not in there)]
    return replace(
        brief,
        promises_due=_and_ticked(brief.promises_due, promises),
        steps=_and_ticked(brief.steps, steps),
        agenda=tuple(sorted(agenda, key=lambda point: (point.rank, point.id))),
    )


T = TypeVar("T", bound=Promise | ActionGlance)


def _and_ticked(known: Sequence[T], ticked: Sequence[T]) -> tuple[T, ...]:
    there = {one.id for one in known}
    return (*known, *(one for one in ticked if one.id not in there))
