"""The dashed row at the end of a list into which the next thing is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.paint import CARD_RADIUS, paint_plate, paint_text
from careerdesk.ui.theme.style import RADIUS_PROPERTY
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.plain_text import clean_line, clean_lines

PLUS_AT = 12
ICON = 16


class InlineAdd(QLineEdit):
    """Enter adds and stays, Shift+Enter asks for the panel, Esc leaves, many lines add many.

    `submitted` carries cleaned, non-empty lines; the field is empty by then. Where adding
    fails, put the words back with `setText`.
    """

    submitted = Signal(list)
    panel_wanted = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        key_hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key_hint = key_hint
        self.setProperty("kind", "add")
        self.setProperty(RADIUS_PROPERTY, CARD_RADIUS)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(theme.look.row("body", 7, 34))
        self._connect()

    def _connect(self) -> None:
        self._theme.changed.connect(self.update)
        self.textChanged.connect(self._split)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Shift+Enter adds and opens, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed edge and the plus."""
        look = self._theme.look
        painter = QPainter(self)
        ground = look.hover("surface") if self.underMouse() else None
        rect = QRectF(self.rect())
        paint_plate(painter, rect, ground, look.colour.line_strong, dashed=True)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        from_end = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - PLUS_AT - ICON if from_end else PLUS_AT
        look.paint_icon(painter, "plus", QRectF(x, 0, ICON, self.height()), ICON)
        if self._key_hint and not self.text() and not from_end:
            right = Qt.AlignmentFlag.AlignRight
            rect.adjust(0, 0, -14, 0)
            paint_text(painter, look, rect, self._key_hint, "caption", "text-muted", right)
        painter.end()

    def _enter(self, with_panel: bool) -> None:
        line = clean_line(self.text())
        if not line:
            return
        self.clear()
        if with_panel:
            self.panel_wanted.emit(line)
        else:
            self.submitted.emit([line])

    def _split(self, text: str) -> None:
        if not any(end in text for end in "\n\r\u2028\u2029"):
            return
        lines = clean_lines(text)
        if len(lines) > 1:
            self.clear()
            self.submitted.emit(lines)
        else:
            self.setText(lines[0] if lines else "")
