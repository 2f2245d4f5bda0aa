"""P13: a history of 20,000 check-ins against one of 50: showing it, and scrolling a page."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Result, interleaved, percentile
from benchmarks.stores import write
from benchmarks.windows import Painted, settled, shown
from careerdesk.app import make_application, open_store
from careerdesk.domain.records import CheckIn, CheckInState, Person
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.checkins.check_in_history import Timeline
from careerdesk.ui.shell.main_window import MainWindow

MANY, FEW = 20_000, 50
TIMES = 3.0
FRAME_MS = 16.7
NOTES = "We looked at the plan and at what is in the way. " * 24
BEGIN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Go to and fro between two people, then scroll through the long history."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_application()
        with closing(open_store(_store(folder))) as store:
            window = shown(store, folder)
            try:
                low, high = _showing(window, turns)
                pages = _scrolling(window, turns * 20)
            finally:
                window.close()
    p99 = percentile(pages, 0.99)
    return [
        Result("P13", f"show {MANY} check-ins", "ms", high, TIMES, low, turns),
        Result("P13", "scroll a page, p99", "ms", p99, FRAME_MS, turns=len(pages)),
    ]


def _store(folder: Path) -> Path:
    path = folder / "history.db"
    Store(path).close()
    check_ins = [*_check_ins(1, FEW), *_check_ins(2, MANY)]
    people = [Person(id=n, uid=f"p{n}", given_name=f"Person {n}", rank=n) for n in (1, 2, 3)]
    with closing(sqlite3.connect(path)) as connection, connection:
        write(connection, [*people, *check_ins])
    return path


def _check_ins(person_id: int, count: int) -> list[CheckIn]:
    first = person_id * 1_000_000
    return [
        CheckIn(
            id=first + number, uid=f"t{first + number}", person_id=person_id,
            state=CheckInState.HELD, starts_at=BEGIN - timedelta(hours=8 * (count - number)),
            minutes=30, forward_minutes=10, shared_notes=NOTES, private_notes="",
        )
        for number in range(count)
    ]  # fmt: skip


def _timeline(window: MainWindow) -> Timeline:
    view = window.findChild(Timeline, names.CHECK_IN_HISTORY)
    if view is None:
        raise RuntimeError("the history is not on the page")
    return view


def _showing(window: MainWindow, turns: int) -> tuple[float, float]:
    """A third person between the two, so that each is shown again."""
    window.open_person(3, "check-ins")
    settled()
    painted = Painted(_timeline(window).viewport())

    def show(person_id: int) -> float:
        window.open_person(3)
        settled()
        return painted.ms_until(lambda: window.open_person(person_id))

    return interleaved(lambda: show(1), lambda: show(2), turns)


def _scrolling(window: MainWindow, turns: int) -> list[float]:
    window.open_person(2)
    settled()
    view = _timeline(window)
    painted = Painted(view.viewport())
    view.setFocus()
    QApplication.processEvents()
    found = []
    for _ in range(turns + 5):
        found.append(painted.ms_until(lambda: QTest.keyClick(view, Qt.Key.Key_PageDown)))
        settled()
    return found[5:]
