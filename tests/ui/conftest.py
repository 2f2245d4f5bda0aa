"""The window of the program over a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.services import demo, people
from careerdesk.services.store import Store
from tests.robots.stage import TODAY, Stage
from tests.robots.window import PeopleRobot


@pytest.fixture
def large_type(qapp: QApplication) -> Iterator[None]:
    """Letters half as large again, for a window that is made under it."""
    old = qapp.font()
    large = QFont(old)
    large.setPointSizeF(old.pointSizeF() * 1.5)
    QApplication.setFont(large)
    yield
    QApplication.setFont(old)


@pytest.fixture
def nobody(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over an empty store."""
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def team(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over a store with Ana, Ben and Chi."""
    people.add_many(store, ["Ana Ruiz", "Ben Okri", "Chi Tran"])
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def staff(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over the demo."""
    demo.fill(store, TODAY)
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def stage(qtbot: QtBot, store: Store, tmp_path: Path) -> Stage:
    """A window for one page, over an empty store."""
    return Stage(qtbot, store, tmp_path)
