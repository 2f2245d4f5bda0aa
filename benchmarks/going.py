"""P9: from a click on a person to their painted page."""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.figures import Result, percentile
from benchmarks.windows import Painted, settled, window_over
from careerdesk.ui.shell.main_window import MainWindow

FRAME_MS = 16.7


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Click on each person in turn; the slowest but one of a hundred."""
    with window_over("heavy") as window:
        clicks = _clicks(window, turns * 8)
    p99 = percentile(clicks, 0.99)
    return [Result("P9", "click to page, p99, heavy", "ms", p99, FRAME_MS, turns=len(clicks))]


def _clicks(window: MainWindow, turns: int) -> list[float]:
    view = window.rail.list
    painted = Painted(window.person_page.page)  # type: ignore[arg-type]  # the window is shown
    rows = cycle(row for row in range(view.model().rowCount()) if _is_seen(window, row))
    next(rows)  # the first one is shown already

    def click() -> None:
        rect = view.visualRect(view.model().index(next(rows), 0))
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            rect.center(),
        )  # fmt: skip

    found = []
    for _ in range(turns + 5):
        found.append(painted.ms_until(click))
        settled()
    return found[5:]  # after a few to warm up


def _is_seen(window: MainWindow, row: int) -> bool:
    view = window.rail.list
    return bool(view.viewport().rect().contains(view.visualRect(view.model().index(row, 0))))
