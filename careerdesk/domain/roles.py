"""What a person was called, and on which level, at which time.

The present title and level are those of the person; each earlier one is a `PastRole` that says
until which day it held. One that `until` lies ahead holds still: the person's own are then those
that are to come.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from careerdesk.dataclass import dataclass
from careerdesk.domain.days import check_days, check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import PastRole, Person
from careerdesk.i18n import N_

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title and a level, and the days they held: from `since`, before `until`.

    `since` is None where nothing earlier is known, `until` where nothing comes after. `id` is
    that of the `PastRole`, 0 for what the person has or is to have.
    """

    title: str = ""
    level: str = ""
    since: date | None = None
    until: date | None = None
    id: int = 0

    @property
    def words(self) -> str:
        """*Senior Engineer, L5*; empty where neither is known."""
        return ", ".join(part for part in (self.title, self.level) if part)

    @property
    def last_day(self) -> date | None:
        """The last day on which it held."""
        return None if self.until is None else self.until - DAY


def history(person: Person, past: Iterable[PastRole]) -> list[Role]:
    """Every title and level of a person, the newest first."""
    found: list[Role] = []
    since: date | None = None
    for one in sorted(past, key=lambda one: (one.until, one.id)):
        role = Role(title=one.title, level=one.level, since=since, until=one.until, id=one.id)
        found.append(role)
        since = one.until
    found.append(Role(title=person.title, level=person.level, since=since))
    return found[::-1]


def role_on(roles: Sequence[Role], day: date) -> Role:
    """The title and level of a day, out of a `history`."""
    return next(one for one in reversed(roles) if one.until is None or one.until > day)


def level_since(roles: Sequence[Role], day: date) -> date | None:
    """Since when a person had the level of a day; None where that is not known."""
    now = role_on(roles, day)
    since = now.since
    for one in roles[roles.index(now) + 1 :]:
        if one.level != now.level:
            break
        since = one.since
    return since


def check_begins(person: Person, roles: Sequence[Role], since: date, today: date) -> None:
    """Raise `InvalidInput` where nothing new can hold from a day on."""
    check_days((since,), today)
    check_not_before(since, person.start_date, person.short_name)
    known = roles[0].since
    if known is not None and since < known:
        raise InvalidInput(
            N_(
                "{name}'s latest title and level apply from {day}. Choose that date or "
                "a later one, or add the earlier title and level in {name}'s details."
            ),
            name=person.short_name,
            day=known,
        )


def check_ended(person: Person, others: Iterable[PastRole], until: date, today: date) -> None:
    """Raise `InvalidInput` where an earlier title and level cannot have ended before a day."""
    check_days((until,), today)
    check_not_before(until - DAY, person.start_date, person.short_name)
    if any(one.until == until for one in others):
        raise InvalidInput(
            N_(
                "{name} already has an entry that ends on {day}. Edit that one, or choose another "
                "date."
            ),
            name=person.short_name,
            day=until - DAY,
        )
