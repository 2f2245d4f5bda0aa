"""Going to a list."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView


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
