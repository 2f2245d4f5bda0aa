"""Closing a plan: scores, what goes on in the next one, and each reading once for ever."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.data.queries.reviews import evidence
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Horizon, ItemState, KeyResult, PlanState, ProposedBy
from careerdesk.domain.views import ItemView
from careerdesk.services import (
    agreements,
    closing,
    exporting,
    key_result_values,
    key_results,
    plans,
    trash,
)
from careerdesk.services.closing import Scored
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.seeds import examples
from tests.stores import dump

FIRST = TODAY - timedelta(days=60)
EVER = (date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana")


def goals(ana: PersonBuilder) -> list[ItemView]:
    """The goals of the open plan."""
    view = plans.active(ana.store, ana.id)
    return list(view.items) if view else []


def cited(ana: PersonBuilder) -> list[tuple[date, float]]:
    """What a review could cite of key results: day and value."""
    with ana.store.aside() as tx:
        found = list(tx.read(lambda c: list(evidence.found(c, ana.id, *EVER))))
    return sorted((one.on, one.value) for one in found if isinstance(one, evidence.ValueFound))


def test_whose_idea_a_goal_was_goes_along(ana: PersonBuilder) -> None:
    one = ana.with_goals("One").goals[0].id
    agreements.set_proposed(ana.store, ana.plan.id, {one: ProposedBy.THEM})
    closing.close(ana.store, ana.plan.id, TODAY, carry=[one])
    assert [view.item.proposed_by for view in goals(ana)] == [ProposedBy.THEM]


def test_that_a_goal_may_be_cited_goes_along(ana: PersonBuilder) -> None:
    ana.with_goals("One").citable().with_goals("Two")
    closing.close(ana.store, ana.plan.id, TODAY, carry=[goal.id for goal in ana.goals])
    assert [view.item.may_be_cited for view in goals(ana)] == [True, False]


@pytest.mark.parametrize("state", [ItemState.DONE, ItemState.DROPPED])
def test_what_was_over_begins_again_when_it_goes_on(ana: PersonBuilder, state: ItemState) -> None:
    one = ana.with_goals("One").goals[0].id
    plans.set_state(ana.store, [one], state, TODAY)
    closing.close(ana.store, ana.plan.id, TODAY, carry=[one])
    (again,) = goals(ana)
    assert (again.item.state, again.item.reached_on) == (ItemState.NOT_STARTED, None)
    assert plans.item(ana.store, one).item.state is state


def test_a_goal_that_went_on_was_there_since_its_first_plan(ana: PersonBuilder) -> None:
    store = ana.store
    (made,) = plans.add_items_for(store, ana.id, Horizon.SHORT, ["One"], FIRST)
    for _ in range(2):
        closing.close(store, ana.plan.id, TODAY, carry=[goals(ana)[0].id])
    (goal,) = goals(ana)
    assert goal.item.carried_from != made.id
    plans.set_state(store, [goal.id], ItemState.DONE, TODAY)
    with pytest.raises(InvalidInput, match="didn't exist yet on that date"):
        plans.change_item(store, goal.id, today=TODAY, reached_on=FIRST - timedelta(days=1))
    plans.change_item(store, goal.id, today=TODAY, reached_on=FIRST)
    assert goals(ana)[0].item.reached_on == FIRST


def test_a_personal_goal_gets_no_score(ana: PersonBuilder) -> None:
    one = ana.with_goals("Four days a week").goals[0].id
    plans.change_item(ana.store, one, today=TODAY, personal=True)
    before = dump(ana.store.path)
    with pytest.raises(InvalidInput, match="Personal goals aren't scored"):
        closing.close(ana.store, ana.plan.id, TODAY, scores={one: Scored(0.5)})
    assert dump(ana.store.path) == before
    closing.close(ana.store, ana.plan.id, TODAY, scores={one: Scored(None, "It went well")})
    assert plans.item(ana.store, one).item.score_words == "It went well"


def test_nor_does_it_get_one_at_any_other_time(ana: PersonBuilder) -> None:
    one = ana.with_goals("Four days a week").goals[0].id
    plans.change_item(ana.store, one, today=TODAY, score=0.5)
    plans.change_item(ana.store, one, today=TODAY, personal=True)
    with pytest.raises(InvalidInput, match="Personal goals aren't scored"):
        plans.change_item(ana.store, one, today=TODAY, score=0.6)
    plans.change_item(ana.store, one, today=TODAY, score=None)
    assert plans.item(ana.store, one).item.score is None


def test_words_on_a_score_are_shown_only_where_that_is_said(ana: PersonBuilder) -> None:
    one, two, three = (goal.id for goal in ana.with_goals("One", "Two", "Three").goals)
    scores = {one: Scored(0.7, "Well"), two: Scored(0.7, "Well", shown=True),
              three: Scored(0.7, " ", shown=True)}  # fmt: skip
    closing.close(ana.store, ana.plan.id, TODAY, scores=scores)
    shown = [plans.item(ana.store, key).item.score_shown for key in (one, two, three)]
    assert shown == [False, True, False]


def test_a_closed_plan_is_not_closed_again(ana: PersonBuilder) -> None:
    plan_id = ana.with_goals("One").plan.id
    closing.close(ana.store, plan_id, TODAY)
    before = dump(ana.store.path)
    with pytest.raises(InvalidInput, match="already closed"):
        closing.close(ana.store, plan_id, TODAY, carry=[ana.goals[0].id])
    assert dump(ana.store.path) == before


def test_a_goal_that_became_personal_shows_no_score_it_got_before(ana: PersonBuilder) -> None:
    one = ana.with_goals("Four days a week").goals[0].id
    closing.close(ana.store, ana.plan.id, TODAY, scores={one: Scored(0.5, "Well", shown=True)})
    (goal,) = exporting.plan_for_sharing(ana.store, ana.goals[0].plan_id).items
    assert (goal.score, goal.score_words) == (0.5, "Well")
    plans.change_item(ana.store, one, today=TODAY, personal=True)
    (goal,) = exporting.plan_for_sharing(ana.store, ana.goals[0].plan_id).items
    assert (goal.score, goal.score_words) == (None, "Well")


def test_a_value_put_right_is_right_in_every_plan(ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").citable().goals[0].id
    result = key_results.add(ana.store, goal, "Visits").id
    key_result_values.add(ana.store, result, FIRST, 7.0, today=TODAY)
    for _ in range(2):
        closing.close(ana.store, ana.plan.id, TODAY, carry=[goals(ana)[0].id])
    (copy,) = key_result_values.of(ana.store, goals(ana)[0].key_results[0].id)
    before = dump(ana.store.path)
    key_result_values.change(ana.store, copy.id, today=TODAY, value=70.0)
    assert cited(ana) == [(FIRST, 70.0)]
    ana.store.undo()
    assert dump(ana.store.path) == before


def test_a_value_that_is_deleted_is_deleted_in_every_plan(ana: PersonBuilder) -> None:
    store = ana.store
    goal = ana.with_goals("One").citable().goals[0].id
    result = key_results.add(store, goal, "Visits").id
    key_result_values.add(store, result, FIRST, 7.0, today=TODAY)
    key_result_values.add(store, result, TODAY, 99.0, today=TODAY)
    for _ in range(2):
        closing.close(store, ana.plan.id, TODAY, carry=[goals(ana)[0].id])
    before = dump(store.path)
    wrong = key_result_values.of(store, goals(ana)[0].key_results[0].id)[0]
    key_result_values.remove(store, wrong.id, today=TODAY)
    after = dump(store.path)
    assert cited(ana) == [(FIRST, 7.0)]
    assert store.get(KeyResult, result).current == 7.0
    store.undo()
    assert dump(store.path) == before
    store.redo()
    assert dump(store.path) == after
    (thing,) = trash.things(store)
    trash.bring_back(store, [thing.id])
    assert cited(ana) == [(FIRST, 7.0), (TODAY, 99.0)]
    back = key_result_values.of(store, goals(ana)[0].key_results[0].id)[0]
    assert (back.value, back.copied_from) == (99.0, wrong.copied_from)


def test_a_value_that_is_emptied_the_day_it_went_on_is_cited_no_longer(ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").citable().goals[0].id
    result = key_results.add(ana.store, goal, "Visits").id
    key_result_values.add(ana.store, result, FIRST, 7.0, today=TODAY)
    key_result_values.add(ana.store, result, TODAY, 99.0, today=TODAY)
    closing.close(ana.store, ana.plan.id, TODAY, carry=[goal])
    copy = goals(ana)[0].key_results[0].id
    before = dump(ana.store.path)
    key_results.change(ana.store, copy, today=TODAY, current=None)
    assert cited(ana) == [(FIRST, 7.0)]
    ana.store.undo()
    assert dump(ana.store.path) == before


def test_a_deleted_value_comes_back_though_its_first_plan_went_for_good(
    ana: PersonBuilder,
) -> None:
    store = ana.store
    goal = ana.with_goals("One").citable().goals[0].id
    result = key_results.add(store, goal, "Visits").id
    key_result_values.add(store, result, FIRST, 7.0, today=TODAY)
    closing.close(store, ana.plan.id, TODAY, carry=[goal])
    key_result_values.remove(
        store, key_result_values.of(store, goals(ana)[0].key_results[0].id)[0].id, today=TODAY
    )
    (value,) = trash.things(store)
    plans.remove_items(store, [goal])
    trash.forget(store, [thing.id for thing in trash.things(store) if thing.id != value.id])
    trash.bring_back(store, [value.id])
    assert cited(ana) == [(FIRST, 7.0)]


@dataclass
class Known:
    """A plain account of what was read: each fact once, whatever became of the plans.

    `first_of` is the first form of a goal; of those in `settled` it was said last that they may be
    cited.
    """

    ana: PersonBuilder
    facts: dict[int, tuple[date, float]] = field(default_factory=dict)
    fact_of: dict[int, int] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)
    first_of: dict[int, int] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.first_of = {goal.id: goal.id for goal in self.ana.goals}
        self.settled = set(self.first_of)

    @property
    def citable(self) -> list[tuple[date, float]]:
        """The facts of goals that may be cited."""
        kept = (key for key in self.facts if self.about[key] in self.settled)
        return sorted(self.facts[key] for key in kept)

    def settle(self, on: bool) -> None:
        """Say of the first open goal whether it may be cited."""
        for goal in goals(self.ana)[:1]:
            plans.change_item(self.ana.store, goal.id, today=TODAY, may_be_cited=on)
            first = self.first_of[goal.id]
            self.settled = self.settled | {first} if on else self.settled - {first}

    def read(self, day: int, value: float) -> None:
        """Read the first key result of each open goal."""
        for goal in goals(self.ana):
            on = FIRST + timedelta(days=day)
            made = key_result_values.add(
                self.ana.store, goal.key_results[0].id, on, value, today=TODAY
            )
            self.facts[made.id], self.fact_of[made.id] = (on, value), made.id
            self.about[made.id] = self.first_of[goal.id]

    def close(self, carried: int) -> None:
        """Close the plan; so many goals go on."""
        store, going = self.ana.store, goals(self.ana)[:carried]
        if not going:
            return
        before = {goal.id: key_result_values.of(store, goal.key_results[0].id) for goal in going}
        closing.close(store, self.ana.plan.id, TODAY, carry=list(before))
        for goal in goals(self.ana):
            old = before[goal.item.carried_from or 0]
            self.first_of[goal.id] = self.first_of[goal.item.carried_from or 0]
            copies = key_result_values.of(store, goal.key_results[0].id)
            assert [(one.read_on, one.value) for one in copies] == [
                (one.read_on, one.value) for one in old
            ]
            for copy, source in zip(copies, old, strict=True):
                self.fact_of[copy.id] = self.fact_of[source.id]

    def put_right(self, value: float) -> None:
        """Correct the oldest value of the first goal, which may be a copy of a copy."""
        for goal in goals(self.ana)[:1]:
            for reading in key_result_values.of(self.ana.store, goal.key_results[0].id)[-1:]:
                key_result_values.change(self.ana.store, reading.id, today=TODAY, value=value)
                fact = self.fact_of[reading.id]
                self.facts[fact] = self.facts[fact][0], value

    def delete(self, _: int) -> None:
        """Delete the oldest value of the first goal, which was never read then."""
        for goal in goals(self.ana)[:1]:
            for reading in key_result_values.of(self.ana.store, goal.key_results[0].id)[-1:]:
                key_result_values.remove(self.ana.store, reading.id, today=TODAY)
                del self.facts[self.fact_of[reading.id]]


ACTS = st.one_of(
    st.tuples(st.just("read"), st.integers(0, 40), st.sampled_from([1.0, 2.0, 3.0])),
    st.tuples(st.just("close"), st.integers(1, 2)),
    st.tuples(st.just("put_right"), st.sampled_from([2.0, 9.0])),
    st.tuples(st.just("delete"), st.just(1)),
    st.tuples(st.just("settle"), st.booleans()),
)


@settings(
    max_examples=examples(12), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(acts=st.lists(ACTS, min_size=2, max_size=9))
def test_each_value_counts_once_over_any_number_of_closings(
    store: Store, acts: list[tuple[object, ...]]
) -> None:
    ana = a_person(store, "Ana").with_goals("One", "Two").citable()
    for goal in ana.goals:
        key_results.add(store, goal.id, "Visits")
    known = Known(ana)
    for name, *values in acts:
        getattr(known, str(name))(*values)
        assert cited(ana) == known.citable


def test_a_value_whose_first_plan_is_gone_for_good_is_still_there(ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").citable().goals[0].id
    result = key_results.add(ana.store, goal, "Visits").id
    key_result_values.add(ana.store, result, FIRST, 7.0, today=TODAY)
    closing.close(ana.store, ana.plan.id, TODAY, carry=[goal])
    plans.remove_items(ana.store, [goal])
    assert cited(ana) == [(FIRST, 7.0)]
    ana.store.undo()
    assert cited(ana) == [(FIRST, 7.0)]
    assert (
        key_result_values.of(ana.store, goals(ana)[0].key_results[0].id)[0].copied_from is not None
    )


def test_closing_is_taken_back_exactly(ana: PersonBuilder) -> None:
    goal = ana.with_goals("One", "Two").goals[0].id
    result = key_results.add(ana.store, goal, "Visits").id
    key_result_values.add(ana.store, result, FIRST, 7.0, today=TODAY)
    before = dump(ana.store.path)
    closing.close(ana.store, ana.plan.id, TODAY, "So.", {goal: Scored(0.5, "x")}, [goal])
    after = dump(ana.store.path)
    ana.store.undo()
    assert dump(ana.store.path) == before
    ana.store.redo()
    assert dump(ana.store.path) == after


def test_only_a_draft_follows_a_closed_plan(ana: PersonBuilder) -> None:
    one = ana.with_goals("One").goals[0].id
    agreements.agree(ana.store, ana.plan.id, TODAY)
    new = closing.close(ana.store, ana.plan.id, TODAY, carry=[one])
    assert new is not None
    assert (new.state, new.agreed_on) == (PlanState.DRAFT, None)
