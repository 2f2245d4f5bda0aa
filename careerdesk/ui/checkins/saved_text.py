"""Keeps an editor and one text of a check-in the same, anyone who changes it."""

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
    """Writes the text field *field* of the check-ins it shows."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text field *field* of the check-ins it will show."""
        super().__init__(ctx, editor, f"check-in-{field}", self._write)
        self._of = field

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show this check-in's text, unless there is newer one in the editor."""
        text = str(getattr(check_in, self._of))
        self.show_text(check_in.id, text, TextRef(CheckIn, check_in.id, self._of))

    def _write(self, check_in_id: int, text: str, merge: str, origin: QObject) -> None:
        checkins.write(self._ctx.store, check_in_id, merge=merge, origin=origin, **{self._of: text})
