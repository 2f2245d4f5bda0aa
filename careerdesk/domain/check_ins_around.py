"""The check-ins of a person around now, of which many things are told at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Person, Repeat


@dataclass(frozen=True, slots=True)
class CheckInsAround:
    """A person, what repeats with them, and their check-ins around now.

    `check_ins` are the one that is going on and all that are planned, and of those held the first,
    the last, and the last career conversation; the earliest first.
    """

    person: Person
    repeat: Repeat | None = None
    check_ins: Sequence[CheckIn] = ()

    @property
    def going(self) -> CheckIn | None:
        """The one that is going on."""
        return next(iter(self._in(CheckInState.RUNNING)), None)

    @property
    def planned(self) -> list[CheckIn]:
        """Those that are planned; those that were missed are among them."""
        return self._in(CheckInState.PLANNED)

    @property
    def last_held(self) -> CheckIn | None:
        """The last one that took place."""
        return next(reversed(self._in(CheckInState.HELD)), None)

    @property
    def first_on(self) -> date | None:
        """The day of the first one that took place."""
        return next((moments.day(check_in) for check_in in self._in(CheckInState.HELD)), None)

    @property
    def last_on(self) -> date | None:
        """The day of the last one that took place."""
        return moments.day(self.last_held) if self.last_held else None

    @property
    def career_on(self) -> date | None:
        """The day of the last career conversation that took place."""
        held = reversed(self._in(CheckInState.HELD))
        careers = (
            moments.day(check_in) for check_in in held if check_in.kind is CheckInKind.CAREER
        )
        return next(careers, None)

    def _in(self, state: CheckInState) -> list[CheckIn]:
        return [check_in for check_in in self.check_ins if check_in.state is state]


def next_of(planned: Sequence[CheckIn], today: date) -> CheckIn | None:
    """The first of those planned that is of *today* or later, else the last that was missed."""
    coming = (check_in for check_in in planned if moments.day(check_in) >= today)
    return next(coming, planned[-1] if planned else None)
