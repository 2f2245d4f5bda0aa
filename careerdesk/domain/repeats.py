"""Check-ins that come again every few weeks, and the days on which nobody works."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Repeat

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MOST_WEEKS = 52
MONDAY_TO_FRIDAY = 0b11111
_LOOK = 31  # days: a week of a year may be free, a month is none


def next_day(repeat: Repeat, after: date) -> date:
    """The first day of a repeat after *after*."""
    first = repeat.starts_on + timedelta(days=(repeat.weekday - repeat.starts_on.weekday()) % 7)
    if first > after:
        return first
    step = 7 * max(repeat.weeks, 1)
    return first + timedelta(days=((after - first).days // step + 1) * step)


def wall(moment: datetime, zone: str) -> datetime:
    """A moment by the clock on the wall of a zone; an empty one is this computer's."""
    return moment.astimezone(_zone(zone))


def moment(repeat: Repeat, day: date) -> datetime:
    """When the check-in of a day begins, in UTC: by the clock on the wall of the repeat's zone.

    Where that clock is turned forward over its time, it begins as much later.
    """
    wall = datetime.combine(day, repeat.at)
    zone = _zone(repeat.zone)
    return (wall.replace(tzinfo=zone) if zone else wall.astimezone()).astimezone(UTC)


def _zone(name: str) -> ZoneInfo | None:
    """The zone of a name; None, this computer's, for one that is unknown here."""
    if not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class WorkWeek:
    """The days one works: a bit for each weekday, Monday's being 1, without the days off."""

    days: int = MONDAY_TO_FRIDAY
    off: frozenset[date] = frozenset()

    def is_free(self, day: date) -> bool:
        """Whether nobody works on a day; a week without any working day has no free one."""
        return bool(self.days) and (not self.days >> day.weekday() & 1 or day in self.off)

    def before(self, day: date) -> date | None:
        """The last working day before *day*; None where there is none near."""
        return self._near(day, -1)

    def after(self, day: date) -> date | None:
        """The first working day after *day*; None where there is none near."""
        return self._near(day, 1)

    def of_person(self, work_days: int) -> WorkWeek:
        """The days on which both work, with the same days off; 0 is as mine.

        Where there is no such weekday, those of the person.
        """
        return WorkWeek(self.days & work_days or work_days or self.days, self.off)

    def _near(self, day: date, step: int) -> date | None:
        near = (day + timedelta(days=step * n) for n in range(1, _LOOK))
        return next((one for one in near if not self.is_free(one)), None)
