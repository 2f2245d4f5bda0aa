"""The life of a review: which step may follow which, and what a cell of the board says.

    collecting --seal--> sealed --calibrate--> calibrated --share--> shared
        ^                |  \\                      ^   |               |
        +---open seal----+   +------share----------|---|---> shared    |
                                                   |   +--drop the last round--> sealed
                                                   +------withdraw-----+

A review that was never calibrated goes back to *sealed* when it is withdrawn. Anyone who is left
out of a cycle stands outside of it, until they take part again. A cycle in which nothing is
calibrated is light: its board asks for evidence, a narrative, and that it is shared.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.records import Calibration, Review, ReviewCycle, Seal
from careerdesk.i18n import N_

NEAR_DAYS = 14  # before a deadline, what is missing shows
URGENT_DAYS = 5


class Stage(StrEnum):
    """Where a review stands."""

    LEFT_OUT = "left_out"
    COLLECTING = "collecting"
    SEALED = "sealed"
    CALIBRATED = "calibrated"
    SHARED = "shared"


class Act(StrEnum):
    """What moves a review from one stage to another."""

    SEAL = "seal"
    OPEN_SEAL = "open_seal"
    CALIBRATE = "calibrate"
    DROP_ROUND = "drop_round"
    SET_FINAL = "set_final"
    SHARE = "share"
    WITHDRAW = "withdraw"
    LEAVE_OUT = "leave_out"
    TAKE_IN = "take_in"


ALLOWED: dict[Stage, frozenset[Act]] = {
    Stage.LEFT_OUT: frozenset({Act.TAKE_IN}),
    Stage.COLLECTING: frozenset({Act.SEAL, Act.LEAVE_OUT}),
    Stage.SEALED: frozenset({Act.OPEN_SEAL, Act.CALIBRATE, Act.SHARE}),
    Stage.CALIBRATED: frozenset({Act.CALIBRATE, Act.DROP_ROUND, Act.SET_FINAL, Act.SHARE}),
    Stage.SHARED: frozenset({Act.WITHDRAW}),
}
_WHY_NOT = {
    Act.SEAL: N_("This review is already sealed. To change its text, break the seal first."),
    Act.OPEN_SEAL: N_("You can only break the seal before the review is calibrated or shared."),
    Act.CALIBRATE: N_(
        "Seal the review before you calibrate it. If it has already been shared, withdraw it first."
    ),
    Act.DROP_ROUND: N_(
        "There is no calibration round to remove, or the review has already been shared."
    ),
    Act.SET_FINAL: N_(
        "You can only set the final rating after calibration and before the review is shared."
    ),
    Act.SHARE: N_("Seal the review before you share it."),
    Act.WITHDRAW: N_("This review hasn't been shared."),
    Act.LEAVE_OUT: N_("This review is sealed. To leave this person out, break the seal first."),
    Act.TAKE_IN: N_("This person is already in the cycle."),
}


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """All that decides where a review stands; `peers_*` count feedback about the person."""

    review: Review
    seal: Seal | None = None
    rounds: tuple[Calibration, ...] = ()
    peers_asked: int = 0
    peers_received: int = 0
    peers_received_on: date | None = None
    words: int = 0
    cited: int = 0
    changed: bool = False

    @property
    def stage(self) -> Stage:
        """Where the review stands."""
        if self.review.left_out:
            return Stage.LEFT_OUT
        if self.review.shared_on is not None:
            return Stage.SHARED
        if self.seal is None:
            return Stage.COLLECTING
        return Stage.CALIBRATED if self.rounds else Stage.SEALED

    @property
    def calibrated_level(self) -> int | None:
        """The level that the last round ended with."""
        return self.rounds[-1].step_id if self.rounds else None

    def check(self, act: Act) -> None:
        """Raise `InvalidInput` with the reason if *act* may not be done now."""
        if act not in ALLOWED[self.stage]:
            raise InvalidInput(_WHY_NOT[act])


class Column(StrEnum):
    """The columns of the board; a cycle has those of `columns`."""

    SELF = "self"
    PEERS = "peers"
    WRITING = "writing"
    SEALED = "sealed"
    CALIBRATED = "calibrated"
    SHARED = "shared"
    EVIDENCE = "evidence"


FULL = (
    Column.SELF, Column.PEERS, Column.WRITING, Column.SEALED, Column.CALIBRATED, Column.SHARED,
)  # fmt: skip
LIGHT = (Column.EVIDENCE, Column.WRITING, Column.SHARED)


def columns(cycle: ReviewCycle) -> tuple[Column, ...]:
    """The columns of a cycle's board, and with them what it asks for."""
    return FULL if cycle.calibrates else LIGHT


class Mark(StrEnum):
    """What a cell shows: nothing to do yet, something going on, late, or done."""

    NOT_YET = "not_yet"
    NOW = "now"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the board. `count` is of how many; `changed` says that a rating was moved.

    `words` are those of the narrative, `cited` counts what a review rests on.
    """

    column: Column
    mark: Mark = Mark.NOT_YET
    on: date | None = None
    due: date | None = None
    late_days: int = 0
    count: tuple[int, int] | None = None
    words: int = 0
    cited: int = 0
    changed: bool = False


def deadline(cycle: ReviewCycle, column: Column) -> date | None:
    """Until when a column is to be done; evidence has no day of its own."""
    return {
        Column.EVIDENCE: None,
        Column.SELF: cycle.self_due,
        Column.PEERS: cycle.peers_due,
        Column.WRITING: cycle.writing_due,
        Column.SEALED: cycle.sealing_due,
        Column.CALIBRATED: cycle.calibration_due,
        Column.SHARED: cycle.sharing_due,
    }[column]


def cells(facts: ReviewFacts, cycle: ReviewCycle, today: date) -> tuple[Cell, ...]:
    """The cells of a review in the order of the columns; none for who is left out."""
    if facts.stage is Stage.LEFT_OUT:
        return ()
    return tuple(_cell(facts, column, deadline(cycle, column), today) for column in columns(cycle))


def _cell(facts: ReviewFacts, column: Column, due: date | None, today: date) -> Cell:
    if column is Column.EVIDENCE:
        return Cell(column, Mark.DONE if facts.cited else Mark.NOT_YET, cited=facts.cited)
    done = _done_on(facts, column)
    count = (facts.peers_received, facts.peers_asked) if column is Column.PEERS else None
    words = facts.words if column is Column.WRITING else 0
    changed = column is Column.CALIBRATED and facts.calibrated_level not in (
        None,
        facts.review.proposed_step,
    )
    if done is not None or (facts.seal is not None and column in _FIXED):
        return Cell(column, Mark.DONE, done, due, count=count, words=words, changed=changed)
    if facts.stage is Stage.SHARED:
        return Cell(column, Mark.NOT_YET, None, due, 0, count, words)  # nothing is waited for
    late = (today - due).days if due is not None and due < today else 0
    if late:
        return Cell(column, Mark.LATE, None, due, late, count, words)
    return Cell(column, _going(facts, column, due, today), None, due, 0, count, words)


def _going(facts: ReviewFacts, column: Column, due: date | None, today: date) -> Mark:
    """Whether a column that is open and not late is being worked on."""
    if column is Column.PEERS and facts.peers_asked:
        return Mark.NOW
    if column is Column.WRITING and facts.words:
        return Mark.NOW
    near = due is not None and (due - today).days <= NEAR_DAYS
    return Mark.NOW if near and column in (Column.SELF, Column.PEERS) else Mark.NOT_YET


def _done_on(facts: ReviewFacts, column: Column) -> date | None:
    """The day on which a column was done; evidence is never through on a day."""
    review, seal = facts.review, facts.seal
    if column is Column.SELF:
        return review.self_received_on
    if column is Column.PEERS:
        whole = facts.peers_asked and facts.peers_received >= facts.peers_asked
        return facts.peers_received_on if whole else None
    if column in _FIXED:
        return seal.sealed_on if seal else None
    if column is Column.CALIBRATED:
        return facts.rounds[-1].held_on if facts.rounds else None
    return review.shared_on if column is Column.SHARED else None


_FIXED = (Column.WRITING, Column.SEALED)  # done by the seal, whether or not its day can be read
_AFTER_SEAL = {Stage.SEALED: Column.CALIBRATED, Stage.CALIBRATED: Column.SHARED}


def next_column(facts: ReviewFacts, cycle: ReviewCycle) -> Column | None:
    """What is to be done next for a person; None when the review is shared or left out.

    Once the words are sealed, what was not collected before is no longer waited for. In a light
    cycle evidence comes first, until something is cited or written.
    """
    if facts.stage is not Stage.COLLECTING:
        after = _AFTER_SEAL.get(facts.stage)
        return after if after is None or cycle.calibrates else Column.SHARED
    if not cycle.calibrates:
        return Column.WRITING if facts.cited or facts.words else Column.EVIDENCE
    return next((one for one in FULL if _done_on(facts, one) is None), None)


def next_to_write(every: Iterable[ReviewFacts]) -> ReviewFacts | None:
    """Whose words are to be written next: of who has both views in first, then in their order."""
    open_ones = [one for one in every if one.stage is Stage.COLLECTING]
    return min(open_ones, key=_views_missing, default=None)


def _views_missing(facts: ReviewFacts) -> int:
    return sum(_done_on(facts, column) is None for column in (Column.SELF, Column.PEERS))
