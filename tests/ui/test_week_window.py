"""Closing the week in the whole window: one key away, closed while shared, kept over a kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.week import Notice
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import CLOSE_WEEK, START_CHECK_IN
from careerdesk.ui.week.jotted_box import JOTTED
from careerdesk.ui.week.week import WeekPage
from careerdesk.ui.week.week_list import NOTICED, NOTICED_WHAT
from tests.robots.drafts import killed
from tests.robots.editors import Watcher
from tests.robots.week import WeekHands
from tests.robots.window import PeopleRobot

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
ENTER, ESCAPE, UP, DOWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
)  # fmt: skip


def hands(team: PeopleRobot) -> WeekHands:
    """The hands on the page, opened by its key unless it is open."""
    shown = team.window.content.currentWidget()
    if not isinstance(shown, WeekPage):
        team.press_in_focus(Qt.Key.Key_W, CONTROL | SHIFT)
        shown = team.window.content.currentWidget()
    assert isinstance(shown, WeekPage)
    return WeekHands(shown, team.store)


def test_one_key_opens_it_and_the_first_row_has_the_keyboard(team: PeopleRobot) -> None:
    shown = hands(team).page
    assert shown.list.field.hasFocus()
    assert shown.list.field.accessibleName() == "What did you notice about Ana?"
    team.press_in_focus(ESCAPE)
    assert team.window.on_person_page


def test_words_of_other_rows_stay_in_sight_and_are_there_after_a_kill(
    team: PeopleRobot, qtbot: QtBot, tmp_path: Path
) -> None:
    hands(team).type("Kept cal", choice=Notice.RESULT)
    team.press_in_focus(DOWN)
    hands(team).type("Came la")
    team.press_in_focus(DOWN)
    halves = {"Ana": "Kept cal", "Ben": "Came la"}
    assert hands(team).rows() == halves
    assert "Result, not saved yet: Kept cal" in hands(team).spoken("Ana")
    team.window.ctx.autosaver.flush()
    left = killed(team, tmp_path)
    again = PeopleRobot(qtbot, left, tmp_path / "again")
    assert hands(again).rows() == halves
    hands(again).type("m\n")  # in the first row, of a result still
    assert again.told.startswith("Result for Ana saved in Reviews")
    again.window.close()
    left.close()


def test_undo_takes_it_back_from_anywhere_and_shows_the_page(team: PeopleRobot) -> None:
    hands(team).type("Kept calm\n")
    team.press_in_focus(ESCAPE)
    assert team.window.on_person_page
    team.act(names.UNDO)
    assert hands(team).untold("Ana Ruiz") == []
    assert hands(team).rows() == {"Ana": "Kept calm"}


def test_twelve_people_are_on_one_screen(team: PeopleRobot) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(9)])
    team.window.resize(1280, 800)
    shown = hands(team).page
    QApplication.processEvents()
    view = shown.list
    last = view.visualRect(view.model().index(11, 0))
    bottom = view.viewport().mapTo(shown, last.bottomLeft()).y()
    box = shown.jotted.text.mapTo(shown, QPoint(0, shown.jotted.text.height())).y()
    assert 0 < bottom < box < shown.height()


def test_unknown_names_stay_in_the_box_with_a_sentence(
    team: PeopleRobot, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = hands(team).page
    hands(team).paste("xaver: helped\nben: calm")
    assert shown.jotted.text.text() == "xaver: helped"
    assert shown.jotted.hint.text() == "No one is called xaver, so this line hasn't been filed."
    team.window.ctx.autosaver.flush()
    left = killed(team, tmp_path)
    again = PeopleRobot(qtbot, left, tmp_path / "again")
    assert hands(again).page.jotted.text.text() == "xaver: helped"
    assert hands(again).rows() == {"Ben": "calm"}
    again.window.close()
    left.close()


def test_it_is_closed_while_the_screen_is_shared(team: PeopleRobot) -> None:
    hands(team).type("Kept calm")
    team.act(names.SHARE_SAFE_MODE)
    assert team.window.on_person_page
    assert not team.window.actions_[CLOSE_WEEK].isEnabled()
    team.window.ctx.navigator.open_week()
    assert team.window.on_person_page
    team.act(names.SHARE_SAFE_MODE)
    assert hands(team).rows() == {"Ana": "Kept calm"}


def test_no_check_in_is_started_with_whom_one_does_not_see(team: PeopleRobot) -> None:
    hands(team)
    assert not team.window.actions_[START_CHECK_IN].isEnabled()
    team.press_in_focus(ESCAPE)
    assert team.window.actions_[START_CHECK_IN].isEnabled()


def test_every_field_has_an_owner_and_the_rows_are_those_of_a_model(team: PeopleRobot) -> None:
    watcher = Watcher(team)
    shown = hands(team).page
    QAbstractItemModelTester(shown.model)
    seen = set()
    for _ in range(4):
        focused = QApplication.focusWidget()
        seen.add(focused.objectName() if focused else "")
        team.press_in_focus(Qt.Key.Key_Tab)
    assert seen >= {NOTICED, JOTTED}
    assert watcher.unknown == set()
    watcher.stop()


def test_two_fields_and_the_box_take_the_keyboard_however_many_people_there_are(
    team: PeopleRobot,
) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(9)])
    shown = hands(team).page
    stops = [
        one.objectName()
        for one in shown.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert sorted(stops) == [JOTTED, NOTICED, NOTICED_WHAT]
    team.press_in_focus(Qt.Key.Key_Backtab, SHIFT)
    assert shown.list.what.hasFocus()


def test_every_choice_is_reached_by_keys_alone(team: PeopleRobot) -> None:
    view, window = hands(team).page.list, team.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Backtab, SHIFT)
    assert view.what.hasFocus()
    for wanted in (Notice.RAISE, Notice.RESULT):
        QTest.keyClick(window, DOWN)
        assert view.what.value() is wanted
    QTest.keyClick(window, Qt.Key.Key_Tab)
    hands(team).type("Release alone\n")
    assert team.told.startswith("Result for Ana saved")


@pytest.mark.usefixtures("large_type")
def test_in_large_type_the_columns_are_named_in_full(team: PeopleRobot) -> None:
    team.window.resize(1024, 700)
    head = hands(team).page.head
    QApplication.processEvents()
    for label in head.labels[:2]:
        words = label.fontMetrics().boundingRect(label.rect(), WRAPPED, label.text())
        assert label.rect().contains(words), label.text()
        assert head.rect().contains(label.geometry())
