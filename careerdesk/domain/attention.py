"""Who needs the manager and why: each person once, the most pressing reason first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.cadence import counted_from, next_check_in
from careerdesk.domain.career import career_due, career_missing
from careerdesk.domain.days import days_since
from careerdesk.domain.loop import Action
from careerdesk.domain.moments import day
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Person, Promise
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import came_back, is_here

FAR = 14  # days: what is due later than that may wait
STALE_CADENCES = 2  # after so many without a change a plan is stale


class AttentionReason(StrEnum):
    """Why a person needs the manager, the most pressing first."""

    PROMISE_LATE = "promise_late"
    ACTION_LATE = "step_late"
    BACK = "back"
    PROMISE_DUE = "promise_due"
    ACTION_DUE = "step_due"
    PLAN_ENDED = "plan_ended"
    NO_CAREER_CONVERSATION = "no_career_talk"
    PLAN_STALE = "plan_stale"
    NO_MOTIVATORS = "no_motivators"
    NO_PLAN = "no_plan"


class Weight(StrEnum):
    """How soon something is to be done."""

    LATE = "late"
    SOON = "soon"
    SOMETIME = "sometime"


_LATE = {AttentionReason.PROMISE_LATE, AttentionReason.ACTION_LATE}
_DUE = {AttentionReason.PROMISE_DUE, AttentionReason.ACTION_DUE}
_SOON = {AttentionReason.BACK, AttentionReason.PLAN_ENDED, AttentionReason.NO_CAREER_CONVERSATION}
_ORDER = {reason: number for number, reason in enumerate(AttentionReason)}
_WEIGHTS = list(Weight)


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A next step of the manager's own, and the goal it is for."""

    person_id: int
    action: Action
    goal: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person that the rules ask for; days are local, the last of each kind.

    `planned` are the running check-in and all planned ones, the earliest first. Promises and
    steps are the manager's own open ones that have a day. `plan_touched` is the last day on which
    a goal was touched, or another one that is late enough for the plan not to be stale;
    `plan_ended` is the last day of an open plan that is over.
    """

    person: Person
    first_one_on_one: date | None = None
    last_check_in: date | None = None
    last_career: date | None = None
    planned: tuple[CheckIn, ...] = ()
    plan_touched: date | None = None
    plan_ended: date | None = None
    has_plan: bool = False
    motivators: int = 0
    promises: tuple[Promise, ...] = ()
    steps: tuple[OpenAction, ...] = ()


@dataclass(frozen=True, slots=True)
class Attention:
    """One reason: days over, ahead, since or without, by what it is."""

    reason: AttentionReason
    days: int = 0
    on: date | None = None
    promise: Promise | None = None
    step: OpenAction | None = None

    @property
    def weight(self) -> Weight:
        """How soon it is to be done."""
        if self.reason in _LATE:
            return Weight.LATE
        if self.reason in _SOON or (self.reason in _DUE and self.days <= FAR):
            return Weight.SOON
        return Weight.SOMETIME


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """A person and all reasons why they need the manager, the most pressing first.

    Somebody who `has_namesake` is not the only one whose short name this is.
    """

    person: Person
    reasons: tuple[Attention, ...] = field(default_factory=tuple)
    has_namesake: bool = False

    @property
    def id(self) -> int:
        """The person's id: nobody is listed twice."""
        return self.person.id

    @property
    def name(self) -> str:
        """What tells the person apart in a sentence that stands for itself."""
        return self.person.name if self.has_namesake else self.person.short_name

    @property
    def weight(self) -> Weight:
        """That of the most pressing reason."""
        return self.reasons[0].weight


def items(
    known: Iterable[Facts], today: date, week: WorkWeek | None = None
) -> tuple[AttentionItem, ...]:
    """Everybody who needs the manager, the most pressing first; *week* is the manager's own."""
    facts = list(known)
    names = Counter(one.person.short_name.casefold() for one in facts)
    found = (
        AttentionItem(
            one.person, reasons(one, today, week), names[one.person.short_name.casefold()] > 1
        )
        for one in facts
    )
    return tuple(sorted((one for one in found if one.reasons), key=_press_of_item))


def next_career(known: Iterable[Facts], today: date) -> Person | None:
    """With whom the next career conversation is to be planned: whose is due first."""
    waiting = [
        (
            career_due(one.person, one.first_one_on_one, one.last_career, today) or date.max,
            one.person,
        )
        for one in known
        if is_here(one.person, today) and not _career_planned(one, today)
    ]
    return min(waiting, key=lambda found: found[0])[1] if waiting else None


def reasons(facts: Facts, today: date, week: WorkWeek | None = None) -> tuple[Attention, ...]:
    """Why this person needs the manager; anyone who is away is left in peace but for promises."""
    back = _back(facts.person, today, week or WorkWeek())
    found = [*_promised(facts, today), *_stepped(facts, today)]
    if is_here(facts.person, today):
        found += filter(None, (back, *(rule(facts, today) for rule in _RULES)))
    return tuple(sorted(found, key=_press))


def _promised(facts: Facts, today: date) -> Iterator[Attention]:
    until = _until(facts, today)
    for promise in facts.promises:
        if promise.due_on is None or promise.due_on > until:
            continue
        late = promise.due_on < today
        reason = AttentionReason.PROMISE_LATE if late else AttentionReason.PROMISE_DUE
        days = abs((promise.due_on - today).days)
        yield Attention(reason, days, promise.due_on, promise=promise)


def _stepped(facts: Facts, today: date) -> Iterator[Attention]:
    until = _until(facts, today)
    for step in facts.steps:
        due = step.action.due_on
        if due is None or due > until:
            continue
        reason = AttentionReason.ACTION_LATE if due < today else AttentionReason.ACTION_DUE
        yield Attention(reason, abs((due - today).days), due, step=step)


def _until(facts: Facts, today: date) -> date:
    """The last day of what is due before the next check-in with the person.

    A missed one is due now, while none is planned for later.
    """
    days = [day(check_in) for check_in in facts.planned if check_in.state is CheckInState.PLANNED]
    ahead = next((one for one in days if one >= today), None)
    if ahead is None and not days:
        ahead = next_check_in(facts.person, facts.last_check_in, None, today)
    return max(today, ahead or today)


def _back(person: Person, today: date, week: WorkWeek) -> Attention | None:
    """Asked from the first day on which somebody works again: no weekend tells who is back."""
    until = person.leave_until
    if until is None or not came_back(person, today):
        return None
    works = WorkWeek(person.work_days or week.days)  # my days off are not theirs
    expected = works.after(until) or until + timedelta(days=1)
    if expected > today:
        return None
    return Attention(AttentionReason.BACK, days_since(expected, today), expected)


def _ended(facts: Facts, today: date) -> Attention | None:
    ended = facts.plan_ended
    if ended is None or ended >= today:
        return None
    return Attention(AttentionReason.PLAN_ENDED, days_since(ended, today), ended)


def _stale(facts: Facts, today: date) -> Attention | None:
    if facts.plan_touched is None or _ended(facts, today):
        return None
    untouched = days_since(counted_from(facts.person, facts.plan_touched, today), today)
    late = untouched > STALE_CADENCES * max(facts.person.cadence_days, 1)
    return Attention(AttentionReason.PLAN_STALE, untouched) if late else None


def _no_career(facts: Facts, today: date) -> Attention | None:
    without = career_missing(facts.person, facts.first_one_on_one, facts.last_career, today)
    if without is None or _career_planned(facts, today):
        return None
    return Attention(AttentionReason.NO_CAREER_CONVERSATION, without)


def _career_planned(facts: Facts, today: date) -> bool:
    """A career conversation runs or is planned for today or later, whatever comes before it."""
    return any(
        check_in.kind is CheckInKind.CAREER
        and (check_in.state is CheckInState.RUNNING or day(check_in) >= today)
        for check_in in facts.planned
    )


def _unknown(facts: Facts, _today: date) -> Attention | None:
    """The first thing that is not there yet after a check-in: one step at a time."""
    if facts.last_check_in is None:
        return None
    if not facts.motivators:
        return Attention(AttentionReason.NO_MOTIVATORS)
    return None if facts.has_plan else Attention(AttentionReason.NO_PLAN)


_RULES = (_ended, _no_career, _stale, _unknown)


def _press(one: Attention) -> tuple[int, int, int]:
    """Late things the longest first, due ones the soonest first."""
    days = one.days if one.reason in _DUE else -one.days
    return _WEIGHTS.index(one.weight), _ORDER[one.reason], days


def _press_of_item(item: AttentionItem) -> tuple[int, int, int]:
    return _press(item.reasons[0])
