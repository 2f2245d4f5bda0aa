"""A first page that cannot be read says so: it is never taken for a store with nothing in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from careerdesk.data.store import Store
from careerdesk.ui.base import names
from tests.builders import a_person
from tests.robots.window import PeopleRobot
from tests.stores import blank_store

TABLES = ("person", "check_in", "promise", "plan", "plan_item", "motivator", "agenda_item",
          "feedback", "question", "discovery_note", "review_cycle")  # fmt: skip
PLACES = {
    "prepare": {"place/tab": "prepare"},
    "discovery": {"place/tab": "discovery"},
    "plan": {"place/tab": "plan"},
    "check-ins": {"place/tab": "check-ins"},
    "today": {"place/page": names.TODAY_VIEW},
    "reviews": {"place/page": names.REVIEWS_VIEW},
}


def damage(path: Path, table: str) -> None:
    """Overwrite the first page of a table and of its indexes, as a failing disk does."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        found = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE tbl_name = ? AND rootpage", (table,)
        ).fetchall()
        connection.execute("PRAGMA journal_mode=DELETE")
    assert found, f"there is no {table}"
    content = bytearray(path.read_bytes())
    for (page,) in found:
        content[(page - 1) * size : page * size] = b"\xaa" * size
    path.write_bytes(bytes(content))


CASES = [
    pytest.param(table, place, marks=() if number % 4 == 0 else pytest.mark.long)
    for number, (table, place) in enumerate(product(TABLES, PLACES))
]


@pytest.mark.parametrize(("table", "place"), CASES)
def test_what_cannot_be_read_at_the_start_is_said(
    qtbot: QtBot, tmp_path: Path, table: str, place: str
) -> None:
    whole = blank_store(tmp_path / "damaged.db")
    ana = a_person(whole, "Ana Ruiz").driven_by("Craft").with_goals("Release alone")
    ana.with_checkin(7).with_promise("Call", due_in=3)
    whole.close()
    damage(whole.path, table)
    store = Store(whole.path)
    try:
        robot = Opened(qtbot, store, tmp_path, PLACES[place])
        saved = robot.find(QLabel, names.SAVED_STATE)
        if robot.banner("unread"):
            assert saved.text() == "Some content couldn't be read"
        else:
            assert (robot.names(), robot.banner()) == (["Ana Ruiz"], "")
        robot.window.close()
    finally:
        store.close()


class Opened(PeopleRobot):
    """A window that was somewhere the last time."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path, place: dict[str, str]) -> None:
        self.folder = folder
        settings = self.settings()
        for key, value in place.items():
            settings.setValue(key, value)
        settings.sync()
        super().__init__(qtbot, store, folder)


def test_once_it_can_be_read_trying_again_opens_it(qtbot: QtBot, tmp_path: Path) -> None:
    whole = blank_store(tmp_path / "damaged.db")
    a_person(whole, "Ana Ruiz")
    whole.close()
    content = whole.path.read_bytes()
    damage(whole.path, "person")
    (tmp_path / ".stfolder").mkdir()  # without a journal beside the file each read asks the disk
    store = Store(whole.path)
    try:
        robot = Opened(qtbot, store, tmp_path, PLACES["prepare"])
        assert robot.names() == []
        whole.path.write_bytes(content)
        robot.click("bannerAction0")
        assert (robot.names(), robot.shown) == (["Ana Ruiz"], "Ana Ruiz")
        assert robot.banner("unread") == ""
        assert robot.find(QLabel, names.SAVED_STATE).text() == "Everything is saved"
        robot.window.close()
    finally:
        store.close()
