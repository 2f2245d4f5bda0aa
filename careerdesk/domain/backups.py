"""Backups: what is known of one without opening it, and which of them stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Record

LAST, DAILY, WEEKLY, MONTHLY = 10, 7, 4, 12
"""So many stay: of all, of days, of weeks and of months, the newest of each."""
OF_ITS_KIND = 3
"""So many stay besides of those before an update, an import and a restore, and of so many days on
which there were any the first and the last: the first has what no later restore brought in."""


class Why(StrEnum):
    """What a backup was made for."""

    DAILY = "daily"
    UPDATE = "update"
    IMPORT = "import"
    RESTORE = "restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup as its manifest tells of it; `made_at` is an instant, `counts` are rows by table.

    The order of backups is that of `sequence`, whatever the clock said. It is *good* if its
    manifest is there and its file has the right size; only `verify` looks into it. Of one whose
    manifest or file could not be read nothing is *known*. *store* is the id of the store it is
    of, "" where that had none.
    """

    sequence: int
    path: Path
    made_at: datetime | None = None
    why: Why | None = None
    size: int = 0
    schema: int = 0
    digest: str = ""
    counts: Mapping[str, int]
    last_change: datetime | None = None
    store: str = ""
    known: bool = True
    good: bool = False

    @property
    def day(self) -> date | None:
        """The day on which it was made, by the place where this computer is now."""
        return self.made_at.astimezone().date() if self.made_at else None


def kept(backups: Sequence[Backup]) -> frozenset[int]:
    """The sequences of those that stay, of all that there are.

    They are counted in the order in which they were made: a clock that was wrong lets none go
    that is not old by its place. A bad one takes the place of no good one, and one of another
    store that of none here. What nothing is known of stays: it may be good.
    """
    stay = {one.sequence for one in backups if not one.known}
    for store in {one.store for one in backups}:
        stay |= _kept_of_one([one for one in backups if one.store == store])
    return frozenset(stay)


def _kept_of_one(backups: Iterable[Backup]) -> set[int]:
    """Of one store."""
    newest = sorted(backups, key=lambda one: one.sequence, reverse=True)
    good = [one for one in newest if one.good]
    stay = {one.sequence for one in (*newest[:LAST], *good[:LAST])}
    stay |= _newest_of_each(good, lambda day: day, DAILY)
    stay |= _newest_of_each(good, lambda day: day.isocalendar()[:2], WEEKLY)
    stay |= _newest_of_each(good, lambda day: (day.year, day.month), MONTHLY)
    for why in (Why.UPDATE, Why.IMPORT, Why.RESTORE):
        of_kind = [one for one in good if one.why is why]
        stay |= {one.sequence for one in of_kind[:OF_ITS_KIND]}
        stay |= _ends_of_days(of_kind)
    return stay


def _ends_of_days(newest: Sequence[Backup]) -> set[int]:
    """The first and the last of each of the last days that have any."""
    days: dict[date, list[int]] = {}
    for one in newest:
        if one.day is not None:
            days.setdefault(one.day, []).append(one.sequence)
    return {end for of_day in [*days.values()][:OF_ITS_KIND] for end in (of_day[0], of_day[-1])}


def _newest_of_each(
    newest: Iterable[Backup], span: Callable[[date], object], most: int
) -> set[int]:
    """The newest of each day, week or month, for so many of these."""
    found: dict[object, int] = {}
    for one in newest:
        if one.day is not None and len(found) < most:
            found.setdefault(span(one.day), one.sequence)
    return set(found.values())


def is_due(newest: Backup | None, today: date) -> bool:
    """Whether the backup of *today* is still to be made, the *newest* good one being that."""
    return newest is None or newest.day != today


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a backup: people as pairs of uid and name, rows by table, the last change."""

    people: tuple[tuple[str, str], ...] = ()
    counts: Mapping[str, int]
    last_change: datetime | None = None
    schema: int = 0


@dataclass(frozen=True, slots=True)
class PersonDiffers:
    """Of somebody, how many records a backup has that are not here, and the other way round.

    `changed` are in both and say something else; `kinds` are those of all of these.
    """

    uid: str
    name: str
    only_there: int = 0
    only_here: int = 0
    changed: int = 0
    kinds: tuple[type[Record], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a backup has that the store has not, and the other way round.

    `changed` has who is in both and of whom anything differs; `others` is how many records differ
    that are nobody's, such as templates.
    """

    only_there: tuple[PersonDiffers, ...] = ()
    only_here: tuple[PersonDiffers, ...] = ()
    changed: tuple[PersonDiffers, ...] = ()
    others: int = 0

    @property
    def are_none(self) -> bool:
        """Whether both say the same."""
        return not (self.only_there or self.only_here or self.changed or self.others)
