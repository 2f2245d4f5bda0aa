"""How ratings are spread, against the guideline, and which way calibration moved them."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.reviews.curve import curve, guideline_gap, third
from careerdesk.domain.reviews.records import Calibration, RatingLevel, Review
from careerdesk.domain.reviews.stages import ReviewFacts

DAY = date(2026, 11, 17)


def scale(*parts: float | None) -> list[RatingLevel]:
    """Steps with ids from 1, the highest first."""
    return [
        RatingLevel(id=number, cycle_id=1, label=f"Step {number}", guideline=part, rank=number)
        for number, part in enumerate(parts, 1)
    ]


def rated(
    proposed: int | None = None,
    *rounds: int,
    final: int | None = None,
    left_out: str = "",
) -> ReviewFacts:
    """A review with a proposed step, the steps of its rounds, and a final one."""
    review = Review(
        cycle_id=1, person_id=1, proposed_step=proposed, final_step=final, left_out=left_out
    )
    held = tuple(Calibration(review_id=1, step_id=step, held_on=DAY) for step in rounds)
    return ReviewFacts(review, None, held)


def test_each_step_counts_what_was_proposed_calibrated_and_final() -> None:
    found = curve(
        scale(None, None, None),
        [rated(1, 2, final=2), rated(2, 2, final=2), rated(2), rated(), rated(3, 2, 3, final=3)],
    )
    assert [row.proposed for row in found.rows] == [1, 2, 1]
    assert [row.calibrated for row in found.rows] == [0, 2, 1]
    assert [row.final for row in found.rows] == [0, 2, 1]
    assert (found.people, found.proposed, found.calibrated, found.final) == (5, 4, 3, 3)


def test_moves_up_and_down_are_counted_by_the_last_round() -> None:
    found = curve(scale(None, None, None), [rated(2, 1), rated(2, 3), rated(1, 3, 1), rated(1, 2)])
    assert (found.up, found.down) == (1, 2)


def test_who_is_left_out_does_not_count() -> None:
    found = curve(scale(50, 50), [rated(1), rated(1, left_out="Leave")])
    assert (found.people, found.rows[0].proposed, found.rows[0].expected) == (1, 1, 0.5)


def test_the_guideline_says_how_many_it_would_put_there() -> None:
    found = curve(scale(10, 30, None), [rated() for _ in range(10)])
    assert [row.expected for row in found.rows] == [1.0, 3.0, None]


def test_a_cycle_without_people_is_no_trouble() -> None:
    found = curve(scale(40, 60), [])
    assert (found.people, found.up, found.down) == (0, 0, 0)
    assert [row.expected for row in found.rows] == [0, 0]


def test_a_rating_on_a_step_that_is_gone_counts_nowhere() -> None:
    found = curve(scale(None), [rated(9, 1), rated(1, 9)])
    assert (found.proposed, found.calibrated, found.up, found.down) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("parts", "gap"),
    [
        ((10.0, 25.0, 55.0, 10.0), None),
        ((33.3, 33.3, 33.4), None),
        ((33.33, 33.33, 33.33), None),
        ((10.0, 20.0), -70.0),
        ((60.0, 60.0), 20.0),
        ((None, None), None),
        ((), None),
        ((100.0, None), None),
        ((0.0, 0.0), -100.0),
    ],
)
def test_a_guideline_that_does_not_add_up_says_by_how_much(
    parts: tuple[float | None, ...], gap: float | None
) -> None:
    assert guideline_gap(scale(*parts)) == (None if gap is None else pytest.approx(gap))


@pytest.mark.parametrize("count", range(1, 8))
def test_thirds_go_from_three_to_one_and_never_rise(count: int) -> None:
    found = [third(place, count) for place in range(count)]
    assert found[0] == 3
    assert found == sorted(found, reverse=True)
    assert set(found) <= {1, 2, 3}
    if count >= 3:
        assert set(found) == {1, 2, 3}
