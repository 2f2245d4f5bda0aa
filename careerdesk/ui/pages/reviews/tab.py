"""What every tab of a person's review does: show it, and take typing into the store."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.domain.errors import NotFound
from careerdesk.domain.reviews import Review
from careerdesk.services import reviews
from careerdesk.services.reviews import ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.context import Context
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.text_menu import set_source


class ReviewTab(QWidget):
    """One side of a review.

    `ctx` is that of the Review room: what is made with its theme wears the colours of the room.
    `tab_wanted` carries the name of another side that is to be opened, one of `person.TABS`.
    """

    tab_wanted = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx

    def show_review(self, view: ReviewView) -> None:
        """Show a review, or the same one after a change; a subclass says how.

        What is being typed is left alone.
        """

    def focus_first(self) -> None:
        """Put the focus where work on this tab begins; a subclass says where."""
        self.setFocus()


class ReviewText(QObject):
    """Keeps an editor and one text of a review the same; what is typed is never replaced."""

    def __init__(self, ctx: Context, editor: NoteEditor | GrowingText, field: str) -> None:
        """Bind *editor* to the text *field* of the reviews it will show."""
        super().__init__(editor)
        self._ctx = ctx
        self._editor = editor
        self._field = field
        self._review_id = 0
        self._stored: str | None = None
        self._dirty = False
        editor.edited.connect(self._edited)

    def show_review(self, review: Review) -> None:
        """Show the text of this review, unless there is newer one in the editor."""
        if review.id != self._review_id:
            self._let_go()
            self._review_id = review.id
            self._stored = None
            set_source(self._editor, TextRef(Review, review.id, self._field))
        stored = str(getattr(review, self._field))
        if not self._dirty and stored != self._stored:
            self._stored = stored
            self._editor.set_text(stored)

    @property
    def _key(self) -> str:
        return f"review-{self._review_id}-{self._field}"

    def _let_go(self) -> None:
        """Before another review comes in: what cannot be written now is kept apart for later."""
        if self._dirty and not self._ctx.autosaver.flush() and self._dirty:
            text = self._editor.text()
            self._ctx.autosaver.touch(self._key, partial(self._store, self._review_id, text))
        self._dirty = False

    @Slot()
    def _edited(self) -> None:
        if self._review_id:
            self._dirty = True
            self._ctx.autosaver.touch(self._key, partial(self._write, self._review_id))

    def _write(self, review_id: int) -> None:
        text = self._editor.text()
        try:
            self._store(review_id, text)
            self._stored = text
        except NotFound:
            pass  # the review was deleted; its words are in the undo of that
        self._dirty = False

    def _store(self, review_id: int, text: str) -> None:
        merge = f"review-{review_id}-{self._field}"
        reviews.write(self._ctx.store, review_id, merge=merge, origin=self, **{self._field: text})
