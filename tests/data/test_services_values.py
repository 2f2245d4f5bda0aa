"""Readings: a value now is one, the newest counts, and the check-in it came from is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.data.queries import plans as plan_queries
from careerdesk.domain import progress
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.records import Direction, KeyResult, PlanItem
from careerdesk.services import (
    checkins,
    closing,
    goal_changes,
    key_result_values,
    key_results,
    people,
    plans,
)
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person
from tests.stores import dump


@pytest.fixture
def result(store: Store) -> KeyResult:
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six")
    return key_results.add(store, ana.goals[0].id, "Loads on time", today=TODAY)


def now(store: Store, result: KeyResult) -> float | None:
    return store.get(KeyResult, result.id).current


def values(store: Store, result: KeyResult) -> list[float]:
    return [reading.value for reading in key_result_values.of(store, result.id)]


def test_a_value_of_now_is_todays_value(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, today=TODAY - timedelta(days=7), current=60.0)
    key_results.change(store, result.id, today=TODAY, current=70.0)
    key_results.change(store, result.id, today=TODAY, current=72.0)
    assert values(store, result) == [72.0, 60.0]
    assert now(store, result) == 72.0


def test_a_value_entered_in_a_check_in_knows_the_check_in(store: Store, result: KeyResult) -> None:
    check_in = checkins.start(store, people.everyone(store)[0].id, NOW)
    key_results.change(store, result.id, today=TODAY, made_in=check_in.id, current=5.0)
    key_results.change(store, result.id, today=TODAY, current=6.0)
    reading = key_result_values.of(store, result.id)[0]
    assert (reading.value, reading.made_in) == (6.0, check_in.id)


def test_an_earlier_value_leaves_now_as_it_is(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, today=TODAY, current=70.0)
    key_result_values.add(store, result.id, date(2026, 3, 1), 10.0, today=TODAY)
    assert values(store, result) == [70.0, 10.0]
    assert now(store, result) == 70.0


def test_without_the_newest_the_one_before_counts(store: Store, result: KeyResult) -> None:
    key_result_values.add(store, result.id, date(2026, 3, 1), 10.0, today=TODAY)
    newest = key_result_values.add(store, result.id, TODAY, 20.0, today=TODAY)
    key_result_values.remove(store, newest.id, today=TODAY)
    assert now(store, result) == 10.0
    key_result_values.remove(store, key_result_values.of(store, result.id)[0].id, today=TODAY)
    assert now(store, result) is None


def test_other_fields_make_no_value(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, today=TODAY, target=95.0, unit="%")
    key_results.change(store, result.id, today=TODAY, current=None)
    assert values(store, result) == []


@pytest.mark.parametrize(
    ("day", "value", "confidence", "sentence"),
    [
        (TODAY + timedelta(days=1), 1.0, None, "in the future"),
        (TODAY, float("nan"), None, "a valid number"),
        (TODAY, float("inf"), None, "a valid number"),
        (TODAY, 1.0, 11, "from 0 to 10"),
    ],
)
def test_what_cannot_be_is_refused(
    store: Store, result: KeyResult, day: date, value: float, confidence: int | None, sentence: str
) -> None:
    with pytest.raises(InvalidInput, match=sentence):
        key_result_values.add(store, result.id, day, value, today=TODAY, confidence=confidence)
    assert values(store, result) == []


def test_undo_takes_value_and_value_back_together(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, today=TODAY, current=70.0)
    store.undo()
    assert (now(store, result), values(store, result)) == (None, [])


def test_a_value_from_before_there_were_values_is_kept(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, current=7.0)
    key_result_values.add(store, result.id, TODAY - timedelta(days=90), 2.0, today=TODAY)
    assert now(store, result) == 7.0
    assert values(store, result) == [7.0, 2.0]


def test_a_cleared_value_does_not_come_back(store: Store, result: KeyResult) -> None:
    key_results.change(store, result.id, today=TODAY, current=5.0)
    key_results.change(store, result.id, today=TODAY, current=None)
    key_result_values.add(store, result.id, TODAY - timedelta(days=9), 3.0, today=TODAY)
    assert values(store, result) == [3.0]
    assert now(store, result) == 3.0


def test_values_go_on_in_the_next_plan(store: Store, result: KeyResult) -> None:
    for days, value in ((20, 60.0), (10, 70.0)):
        key_result_values.add(store, result.id, TODAY - timedelta(days=days), value, today=TODAY)
    plan_id = store.get(PlanItem, result.item_id).plan_id
    closing.close(store, plan_id, TODAY, "", {}, {result.item_id})
    view = plans.active(store, people.everyone(store)[0].id)
    assert view is not None
    copy = view.items[0].key_results[0]
    assert [reading.value for reading in key_result_values.of(store, copy.id)] == [70.0, 60.0]


def test_a_value_is_put_right_and_the_key_result_follows(store: Store, result: KeyResult) -> None:
    key_result_values.add(store, result.id, date(2026, 3, 1), 10.0, today=TODAY)
    newest = key_result_values.add(store, result.id, TODAY, 70.0, today=TODAY)
    key_result_values.change(store, newest.id, today=TODAY, value=7.0, confidence=6, note="A slip")
    kept = key_result_values.of(store, result.id)[0]
    assert (kept.value, kept.confidence, kept.note) == (7.0, 6, "A slip")
    assert now(store, result) == 7.0
    key_result_values.change(store, newest.id, today=TODAY, read_on=date(2026, 2, 1))
    assert values(store, result) == [10.0, 7.0]
    assert now(store, result) == 10.0
    store.undo()
    assert now(store, result) == 7.0


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"read_on": TODAY + timedelta(days=1)}, "in the future"),
        ({"value": float("nan")}, "a valid number"),
        ({"confidence": 11}, "from 0 to 10"),
        ({"read_on": date(2026, 1, 1)}, "Ana started on 2026-02-01"),
    ],
)
def test_a_value_is_not_changed_into_what_cannot_be(
    store: Store, result: KeyResult, fields: dict[str, object], sentence: str
) -> None:
    ana = people.everyone(store)[0]
    people.change(store, ana.id, start_date=date(2026, 2, 1))
    added = key_result_values.add(store, result.id, TODAY, 1.0, today=TODAY)
    with pytest.raises(InvalidInput, match=sentence):
        key_result_values.change(store, added.id, today=TODAY, **fields)
    assert key_result_values.of(store, result.id) == [added]


def test_another_value_of_the_same_day_keeps_what_was_said_beside_it(
    store: Store, result: KeyResult
) -> None:
    key_result_values.add(store, result.id, TODAY, 70.0, today=TODAY, confidence=8, note="New rota")
    key_results.change(store, result.id, today=TODAY, current=72.0)
    kept = key_result_values.of(store, result.id)[0]
    assert (kept.value, kept.confidence, kept.note) == (72.0, 8, "New rota")


def test_a_goal_is_touched_whatever_becomes_of_its_values(store: Store, result: KeyResult) -> None:
    def touched() -> date:
        return store.get(PlanItem, result.item_id).touched_on

    later = TODAY + timedelta(days=30)
    added = key_result_values.add(store, result.id, TODAY, 1.0, today=TODAY)
    key_result_values.change(store, added.id, today=later, value=2.0)
    assert touched() == later
    key_result_values.remove(store, added.id, today=later + timedelta(days=1))
    assert touched() == later + timedelta(days=1)


def test_the_values_of_a_plan_are_read_in_the_order_of_their_days(
    store: Store, result: KeyResult
) -> None:
    other = key_results.add(store, result.item_id, "Calls")
    for back, value in ((1, 3.0), (9, 1.0), (5, 2.0)):
        key_result_values.add(store, result.id, TODAY - timedelta(days=back), value, today=TODAY)
    plan_id = store.get(PlanItem, result.item_id).plan_id
    assert key_result_values.values_of_plan(store, plan_id) == {result.id: (1.0, 2.0, 3.0)}
    for back in range(40):
        key_result_values.add(
            store, other.id, TODAY - timedelta(days=back), -float(back), today=TODAY
        )
    last = key_result_values.values_of_plan(store, plan_id)[other.id]
    assert last == tuple(float(-back) for back in reversed(range(key_result_values.IN_A_LINE)))


def ends(store: Store, result: KeyResult) -> list[tuple[float, float | None, float | None]]:
    """Value, baseline and target of each reading, the newest first."""
    found = key_result_values.of(store, result.id)
    return [(one.value, one.baseline, one.target) for one in found]


def share(store: Store, result: KeyResult, place: int) -> float:
    now = store.get(KeyResult, result.id)
    return progress.share_at(now, key_result_values.of(store, result.id)[place])


@pytest.fixture
def used(store: Store, result: KeyResult) -> KeyResult:
    """A key result from 0 to 80 that stood at 40 a week ago and at 60 today."""
    key_results.change(store, result.id, today=TODAY, baseline=0.0, target=80.0)
    key_result_values.add(store, result.id, TODAY - timedelta(days=7), 40.0, today=TODAY)
    key_result_values.add(store, result.id, TODAY, 60.0, today=TODAY)
    return store.get(KeyResult, result.id)


def test_another_target_leaves_the_values_of_before_as_they_were(
    store: Store, used: KeyResult
) -> None:
    before = dump(store.path)
    key_results.change(store, used.id, today=TODAY, target=100.0)
    assert ends(store, used) == [(60.0, 0.0, 100.0), (40.0, 0.0, 80.0)]
    assert (share(store, used, 0), share(store, used, 1)) == (0.6, 0.5)
    store.undo()
    assert dump(store.path) == before


def test_a_reading_from_before_ends_were_kept_gets_those_it_had(
    store: Store, result: KeyResult
) -> None:
    key_results.change(store, result.id, today=TODAY, baseline=0.0, target=80.0)
    old = key_result_values.add(store, result.id, TODAY - timedelta(days=7), 40.0, today=TODAY)
    with store.edit("As an older version") as tx:
        tx.change(KeyResultValue, old.id, baseline=None, target=None)
    key_results.change(store, result.id, today=TODAY, target=200.0)
    assert ends(store, result) == [(40.0, 0.0, 80.0)]


def test_a_target_that_is_only_set_now_counts_for_the_values_of_today(
    store: Store, result: KeyResult
) -> None:
    key_results.change(store, result.id, today=TODAY, current=30.0)
    key_results.change(store, result.id, today=TODAY, target=60.0)
    assert ends(store, result) == [(30.0, 0.0, 60.0)]
    assert goal_changes.target_changes(store, result.item_id) == []


def test_a_changed_target_is_noted_once_a_day_and_its_reason_is_invited(
    store: Store, used: KeyResult
) -> None:
    for target in (85.0, 90.0, 95.0):
        key_results.change(store, used.id, today=TODAY, target=target)
    [change] = goal_changes.target_changes(store, used.item_id)
    assert (change.was, change.became) == ("0 → 80", "0 → 95")
    assert change.reason == ""
    goal_changes.explain(store, change.id, " The second line came late ")
    assert goal_changes.target_changes(store, used.item_id)[0].reason == (
        "The second line came late"
    )
    key_results.change(store, used.id, today=TODAY, target=80.0)
    assert goal_changes.target_changes(store, used.item_id) == []


def test_two_targets_of_a_goal_that_change_on_a_day_are_two_changes(
    store: Store, used: KeyResult
) -> None:
    other = key_results.add(store, used.item_id, "Calls", today=TODAY)
    key_result_values.add(store, other.id, TODAY - timedelta(days=3), 0.5, today=TODAY)
    key_results.change(store, other.id, today=TODAY, target=4.0, direction=Direction.AT_MOST)
    key_results.change(store, used.id, today=TODAY, target=100.0)
    key_results.change(store, other.id, today=TODAY, target=3.0)
    found = goal_changes.target_changes(store, used.item_id)
    assert [(one.result_id, one.became) for one in found] == [
        (used.id, "0 → 100"), (other.id, "≤ 3"),
    ]  # fmt: skip
    plan_id = store.get(PlanItem, used.item_id).plan_id
    [goal] = goal_changes.between(store, plan_id, TODAY, TODAY)
    assert goal.retargeted


def test_in_a_check_in_a_changed_target_is_told_with_its_goal(
    store: Store, used: KeyResult
) -> None:
    person_id = store.read(plan_queries.owner, used.item_id)
    check_in = checkins.start(store, person_id or 0, NOW)
    key_results.change(store, used.id, today=TODAY, target=100.0)
    [goal] = goal_changes.made_in(store, check_in.id)
    assert in_words([goal], str) == "Loads by six: new target"


def test_a_value_that_is_entered_late_has_the_target_of_its_day(
    store: Store, result: KeyResult
) -> None:
    def day(ago: int) -> date:
        return TODAY - timedelta(days=ago)

    key_results.change(store, result.id, today=day(30), target=95.0, current=70.0)
    key_results.change(store, result.id, today=day(20), target=80.0)
    key_results.change(store, result.id, today=day(20), current=75.0)
    key_results.change(store, result.id, today=day(5), target=60.0)
    for ago in (25, 21, 20, 6, 5, 0):
        key_result_values.add(store, result.id, day(ago), 50.0, today=TODAY)
    found = {reading.read_on: reading.target for reading in key_result_values.of(store, result.id)}
    assert found == {
        day(30): 95.0, day(25): 95.0, day(21): 95.0, day(20): 80.0, day(6): 80.0, day(5): 60.0,
        TODAY: 60.0,
    }  # fmt: skip


@pytest.mark.parametrize(("value", "is_copy"), [(70.0, True), (71.0, False)])
def test_a_copied_value_of_today_that_is_said_again_is_a_fact_of_its_own(
    store: Store, result: KeyResult, value: float, is_copy: bool
) -> None:
    other = key_results.add(store, result.item_id, "The one before", today=TODAY)
    first = key_result_values.add(store, other.id, TODAY, 70.0, today=TODAY)
    copy = key_result_values.add(store, result.id, TODAY, 70.0, today=TODAY)
    with store.edit("Carry over") as tx:
        tx.change(KeyResultValue, copy.id, copied_from=first.id)
    key_results.change(store, result.id, today=TODAY, current=value)
    (now,) = key_result_values.of(store, result.id)
    assert now.copied_from == (first.id if is_copy else None)
