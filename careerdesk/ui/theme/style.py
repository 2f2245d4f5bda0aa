"""What the style sheet cannot do: a focus ring outside the edge of a control, and tick boxes.

Only the ring itself wears the style written here: a style in Python under every widget would
be asked thousands of times while a window is made, and doubles that time.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import delete, isValid

from careerdesk.compat import override
from careerdesk.ui.theme.look import Look

RING_GAP = 1  # between the edge of a widget and its ring
RINGED = (
    QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
RADIUS_PROPERTY = "ringRadius"  # of the widget's edge where it is not an input's; -1: no ring
INPUT_RADIUS = 6


class RingStyle(QProxyStyle):
    """Draws a QFocusFrame as the look wants it: 2 px, 1 px outside the edge, never clipped."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self.look = look

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """Draw the focus ring above its widget, whole."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # the mask would cut the round corners off
        return super().styleHint(hint, option, widget, returnData)

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Leave the ring its gap."""
        if metric in _RING_MARGINS:
            return self.look.focus_width + RING_GAP
        return super().pixelMetric(metric, option, widget)

    @override
    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the ring in the theme's colour and the widget's own radius."""
        if element != QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        target = widget.widget() if isinstance(widget, QFocusFrame) else None
        radius = target.property(RADIUS_PROPERTY) if target is not None else None
        edge = INPUT_RADIUS if radius is None else int(radius)
        paint_ring(painter, self.look, QRectF(widget.rect() if widget else option.rect), edge)


class FocusRing(QObject):
    """Puts the ring round whichever control has the keyboard, in any window, while it lives."""

    def __init__(self, app: QApplication, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._style = RingStyle(look)
        self._style.setParent(app)  # outlives every window that wears it
        self._frame: QFocusFrame | None = None
        self._framed: QWidget | None = None
        self._leaving: list[QFocusFrame] = []
        app.focusChanged.connect(self._follow)

    def set_look(self, look: Look) -> None:
        """Draw with another look from now on."""
        self._style.look = look

    def rest(self) -> None:
        """Let go of the ring before the style sheet of the program changes.

        Qt keeps a style of its own beside the one a widget wears, and frees it with the sheet.
        """
        self._release()
        for frame in self._leaving:
            if isValid(frame):
                delete(frame)
        self._leaving.clear()

    def _release(self) -> None:
        """Free the ring; later where it is in what is hidden just now: Qt goes through that still.

        So it is with a file dialog in which a name was typed, and Enter closes it.
        """
        frame, self._frame, self._framed = self._frame, None, None
        if frame is None or not isValid(frame):
            return
        around = frame.parentWidget()
        if around is None or (around.isVisible() and not around.window().isHidden()):
            delete(frame)
            return
        frame.hide()
        frame.deleteLater()
        self._leaving = [one for one in self._leaving if isValid(one)] + [frame]

    def come_back(self) -> None:
        """Stand again round what has the keyboard, after a `rest`."""
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and not isValid(self._frame):
            self._frame = self._framed = None  # went with the window it stood in
        seen = new is not None and new.isVisible()  # else it may be on its way out of memory
        target = new if new is not None and seen and wants_ring(new) else None
        if target is not None and target is self._framed:
            return
        self._release()  # a frame that is moved asks what it stood round, which may be gone
        if target is not None:
            self._frame, self._framed = QFocusFrame(), target
            self._frame.setStyle(self._style)
            self._frame.setWidget(target)
            self._frame.raise_()
            self._frame.show()  # Qt hides it out of sight, also once Tab has scrolled there


def wants_ring(widget: QWidget) -> bool:
    """Whether a focused widget is framed; lists mark their current row themselves, if any."""
    if isinstance(widget, QAbstractItemView):
        return widget.model() is not None and not widget.model().rowCount()
    inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    return isinstance(widget, RINGED) and not inside and widget.property(RADIUS_PROPERTY) != -1


def paint_ring(painter: QPainter, look: Look, outer: QRectF, radius: float) -> None:
    """The focus ring along the inside of `outer`, for an edge with that radius within it."""
    width = look.focus_width
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour.focus, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    corner = radius + RING_GAP + inset
    painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), corner, corner)
    painter.restore()


def paint_tick_box(
    painter: QPainter, look: Look, rect: QRectF, ticked: bool, enabled: bool = True
) -> None:
    """A tick box of the look: `line-strong` edge, filled with the accent when ticked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(1.0 if enabled else 0.6)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    edge = look.colour.growth if ticked else look.colour.line_strong
    painter.setPen(QPen(edge, 1))
    painter.setBrush(look.colour.growth if ticked else look.colour.raised)
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        look.paint_icon(painter, "check", rect, round(rect.width()) - 3, "on-growth")
    painter.restore()


_RING_MARGINS = (
    QStyle.PixelMetric.PM_FocusFrameHMargin,
    QStyle.PixelMetric.PM_FocusFrameVMargin,
)
