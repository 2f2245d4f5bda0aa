"""A list as high as its rows, whose words wrap, and in which the keyboard always has a row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent

from careerdesk.compat import override
from careerdesk.ui.base.lists import choose_on_focus
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.fitted_list import FittedList


class WrappingList(FittedList):
    """It never scrolls by itself, and its letters are keys, not a search."""

    _measured: tuple[int, int, int] | None = None  # how many rows, in which width, how high

    def __init__(self, theme: Theme, name: str, label: str) -> None:
        """Measure again with another look; *label* is what a screen reader calls it."""
        super().__init__(name=name, label=label, uneven=True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.measure_again)

    @override
    def rows_height(self, shown: int) -> int:
        """The height of the first rows, measured once: a layout asks for it several times."""
        asked = (shown, self.viewport().width())
        if self._measured is None or self._measured[:2] != asked:
            self._measured = (*asked, super().rows_height(shown))
        return self._measured[2]

    @Slot()
    @override
    def measure_again(self) -> None:
        """Keep no height from before."""
        self._measured = None
        super().measure_again()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by the keyboard with a row that is seen to be chosen."""
        super().focusInEvent(event)
        choose_on_focus(self, event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the rows and of the page, not a search."""
