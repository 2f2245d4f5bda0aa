"""With share-safe mode on, no page, menu, tooltip, message or title shows a private word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import Owner
from careerdesk.services import checkins, discovery, feedback, plans
from careerdesk.services.store import Store
from careerdesk.ui import names
from careerdesk.ui.actions import DELETE_PERSON, EDIT_PERSON, SHORTCUTS
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import NOW, TODAY, PersonBuilder
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

PRIVATE = "qzprivate"
OTHERS = ("Benedikta", "Chiara")
TABS = (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS)
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def fill(builder: PersonBuilder, word: str) -> None:
    """Give a person something of everything; what is private holds *word*."""
    store = builder.store
    builder.with_goals("Loads are done by six").driven_by("Mastery")
    plans.change_item(store, builder.goals[0].id, today=TODAY, private_note=f"{word} goal")
    builder.with_note("I want to build things", f"{word} reading", days_ago=20)
    discovery.ensure_bank(store)
    asked = discovery.questions(store, builder.id)[0]
    note = discovery.ask(store, builder.id, asked.id, TODAY)
    discovery.write_note(store, note.id, their_words="To end it", my_reading=f"{word} answer")
    for days, felt in ((21, 1), (14, 0), (7, -1)):
        builder.with_checkin(
            days, shared_notes="We looked at the plan", private_notes=f"{word} notes",
            said=felt, sensed=felt, temperature_words=f"{word} mood",
        )  # fmt: skip
    checkins.add_agenda(store, builder.id, "The rota for winter")
    checkins.add_agenda(store, builder.id, f"{word} point", private=True)
    builder.with_promise("Send the numbers", due_in=-3)
    checkins.add_promise(store, builder.id, "Read them", owner=Owner.THEM)
    feedback.add(store, builder.id, TODAY, behaviour="Helped the night shift")
    for way in (FeedbackWay.TO_DELIVER, FeedbackWay.RECEIVED):
        feedback.add(store, builder.id, TODAY, impact=f"{word} {way.value}", way=way)
    checkins.plan_next(store, builder.id, NOW + timedelta(hours=2))


@pytest.fixture
def team(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over Ana, whose screen is shared, and two others."""
    for name in ("Ana Ruiz", *OTHERS):
        fill(PersonBuilder(store, name), f"{PRIVATE} {name}")
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield robot
    robot.window.close()


def leaks(team: PeopleRobot, *words: str) -> list[str]:
    """The lines of the window that others must not read; *words* give away that there are any."""
    hidden = (PRIVATE, *OTHERS, *words)
    open_ones = ("Private notes, temperature and other people are hidden.", str(team.store.path))
    lines = [line for line in said().splitlines() if line not in open_ones]
    return [line for line in lines if any(word in line for word in hidden)]


def walk(team: PeopleRobot) -> Iterator[str]:
    """Every place of the window, one after the other."""
    for tab in TABS:
        team.act(tab)
        yield tab
    yield from _open_rows(team)
    for place in (names.GO_TODAY, names.PREFERENCES, SHORTCUTS, EDIT_PERSON, names.ABOUT):
        team.act(place)
        yield place
    team.act(names.GO_CHECK_INS)
    team.window.start_check_in()
    yield "running check-in"
    team.act(names.QUICK_CAPTURE)
    team.type(team.find(QLineEdit, "quickCaptureEdit"), "b")
    yield "quick capture"
    team.press_in_focus(Qt.Key.Key_Escape)


def _open_rows(team: PeopleRobot) -> Iterator[str]:
    """What opens from the rows of the pages: a goal, a note, a talk."""
    for tab, name in (
        (names.GO_PLAN, names.SHORT_TERM_ITEMS),
        (names.GO_DISCOVERY, names.NOTES_HISTORY),
        (names.GO_CHECK_INS, names.CHECK_IN_HISTORY),
    ):
        team.act(tab)
        view = team.find(QAbstractItemView, name)
        for row in range(view.model().rowCount()):
            team.go_to(view, row)
            team.press(view, Qt.Key.Key_Return)
            yield f"{name} {row}"


def test_nothing_private_is_anywhere(team: PeopleRobot) -> None:
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    for place in walk(team):
        telling = () if place == SHORTCUTS else ("rivate", "emperature")
        assert leaks(team, *telling) == [], place
        assert team.window.windowTitle() == "CareerDesk, share-safe"


def test_without_the_mode_every_one_of_them_is_seen(team: PeopleRobot) -> None:
    found = ""
    for _ in walk(team):
        found += said()
    for word in ("goal", "reading", "answer", "notes", "mood", "point", "to_deliver", "received"):
        assert f"{PRIVATE} Ana Ruiz {word}" in found
    for name in OTHERS:
        assert name in found


def test_it_hides_what_is_open_already_and_one_key_brings_it_back(team: PeopleRobot) -> None:
    team.act(names.GO_DISCOVERY)
    team.press(team.find(QWidget, names.NOTES_HISTORY), Qt.Key.Key_Return)
    assert PRIVATE in said()
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert leaks(team) == []
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert PRIVATE in said()
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
    talk = checkins.running(team.store, team.person("Ana Ruiz").id)
    assert talk is not None and talk.private_notes == "she is tired"
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    assert team.find(NoteEditor, names.CHECK_IN_PRIVATE).toPlainText() == "she is tired"
