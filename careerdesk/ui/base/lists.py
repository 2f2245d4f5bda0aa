"""Going to a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView

MENU_INDENT = 24  # of a menu below its row


def go_to_list(view: QAbstractItemView) -> None:
    """Give a list the keyboard, with a row that is seen to be chosen.

    Qt makes the first row current by itself and selects none, so an arrow would skip it.
    """
    view.setFocus()
    choose_a_row(view)


def choose_a_row(view: QAbstractItemView) -> None:
    """Choose the current row, else the first one, unless one is chosen already."""
    if view.selectionModel() is not None and not view.selectionModel().hasSelection():
        current = view.currentIndex()
        view.setCurrentIndex(current if current.isValid() else view.model().index(0, 0))


def menu_asked(view: QAbstractItemView, event: QContextMenuEvent) -> tuple[QModelIndex, QPoint]:
    """The row whose menu is asked for, and where that goes: to the pointer, or below the row."""
    if event.reason() != QContextMenuEvent.Reason.Keyboard:
        return view.indexAt(event.pos()), event.globalPos()
    index = view.currentIndex()
    corner = view.visualRect(index).bottomLeft() + QPoint(MENU_INDENT, 0)
    return index, view.viewport().mapToGlobal(corner)
