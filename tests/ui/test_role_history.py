"""The panel of a person: corrections ask nothing, and a step of the history is one day away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from careerdesk.services import people, roles
from careerdesk.ui.base import names
from careerdesk.ui.people.person_panel import PersonPanel
from careerdesk.ui.people.role_history import (
    ADD_ROLE,
    REMOVE_ROLE,
    ROLE_FORM,
    ROLE_LEVEL,
    ROLE_LIST,
    ROLE_TITLE,
    ROLE_UNTIL,
    ROLES,
)
from careerdesk.ui.people.since_offer import NEW_SINCE, SINCE_DAY
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.widgets.banner import Banner
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.fitted_list import FittedList
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot


@pytest.fixture
def desk(team: PeopleRobot) -> PeopleRobot:
    """Ana is an engineer on level four."""
    ana = team.person("Ana Ruiz")
    people.change(team.store, ana.id, title="Engineer", level="L4", start_date=date(2020, 3, 1))
    return team


@pytest.fixture
def panel(desk: PeopleRobot) -> PeopleRobot:
    """Her details are open."""
    desk.act(EDIT_PERSON)
    return desk


def there(robot: PeopleRobot, name: str) -> bool:
    """Whether something of the panel is seen."""
    panel = robot.find(PersonPanel, names.PERSON_PANEL)
    found = panel.findChild(QWidget, name)
    return found is not None and found.isVisibleTo(panel)


def retype(robot: PeopleRobot, name: str, words: str) -> None:
    robot.type(robot.find(QLineEdit, name), words)
    robot.window.ctx.autosaver.flush()


def enter_day(robot: PeopleRobot, name: str, words: str) -> None:
    field = robot.find(DateField, name)
    robot.type(field, words)
    robot.press(field, Qt.Key.Key_Return)


def said(robot: PeopleRobot) -> list[str]:
    """The history, the newest first."""
    return [
        f"{role.words} until {role.last_day}" if role.last_day else role.words
        for role in roles.history(robot.store, robot.person("Ana Ruiz").id)
    ]


def rows(robot: PeopleRobot) -> list[str]:
    model = robot.find(FittedList, ROLE_LIST).model()
    return [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]


def test_a_typo_is_corrected_without_a_question(panel: PeopleRobot) -> None:
    assert not there(panel, ROLES)
    assert not there(panel, NEW_SINCE)
    retype(panel, "person.title", "Software Engineer")
    assert said(panel) == ["Software Engineer, L4"]
    panel.act(EDIT_PERSON)
    panel.act(EDIT_PERSON)
    assert not there(panel, NEW_SINCE)


def test_a_change_becomes_a_step_of_the_history_by_a_day(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    assert panel.find(LookButton, NEW_SINCE).accessibleDescription() == (
        "Keep Engineer, L4 as the previous role"
    )
    panel.click(NEW_SINCE)
    assert panel.find(DateField, SINCE_DAY).hasFocus()
    enter_day(panel, SINCE_DAY, "2026-11-01")
    assert said(panel) == ["Engineer, L5", "Engineer, L4 until 2026-10-31"]
    assert panel.told.startswith("Engineer, L4 until 31 Oct 2026")
    assert not there(panel, NEW_SINCE)
    assert not there(panel, SINCE_DAY)
    assert panel.find(LookButton, ROLES).accessibleName() == "Engineer, L4 until 31 Oct 2026"
    panel.act(names.UNDO)
    assert said(panel) == ["Engineer, L5"]
    assert not there(panel, ROLES)
    panel.act(names.UNDO)
    assert said(panel) == ["Engineer, L4"]


def test_it_is_offered_no_longer_once_the_old_words_are_back(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    assert there(panel, NEW_SINCE)
    retype(panel, "person.level", "L4")
    assert not there(panel, NEW_SINCE)
    retype(panel, "person.level", "L5")
    panel.act(names.UNDO)
    assert not there(panel, NEW_SINCE)


def test_the_first_words_and_those_of_others_are_no_step(panel: PeopleRobot) -> None:
    ana = panel.person("Ana Ruiz").id
    people.change(panel.store, ana, title="Lead")
    assert not there(panel, NEW_SINCE)
    people.change(panel.store, ana, title="", level="")
    panel.act(EDIT_PERSON)
    panel.act(EDIT_PERSON)
    retype(panel, "person.title", "Engineer")
    assert not there(panel, NEW_SINCE)


def test_escape_leaves_the_day_and_then_the_panel(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    panel.press(panel.find(DateField, SINCE_DAY), Qt.Key.Key_Escape)
    assert panel.find(LookButton, NEW_SINCE).hasFocus()
    assert not there(panel, SINCE_DAY)
    assert said(panel) == ["Engineer, L5"]
    panel.press(panel.find(LookButton, NEW_SINCE), Qt.Key.Key_Escape)
    assert not panel.window.findChildren(PersonPanel)


def test_a_day_that_cannot_be_is_refused_beside_it(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    enter_day(panel, SINCE_DAY, "2019-01-01")
    assert "started on 1 March 2020" in panel.find(QLabel, f"{SINCE_DAY}Note").text()
    assert said(panel) == ["Engineer, L5"]
    enter_day(panel, SINCE_DAY, "2027-01-01")
    assert said(panel) == ["Engineer, L5", "Engineer, L4 until 2026-12-31"]


@pytest.mark.parametrize("way", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_day_is_stepped_to_before_it_counts(panel: PeopleRobot, way: Qt.Key) -> None:
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    field = panel.find(DateField, SINCE_DAY)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown):
        panel.press(field, key)
        assert there(panel, SINCE_DAY)
        assert said(panel) == ["Engineer, L5"]
    panel.press(field, way)
    day = TODAY - timedelta(days=13)
    assert said(panel) == ["Engineer, L5", f"Engineer, L4 until {day - timedelta(days=1)}"]
    assert not there(panel, SINCE_DAY)


def test_a_day_of_a_role_is_one_that_is_over(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    enter_day(panel, SINCE_DAY, "24 dec")
    assert said(panel)[-1] == "Engineer, L4 until 2025-12-23"
    promoted = panel.find(DateField, "person.last_promotion")
    promoted.setText("24 dec")
    promoted.setModified(True)
    assert promoted.take()
    assert promoted.day() == date(2025, 12, 24)


def test_a_day_stepped_to_that_cannot_be_is_refused_beside_it(panel: PeopleRobot) -> None:
    ana = panel.person("Ana Ruiz").id
    people.change(panel.store, ana, start_date=TODAY)
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    field = panel.find(DateField, SINCE_DAY)
    panel.press(field, Qt.Key.Key_Down)
    panel.press(field, Qt.Key.Key_Return)
    assert "started on" in panel.find(QLabel, f"{SINCE_DAY}Note").text()
    assert not panel.window.findChildren(Banner)
    assert said(panel) == ["Engineer, L5"]
    panel.press(field, Qt.Key.Key_PageUp)
    panel.press(field, Qt.Key.Key_Return)
    assert len(said(panel)) == 2


def test_a_day_stepped_to_is_dropped_by_escape(panel: PeopleRobot) -> None:
    retype(panel, "person.level", "L5")
    panel.click(NEW_SINCE)
    field = panel.find(DateField, SINCE_DAY)
    panel.press(field, Qt.Key.Key_Up)
    panel.press(field, Qt.Key.Key_Escape)
    assert said(panel) == ["Engineer, L5"]
    assert panel.find(LookButton, NEW_SINCE).hasFocus()


def test_until_a_coming_day_the_header_says_what_still_holds(panel: PeopleRobot) -> None:
    retype(panel, "person.title", "Lead")
    panel.click(NEW_SINCE)
    enter_day(panel, SINCE_DAY, "2026-11-19")
    header = panel.find(QLabel, names.PERSON_FACTS)
    assert header.text().startswith("Engineer")
    panel.let_days_pass(1)
    assert header.text().startswith("Engineer")
    panel.let_days_pass(1)
    assert header.text().startswith("Lead")


def past(desk: PeopleRobot) -> None:
    """Two earlier entries."""
    ana = desk.person("Ana Ruiz").id
    roles.add(desk.store, ana, date(2024, 1, 1), TODAY, title="Engineer", level="L3")
    roles.add(desk.store, ana, date(2022, 1, 1), TODAY, title="Trainee")


def test_the_history_is_one_line_until_it_is_wanted(desk: PeopleRobot) -> None:
    past(desk)
    desk.act(EDIT_PERSON)
    line = desk.find(LookButton, ROLES)
    assert line.accessibleName() == "Engineer, L3 until 31 Dec 2023, plus 1 earlier"
    assert not there(desk, ROLE_LIST)
    line.setFocus()
    desk.press(line, Qt.Key.Key_Return)
    assert rows(desk) == [
        "Engineer, L3, until 31 Dec 2023, Edit", "Trainee, until 31 Dec 2021, Edit",
    ]  # fmt: skip
    desk.press(line, Qt.Key.Key_Space)
    assert not there(desk, ROLE_LIST)


def open_row(desk: PeopleRobot, row: int) -> FittedList:
    past(desk)
    desk.act(EDIT_PERSON)
    desk.click(ROLES)
    found = desk.find(FittedList, ROLE_LIST)
    found.setFocus()
    found.setCurrentIndex(found.model().index(row, 0))
    return found


def test_words_and_day_are_corrected_by_keys(desk: PeopleRobot) -> None:
    desk.press(open_row(desk, 1), Qt.Key.Key_Return)
    assert desk.find(QLineEdit, ROLE_TITLE).hasFocus()
    desk.type(desk.find(QLineEdit, ROLE_TITLE), "Apprentice")
    desk.type(desk.find(QLineEdit, ROLE_LEVEL), "L1")
    enter_day(desk, ROLE_UNTIL, "2022-06-30")
    assert said(desk)[2] == "Apprentice, L1 until 2022-06-30"
    assert not there(desk, ROLE_FORM)
    assert desk.find(FittedList, ROLE_LIST).hasFocus()
    desk.act(names.UNDO)
    assert said(desk)[2] == "Trainee until 2021-12-31"
    assert "Trainee" in rows(desk)[1]


def test_an_entry_cannot_lose_both_words(desk: PeopleRobot) -> None:
    desk.press(open_row(desk, 0), Qt.Key.Key_Return)
    for name in (ROLE_TITLE, ROLE_LEVEL):
        desk.find(QLineEdit, name).selectAll()
        desk.press(desk.find(QLineEdit, name), Qt.Key.Key_Backspace)
    desk.press(desk.find(QLineEdit, ROLE_LEVEL), Qt.Key.Key_Return)
    assert said(desk)[1] == "Engineer, L3 until 2023-12-31"
    assert there(desk, ROLE_FORM)
    assert desk.banner() == "Enter the title or level first."
    desk.type(desk.find(QLineEdit, ROLE_LEVEL), "L3")
    desk.press(desk.find(QLineEdit, ROLE_LEVEL), Qt.Key.Key_Return)
    assert said(desk)[1] == "L3 until 2023-12-31"


def test_a_day_of_another_entry_is_refused_and_what_is_typed_stays(desk: PeopleRobot) -> None:
    desk.press(open_row(desk, 1), Qt.Key.Key_Return)
    desk.type(desk.find(QLineEdit, ROLE_TITLE), "Apprentice")
    enter_day(desk, ROLE_UNTIL, "2023-12-31")
    assert "already has an entry" in desk.find(QLabel, f"{ROLE_UNTIL}Note").text()
    assert desk.find(QLineEdit, ROLE_TITLE).text() == "Apprentice"
    assert said(desk)[2] == "Trainee until 2021-12-31"


@pytest.mark.parametrize("way", ["key", "button"])
def test_an_entry_is_deleted_with_a_way_back(desk: PeopleRobot, way: str) -> None:
    found = open_row(desk, 0)
    if way == "key":
        desk.press(found, Qt.Key.Key_Delete)
    else:
        desk.press(found, Qt.Key.Key_Return)
        desk.click(REMOVE_ROLE)
    assert said(desk) == ["Engineer, L4", "Trainee until 2021-12-31"]
    assert "deleted" in desk.told
    desk.act(names.UNDO)
    assert len(rows(desk)) == 2


def test_the_keyboard_stays_with_the_history_where_an_undo_takes_what_is_edited(
    desk: PeopleRobot,
) -> None:
    listed = open_row(desk, 1)  # which was added last
    desk.press(listed, Qt.Key.Key_Return)
    assert desk.find(QLineEdit, ROLE_TITLE).hasFocus()
    desk.act(names.UNDO)
    assert not there(desk, ROLE_FORM) and listed.hasFocus()
    desk.press(listed, Qt.Key.Key_Return)
    desk.act(names.UNDO)
    assert not there(desk, ROLE_FORM) and desk.find(LookButton, ADD_ROLE).hasFocus()


def test_something_earlier_is_added_after_more(panel: PeopleRobot) -> None:
    assert not there(panel, ADD_ROLE)
    panel.click(names.PERSON_MORE)
    panel.click(ADD_ROLE)
    panel.type(panel.find(QLineEdit, ROLE_LEVEL), "L3")
    panel.press(panel.find(QLineEdit, ROLE_LEVEL), Qt.Key.Key_Return)
    assert "last day" in panel.find(QLabel, f"{ROLE_UNTIL}Note").text()
    enter_day(panel, ROLE_UNTIL, "2023-12-31")
    assert said(panel) == ["Engineer, L4", "L3 until 2023-12-31"]
    assert rows(panel) == ["L3, until 31 Dec 2023, Edit"]


def test_what_is_half_typed_waits_for_the_next_time(panel: PeopleRobot) -> None:
    panel.click(names.PERSON_MORE)
    panel.click(ADD_ROLE)
    panel.type(panel.find(QLineEdit, ROLE_TITLE), "Trainee")
    panel.choose("Ben Okri")
    panel.choose("Ana Ruiz")
    panel.act(EDIT_PERSON)
    assert panel.find(QLineEdit, ROLE_TITLE).text() == "Trainee"
    panel.click("roleCancel")
    assert not there(panel, ROLE_FORM)


def test_each_control_has_a_name(desk: PeopleRobot) -> None:
    open_row(desk, 0)
    desk.click(ADD_ROLE)
    retype(desk, "person.level", "L5")
    panel = desk.find(PersonPanel, names.PERSON_PANEL)
    for widget in (panel.roles, panel.since):
        for kind in (QLineEdit, LookButton, FittedList):
            for one in widget.findChildren(kind):
                assert one.accessibleName(), one.objectName()
