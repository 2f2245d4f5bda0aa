"""A text to be read, and copied, in an editor that takes no words."""

from __future__ import annotations

from PySide6.QtCore import Qt

from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.note_editor import NoteEditor


def reader(theme: Theme, label: str, name: str, text: str = "") -> NoteEditor:
    """A text to be read, and copied, by keyboard too."""
    found = NoteEditor(theme, label, name=name)
    found.setReadOnly(True)
    keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
    found.setTextInteractionFlags(found.textInteractionFlags() | keys)
    found.set_text(text)
    return found
