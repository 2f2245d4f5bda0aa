"""P8: ten times the data: the same work on the extreme store as on the heavy one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import date
from itertools import cycle
from pathlib import Path

from benchmarks.figures import Result, elapsed_ms, interleaved
from benchmarks.reading import read_tab
from benchmarks.stores import copy_of
from careerdesk.data.store import Store
from careerdesk.domain.history import Wanted
from careerdesk.domain.search.found import Scope
from careerdesk.services import checkins, people, plans, search

LIMIT, SEARCH_LIMIT = 1.2, 1.5
FIRST = 40  # people of each store that the work goes round


class Worker:
    """Does the same things to one store, person after person."""

    def __init__(self, store: Store) -> None:
        """Begin with the first person."""
        self.store = store
        everyone = [person.id for person in people.everyone(store)][:FIRST]
        self._next: Iterator[int] = cycle(everyone)
        plan = plans.active(store, everyone[0])
        assert plan is not None
        self._words = cycle(["workshop", "rel", "t", "customer night"])
        self._goals = cycle([view.id for view in plan.items])

    def tab(self) -> None:
        """Read a person's tab."""
        read_tab(self.store, next(self._next))

    def insert(self) -> None:
        """Add a point to an agenda."""
        checkins.add_agenda(self.store, next(self._next), "What went well?")

    def search(self) -> None:
        """Look for a word in a person's check-ins, the newest first."""
        checkins.find(self.store, next(self._next), Wanted(("workshop",)))

    def find(self) -> None:
        """Find a word among all texts, the newest first."""
        search.find(self.store, next(self._words), Scope(), date.today())

    def move(self) -> None:
        """Move a goal to the end of its group."""
        goal = next(self._goals)
        plans.move_items(self.store, [goal], plans.item(self.store, goal).item.horizon, None)


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Each kind of work by turns on both stores."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        small, large = (
            Worker(stack.enter_context(closing(Store(copy_of(scale, folder)))))
            for scale in ("heavy", "extreme")
        )
        return [
            _result("read a person's tab", small.tab, large.tab, turns),
            _result("add a point", small.insert, large.insert, turns),
            _result("move a goal", small.move, large.move, turns),
            _result("search all texts", small.find, large.find, turns, SEARCH_LIMIT),
            _result("search a person's talks", small.search, large.search, turns, SEARCH_LIMIT),
        ]


def _result(
    what: str,
    small: Callable[[], None],
    large: Callable[[], None],
    turns: int,
    limit: float = LIMIT,
) -> Result:
    low, high = interleaved(lambda: elapsed_ms(small), lambda: elapsed_ms(large), turns * 5)
    return Result("P8", f"{what}, extreme to heavy", "ms", high, limit, low, turns * 5)
