"""The golden thread of a person: from what moves them to what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from careerdesk.data.queries import aspirations as aspiration_queries
from careerdesk.data.queries import golden_thread as queries
from careerdesk.data.store import Store
from careerdesk.domain.golden_thread import GoldenThread, ReadAt, golden_thread
from careerdesk.domain.loop import Aspiration, Reach
from careerdesk.domain.views import MotivatorView
from careerdesk.services import discovery, plans

LOOKS_BACK = timedelta(days=366)
CHECK_INS = 3  # that are shown for a key result


def of(
    store: Store,
    person_id: int,
    today: date,
    *,
    guesses: bool = True,
    drives: Sequence[MotivatorView] | None = None,
) -> GoldenThread:
    """The thread through the current plan and those closed within a year.

    Without *guesses* only from what the person said. *drives* is what moves them, if it is known.
    """
    current, closed = plans.worked_on_since(store, person_id, today - LOOKS_BACK)
    known = discovery.motivators(store, person_id) if drives is None else drives
    motivators = [one.motivator for one in known]
    reads = _newest(store, [view.plan.id for view in (current, *closed) if view])
    wanted = _wanted(store, person_id)
    return golden_thread(motivators, current, closed, reads, wanted, guesses=guesses)


def _wanted(store: Store, person_id: int) -> list[Aspiration]:
    """Where a person wants to go, and wanted to before it ended, as it is worded now."""
    known = store.read(aspiration_queries.of_person, person_id)
    now = [one for one in known if one.valid_to is None or one.struck_on is not None]
    return sorted(now, key=lambda one: (list(Reach).index(one.reach), one.rank, one.id))


def _newest(store: Store, plan_ids: Sequence[int]) -> Iterator[ReadAt]:
    count: Counter[int] = Counter()
    for read in store.read(queries.read_at, plan_ids):
        count[read.result_id] += 1
        if count[read.result_id] <= CHECK_INS:
            yield read
