"""The brief: what is on it, in which order, and what can be done there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.loop import Action, Aspiration
from careerdesk.domain.records import (
    CheckInKind,
    Horizon,
    ItemState,
    MotivatorStanding,
    Owner,
    PersonStatus,
    PlanItem,
    Promise,
)
from careerdesk.services import (
    actions,
    aspirations,
    checkins,
    discovery,
    feedback,
    key_result_values,
    key_results,
    motivators,
    people,
    planning,
    plans,
)
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.keyboard import KEYBOARD
from careerdesk.ui.base.navigation import DISCOVERY, Destination
from careerdesk.ui.checkins.check_ins import CheckInsPage
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_places import lay_out_row
from careerdesk.ui.prepare.brief_rows import (
    ANOTHER,
    ASK_NOW,
    AT_REST,
    PUT_ON_AGENDA,
    SHIFT,
    BriefRow,
    RowKind,
)
from tests.builders import a_note
from tests.robots.prepare import PrepareRobot
from tests.robots.stage import TODAY, Stage
from tests.stores import dump

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


def held(
    stage: Stage, person_id: int, days_ago: int, notes: str = "", said: int | None = None,
    private: str = "",
):  # fmt: skip
    at = NOW - timedelta(days=days_ago)
    check_in = checkins.start(stage.store, person_id, at)
    checkins.write(stage.store, check_in.id, shared_notes=notes, said=said, private_notes=private)
    checkins.finish(stage.store, check_in.id, at + timedelta(minutes=30))
    return check_in


@pytest.fixture
def robot(stage: Stage, ana: int) -> PrepareRobot:
    """Someone with a check-in, and nothing else yet."""
    held(stage, ana, 14, "# On call\nThe **rota** is better")
    return PrepareRobot(stage, ana)


def test_nothing_known_yet_teaches_three_steps(stage: Stage, ana: int) -> None:
    robot = PrepareRobot(stage, ana)
    assert "Get to know Ana first" in robot.seen()
    assert "Record the answer in her own words" in robot.seen()
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


def test_a_first_check_in_that_is_planned_is_not_to_be_planned(stage: Stage, ana: int) -> None:
    robot = PrepareRobot(stage, ana)
    assert "A short check-in every 14 days" in robot.seen()
    planning.plan(stage.store, ana, NOW + timedelta(days=2), NOW)
    assert "A short check-in every 14 days" not in robot.seen()
    assert "The first check-in is on Thu 19 Nov" in robot.seen()
    robot.click("emptyFirstTalk")
    assert robot.went[-1] == (ana, "check-ins")


def test_no_pronouns_no_guess(stage: Stage) -> None:
    robot = PrepareRobot(stage, people.add(stage.store, "Sam Vale").id)
    assert "Record the answer in Sam's own words" in robot.seen()


def test_since_last_time(robot: PrepareRobot) -> None:
    assert "Tue 3 Nov, 14 days ago" in robot.seen()
    assert "Last note: On call: The rota is better 3 Nov" in robot.seen()


@pytest.mark.parametrize("by", ["click", "Return", "Space"])
def test_the_last_note_unfolds_with_its_headings_and_points(
    stage: Stage, ana: int, by: str
) -> None:
    held(
        stage,
        ana,
        14,
        "## Nights\n- Better\n- Two swaps\n\n## Release\nShe writes.",
        private="Tired",
    )
    robot = PrepareRobot(stage, ana)

    def turn() -> None:
        row = robot.brief.row("Last note: Nights, Release")
        if by == "click":
            robot.brief.click(row)
        else:
            robot.brief.press(getattr(Qt.Key, f"Key_{by}"), row)

    assert robot.brief.rows(Part.SINCE, RowKind.BODY) == []
    turn()
    body = robot.brief.rows(Part.SINCE, RowKind.BODY)
    assert [(row.aside, row.text, row.heading) for row in body] == [
        ("", "Nights", True), ("• ", "Better", False), ("• ", "Two swaps", False),
        ("", "Release", True), ("", "She writes.", False),
    ]  # fmt: skip
    assert robot.page.left.current() == robot.brief.row("Last note")
    turn()
    assert robot.brief.rows(Part.SINCE, RowKind.BODY) == []


def test_the_last_private_note_is_marked_and_hidden_while_the_screen_is_shared(
    stage: Stage, ana: int
) -> None:
    held(stage, ana, 14, "Well.", private="Tired", said=-1)
    robot = PrepareRobot(stage, ana)
    row = robot.brief.row("Last private note: Tired")
    assert row.private
    _, index = robot.brief.at(row)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Private: ")
    stage.ctx.sharing.share(ana)
    robot.page.refresh()
    assert "Tired" not in robot.seen() and "Temperature" not in robot.seen()
    assert robot.brief.row("Last note: Well.").tip


def test_what_was_reached_since_then(robot: PrepareRobot, stage: Stage) -> None:
    items = plans.add_items_for(
        stage.store, robot.person_id, Horizon.SHORT, ["Alert on lateness"], CREATED
    )
    plans.set_state(stage.store, [items[0].id], ItemState.DONE, TODAY - timedelta(days=5))
    assert "Reached: Alert on lateness" in robot.seen()
    assert "12 Nov" in robot.seen()


def test_empty_sections_say_so_in_one_line(robot: PrepareRobot) -> None:
    for words in (
        "No open promises", "No plan yet", "Nothing on the agenda", "Not known yet",
        "No feedback yet",
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
        ("Notes", "mine, due today", False),
        ("Draft", "hers, due 27 Nov", False),
    ]
    assert robot.brief.caption(Part.PROMISES) == "2 mine, 1 hers"
    robot.promises.click_box("Seat")
    assert robot.promises.ticked() == ["Seat"]
    assert robot.brief.caption(Part.PROMISES) == "1 mine, 1 hers"
    assert robot.promises.texts() == ["Seat", "Notes", "Draft"]
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
        ("Dusty", "not updated for 77 days"),
        ("Fine", ""),
    ]
    assert robot.brief.caption(Part.GOALS) == "Needs attention: 1 at risk, 1 late, 1 not updated"
    robot.brief.press(Qt.Key.Key_Return, robot.goal("Due"))
    assert robot.opened == [(ana, due.id)]
    robot.brief.click(robot.goal("Risky"))
    assert robot.opened[1:] == [(ana, risky.id)]


def test_a_point_is_added_with_one_key(robot: PrepareRobot, stage: Stage) -> None:
    robot.page.focus_first()
    stage.qtbot.keyClick(robot.page, Qt.Key.Key_A)
    assert robot.agenda.edit.hasFocus()
    robot.agenda.add("Spring", STRANGE)
    assert robot.agenda.texts() == ["Spring", STRANGE]
    assert robot.brief.caption(Part.AGENDA) == "2 items"
    assert robot.agenda.row("Spring").note == "mine"
    stage.qtbot.keyClick(robot.agenda.edit, Qt.Key.Key_Escape)
    assert robot.agenda.view.hasFocus()
    assert robot.agenda.view.current().text == STRANGE


def test_the_choices_of_a_new_point_stay_in_sight_where_the_page_is_full(
    robot: PrepareRobot,
) -> None:
    robot.stage.window.resize(1100, 360)
    for words in ("Spring", "Summer", "Autumn"):
        robot.agenda.add(words)
        for _ in range(3):  # the page grows by the row, then it is scrolled
            QApplication.processEvents()
        for chip in (robot.page.add.theirs, robot.page.add.repeats):
            assert chip.visibleRegion().boundingRect() == chip.rect(), words
    robot.page.left.setFocus()
    robot.page._area.verticalScrollBar().setValue(0)
    robot.page.add.edit.setFocus()
    for _ in range(3):
        QApplication.processEvents()
    assert robot.page.add.repeats.visibleRegion().boundingRect() == robot.page.add.repeats.rect()


def test_a_point_ticked_before_the_check_in_stays_in_sight(
    robot: PrepareRobot, stage: Stage
) -> None:
    robot.agenda.add("Spring", "Autumn")
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    assert robot.agenda.ticked() == ["Spring"]
    assert robot.brief.caption(Part.AGENDA) == "1 item"
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


def test_a_point_ticked_while_a_check_in_runs_belongs_to_it(
    robot: PrepareRobot, stage: Stage
) -> None:
    check_in = checkins.start(stage.store, robot.person_id, NOW)
    robot.agenda.add("Spring")
    robot.agenda.press(Qt.Key.Key_Space, "Spring")
    assert [point.text for point in checkins.covered_in(stage.store, check_in.id)] == ["Spring"]


def test_the_question_not_asked_for_longest(robot: PrepareRobot, stage: Stage) -> None:
    store, ana = stage.store, robot.person_id
    bank = discovery.questions(store, ana)
    for asked in bank:
        a_note(store, ana, asked.id, date(2026, 10, 1))
    note = a_note(store, ana, bank[3].id, date(2026, 2, 10))
    newest = discovery.answers(store, ana, bank[3].id)
    for one in newest:
        if one.id != note.id:
            discovery.remove_note(store, one.id)
    discovery.write_note(store, note.id, their_words="# Work\nTracing **one** row")
    assert robot.question() == bank[3].question.text
    assert "Last asked 10 Feb" in robot.seen()
    assert "10 Feb: “Work: Tracing one row”" in robot.seen()
    robot.ask(ASK_NOW)
    assert robot.asked == [(ana, bank[3].id)]
    robot.ask(PUT_ON_AGENDA)
    assert robot.agenda.texts() == [bank[3].question.text]
    assert robot.question() != bank[3].question.text
    stage.undo()
    assert robot.agenda.texts() == []


def test_another_question_until_all_were_seen(robot: PrepareRobot, stage: Stage) -> None:
    first = robot.question()
    seen = [first]
    for _ in discovery.session(stage.store, robot.person_id, TODAY)[1:]:
        robot.ask(ANOTHER)
        seen.append(robot.question())
    assert len(set(seen)) == len(seen)
    robot.ask(ANOTHER)
    assert robot.question() == first
    assert "One of the first to ask" in robot.seen()


@pytest.mark.parametrize("state", [ItemState.BLOCKED, ItemState.AT_RISK, ItemState.ON_TRACK])
def test_a_goal_whose_day_is_over_is_late_whatever_its_state(
    robot: PrepareRobot, stage: Stage, state: ItemState
) -> None:
    goals = plans.add_items_for(stage.store, robot.person_id, Horizon.SHORT, ["Loads"], CREATED)
    day = TODAY - timedelta(days=28)
    plans.change_item(stage.store, goals[0].id, today=TODAY, state=state, due_on=day)
    row = robot.goal("Loads")
    assert (row.aside, row.warned, row.state) == ("28 days late", True, state)


def test_the_keys_of_the_question_and_its_menu(robot: PrepareRobot, stage: Stage) -> None:
    first = robot.brief.row(robot.question())
    robot.brief.press(Qt.Key.Key_N, first)
    assert robot.question() != first.text
    second = robot.brief.row(robot.question())
    robot.brief.press(Qt.Key.Key_Q, second)
    assert robot.asked == [(robot.person_id, second.key)]
    robot.brief.press(Qt.Key.Key_Return, second)
    assert robot.agenda.texts() == [second.text]
    view = robot.brief.go_to(robot.brief.row(robot.question()))
    menu = view.menu()
    assert [one.text() for one in menu.actions()] == [
        "Add to agenda",
        "Ask now",
        "Another question",
    ]
    menu.deleteLater()


def test_next_steps_stand_among_the_promises_mine_first(robot: PrepareRobot, stage: Stage) -> None:
    store, ana = stage.store, robot.person_id
    goal = plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    mine, _ = actions.add(store, goal.id, ["Ask Finance", "Write"], today=TODAY)
    actions.change(store, mine.id, today=TODAY, owner=Owner.ME, due_on=TODAY - timedelta(days=1))
    checkins.add_promise(store, ana, "Seat", due_on=TODAY)
    assert robot.todos.texts() == ["Ask Finance", "Seat", "Write"]
    assert robot.goal("Release").below == "next: Ask Finance"
    robot.todos.press(Qt.Key.Key_Space, "Ask Finance")
    assert actions.of(store, goal.id)[0].done_on == TODAY
    assert robot.todos.ticked() == ["Ask Finance"]
    assert robot.goal("Release").below == "next: Write"
    robot.todos.press(Qt.Key.Key_Space, "Ask Finance")
    assert actions.of(store, goal.id)[0].done_on is None
    robot.todos.rename("Write", "Write the page")
    robot.todos.press(Qt.Key.Key_O, "Write the page")
    assert [one.text for one in actions.of(store, goal.id)] == ["Ask Finance", "Write the page"]
    assert actions.of(store, goal.id)[1].owner is Owner.ME
    robot.todos.press(Qt.Key.Key_G, "Write the page")
    assert robot.opened == [(ana, goal.id)]
    robot.todos.press(Qt.Key.Key_Delete, "Write the page")
    assert robot.todos.texts() == ["Ask Finance", "Seat"]
    stage.undo()
    assert robot.todos.texts() == ["Ask Finance", "Seat", "Write the page"]


def test_what_one_key_does_to_several_rows_is_one_step_back(
    robot: PrepareRobot, stage: Stage
) -> None:
    store, ana = stage.store, robot.person_id
    goal = plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    actions.add(store, goal.id, ["Ask Finance"], today=TODAY)
    checkins.add_promise(store, ana, "Seat", due_on=TODAY)
    checkins.add_promise(store, ana, "Chair", due_on=TODAY)
    robot.agenda.add("Spring", "Autumn")
    view, every = robot.agenda.view, {"Ask Finance", "Seat", "Chair", "Spring", "Autumn"}

    def shown() -> dict[str, tuple[bool, str]]:
        rows = [*robot.todos.words(), *robot.agenda.words()]
        return {row.text: (row.ticked, row.note) for row in rows}

    def press(key: Qt.Key) -> None:
        view.setFocus()
        view.selectAll()
        view.selectionModel().setCurrentIndex(
            robot.brief.at(robot.todos.find("Seat"))[1], QItemSelectionModel.SelectionFlag.NoUpdate
        )
        stage.qtbot.keyClick(view, key)

    before, rows = dump(store.path), shown()
    press(Qt.Key.Key_Space)
    assert {text for text, (ticked, _) in shown().items() if ticked} == every
    stage.undo()
    assert dump(store.path) == before
    robot.page.show_person(ana)
    assert shown() == rows
    press(Qt.Key.Key_O)
    assert all(note != rows[text][1] for text, (_, note) in shown().items())
    stage.undo()
    assert dump(store.path) == before and shown() == rows
    press(Qt.Key.Key_Delete)
    assert shown() == {} and stage.toast.text().startswith("5 items deleted")
    stage.undo()
    assert shown() == rows
    robot.agenda.view.setFocus()
    view.selectAll()
    view.selectionModel().setCurrentIndex(
        robot.brief.at(robot.agenda.find("Spring"))[1], QItemSelectionModel.SelectionFlag.NoUpdate
    )
    stage.qtbot.keyClick(view, Qt.Key.Key_R)
    assert [point.repeating for point in checkins.agenda(store, ana)] == [True, True]
    stage.undo()
    assert [point.repeating for point in checkins.agenda(store, ana)] == [False, False]


def test_the_day_of_a_promise_and_of_a_step_is_typed_over_the_row(
    robot: PrepareRobot, stage: Stage
) -> None:
    store, ana = stage.store, robot.person_id
    goal = plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    step = actions.add(store, goal.id, ["Ask"], today=TODAY)[0]
    promise = checkins.add_promise(store, ana, "Seat")
    for text in ("Ask", "Seat"):
        robot.todos.press(Qt.Key.Key_D, text)
        field = stage.find(QLineEdit, "promiseRowDue")
        stage.qtbot.keyClicks(field, "2026-11-24")
        stage.qtbot.keyClick(field, Qt.Key.Key_Return)
        assert robot.page.left.hasFocus()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert store.get(Action, step.id).due_on == date(2026, 11, 24)
    assert store.get(Promise, promise.id).due_on == date(2026, 11, 24)


def test_a_step_that_was_ticked_leads_to_its_goal_as_long_as_it_is_seen(
    robot: PrepareRobot, stage: Stage
) -> None:
    store, ana = stage.store, robot.person_id
    goal = plans.add_items_for(store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    actions.add(store, goal.id, ["Ask"], today=TODAY)
    robot.todos.press(Qt.Key.Key_Space, "Ask")
    assert robot.todos.ticked() == ["Ask"]
    robot.todos.press(Qt.Key.Key_G, "Ask")
    assert robot.opened == [(ana, goal.id)]


def test_a_goal_due_within_a_leave_is_shifted_by_it(stage: Stage, ana: int) -> None:
    people.change(
        stage.store, ana, status=PersonStatus.ON_LEAVE, leave_from=date(2026, 11, 1),
        leave_until=date(2026, 11, 30),
    )  # fmt: skip
    goal = plans.add_items_for(stage.store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    plans.change_item(stage.store, goal.id, today=TODAY, due_on=date(2026, 11, 10))
    robot = PrepareRobot(stage, ana)
    assert robot.goals() == [("Release", "due 10 Nov, during leave; consider postponing it")]
    robot.brief.press(Qt.Key.Key_S, robot.goal("Release"))
    assert stage.store.get(PlanItem, goal.id).due_on == date(2026, 12, 10)
    stage.undo()
    assert stage.store.get(PlanItem, goal.id).due_on == date(2026, 11, 10)
    robot.brief.click(robot.goal("Release"), SHIFT)
    assert stage.store.get(PlanItem, goal.id).due_on == date(2026, 12, 10)
    assert robot.opened == []


def test_a_plan_whose_period_is_over_leads_to_the_plan(robot: PrepareRobot, stage: Stage) -> None:
    plans.add_items_for(stage.store, robot.person_id, Horizon.SHORT, ["Release"], CREATED)
    view = plans.active(stage.store, robot.person_id)
    assert view is not None
    before = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 6, 30)}
    plans.change(stage.store, view.plan.id, **before)
    row = robot.brief.row("Score and close the plan, which ended on 30 Jun")
    robot.brief.click(row)
    assert robot.went == [(robot.person_id, "plan")]


def test_where_they_want_to_go_leads_to_it_in_discovery(stage: Stage, ana: int) -> None:
    wish, struck = aspirations.add(stage.store, ana, ["Lead", "Gone"], date(2026, 3, 1))
    with stage.store.edit("Strike") as tx:
        tx.change(Aspiration, struck.id, statement="", struck_on=TODAY)
    went: list[Destination] = []
    robot = PrepareRobot(stage, ana)
    stage.ctx.navigator.wanted.connect(went.append)
    (row,) = robot.brief.rows(Part.DRIVES, LineKind.WISH)
    robot.brief.click(row)
    assert went == [Destination(ana, DISCOVERY, (Aspiration, wish.id))]


def test_the_brief_of_a_career_conversation(stage: Stage, ana: int) -> None:
    held(stage, ana, 14, "Notes", said=-1)
    aspirations.add(stage.store, ana, ["Lead a team"], date(2026, 3, 1))
    goal = plans.add_items_for(stage.store, ana, Horizon.SHORT, ["Release"], CREATED)[0]
    plans.change_item(stage.store, goal.id, today=TODAY, due_on=TODAY - timedelta(days=9))
    actions.add(stage.store, goal.id, ["Ask Finance", "Write"], today=TODAY)
    checkins.add_promise(stage.store, ana, "Seat", due_on=TODAY - timedelta(days=4))
    robot = PrepareRobot(stage, ana)
    at = stage.clock.now() + timedelta(days=2)
    planning.plan(stage.store, ana, at, stage.clock.now(), CheckInKind.CAREER)
    seen = robot.seen()
    for words in ("Career conversation on Thu 19 Nov", "Where she wants to go", "“Lead a team”",
                  "in one year, unchanged since 1 Mar", "Release", "Ask Finance",
                  "One of the first to ask",
                  "Answering is voluntary.", "in 2 days"):  # fmt: skip
        assert words in seen
    for words in ("late", "Temperature", "Seat", "Write", "Last note", "Promises"):
        assert words not in seen
    assert len(robot.brief.rows(Part.QUESTION, LineKind.QUESTION)) == 2


def test_what_gives_way_is_counted_and_can_be_unfolded(stage: Stage, ana: int) -> None:
    names_of_goals = [f"Goal {n}" for n in range(9)]
    plans.add_items_for(stage.store, ana, Horizon.SHORT, names_of_goals, CREATED)
    robot = PrepareRobot(stage, ana)
    shown = robot.goals()
    more = robot.brief.rows(Part.GOALS, RowKind.MORE)[0]
    assert len(shown) <= 5 and more.text == f"{9 - len(shown)} more"
    robot.brief.press(Qt.Key.Key_Return, more)
    assert len(robot.goals()) == 9
    assert robot.page.left.current().text == "Show fewer"
    robot.brief.click(robot.brief.rows(Part.GOALS, RowKind.MORE)[0])
    assert robot.goals() == shown


def test_a_point_that_is_added_is_seen_however_many_there_are(
    robot: PrepareRobot, stage: Stage
) -> None:
    for n in range(12):
        checkins.add_agenda(stage.store, robot.person_id, f"Point {n}")
    assert len(robot.agenda.texts()) < 12
    robot.agenda.add("Spring")
    assert robot.agenda.texts()[-1] == "Spring"


def test_what_can_be_ticked_says_so_to_a_screen_reader(robot: PrepareRobot, stage: Stage) -> None:
    checkins.add_promise(stage.store, robot.person_id, "Seat", due_on=TODAY)
    _, index = robot.brief.at(robot.brief.row("Seat"))
    assert index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Unchecked
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Promises and next steps, Seat, mine, due today, open"
    robot.promises.press(Qt.Key.Key_Space, "Seat")
    _, index = robot.brief.at(robot.brief.row("Seat"))
    assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def test_what_drives_her(robot: PrepareRobot, stage: Stage) -> None:
    for name in ("Mastery", "Calm"):
        discovery.add_motivator(stage.store, robot.person_id, name)
    assert "What drives her" in robot.seen()
    (row,) = robot.brief.rows(Part.DRIVES, LineKind.DRIVES)
    assert row.chips == ("1 Mastery", "2 Calm")
    assert row.locked == {"1 Mastery", "2 Calm"}
    assert "1 Mastery (private, your guess)" in robot.seen()
    views = discovery.motivators(stage.store, robot.person_id)
    motivators.stand(stage.store, [views[0].id], MotivatorStanding.SAID, TODAY, TODAY)
    assert robot.brief.rows(Part.DRIVES, LineKind.DRIVES)[0].locked == {"2 Calm"}


def test_temperature_is_a_private_sentence(stage: Stage, ana: int) -> None:
    for days in (42, 28, 14):
        held(stage, ana, days, said=-1)
    robot = PrepareRobot(stage, ana)
    row = robot.brief.row("The last three answers were all −1. Ask how she's doing.")
    assert row.private and row.warned


def test_f61_markup_in_names_and_notes_is_only_text(stage: Stage) -> None:
    person = people.add(stage.store, "<b>Bo</b>")
    held(stage, person.id, 3, "<img src=x> <h1>loud</h1>")
    discovery.add_motivator(stage.store, person.id, "<i>x</i>")
    robot = PrepareRobot(stage, person.id)
    assert "<img src=x> <h1>loud</h1>" in robot.seen()
    assert "What drives <b>Bo</b>" in robot.seen()


def test_anyone_who_sees_the_screen_does_not_read_that_feedback_waits(
    robot: PrepareRobot, stage: Stage
) -> None:
    given, heard, waits = FeedbackWay.GIVEN, FeedbackWay.RECEIVED, FeedbackWay.TO_DELIVER
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Asked", way=given)
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Came late", way=waits)
    stage.ctx.sharing.share(robot.person_id)
    robot.page.refresh()
    assert robot.brief.caption(Part.FEEDBACK) == "last feedback today"
    feedback.add(stage.store, robot.person_id, TODAY, behaviour="Was rude", way=heard)
    assert "to pass on" not in robot.seen()
    assert robot.brief.caption(Part.FEEDBACK) == ""
    stage.ctx.sharing.stop()
    robot.page.refresh()
    assert robot.brief.caption(Part.FEEDBACK) == "1 to pass on"


def test_the_ring_of_a_row_runs_beside_its_words(
    robot: PrepareRobot, stage: Stage, qapp: QApplication
) -> None:
    checkins.add_promise(stage.store, robot.person_id, "Seat", due_on=TODAY)
    robot.agenda.add("Spring")
    view = robot.page.left
    rows = [row for row in view.model_.rows if row.kind not in AT_REST]
    assert len(rows) > 3 and any(row.aside for row in rows)
    for row in rows:
        robot.brief.go_to(row)
        index = robot.brief.at(row)[1]
        rect = view.visualRect(index)
        plain, ringed = (_picture(view, rect, qapp, by_keys=on) for on in (False, True))
        assert plain != ringed
        for part in _parts(view, row, index, rect):
            assert plain.copy(part) == ringed.copy(part), row.text


def test_the_titles_of_goals_begin_below_each_other(robot: PrepareRobot) -> None:
    look = robot.page.left.rows.look
    rows = [
        BriefRow(1, Part.GOALS, LineKind.GOAL, "Nights", aside="due today", state=state)
        for state in ItemState
    ]
    made = [lay_out_row(row, 560, look).pieces for row in rows]
    titles = [next(piece.rect for piece in row if piece.text == "Nights") for row in made]
    words = [next(piece for piece in row if piece.role == "caption") for row in made]
    assert len({title.left() for title in titles}) == 1
    for word, title in zip(words, titles, strict=True):
        assert word.rect.left() + look.advance("caption", word.text) < title.left(), word.text


def _picture(view: BriefList, rect: QRect, qapp: QApplication, *, by_keys: bool) -> QImage:
    qapp.setProperty(KEYBOARD, by_keys)
    return view.viewport().grab(rect).toImage()


def _parts(view: BriefList, row: BriefRow, index: QModelIndex, rect: QRect) -> list[QRect]:
    """Where words, boxes and icons of a row stand, from its corner."""
    if row.tick is not None:
        places = view.rows.places(rect, index, view.layoutDirection())
        found = [places.box, places.text, places.note]
        return [part.translated(-rect.topLeft()) for part in found if part.width()]
    made = lay_out_row(row, rect.width(), view.rows.look)
    icons = [made.icon[0].adjusted(0, 4, 0, -4)] if made.icon else []
    return [*(piece.rect for piece in made.pieces), *icons]


def test_one_column_in_a_narrow_window_with_the_question_first(robot: PrepareRobot) -> None:
    def order() -> list[Part]:
        """The sections of the left list, from top to bottom."""
        return list(dict.fromkeys(row.part for row in robot.page.left.model_.rows))

    robot.stage.window.resize(1100, 700)
    QApplication.processEvents()
    assert robot.page.right.isVisible() and Part.QUESTION not in order()
    robot.stage.window.resize(824, 600)
    QApplication.processEvents()
    assert not robot.page.right.isVisible()
    assert order()[:3] == [Part.WHEN, Part.QUESTION, Part.SINCE]
    assert order()[-2:] == [Part.DRIVES, Part.FEEDBACK]
    robot.agenda.add("Spring")
    assert robot.agenda.edit.isVisible() and robot.agenda.texts() == ["Spring"]


def test_two_key_results_of_one_goal_are_two_rows_in_any_window(
    robot: PrepareRobot, stage: Stage
) -> None:
    store = stage.store
    goal = plans.add_items_for(store, robot.person_id, Horizon.SHORT, ["Release"], CREATED)[0]
    for name in ("Loads", "Call-outs"):
        result = key_results.add(store, goal.id, name)
        key_result_values.add(store, result.id, TODAY, 3.0, today=TODAY)
    for width in (1100, 824, 1100):
        robot.stage.window.resize(width, 700)
        QApplication.processEvents()
        moved = [row for row in robot.brief.rows(Part.SINCE) if "went from" in row.text]
        assert len({row.id for row in moved}) == 2
        ids = [row.id for row in robot.page.left.model_.rows]
        assert len(set(ids)) == len(ids)


def test_models_keep_to_the_rules_of_qt(robot: PrepareRobot, stage: Stage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(view.model(), fatal)
        for view in (robot.page.left, robot.page.right)
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
    check_ins = stage.show(CheckInsPage(stage.ctx), robot.person_id)
    for name in (names.AGENDA_EDIT,):
        found = stage.window.findChildren(QWidget, name)
        assert len(found) == 1 and check_ins.isAncestorOf(found[0])
    check_ins.hide()
    robot.page.show()
    assert robot.page.isAncestorOf(stage.find(QWidget, names.AGENDA_EDIT))


def test_everything_has_a_name_and_few_things_take_the_keyboard(robot: PrepareRobot) -> None:
    focusable = [
        widget
        for widget in robot.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert [one.objectName() for one in focusable] == [
        "briefLeft", names.AGENDA_EDIT, "briefAgendaTemplates", "briefRight",
    ]  # fmt: skip
    assert all(widget.accessibleName() for widget in focusable)
