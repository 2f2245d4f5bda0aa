"""What a test leaves behind is named and cleared away, so that it cannot disturb the next one."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.ui.theme.theme import Theme
from tests.leftovers import things_left


def test_a_clean_test_leaves_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    window.close()
    window.deleteLater()
    assert things_left(frozenset(threading.enumerate())) == []
    assert QApplication.topLevelWidgets() == []


def test_a_window_that_is_still_up_is_named_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    window.setObjectName("forgotten")
    window.setWindowTitle("Left")
    window.show()
    assert things_left(frozenset(threading.enumerate())) == [
        "a window: QWidget 'forgotten' 'Left', still up"
    ]
    assert things_left(frozenset(threading.enumerate())) == []


def test_a_window_that_only_a_circle_holds_is_not_left(qtbot: QtBot) -> None:
    window = QWidget()
    window.itself = window  # type: ignore[attr-defined]
    window.setObjectName("circle")
    del window
    assert things_left(frozenset(threading.enumerate())) == []


def test_a_timer_that_runs_on_is_named_and_stopped(qtbot: QtBot) -> None:
    timer = QTimer(QApplication.instance())
    timer.start(60_000)
    (left,) = things_left(frozenset(threading.enumerate()))
    assert left == "a timer of QApplication, every 60000 ms"
    assert not timer.isActive()
    timer.deleteLater()


def test_a_thread_that_goes_on_is_named(qtbot: QtBot) -> None:
    before, end = frozenset(threading.enumerate()), threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    try:
        assert things_left(before, patience=0.01) == ["a thread: forgotten"]
    finally:
        end.set()
        thread.join()
    assert things_left(before) == []


def test_the_clothes_of_the_program_are_named_and_taken_off(
    qapp: QApplication, put_on: Callable[[Theme], Theme]
) -> None:
    put_on(Theme("dark"))
    assert things_left(frozenset(threading.enumerate())) == ["the style sheet of the program"]
    assert qapp.styleSheet() == ""
