"""A card round one text: a click beside the words is one into them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from careerdesk.compat import override


class TextCard(QFrame):
    """Looks like a field as a whole, so that the cursor goes to *text* wherever it is clicked.

    It would stay in another text, and what is typed then would be in the wrong one.
    """

    def __init__(self, text: QWidget) -> None:
        super().__init__()
        self._text = text
        self.setProperty("kind", "card")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor into the text."""
        self._text.setFocus(Qt.FocusReason.MouseFocusReason)
