"""An action runs only when it may, whatever way it is asked; anyone who is gone is not shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Lens
from careerdesk.services import checkins, discovery, key_results, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import (
    ALONE,
    ARCHIVE_PERSON,
    DELETE_PERSON,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    EXPORT_BRIEF,
    EXPORT_CHECK_INS,
    NOTE_FEEDBACK,
    PERSON,
    START_CHECK_IN,
    When,
    menus,
)
from tests.builders import a_person
from tests.robots.rambling import names_one_person
from tests.robots.reviews import CycleBuilder
from tests.robots.seen import said
from tests.robots.wandering import CONTROL_SHIFT, catch_up, switch_says
from tests.robots.window import PeopleRobot

TABS = (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS)
OF_A_PERSON = (
    NOTE_FEEDBACK, START_CHECK_IN, DISCOVERY_CONVERSATION, EDIT_PERSON, names.NEW_PLAN_ITEM,
    names.EXPORT_PLAN, EXPORT_BRIEF, EXPORT_CHECK_INS, *TABS,
)  # fmt: skip


def share(team: PeopleRobot) -> None:
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert switch_says(team) == {True}


def context_menu(team: PeopleRobot, row: int) -> QMenu:
    view = team.list
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = team.window.rail.findChild(QMenu)
    assert menu is not None
    return menu


def calm(team: PeopleRobot) -> None:
    """Nothing went wrong, and what waits does not go wrong either."""
    catch_up()
    assert team.banner() == ""
    assert team.banner("crash") == ""
    assert team.banner("unsaved") == ""


def when_of(name: str) -> When:
    return next(spec.when for _, specs in menus() for spec in specs if spec.name == name)


def test_in_share_safe_mode_the_delete_key_in_the_rail_deletes_nobody(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    share(team)
    team.press(team.list, Qt.Key.Key_Delete)
    assert team.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert team.shown == "Ana Ruiz"
    calm(team)


def test_the_menu_of_a_row_is_bound_by_the_rules_of_the_menu_bar(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    share(team)
    menu = context_menu(team, 0)
    may = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert may[EDIT_PERSON]
    assert not may[ARCHIVE_PERSON]
    assert not may[DELETE_PERSON]
    menu.close()
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    menu = context_menu(team, 0)
    assert all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_what_shows_others_does_nothing_while_the_screen_is_shared(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    share(team)
    for action in team.window.actions_.all():
        if ALONE in when_of(action.objectName()):
            action.trigger()
    navigator = team.window.ctx.navigator
    ben = team.person("Ben Okri").id
    for ask in (
        navigator.open, navigator.start_check_in, navigator.note_feedback, navigator.open_reviews,
    ):  # fmt: skip
        ask(ben)
    for ask_for in (navigator.ask, navigator.open_check_in, navigator.open_goal):
        ask_for(ben, 1)
    assert team.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert checkins.running(team.store, ben) is None
    assert team.shown == "Ana Ruiz"
    assert "Ben Okri" not in said(team.window)
    calm(team)


def test_with_nobody_there_what_needs_a_person_cannot_be_chosen(nobody: PeopleRobot) -> None:
    for action in nobody.window.actions_.all():
        assert not (PERSON in when_of(action.objectName()) and action.isEnabled())
        if PERSON in when_of(action.objectName()):
            action.trigger()
    nobody.window.ctx.navigator.start_discovery(1)
    nobody.window.ctx.navigator.note_feedback(1)
    calm(nobody)


@pytest.mark.parametrize("tab", TABS)
def test_anyone_who_is_taken_back_while_the_screen_is_shared_is_gone_from_it(
    team: PeopleRobot, tab: str
) -> None:
    team.add("Dora Diaz")
    team.act(tab)
    share(team)
    assert team.shown == "Dora Diaz"
    team.act(names.UNDO)
    assert "Dora" not in said(team.window).replace("Undone: Add person", "")
    assert "Ben Okri" not in said(team.window)
    for name in OF_A_PERSON:
        team.window.actions_[name].trigger()
    team.press_in_focus(Qt.Key.Key_Escape)
    team.press_in_focus(Qt.Key.Key_Delete)
    assert "Everyone is hidden" in said(team.window)
    calm(team)
    team.act(names.REDO)
    assert team.shown == "Dora Diaz"
    assert team.names() == ["Dora Diaz"]
    team.act(names.UNDO)
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert switch_says(team) == {False}
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert team.window.on_person_page
    assert team.shown in team.names()
    calm(team)


def test_without_a_question_left_there_is_no_discovery_conversation(team: PeopleRobot) -> None:
    team.act(DISCOVERY_CONVERSATION)
    assert (
        team.told == "There are no questions to ask. Restore one in Discovery or write a new one."
    )
    assert team.window.on_person_page
    calm(team)


def open_goal(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    view = team.find(QAbstractItemView, names.SHORT_TERM_ITEMS)
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Return)


def capture(team: PeopleRobot) -> None:
    team.act(names.QUICK_CAPTURE)
    team.type(team.find(QLineEdit, "quickCaptureEdit"), "dora lunch")


def of_review(team: PeopleRobot) -> None:
    team.window.ctx.navigator.open_reviews(team.person("Dora Diaz").id)


PLACES: dict[str, Callable[[PeopleRobot], object]] = {
    "Prepare": lambda team: team.act(names.GO_PREPARE),
    "Discovery": lambda team: team.act(names.GO_DISCOVERY),
    "Plan": lambda team: team.act(names.GO_PLAN),
    "Check-ins": lambda team: team.act(names.GO_CHECK_INS),
    "a goal": open_goal,
    "details": lambda team: team.act(EDIT_PERSON),
    "feedback": lambda team: team.act(NOTE_FEEDBACK),
    "discovery talk": lambda team: team.act(DISCOVERY_CONVERSATION),
    "running check-in": lambda team: team.act(START_CHECK_IN),
    "quick capture": capture,
    "Reviews": of_review,
    "Today": lambda team: team.act(names.GO_TODAY),
}


@pytest.fixture
def dora(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over Ana and Dora, who has a goal, check-ins, and a part in a cycle of reviews."""
    people.add(store, "Ana Ruiz")
    builder = a_person(store, "Dora Diaz").with_goals("Loads by six").with_checkin(7)
    key_results.add(store, builder.goals[0].id, "Loads")
    discovery.ensure_bank(store)
    CycleBuilder(store)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Dora Diaz")
    yield robot
    robot.window.close()


@pytest.mark.parametrize("place", list(PLACES))
@pytest.mark.parametrize("way", [
    DELETE_PERSON, pytest.param(ARCHIVE_PERSON, marks=pytest.mark.long),
    pytest.param("behind the window", marks=pytest.mark.long),
])  # fmt: skip
def test_a_page_whose_person_is_gone_is_left(dora: PeopleRobot, place: str, way: str) -> None:
    gone = dora.person("Dora Diaz").id
    PLACES[place](dora)
    if way == "behind the window":
        people.remove(dora.store, gone)
    else:
        dora.window.actions_[way].trigger()
    catch_up()
    assert dora.names() == ["Ana Ruiz"]
    for name in OF_A_PERSON:
        if dora.window.actions_[name].isEnabled():
            dora.act(name)
            catch_up()
            for dialog in dora.window.findChildren(QDialog):
                dialog.reject()
    calm(dora)
    assert dora.shown == "Ana Ruiz"


@contextmanager
def nobody_can_be_read(team: PeopleRobot) -> Iterator[None]:
    def allowed(_action: int, table: str | None, *_rest: str | None) -> int:
        return sqlite3.SQLITE_DENY if table == "person" else sqlite3.SQLITE_OK

    team.store._reader.set_authorizer(allowed)
    try:
        yield
    finally:
        team.store._reader.set_authorizer(None)


def shows_one_person(team: PeopleRobot) -> None:
    """Rail, header and page are of the same person, who is there, and whose page is seen."""
    page = team.window.person_page.page
    assert page is not None
    assert page.isVisible()
    assert names_one_person(team)
    assert team.names() == team.stored()
    assert team.shown == team.selected()


@pytest.mark.parametrize("tab", TABS)
def test_anyone_who_was_taken_back_unread_leaves_the_rail_when_chosen(
    team: PeopleRobot, tab: str
) -> None:
    team.add("Dora Diaz")
    gone = team.person("Dora Diaz").id
    team.choose("Ana Ruiz")
    team.act(tab)
    with nobody_can_be_read(team):
        team.act(names.UNDO)
    team.window.rail.select(gone)
    catch_up()
    shows_one_person(team)


@pytest.mark.parametrize("tab", TABS)
def test_anyone_who_is_deleted_unread_is_shown_no_longer(team: PeopleRobot, tab: str) -> None:
    team.choose("Ben Okri")
    team.act(tab)
    with nobody_can_be_read(team):
        team.act(DELETE_PERSON)
    again = team.window.banners.banner(names.UNREAD)
    assert again is not None
    next(one for one in again.findChildren(QPushButton) if one.text() == "Try again").click()
    catch_up()
    shows_one_person(team)


def test_people_that_could_not_be_read_are_read_with_the_next_change(team: PeopleRobot) -> None:
    team.add("Dora Diaz")
    team.choose("Ana Ruiz")
    with nobody_can_be_read(team):
        team.act(names.UNDO)
    discovery.add_questions(team.store, Lens.JOY, ["What else?"])
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]


def test_a_question_is_not_asked_of_anyone_who_was_taken_back_unread(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    team.add("Dora Diaz")
    gone = team.person("Dora Diaz").id
    question = discovery.questions(team.store, gone)[0].id
    team.choose("Ana Ruiz")
    with nobody_can_be_read(team):
        people.remove(team.store, gone)
    team.window.ctx.navigator.ask(gone, question)
    catch_up()
    assert team.banner() == ""
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]


def test_details_that_cannot_be_read_are_not_opened(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    with nobody_can_be_read(team):
        team.act(EDIT_PERSON)
    assert team.banner().startswith("The data file could not be used")
    team.act(EDIT_PERSON)
    assert team.banner() == ""
