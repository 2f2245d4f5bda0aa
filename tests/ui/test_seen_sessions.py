"""A file that lacks what this computer saw of it is told once, calmly, and can be used anyway."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from careerdesk.data.store import Store
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates
from tests.robots.window import PeopleRobot
from tests.stores import blank_file

ANYWAY, BACKUPS = "Use this file anyway", "Backups"


def on(day: int) -> datetime:
    return datetime(2026, 11, day, 12, 0, tzinfo=UTC)


def said(day: int) -> str:
    local = on(day).astimezone()
    return f"{Dates.listed_day(local.date())}, {Dates.time(local)}"


class Computer:
    """One of two, with settings of its own; the file comes and goes by hand."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.path = qtbot, folder, folder / "store.db"
        folder.mkdir()

    def work(self, day: int, name: str = "", press: str = "") -> str:
        """Open the window on a day, add somebody, press a button of the banner; what that said."""
        store = Store(self.path, now=lambda: on(day))
        robot = PeopleRobot(self.qtbot, store, self.folder)
        words = robot.banner(names.OLDER)
        if press:
            buttons = robot.window.findChildren(QAbstractButton)
            next(one for one in buttons if one.text() == press).click()
            shown = robot.window.content.currentWidget().objectName()
            assert (robot.banner(names.OLDER) == "") is (press == ANYWAY)
            assert (shown == "backupsPage") is (press != ANYWAY)
        if name:
            people.add(store, name)
        robot.window.close()
        store.close()
        return words


@pytest.fixture
def ours(qtbot: QtBot, tmp_path: Path) -> Computer:
    computer = Computer(qtbot, tmp_path / "ours")
    blank_file(computer.path)
    assert computer.work(10, "Ana Ruiz") == ""
    return computer


@pytest.fixture
def theirs(qtbot: QtBot, tmp_path: Path) -> Computer:
    return Computer(qtbot, tmp_path / "theirs")


def carry(source: Computer, target: Computer) -> None:
    shutil.copy(source.path, target.path)


def test_nothing_is_said_while_two_computers_take_turns(ours: Computer, theirs: Computer) -> None:
    for day, (one, other) in enumerate([(ours, theirs), (theirs, ours)] * 2, 11):
        carry(one, other)
        assert other.work(day, f"Person {day}") == ""


def test_f23_an_older_file_is_told_with_its_days_until_it_is_used_anyway(
    ours: Computer, tmp_path: Path
) -> None:
    kept = shutil.copy(ours.path, tmp_path / "kept.db")
    assert ours.work(14, "Ben Okri") == ""
    shutil.copy(kept, ours.path)
    for button in ("", BACKUPS):
        words = ours.work(15, press=button)
        assert words.startswith("This is an older version of your file")
        assert words.index(said(10)) < words.index(said(14))
    assert ours.work(16, press=ANYWAY)
    assert ours.work(17, "Cai Low") == ""
    assert ours.work(18) == ""


def test_an_edit_alone_does_not_take_an_older_file_for_the_right_one(
    ours: Computer, tmp_path: Path
) -> None:
    kept = shutil.copy(ours.path, tmp_path / "kept.db")
    ours.work(14, "Ben Okri")
    shutil.copy(kept, ours.path)
    assert ours.work(15, "Cai Low")
    assert ours.work(16)


def test_a_file_that_went_another_way_is_told_as_that(ours: Computer, theirs: Computer) -> None:
    carry(ours, theirs)
    theirs.work(11, "Ben Okri")
    ours.work(12, "Cai Low")
    carry(theirs, ours)
    words = ours.work(13)
    assert words.startswith(f"This file is missing changes from {said(12)}")
    assert said(11) in words


def test_what_is_remembered_names_nobody_and_no_place(ours: Computer) -> None:
    text = (ours.folder / "settings.ini").read_text()
    remembered = [line for line in text.splitlines() if "2026-11-10T12:00:00+00:00" in line]
    assert len(remembered) == 1
    assert "Ana" not in text
    assert str(ours.path) not in text
