"""The days of a week, of which any may be ticked."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from careerdesk.compat import override
from careerdesk.ui.widgets.segmented import round_ends

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ASIDE = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class Weekdays(QWidget):
    """Space or a click ticks a day, arrows go from day to day; one stop for Tab.

    `picked` carries the ticked days as bits, Monday's being 1, when the user changes them.
    """

    picked = Signal(int)

    def __init__(self, label: str, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        names = _short_names()
        self._buttons = [_Day(day, names[day], label, self) for day in _in_order()]
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(self._tell)
        round_ends(self._buttons)
        self.setFocusProxy(self._buttons[0])
        self.stop_at(0)

    def days(self) -> int:
        """The ticked days as bits."""
        return sum(1 << button.day for button in self._buttons if button.isChecked())

    def set_days(self, days: int) -> None:
        """Tick these days without telling."""
        for button in self._buttons:
            button.setChecked(bool(days >> button.day & 1))

    def button(self, day: int) -> QToolButton:
        """The button of a day, Monday's being 0."""
        return next(one for one in self._buttons if one.day == day)

    def step(self, button: QToolButton, by: int) -> None:
        """Go to the day beside one, if there is one."""
        at = next(n for n, one in enumerate(self._buttons) if one is button) + by
        if 0 <= at < len(self._buttons):
            self.stop_at(at)
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_at(self, place: int) -> None:
        """Let Tab stop at the day of a place, and at no other."""
        for number, button in enumerate(self._buttons):
            stops = number == place
            policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
        self.setFocusProxy(self._buttons[place])

    @Slot()
    def _tell(self) -> None:
        self.picked.emit(self.days())


class _Day(QToolButton):
    def __init__(self, day: int, name: str, label: str, row: Weekdays) -> None:
        super().__init__(row)
        self._row, self.day = row, day
        whole = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
        self.setText(name)
        self.setAccessibleName(f"{label}: {whole}")
        self.setToolTip(whole)
        self.setObjectName(f"{row.objectName()}{day}")
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setProperty("compact", True)  # noqa: FBT003

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the day beside."""
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        mirrored = key in _ASIDE and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._row.step(self, -step if mirrored else step)


def _short_names() -> list[str]:
    """The days in two letters, from Monday; in some languages all of them begin alike."""
    short, narrow = (
        [QLocale().standaloneDayName(day, form) for day in range(1, 8)]
        for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)
    )
    ways = ([name[:2] for name in short], narrow)
    return next((names for names in ways if len({*names}) == len(names)), short)


def _in_order() -> list[int]:
    """The days as a calendar of this place has them, Monday's being 0."""
    first = QLocale().firstDayOfWeek().value - 1
    return [(first + n) % 7 for n in range(7)]
