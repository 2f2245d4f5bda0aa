"""Words that stood in fields of nobody, went to another record, or were shown no more."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from careerdesk.domain.records import Horizon, Lens, Owner, Promise
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services import checkins, discovery, drafts, people, plans
from careerdesk.services.reviews import cycles
from careerdesk.ui.base import names
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.plan.close_plan import CLOSE_SUMMARY
from careerdesk.ui.plan.serving import NEW
from careerdesk.ui.shell.actions import (
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    NEW_CYCLE,
    START_CHECK_IN,
)
from tests.builders import TODAY
from tests.robots.brief import BriefRobot
from tests.robots.drafts import begin, said, shown, unheld
from tests.robots.editors import type_into
from tests.robots.rambling import full_disk
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ANA, BEN = "Ana Ruiz", "Ben Okri"


def to_preferences_and_back(team: PeopleRobot) -> None:
    team.act(names.PREFERENCES)
    catch_up()
    for _ in range(2):
        if not team.window.on_person_page:
            team.press_in_focus(ESCAPE)
    catch_up()


def a_goal(team: PeopleRobot) -> int:
    ana = team.person(ANA).id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["One"], TODAY)[0].id
    team.choose(ANA)
    team.act(names.GO_PLAN)
    catch_up()
    return goal


def a_cycle(team: PeopleRobot) -> None:
    year = TODAY.replace(month=1, day=1), TODAY.replace(month=12, day=31)
    cycles.add(team.store, "Year", CycleKind.ANNUAL, *year, calibrates=True)


def test_a_question_for_ben_does_not_overwrite_another(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    own = discovery.add_questions(team.store, Lens.JOY, ["My own question"])[0].id
    team.choose(ANA)
    team.act(names.GO_DISCOVERY)
    pane = team.window.person_page.page.questions  # type: ignore[union-attr]
    pane.choose(own)
    pane.reword.click()
    team.choose(BEN)
    catch_up()
    field = team.find(QWidget, names.OWN_QUESTION_EDIT)
    if field.isVisible():  # blank, and looks like the line for a new question
        begin(team, names.OWN_QUESTION_EDIT, "A question for Ben")
        team.press(field, ENTER)
        catch_up()
    every = discovery.questions(team.store, team.person(ANA).id)
    assert "My own question" in [one.question.text for one in every]


def test_the_day_of_anas_promise_is_not_set_on_bens_page(team: PeopleRobot) -> None:
    mine = [checkins.add_promise(team.store, team.person(who).id, "Send", owner=Owner.ME)
            for who in (ANA, BEN)]  # fmt: skip
    team.choose(ANA)
    team.act(names.GO_PREPARE)
    catch_up()
    BriefRobot(team).press(Qt.Key.Key_D, BriefRobot(team).row("Send"))
    team.type(team.find(QLineEdit, "promiseRowDue"), "no day")
    team.choose(BEN)
    catch_up()
    for field in team.window.findChildren(QLineEdit, "promiseRowDue"):
        if field.isVisible():
            team.type(field, "2026-12-24")
            team.press(field, ENTER)
            catch_up()
    assert team.store.get(Promise, mine[0].id).due_on is None


@pytest.mark.parametrize("person", [ANA, BEN])
def test_what_waits_for_the_disk_is_seen_when_its_field_is_made_again(
    team: PeopleRobot, person: str
) -> None:
    team.choose(ANA)
    team.act(EDIT_PERSON)
    with full_disk(team.store):
        field = team.find(QPlainTextEdit, "person.recognition")
        field.insertPlainText("In private")
        team.window.ctx.autosaver.flush()
        team.window.commands.close_panel()
        team.choose(person)
        team.choose(ANA)
        team.act(EDIT_PERSON)
        catch_up()
        field = team.find(QPlainTextEdit, "person.recognition")
        assert field.toPlainText() == "In private"
        field.appendPlainText("with flowers")
    team.window.ctx.autosaver.flush()
    stored = people.get(team.store, team.person(ANA).id).recognition
    assert stored == "In private\nwith flowers"


def test_a_review_is_seen_when_it_is_opened_again_on_a_full_disk(team: PeopleRobot) -> None:
    a_cycle(team)
    team.choose(ANA)
    ana = team.person(ANA).id
    team.window.ctx.navigator.open_reviews(ana)
    with full_disk(team.store):
        begin(team, "selfReviewText", "She carried the year")
        team.window.ctx.autosaver.flush()
        team.act(names.GO_PREPARE)
        catch_up()
        team.window.ctx.navigator.open_reviews(ana)
        catch_up()
        assert said(team, "selfReviewText") == "She carried the year"


def test_a_closing_holds_its_words_after_a_page_between(team: PeopleRobot) -> None:
    a_goal(team)
    team.click(names.CLOSE_PLAN)
    begin(team, CLOSE_SUMMARY, "She grew")
    to_preferences_and_back(team)
    assert said(team, CLOSE_SUMMARY) == "She grew"
    assert unheld(team.window.content) == []


def test_an_objective_that_is_half_typed_comes_back(team: PeopleRobot) -> None:
    goal = a_goal(team)
    page = team.window.person_page.page
    page.open_item(goal)  # type: ignore[union-attr]
    page.panel.serving.pick(NEW)  # type: ignore[union-attr]
    begin(team, "itemObjectiveEdit", "Less noise")
    team.choose(BEN)
    team.choose(ANA)
    page.open_item(goal)  # type: ignore[union-attr]
    catch_up()
    assert shown(team, "itemObjectiveEdit")
    assert said(team, "itemObjectiveEdit") == "Less noise"
    assert unheld(team.window.content) == []


@contextmanager
def no_draft_can_be_read(team: PeopleRobot) -> Iterator[None]:
    def allowed(_action: int, table: str | None, *_rest: str | None) -> int:
        return sqlite3.SQLITE_DENY if table == "draft" else sqlite3.SQLITE_OK

    team.store._reader.set_authorizer(allowed)
    try:
        yield
    finally:
        team.store._reader.set_authorizer(None)


def test_drafts_that_could_not_be_read_once_are_read_again(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, "Half a w")
    with no_draft_can_be_read(team):
        team.restart()
    for who in (BEN, ANA):
        team.choose(who)
    team.act(names.GO_PLAN)
    catch_up()
    assert said(team, names.SHORT_TERM_EDIT) == "Half a w"


def test_words_are_taken_though_drafts_could_not_be_read_once(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(names.GO_PLAN)
    for name in (names.LONGER_TERM_EDIT, names.SHORT_TERM_EDIT):
        begin(team, name, name)
        team.window.ctx.autosaver.flush()
    with no_draft_can_be_read(team):
        team.press(team.find(QWidget, names.SHORT_TERM_EDIT), ENTER)
    team.press(team.find(QWidget, names.LONGER_TERM_EDIT), ENTER)
    catch_up()
    assert drafts.every(team.store) == []


@pytest.mark.parametrize("go", ["preferences", "somebody else"])
def test_quick_capture_of_a_shared_screen_keeps_its_owner(team: PeopleRobot, go: str) -> None:
    team.choose(ANA)
    team.act(names.SHARE_SAFE_MODE)
    team.act(names.QUICK_CAPTURE)
    begin(team, "quickCaptureEdit", "Ana nights")
    if go == "preferences":
        team.act(names.PREFERENCES)
    else:
        team.act(names.SHARE_SAFE_MODE)
        team.choose(BEN)
    catch_up()
    field = team.find(QLineEdit, "quickCaptureEdit")
    assert field.isVisible()
    holder = holder_of(field)
    assert holder is not None
    assert holder.owner is not None
    assert field.text() == "Ana nights"


def test_words_thrown_away_on_bens_page_come_back_there(team: PeopleRobot) -> None:
    a_cycle(team)
    team.choose(BEN)
    team.act(names.GO_PLAN)
    team.window.ctx.navigator.open_reviews(team.person(ANA).id)
    catch_up()
    type_into(team.find(QTextEdit, "selfReviewText"), "half a sentence")
    team.act(names.GO_PLAN)  # by its key: the field keeps the keyboard until then
    begin(team, names.SHORT_TERM_EDIT, "a goal")
    team.press(team.find(QWidget, names.SHORT_TERM_EDIT), ESCAPE)
    team.act(names.UNDO)
    assert team.window.on_person_page
    assert said(team, names.SHORT_TERM_EDIT) == "a goal"


def test_words_thrown_away_on_the_board_come_back_there(team: PeopleRobot) -> None:
    a_cycle(team)
    team.act(names.GO_REVIEWS)
    team.act(NEW_CYCLE)
    begin(team, "cycleName", "Half of a cycle")
    team.press(team.find(QWidget, "cycleName"), ESCAPE)
    team.choose(BEN)
    team.act(names.UNDO)
    catch_up()
    assert not team.window.on_person_page
    assert said(team, "cycleName") == "Half of a cycle"


def test_what_came_back_with_its_record_is_stored(team: PeopleRobot) -> None:
    team.choose(ANA)
    team.act(START_CHECK_IN)
    check_in = checkins.running(team.store, team.person(ANA).id)
    assert check_in is not None
    with full_disk(team.store):
        begin(team, names.CHECK_IN_SHARED, "Important")
        team.window.ctx.autosaver.flush()
    checkins.remove(team.store, [check_in.id])
    team.act(names.UNDO)
    catch_up()
    team.window.ctx.autosaver.flush()
    assert said(team, names.CHECK_IN_SHARED) == "Important"
    assert checkins.get(team.store, check_in.id).shared_notes == "Important"


def test_a_discovery_conversation_begun_beside_a_page_belongs_to_its_person(
    team: PeopleRobot,
) -> None:
    discovery.ensure_bank(team.store)
    team.choose(ANA)
    team.act(names.PREFERENCES)
    team.act(DISCOVERY_CONVERSATION)
    with full_disk(team.store):
        begin(team, "sessionTheirWords", "Ana said this")
        team.window.ctx.autosaver.flush()
        team.choose(BEN)
        team.choose(ANA)
        team.act(DISCOVERY_CONVERSATION)
        assert said(team, "sessionTheirWords") == "Ana said this"


def test_refused_words_of_ana_do_not_stand_in_bens_check_in(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    team.choose(ANA)
    team.act(names.PREFERENCES)
    team.act(DISCOVERY_CONVERSATION)
    field = team.find(QTextEdit, "sessionTheirWords")
    field.setPlainText("Ana only. " * 100_001)
    team.window.ctx.autosaver.flush()
    team.choose(BEN)
    team.act(names.PREFERENCES)
    team.act(DISCOVERY_CONVERSATION)
    catch_up()
    assert "Ana only" not in said(team, "sessionTheirWords")


def test_a_refused_title_that_was_taken_out_stays_out(team: PeopleRobot) -> None:
    goal = a_goal(team)
    other = plans.add_items_for(team.store, team.person(ANA).id, Horizon.SHORT, ["Two"], TODAY)
    page = team.window.person_page.page
    page.open_item(goal)  # type: ignore[union-attr]
    field = team.find(QTextEdit, names.ITEM_TITLE)
    field.setFocus()
    field.selectAll()
    field.insertPlainText("x" * 600)  # 500 are the most
    team.window.ctx.autosaver.flush()
    field.selectAll()
    team.press(field, Qt.Key.Key_Delete)
    page.open_item(other[0].id)  # type: ignore[union-attr]
    page.open_item(goal)  # type: ignore[union-attr]
    assert said(team, names.ITEM_TITLE) == "One"
