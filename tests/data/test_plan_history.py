"""A plan as it was on an earlier day, kept before the first change of each day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from careerdesk.domain.records import Horizon, ItemState
from careerdesk.services import key_results, objectives, plan_history, plans
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.stores import ask


class Diary:
    """Ana's plan over some days; the clock goes on by hand."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = NOW
        store.now = self.clock
        self.ana: PersonBuilder = a_person(store, "Ana Ruiz").driven_by("Craft").with_goals("One")
        self.goal = self.ana.goals[0].id
        self.plan = self.ana.plan.id

    def clock(self) -> datetime:
        return self.now

    @property
    def today(self) -> date:
        return self.now.date()

    def next_day(self) -> None:
        self.now += timedelta(days=1)

    def rename(self, title: str) -> None:
        plans.change_item(self.store, self.goal, today=self.today, title=title)

    def titles(self, day: date) -> list[str]:
        return [item.item.title for item in plan_history.as_of(self.store, self.plan, day).items]


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store)


def test_each_day_shows_the_plan_at_its_end(diary: Diary) -> None:
    diary.next_day()
    diary.rename("Two")
    diary.rename("Two and a half")
    diary.next_day()
    diary.next_day()
    diary.rename("Three")
    seen = [diary.titles(TODAY + timedelta(days=n)) for n in range(4)]
    assert seen == [["One"], ["Two and a half"], ["Two and a half"], ["Three"]]
    assert plan_history.days(diary.store, diary.plan)[:2] == [
        TODAY + timedelta(days=2), TODAY,
    ]  # fmt: skip


def test_all_that_a_goal_says_is_there(diary: Diary) -> None:
    store, goal = diary.store, diary.goal
    plans.set_item_motivators(store, goal, [diary.ana.motivators[0].id])
    objectives.add_for_item(store, goal, "Less waste", TODAY)
    result = key_results.add(store, goal, "Visits", today=TODAY)
    key_results.change(store, result.id, today=TODAY, current=3.0, target=4.0)
    plans.set_state(store, [goal], ItemState.AT_RISK, TODAY)
    plans.change_item(store, goal, today=TODAY, may_be_cited=True)
    then = plans.item(store, goal)
    diary.next_day()
    key_results.remove(store, result.id)
    plans.set_item_motivators(store, goal, [])
    plans.set_state(store, [goal], ItemState.DONE, diary.today)
    plans.change_item(store, goal, today=diary.today, may_be_cited=False)
    assert plan_history.as_of(store, diary.plan, TODAY).items == (then,)


def test_a_deleted_goal_is_still_in_the_plan_of_that_day(diary: Diary) -> None:
    diary.next_day()
    plans.remove_items(diary.store, [diary.goal])
    assert diary.titles(TODAY) == ["One"]
    assert diary.titles(diary.today) == []


def test_a_goal_added_later_is_not(diary: Diary) -> None:
    diary.next_day()
    plans.add_items_for(diary.store, diary.ana.id, Horizon.SHORT, ["Later"], diary.today)
    assert diary.titles(TODAY) == ["One"]


def test_moving_goals_keeps_nothing(diary: Diary) -> None:
    two = plans.add_items_for(diary.store, diary.ana.id, Horizon.SHORT, ["Two"], TODAY)[0]
    before = ask(diary.store.path, "SELECT count(*) FROM plan_snapshot")
    diary.next_day()
    plans.move_items(diary.store, [two.id], Horizon.SHORT, diary.goal)
    assert ask(diary.store.path, "SELECT count(*) FROM plan_snapshot") == before


def test_undo_of_the_first_change_of_a_day_takes_the_snapshot_along(diary: Diary) -> None:
    diary.next_day()
    diary.rename("Two")
    diary.store.undo()
    assert diary.titles(diary.today) == ["One"]
    assert TODAY not in plan_history.days(diary.store, diary.plan)
    diary.rename("Three")
    assert diary.titles(TODAY) == ["One"]
