"""Business objectives: what the company or the team wants, which people's goals can serve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import objectives as queries
from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.queries.objectives import ServingGoal
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Objective
from careerdesk.domain.names import folded
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import clean_line, clean_short
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Objective", "Served", "ServingGoal"]


@dataclass(frozen=True, slots=True)
class Served:
    """An objective with the goals of open plans that serve it, each beside whose it is."""

    objective: Objective
    goals: tuple[tuple[str, ServingGoal], ...] = ()

    @property
    def id(self) -> int:
        """The objective's id."""
        return self.objective.id


def of(store: Store, *, also: int | None = None) -> list[Objective]:
    """The objectives in use, in their order, and one more even if it is retired."""
    return [one for one in store.read(queries.known) if not one.retired or one.id == also]


def served(store: Store, *, retired: bool = False) -> list[Served]:
    """The objectives in use, or those that are retired, with the goals that serve each."""
    serving = store.read(queries.serving)
    names = {one.id: one.name for one in store.read(people_queries.everyone)}
    found = []
    for one in store.read(queries.known):
        if one.retired is not retired:
            continue
        known = (goal for goal in serving.get(one.id, ()) if goal.person_id in names)
        goals = sorted(((names[goal.person_id], goal) for goal in known), key=_by_person)
        found.append(Served(one, tuple(goals)))
    return found


def _by_person(goal: tuple[str, ServingGoal]) -> tuple[str, int]:
    return folded(goal[0]), goal[1].id


def add(store: Store, titles: Sequence[str], *, origin: object = None) -> list[Objective]:
    """Add objectives at the end."""
    cleaned = [clean_line(title, N_("objective")) for title in titles]
    with store.edit(tr("Add objective"), origin=origin) as tx:
        return [_add(tx, title) for title in cleaned]


def add_for_item(
    store: Store, item_id: int, title: str, today: date, *, origin: object = None
) -> Objective:
    """Add an objective that a goal serves, in one step."""
    title = clean_line(title, N_("objective"))
    person_id = store.read(plan_queries.owner, item_id)
    with store.edit(tr("Add objective"), origin=origin, person_id=person_id, place="plan") as tx:
        added = _add(tx, title)
        tx.change(PlanItem, item_id, objective_id=added.id, touched_on=today)
        return added


def _add(tx: Transaction, title: str) -> Objective:
    known = tx.read(queries.known)
    return tx.add(Objective(title=title, rank=ranks.at_end(known[-1].rank if known else None)))


def change(store: Store, objective_id: int, *, origin: object = None, **fields: object) -> None:
    """Set title, measure or period; raises `InvalidInput` if it ends before it starts."""
    if "title" in fields:
        fields["title"] = clean_line(str(fields["title"]), N_("objective"))
    if "measure" in fields:
        fields["measure"] = clean_short(str(fields["measure"]), N_("measure"))
    wanted = replace(store.get(Objective, objective_id), **fields)  # type: ignore[arg-type]
    _check_period(wanted.starts_on, wanted.ends_on)
    with store.edit(tr("Edit objective"), origin=origin) as tx:
        tx.change(Objective, objective_id, **fields)


def _check_period(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise InvalidInput(N_("An objective can't end before it starts. Choose a later end date."))


def retire(store: Store, objective_id: int, *, retire: bool = True, origin: object = None) -> None:
    """Offer an objective no longer, or again; goals that serve it go on to."""
    name = tr("Retire objective") if retire else tr("Restore objective")
    with store.edit(name, origin=origin) as tx:
        tx.change(Objective, objective_id, retired=retire)


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete objectives; the goals that served them stay."""
    if not ids:
        return
    with store.edit(tr("Delete objective"), origin=origin) as tx:
        tx.trash(Objective, ids)
