"""Text in an editor of Qt, to the letter: what is shown comes back as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor, QTextDocument
    from PySide6.QtWidgets import QTextEdit

LONGEST_RUN = 2_000  # letters without a space; the time Qt takes for one grows by its square
MOST_SHAPED = 100_000  # characters


def exact_text(document: QTextDocument) -> str:
    """The text of a document; Qt's own "plain text" makes spaces of those that do not break."""
    return document.toRawText().replace("\u2029", "\n")


def exact_words(cursor: QTextCursor) -> str:
    """The text that is selected."""
    return cursor.selectedText().replace("\u2029", "\n")


def exact_copy(cursor: QTextCursor) -> QMimeData:
    """What is selected, for the clipboard: plain text alone."""
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText(exact_words(cursor))
    return data


def has_long_run(text: str) -> bool:
    """Whether a text has more than `LONGEST_RUN` letters without a space between them.

    Such a run fills a stretch of half its length wherever one begins: only where there is one
    the whole text is looked through.
    """
    stretch = LONGEST_RUN // 2
    starts = range(0, len(text) - stretch + 1, stretch)
    if not any(
        text[at : at + stretch].split(None, 1) == [text[at : at + stretch]] for at in starts
    ):
        return False
    return max(map(len, text.split()), default=0) > LONGEST_RUN


def wrap_for(edit: QTextEdit, text: str) -> None:
    """Wrap *edit* at words, unless *text* has a run of letters that this would take too long for.

    Breaking such a run in the text itself would be quicker still, but would change what is stored.
    """
    from PySide6.QtGui import QTextOption  # the first page has no text that is typed

    pasted_data = has_long_run(text)
    mode = QTextOption.WrapMode
    wanted = mode.WrapAnywhere if pasted_data else mode.WrapAtWordBoundaryOrAnywhere
    if edit.wordWrapMode() != wanted:
        edit.setWordWrapMode(wanted)
    _shape(edit.document(), len(text))


def _shape(document: QTextDocument, length: int) -> None:
    """Leave ligatures and kerning out of a huge text: a third of the time goes into them."""
    from PySide6.QtGui import QFont

    strategy = QFont.StyleStrategy
    wanted = strategy.PreferNoShaping if length > MOST_SHAPED else strategy.PreferDefault
    font = document.defaultFont()
    if font.styleStrategy() != wanted:
        font.setStyleStrategy(wanted)
        document.setDefaultFont(font)
