"""The hands of a test on words that are typed and not taken: in any field of the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QTextEdit, QWidget

from careerdesk.services.store import Store
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.base.unstored import words_in
from tests.robots.editors import editors
from tests.robots.window import PeopleRobot


def begin(robot: PeopleRobot, name: str, words: str) -> None:
    """Type words in place of what stands in a field, and leave them at that."""
    field = robot.find(QWidget, name)
    assert isinstance(field, QLineEdit | QTextEdit)
    robot.type(field, words)


def said(robot: PeopleRobot, name: str) -> str:
    """What stands in a field."""
    return str(words_in(robot.find(QWidget, name)))


def shown(robot: PeopleRobot, name: str) -> bool:
    """Whether a field is seen."""
    return any(one.isVisible() for one in robot.window.findChildren(QWidget, name))


def killed(robot: PeopleRobot, folder: Path) -> Store:
    """The store as the disk has it once the typing has rested, with the window still open."""
    robot.wait(lambda: not robot.window.ctx.autosaver.pending)
    path = folder / "killed" / "store.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(robot.store.path)) as old, closing(sqlite3.connect(path)) as new:
        old.backup(new)
    return Store(path)


def unheld(window: QWidget) -> list[str]:
    """The fields that are seen, also greyed out, and for whose words nobody answers."""
    numbers = [one for one in window.findChildren(QAbstractSpinBox) if not one.isReadOnly()]
    found: list[QWidget] = [*editors(window), *numbers]
    return [one.objectName() or repr(one) for one in found if one.isVisible() and _is_free(one)]


def _is_free(field: QWidget) -> bool:
    holder = holder_of(field)
    return holder is None or holder.owner is None
