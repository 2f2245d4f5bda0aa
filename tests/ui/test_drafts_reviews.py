"""Words that are typed in Reviews and not taken stay with what they are about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.calibration.outcome import OUTCOME_WORDS, PAY_BONUS, PAY_CHANGE, PAY_FROM
from careerdesk.ui.reviews.calibration.promotion_points import POINT_EDIT
from careerdesk.ui.reviews.cycle.leave_out_form import REASON
from careerdesk.ui.reviews.cycle.scale import CRITERION_ADD, SCALE_ADD, SCALE_LIST
from careerdesk.ui.reviews.cycle.settings import NAME, STARTS
from careerdesk.ui.reviews.page.person_tabs import TABS
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE
from careerdesk.ui.reviews.sharing.meetings_box import LOG_MEETING, MEETING_DAY, MEETING_MINUTES
from careerdesk.ui.reviews.sharing.share_sheet import RESPONSE_ON
from careerdesk.ui.reviews.sharing.sharing_box import SHARED_ON
from careerdesk.ui.reviews.writing.accomplishments import ACCOMPLISHMENT_EDIT
from careerdesk.ui.reviews.writing.paste_list import PASTE_TEXT
from careerdesk.ui.reviews.writing.self_review import SELF_RECEIVED
from careerdesk.ui.shell.actions import NEW_CYCLE
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.ordered_list import OrderedListView
from tests.robots.drafts import begin, killed, said, shown, unheld
from tests.robots.reviews import CycleBuilder, ReviewsRobot

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
HALF = "not yet anyth"
ROWS = [
    ("outcome", POINT_EDIT), ("peers", "peerEdit"), ("peers", "upwardEdit"),
    ("accomplishments", ACCOMPLISHMENT_EDIT),
]  # fmt: skip
HALVES = [
    ("outcome", PAY_CHANGE), ("outcome", PAY_BONUS), ("outcome", PAY_FROM),
    ("self", SELF_RECEIVED), ("share", RESPONSE_ON), ("share", SHARED_ON),
]  # fmt: skip
FORMS = [("calibration", "roundReason"), ("accomplishments", PASTE_TEXT)]


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> ReviewsRobot:
    return ReviewsRobot(qtbot, store, tmp_path)


@pytest.fixture
def cycle(robot: ReviewsRobot) -> CycleBuilder:
    built = CycleBuilder(robot.store).sealed("Ana Ruiz").sealed("Ben Okri")
    robot.open_reviews_page()
    return built


def other_cycle(store: Store) -> ReviewCycle:
    span = (date(2025, 1, 1), date(2025, 12, 31))
    return cycles.add(store, "Year review 2025", CycleKind.ANNUAL, *span, calibrates=True)


def go(robot: ReviewsRobot, cycle: CycleBuilder, name: str, tab: str) -> None:
    """Open someone's review at a side, with what is folded there."""
    robot.page.open_review(cycle.row(name).id, tab)
    QApplication.processEvents()


def again(robot: ReviewsRobot, cycle: CycleBuilder, name: str, tab: str) -> None:
    """Open the room in a new window, and a review in it."""
    if not robot.in_reviews:
        robot.open_reviews_page()
    go(robot, cycle, name, tab)


@pytest.mark.parametrize(("tab", "name"), [*ROWS, *HALVES, *FORMS])
def test_words_stay_with_the_review_they_were_typed_for(
    robot: ReviewsRobot, cycle: CycleBuilder, tab: str, name: str, tmp_path: Path
) -> None:
    go(robot, cycle, "Ana Ruiz", tab)
    if name == PASTE_TEXT:
        robot.click("accomplishmentPaste")
    begin(robot, name, HALF)
    go(robot, cycle, "Ben Okri", tab)
    assert HALF not in said(robot, name)
    robot.page.go_back()
    assert HALF not in said(robot, name)
    go(robot, cycle, "Ana Ruiz", tab)
    assert said(robot, name) == HALF
    assert shown(robot, name)
    robot.restart()
    again(robot, cycle, "Ben Okri", tab)
    assert HALF not in said(robot, name)
    go(robot, cycle, "Ana Ruiz", tab)
    assert said(robot, name) == HALF
    assert shown(robot, name)
    with_store = ReviewsRobot(robot.qtbot, killed(robot, tmp_path), tmp_path)
    again(with_store, cycle, "Ana Ruiz", tab)
    assert said(with_store, name) == HALF
    with_store.window.close()
    with_store.store.close()


@pytest.mark.parametrize(
    ("tab", "name", "half", "day", "opener"),
    [
        ("calibration", "roundReason", HALF, "roundDate", ""),
        ("share", MEETING_MINUTES, "45", MEETING_DAY, LOG_MEETING),
    ],
)
@pytest.mark.whole
def test_a_form_that_is_half_typed_comes_back_with_the_day_of_now(
    robot: ReviewsRobot,
    cycle: CycleBuilder,
    tab: str,
    name: str,
    half: str,
    day: str,
    opener: str,
) -> None:
    go(robot, cycle, "Ana Ruiz", tab)
    if opener:
        robot.click(opener)
    begin(robot, name, half)
    go(robot, cycle, "Ben Okri", tab)
    robot.let_days_pass()
    go(robot, cycle, "Ana Ruiz", tab)
    assert said(robot, name) == half
    assert robot.find(DateField, day).day() == robot.clock.today()


@pytest.mark.parametrize("key", [ENTER, ESCAPE])
@pytest.mark.parametrize(("tab", "name"), ROWS)
def test_a_row_is_empty_after_enter_or_esc_and_one_undo_brings_its_words_back(
    robot: ReviewsRobot, cycle: CycleBuilder, tab: str, name: str, key: Qt.Key
) -> None:
    go(robot, cycle, "Ana Ruiz", tab)
    begin(robot, name, HALF)
    robot.press(robot.find(QWidget, name), key)
    assert said(robot, name) == ""
    robot.act(names.UNDO)
    assert said(robot, name) == HALF
    robot.act(names.REDO)
    assert said(robot, name) == ""


def test_a_list_to_be_split_is_taken_thrown_away_and_brought_back(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    go(robot, cycle, "Ana Ruiz", "accomplishments")
    robot.click("accomplishmentPaste")
    begin(robot, PASTE_TEXT, HALF)
    robot.press(robot.find(QWidget, PASTE_TEXT), ESCAPE)
    assert not shown(robot, PASTE_TEXT)
    robot.act(names.UNDO)
    assert shown(robot, PASTE_TEXT)
    assert said(robot, PASTE_TEXT) == HALF
    robot.click("accomplishmentPastedSave")
    assert not shown(robot, PASTE_TEXT)
    robot.act(names.UNDO)
    assert said(robot, PASTE_TEXT) == HALF


def test_a_round_keeps_its_rating_and_its_words_until_it_is_added(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    go(robot, cycle, "Ana Ruiz", "calibration")
    form = robot.page.person.made_tab("calibration").form  # type: ignore[union-attr,attr-defined]
    form.rating.choice.list.set_value(cycle.steps["Strong"])
    form.rating.choice.list.activated.emit(form.rating.choice.list.currentIndex())
    begin(robot, "roundReason", HALF)
    go(robot, cycle, "Ben Okri", "calibration")
    assert form.rating.value() is None
    go(robot, cycle, "Ana Ruiz", "calibration")
    assert form.rating.value() == cycle.steps["Strong"]
    robot.press(form, ESCAPE)
    assert (said(robot, "roundReason"), form.rating.value()) == ("", None)
    robot.act(names.UNDO)
    assert (said(robot, "roundReason"), form.rating.value()) == (HALF, cycle.steps["Strong"])
    robot.click("addRound")
    assert (said(robot, "roundReason"), form.rating.value()) == ("", None)
    robot.act(names.UNDO)
    assert (said(robot, "roundReason"), form.rating.value()) == (HALF, cycle.steps["Strong"])


def test_the_first_words_of_an_outcome_leave_the_cursor_where_it_is(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    go(robot, cycle, "Ana Ruiz", "outcome")
    begin(robot, OUTCOME_WORDS, "Agreed")
    robot.window.ctx.autosaver.flush()
    field = robot.find(NoteEditor, OUTCOME_WORDS)
    assert field.textCursor().position() == len("Agreed")


# What is about a cycle


@pytest.mark.parametrize("name", [SCALE_ADD, CRITERION_ADD, STARTS, "deadline-self"])
def test_words_stay_with_the_cycle_they_were_typed_for(
    robot: ReviewsRobot, cycle: CycleBuilder, name: str, tmp_path: Path
) -> None:
    other = other_cycle(robot.store)
    robot.page.show_cycle(cycle.cycle.id)
    robot.side("settings")
    begin(robot, name, HALF)
    robot.page.show_cycle(other.id)
    assert HALF not in said(robot, name)
    robot.page.show_cycle(cycle.cycle.id)
    assert said(robot, name) == HALF
    robot.restart()
    if not robot.in_reviews:
        robot.open_reviews_page()
    robot.side("settings")
    assert said(robot, name) == HALF
    with_store = ReviewsRobot(robot.qtbot, killed(robot, tmp_path), tmp_path)
    if not with_store.in_reviews:
        with_store.open_reviews_page()
    with_store.side("settings")
    assert said(with_store, name) == HALF
    with_store.window.close()
    with_store.store.close()


@pytest.mark.parametrize("name", [SCALE_ADD, CRITERION_ADD])
def test_a_row_of_the_settings_takes_and_throws_away(
    robot: ReviewsRobot, cycle: CycleBuilder, name: str
) -> None:
    robot.side("settings")
    for key in (ENTER, ESCAPE):
        begin(robot, name, HALF)
        robot.press(robot.find(QWidget, name), key)
        assert said(robot, name) == ""
        robot.act(names.UNDO)
        assert said(robot, name) == HALF


def test_several_steps_are_added_at_once_or_stay_in_the_row(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.side("settings")
    QApplication.clipboard().setText("\n".join(f"Step {n}" for n in range(5)))
    field = robot.find(QWidget, SCALE_ADD)
    field.paste()  # type: ignore[attr-defined]
    assert len(cycles.get(robot.store, cycle.cycle.id).steps) == 4
    assert "Step 4" in said(robot, SCALE_ADD)


def test_the_form_of_a_step_opens_again_with_its_words(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    other = other_cycle(robot.store)
    robot.page.show_cycle(cycle.cycle.id)
    robot.side("settings")
    robot.go_to(robot.find(OrderedListView, SCALE_LIST), 1)
    robot.press(robot.find(QWidget, SCALE_LIST), ENTER)
    begin(robot, "stepMeaning", HALF)
    robot.page.show_cycle(other.id)
    assert not shown(robot, "stepMeaning")
    robot.restart()
    if not robot.in_reviews:
        robot.open_reviews_page()
    robot.page.show_cycle(cycle.cycle.id)
    robot.side("settings")
    assert shown(robot, "stepMeaning")
    assert said(robot, "stepMeaning") == HALF
    robot.press(robot.find(QWidget, "stepMeaning"), ESCAPE)
    assert not shown(robot, "stepMeaning")
    robot.act(names.UNDO)
    assert said(robot, "stepMeaning") == HALF
    robot.press(robot.find(QWidget, "stepMeaning"), ENTER)
    assert not shown(robot, "stepMeaning")
    assert cycles.get(robot.store, cycle.cycle.id).steps[1].meaning == HALF
    robot.act(names.UNDO)
    assert said(robot, "stepMeaning") == HALF


def test_a_cycle_that_was_begun_in_the_form_waits_there(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.act(NEW_CYCLE)
    begin(robot, "cycleName", HALF)
    robot.restart()
    if not robot.in_reviews:
        robot.open_reviews_page()
    assert shown(robot, "cycleName")
    assert said(robot, "cycleName") == HALF
    robot.press(robot.find(QWidget, "cycleName"), ESCAPE)
    assert not shown(robot, "cycleName")
    robot.act(names.UNDO)
    assert said(robot, "cycleName") == HALF
    robot.press(robot.find(QWidget, "cycleName"), ENTER)
    assert not shown(robot, "cycleName")
    robot.act(names.UNDO)
    assert shown(robot, "cycleName")
    assert said(robot, "cycleName") == HALF


def test_a_reason_to_leave_someone_out_stays_with_them(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    other = other_cycle(robot.store)
    robot.page.show_cycle(other.id)
    robot.side("people")
    tab = robot.page.made_cycle_tab("people")
    tab._start_leaving(robot.person("Chi Tran").id)  # type: ignore[attr-defined]
    begin(robot, REASON, HALF)
    robot.page.show_cycle(cycle.cycle.id)
    assert not shown(robot, REASON)
    robot.page.show_cycle(other.id)
    assert shown(robot, REASON)
    assert said(robot, REASON) == HALF
    robot.press(robot.find(QWidget, REASON), ESCAPE)
    assert not shown(robot, REASON)
    robot.act(names.UNDO)
    assert said(robot, REASON) == HALF
    robot.press(robot.find(QWidget, REASON), ENTER)
    assert not shown(robot, REASON)
    robot.act(names.UNDO)
    assert shown(robot, REASON)
    assert said(robot, REASON) == HALF


def test_a_cycle_without_a_name_gets_its_own_again(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    robot.side("settings")
    begin(robot, NAME, "")
    robot.press(robot.find(QWidget, NAME), Qt.Key.Key_Delete)
    robot.press(robot.find(QWidget, NAME), ENTER)
    assert said(robot, NAME) == "Year review 2026"


def test_somebody_answers_for_every_field_of_reviews(
    robot: ReviewsRobot, cycle: CycleBuilder
) -> None:
    for side in TABS_OF_CYCLE:
        robot.side(side)
        assert unheld(robot.page) == [], side
    robot.side("settings")
    robot.press(robot.find(QWidget, SCALE_LIST), ENTER)
    robot.act(NEW_CYCLE)
    assert unheld(robot.page) == []
    go(robot, cycle, "Ana Ruiz", "peers")
    begin(robot, "peerEdit", "Kim")
    robot.press(robot.find(QWidget, "peerEdit"), ENTER)
    robot.page.person.made_tab("peers").findChild(QWidget, "peerGroup").open_peer(1)  # type: ignore[union-attr]
    for tab in TABS:
        go(robot, cycle, "Ana Ruiz", tab)
        if tab == "accomplishments":
            begin(robot, ACCOMPLISHMENT_EDIT, "Loads by six")
            robot.press(robot.find(QWidget, ACCOMPLISHMENT_EDIT), ENTER)
            robot.page.person.made_tab(tab).open_accomplishment(1)  # type: ignore[union-attr,attr-defined]
        assert unheld(robot.page) == [], tab
