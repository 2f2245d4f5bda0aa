"""A result, how it is reckoned from many turns, and the table of all results."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One goal: *limit* is the largest ratio to the floor, or without a floor the largest value."""

    goal: str
    what: str
    unit: str
    measured: float
    limit: float
    floor: float | None = None
    turns: int = 1
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many floors high it is; None where there is no floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return (self.measured if self.ratio is None else self.ratio) <= self.limit

    def as_json(self) -> dict[str, object]:
        """Everything, the ratio and the verdict too."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}


def elapsed_ms(work: Callable[[], object]) -> float:
    """How long one turn of *work* takes, in milliseconds."""
    begin = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begin) / 1e6


def interleaved(
    floor: Callable[[], float], ours: Callable[[], float], turns: int
) -> tuple[float, float]:
    """The medians of both, measured in turns: A B, B A, A B … after one turn to warm up."""
    floor()
    ours()
    low, high = [], []
    for turn in range(turns):
        if turn % 2:
            high.append(ours())
            low.append(floor())
        else:
            low.append(floor())
            high.append(ours())
    return statistics.median(low), statistics.median(high)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that *share* of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered)) - 1))]


def table(results: Iterable[Result]) -> str:
    """The results as lines to read."""
    head = ("", "what", "floor", "measured", "ratio", "goal", "met")
    rows = [head, *map(_row, results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(result: Result) -> tuple[str, ...]:
    relative = result.ratio is not None
    return (
        result.goal,
        result.what + (f" ({result.note})" if result.note else ""),
        "" if result.floor is None else _value(result.floor, result.unit),
        _value(result.measured, result.unit),
        f"{result.ratio:.2f}×" if result.ratio is not None else "",
        f"≤ {result.limit:g}" + ("×" if relative else f" {result.unit}"),
        "yes" if result.met else "NO",
    )


def _value(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.2f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    left = {0, 1, 6}
    cells = [
        text.ljust(width) if column in left else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
