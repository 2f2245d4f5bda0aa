"""What a person has done: of a day, for a period, for the criteria of a cycle."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services import people, plans, trash
from careerdesk.services.reviews import accomplishments, cycles
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.review_builders import YEAR, ReviewBuilder, a_cycle
from tests.stores import dump


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


@pytest.fixture
def review(ana: PersonBuilder) -> ReviewBuilder:
    return ReviewBuilder(ana.store, a_cycle(ana.store), ana.id)


def listed(review: ReviewBuilder) -> list[str]:
    """What the list of the review says, from the top."""
    return [one.what for one, _ in accomplishments.of_review(review.store, review.id)]


def test_the_list_holds_the_period_the_newest_first(review: ReviewBuilder) -> None:
    for days in (-400, -1, 0, 1):
        day = TODAY + timedelta(days)
        accomplishments.add(review.store, review.person_id, [f"{days}"], day)
    accomplishments.add(review.store, review.person_id, ["end"], YEAR[1])
    assert listed(review) == ["end", "1", "0", "-1"]


def test_several_at_once_are_one_step(review: ReviewBuilder) -> None:
    accomplishments.add(review.store, review.person_id, ["A", "B", "C"], TODAY)
    review.store.undo()
    assert listed(review) == []


def test_an_empty_one_lets_none_in(review: ReviewBuilder) -> None:
    with pytest.raises(InvalidInput, match="accomplishment"):
        accomplishments.add(review.store, review.person_id, ["A", " "], TODAY)
    with pytest.raises(InvalidInput, match=r"2,?000"):
        accomplishments.add(review.store, review.person_id, ["x" * 2001], TODAY)
    assert listed(review) == []


def test_lines_of_a_text_become_one_line(review: ReviewBuilder) -> None:
    accomplishments.add(review.store, review.person_id, ["Cut it\nby half\x00"], TODAY)
    assert listed(review) == ["Cut it by half"]


def test_words_and_day_can_be_changed(review: ReviewBuilder) -> None:
    done = accomplishments.add(review.store, review.person_id, ["A"], TODAY)[0]
    accomplishments.change(
        review.store, done.id, what="B", context="At night", impact="- calm\n- quick",
        done_on=TODAY - timedelta(1),
    )  # fmt: skip
    [(found, _)] = accomplishments.of_review(review.store, review.id)
    assert (found.what, found.context, found.impact) == ("B", "At night", "- calm\n- quick")
    with pytest.raises(InvalidInput, match="accomplishment"):
        accomplishments.change(review.store, done.id, what=" ")


def test_it_speaks_for_criteria_of_each_cycle_apart(review: ReviewBuilder) -> None:
    store = review.store
    done = accomplishments.add(store, review.person_id, ["A"], TODAY)[0]
    other = a_cycle(store, "Other", CycleKind.OWN)
    impact, craft, _ = (one.id for one in review.cycle.criteria)
    accomplishments.set_criteria(store, done.id, review.cycle.id, [impact, craft, craft])
    accomplishments.set_criteria(store, done.id, other.id, [other.criteria[2].id])
    [(_, speaks)] = accomplishments.of_review(store, review.id)
    assert speaks == {impact, craft}
    accomplishments.set_criteria(store, done.id, review.cycle.id, [])
    [(_, speaks)] = accomplishments.of_review(store, review.id)
    assert speaks == frozenset()
    there = ReviewBuilder(store, other, review.person_id)
    assert accomplishments.of_review(store, there.id)[0][1] == {other.criteria[2].id}


def test_a_criterion_of_another_cycle_is_refused(review: ReviewBuilder) -> None:
    store = review.store
    done = accomplishments.add(store, review.person_id, ["A"], TODAY)[0]
    foreign = a_cycle(store, "Other").criteria[0].id
    before = dump(store.path)
    for wrong in (foreign, 999):
        with pytest.raises(NotFound):
            accomplishments.set_criteria(store, done.id, review.cycle.id, [wrong])
    assert dump(store.path) == before


def test_a_goal_that_goes_leaves_what_was_done(review: ReviewBuilder, ana: PersonBuilder) -> None:
    goal = ana.with_goals("Far").goals[0].id
    accomplishments.add(ana.store, ana.id, ["A"], TODAY, item_id=goal)
    plans.remove_items(ana.store, [goal])
    [(found, _)] = accomplishments.of_review(ana.store, review.id)
    assert (found.what, found.item_id) == ("A", None)
    trash.bring_back(ana.store, [trash.things(ana.store)[0].id])
    assert accomplishments.of_review(ana.store, review.id)[0][0].item_id == goal


def test_what_is_deleted_comes_back_with_its_criteria(review: ReviewBuilder) -> None:
    review.collected()
    before = dump(review.store.path)
    done = accomplishments.of_review(review.store, review.id)[0][0].id
    accomplishments.remove(review.store, [done])
    trash.bring_back(review.store, [trash.things(review.store)[0].id])
    assert dump(review.store.path) == before


def test_it_comes_back_though_its_criterion_is_gone_for_good(review: ReviewBuilder) -> None:
    review.collected()
    store = review.store
    done = accomplishments.of_review(store, review.id)[0][0]
    accomplishments.remove(store, [done.id])
    cycles.remove_criterion(store, review.cycle.criteria[0].id)
    trash.bring_back(store, [trash.things(store)[0].id])
    assert accomplishments.of_review(store, review.id) == [(done, frozenset())]


def test_a_deleted_person_comes_back_with_all_reviews(review: ReviewBuilder) -> None:
    review.whole().over()
    before = dump(review.store.path)
    people.remove(review.store, review.person_id)
    trash.bring_back(review.store, [trash.things(review.store)[0].id])
    assert dump(review.store.path) == before


def test_a_person_waits_for_a_deleted_cycle_but_not_for_one_gone_for_good(
    review: ReviewBuilder,
) -> None:
    store = review.whole().store
    people.remove(store, review.person_id)
    person = trash.things(store)[0].id
    cycles.remove(store, review.cycle.id)
    cycle = next(one.id for one in trash.things(store) if one.kind == "review_cycle")
    with pytest.raises(InvalidInput, match="Restore that item first"):
        trash.bring_back(store, [person])
    trash.forget(store, [cycle])
    trash.bring_back(store, [person])
    assert people.get(store, review.person_id).name == "Ana Ruiz"
    assert cycles.every(store) == []


def test_a_cycle_and_its_person_come_back_in_turn(review: ReviewBuilder) -> None:
    store = review.whole().store
    before = dump(store.path)
    cycles.remove(store, review.cycle.id)
    people.remove(store, review.person_id)
    newest = [one.id for one in trash.things(store)]
    with pytest.raises(InvalidInput, match="Restore that item first"):
        trash.bring_back(store, newest[::-1])
    trash.bring_back(store, newest)
    assert dump(store.path) == before
