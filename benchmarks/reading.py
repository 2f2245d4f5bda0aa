"""P7: what a person's tab reads, against the same statements run bare."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import cycle

from benchmarks.figures import Result, elapsed_ms, interleaved
from benchmarks.stores import store_of
from careerdesk.data.library import PLAIN
from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.services import checkins, people, plans

CHECK_INS = 50
LIMITS = (("typical", 2.0), ("heavy", 1.5))


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Read the tab of each person in turn, at both scales."""
    return [_at_scale(scale, limit, turns) for scale, limit in LIMITS]


def _at_scale(scale: str, limit: float, turns: int) -> Result:
    path = store_of(scale)
    with closing(PLAIN.connect(path)) as connection, closing(Store(path)) as store:
        persons = [person.id for person in people.everyone(store)]
        floor = _timer(persons, lambda person: _bare(connection, person))
        ours = _timer(persons, lambda person: read_tab(store, person))
        low, high = interleaved(floor, ours, turns * 3)
    what = f"read a person's tab, {scale}"
    return Result("P7", what, "ms", high, limit, low, turns * 3)


def _timer(persons: list[int], read: Callable[[int], object]) -> Callable[[], float]:
    """One turn: the next person, and how long reading takes."""
    order = cycle(persons)
    return lambda: elapsed_ms(lambda: read(next(order)))


def _bare(connection: sqlite3.Connection, person: int) -> None:
    """The statements of the tab, their rows fetched and no more."""
    connection.execute(checkin_queries.NEWEST, (person, CHECK_INS)).fetchall()
    plan = connection.execute(plan_queries.CURRENT, (person,)).fetchall()
    for sql in (plan_queries.FED_BY_PLAN, plan_queries.MEASURED_IN_PLAN, plan_queries.ITEMS):
        connection.execute(sql, (plan[0][0],)).fetchall()
    connection.execute(discovery_queries.KNOWN, (person,)).fetchall()


def read_tab(store: Store, person: int) -> None:
    """The same as the pages read it."""
    checkins.history(store, person, limit=CHECK_INS)
    plans.active(store, person)
    store.read(discovery_queries.known, person)
