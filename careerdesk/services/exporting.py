"""What may leave the program: read column by column, so that nothing private comes along."""

from __future__ import annotations

from careerdesk.data.queries import sharing
from careerdesk.data.store import Store
from careerdesk.domain.shared import SharedPlan


def plan_for_sharing(store: Store, plan_id: int) -> SharedPlan:
    """The plan as its person may read it; raises `NotFound`."""
    return store.read(sharing.plan, plan_id)
