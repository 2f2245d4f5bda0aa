"""A thought for someone, jotted down from anywhere: one key, the words, Enter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.services import checkins, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.capture import CAPTURE, CAPTURE_EDIT, QuickCapture
from tests.builders import a_person
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window with two people; Ana is shown."""
    a_person(store, "Ana Ruiz")
    a_person(store, "Ben Okri")
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def open_panel(robot: PeopleRobot) -> QLineEdit:
    robot.press_in_focus(Qt.Key.Key_N, KEYS)
    edit = robot.find(QLineEdit, CAPTURE_EDIT)
    assert edit.hasFocus()
    return edit


def points(robot: PeopleRobot, name: str) -> list[str]:
    person = people.find(robot.store, name)
    return [point.text for point in checkins.agenda(robot.store, person.id)]


def is_open(robot: PeopleRobot) -> bool:
    return any(panel.isVisible() for panel in robot.window.findChildren(QuickCapture, CAPTURE))


def test_it_opens_though_the_filter_of_the_rail_hides_everyone(robot: PeopleRobot) -> None:
    robot.type(robot.filter, "nobody")
    edit = open_panel(robot)
    robot.type(edit, "ben praise for the demo")
    robot.press(edit, Qt.Key.Key_Return)
    assert points(robot, "Ben") == ["praise for the demo"]


def test_name_and_words_and_enter_put_it_on_the_agenda(robot: PeopleRobot) -> None:
    before = QApplication.focusWidget()
    edit = open_panel(robot)
    robot.type(edit, "ben praise for the demo")
    robot.press(edit, Qt.Key.Key_Return)
    assert points(robot, "Ben") == ["praise for the demo"]
    assert robot.told == "Added to Ben Okri's agenda"
    assert not is_open(robot)
    assert QApplication.focusWidget() is before
    assert robot.shown == "Ana Ruiz"
    robot.act(names.UNDO)
    assert points(robot, "Ben") == []


def test_without_a_name_it_is_for_anyone_who_is_shown(robot: PeopleRobot) -> None:
    edit = open_panel(robot)
    robot.type(edit, "what about the office?")
    panel = robot.find(QuickCapture, CAPTURE)
    assert panel.hint.text() == "Press Enter to add it to Ana Ruiz's agenda"
    robot.press(edit, Qt.Key.Key_Return)
    assert points(robot, "Ana") == ["what about the office?"]


def test_an_unclear_name_is_asked_and_nothing_is_stored(robot: PeopleRobot) -> None:
    a_person(robot.store, "Bea Lind")
    edit = open_panel(robot)
    robot.type(edit, "b lunch")
    assert "Ben Okri, Bea Lind" in robot.find(QuickCapture, CAPTURE).hint.text()
    robot.press(edit, Qt.Key.Key_Return)
    assert is_open(robot)
    assert edit.text() == "b lunch"
    assert points(robot, "Ben") == points(robot, "Bea") == []


def test_a_name_alone_is_not_stored(robot: PeopleRobot) -> None:
    edit = open_panel(robot)
    robot.type(edit, "ben")
    robot.press(edit, Qt.Key.Key_Return)
    assert is_open(robot)
    assert points(robot, "Ben") == []


def test_escape_leaves_it_and_stores_nothing(robot: PeopleRobot) -> None:
    before = QApplication.focusWidget()
    edit = open_panel(robot)
    robot.type(edit, "ben later")
    robot.press(edit, Qt.Key.Key_Escape)
    assert not is_open(robot)
    assert points(robot, "Ben") == []
    assert QApplication.focusWidget() is before


def test_without_a_word_it_is_out_of_the_way_of_who_clicks_elsewhere(robot: PeopleRobot) -> None:
    open_panel(robot)
    robot.choose("Ben Okri")
    assert not is_open(robot)


def test_a_line_without_a_name_is_for_anyone_who_is_shown_by_then(robot: PeopleRobot) -> None:
    edit = open_panel(robot)
    robot.type(edit, "the conference")
    robot.choose("Ben Okri")
    assert is_open(robot)
    assert "Ben Okri" in robot.find(QuickCapture, CAPTURE).hint.text()
    robot.press(edit, Qt.Key.Key_Return)
    assert (points(robot, "Ana"), points(robot, "Ben")) == ([], ["the conference"])


def test_the_key_again_brings_no_second_one(robot: PeopleRobot) -> None:
    edit = open_panel(robot)
    robot.type(edit, "ben half a th")
    robot.act(names.QUICK_CAPTURE)
    assert sum(p.isVisible() for p in robot.window.findChildren(QuickCapture, CAPTURE)) == 1
    assert edit.text() == "ben half a th"


@pytest.fixture
def shared(robot: PeopleRobot) -> PeopleRobot:
    """The screen is shared with Ana."""
    robot.choose("Ana Ruiz")
    robot.act(names.SHARE_SAFE_MODE)
    return robot


@pytest.mark.parametrize(
    "line",
    [
        "Cyd is leaving, tell nobody",
        "ben praise for the demo",
        "a rise for Ben",
        "an offer for Cyd",
        "budget",
        ": budget",
        "rui budget",
    ],
)
def test_while_the_screen_is_shared_nothing_is_taken_for_anyone_who_looks_on(
    shared: PeopleRobot, line: str
) -> None:
    edit = open_panel(shared)
    shared.type(edit, line)
    hint = shared.find(QuickCapture, CAPTURE).hint.text()
    assert (
        hint
        == "While you're sharing your screen, you can only add to Ana's agenda. Start with Ana."
    )
    shared.press(edit, Qt.Key.Key_Return)
    assert is_open(shared)
    assert edit.text() == line
    assert points(shared, "Ana") == points(shared, "Ben") == []
    assert "Ben Okri" not in said(shared.window)


@pytest.mark.parametrize("line", ["ana budget", "Ana: budget", "Ana Ruiz budget", "ruiz budget"])
def test_while_the_screen_is_shared_their_own_name_is_taken(shared: PeopleRobot, line: str) -> None:
    edit = open_panel(shared)
    shared.type(edit, line)
    shared.press(edit, Qt.Key.Key_Return)
    assert points(shared, "Ana") == ["budget"]


def test_a_name_that_another_has_too_is_not_enough_while_the_screen_is_shared(
    robot: PeopleRobot,
) -> None:
    a_person(robot.store, "Ana Blum")
    robot.choose("Ana Ruiz")
    robot.act(names.SHARE_SAFE_MODE)
    edit = open_panel(robot)
    robot.type(edit, "ana budget")
    robot.press(edit, Qt.Key.Key_Return)
    assert "Blum" not in said(robot.window)
    robot.type(edit, "ana ruiz budget")
    robot.press(edit, Qt.Key.Key_Return)
    assert points(robot, "Ana Ruiz") == ["budget"]
    assert points(robot, "Ana Blum") == []
