"""Keeps a field and one text of a record the same: what is typed is written by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.domain.drafts import Owner
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import Record
from careerdesk.domain.typing_edits import TypingEdits
from careerdesk.i18n import tr
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.base.holders import hold, is_discarded
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.unstored import TEXT, edits_of, owner_of, put_words, words_in

TextField = QTextEdit | QPlainTextEdit | QLineEdit
Write = Callable[[int, str, str, QObject], object]
"""Writes a text: id, text, merge key, origin."""


class SavedField(QObject):
    """What is typed is written soon, and what cannot be written is never replaced or lost.

    A text that is refused stays in its field with the reason below it, and is kept as a draft
    when its record is no longer shown; so is one whose record is gone. A field that *must* have
    words shows the stored ones again when it is left empty. Typing is undone in steps of the
    store: the field has no undo of its own. A text that the catalogue calls private is hidden
    while the screen is shared.
    """

    stores = True

    def __init__(
        self, ctx: Context, field: TextField, key: str, write: Write, *, must: bool = False
    ) -> None:
        """Bind *field*; *key* names the text among all that are saved."""
        super().__init__(field)
        self._ctx, self._field, self._name = ctx, field, key
        self._write_text, self._must = write, must
        self._stored: str | None = None
        self._dirty = False
        self._gone = False
        self._hidden_while_sharing = False
        self._steps = TypingEdits()
        self.owner: Owner | None = None
        hold(field, self)
        if isinstance(field, QTextEdit | QPlainTextEdit):
            field.setUndoRedoEnabled(False)
        edits_of(field).connect(self._edited)
        if isinstance(field, QLineEdit):
            field.editingFinished.connect(self._finished)
        field.installEventFilter(self)
        ctx.drafts.turned.connect(self._turned)

    def show_text(
        self,
        record_id: int,
        text: str,
        source: TextRef | None = None,
        *,
        kind: type[Record] | None = None,
    ) -> None:
        """Show the text of a record; *source* says where its versions are kept, if they are.

        *kind* is that of the record, where the source is another one or none.
        """
        if is_discarded(self._field):
            return
        kind = kind or (source.kind if source else None)
        owner = owner_of(self._ctx.drafts.shown, kind, record_id, self._name)
        set_source(self._field, source)
        self._hide_while_sharing(source)
        if owner != self.owner:
            self.release()
            self.owner = owner
            self._take_up(text)
        elif self._gone:
            self._gone = False
            self._edited()
        elif not self._dirty and text != self._stored:
            self._follow(text)

    def _hide_while_sharing(self, source: TextRef | None) -> None:
        """Hide the field while the screen is shared if its text is private, in whatever box."""
        if source is None or self._hidden_while_sharing:
            return
        from careerdesk.domain.catalogue import entry_of  # late: the first page does without it

        if source.field in entry_of(source.kind).private:
            self._hidden_while_sharing = True
            self._ctx.sharing.hide_while_sharing(self._field)

    def text(self) -> str:
        """What stands in the field."""
        return str(words_in(self._field))

    def release(self) -> None:
        """Stand empty for nobody: what is not written yet is written, or kept as a draft."""
        if self.owner is None:
            return
        if self._dirty and not self._ctx.autosaver.flush_key(self._key(self.owner)):
            self._ctx.drafts.touch(self.owner, {TEXT: self.text()})
        self.owner, self._dirty, self._gone = None, False, False
        accept(self._field)
        self._put("")

    def throw_away(self) -> None:
        """Stand empty for the same text: what is typed is not written, and no draft of it stays."""
        if self.owner is None:
            return
        self._ctx.autosaver.drop(self._key(self.owner))
        self._ctx.drafts.forget(self.owner)
        self._dirty = self._gone = False
        accept(self._field)
        self._put("")

    def _take_up(self, text: str) -> None:
        """Show a text, or what was typed over it and could not be stored then."""
        self._put(text)
        kept = self._ctx.drafts.words(self.owner) if self.owner else {}
        if TEXT in kept:
            put_words(self._field, kept[TEXT])
            self._edited()

    def _follow(self, text: str) -> None:
        """Show what another edit made of the text; a space at the end of the typing stays."""
        if self._field.hasFocus() and text.strip() == self.text().strip():
            self._stored = text
        else:
            self._put(text)

    def _put(self, text: str) -> None:
        self._stored = text
        if text != self.text():
            put_words(self._field, text)
        self._steps.start(self.text())

    def _key(self, owner: Owner) -> str:
        return f"{self._name}-{owner.record_id}"

    @Slot()
    def _edited(self) -> None:
        if self.owner is None:
            return
        text = self.text()
        key = self._key(self.owner)
        if self._must and not text.strip():
            self._dirty = False
            self._ctx.autosaver.drop(key)
            self._ctx.drafts.forget(self.owner)
            return
        if self._steps.begins(text, self._ctx.store.monotonic()):
            self._ctx.autosaver.flush_key(key)
        self._dirty = True
        accept(self._field)
        step = f"{key}#{self._steps.number}"
        self._ctx.autosaver.touch(key, partial(self._store, self.owner, text, step))

    def _store(self, owner: Owner, text: str, step: str) -> None:
        shown = owner == self.owner and isValid(self._field)
        try:
            self._write_text(owner.record_id, text, step, self)
        except InvalidInput as error:
            self._ctx.drafts.touch(owner, {TEXT: text})
            if shown:
                refuse(self._field, sentence(error))
            return
        except NotFound:
            self._ctx.drafts.touch(owner, {TEXT: text})
            self._gone = shown
            self._ctx.notices.toast(
                tr(
                    "The item you were editing has since been deleted. Your text has "
                    "been kept and will reappear if you restore the item."
                )
            )
            return
        except Exception:
            self._ctx.drafts.touch(owner, {TEXT: text})  # for a field that is made again
            raise
        self._ctx.drafts.forget(owner)
        if shown:
            self._stored = text
            self._dirty = self.text() != text

    @Slot()
    def _turned(self) -> None:
        if self.owner is not None and not self._ctx.drafts.shows(self.owner):
            self.release()

    @Slot()
    def _finished(self) -> None:
        self._steps.end()
        if self._must and self._stored and not self.text().strip():
            self._put(self._stored)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left ends a step; one that must have words shows the stored ones."""
        if event.type() == QEvent.Type.FocusOut:
            self._finished()
        return super().eventFilter(watched, event)
