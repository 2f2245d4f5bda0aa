"""Damage is looked for beside the work: what is typed waits a moment, the window never."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.data.library import WINDOW_WAIT_MS, Library
from careerdesk.data.store import Store
from careerdesk.domain.looks import Limits
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.shell.damaged import READ_ON
from careerdesk.ui.shell.inspection import Inspection
from tests.builders import a_person
from tests.faults.test_damage import Seconds, goals
from tests.other_library import other_sqlite
from tests.robots.window import PeopleRobot
from tests.stores import ask, blank_file

KEY = "check/this store"


class Watched(PeopleRobot):
    """A window over a store of which it is known which threads open it."""

    threads: list[str]

    def looks(self, limits: Limits | None = None) -> Inspection:
        """A look for damage that has not begun."""
        return Inspection(self.window, KEY, self.window, limits)

    def let_it_look(self, look: Inspection) -> None:
        """Wait until it has ended."""
        with self.qtbot.waitSignal(look.ended):
            look.start()

    def remembered(self) -> object:
        self.window.ctx.settings.sync()
        return self.settings().value(KEY)


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    other = other_sqlite()
    connect, threads = other.connect, list[str]()

    def noting(*values: Any, **named: Any) -> Any:
        threads.append(threading.current_thread().name)
        return connect(*values, **named)

    other.connect = noting  # type: ignore[attr-defined]
    library = Library(other, wait_ms=WINDOW_WAIT_MS)
    store = Store(blank_file(tmp_path / "store.db"), library=library, monotonic=Seconds())
    for name in ("Ana Ruiz", "Ben Okri"):
        a_person(store, name).with_checkin(3).with_goals("First goal")
    robot = Watched(qtbot, store, tmp_path)
    robot.threads = threads
    yield robot
    robot.window.close()
    store.close()


def type_a_title(robot: Watched) -> None:
    """Type, and let the time pass after which it is written."""
    robot.act(EDIT_PERSON)
    robot.type(robot.find(QLineEdit, "person.title"), "Engineer")
    robot.window.ctx.autosaver.write_due()


def test_what_is_typed_is_held_until_the_look_has_ended(watched: Watched) -> None:
    look = watched.looks()
    type_a_title(watched)
    assert watched.person("Ana Ruiz").title == ""
    watched.let_it_look(look)
    assert watched.person("Ana Ruiz").title == "Engineer"
    assert watched.find(QLabel, names.SAVED_STATE).text().startswith("Saved")


def test_the_window_opens_no_file_for_the_look(watched: Watched) -> None:
    look = watched.looks()
    before = len(watched.threads)
    watched.let_it_look(look)
    assert watched.threads[before:] == ["check"]


def test_what_was_typed_before_damage_was_found_is_kept_out_of_the_store(watched: Watched) -> None:
    look = watched.looks()
    type_a_title(watched)
    watched.store.reopen_after_file_dialog()  # which brings all into the file
    goals(watched.store.path)
    before = watched.store.path.read_bytes()
    watched.let_it_look(look)
    assert watched.store.path.read_bytes() == before
    assert watched.banner(names.UNSAVED).startswith("Not saved: ")
    assert watched.window.ctx.autosaver.pending


def test_damage_is_said_once_on_each_page(watched: Watched) -> None:
    watched.store.reopen_after_file_dialog()
    goals(watched.store.path)
    watched.let_it_look(watched.looks())
    assert watched.window.content.currentWidget().objectName() == names.DAMAGED_PAGE
    assert not watched.window.banners.isVisible()
    watched.click(READ_ON)
    assert (
        watched.banner(names.READ_ONLY) == "The data file is damaged. What you type won't be saved."
    )
    watched.click("bannerAction0")
    assert watched.window.content.currentWidget().objectName() == names.DAMAGED_PAGE
    assert watched.banner(names.READ_ONLY) == ""


def test_a_page_with_a_day_that_is_none_says_that_the_file_is_damaged(watched: Watched) -> None:
    ask(watched.store.path, "UPDATE plan_item SET due_on = 'nope'")
    watched.act(names.GO_PLAN)
    assert "store.db is damaged. Restore a copy." in watched.banner(names.UNREAD)


def test_a_page_that_cannot_be_read_says_so_as_long_as_it_is_shown(watched: Watched) -> None:
    watched.store.reopen_after_file_dialog()
    goals(watched.store.path)
    watched.let_it_look(watched.looks())
    watched.click(READ_ON)
    watched.act(names.GO_PLAN)
    assert (
        watched.banner(names.UNREAD)
        == "This content can't be shown because part of your data is damaged."
    )
    watched.act(names.GO_CHECK_INS)
    assert watched.banner(names.UNREAD) == ""


def test_a_look_that_ran_out_of_time_is_gone_on_with_at_the_next_start(watched: Watched) -> None:
    places = []
    for _ in range(3):
        watched.let_it_look(watched.looks(Limits(whole=0, rows=1)))
        places.append(watched.remembered())
    assert all(places)
    assert len(set(places)) == 3
    watched.let_it_look(watched.looks(Limits(whole=0, seconds=10_000)))
    assert watched.remembered() is None


def test_where_damage_was_found_the_next_start_looks_first(watched: Watched) -> None:
    watched.store.reopen_after_file_dialog()
    goals(watched.store.path)
    watched.window.ctx.settings.setValue(KEY, "plan_item 0")
    watched.let_it_look(watched.looks(Limits(whole=0)))
    assert watched.store.damaged
    assert watched.remembered() == "plan_item 0"
