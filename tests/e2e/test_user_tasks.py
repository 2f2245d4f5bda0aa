"""What a manager does every week, and how many keys and clicks it takes besides the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.domain import moments
from careerdesk.domain.records import (
    CheckInKind,
    CheckInState,
    ItemState,
    LookedAhead,
    Owner,
    PlanState,
)
from careerdesk.services import (
    actions,
    agreements,
    career_conversations,
    checkins,
    discovery,
    feedback,
    key_results,
    planning,
    plans,
    summaries,
)
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.checkins.career_goals import CAREER_GOALS
from careerdesk.ui.checkins.career_question import CareerQuestion
from careerdesk.ui.plan.close_plan import CLOSE_CONFIRM
from careerdesk.ui.plan.goal_score import ITEM_SCORE_TAKE
from careerdesk.ui.prepare.brief_tools import BriefTools
from careerdesk.ui.prepare.take_in import ANSWER as ANSWER_FIELD
from careerdesk.ui.prepare.take_in import GO as TAKE_IN_GO
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    CLOSE_WEEK,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
)
from careerdesk.ui.shell.palette import Palette
from careerdesk.ui.widgets.choice_list import ChoiceList
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.tick_list import TickList
from tests.builders import NOW, TODAY, a_person, a_planned
from tests.robots.seen import said
from tests.robots.today import TodayRobot, titles
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


class Counted:
    """Hands on the window that count what they do; typing words is free."""

    def __init__(self, robot: PeopleRobot) -> None:
        self.robot = robot
        self.count = 0

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        window = self.robot.window
        return QApplication.focusWidget() or window.focusWidget() or window

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        self.count += 1
        self.robot.qtbot.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def click(self, name: str) -> None:
        """Click a button."""
        self.count += 1
        self.robot.click(name)
        QApplication.processEvents()

    def click_at(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click somewhere in a widget, by itself in its middle."""
        self.count += 1
        point = place or widget.rect().center()
        self.robot.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)
        QApplication.processEvents()

    def click_row(self, name: str, words: str) -> None:
        """Click the row of a list that begins with these words."""
        view = self.robot.find(QAbstractItemView, name)
        self.click_at(view.viewport(), view.visualRect(self.row(name, words)).center())

    def tick(self, name: str, words: str) -> None:
        """Click the tick box of a row."""
        view = self.robot.find(TickList, name)
        corner = view.visualRect(self.row(name, words)).topLeft()
        self.click_at(view.viewport(), corner + QPoint(14, 14))

    def row(self, name: str, words: str) -> QModelIndex:
        """The row that begins with these words."""
        model = self.robot.find(QAbstractItemView, name).model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return next(one for one in rows if str(one.data()).startswith(words))

    def type(self, words: str) -> None:
        """Type words; they are not counted."""
        self.robot.qtbot.keyClicks(self.focus, words)


@pytest.fixture
def hands(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[Counted]:
    """A window over Ana, who is known well, and Ben, who is not."""
    discovery.ensure_bank(store)
    ana = a_person(store, "Ana Ruiz").with_goals("Loads by six", "Two can release", "The last one")
    ana.with_checkin(7).driven_by("Mastery").with_points("The rota", "The workshop")
    a_planned(store, ana.id, NOW)
    ben = a_person(store, "Ben Okri").with_checkin(90).driven_by("Light").with_goals("Far")
    a_planned(store, ben.id, NOW + timedelta(days=3))
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    yield Counted(robot)
    robot.window.close()


def ana(hands: Counted) -> int:
    """Ana's id."""
    return hands.robot.person("Ana Ruiz").id


def test_prepare_the_first_one_on_one_of_the_day(hands: Counted) -> None:
    hands.robot.choose("Ben Okri")
    hands.key(Qt.Key.Key_T, CONTROL)
    hands.key(Qt.Key.Key_Return)
    assert (hands.robot.shown, hands.robot.window.person_page.tab) == ("Ana Ruiz", "prepare")
    assert "The rota" in said(hands.robot.window)
    assert hands.count <= 2


def test_jot_a_thought_for_someone_while_elsewhere(hands: Counted) -> None:
    hands.key(Qt.Key.Key_N, CONTROL | SHIFT)
    hands.type("ben what he learnt at the fair")
    hands.key(Qt.Key.Key_Return)
    ben = hands.robot.person("Ben Okri").id
    points = [point.text for point in checkins.agenda(hands.robot.store, ben)]
    assert points == ["what he learnt at the fair"]
    assert hands.robot.shown == "Ana Ruiz"
    assert hands.count <= 3


ANSWER = "1. Holiday in March\n   The new rota tool\n   Who covers the 24th"
CAME = ["Holiday in March", "The new rota tool", "Who covers the 24th"]


def paste(hands: Counted, words: str) -> None:
    """Paste words that were copied elsewhere: one key."""
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    hands.key(Qt.Key.Key_V, CONTROL)


def came_in(hands: Counted) -> list[str]:
    """What of Ana's agenda came in writing."""
    found = checkins.agenda(hands.robot.store, ana(hands))
    assert found[: len(CAME)] == [point for point in found if point.in_writing]
    return [point.text for point in found if point.in_writing]


def test_take_in_three_points_that_were_answered_in_writing(hands: Counted) -> None:
    hands.key(Qt.Key.Key_I, CONTROL | SHIFT)
    hands.robot.wait(hands.robot.find(QTextEdit, ANSWER_FIELD).hasFocus)
    paste(hands, ANSWER)
    hands.key(Qt.Key.Key_Return, CONTROL)
    assert came_in(hands) == CAME
    assert hands.count <= 4


def test_take_in_three_points_by_the_pointer(hands: Counted) -> None:
    dots = hands.robot.find(BriefTools, "briefAgendaTemplates")
    hands.click("briefAgendaTemplates")
    menu = dots.findChild(QMenu)
    assert menu is not None
    entry = next(one for one in menu.actions() if one.text() == "Import an answer…")
    hands.click_at(menu, menu.actionGeometry(entry).center())
    hands.robot.wait(hands.robot.find(QTextEdit, ANSWER_FIELD).hasFocus)
    paste(hands, ANSWER)
    hands.click(TAKE_IN_GO)
    assert came_in(hands) == CAME
    assert hands.count <= 4


def test_hold_and_finish_a_check_in(hands: Counted) -> None:
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.type("The loads are calm now")
    hands.tick(names.AGENDA_LIST, "The rota")
    hands.tick(names.AGENDA_LIST, "The workshop")
    said_it = hands.robot.find(Segmented, names.TEMPERATURE_SAID)
    hands.click_at(said_it.button(1))
    hands.click_at(hands.robot.find(QLineEdit, names.PROMISE_EDIT))
    hands.type("Ask finance")
    hands.key(Qt.Key.Key_Return)
    hands.type("Send the notes")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    hands.key(Qt.Key.Key_Return)
    store = hands.robot.store
    check_in = checkins.last_held(store, ana(hands))
    assert check_in is not None and check_in.state is CheckInState.HELD
    assert (check_in.shared_notes, check_in.said) == ("The loads are calm now", 1)
    assert len(checkins.covered_in(store, check_in.id)) == 2
    made = checkins.promises_of(store, check_in.id)
    assert [(one.text, one.owner) for one in made] == [
        ("Ask finance", Owner.ME), ("Send the notes", Owner.ME),
    ]  # fmt: skip
    assert hands.count <= 9


def test_send_the_summary_after_a_1_1(hands: Counted) -> None:
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.type("The loads are calm now")
    hands.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    hands.key(Qt.Key.Key_Return)
    finished_with = hands.count
    hands.key(Qt.Key.Key_Return)
    assert "The loads are calm now" in QGuiApplication.clipboard().text()
    hands.key(Qt.Key.Key_Return)
    check_in = checkins.last_held(hands.robot.store, ana(hands))
    assert check_in is not None
    assert summaries.sending(hands.robot.store, check_in.id).sent_on == TODAY
    assert "Sent 17 Nov" in said(hands.robot.window)
    assert hands.count - finished_with <= 2


def test_plan_a_career_conversation_from_today(hands: Counted) -> None:
    hands.robot.choose("Ben Okri")
    today = TodayRobot(hands.robot)
    title = "No recent career conversation with Ben"
    hands.robot.wait(lambda: title in titles(today.calls))
    today.click(today.calls, title, "Plan one")
    hands.count += 1
    hands.type("thu")
    hands.key(Qt.Key.Key_Return)
    ben = hands.robot.person("Ben Okri").id
    assert CheckInKind.CAREER in [one.kind for one in planning.planned(hands.robot.store, ben)]
    assert title not in titles(today.calls)
    assert hands.count <= 3


def test_five_people_s_1_1s_every_two_weeks(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    hands = Counted(PeopleRobot(qtbot, store, tmp_path))
    names_of = ("Ana", "Ben", "Chi", "Dee", "Eli")
    for name in names_of:
        hands.type(name)
        hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    for number in range(5):
        hands.type(f"fri {9 + number}")
        hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return)
    found = [planning.repeat_of(store, hands.robot.person(name).id) for name in names_of]
    assert [(one.weeks, one.minute) for one in found if one] == [
        (2, 60 * (9 + number)) for number in range(5)
    ]
    assert hands.count <= 12
    hands.robot.window.close()


def test_record_yesterday_s_walk_and_check_in(hands: Counted) -> None:
    hands.robot.act(ADD_PAST_CHECK_IN)
    hands.count += 2  # the menu, and the entry in it
    hands.type("yesterday")
    hands.key(Qt.Key.Key_Return)
    person = ana(hands)
    held = checkins.last_held(hands.robot.store, person)
    assert held is not None
    assert moments.day(held) == TODAY - timedelta(days=1)
    notes = hands.robot.find(QTextEdit, "earlierShared")
    if hands.focus is not notes:
        hands.click_at(notes.viewport())
    hands.type("She wants to teach")
    hands.robot.window.ctx.autosaver.flush()
    held = checkins.last_held(hands.robot.store, person)
    assert held is not None
    assert (held.shared_notes, held.noted_on) == ("She wants to teach", TODAY)
    assert hands.count <= 5


def test_move_a_missed_one_to_tomorrow(hands: Counted) -> None:
    person = hands.robot.person("Ben Okri").id
    a_planned(hands.robot.store, person, None)
    a_planned(hands.robot.store, person, NOW - timedelta(days=3))
    today = TodayRobot(hands.robot)
    today.click(today.check_ins, "Ben Okri", "Move")
    hands.count += 1
    hands.type("tomorrow")
    hands.key(Qt.Key.Key_Return)
    moved = planning.planned(hands.robot.store, person)
    assert [moments.day(one) for one in moved] == [TODAY + timedelta(days=1)]
    assert hands.count <= 3


def test_hold_a_career_conversation(hands: Counted) -> None:
    store, person = hands.robot.store, ana(hands)
    a_planned(store, person, None)
    a_planned(store, person, NOW, CheckInKind.CAREER)
    hands.key(Qt.Key.Key_Return, CONTROL)
    first, second = hands.robot.window.findChildren(CareerQuestion)
    for asked in (first, second):
        if hands.focus is not asked.answer:
            hands.click_at(asked.answer.viewport())
        hands.type("Teaching")
    goals = hands.robot.window.findChild(ChoiceList, CAREER_GOALS)
    assert isinstance(goals, ChoiceList)
    hands.click_at(goals.viewport(), goals.visualRect(goals.model().index(0, 0)).center())
    hands.key(Qt.Key.Key_3)
    hands.click_at(hands.robot.find(QLineEdit, names.PROMISE_EDIT))
    hands.type("Ask Bo to sit in")
    hands.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    hands.key(Qt.Key.Key_Return)
    check_in = checkins.last_held(store, person)
    assert check_in is not None
    assert check_in.looked_ahead is LookedAhead.MOSTLY
    answers = career_conversations.answers(store, check_in.id).values()
    assert [note.their_words for note in answers] == ["Teaching", "Teaching"]
    view = plans.active(store, person)
    assert view is not None
    assert [one.item.state for one in view.items].count(ItemState.DROPPED) == 1
    assert [one.text for one in checkins.promises_of(store, check_in.id)] == ["Ask Bo to sit in"]
    assert hands.count <= 9


def test_a_goal_at_risk_and_a_step_while_talking(hands: Counted) -> None:
    hands.robot.window.start_check_in()
    hands.click_row(names.CHECK_IN_VALUES, "Two can release")
    hands.key(Qt.Key.Key_3)
    hands.click_row(names.CHECK_IN_VALUES, "Add a next step")
    hands.type("Ask Bo to release on Thursday")
    hands.key(Qt.Key.Key_Return)
    view = plans.active(hands.robot.store, ana(hands))
    assert view is not None
    goal = view.items[1]
    assert goal.item.state is ItemState.AT_RISK
    steps = [step.text for step in actions.of(hands.robot.store, goal.id)]
    assert steps == ["Ask Bo to release on Thursday"]
    assert hands.count <= 4


def test_close_the_week_for_six_people_with_three_notices(hands: Counted) -> None:
    for name in ("Chi Tran", "Dee Paz", "Eli Voss", "Fay Noor"):
        a_person(hands.robot.store, name)
    hands.key(Qt.Key.Key_W, CONTROL | SHIFT)
    for words in ("Helped the night shift", "Asked the right question", "Wrote it down"):
        hands.type(words)
        hands.key(Qt.Key.Key_Return)
    noticed = [one.behaviour for name in ("Ana Ruiz", "Ben Okri", "Chi Tran")
               for one in feedback.to_deliver(
                   hands.robot.store, hands.robot.person(name).id)]  # fmt: skip
    assert noticed == ["Helped the night shift", "Asked the right question", "Wrote it down"]
    assert hands.count <= 4


def test_a_discovery_conversation_of_four_questions(hands: Counted) -> None:
    hands.key(Qt.Key.Key_D, CONTROL | SHIFT)
    for number in range(4):
        hands.type(f"answer {number}")
        if number < 3:
            hands.key(Qt.Key.Key_Return, CONTROL)
    hands.key(Qt.Key.Key_Escape)
    notes = discovery.notes(hands.robot.store, ana(hands))
    assert [view.note.their_words for view in reversed(notes)] == [
        f"answer {number}" for number in range(4)
    ]
    assert len({view.note.question_id for view in notes}) == 4
    assert hands.count <= 6


def test_a_short_plan_with_measures_and_both_benefits(hands: Counted) -> None:
    hands.robot.choose("Ben Okri")
    hands.key(Qt.Key.Key_G, CONTROL)
    for title in ("Visits are planned a week ahead", "The branches trust the figures"):
        hands.type(title)
        hands.key(Qt.Key.Key_Return)
    for title, results in (
        ("Visits", ("Visits planned", "Visits moved")),
        ("The branches", ("Questions a week",)),
    ):
        hands.click_row(names.SHORT_TERM_ITEMS, title)
        panels = hands.robot.window.findChildren(QWidget, names.ITEM_PANEL)
        if not any(panel.isVisible() for panel in panels):
            hands.key(Qt.Key.Key_Return)
        hands.click_at(hands.robot.find(QTextEdit, names.ITEM_FOR_PERSON).viewport())
        hands.type("Calm weeks")
        hands.key(Qt.Key.Key_Tab)
        hands.type("Fewer empty trips")
        for result in results:
            if hands.focus.objectName() != names.KEY_RESULT_EDIT:
                hands.click_at(hands.robot.find(QLineEdit, names.KEY_RESULT_EDIT))
            hands.type(result)
            hands.key(Qt.Key.Key_Return)
    hands.robot.window.ctx.autosaver.flush()
    view = plans.active(hands.robot.store, hands.robot.person("Ben Okri").id)
    assert view is not None
    added = view.items[-2:]
    assert [len(item.key_results) for item in added] == [2, 1]
    assert {(one.item.for_person, one.item.for_business) for one in added} == {
        ("Calm weeks", "Fewer empty trips")
    }
    assert hands.count <= 16


def test_the_last_goal_to_the_top(hands: Counted) -> None:
    hands.robot.act(names.GO_PLAN)
    view = hands.robot.find(QAbstractItemView, names.SHORT_TERM_ITEMS)
    hands.robot.go_to(view, hands.row(names.SHORT_TERM_ITEMS, "The last one").row())
    hands.robot.wait(lambda: hands.focus is view)
    hands.key(Qt.Key.Key_Home, ALT)
    found = plans.active(hands.robot.store, ana(hands))
    assert found is not None
    assert found.items[0].item.title == "The last one"
    assert hands.count <= 1


def test_score_a_reached_goal_at_once(hands: Counted) -> None:
    store = hands.robot.store
    view = plans.active(store, ana(hands))
    assert view is not None
    goal = view.items[0].id
    result = key_results.add(store, goal, "Loads on time", today=TODAY)
    key_results.change(store, result.id, today=TODAY, target=100.0, current=69.0)
    hands.robot.act(names.GO_PLAN)
    hands.robot.go_to(hands.robot.find(QAbstractItemView, names.SHORT_TERM_ITEMS), 0)
    hands.key(Qt.Key.Key_5)  # done
    hands.key(Qt.Key.Key_Return)
    hands.click(ITEM_SCORE_TAKE)
    item = plans.item(store, goal).item
    assert (item.state, item.reached_on, item.score) == (ItemState.DONE, TODAY, 0.7)
    assert hands.count <= 3


def test_feedback_in_three_parts(hands: Counted) -> None:
    hands.robot.window.start_check_in()
    hands.robot.find(QAbstractItemView, names.AGENDA_LIST).setFocus()
    hands.key(Qt.Key.Key_F)
    for words, key in (
        ("In the stand-up", Qt.Key.Key_Tab),
        ("you let Ben finish", Qt.Key.Key_Tab),
        ("he found the fault", Qt.Key.Key_Return),
    ):
        hands.type(words)
        hands.key(key)
    found = feedback.newest(hands.robot.store, ana(hands))[0]
    assert (found.situation, found.behaviour, found.impact) == (
        "In the stand-up", "you let Ben finish", "he found the fault",
    )  # fmt: skip
    assert hands.count <= 4


def test_close_a_plan_and_carry_over(hands: Counted) -> None:
    before = plans.active(hands.robot.store, ana(hands))
    assert before is not None
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.click(names.CLOSE_PLAN)
    hands.click(CLOSE_CONFIRM)
    after = plans.active(hands.robot.store, ana(hands))
    assert after is not None and after.plan.id != before.plan.id
    closed = plans.get(hands.robot.store, before.plan.id)
    assert closed.plan.state is PlanState.CLOSED
    titles = [view.item.title for view in before.items]
    assert [view.item.title for view in after.items] == titles
    assert all(view.item.carried_from for view in after.items)
    assert hands.count <= 6


def test_agree_again_after_reading_what_changed(hands: Counted) -> None:
    store = hands.robot.store
    before = plans.active(store, ana(hands))
    assert before is not None
    agreements.agree(store, before.plan.id, TODAY - timedelta(days=7), today=TODAY)
    plans.change_item(store, before.items[0].id, today=TODAY, title="Loads by five")
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.click(names.PLAN_CHANGES)
    assert "Loads by six → Loads by five" in said(hands.robot.window)
    hands.key(Qt.Key.Key_Return)
    agreed = agreements.of(store, before.plan.id)
    assert agreed is not None
    assert (agreed.on, agreed.changes) == (TODAY, ())
    assert hands.count <= 3


def test_what_was_promised_in_march(hands: Counted) -> None:
    store, person = hands.robot.store, ana(hands)
    for month in (2, 3, 4):
        at = datetime(2026, month, 10, 9, tzinfo=UTC)
        check_in = checkins.start(store, person, at)
        checkins.add_promise(store, person, f"Promise of month {month}", made_in=check_in.id)
        checkins.finish(store, check_in.id, at)
    hands.key(Qt.Key.Key_4, CONTROL)
    hands.key(Qt.Key.Key_F, CONTROL)
    hands.type("march")
    model = hands.robot.find(QAbstractItemView, names.CHECK_IN_HISTORY).model()
    found = [model.index(row, 0).data(RECORD_ROLE).excerpt for row in range(model.rowCount())]
    assert found == ["Promised: Promise of month 3"]
    assert hands.count <= 3


def test_find_what_was_promised_to_a_person_in_march(hands: Counted) -> None:
    robot, ben = hands.robot, hands.robot.person("Ben Okri").id
    march = date(TODAY.year, 3, 12)
    checkins.add_promise(robot.store, ben, "Ask for the seat in the council", due_on=march)
    checkins.add_promise(robot.store, ana(hands), "Another seat for Ana", due_on=march)
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type("promise ben march")
    palette = robot.find(Palette, names.PALETTE)
    robot.wait(lambda: not palette.waits)
    hands.key(Qt.Key.Key_Return)
    assert robot.shown == "Ben Okri"
    assert "Ask for the seat in the council" in said(robot.window)
    assert hands.count <= 3


@pytest.mark.parametrize("typed", ["close week", "objectives", "templates", "shortcuts"])
def test_do_a_command_whose_keys_one_does_not_know(hands: Counted, typed: str) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type(typed)
    hands.key(Qt.Key.Key_Return)
    pages = hands.robot.window.commands.pages
    opened = {
        "close week": CLOSE_WEEK,
        "objectives": SHOW_OBJECTIVES,
        "templates": SHOW_TEMPLATES,
        "shortcuts": SHORTCUTS,
    }
    hands.robot.wait(lambda: pages.current is not None)
    assert pages.current is not None and pages.current.opened_by == opened[typed]
    assert hands.count <= 2


def test_see_who_has_not_been_talked_to(hands: Counted) -> None:
    a_planned(hands.robot.store, hands.robot.person("Ben Okri").id, None)
    hands.key(Qt.Key.Key_T, CONTROL)
    model = hands.robot.find(QAbstractItemView, names.UPCOMING_LIST).model()
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert "Ben Okri" in rows[rows.index("To plan") :], rows
    assert hands.count <= 1


def test_bring_back_a_deleted_check_in(hands: Counted) -> None:
    store, person = hands.robot.store, ana(hands)
    check_ins = [row.id for row in checkins.history(store, person)]
    checkins.remove(store, check_ins)
    hands.key(Qt.Key.Key_T, CONTROL | SHIFT)
    hands.key(Qt.Key.Key_Return)
    assert [row.id for row in checkins.history(store, person)] == check_ins
    assert hands.count <= 3


def test_hide_everything_private(hands: Counted) -> None:
    check_in = checkins.start(hands.robot.store, ana(hands), NOW)
    checkins.write(hands.robot.store, check_in.id, private_notes="qzprivate")
    hands.robot.act(names.GO_CHECK_INS)
    assert "qzprivate" in said(hands.robot.window)
    hands.key(Qt.Key.Key_H, CONTROL | SHIFT)
    assert "qzprivate" not in said(hands.robot.window)
    assert "Ben Okri" not in said(hands.robot.window)
    assert hands.count == 1
