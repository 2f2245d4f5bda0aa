"""Handles of things that several pages show: the page that is seen has them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def take_handle(widget: QWidget, name: str) -> None:
    """Give *widget* the handle; whoever in its window had it is called otherwise from now on."""
    for other in widget.window().findChildren(QWidget, name):
        if other is not widget:
            other.setObjectName(f"{name}Elsewhere")
    widget.setObjectName(name)
