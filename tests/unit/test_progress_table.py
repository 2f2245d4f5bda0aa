"""How far a key result is, for every direction, against a table written by hand.

Each row says where it started, what it should reach, where it stands, and then what a manager
would say: how far that is, whether it is worse than the start, whether it counts at all.
"""

from __future__ import annotations

import pytest

from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.progress import (
    is_below_start,
    is_counted,
    keeps,
    progress,
    share_at,
    share_reached,
)
from careerdesk.domain.records import Direction, KeyResult
from tests.builders import TODAY

UP, DOWN = Direction.UP, Direction.DOWN
LEAST, MOST = Direction.AT_LEAST, Direction.AT_MOST
WORSE, NOT_YET = "worse than the start", "not counted yet"
Row = tuple[Direction, float, float, float | None, float, str]

TABLE: list[Row] = [
    # from the start up to the target
    (UP, 0, 10, 0, 0.0, ""),
    (UP, 0, 10, 1, 0.1, ""),
    (UP, 0, 10, 5, 0.5, ""),
    (UP, 0, 10, 10, 1.0, ""),
    (UP, 0, 10, 12, 1.0, ""),
    (UP, 0, 10, -1, 0.0, WORSE),
    (UP, 0, 10, None, 0.0, ""),
    (UP, 71, 95, 71, 0.0, ""),
    (UP, 71, 95, 83, 0.5, ""),
    (UP, 71, 95, 89, 0.75, ""),
    (UP, 71, 95, 70, 0.0, WORSE),
    (UP, 71, 95, 99, 1.0, ""),
    (UP, -10, 10, 0, 0.5, ""),
    (UP, -10, -5, -6, 0.8, ""),
    (UP, -10, -5, -11, 0.0, WORSE),
    # down to the target
    (DOWN, 21, 1, 21, 0.0, ""),
    (DOWN, 21, 1, 11, 0.5, ""),
    (DOWN, 21, 1, 6, 0.75, ""),
    (DOWN, 21, 1, 1, 1.0, ""),
    (DOWN, 21, 1, 0, 1.0, ""),
    (DOWN, 21, 1, 22, 0.0, WORSE),
    (DOWN, 21, 1, None, 0.0, ""),
    (DOWN, 6, 0, 2, 2 / 3, ""),
    (DOWN, 6, 0, 7, 0.0, WORSE),
    (DOWN, 0, -4, -1, 0.25, ""),
    (DOWN, 84_000, 67_000, 75_500, 0.5, ""),
    # the start is the target: from it on it is reached
    (UP, 5, 5, 5, 1.0, ""),
    (UP, 5, 5, 6, 1.0, ""),
    (UP, 5, 5, 4, 0.0, WORSE),
    (UP, 5, 5, None, 0.0, ""),
    (DOWN, 5, 5, 5, 1.0, ""),
    (DOWN, 5, 5, 4, 1.0, ""),
    (DOWN, 5, 5, 6, 0.0, WORSE),
    # stay at or above: all or nothing, and only once it is read
    (LEAST, 0, 95, 95, 1.0, ""),
    (LEAST, 0, 95, 95.1, 1.0, ""),
    (LEAST, 0, 95, 94.9, 0.0, ""),
    (LEAST, 0, 95, 0, 0.0, ""),
    (LEAST, 0, 95, -1, 0.0, ""),
    (LEAST, 0, 95, None, 0.0, NOT_YET),
    (LEAST, 99, 95, 96, 1.0, ""),
    (LEAST, 95, 95, 95, 1.0, ""),
    (LEAST, 95, 95, 94, 0.0, ""),
    # stay at or below
    (MOST, 0, 3, 3, 1.0, ""),
    (MOST, 0, 3, 2, 1.0, ""),
    (MOST, 0, 3, 4, 0.0, ""),
    (MOST, 0, 3, -1, 1.0, ""),
    (MOST, 0, 3, None, 0.0, NOT_YET),
    (MOST, 10, 3, 9, 0.0, ""),
    (MOST, 3, 3, 3, 1.0, ""),
    (MOST, 3, 3, 3.5, 0.0, ""),
    (MOST, 0, 0, 0, 1.0, ""),
]


def result_of(row: Row) -> KeyResult:
    direction, baseline, target, current, _, _ = row
    return KeyResult(item_id=1, name="x", direction=direction, baseline=float(baseline),
                     target=float(target), current=current)  # fmt: skip


def name_of(row: Row) -> str:
    direction, baseline, target, current, _, _ = row
    return f"{direction} {baseline:g} to {target:g} at {current}"


def test_the_table_has_its_fifty_cases_and_every_direction() -> None:
    assert len(TABLE) >= 50
    assert {row[0] for row in TABLE} == set(Direction)
    assert len({name_of(row) for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize("row", TABLE, ids=name_of)
def test_a_key_result_is_as_far_as_one_would_say(row: Row) -> None:
    result, share, told = result_of(row), row[4], row[5]
    assert share_reached(result) == pytest.approx(share)
    assert is_below_start(result) is (told == WORSE)
    assert is_counted(result) is (told != NOT_YET)
    assert progress([result]) == (None if told == NOT_YET else pytest.approx(share))


@pytest.mark.parametrize("row", [row for row in TABLE if row[3] is not None], ids=name_of)
def test_a_value_counts_by_the_ends_of_its_own_day(row: Row) -> None:
    direction, baseline, target, current, share, _ = row
    aims_elsewhere = KeyResult(item_id=1, name="x", direction=direction, baseline=-7.0, target=77.0)
    reading = KeyResultValue(result_id=1, read_on=TODAY, value=float(current or 0),
                      baseline=float(baseline), target=float(target))  # fmt: skip
    assert share_at(aims_elsewhere, reading) == pytest.approx(share)
    older = KeyResultValue(result_id=1, read_on=TODAY, value=float(current or 0))
    assert share_at(result_of(row), older) == pytest.approx(share)


@pytest.mark.parametrize(
    ("rows", "mean"),
    [
        ([(UP, 0, 10, 5), (DOWN, 21, 1, 11)], 0.5),
        ([(UP, 0, 10, 5), (LEAST, 0, 95, None)], 0.5),  # what is not read yet lowers nothing
        ([(UP, 0, 10, 5), (LEAST, 0, 95, 96)], 0.75),
        ([(UP, 0, 10, 5), (LEAST, 0, 95, 90)], 0.25),
        ([(UP, 0, 10, -50), (UP, 0, 10, 10)], 0.5),  # worse than the start is 0, not less
        ([(UP, 0, 10, None), (UP, 0, 10, 10)], 0.5),
        ([(LEAST, 0, 95, None), (MOST, 0, 3, None)], None),
        ([], None),
    ],
)
def test_the_mean_is_of_what_counts(
    rows: list[tuple[Direction, float, float, float | None]], mean: float | None
) -> None:
    found = progress([result_of((*row, 0.0, "")) for row in rows])
    assert found == (mean if mean is None else pytest.approx(mean))


def test_only_what_shall_stay_where_it_is_is_kept() -> None:
    assert [direction for direction in Direction if keeps(direction)] == [LEAST, MOST]
