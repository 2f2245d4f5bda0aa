"""The brief: what is on it, in which order, and what can be done there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.domain.brief import look_at
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import Horizon, ItemState, Owner, Person, PlanItem
from careerdesk.services import checkins, discovery, feedback, people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.checkins.check_ins import CheckInsPage
from careerdesk.ui.prepare.brief_parts import trend
from careerdesk.ui.prepare.goals import goal_row
from careerdesk.ui.widgets.buttons import Badge
from careerdesk.ui.widgets.tick_list import TickList
from tests.robots.prepare import PrepareRobot
from tests.robots.stage import TODAY, Stage

NOW = datetime(2026, 11, 17, 14, 2, tzinfo=UTC)
STRANGE = "Robert'); DROP TABLE person;-- <b>x</b> %s {0} שלום 🎉"
CREATED = date(2026, 9, 1)


@pytest.fixture
def stage(qtbot, store: Store, tmp_path: Path) -> Stage:
    discovery.ensure_bank(store)
    return Stage(qtbot, store, tmp_path)


@pytest.fixture
def ana(stage: Stage) -> int:
    person = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, person.id, pronouns="she/her")
    return person.id


def held(stage: Stage, person_id: int, days_ago: int, notes: str = "", said: int | None = None):
    at = NOW - timedelta(days=days_ago)
    talk = checkins.start(stage.store, person_id, at)
    checkins.write(stage.store, talk.id, shared_notes=notes, said=said)
    checkins.finish(stage.store, talk.id, at + timedelta(minutes=30))
    return talk


@pytest.fixture
def robot(stage: Stage, ana: int) -> PrepareRobot:
    """Someone with a talk, and nothing else yet."""
    held(stage, ana, 14, "# On call\nThe **rota** is better")
    return PrepareRobot(stage, ana)


def test_nothing_known_yet_teaches_three_steps(stage: Stage, ana: int) -> None:
    robot = PrepareRobot(stage, ana)
    assert "Get to know Ana first" in robot.seen()
    assert "Her words stay hers" in robot.seen()
    for button, tab in (
        ("emptyDiscover", "discovery"),
        ("emptyFirstGoal", "plan"),
        ("emptyFirstTalk", "check-ins"),
    ):
        robot.click(button)
        assert robot.went[-1] == (ana, tab)
    checkins.add_agenda(stage.store, ana, "Spring")
    assert "Get to know" not in robot.seen()
    assert robot.agenda.texts() == ["Spring"]
    stage.undo()
    assert "Get to know Ana first" in robot.seen()


def test_no_pronouns_no_guess(stage: Stage) -> None:
    robot = PrepareRobot(stage, people.add(stage.store, "Sam Vale").id)
    assert "The words stay Sam's" in robot.seen()


def test_since_last_time(robot: PrepareRobot) -> None:
    assert "Tue 3 Nov, 14 days ago" in robot.seen()
    assert "On call\nThe rota is better" in robot.seen()
    assert not robot.page.since.all.isVisible()


def test_long_notes_are_cut_and_the_rest_is_one_click_away(stage: Stage, ana: int) -> None:
    held(stage, ana, 14, "word " * 400)
    robot = PrepareRobot(stage, ana)
    assert robot.page.since.notes.text().endswith("word…")
    robot.click("briefNotes")
    assert robot.went == [(ana, "check-ins")]


def test_what_was_reached_since_then(robot: PrepareRobot, stage: Stage) -> None:
    items = plans.add_items_for(
        stage.store, robot.person_id, Horizon.SHORT, ["Alert on lateness"], CREATED
    )
    plans.set_state(stage.store, [items[0].id], ItemState.DONE, TODAY - timedelta(days=5))
    assert "Reached: Alert on lateness" in robot.seen()
    assert "12 Nov" in robot.seen()


def test_empty_sections_say_so_in_one_line(robot: PrepareRobot) -> None:
    for words in (
        "No promises open", "No goal needs a look", "Nothing on the agenda", "Not known yet",
        "Not asked yet",
    ):  # fmt: skip
        assert words in robot.seen()


def test_promises_mine_first_with_what_is_late(robot: PrepareRobot, stage: Stage) -> None:
    store, ana = stage.store, robot.person_id
    checkins.add_promise(store, ana, "Draft", owner=Owner.THEM, due_on=date(2026, 11, 27))
    checkins.add_promise(store, ana, "Seat", due_on=date(2026, 11, 13))
    checkins.add_promise(store, ana, "Notes", due_on=TODAY)
    rows = [(words.text, words.lead + words.note, words.late) for words in robot.promises.words()]
    assert rows == [
        ("Seat", "mine, 4 days late", True),
        ("Notes", "mine, today", False),
        ("Draft", "hers, 27 Nov", False),
    ]
    assert robot.page.promise_section.caption.text() == "2 mine, 1 hers"
    robot.promises.click_box("Seat")
    assert robot.promises.ticked() == ["Seat"]
    assert robot.page.promise_section.caption.text() == "1 mine, 1 hers"
    stage.undo()
    assert robot.promises.ticked() == []


def test_goals_to_look_at_say_why(robot: PrepareRobot, stage: Stage) -> None:
    store, ana = stage.store, robot.person_id
    due, risky, _, fine = plans.add_items_for(
        store, ana, Horizon.SHORT, ["Due", "Risky", "Dusty", "Fine"], CREATED
    )
    plans.change_item(store, due.id, today=TODAY, due_on=TODAY - timedelta(days=2))
    plans.change_item(
        store, risky.id, today=TODAY, state=ItemState.AT_RISK, due_on=TODAY + timedelta(days=24)
    )
    plans.change_item(store, fine.id, today=TODAY, state=ItemState.ON_TRACK)
    assert robot.goals() == [
        ("Risky", "due in 24 days"),
        ("Due", "2 days late"),
        ("Dusty", "not touched for 77 days"),
    ]
    assert robot.page.goal_section.caption.text() == "1 at risk, 1 late, 1 gathering dust"
    robot.page.goals.setCurrentIndex(robot.page.goals.rows.index(1, 0))
    stage.qtbot.keyClick(robot.page.goals, Qt.Key.Key_Return)
    assert robot.opened == [(ana, due.id)]


def test_a_point_is_added_with_one_key(robot: PrepareRobot, stage: Stage) -> None:
    robot.page.focus_first()
    stage.qtbot.keyClick(robot.page, Qt.Key.Key_A)
    assert robot.agenda.edit.hasFocus()
    robot.agenda.add("Spring", STRANGE)
    assert robot.agenda.texts() == ["Spring", STRANGE]
    assert robot.page.agenda_section.caption.text() == "2 points"
    assert robot.agenda.row("Spring").note == "mine"
    stage.qtbot.keyClick(robot.agenda.edit, Qt.Key.Key_Escape)
    assert robot.agenda.view.hasFocus()


def test_a_point_ticked_before_the_talk_stays_in_sight(robot: PrepareRobot, stage: Stage) -> None:
    robot.agenda.add("Spring", "Autumn")
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    assert robot.agenda.ticked() == ["Spring"]
    assert robot.page.agenda_section.caption.text() == "1 point"
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    assert robot.agenda.ticked() == []
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    robot.agenda.press(Qt.Key.Key_P, "Spring")
    assert robot.agenda.row("Spring").private
    robot.agenda.press(Qt.Key.Key_Delete, "Spring")
    assert robot.agenda.texts() == ["Autumn"]
    stage.undo()
    robot.page.show_person(robot.person_id)
    assert robot.agenda.texts() == ["Autumn"]


def test_a_point_ticked_while_a_talk_runs_belongs_to_it(robot: PrepareRobot, stage: Stage) -> None:
    talk = checkins.start(stage.store, robot.person_id, NOW)
    robot.agenda.add("Spring")
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    assert [point.text for point in checkins.covered_in(stage.store, talk.id)] == ["Spring"]


def test_the_question_not_asked_for_longest(robot: PrepareRobot, stage: Stage) -> None:
    store, ana = stage.store, robot.person_id
    bank = discovery.questions(store, ana)
    for asked in bank:
        discovery.ask(store, ana, asked.id, date(2026, 10, 1))
    note = discovery.ask(store, ana, bank[3].id, date(2026, 2, 10))
    newest = discovery.answers(store, ana, bank[3].id)
    for one in newest:
        if one.id != note.id:
            discovery.remove_note(store, one.id)
    discovery.write_note(store, note.id, their_words="# Work\nTracing **one** row")
    assert robot.question() == bank[3].question.text
    assert "A question not asked for 9 months" in robot.seen()
    assert "February 2026: “Work: Tracing one row”" in robot.seen()
    robot.click("askNow")
    assert robot.asked == [(ana, bank[3].id)]
    robot.click(names.PUT_ON_AGENDA)
    assert robot.agenda.texts() == [bank[3].question.text]
    assert robot.question() != bank[3].question.text
    stage.undo()
    assert robot.agenda.texts() == []


def test_another_question_until_all_were_seen(robot: PrepareRobot, stage: Stage) -> None:
    first = robot.question()
    seen = [first]
    for _ in discovery.session(stage.store, robot.person_id)[1:]:
        robot.click(names.ANOTHER_QUESTION)
        seen.append(robot.question())
    assert len(set(seen)) == len(seen)
    robot.click(names.ANOTHER_QUESTION)
    assert robot.question() == first
    assert "A question not asked yet" in robot.seen()


@pytest.mark.parametrize("state", [ItemState.BLOCKED, ItemState.AT_RISK, ItemState.ON_TRACK])
def test_a_goal_whose_day_is_over_is_late_whatever_its_state(state: ItemState) -> None:
    item = PlanItem(
        id=1,
        plan_id=1,
        horizon=Horizon.SHORT,
        title="x",
        state=state,
        touched_on=TODAY,
        due_on=TODAY - timedelta(days=28),
    )
    look = look_at(item, Person(), TODAY)
    assert look is not None
    row = goal_row(look, Person(), TODAY)
    assert (row.why, row.warned) == ("28 days late", True)


def test_what_drives_her(robot: PrepareRobot, stage: Stage) -> None:
    for name in ("Mastery", "Calm"):
        discovery.add_motivator(stage.store, robot.person_id, name)
    assert "What drives her" in robot.seen()
    chips = robot.page.drives.findChildren(Badge)
    assert [chip.accessibleName() for chip in chips if chip.isVisible()] == ["1 Mastery", "2 Calm"]


def test_temperature_is_private_and_spoken(stage: Stage, ana: int) -> None:
    for days, said in ((42, 1), (28, 0), (14, -1)):
        held(stage, ana, days, said=said)
    robot = PrepareRobot(stage, ana)
    line = robot.page.temperature.line
    assert line.accessibleName() == "Private: temperature, 3 talks, from +1 to −1"
    assert "falling over the last 3 talks" in robot.seen()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([1, 1], ""),
        ([0, 1, 1], "rising over the last 3 talks"),
        ([2, 0, 1, 0], "steady over the last 3 talks"),
    ],
)
def test_the_way_a_temperature_goes(values: list[int], words: str) -> None:
    assert trend(values) == words


def test_markup_in_names_and_notes_is_only_text(stage: Stage) -> None:
    person = people.add(stage.store, "<b>Bo</b>")
    held(stage, person.id, 3, "<img src=x> <h1>loud</h1>")
    discovery.add_motivator(stage.store, person.id, "<i>x</i>")
    robot = PrepareRobot(stage, person.id)
    assert "<img src=x> <h1>loud</h1>" in robot.seen()
    assert "What drives <b>Bo</b>" in robot.seen()


def test_whoever_sees_the_screen_does_not_read_that_feedback_waits(
    robot: PrepareRobot, stage: Stage
) -> None:
    given, heard, waits = FeedbackWay.GIVEN, FeedbackWay.RECEIVED, FeedbackWay.TO_DELIVER
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Asked", way=given)
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Came late", way=waits)
    stage.ctx.sharing.share(robot.person_id)
    robot.page.refresh()
    assert robot.page.feedback_section.caption.text() == "last today"
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Was rude", way=heard)
    assert "to be told" not in robot.seen()
    assert robot.page.feedback_section.caption.text() == ""
    stage.ctx.sharing.stop()
    robot.page.refresh()
    assert robot.page.feedback_section.caption.text() == "1 to be told"


def test_one_column_in_a_narrow_window_with_the_question_first(robot: PrepareRobot) -> None:
    page = robot.page

    def tops() -> tuple[int, int, int]:
        parts = (page.question, page.since_section, page.drive_section)
        origin = page.rect().topLeft()
        return tuple(part.mapTo(page, origin).y() for part in parts)  # type: ignore[return-value]

    robot.stage.window.resize(1100, 700)
    QApplication.processEvents()
    question, since, drives = tops()
    assert question == since and drives > question
    robot.stage.window.resize(824, 600)
    QApplication.processEvents()
    question, since, drives = tops()
    assert question < since < drives


def test_models_keep_to_the_rules_of_qt(robot: PrepareRobot, stage: Stage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    goals = robot.page.goals.rows
    testers = [
        QAbstractItemModelTester(model, fatal)
        for model in (robot.agenda.view.model(), robot.promises.view.model(), goals)
    ]
    robot.agenda.add("A", "B")
    robot.agenda.press(Qt.Key.Key_Space, "A")
    items = plans.add_items_for(stage.store, robot.person_id, Horizon.SHORT, ["X", "Y"], CREATED)
    plans.change_item(stage.store, items[1].id, today=TODAY, state=ItemState.BLOCKED)
    assert [title for title, _ in robot.goals()] == ["Y", "X"]
    stage.undo()
    assert testers


def test_the_page_that_is_seen_has_the_handles(robot: PrepareRobot, stage: Stage) -> None:
    checkins.start(stage.store, robot.person_id, NOW)
    robot.page.hide()
    talks = stage.show(CheckInsPage(stage.ctx), robot.person_id)
    for name in (names.AGENDA_LIST, names.AGENDA_EDIT, names.PROMISE_LIST):
        found = stage.window.findChildren(QWidget, name)
        assert len(found) == 1 and talks.isAncestorOf(found[0])
    talks.hide()
    robot.page.show()
    assert robot.page.isAncestorOf(stage.find(TickList, names.AGENDA_LIST))


def test_everything_has_a_name(robot: PrepareRobot) -> None:
    robot.agenda.add("A")
    focusable = [
        widget
        for widget in robot.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(focusable) >= 5
    assert all(widget.accessibleName() and widget.objectName() for widget in focusable)
