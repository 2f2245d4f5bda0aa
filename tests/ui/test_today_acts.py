"""What the rows of Today do: plan, hold, move, skip, finish, back from leave."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from careerdesk.data.queries import drafts
from careerdesk.domain.moments import local
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Owner, PersonStatus
from careerdesk.services import actions, checkins, people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base.navigation import Destination, Errand
from careerdesk.ui.base.still_talking import STILL
from careerdesk.ui.today.asking import AwayForm
from careerdesk.ui.widgets.planning_popover import PlanningPopover
from careerdesk.ui.widgets.skip_popover import SkipPopover
from tests.builders import TODAY, PersonBuilder, a_person
from tests.robots.seen import said
from tests.robots.stage import Stage, StoppedClock
from tests.robots.today import TodayRobot, spoken, titles
from tests.robots.window import PeopleRobot

RETURN, RIGHT, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left
NAME = "Ana Ruiz"
NOW = StoppedClock().now()


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Somebody known, with whom nothing is planned."""
    return a_person(store, NAME).driven_by("Craft").with_goals("Release alone").with_checkin(7)


def planned(stage: Stage, ana: PersonBuilder) -> list[CheckIn]:
    return planning.planned(stage.store, ana.id)


def days_of(stage: Stage, ana: PersonBuilder) -> list[date]:
    return [local(check_in).date() for check_in in planned(stage, ana)]


def missed(stage: Stage, ana: PersonBuilder) -> CheckIn:
    return planning.plan(stage.store, ana.id, NOW - timedelta(days=3), NOW - timedelta(days=9))


def test_one_is_planned_in_the_form_beside_the_row(stage: Stage, ana: PersonBuilder) -> None:
    today = TodayRobot(stage)
    today.go_to(today.check_ins, NAME)
    today.press(RETURN)
    today.type("fri")
    today.press(RETURN)
    assert days_of(stage, ana) == [TODAY + timedelta(days=3)]
    assert "To plan" not in titles(today.check_ins)
    assert today.check_ins.hasFocus()


def test_the_reminder_of_a_career_conversation_plans_one_and_goes(
    stage: Stage, ana: PersonBuilder
) -> None:
    ben = a_person(stage.store, "Ben Okri").driven_by("Calm").with_checkin(100).with_goals("Rest")
    planning.plan(stage.store, ben.id, NOW + timedelta(days=1), NOW)
    today = TodayRobot(stage)
    row = "No recent career conversation with Ben"
    today.click(today.calls, row, "Plan one")
    assert "Plan a check-in with Ben Okri" in said(today.form(PlanningPopover))
    today.type("+3w")
    today.press(RETURN)
    check_ins = planned(stage, ben)
    assert [check_in.kind for check_in in check_ins] == [CheckInKind.ONE_ON_ONE, CheckInKind.CAREER]
    assert row not in titles(today.calls)
    stage.undo()
    assert row in titles(today.calls)


def test_a_missed_one_stands_apart_beside_what_is_to_come(stage: Stage, ana: PersonBuilder) -> None:
    missed(stage, ana)
    planning.plan(stage.store, ana.id, NOW + timedelta(hours=1), NOW)
    today = TodayRobot(stage)
    assert titles(today.check_ins) == [NAME, "Missed", NAME]
    words = str(today.check_ins.rows.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.endswith("Planned for 15:02, not started, Start now, Move, Skip")


def test_a_missed_one_is_held_now(stage: Stage, ana: PersonBuilder) -> None:
    check_in = missed(stage, ana)
    today = TodayRobot(stage)
    today.click(today.check_ins, NAME, "Start now")
    there = (CheckIn, check_in.id)
    assert today.went == [Destination(ana.id, "check-ins", there, Errand.START_CHECK_IN)]


def test_what_is_typed_after_holding_a_missed_one_is_in_its_notes(
    qtbot: QtBot, store: Store, tmp_path: Path, ana: PersonBuilder
) -> None:
    robot = PeopleRobot(qtbot, store, tmp_path)
    check_in = planning.plan(store, ana.id, NOW - timedelta(days=3), NOW - timedelta(days=9))
    today = TodayRobot(robot)
    today.click(today.check_ins, NAME, "Start now")
    QTest.keyClicks(QApplication.focusWidget(), "Nights")
    robot.window.ctx.autosaver.flush()
    running = checkins.running(store, ana.id)
    assert running is not None
    assert (running.id, local(running).date(), running.shared_notes) == (
        check_in.id,
        TODAY,
        "Nights",
    )
    robot.window.close()


def test_a_missed_one_is_moved_by_keys(stage: Stage, ana: PersonBuilder) -> None:
    check_in = missed(stage, ana)
    today = TodayRobot(stage)
    today.go_to(today.check_ins, NAME)
    today.press(RIGHT, RETURN)
    today.type("fri")
    today.press(RETURN)
    assert [(one.id, local(one).date()) for one in planned(stage, ana)] == [
        (check_in.id, TODAY + timedelta(days=3))
    ]


def test_a_missed_one_is_skipped_with_a_reason_that_is_private(
    stage: Stage, ana: PersonBuilder
) -> None:
    check_in = missed(stage, ana)
    today = TodayRobot(stage)
    today.go_to(today.check_ins, NAME)
    today.press(RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RETURN)
    form = today.form(SkipPopover)
    assert "(private)" in form.why.accessibleName()
    today.type("The audit took all day")
    today.press(RETURN)
    skipped = checkins.get(stage.store, check_in.id)
    assert (skipped.state, skipped.reason) == (CheckInState.SKIPPED, "The audit took all day")
    assert "Missed" not in titles(today.check_ins)
    assert "audit" not in said(stage.window)
    stage.undo()
    assert "Missed" in titles(today.check_ins)


def test_a_planned_one_has_everything_in_its_menu(stage: Stage, ana: PersonBuilder) -> None:
    check_in = planning.plan(stage.store, ana.id, NOW + timedelta(days=1), NOW)
    today = TodayRobot(stage)
    assert today.menu(today.check_ins, NAME) == ["Open brief", "Start now", "Move", "Skip"]
    today.choose(today.check_ins, NAME, "Skip")
    today.press(RETURN)
    assert checkins.get(stage.store, check_in.id).state is CheckInState.SKIPPED


def test_the_menu_key_opens_the_menu_of_the_row(stage: Stage, ana: PersonBuilder) -> None:
    ana.with_promise("Ask for a seat", due_in=-1)
    today = TodayRobot(stage)
    assert today.menu(today.calls, "Ask for a seat") == ["Mark done", "Open Ana"]
    today.choose(today.calls, "Ask for a seat", "Open Ana")
    assert today.went == [Destination(ana.id, "prepare")]


def test_a_repeat_on_a_free_day_offers_three_ways_out(stage: Stage, ana: PersonBuilder) -> None:
    saturday = datetime(2026, 11, 21, 14, 0).astimezone()
    planning.plan_repeating(stage.store, ana.id, saturday, 2, "", NOW)
    today = TodayRobot(stage)
    words = spoken(today.check_ins, NAME)
    assert "Not a working day" in words
    assert words.endswith("Fri 20 Nov, Mon 23 Nov, Skip")
    today.click(today.check_ins, NAME, "Mon 23 Nov")
    check_in = planned(stage, ana)[0]
    assert f"{local(check_in):%Y-%m-%d %H:%M}" == "2026-11-23 14:00"
    assert "Not a working day" not in spoken(today.check_ins, NAME)


def test_a_forgotten_finish_is_offered_for_the_usual_end(stage: Stage, ana: PersonBuilder) -> None:
    check_in = checkins.start(stage.store, ana.id, NOW - timedelta(minutes=90))
    today = TodayRobot(stage)
    words = spoken(today.check_ins, NAME)
    assert "Mark Ana's check-in as finished at 14:02?" in words
    today.click(today.check_ins, NAME, "Finish")
    held = checkins.get(stage.store, check_in.id)
    assert (held.state, held.minutes) == (CheckInState.HELD, 30)


def test_it_is_asked_and_said_by_the_clock_where_it_was_begun(
    stage: Stage, ana: PersonBuilder
) -> None:
    check_in = checkins.start(stage.store, ana.id, NOW - timedelta(minutes=90))
    checkins.write(stage.store, check_in.id, utc_offset=-300)
    today = TodayRobot(stage)
    assert "Mark Ana's check-in as finished at 08:02?" in spoken(today.check_ins, NAME)
    today.click(today.check_ins, NAME, "Finish")
    assert stage.toast.text() == "Check-in finished at 08:02"


def test_one_of_yesterday_is_finished_at_a_time_of_that_day(
    stage: Stage, ana: PersonBuilder
) -> None:
    checkins.start(stage.store, ana.id, NOW - timedelta(days=1))
    today = TodayRobot(stage)
    assert "Mark Ana's check-in from Mon 16 Nov as finished at 15:32?" in spoken(
        today.check_ins, NAME
    )


def test_what_was_said_to_go_on_is_not_asked_about(stage: Stage, ana: PersonBuilder) -> None:
    check_in = checkins.start(stage.store, ana.id, NOW - timedelta(minutes=90))
    stage.ctx.settings.setValue(STILL, f"{check_in.id} {NOW.isoformat()}")
    today = TodayRobot(stage)
    assert today.menu(today.check_ins, NAME) == ["Open check-in"]


def test_a_running_one_that_is_not_forgotten_is_only_opened(
    stage: Stage, ana: PersonBuilder
) -> None:
    checkins.start(stage.store, ana.id, NOW - timedelta(minutes=40))
    today = TodayRobot(stage)
    assert today.menu(today.check_ins, NAME) == ["Open check-in"]


def test_my_step_is_ticked(stage: Stage, ana: PersonBuilder) -> None:
    goal = ana.goals[0].id
    actions.add(stage.store, goal, ["Ask Finance"], today=TODAY, owner=Owner.ME, due_on=TODAY)
    today = TodayRobot(stage)
    assert titles(today.calls) == ["Soon", "Ask Finance"]
    assert "My next step in Ana's plan, due today" in spoken(today.calls, "Ask Finance")
    today.click(today.calls, "Ask Finance", "Mark done")
    assert actions.of(stage.store, goal)[0].done_on == TODAY
    assert titles(today.calls) == []


def on_leave(ana: PersonBuilder) -> None:
    ana.like(
        status=PersonStatus.ON_LEAVE, leave_from=TODAY - timedelta(days=30),
        leave_until=TODAY - timedelta(days=1),
    )  # fmt: skip


def test_anyone_who_should_be_back_is_back_by_one_click(stage: Stage, ana: PersonBuilder) -> None:
    on_leave(ana)
    today = TodayRobot(stage)
    assert spoken(today.calls, "Is Ana back?") == (
        "Is Ana back?, Expected back today, Back, Still away"
    )
    today.click(today.calls, "Is Ana back?", "Back")
    assert ana.person.status is PersonStatus.ACTIVE
    assert titles(today.calls) == []


def test_or_is_still_away_until_another_day(stage: Stage, ana: PersonBuilder) -> None:
    on_leave(ana)
    today = TodayRobot(stage)
    today.go_to(today.calls, "Is Ana back?")
    today.press(RIGHT, RETURN)
    form = today.form(AwayForm)
    today.type("yesterday")
    today.press(RETURN)
    assert any("That date has passed" in label.text() for label in form.findChildren(QLabel))
    today.type("+2w")
    today.press(RETURN)
    assert ana.person.leave_until == TODAY + timedelta(days=14)
    assert titles(today.calls) == []


def test_the_day_offered_to_who_is_still_away_follows_midnight(
    stage: Stage, ana: PersonBuilder
) -> None:
    on_leave(ana)
    today = TodayRobot(stage)
    today.go_to(today.calls, "Is Ana back?")
    today.press(RIGHT, RETURN)
    form = today.form(AwayForm)
    stage.clock.go_on(days=1)
    stage.ctx.day.look()
    assert form.until.day() == TODAY + timedelta(days=8)
    form.leave()
    assert not stage.store.read(drafts.all_of)


def test_a_person_who_goes_meanwhile_takes_the_form_along(stage: Stage, ana: PersonBuilder) -> None:
    missed(stage, ana)
    today = TodayRobot(stage)
    today.click(today.check_ins, NAME, "Skip")
    assert today.form(SkipPopover).isVisible()
    people.remove(stage.store, ana.id)
    assert stage.window.findChild(SkipPopover) is None
