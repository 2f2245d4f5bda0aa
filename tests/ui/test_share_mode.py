"""Share-safe mode hides first, whatever else fails, and its switch says what is so."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListView,
    QTextEdit,
)
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.records import Horizon
from careerdesk.services import people, plans
from careerdesk.services.store import Store
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import DELETE_PERSON, EDIT_PERSON, EXPORT_BRIEF, SHOW_TRASH
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.private import PrivateMark
from tests.builders import TODAY
from tests.robots.brief import BriefRobot
from tests.robots.everywhere import PRIVATE, full_store
from tests.robots.seen import said
from tests.robots.wandering import (
    CONTROL_SHIFT,
    Wanderer,
    captures,
    catch_up,
    private_words,
    switch_says,
    words_given_to,
)
from tests.robots.window import PeopleRobot
from tests.seeds import seeds

EVERYONE = ("Ana Ruiz", "Benedikta", "Chiara")


@pytest.fixture
def team(qtbot: QtBot, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over three people of whom there is something of everything; Ana is shown."""
    store = full_store(tmp_path / "store.db", *EVERYONE)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()
    store.close()


def share(team: PeopleRobot) -> None:
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)


def full_disk(store: Store) -> None:
    driver = store.writer()._connection
    driver.execute("PRAGMA query_only=ON")


def clear_disk(store: Store) -> None:
    store.writer()._connection.execute("PRAGMA query_only=OFF")


def test_quick_capture_over_a_page_that_has_gone_keeps_nothing_from_being_hidden(
    team: PeopleRobot,
) -> None:
    team.act(names.GO_TODAY)
    team.press_in_focus(Qt.Key.Key_Tab)
    team.press_in_focus(Qt.Key.Key_N, CONTROL_SHIFT)
    team.choose("Benedikta")
    catch_up()
    share(team)
    assert private_words(team, "Ana Ruiz", "Chiara") == []
    assert captures(team) == []
    assert switch_says(team) == {True}


def test_it_hides_though_nothing_can_be_written(team: PeopleRobot) -> None:
    team.act(names.GO_DISCOVERY)
    history = team.find(QListView, names.NOTES_HISTORY)
    history.setCurrentIndex(history.model().index(0, 0))
    team.press(history, Qt.Key.Key_Return)
    words = team.find(NoteEditor, names.NOTE_THEIR_WORDS)
    assert PRIVATE in said(team.window)
    full_disk(team.store)
    words.setFocus()
    team.qtbot.keyClicks(words, "more ")
    share(team)
    assert private_words(team, "Benedikta", "Chiara") == []
    assert switch_says(team) == {True}
    share(team)
    assert switch_says(team) == {False}
    clear_disk(team.store)
    assert team.window.ctx.autosaver.flush()
    note = next(one for one in said(team.window).splitlines() if "more " in one)
    assert "Ana Ruiz" in note


def test_it_hides_though_nothing_can_be_read(team: PeopleRobot) -> None:
    team.act(names.GO_PREPARE)
    assert PRIVATE in said(team.window)
    with capture_exceptions() as failed:
        reader, team.store._reader = team.store._reader, sqlite3.connect(":memory:")
        team.window.ctx.autosaver.flush()
        share(team)
        assert private_words(team, "Benedikta", "Chiara") == []
        assert switch_says(team) == {True}
        team.store._reader.close()
        team.store._reader = reader
    del failed[:]
    team.act(names.GO_DISCOVERY)
    team.act(names.GO_PREPARE)
    assert "Ana Ruiz in winter" in said(team.window)
    assert private_words(team, "Benedikta", "Chiara") == []


def test_a_dialog_that_is_up_goes_with_all_that_is_private(team: PeopleRobot) -> None:
    team.act(EXPORT_BRIEF)
    assert team.window.findChildren(DocumentPreview)
    team.window.actions_[names.SHARE_SAFE_MODE].trigger()
    catch_up()
    assert not any(one.isVisible() for one in team.window.findChildren(QDialog))
    assert private_words(team, "Benedikta", "Chiara") == []
    assert switch_says(team) == {True}


def test_points_of_a_template_are_those_of_whom_they_were_given_to(team: PeopleRobot) -> None:
    team.act(names.GO_PREPARE)
    menu = team.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    next(one for one in menu.actions() if one.text() == "Agenda of Benedikta").trigger()
    menu.deleteLater()
    catch_up()
    share(team)
    own = words_given_to(team, team.person("Ana Ruiz").id)
    assert "Benedikta in winter" in said(team.window)  # it is for Ana now, and she may see it
    assert private_words(team, "Benedikta", "Chiara", own=own) == []


def test_nobody_is_named_when_there_is_nobody_to_share_with(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    people.add(store, "Benedikta")
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.act(DELETE_PERSON)
    robot.act(SHOW_TRASH)
    assert "Benedikta" in said(robot.window)
    robot.window.actions_[names.SHARE_SAFE_MODE].trigger()
    assert private_words(robot, "Benedikta") == []
    assert switch_says(robot) == {True}
    robot.window.close()


@pytest.mark.parametrize("seed", seeds(2, 100))
def test_wherever_one_has_wandered_it_hides_all_and_says_so(team: PeopleRobot, seed: int) -> None:
    wanderer = Wanderer(team, seed)
    wanderer.walk(25)
    shown = team.window.person_page.person_id
    team.window.actions_[names.SHARE_SAFE_MODE].trigger()
    catch_up()
    others = [one.name for one in people.everyone(team.store) if one.id != shown]
    assert private_words(team, *others) == [], wanderer.path
    assert switch_says(team) == {True}, wanderer.path


def test_a_private_point_that_is_being_renamed_is_hidden_with_its_field(team: PeopleRobot) -> None:
    team.act(names.GO_PREPARE)
    robot = BriefRobot(team)
    row = next(row for row in robot.rows(Part.AGENDA, LineKind.POINT) if PRIVATE in row.text)
    view, index = robot.at(row)
    robot.go_to(row)
    view.edit(index)
    catch_up()
    assert view.findChildren(QLineEdit) or view.findChildren(QTextEdit)
    team.window.actions_[names.SHARE_SAFE_MODE].trigger()
    catch_up()
    assert private_words(team, "Benedikta", "Chiara") == []
    assert switch_says(team) == {True}


def test_the_list_of_a_choice_that_is_open_closes(team: PeopleRobot) -> None:
    team.act(names.GO_PREPARE)
    menu = team.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    menu.popup(team.window.pos())
    catch_up()
    assert menu.isVisible()
    team.window.actions_[names.SHARE_SAFE_MODE].trigger()
    assert not menu.isVisible()
    catch_up()
    assert switch_says(team) == {True}


def test_a_goal_bears_no_hint_while_its_person_looks_on(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    plans.add_items_for(team.store, ana, Horizon.SHORT, ["Attend the fair"], TODAY)
    team.act(names.GO_PLAN)
    goals = team.find(QAbstractItemView, names.SHORT_TERM_ITEMS).model()

    def said_of_goals() -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return " ".join(goals.index(row, 0).data(role) for row in range(goals.rowCount()))

    assert "A task, not an outcome" in said_of_goals()
    share(team)
    assert "Attend the fair" in said_of_goals()
    assert "A task, not an outcome" not in said_of_goals()
    share(team)
    assert "A task, not an outcome" in said_of_goals()


def test_private_says_what_it_means_and_what_it_does_not(team: PeopleRobot) -> None:
    team.act(names.GO_CHECK_INS)
    team.window.start_check_in()
    marks = [one for one in team.window.findChildren(PrivateMark) if one.isVisible()]
    assert marks
    for mark in marks:
        assert "Left out of anything you share" in mark.accessibleDescription()
        assert "may still be entitled to read it" in mark.toolTip()


def test_details_that_are_open_stay_with_the_one_who_looks_on(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    share(team)
    assert private_words(team, "Benedikta", "Chiara") == []
    assert team.shown == "Ana Ruiz"
