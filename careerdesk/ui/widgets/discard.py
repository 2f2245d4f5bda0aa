"""Throwing a widget away while the page goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.ui.base.holders import DISCARDED


def discard(widget: QWidget) -> None:
    """Take a widget off its page at once; it dies when it is safe to."""
    widget.hide()
    widget.setParent(None)
    widget.setProperty(DISCARDED, True)  # noqa: FBT003
    widget.deleteLater()


def discard_all(layout: QLayout) -> None:
    """Throw away the widgets of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            discard(widget)
