"""Agreeing on a plan in the window: the day, whose idea, and what changed since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.records import ItemState, PlanState, ProposedBy
from careerdesk.services import agreements, key_results, people, plans
from careerdesk.ui.base import names
from careerdesk.ui.plan.agree_form import AGREE_CANCEL, AGREE_CONFIRM, AGREE_DAY, AgreeForm
from careerdesk.ui.plan.agreed_changes import COUNT_AGAIN, SAME
from careerdesk.ui.plan.whose_form import WHOSE_BACK, WhoseForm
from careerdesk.ui.plan.whose_rows import WHOSE
from careerdesk.ui.widgets.segmented import Segmented
from tests.robots.plan import PlanRobot
from tests.robots.stage import TODAY, Stage

DAY = timedelta(days=1)


@pytest.fixture
def robot(stage: Stage) -> PlanRobot:
    """A draft of three goals."""
    ana = people.add(stage.store, "Ana Ruiz").id
    people.change(stage.store, ana, pronouns="she/her")
    robot = PlanRobot(stage, ana)
    robot.add("A", "B", "C")
    stage.written()
    return robot


@pytest.fixture
def agreed(robot: PlanRobot) -> PlanRobot:
    """Agreed on a week ago; since then *A* has other words and *B* another day."""
    store = robot.stage.store
    agreements.agree(store, robot.page.plan_id, TODAY - 7 * DAY)
    plans.change_item(store, robot.id("B"), today=TODAY, due_on=TODAY + 20 * DAY)
    plans.change_item(store, robot.id("A"), today=TODAY, title="Alpha")
    return robot


def form(robot: PlanRobot) -> AgreeForm:
    return robot.stage.find(AgreeForm, "agreeForm")


def shown(robot: PlanRobot) -> list[str]:
    QApplication.processEvents()
    labels = robot.page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def since(robot: PlanRobot) -> str:
    """What the button in the header says; "" where it does not show."""
    button = robot.page.header.since
    return button.accessibleName() if button.isVisible() else ""


def buttons(robot: PlanRobot, name: str) -> list[QPushButton]:
    QApplication.processEvents()  # what was just opened has its place then
    found = robot.page.findChildren(QPushButton, name)
    return [button for button in found if button.isVisible()]


def entry(robot: PlanRobot, text: str) -> QAction:
    actions = robot.page.header.menu().actions()
    return next(action for action in actions if action.text() == text)


def whose(robot: PlanRobot, title: str) -> Segmented:
    return robot.stage.find(Segmented, f"{WHOSE}{robot.id(title)}-")


def test_enter_agrees_today(robot: PlanRobot) -> None:
    robot.click(names.AGREE_PLAN)
    day = robot.line(AGREE_DAY)
    assert day.hasFocus()
    assert day.text() == "17 November"
    robot.stage.qtbot.keyClick(day, Qt.Key.Key_Return)
    plan = plans.get(robot.stage.store, robot.page.plan_id).plan
    assert (plan.state, plan.agreed_on) == (PlanState.AGREED, TODAY)
    assert robot.page.header.badge.accessibleName() == "Agreed today"
    assert robot.stage.toast.text().startswith("Agreed today. The wording has been saved.")
    robot.stage.undo()
    assert plans.get(robot.stage.store, robot.page.plan_id).plan.state is PlanState.DRAFT
    assert robot.page.header.badge.accessibleName() == "Draft"


def test_another_day_can_be_typed_and_one_to_come_is_refused_in_a_sentence(
    robot: PlanRobot,
) -> None:
    robot.click(names.AGREE_PLAN)
    assert "earlier date, today's wording will be saved" in form(robot).told.text()
    robot.enter(AGREE_DAY, "2026-12-01")
    assert "That date is in the future. Choose today or an earlier date." in shown(robot)
    assert plans.get(robot.stage.store, robot.page.plan_id).plan.agreed_on is None
    robot.enter(AGREE_DAY, "2026-11-12")
    assert plans.get(robot.stage.store, robot.page.plan_id).plan.agreed_on == TODAY - 5 * DAY


def test_whose_idea_is_asked_and_may_be_left_out(robot: PlanRobot) -> None:
    store = robot.stage.store
    agreements.set_proposed(store, robot.page.plan_id, {robot.id("C"): ProposedBy.THEM})
    robot.click(names.AGREE_PLAN)
    asked = form(robot).whose.fields
    assert set(asked) == {robot.id("A"), robot.id("B")}
    robot.stage.qtbot.mouseClick(
        whose(robot, "A").button(ProposedBy.THEM), Qt.MouseButton.LeftButton
    )
    robot.click(AGREE_CONFIRM)
    stored = [robot.goal(title).item.proposed_by for title in "ABC"]
    assert stored == [ProposedBy.THEM, None, ProposedBy.THEM]
    assert "2 of 3 were her idea, 1 not recorded" in shown(robot)
    robot.stage.undo()
    assert robot.goal("A").item.proposed_by is None


def test_a_goal_that_goes_while_it_is_asked_about_does_not_stand_in_the_way(
    robot: PlanRobot,
) -> None:
    robot.click(names.AGREE_PLAN)
    theirs = whose(robot, "B").button(ProposedBy.THEM)
    robot.stage.qtbot.mouseClick(theirs, Qt.MouseButton.LeftButton)
    plans.remove_items(robot.stage.store, [robot.id("B")])
    robot.click(AGREE_CONFIRM)
    assert plans.get(robot.stage.store, robot.page.plan_id).plan.agreed_on == TODAY
    assert robot.stage.banners.banner("problem") is None


@pytest.mark.parametrize(
    ("pronouns", "theirs", "words"),
    [
        ("she/her", 2, "2 of 3 were her idea"),
        ("he/him", 1, "1 of 3 was his idea"),
        ("they/them", 3, "3 of 3 were their idea"),
        ("", 0, "0 of 3 were Ana's idea"),
    ],
)
def test_the_header_says_whose_the_goals_are(
    robot: PlanRobot, pronouns: str, theirs: int, words: str
) -> None:
    store, ids = robot.stage.store, [robot.id(title) for title in "ABC"]
    people.change(store, robot.person_id, pronouns=pronouns)
    who = [ProposedBy.THEM] * theirs + [ProposedBy.ME] * (3 - theirs)
    agreements.set_proposed(store, robot.page.plan_id, dict(zip(ids, who, strict=True)))
    assert words in shown(robot)
    plans.set_state(store, ids[2:], ItemState.DROPPED, TODAY)
    assert words not in shown(robot)  # a dropped goal is nobody's


def test_whose_idea_is_set_right_later(robot: PlanRobot) -> None:
    entry(robot, "Record whose idea it was…").trigger()
    field = whose(robot, "B")
    robot.stage.qtbot.mouseClick(field.button(ProposedBy.ME), Qt.MouseButton.LeftButton)
    assert robot.goal("B").item.proposed_by is ProposedBy.ME
    robot.stage.undo()
    assert field.value() is None
    robot.stage.redo()
    robot.stage.qtbot.keyClick(field.button(ProposedBy.ME), Qt.Key.Key_Delete)
    assert robot.goal("B").item.proposed_by is None
    robot.click(WHOSE_BACK)
    assert robot.titles() == ["A", "B", "C"]


def test_whose_idea_is_asked_of_the_goals_that_an_undo_leaves(robot: PlanRobot) -> None:
    entry(robot, "Record whose idea it was…").trigger()
    whose(robot, "A").parts()[0].setFocus()
    robot.stage.undo()  # C was added last
    form = robot.page.findChild(WhoseForm)
    assert form is not None and list(form.rows.fields) == [robot.id("A"), robot.id("B")]
    assert whose(robot, "A").parts()[0].hasFocus()
    robot.stage.redo()
    assert whose(robot, "C").value() is None


def test_an_empty_plan_is_refused_at_once(robot: PlanRobot) -> None:
    plans.remove_items(robot.stage.store, [robot.id(title) for title in "ABC"])
    robot.click(names.AGREE_PLAN)
    banner = robot.stage.banners.banner("problem")
    assert banner is not None
    assert banner.text.text() == "This plan has no goals yet. Add one, then agree on the plan."
    assert robot.stage.window.findChild(AgreeForm) is None


def test_the_header_counts_what_changed_and_opens_it(agreed: PlanRobot) -> None:
    assert since(agreed) == "Agreed 10 Nov, 2 changes since"
    assert not agreed.page.header.badge.isVisible()
    agreed.click(names.PLAN_CHANGES)
    words = shown(agreed)
    assert "Agreed 10 Nov, 2 changes since" in words
    assert "A → Alpha" in words
    assert "nothing → 7 Dec" in words
    assert len(buttons(agreed, SAME)) == 2


def test_that_a_goal_may_be_cited_is_part_of_what_was_agreed(agreed: PlanRobot) -> None:
    store, goal = agreed.stage.store, agreed.id("C")
    plans.change_item(store, goal, today=TODAY, may_be_cited=True)
    assert since(agreed) == "Agreed 10 Nov, 3 changes since"
    agreed.stage.undo()
    assert since(agreed) == "Agreed 10 Nov, 2 changes since"
    agreed.stage.redo()
    agreed.click(names.PLAN_CHANGES)
    words = shown(agreed)
    assert "May be cited in a review" in words
    assert "no → yes" in words


def test_values_states_steps_and_order_leave_the_count_alone(agreed: PlanRobot) -> None:
    store = agreed.stage.store
    result = key_results.add(store, agreed.id("C"), "Visits").id
    assert since(agreed) == "Agreed 10 Nov, 3 changes since"
    key_results.change(store, result, today=TODAY, current=0.5)
    agreed.press(Qt.Key.Key_Home, "C", alt=True)
    agreed.press(Qt.Key.Key_3, "C")
    assert since(agreed) == "Agreed 10 Nov, 3 changes since"
    agreed.press(Qt.Key.Key_6, "C")
    assert since(agreed) == "Agreed 10 Nov, 3 changes since"  # dropped now, and nothing else
    agreed.press(Qt.Key.Key_Delete, "C")
    assert since(agreed) == "Agreed 10 Nov, 3 changes since"
    agreed.stage.undo()
    agreed.stage.undo()
    agreed.stage.undo()
    assert agreed.goal("C").item.state is ItemState.NOT_STARTED


def test_the_same_meaning_is_counted_no_longer_until_it_is_asked_for(agreed: PlanRobot) -> None:
    agreed.click(names.PLAN_CHANGES)
    agreed.stage.qtbot.mouseClick(buttons(agreed, SAME)[0], Qt.MouseButton.LeftButton)
    assert "Agreed 10 Nov, 1 change since" in shown(agreed)
    assert "Same meaning: Goal, Alpha" in shown(agreed)
    agreed.click(AGREE_CANCEL)
    assert since(agreed) == "Agreed 10 Nov, 1 change since"
    agreed.click(names.PLAN_CHANGES)
    agreed.stage.qtbot.mouseClick(buttons(agreed, COUNT_AGAIN)[0], Qt.MouseButton.LeftButton)
    assert "Agreed 10 Nov, 2 changes since" in shown(agreed)
    agreed.stage.undo()
    assert "Agreed 10 Nov, 1 change since" in shown(agreed)


def test_after_the_last_change_was_said_to_mean_the_same_nothing_is_counted(
    agreed: PlanRobot,
) -> None:
    agreed.click(names.PLAN_CHANGES)
    first = buttons(agreed, SAME)[0]
    first.setFocus()
    agreed.stage.qtbot.keyClick(first, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert buttons(agreed, SAME)[0].hasFocus()
    agreed.stage.qtbot.keyClick(buttons(agreed, SAME)[0], Qt.Key.Key_Return)
    assert "Agreed 10 Nov" in shown(agreed)
    assert "Nothing else has changed." in shown(agreed)
    agreed.stage.qtbot.keyClick(form(agreed), Qt.Key.Key_Escape)
    assert since(agreed) == ""
    assert agreed.page.header.badge.accessibleName() == "Agreed 10 Nov"


def test_agreeing_again_after_reading_takes_the_new_words(agreed: PlanRobot) -> None:
    agreed.click(names.PLAN_CHANGES)
    agreed.click(AGREE_CONFIRM)
    assert plans.get(agreed.stage.store, agreed.page.plan_id).plan.agreed_on == TODAY
    assert agreed.page.header.badge.accessibleName() == "Agreed today"
    agreed.stage.undo()
    assert since(agreed) == "Agreed 10 Nov, 2 changes since"


def test_where_no_wording_was_kept_it_says_so_and_offers_to_agree_again(robot: PlanRobot) -> None:
    store, plan_id = robot.stage.store, robot.page.plan_id
    plans.change(store, plan_id, state=PlanState.AGREED, agreed_on=TODAY - 7 * DAY)
    assert since(robot) == "Agreed 10 Nov; the wording was not saved"
    robot.click(names.PLAN_CHANGES)
    assert (
        form(robot).told.text().startswith("Agree on the plan again to start saving its wording. ")
    )
    robot.click(AGREE_CONFIRM)
    assert robot.page.header.badge.accessibleName() == "Agreed today"


def test_a_deleted_goal_of_an_agreed_plan_says_that_its_words_stay(agreed: PlanRobot) -> None:
    agreed.press(Qt.Key.Key_Delete, "C")
    assert agreed.stage.toast.text().startswith(
        "Goal deleted. The agreed wording (10 Nov) will be kept until the plan is deleted."
    )
    agreed.add("D")
    agreed.press(Qt.Key.Key_Delete, "D")
    assert agreed.stage.toast.text().startswith("Goal deleted")
    assert "will be kept" not in agreed.stage.toast.text()


def test_what_changed_can_be_read_also_once_every_goal_is_gone(agreed: PlanRobot) -> None:
    ids = [agreed.id(title) for title in ("Alpha", "B", "C")]
    plans.remove_items(agreed.stage.store, ids)
    agreed.click(names.PLAN_CHANGES)
    assert "Agreed 10 Nov, 3 changes since" in shown(agreed)
    assert shown(agreed).count("No longer in the plan") == 3
    agreed.click(AGREE_CONFIRM)
    banner = agreed.stage.banners.banner("problem")
    assert banner is not None
    assert banner.text.text().startswith("This plan has no goals yet.")
    assert "Agreed 10 Nov, 3 changes since" in shown(agreed)


def test_tab_goes_from_the_changes_to_whose_idea_to_the_day(agreed: PlanRobot) -> None:
    agreed.click(names.PLAN_CHANGES)
    agreed.stage.qtbot.mouseClick(buttons(agreed, SAME)[0], Qt.MouseButton.LeftButton)
    buttons(agreed, SAME)[0].setFocus()
    visited = []
    for _ in range(7):
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused.objectName() or focused.accessibleName())
        agreed.stage.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    first = [f"{WHOSE}{agreed.id(title)}-0" for title in ("Alpha", "B", "C")]
    assert visited == [SAME, COUNT_AGAIN, *first, AGREE_DAY, AGREE_CONFIRM]


def test_no_word_of_a_long_change_is_cut(agreed: PlanRobot) -> None:
    store, long = agreed.stage.store, "Everybody can release the service without any help " * 8
    plans.change_item(store, agreed.id("B"), today=TODAY, title=long, for_person=long)
    agreed.stage.window.resize(1400, 700)
    agreed.click(names.PLAN_CHANGES)
    QApplication.processEvents()
    labels = [label for label in form(agreed).findChildren(QLabel) if label.isVisible()]
    assert any(long.strip() in label.text() for label in labels)
    for label in labels:
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_back_to_draft_is_in_the_menu(agreed: PlanRobot) -> None:
    entry(agreed, "Change back to a draft").trigger()
    assert agreed.page.header.badge.accessibleName() == "Draft"
    assert since(agreed) == ""
    agreed.stage.undo()
    assert since(agreed) == "Agreed 10 Nov, 2 changes since"


def test_an_agreement_taken_back_elsewhere_puts_the_list_away(agreed: PlanRobot) -> None:
    agreed.click(names.PLAN_CHANGES)
    agreements.back_to_draft(agreed.stage.store, agreed.page.plan_id)
    assert agreed.stage.window.findChild(AgreeForm) is None
    assert agreed.page.header.isVisible()


def test_the_header_stays_one_line_and_closing_goes_into_the_menu(agreed: PlanRobot) -> None:
    agreed.page.header.edit()
    agreed.page.header.editor.hide()
    plans.change(agreed.stage.store, agreed.page.plan_id, title="A long title of a plan " * 8)
    header = agreed.page.header
    who = {agreed.id(title): ProposedBy.THEM for title in ("Alpha", "B", "C")}
    agreements.set_proposed(agreed.stage.store, agreed.page.plan_id, who)
    ends = TODAY - 20 * DAY
    plans.change(agreed.stage.store, agreed.page.plan_id, starts_on=TODAY - 90 * DAY, ends_on=ends)
    for width in (1400, 1048, 700, 520, 440):
        agreed.stage.window.resize(width, 700)
        QApplication.processEvents()
        assert header.height() == 36, width
        last = header.more.geometry()
        assert last.right() <= header.width(), width
        assert header.width() <= agreed.page.area.viewport().width(), width
        closing = [action.text() for action in header.menu().actions()].count("Close plan")
        assert closing == (0 if header.close_plan.isVisible() else 1), width
        assert since(agreed) == "Agreed 10 Nov, 2 changes since"
    assert not header.close_plan.isVisible()
    with agreed.stage.qtbot.waitSignal(header.close_wanted):
        entry(agreed, "Close plan").trigger()


def test_opening_a_goal_moves_no_card_down(agreed: PlanRobot) -> None:
    view = agreed.list(next(iter(agreed.page.groups)))
    top = view.mapTo(agreed.page, view.rect().topLeft()).y()
    agreed.open("B")
    QApplication.processEvents()
    assert view.mapTo(agreed.page, view.rect().topLeft()).y() == top


def test_every_button_of_the_list_says_what_it_is_about(agreed: PlanRobot) -> None:
    agreed.click(names.PLAN_CHANGES)
    assert [one.accessibleName() for one in buttons(agreed, SAME)] == [
        "Same meaning: Goal, Alpha", "Same meaning: Due, B",
    ]  # fmt: skip
    assert agreed.line(AGREE_DAY).accessibleName() == "Date you agreed"


@pytest.mark.usefixtures("large_type")
def test_large_type_leaves_what_changed_room_beside_its_term(stage: Stage) -> None:
    ana = people.add(stage.store, "Ana Ruiz").id
    robot = PlanRobot(stage, ana)
    old = "One colleague can release the stock service on their own"
    robot.add(old)
    agreements.agree(stage.store, robot.page.plan_id, TODAY - 7 * DAY)
    plans.change_item(stage.store, robot.id(old), today=TODAY, title="Two can release it")
    stage.written()
    stage.window.resize(724, 700)  # a page beside the sidebar, in a window of 1024
    QTest.mouseClick(robot.page.header.since, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    changes = form(robot).changes
    (button,) = [one for one in changes.findChildren(QPushButton) if one.objectName() == SAME]
    words = [one for one in changes.findChildren(QLabel) if "stock" in one.text()]
    assert words[-1].width() > button.width()
