"""Keeps an editor and one field of a talk the same, whoever changes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import CheckIn
from careerdesk.services import checkins
from careerdesk.services.versions import TextRef
from careerdesk.ui.context import Context
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.text_menu import set_source


class SavedText(QObject):
    """Writes what is typed by itself; what is not on the disk yet is never replaced."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text field *field* of the talks it will show."""
        super().__init__(editor)
        self._ctx = ctx
        self._editor = editor
        self._field = field
        self._talk_id = 0
        self._stored: str | None = None
        self._dirty = False
        editor.edited.connect(self._edited)

    def show_talk(self, talk: CheckIn) -> None:
        """Show this talk's text, unless there is newer one in the editor."""
        if talk.id != self._talk_id:
            self._let_go()
            self._talk_id = talk.id
            self._stored = None
            set_source(self._editor, TextRef(CheckIn, talk.id, self._field))
        stored = str(getattr(talk, self._field))
        if self._dirty or stored == self._stored:
            return
        self._stored = stored
        self._editor.set_text(stored)

    @property
    def _key(self) -> str:
        return f"check-in-{self._talk_id}-{self._field}"

    def _let_go(self) -> None:
        """Before another talk comes in: what cannot be written now is kept apart for later."""
        if self._dirty and not self._ctx.autosaver.flush() and self._dirty:
            text = self._editor.text()
            self._ctx.autosaver.touch(self._key, partial(self._store, self._talk_id, text))
        self._dirty = False

    @Slot()
    def _edited(self) -> None:
        if self._talk_id:
            self._dirty = True
            self._ctx.autosaver.touch(self._key, partial(self._write, self._talk_id))

    def _write(self, talk_id: int) -> None:
        try:
            self._store(talk_id, self._editor.text())
            self._stored = str(getattr(checkins.get(self._ctx.store, talk_id), self._field))
        except NotFound:
            pass  # the talk was deleted, its words are in the undo of that
        self._dirty = False

    def _store(self, talk_id: int, text: str) -> None:
        merge = f"check-in-{talk_id}-{self._field}"
        fields = {self._field: text}
        checkins.write(self._ctx.store, talk_id, merge=merge, origin=self, **fields)
