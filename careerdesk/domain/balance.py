"""Looking ahead and looking back in a quarter, as sentences that are true.

Nothing is weighed here and nothing is a share: the aim is a conversation with each person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.brief_lines import Sentence
from careerdesk.domain.records import CheckInKind, LookedAhead
from careerdesk.i18n import N_, Counting

HOUR = 60  # minutes
AHEAD = frozenset({LookedAhead.LITTLE, LookedAhead.MOSTLY})


@dataclass(frozen=True, slots=True)
class Held:
    """What counts of a check-in that was held; `on` is its day where it was held."""

    person_id: int
    kind: CheckInKind
    on: date
    minutes: int = 0
    looked_ahead: LookedAhead | None = None
    forward_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """A quarter up to a day: with how many people, how many check-ins, how long in reviews.

    `people` are those with whom check-ins are expected now; `with_career` those of them with whom
    a career conversation was held. `checkins` are those of any kind but review, with anybody.
    """

    since: date
    people: int = 0
    with_career: int = 0
    checkins: int = 0
    looked_ahead: int = 0
    meetings: int = 0
    minutes: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.people or self.checkins or self.meetings)


def quarter(today: date) -> date:
    """The first day of the quarter."""
    return date(today.year, today.month - (today.month - 1) % 3, 1)


def looks_ahead(one: Held) -> bool:
    """Whether a check-in looked ahead: as was said, else by its minutes, else by its kind."""
    if one.looked_ahead is not None:
        return one.looked_ahead in AHEAD
    return one.forward_minutes > 0 or one.kind is CheckInKind.CAREER


def weigh(
    held: Iterable[Held],
    people: Collection[int],
    meetings: tuple[int, int],
    today: date,
) -> Balance:
    """Count what was *held* in the quarter of *today*.

    *people* are the ids of those with whom check-ins are expected, *meetings* how many review
    meetings were logged in this quarter and how many minutes they took. A check-in of the kind
    *review* is one of them too.
    """
    since = quarter(today)
    found = [one for one in held if since <= one.on <= today]
    reviews = [one for one in found if one.kind is CheckInKind.REVIEW]
    check_ins = [one for one in found if one.kind is not CheckInKind.REVIEW]
    career = {one.person_id for one in check_ins if one.kind is CheckInKind.CAREER}
    return Balance(
        since=since,
        people=len(people),
        with_career=len(career.intersection(people)),
        checkins=len(check_ins),
        looked_ahead=sum(map(looks_ahead, check_ins)),
        meetings=meetings[0] + len(reviews),
        minutes=meetings[1] + sum(one.minutes for one in reviews),
    )


def sentences(balance: Balance) -> tuple[Sentence, ...]:
    """What there is to say; nothing where nothing was held and nobody is there.

    The first one names the quarter.
    """
    found = []
    if balance.people:
        found.append(Sentence(
            N_("This quarter: career conversations with {n} of {all}."),
            {"n": balance.with_career, "all": balance.people},
        ))  # fmt: skip
    if balance.checkins:
        template = N_("Forward-looking check-ins: {n} of {all}.")
        if not found:
            template = N_("Forward-looking check-ins this quarter: {n} of {all}.")
        values = {"n": balance.looked_ahead, "all": balance.checkins}
        found.append(Sentence(template, values))
    if balance.meetings:
        found.append(_reviews(balance, alone=not found))
    return tuple(found)


_REVIEWS = {
    "": Counting(
        "Reviews: 1 meeting.",
        "Reviews: {n} meetings.",
    ),
    "minutes": Counting(
        "Reviews: 1 meeting, {minutes} min.",
        "Reviews: {n} meetings, {minutes} min.",
    ),
    "hours": Counting(
        "Reviews: 1 meeting, {hours} h.",
        "Reviews: {n} meetings, {hours} h.",
    ),
    "both": Counting(
        "Reviews: 1 meeting, {hours} h {minutes} min.",
        "Reviews: {n} meetings, {hours} h {minutes} min.",
    ),
}
_REVIEWS_ALONE = {
    "": Counting(
        "Reviews this quarter: 1 meeting.",
        "Reviews this quarter: {n} meetings.",
    ),
    "minutes": Counting(
        "Reviews this quarter: 1 meeting, {minutes} min.",
        "Reviews this quarter: {n} meetings, {minutes} min.",
    ),
    "hours": Counting(
        "Reviews this quarter: 1 meeting, {hours} h.",
        "Reviews this quarter: {n} meetings, {hours} h.",
    ),
    "both": Counting(
        "Reviews this quarter: 1 meeting, {hours} h {minutes} min.",
        "Reviews this quarter: {n} meetings, {hours} h {minutes} min.",
    ),
}


def _reviews(balance: Balance, *, alone: bool) -> Sentence:
    hours, minutes = divmod(balance.minutes, HOUR)
    how_long = {
        (False, False): "", (False, True): "minutes", (True, False): "hours", (True, True): "both",
    }[bool(hours), bool(minutes)]  # fmt: skip
    template = (_REVIEWS_ALONE if alone else _REVIEWS)[how_long]
    return Sentence(template, {"n": balance.meetings, "hours": hours, "minutes": minutes})
