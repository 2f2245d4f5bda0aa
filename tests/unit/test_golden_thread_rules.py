"""The golden thread: what hangs on what, from either end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from careerdesk.domain.golden_thread import GoldenThread, NodeKind, ReadAt, golden_thread
from careerdesk.domain.loop import Aspiration, AspirationState
from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    KeyResult,
    Motivator,
    MotivatorStanding,
    Plan,
    PlanItem,
)
from careerdesk.domain.views import ItemView, PlanView
from tests.counting import calls

DAY = date(2026, 7, 1)
CRAFT = Motivator(id=1, person_id=1, name="Craft")
CALM = Motivator(id=2, person_id=1, name="Calm")
NOISE = Motivator(id=3, person_id=1, name="Noise", drive=Drive.DRAINS)
SENIOR = Aspiration(id=31, person_id=1, statement="Senior", valid_from=DAY)
TEACH = Aspiration(id=32, person_id=1, statement="Teach", valid_from=DAY)
STRUCK = Motivator(id=4, person_id=1, name="", struck_on=DAY)
ENDED = Motivator(id=5, person_id=1, name="Speed", until=DAY)
VISITS = KeyResult(id=7, item_id=10, name="Visits")


def goal(
    key: int,
    *motivators: Motivator,
    results: tuple[KeyResult, ...] = (),
    came_from: int = 0,
    wish: Aspiration | None = None,
) -> ItemView:
    item = PlanItem(
        id=key, plan_id=1, horizon=Horizon.SHORT, title=f"Goal {key}", touched_on=DAY,
        carried_from=came_from or None, aspiration_id=wish.id if wish else None,
    )  # fmt: skip
    return ItemView(item, motivators, results)


def plan(*goals: ItemView) -> PlanView:
    return PlanView(Plan(id=1, person_id=1, starts_on=DAY, ends_on=DAY), goals)


def read(check_in: int) -> ReadAt:
    return ReadAt(7, check_in, datetime(2026, 8, check_in, tzinfo=UTC), CheckInKind.ONE_ON_ONE, 3.0)


def names(thread: GoldenThread, node_kind: NodeKind, key: int) -> list[list[int]]:
    return [[node.id for node in column] for column in thread.through((node_kind, key))]


WHOLE = golden_thread(
    [CRAFT, CALM, NOISE],
    plan(goal(10, CRAFT, results=(VISITS,)), goal(11)),
    [plan(goal(5, CALM), goal(6, CRAFT))],
    [read(20), read(21)],
)


def test_it_is_followed_from_a_motivator_to_the_outcome() -> None:
    assert names(WHOLE, NodeKind.MOTIVATOR, 1) == [[1], [10, 6], [7], [20, 21], [10, 6]]


def test_it_is_followed_back_from_a_check_in() -> None:
    assert names(WHOLE, NodeKind.CHECK_IN, 21) == [[1], [10], [7], [21], [10]]


def test_a_goal_without_a_measure_ends_at_its_outcome() -> None:
    assert names(WHOLE, NodeKind.OUTCOME, 5) == [[2], [5], [], [], [5]]


def test_a_measure_that_no_check_in_read_leads_to_the_outcome() -> None:
    thread = golden_thread([CRAFT], plan(goal(10, CRAFT, results=(VISITS,))), [], [])
    assert names(thread, NodeKind.MOTIVATOR, 1) == [[1], [10], [7], [], [10]]


def test_loose_ends_are_those_of_the_current_plan() -> None:
    assert [one.name for one in WHOLE.unfed] == ["Calm"]
    assert [one.id for one in WHOLE.unfeeding] == [11]


def test_what_drains_is_no_beginning() -> None:
    assert (NodeKind.MOTIVATOR, 3) not in WHOLE.nodes


def test_a_goal_that_was_carried_over_stands_for_the_one_before() -> None:
    thread = golden_thread([CRAFT], plan(goal(12, CRAFT, came_from=6)), [plan(goal(6, CRAFT))], [])
    assert names(thread, NodeKind.MOTIVATOR, 1) == [[1], [12], [], [], [12]]


def test_it_begins_with_the_first_motivator_that_leads_somewhere() -> None:
    calm_feeds = golden_thread([CRAFT, CALM], plan(goal(5, CALM)), [], [])
    assert calm_feeds.first() == (NodeKind.MOTIVATOR, 2)
    assert golden_thread([CRAFT], None, [], []).first() == (NodeKind.MOTIVATOR, 1)
    assert golden_thread([], None, [], []).first() is None


# Where they want to go


WANTED = golden_thread(
    [CRAFT, CALM],
    plan(goal(10, CRAFT, wish=SENIOR, results=(VISITS,)), goal(11, CRAFT), goal(12, wish=SENIOR)),
    [],
    [read(20)],
    [SENIOR, TEACH],
)


def test_it_begins_with_the_first_aspiration_that_a_goal_leads_to() -> None:
    assert WANTED.first() == (NodeKind.ASPIRATION, 31)
    alone = golden_thread([CRAFT], plan(goal(10, CRAFT)), [], [], [TEACH])
    assert alone.first() == (NodeKind.MOTIVATOR, 1)
    assert golden_thread([], None, [], [], [TEACH]).first() == (NodeKind.ASPIRATION, 32)


def test_it_is_followed_from_an_aspiration_only_through_the_goals_that_lead_there() -> None:
    assert names(WANTED, NodeKind.ASPIRATION, 31) == [[31], [1], [10, 12], [7], [20], [10, 12]]
    assert names(WANTED, NodeKind.ASPIRATION, 32) == [[32], [], [], [], [], []]


def test_it_is_followed_back_to_the_aspiration_from_each_end() -> None:
    assert names(WANTED, NodeKind.MOTIVATOR, 1)[0] == [31]
    assert names(WANTED, NodeKind.CHECK_IN, 20)[:2] == [[31], [1]]
    assert names(WANTED, NodeKind.GOAL, 11)[:3] == [[], [1], [11]]
    assert names(WANTED, NodeKind.OUTCOME, 12)[:2] == [[31], []]


def test_an_aspiration_and_a_motivator_are_joined_by_a_goal_they_share() -> None:
    assert WANTED.joined() == {((NodeKind.ASPIRATION, 31), (NodeKind.MOTIVATOR, 1))}


def test_an_aspiration_that_no_goal_leads_to_has_no_goal() -> None:
    assert [one.statement for one in WANTED.unserved] == ["Teach"]


def test_without_aspirations_there_is_no_part_of_them() -> None:
    assert WHOLE.node_kinds[0] is NodeKind.MOTIVATOR
    assert WANTED.node_kinds == tuple(NodeKind)


def test_an_aspiration_that_was_reached_is_shown_and_begins_nothing() -> None:
    reached = replace(SENIOR, state=AspirationState.REACHED)
    thread = golden_thread([CRAFT], plan(goal(10, CRAFT, wish=reached)), [], [], [reached])
    assert thread.first() == (NodeKind.MOTIVATOR, 1)
    assert names(thread, NodeKind.MOTIVATOR, 1)[0] == [31]
    assert thread.unserved == ()
    dropped = replace(SENIOR, state=AspirationState.DROPPED)
    now = golden_thread([CRAFT], plan(goal(10, CRAFT, wish=dropped)), [], [], [dropped])
    past = golden_thread([CRAFT], None, [plan(goal(10, CRAFT, wish=dropped))], [], [dropped])
    assert (NodeKind.ASPIRATION, 31) not in now.nodes
    assert (NodeKind.ASPIRATION, 31) in past.nodes


# What was struck, what ended, and what is guessed


def test_what_was_struck_is_a_node_of_the_goals_that_name_it_and_begins_nothing() -> None:
    thread = golden_thread([CRAFT], plan(goal(10, STRUCK), goal(11, CRAFT)), [], [])
    assert names(thread, NodeKind.GOAL, 10)[0] == [4]
    assert thread.first() == (NodeKind.MOTIVATOR, 1)
    assert [one.id for one in thread.unfeeding] == [10]
    assert thread.unfed == ()
    assert (NodeKind.MOTIVATOR, 4) not in golden_thread([STRUCK], None, [], []).nodes


def test_what_ended_is_there_for_the_goals_of_earlier_plans_alone() -> None:
    thread = golden_thread([ENDED, CRAFT], plan(goal(10, ENDED)), [plan(goal(5, ENDED))], [])
    assert names(thread, NodeKind.MOTIVATOR, 5)[1] == [5]
    assert names(thread, NodeKind.GOAL, 10)[0] == []
    assert thread.first() == (NodeKind.GOAL, 10)
    assert [one.name for one in thread.unfed] == ["Craft"]
    fed = golden_thread([ENDED, CRAFT], plan(goal(10, CRAFT)), [plan(goal(5, ENDED))], [])
    assert fed.first() == (NodeKind.MOTIVATOR, 1)


def test_without_guesses_nothing_of_the_manager_begins_it() -> None:
    guess = replace(CRAFT, standing=MotivatorStanding.GUESSED)
    ended = replace(ENDED, standing=MotivatorStanding.GUESSED)
    said = replace(CALM, standing=MotivatorStanding.SAID)
    current, earlier = plan(goal(10, guess, said)), [plan(goal(5, ended))]
    thread = golden_thread([guess, said], current, earlier, [], guesses=False)
    assert [key for key in thread.nodes if key[0] is NodeKind.MOTIVATOR] == [
        (NodeKind.MOTIVATOR, 2)
    ]
    assert thread.unfeeding == ()
    assert golden_thread([guess, said], current, earlier, []).first() == (NodeKind.MOTIVATOR, 1)


def test_twice_as_many_goals_are_no_more_than_twice_the_work() -> None:
    def follow(count: int) -> None:
        results = [replace(VISITS, id=n, item_id=n) for n in range(count)]
        goals = [goal(n, CRAFT, results=(results[n],), wish=SENIOR) for n in range(count)]
        reads = [replace(read(1), result_id=n) for n in range(count)]
        found = golden_thread([CRAFT], plan(*goals), [], reads, [SENIOR])
        root = found.first()
        assert root == (NodeKind.ASPIRATION, SENIOR.id)
        assert len(found.through(root)[NodeKind.GOAL]) == count
        assert len(found.joined()) == 1

    assert calls(lambda: follow(200)) < 2.2 * calls(lambda: follow(100))
