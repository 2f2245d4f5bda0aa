"""How sure a motivator is: guessed by the manager, said by the person, confirmed later."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Motivator, MotivatorStanding
from careerdesk.i18n import N_

NEXT = {
    MotivatorStanding.GUESSED: MotivatorStanding.SAID,
    MotivatorStanding.SAID: MotivatorStanding.CONFIRMED,
}


def is_guessed(motivator: Motivator) -> bool:
    """Whether it is the manager's guess: private, and in no document."""
    return motivator.standing is MotivatorStanding.GUESSED


def day_of(motivator: Motivator) -> date | None:
    """The day of its standing: when it was said, or confirmed; a guess has none."""
    return {
        MotivatorStanding.GUESSED: None,
        MotivatorStanding.SAID: motivator.said_on,
        MotivatorStanding.CONFIRMED: motivator.confirmed_on,
    }[motivator.standing]


def standing_fields(
    motivator: Motivator, standing: MotivatorStanding, on: date
) -> dict[str, object]:
    """What is stored where a motivator comes to stand so on a day.

    A guess has no days. What is confirmed keeps the day it was said first; where nobody noted
    that, it was said when it was confirmed.
    """
    if standing is MotivatorStanding.GUESSED:
        return {"standing": standing, "said_on": None, "confirmed_on": None}
    if standing is MotivatorStanding.SAID:
        return {"standing": standing, "said_on": on, "confirmed_on": None}
    said = motivator.said_on if motivator.said_on and motivator.said_on <= on else on
    return {"standing": standing, "said_on": said, "confirmed_on": on}


def check_span(since: date | None, until: date | None, today: date) -> None:
    """Refuse a motivator that begins or ends in the future, or ends before it began."""
    if until is not None and until > today:
        raise InvalidInput(N_("That date is in the future. Choose today or an earlier date."))
    if since is not None and since > today:
        raise InvalidInput(N_("That date is in the future. Choose today or an earlier date."))
    if since is not None and until is not None and until < since:
        raise InvalidInput(N_("The end date is before the start date. Change one of them."))
