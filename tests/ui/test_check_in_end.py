"""How a check-in ends: one question, one key; what follows it; and one that nobody ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from careerdesk.domain import moments
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, LookedAhead, PersonStatus
from careerdesk.services import checkins, leave, people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import CHECK_INS, Destination, Errand
from careerdesk.ui.checkins.finish_row import FINISH_LATER, FINISH_NOW, NOT_YET
from careerdesk.ui.checkins.forgotten import ForgottenFinish
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import TODAY, Stage

NEXT = date(2026, 12, 1)  # two weeks later, by the cadence


@pytest.fixture
def robot(stage: Stage) -> CheckInsRobot:
    robot = CheckInsRobot(stage, people.add(stage.store, "Mareike Lund").id)
    robot.start()
    return robot


def last(robot: CheckInsRobot) -> CheckIn:
    found = checkins.last_held(robot.stage.store, robot.person_id)
    assert found is not None
    return found


def coming(store: Store, person_id: int) -> list[date]:
    return [moments.day(check_in) for check_in in checkins.planned(store, person_id)]


def test_enter_finishes_at_once_and_says_nothing_of_looking_ahead(robot: CheckInsRobot) -> None:
    robot.clock.go_on(minutes=35)
    robot.ask_to_finish()
    bar = robot.page.check_in.bar
    assert bar.end.isVisible() and bar.end.finish.hasFocus() and not bar.finish.isVisible()
    assert robot.check_in.state is CheckInState.RUNNING
    robot.qtbot.keyClick(bar.end.finish, Qt.Key.Key_Return)
    assert (last(robot).minutes, last(robot).looked_ahead) == (35, None)
    assert last(robot).forward_minutes is None
    robot.stage.undo()
    assert bar.isVisible() and bar.finish.isVisible() and not bar.asks


def test_the_keyboard_goes_to_the_history_and_nowhere_on_the_way(robot: CheckInsRobot) -> None:
    button = robot.stage.put(QPushButton("Undo"))  # stands for what Qt would find first
    robot.ask_to_finish()
    went: list[QWidget | None] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(lambda _old, new: went.append(new))
    robot.qtbot.keyClick(robot.page.check_in.bar.end.finish, Qt.Key.Key_Return)
    assert robot.history.hasFocus()
    assert [new for new in went if new is not None] == [robot.history] and button not in went


def test_what_is_asked_brings_no_scroll_bar_over_the_page(robot: CheckInsRobot) -> None:
    robot.stage.window.resize(1050, 540)
    robot.ask_to_finish()
    QApplication.processEvents()
    robot.page.check_in.bar.end.finish.setFocus()
    QApplication.processEvents()
    area = robot.page.check_in.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea) and not area.verticalScrollBar().isVisible()
    assert robot.page.check_in.bar.end.isVisible()


def test_what_is_chosen_is_kept_and_can_be_put_right_later(robot: CheckInsRobot) -> None:
    robot.ask_to_finish()
    choice = robot.page.check_in.bar.end.looked_ahead
    choice.button(LookedAhead.LITTLE).click()
    robot.qtbot.keyClick(choice.button(LookedAhead.LITTLE), Qt.Key.Key_Return)
    assert last(robot).looked_ahead is LookedAhead.LITTLE
    spoken = robot.history.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "looked ahead a little" in spoken
    robot.open_row(0)
    robot.page.history.view.looked_ahead.button(LookedAhead.MOSTLY).click()
    assert last(robot).looked_ahead is LookedAhead.MOSTLY


def test_the_command_asks_and_given_again_finishes(robot: CheckInsRobot) -> None:
    finish = Destination(robot.page.person_id, CHECK_INS, errand=Errand.FINISH_CHECK_IN)
    robot.page.arrive(finish)
    assert robot.page.check_in.bar.asks
    robot.page.arrive(finish)
    assert last(robot).state is CheckInState.HELD


@pytest.mark.parametrize("how", ["key", "button"])
def test_not_yet_goes_on_with_the_cursor_in_the_notes(robot: CheckInsRobot, how: str) -> None:
    robot.ask_to_finish()
    end = robot.page.check_in.bar.end
    if how == "key":
        robot.qtbot.keyClick(end.finish, Qt.Key.Key_Escape)
    else:
        robot.click(NOT_YET)
    assert not end.isVisible() and robot.page.check_in.bar.finish.isVisible()
    assert robot.shared.hasFocus()
    assert robot.check_in.state is CheckInState.RUNNING


def test_the_bar_is_one_line_with_five_things_to_press(robot: CheckInsRobot) -> None:
    robot.resize(1050)
    robot.stage.window.resize(1050, 700)
    QApplication.processEvents()
    bar = robot.page.check_in.bar
    tab = Qt.FocusPolicy.TabFocus
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab]
    assert [w.objectName() for w in shown] == [
        "checkInKind", "checkInSince", names.NEXT_CHECK_IN_EDIT, "checkInMore",
        names.FINISH_CHECK_IN,
    ]  # fmt: skip
    assert 44 <= bar.height() <= 48
    assert len({w.mapTo(bar, w.rect().center()).y() // 4 for w in shown}) == 1


def test_what_is_proposed_next_is_planned_at_the_end(robot: CheckInsRobot) -> None:
    button = robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT)
    assert button.text() == "Next: Tue 1 Dec, 15:00"
    robot.finish()
    assert coming(robot.stage.store, robot.person_id) == [NEXT]


@pytest.mark.long
def test_none_is_planned_where_none_is_wanted(robot: CheckInsRobot) -> None:
    menu = robot.page.check_in.bar.menu()
    words = "Don't plan the next check-in"
    next(entry for entry in menu.actions() if entry.text() == words).trigger()
    assert robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text() == "Plan next check-in"
    robot.finish()
    assert coming(robot.stage.store, robot.person_id) == []


@pytest.mark.long
def test_what_is_planned_already_stays_and_nothing_comes_beside_it(robot: CheckInsRobot) -> None:
    store, now = robot.stage.store, robot.clock.now()
    planning.plan(store, robot.person_id, now + timedelta(days=1), now)
    assert "tomorrow" in robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text()
    robot.finish()
    assert coming(store, robot.person_id) == [TODAY + timedelta(days=1)]


@pytest.mark.long
def test_a_career_conversation_planned_ahead_leaves_the_next_1_1_to_be_planned(
    robot: CheckInsRobot,
) -> None:
    store, now = robot.stage.store, robot.clock.now()
    planning.plan(store, robot.person_id, now + timedelta(days=3), now, CheckInKind.CAREER)
    robot.finish()
    assert coming(store, robot.person_id) == [TODAY + timedelta(days=3), NEXT]


def test_none_is_proposed_for_the_day_of_a_career_conversation(robot: CheckInsRobot) -> None:
    store, now = robot.stage.store, robot.clock.now()
    at = robot.check_in.starts_at + timedelta(days=14)
    planning.plan(store, robot.person_id, at, now, CheckInKind.CAREER)
    assert next_words(robot) == "Plan next check-in"
    robot.finish()
    assert coming(store, robot.person_id) == [NEXT]


@pytest.mark.long
def test_a_repeat_writes_the_next_one_itself(stage: Stage) -> None:
    bo = people.add(stage.store, "Bo").id
    robot = CheckInsRobot(stage, bo)
    now = robot.clock.now()
    planning.plan_repeating(stage.store, bo, now + timedelta(hours=1), 3, "", now)
    robot.start()
    assert stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text() == "Next: Tue 8 Dec, 16:02"
    robot.finish()
    assert coming(stage.store, bo) == [date(2026, 12, 8)]


def choose_day(robot: CheckInsRobot, day: str) -> str:
    """Plan from the bar for another day; the day that was offered."""
    robot.click(names.NEXT_CHECK_IN_EDIT)
    field = robot.line("planningDay")
    offered = field.text()
    field.selectAll()
    robot.qtbot.keyClicks(field, day)
    robot.click("planningGo")
    return offered


def test_the_form_begins_with_what_the_bar_says(robot: CheckInsRobot) -> None:
    assert choose_day(robot, "3 Dec") == "1 December"
    assert (
        robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text() == "Next: Thu 3 Dec, 15:00"
    )
    robot.finish()
    assert coming(robot.stage.store, robot.person_id) == [date(2026, 12, 3)]


def test_the_one_of_a_repeat_is_moved_and_no_other_comes_beside_it(stage: Stage) -> None:
    bo = people.add(stage.store, "Bo").id
    robot = CheckInsRobot(stage, bo)
    now = robot.clock.now()
    planning.plan_repeating(stage.store, bo, now + timedelta(hours=1), 2, "", now)
    robot.start()
    assert choose_day(robot, "3 Dec") == "1 December"
    robot.finish()
    assert coming(stage.store, bo) == [date(2026, 12, 3)]


def test_moving_the_one_of_a_repeat_is_one_step_and_leaving_the_form_is_none(stage: Stage) -> None:
    bo = people.add(stage.store, "Bo").id
    robot = CheckInsRobot(stage, bo)
    now = robot.clock.now()
    planning.plan_repeating(stage.store, bo, now + timedelta(hours=1), 2, "", now)
    robot.start()
    last = stage.store.last_edit
    robot.click(names.NEXT_CHECK_IN_EDIT)
    robot.qtbot.keyClick(robot.line("planningDay"), Qt.Key.Key_Escape)
    assert stage.store.last_edit is last
    choose_day(robot, "3 Dec")
    assert coming(stage.store, bo) == [date(2026, 12, 3)]
    stage.undo()
    assert coming(stage.store, bo) == []


def test_the_one_of_a_repeat_is_said_for_after_a_leave(stage: Stage) -> None:
    bo = people.add(stage.store, "Bo").id
    robot = CheckInsRobot(stage, bo)
    now = robot.clock.now()
    planning.plan_repeating(stage.store, bo, now + timedelta(hours=1), 2, "", now)
    robot.start()
    leave.begin(stage.store, bo, date(2026, 11, 30), date(2026, 12, 10))
    assert stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text() == "Next: Tue 15 Dec, 16:02"
    robot.finish()
    assert coming(stage.store, bo) == [date(2026, 12, 15)]


def test_the_hour_that_is_proposed_stays_over_the_end_of_summer_time(
    robot: CheckInsRobot,
) -> None:
    people.change(robot.stage.store, robot.person_id, cadence_days=150)
    robot.page.reload()
    said = next_words(robot)
    robot.finish()
    planned = checkins.next_planned(robot.stage.store, robot.person_id, TODAY)
    assert planned is not None
    assert said.endswith(f"{planned.starts_at.astimezone():%H:%M}")


def next_words(robot: CheckInsRobot) -> str:
    return robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text()


def test_nothing_is_proposed_into_a_leave(robot: CheckInsRobot) -> None:
    people.change(
        robot.stage.store, robot.person_id, status=PersonStatus.ON_LEAVE,
        leave_from=date(2026, 11, 30), leave_until=date(2026, 12, 10),
    )  # fmt: skip
    robot.page.reload()
    assert "11 Dec" in robot.stage.find(QPushButton, names.NEXT_CHECK_IN_EDIT).text()


# one that nobody ended


@pytest.fixture
def watch(robot: CheckInsRobot) -> ForgottenFinish:
    watch = ForgottenFinish(robot.stage.ctx, robot.stage.window)
    watch.look()
    return watch


def question(robot: CheckInsRobot, check_in_id: int) -> str:
    banner = robot.stage.banners.banner(f"forgotten-{check_in_id}")
    return banner.text.text() if banner is not None else ""


def answer(robot: CheckInsRobot, check_in_id: int, number: int) -> None:
    banner = robot.stage.banners.banner(f"forgotten-{check_in_id}")
    assert banner is not None
    banner.findChild(QPushButton, f"bannerAction{number}").click()


def look_after(robot: CheckInsRobot, watch: ForgottenFinish, minutes: int) -> None:
    """So many minutes later, with a look at the clock each minute."""
    for _ in range(minutes):
        robot.clock.go_on(minutes=1)
        watch.look()
    robot.page.check_in.bar.tell_time()


def test_it_is_asked_by_the_name_of_now(robot: CheckInsRobot, watch: ForgottenFinish) -> None:
    look_after(robot, watch, 60)
    check_in = robot.check_in
    people.change(robot.stage.store, robot.person_id, preferred_name="Annie")
    assert "Annie's check-in" in question(robot, check_in.id)
    answer(robot, check_in.id, 0)
    assert not checkins.every_running(robot.stage.store)


def test_two_that_both_go_on_are_left_in_peace(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    first = robot.check_in
    other = people.add(robot.stage.store, "Ben Okri")
    second = checkins.start(robot.stage.store, other.id, robot.clock.now())
    look_after(robot, watch, 60)
    for check_in in (first, second):
        assert question(robot, check_in.id)
        answer(robot, check_in.id, 1)
    assert question(robot, first.id) == question(robot, second.id) == ""


def test_at_twice_its_length_it_is_asked_and_counts_nothing(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    check_in = robot.check_in
    look_after(robot, watch, 59)
    assert question(robot, check_in.id) == ""
    look_after(robot, watch, 1)
    assert question(robot, check_in.id) == "Mark Mareike's check-in as finished at 15:32?"
    assert robot.page.check_in.bar.since.text() == "since 15:02, duration not confirmed yet"
    look_after(robot, watch, 5)
    answer(robot, check_in.id, 0)
    assert last(robot).minutes == 30 and question(robot, check_in.id) == ""
    robot.stage.undo()
    assert robot.check_in.id == check_in.id


def test_still_talking_is_not_asked_again_at_once(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    check_in = robot.check_in
    look_after(robot, watch, 61)
    answer(robot, check_in.id, 1)
    look_after(robot, watch, 10)
    assert question(robot, check_in.id) == ""
    assert robot.page.check_in.bar.since.text() == "since 15:02, 71 min"
    robot.finish()
    assert last(robot).minutes == 71


def test_f38_after_sleep_it_ended_when_the_computer_fell_asleep(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    check_in = robot.check_in
    look_after(robot, watch, 20)
    robot.clock.go_on(minutes=90)
    watch.look()
    assert question(robot, check_in.id) == "Mark Mareike's check-in as finished at 15:22?"
    answer(robot, check_in.id, 0)
    assert last(robot).minutes == 20


def test_on_the_next_day_it_is_said_on_which_it_was(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    check_in = robot.check_in
    look_after(robot, watch, 61)
    assert question(robot, check_in.id) == "Mark Mareike's check-in as finished at 15:32?"
    robot.clock.go_on(days=1)
    watch.look()
    robot.page.refresh()
    assert (
        question(robot, check_in.id)
        == "Mark Mareike's check-in from Tue 17 Nov as finished at 15:32?"
    )
    assert (
        robot.page.check_in.bar.since.text()
        == "since Tue 17 Nov, 15:02, duration not confirmed yet"
    )
    assert robot.page.check_in.bar.next.text().startswith("Next: Tue 1 Dec")  # two weeks after it


@pytest.mark.long
def test_another_check_in_asks_after_the_first(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    check_in, bo = robot.check_in, people.add(robot.stage.store, "Bo").id
    look_after(robot, watch, 25)
    other = checkins.start(robot.stage.store, bo, robot.clock.now())
    assert question(robot, check_in.id) == "Mark Mareike's check-in as finished at 15:27?"
    assert question(robot, other.id) == ""


@pytest.mark.long
def test_the_next_day_it_says_which_day(robot: CheckInsRobot, watch: ForgottenFinish) -> None:
    check_in = robot.check_in
    robot.clock.go_on(days=1)
    watch.look()
    assert (
        question(robot, check_in.id)
        == "Mark Mareike's check-in from Tue 17 Nov as finished at 15:02?"
    )


def test_it_names_nobody_while_the_screen_is_shared_with_somebody_else(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    bo, check_in = people.add(robot.stage.store, "Bo").id, robot.check_in
    look_after(robot, watch, 61)
    robot.stage.ctx.sharing.share(bo)
    assert question(robot, check_in.id) == ""
    robot.stage.ctx.sharing.stop()
    assert question(robot, check_in.id)


def test_its_hours_are_those_of_the_place_where_it_is_held(
    robot: CheckInsRobot, watch: ForgottenFinish
) -> None:
    checkins.write(robot.stage.store, robot.check_in.id, utc_offset=-300)
    look_after(robot, watch, 61)
    assert robot.page.check_in.bar.since.text() == "since 09:02, duration not confirmed yet"
    assert question(robot, robot.check_in.id) == "Mark Mareike's check-in as finished at 09:32?"
    robot.ask_to_finish()
    assert robot.stage.find(QPushButton, FINISH_NOW).text() == "Finish at 09:32"


def test_finish_itself_asks_which_end_is_meant(robot: CheckInsRobot) -> None:
    robot.clock.go_on(minutes=100)
    robot.ask_to_finish()
    now = robot.stage.find(QPushButton, FINISH_LATER)
    assert robot.stage.find(QPushButton, FINISH_NOW).text() == "Finish at 15:32"
    assert now.isVisible() and now.text() == "Finish now (16:42)"
    robot.clock.go_on(minutes=3)
    robot.page.check_in.bar.tell_time()  # as it does now and then
    assert now.text() == "Finish now (16:45)"
    now.click()
    assert last(robot).minutes == 103
