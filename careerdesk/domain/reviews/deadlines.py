"""Which deadline of the open cycles comes next, and which asks for attention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.domain.reviews.stages import NEAR_DAYS, Column, columns, deadline


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a column of a cycle is to be done, and for how many people it is not yet."""

    cycle: ReviewCycle
    column: Column
    due: date
    missing: int

    def late_days(self, today: date) -> int:
        """How many days it is over; 0 while it is not."""
        return max(0, (today - self.due).days)


def open_deadlines(cycle: ReviewCycle, missing: Mapping[Column, int]) -> list[Deadline]:
    """The deadlines of a cycle that somebody still has to meet, the first one first.

    A light cycle asks for writing and sharing alone, whatever other days it holds.
    """
    if cycle.closed_on is not None:
        return []
    found = [
        Deadline(cycle, column, due, missing[column])
        for column in columns(cycle)
        if (due := deadline(cycle, column)) is not None and missing.get(column, 0)
    ]
    return sorted(found, key=lambda one: one.due)


def next_of(every: Iterable[Deadline], today: date) -> Deadline | None:
    """The next one from today on; the last that is over where none is ahead."""
    known = sorted(every, key=lambda one: one.due)
    ahead = [one for one in known if one.due >= today]
    return ahead[0] if ahead else known[-1] if known else None


def near(every: Iterable[Deadline], today: date) -> list[Deadline]:
    """For each cycle its first open deadline, if it is over or less than two weeks ahead."""
    first: dict[int, Deadline] = {}
    for one in sorted(every, key=lambda found: found.due):
        first.setdefault(one.cycle.id, one)
    return [one for one in first.values() if (one.due - today).days <= NEAR_DAYS]
