"""The sides of a cycle besides the board: who is in it, its settings, its curve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTabBar, QTableWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import PersonStatus
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services import people
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.calibration.curve import CurveTab
from careerdesk.ui.reviews.cycle.leave_out_form import REASON
from careerdesk.ui.reviews.cycle.people import OTHERS, TAKING_PART, PeopleTab
from careerdesk.ui.reviews.cycle.scale import (
    CRITERION_ADD,
    CRITERION_LIST,
    SCALE_ADD,
    SCALE_LIST,
    RankedList,
)
from careerdesk.ui.reviews.cycle.settings import SettingsTab
from careerdesk.ui.reviews.page.head import CYCLE_TABS
from careerdesk.ui.shell.actions import NEW_CYCLE
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.segmented import Segmented
from tests.builders import TODAY
from tests.robots.reviews import CycleBuilder, ReviewsRobot

ENTER, ESCAPE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewsRobot]:
    """The window over Ana, Ben and Chi."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


@pytest.fixture
def cycle(robot: ReviewsRobot) -> CycleBuilder:
    """A cycle of this year with all three; the room is open."""
    made = CycleBuilder(robot.store)
    robot.open_reviews_page()
    return made


def view(robot: ReviewsRobot, cycle: CycleBuilder) -> CycleView:
    return cycles.get(robot.store, cycle.cycle.id)


def titles(view: FittedList | RankedList) -> list[str]:
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spoken(view: FittedList | RankedList, row: int = 0) -> str:
    return str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def settings(robot: ReviewsRobot) -> SettingsTab:
    robot.side("settings")
    tab = robot.page.made_cycle_tab("settings")
    assert isinstance(tab, SettingsTab)
    return tab


def leave(robot: ReviewsRobot, field: QLineEdit, text: str) -> None:
    """Type into a field and go on by Enter."""
    robot.type(field, text)
    if not text:
        robot.press(field, DELETE)
    robot.press(field, ENTER)


# Beginning


@pytest.mark.parametrize(
    ("kind", "name", "starts", "ends"),
    [
        (CycleKind.HALF_YEAR, "H2 2026 review", date(2026, 7, 1), date(2026, 12, 31)),
        (CycleKind.QUARTER, "Q4 2026 review", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_the_kind_proposes_name_and_period(
    robot: ReviewsRobot, kind: CycleKind, name: str, starts: date, ends: date
) -> None:
    robot.act(NEW_CYCLE)
    form = robot.page.form
    form.kind.set_value(kind)
    form.kind.picked.emit(kind)
    assert form.name.text() == name
    robot.press(form.name, ENTER)
    made = cycles.every(robot.store)[0]
    assert (made.name, made.starts_on, made.ends_on) == (name, starts, ends)


def test_a_name_of_ones_own_stays_when_the_kind_changes(robot: ReviewsRobot) -> None:
    robot.act(NEW_CYCLE)
    form = robot.page.form
    robot.type(form.name, "Spring")
    form.kind.set_value(CycleKind.QUARTER)
    form.kind.picked.emit(CycleKind.QUARTER)
    assert form.name.text() == "Spring"


def test_an_end_before_the_start_is_said_and_the_form_stays(robot: ReviewsRobot) -> None:
    robot.act(NEW_CYCLE)
    form = robot.page.form
    leave(robot, form.ends, "2025-12-31")
    robot.press(form.name, ENTER)
    assert robot.banner() == "A cycle can't end before it starts. Choose a later end date."
    assert form.isVisible()
    leave(robot, form.ends, "")
    robot.press(form.name, ENTER)
    assert robot.banner() == "Enter the first and last day of the cycle."
    assert not cycles.every(robot.store)


# Who takes part


def test_somebody_is_left_out_with_a_reason_and_taken_in_again(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.side("people")
    inside, outside = robot.find(FittedList, TAKING_PART), robot.find(FittedList, OTHERS)
    assert titles(inside) == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    robot.go_to(inside, 1)
    robot.press(inside, ENTER)
    reason = robot.find(QLineEdit, REASON)
    assert reason.hasFocus()
    leave(robot, reason, "On leave since May")
    assert titles(inside) == ["Ana Ruiz", "Chi Tran"]
    assert spoken(outside) == "Ben Okri, Left out: On leave since May, Add back"
    assert robot.told == "Ben Okri left out of the cycle"
    robot.go_to(outside, 0)
    robot.press(outside, ENTER)
    assert titles(inside) == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    robot.act(names.UNDO)
    assert titles(outside) == ["Ben Okri"]
    assert robot.find(QTabBar, CYCLE_TABS).currentIndex() == 2


def test_a_reason_is_needed_and_usual_ones_are_one_press_away(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.side("people")
    inside = robot.find(FittedList, TAKING_PART)
    robot.go_to(inside, 0)
    robot.press(inside, ENTER)
    robot.press(robot.find(QLineEdit, REASON), ENTER)
    assert robot.banner() != ""
    robot.click(f"{REASON}0")
    assert robot.find(QLineEdit, REASON).text() == "Joined too late"
    robot.press_in_focus(ESCAPE)
    assert robot.in_reviews
    assert len(titles(inside)) == 3


def test_anyone_who_is_sealed_cannot_be_left_out(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycle.sealed("Ana Ruiz")
    robot.side("people")
    inside = robot.find(FittedList, TAKING_PART)
    assert "Leave out" not in spoken(inside, 0)
    assert "Leave out" in spoken(inside, 1)
    robot.go_to(inside, 0)
    robot.press(inside, ENTER)
    tab = robot.page.made_cycle_tab("people")
    assert isinstance(tab, PeopleTab)
    assert not tab.form.isVisible()


def test_it_is_said_who_joined_within_the_period_left_or_is_archived(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    ana, ben = robot.person("Ana Ruiz"), robot.person("Ben Okri")
    people.change(robot.store, ana.id, start_date=date(2026, 5, 4))
    people.change(robot.store, ben.id, status=PersonStatus.LEFT)
    people.archive(robot.store, ben.id, TODAY)
    late = people.add(robot.store, "Dee Voss")
    robot.side("people")
    inside, outside = robot.find(FittedList, TAKING_PART), robot.find(FittedList, OTHERS)
    words = [spoken(inside, row) for row in range(3)]
    assert any("joined 4 May 2026, partway through the period" in one for one in words)
    assert any("Has left · archived 17 November 2026" in one for one in words)
    assert titles(outside) == [late.name]
    assert spoken(outside) == "Dee Voss, Add"


# Settings


def test_name_and_period_are_kept_when_left(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    tab = settings(robot)
    leave(robot, tab.name, "The year")
    assert robot.page.head.title.text() == "The year"
    leave(robot, tab.ends, "30 Nov 2026")
    assert view(robot, cycle).cycle.ends_on == date(2026, 11, 30)
    robot.act(names.UNDO)
    assert tab.ends.day() == date(2026, 12, 31)


def test_a_bad_period_is_refused_and_the_old_one_comes_back(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    tab = settings(robot)
    leave(robot, tab.ends, "2025-05-01")
    assert robot.banner() == "A cycle can't end before it starts. Choose a later end date."
    assert tab.ends.day() == date(2026, 12, 31)
    leave(robot, tab.starts, "")
    assert robot.banner() == "Enter the first and last day of the cycle."
    assert tab.starts.day() == date(2026, 1, 1)
    leave(robot, tab.name, "  ")
    assert view(robot, cycle).cycle.name == "Year review 2026"


def test_overlapping_cycles_are_said_and_allowed(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    tab = settings(robot)
    assert not tab.overlap.isVisible()
    cycles.add(robot.store, "Second quarter", CycleKind.QUARTER, date(2026, 4, 1),
                      date(2026, 6, 30))  # fmt: skip
    assert tab.overlap.text().startswith("This cycle overlaps with Second quarter.")
    assert tab.overlap.isVisible()


def test_a_deadline_can_be_moved_and_taken_away(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    settings(robot)
    field = robot.find(DateField, "deadline-peers")
    leave(robot, field, "+1w")
    assert view(robot, cycle).cycle.peers_due == TODAY + timedelta(7)
    leave(robot, field, "")
    assert view(robot, cycle).cycle.peers_due is None
    leave(robot, field, "some day")
    assert view(robot, cycle).cycle.peers_due is None
    assert "isn't a date" in field.accessibleDescription()


def test_the_scale_is_put_in_order_by_keys(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    settings(robot)
    steps = robot.find(RankedList, SCALE_LIST)
    assert titles(steps) == ["Outstanding", "Strong", "Solid", "Growing"]
    robot.go_to(steps, 3)
    robot.press(steps, Qt.Key.Key_Up, ALT)
    assert titles(steps) == ["Outstanding", "Strong", "Growing", "Solid"]
    assert [one.label for one in view(robot, cycle).steps] == titles(steps)
    robot.act(names.UNDO)
    assert titles(steps) == ["Outstanding", "Strong", "Solid", "Growing"]


def test_a_step_has_a_meaning_and_a_guideline(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    tab = settings(robot)
    steps = robot.find(RankedList, SCALE_LIST)
    robot.go_to(steps, 0)
    robot.press(steps, ENTER)
    robot.type(robot.find(QLineEdit, "stepLabel"), "Exceptional")
    robot.type(robot.find(QLineEdit, "stepMeaning"), "Few reach it")
    leave(robot, robot.find(NumberField, "stepGuideline"), "10")
    assert spoken(steps) == "1 of 4, Exceptional, Few reach it, guideline 10\u202f%"
    assert steps.hasFocus()
    assert tab.scale.note.text() == ("The guideline percentages add up to 10 %, not 100 %.")
    for label, part in zip(("Strong", "Solid", "Growing"), (30, 45, 15), strict=True):
        cycles.change_level(robot.store, cycle.steps[label], guideline=part)
    assert tab.scale.note.text().startswith("A scale can have 3 to 7 levels")


def test_the_form_of_a_step_is_seen_and_goes_when_the_cycle_is_closed(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    tab = settings(robot)
    robot.window.resize(1024, 700)
    steps = robot.find(RankedList, SCALE_LIST)
    robot.go_to(steps, 0)
    robot.press(steps, ENTER)
    form = tab.scale.form
    assert form.visibleRegion().boundingRect().height() == form.height()
    robot.click("closeCycle")
    assert not form.isVisible()


def test_the_question_why_is_seen_however_long_the_list_is(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    for one in people.add_many(robot.store, [f"Person {number}" for number in range(37)]):
        cycles.take_in(robot.store, cycle.cycle.id, one.id)
    robot.side("people")
    inside = robot.find(FittedList, TAKING_PART)
    robot.go_to(inside, 39)
    robot.press(inside, ENTER)
    form = robot.page.made_cycle_tab("people").form  # type: ignore[attr-defined]
    assert form.visibleRegion().boundingRect().height() == form.height()
    assert robot.find(QLineEdit, REASON).hasFocus()


@pytest.mark.parametrize("words", ["130", "-5", "many"])
def test_a_guideline_that_is_no_share_is_not_kept(
    robot: ReviewsRobot, cycle: CycleBuilder, words: str
) -> None:
    settings(robot)
    steps = robot.find(RankedList, SCALE_LIST)
    robot.go_to(steps, 0)
    robot.press(steps, ENTER)
    field = robot.find(NumberField, "stepGuideline")
    leave(robot, field, words)
    assert view(robot, cycle).steps[0].guideline is None
    assert field.accessibleDescription() != ""
    assert field.isVisible()


def test_a_scale_has_three_to_seven_steps(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    settings(robot)
    steps, add = robot.find(RankedList, SCALE_LIST), robot.find(QLineEdit, SCALE_ADD)
    for label in ("Fifth", "Sixth", "Seventh"):
        leave(robot, add, label)
    assert len(titles(steps)) == 7
    assert not add.isVisible()
    for _ in range(6):
        robot.go_to(steps, len(titles(steps)) - 1)
        robot.press(steps, DELETE)
    assert len(titles(steps)) == 3
    assert robot.banner() == "A scale needs at least three levels."
    assert add.isVisible()


def test_a_step_in_use_or_of_the_same_name_is_refused(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycle.written("Ana Ruiz", 3, "Growing")
    settings(robot)
    steps, add = robot.find(RankedList, SCALE_LIST), robot.find(QLineEdit, SCALE_ADD)
    robot.go_to(steps, 3)
    robot.press(steps, DELETE)
    assert robot.banner() == "A review uses this level. Change that review's rating first."
    leave(robot, add, "strong")
    assert "with that name" in robot.banner()
    assert add.text() == "strong"
    assert len(titles(steps)) == 4


def test_criteria_are_added_renamed_ordered_and_taken_away(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    settings(robot)
    rows, add = robot.find(RankedList, CRITERION_LIST), robot.find(QLineEdit, CRITERION_ADD)
    leave(robot, add, "Care for users")
    assert titles(rows)[-1] == "Care for users"
    robot.go_to(rows, 3)
    robot.press(rows, Qt.Key.Key_Home, ALT)
    assert titles(rows)[0] == "Care for users"
    robot.press(rows, Qt.Key.Key_F2)
    leave(robot, robot.find(QLineEdit, "criterionLabel"), "Users")
    assert titles(rows)[0] == "Users"
    robot.press(rows, DELETE)
    assert titles(rows) == ["Impact", "Craft", "Working together"]
    robot.act(names.UNDO)
    assert titles(rows)[0] == "Users"


def test_a_closed_cycle_is_read_only_until_it_is_opened_again(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    tab = settings(robot)
    robot.click("closeCycle")
    assert robot.told == "Review cycle closed"
    assert "closed 17 November 2026" in robot.page.head.facts.text()
    assert not tab.name.isEnabled()
    assert not robot.page.head.next.isEnabled()
    assert robot.find(QComboBox, names.CYCLE_LIST).currentText() == "Year review 2026 (closed)"
    robot.side("people")
    assert "Leave out" not in spoken(robot.find(FittedList, TAKING_PART))
    robot.side("settings")
    robot.click("closeCycle")
    assert tab.name.isEnabled()


def test_the_next_cycle_takes_the_settings_of_this_one(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    cycles.change_level(robot.store, cycle.steps["Strong"], label="Very good")
    settings(robot)
    robot.click("followCycle")
    assert robot.page.head.title.text() == "Year review 2027"
    assert robot.told == "Year review 2027 created"
    found = robot.page.cycle
    assert found is not None
    assert found.view.cycle.starts_on == date(2027, 1, 1)
    assert found.view.steps[1].label == "Very good"


def test_undo_of_a_cycle_begun_in_the_settings_shows_the_one_before(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.side("settings")
    robot.act(NEW_CYCLE)
    robot.type(robot.find(QLineEdit, "cycleName"), "Half year")
    robot.press_in_focus(ENTER)
    robot.side("settings")
    robot.act(names.UNDO)
    assert [one.name for one in cycles.every(robot.store)] == [cycle.cycle.name]
    assert robot.find(QLineEdit, "cycleName").text() == "Half year"
    assert robot.page.head.title.text() == cycle.cycle.name
    assert robot.find(QLineEdit, "settingsName").text() == cycle.cycle.name


def test_a_deleted_cycle_comes_back_by_undo(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycle.sealed("Ana Ruiz")
    page = robot.page
    page.show_cycle(cycle.cycle.id)
    settings(robot)
    robot.click("deleteCycle")
    assert robot.told == "Year review 2026 and its reviews deleted"
    assert page.cycle is None
    assert page.empty_state.isVisible()
    robot.click("toastUndo")
    assert page.head.title.text() == "Year review 2026"
    assert cycle.row("Ana Ruiz").facts.seal is not None


# The curve


def curve(robot: ReviewsRobot) -> CurveTab:
    robot.side("curve")
    tab = robot.page.made_cycle_tab("curve")
    assert isinstance(tab, CurveTab)
    return tab


def table(robot: ReviewsRobot, name: str) -> list[list[str]]:
    found = robot.find(QTableWidget, name)
    return [
        [found.item(row, column).text() for column in range(found.columnCount())]  # type: ignore[union-attr]
        for row in range(found.rowCount())
    ]


def test_the_curve_says_who_was_moved_and_which_way(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    tab = curve(robot)
    assert tab.moved.text() == "No ratings have been calibrated yet."
    cycle.calibrated("Ana Ruiz", "Solid").calibrated("Ben Okri", "Outstanding")
    cycle.calibrated("Chi Tran", "Strong")
    assert tab.moved.text() == "Calibration changed 2 of 3 ratings: 1 up, 1 down."
    assert "Solid: 0 proposed, 1 calibrated, 1 final" in tab.chart.accessibleName()


def test_the_curve_is_a_table_too(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycles.change_level(robot.store, cycle.steps["Strong"], guideline=50)
    cycle.calibrated("Ana Ruiz", "Solid")
    tab = curve(robot)
    assert not tab.table.isVisible()
    robot.click("curveAsTable")
    assert not tab.chart.isVisible()
    assert table(robot, "cycleCurveTable")[:3] == [
        ["Outstanding", "0", "0", "0", "–"],
        ["Strong", "1", "0", "0", "1.5"],
        ["Solid", "0", "1", "1", "–"],
    ]


def test_cycles_stand_beside_each_other(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    tab = curve(robot)
    assert not tab.bars.isVisible(), "one cycle has nothing to be compared with"
    cycle.calibrated("Ana Ruiz", "Solid")
    cycles.follow(robot.store, cycle.cycle.id)
    assert tab.bars.isVisible()
    said = tab.bars.accessibleName()
    assert "Year review 2026: Solid 100\u202f%" in said
    assert "Year review 2027: no ratings yet" in said
    robot.click("curveAsTable")
    rows = table(robot, "curveOverCycles")
    assert ["Year review 2026", "Solid", "0", "1", "1", "0 up, 1 down"] in rows


def test_nine_boxes_are_there_only_when_they_are_wanted(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    tab = curve(robot)
    assert not tab.boxes.isVisible()
    settings(robot).nine_box.click()
    curve(robot)
    assert tab.boxes.isVisible()
    robot.act(names.UNDO)
    assert not tab.boxes.isVisible()


def test_somebody_is_put_into_a_box_by_keys(robot: ReviewsRobot, cycle: CycleBuilder) -> None:
    cycles.change(robot.store, cycle.cycle.id, nine_box=True)
    cycle.calibrated("Ana Ruiz", "Solid")
    tab = curve(robot)
    rows = robot.find(FittedList, "nineBoxList")
    robot.go_to(rows, 0)
    assert spoken(rows) == "Ana Ruiz, Performance: medium, potential: not set"
    choice = robot.find(Segmented, "potential")
    robot.press(choice.button(None), Qt.Key.Key_Right)
    robot.press_in_focus(Qt.Key.Key_Right)
    robot.press_in_focus(Qt.Key.Key_Right)
    QApplication.processEvents()
    assert spoken(rows) == "Ana Ruiz, Performance: medium, potential: high"
    assert tab.boxes.cells[3, 2].text() == "Ana Ruiz"
    assert reviews.find(robot.store, cycle.cycle.id, robot.person("Ana Ruiz").id).potential == 3  # type: ignore[union-attr]
