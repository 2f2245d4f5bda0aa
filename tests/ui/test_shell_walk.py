"""An automatic walk: whatever can be used has a handle, a spoken name and a place for the keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Horizon
from careerdesk.services import checkins, demo, people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.keys import keys_here
from careerdesk.ui.shell.actions import (
    CLOSE_WEEK,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    NEXT_AREA,
    NEXT_TAB,
    SEPARATOR,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
    menus,
)
from careerdesk.ui.widgets.labels import RoleLabel
from careerdesk.ui.widgets.ordered_list import OrderedListView
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.weekdays import Weekdays
from tests.robots.stage import TODAY, StoppedClock
from tests.robots.window import PeopleRobot

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
BIG_STEP = 400


@pytest.fixture
def full(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window over the demo, where every page has something to show."""
    demo.fill(store, TODAY)
    first = people.rail(store, TODAY)[0].person
    checkins.start(store, first.id, StoppedClock().now())
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def usable(window: QWidget) -> list[QWidget]:
    """What is seen and can be used, without the inner parts of Qt's own widgets."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget, QHeaderView)
        and not isinstance(
            widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QTabBar
        )
        and not inside_popup(widget)
    ]


def inside_popup(widget: QWidget) -> bool:
    return widget.window().windowType() == Qt.WindowType.Popup


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def reached_by_tab(window: QWidget) -> set[QObject]:
    """Where Tab leads, round and round from where the focus is."""
    found: set[QObject] = set()
    for _ in range(BIG_STEP):
        window.focusNextChild()
        here = QApplication.focusWidget()
        if here is None or here in found:
            break
        found.add(here)
    return found


def complaints(window: QWidget) -> list[str]:
    widgets = usable(window)
    handles = Counter(widget.objectName() for widget in widgets)
    reached = reached_by_tab(window)
    said = []
    for widget in widgets:
        what = f"{type(widget).__name__} {widget.objectName()!r}"
        if not widget.objectName() or widget.objectName().startswith("qt_"):
            said.append(f"{what} in {widget.parentWidget()} has no handle")
        elif handles[widget.objectName()] > 1:
            said.append(f"{what} is there {handles[widget.objectName()]} times")
        if not spoken(widget).strip():
            said.append(f"{what} has no accessible name")
        if widget not in reached and not reached_otherwise(widget, reached):
            said.append(f"{what} is not in the tab order")
    return said


def reached_otherwise(widget: QWidget, reached: set[QObject]) -> bool:
    """One button of a row is a stop, arrows walk the others; a tool of an editor has its keys."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and "Ctrl+" in widget.toolTip():
        return True
    row = widget.parentWidget()
    return isinstance(row, Segmented | Weekdays) and any(row.isAncestorOf(one) for one in reached)


TABS = [names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS]


@pytest.mark.parametrize(
    "action", [*TABS, names.GO_TODAY, names.PREFERENCES, SHORTCUTS, EDIT_PERSON]
)
def test_everything_on_a_page_can_be_found_and_reached(full: PeopleRobot, action: str) -> None:
    full.act(action)
    if action == EDIT_PERSON:
        full.click(names.PERSON_MORE)
    assert "\n".join(complaints(full.window)) == ""


def test_everything_beside_an_open_goal_can_be_found_and_reached(full: PeopleRobot) -> None:
    full.act(names.GO_PLAN)
    goals = full.find(OrderedListView, names.SHORT_TERM_ITEMS)
    goals.setFocus()
    goals.select_ids([goals.ordered_model().ids()[0]])
    full.press(goals, Qt.Key.Key_Return)
    full.act(EDIT_PERSON)
    assert "\n".join(complaints(full.window)) == ""


def test_everything_on_the_page_of_first_one_on_ones_can_be_found_and_reached(
    team: PeopleRobot,
) -> None:
    team.window.commands.pages.show_first_one_on_ones()
    assert "\n".join(complaints(team.window)) == ""


def test_everything_at_the_first_start_can_be_found_and_reached(nobody: PeopleRobot) -> None:
    assert "\n".join(complaints(nobody.window)) == ""


def test_everything_of_someone_new_can_be_found_and_reached(team: PeopleRobot) -> None:
    for action in TABS:
        team.act(action)
        assert "\n".join(complaints(team.window)) == ""


def test_everything_fits_the_least_window(full: PeopleRobot) -> None:
    for action in TABS:
        full.act(action)
        full.act(EDIT_PERSON)
        full.window.resize(1024, 700)
        assert full.window.width() == 1024, action
        assert full.window.minimumSizeHint().width() <= 1024, action


PLAIN = [names.GO_TODAY, names.PREFERENCES, SHORTCUTS, SHOW_TRASH, SHOW_OBJECTIVES, SHOW_TEMPLATES,
         CLOSE_WEEK]  # fmt: skip


@pytest.mark.parametrize("action", [*TABS, START_CHECK_IN, DISCOVERY_CONVERSATION, *PLAIN])
def test_no_page_is_cut_at_its_side(full: PeopleRobot, action: str) -> None:
    full.window.resize(1024, 700)
    full.act(action)
    QApplication.processEvents()
    areas = [area for area in full.window.findChildren(QScrollArea) if area.isVisible()]
    cut = [area.parent() for area in areas if area.widget().width() > area.viewport().width()]
    assert not cut
    assert full.window.rail.width() >= 200


def test_no_label_takes_markup(full: PeopleRobot) -> None:
    for action in [*TABS, names.PREFERENCES, SHORTCUTS]:
        full.act(action)
    labels = full.window.findChildren(RoleLabel)
    assert len(labels) > 20
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_f6_walks_the_areas(team: PeopleRobot) -> None:
    team.list.setFocus()
    team.act(NEXT_AREA)
    assert team.find(QTabBar, names.PERSON_TABS).hasFocus()
    team.act(NEXT_AREA)
    page = team.window.person_page.stack
    assert page.isAncestorOf(QApplication.focusWidget())
    team.act(NEXT_AREA)
    assert team.list.hasFocus()


def test_f6_walks_to_a_standalone_page_too(team: PeopleRobot) -> None:
    team.act(names.PREFERENCES)
    team.act(NEXT_AREA)
    assert team.list.hasFocus()
    team.act(NEXT_AREA)
    assert QApplication.focusWidget().objectName() == "lookChooser"


def test_no_goal_is_moved_on_a_plan_behind_another_page(team: PeopleRobot) -> None:
    goals = ("Release", "Nights", "Figures")
    plans.add_items_for(team.store, team.person("Ana Ruiz").id, Horizon.SHORT, goals, TODAY)
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    goal_list = team.find(QAbstractItemView, names.SHORT_TERM_ITEMS)
    team.go_to(goal_list, 2)
    team.act(names.PREFERENCES)
    team.act(names.MOVE_PLAN_ITEM_UP)
    assert team.store.undo_name == "Add goals"
    team.act(names.GO_PLAN)
    team.go_to(goal_list, 2)
    team.act(names.MOVE_PLAN_ITEM_UP)
    assert team.store.undo_name == "Move goal"


def test_every_action_has_its_own_handle_and_keys(team: PeopleRobot) -> None:
    specs = [spec for _, group in menus() for spec in group if spec.name != SEPARATOR]
    assert len({spec.name for spec in specs}) == len(specs)
    keys = [spec.keys for spec in specs if spec.keys]
    assert len(set(keys)) == len(keys)
    for spec in specs:
        action = team.window.actions_[spec.name]
        assert action.objectName() == spec.name
        assert not spec.keys or action.shortcut() == QKeySequence(keys_here(spec.keys))


@pytest.mark.parametrize("later", [names.SEARCH, names.LOCK])
def test_what_does_not_exist_yet_is_not_offered(team: PeopleRobot, later: str) -> None:
    assert later not in {action.objectName() for action in team.window.actions_.all()}


def test_the_help_page_lists_every_shortcut_of_the_table(team: PeopleRobot) -> None:
    team.act(SHORTCUTS)
    page = team.window.content.currentWidget()
    shown = {label.text() for label in page.findChildren(RoleLabel)}
    for _, specs in menus():
        for spec in specs:
            if spec.keys:
                native = QKeySequence(keys_here(spec.keys)).toString(
                    QKeySequence.SequenceFormat.NativeText
                )
                assert native in shown
                assert spec.text in shown


def pages() -> list[tuple[str, str]]:
    return list(zip(TABS, ("prepare", "discovery", "plan", "check-ins"), strict=True))


@pytest.mark.parametrize(("action", "tab"), pages())
def test_control_and_a_digit_open_a_tab(team: PeopleRobot, action: str, tab: str) -> None:
    team.choose("Ana Ruiz")
    digit = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4][TABS.index(action)]
    team.press(team.list, digit, Qt.KeyboardModifier.ControlModifier)
    assert team.window.person_page.tab == tab


def test_one_key_starts_a_check_in_and_again_goes_to_it(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    team.click(names.START_CHECK_IN)
    assert team.window.person_page.tab == "check-ins"
    check_in = checkins.running(team.store, ana.id)
    assert check_in is not None
    assert QApplication.focusWidget().objectName() == names.CHECK_IN_SHARED
    team.act(names.GO_PLAN)
    team.click(names.START_CHECK_IN)
    assert team.window.person_page.tab == "check-ins"
    again = checkins.running(team.store, ana.id)
    assert again is not None and again.id == check_in.id


def test_a_key_turns_the_pages_of_a_person_and_no_other_page(team: PeopleRobot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for tab in ("discovery", "plan", "check-ins", "prepare"):
        team.press_in_focus(Qt.Key.Key_PageDown, control)
        assert team.window.person_page.tab == tab
    team.press_in_focus(Qt.Key.Key_PageUp, control)
    assert team.window.person_page.tab == "check-ins"
    team.act(names.GO_TODAY)
    assert not team.window.actions_[NEXT_TAB].isEnabled()
    team.act(names.GO_PLAN)
    team.act(NEXT_TAB)
    assert team.window.person_page.tab == "check-ins"


def test_the_key_that_saves_elsewhere_writes_what_is_typed_and_says_so(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    team.type(team.find(QLineEdit, "person.title"), "Analyst")
    team.press_in_focus(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert team.person("Ana Ruiz").title == "Analyst"
    assert team.told == "Everything is saved"


def test_a_second_start_brings_the_window_to_the_front(team: PeopleRobot) -> None:
    team.window.showMinimized()
    team.window.come_to_front()
    assert not team.window.isMinimized()


def test_the_window_title_names_nobody(team: PeopleRobot) -> None:
    assert team.window.windowTitle() == "CareerDesk"
