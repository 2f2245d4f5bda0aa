"""A plain text field that is as high as its words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.domain.text import clean
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.exact_text import exact_copy
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.widgets.long_text_edit import LongTextEdit, too_long
from careerdesk.ui.widgets.plain_text import MOST_CHARACTERS, clean_part, clean_text
from careerdesk.ui.widgets.text_menu import text_menu

LEAST_HEIGHT = 30
MOST_HEIGHT = 260
MOST_ON_A_LINE = 10_000  # more than any title may have: the store says so in a sentence


class GrowingText(LongTextEdit):
    """Grows with its words; `edited` when the user changed them, `entered` on Enter.

    With *one_line* the words wrap but hold no line breaks, and Enter ends typing.
    """

    edited = Signal()
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        kind: str = "field",
        one_line: bool = False,
    ) -> None:
        """Start empty; *label* is the accessible name."""
        super().__init__(parent)
        self._one_line = one_line
        self._quiet = False
        self._paste_refused = False
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._fit()

    def words(self) -> str:
        """What would be missed: all that stands here."""
        return self.text()

    def put_words(self, words: str | int) -> None:
        """Show words that were kept, without telling."""
        self.set_text(str(words))

    @property
    def words_edited(self) -> SignalInstance:
        """Tells that the user changed the words."""
        return self.edited

    def set_text(self, text: str) -> None:
        """Show other words without saying that they were edited; the cursor stays if it can."""
        text = clean(text)
        if text == self.text():
            return
        self._forget_refusal()
        self._quiet = True
        self._show_text(text)
        self._quiet = False
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        """As high as its text."""
        return QSize(160, self._wanted())

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as its text, however narrow."""
        return QSize(60, self._wanted())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when lines wrap."""
        super().resizeEvent(event)
        self._fit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the earlier versions too."""
        menu = text_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a text of one line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._one_line:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, cleaned: what is too long for a note is refused, and says so.

        A picture or a file without a text is no paste: what is selected stays.
        """
        if not source.text():
            return
        if self._one_line:
            self._paste_line(source.text())
        else:
            self._paste_lines(source.text())

    def _staying(self) -> int:
        """How many characters a paste leaves."""
        return self.document().characterCount() - 1 - len(self.textCursor().selectedText())

    def _paste_line(self, text: str) -> None:
        size = self._staying() + len(text)
        if size > MOST_ON_A_LINE:
            self._paste_refused = True
            sentence = tr(
                "With this text, it would be {n} characters long, but the limit here is {most}. "
                "Nothing was pasted."
            )
            refuse(self, fill(sentence, n=size, most=MOST_ON_A_LINE))
            return
        self._put_text(clean_part(text))
        self.ensureCursorVisible()

    def _paste_lines(self, text: str) -> None:
        staying = self._staying()
        if staying + len(text) > MOST_CHARACTERS:
            self._paste_refused = True
            refuse(self, too_long(staying + len(text)))
            return
        self._put_text(clean_text(text))
        self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words to the letter."""
        return exact_copy(self.textCursor())

    def _changed(self) -> None:
        if self._quiet or self._arriving.is_putting:
            return
        self._fit()
        self._forget_refusal()
        self.edited.emit()

    def _forget_refusal(self) -> None:
        if self._paste_refused:
            self._paste_refused = False
            accept(self)

    def _wanted(self) -> int:
        margins = self.height() - self.viewport().height() if self.isVisible() else 14
        content = MOST_HEIGHT if self._fills() else round(self._so_far.size().height())
        least = max(LEAST_HEIGHT, self.fontMetrics().height() + 8)
        return max(least, min(MOST_HEIGHT, content + max(2, margins)))

    def _fills(self) -> bool:
        """Whether the words are surely higher than it grows, without laying out all of them."""
        return self._so_far.blockCount() * self.fontMetrics().height() > MOST_HEIGHT

    def _fit(self) -> None:
        wanted = self._wanted()
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
