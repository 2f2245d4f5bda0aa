"""Agreeing on a plan keeps a copy of its words; what changes later is told, and undo is exact."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from careerdesk.domain.agreement import Term
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import HandedOver, HandedOverKind
from careerdesk.domain.records import ItemState, PlanState, ProposedBy
from careerdesk.services import (
    agreements,
    aspirations,
    closing,
    handing_over,
    objectives,
    people,
    plans,
    striking,
    trash,
)
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.counting import Statements
from tests.stores import blank_file, dump

DAY = timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Someone with a plan of three goals."""
    return a_person(store, "Ana Ruiz").with_goals("One", "Two", "Three")


def told(ana: PersonBuilder) -> list[tuple[str, Term]]:
    found = agreements.of(ana.store, ana.plan.id)
    assert found is not None and found.kept
    return [(one.goal, one.term) for one in found.changes]


def copy_of(ana: PersonBuilder) -> HandedOver:
    found = handing_over.last(ana.store, HandedOverKind.PLAN, ana.id, ana.plan.id)
    assert found is not None
    return found


def test_agreeing_keeps_a_copy_of_that_day_without_anything_private(ana: PersonBuilder) -> None:
    one = ana.goals[0].id
    plans.change_item(ana.store, one, today=TODAY, private_note="qzprivate", title="First")
    agreements.agree(ana.store, ana.plan.id, TODAY - DAY, {one: ProposedBy.THEM})
    assert (ana.plan.state, ana.plan.agreed_on) == (PlanState.AGREED, TODAY - DAY)
    kept = copy_of(ana)
    assert (kept.person_id, kept.handed_on) == (ana.id, TODAY - DAY)
    titles = [item["title"] for item in json.loads(kept.body)["items"]]
    assert titles == ["First", "Two", "Three"]
    assert "qzprivate" not in kept.body
    assert plans.item(ana.store, one).item.proposed_by is ProposedBy.THEM
    assert told(ana) == []


def test_all_of_it_is_one_step_that_is_taken_back_exactly(ana: PersonBuilder) -> None:
    before = dump(ana.store.path)
    agreements.agree(ana.store, ana.plan.id, TODAY, {ana.goals[1].id: ProposedBy.ME})
    after = dump(ana.store.path)
    ana.store.undo()
    assert dump(ana.store.path) == before
    ana.store.redo()
    assert dump(ana.store.path) == after


def test_agreeing_again_starts_from_the_new_words(ana: PersonBuilder) -> None:
    agreements.agree(ana.store, ana.plan.id, TODAY - DAY)
    plans.change_item(ana.store, ana.goals[0].id, today=TODAY, title="Won")
    assert told(ana) == [("Won", Term.TITLE)]
    agreements.agree(ana.store, ana.plan.id, TODAY)
    assert told(ana) == []
    ana.store.undo()
    assert told(ana) == [("Won", Term.TITLE)]


def test_agreeing_twice_on_a_day_counts_from_the_later_copy(ana: PersonBuilder) -> None:
    agreements.agree(ana.store, ana.plan.id, TODAY)
    plans.change_item(ana.store, ana.goals[0].id, today=TODAY, title="Won")
    agreements.agree(ana.store, ana.plan.id, TODAY)
    assert told(ana) == []


def test_an_empty_plan_cannot_be_agreed_on(store: Store) -> None:
    person = people.add(store, "Ben Okri").id
    plan = plans.start(store, person, "", TODAY, TODAY + DAY)
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="This plan has no goals yet"):
        agreements.agree(store, plan.id, TODAY)
    assert dump(store.path) == before


def test_a_plan_of_dropped_goals_alone_is_empty(ana: PersonBuilder) -> None:
    ids = [goal.id for goal in ana.goals]
    plans.set_state(ana.store, ids, ItemState.DROPPED, TODAY)
    with pytest.raises(InvalidInput, match="This plan has no goals yet"):
        agreements.agree(ana.store, ana.plan.id, TODAY)


def test_a_day_to_come_and_a_closed_plan_are_refused(ana: PersonBuilder) -> None:
    plan_id = ana.plan.id
    before = dump(ana.store.path)
    with pytest.raises(InvalidInput, match="in the future"):
        agreements.agree(ana.store, plan_id, TODAY + DAY, today=TODAY)
    assert dump(ana.store.path) == before
    closing.close(ana.store, plan_id, TODAY)
    with pytest.raises(InvalidInput, match="closed"):
        agreements.agree(ana.store, plan_id, TODAY)
    with pytest.raises(InvalidInput, match="closed"):
        agreements.back_to_draft(ana.store, plan_id)


def test_it_can_be_a_draft_again_and_says_nothing_of_changes_then(ana: PersonBuilder) -> None:
    agreements.agree(ana.store, ana.plan.id, TODAY)
    agreements.back_to_draft(ana.store, ana.plan.id)
    assert (ana.plan.state, ana.plan.agreed_on) == (PlanState.DRAFT, None)
    assert agreements.of(ana.store, ana.plan.id) is None
    assert copy_of(ana).handed_on == TODAY  # it was handed over all the same
    ana.store.undo()
    assert told(ana) == []


def test_an_agreement_without_a_copy_says_so(ana: PersonBuilder) -> None:
    plan_id = ana.plan.id
    plans.change(ana.store, plan_id, state=PlanState.AGREED, agreed_on=TODAY - DAY)
    found = agreements.of(ana.store, plan_id)
    assert found is not None
    assert (found.on, found.kept, found.changes) == (TODAY - DAY, False, ())


def test_what_was_renamed_beside_the_plan_counts_as_its_why(ana: PersonBuilder) -> None:
    aim = objectives.add_for_item(ana.store, ana.goals[0].id, "Less waste", TODAY).id
    agreements.agree(ana.store, ana.plan.id, TODAY)
    objectives.change(ana.store, aim, title="No waste")
    assert told(ana) == [("One", Term.OBJECTIVE)]


def test_the_same_meaning_is_counted_again_once_the_words_change(ana: PersonBuilder) -> None:
    store, plan_id, goal = ana.store, ana.plan.id, ana.goals[0].id
    agreements.agree(store, plan_id, TODAY)
    plans.change_item(store, goal, today=TODAY, title="Number one")
    before = dump(store.path)
    found = agreements.of(store, plan_id)
    assert found is not None
    agreements.same_meaning(store, plan_id, found.changes[0])
    assert told(ana) == []
    store.undo()
    assert dump(store.path) == before
    store.redo()
    plans.change_item(store, goal, today=TODAY, title="No. 1")
    assert told(ana) == [("No. 1", Term.TITLE)]
    plans.change_item(store, goal, today=TODAY, title="Number one")
    assert told(ana) == []
    found = agreements.of(store, plan_id)
    assert found is not None
    agreements.same_meaning(store, plan_id, found.same[0], same=False)
    assert told(ana) == [("Number one", Term.TITLE)]


@pytest.mark.parametrize("reworded", [False, True])
def test_words_that_are_struck_are_no_change_and_leave_what_means_the_same_alone(
    ana: PersonBuilder, *, reworded: bool
) -> None:
    store, plan_id, (one, two, _) = ana.store, ana.plan.id, ana.goals
    wish = aspirations.add(store, ana.id, ["I want to run my own shop"], TODAY)[0]
    plans.change_item(store, one.id, today=TODAY, for_person="“I want to run my own shop.” Soon.")
    agreements.agree(store, plan_id, TODAY)
    if reworded:
        said = "She once said: I want to run my own shop."
        plans.change_item(store, one.id, today=TODAY, for_person=said)
        found = agreements.of(store, plan_id)
        assert found is not None
        agreements.same_meaning(store, plan_id, found.changes[0])
    plans.change_item(store, two.id, today=TODAY, title="Second")
    striking.strike_aspiration(store, wish.id, TODAY)
    assert "struck on" in plans.item(store, one.id).item.for_person
    assert "shop" not in copy_of(ana).body
    assert told(ana) == [("Second", Term.TITLE)]


def test_a_goal_that_is_deleted_leaves_its_words_in_what_was_agreed(ana: PersonBuilder) -> None:
    store, goal = ana.store, ana.goals[1].id
    assert agreements.kept_words(store, [goal]) is None
    agreements.agree(store, ana.plan.id, TODAY)
    assert agreements.kept_words(store, [goal]) == TODAY
    plans.remove_items(store, [goal])
    assert told(ana) == [("Two", Term.DROPPED)]
    thrown = trash.things(store)[0].id
    assert agreements.kept_of_deleted(store, [thrown]) == TODAY
    trash.forget(store, [thrown])
    assert told(ana) == [("Two", Term.DROPPED)]
    store.undo()
    trash.bring_back(store, [thrown])
    assert told(ana) == []


def test_a_goal_that_came_later_leaves_no_words_there(ana: PersonBuilder) -> None:
    agreements.agree(ana.store, ana.plan.id, TODAY)
    later = ana.with_goals("Four").goals[-1].id
    assert agreements.kept_words(ana.store, [later]) is None


def test_what_was_agreed_goes_and_comes_back_with_its_person(ana: PersonBuilder) -> None:
    agreements.agree(ana.store, ana.plan.id, TODAY)
    plans.change_item(ana.store, ana.goals[0].id, today=TODAY, title="Won")
    found = agreements.of(ana.store, ana.plan.id)
    assert found is not None
    agreements.same_meaning(ana.store, ana.plan.id, found.changes[0])
    people.remove(ana.store, ana.id)
    assert _count(ana.store, "handed_over") == _count(ana.store, "same_meaning") == 0
    trash.bring_back(ana.store, [trash.things(ana.store)[0].id])
    assert told(ana) == []
    assert _count(ana.store, "same_meaning") == 1


def _count(store: Store, table: str) -> int:
    def read(connection: sqlite3.Connection) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    return store.read(read)


def test_whose_idea_a_goal_was_goes_along_when_it_is_carried_over(ana: PersonBuilder) -> None:
    store, one = ana.store, ana.goals[0].id
    agreements.set_proposed(store, ana.plan.id, {one: ProposedBy.TOGETHER})
    closing.close(store, ana.plan.id, TODAY, carry=[one])
    view = plans.active(store, ana.id)
    assert view is not None
    assert [goal.item.proposed_by for goal in view.items] == [ProposedBy.TOGETHER]
    assert agreements.of(store, view.plan.id) is None


def test_the_words_kept_of_many_goals_are_looked_for_at_once(tmp_path: Path) -> None:
    statements = Statements()
    store = Store(blank_file(tmp_path / "store.db"), library=statements.library)
    ana = a_person(store, "Ana Ruiz").with_goals("One", "Two", "Three")
    agreements.agree(store, ana.plan.id, TODAY)
    later = [goal.id for goal in ana.with_goals("Four", "Five", "Six").goals[3:]]
    assert statements.during(lambda: agreements.kept_words(store, later)) == 1
    assert agreements.kept_words(store, [*later, ana.goals[2].id]) == TODAY
    store.close()
