"""What the charts of a person's check-ins show, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careerdesk.dataclass import dataclass

MONTHS = 12


@dataclass(frozen=True, slots=True)
class CheckInFact:
    """A check-in that was held: its local day, temperature (None: not asked), and minutes."""

    on: date
    said: int | None = None
    sensed: int | None = None
    minutes: int = 0
    forward_minutes: int = 0

    @property
    def gap(self) -> int | None:
        """How far what was sensed lies from what was said; None where one was not asked."""
        if self.said is None or self.sensed is None:
            return None
        return self.sensed - self.said


@dataclass(frozen=True, slots=True)
class MonthShare:
    """The minutes of check-in in a month, and those of them that looked forward."""

    month: date
    minutes: int = 0
    forward_minutes: int = 0

    @property
    def part(self) -> float | None:
        """0.0 to 1.0; None where nobody talked."""
        return self.forward_minutes / self.minutes if self.minutes else None


def first_month(today: date, months: int = MONTHS) -> date:
    """The first day of the oldest of so many months, this month among them."""
    number = today.year * 12 + today.month - months
    return date(number // 12, number % 12 + 1, 1)


def balance(
    check_ins: Iterable[CheckInFact], today: date, months: int = MONTHS
) -> list[MonthShare]:
    """The last months up to this one, the oldest first; those without a check-in are there too."""
    minutes: dict[tuple[int, int], list[int]] = {}
    for check_in in check_ins:
        sums = minutes.setdefault((check_in.on.year, check_in.on.month), [0, 0])
        sums[0] += max(0, check_in.minutes)
        sums[1] += min(max(0, check_in.forward_minutes), max(0, check_in.minutes))
    start = first_month(today, months)
    found = []
    for place in range(months):
        number = start.year * 12 + start.month - 1 + place
        month = date(number // 12, number % 12 + 1, 1)
        found.append(MonthShare(month, *minutes.get((month.year, month.month), (0, 0))))
    return found


def asked(check_ins: Iterable[CheckInFact]) -> list[CheckInFact]:
    """The check-ins in which at least one side of the temperature is known, the oldest first."""
    known = (one for one in check_ins if one.said is not None or one.sensed is not None)
    return sorted(known, key=lambda one: one.on)
