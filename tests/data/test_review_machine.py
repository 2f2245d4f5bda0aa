"""Whatever is done in whatever order: a review stands where the documented machine says."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.reviews.stages import (
    ALLOWED,
    FULL,
    Act,
    Mark,
    Stage,
    cells,
    next_column,
)
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews import steps as review_steps
from careerdesk.services.reviews.sheet import shared_before
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, a_person
from tests.review_builders import a_cycle, review_of
from tests.seeds import examples
from tests.stores import BESIDE, ask, blank_store, dump

PLACES = st.integers(0, 3)
TEXTS = st.sampled_from(["", "  ", "Ana shipped it.", "e\u0301", "\u00e9", "other words"])


@dataclass
class Expected:
    """What the machine of `domain.reviews.stages` says, in as few words as possible."""

    left_out: bool = False
    sealed: bool = False
    rounds: list[int] = field(default_factory=list)
    shared: bool = False
    closed: bool = False
    narrative: str = ""
    proposed: int | None = None
    final: int | None = None
    read: list[tuple[str, int | None]] = field(default_factory=list)

    @property
    def sheet(self) -> tuple[str, int | None]:
        """What would be read now of words and rating."""
        words = unicodedata.normalize("NFC", self.narrative).strip()
        return words, self.final if self.rounds else self.proposed

    @property
    def stage(self) -> Stage:
        """The stage that follows."""
        if self.left_out:
            return Stage.LEFT_OUT
        if self.shared:
            return Stage.SHARED
        if not self.sealed:
            return Stage.COLLECTING
        return Stage.CALIBRATED if self.rounds else Stage.SEALED

    def may(self, act: Act) -> bool:
        """Whether an act is allowed now."""
        return not self.closed and act in ALLOWED[self.stage]


class ReviewMachine(RuleBasedStateMachine):
    """Acts on one review, and on the cycle around it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = blank_store(Path(self.folder.name) / "store.db")
        self.expected = Expected()
        self.past: list[tuple[Expected, list[str]]] = []
        self.future: list[tuple[Expected, list[str]]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        """A cycle with Ana in it."""
        self.person = a_person(self.store, "Ana").id
        self.cycle = a_cycle(self.store)
        self.key = review_of(self.store, self.cycle, self.person).id
        self.steps = [step.id for step in self.cycle.steps]

    def rows(self) -> list[str]:
        """All that undo gives back to the letter; words of steps cut off are kept beside it."""
        return dump(self.store.path, without=BESIDE)

    def do(
        self, act: Callable[[], object], change: Callable[[Expected], None], allowed: bool
    ) -> None:
        """Do something; what is refused must change nothing, and say why."""
        before, rows, name = deepcopy(self.expected), self.rows(), self.store.undo_name
        if not allowed:
            with pytest.raises(InvalidInput, match=r"\.$"):
                act()
            assert (self.rows(), self.store.undo_name) == (rows, name)
            return
        act()
        change(self.expected)
        if self.rows() != rows:
            self.past.append((before, rows))
            self.future.clear()

    @rule(text=TEXTS)
    def write(self, text: str) -> None:
        """Type the narrative, at any stage."""
        self.do(
            lambda: reviews.write(self.store, self.key, narrative=text),
            lambda state: setattr(state, "narrative", text),
            not self.expected.closed,
        )

    @rule(place=st.none() | PLACES)
    def propose(self, place: int | None) -> None:
        """Propose a rating, or none."""
        step = None if place is None else self.steps[place]
        self.do(
            lambda: reviews.write(self.store, self.key, proposed_step=step),
            lambda state: setattr(state, "proposed", step),
            not self.expected.closed,
        )

    @rule()
    def write_and_seal(self) -> None:
        """The usual way to a seal."""
        self.write("Ana shipped it.")
        self.propose(1)
        self.seal()

    @rule()
    def seal(self) -> None:
        state = self.expected
        there = bool(state.narrative.strip()) and state.proposed is not None
        self.do(
            lambda: review_steps.seal(self.store, self.key, NOW),
            lambda state: setattr(state, "sealed", True),
            state.may(Act.SEAL) and there,
        )

    @rule()
    def open_seal(self) -> None:
        self.do(
            lambda: review_steps.open_seal(self.store, self.key, NOW),
            lambda state: setattr(state, "sealed", False),
            self.expected.may(Act.OPEN_SEAL),
        )

    @rule(place=PLACES)
    def calibrate(self, place: int) -> None:
        def change(state: Expected) -> None:
            state.rounds.append(self.steps[place])
            state.final = self.steps[place]

        self.do(
            lambda: review_steps.calibrate(self.store, self.key, self.steps[place], TODAY),
            change,
            self.expected.may(Act.CALIBRATE),
        )

    @rule()
    def drop_round(self) -> None:
        def change(state: Expected) -> None:
            state.rounds.pop()
            state.final = state.rounds[-1] if state.rounds else None

        self.do(
            lambda: review_steps.drop_round(self.store, self.key),
            change,
            self.expected.may(Act.DROP_ROUND),
        )

    @rule(place=PLACES)
    def set_final(self, place: int) -> None:
        self.do(
            lambda: review_steps.set_final(self.store, self.key, self.steps[place]),
            lambda state: setattr(state, "final", self.steps[place]),
            self.expected.may(Act.SET_FINAL),
        )

    @rule()
    def share(self) -> None:
        def change(state: Expected) -> None:
            state.shared = True
            state.final = state.proposed if state.final is None else state.final
            state.read.append(state.sheet)

        self.do(
            lambda: review_steps.share(self.store, self.key, TODAY),
            change,
            self.expected.may(Act.SHARE),
        )

    @rule()
    def withdraw(self) -> None:
        def change(state: Expected) -> None:
            state.shared = False
            state.final = state.final if state.rounds else None

        self.do(
            lambda: review_steps.withdraw(self.store, self.key),
            change,
            self.expected.may(Act.WITHDRAW),
        )

    @rule()
    def correct(self) -> None:
        """Share it once more, where it says something else and has a rating."""
        state = self.expected
        is_other = bool(state.read) and state.sheet != state.read[-1]

        def change(state: Expected) -> None:
            state.final = state.sheet[1]
            state.read.append(state.sheet)

        self.do(
            lambda: review_steps.correct(self.store, self.key, TODAY),
            change,
            state.stage is Stage.SHARED and not state.closed and is_other
            and state.sheet[1] is not None,
        )  # fmt: skip

    @rule(text=TEXTS, place=PLACES)
    def share_and_correct(self, text: str, place: int) -> None:
        """The usual way to a correction."""
        self.share()
        self.write(text)
        self.propose(place)
        self.correct()

    @rule()
    def leave_out(self) -> None:
        again = self.expected.left_out and not self.expected.closed
        self.do(
            lambda: cycles.leave_out(self.store, self.cycle.id, self.person, "On leave"),
            lambda state: setattr(state, "left_out", True),
            again or self.expected.may(Act.LEAVE_OUT),
        )

    @rule()
    def take_in(self) -> None:
        self.do(
            lambda: cycles.take_in(self.store, self.cycle.id, self.person),
            lambda state: setattr(state, "left_out", False),
            self.expected.may(Act.TAKE_IN),
        )

    @rule(closed=st.booleans())
    def close(self, closed: bool) -> None:
        """Close the cycle, or open it again."""
        day = TODAY if closed else None
        self.do(
            lambda: cycles.close(self.store, self.cycle.id, day),
            lambda state: setattr(state, "closed", closed),
            True,
        )

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        """Back to the exact rows before."""
        now = deepcopy(self.expected), self.rows()
        self.expected, rows = self.past.pop()
        assert self.store.undo() is not None
        assert self.rows() == rows
        self.future.append(now)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        """And forward again."""
        now = deepcopy(self.expected), self.rows()
        self.expected, rows = self.future.pop()
        assert self.store.redo() is not None
        assert self.rows() == rows
        self.past.append(now)

    @invariant()
    def it_stands_where_the_machine_says(self) -> None:
        view = reviews.get(self.store, self.key)
        state = self.expected
        assert view.facts.stage is state.stage
        assert view.review.final_step == state.final
        assert view.review.proposed_step == state.proposed
        assert [one.step_id for one in view.facts.rounds] == state.rounds
        assert view.is_fixed == state.closed
        assert (view.facts.seal is not None) == state.sealed
        assert bool(view.review.digest) == state.sealed
        assert view.flaws == ()

    @invariant()
    def what_was_read_stays(self) -> None:
        view = reviews.get(self.store, self.key)
        labels = {step.id: step.label for step in view.cycle.steps}
        found = [
            (one.sheet.narrative, one.sheet.rating) for one in shared_before(view) if one.sheet
        ]
        assert found == [(words, labels.get(step or 0, "")) for words, step in self.expected.read]
        assert not view.is_sheet_broken

    @invariant()
    def the_board_says_the_same(self) -> None:
        [row] = reviews.board(self.store, self.cycle.id, TODAY)
        view = reviews.get(self.store, self.key)
        assert row.facts == view.facts
        assert row.cells == cells(view.facts, view.cycle.cycle, TODAY)
        coming = next_column(row.facts, view.cycle.cycle)
        assert (coming is None) == (row.facts.stage in (Stage.LEFT_OUT, Stage.SHARED))
        if coming is not None:
            assert row.cells[FULL.index(coming)].mark is not Mark.DONE

    @invariant()
    def nothing_points_to_nothing(self) -> None:
        assert ask(self.store.path, "PRAGMA foreign_key_check") == []


TestReviewMachine = ReviewMachine.TestCase
TestReviewMachine.settings = settings(
    max_examples=examples(5, 100),
    stateful_step_count=30,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def moves(draw: st.DrawFn) -> tuple[str, int, int]:
    """Something done to a scale: what, to which steps, and where to."""
    verb = draw(st.sampled_from(["add", "move", "move", "remove", "undo"]))
    return verb, draw(st.integers(0, 6)), draw(st.integers(0, 7))


class Scale:
    """A scale in a store, beside a plain list that is its model."""

    def __init__(self, store: Store) -> None:
        self.store = store
        view = a_cycle(store)
        self.cycle_id = view.id
        self.model = [step.id for step in view.steps]
        self.past: list[list[int]] = []
        self.count = 0

    def steps(self) -> list[int]:
        """As stored."""
        return [step.id for step in cycles.get(self.store, self.cycle_id).steps]

    def do(self, verb: str, which: int, where: int) -> None:
        """Do one thing to both."""
        before = list(self.model)
        step = self.model[which % len(self.model)]
        if verb == "undo":
            if self.past:
                self.store.undo()
                self.model = self.past.pop()
            return
        if verb == "add" and len(self.model) < cycles.MOST_STEPS:
            self.count += 1
            added = cycles.add_level(self.store, self.cycle_id, f"Step {self.count}")
            self.model.append(added.id)
        elif verb == "remove" and len(self.model) > cycles.LEAST_STEPS:
            cycles.remove_level(self.store, step)
            self.model.remove(step)
        elif verb == "move":
            other = self.model[(which * where) % len(self.model)]
            chosen = {step, other} if where % 2 else {step}
            self.move([one for one in self.model if one in chosen], where)
        if self.model != before:
            self.past.append(before)

    def move(self, chosen: list[int], where: int) -> None:
        """Put steps in front of another one, or at the end."""
        before = self.model[where] if where < len(self.model) else None
        cycles.move_level(self.store, chosen, before)
        if before in chosen:
            after = self.model[self.model.index(before) + 1 :]
            before = next((one for one in after if one not in chosen), None)
        rest = [one for one in self.model if one not in chosen]
        place = rest.index(before) if before is not None else len(rest)
        self.model = [*rest[:place], *chosen, *rest[place:]]


@given(st.lists(moves(), max_size=25))
@settings(max_examples=30, deadline=None)
def test_a_scale_keeps_the_order_it_was_given(done: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scale = Scale(blank_store(Path(folder) / "store.db"))
        for verb, which, where in done:
            scale.do(verb, which, where)
            assert scale.steps() == scale.model
        ranks = ask(scale.store.path, "SELECT rank FROM rating_step")
        assert len(set(ranks)) == len(ranks)
        scale.store.close()
