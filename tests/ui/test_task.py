"""Work in a thread: nothing of the window is touched from there."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.domain.errors import UserError
from careerdesk.ui.base.task import Task


class Knot:
    """What only the collector frees: it holds itself."""

    def __init__(self) -> None:
        self.held = self


@pytest.fixture
def collecting_in() -> Iterator[set[str]]:
    """The names of the threads that garbage was collected in meanwhile."""
    seen: set[str] = set()

    def note(_phase: str, _about: dict[str, int]) -> None:
        seen.add(threading.current_thread().name)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_garbage_is_never_collected_in_its_thread(qtbot: QtBot, collecting_in: set[str]) -> None:
    tasks = [Task(lambda: len([Knot() for _ in range(100_000)]), name) for name in ("a", "b")]
    ended: list[object] = []
    for task in tasks:
        task.finished.connect(ended.append)
        task.start()
    qtbot.waitUntil(lambda: len(ended) == len(tasks))
    assert ended == [100_000, 100_000]
    assert not collecting_in & {"a", "b"}
    assert gc.isenabled()


def fail() -> None:
    raise UserError("No table.")


@pytest.mark.parametrize("fails", [True, False])
@pytest.mark.parametrize("enabled", [True, False])
def test_after_it_garbage_is_collected_as_before(qtbot: QtBot, enabled: bool, fails: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        task = Task(fail if fails else Knot, "work")
        with qtbot.waitSignal(task.failed if fails else task.finished):
            task.start()
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if was else gc.disable)()
