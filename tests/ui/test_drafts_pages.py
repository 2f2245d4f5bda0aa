"""Words that are typed on the pages beside a person's and not taken wait there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Horizon
from careerdesk.services import (
    checkins,
    discovery,
    key_result_values,
    key_results,
    objectives,
    people,
    plans,
    templates,
)
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.library.templates import TEMPLATE_LIST, TEMPLATE_NAME
from careerdesk.ui.people.first_start import NAME_EDIT
from careerdesk.ui.plan.close_plan import CLOSE_CANCEL, CLOSE_SUMMARY
from careerdesk.ui.plan.closing_row import CLOSE_CARRY, CLOSE_WORDS
from careerdesk.ui.plan.objectives import OBJECTIVE_ADD, OBJECTIVE_LIST
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.shell.actions import (
    CLOSE_WEEK,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    SHORTCUTS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
)
from careerdesk.ui.widgets.buttons import TickBox
from tests.builders import TODAY
from tests.robots.drafts import begin, killed, said, shown, unheld
from tests.robots.window import PeopleRobot
from tests.seeds import one_in

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
HALF = "not yet anyth"
BESIDE = [
    names.GO_TODAY, names.PREFERENCES, SHORTCUTS, SHOW_TRASH, SHOW_OBJECTIVES, SHOW_TEMPLATES,
    names.GO_REVIEWS, DISCOVERY_CONVERSATION, CLOSE_WEEK,
]  # fmt: skip


def open_first(team: PeopleRobot, page: str, name: str) -> None:
    """Open the first row of a page."""
    team.act(page)
    view = team.find(QListView, name)
    team.go_to(view, 0)
    team.press(view, ENTER)


def begin_form(team: PeopleRobot, page: str) -> str:
    """Begin to edit an objective or a template; the field that is typed into."""
    if page == SHOW_OBJECTIVES:
        objectives.add(team.store, ["Less waste", "More light"])
        open_first(team, page, OBJECTIVE_LIST)
        name = "objectiveMeasure"
    else:
        ana = team.person("Ana Ruiz").id
        checkins.add_agenda(team.store, ana, "How is it going")
        templates.keep_agenda(team.store, ana, "Weekly")
        open_first(team, page, TEMPLATE_LIST)
        name = TEMPLATE_NAME
    begin(team, name, HALF)
    return name


def by_escape(team: PeopleRobot) -> None:
    for _ in range(2):  # the first one may only leave a field
        if not team.window.on_person_page:
            team.press_in_focus(ESCAPE)


def by_editing_the_person(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)


def by_the_rail(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.choose("Ana Ruiz")


def by_sharing(team: PeopleRobot) -> None:
    team.act(names.SHARE_SAFE_MODE)
    team.act(names.SHARE_SAFE_MODE)
    by_escape(team)


BACK = [by_escape, by_editing_the_person, by_the_rail, by_sharing]


def test_a_row_of_the_objectives_keeps_takes_and_throws_away(
    team: PeopleRobot, tmp_path: Path
) -> None:
    team.act(SHOW_OBJECTIVES)
    begin(team, OBJECTIVE_ADD, HALF)
    team.choose("Ben Okri")
    team.restart()
    team.act(SHOW_OBJECTIVES)
    assert said(team, OBJECTIVE_ADD) == HALF
    again = PeopleRobot(team.qtbot, killed(team, tmp_path), tmp_path)
    again.act(SHOW_OBJECTIVES)
    assert said(again, OBJECTIVE_ADD) == HALF
    again.window.close()
    again.store.close()
    for key in (ENTER, ESCAPE):
        team.press(team.find(QWidget, OBJECTIVE_ADD), key)
        assert said(team, OBJECTIVE_ADD) == ""
        team.act(names.UNDO)
        assert said(team, OBJECTIVE_ADD) == HALF


@pytest.mark.parametrize("page", [SHOW_OBJECTIVES, SHOW_TEMPLATES])
def test_a_form_opens_again_with_its_words(team: PeopleRobot, page: str) -> None:
    name = begin_form(team, page)
    team.choose("Ben Okri")
    team.restart()
    team.act(page)
    assert shown(team, name)
    assert said(team, name) == HALF
    for key in (ESCAPE, ENTER):
        team.press(team.find(QWidget, name), key)
        assert not shown(team, name)
        team.act(names.UNDO)
        assert shown(team, name)
        assert said(team, name) == HALF


def test_a_form_goes_with_its_objective_and_comes_back_with_it(team: PeopleRobot) -> None:
    name = begin_form(team, SHOW_OBJECTIVES)
    view = team.find(QListView, OBJECTIVE_LIST)
    team.press(view, Qt.Key.Key_Delete)
    assert not shown(team, name)
    team.act(names.UNDO)
    assert shown(team, name)
    assert said(team, name) == HALF


def test_the_name_of_the_first_person_waits(nobody: PeopleRobot) -> None:
    begin(nobody, NAME_EDIT, HALF)
    nobody.restart()
    assert said(nobody, NAME_EDIT) == HALF
    nobody.press(nobody.find(QWidget, NAME_EDIT), ESCAPE)
    assert said(nobody, NAME_EDIT) == ""
    nobody.act(names.UNDO)
    assert said(nobody, NAME_EDIT) == HALF
    nobody.press(nobody.find(QWidget, NAME_EDIT), ENTER)
    assert said(nobody, NAME_EDIT) == ""
    assert [one.name for one in people.everyone(nobody.store)] == [HALF]


# In the plan


def with_result(team: PeopleRobot) -> tuple[PlanPage, int, int]:
    """Ana's goal with a key result, open in the panel with its numbers."""
    ana = team.person("Ana Ruiz").id
    goal = plans.add_items_for(team.store, ana, Horizon.SHORT, ["Loads are done"], TODAY)[0].id
    result = key_results.add(team.store, goal, "Loads by six").id
    return open_result(team, goal, result), goal, result


def open_result(team: PeopleRobot, goal: int, result: int) -> PlanPage:
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    page = team.window.person_page.page
    assert isinstance(page, PlanPage)
    page.open_item(goal)
    page.panel.results.row(result).unfold()
    return page


def test_a_value_that_is_half_typed_waits_and_is_taken_with_one_step(team: PeopleRobot) -> None:
    _, goal, result = with_result(team)
    name = f"readingNote{result}"
    begin(team, f"readingValue{result}", "12")
    begin(team, name, HALF)
    team.choose("Ben Okri")
    team.restart()
    open_result(team, goal, result)
    assert said(team, name) == HALF
    assert said(team, f"readingValue{result}") == "12"
    team.press(team.find(QWidget, name), ESCAPE)
    assert said(team, name) == ""
    team.act(names.UNDO)
    assert said(team, name) == HALF
    team.press(team.find(QWidget, name), ENTER)
    assert [one.note for one in key_result_values.of(team.store, result)] == [HALF]
    assert said(team, name) == ""


def test_a_closing_that_is_half_filled_waits(team: PeopleRobot) -> None:
    _, goal, _ = with_result(team)
    team.window.person_page.page.close_panel()  # type: ignore[union-attr]
    team.click(names.CLOSE_PLAN)
    begin(team, CLOSE_SUMMARY, HALF)
    begin(team, f"{CLOSE_WORDS}{goal}", "because")
    team.find(TickBox, f"{CLOSE_CARRY}{goal}").click()
    team.choose("Ben Okri")
    team.restart()
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    team.click(names.CLOSE_PLAN)
    assert said(team, CLOSE_SUMMARY) == HALF
    assert said(team, f"{CLOSE_WORDS}{goal}") == "because"
    assert not team.find(TickBox, f"{CLOSE_CARRY}{goal}").isChecked()
    team.click(CLOSE_CANCEL)
    team.act(names.UNDO)
    team.click(names.CLOSE_PLAN)
    assert said(team, CLOSE_SUMMARY) == HALF


# Who answers


def test_somebody_answers_for_every_field_of_the_standalone_pages(team: PeopleRobot) -> None:
    begin_form(team, SHOW_OBJECTIVES)
    assert unheld(team.window.content) == []
    begin_form(team, SHOW_TEMPLATES)
    assert unheld(team.window.content) == []
    team.act(SHOW_TRASH)
    assert unheld(team.window.content) == []
    for place in (names.PREFERENCES, names.ABOUT):
        team.act(place)
        assert unheld(team.window.content) == [], place


def test_somebody_answers_for_the_first_name(nobody: PeopleRobot) -> None:
    assert unheld(nobody.window.content) == []


def test_somebody_answers_for_the_closing_of_a_plan(
    qtbot: QtBot, store: Store, team: PeopleRobot
) -> None:
    page, _, result = with_result(team)
    history = page.panel.results.row(result).editor.history
    assert unheld(history) == []
    page.close_panel()
    team.click(names.CLOSE_PLAN)
    assert page._instead is not None
    assert unheld(page._instead) == []


# Back from such a page


@pytest.mark.parametrize(("page", "back"), one_in(2, product(BESIDE, BACK)))
def test_back_from_a_page_the_words_are_there_and_new_ones_are_kept(
    team: PeopleRobot, page: str, back: Callable[[PeopleRobot], None]
) -> None:
    team.choose("Ana Ruiz")
    ana = team.person("Ana Ruiz").id
    discovery.ensure_bank(team.store)
    team.act(START_CHECK_IN)
    begin(team, names.CHECK_IN_SHARED, "She leads")
    team.window.ctx.autosaver.flush()
    team.act(page)
    back(team)
    assert team.window.on_person_page
    field = team.find(QTextEdit, names.CHECK_IN_SHARED)
    assert field.toPlainText() == "She leads"
    begin(team, names.CHECK_IN_SHARED, "She leads the nights")
    team.window.ctx.autosaver.flush()
    running = checkins.running(team.store, ana)
    assert running is not None
    assert running.shared_notes == "She leads the nights"
