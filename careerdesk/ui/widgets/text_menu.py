"""The menu of a text field: what Qt offers, and what the text said earlier."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

SOURCE = "source"
EARLIER_VERSIONS = "earlierVersions"


def set_source(edit: QWidget, source: object) -> None:
    """Tell which stored text *edit* shows (None: none), for whoever looks for its versions."""
    edit.setProperty(SOURCE, source)


def source_of(widget: QWidget | None) -> object:
    """The stored text that *widget* shows, or None."""
    return widget.property(SOURCE) if widget is not None else None


def text_menu(edit: QTextEdit) -> QMenu:
    """The standard menu, with the window's action for earlier versions below."""
    menu = edit.createStandardContextMenu()
    action = edit.window().findChild(QAction, EARLIER_VERSIONS)
    if action is not None and source_of(edit) is not None:
        menu.addSeparator()
        menu.addAction(action)
    return menu
