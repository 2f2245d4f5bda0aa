"""My working days and days off, as the preferences keep them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from careerdesk.dataclass import dataclass
from careerdesk.domain.repeats import MONDAY_TO_FRIDAY, WorkWeek

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

DAYS = "work/days"
OFF = "work/days_off"
ALL = 0b1111111
LONGEST = 366  # days of one span; a longer one is a slip of the year


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days off in one piece, from the first to the last."""

    first: date
    last: date

    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def my_week(settings: QSettings) -> WorkWeek:
    """The days I work, as last chosen; Monday to Friday where nothing was."""
    off = (day for span in days_off(settings) for day in span.days())
    return WorkWeek(working_days(settings), frozenset(off))


def working_days(settings: QSettings) -> int:
    """The weekdays as bits, Monday's being 1; what cannot be read counts as Monday to Friday."""
    try:
        days = int(str(settings.value(DAYS, MONDAY_TO_FRIDAY)))
    except ValueError:
        return MONDAY_TO_FRIDAY
    return days if 0 < days <= ALL else MONDAY_TO_FRIDAY


def keep_working_days(settings: QSettings, days: int) -> None:
    """Keep the weekdays, bits as `working_days` gives them."""
    settings.setValue(DAYS, days)


def days_off(settings: QSettings) -> list[Span]:
    """My days off in order; a line that cannot be read is left out."""
    return sorted({span for line in str(settings.value(OFF, "")).split() if (span := _read(line))})


def keep_days_off(settings: QSettings, spans: Iterable[Span]) -> None:
    """Keep the days off, in order and each once."""
    lines = (f"{span.first.isoformat()}/{span.last.isoformat()}" for span in sorted(set(spans)))
    settings.setValue(OFF, " ".join(lines))


def _read(line: str) -> Span | None:
    first, _, last = line.partition("/")
    try:
        span = Span(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        return None
    return span if 0 <= (span.last - span.first).days < LONGEST else None
