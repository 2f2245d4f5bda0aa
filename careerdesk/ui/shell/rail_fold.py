"""Folding the rail: it is wide enough for names, or it shows the initials only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSplitter

from careerdesk.ui.shell.rail import FOLDED, Rail
from careerdesk.ui.theme.theme import Theme

WIDE, LEAST = 232, 200
MOST_AT_FIRST = 300  # pixels; in large type the page needs the room more than the names


class RailFold(QObject):
    """Between folded and the least width for names there is nothing to stop at."""

    def __init__(self, theme: Theme, splitter: QSplitter, rail: Rail) -> None:
        super().__init__(splitter)
        self._theme = theme
        self._splitter = splitter
        self._rail = rail
        self._unfolded = min(theme.look.measure(WIDE), MOST_AT_FIRST)
        self._connect()

    def _connect(self) -> None:
        self._splitter.splitterMoved.connect(self._snap)
        self._rail.unfold_wanted.connect(self.unfold)

    def _set_width(self, width: int) -> None:
        self._splitter.setSizes([width, max(1, self._splitter.width() - width)])

    @Slot()
    def unfold(self) -> None:
        """Show names again."""
        if self._rail.folded:
            self._set_width(self._unfolded)

    @Slot()
    def toggle(self) -> None:
        """Fold the rail, or unfold it to the width it had."""
        if self._rail.folded:
            self.unfold()
        else:
            self._unfolded = self._rail.width()
            self._set_width(self._theme.look.measure(FOLDED))

    @Slot()
    def _snap(self) -> None:
        least = min(self._theme.look.measure(LEAST), MOST_AT_FIRST)
        if self._rail.folded:
            self._set_width(self._theme.look.measure(FOLDED))
        elif self._rail.width() < least:
            self._set_width(least)
