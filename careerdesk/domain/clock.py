"""What time it is: given to anyone who needs it, so that tests can choose."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of the manager's place."""

    def now(self) -> datetime:
        """This moment, aware of its zone."""
        ...

    def today(self) -> date:
        """The date at the manager's place."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """This moment, aware of its zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """The date at the manager's place."""
        return datetime.now().date()  # lists ask with every row; `date.today` imports each time
