"""A sentence about something that was read: kept as a template, so that it can be translated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import UserError
from careerdesk.i18n import N_, Message, translated

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ENGLISH_WEEK_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


def english_day(day: date) -> str:
    """`4 March 2019`, whatever the language of the system."""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A translatable English sentence and what fills its fields; false if it says nothing."""

    template: Message = N_("")
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, template: Message, **values: object) -> Remark:
        """The sentence *template* with these fields."""
        return cls(template, tuple(values.items()))

    @classmethod
    def from_error(cls, error: UserError) -> Remark:
        """What an error says."""
        return cls(error.template, tuple(error.values.items()))

    def said(self, day: Callable[[date], str]) -> str:
        """The sentence in the language of the interface; *day* writes its days."""
        values = {key: day(one) if isinstance(one, date) else one for key, one in self.values}
        return translated(self.template, **values)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.template)

    def __str__(self) -> str:
        """The sentence, with its days in English."""
        return self.said(english_day)


NOTHING = Remark()
