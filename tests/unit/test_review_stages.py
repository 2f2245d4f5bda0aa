"""Where a review stands, what may be done then, and what each cell of the board says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import Calibration, Review, ReviewCycle, Seal
from careerdesk.domain.reviews.stages import (
    ALLOWED,
    FULL,
    NEAR_DAYS,
    Act,
    Cell,
    Column,
    Mark,
    ReviewFacts,
    Stage,
    cells,
    deadline,
    next_column,
)

TODAY = date(2026, 11, 17)
DUES = dict(
    zip(
        ("self_due", "peers_due", "writing_due", "sealing_due", "calibration_due", "sharing_due"),
        (TODAY + timedelta(days) for days in range(30, 36)),
        strict=True,
    )
)
CYCLE = ReviewCycle(
    id=1,
    name="Year",
    starts_on=date(2026, 1, 1),
    ends_on=date(2026, 12, 31),
    calibrates=True,
    **DUES,
)
SEAL = Seal(review_id=1, sealed_at=datetime(2026, 11, 10, 9, tzinfo=UTC), digest="", body="")


def a_round(step: int = 2, on: date = TODAY) -> Calibration:
    """A round that ended with a step."""
    return Calibration(review_id=1, step_id=step, held_on=on)


def facts(
    *, sealed: bool = False, rounds: int = 0, peers: tuple[int, int] = (0, 0), **review: object
) -> ReviewFacts:
    """A review; *peers* are those who were asked and those who answered."""
    about: dict[str, object] = {"cycle_id": 1, "person_id": 1, "proposed_step": 2} | review
    narrative = str(about.get("narrative", ""))
    return ReviewFacts(
        Review(**about),  # type: ignore[arg-type]
        SEAL if sealed else None,
        tuple(a_round() for _ in range(rounds)),
        peers[0],
        peers[1],
        TODAY if peers[1] else None,
        len(narrative.split()),
    )


AT = {
    Stage.LEFT_OUT: facts(left_out="On leave"),
    Stage.COLLECTING: facts(),
    Stage.SEALED: facts(sealed=True),
    Stage.CALIBRATED: facts(sealed=True, rounds=1),
    Stage.SHARED: facts(sealed=True, rounds=1, shared_on=TODAY),
}


def cell(found: ReviewFacts, column: Column, cycle: ReviewCycle = CYCLE) -> Cell:
    """One cell of the board, today."""
    return cells(found, cycle, TODAY)[FULL.index(column)]


def due(column: Column, days: int) -> ReviewCycle:
    """The cycle with the deadline of a column that many days from today."""
    name = list(DUES)[FULL.index(column)]
    return ReviewCycle(
        id=1,
        name="Year",
        starts_on=CYCLE.starts_on,
        ends_on=CYCLE.ends_on,
        calibrates=True,
        **(DUES | {name: TODAY + timedelta(days)}),
    )


@pytest.mark.parametrize(("stage", "found"), AT.items())
def test_the_stage_follows_from_what_is_there(stage: Stage, found: ReviewFacts) -> None:
    assert found.stage is stage


def test_without_calibration_a_review_can_be_shared() -> None:
    assert facts(sealed=True, shared_on=TODAY).stage is Stage.SHARED


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("act", Act)
def test_only_what_is_allowed_may_be_done(stage: Stage, act: Act) -> None:
    if act in ALLOWED[stage]:
        AT[stage].check(act)
    else:
        with pytest.raises(InvalidInput, match=r"\.$"):
            AT[stage].check(act)


def test_every_act_is_allowed_somewhere_and_every_stage_can_be_left() -> None:
    assert {act for acts in ALLOWED.values() for act in acts} == set(Act)
    assert ALLOWED.keys() == set(Stage)
    assert all(ALLOWED.values())


def test_the_last_round_counts() -> None:
    found = ReviewFacts(AT[Stage.SEALED].review, SEAL, (a_round(1), a_round(3)))
    assert found.calibrated_level == 3
    assert AT[Stage.SEALED].calibrated_level is None


def test_who_is_left_out_has_no_cells_and_nothing_to_do() -> None:
    assert cells(AT[Stage.LEFT_OUT], CYCLE, TODAY) == ()
    assert next_column(AT[Stage.LEFT_OUT], CYCLE) is None


@pytest.mark.parametrize("column", FULL)
def test_each_column_has_its_own_deadline(column: Column) -> None:
    assert deadline(CYCLE, column) == list(DUES.values())[FULL.index(column)]


@pytest.mark.parametrize("column", FULL)
def test_what_is_open_is_quiet_long_before_its_deadline(column: Column) -> None:
    found = cell(AT[Stage.COLLECTING], column)
    assert (found.mark, found.late_days, found.on) == (Mark.NOT_YET, 0, None)
    assert found.due == deadline(CYCLE, column)


@pytest.mark.parametrize("column", FULL)
def test_what_is_open_after_its_deadline_is_late_by_days(column: Column) -> None:
    found = cell(AT[Stage.COLLECTING], column, due(column, -3))
    assert (found.mark, found.late_days) == (Mark.LATE, 3)


@pytest.mark.parametrize("column", FULL)
def test_the_day_of_the_deadline_itself_is_in_time(column: Column) -> None:
    assert cell(AT[Stage.COLLECTING], column, due(column, 0)).mark is not Mark.LATE


@pytest.mark.parametrize("column", [Column.SELF, Column.PEERS])
def test_what_others_owe_shows_shortly_before_its_deadline(column: Column) -> None:
    assert cell(AT[Stage.COLLECTING], column, due(column, NEAR_DAYS)).mark is Mark.NOW
    assert cell(AT[Stage.COLLECTING], column, due(column, NEAR_DAYS + 1)).mark is Mark.NOT_YET


@pytest.mark.parametrize("column", FULL)
def test_without_a_deadline_nothing_is_late_or_near(column: Column) -> None:
    cycle = ReviewCycle(
        id=1, name="Year", starts_on=CYCLE.starts_on, ends_on=CYCLE.ends_on, calibrates=True
    )
    found = cell(AT[Stage.COLLECTING], column, cycle)
    assert (found.mark, found.due) == (Mark.NOT_YET, None)


def test_a_self_review_is_done_on_the_day_it_came() -> None:
    found = cell(facts(self_received_on=TODAY), Column.SELF, due(Column.SELF, -9))
    assert (found.mark, found.on, found.late_days) == (Mark.DONE, TODAY, 0)


@pytest.mark.parametrize(
    ("peers", "mark"),
    [((0, 0), Mark.NOT_YET), ((2, 0), Mark.NOW), ((2, 1), Mark.NOW), ((2, 2), Mark.DONE)],
)
def test_peer_feedback_counts_who_answered(peers: tuple[int, int], mark: Mark) -> None:
    found = cell(facts(peers=peers), Column.PEERS)
    assert (found.mark, found.count) == (mark, (peers[1], peers[0]))


def test_peer_feedback_that_came_in_part_is_late_after_the_deadline() -> None:
    found = cell(facts(peers=(2, 1)), Column.PEERS, due(Column.PEERS, -1))
    assert (found.mark, found.count) == (Mark.LATE, (1, 2))


def test_writing_goes_on_from_the_first_word_and_ends_with_the_seal() -> None:
    assert cell(facts(narrative="Two words"), Column.WRITING).mark is Mark.NOW
    assert cell(facts(narrative="Two words"), Column.WRITING).words == 2
    sealed = cell(facts(narrative="Two words", sealed=True), Column.WRITING)
    assert (sealed.mark, sealed.on) == (Mark.DONE, date(2026, 11, 10))


def test_sealing_and_calibration_are_done_on_their_days() -> None:
    assert cell(AT[Stage.CALIBRATED], Column.SEALED).on == date(2026, 11, 10)
    assert cell(AT[Stage.CALIBRATED], Column.CALIBRATED).on == TODAY
    assert cell(AT[Stage.SHARED], Column.SHARED).on == TODAY


def test_a_rating_that_calibration_moved_shows_as_changed() -> None:
    moved = ReviewFacts(AT[Stage.SEALED].review, SEAL, (a_round(3),))
    assert cell(moved, Column.CALIBRATED).changed
    assert not cell(AT[Stage.CALIBRATED], Column.CALIBRATED).changed
    assert not cell(AT[Stage.SEALED], Column.CALIBRATED).changed


@pytest.mark.parametrize("column", [Column.SELF, Column.PEERS, Column.CALIBRATED])
def test_a_shared_review_is_late_nowhere(column: Column) -> None:
    found = cell(facts(sealed=True, shared_on=TODAY), column, due(column, -30))
    assert (found.mark, found.late_days) == (Mark.NOT_YET, 0)


@pytest.mark.parametrize(
    ("found", "column"),
    [
        (facts(), Column.SELF),
        (facts(self_received_on=TODAY), Column.PEERS),
        (facts(self_received_on=TODAY, peers=(1, 1)), Column.WRITING),
        (facts(sealed=True), Column.CALIBRATED),
        (facts(sealed=True, rounds=2), Column.SHARED),
        (facts(sealed=True, shared_on=TODAY), None),
    ],
)
def test_what_comes_next(found: ReviewFacts, column: Column | None) -> None:
    assert next_column(found, CYCLE) is column
