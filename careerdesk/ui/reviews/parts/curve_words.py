"""The spread of a cycle in words and in levels to draw."""

from __future__ import annotations

from careerdesk.domain.reviews.curve import Curve, CurveRow
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.texts import number
from careerdesk.ui.reviews.parts.distribution import Level


def small_levels(found: Curve) -> list[Level]:
    """Proposed and calibrated, as they stand beside the board."""
    return [
        Level(row.step.label, tr("proposed {n}, calibrated {m}", n=row.proposed, m=row.calibrated),
             (row.proposed, row.calibrated), row.expected)
        for row in found.rows
    ]  # fmt: skip


def full_levels(found: Curve) -> list[Level]:
    """Proposed, calibrated and final."""
    return [
        Level(row.step.label,
             tr("proposed {n}, calibrated {m}, final {k}",
                n=row.proposed, m=row.calibrated, k=row.final),
             (row.proposed, row.calibrated, row.final), row.expected)
        for row in found.rows
    ]  # fmt: skip


def curve_sentence(found: Curve) -> str:
    """The whole spread for a screen reader."""
    return "; ".join(_row_words(row) for row in found.rows)


def _row_words(row: CurveRow) -> str:
    words = tr(
        "{label}: {n} proposed, {m} calibrated, {k} final",
        label=row.step.label,
        n=row.proposed,
        m=row.calibrated,
        k=row.final,
    )
    if row.expected is None:
        return words
    guided = tr("guideline {n}", n=number(row.expected, 1))
    return f"{words}, {guided}"


def moved_words(found: Curve) -> str:
    """How many ratings calibration moved, and which way."""
    if not found.calibrated:
        return tr("No ratings have been calibrated yet.")
    if not found.up + found.down:
        return trn(
            "Calibration didn't change the rating.",
            "Calibration changed none of the {n} ratings.",
            found.calibrated,
        )
    return trn(
        "Calibration changed the rating: {up} up, {down} down.",
        "Calibration changed {moved} of {n} ratings: {up} up, {down} down.",
        found.calibrated,
        moved=found.up + found.down,
        up=found.up,
        down=found.down,
    )
