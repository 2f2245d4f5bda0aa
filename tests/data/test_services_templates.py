"""Templates of agendas and plans, and a plan given to someone else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Template, TemplateKind
from careerdesk.domain.records import Horizon, ItemState, Measure
from careerdesk.services import (
    actions,
    checkins,
    goal_changes,
    key_results,
    objectives,
    plans,
    templates,
    trash,
)
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person

PRIVATE = "qzprivatezq"


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Ana's plan is well on its way."""
    ana = a_person(store, "Ana Ruiz").driven_by("Craft").with_goals("One", "Two")
    ana.with_goals("Far", horizon=Horizon.LONGER)
    one = ana.goals[0].id
    plans.change_item(
        store, one, today=TODAY, for_person=PRIVATE, private_note=PRIVATE,
        for_business="Less waste", state=ItemState.DONE, due_on=TODAY, score_words=PRIVATE,
    )  # fmt: skip
    result = key_results.add(store, one, "Visits", today=TODAY)
    key_results.change(
        store, result.id, today=TODAY, measure=Measure.PERCENT, target=90.0, current=80.0
    )
    steps = actions.add(store, one, ["Call", "Write"], today=TODAY)
    actions.tick(store, [steps[0].id], TODAY, today=TODAY)
    objectives.add_for_item(store, one, "Open at six", TODAY)
    return ana


def test_a_goal_that_was_dropped_goes_into_no_template_and_to_nobody(
    store: Store, ana: PersonBuilder
) -> None:
    ben = a_person(store, "Ben Okri")
    plans.set_state(store, [ana.goals[1].id], ItemState.DROPPED, TODAY)
    kept = templates.keep_plan(store, ana.plan.id, "Half a year")
    assert templates.titles(kept) == ["One", "Far"]
    added = templates.duplicate(store, ana.plan.id, ben.id, TODAY)
    assert [goal.title for goal in added] == ["One", "Far"]


def test_templates_stand_in_the_order_of_a_dictionary(store: Store, ana: PersonBuilder) -> None:
    for name in ("Zeitplan", "Ärzte", "azubis", "Büro"):
        templates.keep_plan(store, ana.plan.id, name)
    names = [one.name for one in templates.of(store, TemplateKind.PLAN)]
    assert names == ["Ärzte", "azubis", "Büro", "Zeitplan"]


def test_a_plan_given_to_someone_is_not_begun_and_holds_only_the_work(
    store: Store, ana: PersonBuilder
) -> None:
    ben = a_person(store, "Ben Okri")
    templates.duplicate(store, ana.plan.id, ben.id, TODAY)
    view = plans.active(store, ben.id)
    assert view is not None
    assert [item.item.title for item in view.items] == ["One", "Two", "Far"]
    one = view.items[0]
    assert (one.item.state, one.item.due_on) == (ItemState.NOT_STARTED, None)
    assert (one.item.for_person, one.item.private_note, one.item.score_words) == ("", "", "")
    assert one.item.for_business == "Less waste"
    assert one.objective is not None
    assert one.motivators == ()
    measured = [(k.name, k.measure, k.target, k.current) for k in one.key_results]
    assert measured == [("Visits", Measure.PERCENT, 90.0, None)]
    assert [step.text for step in actions.of(store, one.id)] == ["Write"]


def test_a_personal_goal_goes_into_no_template_and_to_nobody_else(
    store: Store, ana: PersonBuilder
) -> None:
    plans.change_item(store, ana.goals[1].id, today=TODAY, personal=True)
    ben, cem = a_person(store, "Ben Okri"), a_person(store, "Cem Aslan")
    templates.duplicate(store, ana.plan.id, ben.id, TODAY)
    made = templates.keep_plan(store, ana.plan.id, "Plan")
    templates.use_plan(store, made.id, cem.id, TODAY)
    for key in (ben.id, cem.id):
        view = plans.active(store, key)
        assert view is not None
        assert [item.item.title for item in view.items] == ["One", "Far"]
    again = templates.duplicate(store, ana.plan.id, ana.id, TODAY)
    assert [(goal.title, goal.personal) for goal in again] == [
        ("One", False), ("Two", True), ("Far", False),
    ]  # fmt: skip


def test_that_a_goal_may_be_cited_is_settled_again_wherever_it_is_used_again(
    store: Store, ana: PersonBuilder
) -> None:
    plans.change_item(store, ana.goals[0].id, today=TODAY, may_be_cited=True)
    made = templates.keep_plan(store, ana.plan.id, "Plan")
    assert "cited" not in made.body
    ben = a_person(store, "Ben Okri")
    added = [
        *templates.use_plan(store, made.id, ben.id, TODAY),
        *templates.duplicate(store, ana.plan.id, ben.id, TODAY),
        *templates.duplicate(store, ana.plan.id, ana.id, TODAY),
    ]
    assert [goal.title for goal in added].count("One") == 3
    assert not any(goal.may_be_cited for goal in added)


def test_a_goal_of_a_template_is_new_and_was_not_reached_before_it_was_there(
    store: Store, ana: PersonBuilder
) -> None:
    ben = a_person(store, "Ben Okri")
    check_in = checkins.start(store, ben.id, NOW)
    (goal, *_) = templates.duplicate(store, ana.plan.id, ben.id, TODAY)
    made = goal_changes.made_in(store, check_in.id)
    assert [(one.title, one.new) for one in made] == [("One", True), ("Two", True), ("Far", True)]
    plans.set_state(store, [goal.id], ItemState.DONE, TODAY)
    with pytest.raises(InvalidInput, match="didn't exist yet"):
        plans.change_item(store, goal.id, today=TODAY, reached_on=TODAY - timedelta(1))


def test_goals_go_to_the_end_of_an_open_plan(store: Store, ana: PersonBuilder) -> None:
    ben = a_person(store, "Ben Okri").with_goals("Mine")
    templates.duplicate(store, ana.plan.id, ben.id, TODAY)
    view = plans.active(store, ben.id)
    assert view is not None
    assert view.plan == ben.plan
    assert [item.item.title for item in view.items] == ["Mine", "One", "Two", "Far"]


def test_a_template_of_a_plan_makes_the_same_goals(store: Store, ana: PersonBuilder) -> None:
    kept = templates.keep_plan(store, ana.plan.id, "Half a year")
    assert PRIVATE not in kept.body
    assert templates.titles(kept) == ["One", "Two", "Far"]
    ben = a_person(store, "Ben Okri")
    made = templates.use_plan(store, kept.id, ben.id, TODAY)
    assert [item.title for item in made] == ["One", "Two", "Far"]


def test_a_template_outlives_what_it_named(store: Store, ana: PersonBuilder) -> None:
    kept = templates.keep_plan(store, ana.plan.id, "Half a year")
    objectives.remove(store, [one.id for one in objectives.of(store)])
    ben = a_person(store, "Ben Okri")
    made = templates.use_plan(store, kept.id, ben.id, TODAY)
    assert made[0].objective_id is None


def test_an_agenda_is_kept_without_its_private_points(store: Store, ana: PersonBuilder) -> None:
    checkins.add_agenda(store, ana.id, "Rota")
    checkins.add_agenda(store, ana.id, PRIVATE, private=True)
    kept = templates.keep_agenda(store, ana.id, "Ours")
    assert [point.text for point in templates.points_of(kept)] == ["Rota"]
    ben = a_person(store, "Ben Okri")
    templates.use_agenda(store, ben.id, templates.points_of(kept))
    assert [point.text for point in checkins.agenda(store, ben.id)] == ["Rota"]


def test_points_that_stand_there_are_not_added_twice(store: Store, ana: PersonBuilder) -> None:
    points = templates.BUILT_IN[0].points
    templates.use_agenda(store, ana.id, points)
    templates.use_agenda(store, ana.id, points)
    assert [p.text for p in checkins.agenda(store, ana.id)] == [p.text for p in points]


def test_an_empty_agenda_is_no_template(store: Store, ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="Add one first"):
        templates.keep_agenda(store, ana.id, "Ours")
    assert templates.of(store, TemplateKind.AGENDA) == []


def test_a_plan_without_goals_for_anyone_else_makes_no_template(store: Store) -> None:
    eve = a_person(store, "Eve Park").with_goals("Own time")
    plans.change_item(store, eve.goals[0].id, today=TODAY, personal=True)
    with pytest.raises(InvalidInput):
        templates.keep_plan(store, eve.plan.id, "Half a year")
    assert templates.of(store, TemplateKind.PLAN) == []


def test_a_plan_without_goals_has_nothing_to_duplicate(store: Store) -> None:
    ben = a_person(store, "Ben Okri")
    plan = plans.start(store, ben.id, "", TODAY, TODAY)
    with pytest.raises(InvalidInput, match="no goals"):
        templates.duplicate(store, plan.id, ben.id, TODAY)


@pytest.mark.parametrize("body", ["", "{", "[1]", '[{"title": "x"}]', "{}", "null"])
def test_a_damaged_template_is_told_and_changes_nothing(store: Store, body: str) -> None:
    ben = a_person(store, "Ben Okri")
    with store.edit("Damage") as tx:
        broken = tx.add(Template(kind=TemplateKind.PLAN, name="x", body=body)).id
        agenda = tx.add(Template(kind=TemplateKind.AGENDA, name="x", body=body))
    if body == "{}":
        assert templates.use_plan(store, broken, ben.id, TODAY) == []
        return
    with pytest.raises(InvalidInput, match="create a new one"):
        templates.use_plan(store, broken, ben.id, TODAY)
    with pytest.raises(InvalidInput, match="create a new one"):
        templates.points_of(agenda)
    assert plans.active(store, ben.id) is None


def test_templates_go_to_the_trash_by_name(store: Store, ana: PersonBuilder) -> None:
    kept = templates.keep_plan(store, ana.plan.id, "Half a year")
    templates.rename(store, kept.id, "A year")
    templates.remove(store, [kept.id])
    thing = trash.things(store)[0]
    assert (thing.kind, thing.words) == ("template", "A year")
    trash.bring_back(store, [thing.id])
    assert [one.name for one in templates.of(store, TemplateKind.PLAN)] == ["A year"]
