"""A number that is typed; the arrow keys step it, the wheel never changes it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.ui.texts import MINUS, number, tr
from careerdesk.ui.widgets.refusal import forgive, refuse

FARTHEST = 1e12

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


def read_number(text: str) -> float | None:
    """The number meant by `88`, `1,234.5`, `−2` or `95 %`, by locale; None if it is none."""
    bare = text.strip().rstrip("%").strip().replace(MINUS, "-")
    for locale in (QLocale(), QLocale.c()):
        value, good = locale.toDouble(bare)
        if good and abs(value) <= FARTHEST:
            return float(value)
    return None


class NumberField(QLineEdit):
    """`entered` carries the number, or None once emptied, when the user has finished typing.

    What is no number between `least` and `most` stays, marked, and `refused` carries the
    sentence; Esc brings the last number back.
    """

    entered = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        decimals: int = 2,
        least: float = -FARTHEST,
        most: float = FARTHEST,
    ) -> None:
        super().__init__(parent)
        self._known: float | None = None
        self._decimals, self._least, self._most = decimals, least, most
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(40)
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._forgive)

    def number(self) -> float | None:
        """The number entered last; what is being typed does not count yet."""
        return self._known

    def take(self) -> None:
        """Take what is being typed now, as when the field is left."""
        self._take()

    def set_number(self, value: float | None) -> None:
        """Show a number, or nothing, without telling."""
        self._known = value
        self._forgive()
        self.setText("" if value is None else number(value, self._decimals))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step; Esc gives the old number back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_number(self._known)
        elif step is not None and not event.modifiers():
            moved = (self._known or 0.0) + step
            self._enter(min(max(moved, self._least), self._most))
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self.isModified():
            return
        words = self.text().strip()
        value = read_number(words) if words else None
        fits = value is not None and self._least <= value <= self._most
        if words and not fits:
            self._refuse(words)
        else:
            self._enter(value)

    def _enter(self, value: float | None) -> None:
        rounded = None if value is None else round(value, self._decimals)
        changed = rounded != self._known
        self.set_number(rounded)
        if changed:
            self.entered.emit(rounded)

    def _refuse(self, words: str) -> None:
        sentence = tr("\u201c{words}\u201d is not a number that fits here.").format(words=words)
        if self._least > -FARTHEST and self._most < FARTHEST:
            ends = (number(self._least, self._decimals), number(self._most, self._decimals))
            span = tr("It goes from {least} to {most}.").format(least=ends[0], most=ends[1])
            sentence = f"{sentence} {span}"
        refuse(self, sentence)
        self.refused.emit(sentence)

    def _forgive(self) -> None:
        forgive(self)
