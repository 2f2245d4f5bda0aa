"""What of an approved promotion can be written into its person, and when that is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput, UserError
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import Outcome, PromotionState, Review, ReviewCycle
from careerdesk.domain.roles import Role, check_begins
from careerdesk.i18n import N_

PROMISED = ("to_title", "to_level", "effective_on")


@dataclass(frozen=True, slots=True)
class NewRole:
    """Title and level that a promotion leads to, from a day on."""

    title: str
    level: str
    since: date

    @property
    def words(self) -> str:
        """*Senior Engineer, L5*."""
        return Role(title=self.title, level=self.level).words


@dataclass(frozen=True, slots=True)
class Written:
    """How far a promotion is in its person: it can be written, or was, or why neither.

    `on` is the day of writing, also where the case stands elsewhere by now. `why_not` is what
    has to be done first.
    """

    step: NewRole | None = None
    on: date | None = None
    why_not: UserError | None = None


def day_shown(review: Review, cycle: ReviewCycle, today: date) -> date:
    """The day whose title and level a review shows: that of its sharing, before that *today*.

    It is no later than the period that it looks back on: who is promoted for January was judged
    by what they were before, and reads what was shown before it was shared.
    """
    return min(review.shared_on or today, cycle.ends_on)


def promised(outcome: Outcome) -> dict[str, object]:
    """What is written into a person, by its fields: once one changes, it can be written again."""
    return {name: getattr(outcome, name) for name in PROMISED}


def written(person: Person, roles: Sequence[Role], outcome: Outcome | None, today: date) -> Written:
    """How far a promotion is in its person, whose *roles* are known.

    Without a day it is from *today*; what is left empty stays as it is.
    """
    if outcome is None or outcome.written_on is not None:
        return Written(on=outcome.written_on if outcome else None)
    if outcome.promotion is not PromotionState.APPROVED:
        return Written()
    try:
        return Written(_step(person, roles, outcome, today))
    except UserError as error:
        return Written(why_not=error)


def _step(person: Person, roles: Sequence[Role], outcome: Outcome, today: date) -> NewRole:
    if not outcome.to_title and not outcome.to_level:
        raise InvalidInput(
            N_("Enter the new title or level first. Then you can update {name}'s details."),
            name=person.short_name,
        )
    latest, since = roles[0], outcome.effective_on or today
    step = NewRole(outcome.to_title or latest.title, outcome.to_level or latest.level, since)
    if (step.title, step.level) == (latest.title, latest.level):
        raise InvalidInput(N_("{name} already has this title and level."), name=person.short_name)
    check_begins(person, roles, since, today)
    return step
