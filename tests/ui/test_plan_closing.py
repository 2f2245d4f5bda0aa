"""Closing a plan, and reading the closed ones."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.compat import override
from careerdesk.domain.records import Horizon, ItemState, Plan, PlanItem, PlanState
from careerdesk.services import closing, key_results, people, plans
from careerdesk.services.store import Changes, Store
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import PLAN, Destination
from careerdesk.ui.plan.close_plan import CLOSE_CANCEL, CLOSE_CONFIRM, CLOSE_SUMMARY, ClosePlanForm
from careerdesk.ui.plan.closed_citing import ClosedCiting
from careerdesk.ui.plan.closed_plans import CLOSED_BACK, CLOSED_PLAN, ClosedPlans, ScoreWords
from careerdesk.ui.plan.closing_row import (
    CLOSE_CARRY,
    CLOSE_SCORE,
    CLOSE_SHOWN,
    CLOSE_TAKE,
    CLOSE_WORDS,
    ClosingRow,
)
from careerdesk.ui.plan.goal_score import ITEM_SCORE, ITEM_SCORE_TAKE
from careerdesk.ui.plan.other_plans import OTHER_PLAN
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.counting import Statements
from tests.robots.plan import LONGER, SHORT, PlanRobot
from tests.robots.stage import TODAY, Stage
from tests.stores import ask


@pytest.fixture
def robot(qtbot, store: Store, tmp_path: Path) -> PlanRobot:
    """A plan with an open goal, a reached one, and a longer-term one; its form is open."""
    stage = Stage(qtbot, store, tmp_path)
    robot = PlanRobot(stage, people.add(store, "Ana Ruiz").id)
    robot.add("Open", "Reached")
    robot.add("Far", to=LONGER)
    robot.press(Qt.Key.Key_5, "Reached")
    return robot


def write(robot: PlanRobot, name: str, text: str) -> None:
    robot.stage.find(GrowingText, name).insertPlainText(text)


def test_the_form_opens_no_window_beside_that_of_the_program(robot: PlanRobot) -> None:
    shown: list[str] = []

    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched.objectName()] * watched.isWindow())
            return False

    watch = Watch(robot.stage.window)
    QApplication.instance().installEventFilter(watch)
    robot.click(names.CLOSE_PLAN)
    QApplication.instance().removeEventFilter(watch)
    assert robot.stage.find(QWidget, f"{CLOSE_SCORE}{robot.id('Open')}").isVisible()
    assert shown == []


def close(robot: PlanRobot) -> int:
    """Score one goal, drop one from what is carried over, and close. The closed plan's id."""
    plan_id = robot.page.plan_id
    keys = {title: str(robot.id(title)) for title in ("Open", "Reached", "Far")}
    robot.click(names.CLOSE_PLAN)
    robot.enter(CLOSE_SCORE + keys["Reached"], "0.9")
    write(robot, CLOSE_WORDS + keys["Reached"], "Ran <b>from</b> May on")
    write(robot, CLOSE_SUMMARY, "A good half year.")
    robot.stage.find(TickBox, CLOSE_CARRY + keys["Far"]).click()
    robot.click(CLOSE_CONFIRM)
    return plan_id


def test_open_goals_go_on_and_scores_stay(robot: PlanRobot) -> None:
    closed = plans.get(robot.stage.store, close(robot))
    assert closed.plan.state is PlanState.CLOSED
    assert closed.plan.summary == "A good half year."
    scores = {view.item.title: view.item.score for view in closed.items}
    assert scores == {"Open": None, "Reached": 0.9, "Far": None}
    assert robot.stored() == robot.titles() == ["Open"]
    assert robot.titles(LONGER) == []
    assert robot.page.plan_id != closed.plan.id


def test_closing_is_one_step_with_a_way_back(robot: PlanRobot) -> None:
    plan_id = close(robot)
    assert robot.stage.toast.isVisible()
    robot.stage.undo()
    assert robot.page.plan_id == plan_id
    assert robot.titles() == ["Open", "Reached"]
    assert robot.goal("Reached").item.score is None
    assert not robot.page.closed.isVisible()


def test_what_is_open_is_carried_over_unless_told_otherwise(robot: PlanRobot) -> None:
    keys = {title: str(robot.id(title)) for title in ("Open", "Reached")}
    robot.click(names.CLOSE_PLAN)
    assert robot.stage.find(TickBox, CLOSE_CARRY + keys["Open"]).isChecked()
    assert not robot.stage.find(TickBox, CLOSE_CARRY + keys["Reached"]).isChecked()


def test_a_score_outside_zero_to_one_is_refused_in_place(robot: PlanRobot) -> None:
    key = str(robot.id("Open"))
    robot.click(names.CLOSE_PLAN)
    robot.enter(CLOSE_SCORE + key, "7")
    assert robot.line(CLOSE_SCORE + key).property("refused") == "true"


def test_keeping_it_open_changes_nothing(robot: PlanRobot) -> None:
    robot.stage.written()
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CANCEL)
    assert robot.stage.written() == 0
    assert robot.titles() == ["Open", "Reached"]
    assert robot.page.header.isVisible()


def test_a_closed_plan_opens_to_be_read(robot: PlanRobot) -> None:
    plan_id = close(robot)
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    shown = [label.text() for label in robot.page.findChildren(QLabel) if label.isVisible()]
    assert "A good half year." in shown
    assert "Ran <b>from</b> May on" in shown
    assert any("0.9" in text for text in shown)
    robot.click(CLOSED_BACK)
    assert robot.page.header.isVisible()


def test_a_closed_plan_with_a_long_title_is_no_wider_than_its_page(robot: PlanRobot) -> None:
    title = "From the night shift to the planning of all shifts in Bremen and Gdańsk by spring 2027"
    plans.change(robot.stage.store, robot.page.plan_id, title=title)
    robot.click(f"{CLOSED_PLAN}{close(robot)}")
    robot.stage.window.resize(700, 700)
    QApplication.processEvents()
    back = robot.stage.find(QPushButton, CLOSED_BACK)
    assert back.mapTo(robot.page, back.rect().topRight()).x() < robot.page.width()
    areas = [area for area in robot.page.findChildren(QScrollArea) if area.isVisible()]
    assert all(area.widget().width() <= area.viewport().width() for area in areas)


def test_of_what_was_reached_in_a_closed_plan_it_can_still_be_settled(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    plan_id = close(robot)
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    (tick,) = robot.page.findChildren(ClosedCiting)  # the others are not reached, or went on
    assert not tick.isChecked()
    assert "Agree on this with Ana first" in tick.toolTip()
    robot.stage.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert plans.item(store, goal).item.may_be_cited
    store.undo()
    assert not tick.isChecked()
    store.redo()
    assert tick.isChecked()


def test_where_it_is_taken_back_it_is_said_what_that_does_not_reach(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    robot.click(f"{CLOSED_PLAN}{close(robot)}")
    (tick,) = robot.page.findChildren(ClosedCiting)
    tick.click()
    words = "Can no longer be cited in reviews; existing citations won't be removed"
    assert robot.stage.toast.text() != words
    tick.click()
    assert robot.stage.toast.text() == words
    assert not plans.item(store, goal).item.may_be_cited


def test_it_goes_with_its_goal_and_comes_back_with_it(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    person = people.get(store, robot.person_id)
    plan_id = close(robot)
    tick = ClosedCiting(robot.stage.ctx, plans.item(store, goal).item, person)
    robot.stage.put(tick)
    assert plan_id
    plans.remove_items(store, [goal])
    assert not tick.isVisible()
    store.undo()
    assert tick.isVisible()


def test_each_reads_its_own_goal_and_only_when_that_was_touched(qtbot, tmp_path: Path) -> None:
    statements = Statements()
    store = Store(tmp_path / "counted.db", library=statements.library)
    ana = people.add(store, "Ana Ruiz")
    first, second = plans.add_items_for(store, ana.id, Horizon.SHORT, ["One", "Two"], TODAY)
    stage = Stage(qtbot, store, tmp_path)
    tick = stage.put(ClosedCiting(stage.ctx, first, ana))

    def read(*touched: int) -> int:
        keys = frozenset((PlanItem, key) for key in touched)
        tell = partial(stage.ctx.bridge.changed.emit, Changes(changed=keys))
        return statements.during(tell)

    assert [read(second.id), read(first.id), read(first.id, second.id)] == [0, 1, 1]
    ask(store.path, f"UPDATE plan_item SET may_be_cited = 1 WHERE id = {first.id}")
    stage.ctx.bridge.doubt()
    assert tick.isChecked()
    stage.window.close()
    store.close()


def test_a_reached_goal_that_went_on_is_settled_where_it_is_now(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    plans.change_item(store, goal, today=TODAY, may_be_cited=True)
    plan_id = robot.page.plan_id
    closing.close(store, plan_id, TODAY, carry=[goal])
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    assert robot.page.findChildren(ClosedCiting) == []
    shown = [label.text() for label in robot.page.findChildren(QLabel) if label.isVisible()]
    assert len([text for text in shown if "may be cited in a review" in text]) == 1


def test_without_anything_carried_over_there_is_no_plan(robot: PlanRobot) -> None:
    robot.press(Qt.Key.Key_6, "Open", "Reached")
    robot.press(Qt.Key.Key_6, "Far")
    assert robot.goal("Far").item.state is ItemState.DROPPED
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CONFIRM)
    assert plans.active(robot.stage.store, robot.person_id) is None
    assert robot.page.closed.isVisible()
    robot.add("Next")
    assert robot.stored() == ["Next"]


def test_the_form_has_the_one_filled_button_of_the_page(robot: PlanRobot) -> None:
    assert not robot.page.has_primary
    robot.click(names.CLOSE_PLAN)
    assert robot.page.has_primary
    robot.click(CLOSE_CANCEL)
    assert not robot.page.has_primary


# What stands beside a score


def words_in(widget: QWidget) -> list[str]:
    """What is read on it."""
    kinds = (QLabel, QPushButton, QCheckBox)
    found = [one for kind in kinds for one in widget.findChildren(kind) if one.isVisible()]
    return [one.text() for one in found]


def row(robot: PlanRobot, title: str) -> QWidget:
    """The row of a goal in the form that is open."""
    form = robot.page.findChild(ClosePlanForm)
    assert form is not None
    key = next(one.item_id for one in form.rows if one._title == title)
    return next(one for one in form.rows if one.item_id == key)


def measured(robot: PlanRobot, title: str, **fields: object) -> int:
    """A goal that went from 71 to 88 of 95."""
    store, goal = robot.stage.store, robot.id(title)
    result = key_results.add(store, goal, "Loads done by 06:00").id
    key_results.change(
        store, result, today=TODAY, baseline=71.0, target=95.0, current=88.0, unit="%"
    )
    plans.change_item(store, goal, today=TODAY, **fields)
    return goal


def test_beside_each_score_stands_what_it_rests_on(robot: PlanRobot) -> None:
    measured(robot, "Reached")
    measured(robot, "Open", committed=False)
    robot.click(names.CLOSE_PLAN)
    said = words_in(row(robot, "Reached"))
    assert "71\u202f%" in "".join(said) and "→ 0.7" in "".join(said)
    assert any(text.startswith("Loads done by 06:00: 71 → 88 of 95") for text in said)
    assert "Done · committed: 1.0 expected" in said
    assert "Not started · aspirational: 0.7 is a good score" in words_in(row(robot, "Open"))


def test_the_proposal_is_one_press_and_stays_a_proposal(robot: PlanRobot) -> None:
    key = str(measured(robot, "Reached"))
    robot.click(names.CLOSE_PLAN)
    assert robot.line(CLOSE_SCORE + key).text() == ""
    robot.click(CLOSE_TAKE + key)
    assert robot.line(CLOSE_SCORE + key).text() == "0.7"
    assert not robot.stage.find(QPushButton, CLOSE_TAKE + key).isVisible()
    robot.click(CLOSE_CONFIRM)
    assert plans.item(robot.stage.store, int(key)).item.score == pytest.approx(0.7)


def test_a_score_that_is_taken_waits_as_a_typed_one_does(robot: PlanRobot) -> None:
    key = str(measured(robot, "Reached"))
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_TAKE + key)
    drafts = robot.stage.ctx.drafts
    drafts.turn_to(0)
    robot.page.show_plan()
    drafts.turn_to(robot.person_id)
    robot.page.reload()
    robot.click(names.CLOSE_PLAN)
    assert robot.line(CLOSE_SCORE + key).text() == "0.7"


def test_a_score_that_is_taken_stands_in_place_of_what_cannot_be_read(robot: PlanRobot) -> None:
    key = str(measured(robot, "Reached"))
    robot.click(names.CLOSE_PLAN)
    robot.enter(CLOSE_SCORE + key, "many")
    robot.click(CLOSE_TAKE + key)
    field = robot.line(CLOSE_SCORE + key)
    assert (field.text(), field.property("refused")) == ("0.7", "")
    robot.click(CLOSE_CONFIRM)
    assert plans.item(robot.stage.store, int(key)).item.score == pytest.approx(0.7)


def test_a_score_that_is_taken_in_the_panel_replaces_what_cannot_be_read(robot: PlanRobot) -> None:
    key = measured(robot, "Reached")
    robot.page.open_item(key)
    robot.enter(ITEM_SCORE, "many")
    robot.click(ITEM_SCORE_TAKE)
    field = robot.line(ITEM_SCORE)
    assert (field.text(), field.property("refused")) == ("0.7", "")


def test_a_goal_that_is_gone_to_stands_in_the_place_of_the_form(robot: PlanRobot) -> None:
    robot.click(names.CLOSE_PLAN)
    write(robot, CLOSE_SUMMARY, "Half a word")
    goal = robot.id("Open")
    robot.page.arrive(Destination(robot.person_id, PLAN, (PlanItem, goal)))
    assert robot.page.findChild(ClosePlanForm) is None
    assert robot.page.panel.item_id == goal
    assert robot.list(SHORT).isVisible()
    robot.click(names.CLOSE_PLAN)
    assert robot.stage.find(GrowingText, CLOSE_SUMMARY).text() == "Half a word"


def test_what_is_asked_follows_the_goals_where_an_undo_changes_them(robot: PlanRobot) -> None:
    plan_id, reached = robot.page.plan_id, str(robot.id("Reached"))
    robot.click(names.CLOSE_PLAN)
    write(robot, CLOSE_WORDS + reached, "Early")
    robot.stage.find(GrowingText, CLOSE_WORDS + reached).setFocus()
    assert not asked(robot)[1].carry.isChecked()
    robot.stage.undo()  # it is not reached after all
    assert "Not started · committed: 1.0 expected" in words_in(asked(robot)[1])
    assert [row.carry.isChecked() for row in asked(robot)] == [True, True, True]
    words = asked(robot)[1].words
    assert words.text() == "Early" and words.hasFocus()
    robot.stage.undo()  # nor was there a longer-term goal
    assert [row.item_id for row in asked(robot)] == [robot.id("Open"), int(reached)]
    assert asked(robot)[1].words.text() == "Early"
    robot.click(CLOSE_CONFIRM)
    assert robot.stage.store.get(Plan, plan_id).state is PlanState.CLOSED
    assert robot.titles() == ["Open", "Reached"]


def asked(robot: PlanRobot) -> list[ClosingRow]:
    """What the form asks about, goal by goal."""
    form = robot.page.findChild(ClosePlanForm)
    assert form is not None and form.isVisible()
    return form.rows


def test_scores_are_optional(robot: PlanRobot) -> None:
    measured(robot, "Reached")
    plan_id = robot.page.plan_id
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CONFIRM)
    closed = plans.get(robot.stage.store, plan_id)
    assert closed.plan.state is PlanState.CLOSED
    assert [view.item.score for view in closed.items] == [None, None, None]


def test_a_personal_goal_is_not_scored(robot: PlanRobot) -> None:
    key = str(measured(robot, "Reached", personal=True))
    robot.click(names.CLOSE_PLAN)
    assert "Done · personal, so not scored" in words_in(row(robot, "Reached"))
    assert not robot.line(CLOSE_SCORE + key).isVisible()
    assert not robot.stage.find(QPushButton, CLOSE_TAKE + key).isVisible()
    robot.click(CLOSE_CONFIRM)
    assert plans.item(robot.stage.store, int(key)).item.score is None


def test_who_reads_the_words_is_said_as_soon_as_there_are_some(robot: PlanRobot) -> None:
    key = str(robot.id("Reached"))
    robot.click(names.CLOSE_PLAN)
    tick = robot.stage.find(TickBox, CLOSE_SHOWN + key)
    assert not tick.isVisible()
    write(robot, CLOSE_WORDS + key, "Ran from May on")
    assert tick.isVisible() and not tick.isChecked()
    assert "Only you can see this." in words_in(row(robot, "Reached"))
    tick.click()
    assert any("Ana will see this in" in text for text in words_in(row(robot, "Reached")))
    robot.click(CLOSE_CONFIRM)
    item = plans.item(robot.stage.store, int(key)).item
    assert (item.score_words, item.score_shown) == ("Ran from May on", True)


def test_what_was_scored_before_is_there_and_stays(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    plans.change_item(
        store, goal, today=TODAY, score=0.4, score_words="Half of it", score_shown=True
    )
    robot.click(names.CLOSE_PLAN)
    assert robot.line(CLOSE_SCORE + str(goal)).text() == "0.4"
    assert robot.stage.find(TickBox, CLOSE_SHOWN + str(goal)).isChecked()
    robot.click(CLOSE_CONFIRM)
    item = plans.item(store, goal).item
    assert (item.score, item.score_words, item.score_shown) == (0.4, "Half of it", True)


def test_words_of_the_manager_are_not_on_a_shared_screen(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("Reached")
    plans.change_item(store, goal, today=TODAY, score=0.4, score_words="qz-private")
    plan_id = robot.page.plan_id
    robot.click(names.CLOSE_PLAN)
    field = robot.stage.find(GrowingText, CLOSE_WORDS + str(goal))
    assert field.isVisible()
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not field.isVisible()
    robot.stage.ctx.sharing.stop()
    robot.click(CLOSE_CONFIRM)
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    (words,) = robot.page.findChildren(ScoreWords)
    assert words.isVisible()
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not any(one.isVisible() for one in robot.page.findChildren(ScoreWords))


def test_a_closed_plan_shows_only_what_there_is(robot: PlanRobot) -> None:
    measured(robot, "Reached")
    plan_id = robot.page.plan_id
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CONFIRM)
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    said = words_in(robot.page)
    assert "Not started" in said  # and nothing else of the goal that was only written down
    assert any(text.startswith("Done ") and "score" not in text for text in said)
    assert not any("not measured" in text.lower() or "–" in text for text in said[4:])


# Two open plans, as a store of an earlier version may hold


@pytest.fixture
def two(robot: PlanRobot) -> PlanRobot:
    """A second open plan beside the one of the page."""
    with robot.stage.store.edit("x", person_id=robot.person_id) as tx:
        half = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 6, 30)}
        second = tx.add(Plan(person_id=robot.person_id, title="Old half", **half))
        plans.add_within(tx, robot.person_id, SHORT, ["Left over"], TODAY, second.id)
    return robot


def test_a_quiet_line_leads_to_the_other_open_plan(two: PlanRobot) -> None:
    first = two.page.plan_id
    (other,) = two.page.others.ids
    assert two.page.others.isVisible()
    two.click(f"{OTHER_PLAN}{other}")
    assert two.page.plan_id == other
    assert two.titles() == ["Left over"]
    two.add("One more")
    assert [view.item.title for view in plans.get(two.stage.store, other).items][1] == "One more"
    two.click(f"{OTHER_PLAN}{first}")
    assert two.titles() == ["Open", "Reached"]


def test_closing_one_of_two_leaves_the_other_with_what_goes_on(two: PlanRobot) -> None:
    first = two.page.plan_id
    two.click(f"{OTHER_PLAN}{next(iter(two.page.others.ids))}")
    two.click(names.CLOSE_PLAN)
    two.click(CLOSE_CONFIRM)
    assert two.page.plan_id == first
    assert two.titles() == ["Open", "Reached", "Left over"]
    assert not two.page.others.isVisible()


def test_the_plan_that_is_closed_is_the_one_that_was_asked_about(two: PlanRobot) -> None:
    first = two.page.plan_id
    (other,) = two.page.others.ids
    two.click(names.CLOSE_PLAN)
    two.page.turn_to(other)
    form = two.page.findChild(ClosePlanForm)
    if form is not None:
        two.click(CLOSE_CONFIRM)
    assert plans.get(two.stage.store, other).plan.state is not PlanState.CLOSED
    assert (plans.get(two.stage.store, first).plan.state is PlanState.CLOSED) == (form is not None)


def test_one_plan_has_no_such_line(robot: PlanRobot) -> None:
    assert not robot.page.others.isVisible()


def test_the_lines_of_closed_plans_serve_for_another_person(qtbot: QtBot) -> None:
    def closed(key: int, name: str) -> Plan:
        return Plan(
            id=key, person_id=1, title=name, starts_on=TODAY, ends_on=TODAY, closed_on=TODAY,
            state=PlanState.CLOSED,
        )  # fmt: skip

    shown = ClosedPlans(Theme("light"))
    qtbot.addWidget(shown)
    opened: list[int] = []
    shown.opened.connect(opened.append)
    shown.show_plans([closed(1, "Spring"), closed(2, "Autumn")], TODAY)
    before = shown.tab_stops()
    shown.show_plans([closed(7, "Winter")], TODAY)
    (line,) = shown.tab_stops()
    assert line is before[0]
    assert (line.text(), line.objectName()) == ("Winter", f"{CLOSED_PLAN}7")
    line.click()
    shown.show_plans([closed(8, "May"), closed(9, "June")], TODAY)
    assert [one.text() for one in shown.tab_stops()] == ["May", "June"]
    shown.tab_stops()[1].click()
    assert opened == [7, 9]
