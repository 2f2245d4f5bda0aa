"""The figures of a key result as one text, so that "40 %" is found."""

from __future__ import annotations

FIGURES = "target"
"""The field under which they are found."""


def figures(baseline: float, target: float, current: float | None, unit: str) -> str:
    """What a key result counts, each figure with its unit: from where, to where, and now."""
    every = (baseline, target) if current is None else (baseline, target, current)
    return ", ".join(dict.fromkeys(f"{value:.12g} {unit}".strip() for value in every))
