"""Rows whose words can be edited where they stand."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.widgets.cards import Index, QuietRowDelegate
from careerdesk.ui.widgets.record_list import ID_ROLE


class EditedRowDelegate(QuietRowDelegate):
    """`renamed` carries the id and the new words of a row that was edited in place.

    `editor_made` carries its line, its id, and what says which words it began with. A
    subclass says which words those are, and sets the name of the line and the most it takes.
    """

    renamed = Signal(int, str)
    editor_made = Signal(QWidget, int, object)
    editor_name = ""
    longest = 2_000

    def words_of(self, index: Index) -> str:
        """The words that are edited, by themselves the text of the row."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))

    def editor_label(self) -> str:
        """What the line is called, for a screen reader."""
        return tr("Item text")

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for the words of the row."""
        editor = QLineEdit(parent)
        editor.setObjectName(self.editor_name)
        editor.setAccessibleName(self.editor_label())
        editor.setMaxLength(self.longest)
        words = self.words_of(index)
        self.editor_made.emit(editor, index.data(ID_ROLE), lambda: words)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the line once; what was typed since stays."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self.words_of(index))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell new words; empty or unchanged ones are dropped."""
        words = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if words and words != self.words_of(index):
            self.renamed.emit(index.data(ID_ROLE), words)
