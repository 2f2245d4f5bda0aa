"""A day, typed as one thinks of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from careerdesk.compat import override
from careerdesk.domain.days import check_days
from careerdesk.domain.errors import InvalidInput
from careerdesk.ui.base.announce import announce
from careerdesk.ui.texts import tr
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.date_words import day_words, read_day
from careerdesk.ui.widgets.labels import plain_tip

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DateField(QLineEdit):
    """Takes `24 Nov`, `2026-11-24`, `fri`, `tomorrow`, `+2w`; arrows step by days.

    `picked` carries the day, or None once the field is emptied. What is no day stays in the
    field, marked, and `refused` carries the sentence; Esc brings the last day back.
    """

    picked = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._day: date | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(tr("No date"))
        self.setMaxLength(40)
        self.editingFinished.connect(self._take)
        self.textEdited.connect(self._forgive)

    def day(self) -> date | None:
        """The day in the field; what is being typed does not count yet."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without telling."""
        self._day = day
        self._forgive()
        self.setText(day_words(day, self._today()) if day else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by a day, pages by a week; Esc gives the old day back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_day(self._day)
        elif step is not None and not event.modifiers():
            self._pick((self._day or self._today()) + timedelta(step))
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self.isModified():
            return
        words = self.text().strip()
        day = read_day(words, self._today()) if words else None
        if words and day is None:
            sentence = tr("\u201c{words}\u201d is not a day. Try 24 Nov, fri, +2w or 2026-11-24.")
            self._refuse(sentence.format(words=words))
            return
        try:
            check_days([day], self._today())
        except InvalidInput as error:
            self._refuse(tr(error.template).format(**error.values))
        else:
            self._pick(day)

    def _pick(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.picked.emit(day)

    def _refuse(self, sentence: str) -> None:
        set_kind(self, "true", "refused")
        self.setAccessibleDescription(sentence)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), plain_tip(sentence), self)
        announce(self, sentence)
        self.refused.emit(sentence)

    def _forgive(self) -> None:
        set_kind(self, "", "refused")
        self.setAccessibleDescription("")
