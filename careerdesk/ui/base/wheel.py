"""The wheel scrolls: what stands under the pointer by chance keeps its value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.base.window_filter import WindowFilter, widget_of

WITH_FOCUS = (QAbstractSpinBox, QAbstractSlider)
NEVER = (QComboBox, QTabBar)  # one chooses, goes on to scroll, and the pointer is still there


class WheelGuard(WindowFilter):
    """Numbers turn by the wheel only when they have the keyboard, choices and tabs never.

    Anywhere else the wheel is handed to what lies behind the field, so the page scrolls.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send the wheel past a field that it must not change."""
        if isinstance(event, QWheelEvent):
            top = widget_of(watched)
            field = None if top is None else guarded(top.childAt(event.position().toPoint()))
            if field is not None:
                _pass_on(event, field.parentWidget())
                return True
        return super().eventFilter(watched, event)


def guarded(under: QWidget | None) -> QWidget | None:
    """The field around the widget under the pointer that the wheel must not change, if any."""
    while under is not None and not under.isWindow():
        if isinstance(under, NEVER):
            return under
        if isinstance(under, WITH_FOCUS) and not isinstance(under, QScrollBar):
            return None if under.hasFocus() else under
        under = under.parentWidget()
    return None


def _pass_on(event: QWheelEvent, behind: QWidget | None) -> None:
    """Offer the wheel to one widget after the other; Qt passes on only what it sent itself."""
    while behind is not None and not _takes(behind, event):
        behind = None if behind.isWindow() else behind.parentWidget()


def _takes(widget: QWidget, event: QWheelEvent) -> bool:
    place = event.globalPosition()
    passed = QWheelEvent(
        QPointF(widget.mapFromGlobal(place)),
        place,
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
        event.source(),
    )
    passed.ignore()
    QCoreApplication.sendEvent(widget, passed)
    return passed.isAccepted()
