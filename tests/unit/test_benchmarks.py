"""The benchmarks reckon rightly, and the goals without a clock hold at every run of the tests."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks import moving, starting, stores, written
from benchmarks.figures import Result, interleaved, median, percentile, table
from benchmarks.kept import History
from benchmarks.stores import Scale
from careerdesk.data.store import Store
from careerdesk.domain.search.found import Scope
from careerdesk.services import checkins, people, plans, search
from tests.stores import dump

SMALL = Scale(people=2, years=1, every_days=30, items=4, notes=3)
DAY = date(2026, 11, 24)
ROOT = Path(__file__).resolve().parents[2]


def test_a_ratio_is_to_the_floor_and_a_goal_is_a_limit() -> None:
    good = Result("P1", "start", "ms", measured=30.0, limit=1.5, floor=20.0)
    bad = Result("P1", "start", "ms", measured=31.0, limit=1.5, floor=20.0)
    alone = Result("P3", "stall", "ms", measured=51.0, limit=50)
    assert (good.ratio, good.met, bad.met) == (1.5, True, False)
    assert (alone.ratio, alone.met) == (None, False)


def test_both_are_measured_by_turns_and_the_warm_up_is_left_out() -> None:
    asked: list[str] = []
    values = {"floor": itertools.count(1.0), "ours": itertools.count(10.0)}

    def measure(name: str) -> float:
        asked.append(name)
        return next(values[name])

    low, high = interleaved(lambda: measure("floor"), lambda: measure("ours"), 3)
    assert (low, high) == (3.0, 12.0)
    assert asked[2:] == ["floor", "ours", "ours", "floor", "floor", "ours"]


@pytest.mark.parametrize(("share", "expected"), [(0.5, 50), (0.99, 99), (1.0, 100)])
def test_a_percentile_is_not_exceeded_by_that_share(share: float, expected: int) -> None:
    assert percentile(list(range(100, 0, -1)), share) == expected


def test_the_table_says_what_is_missed() -> None:
    lines = table(
        [
            Result("P1", "start", "ms", measured=30.0, limit=1.5, floor=20.0),
            Result("P3", "stall", "ms", measured=51.5, limit=50),
        ]
    ).splitlines()
    assert lines[1].split() == ["P1", "start", "20", "ms", "30", "ms", "1.50×", "≤", "1.5×", "yes"]
    assert lines[2].split() == ["P3", "stall", "51.50", "ms", "≤", "50", "ms", "NO"]


def test_a_change_is_told_where_it_is_more_than_chance(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"

    def run(measured: float) -> str:
        floor = median([19.0, 20.0, 20.0, 21.0])  # scatters by a twentieth
        result = Result("P1", "start", "ms", measured=measured, limit=2, floor=floor)
        history = History.read(path) if path.exists() else History()
        words = table([result], history.last()).splitlines()[-1]
        history.add([result], turns=4)
        history.write(path)
        return words

    assert "±" in run(20.0)
    assert run(21.0).endswith("1.00×")
    assert run(30.0).endswith("1.05× slower")
    assert run(20.0).endswith("1.50× faster")
    assert [one["load"] for one in History.read(path).runs] != []


def test_figures_of_another_machine_are_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    history = History()
    history.add([Result("P1", "start", "ms", measured=30.0, limit=50)], turns=4)
    history.runs[0]["machine"]["processors"] = 1000
    history.write(path)
    assert History.read(path).last() == {}


def test_the_noise_of_a_percentile_is_what_its_halves_differ_by() -> None:
    assert percentile([1.0] * 8, 0.99).noise == 0
    assert percentile([1.0, 3.0] * 4, 0.99).noise == pytest.approx(1 / 3)


def test_the_same_day_gives_the_same_people(tmp_path: Path) -> None:
    paths = [tmp_path / "one.db", tmp_path / "two.db"]
    for path in paths:
        stores.make(path, SMALL, DAY)
    one, two = (
        [row for row in dump(path) if not row.startswith("question ")] for path in paths
    )  # the bank of questions is the program's own
    assert one == two


def test_a_made_store_opens_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    stores.make(path, SMALL, DAY)
    store = Store(path)
    everyone = people.rail(store, DAY)
    plan = plans.active(store, everyone[0].person.id)
    assert len(everyone) == 2
    assert plan is not None
    assert len(plan.items) == 4
    assert len(checkins.history(store, everyone[0].person.id)) == 12
    store.close()


def test_the_readable_store_says_what_it_says_once_where_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    written.make(path, DAY, Scale(people=46, years=1, every_days=90, items=4, notes=1))
    store = Store(path)
    for one in written.PLANTED:
        hits = search.find(store, f'"{one.text}"', Scope(), DAY).hits
        assert [hit.kind for hit in hits] == [one.kind], one.text
        assert people.get(store, hits[0].person_id or 0).name == one.whose
    store.close()


def test_a_move_among_two_hundred_goals_writes_one_row(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    stores.make(path, SMALL, DAY)
    store = Store(path)
    assert moving._most_rows(store, 40) == 1
    store.close()


def test_nothing_heavy_is_there_when_the_first_data_is_painted(tmp_path: Path) -> None:
    path = tmp_path / "made.db"
    stores.make(path, SMALL, DAY)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.modules", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        timeout=240,
        check=True,
    )
    assert set(starting.HEAVY_MODULES) & set(json.loads(done.stdout)) == set()
