"""The program is killed at each write of each step of a review; it stands before or after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.checking import check_store
from careerdesk.services.reviews import cycles as review_cycles
from careerdesk.services.reviews import reviews
from tests.builders import TODAY, a_person
from tests.faults.test_kill import at_every_write, sound
from tests.review_builders import ReviewBuilder, a_cycle
from tests.seeds import one_in
from tests.stores import blank_store

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)

SCRIPT = """
from datetime import date, datetime, timezone
from careerdesk.domain.reviews.records import Source
from careerdesk.services.reviews import bridges as review_bridges, cycles as review_cycles
from careerdesk.services.reviews import evidence as review_evidence, steps as review_steps, reviews
store = Store(path)
now, day = datetime(2026, 11, 17, 9, tzinfo=timezone.utc), date(2026, 11, 17)
store.now = lambda: now
{edit}
store.close()
"""


def collected(review: ReviewBuilder) -> None:
    review.collected().written()


def sealed(review: ReviewBuilder) -> None:
    review.written().sealed()


def calibrated(review: ReviewBuilder) -> None:
    review.written().sealed().calibrated().with_outcome()


def shared(review: ReviewBuilder) -> None:
    review.written().sealed().calibrated().shared()


def written_on(review: ReviewBuilder) -> None:
    shared(review)
    reviews.write(review.store, review.id, narrative="other " * 3000)


def nothing(review: ReviewBuilder) -> None:
    """A review with no word in it."""


STEPS: dict[str, tuple[Callable[[ReviewBuilder], None], str, Stage, Stage]] = {
    "write": (nothing, "reviews.write(store, 1, narrative='word ' * 4000, proposed_step=2)",
              Stage.COLLECTING, Stage.COLLECTING),
    "seal": (collected, "review_steps.seal(store, 1, now)", Stage.COLLECTING, Stage.SEALED),
    "write under the seal": (sealed, "reviews.write(store, 1, narrative='other ' * 3000)",
                             Stage.SEALED, Stage.SEALED),
    "open seal": (sealed, "review_steps.open_seal(store, 1, now)",
                  Stage.SEALED, Stage.COLLECTING),
    "calibrate": (sealed, "review_steps.calibrate(store, 1, 3, day, reason='x' * 9000)",
                  Stage.SEALED, Stage.CALIBRATED),
    "drop round": (calibrated, "review_steps.drop_round(store, 1)",
                   Stage.CALIBRATED, Stage.SEALED),
    "share": (calibrated, "review_steps.share(store, 1, day)", Stage.CALIBRATED, Stage.SHARED),
    "correct": (written_on, "review_steps.correct(store, 1, day)", Stage.SHARED, Stage.SHARED),
    "withdraw": (shared, "review_steps.withdraw(store, 1)", Stage.SHARED, Stage.CALIBRATED),
    "leave out": (nothing, "review_cycles.leave_out(store, 1, 1, 'On leave')",
                  Stage.COLLECTING, Stage.LEFT_OUT),
}  # fmt: skip


def room(folder: Path, build: Callable[[ReviewBuilder], None]) -> Path:
    """A new store with one review in it, built so far."""
    shutil.rmtree(folder, ignore_errors=True)
    store = blank_store(folder / "store.db")
    ana = a_person(store, "Ana Ruiz")
    build(ReviewBuilder(store, a_cycle(store), ana.id))
    store.close()
    return folder / "store.db"


def state(path: Path) -> str:
    """All that a review says, without ids that are drawn again and moments of texts."""
    store = Store(path)
    view = reviews.get(store, 1)
    said = repr((
        view.facts.stage, view.review.narrative, view.review.proposed_step,
        view.review.final_step, view.review.shared_on, view.review.left_out, view.facts.changed,
        [(one.step_id, one.reason) for one in view.facts.rounds], view.facts.seal is None,
        len(view.peers), len(view.cited), view.outcome is None, len(view.sheets),
    ))  # fmt: skip
    assert view.flaws == ()
    [row] = reviews.board(store, 1, TODAY)
    assert row.facts == view.facts
    assert check_store(store) == []
    store.close()
    return said


@pytest.mark.parametrize("step", one_in(7, STEPS))
def test_a_step_of_a_review_is_done_whole_or_not_at_all(tmp_path: Path, step: str) -> None:
    build, edit, old_stage, new_stage = STEPS[step]
    origin = room(tmp_path / "origin", build)
    seen: list[str] = []
    old = state(origin)

    def prepare() -> Path:
        """The same file again."""
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copy(origin, copy / "store.db")
        return copy / "store.db"

    def check(path: Path) -> None:
        """It opens, is sound, and says the old or the new."""
        seen.append(state(path))
        sound(path)

    assert at_every_write(SCRIPT.format(edit=edit), prepare, check) >= 2
    assert old_stage.name in old
    assert new_stage.name in seen[-1]
    assert set(seen) == {old, seen[-1]}
    assert old != seen[-1]


@pytest.mark.long
def test_a_cycle_is_begun_or_deleted_whole_or_not_at_all(tmp_path: Path) -> None:
    origin = room(tmp_path / "origin", shared)
    edits = {
        "review_cycles.follow(store, 1)": (1, 2),
        "review_cycles.remove(store, 1)": (1, 0),
    }
    for edit, (before, after) in edits.items():
        seen = []

        def prepare() -> Path:
            """The same file again."""
            copy = tmp_path / "copy"
            shutil.rmtree(copy, ignore_errors=True)
            copy.mkdir()
            shutil.copy(origin, copy / "store.db")
            return copy / "store.db"

        def check(path: Path, seen: list[int] = seen) -> None:
            """All of a cycle is there, or nothing."""
            store = Store(path)
            cycles = [review_cycles.get(store, one.id) for one in review_cycles.every(store)]
            assert all(len(one.steps) == 4 and len(one.criteria) == 3 for one in cycles)
            assert all(len(reviews.board(store, one.id, TODAY)) == 1 for one in cycles)
            seen.append(len(cycles))
            store.close()
            sound(path)

        assert at_every_write(SCRIPT.format(edit=edit), prepare, check) >= 2
        assert set(seen) == {before, after}
        assert seen[-1] == after
