"""How far a goal is: from its key results alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careerdesk.domain.records import Direction, ItemState, KeyResult, Measure, PlanItem

if TYPE_CHECKING:
    from careerdesk.domain.loop import KeyResultValue

FOCUS_LIMIT = 3
OPEN = frozenset({ItemState.NOT_STARTED, ItemState.ON_TRACK, ItemState.AT_RISK, ItemState.BLOCKED})


KEEPS = frozenset({Direction.AT_LEAST, Direction.AT_MOST})


def share_reached(result: KeyResult) -> float:
    """How far a key result is from its baseline to its target, 0.0 to 1.0.

    Not read yet counts as 0, and so does what is worse than the start. One that shall stay on a
    side of its target is 1 there and 0 beyond.
    """
    return _share(result.direction, result.baseline, result.target, result.current)


def share_at(result: KeyResult, reading: KeyResultValue) -> float:
    """How far a key result was at a reading, by the baseline and the target of that day."""
    baseline = result.baseline if reading.baseline is None else reading.baseline
    target = result.target if reading.target is None else reading.target
    return _share(result.direction, baseline, target, reading.value)


def _share(direction: Direction, baseline: float, target: float, value: float | None) -> float:
    if value is None:
        return 0.0
    if direction in KEEPS or baseline == target:
        return float(_holds(direction, target, value))
    return max(0.0, min((value - baseline) / (target - baseline), 1.0))


def _holds(direction: Direction, target: float, value: float) -> bool:
    if direction in (Direction.DOWN, Direction.AT_MOST):
        return value <= target
    return value >= target


def keeps(direction: Direction) -> bool:
    """Whether a value shall stay where it is, on one side of the target."""
    return direction in KEEPS


def falls(direction: Direction, baseline: float, target: float) -> bool:
    """Whether a value shall come down to its target."""
    return heading(direction, baseline, target) is Direction.DOWN


def is_below_start(result: KeyResult) -> bool:
    """Whether a key result is worse now than where it started: above that, where it shall fall."""
    if result.current is None or result.direction in KEEPS:
        return False
    way = result.target - result.baseline
    if way == 0:
        return not _holds(result.direction, result.baseline, result.current)
    return (result.current - result.baseline) * way < 0


def is_counted(result: KeyResult) -> bool:
    """Whether a key result is part of the mean: one that shall stay is so once it is read."""
    return result.current is not None or result.direction not in KEEPS


def heading(direction: Direction, baseline: float, target: float) -> Direction:
    """The direction that fits both ends: one that shall reach its target goes where it lies."""
    if direction in KEEPS or baseline == target:
        return direction
    return Direction.UP if target > baseline else Direction.DOWN


def unit_of(result: KeyResult) -> str:
    """What stands behind a value of a key result: `%`, its own unit, or nothing."""
    return "%" if result.measure is Measure.PERCENT else result.unit.strip()


def progress(results: Sequence[KeyResult]) -> float | None:
    """The mean over the key results that count, 0.0 to 1.0; None where none does."""
    counted = [share_reached(result) for result in results if is_counted(result)]
    return sum(counted) / len(counted) if counted else None


def is_open(item: PlanItem) -> bool:
    """Tell whether there is still something to do about the goal."""
    return item.state in OPEN


def in_percent(part: float) -> int:
    """A share in whole percent; one that is not reached is at most 99, however near it is."""
    found = round(part * 100)
    return 99 if part < 1 and found == 100 else found
