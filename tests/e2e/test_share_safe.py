"""With share-safe mode on, no page, menu, tooltip, message or title shows a private word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import Drive, Horizon, Owner
from careerdesk.services import (
    actions,
    aspirations,
    checkins,
    discovery,
    feedback,
    objectives,
    plans,
    readings,
    templates,
)
from careerdesk.services.store import Store
from careerdesk.ui import names
from careerdesk.ui.actions import (
    DELETE_PERSON,
    DISCOVERY_TALK,
    EDIT_PERSON,
    EXPORT_BRIEF,
    NOTE_FEEDBACK,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
)
from careerdesk.ui.pages.closed_plans import CLOSED_BACK
from careerdesk.ui.pages.history_search import CHARTS_CHIP, SEARCH
from careerdesk.ui.pages.past_plan import PAST_BACK
from careerdesk.ui.pages.plan import PlanPage
from careerdesk.ui.pages.talk_charts import AS_TABLE
from careerdesk.ui.reminders import Reminders
from careerdesk.ui.widgets.agenda_templates import AgendaTemplates
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.text_menu import EARLIER_VERSIONS
from careerdesk.ui.widgets.tick_list import TickList
from tests.builders import NOW, TODAY, PersonBuilder
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

PRIVATE = "qzprivate"
OTHERS = ("Benedikta", "Chiara")
TABS = (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS)
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def fill(builder: PersonBuilder, who: str) -> None:
    """Give a person something of everything: *who* is in all of it, a mark in what is private."""
    store, word = builder.store, f"{PRIVATE} {who}"
    _plan(builder, who, word)
    builder.driven_by(f"Mastery of {who}").driven_by(f"Noise of {who}", drive=Drive.DRAINS)
    plans.set_item_motivators(store, builder.goals[0].id, [builder.motivators[0].id])
    aspirations.add(store, builder.id, [f"{who} teaches"], TODAY)
    builder.with_note(f"{who} builds things", f"{word} reading", days_ago=20)
    discovery.ensure_bank(store)
    asked = discovery.questions(store, builder.id)[0]
    note = discovery.ask(store, builder.id, asked.id, TODAY)
    discovery.write_note(store, note.id, their_words=f"{who} ends it", my_reading=f"{word} answer")
    _talks(builder, who, word)


def _plan(builder: PersonBuilder, who: str, word: str) -> None:
    """An earlier plan, and one with a goal of which everything is written."""
    store = builder.store
    plans.add_items_for(store, builder.id, Horizon.SHORT, [f"{who} began"], TODAY)
    templates.keep_plan(store, builder.plan.id, f"Plan of {who}")
    plans.change_item(
        store,
        plans.get(store, builder.plan.id).items[0].id,
        today=TODAY,
        private_note=f"{word} old",
    )
    plans.close(store, builder.plan.id, TODAY, f"{who} did well")
    builder.with_goals(f"{who} loads by six")
    goal = builder.goals[0].id
    for hours, note in enumerate((f"{word} earlier goal", f"{word} goal")):
        store.now = partial(NOW.__add__, timedelta(hours=hours))
        plans.change_item(store, goal, today=TODAY, private_note=note)
    result = plans.add_key_result(store, goal, f"Loads of {who}").id
    readings.add(store, result, TODAY, 0.5, today=TODAY, confidence=7, note=f"{who} was slow")
    actions.add(store, goal, [f"{who} calls"], today=TODAY)
    objectives.add_for_item(store, goal, "Less waste", TODAY)


def _talks(builder: PersonBuilder, who: str, word: str) -> None:
    """Talks, what is for the next one, feedback of every kind, and something deleted."""
    store = builder.store
    for days, felt in ((21, 1), (14, 0), (7, -1)):
        builder.with_checkin(
            days, shared_notes=f"{who} looked at it", private_notes=f"{word} notes",
            said=felt, sensed=felt, temperature_words=f"{word} mood",
        )  # fmt: skip
    checkins.add_agenda(store, builder.id, f"{who} in winter")
    checkins.add_agenda(store, builder.id, f"{word} point", private=True)
    templates.keep_agenda(store, builder.id, f"Agenda of {who}")
    builder.with_promise(f"Send {who} the numbers", due_in=-3)
    checkins.add_promise(store, builder.id, f"{who} reads", owner=Owner.THEM)
    feedback.add(store, builder.id, TODAY, behaviour=f"{who} helped")
    for way in (FeedbackWay.TO_DELIVER, FeedbackWay.RECEIVED):
        feedback.add(store, builder.id, TODAY, impact=f"{word} {way.value}", way=way)
    gone = checkins.add_agenda(store, builder.id, f"{word} deleted", private=True)
    checkins.remove_agenda(store, [gone.id])
    checkins.plan_next(store, builder.id, NOW + timedelta(minutes=5))


@pytest.fixture
def team(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over Ana, whose screen is shared, and two others."""
    for name in ("Ana Ruiz", *OTHERS):
        fill(PersonBuilder(store, name), name)
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
    yield from _plan_places(team)
    yield from _dialogs(team)
    for place in (
        names.GO_TODAY, SHOW_OBJECTIVES, SHOW_TEMPLATES, SHOW_TRASH, DISCOVERY_TALK,
        names.PREFERENCES, SHORTCUTS, EDIT_PERSON, names.ABOUT, NOTE_FEEDBACK,
    ):  # fmt: skip
        if team.window.actions_[place].isEnabled():
            team.act(place)
            yield place
    yield from _search_and_charts(team)
    yield from _steps(team)
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


def _plan_places(team: PeopleRobot) -> Iterator[str]:
    """The plan as it was, an earlier plan, and the menus of plan and agenda with what is in them."""
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    page.close_panel()
    menu = page.header.menu()
    yield "menu of the plan"
    next(one for one in menu.actions() if one.text() == "As it was earlier").trigger()
    yield "the plan as it was"
    menu.deleteLater()
    team.click(PAST_BACK)
    team.click(page.closed.tab_stops()[0].objectName())
    yield "an earlier plan"
    team.click(CLOSED_BACK)
    team.act(names.GO_PREPARE)
    menu = team.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    yield "templates of the agenda"
    menu.deleteLater()
    listed = team.find(TickList, names.AGENDA_LIST)
    team.go_to(listed, 0)
    menu = listed.menu()
    yield "menu of a point"
    menu.deleteLater()


def _dialogs(team: PeopleRobot) -> Iterator[str]:
    """What opens over the window."""
    for place in (names.EXPORT_PLAN, EXPORT_BRIEF):
        team.act(place)
        yield place
        close_dialog(team)
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    team.press(team.find(QWidget, names.SHORT_TERM_ITEMS), Qt.Key.Key_Return)
    for text in (names.ITEM_TITLE, names.ITEM_PRIVATE_NOTE):
        if team.find(QTextEdit, text).isVisible():
            team.find(QTextEdit, text).setFocus()
            team.act(EARLIER_VERSIONS)
            yield f"versions of {text}"
            close_dialog(team)
    page.close_panel()


def close_dialog(team: PeopleRobot) -> None:
    """Close what lies over the window, and wait until the keyboard is back in it."""
    dialog = team.window.findChild(QDialog)
    assert dialog is not None
    dialog.close()
    team.wait(lambda: team.window.findChild(QDialog) is None)
    team.window.activateWindow()
    team.wait(team.window.isActiveWindow)


def _search_and_charts(team: PeopleRobot) -> Iterator[str]:
    """What is found in the talks, and how they went, drawn and as tables."""
    team.act(names.GO_CHECK_INS)
    for chip in (CHARTS_CHIP, AS_TABLE):
        team.click(chip)
        yield chip
    for words in ("looked", "notes"):
        team.type(team.find(QLineEdit, SEARCH), words)
        yield f"search for {words}"
    team.type(team.find(QLineEdit, SEARCH), " ")
    team.click(CHARTS_CHIP)


def _steps(team: PeopleRobot) -> Iterator[str]:
    """What the menu and the toast say of private steps that are taken back and done again."""
    ana, store = team.person("Ana Ruiz").id, team.store
    talk = checkins.last_held(store, ana)
    assert talk is not None
    checkins.write(store, talk.id, said=2, temperature_words=f"{PRIVATE} now")
    point = checkins.add_agenda(store, ana, f"{PRIVATE} step", private=True)
    checkins.remove_agenda(store, [point.id])
    for step in (names.UNDO, names.UNDO, names.UNDO, names.REDO, names.REDO, names.UNDO):
        team.act(step)
        yield f"{step}: {team.told}"
    team.act(names.UNDO)


def test_nothing_private_is_anywhere(team: PeopleRobot) -> None:
    team.press_in_focus(Qt.Key.Key_H, CONTROL_SHIFT)
    for place in walk(team):
        telling = () if place == SHORTCUTS else ("rivate", "emperature")
        assert leaks(team, *telling) == [], place
        assert team.window.windowTitle() == "CareerDesk, share-safe"


def test_no_message_comes_of_a_talk_that_is_near(team: PeopleRobot) -> None:
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


def test_without_the_mode_every_one_of_them_is_seen(team: PeopleRobot) -> None:
    found = ""
    for _ in walk(team):
        found += said()
    for word in (
        "goal", "earlier goal", "reading", "answer", "notes", "mood", "point", "to_deliver",
        "received", "deleted",
    ):  # fmt: skip
        assert f"{PRIVATE} Ana Ruiz {word}" in found, word
    for name in OTHERS:
        for words in (name, f"Plan of {name}", f"Agenda of {name}", f"1 goal: Ana Ruiz, {name}"):
            assert words.split(": ")[0] in found, words


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
