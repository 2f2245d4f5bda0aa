"""A line into which a value is typed: it is taken when it can be read, and said if it cannot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.ui.base.field_note import accept, is_refused, refuse

AROUND_WORDS = 26  # their edges and some air


class TypedField(QLineEdit):
    """What cannot be read stays, marked, with a sentence below it; Esc brings the value back.

    What is half typed stays too when the value is shown again. `words_edited` tells of every
    change by the user, `refused` carries the sentence. A subclass shows and reads its values.
    """

    refused = Signal(str)
    words_edited = Signal()

    def __init__(self, label: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.editingFinished.connect(self.take)
        self.textEdited.connect(self._typed)

    def fit_to(self, sample: str) -> None:
        """Be as wide as *sample* needs."""
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(sample) + AROUND_WORDS)

    def take(self) -> bool:
        """Take what is typed, as when the field is left; False if it cannot be read."""
        if not self.isModified():
            return not is_refused(self)
        if not self.says_value():
            return False
        self.enter(self.text().strip())
        return True

    def says_value(self) -> bool:
        """Whether what is typed, if anything is, can be read; where it cannot, that is said."""
        sentence = self.why_not(self.text().strip()) if self.isModified() else ""
        if sentence:
            refuse(self, sentence)
            self.refused.emit(sentence)
        return not sentence

    def why_not(self, words: str) -> str:
        """A sentence if *words* mean no value, else "". A subclass says."""
        return words

    def enter(self, words: str) -> None:
        """Take the value that *words* mean. A subclass says how."""

    def value_words(self) -> str:
        """How the value is written; a subclass says how."""
        return ""

    def drop_value(self) -> None:
        """Have no value; a subclass says what that is."""

    def half_typed(self) -> str:
        """What is typed and not taken yet."""
        return self.text() if self.isModified() else ""

    def put_half(self, words: str) -> None:
        """Show half-typed words again, with what is wrong with them; without words the value."""
        self.show_value(anew=True)
        if words:
            self.setText(words)
            self.setModified(True)
            if sentence := self.why_not(words.strip()):
                refuse(self, sentence)

    def words(self) -> str:
        """What would be missed: all that stands here."""
        return self.text()

    def put_words(self, words: str | int) -> None:
        """Take words that were kept, without telling; what cannot be read is said again."""
        quiet = self.blockSignals(True)  # noqa: FBT003
        self.drop_value()
        self.show_value(anew=True)
        if words:
            self.setText(str(words))
            self.setModified(True)
            self.take()
        self.blockSignals(quiet)

    def show_value(self, *, anew: bool = False) -> None:
        """Write the value; what is half typed stays unless *anew*.

        A value that is selected whole, as to be typed over, is so again unless *anew*.
        """
        if self.isModified() and not anew:
            return
        accept(self)
        whole = self.hasSelectedText() and self.selectedText() == self.text()
        self.setText(self.value_words())
        self.setModified(False)
        if whole and not anew:
            self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the value back."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_value(anew=True)
            self.words_edited.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        accept(self)
        self.words_edited.emit()


def take_all(fields: Iterable[TypedField]) -> bool:
    """Take what is typed into all of them; the first that cannot be read gets the cursor."""
    refused = [field for field in fields if not field.take()]
    if refused:
        refused[0].setFocus(Qt.FocusReason.OtherFocusReason)
    return not refused
