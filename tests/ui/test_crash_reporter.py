"""An error of the program is told in a sentence, and in the log by its place alone."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRunnable,
    QThread,
    QThreadPool,
    QTimer,
    Slot,
)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.crash_reporter import MOST_OF_A_PLACE, CrashReporter
from careerdesk.ui.base.task import Task
from careerdesk.ui.people.import_roster import ImportRoster
from tests.robots.window import PeopleRobot

SECRET = "she is tired"


def fail() -> None:
    raise ValueError(SECRET)


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """What reached the hook that was there before."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _frames: found.append(kind))
    return found


@pytest.fixture
def reporter(team: PeopleRobot, noted: list[type[BaseException]]) -> Iterator[CrashReporter]:
    """The hooks of a window, over the one that is noted."""
    assert noted == []
    made = CrashReporter()
    made.attach(team.window.ctx.notices, lambda: team.window.ctx.autosaver.pending)
    yield made
    made.stop()


class Failing(QWidget):
    """Cannot be painted."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


class FailingRows(QAbstractListModel):
    """Has one row that cannot be read."""

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        fail()


class FailingThread(QThread):
    """Fails in its thread."""

    @override
    def run(self) -> None:
        fail()


class FailingRunnable(QRunnable):
    """Fails in a thread of the pool."""

    @override
    def run(self) -> None:
        fail()


class FailingEnd:
    """Fails when it is thrown away."""

    def __del__(self) -> None:
        fail()


class FailingSlot(QObject):
    """Fails when it is called."""

    @Slot()
    def called(self) -> None:
        fail()


def in_a_paint(window: QWidget) -> None:
    widget = Failing(window)
    widget.resize(40, 40)
    widget.show()


class FailingView(QListView):
    """Shows them."""


def in_a_model(window: QWidget) -> None:
    view = FailingView(window)
    view.setModel(FailingRows(view))
    QTimer.singleShot(0, view.show)


def in_a_timer(window: QWidget) -> None:
    QTimer.singleShot(0, window, fail)


def in_a_slot(window: QWidget) -> None:
    button = QPushButton(window)
    button.clicked.connect(FailingSlot(button).called)
    button.click()


def in_a_thread(_window: QWidget) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_a_thread_of_qt(window: QWidget) -> None:
    thread = FailingThread(window)
    thread.start()
    thread.wait()


def in_the_pool(_window: QWidget) -> None:
    QThreadPool.globalInstance().start(FailingRunnable())


def at_an_end(_window: QWidget) -> None:
    FailingEnd()
    gc.collect()


@pytest.mark.parametrize(
    "place",
    [in_a_paint, in_a_model, in_a_timer, in_a_slot, in_a_thread, in_a_thread_of_qt, in_the_pool,
     at_an_end],
)  # fmt: skip
def test_wherever_it_happens_it_is_logged_and_told_without_its_words(
    team: PeopleRobot,
    reporter: CrashReporter,
    noted: list[type[BaseException]],
    place: Callable[[QWidget], None],
) -> None:
    with team.qtbot.waitSignal(reporter.happened):
        place(team.window)
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert team.banner(names.CRASH).startswith("Something went wrong, and")
    assert SECRET not in team.banner(names.CRASH)
    assert set(noted) == {ValueError}
    for failing in (*team.window.findChildren(Failing), *team.window.findChildren(FailingView)):
        failing.hide()


def test_a_place_that_fails_again_and_again_does_not_fill_the_log(
    team: PeopleRobot, reporter: CrashReporter, noted: list[type[BaseException]]
) -> None:
    for _ in range(100):
        try:
            fail()
        except ValueError as error:
            reporter.report(error)
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert len(noted) == MOST_OF_A_PLACE


def test_the_banner_says_what_is_so_of_the_text(team: PeopleRobot, reporter: CrashReporter) -> None:
    reporter.report(ValueError(SECRET))
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert "text" not in team.banner(names.CRASH)
    team.window.ctx.notices.clear_banner(names.CRASH)

    def refuse() -> None:
        raise InvalidInput("No room.")

    team.window.ctx.autosaver.touch("note", refuse)
    reporter.report(ValueError(SECRET))
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert "hasn't been saved yet" in team.banner(names.CRASH)
    team.window.ctx.autosaver.drop("note")


def test_an_error_that_has_a_sentence_is_told_by_it(
    team: PeopleRobot, reporter: CrashReporter
) -> None:
    reporter.report(InvalidInput("The file at {path} cannot be read.", path="here"))
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert team.banner(names.CRASH) == "The file at here cannot be read."


def test_what_came_before_there_was_a_window_is_told_by_it(
    team: PeopleRobot, noted: list[type[BaseException]]
) -> None:
    early = CrashReporter()
    early.report(ValueError(SECRET))
    team.qtbot.wait_signal(early.happened, timeout=0, raising=False)
    early.attach(team.window.ctx.notices, bool)
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert noted == [ValueError]
    early.stop()


def test_an_interrupt_is_no_fault(
    team: PeopleRobot, reporter: CrashReporter, noted: list[type[BaseException]]
) -> None:
    with team.qtbot.assertNotEmitted(reporter.happened):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert noted == [KeyboardInterrupt]


def test_the_hooks_are_given_back(noted: list[type[BaseException]]) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = CrashReporter()
    during = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    assert not set(before) & set(during)
    made.stop()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert noted == []


# Threads of ours, and who waits for them


@pytest.mark.usefixtures("reporter")
def test_a_task_that_fails_ends_all_the_same(
    qtbot: QtBot, team: PeopleRobot, noted: list[type[BaseException]]
) -> None:
    task = Task(fail, "task")
    with qtbot.waitSignal(task.failed):
        task.start()
    team.wait(lambda: bool(team.banner(names.CRASH)))
    assert noted == [ValueError]


@pytest.mark.usefixtures("reporter")
def test_a_table_whose_reading_fails_is_left_with_the_next_step(
    team: PeopleRobot, noted: list[type[BaseException]], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = team.folder / "roster.csv"
    table.write_text("Name\nDan Low\n")

    def out_of_memory(_path: Path) -> bytes:
        raise MemoryError(SECRET)

    monkeypatch.setattr(Path, "read_bytes", out_of_memory)
    team.answers.chosen = table
    team.act(names.IMPORT_PEOPLE)
    team.wait(lambda: bool(team.banner()))
    assert "choose another file" in team.banner()
    assert not [page for page in team.window.findChildren(ImportRoster) if page.isVisible()]
    assert noted == [MemoryError]


def test_a_table_on_a_disk_that_does_not_answer_can_be_left(
    team: PeopleRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = team.folder / "roster.csv"
    table.write_text("Name\nDan Low\n")
    answers = threading.Event()
    reading = Path.read_bytes

    def slow(path: Path) -> bytes:
        answers.wait(60)
        return reading(path)

    monkeypatch.setattr(Path, "read_bytes", slow)
    team.answers.chosen = table
    team.act(names.IMPORT_PEOPLE)
    page = team.find(ImportRoster, names.IMPORT_PAGE)
    team.click(names.IMPORT_CANCEL)
    assert team.shown == "Ana Ruiz"
    with team.qtbot.waitSignal(page.reading.finished):
        answers.set()
    assert (team.shown, team.banner()) == ("Ana Ruiz", "")
    assert people.everyone(team.store)[0].name == "Ana Ruiz"
