"""A plan as it was on an earlier day."""

from __future__ import annotations

from datetime import date, timedelta

from careerdesk.data import snapshots
from careerdesk.data.queries import plans as queries
from careerdesk.data.store import Store
from careerdesk.domain.views import PlanView
from careerdesk.services import plans


def days(store: Store, plan_id: int) -> list[date]:
    """The days at whose end a plan was another than later, the last one first."""
    return [before - timedelta(1) for before in store.read(queries.snapshot_days, plan_id)]


def as_of(store: Store, plan_id: int, day: date) -> PlanView:
    """The plan as it was at the end of *day*; as it is now if it has not changed since."""
    body = store.read(queries.snapshot, plan_id, day)
    return plans.get(store, plan_id) if body is None else snapshots.view(body)
