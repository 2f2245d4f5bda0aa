"""The manager's own words on the period, with advice below and what changed after the seal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.pronouns import trg
from careerdesk.domain.reviews.changes import TextChanges, text_changes
from careerdesk.domain.reviews.evidence import Offered, holds_title
from careerdesk.domain.reviews.hints import BiasHint
from careerdesk.domain.reviews.seal import read_body
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.text_marks import mark, select
from careerdesk.ui.base.text_source import source_of
from careerdesk.ui.reviews.parts.tabs import ReviewText
from careerdesk.ui.reviews.writing.bias_chips import BiasChips
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.utf16 import characters
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.labels import Caption, ElidedLabel, Heading
from careerdesk.ui.widgets.note_editor import NoteEditor

VERSIONS, CHANGED_KEY = "narrativeVersions", "narrativeChangedKey"
SETTLE_MS = 500  # after the last key: then words are counted, and hints and changes looked for
LEAST_HEIGHT = 180


class NarrativePane(QWidget):
    """The narrative of one review; `settled` tells that counts, hints and marks fit the text.

    They follow the typing after a pause, so that a very long text can be typed in too.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._review_id = 0
        self._cited = 0
        self._held: str | None = None
        self._reader = ""
        self._fixed = False
        theme = ctx.theme
        self.title = Heading(tr("Narrative"))
        self.count = ElidedLabel(role="caption")
        self.count.set_kind("caption")
        self.versions = TextButton(theme, tr("Versions"), "history", name=VERSIONS, compact=True)
        self.versions.setToolTip(tr("Earlier versions of the narrative"))
        self.editor = NoteEditor(
            theme,
            tr("Narrative"),
            name=names.REVIEW_NARRATIVE,
            placeholder=tr("What they did and what came of it"),
        )
        self.editor.setMinimumHeight(theme.look.measure(LEAST_HEIGHT))
        self.text = ReviewText(ctx, self.editor, "narrative")
        self.key = ChangedKey(theme)
        self.hints = BiasChips(theme)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.versions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        column.addWidget(self.key)
        column.addWidget(self.hints)

    def _connect(self) -> None:
        self.editor.edited.connect(self._edited)
        self.editor.refused.connect(self._refused)
        self.hints.chosen.connect(self._point)
        self.versions.clicked.connect(self._show_versions)
        self._settling.timeout.connect(self.settle)
        self._ctx.theme.changed.connect(self.settle)

    def show_review(self, view: ReviewView, *, fixed: bool) -> None:
        """Show the narrative of a review; *fixed* is for one that nothing is written in."""
        fresh = view.review.id != self._review_id
        self._review_id, self._fixed = view.review.id, fixed
        self._cited = len(view.cited)
        held = read_body(view.facts.seal)
        self._held = held.narrative if held else None
        self._reader = trg(
            view.person,
            "for them to read",
            she="for her to read",
            he="for him to read",
        )
        self.text.show_review(view.review)
        set_fixed(self.editor, fixed=fixed)
        if fresh:
            self._go_to_end()
        if fresh or not self._settling.isActive():
            self.settle()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written, also what is not stored yet."""
        return not self.editor.text().strip()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.editor, self.versions, *self.hints.chips]

    def insert_quote(self, cited: Offered) -> None:
        """Put evidence with its number at the cursor, as a quote of its own."""
        cursor = self.editor.textCursor()
        line = cursor.block().text()
        before = line[: characters(line, cursor.positionInBlock())]
        start = "\n\n" if before.strip() else ""
        self.editor.insert_text(f"{start}{quote_of(cited)}\n\n")
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def settle(self) -> None:
        """Count words, look for hints, and mark what changed after the seal."""
        self._settling.stop()
        text = self.editor.text()
        self.count.set_full_text(f"{_words(len(text.split()))}, {self._reader}")
        if self._fixed:
            self.hints.clear()
        else:
            self.hints.look_at(text, self._cited)
        self._mark(text)
        self.settled.emit()

    def _go_to_end(self) -> None:
        """Writing goes on at the end, reading begins at the top."""
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.verticalScrollBar().setValue(0)

    def _mark(self, text: str) -> None:
        changes = TextChanges() if self._held is None else text_changes(self._held, text)
        self.key.show_changes(changes)
        dress = changed_dress(self._ctx.theme)
        self.editor.when_there(partial(mark, self.editor, changes.fresh, dress))

    @Slot()
    def _edited(self) -> None:
        self._settling.start()
        self.edited.emit()

    @Slot(str)
    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)

    @Slot(object)
    def _point(self, hint: BiasHint) -> None:
        """Select the words of a hint; it is the editor's turn then."""
        if hint.words:
            select(self.editor, self.hints.text, (hint.start, hint.end))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_versions(self) -> None:
        from careerdesk.ui.widgets.versions import VersionsDialog

        ref = source_of(self.editor)
        if isinstance(ref, TextRef) and self._ctx.autosaver.flush():
            dialog = VersionsDialog(self._ctx, ref, tr("Narrative"), self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


class ChangedKey(QWidget):
    """Says what the underlined words in the narrative are; hidden while there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName(CHANGED_KEY)
        self.swatch = Swatch(theme)
        self.words = Caption(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.swatch, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def show_changes(self, changes: TextChanges) -> None:
        """Say what was changed after the seal."""
        self.swatch.setVisible(bool(changes.fresh))
        self.words.setText(key_words(changes))
        self.setVisible(bool(changes.count))


class Swatch(QWidget):
    """A piece of the ground and line that changed words have."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Take its colours from the theme."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """As high as small words."""
        return QSize(14, self._theme.look.metrics("caption").height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and line."""
        look = self._theme.look
        painter = QPainter(self)
        area = self.rect().adjusted(0, 2, 0, -2)
        painter.fillRect(area, look.colour.review_soft)
        painter.setPen(QPen(look.colour.review, 2))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()


def changed_dress(theme: Theme) -> QTextCharFormat:
    """How words look that came after the seal: a soft ground and a line, never colour alone."""
    colour = theme.look.colour
    dress = QTextCharFormat()
    dress.setBackground(colour.review_soft)
    dress.setForeground(colour.text)
    dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    dress.setUnderlineColor(colour.review)
    return dress


def key_words(changes: TextChanges) -> str:
    """What the marks mean, and what cannot be marked."""
    if changes.unmarked:
        return tr(
            "Too much has changed since sealing for the changes to be highlighted. "
            "Choose Show changes to compare the versions."
        )
    if not changes.fresh:
        return tr("Text was removed after sealing. Choose Show changes to see it.")
    return tr("changed after sealing")


def quote_of(cited: Offered) -> str:
    """The words of evidence as a quote in Markdown, with the number it is cited by."""
    words = cited.words.strip()
    if not words:
        words = cited.title
    elif not holds_title(cited.source, cited.title, " ".join(words.split())):
        words = f"{cited.title}\n{words}"
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    quoted = "\n".join(f"> {line}" for line in lines)
    return f"{quoted} [{cited.number}]"


def set_fixed(edit: QTextEdit, *, fixed: bool) -> None:
    """Let a text be read alone, by keys too, or be written in."""
    if edit.isReadOnly() != fixed:
        edit.setReadOnly(fixed)
        if fixed:
            keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            edit.setTextInteractionFlags(edit.textInteractionFlags() | keys)


def _words(count: int) -> str:
    return trn("1 word", "{n} words", count)
