"""Plans: goals of a person for a period, in an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.queries import plans as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import (
    Horizon,
    ItemMotivator,
    ItemState,
    Person,
    Plan,
    PlanItem,
    PlanState,
)
from careerdesk.domain.text import clean_line, clean_note, clean_short
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import N_, tr, trn

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["ItemView", "PlanView"]

PLACE = "plan"
PERIOD_DAYS = 182


def active(store: Store, person_id: int) -> PlanView | None:
    """The plan a person works on, with its goals; None if there is none."""
    plan = store.read(queries.current, person_id)
    return PlanView(plan, store.read(queries.item_views, plan.id)) if plan else None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All plans of a person: the one worked on, others that are open too, and the closed ones.

    Without a person they are gone.

    There is one open plan at a time; a store of an earlier version may hold more.
    """

    person: Person | None
    worked_on: PlanView | None
    beside: tuple[Plan, ...] = ()
    closed: tuple[Plan, ...] = ()


def of_person(store: Store, person_id: int, chosen: int = 0) -> Shelf:
    """The plans of a person; worked on is the *chosen* one if it is open, else the newest."""
    person, found, closed = store.read(queries.of_person, person_id)
    plan = next((one for one in found if one.id == chosen), next(iter(found), None))
    view = PlanView(plan, store.read(queries.item_views, plan.id)) if plan else None
    return Shelf(person, view, tuple(one for one in found if one is not plan), tuple(closed))


def worked_on_since(
    store: Store, person_id: int, day: date
) -> tuple[PlanView | None, list[PlanView]]:
    """The plan a person works on, and those closed on *day* or later, the last one first."""
    _, found, closed = store.read(queries.of_person, person_id)
    recent = [plan for plan in closed if plan.closed_on and plan.closed_on >= day]
    shown = [*found[:1], *recent]
    goals = store.read(queries.item_views_of, [plan.id for plan in shown])
    views = [PlanView(plan, goals[plan.id]) for plan in shown]
    return (views[0], views[1:]) if found else (None, views)


def get(store: Store, plan_id: int) -> PlanView:
    """One plan with its goals; raises `NotFound`."""
    return PlanView(store.get(Plan, plan_id), store.read(queries.item_views, plan_id))


def closed(store: Store, person_id: int) -> list[Plan]:
    """The closed plans, the last one first."""
    return store.read(queries.closed, person_id)


def item(store: Store, item_id: int) -> ItemView:
    """One goal with what it feeds and how it is measured; raises `NotFound`."""
    plan_id = store.get(PlanItem, item_id).plan_id
    for found in store.read(queries.item_views, plan_id):
        if found.id == item_id:
            return found
    raise NotFound(N_("This goal no longer exists."))


def reached_last(store: Store, plan: PlanView) -> frozenset[int]:
    """The goals of a plan that were reached in it and went on in no other.

    What is settled on them holds; for others that is done where they went on.
    """
    gone_on = store.read(queries.gone_on, plan.plan.id)
    done = (view.id for view in plan.items if view.item.state is ItemState.DONE)
    return frozenset(done) - gone_on


def start(
    store: Store,
    person_id: int,
    title: str,
    starts_on: date,
    ends_on: date,
    *,
    origin: object = None,
) -> Plan:
    """Begin a plan; raises `InvalidInput` if it ends before it starts, and beside an open one."""
    _check_period(starts_on, ends_on)
    title = clean_short(title, N_("title"))
    with store.edit(tr("New plan"), origin=origin, person_id=person_id, place=PLACE) as tx:
        check_none_open(tx, person_id)
        return tx.add(Plan(person_id=person_id, title=title, starts_on=starts_on, ends_on=ends_on))


def open_one(tx: Transaction, person_id: int, today: date, plan_id: int | None = None) -> Plan:
    """Within an edit, the open plan of a person, by its id or the newest; without one it begins.

    Raises `InvalidInput` for the id of a plan that is closed.
    """
    plan = tx.get(Plan, plan_id) if plan_id else tx.read(queries.current, person_id)
    if plan is None:
        return begin(tx, person_id, today)
    if plan.state is PlanState.CLOSED:
        raise InvalidInput(N_("This plan is closed. Add goals to the open plan instead."))
    return plan


def begin(tx: Transaction, person_id: int, on: date) -> Plan:
    """Within an edit, a new plan of the usual length for a person who has none that is open."""
    ends_on = on + timedelta(days=PERIOD_DAYS)
    return tx.add(Plan(person_id=person_id, starts_on=on, ends_on=ends_on))


def check_none_open(tx: Transaction, person_id: int) -> None:
    """Raise `InvalidInput` where a person has a plan that is not closed: there is one at a time."""
    if tx.read(queries.current, person_id) is not None:
        raise InvalidInput(N_("There's already an open plan. Close it first, or add goals to it."))


def _check_period(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise InvalidInput(N_("A plan can't end before it starts. Choose a later end date."))


def change(
    store: Store, plan_id: int, *, merge: str = "", origin: object = None, **fields: object
) -> None:
    """Set the title or the period of a plan."""
    if "title" in fields:
        fields["title"] = clean_short(str(fields["title"]), N_("title"))
    plan = store.get(Plan, plan_id)
    wanted = replace(plan, **fields)  # type: ignore[arg-type]
    _check_period(wanted.starts_on, wanted.ends_on)
    with store.edit(
        tr("Edit plan"), origin=origin, merge=merge, person_id=plan.person_id, place=PLACE
    ) as tx:
        tx.change(Plan, plan_id, **fields)


def check_score(score: float | None) -> float | None:
    """The score, if it is one; raises `InvalidInput` for what is outside its range."""
    if score is not None and not 0.0 <= score <= 1.0:
        raise InvalidInput(N_("Enter a score from 0.0 to 1.0."))
    return score


def check_scored(goal: PlanItem) -> None:
    """Raise `InvalidInput` for a personal goal with a score: what is theirs is not measured."""
    if goal.personal and goal.score is not None:
        raise InvalidInput(N_("Personal goals aren't scored. Leave the score blank."))


def add_items_for(
    store: Store,
    person_id: int,
    horizon: Horizon,
    titles: Iterable[str],
    today: date,
    *,
    plan_id: int | None = None,
    origin: object = None,
) -> list[PlanItem]:
    """Add goals to a person's plan; the first ones begin a plan, in the same step.

    *plan_id* says to which one, where older stores hold two that are open.
    """
    cleaned = [clean_line(title, N_("goal")) for title in titles]
    step = trn("Add goal", "Add goals", len(cleaned))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        return add_within(tx, person_id, horizon, cleaned, today, plan_id)


def add_within(
    tx: Transaction,
    person_id: int,
    horizon: Horizon,
    titles: Iterable[str],
    today: date,
    plan_id: int | None = None,
) -> list[PlanItem]:
    """Add goals, cleaned already, within an edit; without a plan one begins."""
    from careerdesk.services import goal_changes  # late: the first page edits no plan

    plan = open_one(tx, person_id, today, plan_id)
    last = tx.read(queries.last_item_rank, plan.id, horizon)
    added = []
    for title in titles:
        last = ranks.at_end(last)
        goal = PlanItem(plan_id=plan.id, horizon=horizon, title=title, touched_on=today, rank=last)
        added.append(tx.add(goal))
        goal_changes.note_new(tx, added[-1], today)
    return added


def change_item(
    store: Store,
    item_id: int,
    *,
    today: date,
    merge: str = "",
    origin: object = None,
    **fields: object,
) -> None:
    """Set fields of a goal.

    That it may be cited is taken back of what it was carried over from as well: it is one goal.
    """
    from careerdesk.services import goal_changes  # late: the first page edits no plan

    checked = {name: _checked(name, value) for name, value in fields.items()}
    with store.edit(
        tr("Edit goal"), origin=origin, merge=merge, person_id=owner(store, item_id), place=PLACE
    ) as tx:
        before = tx.get(PlanItem, item_id)
        if "score" in checked:
            check_scored(replace(before, **checked))  # type: ignore[arg-type]
        checked |= reached(tx, before, checked, today)
        checked |= _kept_out(before, checked)
        tx.change(PlanItem, item_id, **checked, touched_on=today)
        if checked.get("may_be_cited") is False:
            _take_back(tx, item_id)
        goal_changes.follow(tx, before, replace(before, **checked), today)  # type: ignore[arg-type]


def reached(
    tx: Transaction, before: PlanItem, fields: Mapping[str, object], today: date
) -> dict[str, object]:
    """Within an edit, the day a goal was reached, where it comes to be done or ceases to be.

    A day that *fields* name is checked: raises `InvalidInput` for one to come, and for one before
    the goal was made.
    """
    if "reached_on" in fields:
        return {"reached_on": _checked_day(tx, before, fields["reached_on"], today)}
    state = fields.get("state", before.state)
    if (state is ItemState.DONE) is (before.state is ItemState.DONE):
        return {}
    return {"reached_on": today if state is ItemState.DONE else None}


def _kept_out(before: PlanItem, fields: Mapping[str, object]) -> dict[str, object]:
    """A goal that comes to be personal may not be cited any more; it would be settled again.

    Raises `InvalidInput` where a personal goal is to be cited.
    """
    if not fields.get("personal", before.personal):
        return {}
    if fields.get("may_be_cited") and before.personal:
        raise InvalidInput(
            N_("Personal goals can't be cited in reviews. Untick “Personal” for this goal first.")
        )
    return {"may_be_cited": False} if before.may_be_cited or "may_be_cited" in fields else {}


def _take_back(tx: Transaction, item_id: int) -> None:
    """So that no tick of before counts again once the newest form of a goal is deleted."""
    for key in tx.read(queries.citable_before, item_id):
        tx.change(PlanItem, key, may_be_cited=False)


def _checked_day(tx: Transaction, before: PlanItem, day: object, today: date) -> date:
    from careerdesk.data.queries import goal_changes

    if before.state is not ItemState.DONE or not isinstance(day, date):
        raise InvalidInput(
            N_("Mark the goal as done first. Then you can set the date when it was reached.")
        )
    if day > today:
        raise InvalidInput(N_("That date is in the future. Choose today or an earlier date."))
    made_on = tx.read(goal_changes.made_on, before.id)
    if made_on is not None and day < made_on:
        raise InvalidInput(N_("The goal didn't exist yet on that date. Choose a later date."))
    return day


def _checked(name: str, value: object) -> object:
    if name == "title":
        return clean_line(str(value), N_("goal"))
    if name == "score":
        return check_score(value if isinstance(value, float) else None)
    return clean_note(value) if type(value) is str else value


def owner(store: Store, item_id: int) -> int | None:
    """The person whose plan holds a goal; None if it is gone."""
    return store.read(queries.owner, item_id)


def set_state(
    store: Store, ids: Sequence[int], state: ItemState, today: date, *, origin: object = None
) -> None:
    """Say how goals are going."""
    if not ids:
        return
    from careerdesk.services import goal_changes  # late: the first page edits no plan

    known = store.read(queries.with_owner, ids)
    person_id = known[ids[0]][0] if ids[0] in known else None
    with store.edit(tr("Set status"), origin=origin, person_id=person_id, place=PLACE) as tx:
        for key in ids:
            before = known[key][1] if key in known else tx.get(PlanItem, key)
            if before.state is not state:
                day = reached(tx, before, {"state": state}, today)
                tx.change(PlanItem, key, state=state, **day, touched_on=today)
                goal_changes.follow(tx, before, replace(before, state=state), today)


def move_items(
    store: Store,
    ids: Sequence[int],
    horizon: Horizon,
    before_id: int | None,
    *,
    origin: object = None,
) -> None:
    """Put goals in front of another goal of a group (None: at its end).

    One row is written for each goal that moves; those that stand there already are left.
    """
    if not ids:
        return
    person_id = owner(store, ids[0])
    name = trn("Move goal", "Move goals", len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        goals = {key: tx.get(PlanItem, key) for key in ids}
        plan_id = goals[ids[0]].plan_id
        order = tx.read(queries.item_order, plan_id, horizon)
        written = ranks.moved(order, ids, before_id)
        for key, rank in written.items():
            crossing = key in goals and goals[key].horizon is not horizon
            extra = {"horizon": horizon} if crossing else {}
            tx.change(PlanItem, key, rank=rank, **extra)


def remove_items(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete goals with their key results."""
    if not ids:
        return
    name = trn("Delete goal", "Delete goals", len(ids))
    person_id = owner(store, ids[0])
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(PlanItem, ids, person_id)


def set_item_motivators(
    store: Store, item_id: int, motivator_ids: Iterable[int], *, origin: object = None
) -> None:
    """Say which motivators a goal feeds."""
    wanted = set(motivator_ids)
    with store.edit(
        tr("Edit goal"), origin=origin, person_id=owner(store, item_id), place=PLACE
    ) as tx:
        known = tx.read(queries.links, item_id)
        for motivator_id in sorted(known.keys() - wanted):
            tx.remove(ItemMotivator, known[motivator_id])
        for motivator_id in sorted(wanted - known.keys()):
            tx.add(ItemMotivator(item_id=item_id, motivator_id=motivator_id))
