"""Next steps: whatever becomes of one, its goal was touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from careerdesk.domain.records import Owner, PlanItem
from careerdesk.services import actions, goal_changes
from careerdesk.services.store import Store
from tests.builders import TODAY, a_person

LATER = TODAY + timedelta(days=40)
EDITS: dict[str, Callable[[Store, int], object]] = {
    "reworded": lambda store, step: actions.change(store, step, today=LATER, text="Ask them"),
    "given away": lambda store, step: actions.change(store, step, today=LATER, owner=Owner.ME),
    "done": lambda store, step: actions.tick(store, [step], LATER, today=LATER),
    "deleted": lambda store, step: actions.remove(store, [step], today=LATER),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_goal_is_touched_by_an_edit_of_its_steps(
    store: Store, edit: Callable[[Store, int], object]
) -> None:
    goal = a_person(store).with_goals("Loads by six").goals[0].id
    step = actions.add(store, goal, ["Call them"], today=TODAY)[0]
    edit(store, step.id)
    assert store.get(PlanItem, goal).touched_on == LATER
    store.undo()
    assert store.get(PlanItem, goal).touched_on == TODAY
    assert actions.of(store, goal) == [step]


@pytest.mark.parametrize("edit", ["done", "deleted"])
def test_steps_of_several_goals_are_known_at_each_of_them(store: Store, edit: str) -> None:
    ana = a_person(store).with_goals("Loads by six", "A fair rota")
    goals = [goal.id for goal in ana.goals]
    steps = [actions.add(store, goal, ["Call them"], today=LATER)[0].id for goal in goals]
    if edit == "done":
        actions.tick(store, steps, LATER, today=LATER + timedelta(days=1))
    else:
        actions.remove(store, steps, today=LATER)
        assert goal_changes.between(store, ana.plan.id, LATER, LATER) == ()
    touched = {store.get(PlanItem, goal).touched_on for goal in goals}
    assert touched == {LATER + timedelta(days=1) if edit == "done" else LATER}


def texts(store: Store, goal: int) -> str:
    """The steps of a goal as they are read."""
    return " ".join(step.text for step in actions.of(store, goal))


def test_steps_are_put_in_order_and_stay_with_their_goal(store: Store) -> None:
    ana = a_person(store).with_goals("Loads by six", "A fair rota")
    goal, other = (one.id for one in ana.goals)
    one, two, three = (s.id for s in actions.add(store, goal, ["1", "2", "3"], today=TODAY))
    [far] = actions.add(store, other, ["far"], today=TODAY)
    before = actions.of(store, goal)
    actions.move(store, [three], one)
    assert texts(store, goal) == "3 1 2"
    actions.move(store, [three, one], None)
    assert texts(store, goal) == "2 3 1"
    actions.move(store, [one, far.id], two)
    assert (texts(store, goal), texts(store, other)) == ("1 2 3", "far")
    for _ in range(3):
        store.undo()
    assert actions.of(store, goal) == before


def test_a_move_of_a_step_writes_one_row_and_one_to_its_own_place_none(store: Store) -> None:
    goal = a_person(store).with_goals("Loads by six").goals[0].id
    one, _two, three = (s.id for s in actions.add(store, goal, ["1", "2", "3"], today=TODAY))
    heard: list[int] = []
    stop = store.subscribe(lambda changes: heard.append(len(changes.all)))
    actions.move(store, [three], one)
    actions.move(store, [three], one)
    actions.move(store, [], one)
    stop()
    assert heard == [1]
    assert store.undo_name == "Move step"
