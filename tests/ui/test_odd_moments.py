"""Odd input in the middle of work: what the user sees is gentle, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTabBar

from careerdesk.documents.brief_text import brief_text
from careerdesk.domain.records import CheckInState
from careerdesk.services import (
    brief,
    checkins,
    discovery,
    feedback,
    key_result_values,
    key_results,
    plans,
)
from careerdesk.ui.base import names
from careerdesk.ui.checkins.check_in_charts import CheckInCharts
from careerdesk.ui.checkins.finish_row import FINISH_LATER, FINISH_NOW
from careerdesk.ui.plan.key_results import RESULT_FOLD
from careerdesk.ui.plan.person_chips import ITEM_MOTIVATOR, PersonChips
from careerdesk.ui.prepare.prepare import PreparePage
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, EDIT_PERSON, START_CHECK_IN
from careerdesk.ui.today.today import TodayPage
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.number_field import NumberField
from tests.builders import TODAY, PersonBuilder, a_person
from tests.robots.check_ins import CheckInsRobot
from tests.robots.discovery import DiscoveryRobot
from tests.robots.plan import PlanRobot
from tests.robots.seen import said
from tests.robots.stage import Stage
from tests.robots.window import PeopleRobot


@pytest.fixture
def ana(stage: Stage) -> PersonBuilder:
    return a_person(stage.store, "Ana Ruiz")


@pytest.fixture
def running(stage: Stage, ana: PersonBuilder) -> CheckInsRobot:
    """A check-in with Ana, on its page, with a clock that can be moved."""
    robot = CheckInsRobot(stage, ana.id)
    robot.start()
    return robot


@pytest.fixture
def german() -> Iterator[None]:
    """Numbers and dates as a German reader types them."""
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


# Days


def test_a_value_of_a_day_before_the_start_says_when_the_person_started(
    stage: Stage, ana: PersonBuilder
) -> None:
    ana.with_goals("Loads by six").like(start_date=date(2026, 3, 1))
    result = key_results.add(stage.store, ana.goals[0].id, "Loads").id
    robot = PlanRobot(stage, ana.id)
    robot.open("Loads by six")
    robot.click(f"{RESULT_FOLD}{result}")
    robot.enter(f"readingValue{result}", "60")
    robot.enter(f"readingDay{result}", "2026-02-01")
    robot.click(f"readingAdd{result}")
    banner = stage.banners.banner("problem")
    assert banner is not None
    assert banner.text.text().startswith("Ana started on 1 March 2026.")
    assert robot.line(f"readingValue{result}").text() == "60"
    robot.enter(f"readingDay{result}", "2026-04-01")
    robot.click(f"readingAdd{result}")
    assert [reading.value for reading in key_result_values.of(stage.store, result)] == [60.0]
    assert stage.banners.banner("problem") is None


def test_a_value_was_measured_on_the_last_such_day(stage: Stage, ana: PersonBuilder) -> None:
    ana.with_goals("Loads by six")
    result = key_results.add(stage.store, ana.goals[0].id, "Loads").id
    robot = PlanRobot(stage, ana.id)
    robot.open("Loads by six")
    robot.click(f"{RESULT_FOLD}{result}")
    for value, day in (("60", "fri"), ("50", "24 dec")):
        robot.enter(f"readingValue{result}", value)
        robot.enter(f"readingDay{result}", day)
        robot.click(f"readingAdd{result}")
    found = {one.read_on: one.value for one in key_result_values.of(stage.store, result)}
    assert found == {date(2026, 11, 13): 60.0, date(2025, 12, 24): 50.0}


@pytest.mark.parametrize("typed", ["2202-11-24", "1026-11-24"])
def test_a_year_nobody_can_mean_is_told_at_the_field(
    stage: Stage, ana: PersonBuilder, typed: str
) -> None:
    ana.with_goals("Loads by six")
    robot = PlanRobot(stage, ana.id)
    robot.open("Loads by six")
    robot.enter(names.ITEM_DUE, typed)
    field = robot.line(names.ITEM_DUE)
    assert (field.text(), field.property("refused")) == (typed, "true")
    assert "Check the year" in field.accessibleDescription()
    assert robot.goal("Loads by six").item.due_on is None


def test_minutes_that_are_no_number_keep_the_check_in_running_with_the_cursor_there(
    running: CheckInsRobot,
) -> None:
    running.click("checkInSince")
    running.enter("checkInMinutes", "an hour")
    running.click(names.FINISH_CHECK_IN)
    assert running.check_in.state is CheckInState.RUNNING
    assert not running.page.check_in.bar.asks
    assert running.line("checkInMinutes").hasFocus()


# Numbers


def test_a_value_that_is_no_number_stays_in_its_field_and_says_so(
    running: CheckInsRobot, ana: PersonBuilder
) -> None:
    result = with_result(ana)
    running.goals.unfold("Loads by six")
    running.goals.enter("Loads", "eighty")
    field = running.line(f"reading{result}")
    assert (field.text(), field.property("refused")) == ("eighty", "true")
    assert "isn't a valid number" in field.accessibleDescription()
    assert key_result_values.of(ana.store, result) == []
    running.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.property("refused")) == ("", "")


@pytest.mark.usefixtures("german")
def test_a_value_is_understood_as_its_reader_writes_numbers(
    running: CheckInsRobot, ana: PersonBuilder
) -> None:
    result = with_result(ana)
    running.goals.unfold("Loads by six")
    running.goals.enter("Loads", "1.088,5")
    assert [reading.value for reading in key_result_values.of(ana.store, result)] == [1088.5]
    assert running.goals.row("Loads").value == "1.088,5"


def with_result(ana: PersonBuilder) -> int:
    """A key result of a goal of Ana's."""
    ana.with_goals("Loads by six")
    return key_results.add(ana.store, ana.goals[0].id, "Loads").id


def test_a_cadence_of_no_days_cannot_be_typed(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(EDIT_PERSON)
    field = team.find(NumberField, "person.cadence_days")
    team.type(field, "0")
    team.press(field, Qt.Key.Key_Return)
    assert field.accessibleDescription().startswith("Choose between 1 and 365 days")
    assert team.person("Ana Ruiz").cadence_days == 14


# What is in use


def test_a_motivator_deleted_while_its_goal_is_open_leaves_the_goal_as_it_is(
    stage: Stage, ana: PersonBuilder
) -> None:
    ana.with_goals("Loads by six").driven_by("Mastery", "Calm")
    plans.set_item_motivators(stage.store, ana.goals[0].id, [ana.motivators[0].id])
    robot = PlanRobot(stage, ana.id)
    robot.open("Loads by six")
    robot.note(names.ITEM_FOR_PERSON).insert_text("Being typed")
    discovery.remove_motivators(stage.store, [ana.motivators[0].id])
    assert chips(robot) == ["Calm"]
    assert robot.note(names.ITEM_FOR_PERSON).text() == "Being typed"
    stage.ctx.autosaver.flush()
    assert robot.goal("Loads by six").item.for_person == "Being typed"
    stage.undo()
    stage.undo()
    assert chips(robot) == ["Mastery", "Calm"]
    assert [one.name for one in robot.goal("Loads by six").motivators] == ["Mastery"]


def chips(robot: PlanRobot) -> list[str]:
    """The motivators that the panel offers, whether chosen or behind the plus."""
    pane = robot.page.panel.findChild(PersonChips)
    assert pane is not None
    found = pane.findChildren(Chip)
    return [chip.text() for chip in found if chip.objectName().startswith(ITEM_MOTIVATOR)]


def test_a_question_retired_while_its_answer_is_typed_leaves_the_answer(
    stage: Stage, ana: PersonBuilder
) -> None:
    robot = DiscoveryRobot(stage, ana.id)
    question = discovery.questions(stage.store, ana.id)[0]
    robot.page.ask(question.id)
    stage.qtbot.keyClicks(robot.words(), "To build things")
    discovery.retire(stage.store, question.id)
    stage.ctx.autosaver.flush()
    note = discovery.notes(stage.store, ana.id)[0]
    assert (note.note.their_words, note.question_text) == (
        "To build things", question.question.text,
    )  # fmt: skip
    first = robot.history.model().index(0, 0)
    assert "To build things" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    robot.history.opened.emit(first)
    assert robot.words().text() == "To build things"


# People and check-ins


def test_a_person_archived_during_a_check_in_is_left_and_comes_back_to_it(
    team: PeopleRobot,
) -> None:
    team.choose("Ana Ruiz")
    team.act(START_CHECK_IN)
    team.qtbot.keyClicks(team.find(NoteEditor, names.CHECK_IN_SHARED), "So far")
    team.act(ARCHIVE_PERSON)
    assert team.told == "Ana Ruiz archived"
    assert team.names() == ["Ben Okri", "Chi Tran"]
    assert team.shown == "Ben Okri"
    team.act(names.GO_TODAY)
    today = team.window.findChild(TodayPage)
    rows = [*today.check_in_list.rows.rows, *today.call_list.rows.rows]
    assert all("Ana" not in row.title for row in rows)
    team.act(names.UNDO)
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    assert team.find(NoteEditor, names.CHECK_IN_SHARED).toPlainText() == "So far"
    assert checkins.running(team.store, team.person("Ana Ruiz").id) is not None


def test_a_second_start_goes_to_the_check_in_that_runs(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(START_CHECK_IN)
    team.qtbot.keyClicks(team.find(NoteEditor, names.CHECK_IN_SHARED), "First")
    team.act(names.GO_PREPARE)
    team.act(START_CHECK_IN)
    editor = team.find(NoteEditor, names.CHECK_IN_SHARED)
    assert editor.isVisible() and editor.toPlainText() == "First"
    ana = team.person("Ana Ruiz").id
    team.click(names.FINISH_CHECK_IN)
    team.click(FINISH_NOW)
    assert checkins.running(team.store, ana) is None
    assert len(checkins.history(team.store, ana)) == 1


def test_the_key_that_finishes_works_from_the_tabs_above_and_on_no_other_page(
    team: PeopleRobot,
) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    team.choose("Ana Ruiz")
    team.act(START_CHECK_IN)
    tabs = team.find(QTabBar, names.PERSON_TABS)
    team.act(names.GO_PREPARE)
    tabs.setFocus()
    team.qtbot.keyClick(tabs, Qt.Key.Key_Return, both)
    ana = team.person("Ana Ruiz").id
    assert checkins.running(team.store, ana) is not None
    team.act(names.GO_CHECK_INS)
    for _ in range(2):
        tabs.setFocus()
        team.qtbot.keyClick(tabs, Qt.Key.Key_Return, both)
    assert checkins.running(team.store, ana) is None


# Clocks


def test_a_clock_set_back_a_year_counts_nothing_below_zero(
    running: CheckInsRobot, ana: PersonBuilder
) -> None:
    bar = running.page.check_in.bar
    running.clock.go_on(days=-365)
    bar.tell_time()
    assert bar.since.text().endswith(", 0 min")
    running.finish()
    held = checkins.last_held(ana.store, ana.id)
    assert held is not None and held.minutes == 0
    assert running.history.model().rowCount() == 1
    assert "0 minutes" not in running.stage.toast.text()


def test_no_page_speaks_of_days_below_zero_after_the_clock_was_set_back(
    stage: Stage, ana: PersonBuilder
) -> None:
    ana.with_checkin(1, shared_notes="Well", said=1).with_goals("Loads by six").driven_by("Calm")
    ana.with_promise("Call", due_in=3).with_note("Words")
    feedback.add(stage.store, ana.id, TODAY, behaviour="Led")
    robot = CheckInsRobot(stage, ana.id)
    robot.clock.go_on(days=-365)
    year_ago = robot.clock.today()
    prepare, today, charts = (
        PreparePage(robot.stage.ctx), TodayPage(robot.stage.ctx), CheckInCharts(robot.stage.ctx),
    )  # fmt: skip
    stage.show(prepare, ana.id)
    for page in (today, charts):
        page.setParent(stage.window)
        page.show()
    today.refresh()
    charts.show_person(ana.person)
    words = [
        *said(stage.window).splitlines(),
        *brief_text(brief.brief(stage.store, ana.id, year_ago)).split("\n"),
    ]
    assert [line for line in words if re.search(r"(?<![\w-])[-\u2212]\d{2}", line)] == []


def test_a_check_in_over_midnight_is_of_the_day_it_began_and_goes_on_from_the_new_one(
    stage: Stage, ana: PersonBuilder
) -> None:
    robot = CheckInsRobot(stage, ana.id)
    robot.clock.moment = datetime(2026, 11, 17, 23, 50).astimezone(UTC)
    robot.start()
    robot.agenda.add("Nights")
    robot.clock.go_on(minutes=25)
    robot.page.check_in.bar.tell_time()
    assert robot.page.check_in.bar.since.text() == "since Tue 17 Nov, 23:50, 25 min"
    robot.agenda.press(Qt.Key.Key_Space, "Nights")
    robot.finish()
    held = checkins.last_held(stage.store, ana.id)
    assert held is not None and held.minutes == 25
    assert checkins.covered_in(stage.store, held.id)[0].covered_on == date(2026, 11, 18)
    spoken = robot.history.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "17" in str(spoken) and "25" in str(spoken)
    planned = checkins.next_planned(stage.store, ana.id, TODAY)
    assert planned is not None
    assert planned.starts_at.astimezone().date() in {date(2026, 12, 1), date(2026, 12, 2)}


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2026, 3, 29)])
def test_a_check_in_over_the_change_of_the_clocks_shows_its_real_minutes(
    stage: Stage, ana: PersonBuilder, day: date
) -> None:
    robot = CheckInsRobot(stage, ana.id)
    berlin = ZoneInfo("Europe/Berlin")
    robot.clock.moment = datetime.combine(day, time(1, 30), berlin).astimezone(UTC)
    robot.start()
    bar = robot.page.check_in.bar
    robot.clock.go_on(minutes=55)
    bar.tell_time()
    assert bar.since.text() == "since 01:30, 55 min"
    robot.clock.go_on(minutes=65)
    robot.click(names.FINISH_CHECK_IN)
    robot.click(FINISH_LATER)
    held = checkins.last_held(stage.store, ana.id)
    assert held is not None and held.minutes == 120
