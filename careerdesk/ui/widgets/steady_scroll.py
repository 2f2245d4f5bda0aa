"""A scroll area that is as wide with a scroll bar as without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from careerdesk.ui.base.lists import area_of


class SteadyScroll(QScrollArea):
    """Scrolls down alone; the room of its bar is always kept, and nothing moves sideways.

    It is for what is chosen by the width there is: fewer rows, or fewer side by side. A bar that
    took some of the width could make that so low that it goes again, and so on without an end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._viewport = area_of(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().hide()
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)

    def beside_bar(self, margin: int) -> int:
        """What is left of a margin at the far side, of which the bar has its part."""
        return max(0, margin - self.verticalScrollBar().sizeHint().width())

    def _show_bar(self, lowest: int, highest: int) -> None:
        self.verticalScrollBar().setVisible(highest > lowest)
