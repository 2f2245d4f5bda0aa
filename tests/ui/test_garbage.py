"""Circles of garbage are freed while the window has nothing to do, never within a call of Qt."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot

from careerdesk.ui.base.garbage import IdleCollector
from careerdesk.ui.base.task import Task


class Node:
    """What only the collector frees: it holds itself."""

    def __init__(self) -> None:
        self.held = self


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[QObject]:
    """What lives as long as the program does, and collects."""
    program = QObject()
    IdleCollector(program)
    yield program
    program.deleteLater()


@pytest.fixture
def collecting_in() -> Iterator[set[str]]:
    """The names of the threads that garbage was collected in meanwhile."""
    seen: set[str] = set()

    def note(_phase: str, _about: dict[str, int]) -> None:
        seen.add(threading.current_thread().name)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def nodes() -> Callable[[], int]:
    """Make more of them than Python would leave; asks how many are left."""
    made = weakref.WeakSet(Node() for _ in range(2 * gc.get_threshold()[0]))
    return lambda: len(made)


@pytest.mark.usefixtures("program")
def test_garbage_of_a_slot_is_freed_after_it_not_in_it(qtbot: QtBot) -> None:
    left: list[Callable[[], int]] = []
    in_the_slot: list[int] = []

    def slot() -> None:
        left.append(nodes())
        in_the_slot.append(left[0]())

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(left) and left[0]() == 0)
    assert in_the_slot == [2 * gc.get_threshold()[0]]


@pytest.mark.usefixtures("program")
def test_what_a_menu_waits_within_is_freed_when_it_closed(qtbot: QtBot) -> None:
    left: list[Callable[[], int]] = []
    while_it_was_open: list[int] = []

    def open_menu() -> None:
        left.append(nodes())
        menu = QEventLoop()
        for ms in (0, 1, 2):
            QTimer.singleShot(ms, lambda: while_it_was_open.append(left[0]()))
        QTimer.singleShot(3, menu.quit)
        menu.exec()

    QTimer.singleShot(0, open_menu)
    qtbot.waitUntil(lambda: bool(left) and left[0]() == 0)
    assert while_it_was_open == [2 * gc.get_threshold()[0]] * 3


@pytest.mark.usefixtures("program")
def test_garbage_is_never_collected_in_another_thread(
    qtbot: QtBot, collecting_in: set[str]
) -> None:
    tasks = [Task(lambda: len([Node() for _ in range(100_000)]), name) for name in ("a", "b")]
    ended: list[object] = []
    for task in tasks:
        task.finished.connect(ended.append)
        task.start()
    qtbot.waitUntil(lambda: len(ended) == len(tasks))
    assert ended == [100_000, 100_000]
    qtbot.waitUntil(lambda: bool(collecting_in))
    assert collecting_in == {threading.main_thread().name}
