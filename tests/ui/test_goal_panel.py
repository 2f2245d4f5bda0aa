"""The panel of a goal reads like a page; all of it is open to a change, and undone exactly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from careerdesk.domain.records import Direction, ItemState, KeyResult, Measure, ProposedBy
from careerdesk.services import (
    actions,
    agreements,
    aspirations,
    discovery,
    feedback,
    goal_changes,
    key_result_values,
    key_results,
    people,
    plans,
)
from careerdesk.services.demo import fill
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.plan.facts import ITEM_REACHED
from careerdesk.ui.plan.goal_score import ITEM_SCORE, ITEM_SCORE_SHOWN, ITEM_SCORE_TAKE
from careerdesk.ui.plan.item_panel import KEY_RESULT_PLUS, STEP_PLUS
from careerdesk.ui.plan.key_results import RESULT_FOLD, KeyResultRow
from careerdesk.ui.plan.person_chips import ITEM_ASPIRATION, ITEM_MOTIVATOR, ITEM_SERVES_MORE
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.private import PrivateBox
from tests.builders import a_person
from tests.robots.plan import SHORT, PlanRobot
from tests.robots.stage import TODAY, Stage

ALT = Qt.KeyboardModifier.AltModifier
ROOM = (1047, 619)  # for a page in a window of 1280 by 800
MOST_FOCUSABLE = 20  # a goal that is done, with its score; as a form the fullest had 22
LONG = "Availability of the platform as the teams measure it, in the worst week of the month"


@pytest.fixture
def robot(stage: Stage) -> PlanRobot:
    """Ana's plan with the goals A and B, made long ago; A is open."""
    ana = a_person(stage.store, "Ana Ruiz").like(pronouns="she/her").with_goals("A", "B")
    ana.driven_by("Mastery", "Autonomy")
    robot = PlanRobot(stage, ana.id)
    robot.open("A")
    return robot


def panel_of(robot: PlanRobot):
    return robot.page.panel


def choose_kind(robot: PlanRobot, words: str) -> None:
    offered = {action.text(): action for action in panel_of(robot).facts.menu().actions()}
    assert words in offered, list(offered)
    offered[words].trigger()


def seen_chips(robot: PlanRobot) -> list[str]:
    """What the goal serves for the person, as one sees it."""
    QApplication.processEvents()
    found = [chip for chip in panel_of(robot).motivators.findChildren(Chip) if chip.isVisible()]
    found.sort(key=lambda chip: (chip.y(), chip.x()))
    return [chip.text() or chip.accessibleName() for chip in found]


def result(robot: PlanRobot, name: str = "Loads", **fields: object) -> KeyResult:
    store = robot.stage.store
    added = key_results.add(store, robot.id("A"), name, today=TODAY)
    if fields:
        key_results.change(store, added.id, today=TODAY, **fields)
    return store.get(KeyResult, added.id)


def row_of(robot: PlanRobot, found: KeyResult) -> KeyResultRow:
    return panel_of(robot).results.row(found.id)


def spoken(robot: PlanRobot, found: KeyResult) -> str:
    return row_of(robot, found).button.accessibleName().replace("\u202f", " ")


# At rest


def test_all_but_the_private_box_shows_without_scrolling_and_less_takes_the_keyboard(
    stage: Stage, put_on: Callable[[Theme], Theme]
) -> None:
    put_on(stage.ctx.theme)
    fill(stage.store, TODAY)
    everyone = people.everyone(stage.store)
    page = stage.show(PlanPage(stage.ctx), everyone[0].id)
    around = stage.window.size() - page.size()
    stage.window.resize(ROOM[0] + around.width(), ROOM[1] + around.height())
    QApplication.processEvents()
    tried = 0
    for person in everyone:
        page.show_person(person.id)
        view = plans.active(stage.store, person.id)
        for goal in view.items if view else ():
            page.open_item(goal.id)
            at_once = reaches(page)
            assert at_once <= ROOM[1], goal.item.title
            QApplication.processEvents()
            assert reaches(page) == at_once, goal.item.title  # nothing jumps into place
            assert len(focusable(page.panel)) <= MOST_FOCUSABLE, focusable(page.panel)
            tried += 1
    assert tried >= 8


def reaches(page: PlanPage) -> int:
    """How far down the panel its last part above the private box goes, without scrolling."""
    area = page.panel.findChild(QScrollArea)
    box = page.panel.findChild(PrivateBox)
    assert area is not None and box is not None
    area.verticalScrollBar().setValue(0)
    return box.mapTo(page.panel, box.rect().topLeft()).y() - page.panel.body.spacing()


def focusable(panel: QWidget) -> list[str]:
    """What Tab stops at."""
    found = panel.findChildren(QWidget)
    tab = Qt.FocusPolicy.TabFocus
    return [one.objectName() for one in found
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & tab]  # fmt: skip


@pytest.mark.parametrize("agreed", [False, True])
def test_the_plan_does_not_jump_when_a_goal_is_opened(
    stage: Stage, put_on: Callable[[Theme], Theme], agreed: bool
) -> None:
    put_on(stage.ctx.theme)
    ana = a_person(stage.store, "Ana Ruiz").like(pronouns="she/her").with_goals("A", "B")
    if agreed:
        agreements.agree(stage.store, ana.plan.id, TODAY, today=TODAY)
    page = stage.show(PlanPage(stage.ctx), ana.id)
    around = stage.window.size() - page.size()
    stage.window.resize(ROOM[0] + around.width(), ROOM[1] + around.height())
    QApplication.processEvents()
    cards = page.groups[SHORT].view
    before = cards.mapTo(page, cards.rect().topLeft()).y()
    page.open_item(ana.goals[0].id)
    QApplication.processEvents()
    assert cards.mapTo(page, cards.rect().topLeft()).y() == before
    page.close_panel()
    QApplication.processEvents()
    assert cards.mapTo(page, cards.rect().topLeft()).y() == before


@pytest.mark.parametrize("points", [10, 15])
def test_the_state_is_never_cut(
    qtbot: object, store: Store, tmp_path: Path, put_on: Callable[[Theme], Theme], points: int
) -> None:
    before = QApplication.font()
    larger = QApplication.font()
    larger.setPointSize(points)
    QApplication.setFont(larger)
    try:
        stage = Stage(qtbot, store, tmp_path)  # type: ignore[arg-type]
        put_on(stage.ctx.theme)
        ana = a_person(store, "Ana Ruiz").with_goals("A")
        robot = PlanRobot(stage, ana.id)
        for state in ItemState:
            plans.set_state(store, [robot.id("A")], state, TODAY)
            plans.change_item(store, robot.id("A"), today=TODAY, committed=False,
                              due_on=date(2028, 9, 30))  # fmt: skip
            robot.open("A")
            QApplication.processEvents()
            choice = panel_of(robot).facts.state
            assert choice.width() >= choice.sizeHint().width()
            assert (
                panel_of(robot)
                .rect()
                .contains(choice.mapTo(panel_of(robot), choice.rect().bottomRight()))
            )
    finally:
        QApplication.setFont(before)


def test_only_what_is_chosen_shows_until_the_plus_is_pressed(robot: PlanRobot) -> None:
    wish = aspirations.add(robot.stage.store, robot.person_id, ["Lead a team"], TODAY)[0]
    robot.page.refresh()
    assert seen_chips(robot) == ["What this goal supports"]
    robot.click(ITEM_SERVES_MORE)
    assert seen_chips(robot) == ["Mastery", "Autonomy", "Lead a team"]
    robot.click(f"{ITEM_ASPIRATION}{wish.id}")
    assert robot.goal("A").item.aspiration_id == wish.id
    robot.open("B")
    robot.open("A")
    assert seen_chips(robot) == ["Add something this goal supports", "Lead a team"]
    robot.stage.undo()
    assert robot.goal("A").item.aspiration_id is None


def test_a_guess_is_not_on_a_screen_that_is_shared_and_stays_with_its_goal(
    robot: PlanRobot,
) -> None:
    store, goal = robot.stage.store, robot.id("A")
    every = {one.motivator.name: one.id for one in discovery.motivators(store, robot.person_id)}
    plans.set_item_motivators(store, goal, every.values())
    aspirations.add(store, robot.person_id, ["Lead a team"], TODAY)
    robot.page.refresh()
    chip = robot.stage.find(Chip, f"{ITEM_MOTIVATOR}{every['Mastery']}")
    assert chip.accessibleName() == "Mastery, your private guess"
    robot.stage.ctx.sharing.share(robot.person_id)
    assert "Mastery" not in " ".join(seen_chips(robot))
    robot.stage.ctx.sharing.stop()
    assert seen_chips(robot)[:2] == ["Mastery", "Autonomy"]
    assert len(robot.goal("A").motivators) == 2


def test_long_names_go_on_below_and_are_not_cut(robot: PlanRobot) -> None:
    long = result(robot, LONG)
    short = result(robot, "Calls")
    QApplication.processEvents()
    rows = row_of(robot, long).button, row_of(robot, short).button
    line = rows[0].fontMetrics().height()
    assert rows[0].height() >= rows[1].height() + line
    discovery.add_motivator(robot.stage.store, robot.person_id, LONG)
    robot.page.refresh()
    robot.click(ITEM_SERVES_MORE)
    QApplication.processEvents()
    chips = {chip.text(): chip for chip in panel_of(robot).motivators.findChildren(Chip)}
    assert chips[LONG].height() > chips["Mastery"].height()


def test_a_personal_goal_needs_one_side_only(robot: PlanRobot) -> None:
    business = panel_of(robot).parts["business"]
    assert business.isVisible()
    choose_kind(robot, "Personal: needs no business benefit and isn't scored")
    assert robot.goal("A").item.personal
    assert not business.isVisible()
    assert panel_of(robot).kind_word.text() == "Short-term goal \u00b7 Personal"
    choose_kind(robot, "Personal: needs no business benefit and isn't scored")
    assert business.isVisible()
    plans.change_item(robot.stage.store, robot.id("A"), today=TODAY, personal=True,
                      for_business="Fewer sick days")  # fmt: skip
    assert business.isVisible()


def test_whose_idea_it_was_stands_quietly_beside_the_kind(robot: PlanRobot) -> None:
    choose_kind(robot, "Her idea")
    assert robot.goal("A").item.proposed_by is ProposedBy.THEM
    choose_kind(robot, "Onboarding")
    shown = panel_of(robot)
    said = shown.kind_word.text() + shown.kinds.text()
    assert "Her idea" in said and "Onboarding" in said
    choose_kind(robot, "Don't record whose idea it was")
    assert robot.goal("A").item.proposed_by is None
    robot.stage.undo()
    assert robot.goal("A").item.proposed_by is ProposedBy.THEM


def test_that_it_may_be_cited_is_ticked_once_it_is_settled(robot: PlanRobot) -> None:
    words = "May be cited in a review. Agree on this with Ana first, because her plan will say so"
    shown = panel_of(robot)
    assert not robot.goal("A").item.may_be_cited
    choose_kind(robot, words)
    assert robot.goal("A").item.may_be_cited
    assert "May be cited" in shown.kind_word.text() + shown.kinds.text()
    choose_kind(robot, words)
    assert not robot.goal("A").item.may_be_cited
    assert robot.stage.toast.text() == (
        "Can no longer be cited in reviews; existing citations won't be removed"
    )
    robot.stage.undo()
    assert robot.goal("A").item.may_be_cited


def test_a_personal_goal_cannot_be_ticked_and_says_why(robot: PlanRobot) -> None:
    choose_kind(robot, "Personal: needs no business benefit and isn't scored")
    (entry,) = [one for one in panel_of(robot).facts.menu().actions() if "cited" in one.text()]
    assert entry.text() == "Personal, so it can't be cited in a review"
    assert not entry.isEnabled()
    assert not entry.isChecked()


def test_what_is_settled_with_a_person_is_there_on_a_shared_screen(robot: PlanRobot) -> None:
    plans.change_item(robot.stage.store, robot.id("A"), today=TODAY, may_be_cited=True)
    robot.stage.ctx.sharing.share(robot.person_id)
    shown = panel_of(robot)
    assert "May be cited" in shown.kind_word.text() + shown.kinds.text()
    robot.stage.ctx.sharing.stop()


# The day it was reached


def test_the_day_a_goal_was_reached_can_be_put_right(robot: PlanRobot) -> None:
    field = robot.line(ITEM_REACHED)
    assert field.isHidden()
    robot.press(Qt.Key.Key_5, "A")
    assert field.isVisible() and field.text() == "Reached today"
    with robot.stage.store.edit("As if made long ago") as tx:
        for change in goal_changes_of(robot):
            tx.change(type(change), change.id, changed_on=TODAY - timedelta(days=90))
    robot.enter(ITEM_REACHED, "2026-11-03")
    assert robot.goal("A").item.reached_on == date(2026, 11, 3)
    panel_of(robot).title.setFocus()
    assert field.text() == "Reached 3 Nov"
    robot.stage.undo()
    assert robot.goal("A").item.reached_on == TODAY
    robot.press(Qt.Key.Key_2, "A")
    assert field.isHidden() and robot.goal("A").item.reached_on is None


def goal_changes_of(robot: PlanRobot):
    from careerdesk.data.queries import goal_changes as queries

    return robot.stage.store.read(queries.now, robot.id("A"), TODAY)[1]


@pytest.mark.parametrize(
    ("typed", "why"),
    [("2026-11-18", "in the future"), ("2026-05-01", "didn't exist yet"), ("", "Enter a date")],
)
def test_a_day_it_cannot_have_been_reached_stays_in_its_field_with_why(
    robot: PlanRobot, typed: str, why: str
) -> None:
    robot.press(Qt.Key.Key_5, "A")
    robot.enter(ITEM_REACHED, typed or " ")
    field = robot.line(ITEM_REACHED)
    assert why in field.accessibleDescription()
    assert robot.goal("A").item.reached_on == TODAY
    assert robot.stage.banners.banner("problem") is None
    robot.stage.qtbot.keyClick(field, Qt.Key.Key_Escape)
    panel_of(robot).title.setFocus()
    assert field.text() == "Reached today"


# Key results


def test_what_should_stay_says_whether_it_did_and_counts_once_it_is_read(
    robot: PlanRobot,
) -> None:
    kept = result(robot, target=95.0, measure=Measure.PERCENT, direction=Direction.AT_LEAST)
    assert spoken(robot, kept) == "Loads, – (at least 95 %), no value yet"
    assert robot.goal("A").progress is None
    key_results.change(robot.stage.store, kept.id, today=TODAY, current=96.0)
    assert spoken(robot, kept) == "Loads, 96 % (at least 95 %), met"
    assert robot.goal("A").progress == 1.0
    key_results.change(robot.stage.store, kept.id, today=TODAY, current=94.0)
    assert spoken(robot, kept) == "Loads, 94 % (at least 95 %), not met"
    row = row_of(robot, kept)
    row.unfold()
    assert row.editor.numbers.current.hasFocus() and not row.editor.numbers.baseline.isVisible()


def test_worse_than_the_start_is_said_in_words(robot: PlanRobot) -> None:
    found = result(robot, baseline=71.0, target=95.0, current=60.0, due_on=date(2026, 12, 3))
    assert row_of(robot, found).button.note() == "below the starting value \u00b7 due 3 Dec"
    assert "below the starting value" in spoken(robot, found)
    key_results.change(robot.stage.store, found.id, today=TODAY, current=80.0)
    assert row_of(robot, found).button.note() == "due 3 Dec"
    key_results.change(robot.stage.store, found.id, today=TODAY, due_on=date(2028, 3, 1))
    assert row_of(robot, found).button.note() == "due Mar 2028"
    assert spoken(robot, found).endswith("due Mar 2028")


def test_what_should_fall_is_not_said_as_a_part_of_its_target(robot: PlanRobot) -> None:
    found = result(robot, baseline=12.0, target=2.0, current=11.0)
    assert spoken(robot, found) == "Loads, 12 → 11 (down to 2), 10 %"
    key_results.change(robot.stage.store, found.id, today=TODAY, unit="days", current=14.0)
    assert "12 → 14 days (down to 2 days)" in spoken(robot, found)
    assert row_of(robot, found).button.note() == "above the starting value"


def test_a_direction_is_chosen_and_up_or_down_follows_the_target(robot: PlanRobot) -> None:
    found = result(robot, baseline=20.0, target=5.0)
    row = row_of(robot, found)
    row.unfold()
    box = row.editor.numbers.direction
    offered = [box.itemText(n) for n in range(box.count())]
    assert offered == ["Decrease to", "Keep at or above", "Keep at or below"]
    box.picked.emit(Direction.AT_MOST)
    assert robot.goal("A").key_results[0].direction is Direction.AT_MOST
    robot.stage.undo()
    assert robot.goal("A").key_results[0].direction is Direction.DOWN
    robot.enter(f"keyResultTarget{found.id}", "30")
    assert box.currentText() == "Increase to"


def test_a_value_in_another_unit_is_told_gently_and_stays(robot: PlanRobot) -> None:
    found = result(robot, measure=Measure.PERCENT, target=95.0)
    row = row_of(robot, found)
    row.unfold()
    robot.enter(f"keyResultCurrent{found.id}", "5 kg")
    field = robot.line(f"keyResultCurrent{found.id}")
    assert "is in kg, but this key result is measured in %" in field.accessibleDescription()
    assert field.text() == "5 kg"
    assert robot.goal("A").key_results[0].current is None
    robot.enter(f"keyResultCurrent{found.id}", "88 %")
    assert robot.goal("A").key_results[0].current == 88.0


def test_its_own_unit_may_be_typed_along(robot: PlanRobot) -> None:
    found = result(robot, unit="kg", target=95.0)
    row_of(robot, found).unfold()
    robot.enter(f"keyResultCurrent{found.id}", "5 kg")
    assert robot.goal("A").key_results[0].current == 5.0
    robot.enter(f"keyResultCurrent{found.id}", "7 %")
    assert "measured in kg" in robot.line(f"keyResultCurrent{found.id}").accessibleDescription()
    assert robot.goal("A").key_results[0].current == 5.0


def test_a_changed_target_keeps_the_values_of_before_and_invites_a_reason(
    robot: PlanRobot,
) -> None:
    store = robot.stage.store
    found = result(robot, target=80.0)
    key_result_values.add(store, found.id, TODAY - timedelta(days=7), 40.0, today=TODAY)
    row = row_of(robot, found)
    row.unfold()
    assert not row.editor.why.isVisible()
    robot.enter(f"keyResultTarget{found.id}", "100")
    assert row.editor.why.words.text() == "Target changed today: was 0 → 80, now 0 → 100"
    assert row.editor.why.isVisible()
    assert (
        row.editor.history.model.text(row.editor.history.model.rows[0])
        == "10 November 2026: 40, when the target was 80, 50 % of the way there"
    )
    row.editor.why.edit.setFocus()
    robot.stage.qtbot.keyClicks(row.editor.why.edit, "The second line came late")
    robot.stage.ctx.autosaver.flush()
    [change] = goal_changes.target_changes(store, robot.id("A"))
    assert change.reason == "The second line came late"
    robot.stage.undo()
    assert row.editor.why.edit.text() == ""
    robot.stage.undo()
    assert store.get(KeyResult, found.id).target == 80.0
    assert not row.editor.why.isVisible()


def test_keys_put_key_results_in_order(robot: PlanRobot) -> None:
    found = [result(robot, name) for name in ("One", "Two", "Three")]
    button = row_of(robot, found[2]).button
    button.setFocus()
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Up, ALT)
    assert [one.name for one in robot.goal("A").key_results] == ["One", "Three", "Two"]
    assert button.hasFocus()
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Home, ALT)
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Up, ALT)
    assert [one.name for one in robot.goal("A").key_results] == ["Three", "One", "Two"]
    QApplication.processEvents()
    tops = [row_of(robot, one).y() for one in found]
    assert tops == sorted(tops[:2]) + tops[2:] and tops[2] == min(tops)
    robot.stage.undo()
    robot.stage.undo()
    assert [one.name for one in robot.goal("A").key_results] == ["One", "Two", "Three"]


def test_enter_opens_a_key_result_and_delete_takes_it_away(robot: PlanRobot) -> None:
    found = [result(robot, name) for name in ("One", "Two")]
    button = row_of(robot, found[0]).button
    button.setFocus()
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert row_of(robot, found[0]).is_open
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert not row_of(robot, found[0]).is_open
    robot.stage.qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert [one.name for one in robot.goal("A").key_results] == ["Two"]
    assert row_of(robot, found[1]).button.hasFocus()
    robot.stage.undo()
    assert [one.name for one in robot.goal("A").key_results] == ["One", "Two"]


def test_the_row_that_adds_comes_and_goes_with_the_keyboard(robot: PlanRobot) -> None:
    assert robot.line(names.KEY_RESULT_EDIT).isVisible()  # nothing is measured yet
    result(robot)
    for plus, edit, then in (
        (KEY_RESULT_PLUS, names.KEY_RESULT_EDIT, RESULT_FOLD), (STEP_PLUS, "stepEdit", STEP_PLUS),
    ):  # fmt: skip
        field = robot.line(edit)
        assert not field.isVisible()
        robot.click(plus)
        assert field.hasFocus()
        robot.stage.qtbot.keyClick(field, Qt.Key.Key_Escape)
        focused = QApplication.focusWidget()
        assert not field.isVisible()
        assert focused is not None and focused.objectName().startswith(then)


# Steps


def test_keys_put_steps_in_order_and_the_count_is_told(robot: PlanRobot) -> None:
    store, goal = robot.stage.store, robot.id("A")
    one, two, three = actions.add(store, goal, ["One", "Two", "Three"], today=TODAY)
    actions.tick(store, [two.id], TODAY, today=TODAY)
    assert panel_of(robot).parts["steps"].caption.text() == "1 of 3 done"
    view = panel_of(robot).steps.list
    view.setFocus()
    view.select_id(three.id)
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_Home, ALT)
    assert [step.text for step in actions.of(store, goal)] == ["Three", "One", "Two"]
    assert view.selected_ids() == [three.id]
    robot.stage.qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert [row.text for row in panel_of(robot).steps.model.rows] == ["One", "Three", "Two"]
    keys = {action.text(): action.shortcut().toString() for action in view.menu().actions()}
    assert keys["Move up"] == "Alt+Up"
    robot.stage.undo()
    robot.stage.undo()
    assert [step.id for step in actions.of(store, goal)] == [one.id, two.id, three.id]


# The score


def done(robot: PlanRobot) -> None:
    result(robot, baseline=0.0, target=100.0, current=69.0)
    robot.press(Qt.Key.Key_5, "A")
    robot.open("A")


def test_a_goal_that_is_done_is_scored_with_what_its_key_results_speak_for(
    robot: PlanRobot,
) -> None:
    score = panel_of(robot).score
    assert not score.isVisible()
    done(robot)
    assert score.isVisible()
    assert score.caption.text() == "committed: 1.0 expected"
    assert score.take.text().replace("\u202f", " ") == "69 % → 0.7"
    robot.click(ITEM_SCORE_TAKE)
    assert robot.goal("A").item.score == 0.7
    assert robot.line(ITEM_SCORE).text() == "0.7"
    assert not score.take.isVisible()
    choose_kind(robot, "Aspirational: getting most of the way there is a good result")
    assert score.caption.text() == "aspirational: 0.7 is a good score"
    robot.enter(ITEM_SCORE, "1.2")
    assert "from 0 to 1" in robot.line(ITEM_SCORE).accessibleDescription()
    assert robot.goal("A").item.score == 0.7


def test_a_personal_goal_has_no_score(robot: PlanRobot) -> None:
    done(robot)
    choose_kind(robot, "Personal: needs no business benefit and isn't scored")
    assert not panel_of(robot).score.isVisible()


def test_the_words_on_a_score_say_who_reads_them(robot: PlanRobot) -> None:
    done(robot)
    score = panel_of(robot).score
    assert not score.shown.isVisible() and not score.why.isVisible()
    robot.click(ITEM_SCORE_TAKE)
    score.why.setFocus()
    robot.stage.qtbot.keyClicks(score.why, "The night shift helped")
    robot.stage.ctx.autosaver.flush()
    assert score.reader.text() == "Only you can see this."
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not score.why.isVisible()
    robot.stage.ctx.sharing.stop()
    robot.stage.find(QWidget, ITEM_SCORE_SHOWN).click()  # type: ignore[attr-defined]
    assert robot.goal("A").item.score_shown
    assert score.reader.text() == "Ana will see this in her plan."
    robot.stage.undo()
    robot.stage.undo()
    robot.stage.undo()
    assert (robot.goal("A").item.score_shown, robot.goal("A").item.score_words) == (False, "")


def test_a_score_that_is_on_the_plan_can_be_seen_and_taken_off_it_where_it_is(
    robot: PlanRobot,
) -> None:
    done(robot)
    store, goal, score = robot.stage.store, robot.id("A"), panel_of(robot).score
    plans.change_item(store, goal, today=TODAY, score=0.7, score_words="Well", score_shown=True)
    plans.change_item(store, goal, today=TODAY, score_words="")
    assert score.shown.isVisible() and score.shown.isChecked()
    assert score.reader.text() == "Ana will see this in her plan."
    plans.set_state(store, [goal], ItemState.ON_TRACK, TODAY)
    assert score.shown.isVisible() and not score.take.isVisible()
    score.shown.setFocus()
    robot.stage.qtbot.keyClick(score.shown, Qt.Key.Key_Space)
    assert not robot.goal("A").item.score_shown
    assert not score.isVisible()


# What was said about it


def test_feedback_about_the_goal_stands_in_quiet_lines(robot: PlanRobot) -> None:
    lines = panel_of(robot).feedback
    assert not lines.isVisible()
    store = robot.stage.store
    told = feedback.add(store, robot.person_id, TODAY, behaviour="Moved it before anybody asked")
    with store.edit("About A") as tx:
        tx.change(type(told), told.id, item_id=robot.id("A"))
    assert lines.isVisible()
    said = [label.text() for label in lines.findChildren(QWidget) if hasattr(label, "text")]
    assert "Today: Moved it before anybody asked" in said
    with store.edit("Long ago") as tx:
        tx.change(type(told), told.id, given_on=date(2024, 11, 17))
    said = [label.text() for label in lines.findChildren(QWidget) if hasattr(label, "text")]
    assert "Nov 2024: Moved it before anybody asked" in said
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not lines.isVisible()
    robot.stage.ctx.sharing.stop()


# Undo


def test_undo_of_every_edit_of_the_panel_is_exact(robot: PlanRobot, tmp_path: Path) -> None:
    from tests.stores import dump

    store = robot.stage.store
    found = result(robot, target=80.0, current=5.0)
    key_result_values.add(store, found.id, TODAY - timedelta(days=7), 40.0, today=TODAY)
    row_of(robot, found).unfold()
    robot.press(Qt.Key.Key_5, "A")
    edits: list[Callable[[], object]] = [
        lambda: choose_kind(robot, "My idea"),
        lambda: choose_kind(robot, "Onboarding"),
        lambda: choose_kind(
            robot,
            "May be cited in a review. Agree on this with Ana first, because her plan will say so",
        ),
        lambda: robot.enter(names.ITEM_DUE, "2026-12-24"),
        lambda: robot.enter(f"keyResultTarget{found.id}", "90"),
        lambda: robot.enter(f"keyResultDue{found.id}", "2026-12-03"),
        lambda: row_of(robot, found).editor.numbers.direction.picked.emit(Direction.AT_LEAST),
        lambda: robot.click(ITEM_SCORE_TAKE),
        lambda: robot.enter(ITEM_SCORE, "0.4"),
    ]
    for number, edit in enumerate(edits):
        before = dump(store.path)
        edit()
        after = dump(store.path)
        assert after != before, number
        robot.stage.undo()
        assert dump(store.path) == before, number
        robot.stage.redo()
        assert dump(store.path) == after, number


def test_every_field_of_the_panel_has_a_name(robot: PlanRobot) -> None:
    result(robot)
    unnamed = [one for one in panel_of(robot).findChildren(QWidget)
               if isinstance(one, QLineEdit | QTextEdit) and not one.accessibleName()
               and not one.objectName().startswith("qt_")]  # fmt: skip
    assert not unnamed
