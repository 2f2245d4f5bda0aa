"""What the palette tells those who do not see it: the row, its place, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.services import checkins
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.palette_row import RowKind
from tests.builders import a_person
from tests.robots.palette import PaletteRobot
from tests.robots.screen_reader import listening


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PaletteRobot]:
    """Ana with two goals and a point about a release, and Ben; Ana is shown."""
    ana = a_person(store, "Ana Ruiz").with_goals("The release is hers", "One release a week")
    ana.with_points("Who does the release in spring?")
    a_person(store, "Ben Okri")
    robot = PaletteRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_what_enter_opens_is_told_before_anything_is_typed(robot: PaletteRobot) -> None:
    with listening() as heard:
        robot.open_palette()
        assert heard.words()[-1].startswith("Ana Ruiz, ")
        robot.look_for("release")
        robot.field.selectAll()
        robot.press(robot.field, Qt.Key.Key_Backspace)
        assert heard.words()[-1].startswith("Ana Ruiz, ")


def test_arrows_tell_the_place_among_the_rows_that_can_be_chosen(robot: PaletteRobot) -> None:
    with listening() as heard:
        robot.open_palette()
        robot.look_for("release")
        for place in ("2 of 3", "3 of 3", "1 of 3"):
            robot.press(robot.field, Qt.Key.Key_Down)
            assert heard.words()[-1] == f"{spoken(robot)}. {place}"


def test_commands_and_people_alone_are_told_and_so_is_that_there_are_none(
    robot: PaletteRobot,
) -> None:
    with listening() as heard:
        robot.open_palette()
        for typed, told in (
            (">find", "Find on this page"), ("@ben", "Ben Okri, "),
            (">zzq", "No such command"), ("@zzq", "No such person"),
        ):  # fmt: skip
            robot.type(robot.field, typed)
            assert heard.words()[-1].startswith(told)
    assert robot.palette is not None
    assert robot.palette.frame.count.text() == "No such person"


def test_what_was_left_out_or_not_understood_is_told(robot: PaletteRobot) -> None:
    with listening() as heard:
        robot.open_palette()
        robot.look_for("release zzqx")
        assert heard.words()[-1].startswith("3 found in Conversations. without “zzqx”. ")
        robot.look_for("after:foo release")
        assert "“foo” isn't a date." in heard.words()[-1]
        assert heard.words()[-1].endswith(f"12 Mar. {spoken(robot)}")


def test_a_row_that_narrows_the_search_says_so(robot: PaletteRobot) -> None:
    with listening() as heard:
        robot.open_palette()
        robot.look_for("from:be")
        assert robot.rows(RowKind.NARROWING) == ["Ben Okri"]
        assert heard.words()[-1].endswith("Narrow the search: Ben Okri, from:")


def test_what_is_deleted_says_so(robot: PaletteRobot) -> None:
    [point] = checkins.agenda(robot.store, robot.person("Ana Ruiz").id)
    checkins.remove_agenda(robot.store, [point.id])
    with listening() as heard:
        robot.open_palette()
        robot.look_for("is:deleted spring")
        assert heard.words()[-1].endswith(", Agenda, Deleted")


def test_the_fields_say_which_keys_they_have(robot: PaletteRobot) -> None:
    robot.open_palette()
    told = described(robot.field)
    assert "Enter to open" in told
    assert "> for commands only" in told
    assert "Reviews" in told
    robot.press(robot.field, Qt.Key.Key_Escape)
    robot.act(names.SHARE_SAFE_MODE)
    robot.open_palette()
    assert "Reviews" not in described(robot.field)
    robot.press(robot.field, Qt.Key.Key_Escape)
    robot.act(names.FIND_IN_PAGE)
    assert "Press Enter for the next match" in described(robot.find(QLineEdit, names.FIND_EDIT))


def spoken(robot: PaletteRobot) -> str:
    """What is told of the row that is chosen."""
    row = robot.found.currentIndex().row()
    return QAccessible.queryAccessibleInterface(robot.found).child(row).text(QAccessible.Text.Name)


def described(field: QLineEdit) -> str:
    """What is told of a field besides its name."""
    return QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Description)
