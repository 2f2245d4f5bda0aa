"""Business objectives: what goals serve, with whose goals serve each."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.services import closing, exporting, objectives, plans, trash
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz").with_goals("One", "Two")


def titles(store: Store) -> list[str]:
    return [one.title for one in objectives.of(store)]


def test_objectives_stand_in_the_order_they_were_added(store: Store) -> None:
    objectives.add(store, ["Less waste", "Calm nights"])
    objectives.add(store, ["Open at six"])
    assert titles(store) == ["Less waste", "Calm nights", "Open at six"]


def test_a_goal_knows_what_it_serves(store: Store, ana: PersonBuilder) -> None:
    goal = ana.goals[0].id
    aim = objectives.add_for_item(store, goal, "Less waste", TODAY)
    found = plans.item(store, goal).objective
    assert found is not None
    assert found.title == "Less waste"
    assert plans.item(store, ana.goals[1].id).objective is None
    served = objectives.served(store)[0]
    assert served.id == aim.id
    assert [(name, one.id) for name, one in served.goals] == [("Ana Ruiz", goal)]


def test_whose_goals_serve_it_stand_in_the_order_of_a_dictionary(store: Store) -> None:
    people = [a_person(store, name).with_goals("One") for name in ("Zoe Ek", "Özil Ay", "Otto Be")]
    goals = [one.goals[0].id for one in people]
    aim = objectives.add_for_item(store, goals[0], "Less waste", TODAY)
    for goal in goals[1:]:
        plans.change_item(store, goal, today=TODAY, objective_id=aim.id)
    names = [name for name, _goal in objectives.served(store)[0].goals]
    assert names == ["Otto Be", "Özil Ay", "Zoe Ek"]


def test_closed_plans_serve_nothing_any_more(store: Store, ana: PersonBuilder) -> None:
    objectives.add_for_item(store, ana.goals[0].id, "Less waste", TODAY)
    closing.close(store, ana.plan.id, TODAY)
    assert objectives.served(store)[0].goals == ()


def test_a_retired_one_is_offered_only_where_it_is_served(store: Store, ana: PersonBuilder) -> None:
    aim = objectives.add_for_item(store, ana.goals[0].id, "Less waste", TODAY)
    objectives.retire(store, aim.id)
    assert titles(store) == []
    assert [one.id for one in objectives.of(store, also=aim.id)] == [aim.id]
    assert [one.id for one in objectives.served(store, retired=True)] == [aim.id]
    assert plans.item(store, ana.goals[0].id).objective is not None


def test_deleting_one_leaves_the_goals_and_the_trash_ties_them_again(
    store: Store, ana: PersonBuilder
) -> None:
    aim = objectives.add_for_item(store, ana.goals[0].id, "Less waste", TODAY)
    objectives.remove(store, [aim.id])
    assert plans.item(store, ana.goals[0].id).objective is None
    thing = trash.things(store)[0]
    assert (thing.kind, thing.words) == ("objective", "Less waste")
    trash.bring_back(store, [thing.id])
    assert len(objectives.served(store)[0].goals) == 1


def test_an_end_before_the_start_is_refused(store: Store) -> None:
    aim = objectives.add(store, ["Less waste"])[0]
    objectives.change(store, aim.id, starts_on=TODAY)
    with pytest.raises(InvalidInput, match="can't end before it starts"):
        objectives.change(store, aim.id, ends_on=date(2020, 1, 1))


def test_the_person_reads_what_the_goal_serves(store: Store, ana: PersonBuilder) -> None:
    objectives.add_for_item(store, ana.goals[0].id, "Less waste", TODAY)
    shared = exporting.plan_for_sharing(store, ana.plan.id)
    assert [item.objective for item in shared.items] == ["Less waste", ""]


def test_a_carried_goal_goes_on_serving(store: Store, ana: PersonBuilder) -> None:
    goal = ana.goals[0].id
    objectives.add_for_item(store, goal, "Less waste", TODAY)
    closing.close(store, ana.plan.id, TODAY, carry=[goal])
    view = plans.active(store, ana.id)
    assert view is not None
    assert [item.objective.title for item in view.items if item.objective] == ["Less waste"]
