"""Going from page to page, and the order in which typing and other steps are taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.domain.records import Horizon, Lens
from careerdesk.services import checkins, discovery, plans
from careerdesk.ui.base import names
from careerdesk.ui.base.page import Page
from careerdesk.ui.checkins.check_ins import CheckInsPage
from careerdesk.ui.discovery.discovery import DiscoveryPage
from careerdesk.ui.discovery.session import DiscoverySession
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.prepare.blank import DISCOVER
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import PersonBuilder
from tests.robots.window import PeopleRobot

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TODAY = date(2026, 11, 17)


def test_a_goal_is_opened_in_its_panel(team: PeopleRobot) -> None:
    ben = team.person("Ben Okri").id
    goal = plans.add_items_for(team.store, ben, Horizon.SHORT, ["Calm nights"], TODAY)[0]
    team.window.ctx.navigator.open_goal(ben, goal.id)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    assert team.shown == "Ben Okri"
    assert page.panel.isVisible() and page.panel.item_id == goal.id


def test_questions_are_asked_of_anyone_who_they_are_for(team: PeopleRobot) -> None:
    ben = team.person("Ben Okri").id
    discovery.add_questions(team.store, Lens.JOY, ["What went by fast?", "What stayed?"])
    question = discovery.questions(team.store, ben)[1]
    team.window.ctx.navigator.ask(ben, question.id)
    assert team.shown == "Ben Okri"
    page = team.window.person_page.page
    assert isinstance(page, DiscoveryPage)
    assert page.asked.text() == "What stayed?"
    assert team.find(NoteEditor, names.NOTE_THEIR_WORDS).hasFocus()
    chi = team.person("Chi Tran").id
    team.window.ctx.navigator.start_discovery(chi)
    page = team.window.commands.pages.current
    assert isinstance(page, DiscoverySession) and page.person_id == chi
    assert team.shown == "Chi Tran"


def test_choosing_a_question_begins_at_the_questions(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    team.choose("Ben Okri")
    team.click(DISCOVER)
    page = team.window.person_page.page
    assert isinstance(page, DiscoveryPage)
    assert page.questions.view.hasFocus() and page.questions.shown_id
    team.press_in_focus(Qt.Key.Key_Return)
    assert team.find(NoteEditor, names.NOTE_THEIR_WORDS).hasFocus()


def test_an_earlier_check_in_is_opened_among_the_others(team: PeopleRobot) -> None:
    builder = PersonBuilder(team.store, "Dana Olt").with_checkin(7, shared_notes="Loads")
    check_in = builder.with_checkin(30, shared_notes="Nights").check_ins[-1]
    team.window.ctx.navigator.open_check_in(builder.id, check_in.id)
    page = team.window.person_page.page
    assert isinstance(page, CheckInsPage)
    assert team.shown == "Dana Olt"
    assert page.history.view.isVisible() and page.history.view.check_in_id == check_in.id


def test_a_goal_is_typed_from_any_tab(team: PeopleRobot) -> None:
    ana = team.window.person_page.person_id
    plans.add_items_for(team.store, ana, Horizon.SHORT, ["Calm nights"], TODAY)
    team.act(names.GO_CHECK_INS)
    team.act(names.NEW_PLAN_ITEM)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == names.SHORT_TERM_EDIT


def test_going_to_another_person_and_tab_shows_one_page_once(
    team: PeopleRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, int]] = []
    show = Page.show_person

    def noted(page: Page, person_id: int) -> None:
        shown.append((page.objectName(), person_id))
        show(page, person_id)

    monkeypatch.setattr(Page, "show_person", noted)
    ben = team.person("Ben Okri").id
    team.window.open_person(ben, "check-ins")
    assert shown == [(names.CHECK_INS_TAB, ben)]


def test_a_tab_that_is_gone_to_has_the_keyboard(team: PeopleRobot) -> None:
    team.list.setFocus()
    team.act(names.GO_PLAN)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert team.window.person_page.stack.isAncestorOf(focused)


def test_steps_are_taken_back_in_order_where_they_were_typed_too(team: PeopleRobot) -> None:
    team.window.start_check_in()
    ana = team.window.person_page.person_id
    editor = team.find(NoteEditor, names.CHECK_IN_SHARED)
    editor.setFocus()
    team.qtbot.keyClicks(editor, "About nights")
    team.window.ctx.autosaver.flush()
    checkins.add_promise(team.store, ana, "Ask")
    team.list.setFocus()
    team.press(team.list, Qt.Key.Key_Z, CTRL)
    editor.setFocus()
    team.press(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text() == ""
    for _ in range(2):
        team.press(editor, Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.text() == "About nights"
    assert [promise.text for promise in checkins.promises(team.store, ana)] == ["Ask"]
