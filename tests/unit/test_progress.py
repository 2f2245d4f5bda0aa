"""How far a goal is, from what is measured."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.progress import in_percent, is_open, progress, share_reached
from careerdesk.domain.records import Horizon, ItemState, KeyResult, PlanItem

NUMBERS = st.floats(-1e12, 1e12)


def a_result(baseline: float, target: float, current: float | None) -> KeyResult:
    return KeyResult(item_id=1, name="x", baseline=baseline, target=target, current=current)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "share"),
    [
        (0, 10, 5, 0.5),
        (0, 10, None, 0.0),
        (0, 10, 12, 1.0),
        (0, 10, -3, 0.0),
        (40, 10, 25, 0.5),
        (40, 10, 50, 0.0),
        (0, 1, 1, 1.0),
        (5, 5, 5, 1.0),
        (5, 5, 4, 0.0),
        (-10, 10, 0, 0.5),
    ],
)
def test_the_share_reached(
    baseline: float, target: float, current: float | None, share: float
) -> None:
    assert share_reached(a_result(baseline, target, current)) == pytest.approx(share)


@given(st.lists(st.builds(a_result, NUMBERS, NUMBERS, st.none() | NUMBERS), min_size=1))
def test_progress_is_always_a_share(results: list[KeyResult]) -> None:
    found = progress(results)
    assert found is not None
    assert 0.0 <= found <= 1.0


def test_without_a_measure_there_is_no_progress() -> None:
    assert progress([]) is None
    assert progress([a_result(0, 1, None)]) == 0.0
    assert progress([a_result(0, 1, 1), a_result(0, 1, 0)]) == 0.5


@pytest.mark.parametrize("state", ItemState)
def test_only_what_is_done_or_dropped_is_not_open(state: ItemState) -> None:
    goal = PlanItem(
        plan_id=1, horizon=Horizon.SHORT, title="x", state=state, touched_on=date(2026, 1, 1)
    )
    assert is_open(goal) is (state not in {ItemState.DONE, ItemState.DROPPED})


@pytest.mark.parametrize(("part", "said"), [(0, 0), (0.004, 0), (0.62, 62), (0.996, 99), (1, 100)])
def test_nothing_is_a_hundred_percent_before_it_is_reached(part: float, said: int) -> None:
    assert in_percent(part) == said
