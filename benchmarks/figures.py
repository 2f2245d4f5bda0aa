"""A result, how it is reckoned from many turns, and the table of all results."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Self

ENOUGH_FOR_QUARTERS = 4
LEAST_CHANGE = 0.03  # of what was; less than that is nothing to tell of


class Figure(float):
    """A figure of many turns, which knows its noise.

    *noise* is a share of the figure: by how much another run of as many turns may well differ.
    """

    noise: float

    def __new__(cls, value: float, noise: float) -> Self:
        """Make one."""
        made = super().__new__(cls, value)
        made.noise = noise
        return made


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
    def key(self) -> str:
        """What tells it from the other results of a run, and finds it in the next."""
        return f"{self.goal} {self.what}"

    @property
    def ratio(self) -> float | None:
        """How many floors high it is; None where there is no floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.height <= self.limit

    @property
    def noise(self) -> float | None:
        """What of the ratio, or of the figure without a floor, may be chance; None if unknown."""
        known = [one.noise for one in (self.measured, self.floor) if isinstance(one, Figure)]
        return sum(known) if known else None

    @property
    def height(self) -> float:
        """What the goal is about: the ratio, or the figure where there is no floor."""
        return self.measured if self.ratio is None else self.ratio

    def as_json(self) -> dict[str, object]:
        """Everything, the ratio, the noise and the verdict too."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        return {**plain, "ratio": self.ratio, "noise": self.noise, "met": self.met}


def elapsed_ms(work: Callable[[], object]) -> float:
    """How long one turn of *work* takes, in milliseconds."""
    begin = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begin) / 1e6


def interleaved(
    floor: Callable[[], float], ours: Callable[[], float], turns: int
) -> tuple[Figure, Figure]:
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
    return median(low), median(high)


def median(values: Sequence[float]) -> Figure:
    """The middle of the values; its noise is half of the distance between their quarters."""
    middle = statistics.median(values)
    if len(values) < ENOUGH_FOR_QUARTERS or not middle:
        return Figure(middle, 0.0)
    low, _, high = statistics.quantiles(values, n=4)
    return Figure(middle, (high - low) / 2 / abs(middle))


def percentile(values: Sequence[float], share: float) -> Figure:
    """The smallest value that *share* of all do not exceed; its noise is told by two halves."""
    found = _at(values, share)
    halves = [_at(values[start::2], share) for start in (0, 1) if values[start::2]]
    return Figure(found, (max(halves) - min(halves)) / 2 / found if found else 0.0)


def _at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered)) - 1))]


def table(results: Iterable[Result], before: Mapping[str, float] = MappingProxyType({})) -> str:
    """The results as lines to read, beside what an earlier run found under the same names."""
    head = ("", "what", "floor", "measured", "ratio", "noise", "goal", "met")
    rows: list[tuple[str, ...]] = [(*head, "before") if before else head]
    rows += [_row(result) + ((_change(result, before),) if before else ()) for result in results]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(result: Result) -> tuple[str, ...]:
    relative = result.ratio is not None
    return (
        result.goal,
        result.what + (f" ({result.note})" if result.note else ""),
        "" if result.floor is None else _value(result.floor, result.unit),
        _value(result.measured, result.unit),
        f"{result.ratio:.2f}×" if result.ratio is not None else "",
        "" if result.noise is None else f"±{100 * result.noise:.0f} %",
        f"≤ {result.limit:g}" + ("×" if relative else f" {result.unit}"),
        "yes" if result.met else "NO",
    )


def _change(result: Result, before: Mapping[str, float]) -> str:
    """What it was before, and whether it has changed by more than chance does."""
    old = before.get(result.key)
    if old is None:
        return ""
    shown = f"{old:.2f}" + ("×" if result.ratio is not None else "")
    least = max(LEAST_CHANGE, 2 * (result.noise or 0.0)) * abs(old)
    if abs(result.height - old) <= least:
        return shown
    return f"{shown} {'slower' if result.height > old else 'faster'}"


def _value(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 or value == int(value) else f"{value:.2f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    left = {0, 1, 7, 8}
    cells = [
        text.ljust(width) if column in left else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
