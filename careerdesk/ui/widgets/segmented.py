"""A row of joined buttons of which one, or none, is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.ui.base.carrying import carrying

AIR = 9  # beside the words of a part, at least
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORTH = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_NONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Segmented(QWidget):
    """Arrows move the choice, Delete chooses `empty`; one stop for Tab.

    `picked` carries the value (None for no choice) when the user changes it.
    """

    picked = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        empty: object = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in options]
        self._empty = empty
        self._value: object = None
        self._buttons = [_Segment(text, self) for _, text in options]
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, button in enumerate(self._buttons):
            value, words = options[number]
            button.setObjectName(f"{name}{number}")
            button.setAccessibleName(f"{label}: {words}")
            button.clicked.connect(carrying(self._choose, value))
            row.addWidget(button)
        round_ends(self._buttons)
        self._show()

    def value(self) -> object:
        """The chosen value, or None."""
        return self._value

    def set_value(self, value: object) -> None:
        """Choose without telling."""
        self._value = value
        self._show()

    def words(self) -> int:
        """The place of the choice, for anyone who keeps it."""
        return self._place() if self._value in self._values else -1

    def put_words(self, place: str | int) -> None:
        """Choose by place, without telling."""
        place = int(place)
        self.set_value(self._values[place] if 0 <= place < len(self._values) else self._empty)

    @property
    def words_edited(self) -> SignalInstance:
        """Tells that the user chose."""
        return self.picked

    def button(self, value: object) -> QPushButton:
        """The button of a value."""
        return self._buttons[self._values.index(value)]

    def parts(self) -> list[QPushButton]:
        """The buttons, in their order; Tab stops at one of them."""
        return list(self._buttons)

    def step(self, by: int) -> None:
        """Choose the neighbour, as the arrow keys do."""
        chosen = self._value in self._values
        at = self._place() + (by if chosen else 0)
        if 0 <= at < len(self._values):
            self._choose(self._values[at])
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_choice(self) -> None:
        """Choose nothing, as Delete does."""
        self._choose(self._empty)

    def _choose(self, value: object) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.picked.emit(value)

    def _place(self) -> int:
        focused = [i for i, button in enumerate(self._buttons) if button.hasFocus()]
        if focused:
            return focused[0]
        return self._values.index(self._value) if self._value in self._values else 0

    def _show(self) -> None:
        chosen = self._values.index(self._value) if self._value in self._values else -1
        for number, button in enumerate(self._buttons):
            button.setAutoExclusive(False)  # else the chosen one stays when nothing is
            button.setChecked(number == chosen)
            button.setAutoExclusive(True)
            stop = number == max(chosen, 0)
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


def round_ends(buttons: Sequence[QWidget]) -> None:
    """Mark which of joined buttons stand at the ends: the style sheet does not mirror its sides."""
    mirrored = buttons[0].layoutDirection() == Qt.LayoutDirection.RightToLeft
    ends = ("right", "left") if mirrored else ("left", "right")
    for button, end in zip((buttons[0], buttons[-1]), ends, strict=True):
        button.setProperty("place", end)


class _Segment(QPushButton):
    """A push button: of a tool button a screen reader says that it is a box to tick."""

    def __init__(self, text: str, row: Segmented) -> None:
        super().__init__(text, row)
        self._row = row
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("kind", "segment")

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for when it is chosen, which makes it bold."""
        chosen = QFont(self.font())
        chosen.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(chosen).horizontalAdvance(self.text())
        wider -= self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(AIR, wider), 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Delete chooses none."""
        steps = {**dict.fromkeys(_BACK, -1), **dict.fromkeys(_FORTH, 1)}
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            steps |= {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}
        if event.key() in steps:
            self._row.step(steps[Qt.Key(event.key())])
        elif event.key() in _NONE:
            self._row.clear_choice()
        else:
            super().keyPressEvent(event)
