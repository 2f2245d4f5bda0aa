"""Keeps a field and one text of a record the same: what is typed is written by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLineEdit

from careerdesk.compat import override
from careerdesk.domain.errors import NotFound
from careerdesk.services.versions import TextRef
from careerdesk.ui.context import Context
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.text_menu import set_source

Write = Callable[[int, str, str, QObject], object]
"""Writes a text: id, text, merge key, origin."""


class SavedWords(QObject):
    """What is not on the disk yet is never replaced by what is stored; a subclass stores it.

    A field that *must* have words keeps the stored ones while it is empty.
    """

    def __init__(
        self,
        ctx: Context,
        field: NoteEditor | GrowingText | QLineEdit,
        key: str,
        *,
        must: bool = False,
    ) -> None:
        """Bind *field*; *key* names the text among all that are saved."""
        super().__init__(field)
        self._ctx, self._field, self._name = ctx, field, key
        self._must = must
        self._id = 0
        self._stored: str | None = None
        self._dirty = False
        self._connect()

    def _connect(self) -> None:
        if isinstance(self._field, QLineEdit):
            self._field.textEdited.connect(self._edited)
            self._field.editingFinished.connect(self._left)
            return
        self._field.edited.connect(self._edited)
        if isinstance(self._field, GrowingText):
            self._field.left.connect(self._left)

    def show_text(self, record_id: int, text: str, source: TextRef | None = None) -> None:
        """Show the text of a record; *source* says where its versions are kept, if they are."""
        if record_id != self._id:
            self._let_go()
            self._id, self._stored = record_id, None
        if not isinstance(self._field, QLineEdit):
            set_source(self._field, source)
        if not self._dirty and text != self._stored:
            self._stored = text
            self._put(text)

    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def _put(self, text: str) -> None:
        if isinstance(self._field, QLineEdit):
            if text != self._field.text():
                self._field.setText(text)
        else:
            self._field.set_text(text)

    def store_text(self, record_id: int, text: str, key: str) -> None:
        """Write the text of a record; typing under the same *key* is one step of undo."""
        raise TypeError(f"nothing says how to store {key} of {record_id}: {len(text)} letters")

    @property
    def _key(self) -> str:
        return f"{self._name}-{self._id}"

    def _let_go(self) -> None:
        """Before another record comes in: what cannot be written now is kept for later."""
        if self._dirty and not self._ctx.autosaver.flush() and self._dirty:
            write = partial(self.store_text, self._id, self.text(), self._key)
            self._ctx.autosaver.touch(self._key, write)
        self._dirty = False

    @Slot()
    def _edited(self) -> None:
        if not self._id:
            return
        if self._must and not self.text().strip():
            self._dirty = False
            self._ctx.autosaver.drop(self._key)
            return
        self._dirty = True
        self._ctx.autosaver.touch(self._key, partial(self._write, self._id))

    @Slot()
    def _left(self) -> None:
        if self._must and not self.text().strip() and self._stored:
            self._put(self._stored)

    def _write(self, record_id: int) -> None:
        text = self.text()
        try:
            self.store_text(record_id, text, self._key)
            self._stored = text
        except NotFound:
            pass  # the record was deleted; its words are in the undo of that
        self._dirty = False


class SavedField(SavedWords):
    """A field whose text a function writes."""

    def __init__(
        self,
        ctx: Context,
        field: NoteEditor | GrowingText | QLineEdit,
        key: str,
        write: Write,
        *,
        must: bool = False,
    ) -> None:
        """Bind *field*; *key* names the text among all that are saved."""
        super().__init__(ctx, field, key, must=must)
        self._write_text = write

    @override
    def store_text(self, record_id: int, text: str, key: str) -> None:
        """Let the function do it."""
        self._write_text(record_id, text, key, self)
