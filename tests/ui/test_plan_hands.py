"""Goals by hand: a menu on their cards, and drops where people aim."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from careerdesk.domain.records import ItemState
from careerdesk.services import people, plans
from careerdesk.services.store import Store
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.widgets.ordered import ids_as_mime
from tests.robots.plan import LONGER, SHORT, PlanRobot
from tests.robots.stage import Stage

MOVE = Qt.DropAction.MoveAction
NO_KEYS, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
KEYBOARD, MOUSE = QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse


@pytest.fixture
def abc(qtbot, store: Store, tmp_path: Path) -> PlanRobot:
    """Three short-term goals and a longer-term one."""
    robot = PlanRobot(Stage(qtbot, store, tmp_path), people.add(store, "Ana Ruiz").id)
    robot.add("A", "B", "C")
    robot.add("L", to=LONGER)
    return robot


def menu_of(robot: PlanRobot, *titles: str) -> QMenu:
    """The menu that a user gets for these cards, by the key for it."""
    view = robot.select(*titles)
    asked = QContextMenuEvent(KEYBOARD, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


def choose(menu: QMenu, words: str) -> None:
    entry(menu, words).trigger()
    menu.close()


def test_the_menu_of_a_card_offers_what_its_keys_do(abc: PlanRobot) -> None:
    menu = menu_of(abc, "B")
    assert entries(menu) == [
        "Open", "Status", "Due date…", "Move up", "Move down", "Move to Longer term", "Delete",
    ]  # fmt: skip
    assert entry(menu, "Delete").shortcut().toString() == "Del"
    states = entry(menu, "Status").menu()
    assert isinstance(states, QMenu)
    assert [action.shortcut().toString() for action in states.actions()] == list("123456")
    assert [action.text() for action in states.actions() if action.isChecked()] == ["Not started"]
    menu.close()
    assert "Move to Short term" in entries(menu_of(abc, "L"))


def test_a_state_is_chosen_in_the_menu(abc: PlanRobot) -> None:
    states = entry(menu := menu_of(abc, "B"), "Status").menu()
    assert isinstance(states, QMenu)
    choose(states, "At risk")
    menu.close()
    assert abc.goal("B").item.state is ItemState.AT_RISK


def test_goals_are_moved_by_the_menu(abc: PlanRobot) -> None:
    choose(menu_of(abc, "B"), "Move up")
    assert abc.stored() == ["B", "A", "C"]
    choose(menu_of(abc, "B"), "Move down")
    assert abc.stored() == ["A", "B", "C"]
    choose(menu_of(abc, "B", "C"), "Move to Longer term")
    assert (abc.stored(), abc.stored(LONGER)) == (["A"], ["B", "C", "L"])
    assert abc.list(LONGER).selected_ids() == [abc.id("B"), abc.id("C")]
    choose(menu_of(abc, "C"), "Move to Short term")
    assert abc.stored() == ["A", "C"]


def test_a_menu_closes_where_its_goal_goes_meanwhile(abc: PlanRobot) -> None:
    """What stays while a menu is open is not what its entries then act on."""
    menu_of(abc, "B")
    plans.remove_items(abc.stage.store, [abc.id("B")])
    assert QApplication.activePopupWidget() is None
    assert abc.stored() == ["A", "C"]


def test_the_due_date_is_asked_for_in_the_panel(abc: PlanRobot) -> None:
    choose(menu_of(abc, "B"), "Due date…")
    assert abc.page.panel.item_id == abc.id("B")
    held = QApplication.focusWidget()
    assert isinstance(held, QLineEdit) and abc.page.panel.isAncestorOf(held)


def test_several_goals_are_neither_opened_nor_due(abc: PlanRobot) -> None:
    assert entries(menu_of(abc, "A", "B"))[:2] == ["Status", "Move up"]


def test_goals_are_deleted_by_the_menu(abc: PlanRobot) -> None:
    choose(menu_of(abc, "A", "B"), "Delete")
    assert abc.stored() == ["C"]
    abc.stage.undo()
    assert abc.stored() == ["A", "B", "C"]


def test_a_right_click_selects_the_card_whose_menu_it_opens(abc: PlanRobot) -> None:
    view = abc.select("A")
    at = view.visualRect(abc.index("C")).center()
    abc.stage.qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(MOUSE, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Delete")
    assert abc.stored() == ["A", "B"]


def test_beside_the_cards_there_is_no_menu(abc: PlanRobot) -> None:
    view = abc.select("A")
    below = view.visualRect(abc.index("C")).bottomLeft() + QPoint(5, 5)
    nowhere = QContextMenuEvent(MOUSE, below, view.viewport().mapToGlobal(below))
    QApplication.sendEvent(view.viewport(), nowhere)
    assert QApplication.activePopupWidget() is None


# Drops


def over(widget: QWidget, robot: PlanRobot, *titles: str) -> QDragMoveEvent:
    """Drag cards from where they are to the middle of a widget."""
    data = ids_as_mime("plan-item", [robot.id(title) for title in titles])
    robot.dragged = data  # type: ignore[attr-defined]  # a drag keeps what it carries
    point = widget.rect().center()
    QApplication.sendEvent(widget, QDragEnterEvent(point, MOVE, data, LEFT, NO_KEYS))
    hover = QDragMoveEvent(point, MOVE, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, hover)
    return hover


def drop(widget: QWidget, robot: PlanRobot, *titles: str) -> QDropEvent:
    """Drag cards to a widget and let them go."""
    over(widget, robot, *titles)
    data = robot.dragged  # type: ignore[attr-defined]
    event = QDropEvent(QPointF(widget.rect().center()), MOVE, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, event)
    return event


def line_of(view: GoalList) -> int:
    """Before which row the line is drawn; -1 for none."""
    return view._drop_row


def test_a_drop_on_a_heading_takes_the_first_place_of_its_group(abc: PlanRobot) -> None:
    header = abc.page.groups[SHORT].header
    assert drop(header, abc, "C").isAccepted()
    assert abc.stored() == ["C", "A", "B"]
    drop(header, abc, "L")
    assert (abc.stored(), abc.stored(LONGER)) == (["L", "C", "A", "B"], [])
    assert abc.list(SHORT).selected_ids() == [abc.id("L")]


def test_a_drop_on_the_row_that_adds_takes_the_last_place(abc: PlanRobot) -> None:
    drop(abc.edit(SHORT), abc, "A")
    assert abc.stored() == ["B", "C", "A"]
    drop(abc.edit(LONGER), abc, "B", "A")
    assert (abc.stored(), abc.stored(LONGER)) == (["C"], ["L", "B", "A"])
    assert abc.edit(LONGER).text() == ""
    abc.stage.undo()
    assert (abc.stored(), abc.stored(LONGER)) == (["B", "C", "A"], ["L"])


def test_a_drop_into_a_group_without_goals(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_Delete, "L")
    drop(abc.page.groups[LONGER].header, abc, "B")
    assert abc.stored(LONGER) == ["B"]


def test_the_line_is_drawn_where_it_would_land(abc: PlanRobot) -> None:
    view, group = abc.list(SHORT), abc.page.groups[SHORT]
    assert over(group.header, abc, "C").isAccepted()
    assert line_of(view) == 0
    over(group.edit, abc, "A")
    assert line_of(view) == 3
    QApplication.sendEvent(group.edit, QDragLeaveEvent())
    assert line_of(view) == -1
    drop(group.header, abc, "C")
    assert line_of(view) == -1


def test_what_is_in_its_place_stays_there(abc: PlanRobot) -> None:
    abc.stage.written()
    drop(abc.page.groups[SHORT].header, abc, "A")
    drop(abc.edit(SHORT), abc, "C")
    assert abc.stage.written() == 0


def test_other_things_are_not_taken(abc: PlanRobot) -> None:
    header = abc.page.groups[SHORT].header
    data = ids_as_mime("agenda", [abc.id("C")])
    hover = QDragEnterEvent(header.rect().center(), MOVE, data, LEFT, NO_KEYS)
    hover.ignore()
    QApplication.sendEvent(header, hover)
    assert not hover.isAccepted()
    assert abc.stored() == ["A", "B", "C"]


def test_text_dragged_to_the_row_that_adds_is_still_text(abc: PlanRobot) -> None:
    edit, data = abc.edit(SHORT), QMimeData()
    data.setText("Nights are quiet")
    at, copy = edit.rect().center(), Qt.DropAction.CopyAction
    QApplication.sendEvent(edit, QDragEnterEvent(at, copy, data, LEFT, NO_KEYS))
    QApplication.sendEvent(edit, QDragMoveEvent(at, copy, data, LEFT, NO_KEYS))
    QApplication.sendEvent(edit, QDropEvent(QPointF(at), copy, data, LEFT, NO_KEYS))
    assert edit.text() == "Nights are quiet"


def test_a_scroll_bar_takes_no_room_from_the_cards(abc: PlanRobot) -> None:
    """A narrower card may be lower: a bar could take its width and give it back without an end."""
    area = abc.page.area
    widths, bars = set(), set()
    for height in (300, 1200, 300):
        abc.stage.window.resize(1048, height)
        QApplication.processEvents()
        widths.add(area.viewport().width())
        bars.add(area.verticalScrollBar().isVisible())
    assert bars == {True, False}
    assert len(widths) == 1
