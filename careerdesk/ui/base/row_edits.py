"""What is typed over a row of a list, in an editor that is there only while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

from careerdesk.domain.drafts import Owner
from careerdesk.ui.base.unstored import TEXT, Unstored, owner_of

if TYPE_CHECKING:
    from careerdesk.domain.records import Record
    from careerdesk.ui.base.context import Context

Hint: TypeAlias = QStyledItemDelegate.EndEditHint


class RowEdits(QObject):
    """Keeps the words of a row's editor as a draft of its record until they are stored.

    The editor shows them again when the row is edited the next time.
    """

    def __init__(
        self, ctx: Context, kind: type[Record], handle: str, delegate: QStyledItemDelegate
    ) -> None:
        """*kind* is that of the records; the owner calls `begin` for each editor."""
        super().__init__(delegate)
        self._ctx, self._kind, self._handle = ctx, kind, handle
        self._editor: QWidget | None = None
        self._stored: Callable[[], str] = str
        self._record_id = 0
        delegate.closeEditor.connect(self._end)

    def begin(self, editor: QWidget, record_id: int, stored: Callable[[], str]) -> None:
        """Keep what is typed into *editor* over what is *stored* of a record."""
        if not isinstance(editor, QLineEdit):
            return
        self._editor, self._record_id, self._stored = editor, record_id, stored
        unstored = Unstored(self._ctx, self._handle, {TEXT: editor})
        unstored.belong_to(self._ctx.drafts.shown, self._kind, record_id)
        editor.setModified(bool(editor.text()))

    @contextmanager
    def taking(self, record_id: int) -> Iterator[None]:
        """A block whose first edit takes the words typed over this record."""
        with self._ctx.drafts.taking(self._owner(record_id)):
            yield

    def _owner(self, record_id: int) -> Owner:
        return owner_of(self._ctx.drafts.shown, self._kind, record_id, self._handle)

    def _end(self, editor: QWidget, hint: Hint = Hint.NoHint) -> None:
        """Esc throws the words away, in a step; words that say nothing new are let go of."""
        if editor is not self._editor or not isinstance(editor, QLineEdit):
            return
        self._editor = None
        owner, words = self._owner(self._record_id), editor.text().strip()
        if words in ("", self._stored()):
            self._ctx.drafts.forget(owner)
        elif hint == Hint.RevertModelCache:
            self._ctx.drafts.discard(owner)
