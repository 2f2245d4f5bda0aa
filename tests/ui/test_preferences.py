"""What the user may choose: working days, days off, the rhythm of new people, the temperature."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget

from careerdesk.ui.base import names
from careerdesk.ui.base.sensed import sensed_on
from careerdesk.ui.base.work_week import Span, days_off, my_week
from careerdesk.ui.shell.preferences import Preferences
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.day_spans import read_span
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.weekdays import Weekdays
from tests.builders import TODAY
from tests.robots.stage import Stage
from tests.robots.window import PeopleRobot

CHRISTMAS = Span(date(2026, 12, 24), date(2027, 1, 1))


@pytest.fixture
def page(team: PeopleRobot) -> PeopleRobot:
    """The preferences, open."""
    team.act(names.PREFERENCES)
    return team


def add_days(robot: PeopleRobot, words: str) -> QLineEdit:
    line = robot.find(QLineEdit, "daysOffEdit")
    robot.type(line, words)
    robot.press(line, Qt.Key.Key_Return)
    return line


def listed(robot: PeopleRobot) -> list[str]:
    model = robot.find(QListView, "daysOffList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_my_working_days_hold_at_the_next_start(page: PeopleRobot) -> None:
    days = page.find(Weekdays, "workDays")
    page.qtbot.mouseClick(days.button(4), Qt.MouseButton.LeftButton)
    page.qtbot.mouseClick(days.button(5), Qt.MouseButton.LeftButton)
    assert my_week(page.window.ctx.settings).days == 0b0101111
    page.restart()
    page.act(names.PREFERENCES)
    assert page.find(Weekdays, "workDays").days() == 0b0101111


def test_one_working_day_stays(page: PeopleRobot) -> None:
    days = page.find(Weekdays, "workDays")
    for day in range(5):
        page.qtbot.mouseClick(days.button(day), Qt.MouseButton.LeftButton)
    assert days.days() == my_week(page.window.ctx.settings).days == 0b0010000


def test_days_off_are_typed_listed_and_taken_away(page: PeopleRobot) -> None:
    line = add_days(page, "24 Dec to 1 Jan")
    assert line.text() == ""
    add_days(page, "30 Nov")
    assert listed(page) == ["30 November 2026", "24 December 2026 to 1 January 2027"]
    assert my_week(page.window.ctx.settings).is_free(date(2026, 12, 31))
    page.restart()
    page.act(names.PREFERENCES)
    rows = page.find(QListView, "daysOffList")
    page.go_to(rows, 0)
    page.press(rows, Qt.Key.Key_Delete)
    assert days_off(page.window.ctx.settings) == [CHRISTMAS]
    assert rows.currentIndex().row() == 0
    page.press(rows, Qt.Key.Key_Return)
    assert days_off(page.window.ctx.settings) == []
    assert not rows.isVisible()
    line = page.find(QLineEdit, "daysOffEdit")
    assert line.hasFocus()
    page.press(line, Qt.Key.Key_Return)  # what was taken away last but one is there again
    assert listed(page) == ["30 November 2026"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("soon", "isn't a date or a range"),
        ("1 Jan 2027 to 24 Dec 2026", "isn't a date or a range"),
        ("1 Oct to 2 Oct", "have passed"), ("24 Dec to 1 Jan", "already in the list"),
        ("24 Dec 2990", "year"),
    ],
)  # fmt: skip
def test_days_that_cannot_be_off_are_refused_and_stay(
    page: PeopleRobot, words: str, why: str
) -> None:
    add_days(page, "24 Dec to 1 Jan")
    line = add_days(page, words)
    assert why in line.accessibleDescription()
    assert line.text() == words
    assert days_off(page.window.ctx.settings) == [CHRISTMAS]
    page.press(line, Qt.Key.Key_Escape)
    assert line.text() == line.accessibleDescription() == ""
    assert line.isVisible()


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("24 Dec", (12, 24), (12, 24)), ("tomorrow", (11, 18), (11, 18)),
        ("24 Dec - 27 Dec", (12, 24), (12, 27)), ("24\u201327 Dec", (12, 24), (12, 27)),
        ("24. - 27.12.", (12, 24), (12, 27)), ("2026-12-24 to 2026-12-27", (12, 24), (12, 27)),
        ("2026-12-24..2026-12-27", (12, 24), (12, 27)), ("24 dec until fri", (12, 24), (12, 25)),
        ("Mon to Fri", (11, 23), (11, 27)), ("fri \u2013 mon", (11, 20), (11, 23)),
        ("Dec 24-27", (12, 24), (12, 27)), ("December 24 to 27", (12, 24), (12, 27)),
        ("Dec 27 to 24", None, None), ("27 to 24 Dec", None, None),
        ("27 Dec to 27 Dec", (12, 27), (12, 27)), ("to 24 Dec", None, None),
        ("24 Dec to", None, None), ("", None, None), ("40-41 Dec", None, None),
        ("Dec 24\u201327", (12, 24), (12, 27)), ("Dec 24 to 27", (12, 24), (12, 27)),
        ("24 Dec to 20", None, None), ("Dec 24 to 41", None, None), ("24 to 27", None, None),
    ],
)  # fmt: skip
def test_a_span_is_read_as_it_is_written(
    words: str, first: tuple[int, int] | None, last: tuple[int, int] | None
) -> None:
    wanted = Span(date(2026, *first), date(2026, *last)) if first and last else None
    assert read_span(words, TODAY) == wanted


def test_a_span_may_end_in_the_next_year() -> None:
    assert read_span("24 Dec to 1 Jan", TODAY) == CHRISTMAS
    assert read_span("24 Dec to 1 Jan", date(2026, 1, 10)) == CHRISTMAS


@pytest.mark.parametrize(("field", "number"), [("cadence_days", 7), ("career_weeks", 8)])
def test_new_people_have_the_rhythm_that_was_chosen(
    page: PeopleRobot, field: str, number: int
) -> None:
    box = page.find(NumberField, f"new.{field}")
    page.type(box, str(number))
    page.press(box, Qt.Key.Key_Return)
    page.type(box, "0")
    page.press(box, Qt.Key.Key_Return)
    assert box.accessibleDescription().startswith("Choose between 1 and ")
    page.restart()
    page.add("Dee Moss")
    assert getattr(page.person("Dee Moss"), field) == number
    assert getattr(page.person("Ana Ruiz"), field) != number


def test_the_number_of_what_was_sensed_is_chosen(page: PeopleRobot) -> None:
    box = page.find(QAbstractButton, "sensedBox")
    assert not box.isChecked()
    page.click("sensedBox")
    assert sensed_on(page.window.ctx)
    page.restart()
    page.act(names.PREFERENCES)
    assert page.find(QAbstractButton, "sensedBox").isChecked()
    page.click("sensedBox")
    assert not sensed_on(page.window.ctx)


def open_at(robot: PeopleRobot, width: int) -> QWidget:
    robot.window.resize(width, 700)
    robot.act(names.PREFERENCES)
    QApplication.processEvents()
    return robot.find(QWidget, "preferencesPage")


def named(page: QWidget, words: str) -> QLabel:
    return next(label for label in page.findChildren(QLabel) if label.text() == words)


@pytest.mark.usefixtures("large_type")
def test_in_large_type_names_stand_level_with_their_fields(team: PeopleRobot) -> None:
    page = open_at(team, 1280)
    for words, field in (
        ("Appearance", team.find(DropDown, "lookChooser")),
        ("Remind me before a check-in", team.find(DropDown, "reminderChooser")),
        ("My days off", team.find(QLineEdit, "daysOffEdit")),
        ("Temperature", team.find(TickBox, "sensedBox")),
    ):
        name = named(page, words)
        middles = [one.mapTo(page, one.rect().center()).y() for one in (name, field)]
        assert abs(middles[0] - middles[1]) <= 2, (words, middles)


@pytest.mark.usefixtures("large_type")
def test_in_large_type_nothing_reaches_beyond_a_narrow_page(stage: Stage) -> None:
    page = stage.put(Preferences(stage.ctx))
    area = page.findChild(Scrolled)
    assert isinstance(area, Scrolled)
    name = named(page, "Temperature")
    for width in (660, 900, 660):
        stage.window.resize(width, 700)
        stage.qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
        assert page.sensed.width() >= page.sensed.sizeHint().width()
        left = page.sensed.mapTo(page, QPoint()).x()
        assert (name.mapTo(page, name.rect().topRight()).x() < left) is (width == 900)
