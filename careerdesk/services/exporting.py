"""What may leave the program: read column by column, so that nothing private comes along."""

from __future__ import annotations

from datetime import date

from careerdesk.data.queries import sharing, summaries
from careerdesk.data.store import Store
from careerdesk.domain.agreement import Agreement
from careerdesk.domain.shared import SharedPlan
from careerdesk.domain.summaries import Summary
from careerdesk.services import agreements, roles


def plan_for_sharing(store: Store, plan_id: int) -> SharedPlan:
    """The plan as its person may read it; raises `NotFound`."""
    return store.read(sharing.plan, plan_id, store.now().astimezone().date())


def plan_to_hand_over(store: Store, plan_id: int) -> tuple[SharedPlan, Agreement | None]:
    """The plan as its person may read it, with what was agreed on it; raises `NotFound`."""
    shared = plan_for_sharing(store, plan_id)
    return shared, agreements.since(store, plan_id, shared)


def check_ins_summary(
    store: Store, person_id: int, today: date, *, private: bool = False
) -> Summary:
    """The check-ins with a person; without *private* nothing that is for the manager alone."""
    person = roles.as_of(store, person_id, today)
    check_ins = store.read(summaries.shared, person_id)
    alone = store.read(summaries.private, person_id) if private else {}
    return Summary(
        person.name, person.short_name, person.title, person.team, today, check_ins, alone
    )
