"""Random edits of a plan: what is told to have changed since it was agreed on is what did.

The reference is slow and plain: it keeps the records of the day, and looks at every pair.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from careerdesk.domain.records import Direction, Horizon, ItemState, KeyResult, Measure
from careerdesk.domain.views import ItemView
from careerdesk.services import (
    actions,
    agreements,
    discovery,
    exporting,
    key_result_values,
    key_results,
    objectives,
    plans,
    trash,
)
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.seeds import seeds

STEPS = 40
WORDS = (
    "Calm",
    "Calm nights",
    " Calm  nights ",
    "Two release",
    "",
    "struck on 3 Dec 2026 Calm",
)
Fact = tuple[str, str, str]  # goal, field, key result


@dataclass
class World:
    """A plan, what a plain reader kept of it on the day, and what was put away as the same."""

    store: Store
    ana: PersonBuilder
    chance: random.Random
    agreed: list[ItemView] = field(default_factory=list)
    same: set[tuple[Fact, tuple[object, ...]]] = field(default_factory=set)

    @property
    def plan_id(self) -> int:
        return self.ana.plan.id

    @property
    def items(self) -> list[ItemView]:
        return list(plans.get(self.store, self.plan_id).items)

    def goal(self) -> int:
        return self.chance.choice(self.items).id

    def result(self) -> int | None:
        found = [result.id for view in self.items for result in view.key_results]
        return self.chance.choice(found) if found else None

    def words(self) -> str:
        return self.chance.choice(WORDS)


# The plain reference


def plain(text: str) -> str:
    return " ".join(text.replace("struck on 3 Dec 2026", "").split())


def measure_of(result: KeyResult) -> tuple[object, ...]:
    if result.measure is Measure.MILESTONE:
        return ("milestone", plain(result.name), result.due_on)
    unit = "%" if result.measure is Measure.PERCENT else plain(result.unit)
    kept = result.direction in (Direction.AT_LEAST, Direction.AT_MOST)
    start = None if kept else result.baseline
    ends = (start, result.target, result.direction, unit)
    return (plain(result.name), *ends, result.due_on)


def sides(view: ItemView) -> list[tuple[str, str, object]]:
    item = view.item
    aim = view.objective.title if view.objective else ""
    return [
        ("title", "", plain(item.title)),
        ("for_person", "", plain(item.for_person)),
        ("for_business", "", plain(item.for_business)),
        ("objective", "", plain(aim)),
        ("due", "", item.due_on),
        ("may_be_cited", "", item.may_be_cited),
        *(("measure", result.uid, measure_of(result)) for result in view.key_results),
    ]


def counts(views: list[ItemView]) -> list[ItemView]:
    return [view for view in views if view.item.state is not ItemState.DROPPED]


def reference(was: list[ItemView], now: list[ItemView]) -> dict[Fact, tuple[object, ...]]:
    """Each difference with both sides of it."""
    found: dict[Fact, tuple[object, ...]] = {}
    for old in counts(was):
        partners = [new for new in counts(now) if new.item.uid == old.item.uid]
        if not partners:
            found[(old.item.uid, "dropped", "")] = (sides(old),)
        for new in partners:
            for what, part, value in sides(old):
                there = [v for w, p, v in sides(new) if (w, p) == (what, part)]
                if there != [value]:
                    found[(old.item.uid, what, part)] = (value, *there)
            for what, part, value in sides(new):
                if not [1 for w, p, _ in sides(old) if (w, p) == (what, part)]:
                    found[(old.item.uid, what, part)] = ("no longer exists", value)
    for new in counts(now):
        if not [1 for old in counts(was) if old.item.uid == new.item.uid]:
            found[(new.item.uid, "new", "")] = (sides(new),)
    return found


def expected(world: World) -> set[Fact]:
    found = reference(world.agreed, world.items)
    return {key for key, both in found.items() if (key, freeze(both)) not in world.same}


def freeze(both: tuple[object, ...]) -> tuple[object, ...]:
    return (repr(both),)


# Edits of every kind


def reword(world: World) -> None:
    name = world.chance.choice(["title", "for_person", "for_business", "private_note"])
    text = world.words() or ("X" if name == "title" else "")
    if name == "title" and not text.strip():
        text = "X"
    plans.change_item(world.store, world.goal(), today=TODAY, **{name: text})


def set_day(world: World) -> None:
    day = world.chance.choice([None, TODAY, TODAY + timedelta(days=30)])
    plans.change_item(world.store, world.goal(), today=TODAY, due_on=day)


def set_state(world: World) -> None:
    plans.set_state(world.store, [world.goal()], world.chance.choice(list(ItemState)), TODAY)


def commit(world: World) -> None:
    plans.change_item(world.store, world.goal(), today=TODAY, committed=False)


def settle(world: World) -> None:
    goal = world.goal()
    if plans.item(world.store, goal).item.personal:
        plans.change_item(world.store, goal, today=TODAY, personal=False)
    else:
        word = world.chance.choice([{"may_be_cited": True}, {"personal": True}])
        plans.change_item(world.store, goal, today=TODAY, **word)


def order(world: World) -> None:
    horizon = world.chance.choice(list(Horizon))
    plans.move_items(world.store, [world.goal()], horizon, None)


def add_goal(world: World) -> None:
    world.ana.with_goals(world.chance.choice(["New", "Newer"]))


def delete_goal(world: World) -> None:
    if len(world.items) > 1:
        plans.remove_items(world.store, [world.goal()])


def bring_back(world: World) -> None:
    thrown = [one.id for one in trash.things(world.store) if one.kind == "plan_item"]
    if thrown:
        trash.bring_back(world.store, [world.chance.choice(thrown)])


def delete_for_good(world: World) -> None:
    thrown = [one.id for one in trash.things(world.store) if one.kind == "plan_item"]
    if thrown:
        trash.forget(world.store, [world.chance.choice(thrown)])


def add_result(world: World) -> None:
    key_results.add(world.store, world.goal(), "Visits")


def change_result(world: World) -> None:
    result = world.result()
    if result is None:
        return
    choice = world.chance.choice
    change: dict[str, object] = choice(
        [
            {"name": choice(["Visits", "Calls"])},
            {"baseline": choice([0.0, 5.0])},
            {"target": choice([1.0, 10.0, 95.5])},
            {"unit": choice(["", "€", " h "])},
            {"measure": choice(list(Measure))},
            {"direction": choice(list(Direction))},
            {"due_on": choice([None, TODAY])},
        ]
    )
    key_results.change(world.store, result, today=TODAY, **change)


def read_value(world: World) -> None:
    result = world.result()
    if result is not None:
        value = float(world.chance.randint(0, 9))
        key_results.change(world.store, result, today=TODAY, current=value)


def forget_value(world: World) -> None:
    result = world.result()
    known = key_result_values.of(world.store, result) if result is not None else []
    if known:
        key_result_values.remove(world.store, known[0].id, today=TODAY)


def delete_result(world: World) -> None:
    result = world.result()
    if result is not None:
        key_results.remove(world.store, result)


def add_step(world: World) -> None:
    actions.add(world.store, world.goal(), ["Call them"], today=TODAY)


def serve(world: World) -> None:
    objectives.add_for_item(
        world.store, world.goal(), world.chance.choice(["Waste", "Time"]), TODAY
    )


def feed(world: World) -> None:
    motivator = discovery.add_motivator(world.store, world.ana.id, f"M{world.chance.random()}")
    plans.set_item_motivators(world.store, world.goal(), [motivator.id])


def undo(world: World) -> None:
    for _ in range(world.chance.randint(1, 3)):
        if world.store.last_edit is not None and world.store.last_edit.name not in KEPT_EDITS:
            world.store.undo()


def redo(world: World) -> None:
    world.store.redo()


def agree_again(world: World) -> None:
    if any(view.item.state is not ItemState.DROPPED for view in world.items):
        agreements.agree(world.store, world.plan_id, TODAY - timedelta(days=1), today=TODAY)
        world.agreed, world.same = world.items, set()


def mean_the_same(world: World) -> None:
    found = agreements.of(world.store, world.plan_id)
    assert found is not None
    if found.changes:
        change = world.chance.choice(found.changes)
        key = (change.goal_uid, change.term.value, change.part)
        both = freeze(reference(world.agreed, world.items)[key])
        world.same = {one for one in world.same if one[0] != key} | {(key, both)}
        agreements.same_meaning(world.store, world.plan_id, change)


KEPT_EDITS = frozenset(
    {"Agree on plan", "Mark as having the same meaning"}
)  # what the reference does not take back
EDITS: list[Callable[[World], None]] = [
    reword, reword, reword, set_day, set_state, set_state, commit, settle, order, add_goal,
    delete_goal, bring_back, delete_for_good, add_result, change_result, change_result,
    change_result, read_value, forget_value, delete_result, add_step, serve, feed, undo, undo, redo,
    mean_the_same,
]  # fmt: skip


@pytest.mark.parametrize("seed", seeds(4, 300))
def test_what_is_told_to_have_changed_is_what_did(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    ana = a_person(store, "Ana Ruiz").with_goals("Calm nights", "Two release", "Reads more")
    world = World(store, ana, chance)
    add_result(world)
    add_result(world)
    agree_again(world)
    for step in range(STEPS):
        edit = chance.choice(EDITS)
        if chance.random() < 0.04:
            edit = agree_again
        edit(world)
        found = agreements.of(store, world.plan_id)
        assert found is not None and found.kept
        told = {(one.goal_uid, one.term.value, one.part) for one in found.changes}
        assert told == expected(world), (seed, step, edit.__name__)
        assert len(found.changes) == len(told)
        shared = exporting.plan_for_sharing(store, world.plan_id)
        assert agreements.since(store, world.plan_id, shared) == found  # on paper too
