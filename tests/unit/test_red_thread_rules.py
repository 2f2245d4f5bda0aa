"""The red thread: what hangs on what, from either end."""

from __future__ import annotations

from datetime import UTC, date, datetime

from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    KeyResult,
    Motivator,
    Plan,
    PlanItem,
)
from careerdesk.domain.red_thread import ReadAt, RedThread, Strand, red_thread
from careerdesk.domain.views import ItemView, PlanView

DAY = date(2026, 7, 1)
CRAFT = Motivator(id=1, person_id=1, name="Craft")
CALM = Motivator(id=2, person_id=1, name="Calm")
NOISE = Motivator(id=3, person_id=1, name="Noise", drive=Drive.DRAINS)
VISITS = KeyResult(id=7, item_id=10, name="Visits")


def goal(
    key: int, *motivators: Motivator, results: tuple[KeyResult, ...] = (), came_from: int = 0
) -> ItemView:
    item = PlanItem(
        id=key, plan_id=1, horizon=Horizon.SHORT, title=f"Goal {key}", touched_on=DAY,
        carried_from=came_from or None,
    )  # fmt: skip
    return ItemView(item, motivators, results)


def plan(*goals: ItemView) -> PlanView:
    return PlanView(Plan(id=1, person_id=1, starts_on=DAY, ends_on=DAY), goals)


def read(talk: int) -> ReadAt:
    return ReadAt(7, talk, datetime(2026, 8, talk, tzinfo=UTC), CheckInKind.ONE_ON_ONE, 3.0)


def names(thread: RedThread, strand: Strand, key: int) -> list[list[int]]:
    return [[knot.id for knot in column] for column in thread.through((strand, key))]


WHOLE = red_thread(
    [CRAFT, CALM, NOISE],
    plan(goal(10, CRAFT, results=(VISITS,)), goal(11)),
    [plan(goal(5, CALM), goal(6, CRAFT))],
    [read(20), read(21)],
)


def test_it_is_followed_from_a_motivator_to_the_outcome() -> None:
    assert names(WHOLE, Strand.MOTIVATOR, 1) == [[1], [10, 6], [7], [20, 21], [10, 6]]


def test_it_is_followed_back_from_a_talk() -> None:
    assert names(WHOLE, Strand.TALK, 21) == [[1], [10], [7], [21], [10]]


def test_a_goal_without_a_measure_ends_at_its_outcome() -> None:
    assert names(WHOLE, Strand.OUTCOME, 5) == [[2], [5], [], [], [5]]


def test_a_measure_that_no_talk_read_leads_to_the_outcome() -> None:
    thread = red_thread([CRAFT], plan(goal(10, CRAFT, results=(VISITS,))), [], [])
    assert names(thread, Strand.MOTIVATOR, 1) == [[1], [10], [7], [], [10]]


def test_loose_ends_are_those_of_the_current_plan() -> None:
    assert [one.name for one in WHOLE.unfed] == ["Calm"]
    assert [one.id for one in WHOLE.unfeeding] == [11]


def test_what_drains_is_no_beginning() -> None:
    assert (Strand.MOTIVATOR, 3) not in WHOLE.knots


def test_a_goal_that_was_carried_over_stands_for_the_one_before() -> None:
    thread = red_thread([CRAFT], plan(goal(12, CRAFT, came_from=6)), [plan(goal(6, CRAFT))], [])
    assert names(thread, Strand.MOTIVATOR, 1) == [[1], [12], [], [], [12]]


def test_it_begins_with_the_first_motivator_that_leads_somewhere() -> None:
    calm_feeds = red_thread([CRAFT, CALM], plan(goal(5, CALM)), [], [])
    assert calm_feeds.first() == (Strand.MOTIVATOR, 2)
    assert red_thread([CRAFT], None, [], []).first() == (Strand.MOTIVATOR, 1)
    assert red_thread([], None, [], []).first() is None
