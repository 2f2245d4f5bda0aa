"""P12: how many rows are written when one of 200 goals is moved."""

from __future__ import annotations

import random
import tempfile
from contextlib import closing
from pathlib import Path

from benchmarks.figures import Result
from benchmarks.stores import SEED, copy_of
from careerdesk.data.store import Store
from careerdesk.domain.clock import SystemClock
from careerdesk.domain.records import Horizon
from careerdesk.services import people, plans
from careerdesk.services.store import Changes

GOALS = 200


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Move goals to random places, within their group and across; the most rows of one move."""
    with tempfile.TemporaryDirectory() as folder:
        path = copy_of("typical", Path(folder))
        with closing(Store(path)) as store:
            most = _most_rows(store, turns * 5)
    return [Result("P12", f"move one of {GOALS} goals", "rows", most, 1, turns=turns * 5)]


def _most_rows(store: Store, moves: int) -> int:
    person, today = people.everyone(store)[0], SystemClock().today()
    plan = plans.active(store, person.id)
    assert plan is not None
    titles = [f"Goal {number}" for number in range(GOALS - len(plan.items))]
    plans.add_items_for(store, person.id, Horizon.SHORT, titles, today)
    written: list[Changes] = []
    store.subscribe(written.append)
    dice = random.Random(SEED)
    for _ in range(moves):
        view = plans.get(store, plan.plan.id)
        moving, before = dice.sample(view.items, 2)
        plans.move_items(store, [moving.id], before.item.horizon, before.id)
    return max(len(changes.all) for changes in written)
