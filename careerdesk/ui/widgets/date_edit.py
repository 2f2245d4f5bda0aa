"""A day, typed as one thinks of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.days import check_days
from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import tr
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.widgets.date_words import day_words, read_day, read_past_day
from careerdesk.ui.widgets.typed_field import TypedField

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


class DateField(TypedField):
    """Takes `24 Nov`, `2026-11-24`, `fri`, `tomorrow`, `+2w`; arrows step by days.

    `picked` carries the day, or None once the field is emptied.
    """

    picked = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(label, parent, name=name)
        self._today = today
        self._day: date | None = None
        self.setPlaceholderText(tr("No date"))
        self.setMaxLength(40)

    def fit(self) -> None:
        """Be as wide as a long day needs."""
        self.fit_to("24 September 2026")

    def day(self) -> date | None:
        """The day in the field; what is being typed does not count yet."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day without telling; half-typed words stay."""
        self._day = day
        self.show_value()

    def start_over(self, day: date | None = None) -> None:
        """Show a day in place of whatever is typed, without telling."""
        self._day = day
        self.show_value(anew=True)

    @override
    def value_words(self) -> str:
        """The day as one would say it."""
        return day_words(self._day, self._today()) if self._day else ""

    @override
    def words(self) -> str:
        """What would be missed: a day with its year, which the field does not always show."""
        return self._day.isoformat() if self._day and not self.isModified() else self.text()

    @override
    def drop_value(self) -> None:
        """Have no day."""
        self._day = None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step by a day, pages by a week, from what is typed."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        elif self.says_value():
            day = self._day
            if self.isModified():
                words = self.text().strip()
                self.about_to_step(words)
                day = self.read(words)
            self._pick((day or self._today()) + timedelta(step))

    def about_to_step(self, words: str) -> None:
        """An arrow steps on from *words* that are typed; a subclass keeps what else they say."""

    def read(self, words: str) -> date | None:
        """The day that *words* mean; None if none is."""
        return read_day(words, self._today())

    @override
    def why_not(self, words: str) -> str:
        """What is wrong with *words* as a day."""
        day = self.read(words) if words else None
        if words and day is None:
            return tr("“{words}” isn't a date. Try 24 Nov, fri, +2w or 2026-11-24.", words=words)
        try:
            check_days([day], self._today())
        except InvalidInput as error:
            return sentence(error)
        return ""

    @override
    def enter(self, words: str) -> None:
        """Take the day that *words* mean."""
        self._pick(self.read(words) if words else None)

    def _pick(self, day: date | None) -> None:
        changed = day != self._day
        self.start_over(day)
        self.words_edited.emit()
        if changed:
            self.picked.emit(day)


class PastDateField(DateField):
    """For what is over: `fri` is the last one, and `24 Dec` may be last year's."""

    @override
    def read(self, words: str) -> date | None:
        """The day that *words* mean; None if none is."""
        return read_past_day(words, self._today())
