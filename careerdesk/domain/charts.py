"""What the charts of a person's check-ins show, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.balance import Held, looks_ahead
from careerdesk.domain.records import CheckInKind

MONTHS = 12


@dataclass(frozen=True, slots=True)
class CheckInFact:
    """A check-in that was held: its local day, temperature (None: not asked), what it looked at.

    `looked_ahead` is None of a review meeting, as old stores keep it, which is no check-in here.
    """

    on: date
    said: int | None = None
    sensed: int | None = None
    looked_ahead: bool | None = False

    @property
    def gap(self) -> int | None:
        """How far what was sensed lies from what was said; None where one was not asked."""
        if self.said is None or self.sensed is None:
            return None
        return self.sensed - self.said


@dataclass(frozen=True, slots=True)
class MonthShare:
    """How many check-ins there were in a month, and how many of them looked ahead."""

    month: date
    check_ins: int = 0
    looked_ahead: int = 0

    @property
    def part(self) -> float | None:
        """0.0 to 1.0; None where there was no check-in."""
        return self.looked_ahead / self.check_ins if self.check_ins else None


def fact_of(held: Held, said: int | None, sensed: int | None) -> CheckInFact:
    """What is drawn of a check-in; whether it looked ahead is what the balance says of it."""
    ahead = None if held.kind is CheckInKind.REVIEW else looks_ahead(held)
    return CheckInFact(held.on, said, sensed, ahead)


def first_month(today: date, months: int = MONTHS) -> date:
    """The first day of the oldest of so many months, this month among them."""
    number = today.year * 12 + today.month - months
    return date(number // 12, number % 12 + 1, 1)


def balance(
    check_ins: Iterable[CheckInFact], today: date, months: int = MONTHS
) -> list[MonthShare]:
    """The last months up to this one, the oldest first; those without a check-in are there too."""
    counts: dict[tuple[int, int], list[int]] = {}
    for check_in in check_ins:
        if check_in.looked_ahead is None:
            continue
        sums = counts.setdefault((check_in.on.year, check_in.on.month), [0, 0])
        sums[0] += 1
        sums[1] += check_in.looked_ahead
    start = first_month(today, months)
    found = []
    for place in range(months):
        number = start.year * 12 + start.month - 1 + place
        month = date(number // 12, number % 12 + 1, 1)
        found.append(MonthShare(month, *counts.get((month.year, month.month), (0, 0))))
    return found


def asked(check_ins: Iterable[CheckInFact]) -> list[CheckInFact]:
    """The check-ins in which at least one side of the temperature is known, the oldest first."""
    known = (one for one in check_ins if one.said is not None or one.sensed is not None)
    return sorted(known, key=lambda one: one.on)
