"""The brief: what is good to know before a check-in, put together from all there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from careerdesk.data.queries import brief as queries
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.store import Store
from careerdesk.domain import brief as rules
from careerdesk.domain import moments
from careerdesk.domain.brief_facts import ActionGlance, ChangesOn, ResultMoved
from careerdesk.domain.cadence import next_check_in
from careerdesk.domain.check_ins_around import next_of
from careerdesk.domain.days import days_since
from careerdesk.domain.records import CheckIn, CheckInKind, ItemState, Plan
from careerdesk.domain.suggestions import Known, suggested, suggested_for_career
from careerdesk.domain.views import AskedQuestion, Brief, GoalGlance
from careerdesk.services import check_ins_around

if TYPE_CHECKING:
    from careerdesk.domain.loop import Idea

__all__ = ["Brief"]

FEEDBACK_SHOWN = 3
TEMPERATURES_SHOWN = 12


def on_paper(store: Store, person_id: int, today: date) -> Brief:
    """The brief with title and level of *today*, though others may be to come."""
    from careerdesk.services import roles  # late: the first page does without it

    return replace(brief(store, person_id, today), person=roles.as_of(store, person_id, today))


def brief(
    store: Store,
    person_id: int,
    today: date,
    skip: frozenset[int] = frozenset(),
    feedback_most: int = FEEDBACK_SHOWN,
) -> Brief:
    """The brief for the next check-in; *skip* names questions that are not wanted now."""
    around = check_ins_around.around(store, person_id)
    person, last, going = around.person, around.last_held, around.going
    planned = next_of(around.planned, today)
    kind = _kind_of(going or planned)
    going_id = going.id if going else None
    hand = store.read(queries.at_hand, person_id, going_id, feedback_most, TEMPERATURES_SHOWN)
    plan, said = hand.plan, tuple(hand.feedback)
    known = _of_plan(store, plan, last)
    known_of = store.read(discovery_queries.known, person_id)
    questions = _questions(store, person_id, today, known_of, skip, kind)
    return Brief(
        person=person,
        today=today,
        kind=kind,
        answered=known_of.answered,
        last_check_in=last,
        days_since=days_since(around.last_on, today) if around.last_on else None,
        next_on=next_check_in(person, around.last_on, _day_of(planned), today),
        next_at=planned.starts_at if planned else None,
        running_id=going_id,
        done_since=tuple(item for item in known.goals if item.state is ItemState.DONE),
        moved=tuple(known.moved),
        changes=tuple(known.changes),
        promises_due=rules.due_promises(hand.promises),
        steps=tuple(known.steps),
        goals=tuple(known.goals),
        items_to_look_at=rules.to_look_at(known.goals, person, today),
        plan_ended=plan.ends_on if plan and plan.ends_on < today else None,
        agenda=tuple(hand.agenda),
        question=questions[0] if questions else None,
        questions=questions,
        wishes=tuple(hand.wishes),
        ideas=_ideas(store, person_id, kind),
        motivators=tuple(hand.motivators),
        temperature=tuple(hand.temperatures),
        to_deliver=tuple(hand.to_deliver),
        last_feedback=next(iter(said), None),
        feedback=said,
        feedback_count=known_of.feedback,
        note_count=known_of.notes,
        check_in_count=known_of.check_ins,
        has_plan=plan is not None,
    )


def _ideas(store: Store, person_id: int, kind: CheckInKind) -> tuple[Idea, ...]:
    """What is offered in a career conversation, and read for no other."""
    if kind is not CheckInKind.CAREER:
        return ()
    from careerdesk.services import ideas  # late: most briefs are of 1:1s

    return tuple(ideas.waiting(store, person_id))


def _kind_of(coming: CheckIn | None) -> CheckInKind:
    """Of the check-in that the brief is for."""
    return coming.kind if coming else CheckInKind.ONE_ON_ONE


def _day_of(check_in: CheckIn | None) -> date | None:
    return moments.day(check_in) if check_in else None


class _OfPlan(NamedTuple):
    """What is known of a plan."""

    goals: Sequence[GoalGlance] = ()
    steps: Sequence[ActionGlance] = ()
    moved: Sequence[ResultMoved] = ()
    changes: Sequence[ChangesOn] = ()


def _of_plan(store: Store, plan: Plan | None, last: CheckIn | None) -> _OfPlan:
    if plan is None:
        return _OfPlan()
    since = moments.day(last) if last else date.max
    goals = store.read(queries.goals, plan.id, since)
    steps = store.read(queries.steps, plan.id)
    if last is None:
        return _OfPlan(goals, steps)
    return _OfPlan(
        goals, steps, store.read(queries.moved, plan.id, since),
        store.read(queries.changes, plan.id, last.id, since),
    )  # fmt: skip


def _questions(
    store: Store,
    person_id: int,
    today: date,
    known: Known,
    skip: frozenset[int],
    kind: CheckInKind,
) -> tuple[AskedQuestion, ...]:
    """One question that is not on the agenda yet; for a career conversation two of them."""
    bank = store.read(discovery_queries.bank_asked, person_id)
    if kind is CheckInKind.CAREER:
        return suggested_for_career(bank, known, today, skip)
    found = suggested(bank, known, today, skip)
    return (found,) if found else ()
