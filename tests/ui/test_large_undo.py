"""What is pressed while much is undone or done again is neither lost nor done to another step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.domain.parts import AT_ONCE
from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import DELETE_PERSON, EDIT_PERSON
from tests.builders import PersonBuilder
from tests.robots.large_work import meanwhile, through
from tests.robots.window import PeopleRobot
from tests.stores import dump

CTRL = Qt.KeyboardModifier.ControlModifier
MANY = 3 * AT_ONCE + 7
WAIT = "A large change is still being saved. Try again when it's done."


@pytest.fixture
def years(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """Ana and Dora, about whom much was written: her deletion is the only step there is."""
    people.add(store, "Ana Ruiz")
    PersonBuilder(store, "Dora Diaz").with_points(*(f"Point {n}" for n in range(MANY)))
    store.close()
    opened = Store(store.path)
    robot = PeopleRobot(qtbot, opened, tmp_path)
    robot.choose("Dora Diaz")
    robot.act(DELETE_PERSON)
    through(robot)
    yield robot
    robot.window.close()
    opened.close()


def press(robot: PeopleRobot, name: str) -> None:
    """Press the keys of an action, which a disabled one would not hear."""
    keys = robot.window.actions_[name].shortcut()
    QTest.keySequence(robot.window.windowHandle(), keys)


def test_undo_while_much_is_done_again_takes_just_that_back(years: PeopleRobot) -> None:
    years.act(names.UNDO)
    through(years)
    before = dump(years.store.path)
    meanwhile(years, lambda: press(years, names.UNDO))
    years.act(names.REDO)
    through(years)
    assert dump(years.store.path) == before
    assert "Dora Diaz" in years.names()
    assert years.store.redo_name == "Delete person"
    assert years.banner() == ""


def test_redo_while_much_is_undone_does_just_that_again(years: PeopleRobot) -> None:
    before = dump(years.store.path)
    meanwhile(years, lambda: press(years, names.REDO))
    years.act(names.UNDO)
    through(years)
    assert dump(years.store.path) == before
    assert "Dora Diaz" not in years.names()
    assert years.store.undo_name == "Delete person"


def test_no_earlier_step_is_taken_back_instead(years: PeopleRobot) -> None:
    years.act(names.UNDO)
    through(years)
    people.change(years.store, years.person("Ana Ruiz").id, title="Lead")
    years.choose("Dora Diaz")
    years.act(DELETE_PERSON)
    through(years)
    years.act(names.UNDO)
    through(years)
    meanwhile(years, lambda: press(years, names.UNDO))
    years.act(names.REDO)
    through(years)
    assert years.person("Ana Ruiz").title == "Lead"
    assert "Dora Diaz" in years.names()
    assert (years.store.undo_name, years.store.redo_name) == ("Edit person", "Delete person")


def test_undo_while_the_first_step_of_all_is_done_says_that_it_has_to_wait(
    years: PeopleRobot,
) -> None:
    said = list[str]()
    years.act(names.UNDO)
    through(years)

    def undo() -> None:
        press(years, names.UNDO)
        said.append(years.banner(names.REFUSED))

    years.choose("Dora Diaz")
    meanwhile(years, undo)
    years.act(DELETE_PERSON)
    through(years)
    assert said == [WAIT]
    assert years.banner() == ""
    assert years.store.undo_name == "Delete person"


def test_what_was_typed_meanwhile_is_not_taken_for_what_is_done_again(years: PeopleRobot) -> None:
    said = list[str]()
    years.act(names.UNDO)
    through(years)
    years.choose("Ana Ruiz")
    years.act(EDIT_PERSON)

    def type_and_undo() -> None:
        years.type(years.find(QLineEdit, "person.title"), "Lead")
        QTest.keyClick(years.find(QLineEdit, "person.title"), Qt.Key.Key_Z, CTRL)
        said.append(years.banner(names.REFUSED))

    meanwhile(years, type_and_undo)
    years.act(names.REDO)
    through(years)
    years.wait(lambda: not years.window.ctx.autosaver.pending)
    assert said == [WAIT]
    assert "Dora Diaz" not in years.names()
    assert years.person("Ana Ruiz").title == "Lead"


def test_what_is_stored_by_then_and_only_not_shown_in_full_is_taken_back(
    years: PeopleRobot,
) -> None:
    people.add_many(years.store, [f"Mira Holm-{n}" for n in range(MANY)])
    years.act(names.UNDO)
    through(years)
    before, added, pressed = dump(years.store.path), years.store.redo_name, list[object]()

    def undo() -> None:
        if not pressed:
            pressed.append(years.window.ctx.work.busy and years.store.undo_name)
            press(years, names.UNDO)

    years.store.subscribe(lambda _changes: QTimer.singleShot(0, undo))
    years.act(names.REDO)
    through(years)
    assert pressed == [added]
    assert dump(years.store.path) == before
    assert years.names() == ["Ana Ruiz"]
    assert years.store.redo_name == added
