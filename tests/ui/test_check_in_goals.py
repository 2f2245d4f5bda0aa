"""The plan in a running check-in: states by one key, values and steps by the way, all linked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.history import Wanted
from careerdesk.domain.records import Horizon, ItemState, KeyResult, Measure, PlanItem
from careerdesk.services import (
    actions,
    checkins,
    goal_changes,
    key_results,
    leave,
    people,
    plans,
)
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.checkins.goal_lines import MENU, Part
from tests.counting import calls
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import TODAY, Stage

BEFORE = TODAY - timedelta(days=30)
RELEASE, NIGHTS = "Release", "Nights"
LOADS, PAGE = "Loads by 06:00", "Page published"


class Plan:
    """Ana with two goals, while a check-in with her runs."""

    def __init__(self, stage: Stage) -> None:
        self.store = store = stage.store
        self.ana = people.add(store, "Ana Ruiz")
        made = plans.add_items_for(store, self.ana.id, Horizon.SHORT, [RELEASE, NIGHTS], BEFORE)
        self.release, self.nights = (goal.id for goal in made)
        self.loads = key_results.add(store, self.release, LOADS).id
        key_results.change(
            store, self.loads, measure=Measure.PERCENT, baseline=71.0, target=95.0, current=84.0
        )
        self.page = key_results.add(store, self.release, PAGE).id
        key_results.change(store, self.page, measure=Measure.MILESTONE, current=0.0)
        self.step = actions.add(store, self.release, ["Ask Finance"], today=BEFORE)[0].id

    def goal(self, goal_id: int) -> PlanItem:
        return self.store.get(PlanItem, goal_id)

    def value(self, result_id: int) -> float | None:
        return self.store.get(KeyResult, result_id).current


@pytest.fixture
def plan(stage: Stage) -> Plan:
    return Plan(stage)


def test_what_was_due_within_a_leave_is_not_overdue(stage: Stage, plan: Plan) -> None:
    due = TODAY - timedelta(days=5)
    plans.change_item(plan.store, plan.release, today=TODAY, due_on=due)
    leave.begin(plan.store, plan.ana.id, TODAY - timedelta(days=20), TODAY - timedelta(days=2))
    robot = CheckInsRobot(stage, plan.ana.id)
    robot.start()
    model = robot.page.check_in.goals.model
    model.turn(plan.release, unfold=True)
    line = model.rows[model.row_of_part(Part.DUE, plan.release)]
    assert (line.text, line.late) == ("Due 12 Nov", False)


@pytest.fixture
def robot(stage: Stage, plan: Plan) -> CheckInsRobot:
    robot = CheckInsRobot(stage, plan.ana.id)
    robot.start()
    return robot


def changed(robot: CheckInsRobot) -> str:
    found = goal_changes.made_in(robot.stage.store, robot.check_in.id)
    return in_words(found, lambda day: f"{day.day} {day:%b}")


def test_open_goals_are_folded_to_a_line_with_title_and_state(
    robot: CheckInsRobot, plan: Plan
) -> None:
    rows = robot.goals.rows()
    assert [(row.text, row.note) for row in rows] == [
        (RELEASE, "Not started"), (NIGHTS, "Not started"),
    ]  # fmt: skip
    said = robot.goals.index(RELEASE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Goal 1 of 2: Release, Not started, 1 step, collapsed"
    heights = [robot.goals.view.sizeHintForRow(row) for row in range(2)]
    assert heights == [28, 28]


@pytest.mark.parametrize(("key", "state"), list(enumerate(MENU, Qt.Key.Key_1)))
def test_a_digit_sets_the_state_in_the_order_of_the_menu(
    robot: CheckInsRobot, plan: Plan, key: int, state: ItemState
) -> None:
    other = ItemState.AT_RISK if state is ItemState.ON_TRACK else ItemState.ON_TRACK
    plans.set_state(plan.store, [plan.nights], other, BEFORE)
    robot.goals.press(Qt.Key(key), NIGHTS)
    assert plan.goal(plan.nights).state is state
    menu = robot.goals.view.menu(robot.goals.row(NIGHTS))
    assert menu.actions()[MENU.index(state)].shortcut().toString() == str(key - Qt.Key.Key_0)
    assert robot.goals.row(NIGHTS).note == menu.actions()[MENU.index(state)].text()


def test_a_long_title_takes_two_lines_folded_and_all_it_needs_unfolded(
    robot: CheckInsRobot, plan: Plan
) -> None:
    title = " ".join(["Two colleagues can release the stock service alone"] * 4)[:200]
    plans.change_item(plan.store, plan.nights, today=TODAY, title=title)
    view = robot.goals.view
    index = view.model().index(1, 0)

    def lines() -> int:
        rect = view.visualRect(index)
        return len(view.rows.places(rect, index, view.layoutDirection()).lines)

    assert lines() == 2 and view.sizeHintForRow(1) > view.sizeHintForRow(0)
    view.turn(plan.nights, unfold=True)
    assert lines() > 2
    assert view.sizeHintForRow(1) == view.visualRect(view.model().index(1, 0)).height()


def test_its_rows_are_measured_once_and_again_when_they_say_something_else(
    robot: CheckInsRobot, plan: Plan
) -> None:
    view = robot.goals.view
    few = calls(view.sizeHint)
    titles = [f"Goal {n}" for n in range(40)]
    plans.add_items_for(plan.store, plan.ana.id, Horizon.SHORT, titles, BEFORE)
    low = view.sizeHint().height()
    assert calls(view.sizeHint) == few and low == 42 * 28
    long = " ".join(["Two colleagues can release the stock service alone"] * 4)[:200]
    plans.change_item(plan.store, plan.nights, today=TODAY, title=long)
    high = view.sizeHint().height()
    assert low < high == sum(map(view.sizeHintForRow, range(42)))
    robot.resize(1600)
    assert view.sizeHint().height() == sum(map(view.sizeHintForRow, range(42)))


@pytest.mark.long
def test_a_goal_done_in_it_stays_in_sight_until_it_ends(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.press(Qt.Key.Key_5, NIGHTS)
    assert robot.goals.row(NIGHTS).note == "Done"
    assert changed(robot) == "Nights → done"
    robot.goals.press(Qt.Key.Key_1, NIGHTS)
    assert changed(robot) == ""
    robot.goals.press(Qt.Key.Key_5, NIGHTS)
    robot.finish()
    robot.start()
    assert robot.goals.texts() == [RELEASE]


def test_unfolded_it_shows_values_steps_and_day(robot: CheckInsRobot) -> None:
    robot.goals.unfold(RELEASE)
    rows = [(row.part, row.text, row.value, row.note) for row in robot.goals.rows()]
    assert rows == [
        (Part.GOAL, RELEASE, "", "Not started"),
        (Part.RESULT, LOADS, "84", "of 95\u202f%"),
        (Part.RESULT, PAGE, "", ""),
        (Part.STEP, "Ask Finance", "", ""),
        (Part.NEW_STEP, "Add a next step", "", ""),
        (Part.DUE, "No due date", "", ""),
        (Part.GOAL, NIGHTS, "", "Not started"),
    ]
    list_ = robot.goals.view
    assert list_.height() == sum(map(list_.sizeHintForRow, range(len(rows))))
    robot.goals.press(Qt.Key.Key_Left, LOADS)
    assert robot.goals.texts() == [RELEASE, NIGHTS]
    assert robot.goals.view.currentIndex().row() == 0


def test_a_value_is_a_value_of_today_in_this_check_in(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.enter(LOADS, "88.5")
    assert plan.value(plan.loads) == 88.5
    assert robot.goals.row(LOADS).value == "88.5"
    assert robot.goals.view.hasFocus() and robot.goals.view.edits.field is None
    robot.stage.undo()
    assert robot.goals.row(LOADS).value == "84"


def test_typing_a_number_on_its_row_begins_it(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.press(Qt.Key.Key_9, LOADS)
    field = robot.goals.view.edits.field
    assert field is not None and field.text() == "9"
    robot.qtbot.keyClicks(field, "1")
    robot.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert plan.value(plan.loads) == 91.0
    assert plan.goal(plan.release).state is ItemState.NOT_STARTED


def test_what_is_no_number_stays_and_keeps_the_check_in_running(
    robot: CheckInsRobot, plan: Plan
) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.enter(LOADS, "88 x")
    field = robot.line(f"reading{plan.loads}")
    assert field.property("refused") == "true" and field.text() == "88 x"
    assert "of 95" in robot.goals.index(LOADS).data(Qt.ItemDataRole.AccessibleTextRole)
    robot.ask_to_finish()
    assert not robot.page.check_in.bar.asks
    assert plan.value(plan.loads) == 84.0


@pytest.mark.long
def test_a_half_typed_value_comes_back_with_its_person(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.type(LOADS, "88 x")
    robot.page.show_person(people.add(plan.store, "Bo").id)
    robot.page.show_person(plan.ana.id)
    robot.goals.unfold(RELEASE)
    robot.goals.press(Qt.Key.Key_Return, LOADS)
    field = robot.goals.view.edits.field
    assert field is not None and field.text() == "88 x"


def test_a_milestone_and_a_step_are_ticked(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.press(Qt.Key.Key_Space, PAGE)
    assert plan.value(plan.page) == 1.0 and robot.goals.row(PAGE).ticked
    told = [robot.goals.index(text).data(Qt.ItemDataRole.CheckStateRole)
            for text in (PAGE, "Ask Finance", LOADS)]  # fmt: skip
    assert told == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, None]
    robot.goals.press(Qt.Key.Key_Space, "Ask Finance")
    assert robot.goals.row("Ask Finance").ticked
    assert changed(robot) == "Release: 1 step done"
    robot.goals.press(Qt.Key.Key_Space, "Ask Finance")
    assert not robot.goals.row("Ask Finance").ticked


def test_steps_are_added_one_after_the_other(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.enter("Add a next step", "Write the page")
    field = robot.goals.view.edits.field
    assert field is not None and field.hasFocus() and field.text() == ""
    robot.qtbot.keyClicks(field, "Show it")
    robot.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [step.text for step in actions.of(plan.store, plan.release)] == [
        "Ask Finance", "Write the page", "Show it",
    ]  # fmt: skip
    robot.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert robot.goals.view.hasFocus()
    assert changed(robot) == "Release: 2 new steps"


@pytest.mark.long
def test_a_step_that_is_typed_is_taken_along_at_the_end(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.unfold(NIGHTS)
    robot.goals.type("Add a next step", "Ask Bo")
    robot.finish()
    assert [step.text for step in actions.of(plan.store, plan.nights)] == ["Ask Bo"]


def test_d_sets_the_day_of_the_goal(robot: CheckInsRobot, plan: Plan) -> None:
    robot.goals.press(Qt.Key.Key_D, NIGHTS)
    field = robot.goals.view.edits.field
    assert field is not None and field.hasFocus()
    robot.qtbot.keyClicks(field, "13 Dec")
    robot.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert plan.goal(plan.nights).due_on == date(2026, 12, 13)
    assert changed(robot) == "Nights: due 13 Dec"
    assert "Due 13 Dec" in robot.goals.texts()


def test_a_click_unfolds_and_one_on_the_box_ticks(robot: CheckInsRobot, plan: Plan) -> None:
    view = robot.goals.view

    def click(text: str, part: str) -> None:
        index = robot.goals.index(text)
        places = view.rows.places(view.visualRect(index), index, view.layoutDirection())
        at = getattr(places, part).center()
        robot.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(RELEASE, "text")
    assert LOADS in robot.goals.texts()
    click(PAGE, "text")
    assert plan.value(plan.page) == 0.0
    click(PAGE, "mark")
    assert plan.value(plan.page) == 1.0
    click(LOADS, "end")
    assert view.edits.field is not None and view.edits.field.hasFocus()


@pytest.mark.long
def test_the_menu_leads_to_the_plan(robot: CheckInsRobot, plan: Plan) -> None:
    wanted: list[Destination] = []
    robot.stage.ctx.navigator.wanted.connect(wanted.append)
    menu = robot.goals.view.menu(robot.goals.row(NIGHTS))
    menu.actions()[-1].trigger()
    assert wanted[-1].id_of(PlanItem) == plan.nights


@pytest.mark.long
def test_it_is_one_stop_for_the_keyboard_however_many_goals(
    robot: CheckInsRobot, plan: Plan
) -> None:
    part = robot.page.check_in.goals

    def stops() -> list[QWidget]:
        every = [part.list, *part.findChildren(QWidget)]
        seen = [one for one in every if one.isVisible() and one is not part.list.viewport()]
        tab = Qt.FocusPolicy.TabFocus
        return sorted({one for one in seen if one.focusPolicy() & tab}, key=id)

    titles = [f"Goal {n}" for n in range(12)]
    plans.add_items_for(plan.store, plan.ana.id, Horizon.LONGER, titles, TODAY)
    robot.goals.unfold(RELEASE)
    assert stops() == [part.list]


def test_tab_comes_with_a_row_that_is_seen_and_keys_act_on_it(
    robot: CheckInsRobot, plan: Plan
) -> None:
    view = robot.goals.view
    view.clearSelection()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert [index.row() for index in view.selectedIndexes()] == [0]
    robot.qtbot.keyClick(view, Qt.Key.Key_2)
    assert plan.goal(plan.release).state is ItemState.ON_TRACK


@pytest.mark.long
def test_without_a_plan_it_says_so(stage: Stage) -> None:
    robot = CheckInsRobot(stage, people.add(stage.store, "Bo").id)
    robot.start()
    assert robot.page.check_in.goals.nothing.isVisible()
    assert not stage.find(QWidget, names.CHECK_IN_VALUES).isVisible()


def test_an_edit_elsewhere_takes_a_field_away_whose_row_is_gone(
    robot: CheckInsRobot, plan: Plan
) -> None:
    robot.goals.unfold(RELEASE)
    robot.goals.type(LOADS, "90")
    key_results.remove(plan.store, plan.loads)
    assert robot.goals.view.edits.field is None
    assert LOADS not in robot.goals.texts()


def test_the_model_keeps_to_the_rules_of_qt(robot: CheckInsRobot, plan: Plan) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(robot.page.check_in.goals.model, fatal)
    robot.goals.unfold(RELEASE)
    robot.goals.press(Qt.Key.Key_5, RELEASE)
    robot.goals.unfold(NIGHTS)
    robot.goals.press(Qt.Key.Key_Left, RELEASE)
    plans.remove_items(plan.store, [plan.release])
    robot.stage.undo()
    assert tester


def test_a_new_target_is_said_in_the_history_and_of_the_open_one(
    robot: CheckInsRobot, plan: Plan
) -> None:
    earlier = TODAY - timedelta(days=9)
    key_results.change(plan.store, plan.loads, today=earlier, current=60)
    key_results.change(plan.store, plan.loads, today=TODAY, target=98)
    robot.finish()
    row = robot.history.model().index(0, 0)
    words = "Changed in this check-in: Release: new target"
    assert words in row.data(Qt.ItemDataRole.AccessibleTextRole)
    robot.open_row(0)
    assert robot.page.history.view.changed.text() == "Release: new target"


def test_what_changed_is_said_in_the_history_and_of_the_open_one(
    robot: CheckInsRobot, plan: Plan
) -> None:
    robot.goals.press(Qt.Key.Key_3, RELEASE)
    plans.change_item(plan.store, plan.release, today=TODAY, due_on=date(2026, 12, 13))
    actions.add(plan.store, plan.release, ["Ask Bo"], today=TODAY)
    robot.finish()
    words = "Changed in this check-in: Release → at risk, due 13 Dec, 1 new step"
    row = robot.history.model().index(0, 0)
    assert words in row.data(Qt.ItemDataRole.AccessibleTextRole)
    found = checkins.find(plan.store, plan.ana.id, Wanted(words=()))[0]
    assert found.row.changed == checkins.history(plan.store, plan.ana.id)[0].changed != ()
    without = robot.history.sizeHintForRow(0)
    robot.open_row(0)
    view = robot.page.history.view
    assert view.changed_section.isVisible()
    assert view.changed.text() == "Release → at risk, due 13 December 2026, 1 new step"
    plans.remove_items(plan.store, [plan.release])
    assert robot.history.sizeHintForRow(0) < without
    assert checkins.history(plan.store, plan.ana.id)[0].changed == ()
