"""The menu of a text field: what Qt offers, and what the text said earlier."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTextEdit

from careerdesk.ui.base import names
from careerdesk.ui.base.text_source import source_of


def text_menu(edit: QTextEdit) -> QMenu:
    """The standard menu, with the window's action for earlier versions below."""
    menu = edit.createStandardContextMenu()
    action = edit.window().findChild(QAction, names.EARLIER_VERSIONS)
    if action is not None and source_of(edit) is not None:
        menu.addSeparator()
        menu.addAction(action)
    return menu
