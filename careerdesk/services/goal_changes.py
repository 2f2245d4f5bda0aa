"""What changes on goals: noted beside each edit of a plan, in the check-in that is going on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.queries import goal_changes as queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain import moments
from careerdesk.domain.goal_changes import ChangedGoal, is_new
from careerdesk.domain.loop import ChangeKind, GoalChange
from careerdesk.domain.progress import keeps, unit_of
from careerdesk.domain.records import (
    CheckIn,
    Direction,
    ItemState,
    KeyResult,
    PlanItem,
)
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["ChangedGoal"]

PLACE = "check-ins"
INTO_THE_NIGHT = timedelta(hours=4)
COUNTED_ONE_BY_ONE = frozenset({ChangeKind.ACTION_ADDED, ChangeKind.ACTION_DONE})
REASON_LENGTH = 500


def made_in(store: Store, checkin_id: int) -> tuple[ChangedGoal, ...]:
    """What changed in the plan while a check-in went on, one entry for each goal."""
    return store.read(queries.made_in, checkin_id)


def between(store: Store, plan_id: int, first: date, last: date) -> tuple[ChangedGoal, ...]:
    """What changed on the goals of a plan from one day to another, both included."""
    return store.read(queries.in_plan, plan_id, first, last)


def of_now(tx: Transaction, item_id: int, on: date) -> tuple[int | None, list[GoalChange]]:
    """Within an edit, the check-in it is made in, and what changed on a goal in it.

    It is one that began on that day or late in the evening before, not one forgotten; None is
    outside of any, and what changed there on that day.
    """
    running, changes = tx.read(queries.now, item_id, on)
    check_in_id = next((check_in.id for check_in in running if on in _days(check_in)), None)
    return check_in_id, [change for change in changes if change.made_in == check_in_id]


def _days(check_in: CheckIn) -> tuple[date, date]:
    """The day a check-in began on, and the next one if it began late in the evening."""
    began = moments.local(check_in)
    return began.date(), (began + INTO_THE_NIGHT).date()


def note(
    tx: Transaction,
    item_id: int,
    on: date,
    what: ChangeKind,
    was: str,
    became: str,
    result_id: int | None = None,
) -> None:
    """Note within an edit that something of a goal changed; a later word of the day replaces it.

    What went back to where it was leaves no trace. It belongs to the check-in that is going on.
    A target is one of a key result, *result_id*. A new goal is one whose state *was* nothing;
    other words count in a check-in alone, and not of a goal that is new there.
    """
    check_in_id, every = of_now(tx, item_id, on)
    if what is ChangeKind.REWORDED and (check_in_id is None or any(map(is_new, every))):
        return
    same = [one for one in every if one.what is what and one.result_id == result_id]
    known = [] if what in COUNTED_ONE_BY_ONE else same
    if known and known[0].was == became:
        for one in known:
            tx.remove(GoalChange, one.id)
    elif known and known[-1].was == became:
        tx.remove(GoalChange, known[-1].id)
    elif known and not _drops(what, became):
        tx.change(GoalChange, known[-1].id, became=became)
    elif was != became:
        change = GoalChange(item_id=item_id, changed_on=on, made_in=check_in_id, what=what,
                            was=was, became=became, result_id=result_id)  # fmt: skip
        tx.add(change)


def _drops(what: ChangeKind, became: str) -> bool:
    """Whether a goal is dropped: noted apart, since the state before comes back with the goal."""
    return what is ChangeKind.STATE and became == ItemState.DROPPED.value


def note_new(tx: Transaction, goal: PlanItem, on: date) -> None:
    """Note within an edit that a goal came."""
    note(tx, goal.id, on, ChangeKind.STATE, "", goal.state.value)


def follow(tx: Transaction, before: PlanItem, now: PlanItem, on: date) -> None:
    """Note within an edit what became of state, due date and words of a goal."""
    for what, was, became in (
        (ChangeKind.STATE, before.state.value, now.state.value),
        (ChangeKind.DUE, _day_text(before.due_on), _day_text(now.due_on)),
        (ChangeKind.REWORDED, before.title, now.title),
    ):
        if was != became:
            note(tx, before.id, on, what, was, became)


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def note_target(tx: Transaction, before: KeyResult, on: date) -> None:
    """Note within an edit that a key result aims elsewhere than it did *before*."""
    now = tx.get(KeyResult, before.id)
    note(tx, now.item_id, on, ChangeKind.TARGET, target_text(before), target_text(now), now.id)


def target_text(result: KeyResult) -> str:
    """What a key result aims at, as it is kept of a change: *71 → 95 %*, *≥ 95 %*."""
    target = f"{result.target:.12g}"
    if keeps(result.direction):
        ends = f"{'≥' if result.direction is Direction.AT_LEAST else '≤'} {target}"
    else:
        ends = f"{result.baseline:.12g} → {target}"
    return f"{ends} {unit_of(result)}".rstrip()


def target_changes(store: Store, item_id: int) -> list[GoalChange]:
    """When the key results of a goal came to aim elsewhere, and why, the last change first."""
    return store.read(queries.targets_of, item_id)


def explain(
    store: Store, change_id: int, reason: str, *, merge: str = "", origin: object = None
) -> None:
    """Say why a goal was changed; nobody has to."""
    change = store.get(GoalChange, change_id)
    person_id = store.read(plan_queries.owner, change.item_id)
    reason = clean_line(reason, N_("reason"), REASON_LENGTH) if reason.strip() else ""
    with store.edit(
        tr("Edit reason"), origin=origin, merge=merge, person_id=person_id, place="plan"
    ) as tx:
        tx.change(GoalChange, change_id, reason=reason)


def forget_step(tx: Transaction, item_id: int, on: date, what: ChangeKind, words: str) -> None:
    """Take back within an edit that a step with these words came or was done today."""
    for known in of_now(tx, item_id, on)[1]:
        if known.what is what and known.became == words:
            tx.remove(GoalChange, known.id)
            return


def reword_step(tx: Transaction, item_id: int, on: date, before: str, words: str) -> None:
    """Follow within an edit a step of today that was worded again."""
    for known in of_now(tx, item_id, on)[1]:
        if known.what in COUNTED_ONE_BY_ONE and known.became == before:
            tx.change(GoalChange, known.id, became=words)


def confirm(
    store: Store, item_id: int, today: date, *, right: bool = True, origin: object = None
) -> None:
    """Note that a goal was found to be still right (*right* false: take that back)."""
    person_id = store.read(plan_queries.owner, item_id)
    with store.edit(tr("Confirm goal"), origin=origin, person_id=person_id, place=PLACE) as tx:
        set_confirmed(tx, item_id, today, right=right)


def is_confirmed(tx: Transaction, item_id: int, on: date) -> bool:
    """Within an edit, whether a goal was found to be still right in the check-in of now."""
    return bool(_confirmed(tx, item_id, on)[1])


def set_confirmed(tx: Transaction, item_id: int, on: date, *, right: bool) -> None:
    """Note within an edit that a goal was found to be still right, or take that back."""
    check_in_id, known = _confirmed(tx, item_id, on)
    for one in known if not right else ():
        tx.remove(GoalChange, one.id)
    if right and not known:
        confirmed = ChangeKind.CONFIRMED
        tx.add(GoalChange(item_id=item_id, changed_on=on, made_in=check_in_id, what=confirmed))


def _confirmed(tx: Transaction, item_id: int, on: date) -> tuple[int | None, list[GoalChange]]:
    check_in_id, every = of_now(tx, item_id, on)
    return check_in_id, [one for one in every if one.what is ChangeKind.CONFIRMED]
