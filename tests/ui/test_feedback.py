"""Feedback typed by keys alone, in a check-in and without one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QTextEdit

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import Horizon
from careerdesk.services import checkins, feedback, plans
from careerdesk.ui.base import names
from careerdesk.ui.feedback.about_goal import AboutGoal
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import EDIT, TOLD, BriefRow, RowKind
from careerdesk.ui.shell.actions import NOTE_FEEDBACK
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.past_day import PastDay
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.builders import TODAY
from tests.robots.brief import BriefRobot
from tests.robots.window import PeopleRobot

WAITS = FeedbackWay.TO_DELIVER


def type_all(team: PeopleRobot) -> None:
    """Situation, Tab, behaviour, Tab, impact, Enter."""
    for words, key in (
        ("In the stand-up", Qt.Key.Key_Tab),
        ("you let Ben finish", Qt.Key.Key_Tab),
        ("he came up with the fix", Qt.Key.Key_Return),
    ):
        team.qtbot.keyClicks(QApplication.focusWidget(), words)
        team.press_in_focus(key)


def rows(team: PeopleRobot, name: str) -> list[LinkRow]:
    model = team.find(QListView, name).model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


def told(team: PeopleRobot) -> list[BriefRow]:
    """The feedback in the brief."""
    return BriefRobot(team).rows(Part.FEEDBACK, LineKind.FEEDBACK)


def test_four_keys_note_feedback_in_a_check_in(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.window.start_check_in()
    team.press(team.find(QListView, names.AGENDA_LIST), Qt.Key.Key_F)
    type_all(team)
    found = feedback.newest(team.store, team.person("Ana Ruiz").id)[0]
    check_in = checkins.running(team.store, team.person("Ana Ruiz").id)
    assert (found.situation, found.behaviour) == ("In the stand-up", "you let Ben finish")
    assert found.impact == "he came up with the fix"
    assert check_in is not None and found.made_in == check_in.id
    assert [row.title for row in rows(team, "talkFeedback")] == ["you let Ben finish"]
    assert team.find(NoteEditor, names.CHECK_IN_SHARED).hasFocus()
    assert team.told == "Feedback saved"


def test_a_menu_entry_notes_it_without_a_check_in(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(names.GO_PLAN)
    team.act(NOTE_FEEDBACK)
    assert team.window.person_page.tab == "prepare"
    type_all(team)
    found = feedback.newest(team.store, team.person("Ben Okri").id)[0]
    assert found.made_in is None
    focused = QApplication.focusWidget()
    assert isinstance(focused, BriefList) and focused.current().kind is RowKind.ADD_FEEDBACK
    assert [row.text for row in told(team)] == ["You let Ben finish"]


def test_what_waits_is_told_by_enter_in_the_check_in(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    feedback.add(team.store, ana, TODAY, behaviour="Came late twice", way=WAITS)
    team.choose("Ana Ruiz")
    team.window.start_check_in()
    view = team.find(QListView, "talkFeedback")
    assert rows(team, "talkFeedback")[0].action == "Passed on"
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    team.press(view, Qt.Key.Key_Return)
    check_in = checkins.running(team.store, ana)
    assert check_in is not None
    assert [one.behaviour for one in feedback.made_in(team.store, check_in.id)] == [
        "Came late twice"
    ]
    team.act(names.UNDO)
    assert len(feedback.to_deliver(team.store, ana)) == 1


def test_empty_feedback_is_refused_and_the_form_stays(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(NOTE_FEEDBACK)
    team.press_in_focus(Qt.Key.Key_Return)
    assert "Describe what happened" in team.banner()
    assert QApplication.focusWidget().objectName() == "feedbackSituation"
    team.press_in_focus(Qt.Key.Key_Escape)
    assert feedback.newest(team.store, team.person("Ana Ruiz").id) == []


def test_enter_edits_what_was_said_and_delete_deletes_it(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    feedback.add(team.store, ana, TODAY, behaviour="Led it")
    team.choose("Ana Ruiz")
    BriefRobot(team).press(Qt.Key.Key_Return, told(team)[0])
    team.press_in_focus(Qt.Key.Key_Tab)
    team.press_in_focus(Qt.Key.Key_End)
    team.qtbot.keyClicks(QApplication.focusWidget(), " alone")
    team.press_in_focus(Qt.Key.Key_Return)
    assert [one.behaviour for one in feedback.newest(team.store, ana)] == ["Led it alone"]
    BriefRobot(team).press(Qt.Key.Key_Delete, told(team)[0])
    assert feedback.newest(team.store, ana) == []
    team.act(names.UNDO)
    team.act(names.GO_PREPARE)
    assert [row.text for row in told(team)] == ["Led it alone"]


@pytest.mark.parametrize("by", ["key", "click"])
def test_what_waits_is_told_from_the_brief(team: PeopleRobot, by: str) -> None:
    ana = team.person("Ana Ruiz").id
    feedback.add(team.store, ana, TODAY, behaviour="came late", way=WAITS)
    team.choose("Ana Ruiz")
    row = told(team)[0]
    assert (row.text, row.private, row.links) == ("Came late", True, ((TOLD, "Passed on"),))
    if by == "key":
        BriefRobot(team).press(Qt.Key.Key_Return, row)
    else:
        BriefRobot(team).click(row, TOLD)
    assert [one.behaviour for one in feedback.newest(team.store, ana)] == ["came late"]
    assert feedback.to_deliver(team.store, ana) == []
    assert told(team)[0].links == ((EDIT, "Edit"),)


@pytest.mark.parametrize("count", [3, 5])
def test_the_brief_shows_three_and_unfolds_the_rest(team: PeopleRobot, count: int) -> None:
    ana = team.person("Ana Ruiz").id
    for number in range(count):
        feedback.add(team.store, ana, TODAY, behaviour=f"Case {number}")
    team.choose("Ana Ruiz")
    assert len(told(team)) == 3
    if count > 3:
        more = BriefRobot(team).rows(Part.FEEDBACK, RowKind.MORE)[0]
        assert more.text == f"{count - 3} more"
        BriefRobot(team).click(more)
        assert len(told(team)) == count


def test_half_typed_feedback_is_seen_again_where_nothing_else_is_known(team: PeopleRobot) -> None:
    first, other = team.names()[:2]
    team.choose(first)
    team.act(NOTE_FEEDBACK)
    team.qtbot.keyClicks(QApplication.focusWidget(), "In the review")
    team.choose(other)
    team.choose(first)
    seen = [
        one.toPlainText()
        for one in team.window.findChildren(QTextEdit, "feedbackSituation")
        if one.isVisible()
    ]
    assert seen == ["In the review"]


def typed_on(team: PeopleRobot, day: str) -> PastDay:
    """The day of the feedback in the form, typed and Enter."""
    field = team.find(PastDay, "feedbackDay")
    team.type(field, day)
    team.press(field, Qt.Key.Key_Return)
    return field


def test_feedback_of_an_earlier_day_says_both_days(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.window.start_check_in()
    team.press(team.find(QListView, names.AGENDA_LIST), Qt.Key.Key_F)
    team.qtbot.keyClicks(QApplication.focusWidget(), "In the stand-up")
    field = typed_on(team, "2026-11-18")
    assert "in the future" in field.accessibleDescription()
    assert not feedback.newest(team.store, team.person("Ana Ruiz").id)
    typed_on(team, "fri")
    [found] = feedback.newest(team.store, team.person("Ana Ruiz").id)
    assert (found.given_on, found.noted_on) == (TODAY.replace(day=13), TODAY)
    [row] = rows(team, "talkFeedback")
    assert "4 days ago, noted on 17 Nov" in row.caption


def test_the_day_of_feedback_that_is_there_can_be_put_right(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    feedback.add(team.store, ana, TODAY, behaviour="Helped")
    team.choose("Ana Ruiz")
    team.window.start_check_in()
    view = team.find(QListView, "talkFeedback")
    team.go_to(view, 0)
    team.press(view, Qt.Key.Key_Return)
    assert team.find(PastDay, "feedbackDay").day() == TODAY
    typed_on(team, "yesterday")
    [found] = feedback.newest(team.store, ana)
    assert (found.given_on, found.noted_on) == (TODAY.replace(day=16), TODAY)


def test_what_is_still_to_be_told_has_no_day(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    feedback.add(team.store, ana, TODAY, behaviour="Helped", way=WAITS)
    team.choose("Ana Ruiz")
    team.window.start_check_in()
    team.press(team.find(QListView, names.AGENDA_LIST), Qt.Key.Key_F)
    field = team.find(PastDay, "feedbackDay")
    assert field.isVisible()
    team.click("feedbackWay2")
    assert not field.isVisible()


def test_feedback_can_be_about_a_goal(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    goals = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads", "Nights"], TODAY)
    team.choose("Ana Ruiz")
    team.act(NOTE_FEEDBACK)
    box = team.find(AboutGoal, "feedbackGoal")
    box.setCurrentIndex(box.findText("Nights"))
    box.activated.emit(box.currentIndex())
    team.choose("Ben Okri")  # what is chosen waits with the words
    team.choose("Ana Ruiz")
    assert box.currentText() == "Nights"
    team.find(QTextEdit, "feedbackSituation").setFocus()
    type_all(team)
    found = feedback.newest(team.store, ana)[0]
    assert found.item_id == goals[1].id
    plans.remove_items(team.store, [goals[1].id])
    assert feedback.newest(team.store, ana)[0].item_id is None


def test_who_has_no_goal_is_not_asked_about_one(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(NOTE_FEEDBACK)
    assert not team.find(AboutGoal, "feedbackGoal").isVisible()
