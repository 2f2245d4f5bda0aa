"""A day behind which a time may be typed, for fields that have one of their own beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal

from careerdesk.compat import override
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.date_words import read_day, read_past_day
from careerdesk.ui.widgets.time_field import read_time

ReadDay = Callable[[str, date], "date | None"]


def read_moment(
    words: str, today: date, read: ReadDay = read_day
) -> tuple[date | None, time | None]:
    """The day and the time meant by `fri 14:00` or `24 Nov at 9`; without a time the day alone."""
    day = read(words, today)
    parts = words.split()
    for at in range(len(parts) - 1, 0, -1):
        if day is not None:
            break
        before = parts[:at][: -1 if parts[at - 1].lower() == "at" else None]
        day, clock = read(" ".join(before), today), read_time(" ".join(parts[at:]))
        if day is not None and clock is not None:
            return day, clock
        day = None
    return day, None


class MomentField(DateField):
    """A day, behind which a time may be typed too; `timed` carries that."""

    timed = Signal(object)

    def moment_of(self, words: str) -> tuple[date | None, time | None]:
        """The day and the time that *words* mean; None for what they do not say."""
        return read_moment(words, self._today())

    @override
    def read(self, words: str) -> date | None:
        """The day, with or without a time behind it."""
        return self.moment_of(words)[0]

    @override
    def enter(self, words: str) -> None:
        """Take the day, and tell of the time."""
        self._tell_time(words)
        super().enter(words)

    @override
    def about_to_step(self, words: str) -> None:
        """Keep the time that is typed behind the day."""
        self._tell_time(words)

    @override
    def put_words(self, words: str | int) -> None:
        """Take words that were kept; with a time behind them they wait: nobody hears of it yet."""
        if self.moment_of(str(words))[1] is None:
            super().put_words(words)
        else:
            self.put_half(str(words))

    def _tell_time(self, words: str) -> None:
        clock = self.moment_of(words)[1]
        if clock is not None:
            self.timed.emit(clock)


class PastMomentField(MomentField):
    """For what is over: `fri 9:30` is that of the last one."""

    @override
    def moment_of(self, words: str) -> tuple[date | None, time | None]:
        """The day and the time that *words* mean; None for what they do not say."""
        return read_moment(words, self._today(), read_past_day)
