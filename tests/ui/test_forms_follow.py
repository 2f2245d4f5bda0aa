"""Whatever is open goes with the record it is about: gone with it, and saying what it says now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.loop import TemplateKind
from careerdesk.domain.records import Horizon
from careerdesk.services import (
    aspirations,
    checkins,
    closing,
    discovery,
    feedback,
    objectives,
    people,
    plans,
    templates,
)
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.discovery.questions import OWN_QUESTION, REWORD
from careerdesk.ui.plan.close_plan import CLOSE_CONFIRM
from careerdesk.ui.plan.closed_plans import CLOSED_BACK, CLOSED_PLAN
from careerdesk.ui.plan.objectives import OBJECTIVE_LIST
from careerdesk.ui.shell.actions import (
    EDIT_PERSON,
    NOTE_FEEDBACK,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
)
from careerdesk.ui.shell.capture import CAPTURE_EDIT, QuickCapture
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.builders import NOW, TODAY
from tests.robots.brief import BriefRobot
from tests.robots.seen import said
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot


@pytest.fixture
def ana(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over Ana, with questions to ask and nothing else."""
    people.add(store, "Ana Ruiz")
    discovery.ensure_bank(store)
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def is_seen(robot: PeopleRobot, name: str) -> bool:
    return any(one.isVisible() for one in robot.window.findChildren(QWidget, name))


def enter(robot: PeopleRobot, name: str) -> None:
    """Open the first row of a list."""
    view = robot.find(QAbstractItemView, name)
    robot.go_to(view, 0)
    robot.press(view, Qt.Key.Key_Return)


def calm(robot: PeopleRobot) -> None:
    catch_up()
    assert robot.banner() == ""
    assert robot.banner("unsaved") == ""


def test_the_form_of_an_aspiration_that_is_undone_closes(ana: PeopleRobot) -> None:
    ana.act(names.GO_DISCOVERY)
    aspirations.add(ana.store, ana.person("Ana Ruiz").id, ["Lead a team"], TODAY)
    enter(ana, names.ASPIRATION_LIST)
    assert is_seen(ana, "aspirationStatement")
    ana.act(names.UNDO)
    assert not is_seen(ana, "aspirationStatement")
    calm(ana)
    ana.act(names.REDO)
    assert "Lead a team" in said(ana.window)
    assert not is_seen(ana, "aspirationStatement")


def test_the_form_of_feedback_that_is_undone_closes(ana: PeopleRobot) -> None:
    ana.act(names.GO_PREPARE)
    checkins.add_agenda(ana.store, ana.person("Ana Ruiz").id, "Budget")
    feedback.add(ana.store, ana.person("Ana Ruiz").id, TODAY, behaviour="Helped")
    brief = BriefRobot(ana)
    brief.press(Qt.Key.Key_Return, brief.row("Helped"))
    assert is_seen(ana, "feedbackSituation")
    ana.act(names.UNDO)
    assert not is_seen(ana, "feedbackSituation")
    calm(ana)


def test_feedback_that_is_new_stays_open_whatever_is_undone(ana: PeopleRobot) -> None:
    checkins.add_agenda(ana.store, ana.person("Ana Ruiz").id, "Budget")
    ana.act(NOTE_FEEDBACK)
    ana.act(names.UNDO)
    ana.act(names.REDO)
    assert is_seen(ana, "feedbackSituation")


def test_the_form_of_an_objective_follows_it(ana: PeopleRobot) -> None:
    made = objectives.add(ana.store, ["Less waste"])[0]
    objectives.change(ana.store, made.id, title="Far less waste")
    ana.act(SHOW_OBJECTIVES)
    enter(ana, OBJECTIVE_LIST)
    title = ana.find(GrowingText, "objectiveTitle")
    assert title.text() == "Far less waste"
    ana.act(names.UNDO)
    assert title.text() == "Less waste"
    ana.act(names.UNDO)
    assert not is_seen(ana, "objectiveTitle")
    calm(ana)


def test_the_form_of_a_template_follows_it(ana: PeopleRobot) -> None:
    person = ana.person("Ana Ruiz").id
    checkins.add_agenda(ana.store, person, "Budget")
    made = templates.keep_agenda(ana.store, person, "Usual")
    templates.rename(ana.store, made.id, "Every week")
    ana.act(SHOW_TEMPLATES)
    enter(ana, "templateList")
    name = ana.find(QLineEdit, "templateName")
    assert name.text() == "Every week"
    ana.act(names.UNDO)
    assert name.text() == "Usual"
    ana.act(names.UNDO)
    assert not is_seen(ana, "templateName")
    assert templates.of(ana.store, TemplateKind.AGENDA) == []
    calm(ana)


@pytest.mark.parametrize("tab", [names.GO_PLAN, names.GO_PREPARE, names.GO_CHECK_INS])
def test_a_person_without_anything_is_called_by_the_new_name(ana: PeopleRobot, tab: str) -> None:
    ana.act(tab)
    assert "Ana" in said(ana.window)
    ana.act(EDIT_PERSON)
    ana.type(ana.find(QLineEdit, "person.given_name"), "Zoe")
    ana.window.ctx.autosaver.flush()
    catch_up()
    ana.window.commands.close_panel()
    catch_up()
    left = [line for line in said(ana.window).splitlines() if "Ana" in line and "Undo" not in line]
    assert left == []
    assert ana.shown == "Zoe Ruiz"


def goal(ana: PeopleRobot) -> int:
    person = ana.person("Ana Ruiz").id
    return plans.add_items_for(ana.store, person, Horizon.SHORT, ["Loads by six"], TODAY)[0].id


def test_the_panel_of_a_goal_that_is_undone_closes(ana: PeopleRobot) -> None:
    ana.act(names.GO_PLAN)
    goal(ana)
    enter(ana, names.SHORT_TERM_ITEMS)
    assert is_seen(ana, names.ITEM_PANEL)
    ana.act(names.UNDO)
    assert not is_seen(ana, names.ITEM_PANEL)
    calm(ana)


def test_a_closed_plan_that_is_open_again_is_worked_on(ana: PeopleRobot) -> None:
    goal(ana)
    ana.act(names.GO_PLAN)
    view = plans.active(ana.store, ana.person("Ana Ruiz").id)
    assert view is not None
    closing.close(ana.store, view.plan.id, TODAY, "Done")
    ana.click(f"{CLOSED_PLAN}{view.plan.id}")
    assert is_seen(ana, CLOSED_BACK)
    ana.act(names.UNDO)
    assert not is_seen(ana, CLOSED_BACK)
    assert is_seen(ana, names.SHORT_TERM_ITEMS)
    calm(ana)


@pytest.mark.parametrize("deleted", [True, False])
def test_the_closing_of_a_plan_whose_goals_went_goes_on_without_them(
    ana: PeopleRobot, deleted: bool
) -> None:
    item = goal(ana)
    plans.add_items_for(
        ana.store, ana.person("Ana Ruiz").id, Horizon.SHORT, ["Fewer calls"], TODAY
    )  # fmt: skip
    ana.act(names.GO_PLAN)
    ana.click(names.CLOSE_PLAN)
    assert is_seen(ana, CLOSE_CONFIRM)
    if deleted:
        plans.remove_items(ana.store, [item])
    else:
        ana.act(names.UNDO)
    ana.click(CLOSE_CONFIRM)
    assert ana.told == "Plan closed"
    calm(ana)


def test_a_plan_that_is_gone_takes_its_closing_along(ana: PeopleRobot) -> None:
    goal(ana)
    ana.act(names.GO_PLAN)
    ana.click(names.CLOSE_PLAN)
    ana.act(names.UNDO)
    assert not is_seen(ana, CLOSE_CONFIRM)
    calm(ana)


def test_the_line_for_other_words_of_a_question_goes_with_the_question(ana: PeopleRobot) -> None:
    ana.act(names.GO_DISCOVERY)
    ana.click(OWN_QUESTION)
    edit = ana.find(QLineEdit, names.OWN_QUESTION_EDIT)
    ana.type(edit, "What would you try?")
    ana.press(edit, Qt.Key.Key_Return)
    ana.press(edit, Qt.Key.Key_Escape)
    ana.click(REWORD)
    assert is_seen(ana, names.OWN_QUESTION_EDIT)
    ana.act(names.UNDO)
    assert not is_seen(ana, names.OWN_QUESTION_EDIT)
    calm(ana)


def test_an_open_check_in_that_is_undone_closes(ana: PeopleRobot) -> None:
    ana.act(names.GO_CHECK_INS)
    person = ana.person("Ana Ruiz").id
    check_in = checkins.start(ana.store, person, NOW - timedelta(days=2))
    checkins.finish(ana.store, check_in.id, NOW - timedelta(days=2))
    catch_up()
    enter(ana, names.CHECK_IN_HISTORY)
    checkins.remove(ana.store, [check_in.id])
    catch_up()
    for name in (names.UNDO, names.REDO, names.UNDO):
        ana.act(name)
        calm(ana)


def test_quick_capture_knows_who_came_and_went(ana: PeopleRobot) -> None:
    ana.act(names.QUICK_CAPTURE)
    edit = ana.find(QLineEdit, CAPTURE_EDIT)
    people.add(ana.store, "Ben Okri")
    ana.type(edit, "ben lunch")
    panel = ana.find(QuickCapture, "quickCapturePanel")
    assert panel.hint.text() == "Press Enter to add it to Ben Okri's agenda"
    ana.store.undo()
    assert "Ben" not in panel.hint.text()
    ana.press(edit, Qt.Key.Key_Escape)
    calm(ana)


def test_details_show_what_undo_brings_back(ana: PeopleRobot) -> None:
    people.change(ana.store, ana.person("Ana Ruiz").id, title="Planner")
    ana.act(EDIT_PERSON)
    ana.act(names.UNDO)
    assert ana.find(QLineEdit, "person.title").text() == ""
    calm(ana)
