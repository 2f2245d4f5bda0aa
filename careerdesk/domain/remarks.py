"""A sentence about something that was read: kept as a template, so that it can be translated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import UserError
from careerdesk.i18n import N_, Message, tr, translated

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ENGLISH_WEEK_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip


_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
    N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip
_WEEK_DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip


def month_name(day: date, *, short: bool = False) -> str:
    """The name of its month where no locale of Qt writes it: on the command line."""
    return translated((_SHORT_MONTHS if short else _MONTHS)[day.month - 1])


def week_day_name(day: date) -> str:
    """The name of its day of the week, as `month_name` is that of its month."""
    return translated(_WEEK_DAYS[day.weekday()])


def plain_day(day: date) -> str:
    """`4 March 2019`, in the language of the interface, where no locale of Qt writes it."""
    month = month_name(day)
    return tr("{day} {month} {year}", day=str(day.day), month=month, year=str(day.year))


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
        """The sentence, with its days as the command line writes them."""
        return self.said(plain_day)


NOTHING = Remark()
