"""The wheel scrolls, whatever field it meets on its way; numbers turn where one has clicked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE
from careerdesk.ui.shell.actions import EDIT_PERSON, NEW_CYCLE
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.side_panel import SidePanel
from tests.builders import PersonBuilder
from tests.robots import everywhere
from tests.robots.desk import bring_into_view, click_at, press_key, turn_wheel
from tests.robots.reviews import CycleBuilder, ReviewsRobot
from tests.robots.window import PeopleRobot

FIELDS = (QLineEdit, QSpinBox, QComboBox, QTabBar, QAbstractSlider)


def value_of(field: QWidget) -> object:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QComboBox | QTabBar):
        return field.currentIndex()
    assert isinstance(field, QSpinBox | QAbstractSlider)
    return field.value()


def fields_of(window: QWidget) -> list[QWidget]:
    """What holds a value and could turn, without the inner parts of other fields."""
    return [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, FIELDS)
        and not isinstance(one, QScrollBar)
        and not isinstance(one.parentWidget(), QSpinBox | QComboBox)
        and one.isVisible()
        and one.isEnabled()
    ]


def turned(window: QWidget) -> tuple[set[str], list[str]]:
    """Which fields the wheel was turned over, and what changed by that."""
    met, changed = set(), []
    for field in fields_of(window):
        bring_into_view(field)
        if field.visibleRegion().isEmpty():
            continue
        before, held = value_of(field), QApplication.focusWidget()
        for notches in (-1, 1, 1):
            turn_wheel(field, notches)
            if value_of(field) != before or QApplication.focusWidget() is not held:
                changed.append(f"{type(field).__name__} {field.objectName()}")
        met.add(type(field).__name__)
    return met, changed


@pytest.mark.long
def test_the_wheel_changes_nothing_anywhere(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    for name in ("Ana Ruiz", "Ben Okri"):
        everywhere.fill(PersonBuilder(store, name), name.split()[0])
    team = PeopleRobot(qtbot, store, tmp_path)
    team.choose("Ana Ruiz")
    met: set[str] = set()
    for place in everywhere.walk(team):
        if not any(form.isVisible() for form in team.window.findChildren(Popover)):
            team.list.setFocus()  # a form would be gone: its first field has the keyboard
        seen, changed = turned(team.window)
        met |= seen
        assert not changed, place
    assert met >= {"RhythmField", "DropDown", "QTabBar", "NumberField", "DateField", "TimeField"}
    team.window.close()


def test_the_wheel_changes_nothing_in_reviews(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    robot = ReviewsRobot(qtbot, store, tmp_path)
    cycle = CycleBuilder(store)
    cycle.own_view("Ana Ruiz").peers("Ana Ruiz", 3, 1).calibrated("Ben Okri", "Solid")
    cycles.change(store, cycle.cycle.id, nine_box=True)
    robot.open_reviews_page()
    for side in TABS_OF_CYCLE:
        robot.side(side)
        assert not turned(robot.window)[1], side
    robot.act(NEW_CYCLE)
    assert not turned(robot.window)[1]
    robot.window.close()


@pytest.fixture
def days(team: PeopleRobot) -> QSpinBox:
    """A number of Qt's own kind, at the top of the panel beside the page."""
    team.window.resize(1024, 700)
    team.act(EDIT_PERSON)
    field = QSpinBox()
    field.setValue(14)
    team.find(SidePanel, names.PERSON_PANEL).body.insertWidget(0, field)
    team.click(names.PERSON_MORE)
    QApplication.processEvents()  # the panel finds its height
    bring_into_view(field)
    return field


def scrolled(field: QWidget) -> int:
    panel = field.window().findChild(SidePanel, names.PERSON_PANEL)
    assert panel is not None
    area = panel.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar().value()


def test_the_panel_scrolls_where_the_wheel_meets_a_field(days: QSpinBox) -> None:
    for name in ("person.longest_gap_days", "person.relation"):
        field = days.window().findChild(QWidget, name)
        assert field is not None
        bring_into_view(field)
        before = scrolled(field)
        turn_wheel(field, 2)
        assert scrolled(field) < before


def test_a_number_turns_once_it_was_clicked(days: QSpinBox) -> None:
    click_at(days)
    turn_wheel(days, 1)
    assert days.value() == 15


def test_a_number_turns_once_the_keys_went_there(days: QSpinBox) -> None:
    click_at(days)
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_Backtab)
    assert days.hasFocus()
    turn_wheel(days, 1)
    assert days.value() == 15


def test_a_choice_stays_even_where_one_has_just_chosen(days: QSpinBox) -> None:
    choice = days.window().findChild(QComboBox, "person.relation")
    assert choice is not None
    choice.setFocus()
    bring_into_view(choice)
    before = choice.currentIndex()
    turn_wheel(choice, -1)
    assert choice.currentIndex() == before
