"""Names and words are found by the letters of a plain keyboard, wherever one looks for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.domain.capture import capture
from careerdesk.domain.history import wanted
from careerdesk.services import checkins, importing, people
from careerdesk.services.roster_file import read_roster
from careerdesk.services.store import Store
from careerdesk.ui.library.trash import TRASH_FILTER, TRASH_LIST
from careerdesk.ui.shell.actions import SHOW_TRASH
from careerdesk.ui.widgets.fitted_list import FittedList
from tests.builders import PersonBuilder
from tests.robots.reviews import CycleBuilder, ReviewsRobot
from tests.robots.window import PeopleRobot

NAMES = (
    ("Łukasz Wałęsa", "lukasz wal"),
    ("Søren Ørsted", "soren or"),
    ("Đorđe Ilić", "dorde il"),
    ("Þóra Guðrún", "thora gud"),
    ("Æsa Bjørk", "aesa bj"),
    ("Işıl Groß", "isil gross"),
)


@pytest.fixture
def many(store: Store) -> Store:
    people.add_many(store, [name for name, _ in NAMES])
    return store


@pytest.mark.parametrize(("name", "typed"), NAMES)
def test_the_rail_finds_it(
    qtbot: QtBot, many: Store, tmp_path: Path, name: str, typed: str
) -> None:
    robot = PeopleRobot(qtbot, many, tmp_path)
    robot.type(robot.filter, typed)
    assert robot.names() == [name]
    robot.window.close()


@pytest.mark.parametrize(("name", "typed"), NAMES)
def test_the_board_and_the_trash_find_it(
    qtbot: QtBot, many: Store, tmp_path: Path, name: str, typed: str
) -> None:
    robot = ReviewsRobot(qtbot, many, tmp_path)
    CycleBuilder(many)
    robot.open_reviews_page()
    robot.type(robot.find(QLineEdit, "boardFilter"), typed)
    assert robot.names_on_board() == [name]
    people.remove(many, robot.person(name).id)
    robot.act(SHOW_TRASH)
    robot.type(robot.find(QLineEdit, TRASH_FILTER), typed.split(maxsplit=1)[0])
    rows = robot.find(FittedList, TRASH_LIST).model()
    found = [rows.index(n, 0).data(Qt.ItemDataRole.DisplayRole) for n in range(rows.rowCount())]
    assert len(found) == 1
    assert name in found[0]
    robot.window.close()


@pytest.mark.parametrize(("name", "typed"), NAMES)
def test_quick_capture_and_commands_find_it(many: Store, name: str, typed: str) -> None:
    everyone = people.everyone(many)
    found = capture(f"{typed} budget", everyone)
    assert [one.name for one in found.people] == [name]
    assert found.text == "budget"
    assert people.find(many, typed).name == name
    assert people.find(many, typed.upper()).name == name


@pytest.mark.parametrize("words", ["motet", "lodz", "OEUVRE"])
def test_words_of_check_ins_are_found(store: Store, words: str) -> None:
    ana = PersonBuilder(store, "Ana Ruiz").with_checkin(3, shared_notes="Møtet i Łódź, œuvre")
    assert len(checkins.find(store, ana.id, wanted(words, {}))) == 1


def test_a_roster_without_the_letters_knows_the_people(many: Store, tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text("Name\nLukasz Walesa\nSoren Orsted\nThora Gudrun\n", encoding="utf-8")
    plan = importing.preview(many, read_roster(file))
    assert {row.person.name for row in plan if row.person} == {
        "Łukasz Wałęsa", "Søren Ørsted", "Þóra Guðrún",
    }  # fmt: skip
