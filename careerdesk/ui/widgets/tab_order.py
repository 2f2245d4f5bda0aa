"""Where the keyboard is, and the order in which Tab goes over a page whose widgets change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in *widget* or something inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


class TabOrder:
    """Puts widgets into the order of Tab again whenever other ones are there."""

    def __init__(self) -> None:
        self._stops: list[QWidget] = []

    def set_stops(self, stops: Sequence[QWidget]) -> None:
        """Let Tab go over these widgets, in this order."""
        if list(stops) == self._stops:
            return
        self._stops = list(stops)
        for first, second in pairwise(self._stops):
            QWidget.setTabOrder(first, second)
