"""With share-safe mode on, no page, menu, tooltip, message or title shows a private word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careerdesk.services import checkins
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import (
    DELETE_PERSON,
    SEPARATOR,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    menus,
)
from careerdesk.ui.shell.reminders import Reminders
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.robots.everywhere import (
    ALSO_WALKED,
    DIALOGS,
    IN_WRITING,
    NO_PLACE,
    OF_REVIEWS,
    PAGES,
    PRIVATE,
    TABS,
    full_store,
    walk,
)
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

OTHERS = ("Benedikta", "Chiara")
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def team(qtbot: QtBot, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over Ana, whose screen is shared, and two others."""
    store = full_store(tmp_path / "store.db", "Ana Ruiz", *OTHERS)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()
    store.close()


def leaks(team: PeopleRobot, *words: str) -> list[str]:
    """The lines of the window that others must not read; *words* give away that there are any."""
    hidden = (PRIVATE, *OTHERS, *words)
    open_ones = ("Private notes, temperature and other people are hidden.", str(team.store.path))
    lines = [line for line in said(team.window).splitlines() if line not in open_ones]
    return [line for line in lines if any(word in line for word in hidden)]


def test_a_new_entry_of_a_menu_is_walked_to_or_said_to_lead_nowhere() -> None:
    entries = {spec.name for _, specs in menus() for spec in specs} - {SEPARATOR}
    assert entries == {*PAGES, *DIALOGS, *TABS, *ALSO_WALKED, *NO_PLACE, *OF_REVIEWS, *IN_WRITING}


def test_nothing_private_is_anywhere(team: PeopleRobot) -> None:
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    for place in walk(team):
        telling = () if place == SHORTCUTS else ("rivate", "emperature")
        assert leaks(team, *telling) == [], place
        assert team.window.windowTitle() == "CareerDesk (share-safe mode)"


def test_no_message_comes_of_a_check_in_that_is_near(team: PeopleRobot) -> None:
    told: list[tuple[str, str]] = []
    team.click(names.SHARE_SAFE)
    reminders = Reminders(team.window.ctx, lambda *words: told.append(words), team.window)
    reminders.look()
    assert told == []


@pytest.mark.parametrize("place", [SHOW_OBJECTIVES, SHOW_TEMPLATES, SHOW_TRASH])
def test_a_page_that_names_others_is_left(team: PeopleRobot, place: str) -> None:
    team.act(place)
    assert leaks(team)
    team.click(names.SHARE_SAFE)
    assert leaks(team) == []
    assert team.window.on_person_page
    assert not team.window.actions_[place].isEnabled()


@pytest.mark.long
def test_without_the_mode_every_one_of_them_is_seen(team: PeopleRobot) -> None:
    found = ""
    for _ in walk(team):
        found += said(team.window)
    for word in (
        "goal", "earlier goal", "reading", "answer", "notes", "mood", "point", "to_deliver",
        "received", "deleted",
    ):  # fmt: skip
        assert f"{PRIVATE} Ana Ruiz {word}" in found, word
    assert "Private: temperature" in found
    assert "Undo: Edit check-in" in found
    for name in OTHERS:
        for words in (name, f"Plan of {name}", f"Agenda of {name}", f"1 goal: Ana Ruiz, {name}"):
            assert words.split(": ")[0] in found, words


def test_it_hides_what_is_open_already_and_one_key_brings_it_back(team: PeopleRobot) -> None:
    team.act(names.GO_DISCOVERY)
    team.press(team.find(QWidget, names.NOTES_HISTORY), Qt.Key.Key_Return)
    assert PRIVATE in said(team.window)
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert leaks(team) == []
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert PRIVATE in said(team.window)
    assert team.window.windowTitle() == "CareerDesk"
    assert team.names() == ["Ana Ruiz", *OTHERS]


def test_from_today_it_goes_to_the_one_the_screen_is_shared_with(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    team.click(names.SHARE_SAFE)
    assert team.window.on_person_page
    assert team.shown == "Ana Ruiz"
    assert team.names() == ["Ana Ruiz"]
    assert leaks(team) == []


def test_the_bar_says_so_and_turns_it_off(team: PeopleRobot) -> None:
    team.click(names.SHARE_SAFE)
    assert team.window.share_bar.isVisible()
    team.click("shareSafeOff")
    assert not team.window.share_bar.isVisible()
    assert not team.window.ctx.sharing.on


def test_no_step_that_is_taken_back_shows_someone_else(team: PeopleRobot) -> None:
    checkins.add_agenda(team.store, team.person("Chiara").id, "Her move")
    team.click(names.SHARE_SAFE)
    team.act(names.UNDO)
    assert team.shown == "Ana Ruiz"
    assert leaks(team) == []


def test_what_would_name_others_cannot_be_chosen(team: PeopleRobot) -> None:
    team.click(names.SHARE_SAFE)
    for action in (names.NEW_PERSON, names.IMPORT_PEOPLE, DELETE_PERSON):
        assert not team.window.actions_[action].isEnabled()
    team.click(names.SHARE_SAFE)
    for action in (names.NEW_PERSON, names.IMPORT_PEOPLE, DELETE_PERSON):
        assert team.window.actions_[action].isEnabled()


def test_private_words_typed_before_are_kept(team: PeopleRobot) -> None:
    team.act(names.GO_CHECK_INS)
    team.window.start_check_in()
    editor = team.find(NoteEditor, names.CHECK_IN_PRIVATE)
    editor.setFocus()
    team.qtbot.keyClicks(editor, "she is tired")
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    check_in = checkins.running(team.store, team.person("Ana Ruiz").id)
    assert check_in is not None and check_in.private_notes == "she is tired"
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert team.find(NoteEditor, names.CHECK_IN_PRIVATE).toPlainText() == "she is tired"
