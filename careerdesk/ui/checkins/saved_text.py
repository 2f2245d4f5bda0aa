"""Keeps an editor and one text of a talk the same, whoever changes it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from careerdesk.domain.records import CheckIn
from careerdesk.services import checkins
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor


class SavedText(SavedField):
    """Writes the text field *field* of the talks it shows."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text field *field* of the talks it will show."""
        super().__init__(ctx, editor, f"check-in-{field}", self._write)
        self._of = field

    def show_talk(self, talk: CheckIn) -> None:
        """Show this talk's text, unless there is newer one in the editor."""
        text = str(getattr(talk, self._of))
        self.show_text(talk.id, text, TextRef(CheckIn, talk.id, self._of))

    def _write(self, talk_id: int, text: str, merge: str, origin: QObject) -> None:
        checkins.write(self._ctx.store, talk_id, merge=merge, origin=origin, **{self._of: text})
