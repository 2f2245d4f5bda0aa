"""A time of day, typed as one thinks of it."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.typed_field import TypedField

_BARE = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2})|\s?h)?\s*([ap])?\.?m?\.?")
_STEPS = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}


def read_time(text: str) -> time | None:
    """The time meant by `14:00`, `9`, `930`, `2 pm` or the locale's own form; None if none is."""
    words = text.strip().lower()
    found = _BARE.fullmatch(words)
    if not found:
        return _read_local(text.strip())
    hour, minute = _hour(int(found.group(1)), found.group(3)), int(found.group(2) or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day; 24 where a clock of twelve hours has no such hour."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        return 24
    return hour % 12 + (12 if half == "p" else 0)


def _read_local(text: str) -> time | None:
    local = QLocale().toTime(text, QLocale.FormatType.ShortFormat)
    return time(local.hour(), local.minute()) if local.isValid() else None


class TimeField(TypedField):
    """Takes `14:00`, `9`, `930`, `2 pm`; arrows step by a quarter of an hour.

    `picked` carries the time when the user has entered another one.
    """

    picked = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None, *, name: str = "") -> None:
        """Start at midnight."""
        super().__init__(label, parent, name=name)
        self._known = time()
        self.setMaxLength(40)  # some languages write before or after noon in several words

    def fit(self) -> None:
        """Be as wide as a time of two digits needs."""
        self.fit_to(Dates.time(time(22)))

    def moment(self) -> time:
        """The time entered last."""
        return self._known

    def set_time(self, at: time) -> None:
        """Show a time without telling; half-typed words stay."""
        self._known = at
        self.show_value()

    def start_over(self, at: time) -> None:
        """Show a time in place of whatever is typed, without telling."""
        self._known = at
        self.show_value(anew=True)

    @override
    def value_words(self) -> str:
        """The time by the clock of the locale."""
        return Dates.time(self._known)

    @override
    def drop_value(self) -> None:
        """There is always a time: the last one stays."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by minutes, from what is typed."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        elif self.says_value():
            shown = (read_time(self.text()) if self.isModified() else None) or self._known
            minutes = shown.hour * 60 + shown.minute + step
            self._pick(time(minutes // 60 % 24, minutes % 60))

    @override
    def why_not(self, words: str) -> str:
        """What is wrong with *words* as a time."""
        if read_time(words) is None:
            return tr("“{words}” isn't a time. Try 14:00 or 930.", words=words)
        return ""

    @override
    def enter(self, words: str) -> None:
        """Take the time that *words* mean."""
        if (at := read_time(words)) is not None:
            self._pick(at)

    def _pick(self, at: time) -> None:
        changed = at != self._known
        self.start_over(at)
        self.words_edited.emit()
        if changed:
            self.picked.emit(at)
