"""How far a goal is: from its key results alone."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.domain.records import ItemState, KeyResult, Measure, PlanItem

FOCUS_LIMIT = 3
OPEN = frozenset({ItemState.NOT_STARTED, ItemState.ON_TRACK, ItemState.AT_RISK, ItemState.BLOCKED})


def share_reached(result: KeyResult) -> float:
    """How far a key result is from its baseline to its target, 0.0 to 1.0.

    Not read yet counts as 0; where target and baseline are the same, only reaching it counts.
    """
    if result.current is None:
        return 0.0
    way = result.target - result.baseline
    if way == 0:
        return 1.0 if result.current == result.target else 0.0
    return max(0.0, min((result.current - result.baseline) / way, 1.0))


def unit_of(result: KeyResult) -> str:
    """What stands behind a value of a key result: `%`, its own unit, or nothing."""
    return "%" if result.measure is Measure.PERCENT else result.unit.strip()


def progress(results: Sequence[KeyResult]) -> float | None:
    """The mean over the key results, 0.0 to 1.0; None where nothing is measured."""
    if not results:
        return None
    return sum(share_reached(result) for result in results) / len(results)


def is_open(item: PlanItem) -> bool:
    """Tell whether there is still something to do about the goal."""
    return item.state in OPEN
