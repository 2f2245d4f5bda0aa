"""Keeps an editor and one text of a talk the same, whoever changes it."""

from __future__ import annotations

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn
from careerdesk.services import checkins
from careerdesk.services.versions import TextRef
from careerdesk.ui.context import Context
from careerdesk.ui.pages.saved_field import SavedWords
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor


class SavedText(SavedWords):
    """Writes what is typed by itself; what is not on the disk yet is never replaced."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text field *field* of the talks it will show."""
        super().__init__(ctx, editor, f"check-in-{field}")
        self._of = field

    def show_talk(self, talk: CheckIn) -> None:
        """Show this talk's text, unless there is newer one in the editor."""
        text = str(getattr(talk, self._of))
        self.show_text(talk.id, text, TextRef(CheckIn, talk.id, self._of))

    @override
    def store_text(self, record_id: int, text: str, key: str) -> None:
        """One edit of the service."""
        fields = {self._of: text}
        checkins.write(self._ctx.store, record_id, merge=key, origin=self, **fields)
