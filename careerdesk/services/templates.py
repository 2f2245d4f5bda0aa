"""Templates: agendas and plans to begin with. They hold nothing that is private to anyone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from careerdesk.data.mapping import record_of, row_of
from careerdesk.data.queries import actions as action_queries
from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries import objectives as objective_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.queries import templates as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.agendas import BUILT_IN, Agenda, Point
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Action, Template, TemplateKind
from careerdesk.domain.names import folded
from careerdesk.domain.records import AgendaItem, ItemState, KeyResult, Owner, Plan, PlanItem
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr
from careerdesk.services import plans

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["BUILT_IN", "Agenda", "Point", "Template", "TemplateKind"]

GOAL_FIELDS = (
    "horizon", "title", "committed", "personal", "onboarding", "for_business", "objective_id",
)  # fmt: skip
RESULT_FIELDS = ("name", "measure", "direction", "baseline", "target", "unit")
STEP_FIELDS = ("text", "owner")
LATER_FIELDS = frozenset(
    {"direction", "personal", "onboarding"}
)  # which older templates do not have


def of(store: Store, kind: TemplateKind) -> list[Template]:
    """The templates of a kind, by name."""
    found = [one for one in store.read(queries.known) if one.kind is kind]
    return sorted(found, key=lambda one: (folded(one.name), one.id))


def titles(template: Template) -> list[str]:
    """The goals or points of a template; none if its body cannot be read."""
    try:
        rows = json.loads(template.body)
        return [str(row.get("title") or row.get("text") or "") for row in rows]
    except (ValueError, AttributeError, TypeError):
        return []


def rename(store: Store, template_id: int, name: str, *, origin: object = None) -> None:
    """Call a template otherwise."""
    name = clean_line(name, N_("name"))
    with store.edit(tr("Rename template"), origin=origin) as tx:
        tx.change(Template, template_id, name=name)


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete templates; what was made from them stays."""
    if not ids:
        return
    with store.edit(tr("Delete template"), origin=origin) as tx:
        tx.trash(Template, ids)


# Agendas


def keep_agenda(store: Store, person_id: int, name: str, *, origin: object = None) -> Template:
    """Make a template of a person's open agenda, without its private points."""
    points = [
        {"text": point.text, "owner": point.owner, "repeating": point.repeating}
        for point in store.read(checkin_queries.agenda, person_id, None)
        if not point.private
    ]
    if not points:
        raise InvalidInput(N_("The agenda has no items to save. Add one first."))
    name = clean_line(name, N_("name"))
    with store.edit(tr("Save as template"), origin=origin, person_id=person_id) as tx:
        body = json.dumps(points, ensure_ascii=False)
        return tx.add(Template(kind=TemplateKind.AGENDA, name=name, body=body))


def points_of(template: Template) -> tuple[Point, ...]:
    """The points of an agenda template; raises `InvalidInput` if it cannot be read."""
    try:
        return tuple(
            Point(str(row["text"]), Owner(row["owner"]), repeating=bool(row["repeating"]))
            for row in json.loads(template.body)
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable() from error


def use_agenda(
    store: Store, person_id: int, points: Iterable[Point], *, origin: object = None
) -> list[AgendaItem]:
    """Put points at the end of a person's agenda; those that stand there are left out."""
    with store.edit(tr("Use template"), origin=origin, person_id=person_id, place="prepare") as tx:
        there = {point.text for point in tx.read(checkin_queries.agenda, person_id, None)}
        rank = tx.read(checkin_queries.last_agenda_rank, person_id)
        added = []
        for point in points:
            if point.text in there:
                continue
            rank = ranks.at_end(rank)
            added.append(tx.add(AgendaItem(
                person_id=person_id, text=point.text, owner=point.owner,
                repeating=point.repeating, rank=rank)))  # fmt: skip
        return added


# Plans


def keep_plan(store: Store, plan_id: int, name: str, *, origin: object = None) -> Template:
    """Make a template of a plan's goals: nothing of the person is in it, only the work.

    Personal goals are left out, and those that were dropped; raises `InvalidInput` where none is
    left.
    """
    goals = _goals(store, plan_id)
    if not goals:
        raise InvalidInput(N_("This plan has no goals to save. Add one first."))
    body = json.dumps(goals, ensure_ascii=False)
    name = clean_line(name, N_("name"))
    person_id = store.get(Plan, plan_id).person_id
    with store.edit(tr("Save as template"), origin=origin, person_id=person_id, place="plan") as tx:
        return tx.add(Template(kind=TemplateKind.PLAN, name=name, body=body))


def use_plan(
    store: Store,
    template_id: int,
    person_id: int,
    today: date,
    *,
    to: int | None = None,
    origin: object = None,
) -> list[PlanItem]:
    """Add the goals of a template to a person's plan; without one, a plan begins.

    *to* is the id of the plan, where older stores hold two that are open.
    """
    template = store.get(Template, template_id)
    try:
        goals = [dict(row) for row in json.loads(template.body)]
    except (ValueError, TypeError) as error:
        raise _unreadable() from error
    with store.edit(tr("Use template"), origin=origin, person_id=person_id, place="plan") as tx:
        return _add_goals(tx, goals, plans.open_one(tx, person_id, today, to), today)


def duplicate(
    store: Store,
    plan_id: int,
    person_id: int,
    today: date,
    *,
    to: int | None = None,
    origin: object = None,
) -> list[PlanItem]:
    """Add the goals of a plan, not yet begun, to a person's plan; without one, a plan begins.

    Key results and open steps come along; readings, scores and what was said of the person stay,
    and so do goals that were dropped, and personal ones where somebody else gets the plan.
    """
    own = store.get(Plan, plan_id).person_id == person_id
    goals = _goals(store, plan_id, personal=own)
    if not goals:
        raise InvalidInput(N_("This plan has no goals to duplicate."))
    with store.edit(tr("Duplicate plan"), origin=origin, person_id=person_id, place="plan") as tx:
        return _add_goals(tx, goals, plans.open_one(tx, person_id, today, to), today)


def _goals(store: Store, plan_id: int, *, personal: bool = False) -> list[dict[str, Any]]:
    goals = []
    for view in plans.get(store, plan_id).items:
        dropped = view.item.state is ItemState.DROPPED
        if dropped or (view.item.personal and not personal):
            continue
        steps = [step for step in store.read(action_queries.of_item, view.id) if not step.done_on]
        goals.append(
            _some(row_of(view.item), GOAL_FIELDS)
            | {
                "key_results": [_some(row_of(one), RESULT_FIELDS) for one in view.key_results],
                "steps": [_some(row_of(one), STEP_FIELDS) for one in steps],
            }
        )
    return goals


def _some(row: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: row[name] for name in names if name in row or name not in LATER_FIELDS}


def _add_goals(
    tx: Transaction, goals: Iterable[dict[str, Any]], plan: Plan, today: date
) -> list[PlanItem]:
    known = {one.id for one in tx.read(objective_queries.known)}
    try:
        return [_add_goal(tx, plan.id, goal, known, today) for goal in goals]
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable() from error


def _add_goal(
    tx: Transaction, plan_id: int, goal: dict[str, Any], known: set[int], today: date
) -> PlanItem:
    from careerdesk.services import goal_changes  # late: agendas change no goal

    new = record_of(PlanItem, _some(goal, GOAL_FIELDS))
    objective_id = new.objective_id if new.objective_id in known else None
    rank = ranks.at_end(tx.read(plan_queries.last_item_rank, plan_id, new.horizon))
    item = tx.add(replace(new, uid="", plan_id=plan_id, objective_id=objective_id, rank=rank,
                          touched_on=today))  # fmt: skip
    goal_changes.note_new(tx, item, today)
    for place, row in enumerate(goal["key_results"], 1):
        result = record_of(KeyResult, _some(row, RESULT_FIELDS))
        tx.add(replace(result, uid="", item_id=item.id, rank=place * ranks.GAP))
    for place, row in enumerate(goal["steps"], 1):
        step = record_of(Action, _some(row, STEP_FIELDS))
        tx.add(replace(step, uid="", item_id=item.id, rank=place * ranks.GAP))
    return item


def _unreadable() -> InvalidInput:
    return InvalidInput(N_("This template can no longer be read. Delete it and create a new one."))
