"""A small card that can be pressed: what it is, a few lines of words, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.paint import paint_card, paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

PADDING, ICON = 10, 14
LINES = 3
LEAST_WIDTH = 80
NARROW, TIGHT = 110, 6  # below this width: less air, and no icon
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThreadCard(QAbstractButton):
    """Space or a click chooses it; Enter, or a click once it is chosen, tells `followed`."""

    followed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = self._kind = self._caption = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def say(self, icon: str, kind: str, words: str, caption: str) -> None:
        """Say what it is, in words, and how it stands."""
        self._icon, self._kind, self._caption = icon, kind, caption
        self.setText(words)
        self.setAccessibleName(", ".join(part for part in (kind, words, caption) if part))
        self.setToolTip(plain_tip("\n".join(part for part in (words, caption) if part)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """High enough for its lines, whatever they say, so that a row of cards is even."""
        look = self._theme.look
        lines = 2 * look.metrics("label").height() + LINES * look.metrics("body").height()
        return QSize(look.measure(126), lines + 2 * PADDING + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        """Wide enough for a word."""
        return QSize(self._theme.look.measure(LEAST_WIDTH), self.sizeHint().height())

    @override
    def nextCheckState(self) -> None:
        """The page says which card is chosen."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the card leads."""
        if event.key() in KEYS:
            self.followed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The kind over the words over how it stands."""
        look, rect = self._theme.look, QRectF(self.rect())
        painter = QPainter(self)
        paint_card(painter, look, rect, selected=self.isChecked(), hovered=self.underMouse())
        if self.hasFocus():
            inner = rect.adjusted(2, 2, -2, -2)
            paint_plate(painter, inner, None, look.colour.focus, radius=6, width=look.focus_width)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        narrow = rect.width() < look.measure(NARROW)
        air = TIGHT if narrow else PADDING
        room = rect.adjusted(air, PADDING, -air, -PADDING)
        line = QRectF(room.left(), room.top(), room.width(), look.metrics("label").height())
        beside = 0 if narrow else ICON + 5
        if not narrow:
            left = line.right() - ICON if mirrored else line.left()
            sign = QRectF(left, line.top(), ICON, line.height())
            look.paint_icon(painter, self._icon, sign, ICON, "growth")
        kind = line.adjusted(0, 0, -beside, 0) if mirrored else line.adjusted(beside, 0, 0, 0)
        paint_text(painter, look, kind, self._kind, "label", "growth", side)
        line.translate(0, line.height() + 2)
        line.setHeight(look.metrics("body").height())
        words, _ = look.wrapped("body", self.text(), int(room.width()), LINES)
        for text in words:
            paint_text(painter, look, line, text, "body", "text", side)
            line.translate(0, line.height())
        low = look.metrics("caption").height()
        foot = QRectF(room.left(), room.bottom() - low, room.width(), low)
        paint_text(painter, look, foot, self._caption, "caption", "text-muted", side)
        painter.end()
