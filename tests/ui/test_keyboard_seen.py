"""Where the keyboard is can be seen in every list, however it came there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFocusFrame,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from careerdesk.domain.records import Horizon
from careerdesk.services import plans
from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.keyboard import by_keyboard, child_of
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.builders import TODAY, PersonBuilder
from tests.robots import everywhere
from tests.robots.desk import bring_into_view, click_at, press_key
from tests.robots.reviews import CycleBuilder, ReviewsRobot
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier
NEEDED = {
    "PeopleView", "GoalList", "TickList", "FittedList", "MotivatorList", "Timeline", "Table",
}  # fmt: skip


@pytest.fixture
def full(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over people of whom there is something of everything."""
    for name in ("Ana Ruiz", "Ben Okri"):
        everywhere.fill(PersonBuilder(store, name), name.split()[0])
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()


def lists_of(window: QWidget) -> list[QAbstractItemView]:
    """Every list and table with rows that is seen."""
    return [
        view
        for view in window.findChildren(QAbstractItemView)
        if view.isVisible()
        and not isinstance(view, QHeaderView)
        and view.model() is not None
        and view.model().rowCount()
        and not isinstance(view.window(), QComboBox)
        and view.window().windowType() != Qt.WindowType.Popup
        and view.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def picture(view: QAbstractItemView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def pictures(window: QWidget, view: QAbstractItemView) -> tuple[QImage, QImage, QImage]:
    """The list without the keyboard, with it by mouse, and with it by a key."""
    click_at(window, QPoint(2, window.height() - 2))  # on nothing
    assert not by_keyboard()
    bring_into_view(view)
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    index = view.currentIndex()
    view.setCurrentIndex(index if index.isValid() else view.model().index(0, 0))
    view.scrollTo(view.currentIndex())
    clicked = picture(view)
    view.clearFocus()
    at_rest = picture(view)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    press_key(Qt.Key.Key_Control)  # a key that does nothing
    return at_rest, clicked, picture(view)


def unclear(window: QWidget) -> tuple[set[str], list[str]]:
    """Which lists were looked at, and which of them look the same in two states."""
    met, same = set(), []
    for view in lists_of(window):
        name = f"{type(view).__name__} {view.objectName()}"
        at_rest, clicked, keyed = pictures(window, view)
        if at_rest == clicked:
            same.append(f"{name}: with and without the keyboard")
        if clicked == keyed:
            same.append(f"{name}: by mouse and by key")
        met.add(type(view).__name__)
    return met, same


@pytest.mark.long
def test_every_list_shows_whether_the_keyboard_is_there(full: PeopleRobot) -> None:
    met: set[str] = set()
    for place in everywhere.walk(full):
        window = QApplication.activeModalWidget() or full.window
        window.activateWindow()
        QApplication.processEvents()
        seen, same = unclear(window)
        assert not same, place
        met |= seen
    assert met >= NEEDED


def test_every_list_of_reviews_shows_it(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    robot = ReviewsRobot(qtbot, store, tmp_path)
    PersonBuilder(store, "Dana Olt").with_checkin(30, shared_notes="Cut the errors")
    cycle = CycleBuilder(store)
    cycle.own_view("Ana Ruiz").peers("Ana Ruiz", 3, 1).calibrated("Ben Okri", "Solid")
    cycles.change(store, cycle.cycle.id, nine_box=True)
    robot.open_reviews_page()
    met: set[str] = set()
    for side in TABS_OF_CYCLE:
        robot.side(side)
        seen, same = unclear(robot.window)
        assert not same, side
        met |= seen
    robot.side("board")
    robot.go_to_cell("Dana Olt")
    robot.press(robot.board, Qt.Key.Key_Return)
    seen, same = unclear(robot.window)
    assert not same
    assert met | seen >= {"BoardTable", "FittedList", "RankedList"}
    robot.window.close()


def ring_in(view: QAbstractItemView) -> bool:
    """Whether the list looks different from the same list after a click elsewhere."""
    shown = picture(view)
    QApplication.instance().setProperty("keyboardInUse", False)
    without = picture(view)
    QApplication.instance().setProperty("keyboardInUse", True)
    return shown != without


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_R])
def test_a_page_that_is_opened_by_a_key_shows_its_row(
    full: PeopleRobot, store: Store, key: Qt.Key
) -> None:
    CycleBuilder(store)
    click_at(full.window, QPoint(2, full.window.height() - 2))
    press_key(key, CONTROL)
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractItemView)
    assert ring_in(view)
    first = view.currentIndex().row()
    press_key(Qt.Key.Key_Down)
    assert view.currentIndex().row() == first + 1 or view.model().rowCount() == 1


def test_the_first_arrow_goes_on_from_the_row_that_is_marked(full: PeopleRobot) -> None:
    press_key(Qt.Key.Key_T, CONTROL)
    view = QApplication.focusWidget()
    assert isinstance(view, FittedList)
    assert view.currentIndex().row() == 0
    assert ring_in(view)
    press_key(Qt.Key.Key_Down)
    assert [index.row() for index in view.selectedIndexes()] == [1]


def test_f6_and_escape_and_arrows_show_where_one_is(full: PeopleRobot) -> None:
    full.list.setFocus()
    click_at(full.window, QPoint(2, full.window.height() - 2))
    assert not ring_seen(full.list)
    full.list.setFocus()
    press_key(Qt.Key.Key_Down)
    assert ring_in(full.list)
    click_at(full.window, QPoint(2, full.window.height() - 2))
    press_key(Qt.Key.Key_F6)
    press_key(Qt.Key.Key_F6)
    assert by_keyboard()
    full.act(names.GO_TODAY)
    press_key(Qt.Key.Key_Escape)
    assert by_keyboard()


def ring_seen(view: QAbstractItemView) -> bool:
    return by_keyboard() and view.hasFocus()


def test_typing_into_a_field_is_not_moving_by_keys(team: PeopleRobot) -> None:
    click_at(team.filter)
    press_key(Qt.Key.Key_B)
    press_key(Qt.Key.Key_Shift)
    assert team.filter.text() == "b"
    assert not by_keyboard()
    press_key(Qt.Key.Key_Tab)
    assert by_keyboard()
    click_at(team.filter)
    assert not by_keyboard()


def test_the_row_told_to_a_screen_reader_is_the_current_one(full: PeopleRobot) -> None:
    """Among the children of a list and of a table, headers counted, it is that row."""
    full.act(names.GO_TODAY)
    for view in lists_of(full.window):
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            child = QAccessible.queryAccessibleInterface(view).child(child_of(view, index))
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            assert child.text(QAccessible.Text.Name) == words


@pytest.mark.whole
@pytest.mark.parametrize("page", [names.GO_DISCOVERY, names.GO_PLAN])
def test_a_list_without_rows_shows_that_it_has_the_keyboard(
    team: PeopleRobot, put_on: Callable[[Theme], Theme], page: str
) -> None:
    put_on(team.window.ctx.theme)
    team.choose("Ben Okri")
    plans.add_items_for(team.store, team.person("Ben Okri").id, Horizon.SHORT, ["One"], TODAY)
    team.act(page)
    empty = set[str]()
    for _ in range(30):
        press_key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractItemView) and not focus.model().rowCount():
            rings = team.window.findChildren(QFocusFrame)
            assert [ring.widget() for ring in rings if ring.isVisible()] == [focus]
            empty.add(focus.objectName())
    assert names.NOTES_HISTORY not in empty
    assert (names.LONGER_TERM_ITEMS in empty) is (page == names.GO_PLAN)


def test_enter_opens_the_goal_that_tab_came_to(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    plans.add_items_for(team.store, ana, Horizon.LONGER, ["Later", "Last"], TODAY)
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    longer = team.find(GoalList, names.LONGER_TERM_ITEMS)
    longer.clearSelection()
    team.filter.setFocus()
    while QApplication.focusWidget() is not longer:
        press_key(Qt.Key.Key_Tab)
    assert ring_in(longer)
    press_key(Qt.Key.Key_Return)
    assert team.find(GrowingText, names.ITEM_TITLE).text() == "Later"


def test_a_field_that_tab_brings_into_view_has_its_ring(
    qtbot: QtBot, put_on: Callable[[Theme], Theme]
) -> None:
    put_on(Theme("light"))
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    fields = [QLineEdit() for _ in range(6)]
    column = QVBoxLayout(inside)
    column.setSpacing(200)  # the next one is out of sight altogether
    for field in fields:
        column.addWidget(field)
    area.setWidget(inside)
    area.resize(300, 120)
    area.show()
    area.activateWindow()
    fields[0].setFocus()
    for field in fields:
        qtbot.waitUntil(field.hasFocus)
        QApplication.processEvents()
        seen = [one.widget() for one in area.findChildren(QFocusFrame) if one.isVisible()]
        assert seen == [field]
        qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_a_ring_outlives_the_moment_in_which_a_dialog_goes_through_what_it_holds(
    team: PeopleRobot, put_on: Callable[[Theme], Theme]
) -> None:
    put_on(team.window.ctx.theme)
    dialog = QDialog(team.window)
    line = QLineEdit(dialog)
    dialog.open()
    line.setFocus()
    dialog.activateWindow()
    team.qtbot.waitUntil(line.hasFocus)
    (ring,) = dialog.findChildren(QFocusFrame)
    dialog.accept()  # where a file was chosen by Enter, Qt went on with a ring that was freed
    assert isValid(ring) and not ring.isVisible()
    QApplication.sendPostedEvents(ring, QEvent.Type.DeferredDelete)
    assert not isValid(ring)
    dialog.deleteLater()
