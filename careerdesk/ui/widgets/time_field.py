"""A time of day, typed as one thinks of it."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.ui.texts import Dates, tr
from careerdesk.ui.widgets.refusal import forgive, refuse

_BARE = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?")
_STEPS = {Qt.Key.Key_Up: 15, Qt.Key.Key_Down: -15}


def read_time(text: str) -> time | None:
    """The time meant by `14:00`, `9`, `930`, `2 pm` or the locale's own form; None if none is."""
    words = text.strip().lower()
    found = _BARE.fullmatch(words)
    if not found:
        return _read_local(text.strip())
    hour, minute, half = int(found.group(1)), int(found.group(2) or 0), found.group(3)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _read_local(text: str) -> time | None:
    local = QLocale().toTime(text, QLocale.FormatType.ShortFormat)
    return time(local.hour(), local.minute()) if local.isValid() else None


class TimeField(QLineEdit):
    """Takes `14:00`, `9`, `930`, `2 pm`; arrows step by a quarter of an hour.

    `picked` carries the time when the user has entered another one. What is no time stays in
    the field, marked; Esc brings the last one back.
    """

    picked = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None, *, name: str = "") -> None:
        """Start at midnight."""
        super().__init__(parent)
        self._known = time()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setMaxLength(12)
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._forgive)

    def moment(self) -> time:
        """The time entered last."""
        return self._known

    def set_time(self, at: time) -> None:
        """Show a time without telling."""
        self._known = at
        self._forgive()
        self.setText(Dates.time(at))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by minutes; Esc gives the old time back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_time(self._known)
        elif step is not None and not event.modifiers():
            minutes = self._known.hour * 60 + self._known.minute + step
            self._pick(time(minutes // 60 % 24, minutes % 60))
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self.isModified():
            return
        at = read_time(self.text())
        if at is None:
            self._refuse()
        else:
            self._pick(at)

    def _pick(self, at: time) -> None:
        changed = at != self._known
        self.set_time(at)
        if changed:
            self.picked.emit(at)

    def _refuse(self) -> None:
        words = self.text().strip()
        sentence = tr("\u201c{words}\u201d is not a time. Try 14:00 or 930.").format(words=words)
        refuse(self, sentence)

    def _forgive(self) -> None:
        forgive(self)
