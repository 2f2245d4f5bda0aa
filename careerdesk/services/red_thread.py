"""The red thread of a person: from what moves them to what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from careerdesk.data.queries import red_thread as queries
from careerdesk.data.store import Store
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.red_thread import ReadAt, RedThread, red_thread
from careerdesk.domain.views import MotivatorView, PlanView
from careerdesk.services import discovery, plans

LOOKS_BACK = timedelta(days=366)
TALKS = 3  # that are shown for a key result


def of(
    store: Store,
    person_id: int,
    today: date,
    *,
    guesses: bool = True,
    drives: Sequence[MotivatorView] | None = None,
) -> RedThread:
    """The thread through the current plan and those closed within a year.

    Without *guesses* only from what the person said. *drives* is what moves them, if it is known.
    """
    current = plans.active(store, person_id)
    closed = [
        plans.get(store, plan.id)
        for plan in plans.closed(store, person_id)
        if plan.closed_on and plan.closed_on >= today - LOOKS_BACK
    ]
    known = discovery.motivators(store, person_id) if drives is None else drives
    motivators = [one.motivator for one in known if guesses or not is_guessed(one.motivator)]
    reads = [read for plan in (current, *closed) if plan for read in _newest(store, plan)]
    return red_thread(motivators, current, closed, reads)


def _newest(store: Store, plan: PlanView) -> Iterator[ReadAt]:
    count: Counter[int] = Counter()
    for read in store.read(queries.read_at, plan.plan.id):
        count[read.result_id] += 1
        if count[read.result_id] <= TALKS:
            yield read
