"""The deadlines of the open cycles that somebody still has to meet."""

from __future__ import annotations

from careerdesk.data.queries.reviews import deadlines as queries
from careerdesk.data.queries.reviews import reviews as review_queries
from careerdesk.data.store import Store
from careerdesk.domain.reviews import deadlines as rules
from careerdesk.domain.reviews.deadlines import Deadline


def ahead(store: Store) -> list[Deadline]:
    """All of them, the first one first."""
    cycles = store.read(review_queries.cycles)
    if not cycles:
        return []
    missing = store.read(queries.missing)
    found = [one for cycle in cycles
             for one in rules.open_deadlines(cycle, missing.get(cycle.id, {}))]  # fmt: skip
    return sorted(found, key=lambda one: one.due)
