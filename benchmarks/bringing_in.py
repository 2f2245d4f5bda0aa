"""P23, P24: many people come in from a table, by the command and in the window.

The floor of the command is one `executemany` of the same rows into the same tables, with the
triggers of undo in place; it neither reads the table, nor looks for who is meant, nor prints.
"""

from __future__ import annotations

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot

from benchmarks.figures import Result, elapsed_ms, interleaved, median
from benchmarks.stores import FAMILY, GIVEN, SEED
from benchmarks.windows import settled, window_over
from careerdesk.data.store import Store
from careerdesk.services import importing
from careerdesk.ui.base import names
from careerdesk.ui.people.import_roster import EVERYONE, ImportRoster
from careerdesk.ui.shell.main_window import MainWindow

ROWS, SHOWN_ROWS = 20_000, 3_000
LIMIT, STALL_MS = 3, 50
HEAD = (
    "Employee ID", "First name", "Last name", "Email", "Title", "Team", "Start date", "Manager",
    "Status",
)  # fmt: skip


def table(path: Path, rows: int, title: str = "Engineer") -> Path:
    """A table of so many people, with a manager for each sixty of them."""
    dice = random.Random(SEED)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEAD)
        for n in range(rows):
            given, family = dice.choice(GIVEN), f"{dice.choice(FAMILY)}-{n}"
            out.writerow(
                (f"E{n:06}", given, family, f"{given}.{n}@example.org".lower(), f"{title} {n % 7}",
                 f"Team {n % 40}", f"20{10 + n % 15}-{1 + n % 12:02}-{1 + n % 28:02}",
                 f"Manager {n % (rows // 60)}", "Active")
            )  # fmt: skip
    return path


def bench(wanted: set[str], turns: int) -> list[Result]:
    """The command with new people and with known ones, then the window."""
    results = []
    if "P23" in wanted:
        results += _commands(max(3, turns // 3))
    if "P24" in wanted:
        results += _stalls(max(3, turns // 3))
    return results


class Commands:
    """Runs the command on a new store each time, and the floor on another one."""

    def __init__(self, folder: Path) -> None:
        """Make the tables, and the rows of the floor, in *folder*."""
        self._folder = folder
        self._numbers = count()
        self.new = table(folder / "new.csv", ROWS)
        self.other = table(folder / "other.csv", ROWS, "Lead")
        self._blank = self._store()
        self._full = self._store()
        self.command(self.new, self._full)
        with closing(Store(self._full, read_only=True)) as store:
            people = store.read(_rows, "person")
        self._people = people
        self.changed = Path(f"{self._full}.changed")
        _copy(self._full, self.changed)
        self.command(self.other, self.changed)
        with closing(Store(self.changed, read_only=True)) as store:
            self._titles = [(row[0], row[1]) for row in store.read(_titles)]
            self._versions = store.read(_rows, "text_version")

    def _store(self) -> Path:
        path = self._folder / f"store-{next(self._numbers)}.db"
        Store(path).close()
        return path

    def fresh(self, full: bool) -> Path:
        """A copy of the store without anybody, or with everybody."""
        path = self._folder / "now.db"
        _copy(self._full if full else self._blank, path)
        return path

    @staticmethod
    def command(file: Path, store: Path) -> float:
        """How long the whole command takes, from its start to its end."""
        words = [sys.executable, "-m", "careerdesk", "import", str(file), "--store", str(store)]
        return elapsed_ms(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))

    def storing(self, file: Path, *, full: bool) -> float:
        """How long it takes to store rows that are judged, with what undo keeps of them."""
        with closing(Store(self.fresh(full))) as store:
            store.warm()
            rows = importing.preview(store, importing.read_roster(file))
            return elapsed_ms(lambda: importing.apply(store, rows))

    def floor(self, *, full: bool, watched: bool = True) -> float:
        """The same rows by one statement for each table, in one transaction."""
        with closing(Store(self.fresh(full))) as store:
            store.warm()
            driver = store.writer()._connection  # the very connection
            if not watched:
                for (name,) in driver.execute(
                    "SELECT name FROM sqlite_temp_master WHERE type = 'trigger'"
                ).fetchall():
                    driver.execute(f"DROP TRIGGER temp.{name}")
            return elapsed_ms(lambda: self._write(driver, full=full))

    def _write(self, driver: Any, *, full: bool) -> None:
        driver.execute("BEGIN IMMEDIATE")
        if full:
            driver.executemany("UPDATE person SET title = ? WHERE id = ?", self._titles)
            _insert(driver, "text_version", self._versions)
        else:
            _insert(driver, "person", self._people)
        driver.execute("COMMIT")


def _insert(driver: Any, table_name: str, rows: Sequence[Sequence[Any]]) -> None:
    marks = ", ".join("?" * len(rows[0]))
    driver.executemany(f"INSERT INTO {table_name} VALUES ({marks})", rows)


def _rows(connection: Any, table_name: str) -> list[Any]:
    found: list[Any] = connection.execute(f"SELECT * FROM {table_name}").fetchall()
    return found


def _titles(connection: Any) -> list[Any]:
    found: list[Any] = connection.execute("SELECT title, id FROM person").fetchall()
    return found


def _copy(source: Path, target: Path) -> None:
    for end in ("-wal", "-shm"):
        Path(f"{target}{end}").unlink(missing_ok=True)
    target.write_bytes(source.read_bytes())


def _commands(turns: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as name:
        work = Commands(Path(name))
        results = []
        for what, file, full in (("new", work.new, False), ("known", work.other, True)):
            bare = min(work.floor(full=full, watched=False) for _ in range(turns))
            note = f"without the triggers of undo the floor is {bare:.0f} ms"
            floor = partial(work.floor, full=full)
            for part, ours in (
                ("store", partial(work.storing, file, full=full)),
                (
                    "the whole command with",
                    lambda file=file, full=full: work.command(file, work.fresh(full)),
                ),
            ):
                low, high = interleaved(floor, ours, turns)
                words = f"{part} {ROWS:,} {what} people"
                results.append(Result("P23", words, "ms", high, LIMIT, low, turns, note))
    return results


class Pulse(QObject):
    """Beats as often as the window lets it; remembers the longest time between two beats.

    Also the most work between two of them: on a machine that others use, a stall may be theirs.
    """

    def __init__(self) -> None:
        super().__init__()
        self._longest = self._most = 0
        self._at = self._worked = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    @Slot()
    def _beat(self) -> None:
        at, worked = time.perf_counter_ns(), time.thread_time_ns()
        if self._at:
            self._longest = max(self._longest, at - self._at)
            self._most = max(self._most, worked - self._worked)
        self._at, self._worked = at, worked

    def stall(
        self, begin: Callable[[], object], is_over: Callable[[], bool]
    ) -> tuple[float, float]:
        """The longest stall from *begin* until it is over and painted, and the most work."""
        self._longest = self._most = self._at = 0
        loop, look = QEventLoop(), QTimer()
        look.setInterval(20)
        look.timeout.connect(lambda: loop.quit() if is_over() else None)
        self._timer.start()
        QTimer.singleShot(5, begin)
        QTimer.singleShot(10, look.start)
        loop.exec()
        look.stop()
        QTimer.singleShot(100, loop.quit)
        loop.exec()
        self._timer.stop()
        return self._longest / 1e6, self._most / 1e6


def _stalls(turns: int) -> list[Result]:
    found: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (table(folder / "a.csv", SHOWN_ROWS), table(folder / "b.csv", SHOWN_ROWS, "X")):
            for _ in range(turns):
                with window_over("typical") as window:
                    if file.name == "b.csv":
                        _bring_in(window, folder / "a.csv", Pulse())
                    for what, stall in _bring_in(window, file, Pulse()).items():
                        key = f"{what} {SHOWN_ROWS:,} {'known' if file.name == 'b.csv' else 'new'}"
                        found.setdefault(key, []).append(stall)
    return [
        Result(
            "P24",
            f"{what} people: longest stall",
            "ms",
            median([ms for ms, _ in all_]),
            STALL_MS,
            turns=turns,
            note=f"worst {max(ms for ms, _ in all_):.0f}, "
            f"most work {max(work for _, work in all_):.0f}",
        )
        for what, all_ in found.items()
    ]


def _bring_in(window: MainWindow, file: Path, pulse: Pulse) -> dict[str, tuple[float, float]]:
    """The longest stall of each part of an import."""
    work, store, pages = window.ctx.work, window.ctx.store, window.commands.pages
    before = store.last_edit

    def page() -> ImportRoster | None:
        return window.findChild(ImportRoster, names.IMPORT_PAGE)

    def read() -> bool:
        there = page()
        return there is not None and there.columns.text().startswith("Columns")

    store.warm()  # as the program does in a thread
    pulse.stall(lambda: pages.show_import(file), read)  # making a page is another matter
    there = page()
    assert there is not None
    picker = there.manager
    assert picker is not None

    def pick() -> None:
        picker.set_value(EVERYONE)
        there._preview(EVERYONE)  # as the picker tells it

    found = {}
    there.columns.setText("")
    found["read"] = pulse.stall(lambda: there._read_again(""), read)
    found["check"] = pulse.stall(pick, there.apply.isEnabled)
    found["import"] = pulse.stall(
        there.apply.click, lambda: store.last_edit is not before and not work.busy
    )
    undo, redo = window.actions_[names.UNDO], window.actions_[names.REDO]
    found["undo"] = pulse.stall(undo.trigger, lambda: store.last_edit is before and not work.busy)
    found["redo"] = pulse.stall(
        redo.trigger, lambda: store.last_edit is not before and not work.busy
    )
    settled()
    return found
