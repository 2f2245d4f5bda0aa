"""What the program says on a day, in the shape of the reference."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.attention import Attention, AttentionReason
from careerdesk.domain.moments import day
from careerdesk.domain.records import CheckInState
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.today import Upcoming
from careerdesk.domain.views import Attention as Dot
from careerdesk.domain.views import CheckInLine, LookAt, Reason
from careerdesk.services import brief as briefs
from careerdesk.services import checkins, people
from careerdesk.services.balance import balance as balance_of
from careerdesk.services.reviews import bridges
from careerdesk.services.store import Store
from careerdesk.services.today import Today, today
from tests.heart.cycles import MARK, Cycle
from tests.heart.reference import BalanceFacts, BriefFacts, Planned, RailLine
from tests.heart.review_reference import CheckInAfter, ReviewLine

COMPARED = frozenset(AttentionReason) - {
    AttentionReason.PLAN_STALE,
    AttentionReason.NO_MOTIVATORS,
    AttentionReason.NO_PLAN,
}


def page(store: Store, on: date) -> Today:
    return today(store, on, week=WorkWeek())


def planned(page: Today) -> dict[int, object]:
    return {
        one.checkin_id: Planned(
            one.person.id, one.on, one.kind.value, state(one), clashes(one), free(one)
        )
        for one in page.upcoming
        if one.running or one.at is not None
    }


def state(one: Upcoming) -> str:
    return "running" if one.running else "missed" if one.missed else "next"


def clashes(one: Upcoming) -> frozenset[int]:
    return frozenset(person.id for person in one.clashes)


def free(one: Upcoming) -> tuple[date | None, date | None] | None:
    return (one.free.before, one.free.after) if one.free else None


def to_plan(page: Today) -> dict[int, object]:
    return {one.person.id: (one.due, one.late) for one in page.to_plan}


def next_career(page: Today) -> int:
    return page.next_career.id if page.next_career else 0


def attention(page: Today) -> dict[int, object]:
    found = {
        item.person.id: {told(one) for one in item.reasons if one.reason in COMPARED}
        for item in page.attention
    }
    return {key: reasons for key, reasons in found.items() if reasons}


def told(one: Attention) -> tuple[str, object]:
    """A reason with what it is about."""
    about: object = one.on
    if one.promise is not None:
        about = one.promise.id
    if one.step is not None:
        about = one.step.action.id
    if one.reason is AttentionReason.NO_CAREER_CONVERSATION:
        about = one.days
    return one.reason.value, about


def reviews(page: Today) -> dict[int, object]:
    return {one.cycle.id: ReviewLine(one.column.value, one.due, one.missing)
            for one in page.reviews}  # fmt: skip


def reviews_in_order(page: Today) -> list[date]:
    return [one.due for one in page.reviews]


def waiting(page: Today) -> int:
    late = sum(one.late for one in page.to_plan)
    return page.things - len(page.attention) - page.ends + len(page.missed) + late


def check_ins_after(store: Store, cycles: list[Cycle]) -> dict[int, object]:
    found: dict[int, object] = {}
    for cycle in cycles:
        ids = {one.person: one.id for one in cycle.reviews}
        for one in bridges.career_conversations(store, cycle.id):
            found[ids[one.id]] = CheckInAfter(one.held_on, one.planned_on, one.offered_on)
    return found


def past(store: Store, person_ids: list[int]) -> dict[int, object]:
    """What was held, skipped or called off, with its moment; and the day it was held on."""
    return {
        row.id: (row.state.value, row.kind.value, row.starts_at, day(row) if held(row) else None)
        for person_id in person_ids
        for row in checkins.history(store, person_id, limit=1000)
    }


def held(row: CheckInLine) -> bool:
    return row.state is CheckInState.HELD


def rail(store: Store, on: date) -> dict[int, object]:
    return {
        row.id: RailLine(
            row.next_on,
            row.next_at,
            row.running,
            Dot.PROMISE_LATE in row.attention,
            Dot.CHECK_IN_LATE in row.attention,
        )
        for row in people.rail(store, on)
    }


def brief(store: Store, person_id: int, on: date) -> BriefFacts:
    found = briefs.brief(store, person_id, on)
    return BriefFacts(
        found.kind.value,
        found.next_on,
        found.next_at,
        found.running_id or 0,
        found.plan_ended,
        goals(found.items_to_look_at, Reason.LATE),
        goals(found.items_to_look_at, Reason.AWAY),
        tuple(one.id for one in found.promises_due),
        frozenset(one.id for one in found.steps if one.done_on is None),
        MARK in repr(found),
    )


def goals(found: tuple[LookAt, ...], reason: Reason) -> frozenset[int]:
    return frozenset(one.item.id for one in found if one.reason is reason)


def balance(store: Store, on: date) -> BalanceFacts:
    found = balance_of(store, on)
    return BalanceFacts(
        found.people,
        found.with_career,
        found.checkins,
        found.looked_ahead,
        found.meetings,
        found.minutes,
    )
