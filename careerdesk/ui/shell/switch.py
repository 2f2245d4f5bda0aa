"""A switch: an icon, words, and a track whose thumb tells whether it is on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from careerdesk.compat import override
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

TRACK, HIGH, THUMB = 30, 18, 12
ICON, GAP = 18, 8


class Switch(QAbstractButton):
    """Turned by a click or Space; *token* is the colour of its track while it is on."""

    def __init__(self, theme: Theme, text: str, icon: str, token: str, *, name: str = "") -> None:
        super().__init__()
        self._theme, self._icon, self._token = theme, icon, token
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """Icon, words and track in a row."""
        metrics = self._theme.look.metrics("body")
        wide = 8 + ICON + GAP + metrics.horizontalAdvance(self.text()) + GAP + TRACK + 8
        return QSize(wide, max(28, metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        """All of it: words are never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words, and the track at the end of the line."""
        look, rect = self._theme.look, QRectF(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QPainter(self)
        if self.underMouse():
            paint_plate(painter, rect, look.hover(), radius=6)
        track = QRectF(0, (rect.height() - HIGH) / 2, TRACK, HIGH)
        track.moveLeft(8 if mirrored else rect.right() - 8 - TRACK)
        sign = QRectF(0, (rect.height() - ICON) / 2, ICON, ICON)
        sign.moveLeft(rect.right() - 8 - ICON if mirrored else 8)
        words = rect.adjusted(8 + ICON + GAP, 0, -(8 + TRACK + GAP), 0)
        if mirrored:
            words = rect.adjusted(8 + TRACK + GAP, 0, -(8 + ICON + GAP), 0)
        look.paint_icon(painter, self._icon, sign, ICON, "text")
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        paint_text(painter, look, words, self.text(), "body", "text", side)
        self._paint_track(painter, track, mirrored=mirrored)
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF, *, mirrored: bool) -> None:
        colour = self._theme.look.colour
        on = self.isChecked()
        paint_plate(
            painter, track, colour.named(self._token) if on else colour.raised,
            None if on else colour.line_strong, radius=HIGH / 2,
        )  # fmt: skip
        thumb = QRectF(0, 0, THUMB, THUMB)
        thumb.moveCenter(track.center())
        at_end = on != mirrored
        inset = (HIGH - THUMB) / 2
        thumb.moveLeft(track.right() - inset - THUMB if at_end else track.left() + inset)
        paint_plate(painter, thumb, self._thumb(on=on), radius=THUMB / 2)

    def _thumb(self, *, on: bool) -> QColor:
        colour = self._theme.look.colour
        return colour.named(f"on-{self._token}") if on else colour.line_strong
