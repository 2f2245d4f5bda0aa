"""A list as high as its rows, whose words wrap, and in which the keyboard always has a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from careerdesk.compat import override
from careerdesk.ui.base.lists import choose_on_focus
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.fitted_list import FittedList


class WrappingList(FittedList):
    """It never scrolls by itself, and its letters are keys, not a search."""

    def __init__(self, theme: Theme, name: str, label: str) -> None:
        """Measure again with another look; *label* is what a screen reader calls it."""
        super().__init__(name=name, label=label, uneven=True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._refit)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the keyboard with a row that is seen to be chosen."""
        super().focusInEvent(event)
        choose_on_focus(self, event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rows and of the page, not a search."""
