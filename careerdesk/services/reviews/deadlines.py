"""The deadlines of the open cycles that somebody still has to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from careerdesk.data.queries.reviews import deadlines as queries
from careerdesk.data.store import Store

if TYPE_CHECKING:
    from careerdesk.domain.reviews.deadlines import Deadline


class Glance(NamedTuple):
    """Whether there is any cycle, and the deadlines ahead, the first one first."""

    has_cycles: bool
    ahead: list[Deadline]


def ahead(store: Store) -> list[Deadline]:
    """All of them, the first one first."""
    return glance(store).ahead


def glance(store: Store) -> Glance:
    """What can be said of Reviews without opening them."""
    if not store.read(queries.has_cycles):
        return Glance(has_cycles=False, ahead=[])  # each start asks this: so it imports little
    from careerdesk.data.queries.reviews import reviews as review_queries
    from careerdesk.domain.reviews import deadlines as rules

    cycles = store.read(review_queries.cycles)
    missing = store.read(queries.missing)
    found = [one for cycle in cycles
             for one in rules.open_deadlines(cycle, missing.get(cycle.id, {}))]  # fmt: skip
    return Glance(has_cycles=True, ahead=sorted(found, key=lambda one: one.due))
