"""P21: another appearance while every page of the window has been visited."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from benchmarks.figures import Result, median
from benchmarks.windows import Painted, settled, window_over
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import SHORTCUTS, SHOW_OBJECTIVES, SHOW_TEMPLATES, SHOW_TRASH
from careerdesk.ui.shell.main_window import MainWindow

LIMIT_MS = 200
PLACES = (
    names.GO_TODAY, names.GO_REVIEWS, names.PREFERENCES, SHORTCUTS, SHOW_OBJECTIVES,
    SHOW_TEMPLATES, SHOW_TRASH, names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN,
    names.GO_CHECK_INS,
)  # fmt: skip


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Change between light and dark; the median until the page is painted in it."""
    with window_over("heavy") as window:
        for place in PLACES:
            window.actions_[place].trigger()
            settled()
        found = _changes(window, turns)
        count = f"{len(QApplication.allWidgets())} widgets"
    middle = median(found)
    what = "another appearance, all pages visited"
    return [Result("P21", what, "ms", middle, LIMIT_MS, turns=len(found), note=count)]


def _changes(window: MainWindow, turns: int) -> list[float]:
    theme = window.ctx.theme
    painted = Painted(window.person_page)
    found = []
    for turn in range(turns + 1):
        look = ("dark", "light")[turn % 2]
        found.append(painted.ms_until(lambda look=look: theme.choose(look)))  # type: ignore[misc]
        settled()
    return found[1:]  # after one to warm up
