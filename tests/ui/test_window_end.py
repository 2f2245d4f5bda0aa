"""A window that was closed is at its end: it writes nothing, and nothing of it runs on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.app import build_window
from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON, START_CHECK_IN
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.shell.reminders import Reminders
from careerdesk.ui.theme.theme import Theme
from tests.robots.stage import StoppedClock
from tests.robots.window import PeopleRobot

PAGE, PERSON, TAB = "place/page", "place/person", "place/tab"


def running(window: MainWindow) -> list[str]:
    """Timers and animations of a window that run, and are heard."""
    timers = [
        one for one in window.findChildren(QTimer) if one.isActive() and not one.signalsBlocked()
    ]
    moving = [
        one
        for one in window.findChildren(QAbstractAnimation)
        if one.state() == QAbstractAnimation.State.Running
    ]
    return [type(one.parent()).__name__ for one in (*timers, *moving)]


def place_in(settings: QSettings) -> list[object]:
    return [settings.value(key) for key in (PAGE, PERSON, TAB)]


def test_a_closed_window_does_not_write_its_place_over_that_of_the_next(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    old = team.window
    team.restart()
    team.choose("Ben Okri")
    team.act(names.GO_PLAN)
    team.window.close()
    last = place_in(team.settings())
    for timer in old.findChildren(QTimer):
        if timer.isActive():
            timer.timeout.emit()
    assert place_in(team.settings()) == last
    assert running(old) == []


def test_nothing_moves_or_counts_in_a_closed_window(team: PeopleRobot) -> None:
    window = team.window
    Reminders(window.ctx, lambda title, text: None, window)
    team.act(names.GO_CHECK_INS)
    team.act(START_CHECK_IN)
    window.ctx.notices.toast("Done", undo=True)
    window.state.keep_soon()
    assert {"Reminders", "Toast", "WindowState"} <= set(running(window))
    window.close()
    assert running(window) == []


def test_the_keyboard_elsewhere_makes_a_closed_window_write_nothing(team: PeopleRobot) -> None:
    old = team.window
    old.close()
    written: list[str] = []
    old.ctx.autosaver.touch("late", lambda: written.append("late"))
    team.open()
    team.list.setFocus()
    team.filter.setFocus()
    QGuiApplication.instance().commitDataRequest.emit(None)
    assert written == []


def test_text_that_was_given_up_is_not_tried_again_after_the_window(team: PeopleRobot) -> None:
    window = team.window
    team.act(EDIT_PERSON)
    driver = team.store.writer()._connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count={pages}")
    team.find(QPlainTextEdit, "person.recognition").setPlainText("in private " * 900)
    assert not window.ctx.autosaver.flush()
    assert window.close()
    driver.execute("PRAGMA max_page_count=1000000")
    assert team.answers.asked == ["Text not saved"]
    assert running(window) == []
    team.open()
    assert team.person("Ana Ruiz").recognition == ""


def test_a_window_closed_while_it_loads_opens_nothing_any_more(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    people.add_many(store, ["Ana Ruiz"])
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = build_window(store, clock=StoppedClock(), settings=settings, theme=Theme("light"))
    qtbot.addWidget(window)
    window.show()
    window.close()
    with qtbot.assertNotEmitted(window.first_data_painted, wait=50):
        QApplication.processEvents()
    assert window.rail.model.rowCount() == 0
    assert running(window) == []
