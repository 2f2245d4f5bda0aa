"""Throwing a widget away while the page goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Take a widget off its page at once; it dies when it is safe to."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
