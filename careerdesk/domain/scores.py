"""Scores of goals: from 0.0 to 1.0, optional, never for personal ones."""

from __future__ import annotations

import math

from careerdesk.domain.records import PlanItem

COMMITTED, ASPIRATIONAL = 1.0, 0.7


def proposed(progress: float | None) -> float | None:
    """The score that the key results speak for, to one decimal: 69 % is 0.7; None without any."""
    return None if progress is None else math.floor(progress * 10 + 0.5) / 10


def expected(item: PlanItem) -> float:
    """What is good: all of what was committed to, 0.7 of what was aspired to."""
    return COMMITTED if item.committed else ASPIRATIONAL
