"""The plan page: goals are added, put in order, set and deleted, and the store says the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from careerdesk.domain.records import Horizon, ItemState, PlanItem, PlanState
from careerdesk.services import closing, discovery, key_results, leave, people, plans
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import DISCOVERY, Destination, Errand
from careerdesk.ui.plan.plan_beginning import ADD_FIRST, DISCOVER_FIRST
from careerdesk.ui.plan.plan_items import DRAG_KIND
from careerdesk.ui.widgets.ordered import ids_as_mime
from tests.robots.plan import LONGER, SHORT, PlanRobot
from tests.robots.stage import TODAY, Stage

STRANGE = "Robert'); DROP TABLE person;-- <b>x</b> %s {0} שלום 🎉"


@pytest.fixture
def robot(stage: Stage) -> PlanRobot:
    """The page of someone who has no plan yet."""
    return PlanRobot(stage, people.add(stage.store, "Ana Ruiz").id)


@pytest.fixture
def abc(robot: PlanRobot) -> PlanRobot:
    """A plan with three short-term goals and one longer-term goal."""
    robot.add("A", "B", "C")
    robot.add("L", to=LONGER)
    robot.stage.written()
    return robot


def test_the_first_goal_begins_the_plan_in_one_step(robot: PlanRobot) -> None:
    assert plans.active(robot.stage.store, robot.person_id) is None
    robot.add("A")
    view = plans.active(robot.stage.store, robot.person_id)
    assert view is not None and view.plan.state is PlanState.DRAFT
    robot.stage.undo()
    assert plans.active(robot.stage.store, robot.person_id) is None
    assert robot.titles() == []


def test_enter_adds_and_stays(robot: PlanRobot) -> None:
    robot.add("A", "B", "C")
    assert robot.titles() == robot.stored() == ["A", "B", "C"]
    assert robot.edit(SHORT).hasFocus()
    assert robot.edit(SHORT).text() == ""


def test_a_strange_title_is_kept_as_it_is(robot: PlanRobot) -> None:
    robot.add(STRANGE)
    assert robot.titles() == robot.stored() == [STRANGE]


def test_a_title_that_is_too_long_is_refused_in_a_sentence(robot: PlanRobot) -> None:
    robot.add("x" * 10_000)
    assert robot.titles() == []
    assert robot.edit(SHORT).text() == "x" * 10_000
    banner = robot.stage.banners.banner("problem")
    assert banner is not None and "10,000" in banner.text.text()


def test_a_plan_keeps_its_first_and_last_day_where_one_is_emptied(robot: PlanRobot) -> None:
    robot.add("Release")
    robot.page.header.edit()
    for field in (robot.page.header.editor.starts, robot.page.header.editor.ends):
        before = field.text()
        assert before
        field.setFocus()
        field.selectAll()
        robot.stage.qtbot.keyClick(field, Qt.Key.Key_Backspace)
        robot.stage.qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == before


def test_several_pasted_lines_are_several_goals_and_one_step(robot: PlanRobot) -> None:
    robot.paste("A\nB\n\n  C  \n", to=LONGER)
    assert robot.titles(LONGER) == ["A", "B", "C"]
    assert robot.stage.toast.isVisible()
    robot.stage.undo()
    assert robot.titles(LONGER) == []


def test_many_pasted_lines_are_written_once_and_shown_once(robot: PlanRobot) -> None:
    store, written, shown = robot.stage.store, list[Changes](), list[int]()
    robot.add("There before", to=LONGER)
    stop = store.subscribe(written.append)
    model = robot.list(LONGER).model()
    model.rowsInserted.connect(lambda _, first, last: shown.append(last - first + 1))
    robot.paste("\n".join(f"Goal {n}" for n in range(200)), to=LONGER)
    stop()
    assert len([changes for changes in written if changes.touches(PlanItem)]) == 1
    assert shown == [200]
    assert robot.titles(LONGER)[-1] == "Goal 199"


def test_shift_enter_adds_and_opens(robot: PlanRobot) -> None:
    edit = robot.edit(SHORT)
    edit.setText("A")
    robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert robot.page.panel.isVisible()
    assert robot.page.panel.item_id == robot.id("A")


@pytest.mark.parametrize(
    ("key", "goal", "order"),
    [
        (Qt.Key.Key_Up, "C", ["A", "C", "B"]),
        (Qt.Key.Key_Down, "A", ["B", "A", "C"]),
        (Qt.Key.Key_Home, "C", ["C", "A", "B"]),
        (Qt.Key.Key_End, "A", ["B", "C", "A"]),
    ],
)
def test_keys_move_a_goal_and_write_one_row(
    abc: PlanRobot, key: Qt.Key, goal: str, order: list[str]
) -> None:
    abc.press(key, goal, alt=True)
    assert abc.titles() == abc.stored() == order
    assert abc.stage.written() == 1
    assert abc.list(SHORT).selected_ids() == [abc.id(goal)]
    abc.stage.undo()
    assert abc.titles() == ["A", "B", "C"]
    abc.stage.redo()
    assert abc.titles() == order


def test_several_goals_move_together(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_Home, "B", "C", alt=True)
    assert abc.titles() == abc.stored() == ["B", "C", "A"]
    abc.stage.undo()
    assert abc.titles() == ["A", "B", "C"]


def test_down_at_the_end_goes_to_the_longer_term_and_up_comes_back(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_Down, "C", alt=True)
    assert (abc.stored(), abc.stored(LONGER)) == (["A", "B"], ["C", "L"])
    assert abc.list(LONGER).hasFocus()
    assert abc.list(LONGER).selected_ids() == [abc.id("C")]
    assert abc.stage.written() == 1
    abc.press(Qt.Key.Key_Up, "C", alt=True)
    assert (abc.stored(), abc.stored(LONGER)) == (["A", "B", "C"], ["L"])


def test_up_at_the_top_and_down_at_the_bottom_do_nothing(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_Up, "A", alt=True)
    abc.press(Qt.Key.Key_Down, "L", alt=True)
    assert abc.stage.written() == 0


def test_a_drop_within_the_list_goes_through_move_rows(abc: PlanRobot) -> None:
    model = abc.page.groups[SHORT].model
    assert model.moveRow(abc.index("A").parent(), 2, abc.index("A").parent(), 0)
    assert abc.titles() == abc.stored() == ["C", "A", "B"]
    assert abc.stage.written() == 1


def test_a_drop_from_the_other_list_goes_by_ids(abc: PlanRobot) -> None:
    model = abc.page.groups[LONGER].model
    data = ids_as_mime(DRAG_KIND, [abc.id("A"), abc.id("C")])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, abc.index("L").parent())
    assert (abc.titles(), abc.titles(LONGER)) == (["B"], ["A", "C", "L"])
    assert (abc.stored(), abc.stored(LONGER)) == (["B"], ["A", "C", "L"])
    abc.stage.undo()
    assert (abc.titles(), abc.titles(LONGER)) == (["A", "B", "C"], ["L"])


def test_models_keep_qts_rules_through_all_of_it(abc: PlanRobot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(g.model, mode) for g in abc.page.groups.values()]
    abc.press(Qt.Key.Key_Home, "C", alt=True)
    abc.press(Qt.Key.Key_Down, "B", alt=True)
    abc.press(Qt.Key.Key_Delete, "A")
    abc.add("D", to=LONGER)
    for _ in range(4):
        abc.stage.undo()
    assert len(testers) == 2
    assert abc.titles() == ["A", "B", "C"]


@pytest.mark.parametrize(("key", "state"), list(enumerate(ItemState, Qt.Key.Key_1)))
def test_one_key_sets_the_state(abc: PlanRobot, key: int, state: ItemState) -> None:
    abc.press(Qt.Key(key), "B")
    assert abc.goal("B").item.state is state
    assert abc.goal("A").item.state is ItemState.NOT_STARTED


def test_several_goals_get_a_state_and_are_deleted_in_one_step_each(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_3, "A", "C")
    assert [abc.goal(title).item.state for title in "ABC"] == [
        ItemState.AT_RISK, ItemState.NOT_STARTED, ItemState.AT_RISK,
    ]  # fmt: skip
    abc.stage.undo()
    assert {abc.goal(title).item.state for title in "ABC"} == {ItemState.NOT_STARTED}
    abc.press(Qt.Key.Key_Delete, "A", "C")
    assert abc.titles() == abc.stored() == ["B"]
    assert abc.stage.toast.text().startswith("2 goals deleted")
    abc.stage.undo()
    assert abc.titles() == abc.stored() == ["A", "B", "C"]


def test_delete_offers_the_way_back_and_goes_to_the_next(abc: PlanRobot) -> None:
    abc.press(Qt.Key.Key_Delete, "B")
    assert abc.titles() == abc.stored() == ["A", "C"]
    assert abc.stage.toast.isVisible()
    assert abc.list(SHORT).selected_ids() == [abc.id("C")]
    assert abc.list(SHORT).hasFocus()
    abc.stage.undo()
    assert abc.titles() == ["A", "B", "C"]


def test_deleting_the_last_goal_leaves_the_focus_where_one_adds(robot: PlanRobot) -> None:
    robot.add("A")
    robot.press(Qt.Key.Key_Delete, "A")
    assert robot.edit(SHORT).hasFocus()


def test_only_one_list_has_a_selection(abc: PlanRobot) -> None:
    abc.select("A")
    abc.select("L")
    assert abc.list(SHORT).selected_ids() == []


def test_the_caption_counts_and_remarks_on_more_than_three(abc: PlanRobot) -> None:
    caption = abc.page.groups[SHORT].header.caption
    assert caption.text().startswith("3 goals")
    abc.add("D")
    assert caption.text() == "4 goals in focus; three is plenty"
    abc.press(Qt.Key.Key_5, "D")
    assert caption.text().startswith("4 goals, until")


def test_a_hint_opens_the_panel_at_the_field_that_cures_it(abc: PlanRobot) -> None:
    both = {"for_person": "Calm nights", "for_business": "Fewer calls"}
    plans.change_item(abc.stage.store, abc.id("A"), today=TODAY, **both)
    view, delegate = abc.list(SHORT), abc.page.groups[SHORT].delegate
    index = abc.index("A")
    places = [p for p in _chips(abc, "A") if p.chip.field]
    assert [p.chip.text for p in places] == ["No key results"]
    corner = view.visualRect(index).topLeft()
    abc.click_card("A", places[0].rect.center() - corner)
    assert abc.page.panel.item_id == abc.id("A")
    assert abc.page.panel.results.add.hasFocus()
    assert delegate is view.itemDelegate()


def _chips(robot: PlanRobot, title: str):
    from PySide6.QtCore import QRect

    from careerdesk.ui.plan.plan_layout import lay_out
    from careerdesk.ui.plan.plan_words import card_of

    view = robot.list(SHORT)
    rect: QRect = view.visualRect(robot.index(title)).adjusted(0, 0, 0, -8)
    card = card_of(robot.goal(title), TODAY)
    look = robot.stage.ctx.theme.look
    return lay_out(card, rect, look, Qt.LayoutDirection.LeftToRight).chips


def test_what_is_due_within_a_leave_is_not_overdue(abc: PlanRobot) -> None:
    store, due = abc.stage.store, TODAY - timedelta(days=5)
    plans.change_item(store, abc.id("A"), today=TODAY, due_on=due)
    assert "late, was due 12 November" in abc.spoken("A")
    leave.begin(store, abc.person_id, TODAY - timedelta(days=20), TODAY + timedelta(days=20))
    assert "key results" in abc.spoken("A") and "late" not in abc.spoken("A")
    leave.back(store, abc.person_id, TODAY)
    assert "late" not in abc.spoken("A")


def test_a_card_tells_its_whole_sentence(abc: PlanRobot) -> None:
    store = abc.stage.store
    mastery = discovery.add_motivator(store, abc.person_id, "Mastery")
    plans.set_item_motivators(store, abc.id("B"), [mastery.id])
    plans.change_item(
        store, abc.id("B"), today=TODAY, due_on=TODAY.replace(month=12), state=ItemState.AT_RISK
    )
    result = key_results.add(store, abc.id("B"), "Share")
    key_results.change(store, result.id, target=100.0, current=35.0)
    spoken = abc.index("B").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Goal 2 of 3: B. At risk, 35 percent, due 17 December 2026, supports Mastery, "
        "Only one side benefits."
    )


def test_what_other_pages_change_shows_here(abc: PlanRobot) -> None:
    plans.add_items_for(abc.stage.store, abc.person_id, LONGER, ["M"], TODAY)
    assert abc.titles(LONGER) == ["L", "M"]


def test_someone_else_has_another_plan(abc: PlanRobot) -> None:
    other = people.add(abc.stage.store, "Bo Li")
    abc.page.show_person(other.id)
    assert abc.titles() == []
    abc.page.show_person(abc.person_id)
    assert abc.titles() == ["A", "B", "C"]


def test_a_deleted_person_leaves_the_page_in_peace(abc: PlanRobot) -> None:
    people.remove(abc.stage.store, abc.person_id)
    assert abc.titles() == []
    assert abc.stage.banners.banner("problem") is None
    abc.stage.undo()
    abc.page.show_person(abc.person_id)  # as the window does with whoever came back
    abc.page.show()
    assert abc.titles() == ["A", "B", "C"]


def test_after_a_closed_plan_the_page_speaks_of_the_next_one(abc: PlanRobot) -> None:
    closing.close(abc.stage.store, abc.page.plan_id, TODAY)
    words = [label.text() for label in abc.page.findChildren(QLabel) if label.isVisible()]
    assert "Make your next plan with Ana" in words


def test_without_a_plan_the_page_teaches_the_next_step(robot: PlanRobot) -> None:
    robot.click(ADD_FIRST)
    assert robot.edit(SHORT).hasFocus()
    with robot.stage.qtbot.waitSignal(robot.stage.ctx.navigator.wanted) as asked:
        robot.click(DISCOVER_FIRST)
    assert asked.args == [Destination(robot.person_id, DISCOVERY, errand=Errand.CHOOSE_QUESTION)]
    robot.add("A")
    assert not robot.page.header.isHidden()


def test_the_window_moves_goals_by_its_own_actions(abc: PlanRobot) -> None:
    abc.select("C")
    abc.page.move_up()
    assert abc.stored() == ["A", "C", "B"]
    abc.page.move_down()
    assert abc.stored() == ["A", "B", "C"]
    abc.page.new_item()
    assert abc.edit(SHORT).hasFocus()


def _action(actions: list[QAction], text: str) -> QAction:
    return next(action for action in actions if action.text() == text)


def test_title_and_period_are_edited_in_place(abc: PlanRobot) -> None:
    abc.page.header.edit()
    field = abc.line(names.PLAN_TITLE)
    abc.stage.qtbot.keyClicks(field, "Autumn")
    abc.enter("planEnds", "2027-03-31")
    abc.stage.ctx.autosaver.flush()
    plan = plans.get(abc.stage.store, abc.page.plan_id).plan
    assert (plan.title, plan.ends_on.isoformat()) == ("Autumn", "2027-03-31")
    assert abc.page.header.name.full_text() == "Autumn"


def test_a_period_that_ends_before_it_starts_is_refused(abc: PlanRobot) -> None:
    before = plans.get(abc.stage.store, abc.page.plan_id).plan
    abc.page.header.edit()
    abc.enter("planEnds", "2020-01-01")
    assert plans.get(abc.stage.store, abc.page.plan_id).plan == before
    assert abc.stage.banners.banner("problem") is not None
    assert abc.page.header.editor.ends.day() == before.ends_on


def test_long_titles_take_two_lines_and_never_more(abc: PlanRobot) -> None:
    heights = {}
    for title in ("short", "word " * 60, "x" * 480):
        abc.add(title.strip())
        heights[title[:5]] = abc.list(SHORT).visualRect(abc.index(title.strip())).height()
    assert heights["short"] < heights["word "] == heights["xxxxx"]


def test_cards_grow_again_when_the_page_gets_narrow(abc: PlanRobot) -> None:
    title = "Everybody in the team can release the ingest service without help from anybody else"
    abc.add(title)
    wide = abc.list(SHORT).visualRect(abc.index(title)).height()
    abc.stage.window.resize(500, 700)
    abc.stage.qtbot.waitUntil(lambda: abc.list(SHORT).visualRect(abc.index(title)).height() > wide)


def test_the_panel_lies_over_the_list_where_there_is_no_room(abc: PlanRobot) -> None:
    abc.open("A")
    assert abc.list(SHORT).width() < abc.page.width() - 300
    abc.stage.window.resize(700, 700)
    abc.stage.qtbot.waitUntil(lambda: abc.list(SHORT).width() > abc.page.width() - 100)
    assert abc.page.panel.geometry().right() == abc.page.width() - 1


def test_the_tooltip_of_a_cut_title_shows_marks_as_they_are(abc: PlanRobot) -> None:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

    title = "<b>bold</b> " + "word " * 90
    abc.add(title.strip())
    view, index = abc.list(SHORT), abc.index(title.strip())
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    at = option.rect.topLeft() + QPoint(60, 20)
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at))
    assert abc.page.groups[SHORT].delegate.helpEvent(event, view, option, index)
    assert QToolTip.text().startswith("<span>&lt;b&gt;")


def test_every_handle_is_there_and_has_a_name(abc: PlanRobot) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    abc.open("A")
    for kind in (QAbstractButton, QLineEdit):
        for widget in abc.page.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                assert widget.objectName(), widget
                assert widget.accessibleName(), widget.objectName()


def test_horizons_have_their_own_lists() -> None:
    assert list(Horizon) == [SHORT, LONGER]


def test_a_plan_whose_period_is_over_says_so_until_it_is_closed(robot: PlanRobot) -> None:
    robot.add("Loads by six")
    view = plans.active(robot.stage.store, robot.person_id)
    assert view is not None
    badge = robot.page.header.badge
    assert "ended" not in badge.accessibleName()
    spans = ((date(2026, 5, 18), TODAY, ""), (date(2026, 1, 1), date(2026, 6, 30), "30 Jun"))
    for starts, ends, day in spans:
        plans.change(robot.stage.store, view.plan.id, starts_on=starts, ends_on=ends)
        assert badge.accessibleName() == (
            f"Draft, ended {day}, ready to score and close" if day else "Draft"
        )
