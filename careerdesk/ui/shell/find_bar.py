"""The bar below a page where words on it are looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr, trn
from careerdesk.ui.base import names
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.keys import ENTER
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.section import Rule

WIDEST = 360
SPOKEN = 200  # characters of a hit that are told


class FindBar(QWidget):
    """Words, how many times they are there, and the ways on; Esc closes it."""

    edited = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.FIND_BAR)
        set_area(self, "ground")
        self.edit = _FindEdit()
        self.edit.setObjectName(names.FIND_EDIT)
        label = tr("Find on this page")
        self.edit.setPlaceholderText(label)
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(
            tr(
                "Press Enter for the next match, Shift+Enter for the previous one, or Esc to "
                "return to the page."
            )
        )
        self.edit.setClearButtonEnabled(True)
        self.edit.setMaximumWidth(theme.look.measure(WIDEST))
        Finding(self.edit)
        self.count = Caption()
        self.count.setObjectName(names.FIND_COUNT)
        self._buttons = (
            IconButton(theme, "arrow-up", tr("Previous match (Shift+F3)"), name="findPreviousHit"),
            IconButton(theme, "arrow-down", tr("Next match (F3)"), name="findNextHit"),
        )
        self._close = IconButton(theme, "close", tr("Close (Esc)"), name="findClose")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)

    def _connect(self) -> None:
        before, after = self._buttons
        self.edit.textChanged.connect(self.edited)
        self.edit.stepped.connect(self._step)
        before.clicked.connect(self.previous_wanted)
        after.clicked.connect(self.next_wanted)
        self._close.clicked.connect(self.closed)

    def _step(self, by: int) -> None:
        (self.next_wanted if by > 0 else self.previous_wanted).emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar, wherever the keyboard is in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_words(self, words: str) -> None:
        """Show what is looked for already, without telling."""
        quiet = self.edit.blockSignals(True)  # noqa: FBT003
        self.edit.setText(words)
        self.edit.blockSignals(quiet)

    def tell(self, at: int, count: int, hit: str = "") -> None:
        """Show how many hits there are and at which one one is, and have it spoken.

        *at* counts from one; *count* is below 0 while nothing is looked for.
        """
        words = _count_words(at, count)
        for button in self._buttons:
            button.setEnabled(count > 0)
        if words != self.count.text() or hit:
            self.count.setText(words)
            announce(self, ". ".join(filter(None, (words, hit[:SPOKEN]))))


class _FindEdit(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the one before."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def _count_words(at: int, count: int) -> str:
    if count < 0:
        return ""
    if count == 0:
        return tr("No matches on this page")
    if at:
        return tr("{n} of {count}", n=at, count=count)
    return trn("1 match", "{n} matches", count)
