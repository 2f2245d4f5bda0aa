"""Where notes are written: Markdown source, lightly tinted, that takes plain text only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QToolButton, QWidget

from careerdesk.compat import override
from careerdesk.domain.text import clean
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.exact_text import exact_copy
from careerdesk.ui.base.keys import ENTER, shortcut
from careerdesk.ui.theme.style import RADIUS_PROPERTY
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.utf16 import characters, units
from careerdesk.ui.widgets import markdown
from careerdesk.ui.widgets.long_text_edit import LongTextEdit, too_long
from careerdesk.ui.widgets.plain_text import MOST_CHARACTERS, clean_text
from careerdesk.ui.widgets.text_menu import text_menu

COLUMN = 72  # characters; longer lines are hard to read
LINE_HEIGHT = 128  # per cent of the font's own
MOST_LINES = 50_000
MOST_DRESSED = 100_000  # characters; beyond, tint and line height cost more than they give


class SafeDocument(QTextDocument):
    """A document that never opens what its text names: no file, no address, no picture."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Load nothing: a note never opens a file or an address."""
        return None


class NoteEditor(LongTextEdit):
    """`text()` and `set_text()` speak Markdown source; `edited` tells of the user's changes.

    `refused` carries a sentence when a paste is too long; then nothing was pasted.
    """

    edited = Signal()
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        placeholder: str = "",
        private: bool = False,
        role: str = "lead",
    ) -> None:
        """*role* is that of its font.

        `private` is for an editor inside a PrivateBox: it lets the hatched ground through.
        """
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._told = ""
        self._loading = False
        self._lines: tuple[int, int] | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        self.setDocument(SafeDocument(self))
        self.setProperty("kind", "private" if private else "note")
        self.setProperty(RADIUS_PROPERTY, 8)
        self._behave()
        self._tint = markdown.MarkdownTint(self.document(), theme.look)
        self._commands = self._make_commands()
        self._connect()

    def _behave(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(self._theme.look.font(self._role))
        self.document().setDefaultFont(self.font())
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._space_lines()

    def _connect(self) -> None:
        self.textChanged.connect(self._tell)
        self._theme.changed.connect(self._dress)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

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
        """Show a stored text without telling; keeps cursor and undo when it is shown already."""
        text = clean(text)
        if text == self.text():
            return
        self._loading = True
        self._show_text(text)
        self._told = text
        self._loading = False
        self._fit()

    @override
    def _dress_for(self, text: str) -> None:
        """Tint the lines and give them air, unless they are too many."""
        dressed = len(text) <= MOST_DRESSED
        self._tint_if(wanted=dressed)
        if dressed:
            self._space_lines()

    @override
    def _is_dressed_alike(self, before: str, after: str) -> bool:
        """Whether both are short enough to be dressed, or neither is."""
        return (len(before) <= MOST_DRESSED) is (len(after) <= MOST_DRESSED)

    def _tint_if(self, *, wanted: bool) -> None:
        """Tint the document or leave it plain; nothing is tinted again that is so already."""
        document = self._so_far if wanted else None
        if self._tint.document() != document:
            self._tint.setDocument(document)

    def grow(self, least: int, most: int) -> None:
        """Be as high as the text, between so many lines; without this the layout decides."""
        self._lines = (least, most)
        self._fit()

    def commands(self) -> list[QAction]:
        """Bold, italic, bullets, numbers, heading and quote, with their shortcuts."""
        return list(self._commands)

    def make_toolbar(self, parent: QWidget | None = None) -> QWidget:
        """A row of small buttons for the commands, to be placed above the editor."""
        bar = QWidget(parent)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for command in self._commands:
            row.addWidget(_command_button(command, self.objectName()))
        row.addStretch()
        return bar

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Plain text alone."""
        return source.hasFormat("text/plain")

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text."""
        if self.canInsertFromMimeData(source):
            self.insert_text(source.text())

    def insert_text(self, text: str) -> None:
        """Put text in place of the selection, as a paste does; refuses what is too long."""
        size = len(text)
        held = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        if held + size > MOST_CHARACTERS:
            self.refused.emit(too_long(held + size))
            return
        text = clean_text(text)
        lines = text.count("\n") + self.document().blockCount()
        if lines > MOST_LINES:
            sentence = tr(
                "With this text, the note would have {n} lines, but the limit is {most}. "
                "Nothing was pasted."
            )
            self.refused.emit(fill(sentence, n=lines, most=MOST_LINES))
            return
        if held + len(text) > MOST_DRESSED:
            self._tint_if(wanted=False)
        self._put_text(text)
        self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the source to the letter."""
        return exact_copy(self.textCursor())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the earlier versions too."""
        menu = text_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with a list; Shift+Enter makes a paragraph, which Markdown keeps."""
        if event.key() not in ENTER or not self._enter(event.modifiers()):
            super().keyPressEvent(event)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether Enter does something of its own here; it is done then."""
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()  # a soft break would not survive as Markdown
            return True
        return not modifiers and self._continue_list()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap at the width of a readable column."""
        room = self.viewport().width()
        widest = COLUMN * self.fontMetrics().averageCharWidth()
        self.setLineWrapColumnOrWidth(max(1, min(room, widest)))
        super().resizeEvent(event)
        self._fit()

    def _make_commands(self) -> list[QAction]:
        return [
            self._command("B", tr("Bold"), "Ctrl+B", self.bold),
            self._command("I", tr("Italic"), "Ctrl+I", self.italic),
            self._command("\u2022", tr("Bulleted list"), "Ctrl+Shift+8", self.bullets),
            self._command("1.", tr("Numbered list"), "Ctrl+Shift+7", self.numbers),
            self._command("H", tr("Heading"), "Ctrl+Alt+1", self.heading),
            self._command("\u201d", tr("Quote"), "Ctrl+Shift+9", self.quote),
        ]

    def _command(self, sign: str, words: str, keys: str, act: Callable[[], None]) -> QAction:
        command = QAction(words, self)
        command.setIconText(sign)
        command.setShortcut(shortcut(keys))
        command.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        shown = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        command.setToolTip(f"{words} ({shown})")
        command.triggered.connect(act)
        self.addAction(command)
        return command

    def bold(self) -> None:
        """Make the selection or the word bold, or plain again."""
        self._wrap("**")

    def italic(self) -> None:
        """Make the selection or the word italic, or plain again."""
        self._wrap("*")

    def bullets(self) -> None:
        """Make the lines bullets, or plain again."""
        self._mark_lines(markdown.BULLET)

    def numbers(self) -> None:
        """Number the lines, or make them plain again."""
        self._mark_lines(markdown.NUMBERED)

    def heading(self) -> None:
        """Make the lines headings, or plain again."""
        self._mark_lines(markdown.HEADING)

    def quote(self) -> None:
        """Make the lines a quote, or plain again."""
        self._mark_lines(markdown.QUOTE)

    def _wrap(self, mark: str) -> None:
        """Turn a mark of what is selected; without a selection of the word the cursor stays in."""
        cursor = self.textCursor()
        chosen, block = cursor.hasSelection(), cursor.block()
        line, start = block.text(), block.position()
        place = characters(line, cursor.position() - start)
        if not chosen:
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        if "\u2029" in words:
            return  # marks do not reach over lines
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        first, last = (characters(line, end - start) for end in ends)
        if not any(map(str.isalnum, words)) and not chosen:
            first = last = place  # between marks, or between words
        found = markdown.turned(line, first, last, mark)
        cursor.setPosition(start + units(line[: found.first]))
        cursor.setPosition(start + units(line[: found.last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(found.made)
        now = line[: found.first] + found.made + line[found.last :]
        if chosen:
            cursor.setPosition(start + units(line[: found.first]))
            mode = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(start + units(now[: found.first + len(found.made)]), mode)
        else:
            cursor.setPosition(start + units(now[: found.at + place - first]))
        self.setTextCursor(cursor)

    def _mark_lines(self, marker: str) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        lines = cursor.selectedText().split("\u2029")
        made = "\n".join(markdown.with_marker(lines, marker))
        first = cursor.selectionStart()
        cursor.insertText(made)
        if start != end:
            cursor.setPosition(first)
            cursor.setPosition(first + units(made), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _continue_list(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        marker = markdown.next_marker(line)
        if marker is None or cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        if marker:
            cursor.insertText("\n" + marker)
        else:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _tell(self) -> None:
        now = self.text()
        # tinting a line changes the document too, but not its text
        if now != self._told and not self._loading:
            self._told = now
            self.edited.emit()

    def _dress(self) -> None:
        self.setFont(self._theme.look.font(self._role))
        if self._tint.document() is not None:
            self._tint.set_look(self._theme.look)

    def _space_lines(self) -> None:
        """Give air to the line that is there; those that are put below it are as it is."""
        spaced = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spaced.setLineHeight(LINE_HEIGHT, kind)
        self._so_far.setUndoRedoEnabled(False)
        QTextCursor(self._so_far).setBlockFormat(spaced)
        self._so_far.setUndoRedoEnabled(True)

    def _fit(self) -> None:
        if self._lines is None or self._loading:
            return
        line = round(self.fontMetrics().height() * LINE_HEIGHT / 100)
        least, most = (count * line for count in self._lines)
        chrome = self.height() - self.viewport().height() + 2 * self._so_far.documentMargin()
        content = most if self._fills() else self._content()
        self.setFixedHeight(round(min(max(content, least), most) + chrome))

    def _fills(self) -> bool:
        """Whether the text is surely higher than it may be shown, without laying out all of it."""
        return self._lines is not None and self._so_far.blockCount() > 2 * self._lines[1]

    def _content(self) -> float:
        return self._so_far.size().height() - 2 * self._so_far.documentMargin()


def _command_button(command: QAction, name: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(command)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setProperty("kind", "icon")
    button.setAccessibleName(command.text())
    button.setObjectName(f"{name}.{command.text().lower().replace(' ', '-')}")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the way there; Tab stays short
    font = QFont(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(command.iconText() == "I")
    button.setFont(font)
    return button
