"""Objectives in the panel of a goal, and on a page of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

from careerdesk.domain.hints import Hint, hints
from careerdesk.domain.records import Horizon
from careerdesk.services import aspirations, objectives, plans
from careerdesk.ui.base import names
from careerdesk.ui.plan.item_panel import ITEM_HISTORY
from careerdesk.ui.plan.objectives import OBJECTIVE_ADD, OBJECTIVE_LIST
from careerdesk.ui.plan.person_chips import ITEM_ASPIRATION, ITEM_SERVES_MORE
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.plan.plan_words import card_of
from careerdesk.ui.plan.serving import ITEM_OBJECTIVE, OBJECTIVE_EDIT
from careerdesk.ui.shell.actions import SHOW_OBJECTIVES
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.link_row import caption_words
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.versions import VersionsDialog
from tests.builders import TODAY
from tests.robots.seen import said
from tests.robots.window import PeopleRobot


def with_goal(team: PeopleRobot) -> int:
    """Ana's goal, open in the panel."""
    ana = team.person("Ana Ruiz").id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0]
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    page.open_item(goal.id)
    return goal.id


def pick(team: PeopleRobot, words: str) -> None:
    """Choose an objective in the menu of its chip."""
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    offered = {action.text(): action for action in page.panel.serving.menu().actions()}
    assert words in offered, list(offered)
    offered[words].trigger()


def chip_words(team: PeopleRobot) -> str:
    return team.find(QAbstractButton, ITEM_OBJECTIVE).text()


def test_a_new_objective_is_typed_where_the_goal_is(team: PeopleRobot) -> None:
    goal = with_goal(team)
    pick(team, "New objective…")
    team.type(team.find(QLineEdit, OBJECTIVE_EDIT), "Less waste")
    team.press_in_focus(Qt.Key.Key_Return)
    found = plans.item(team.store, goal)
    assert found.objective is not None
    assert found.objective.title == "Less waste"
    assert chip_words(team) == "Less waste"
    chips = [(chip.icon, chip.text) for chip in card_of(found, TODAY).chips]
    assert ("objective", "Less waste") in chips
    team.act(names.UNDO)
    assert objectives.of(team.store) == []


def test_serving_an_objective_and_an_aspiration_serves_both_sides(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    wish = aspirations.add(team.store, ana, ["Teach more"], TODAY)[0]
    aim = objectives.add(team.store, ["Less waste"])[0]
    goal = with_goal(team)
    pick(team, "Less waste")
    assert Hint.ONE_SIDE in hints(plans.item(team.store, goal))
    team.click(ITEM_SERVES_MORE)
    team.click(f"{ITEM_ASPIRATION}{wish.id}")
    found = plans.item(team.store, goal)
    assert (found.item.objective_id, found.item.aspiration_id) == (aim.id, wish.id)
    assert Hint.ONE_SIDE not in hints(found)
    pick(team, "No objective")
    assert plans.item(team.store, goal).item.objective_id is None
    assert chip_words(team) == "Objective"
    team.click(f"{ITEM_ASPIRATION}{wish.id}")
    assert plans.item(team.store, goal).item.aspiration_id is None


def test_the_page_adds_edits_and_says_who_serves(team: PeopleRobot) -> None:
    goal = with_goal(team)
    team.act(SHOW_OBJECTIVES)
    team.type(team.find(QLineEdit, OBJECTIVE_ADD), "Less waste")
    team.press_in_focus(Qt.Key.Key_Return)
    aim = objectives.of(team.store)[0]
    plans.change_item(team.store, goal, today=TODAY, objective_id=aim.id)
    listed = team.find(QListView, OBJECTIVE_LIST)
    row = listed.model().index(0, 0).data(RECORD_ROLE)
    assert row.caption == "1 goal"
    below = listed.model().index(1, 0).data(RECORD_ROLE)
    assert (below.title, below.caption) == ("Loads are done", "Ana Ruiz, not started")
    team.go_to(listed, 0)
    team.press(listed, Qt.Key.Key_Return)
    team.find(GrowingText, "objectiveTitle").set_text("Much less waste")
    team.press(team.find(GrowingText, "objectiveTitle"), Qt.Key.Key_Return)
    assert objectives.of(team.store)[0].title == "Much less waste"
    team.press(listed, Qt.Key.Key_Delete)
    assert objectives.of(team.store) == []
    assert team.told == "Objective deleted. Its goals have been kept."


def test_a_form_in_which_is_typed_stays_where_another_one_is_deleted(team: PeopleRobot) -> None:
    objectives.add(team.store, ["Less waste", "More trust"])
    team.act(SHOW_OBJECTIVES)
    listed = team.find(QListView, OBJECTIVE_LIST)
    team.go_to(listed, 0)
    team.press(listed, Qt.Key.Key_Return)
    measure = team.find(QLineEdit, "objectiveMeasure")
    team.type(measure, "Tons a year")
    team.go_to(listed, 1)
    team.press(listed, Qt.Key.Key_Delete)
    assert measure.isVisible() and measure.text() == "Tons a year"
    assert listed.hasFocus()
    team.press(listed, Qt.Key.Key_Delete)
    assert not measure.isVisible() and team.find(QLineEdit, OBJECTIVE_ADD).hasFocus()


def test_a_retired_objective_stands_apart(team: PeopleRobot) -> None:
    objectives.add(team.store, ["Less waste"])
    team.act(SHOW_OBJECTIVES)
    team.press(team.find(QListView, OBJECTIVE_LIST), Qt.Key.Key_Return)
    team.click("objectiveRetire")
    assert team.find(QListView, OBJECTIVE_LIST).model().rowCount() == 0
    team.click("retiredObjectives")
    assert team.find(QListView, OBJECTIVE_LIST).model().rowCount() == 1


def test_a_goal_below_its_objective_leads_to_its_plan(team: PeopleRobot) -> None:
    goal = with_goal(team)
    aim = objectives.add(team.store, ["Less waste"])[0]
    plans.change_item(team.store, goal, today=TODAY, objective_id=aim.id)
    team.choose("Ben Okri")
    team.act(SHOW_OBJECTIVES)
    listed = team.find(QListView, OBJECTIVE_LIST)
    team.go_to(listed, 1)
    team.press(listed, Qt.Key.Key_Delete)  # a goal is not deleted from here
    assert plans.item(team.store, goal).item.title == "Loads are done"
    team.press(listed, Qt.Key.Key_Return)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    assert team.selected() == "Ana Ruiz"
    assert page.panel.item_id == goal


def test_the_history_button_shows_the_text_that_had_the_cursor(team: PeopleRobot) -> None:
    with_goal(team)
    button = team.find(QAbstractButton, ITEM_HISTORY)
    words = team.find(NoteEditor, names.ITEM_FOR_PERSON)
    words.setFocus()
    button.setFocus()
    team.press(button, Qt.Key.Key_Space)
    dialog = team.window.findChild(VersionsDialog)
    assert dialog is not None
    assert words.accessibleName() in said(dialog)
    dialog.close()


def test_how_many_goals_support_it_is_said_however_long_its_measure_is(team: PeopleRobot) -> None:
    measure = "Yesterday's figures by seven on every day " * 4
    one = objectives.add(team.store, ["Figures they trust"])[0]
    objectives.change(team.store, one.id, measure=measure)
    team.act(SHOW_OBJECTIVES)
    row = team.find(QListView, OBJECTIVE_LIST).model().index(0, 0).data(RECORD_ROLE)
    shown = caption_words(row, 500, team.window.ctx.theme.look)
    assert shown.startswith("Yesterday's figures")
    assert shown.endswith("no goals support it yet")
