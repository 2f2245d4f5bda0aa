"""Light cycles by rule: what their board asks for, what comes next, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.deadlines import open_deadlines
from careerdesk.domain.reviews.light import (
    Calibrating,
    calibrates_next,
    check_calibrates,
    check_may_be_light,
    says_something,
)
from careerdesk.domain.reviews.records import (
    Outcome,
    PromotionPoint,
    PromotionState,
    Review,
    ReviewCycle,
    Seal,
)
from careerdesk.domain.reviews.stages import (
    FULL,
    LIGHT,
    Column,
    Mark,
    ReviewFacts,
    cells,
    columns,
    next_column,
)

TODAY = date(2026, 11, 17)
DAYS = ("self_due", "peers_due", "writing_due", "sealing_due", "calibration_due", "sharing_due")
CYCLE = ReviewCycle(
    id=1, name="Year", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
    **{name: TODAY + timedelta(place - 3) for place, name in enumerate(DAYS)},  # type: ignore[arg-type]
)  # fmt: skip
SEAL = Seal(review_id=1, sealed_at=datetime(2026, 11, 10, 9, tzinfo=UTC), digest="", body="")


def facts(*, sealed: bool = False, cited: int = 0, words: int = 0, **review: object) -> ReviewFacts:
    """A review of a light cycle."""
    about: dict[str, object] = {"cycle_id": 1, "person_id": 1, "proposed_step": 2} | review
    seal = SEAL if sealed else None
    return ReviewFacts(Review(**about), seal, words=words, cited=cited)  # type: ignore[arg-type]


def test_a_light_board_has_three_columns_and_another_one_six() -> None:
    assert columns(CYCLE) == LIGHT == (Column.EVIDENCE, Column.WRITING, Column.SHARED)
    assert columns(replace(CYCLE, calibrates=True)) == FULL
    assert len(FULL) == 6 and Column.EVIDENCE not in FULL


def test_its_cells_say_what_is_cited_written_sealed_and_shared() -> None:
    evidence, writing, shared = cells(facts(cited=3, words=118), CYCLE, TODAY)
    assert (evidence.column, evidence.cited, evidence.mark) == (Column.EVIDENCE, 3, Mark.DONE)
    assert (writing.words, writing.mark, writing.late_days) == (118, Mark.LATE, 1)
    assert (shared.mark, shared.due) == (Mark.NOT_YET, CYCLE.sharing_due)
    evidence, writing, shared = cells(facts(sealed=True, shared_on=TODAY), CYCLE, TODAY)
    assert (evidence.mark, evidence.due) == (Mark.NOT_YET, None)
    assert (writing.mark, writing.on) == (Mark.DONE, SEAL.sealed_on)
    assert (shared.mark, shared.on) == (Mark.DONE, TODAY)


@pytest.mark.parametrize(
    ("found", "coming"),
    [
        (facts(), Column.EVIDENCE),
        (facts(self_received_on=TODAY), Column.EVIDENCE),
        (facts(cited=1), Column.WRITING),
        (facts(words=9), Column.WRITING),
        (facts(sealed=True), Column.SHARED),
        (facts(sealed=True, shared_on=TODAY), None),
        (facts(left_out="On leave"), None),
    ],
)
def test_what_comes_next(found: ReviewFacts, coming: Column | None) -> None:
    assert next_column(found, CYCLE) is coming


def test_it_asks_for_writing_and_sharing_alone() -> None:
    missing = dict.fromkeys(FULL, 4)
    found = open_deadlines(CYCLE, missing)
    assert [(one.column, one.due) for one in found] == [
        (Column.WRITING, CYCLE.writing_due), (Column.SHARED, CYCLE.sharing_due),
    ]  # fmt: skip
    whole = open_deadlines(replace(CYCLE, calibrates=True), missing)
    assert [one.column for one in whole] == list(FULL)


def test_a_new_cycle_is_as_the_one_begun_last() -> None:
    earlier = replace(CYCLE, id=4, ends_on=date(2027, 12, 31), calibrates=False)
    later = replace(CYCLE, id=7, calibrates=True)
    assert not calibrates_next([])
    assert calibrates_next([earlier, later])
    assert not calibrates_next([earlier, replace(later, calibrates=False)])


def test_what_is_there_is_named_with_whose_it_is_and_the_next_step() -> None:
    held = {
        Calibrating.UPWARD: ["Ana Ruiz"],
        Calibrating.ROUNDS: ["Ana Ruiz", "Ben Okri", "Chi Tran", "Dee Voss"],
    }
    with pytest.raises(InvalidInput) as caught:
        check_may_be_light(held, guided=True)
    assert str(caught.value) == (
        "Calibration can't be turned off yet because the cycle still has content that would be "
        "hidden: calibration rounds for Ana Ruiz, Ben Okri and 2 more, upward feedback for Ana "
        "Ruiz and a guideline on its scale. Remove that content first."
    )
    check_may_be_light({}, guided=False)


@pytest.mark.parametrize("what", Calibrating)
def test_a_light_cycle_says_what_it_has_no_place_for(what: Calibrating) -> None:
    with pytest.raises(InvalidInput, match=f"can't have {what.value}"):
        check_calibrates(CYCLE, what)
    check_calibrates(replace(CYCLE, calibrates=True), what)


@pytest.mark.parametrize(
    "held",
    [
        {"pay_change": 0.0}, {"bonus": 1.0}, {"effective_on": TODAY}, {"currency": "EUR"},
        {"from_level": "L3"}, {"to_level": "L4"}, {"to_title": "Lead"}, {"words": "Later"},
        {"promotion": PromotionState.DECLINED},
    ],
    ids=str,
)  # fmt: skip
def test_an_outcome_says_something_once_anything_was_chosen(held: dict[str, object]) -> None:
    assert says_something(Outcome(review_id=1, **held), ())  # type: ignore[arg-type]


def test_an_outcome_that_was_emptied_says_nothing() -> None:
    assert not says_something(None, ())
    assert not says_something(Outcome(review_id=1), ())
    assert says_something(Outcome(review_id=1), (PromotionPoint(outcome_id=1, text="Leads"),))
