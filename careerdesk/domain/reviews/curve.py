"""How ratings of a cycle are spread, against the guideline, and which way they were moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import RatingLevel
from careerdesk.domain.reviews.stages import ReviewFacts, Stage

WHOLE = 100.0
CLOSE = 0.05  # how far from a hundred percent a sum may be for rounding


@dataclass(frozen=True, slots=True)
class CurveRow:
    """One level of the scale: how many stand there, and how many the guideline would put there."""

    step: RatingLevel
    proposed: int = 0
    calibrated: int = 0
    final: int = 0
    expected: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """The distribution of a cycle. `up` and `down` count what calibration moved."""

    rows: tuple[CurveRow, ...]
    people: int
    proposed: int
    calibrated: int
    final: int
    up: int
    down: int


def curve(steps: Sequence[RatingLevel], every: Iterable[ReviewFacts]) -> Curve:
    """Count the reviews of a cycle by level; people who are left out do not count."""
    facts = [one for one in every if one.stage is not Stage.LEFT_OUT]
    proposed = Counter(one.review.proposed_step for one in facts)
    calibrated = Counter(one.calibrated_level for one in facts)
    final = Counter(one.review.final_step for one in facts)
    rows = tuple(
        CurveRow(step, proposed[step.id], calibrated[step.id], final[step.id],
                 None if step.guideline is None else step.guideline * len(facts) / WHOLE)
        for step in steps
    )  # fmt: skip
    place = {step.id: number for number, step in enumerate(steps)}
    moves = [
        place[one.calibrated_level] - place[one.review.proposed_step]
        for one in facts
        if one.calibrated_level in place and one.review.proposed_step in place
    ]
    return Curve(
        rows,
        len(facts),
        sum(row.proposed for row in rows),
        sum(row.calibrated for row in rows),
        sum(row.final for row in rows),
        sum(move < 0 for move in moves),
        sum(move > 0 for move in moves),
    )


def guideline_gap(steps: Iterable[RatingLevel]) -> float | None:
    """How far the guideline is from 100 percent in sum; None if there is none or it adds up."""
    parts = [step.guideline for step in steps if step.guideline is not None]
    gap = sum(parts) - WHOLE
    return gap if parts and abs(gap) > CLOSE else None


def third(place: int, count: int) -> int:
    """The third of a scale in which a level stands: 3 for the highest, 1 for the lowest."""
    return 3 - min(2, place * 3 // max(count, 1))
