"""A key result with its figures as one text, so that "40 %" and "9 days" are found."""

from __future__ import annotations

from careerdesk.domain.records import Measure

FIGURES = "target"
"""The field under which they are found."""


def figures(
    *, name: str, measure: str, baseline: float, target: float, current: float | None, unit: str
) -> str:
    """What a key result counts and its figures with their unit: from where, to where, and now."""
    sign = "%" if measure == Measure.PERCENT else unit.strip()
    first, last = _figure(baseline, sign), _figure(target, sign)
    now = "" if current is None else f", now {_figure(current, sign)}"
    return f"{name}: {first} → {last}{now}"


def _figure(value: float, unit: str) -> str:
    return f"{value:.12g} {unit}".strip()
