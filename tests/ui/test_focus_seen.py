"""The keyboard is never in something that is not seen: what is typed would go there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.services import checkins, feedback
from careerdesk.ui.base import names
from careerdesk.ui.base.in_sight import show_cursor_of
from careerdesk.ui.shell.actions import NOTE_FEEDBACK, START_CHECK_IN
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

FIELDS = {names.GO_PREPARE: names.AGENDA_EDIT, names.GO_PLAN: "shortTermEdit"}
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(robot: PeopleRobot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> QWidget:
    """Press a key as the system hands it over; gives what has the keyboard then."""
    QTest.keyClick(robot.window.windowHandle(), key, modifier)
    for _ in range(3):
        QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_a_person_opened_from_today_has_the_keyboard_on_the_page_that_is_seen(
    staff: PeopleRobot,
) -> None:
    press(staff, Qt.Key.Key_G, CTRL)
    press(staff, Qt.Key.Key_T, CTRL)
    for _ in range(3):
        press(staff, Qt.Key.Key_Down)
    focus = press(staff, Qt.Key.Key_Return)
    assert focus.isVisible(), focus.objectName()


def test_undo_that_leads_to_another_page_takes_the_keyboard_there(staff: PeopleRobot) -> None:
    staff.act(names.GO_DISCOVERY)
    person = staff.window.person_page.person_id
    checkins.add_agenda(staff.store, person, "Rota")
    press(staff, Qt.Key.Key_G, CTRL)
    staff.act(START_CHECK_IN)
    staff.act(names.GO_REVIEWS)
    for _ in range(2):
        focus = press(staff, Qt.Key.Key_Z, CTRL)
        assert focus.isVisible(), focus.objectName()


def test_a_start_that_is_undone_and_redone_keeps_the_keyboard_on_the_page(
    staff: PeopleRobot,
) -> None:
    staff.act(names.GO_CHECK_INS)
    press(staff, Qt.Key.Key_Return, CTRL)
    page = staff.window.person_page
    for modifier in (CTRL, CTRL | SHIFT, CTRL):
        focus = press(staff, Qt.Key.Key_Z, modifier)
        assert page.isAncestorOf(focus), focus.objectName()


def test_while_the_screen_is_shared_feedback_is_not_typed_where_nobody_sees_it(
    staff: PeopleRobot,
) -> None:
    person = staff.window.person_page.person_id
    given = feedback.add(
        staff.store, person, TODAY, situation="At the fair", behaviour="spoke up", impact="sold it",
        way=FeedbackWay.GIVEN,
    )  # fmt: skip
    staff.act(names.GO_PREPARE)
    staff.act(names.SHARE_SAFE_MODE)
    assert not staff.window.actions_[NOTE_FEEDBACK].isEnabled()
    page = staff.window.person_page.page
    page.editing.edit(given)
    QApplication.processEvents()
    assert QApplication.focusWidget().isVisible()
    assert "Turn off share-safe mode" in staff.told


@pytest.mark.parametrize("name", [names.GO_PREPARE, names.GO_PLAN])
def test_what_is_typed_is_seen_though_the_page_was_scrolled_away(
    staff: PeopleRobot, name: str
) -> None:
    staff.window.resize(1024, 700)
    staff.act(name)
    field = staff.window.findChild(QWidget, FIELDS[name])
    field.setFocus()
    show_cursor_of(field)
    around = field.parentWidget()
    while not (isinstance(around, QScrollArea) and around.verticalScrollBar().maximum()):
        around = around.parentWidget()
    bar = around.verticalScrollBar()
    bar.setValue(bar.maximum() if bar.value() < bar.maximum() // 2 else 0)
    press(staff, Qt.Key.Key_A)
    assert not field.visibleRegion().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_K])
def test_what_goes_away_when_the_screen_is_shared_leaves_the_keyboard_on_the_page(
    staff: PeopleRobot, key: Qt.Key
) -> None:
    staff.act(names.GO_PLAN)
    over = press(staff, key, CTRL if key is Qt.Key.Key_K else CTRL | SHIFT)
    staff.act(names.SHARE_SAFE_MODE)
    focus = press(staff, Qt.Key.Key_Shift)
    assert focus.isVisible()
    assert focus is not over
