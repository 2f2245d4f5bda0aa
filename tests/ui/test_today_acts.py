"""What the rows of Today do: plan, hold, move, skip, finish, back from leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from careerdesk.domain.moments import local
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Owner, PersonStatus
from careerdesk.services import actions, checkins, people, planning
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.still_talking import STILL
from careerdesk.ui.today.asking import AwayForm, SkipForm
from careerdesk.ui.widgets.planning_popover import PlanningPopover
from tests.builders import TODAY, PersonBuilder, a_person
from tests.robots.seen import said
from tests.robots.stage import StoppedClock
from tests.robots.today import TodayRobot, spoken, titles
from tests.robots.window import PeopleRobot

RETURN, RIGHT, LEFT = Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left
NAME = "Ana Ruiz"
NOW = StoppedClock().now()


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """Somebody known, with whom nothing is planned."""
    return a_person(store, NAME).driven_by("Craft").with_goals("Release alone").with_checkin(7)


@pytest.fixture
def robot(qtbot: QtBot, store: Store, ana: PersonBuilder, tmp_path: Path) -> Iterator[PeopleRobot]:
    """The window over the store."""
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def planned(robot: PeopleRobot, ana: PersonBuilder) -> list[CheckIn]:
    return planning.planned(robot.store, ana.id)


def days_of(robot: PeopleRobot, ana: PersonBuilder) -> list[date]:
    return [local(talk).date() for talk in planned(robot, ana)]


def missed(robot: PeopleRobot, ana: PersonBuilder) -> CheckIn:
    return planning.plan(robot.store, ana.id, NOW - timedelta(days=3), NOW - timedelta(days=9))


def test_one_is_planned_in_the_form_beside_the_row(robot: PeopleRobot, ana: PersonBuilder) -> None:
    today = TodayRobot(robot)
    today.go_to(today.talks, NAME)
    today.press(RETURN)
    today.type("fri")
    today.press(RETURN)
    assert days_of(robot, ana) == [TODAY + timedelta(days=3)]
    assert "To plan" not in titles(today.talks)
    assert today.talks.hasFocus()


def test_the_reminder_of_a_career_conversation_plans_one_and_goes(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    ben = a_person(robot.store, "Ben Okri").driven_by("Calm").with_checkin(100).with_goals("Rest")
    planning.plan(robot.store, ben.id, NOW + timedelta(days=1), NOW)
    today = TodayRobot(robot)
    row = "No career conversation with Ben"
    today.click(today.calls, row, "Plan one")
    assert "Plan a check-in with Ben Okri" in said(today.form(PlanningPopover))
    today.type("+3w")
    today.press(RETURN)
    talks = planned(robot, ben)
    assert [talk.kind for talk in talks] == [CheckInKind.ONE_ON_ONE, CheckInKind.CAREER]
    assert row not in titles(today.calls)
    robot.act(names.UNDO)
    assert row in titles(today.calls)


def test_a_missed_one_stands_apart_beside_what_is_to_come(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    missed(robot, ana)
    planning.plan(robot.store, ana.id, NOW + timedelta(hours=1), NOW)
    today = TodayRobot(robot)
    assert titles(today.talks) == [NAME, "Missed", NAME]
    words = str(today.talks.rows.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert words.endswith("Planned for 15:02, not held, Hold now, Move, Skip")


def test_a_missed_one_is_held_now(robot: PeopleRobot, ana: PersonBuilder) -> None:
    talk = missed(robot, ana)
    today = TodayRobot(robot)
    today.click(today.talks, NAME, "Hold now")
    running = checkins.running(robot.store, ana.id)
    assert running is not None
    assert running.id == talk.id
    assert local(running).date() == TODAY
    assert robot.window.person_page.tab == "check-ins"


def test_a_missed_one_is_moved_by_keys(robot: PeopleRobot, ana: PersonBuilder) -> None:
    talk = missed(robot, ana)
    today = TodayRobot(robot)
    today.go_to(today.talks, NAME)
    today.press(RIGHT, RETURN)
    today.type("fri")
    today.press(RETURN)
    assert [(one.id, local(one).date()) for one in planned(robot, ana)] == [
        (talk.id, TODAY + timedelta(days=3))
    ]


def test_a_missed_one_is_skipped_with_a_reason_that_is_private(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    talk = missed(robot, ana)
    today = TodayRobot(robot)
    today.go_to(today.talks, NAME)
    today.press(RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RETURN)
    form = today.form(SkipForm)
    assert "Private" in form.reason.accessibleName()
    today.type("The audit took all day")
    today.press(RETURN)
    skipped = checkins.get(robot.store, talk.id)
    assert (skipped.state, skipped.reason) == (CheckInState.SKIPPED, "The audit took all day")
    assert "Missed" not in titles(today.talks)
    assert "audit" not in said(robot.window)
    robot.act(names.UNDO)
    assert "Missed" in titles(today.talks)


def test_a_planned_one_has_everything_in_its_menu(robot: PeopleRobot, ana: PersonBuilder) -> None:
    talk = planning.plan(robot.store, ana.id, NOW + timedelta(days=1), NOW)
    today = TodayRobot(robot)
    assert today.menu(today.talks, NAME) == ["Open brief", "Start now", "Move", "Skip"]
    today.choose(today.talks, NAME, "Skip")
    today.press(RETURN)
    assert checkins.get(robot.store, talk.id).state is CheckInState.SKIPPED


def test_the_menu_key_opens_the_menu_of_the_row(robot: PeopleRobot, ana: PersonBuilder) -> None:
    ana.with_promise("Ask for a seat", due_in=-1)
    today = TodayRobot(robot)
    assert today.menu(today.calls, "Ask for a seat") == ["Mark done", "Open Ana"]
    today.choose(today.calls, "Ask for a seat", "Open Ana")
    assert (robot.shown, robot.window.person_page.tab) == (NAME, "prepare")


def test_a_repeat_on_a_free_day_offers_three_ways_out(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    saturday = datetime(2026, 11, 21, 14, 0).astimezone()
    planning.plan_repeating(robot.store, ana.id, saturday, 2, "", NOW)
    today = TodayRobot(robot)
    words = spoken(today.talks, NAME)
    assert "Not a working day" in words
    assert words.endswith("Fri 20 Nov, Mon 23 Nov, Skip")
    today.click(today.talks, NAME, "Mon 23 Nov")
    talk = planned(robot, ana)[0]
    assert f"{local(talk):%Y-%m-%d %H:%M}" == "2026-11-23 14:00"
    assert "Not a working day" not in spoken(today.talks, NAME)


def test_a_forgotten_finish_is_offered_for_the_usual_end(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    talk = checkins.start(robot.store, ana.id, NOW - timedelta(minutes=90))
    today = TodayRobot(robot)
    words = spoken(today.talks, NAME)
    assert "Finish Ana\u2019s check-in at 14:02?" in words
    today.click(today.talks, NAME, "Finish")
    held = checkins.get(robot.store, talk.id)
    assert (held.state, held.minutes) == (CheckInState.HELD, 30)


def test_what_was_said_to_go_on_is_not_asked_about(robot: PeopleRobot, ana: PersonBuilder) -> None:
    talk = checkins.start(robot.store, ana.id, NOW - timedelta(minutes=90))
    robot.window.ctx.settings.setValue(STILL, f"{talk.id} {NOW.isoformat()}")
    today = TodayRobot(robot)
    assert today.menu(today.talks, NAME) == ["Open check-in"]


def test_a_running_one_that_is_not_forgotten_is_only_opened(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    checkins.start(robot.store, ana.id, NOW - timedelta(minutes=40))
    today = TodayRobot(robot)
    assert today.menu(today.talks, NAME) == ["Open check-in"]


def test_my_step_is_ticked(robot: PeopleRobot, ana: PersonBuilder) -> None:
    goal = ana.goals[0].id
    actions.add(robot.store, goal, ["Ask Finance"], today=TODAY, owner=Owner.ME, due_on=TODAY)
    today = TodayRobot(robot)
    assert titles(today.calls) == ["Soon", "Ask Finance"]
    assert "My step in Ana\u2019s plan, due today" in spoken(today.calls, "Ask Finance")
    today.click(today.calls, "Ask Finance", "Mark done")
    assert actions.of(robot.store, goal)[0].done_on == TODAY
    assert titles(today.calls) == []


def on_leave(ana: PersonBuilder) -> None:
    ana.like(
        status=PersonStatus.ON_LEAVE, leave_from=TODAY - timedelta(days=30),
        leave_until=TODAY - timedelta(days=1),
    )  # fmt: skip


def test_whoever_should_be_back_is_back_by_one_click(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    on_leave(ana)
    today = TodayRobot(robot)
    assert spoken(today.calls, "Is Ana back?") == (
        "Is Ana back?, Expected back today, Back, Still away"
    )
    today.click(today.calls, "Is Ana back?", "Back")
    assert ana.person.status is PersonStatus.ACTIVE
    assert titles(today.calls) == []


def test_or_is_still_away_until_another_day(robot: PeopleRobot, ana: PersonBuilder) -> None:
    on_leave(ana)
    today = TodayRobot(robot)
    today.go_to(today.calls, "Is Ana back?")
    today.press(RIGHT, RETURN)
    form = today.form(AwayForm)
    today.type("yesterday")
    today.press(RETURN)
    assert any("That day is over" in label.text() for label in form.findChildren(QLabel))
    today.type("+2w")
    today.press(RETURN)
    assert ana.person.leave_until == TODAY + timedelta(days=14)
    assert titles(today.calls) == []


def test_a_person_who_goes_meanwhile_takes_the_form_along(
    robot: PeopleRobot, ana: PersonBuilder
) -> None:
    missed(robot, ana)
    today = TodayRobot(robot)
    today.click(today.talks, NAME, "Skip")
    assert today.form(SkipForm).isVisible()
    people.remove(robot.store, ana.id)
    assert robot.window.window().findChild(SkipForm) is None
