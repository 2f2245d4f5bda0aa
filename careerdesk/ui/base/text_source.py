"""Which stored text an editor shows, for anyone who looks for its versions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

SOURCE = "source"


def set_source(edit: QWidget, source: object) -> None:
    """Tell which stored text *edit* shows (None: none), for anyone who looks for its versions."""
    edit.setProperty(SOURCE, source)


def source_of(widget: QWidget | None) -> object:
    """The stored text that *widget* shows, or None."""
    return widget.property(SOURCE) if widget is not None else None
