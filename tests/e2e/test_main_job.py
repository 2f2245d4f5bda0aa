"""From an empty folder to a plan on paper: the real program, real keys, a real mouse."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen import Hand, Program, missing_tools, screen
from tests.modes import is_private
from tests.stores import ask

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())}"),
]

PRIVATE = "MARKERPRIVATE she is tired"
GOALS = ["Loads are done by six", "Two people can release", "The name for data quality"]
LATER = "Four days a week"


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A screen of its own and folders of its own."""
    with screen() as found:
        yield {**found, "CAREERDESK_HOME": str(tmp_path / "home")}


def rows(program: Program, name: str, wanted: list[str]) -> None:
    """Wait until a list shows exactly these rows."""
    program.until(lambda: program.ask("rows", name), lambda found: found == wanted)


def middle(program: Program, name: str, row: int) -> tuple[int, int]:
    """The middle of a row on the screen."""
    x, y, width, height = program.ask("row", name, row=row)
    return x + width // 2, y + height // 2


def begin_with_a_person(program: Program, hand: Hand) -> None:
    """Type the first name on the first screen and go on."""
    hand.click("firstNameEdit")
    program.until(lambda: program.ask("focus"), lambda name: name == "firstNameEdit")
    hand.type("Ana Kovalenko")
    program.until(
        lambda: program.ask("text", "firstNameEdit"), lambda name: name == "Ana Kovalenko"
    )
    hand.keys("Return")
    hand.keys("Return")
    rows(program, "peopleList", ["Ana Kovalenko"])


def take_a_note(program: Program, hand: Hand) -> None:
    """Ask the first question; write her words and the private reading."""
    hand.keys("ctrl+2")
    hand.click("askQuestion")
    program.until(lambda: program.ask("focus"), lambda name: name == "noteTheirWords")
    hand.type("I want to build things that last")
    hand.click("noteMyReading")
    hand.type(PRIVATE)


def plan_three_goals(program: Program, hand: Hand) -> None:
    """Type three goals and drag the last to the top with the mouse."""
    hand.keys("ctrl+3")
    hand.keys("ctrl+g")
    for goal in GOALS:
        hand.type(goal)
        hand.keys("Return")
    rows(program, "shortTermItems", GOALS)
    start = middle(program, "shortTermItems", 2)
    _, y, _, _ = program.ask("row", "shortTermItems", row=0)
    hand.drag(start, (start[0] + 40, y + 4))
    rows(program, "shortTermItems", [GOALS[2], GOALS[0], GOALS[1]])


def drag_to_the_other_group(program: Program, hand: Hand) -> None:
    """Drag the last short-term goal to the longer-term ones; undo that, and do it again."""
    start = middle(program, "shortTermItems", 2)
    hand.drag(start, middle_of(program, "longerTermItems"))
    rows(program, "longerTermItems", [GOALS[1]])
    rows(program, "shortTermItems", [GOALS[2], GOALS[0]])
    hand.keys("ctrl+z")
    rows(program, "longerTermItems", [])
    rows(program, "shortTermItems", [GOALS[2], GOALS[0], GOALS[1]])
    hand.keys("ctrl+shift+z")
    rows(program, "longerTermItems", [GOALS[1]])


def middle_of(program: Program, name: str) -> tuple[int, int]:
    """The middle of a widget on the screen."""
    x, y, width, height = program.place(name)
    return x + width // 2, y + height // 2


def export(program: Program, hand: Hand, target: Path) -> None:
    """Save the plan as PDF by the dialog of the preview."""
    hand.keys("ctrl+e")
    program.place("exportPdf")
    hand.click("exportPdf")
    program.until(lambda: program.ask("focus"), lambda name: name == "fileNameEdit")
    hand.keys("ctrl+a")
    hand.type(str(target))
    hand.keys("Return")
    program.until(target.exists)
    hand.click("exportClose")
    program.until(lambda: program.ask("where", "exportPdf"), lambda place: place is None)


def test_from_an_empty_folder_to_a_plan_on_paper(
    environment: dict[str, str], tmp_path: Path
) -> None:
    store, target = tmp_path / "desk.db", tmp_path / "plan.pdf"
    program = Program(environment, "--store", str(store))
    hand = Hand(program)
    try:
        begin_with_a_person(program, hand)
        take_a_note(program, hand)
        plan_three_goals(program, hand)
        drag_to_the_other_group(program, hand)
        export(program, hand, target)
        type_until_killed(program, hand, store)
    finally:
        program.kill()
    order = [GOALS[2], GOALS[0]]
    again = Program(environment, "--store", str(store))
    try:
        hand = Hand(again)
        rows(again, "peopleList", ["Ana Kovalenko"])
        again.until(lambda: again.ask("text", "personName"), lambda name: name == "Ana Kovalenko")
        again.until(lambda: again.ask("focus"))
        hand.keys("ctrl+3")
        rows(again, "shortTermItems", order)
        rows(again, "longerTermItems", [GOALS[1]])
        hand.keys("ctrl+2")
        again.until(lambda: again.ask("rows", "questionList"))
        hand.click("questionList")  # the second of four, and up to the first
        hand.keys("Home")
        words = again.until(lambda: again.ask("text", "noteTheirWords"))
        assert words.startswith("I want to build things that last")
        assert again.close() == 0
    finally:
        again.kill()
    check_paper(target, [*order, GOALS[1]])


def type_until_killed(program: Program, hand: Hand, store: Path) -> None:
    """Kill the program while it is typed into; what was typed two seconds before is there."""
    hand.keys("ctrl+2")
    hand.click("noteTheirWords")
    hand.keys("ctrl+End")
    hand.type(" and more")
    program.until(
        lambda: ask(store, "SELECT their_words FROM discovery_note"),
        lambda found: found == [("I want to build things that last and more",)],
    )
    hand.type(" unsaved")
    program.kill()


def check_paper(target: Path, order: list[str]) -> None:
    """The PDF holds the goals in this order and nothing private."""
    assert is_private(target)
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("needs pdftotext to read the paper")
    done = subprocess.run([reader, str(target), "-"], capture_output=True, text=True, check=True)
    places = [done.stdout.index(goal) for goal in order]
    assert places == sorted(places)
    assert "MARKERPRIVATE" not in done.stdout
    assert "Ana Kovalenko" in done.stdout


@pytest.mark.long
def test_a_second_start_raises_the_first_window(
    environment: dict[str, str], tmp_path: Path
) -> None:
    store = tmp_path / "desk.db"
    program = Program(environment, "--store", str(store))
    try:
        program.place("firstNameEdit")
        second = Program(environment, "--store", str(store))
        assert program.until(second.process.poll, lambda status: status is not None) == 0
        second.kill()
        assert program.close() == 0
    finally:
        program.kill()
