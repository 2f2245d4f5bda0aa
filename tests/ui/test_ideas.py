"""Ideas: a quiet list on the plan, offered again in a career conversation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from careerdesk.domain.loop import IdeaState
from careerdesk.domain.records import CheckInKind, Horizon, ItemState, PlanState
from careerdesk.services import checkins, discovery, ideas, people, plans, trash
from careerdesk.services.ideas import Idea
from careerdesk.ui.base import names
from careerdesk.ui.checkins.career_conversation import CareerConversation
from careerdesk.ui.ideas.idea_box import IDEA_EDIT, Answer, IdeaBox
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.robots.check_ins import CheckInsRobot
from tests.robots.plan import PlanRobot
from tests.robots.stage import TODAY, Stage

BOARD, SHADOW = "Join the data board as a guest", "Shadow the release for a week"


def box_keys(stage: Stage, box: IdeaBox, row: int, key: Qt.Key) -> None:
    """Press a key on one of the ideas."""
    box.list.setFocus()
    box.list.setCurrentIndex(box.model.index(row, 0))
    stage.qtbot.keyClick(box.list, key)


def titles(box: IdeaBox) -> list[str]:
    return [row.title for row in box.model.rows]


@pytest.fixture
def plan(stage: Stage) -> PlanRobot:
    """Ana has a goal and two ideas."""
    ana = people.add(stage.store, "Ana Ruiz").id
    plans.add_items_for(stage.store, ana, Horizon.SHORT, ["Nights are fair"], TODAY)
    ideas.add(stage.store, ana, [BOARD, SHADOW], TODAY)
    return PlanRobot(stage, ana)


@pytest.fixture
def career(stage: Stage) -> CheckInsRobot:
    """A career conversation with Ben runs, who has two ideas and no plan."""
    discovery.ensure_bank(stage.store)
    ben = people.add(stage.store, "Ben Okri").id
    ideas.add(stage.store, ben, [BOARD, SHADOW], TODAY)
    robot = CheckInsRobot(stage, ben)
    checkins.start(stage.store, ben, robot.clock.now(), CheckInKind.CAREER)
    return robot


def career_page(robot: CheckInsRobot) -> CareerConversation:
    found = robot.page.check_in.career
    assert found is not None
    return found


def test_an_idea_is_added_below_the_goals_and_stays_one(plan: PlanRobot) -> None:
    box = plan.page.ideas.box
    box.edit.setFocus()
    plan.stage.qtbot.keyClicks(box.edit, "A talk at the meet-up")
    plan.stage.qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert titles(box) == [BOARD, SHADOW, "A talk at the meet-up"]
    assert plan.titles() == ["Nights are fair"]
    QAbstractItemModelTester(box.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_who_has_neither_plan_nor_idea_sees_no_place_for_them(stage: Stage) -> None:
    cleo = people.add(stage.store, "Cleo Marsh").id
    page = PlanRobot(stage, cleo).page
    assert not page.ideas.isVisible()


def test_taken_it_is_a_goal_and_asks_for_both_sides(plan: PlanRobot) -> None:
    box_keys(plan.stage, plan.page.ideas.box, 0, Qt.Key.Key_1)
    assert plan.titles() == ["Nights are fair", BOARD]
    assert plan.goal(BOARD).item.state is ItemState.NOT_STARTED
    assert titles(plan.page.ideas.box) == [SHADOW]
    assert QApplication.focusWidget() is plan.stage.find(QTextEdit, names.ITEM_FOR_PERSON)
    plan.stage.store.undo()
    assert plan.titles() == ["Nights are fair"]
    assert titles(plan.page.ideas.box) == [BOARD, SHADOW]


def test_no_takes_it_away_into_the_trash(plan: PlanRobot) -> None:
    box_keys(plan.stage, plan.page.ideas.box, 1, Qt.Key.Key_2)
    assert titles(plan.page.ideas.box) == [BOARD]
    (thing,) = trash.things(plan.stage.store)
    assert (thing.kind, thing.words) == ("idea", SHADOW)
    trash.bring_back(plan.stage.store, [thing.id])
    assert titles(plan.page.ideas.box) == [BOARD, SHADOW]


def test_enter_words_it_in_another_way(plan: PlanRobot) -> None:
    box = plan.page.ideas.box
    box_keys(plan.stage, box, 0, Qt.Key.Key_Return)
    editor = plan.stage.find(QLineEdit, IDEA_EDIT)
    editor.selectAll()
    plan.stage.qtbot.keyClicks(editor, "Sit in on the data board")
    plan.stage.qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert titles(box) == ["Sit in on the data board", SHADOW]


def test_a_conversation_offers_them_and_begins_a_draft(career: CheckInsRobot) -> None:
    page, store = career_page(career), career.stage.store
    box_keys(career.stage, page.ideas, 0, Qt.Key.Key_1)
    view = plans.active(store, career.person_id)
    assert view is not None and view.plan.state is PlanState.DRAFT
    assert [one.item.title for one in view.items] == [BOARD]
    person, business = page.for_both.fields.values()
    assert QApplication.focusWidget() is person
    career.stage.qtbot.keyClicks(person, "See where decisions are made")
    career.stage.qtbot.keyClick(person, Qt.Key.Key_Return)
    career.stage.qtbot.keyClicks(business, "Fewer surprises")
    career.page.ctx.autosaver.flush()
    goal = plans.item(store, view.items[0].id).item
    assert (goal.for_person, goal.for_business) == (
        "See where decisions are made", "Fewer surprises",
    )  # fmt: skip


def test_not_now_keeps_it_behind_the_others(career: CheckInsRobot) -> None:
    page = career_page(career)
    box_keys(career.stage, page.ideas, 0, Qt.Key.Key_2)
    assert titles(page.ideas) == [SHADOW, BOARD]
    assert [one.text for one in ideas.waiting(career.stage.store, career.person_id)] == [
        SHADOW, BOARD,
    ]  # fmt: skip


def test_what_came_up_in_the_conversation_belongs_to_it(career: CheckInsRobot) -> None:
    page = career_page(career)
    page.ideas.edit.setFocus()
    career.stage.qtbot.keyClicks(page.ideas.edit, "Teach the newcomers")
    page.take_in()
    check_in = checkins.running(career.stage.store, career.person_id)
    found = ideas.waiting(career.stage.store, career.person_id)[-1]
    assert check_in is not None
    assert (found.text, found.made_in) == ("Teach the newcomers", check_in.id)


def test_an_undone_goal_is_no_longer_asked_about(career: CheckInsRobot) -> None:
    page = career_page(career)
    box_keys(career.stage, page.ideas, 0, Qt.Key.Key_1)
    assert page.for_both.isVisible()
    career.stage.store.undo()
    career.page.refresh()
    assert not page.for_both.isVisible()
    assert isinstance(page.for_both.fields["for_person"], GrowingText)


def test_an_idea_is_taken_once(plan: PlanRobot) -> None:
    store = plan.stage.store
    idea = ideas.waiting(store, plan.person_id)[0]
    ideas.take(store, idea.id, TODAY)
    plan.page.ideas.box.list.chosen.emit(idea.id, Answer.TAKE)  # a row that was clicked twice
    assert plan.titles().count(BOARD) == 1
    assert plan.stage.banners.banner("problem") is not None
    assert store.get(Idea, idea.id).state is IdeaState.TAKEN
