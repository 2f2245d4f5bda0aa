"""The check-ins of a person around now: the one going on, those planned, those counted from."""

from __future__ import annotations

from careerdesk.data.queries import check_ins_around as queries
from careerdesk.data.store import Store
from careerdesk.domain.check_ins_around import CheckInsAround

__all__ = ["CheckInsAround"]


def around(store: Store, person_id: int) -> CheckInsAround:
    """A person with what repeats and the check-ins around now; raises `NotFound`."""
    return store.read(queries.around, person_id)
