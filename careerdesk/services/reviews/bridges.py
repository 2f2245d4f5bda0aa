"""What goes from Reviews by hand: gaps as draft goals, and the career conversation after it.

A promotion goes by `promotions`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from careerdesk.data.mapping import day_start
from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries.reviews import evidence as evidence_queries
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import (
    CheckIn,
    CheckInKind,
    CheckInState,
    Horizon,
    Person,
    PlanItem,
)
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Crossing,
    Evidence,
    Outcome,
    Review,
    Source,
    Way,
)
from careerdesk.domain.roles import Role
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr
from careerdesk.services import planning, plans
from careerdesk.services.reviews.noticed import NOTICED
from careerdesk.services.reviews.promotions import PROMOTED
from careerdesk.services.reviews.steps import career_day

WORDS_OF_REVIEW = (
    "rating", "ratings", "rated", "calibration", "calibrated", "calibrate", "pay", "paid",
    "salary", "salaries", "bonus", "bonuses", "compensation", "performance review",
)  # fmt: skip
GAP = "gap"  # the kind of its crossing
CHECK_IN_AT = time(14, 0)
HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class CareerConversation:
    """The talk about the future after a shared review.

    While it is neither held nor planned, `offered_on` is the day that is proposed for it: None
    where nobody can know one.
    """

    person: Person
    shared_on: date
    planned_on: date | None = None
    held_on: date | None = None
    offered_on: date | None = None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class CrossingLine:
    """A crossing in words: what it is called, and whether it is still where it went."""

    crossing: Crossing
    title: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """A line of the gaps, with the day it went to the plan and is still a goal there."""

    id: int
    text: str
    gone_on: date | None = None


def gap_lines(store: Store, review_id: int) -> list[str]:
    """The gaps to the next level, one a line."""
    from careerdesk.domain.reviews.evidence import split_list

    return split_list(store.get(Review, review_id).gaps)


def gap_to_goal(
    store: Store, review_id: int, text: str, now: datetime, *, origin: object = None
) -> PlanItem:
    """Make a draft goal of one gap, in the current plan or a new one; the crossing is logged.

    Raises `InvalidInput` if the words speak of a rating: those stay in Reviews.
    """
    title = clean_line(text, N_("gap"))
    review = store.get(Review, review_id)
    _check_words(store, review, title)
    today = now.astimezone().date()
    with store.edit(
        tr("Add gap to plan"), origin=origin, person_id=review.person_id, place="plan"
    ) as tx:
        item = plans.add_within(tx, review.person_id, Horizon.LONGER, [title], today)[0]
        tx.add(
            Crossing(person_id=review.person_id, way=Way.TO_CONVERSATIONS, kind=GAP,
                     source_id=review.id, target_id=item.id, crossed_at=now)
        )  # fmt: skip
        return item


def _check_words(store: Store, review: Review, title: str) -> None:
    labels = [step.label for step in store.read(queries.steps, review.cycle_id)]
    for word in (*WORDS_OF_REVIEW, *labels):
        if _speaks_of(title, word):
            raise InvalidInput(
                N_("“{word}” belongs in the review. Reword the goal without it."), word=word
            )


def _speaks_of(title: str, word: str) -> bool:
    """Whether the word is in a title; in scripts that set no blanks also within others."""
    if word.lower() == word.upper() and any(map(str.isalpha, word)):
        return word in title
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", title, re.IGNORECASE))


def gone_over(store: Store, review_id: int) -> list[Crossing]:
    """The gaps that went from a review into the plan, the last one first."""
    review = store.get(Review, review_id)
    return [
        one
        for one in store.read(queries.crossings, review.person_id)
        if one.kind == GAP and one.source_id == review_id
    ]


def gaps(store: Store, review_id: int) -> list[Gap]:
    """The gaps to the next level in their order, each line once."""
    gone: dict[str, date] = {}
    for one in gone_over(store, review_id):
        title = store.read(queries.went_as, one.target_id)
        gone.setdefault(title.casefold(), one.crossed_at.astimezone().date())
    lines = dict.fromkeys(gap_lines(store, review_id))
    return [Gap(place, line, gone.get(line.casefold())) for place, line in enumerate(lines, 1)]


def crossings(store: Store, person_id: int) -> list[Crossing]:
    """All that ever went between Conversations and Reviews for a person, the last one first."""
    return store.read(queries.crossings, person_id)


def crossing_lines(store: Store, person_id: int) -> list[CrossingLine]:
    """What ever crossed for a person, in words, the last one first.

    What was deleted where it went is called as where it came from, if that is still there. A goal
    is called as Reviews knows it: by the words it went over with, or, if it came from there, by
    its title while it may be cited.
    """
    return [_line(store, one) for one in crossings(store, person_id)]


def _line(store: Store, one: Crossing) -> CrossingLine:
    if one.kind == NOTICED:
        what = _title(store, Accomplishment, one.target_id)
        return CrossingLine(one, what, bool(what))
    if one.kind == PROMOTED:
        return CrossingLine(one, _promised(store, one.source_id))
    if one.way is Way.TO_CONVERSATIONS:
        gap = store.read(queries.went_as, one.target_id)
        return CrossingLine(one, gap, bool(gap))
    cited = _title(store, Evidence, one.target_id)
    if cited or one.kind != Source.GOAL.value:
        return CrossingLine(one, cited, bool(cited))
    known = store.read(evidence_queries.is_citable, one.person_id, one.source_id)
    return CrossingLine(one, _title(store, PlanItem, one.source_id) if known else "", there=False)


def _promised(store: Store, outcome_id: int) -> str:
    """*Senior Engineer, L5*, as the outcome says by now."""
    try:
        found = store.get(Outcome, outcome_id)
    except NotFound:
        return ""
    return Role(title=found.to_title, level=found.to_level).words


def _title(store: Store, kind: type[Evidence | PlanItem | Accomplishment], key: int) -> str:
    try:
        found = store.get(kind, key)
    except NotFound:
        return ""
    return found.what if isinstance(found, Accomplishment) else found.title


def plan_career_conversation(
    store: Store, review_id: int, *, week: WorkWeek | None = None, origin: object = None
) -> CheckIn:
    """Plan the career conversation after a shared review: on the day that `CareerTalk` offers.

    It begins at two, or later where another one is planned with the person for then. One that
    is planned already is given back. *week* is the manager's own.
    """
    review = store.get(Review, review_id)
    if review.shared_on is None:
        raise InvalidInput(N_("Share the review first. Then you can plan the career conversation."))
    planned = _planned_after(store, review.person_id, review.shared_on)
    if planned is not None:
        return planned
    starts_at = _moment_after(store, review.person_id, review.shared_on, week or WorkWeek())
    with store.edit(
        tr("Plan career conversation"), origin=origin, person_id=review.person_id, place="check-ins"
    ) as tx:
        return tx.add(
            CheckIn(
                person_id=review.person_id, kind=CheckInKind.CAREER, state=CheckInState.PLANNED,
                starts_at=starts_at,
            )
        )  # fmt: skip


def _moment_after(store: Store, person_id: int, shared_on: date, week: WorkWeek) -> datetime:
    """When the check-in can be planned; raises `InvalidInput` where no day is offered."""
    person, now = store.get(Person, person_id), store.now()
    day = career_day(person, shared_on, _day(now), week)
    at = datetime.combine(day or _day(now) + timedelta(1), CHECK_IN_AT).astimezone()
    taken = {check_in.starts_at for check_in in planning.planned(store, person_id)}
    while at in taken:
        at += HALF_HOUR
    planning.check_ahead(store, person, at, now)
    if day is None:
        raise InvalidInput(
            N_("{name} is on leave. Plan the conversation once you know when their leave ends."),
            name=person.short_name,
        )
    return at


def _planned_after(store: Store, person_id: int, day: date) -> CheckIn | None:
    """The career conversation that is planned for a later day, and was not missed, if one is."""
    today = _day(store.now())
    for check_in in store.read(checkin_queries.in_state, person_id, CheckInState.PLANNED):
        on = _day(check_in.starts_at)
        if check_in.kind is CheckInKind.CAREER and on > day and on >= today:
            return check_in
    return None


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def career_conversations(
    store: Store, cycle_id: int, *, week: WorkWeek | None = None
) -> list[CareerConversation]:
    """For everyone whose review was shared: whether the talk about the future was held."""
    return [
        _check_in_after(store, review.person_id, review.shared_on, week or WorkWeek())
        for review in _in_order(store.read(queries.reviews, cycle_id))
        if review.shared_on is not None
    ]


def _check_in_after(
    store: Store, person_id: int, shared_on: date, week: WorkWeek
) -> CareerConversation:
    """The check-in on a later day than that of sharing, which is held, planned, or neither."""
    today = _day(store.now())
    after = day_start(shared_on + timedelta(1))
    check_in = store.read(queries.career_conversation_since, person_id, after, day_start(today))
    person = store.get(Person, person_id)
    if check_in is None:
        offered = career_day(person, shared_on, today, week)
        return CareerConversation(person, shared_on, offered_on=offered)
    day = checkin_queries.day_of(*check_in[1:])
    held = check_in[0] == CheckInState.HELD.value
    return CareerConversation(person, shared_on, None if held else day, day if held else None)


def _in_order(reviews: Sequence[Review]) -> list[Review]:
    return sorted(reviews, key=lambda one: (one.shared_on or date.max, one.id))
