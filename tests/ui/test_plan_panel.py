"""The panel of a goal: what is typed is kept, and nobody types over it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from careerdesk.domain.records import ItemState, Measure, Owner
from careerdesk.services import (
    actions,
    discovery,
    key_result_values,
    key_results,
    objectives,
    people,
    plans,
)
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.goal_words import result_text
from careerdesk.ui.plan.item_panel import STEP_PLUS
from careerdesk.ui.plan.key_results import RESULT_FOLD, KeyResultRow, with_measure
from careerdesk.ui.plan.person_chips import ITEM_SERVES_MORE
from careerdesk.ui.plan.serving import ITEM_OBJECTIVE, NEW
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.plan import SHORT, PlanRobot
from tests.robots.stage import TODAY, Stage

ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


@pytest.fixture
def robot(qtbot, store: Store, tmp_path: Path) -> PlanRobot:
    """A plan with the goals A and B; A is open."""
    stage = Stage(qtbot, store, tmp_path)
    robot = PlanRobot(stage, people.add(store, "Ana Ruiz").id)
    discovery.add_motivator(store, robot.person_id, "Mastery")
    discovery.add_motivator(store, robot.person_id, "Autonomy")
    robot.add("A", "B")
    robot.open("A")
    return robot


def saved(robot: PlanRobot, title: str = "A") -> plans.ItemView:
    robot.stage.ctx.autosaver.flush()
    return robot.goal(title)


def test_texts_save_themselves_and_survive(robot: PlanRobot) -> None:
    robot.note(names.ITEM_FOR_PERSON).insert_text("<b>own</b> & known")
    robot.note(names.ITEM_FOR_BUSINESS).insert_text("Stores open on time")
    robot.note(names.ITEM_PRIVATE_NOTE).insert_text("Watch the load")
    assert robot.stage.ctx.autosaver.pending
    item = saved(robot).item
    assert item.for_person == "<b>own</b> & known"
    assert item.for_business == "Stores open on time"
    assert item.private_note == "Watch the load"
    robot.page.close_panel()
    robot.open("A")
    assert robot.note(names.ITEM_PRIVATE_NOTE).text() == "Watch the load"


def test_typing_reaches_the_disk_by_itself(robot: PlanRobot, qtbot) -> None:
    with qtbot.waitSignal(robot.stage.ctx.autosaver.saved):
        qtbot.keyClicks(robot.note(names.ITEM_FOR_PERSON), "x")
    assert robot.goal("A").item.for_person == "x"


def test_the_title_shows_on_the_card_while_the_cursor_stays(robot: PlanRobot) -> None:
    robot.type_title("Loads finish")
    field = robot.page.panel.title
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    robot.stage.ctx.autosaver.flush()
    assert robot.titles() == ["Loads finish", "B"]
    assert field.textCursor().position() == 5
    assert field.hasFocus()


def test_typing_one_text_is_one_step(robot: PlanRobot) -> None:
    note = robot.note(names.ITEM_FOR_PERSON)
    for word in ("one ", "two ", "three"):
        robot.stage.qtbot.keyClicks(note, word)
        robot.stage.ctx.autosaver.flush()
    robot.stage.undo()
    assert robot.goal("A").item.for_person == ""
    assert note.text() == ""


def test_an_emptied_title_comes_back(robot: PlanRobot) -> None:
    field = robot.page.panel.title
    field.setFocus()
    field.selectAll()
    robot.stage.qtbot.keyClick(field, Qt.Key.Key_Delete)
    robot.note(names.ITEM_FOR_PERSON).setFocus()
    assert saved(robot).item.title == "A"
    assert field.text() == "A"


def test_enter_in_the_title_adds_no_line(robot: PlanRobot) -> None:
    robot.type_title("One")
    robot.stage.qtbot.keyClick(robot.page.panel.title, Qt.Key.Key_Return)
    assert saved(robot, "One").item.title == "One"
    assert robot.stage.find(DropDown, names.ITEM_STATE).hasFocus()


def test_every_state_that_can_be_chosen_is_shown_whole(robot: PlanRobot) -> None:
    state = robot.stage.find(DropDown, names.ITEM_STATE)
    state.showPopup()
    view = state.view()
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    state.hidePopup()


def test_state_due_and_promise_are_kept(robot: PlanRobot) -> None:
    state = robot.stage.find(DropDown, names.ITEM_STATE)
    state.setFocus()
    robot.stage.qtbot.keyClick(state, Qt.Key.Key_Down)
    state.activated.emit(state.currentIndex())
    robot.enter(names.ITEM_DUE, "2026-12-24")
    choose_kind(robot, "Aspirational: getting most of the way there is a good result")
    item = saved(robot).item
    assert item.state is ItemState.ON_TRACK
    assert item.due_on is not None and item.due_on.isoformat() == "2026-12-24"
    assert item.committed is False


def choose_kind(robot: PlanRobot, words: str) -> None:
    """Choose an entry of the menu behind *Committed*."""
    offered = {action.text(): action for action in robot.page.panel.facts.menu().actions()}
    offered[words].trigger()


def test_a_day_that_does_not_exist_is_refused_in_place(robot: PlanRobot) -> None:
    robot.enter(names.ITEM_DUE, "2026-02-30")
    assert saved(robot).item.due_on is None
    assert robot.line(names.ITEM_DUE).property("refused") == "true"


def test_motivators_are_linked_by_pressing_them(robot: PlanRobot) -> None:
    robot.click(ITEM_SERVES_MORE)
    chips = {c.text(): c for c in robot.page.panel.motivators.findChildren(Chip)}
    chips["Mastery"].click()
    chips["Autonomy"].click()
    assert {m.name for m in robot.goal("A").motivators} == {"Mastery", "Autonomy"}
    chips["Mastery"].click()
    assert [m.name for m in robot.goal("A").motivators] == ["Autonomy"]
    robot.stage.undo()
    assert chips["Mastery"].isChecked()


def add_result(robot: PlanRobot, name: str = "Loads") -> KeyResultRow:
    robot.page.panel.results.start_adding()
    edit = robot.page.panel.results.add
    edit.setText(name)
    robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)
    return robot.page.panel.results.row(robot.goal("A").key_results[-1].id)


def test_a_key_result_is_measured_from_start_to_target(robot: PlanRobot) -> None:
    row = add_result(robot)
    assert row.editor.numbers.isVisible()
    key = row.result.id
    for field, text in (("Baseline", "71"), ("Target", "95"), ("Current", "83"), ("Unit", "%")):
        robot.enter(f"keyResult{field}{key}", text)
    result = saved(robot).key_results[0]
    assert (result.baseline, result.target, result.current) == (71.0, 95.0, 83.0)
    assert robot.goal("A").progress == pytest.approx(0.5)
    assert row.button.accessibleName().startswith("Loads, 71 → 83 of 95\u202f%, 50\u202f%")


def test_what_is_no_number_stays_in_the_field_and_out_of_the_store(robot: PlanRobot) -> None:
    row = add_result(robot)
    robot.enter(f"keyResultTarget{row.result.id}", "many")
    assert saved(robot).key_results[0].target == 1.0
    assert row.editor.numbers.target.text() == "many"
    robot.enter(f"keyResultTarget{row.result.id}", " ")
    assert row.editor.numbers.target.text() == "1"


def test_a_target_like_the_start_is_kept_and_told_in_a_sentence(robot: PlanRobot) -> None:
    row = add_result(robot)
    assert row.editor.numbers.level.isHidden()
    robot.enter(f"keyResultTarget{row.result.id}", "0")
    assert saved(robot).progress == 0.0
    assert row.editor.numbers.level.isVisible()
    robot.enter(f"keyResultCurrent{row.result.id}", "0")
    assert saved(robot).progress == 1.0


def test_a_milestone_is_reached_or_not(robot: PlanRobot) -> None:
    row = add_result(robot, "Held")
    row.editor.numbers.measure.picked.emit(Measure.MILESTONE)
    assert row.editor.numbers.reached.isVisible() and not row.editor.numbers.baseline.isVisible()
    row.editor.numbers.reached.click()
    assert saved(robot).progress == 1.0
    assert "Reached" in row.button.accessibleName()


def test_a_percentage_runs_to_a_hundred(robot: PlanRobot) -> None:
    row = add_result(robot)
    assert with_measure(row.result, Measure.PERCENT)["target"] == 100.0
    row.editor.numbers.measure.picked.emit(Measure.PERCENT)
    assert "%" in result_text(saved(robot).key_results[0])


def test_numbers_are_written_as_the_locale_does(robot: PlanRobot) -> None:
    row = add_result(robot)
    robot.enter(f"keyResultTarget{row.result.id}", "1234.5")
    assert result_text(saved(robot).key_results[0]).endswith("of 1,234.5")
    assert QLocale().decimalPoint() == "."


def test_deleting_a_key_result_can_be_taken_back(robot: PlanRobot) -> None:
    row = add_result(robot)
    row.editor.name.selectAll()
    robot.stage.qtbot.keyClicks(row.editor.name, "Renamed")
    robot.click(f"keyResultRemove{row.result.id}")
    assert robot.goal("A").key_results == ()
    assert robot.stage.toast.isVisible()
    robot.stage.undo()
    assert [k.name for k in robot.goal("A").key_results] == ["Renamed"]


def test_the_keyboard_stays_with_the_key_results_where_an_undo_takes_one(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("A")
    one, two = (key_results.add(store, goal, name) for name in ("One", "Two"))
    results = robot.page.panel.results
    results.row(two.id).unfold()
    robot.stage.undo()
    assert results.row(one.id).button.hasFocus()
    robot.stage.undo()
    assert results.row_of(one.id) is None and results.add.hasFocus()


def test_undo_shows_in_the_open_panel(robot: PlanRobot) -> None:
    robot.page.groups[SHORT].view.setFocus()
    robot.press(Qt.Key.Key_4, "A")
    state = robot.stage.find(DropDown, names.ITEM_STATE)
    assert state.value() is ItemState.BLOCKED
    robot.stage.undo()
    assert state.value() is ItemState.NOT_STARTED


def test_the_keyboard_goes_to_the_goals_where_an_undo_takes_the_open_one(robot: PlanRobot) -> None:
    robot.open("B")
    robot.note(names.ITEM_FOR_PERSON).setFocus()
    robot.stage.undo()
    assert robot.titles() == ["A"] and not robot.page.panel.isVisible()
    assert robot.list(SHORT).hasFocus()
    robot.open("A")
    robot.note(names.ITEM_FOR_PERSON).setFocus()
    robot.stage.undo()
    assert robot.titles() == [] and robot.edit(SHORT).hasFocus()


def test_the_panel_follows_the_selection_and_keeps_what_was_typed(robot: PlanRobot) -> None:
    robot.note(names.ITEM_FOR_PERSON).insert_text("mine")
    robot.select("B")
    assert robot.page.panel.item_id == robot.id("B")
    assert robot.note(names.ITEM_FOR_PERSON).text() == ""
    assert robot.goal("A").item.for_person == "mine"


def test_escape_closes_and_goes_back_to_the_card(robot: PlanRobot) -> None:
    robot.stage.qtbot.keyClick(robot.page.panel.close_button, Qt.Key.Key_Escape)
    assert not robot.page.panel.isVisible()
    assert robot.list(SHORT).hasFocus()
    assert robot.list(SHORT).selected_ids() == [robot.id("A")]


def test_deleting_the_open_goal_closes_the_panel(robot: PlanRobot) -> None:
    robot.note(names.ITEM_FOR_PERSON).insert_text("typed just now")
    robot.click("itemRemove")
    assert not robot.page.panel.isVisible()
    robot.stage.undo()
    assert robot.goal("A").item.for_person == "typed just now"
    assert robot.stage.ctx.autosaver.pending is False


def test_private_fields_say_so_first(robot: PlanRobot) -> None:
    note = robot.note(names.ITEM_PRIVATE_NOTE)
    assert note.accessibleName().startswith("Private")


def test_another_person_closes_the_panel(robot: PlanRobot) -> None:
    other = people.add(robot.stage.store, "Bo Li")
    robot.note(names.ITEM_FOR_PERSON).insert_text("kept")
    robot.page.show_person(other.id)
    assert not robot.page.panel.isVisible()
    robot.page.show_person(robot.person_id)
    assert robot.goal("A").item.for_person == "kept"


def test_a_failing_disk_keeps_the_text_in_the_field(robot: PlanRobot, tmp_path: Path) -> None:
    moved = robot.stage.store.path.rename(tmp_path / "elsewhere.db")
    note = robot.note(names.ITEM_FOR_PERSON)
    note.insert_text("not lost")
    assert robot.stage.ctx.autosaver.flush() is False
    assert note.text() == "not lost"
    moved.rename(robot.stage.store.path)
    assert robot.stage.ctx.autosaver.flush() is True
    assert robot.goal("A").item.for_person == "not lost"


def test_touching_a_goal_keeps_it_from_going_stale(robot: PlanRobot) -> None:
    robot.note(names.ITEM_FOR_PERSON).insert_text("x")
    assert saved(robot).item.touched_on == TODAY


def test_a_field_has_no_place_for_rich_text(robot: PlanRobot) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setHtml("<h1>Big</h1><img src='file:///etc/passwd'>")
    data.setText("Big\nnews")
    field = robot.page.panel.title
    field.selectAll()
    field.insertFromMimeData(data)
    assert field.text() == "Big news"
    assert isinstance(robot.line(names.ITEM_DUE), QLineEdit)


def test_tab_goes_down_the_panel(robot: PlanRobot) -> None:
    row = add_result(robot)
    row.button.click()
    robot.page.panel.results.add.clear()
    robot.page.panel.title.setFocus()
    walked = []
    for _ in range(11):
        focused = robot.stage.window.focusWidget()
        walked.append(focused.objectName().rstrip("0123456789"))
        robot.stage.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == [
        names.ITEM_TITLE, names.ITEM_STATE, names.ITEM_DUE, names.ITEM_COMMITTED,
        ITEM_SERVES_MORE, names.ITEM_FOR_PERSON, names.ITEM_FOR_BUSINESS, ITEM_OBJECTIVE,
        RESULT_FOLD, names.KEY_RESULT_EDIT, STEP_PLUS,
    ]  # fmt: skip


def test_values_unfold_with_the_numbers_and_one_can_be_added_and_deleted(
    robot: PlanRobot,
) -> None:
    robot.add("Loads by six")
    goal = robot.goal("Loads by six")
    result = key_results.add(robot.stage.store, goal.id, "Loads on time", today=TODAY)
    key_results.change(robot.stage.store, result.id, today=TODAY, target=95.0, current=88.0)
    robot.open("Loads by six")
    robot.click(RESULT_FOLD + str(result.id))
    history = robot.stage.window.findChild(KeyResultRow).editor.history  # type: ignore[union-attr]
    assert history.words.text() == "1 value"
    history.value.set_number(60.0)
    history.day.set_day(date(2026, 3, 1))
    robot.click(f"readingAdd{result.id}")
    assert [reading.value for reading in key_result_values.of(robot.stage.store, result.id)] == [
        88.0,
        60.0,
    ]
    button = robot.page.panel.results.row(result.id).button
    assert "2 values, first 60, latest 88" in button.accessibleName()
    history.list.setFocus()
    history.list.setCurrentIndex(history.model.index(0, 0))
    robot.stage.qtbot.keyClick(history.list, Qt.Key.Key_Delete)
    assert robot.goal("Loads by six").key_results[0].current == 60.0


def test_a_value_is_edited_in_the_fields_below_its_list(robot: PlanRobot) -> None:
    store = robot.stage.store
    result = key_results.add(store, robot.id("A"), "Loads on time", today=TODAY)
    key_results.change(store, result.id, today=TODAY, target=95.0, current=880.0)
    robot.open("A")
    robot.click(RESULT_FOLD + str(result.id))
    history = robot.page.panel.results.row(result.id).editor.history
    history.list.setFocus()
    history.list.setCurrentIndex(history.model.index(0, 0))
    robot.stage.qtbot.keyClick(history.list, Qt.Key.Key_Return)
    assert (history.value.text(), history.add.text()) == ("880", "Save")
    assert history.value.hasFocus() and history.leave.isVisible()
    robot.enter(f"readingValue{result.id}", "88")
    robot.enter(f"readingSure{result.id}", "7")
    history.note.setFocus()
    robot.stage.qtbot.keyClicks(history.note, "A slip of the key")
    robot.stage.qtbot.keyClick(history.note, Qt.Key.Key_Return)
    row = key_result_values.of(store, result.id)[0]
    assert (row.value, row.confidence, row.note) == (88.0, 7, "A slip of the key")
    assert history.model.text(row) == "17 November 2026: 88, confidence 7. A slip of the key"
    button = robot.page.panel.results.row(result.id).button
    assert button.accessibleName().startswith("Loads on time, 0 → 88 of 95")
    assert (history.value.text(), history.add.text()) == ("", "Add")
    assert history.list.hasFocus() and history.leave.isHidden()
    robot.stage.undo()
    assert key_result_values.of(store, result.id)[0].value == 880.0
    assert "880" in history.model.text(history.model.rows[0])


def test_escape_leaves_an_edited_value_as_it_was_and_a_bad_number_is_not_kept(
    robot: PlanRobot,
) -> None:
    store = robot.stage.store
    result = key_results.add(store, robot.id("A"), "Loads on time", today=TODAY)
    key_results.change(store, result.id, today=TODAY, current=8.0)
    robot.open("A")
    robot.click(RESULT_FOLD + str(result.id))
    history = robot.page.panel.results.row(result.id).editor.history
    history.list.opened.emit(history.model.index(0, 0))
    robot.enter(f"readingSure{result.id}", "11")
    robot.click(f"readingAdd{result.id}")
    assert history.sure.hasFocus() and history.sure.property("refused") == "true"
    assert "from 0 to 10" in history.sure.accessibleDescription()
    assert key_result_values.of(store, result.id)[0].confidence is None
    for _ in range(2):  # the first gives the number back, the second leaves
        robot.stage.qtbot.keyClick(history.sure, Qt.Key.Key_Escape)
    assert history.list.hasFocus() and history.add.text() == "Add"
    assert robot.page.panel.isVisible()
    history.list.opened.emit(history.model.index(0, 0))
    robot.stage.qtbot.keyClick(history.list, Qt.Key.Key_Delete)
    assert history.model.rowCount() == 0
    assert (history.value.text(), history.add.text()) == ("", "Add")


def test_an_objective_that_is_pasted_in_lines_is_one_with_all_of_them(robot: PlanRobot) -> None:
    robot.open("A")
    serving = robot.page.panel.serving
    serving.pick(NEW)
    QApplication.clipboard().setText("Fewer returns,\nin every branch")
    serving.edit.paste()
    assert [one.title for one in objectives.of(robot.stage.store)] == [
        "Fewer returns, in every branch"
    ]


def test_one_key_on_several_steps_is_one_step_back(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("A")
    actions.add(store, goal, ["Call", "Write", "Send"], today=TODAY)
    robot.open("A")
    view = robot.stage.find(QListView, "stepList")
    view.setFocus()
    view.selectAll()
    before = [step.owner for step in actions.of(store, goal)]
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_O)
    assert [step.owner for step in actions.of(store, goal)] == [Owner.ME] * 3
    robot.stage.undo()
    assert [step.owner for step in actions.of(store, goal)] == before


def test_to_tick_several_steps_leaves_those_that_were_done_before(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("A")
    first, _ = actions.add(store, goal, ["Call", "Write"], today=TODAY)
    earlier = TODAY - timedelta(days=9)
    actions.tick(store, [first.id], earlier, today=earlier)
    robot.open("A")
    view = robot.stage.find(QListView, "stepList")
    view.setFocus()
    view.selectAll()
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [step.done_on for step in actions.of(store, goal)] == [earlier, TODAY]


@pytest.mark.parametrize("typed", [False, True])
def test_the_form_of_a_value_follows_what_is_stored(robot: PlanRobot, *, typed: bool) -> None:
    store = robot.stage.store
    result = key_results.add(store, robot.id("A"), "Loads on time", today=TODAY)
    value = key_result_values.add(store, result.id, TODAY, 880.0, today=TODAY)
    key_result_values.change(store, value.id, today=TODAY, value=88.0)
    robot.open("A")
    robot.click(RESULT_FOLD + str(result.id))
    history = robot.page.panel.results.row(result.id).editor.history
    history.list.setFocus()
    history.list.setCurrentIndex(history.model.index(0, 0))
    robot.stage.qtbot.keyClick(history.list, Qt.Key.Key_Return)
    if typed:
        robot.enter(f"readingSure{result.id}", "7")
    robot.stage.undo()
    assert key_result_values.of(store, result.id)[0].value == 880.0
    assert history.value.text() == ("88" if typed else "880")


def test_the_day_of_a_value_is_one_that_is_over(robot: PlanRobot) -> None:
    store = robot.stage.store
    result = key_results.add(store, robot.id("A"), "Loads on time", today=TODAY)
    robot.open("A")
    robot.click(RESULT_FOLD + str(result.id))
    robot.enter(f"readingDay{result.id}", "24 dec")
    history = robot.page.panel.results.row(result.id).editor.history
    assert history.day.day() == date(2025, 12, 24)


def test_steps_are_added_ticked_and_deleted_by_keys(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("A")
    robot.click(STEP_PLUS)
    edit = robot.stage.find(QLineEdit, "stepEdit")
    assert edit.hasFocus()
    for words in ("Call the branch", "Write it up"):
        robot.stage.qtbot.keyClicks(edit, words)
        robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [step.text for step in actions.of(store, goal)] == ["Call the branch", "Write it up"]
    view = robot.stage.find(QListView, "stepList")
    view.setFocus()
    view.selectionModel().setCurrentIndex(view.model().index(0, 0), ONLY)
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert actions.of(store, goal)[0].done_on == TODAY
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_O)
    assert Owner.ME in {step.owner for step in actions.of(store, goal)}
    view.selectionModel().setCurrentIndex(view.model().index(0, 0), ONLY)
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(actions.of(store, goal)) == 1
    robot.stage.undo()
    assert len(actions.of(store, goal)) == 2
    assert view.model().rowCount() == 2
