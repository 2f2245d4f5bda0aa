"""The check-ins of a person around now: the one going on, those planned, those counted from."""

from __future__ import annotations

from careerdesk.data.queries import talks_around as queries
from careerdesk.data.store import Store
from careerdesk.domain.talks_around import TalksAround

__all__ = ["TalksAround"]


def around(store: Store, person_id: int) -> TalksAround:
    """A person with what repeats and the check-ins around now; raises `NotFound`."""
    return store.read(queries.around, person_id)
