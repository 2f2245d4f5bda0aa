"""The fields of a person's panel: what they are called, and which of them are there at first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.repeats import MOST_WEEKS
from careerdesk.domain.rhythm import MOST_DAYS, Rhythm
from careerdesk.i18n import tr
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.date_words import read_past_day
from careerdesk.ui.widgets.number_field import NumberField

FIRST = frozenset({"given_name", "family_name", "pronouns", "title", "cadence_days"})
LEAVE = frozenset({"leave_from", "leave_until"})


def line_words() -> dict[str, str]:
    """Fields of one line."""
    return {
        "given_name": tr("Given name"), "family_name": tr("Family name"),
        "preferred_name": tr("Preferred name"), "pronouns": tr("Pronouns, such as she/her"),
        "title": tr("Title"), "level": tr("Level"), "team": tr("Team"), "email": tr("Email"),
        "external_id": tr("HR ID"), "place": tr("Location"),
        "time_zone": tr("Time zone, such as Europe/Lisbon"),
    }  # fmt: skip


def text_words() -> dict[str, str]:
    """Fields of several lines."""
    return {
        "recognition": tr("How they like to be recognised"),
        "feedback_style": tr("How they like to receive feedback"),
    }


def date_words() -> dict[str, str]:
    """Fields of a day."""
    return {
        "leave_from": tr("First day of leave"), "leave_until": tr("Last day of leave"),
        "start_date": tr("Start date"), "last_promotion": tr("Last promotion"),
        "career_quiet_until": tr("No career conversation before (at their request)"),
    }  # fmt: skip


def rhythm_words() -> dict[str, str]:
    """Fields of how often there are check-ins."""
    return {
        "cadence_days": tr("1:1 every … days"),
        "longest_gap_days": tr("Alert after … days"),
        "career_weeks": tr("Career conversation every … weeks"),
    }


def order() -> tuple[str, ...]:
    """The fields from top to bottom; those that belong together stand together."""
    names = ("given_name", "family_name", "preferred_name", "pronouns")
    work = ("title", "level", "team", "email", "external_id", "place", "time_zone")
    presence = ("status", "leave_from", "leave_until", "relation", "start_date", "last_promotion")
    rhythm = ("cadence_days", "longest_gap_days", "career_weeks", "career_quiet_until")
    return (*names, *work, *presence, *rhythm, "work_days", *text_words())


def is_needed(person: Person, key: str, usual: Rhythm) -> bool:
    """Whether a field is shown though nobody asked for more: it is among the first, or filled.

    A number that new people begin with counts as none. The days of a leave are there as soon as
    somebody is on one.
    """
    blank = Person(cadence_days=usual.cadence_days, career_weeks=usual.career_weeks)
    if key in FIRST or getattr(person, key) != getattr(blank, key):
        return True
    return key in LEAVE and person.status is PersonStatus.ON_LEAVE


class RhythmField(NumberField):
    """Days or weeks between two check-ins, one at least; what cannot be says what to do instead."""

    def __init__(self, key: str, label: str, parent: QWidget | None = None) -> None:
        self._in_weeks = key == "career_weeks"
        most = MOST_WEEKS if self._in_weeks else MOST_DAYS
        name = f"person.{key}"
        super().__init__(label, parent, name=name, decimals=0, least=1, most=most)

    @override
    def why_not(self, words: str) -> str:
        """There is no rhythm without a number."""
        if words and not super().why_not(words):
            return ""
        if self._in_weeks:
            return tr(
                (
                    "Choose between 1 and {n} weeks. If they'd rather not have a career "
                    "conversation for now, use the date field below to set when to ask "
                    "again."
                ),
                n=MOST_WEEKS,
            )
        return tr(
            "Choose between 1 and {n} days. People on leave never count as overdue.", n=MOST_DAYS
        )


class CheckedDay(DateField):
    """A day that *check* refuses by a sentence where it does not go with other ones.

    It is read as one to come, or as one that is *over*.
    """

    def __init__(
        self,
        today: Callable[[], date],
        label: str,
        check: Callable[[date | None], None],
        *,
        name: str,
        over: bool = False,
    ) -> None:
        super().__init__(today, label, name=name)
        self._check, self._over = check, over

    @override
    def read(self, words: str) -> date | None:
        """The day that *words* mean; None if none is."""
        return read_past_day(words, self._today()) if self._over else super().read(words)

    @override
    def why_not(self, words: str) -> str:
        """What is wrong with the day itself, or beside the others."""
        if why := super().why_not(words):
            return why
        try:
            self._check(self.read(words) if words else None)
        except InvalidInput as error:
            return sentence(error)
        return ""
