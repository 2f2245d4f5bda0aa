"""The two texts of an answer: what the person said, and what the manager makes of it."""

from __future__ import annotations

from careerdesk.i18n import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import private_name


def said_placeholder() -> str:
    """What stands in an empty field for the words of a person."""
    return tr("What they said, word for word if you can")


def words_editor(theme: Theme, label: str, *, name: str) -> NoteEditor:
    """A field for what the person said; *label* is spoken."""
    return NoteEditor(theme, label, name=name, placeholder=said_placeholder())


def reading_editor(theme: Theme, *, name: str) -> NoteEditor:
    """A field for what the manager makes of it, which nobody else sees."""
    return NoteEditor(
        theme,
        private_name(tr("my interpretation")),
        name=name,
        placeholder=tr(
            "What you make of this. Your interpretation is never included in anything you share."
        ),
        private=True,
    )
