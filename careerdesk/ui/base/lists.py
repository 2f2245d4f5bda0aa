"""Going to a list, and to its rows."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QListView,
    QMenu,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.base.in_sight import show_all_of
from careerdesk.ui.base.keyboard import by_keyboard

Index = QModelIndex | QPersistentModelIndex

MENU_INDENT = 24  # of a menu below its row
_AREA = "qt_scrollarea_viewport"


class PageList(QListView):
    """A list that stands on a page, which scrolls along with the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a model."""
        super().__init__(parent)
        self._area = area_of(self)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Scroll the page along with the keyboard."""
        super().currentChanged(current, previous)
        keep_in_sight(self, current)


def area_of(view: QAbstractScrollArea) -> QWidget:
    """The viewport of *view*; who keeps it makes `viewport()` quick from then on.

    Of a widget that Python has not met the binding makes all kinds of widgets there are, to see
    which one it is: 5 ms of a start. What is looked for as a plain widget it takes as one.
    """
    area = view.findChild(QWidget, _AREA, Qt.FindChildOption.FindDirectChildrenOnly)
    return area or view.viewport()


def go_to_list(view: QAbstractItemView) -> None:
    """Give a list the keyboard, with a row that is seen to be chosen.

    Qt makes the first row current by itself and selects none, so an arrow would skip it.
    """
    view.setFocus()
    choose_a_row(view)


def choose_a_row(view: QAbstractItemView) -> None:
    """Choose the current row, else the first one that can be, unless one is chosen already."""
    if view.selectionModel() is None or view.selectionModel().hasSelection():
        return
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    index = next(filter(_can_be_chosen, chain([view.currentIndex()], rows)), None)
    if index is not None:
        view.setCurrentIndex(index)


def choose_on_focus(view: QAbstractItemView, event: QFocusEvent) -> None:
    """Come by the keyboard with a row that is seen to be chosen; the mouse chooses its own."""
    if event.reason() != Qt.FocusReason.MouseFocusReason:
        choose_a_row(view)


def _can_be_chosen(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)


def menu_asked(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The row whose menu is asked for, and where that goes: to the pointer, or below the row."""
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return view.indexAt(event.pos()), event.globalPos()
    index = view.currentIndex()
    corner = view.visualRect(index).bottomLeft() + QPoint(MENU_INDENT, 0)
    return index, view.viewport().mapToGlobal(corner)


def open_menu(view: QAbstractItemView, menu: QMenu, place: QPoint) -> None:
    """Open the menu of the chosen rows at a place; it closes where these rows go, or others come.

    It acts on what is chosen, which may be another row by then: an undo, or midnight, brings that.
    """
    view.selectionModel().selectionChanged.connect(menu.close)
    menu.popup(place)


def keep_in_sight(view: QAbstractItemView, index: Index) -> None:
    """Scroll the page to a row that the keyboard goes to, in a list that is as high as its rows.

    Qt scrolls the list alone, of which all is there. What was clicked stays under the pointer.
    """
    focus = QApplication.focusWidget()
    if by_keyboard() and focus is not None and (focus is view or view.isAncestorOf(focus)):
        show_all_of(view.viewport(), view.visualRect(index))
