"""The first start leads to one page on which the next 1:1s of all are planned in one step."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from careerdesk.domain.records import PersonStatus
from careerdesk.services import people, planning
from careerdesk.ui.base import names, work_week
from careerdesk.ui.base.navigation import PLAN, PREPARE
from careerdesk.ui.people.first_one_on_one_row import FirstOneOnOneRow
from careerdesk.ui.people.first_one_on_ones import MOST, FirstOneOnOnes
from careerdesk.ui.widgets.moment_field import read_moment
from tests.builders import TODAY, a_person
from tests.robots.keys import press_letters
from tests.robots.stage import Stage
from tests.robots.window import PeopleRobot

FIVE = ("Ana", "Ben", "Chi", "Dee", "Eli")


class Hands:
    """Types where the keyboard is, and counts every other key and click."""

    def __init__(self, robot: PeopleRobot) -> None:
        self.robot, self.count = robot, 0

    def enter(self, words: str = "") -> None:
        field = QApplication.focusWidget()
        if words:
            assert isinstance(field, QLineEdit)
            press_letters(field, words)
        self.count += 1
        self.robot.press_in_focus(Qt.Key.Key_Return)


def page_of(robot: PeopleRobot) -> FirstOneOnOnes:
    page = robot.window.content.currentWidget()
    assert isinstance(page, FirstOneOnOnes)
    return page


def row_of(robot: PeopleRobot, name: str) -> FirstOneOnOneRow:
    return next(row for row in page_of(robot).rows if row.person.name == name)


def planned(robot: PeopleRobot, name: str) -> list[str]:
    """What is planned with somebody, by the clock of the tests."""
    check_ins = planning.planned(robot.store, robot.person(name).id)
    return [check_in.starts_at.astimezone().strftime("%d %b %H:%M") for check_in in check_ins]


@pytest.fixture
def asked(team: PeopleRobot) -> PeopleRobot:
    """The page with Ana, Ben and Chi."""
    team.window.commands.pages.show_first_one_on_ones()
    return team


def enter(robot: PeopleRobot, name: str, words: str, part: str = "Day") -> QLineEdit:
    field = robot.find(QLineEdit, f"firstTalk{part}{robot.person(name).id}")
    robot.type(field, words)
    robot.press(field, Qt.Key.Key_Return)
    return field


def test_five_people_with_a_1_1_every_two_weeks_take_twelve_keys(nobody: PeopleRobot) -> None:
    hands = Hands(nobody)
    for name in FIVE:
        hands.enter(name)
    hands.enter()
    for day in ("wed 9:00", "wed 10:00", "thu 9", "24 Nov 14:00", "+1w"):
        hands.enter(day)
    hands.enter()
    assert hands.count <= 12
    assert [planned(nobody, name) for name in FIVE] == [
        ["18 Nov 09:00"], ["18 Nov 10:00"], ["19 Nov 09:00"], ["24 Nov 14:00"], ["24 Nov 10:00"],
    ]  # fmt: skip
    kept = [planning.repeat_of(nobody.store, nobody.person(name).id) for name in FIVE]
    assert [repeat and repeat.weeks for repeat in kept] == [2] * 5
    assert nobody.told == "5 check-ins planned"
    assert (nobody.shown, nobody.window.person_page.tab) == ("Ana", PREPARE)
    nobody.act(names.UNDO)
    assert not any(planned(nobody, name) for name in FIVE)
    assert nobody.stored() == list(FIVE)


def test_rows_may_stay_empty_and_all_can_wait(asked: PeopleRobot) -> None:
    enter(asked, "Ben Okri", "fri 15:30")
    asked.click(names.FIRST_ONE_ON_ONES_GO)
    assert planned(asked, "Ben Okri") == ["20 Nov 15:30"]
    assert planned(asked, "Ana Ruiz") == planned(asked, "Chi Tran") == []
    assert asked.window.on_person_page
    asked.window.commands.pages.show_first_one_on_ones()
    assert [row.person.name for row in page_of(asked).rows] == ["Ana Ruiz", "Chi Tran"]
    asked.click(names.FIRST_ONE_ON_ONES_LATER)
    assert asked.window.on_person_page


def test_the_weekday_stands_beside_each_day(asked: PeopleRobot) -> None:
    row = row_of(asked, "Ben Okri")
    assert row.weekday.text() == ""
    enter(asked, "Ben Okri", "24 Nov 14:00")
    assert (row.day.text(), row.weekday.text()) == ("24 November", "Tue")
    assert row.day.accessibleDescription() == "Tuesday"
    enter(asked, "Ben Okri", "2 Dec")
    assert row.weekday.text() == "Wed"
    others = [row_of(asked, name) for name in ("Ana Ruiz", "Chi Tran")]
    assert {one.time.x() for one in others} == {row.time.x()}
    enter(asked, "Ben Okri", "3 Nov")
    assert "Wed" not in row.day.accessibleDescription()


def test_arrows_leave_the_hour_that_was_typed_behind_the_day(asked: PeopleRobot) -> None:
    row = row_of(asked, "Ben Okri")
    asked.type(row.day, "24 Nov 14:00")
    asked.press(row.day, Qt.Key.Key_Up)
    assert (row.day.day(), row.time.moment()) == (date(2026, 11, 25), time(14))


def test_enter_goes_from_day_to_day_and_past_empty_rows(asked: PeopleRobot) -> None:
    hands = Hands(asked)
    for name in ("Ana Ruiz", "Ben Okri", "Chi Tran"):
        assert row_of(asked, name).day.hasFocus()
        hands.enter()
    assert QApplication.focusWidget().objectName() == names.FIRST_ONE_ON_ONES_LATER


def test_each_has_a_rhythm_of_their_own_that_can_be_changed(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ana Ruiz").id, cadence_days=7)
    people.change(team.store, team.person("Ben Okri").id, cadence_days=90)
    team.window.commands.pages.show_first_one_on_ones()
    for name, weeks in (("Ana Ruiz", 1), ("Ben Okri", 12), ("Chi Tran", 2)):
        assert row_of(team, name).repeat.value() == weeks
        enter(team, name, "fri")
    choice = row_of(team, "Chi Tran").repeat
    choice.set_value(0)
    choice.activated.emit(choice.currentIndex())
    team.click(names.FIRST_ONE_ON_ONES_GO)
    assert planning.repeat_of(team.store, team.person("Chi Tran").id) is None
    repeat = planning.repeat_of(team.store, team.person("Ana Ruiz").id)
    assert repeat is not None and repeat.weeks == 1


def test_offered_hours_do_not_meet_and_entered_ones_are_said_to(asked: PeopleRobot) -> None:
    for name in ("Ana Ruiz", "Ben Okri"):
        enter(asked, name, "fri")
    assert row_of(asked, "Ben Okri").time.moment() == time(10, 30)
    enter(asked, "Chi Tran", "fri 10:15")
    said = row_of(asked, "Chi Tran").said
    assert said.isVisible()
    assert "Same time as the 1:1 with Ana Ruiz." in said.text()
    enter(asked, "Chi Tran", "12:00", "Time")
    assert not said.isVisible()


def test_a_day_off_and_another_check_in_at_that_hour_are_said(team: PeopleRobot) -> None:
    work_week.keep_days_off(team.window.ctx.settings, [work_week.Span(TODAY, TODAY)])
    other = a_person(team.store, "Dee Moss")
    at = datetime(2026, 11, 17, 16, 0).astimezone()
    planning.plan(team.store, other.id, at, team.clock.now())
    team.window.commands.pages.show_first_one_on_ones()
    enter(team, "Ana Ruiz", "today 16:15")
    said = row_of(team, "Ana Ruiz").said.text()
    assert "Clashes with another meeting: 1:1 with Dee Moss at 16:00." in said
    assert "Not a working day." in said


@pytest.mark.parametrize(
    ("words", "why"), [("today 9:00", "That time has passed"), ("soon", "isn't a date")]
)
def test_what_cannot_be_is_said_in_its_row_and_nothing_is_planned(
    asked: PeopleRobot, words: str, why: str
) -> None:
    enter(asked, "Ben Okri", "fri")
    field = enter(asked, "Ana Ruiz", words)
    assert why in field.accessibleDescription()
    assert field.hasFocus()
    asked.click(names.FIRST_ONE_ON_ONES_GO)
    assert field.hasFocus()
    assert planned(asked, "Ben Okri") == []
    asked.type(field, "fri 17:00")
    asked.click(names.FIRST_ONE_ON_ONES_GO)
    assert planned(asked, "Ana Ruiz") == ["20 Nov 17:00"]


def test_what_is_typed_is_there_again_when_one_comes_back(asked: PeopleRobot) -> None:
    enter(asked, "Ana Ruiz", "fri 17:00")
    asked.press_in_focus(Qt.Key.Key_Escape)
    assert asked.window.on_person_page
    asked.window.commands.pages.show_first_one_on_ones()
    row = row_of(asked, "Ana Ruiz")
    assert (row.day.day(), row.time.moment()) == (TODAY.replace(day=20), time(17))
    asked.click(names.FIRST_ONE_ON_ONES_GO)
    assert planned(asked, "Ana Ruiz") == ["20 Nov 17:00"]


def test_an_hour_that_was_entered_stays_when_one_comes_back(asked: PeopleRobot) -> None:
    enter(asked, "Ana Ruiz", "fri 10:00")
    enter(asked, "Ben Okri", "fri 10:00")
    said = row_of(asked, "Ben Okri").said.text()
    asked.press_in_focus(Qt.Key.Key_Escape)
    asked.window.commands.pages.show_first_one_on_ones()
    assert row_of(asked, "Ben Okri").time.text() == "10:00"
    assert row_of(asked, "Ben Okri").said.text() == said == "Same time as the 1:1 with Ana Ruiz."
    enter(asked, "Chi Tran", "fri")  # whose hour is offered still
    assert row_of(asked, "Chi Tran").time.text() == "10:30"


def test_anyone_who_is_deleted_meanwhile_is_not_planned(asked: PeopleRobot) -> None:
    enter(asked, "Ana Ruiz", "fri")
    enter(asked, "Ben Okri", "fri")
    people.remove(asked.store, asked.person("Ben Okri").id)
    assert [row.person.name for row in page_of(asked).rows] == ["Ana Ruiz", "Chi Tran"]
    asked.click(names.FIRST_ONE_ON_ONES_GO)
    assert asked.told == "1 check-in planned"


def test_many_people_are_asked_for_some_at_a_time(team: PeopleRobot) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(MOST)])
    team.window.commands.pages.show_first_one_on_ones()
    page = page_of(team)
    assert len(page.rows) < MOST  # the others follow while one looks at these
    team.wait(lambda: len(page.rows) == MOST)
    assert page.rest.text() == "3 more to go after these."
    enter(team, "Ana Ruiz", "fri")
    team.click(names.FIRST_ONE_ON_ONES_GO)
    assert len(page_of(team).rows) == 3
    assert page_of(team).rows[0].day.hasFocus()


def test_anyone_who_is_quicker_than_the_rows_finds_all_of_them(team: PeopleRobot) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(MOST)])
    team.window.commands.pages.show_first_one_on_ones()
    page = page_of(team)
    for _ in range(MOST):
        team.press_in_focus(Qt.Key.Key_Return)
    assert len(page.rows) == MOST
    assert page.later.hasFocus()


def test_nobody_on_leave_and_nobody_with_a_check_in_is_asked_for(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ana Ruiz").id, status=PersonStatus.ON_LEAVE)
    at = datetime(2026, 11, 18, 9, 0).astimezone()
    planning.plan(team.store, team.person("Ben Okri").id, at, team.clock.now())
    team.window.commands.pages.show_first_one_on_ones()
    assert [row.person.name for row in page_of(team).rows] == ["Chi Tran"]


def test_every_field_says_what_it_is_and_whom_it_is_for(asked: PeopleRobot) -> None:
    row = row_of(asked, "Ana Ruiz")
    fields: list[QWidget] = [row.day, row.time, row.findChild(QComboBox)]
    assert [field.accessibleName() for field in fields] == [
        "Date for the next 1:1 with Ana Ruiz", "Time for the next 1:1 with Ana Ruiz",
        "How often the 1:1 with Ana Ruiz repeats",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("fri", 20, None), ("fri 14:00", 20, time(14)), ("fri 9", 20, time(9)),
        ("20 Nov 2 pm", 20, time(14)), ("20 Nov at 9", 20, time(9)), ("+1w 930", 24, time(9, 30)),
        ("2026-11-20 9.30", 20, time(9, 30)),
    ],
)  # fmt: skip
def test_a_time_may_stand_behind_the_day(words: str, day: int, clock: time | None) -> None:
    assert read_moment(words, TODAY) == (TODAY.replace(day=day), clock)


@pytest.mark.parametrize("words", ["", "14:00", "soon", "fri 25:00", "at 9", "fri soon"])
def test_what_is_no_day_is_none(words: str) -> None:
    assert read_moment(words, TODAY) == (None, None)


def test_after_adding_somebody_the_brief_is_open(team: PeopleRobot) -> None:
    team.window.open_person(team.person("Ben Okri").id, PLAN)
    team.add("Dee Moss")
    assert (team.shown, team.window.person_page.tab) == ("Dee Moss", PREPARE)
    assert team.edit.hasFocus()  # the next name can be typed


ROSTER = "Name\nAda Okonkwo\nDag Moe\n"


def bring_in(robot: PeopleRobot) -> None:
    path = robot.folder / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    robot.answers.chosen = path
    robot.act(names.IMPORT_PEOPLE)
    robot.wait(robot.find(QAbstractButton, names.IMPORT_APPLY).isEnabled)
    robot.click(names.IMPORT_APPLY)


def test_the_first_table_leads_to_the_first_one_on_ones(nobody: PeopleRobot) -> None:
    bring_in(nobody)
    assert [row.person.name for row in page_of(nobody).rows] == ["Ada Okonkwo", "Dag Moe"]
    assert not nobody.banner(names.UNPLANNED)
    nobody.click(names.FIRST_ONE_ON_ONES_LATER)
    assert (nobody.shown, nobody.window.person_page.tab) == ("Ada Okonkwo", PREPARE)


def test_a_later_table_says_one_line_that_leads_there(team: PeopleRobot) -> None:
    at = datetime(2026, 11, 18, 9, 0).astimezone()
    planning.plan(team.store, team.person("Ana Ruiz").id, at, team.clock.now())
    bring_in(team)
    assert team.banner(names.UNPLANNED) == "4 people have no 1:1 yet."
    team.click("bannerAction0")
    named = ["Ben Okri", "Chi Tran", "Ada Okonkwo", "Dag Moe"]
    assert [row.person.name for row in page_of(team).rows] == named
    assert not team.banner(names.UNPLANNED)


def test_the_line_counts_again_when_the_table_is_undone(team: PeopleRobot) -> None:
    at = datetime(2026, 11, 18, 9, 0).astimezone()
    planning.plan(team.store, team.person("Ana Ruiz").id, at, team.clock.now())
    bring_in(team)
    team.act(names.UNDO)
    assert team.banner(names.UNPLANNED) == "2 people have no 1:1 yet."
    for name in ("Ben Okri", "Chi Tran"):
        planning.plan(team.store, team.person(name).id, at, team.clock.now())
    assert not team.banner(names.UNPLANNED)


def test_nothing_is_said_after_a_table_of_people_who_are_known(team: PeopleRobot) -> None:
    people.add_many(team.store, ["Ada Okonkwo"])
    people.add_many(team.store, ["Dag Moe"])
    team.folder.joinpath("roster.csv").write_text("Name,Title\nDag Moe,Lead\n", encoding="utf-8")
    team.answers.chosen = team.folder / "roster.csv"
    team.act(names.IMPORT_PEOPLE)
    team.wait(team.find(QAbstractButton, names.IMPORT_APPLY).isEnabled)
    team.click(names.IMPORT_APPLY)
    assert not team.banner(names.UNPLANNED)
    assert team.person("Dag Moe").title == "Lead"


def test_while_the_screen_is_shared_nobody_is_asked_for(asked: PeopleRobot) -> None:
    asked.click(names.FIRST_ONE_ON_ONES_LATER)
    asked.act(names.SHARE_SAFE_MODE)
    asked.window.commands.pages.show_first_one_on_ones()
    assert asked.window.on_person_page


@pytest.mark.whole
@pytest.mark.usefixtures("large_type")
@pytest.mark.parametrize("width", [640, 1000])
def test_in_large_type_the_fields_of_a_row_have_room(stage: Stage, width: int) -> None:
    people.add_many(stage.store, ["Maximiliane-Charlotte von Hohenstaufen", "Ben Okri"])
    stage.window.resize(width, 700)
    page = stage.put(FirstOneOnOnes(stage.ctx))
    QApplication.processEvents()
    for row in page.rows:
        for field in (row.day, row.time, row.repeat):
            right = field.mapTo(page, field.rect().topRight())
            assert right.x() < page.width()
            assert field.width() >= field.minimumSizeHint().width()
    first, second = page.rows
    assert first.day.mapTo(page, QPoint()).x() == second.day.mapTo(page, QPoint()).x()
    assert (first.day.mapTo(page, QPoint()).x() < 40) is (width == 640)
