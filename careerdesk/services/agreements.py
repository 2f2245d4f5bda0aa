"""Agreeing on a plan: a copy of it was handed over on a day, and later changes are told."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.mapping import table_name
from careerdesk.data.queries import agreements as queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.queries import sharing
from careerdesk.data.store import Store
from careerdesk.domain import agreement
from careerdesk.domain.agreement import AgreedGoal, Agreement, Change
from careerdesk.domain.days import check_happened
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.loop import HandedOver, HandedOverKind, SameMeaning, Trashed
from careerdesk.domain.records import ItemState, Plan, PlanItem, PlanState, ProposedBy
from careerdesk.domain.shared import SharedPlan
from careerdesk.domain.views import PlanView
from careerdesk.i18n import N_, tr
from careerdesk.services import handing_over

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "plan"

Dismissed = frozenset[tuple[int, str, str]]


def of(store: Store, plan_id: int) -> Agreement | None:
    """What was agreed on a plan, and what changed since; None where nothing is agreed.

    Raises `NotFound` for a deleted plan.
    """
    plan = store.get(Plan, plan_id)
    if plan.agreed_on is None:
        return None
    return of_view(store, PlanView(plan, store.read(plan_queries.item_views, plan_id)))


def of_view(store: Store, view: PlanView) -> Agreement | None:
    """The same for a plan that was read already."""
    on = view.plan.agreed_on
    return _compared(store, view.plan.id, on, agreement.of_goals(view.items)) if on else None


def since(store: Store, plan_id: int, shared: SharedPlan) -> Agreement | None:
    """The same for a plan as its person may read it."""
    if shared.agreed_on is None:
        return None
    now = agreement.agreed(handing_over.body_of(shared)) or ()
    return _compared(store, plan_id, shared.agreed_on, now)


def _compared(store: Store, plan_id: int, on: date, now: Iterable[AgreedGoal]) -> Agreement:
    return _judged(on, store.read(queries.handed_on, plan_id, on), now)


def _judged(
    on: date, found: tuple[HandedOver, list[SameMeaning]] | None, now: Iterable[AgreedGoal]
) -> Agreement:
    if found is None:
        return Agreement(on, kept=False)
    handed, same = found
    keys = [(one.item_uid, one.field, one.digest) for one in same]
    return agreement.compare(on, handed.body, now, keys)


def handed_goals(store: Store, plan: Plan) -> frozenset[str] | None:
    """The uids of the goals its person was handed with a plan last; None where no copy is kept."""
    last = handing_over.last(store, HandedOverKind.PLAN, plan.person_id, plan.id)
    goals = agreement.agreed(last.body) if last else None
    return None if goals is None else frozenset(goal.uid for goal in goals)


def agree(
    store: Store,
    plan_id: int,
    on: date,
    whose: Mapping[int, ProposedBy] | None = None,
    *,
    today: date | None = None,
    origin: object = None,
) -> None:
    """Note that a copy of the plan was handed over on a day, and keep its wording.

    *whose* says of goals whose idea they were; what is no goal of the plan any more is left out.
    Raises `InvalidInput` where there is nothing to agree on, where the plan is closed, and for a
    day that is still to come.
    """
    check_happened(on, today or _today(store))
    check(store, plan_id)
    plan = store.get(Plan, plan_id)
    with store.edit(
        tr("Agree on plan"), origin=origin, person_id=plan.person_id, place=PLACE
    ) as tx:
        for goal in tx.read(plan_queries.items, plan_id):
            if whose and goal.id in whose:
                tx.change(PlanItem, goal.id, proposed_by=whose[goal.id])
        tx.change(Plan, plan_id, state=PlanState.AGREED, agreed_on=on)
        body = handing_over.body_of(tx.read(sharing.plan, plan_id, tx.today()))
        handing_over.hand_over(tx, plan.person_id, HandedOverKind.PLAN, body, on, plan_id=plan_id)


def check(store: Store, plan_id: int) -> None:
    """Raise `InvalidInput` where there is nothing to agree on, or the plan is closed."""
    if store.get(Plan, plan_id).state is PlanState.CLOSED:
        raise InvalidInput(N_("This plan is closed. Agree on the next one instead."))
    goals = store.read(plan_queries.items, plan_id)
    if all(goal.state is ItemState.DROPPED for goal in goals):
        raise InvalidInput(N_("This plan has no goals yet. Add one, then agree on the plan."))


def back_to_draft(store: Store, plan_id: int, *, origin: object = None) -> None:
    """Note that the plan is not agreed on yet; what was handed over stays noted.

    Raises `InvalidInput` for a closed plan: it would be open again.
    """
    plan = store.get(Plan, plan_id)
    if plan.state is PlanState.CLOSED:
        raise InvalidInput(N_("This plan is closed. Agree on the next one instead."))
    with store.edit(
        tr("Agree on plan"), origin=origin, person_id=plan.person_id, place=PLACE
    ) as tx:
        tx.change(Plan, plan_id, state=PlanState.DRAFT, agreed_on=None)


def set_proposed(
    store: Store,
    plan_id: int,
    whose: Mapping[int, ProposedBy | None],
    *,
    origin: object = None,
) -> None:
    """Say whose idea goals were (None: that is not known)."""
    person_id = store.get(Plan, plan_id).person_id
    with store.edit(tr("Edit goal"), origin=origin, person_id=person_id, place=PLACE) as tx:
        for item_id, who in whose.items():
            tx.change(PlanItem, item_id, proposed_by=who)


# Changes that mean the same


def same_meaning(
    store: Store, plan_id: int, change: Change, *, same: bool = True, origin: object = None
) -> None:
    """Count a change no longer, as long as the words stay these (*same* false: count it again)."""
    plan = store.get(Plan, plan_id)
    found = store.read(queries.handed_on, plan_id, plan.agreed_on) if plan.agreed_on else None
    if found is None:
        raise NotFound(N_("The agreed wording is no longer available. Agree on the plan again."))
    handed, known_same = found
    key = (change.goal_uid, change.field)
    with store.edit(
        tr("Mark as having the same meaning"), origin=origin, person_id=plan.person_id, place=PLACE
    ) as tx:
        for known in known_same:
            if (known.item_uid, known.field) == key:
                tx.remove(SameMeaning, known.id)
        if same:
            _say(tx, handed.id, change)


def _say(tx: Transaction, handed_over_id: int, change: Change) -> None:
    said = SameMeaning(
        handed_over_id=handed_over_id,
        item_uid=change.goal_uid,
        field=change.field,
        digest=change.digest,
    )
    tx.add(said)


def said_to_mean_the_same(tx: Transaction, person_id: int) -> Dismissed:
    """Within an edit, plan, goal and field of each change that is not counted; for `say_again`."""
    found = set()
    for plan_id in tx.read(queries.agreed_plans, person_id):
        _, since_then = _within(tx, plan_id)
        same = since_then.same if since_then else ()
        found |= {(plan_id, one.goal_uid, one.field) for one in same}
    return frozenset(found)


def say_again(tx: Transaction, dismissed: Dismissed) -> None:
    """Within an edit that rewrote what was agreed, let what was not counted still not count."""
    for plan_id in {plan_id for plan_id, _, _ in dismissed}:
        handed_over_id, found = _within(tx, plan_id)
        for change in found.changes if found else ():
            if (plan_id, change.goal_uid, change.field) in dismissed:
                _say(tx, handed_over_id, change)


def _within(tx: Transaction, plan_id: int) -> tuple[int, Agreement | None]:
    """What was handed over, and what of it changed; 0 and None where nothing is kept."""
    on = tx.get(Plan, plan_id).agreed_on
    found = tx.read(queries.handed_on, plan_id, on) if on else None
    if on is None or found is None:
        return 0, None
    now = agreement.of_goals(tx.read(plan_queries.item_views, plan_id))
    return found[0].id, _judged(on, found, now)


def _today(store: Store) -> date:
    return store.now().astimezone().date()


# What stays of a goal that is deleted


def kept_words(store: Store, item_ids: Iterable[int]) -> date | None:
    """The day of the agreement that keeps the words of one of these goals; None if none does."""
    for on, body, uids in store.read(queries.copies_of_goals, list(item_ids)):
        if agreement.holds(body, uids):
            return on
    return None


def kept_of_deleted(store: Store, thrown_ids: Iterable[int]) -> date | None:
    """The same for goals in the trash, by the ids of what was deleted."""
    uids: dict[int, set[str]] = defaultdict(set)
    for found in (store.get(Trashed, key) for key in thrown_ids):
        if found.kind == table_name(PlanItem):
            row = dict(json.loads(found.body)["rows"][0][1])
            uids[int(row["plan_id"])].add(str(row["uid"]))
    for plan_id, of_plan in uids.items():
        on = _agreed_on(store, plan_id)
        found_then = store.read(queries.handed_on, plan_id, on) if on else None
        if found_then is not None and agreement.holds(found_then[0].body, of_plan):
            return on
    return None


def _agreed_on(store: Store, plan_id: int) -> date | None:
    """The day of an agreement; None where the plan is deleted."""
    try:
        return store.get(Plan, plan_id).agreed_on
    except NotFound:
        return None
