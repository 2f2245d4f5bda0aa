"""A whole cycle of reviews for three people: how many keys it takes, and that nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.stages import Stage
from careerdesk.services import people
from careerdesk.services.checking import check_store
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.calibration.calibration import CALIBRATION_NEXT
from careerdesk.ui.reviews.cycle.cycle_form import CALIBRATES
from careerdesk.ui.reviews.page.head import NEW_CYCLE_STEP
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.reviews.sharing.seal_badge import SEAL_BADGE
from careerdesk.ui.reviews.sharing.seal_head import FLAW_NOTE
from careerdesk.ui.reviews.sharing.share_sheet import RESPONSE
from careerdesk.ui.reviews.sharing.sharing_box import MARK_SHARED, WITHDRAW
from careerdesk.ui.reviews.writing.evidence_pane import CITE
from careerdesk.ui.reviews.writing.proposal import ENTER_CALIBRATION
from careerdesk.ui.reviews.writing.self_review import SELF_RATING, SELF_TEXT
from careerdesk.ui.shell.window_state import IN_REVIEWS
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.e2e.screen import Hand, Program, missing_tools, screen
from tests.e2e.test_user_tasks import CONTROL, Counted
from tests.review_builders import a_cycle
from tests.robots.reviews import ReviewsRobot
from tests.stores import ask, blank_store

MOST_A_PERSON = 21
NEXT = Qt.Key.Key_PageDown
ENTER = Qt.Key.Key_Return


@dataclass(frozen=True)
class Told:
    """What is said of one person; *moved* is the rating of the round, *raised* the pay change."""

    name: str
    own: str
    proposed: str
    moved: str
    reason: str = ""
    raised: str = ""


TEAM = (
    Told("Ana Ruiz", "Strong", "Strong", "Strong", raised="4.5"),
    Told("Ben Okri", "Strong", "Solid", "Strong", reason="Compared with the other leads"),
    Told("Chi Tran", "Solid", "Solid", "Solid"),
)


class ReviewHands(Counted):
    """Counts what is done for one review of the room."""

    robot: ReviewsRobot

    def find(self, name: str) -> QWidget:
        """Something to click on."""
        return self.robot.find(QWidget, name)

    def next_tab(self) -> None:
        """Turn to the next side by its key."""
        self.key(NEXT, CONTROL)

    def rate(self, name: str, label: str) -> None:
        """Click on a step of a scale."""
        scale = self.robot.find(RatingChoice, name)
        found = [one for one in scale.stops() if one.accessibleName().endswith(f": {label}")]
        self.click_at(found[0])

    @property
    def at(self) -> str:
        """The name of what has the keyboard."""
        return self.focus.objectName()


@pytest.fixture
def hands(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewHands]:
    """A window over three people and no cycle."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    yield ReviewHands(robot)
    robot.window.close()


def view(hands: ReviewHands, name: str) -> ReviewView:
    """Someone's review as it is stored."""
    store = hands.robot.store
    [cycle] = cycles.every(store)
    review = reviews.find(store, cycle.id, hands.robot.person(name).id)
    assert review is not None
    return reviews.get(store, review.id)


def test_three_people_are_taken_through_a_whole_cycle(hands: ReviewHands) -> None:
    begin_a_cycle(hands)
    for person in TEAM:
        hands.count = 0
        collect(hands, person)
        write_and_seal(hands, person)
        calibrate(hands, person)
        decide_and_share(hands, person)
        assert hands.count <= MOST_A_PERSON, (person.name, hands.count)
    hands.robot.window.ctx.autosaver.flush()
    for person in TEAM:
        check(view(hands, person.name), person)
    assert check_store(hands.robot.store) == []


def begin_a_cycle(hands: ReviewHands) -> None:
    """Open the empty room, and begin a cycle as it is proposed, in a company that calibrates."""
    hands.key(Qt.Key.Key_R, CONTROL)
    assert hands.at == NEW_CYCLE_STEP
    hands.key(Qt.Key.Key_Space)
    box = hands.find(CALIBRATES)
    hands.click_at(box, QPoint(10, box.height() // 2))
    hands.key(ENTER)
    assert hands.at == names.CYCLE_BOARD
    assert hands.robot.names_on_board() == [person.name for person in TEAM]
    assert hands.count <= 5


def collect(hands: ReviewHands, person: Told) -> None:
    """From the row of the board: the self review, a peer who was asked and answered, a deed."""
    hands.key(ENTER)
    assert view_open(hands) == (person.name, "self")
    hands.type(f"{person.name} on the year")
    hands.rate(SELF_RATING, person.own)
    hands.next_tab()
    hands.type("Dee Voss")
    hands.key(ENTER)
    hands.click_row("peerList", "Dee Voss")
    hands.type(f"Glad to work with {person.name}")
    hands.next_tab()
    hands.type(f"{person.name} moved the billing")
    hands.key(ENTER)


def view_open(hands: ReviewHands) -> tuple[str, str]:
    """Whose review is open, and on which side."""
    shown = hands.robot.page.person
    assert shown is not None and hands.robot.page.in_review
    return shown.title.text(), shown.tab


def write_and_seal(hands: ReviewHands, person: Told) -> None:
    """The narrative, one citation, the proposed rating, the seal."""
    hands.next_tab()
    assert hands.at == names.REVIEW_NARRATIVE
    hands.type(f"{person.name} made the billing dependable")
    hands.click(CITE)
    hands.rate(names.PROPOSED_RATING, person.proposed)
    hands.click(names.SEAL_REVIEW)
    assert view(hands, person.name).facts.stage is Stage.SEALED


def calibrate(hands: ReviewHands, person: Told) -> None:
    """One round, from the button that took the place of the seal."""
    hands.key(Qt.Key.Key_Space)
    assert view_open(hands) == (person.name, "calibration")
    hands.rate(names.CALIBRATED_RATING, person.moved)
    if person.reason:
        hands.click_at(hands.robot.find(GrowingText, "roundReason").viewport())
        hands.type(person.reason)
        hands.key(ENTER, CONTROL)
    else:
        hands.key(ENTER)
    assert view(hands, person.name).facts.stage is Stage.CALIBRATED
    assert hands.at == CALIBRATION_NEXT


def decide_and_share(hands: ReviewHands, person: Told) -> None:
    """The outcome, the share sheet, the answer, and on to the next row of the board."""
    hands.next_tab()
    if person.raised:
        hands.type(person.raised)
    hands.next_tab()
    hands.key(Qt.Key.Key_Space)
    assert view(hands, person.name).facts.stage is Stage.SHARED
    hands.click_at(hands.find(RESPONSE))
    hands.type("That is fair")
    hands.key(Qt.Key.Key_Escape)
    assert hands.at == names.CYCLE_BOARD
    hands.key(Qt.Key.Key_Down)


def check(found: ReviewView, person: Told) -> None:
    """All that was said is there, and the seal holds."""
    review, label = found.review, found.cycle.label
    assert review.self_review == f"{person.name} on the year"
    assert label(review.self_step) == person.own
    [peer] = found.peers
    assert (peer.from_whom, peer.text) == ("Dee Voss", f"Glad to work with {person.name}")
    assert peer.asked_on is not None and peer.received_on is not None
    assert [one.title for one in found.cited] == [f"{person.name} moved the billing"]
    assert review.narrative == f"{person.name} made the billing dependable"
    assert label(review.proposed_step) == person.proposed
    [held] = found.facts.rounds
    assert (label(held.step_id), held.reason) == (person.moved, person.reason)
    assert label(review.final_step) == person.moved
    raised = found.outcome.pay_change if found.outcome else None
    assert raised == (float(person.raised) if person.raised else None)
    assert (review.shared_on is not None, review.response) == (True, "That is fair")
    assert (found.flaws, found.facts.changed) == ((), False)


# The real program, ended at once at each stage


OWN, WRITTEN, ANSWER = "I made it calm", "She made the billing dependable", "That is fair"


class Desk:
    """The program over a file: started, worked in, killed, and started again."""

    def __init__(self, environment: dict[str, str], path: Path) -> None:
        """Start nothing yet."""
        self.environment, self.path = environment, path
        self.program: Program | None = None

    def start(self) -> tuple[Program, Hand]:
        """Start it; give it and a hand on it."""
        self.program = Program(self.environment, "--store", str(self.path))
        return self.program, Hand(self.program)

    def stored(self, sql: str, wanted: object) -> None:
        """Wait until the file says this."""
        assert self.program is not None
        self.program.until(lambda: ask(self.path, sql), lambda found: found == [(wanted,)])

    def place(self) -> object:
        """Where in the room one is, as the program has written it down."""
        ini = Path(self.environment["CAREERDESK_HOME"]).rglob("*.ini")
        kept = (QSettings(str(one), QSettings.Format.IniFormat) for one in ini)
        return next((one.value(IN_REVIEWS) for one in kept), None)

    def kill(self, stage: Stage, side: str) -> ReviewView:
        """End it as a power cut would; what was acknowledged is in the file, and the file whole."""
        assert self.program is not None
        self.program.until(self.place, lambda found: found == f"1/{side}")
        self.program.kill()
        self.program = None
        command = [sys.executable, "-m", "careerdesk", "check", "--store", str(self.path)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        with closing(Store(self.path)) as store:
            found = reviews.get(store, 1)
        assert (found.facts.stage, found.flaws) == (stage, ())
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A screen of its own, folders of its own, and a file with a cycle of three people."""
    path = tmp_path / "desk.db"
    with closing(blank_store(path)) as store:
        people.add_many(store, [person.name for person in TEAM])
        a_cycle(store)
    with screen() as found:
        desk = Desk({**found, "CAREERDESK_HOME": str(tmp_path / "home")}, path)
        yield desk
        if desk.program is not None:
            desk.program.kill()


def has_focus(program: Program, name: str) -> None:
    """Wait until the keyboard is there."""
    program.until(lambda: program.ask("focus"), lambda found: found == name)


def write(desk: Desk) -> None:
    """The self review and the narrative, typed; killed while more is typed."""
    program, hand = desk.start()
    program.until(lambda: program.ask("focus"))
    hand.keys("ctrl+r")
    has_focus(program, names.CYCLE_BOARD)
    hand.keys("Return")
    has_focus(program, SELF_TEXT)
    hand.type(OWN)
    hand.keys("ctrl+Next", "ctrl+Next", "ctrl+Next")
    has_focus(program, names.REVIEW_NARRATIVE)
    hand.type(WRITTEN)
    desk.stored("SELECT narrative FROM review WHERE id = 1", WRITTEN)
    hand.type(" and more")
    review = desk.kill(Stage.COLLECTING, "narrative").review
    assert review.self_review == OWN
    assert review.narrative.startswith(WRITTEN)


def seal(desk: Desk) -> None:
    """The rating and the seal, where the writing was."""
    program, hand = desk.start()
    has_focus(program, names.REVIEW_NARRATIVE)
    assert program.ask("text", names.REVIEW_NARRATIVE).startswith(WRITTEN)
    hand.click(f"{names.PROPOSED_RATING}Steps1")
    hand.click(names.SEAL_REVIEW)
    program.place(SEAL_BADGE)
    assert desk.kill(Stage.SEALED, "narrative").facts.changed is False


def note_a_round(desk: Desk) -> None:
    """A round of calibration that moves the rating."""
    program, hand = desk.start()
    program.place(SEAL_BADGE)
    assert program.ask("where", FLAW_NOTE) is None
    hand.click(ENTER_CALIBRATION)
    program.until(lambda: program.ask("focus"), lambda found: found.startswith("calibrated"))
    hand.click(f"{names.CALIBRATED_RATING}Steps2")
    hand.keys("Return")
    has_focus(program, CALIBRATION_NEXT)
    found = desk.kill(Stage.CALIBRATED, "calibration")
    assert found.review.final_step not in (None, found.review.proposed_step)


def share(desk: Desk) -> None:
    """Marked as shared, from the calibration that is open again."""
    program, hand = desk.start()
    program.place("round1")
    hand.click(CALIBRATION_NEXT)
    has_focus(program, MARK_SHARED)
    hand.keys("space")
    program.place(WITHDRAW)
    assert desk.kill(Stage.SHARED, "share").review.shared_on is not None


def answer(desk: Desk) -> None:
    """What the person says to it."""
    program, hand = desk.start()
    program.place(WITHDRAW)
    hand.click(RESPONSE)
    hand.type(ANSWER)
    desk.stored("SELECT response FROM review WHERE id = 1", ANSWER)
    assert desk.kill(Stage.SHARED, "share").review.response == ANSWER


@pytest.mark.e2e
@pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())}")
@pytest.mark.long
def test_every_stage_survives_a_sudden_end(desk: Desk) -> None:
    for stage in (write, seal, note_a_round, share, answer):
        stage(desk)
    program, _ = desk.start()
    assert program.until(lambda: program.ask("text", RESPONSE)) == ANSWER
    assert program.ask("where", FLAW_NOTE) is None
    assert program.close() == 0
