"""P1 to P6 and P18: from the command to the window, its data, and the first edit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, Result, median
from benchmarks.stores import store_of

HERE = Path(__file__).resolve().parent
HEAVY_MODULES = (
    "sqlalchemy", "alembic", "sqlcipher3", "keyring", "icalendar", "asyncio", "numpy",
    "PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
)  # fmt: skip

# goal, what is measured, which figure of it, which of the floor, the unit, the largest ratio
RATIOS = (
    ("P1", "cold start to first paint", "first_paint_ms", "first_paint_ms", "ms", 1.2),
    ("P2", "cold start to first data, heavy", "first_data_ms", "first_paint_ms", "ms", 1.8),
    ("P4", "start until the first edit is done", "ready_ms", "first_paint_ms", "ms", 2.8),
    ("P5", "peak memory, heavy, one tab", "peak_rss_kb", "peak_rss_kb", "KiB", 1.8),
)
FIRST_RATIOS = (
    ("P18", "first start of all, to first paint", "first_paint_ms", 1.5),
    ("P18", "first start of all, to the first page", "first_data_ms", 2.5),
)
STALL_MS = 50


def bench(wanted: set[str], turns: int) -> list[Result]:
    """The goals of *wanted*; P1 to P5 come from the same starts."""
    results = []
    if wanted & {"P1", "P2", "P3", "P4", "P5"}:
        results = [found for found in _starts(turns) if found.goal in wanted]
    if "P6" in wanted:
        results.append(_modules())
    if "P18" in wanted:
        results += _first_starts(turns)
    return results


def _starts(turns: int) -> list[Result]:
    """Start a bare window and the program by turns."""
    store = store_of("heavy")
    bare, ours = _Launch("bare_window.py"), _Launch("-m", "careerdesk", "--store", str(store))
    ours.arguments.append("--measure-start")
    for turn in range(turns + 1):
        for launch in (bare, ours) if turn % 2 else (ours, bare):
            launch.once()
    results = [
        Result(goal, what, unit, ours.median(figure), limit, bare.median(below), turns)
        for goal, what, figure, below, unit, limit in RATIOS
    ]
    stall = ours.median("longest_stall_ms")
    results.append(Result("P3", "longest stall while loading, heavy", "ms", stall, STALL_MS))
    return sorted(results, key=lambda result: result.goal)


def _first_starts(turns: int) -> list[Result]:
    """Start a bare window and the program by turns, which finds no store each time."""
    with tempfile.TemporaryDirectory(prefix="careerdesk-bench-") as folder:
        store = Path(folder) / "store.db"
        bare = _Launch("bare_window.py")
        ours = _Launch("-m", "careerdesk", "--store", str(store), "--measure-start")
        for turn in range(turns + 1):
            for launch in (bare, ours) if turn % 2 else (ours, bare):
                launch.once()
            store.unlink()
    floor = bare.median("first_paint_ms")
    return [
        Result(goal, what, "ms", ours.median(figure), limit, floor, turns)
        for goal, what, figure, limit in FIRST_RATIOS
    ]


class _Launch:
    """Starts one program again and again, with folders of its own, and keeps what it prints."""

    def __init__(self, *arguments: str) -> None:
        first = [str(HERE / arguments[0])] if arguments[0].endswith(".py") else [arguments[0]]
        self.arguments = [*first, *arguments[1:]]
        self._home = tempfile.TemporaryDirectory(prefix="careerdesk-bench-")
        self._figures: list[dict[str, float]] = []

    def once(self) -> None:
        """One start; its printed figures are kept."""
        environment = os.environ | {"CAREERDESK_HOME": self._home.name}
        if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        environment["START_NS"] = str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))
        done = subprocess.run(
            [sys.executable, *self.arguments],
            env=environment, cwd=HERE.parent, stdout=subprocess.PIPE, check=True, timeout=120,
        )  # fmt: skip
        self._figures.append(json.loads(done.stdout))

    def median(self, name: str) -> Figure:
        """The median of one figure; the first start, which warms the disk up, is left out."""
        return median([figures[name] for figures in self._figures[1:]])


def _modules() -> Result:
    """How many heavy modules are there when the first data is on the screen."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.modules", str(store_of("typical"))],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "CAREERDESK_HOME": home},
            cwd=HERE.parent, stdout=subprocess.PIPE, check=True, timeout=120,
        )  # fmt: skip
    found = sorted(set(HEAVY_MODULES) & set(json.loads(done.stdout)))
    note = ", ".join(found)
    return Result("P6", "heavy modules at first data", "", len(found), 0, note=note)
