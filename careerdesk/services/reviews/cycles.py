"""Cycles of reviews: period, deadlines, scale, and who takes part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries.reviews import calibrating
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.days import check_days
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person, PersonStatus, Record, Relation
from careerdesk.domain.reviews.light import (
    Calibrating,
    calibrates_next,
    check_calibrates,
    check_may_be_light,
)
from careerdesk.domain.reviews.periods import next_name, next_period, period
from careerdesk.domain.reviews.records import (
    Criterion,
    CycleKind,
    RatingLevel,
    Review,
    ReviewCycle,
)
from careerdesk.domain.reviews.stages import Act
from careerdesk.domain.standing import standing
from careerdesk.domain.text import clean_line, clean_short
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["calibrates_next", "period"]

PLACE = "reviews"
LEAST_STEPS, MOST_STEPS = 3, 7
SCALE = ("Outstanding", "Strong", "Solid", "Growing")
CRITERIA = ("Impact", "Craft", "Working together")
DUE_AFTER = {  # days after the end of the period
    "self_due": 7, "peers_due": 14, "writing_due": 21, "sealing_due": 24, "calibration_due": 31,
    "sharing_due": 42,
}  # fmt: skip
DEADLINES = tuple(DUE_AFTER)


@dataclass(frozen=True, slots=True)
class CycleView:
    """A cycle with its scale (the highest level first) and what the scale looks at."""

    cycle: ReviewCycle
    steps: tuple[RatingLevel, ...]
    criteria: tuple[Criterion, ...]

    @property
    def id(self) -> int:
        """The cycle's id."""
        return self.cycle.id

    def step(self, step_id: int | None) -> RatingLevel | None:
        """A level of the scale by its id."""
        return next((one for one in self.steps if one.id == step_id), None)

    def label(self, step_id: int | None) -> str:
        """What a level is called; empty where there is none."""
        found = self.step(step_id)
        return found.label if found else ""


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a cycle; `review` is None while they are not in it.

    `joined` is the day on which they came within the period, None if they were there before.
    """

    person: Person
    review: Review | None
    joined: date | None = None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


def every(store: Store) -> list[ReviewCycle]:
    """All cycles, the one that ends last first."""
    return store.read(queries.cycles)


def get(store: Store, cycle_id: int) -> CycleView:
    """One cycle; raises `NotFound`."""
    cycle = store.get(ReviewCycle, cycle_id)
    return CycleView(
        cycle,
        tuple(store.read(queries.steps, cycle_id)),
        tuple(store.read(queries.criteria, cycle_id)),
    )


def overlapping(store: Store, cycle_id: int) -> list[ReviewCycle]:
    """Other cycles whose period has days in common with this one; that is allowed, and said."""
    cycle = store.get(ReviewCycle, cycle_id)
    return [
        other
        for other in every(store)
        if other.id != cycle_id
        and other.starts_on <= cycle.ends_on
        and cycle.starts_on <= other.ends_on
    ]


def members(store: Store, cycle_id: int) -> list[Member]:
    """Everyone who takes part, is left out, or could take part, in the order of the rail."""
    cycle = store.get(ReviewCycle, cycle_id)
    known = {review.person_id: review for review in store.read(queries.reviews, cycle_id)}
    return [
        Member(person, known.get(person.id), _joined(person, cycle))
        for person in store.read(people_queries.everyone)
        if person.id in known or person.archived_on is None
    ]


def _joined(person: Person, cycle: ReviewCycle) -> date | None:
    start = person.start_date
    return start if start is not None and cycle.starts_on < start <= cycle.ends_on else None


def add(
    store: Store,
    name: str,
    kind: CycleKind,
    starts_on: date,
    ends_on: date,
    *,
    calibrates: bool = False,
    origin: object = None,
) -> ReviewCycle:
    """Begin a cycle for the direct reports, with a scale and deadlines to be changed.

    It is light unless it *calibrates*: all deadlines are there, and two of them count. Raises
    `InvalidInput` if it ends before it starts.
    """
    cycle = ReviewCycle(
        name=clean_line(name, N_("name")), kind=kind, starts_on=starts_on, ends_on=ends_on,
        calibrates=calibrates,
    )  # fmt: skip
    cycle = replace(cycle, **_deadlines(ends_on))  # type: ignore[arg-type]
    _check_period(cycle)
    with store.edit(tr("New review cycle"), origin=origin, place=PLACE) as tx:
        added = tx.add(cycle)
        for place, label in enumerate(SCALE, 1):
            tx.add(RatingLevel(cycle_id=added.id, label=label, rank=ranks.GAP * place))
        for place, label in enumerate(CRITERIA, 1):
            tx.add(Criterion(cycle_id=added.id, name=label, rank=ranks.GAP * place))
        _invite(tx, added)
        return added


def _deadlines(ends_on: date) -> dict[str, date]:
    room = (date.max - ends_on).days
    return {name: ends_on + timedelta(min(days, room)) for name, days in DUE_AFTER.items()}


def _check_period(cycle: ReviewCycle) -> None:
    if cycle.ends_on < cycle.starts_on:
        raise InvalidInput(N_("A cycle can't end before it starts. Choose a later end date."))


def _invite(tx: Transaction, cycle: ReviewCycle) -> None:
    """Let the direct reports take part who are there at the end of the cycle, also on leave.

    Whoever else is in the rail has a manager of their own: they are let in by hand.
    """
    for person in tx.read(people_queries.in_rail):
        if person.relation is not Relation.DIRECT:
            continue
        there = person.start_date is None or person.start_date <= cycle.ends_on
        by_then = standing(person, cycle.ends_on)
        if there and by_then in (PersonStatus.ACTIVE, PersonStatus.ON_LEAVE):
            tx.add(Review(cycle_id=cycle.id, person_id=person.id))


def follow(store: Store, cycle_id: int, *, origin: object = None) -> ReviewCycle:
    """Begin the next cycle: as long as this one, right after it, with the same scale.

    It calibrates if this one does. Deadlines stand as far behind the end as they did.
    """
    old = get(store, cycle_id)
    check_days([old.cycle.ends_on], store.now().date())
    starts_on, ends_on = next_period(old.cycle)
    shift = ends_on - old.cycle.ends_on
    dates = {name: day + shift for name in DEADLINES if (day := getattr(old.cycle, name))}
    cycle = ReviewCycle(
        name=next_name(old.cycle, starts_on, ends_on), kind=old.cycle.kind, starts_on=starts_on,
        ends_on=ends_on, nine_box=old.cycle.nine_box, calibrates=old.cycle.calibrates, **dates,
    )  # fmt: skip
    with store.edit(tr("New review cycle"), origin=origin, place=PLACE) as tx:
        added = tx.add(cycle)
        for step in old.steps:
            tx.add(replace(step, id=0, uid="", cycle_id=added.id))
        for criterion in old.criteria:
            tx.add(replace(criterion, id=0, uid="", cycle_id=added.id))
        _invite(tx, added)
        return added


def change(
    store: Store, cycle_id: int, *, merge: str = "", origin: object = None, **values: object
) -> None:
    """Set name, kind, period, deadlines, the nine-box, or whether the company calibrates.

    Raises `InvalidInput` for a bad period, and where a cycle would be light that holds what a
    light one does not show.
    """
    if "name" in values:
        values["name"] = clean_line(str(values["name"]), N_("name"))
    known = {field.name for field in fields(ReviewCycle)} - {"id", "uid", "closed_on"}
    if not values.keys() <= known:
        raise TypeError(f"not fields of a cycle: {values.keys() - known}")
    cycle = _open_cycle(store, cycle_id)
    after = replace(cycle, **values)  # type: ignore[arg-type]
    _check_period(after)
    if values.get("nine_box"):
        check_calibrates(after, Calibrating.NINE_BOX)
    with store.edit(tr("Edit review cycle"), origin=origin, place=PLACE, merge=merge) as tx:
        if cycle.calibrates and not after.calibrates:
            _check_may_be_light(tx, cycle_id)
        tx.change(ReviewCycle, cycle_id, **values)


def _check_may_be_light(tx: Transaction, cycle_id: int) -> None:
    check_may_be_light(tx.read(calibrating.held, cycle_id), guided=_is_guided(tx, cycle_id))


def _is_guided(tx: Transaction, cycle_id: int) -> bool:
    return any(step.guideline is not None for step in tx.read(queries.steps, cycle_id))


def calibrate_again(tx: Transaction, only: Collection[int] | None = None) -> None:
    """Within an edit that brought something back, let no light cycle hide what it holds then.

    *only* says which cycles it can have come into, where that is known.
    A closed one is no exception: its ratings are shown, and must not be those nobody sees.
    """
    for cycle in tx.read(queries.cycles):
        if only is not None and cycle.id not in only:
            continue
        holds = not cycle.calibrates and (
            tx.read(calibrating.held, cycle.id) or _is_guided(tx, cycle.id)
        )
        if holds:
            tx.change(ReviewCycle, cycle.id, calibrates=True)


def _open_cycle(store: Store, cycle_id: int) -> ReviewCycle:
    cycle = store.get(ReviewCycle, cycle_id)
    check_open(cycle)
    return cycle


def check_open(cycle: ReviewCycle) -> None:
    """Raise `InvalidInput` if a cycle is closed."""
    if cycle.closed_on is not None:
        raise InvalidInput(N_("This cycle is closed. Reopen it to make changes."))


def close(store: Store, cycle_id: int, on: date | None, *, origin: object = None) -> None:
    """Close a cycle on a day, so that nothing in it changes; None opens it again."""
    name = tr("Close review cycle") if on else tr("Reopen review cycle")
    with store.edit(name, origin=origin, place=PLACE) as tx:
        tx.change(ReviewCycle, cycle_id, closed_on=on)


def remove(store: Store, cycle_id: int, *, origin: object = None) -> None:
    """Delete a cycle with its reviews."""
    with store.edit(tr("Delete review cycle"), origin=origin, place=PLACE) as tx:
        tx.trash(ReviewCycle, [cycle_id])


def take_in(store: Store, cycle_id: int, person_id: int, *, origin: object = None) -> Review:
    """Let a person take part, for the first time or again."""
    _open_cycle(store, cycle_id)
    known = store.read(queries.review_of, cycle_id, person_id)
    with _edit(store, tr("Edit participants"), None, origin) as tx:
        if known is None:
            return tx.add(Review(cycle_id=cycle_id, person_id=person_id))
        tx.read(queries.facts, known).check(Act.TAKE_IN)
        tx.change(Review, known.id, left_out="")
        return replace(known, left_out="")


def leave_out(
    store: Store, cycle_id: int, person_id: int, reason: str, *, origin: object = None
) -> None:
    """Leave a person out of a cycle, with the reason; what was written for them stays."""
    _open_cycle(store, cycle_id)
    reason = clean_line(reason, N_("reason"))
    known = store.read(queries.review_of, cycle_id, person_id)
    with _edit(store, tr("Edit participants"), None, origin) as tx:
        if known is None:
            tx.add(Review(cycle_id=cycle_id, person_id=person_id, left_out=reason))
            return
        if not known.left_out:
            tx.read(queries.facts, known).check(Act.LEAVE_OUT)
        tx.change(Review, known.id, left_out=reason)


def add_level(store: Store, cycle_id: int, label: str, *, origin: object = None) -> RatingLevel:
    """Add a level at the low end of the scale; a scale has seven at most."""
    return add_levels(store, cycle_id, [label], origin=origin)[0]


def add_levels(
    store: Store, cycle_id: int, labels: Sequence[str], *, origin: object = None
) -> list[RatingLevel]:
    """Add levels at the low end of the scale, all of them or none."""
    _open_cycle(store, cycle_id)
    known = list(store.read(queries.steps, cycle_id))
    if len(known) + len(labels) > MOST_STEPS:
        raise InvalidInput(N_("A scale can have at most seven levels. Remove one first."))
    added: list[RatingLevel] = []
    with _edit(store, tr("Edit scale"), None, origin) as tx:
        for label in labels:
            rank = ranks.at_end(known[-1].rank if known else None)
            step = RatingLevel(cycle_id=cycle_id, label=_new_label(known, label), rank=rank)
            added.append(tx.add(step))
            known.append(added[-1])
    return added


def _new_label(known: Sequence[RatingLevel], label: str, but: int = 0) -> str:
    label = clean_line(label, N_("label"))
    if any(one.label.casefold() == label.casefold() for one in known if one.id != but):
        raise InvalidInput(
            N_("This scale already has a level with that name. Choose another name.")
        )
    return label


def change_level(store: Store, step_id: int, *, origin: object = None, **values: object) -> None:
    """Set label, meaning or guideline (percent, None for none) of a level."""
    step = store.get(RatingLevel, step_id)
    cycle = _open_cycle(store, step.cycle_id)
    if "label" in values:
        known = store.read(queries.steps, step.cycle_id)
        values["label"] = _new_label(known, str(values["label"]), step_id)
    if "meaning" in values:
        values["meaning"] = clean_short(str(values["meaning"]), N_("meaning"))
    part = values.get("guideline")
    if part is not None:
        check_calibrates(cycle, Calibrating.GUIDELINE)
    if isinstance(part, int | float) and not 0 <= part <= 100:
        raise InvalidInput(N_("Enter the guideline as a percentage of people, from 0 to 100."))
    with _edit(store, tr("Edit scale"), None, origin) as tx:
        tx.change(RatingLevel, step_id, **values)


def move_level(
    store: Store, ids: Sequence[int], before_id: int | None, *, origin: object = None
) -> None:
    """Put levels in front of another one, or (None) at the low end."""
    _move(store, RatingLevel, ids, before_id, tr("Edit scale"), origin)


def move_criterion(
    store: Store, ids: Sequence[int], before_id: int | None, *, origin: object = None
) -> None:
    """Put criteria in front of another one, or (None) at the end."""
    _move(store, Criterion, ids, before_id, tr("Edit criteria"), origin)


def _move(
    store: Store,
    kind: type[RatingLevel | Criterion],
    ids: Sequence[int],
    before_id: int | None,
    name: str,
    origin: object,
) -> None:
    if not ids:
        return
    cycle_id = store.get(kind, ids[0]).cycle_id
    _open_cycle(store, cycle_id)
    view = get(store, cycle_id)
    known: Sequence[RatingLevel | Criterion] = view.steps if kind is RatingLevel else view.criteria
    with _edit(store, name, None, origin) as tx:
        order = [(one.id, one.rank) for one in known]
        mine = {key for key, _ in order}
        for key, rank in ranks.moved(order, [key for key in ids if key in mine], before_id).items():
            tx.change(kind, key, rank=rank)


def remove_level(store: Store, step_id: int, *, origin: object = None) -> None:
    """Take a level away; refused while a rating stands on it, or where only three are left."""
    step = store.get(RatingLevel, step_id)
    _open_cycle(store, step.cycle_id)
    if store.read(queries.level_in_use, step_id):
        raise InvalidInput(N_("A review uses this level. Change that review's rating first."))
    if len(store.read(queries.steps, step.cycle_id)) <= LEAST_STEPS:
        raise InvalidInput(N_("A scale needs at least three levels."))
    _remove(store, RatingLevel, step_id, tr("Edit scale"), origin)


def add_criteria(
    store: Store, cycle_id: int, names: Sequence[str], *, origin: object = None
) -> list[Criterion]:
    """Add criteria at the end."""
    _open_cycle(store, cycle_id)
    cleaned = [clean_line(name, N_("criterion")) for name in names]
    with _edit(store, tr("Edit criteria"), None, origin) as tx:
        added = []
        for name in cleaned:
            last = tx.read(queries.last_rank, Criterion, "cycle_id", cycle_id)
            added.append(tx.add(Criterion(cycle_id=cycle_id, name=name, rank=ranks.at_end(last))))
        return added


def rename_criterion(store: Store, criterion_id: int, name: str, *, origin: object = None) -> None:
    """Call a criterion something else."""
    _open_cycle(store, store.get(Criterion, criterion_id).cycle_id)
    name = clean_line(name, N_("criterion"))
    with _edit(store, tr("Edit criteria"), None, origin) as tx:
        tx.change(Criterion, criterion_id, name=name)


def remove_criterion(store: Store, criterion_id: int, *, origin: object = None) -> None:
    """Take a criterion away; accomplishments that spoke for it stay."""
    _open_cycle(store, store.get(Criterion, criterion_id).cycle_id)
    _remove(store, Criterion, criterion_id, tr("Edit criteria"), origin)


def _remove(store: Store, kind: type[Record], key: int, name: str, origin: object) -> None:
    with _edit(store, name, None, origin) as tx:
        tx.remove(kind, key)


def _edit(
    store: Store, name: str, person_id: int | None, origin: object
) -> AbstractContextManager[Transaction]:
    return store.edit(name, origin=origin, person_id=person_id, place=PLACE)
