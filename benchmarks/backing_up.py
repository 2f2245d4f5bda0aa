"""P16: a backup of the heavy store, beside what SQLite alone takes, and the window meanwhile."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks import exporting
from benchmarks.figures import Result, elapsed_ms, interleaved, median
from benchmarks.stores import copy_of
from benchmarks.windows import settled, window_over
from careerdesk.data import backups as files
from careerdesk.data.library import PLAIN
from careerdesk.data.store import Store
from careerdesk.services import backups, checkins, people
from careerdesk.ui.backups.copying import Copying
from careerdesk.ui.shell.main_window import MainWindow

LIMIT, STALL_MS = 1.2, 50


def bench(_wanted: set[str], turns: int) -> list[Result]:
    """Copying alone, then with all that makes a backup of it, then beside edits and the window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Store(copy_of("heavy", folder))) as store:
            low, high = interleaved(
                lambda: _plain(store.path, folder, checked=False),
                lambda: _copy(store.path, folder),
                turns,
            )
            low_checked, high_checked = interleaved(
                lambda: _plain(store.path, folder, checked=True),
                lambda: elapsed_ms(lambda: backups.make(store, backups.Why.ASKED)),
                turns,
            )
            waits = [_wait(store) for _ in range(turns)]
            written = exporting.rows(store, folder, turns)
        stalls = [_stall(_backup) for _ in range(max(1, turns // 3))]
        stalls_written = [_stall(exporting.work) for _ in range(max(1, turns // 3))]
    verified = "a backup, made, verified and named"
    return [
        Result("P16", "a copy of the store", "ms", high, LIMIT, low, turns),
        Result("P16", verified, "ms", high_checked, LIMIT, low_checked, turns),
        Result(
            "P16", "longest stall of the window", "ms", max(stalls), STALL_MS, None, len(stalls)
        ),
        Result(
            "P16",
            "longest wait of an edit",
            "ms",
            median(waits),
            STALL_MS,
            turns=len(waits),
            note=f"worst {max(waits):.0f}",
        ),
        written,
        Result(
            "P16",
            "the same, while JSON is written",
            "ms",
            max(stalls_written),
            STALL_MS,
            None,
            len(stalls_written),
        ),
    ]


def _wait(store: Store) -> float:
    """The longest that an edit takes while a backup is made."""
    person = people.everyone(store)[0]
    checkins.add_agenda(store, person.id, "The first one opens the file")
    waits = [0.0]
    with ThreadPoolExecutor(1) as aside:
        made = aside.submit(backups.make, store, backups.Why.ASKED)
        while not wait([made], 0.02).done:
            waits.append(elapsed_ms(lambda: checkins.add_agenda(store, person.id, "A point")))
        made.result()
    return max(waits)


def _plain(path: Path, folder: Path, *, checked: bool) -> float:
    """`Connection.backup`, and one `integrity_check` of the copy."""
    target = folder / "plain.db"
    target.unlink(missing_ok=True)

    def copy() -> None:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copied:
            source.backup(copied)
            if checked:
                copied.execute("PRAGMA integrity_check").fetchall()

    return elapsed_ms(copy)


def _copy(path: Path, folder: Path) -> float:
    target = folder / "ours.db"
    target.unlink(missing_ok=True)
    target.touch()

    def copy() -> None:
        with files.reading(path, PLAIN) as source:
            files.copy(source, target, PLAIN, lambda _done, _of: True)

    return elapsed_ms(copy)


def _backup(store: Store, progress: backups.Progress) -> object:
    return backups.make(store, backups.Why.ASKED, progress)


def _stall(work: Callable[[Store, backups.Progress], object]) -> float:
    """The longest time between two turns of the window's loop while *work* is done."""
    with window_over("heavy") as window:
        settled()
        return _watched(window, work)


def _watched(window: MainWindow, work: Callable[[Store, backups.Progress], object]) -> float:
    store = window.ctx.store
    loop, gaps, last = QEventLoop(), [0.0], [time.perf_counter()]
    copying = Copying(window)
    copying.ended.connect(loop.quit)

    def turn() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(turn)
    timer.start(0)
    copying.start(partial(work, store), lambda _made: None)
    last[0] = time.perf_counter()
    loop.exec()
    timer.stop()
    return max(gaps)
