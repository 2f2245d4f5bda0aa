"""A number that is typed; the arrow keys step it, the wheel never changes it."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import MINUS, number, with_plain_digits
from careerdesk.ui.widgets.typed_field import TypedField

FARTHEST = 1e12

_SIGN = re.compile(f"^[-–{MINUS}]\\s*")
_PERCENT = "%٪\u061c \u00a0\u202f"  # and the spaces beside it
_ARABIC = str.maketrans("٫٬", ".,")  # the signs of decimals and of thousands

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


def read_number(text: str) -> float | None:
    """The number meant by `88`, `1,234.5`, `−2` or `95 %`, by locale; None if it is none.

    Digits of other scripts mean the same, whatever the locale.
    """
    bare = _SIGN.sub("-", text.strip().strip(_PERCENT))
    plain = with_plain_digits(bare).translate(_ARABIC)
    for locale, words in ((QLocale(), bare), (QLocale.c(), plain)):
        value, good = locale.toDouble(words)
        if good and abs(value) <= FARTHEST:
            return float(value)
    return None


class NumberField(TypedField):
    """`entered` carries the number, or None once emptied, when the user has finished typing.

    What is no number between `least` and `most` is refused.
    """

    entered = Signal(object)

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
        super().__init__(label, parent, name=name)
        self._known: float | None = None
        self._decimals, self._least, self._most = decimals, least, most
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(40)

    def number(self) -> float | None:
        """The number entered last; what is being typed does not count yet."""
        return self._known

    def set_number(self, value: float | None) -> None:
        """Show a number, or nothing, without telling; half-typed words stay."""
        self._known = value
        self.show_value()

    def start_over(self, value: float | None = None) -> None:
        """Show a number in place of whatever is typed, without telling."""
        self._known = value
        self.show_value(anew=True)

    def choose(self, value: float | None) -> None:
        """Show a number that the user chose elsewhere, in place of whatever is typed."""
        self.start_over(value)
        self.words_edited.emit()

    @override
    def value_words(self) -> str:
        """The number by the locale."""
        return "" if self._known is None else number(self._known, self._decimals)

    @override
    def drop_value(self) -> None:
        """Have no number."""
        self._known = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, from what is typed."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        elif self.says_value():
            shown = read_number(self.text()) if self.isModified() else self._known
            self._enter(min(max((shown or 0.0) + step, self._least), self._most))

    @override
    def why_not(self, words: str) -> str:
        """What is wrong with *words* as a number."""
        value = read_number(words) if words else None
        if words and (value is None or not self._least <= value <= self._most):
            return self._no_number(words)
        return ""

    @override
    def enter(self, words: str) -> None:
        """Take the number that *words* mean."""
        self._enter(read_number(words) if words else None)

    def _enter(self, value: float | None) -> None:
        rounded = None if value is None else round(value, self._decimals)
        changed = rounded != self._known
        self.choose(rounded)
        if changed:
            self.entered.emit(rounded)

    def _no_number(self, words: str) -> str:
        sentence = tr("“{words}” isn't a valid number here.", words=words)
        if self._least > -FARTHEST and self._most < FARTHEST:
            ends = (number(self._least, self._decimals), number(self._most, self._decimals))
            span = tr("Enter a number from {least} to {most}.", least=ends[0], most=ends[1])
            sentence = f"{sentence} {span}"
        return sentence
