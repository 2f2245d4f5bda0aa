"""The notes of a check-in: what can be shared above what is private."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn, CheckInState, Person
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.checkins.saved_text import SavedText
from careerdesk.ui.widgets.labels import Caption, ElidedLabel, SmallLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import HatchFrame, PrivateMark, private_name
from careerdesk.ui.widgets.section import IconMark

SHARED_LINES, PRIVATE_LINES = (6, 40), (4, 30)


class CheckInNotes(QWidget):
    """Two editors that save themselves; `split`: as high as there is room, 3 to 2."""

    def __init__(
        self,
        ctx: Context,
        shared_name: str,
        private_handle: str,
        parent: QWidget | None = None,
        *,
        split: bool = True,
    ) -> None:
        """Start without a check-in; the names are the handles of the editors."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in_id = 0
        self._begun = 0
        self.shared = NoteEditor(
            ctx.theme, tr("Shared notes"), name=shared_name, placeholder=tr("What was said")
        )
        self.private = NoteEditor(
            ctx.theme,
            private_name(tr("check-in notes")),
            name=private_handle,
            placeholder=tr("What you noticed"),
            private=True,
        )
        self.sharing = _CaptionLine()
        self._texts = (
            SavedText(ctx, self.shared, "shared_notes"),
            SavedText(ctx, self.private, "private_notes"),
        )
        self._arrange(split=split)
        self._connect()

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Show the notes of a check-in; of one that is over its summary says the rest."""
        goes_on = check_in.state is CheckInState.RUNNING
        words = tr("can be sent to {name}", name=person.short_name)
        self.sharing.set_full_text(words if goes_on else "")
        self._check_in_id = check_in.id
        for text in self._texts:
            text.show_check_in(check_in)

    def begin_typing(self) -> None:
        """Put the cursor at the end of the shared notes, to continue; once for each check-in.

        Once more where somebody else was shown meanwhile, which takes the cursor to the beginning.
        """
        self.shared.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._begun != self._check_in_id or self.shared.is_at_start():
            self._begun = self._check_in_id
            self.shared.moveCursor(QTextCursor.MoveOperation.End)
        self.shared.ensureCursorVisible()

    def _arrange(self, *, split: bool) -> None:
        theme = self._ctx.theme
        above = _Half(self._shared_head(), self.shared)
        hatched = HatchFrame(theme)
        hatched.body.addWidget(self.private)
        below = _Half(self._private_head(), hatched)
        self._ctx.sharing.hide_while_sharing(below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not split:
            self.shared.grow(*SHARED_LINES)
            self.private.grow(*PRIVATE_LINES)
            outer.setSpacing(14)
            outer.addWidget(above)
            outer.addWidget(below)
            return
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("checkInNotesSplitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(14)
        splitter.setProperty("kind", "bare")
        outer.addWidget(splitter)
        for place, (part, share) in enumerate(((above, 3), (below, 2))):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([600, 400])

    def _shared_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(IconMark(self._ctx.theme, "checkin", 14))
        head.addWidget(SmallLabel(tr("Shared notes")))
        head.addWidget(self.sharing, 1)
        head.addWidget(self.shared.make_toolbar())
        return head

    def _private_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(PrivateMark(self._ctx.theme, tr("Private notes")))
        caption = _CaptionLine()
        caption.set_full_text(tr("never shared"))
        head.addWidget(caption, 1)
        return head

    def _connect(self) -> None:
        self.shared.refused.connect(self._ctx.notices.toast)
        self.private.refused.connect(self._ctx.notices.toast)


class _Half(QWidget):
    """A line of words over what they name."""

    def __init__(self, head: QHBoxLayout, below: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(below, 1)


class _CaptionLine(ElidedLabel):
    """Small words that go where they do not fit whole; the tooltip still has them."""

    kind = Caption.kind

    def __init__(self) -> None:
        super().__init__(role="caption")

    @override
    def _elide(self) -> None:
        super()._elide()
        if self.text() != self.full_text():
            self.setText("")
