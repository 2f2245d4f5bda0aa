"""Everything noted about a person is edited in place, and the first start leads on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from careerdesk.domain.records import PersonStatus, Relation
from careerdesk.domain.rhythm import Rhythm
from careerdesk.services import people
from careerdesk.ui.base import names, new_people, work_week
from careerdesk.ui.people import person_fields
from careerdesk.ui.people.first_start import WayCard
from careerdesk.ui.people.person_header import facts_line
from careerdesk.ui.people.person_panel import PersonPanel
from careerdesk.ui.shell.actions import DELETE_PERSON, EDIT_PERSON
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.typed_field import TypedField
from careerdesk.ui.widgets.weekdays import Weekdays
from tests.robots.stage import TODAY, StoppedClock
from tests.robots.window import PeopleRobot


@pytest.fixture
def panel(team: PeopleRobot) -> PeopleRobot:
    """The details of Ana, open, with all of their fields."""
    team.act(EDIT_PERSON)
    team.click(names.PERSON_MORE)
    return team


LINES = [
    "preferred_name", "pronouns", "title", "level", "team", "email", "external_id", "place",
    "time_zone", "given_name", "family_name",
]  # fmt: skip


@pytest.mark.parametrize("field", LINES)
def test_each_line_is_kept_to_the_letter(panel: PeopleRobot, field: str) -> None:
    ana = panel.person("Ana Ruiz")
    panel.type(panel.find(QLineEdit, f"person.{field}"), "<i>%s</i> & {x} é")
    assert panel.window.ctx.autosaver.flush()
    assert getattr(people.get(panel.store, ana.id), field) == "<i>%s</i> & {x} é"
    panel.act(names.UNDO)
    assert people.get(panel.store, ana.id) == ana


def test_a_new_name_is_seen_everywhere(panel: PeopleRobot) -> None:
    panel.type(panel.find(QLineEdit, "person.family_name"), "Ruiz-Gómez")
    panel.window.ctx.autosaver.flush()
    assert panel.shown == "Ana Ruiz-Gómez"
    assert panel.names()[0] == "Ana Ruiz-Gómez"


def test_a_name_cannot_be_emptied_and_the_text_stays(panel: PeopleRobot) -> None:
    for field in ("given_name", "family_name"):
        line = panel.find(QLineEdit, f"person.{field}")
        line.setFocus()
        line.selectAll()
        panel.press(line, Qt.Key.Key_Delete)
    assert panel.window.ctx.autosaver.flush()  # all that can be stored is
    assert panel.store.undo_name == "Edit person"  # the given name alone could go
    family = panel.find(QLineEdit, "person.family_name")
    assert family.text() == ""
    assert "name" in family.accessibleDescription()
    assert panel.find(QLabel, "person.family_nameNote").isVisible()
    panel.type(family, "Ruiz")
    assert panel.window.ctx.autosaver.flush()
    assert family.accessibleDescription() == ""
    assert people.everyone(panel.store)[0].given_name == ""


def test_days_numbers_and_choices_are_kept_at_once(panel: PeopleRobot) -> None:
    ana = panel.person("Ana Ruiz")
    field = panel.find(DateField, "person.start_date")
    panel.type(field, "2020-02-29")
    panel.press(field, Qt.Key.Key_Return)
    enter(panel, "person.cadence_days", "7")
    choose_status(panel, PersonStatus.ON_LEAVE)
    relation = panel.find(DropDown, "person.relation")
    relation.set_value(Relation.SKIP_LEVEL)
    relation.activated.emit(relation.currentIndex())
    kept = people.get(panel.store, ana.id)
    assert kept.start_date == date(2020, 2, 29)
    assert kept.cadence_days == 7
    assert (kept.status, kept.relation) == (PersonStatus.ON_LEAVE, Relation.SKIP_LEVEL)


def enter(robot: PeopleRobot, handle: str, words: str) -> TypedField:
    """Type something into a field and press Enter."""
    field = robot.find(TypedField, handle)
    robot.type(field, words)
    robot.press(field, Qt.Key.Key_Return)
    return field


def choose_status(robot: PeopleRobot, status: PersonStatus) -> None:
    choice = robot.find(DropDown, "person.status")
    choice.set_value(status)
    choice.activated.emit(choice.currentIndex())


def seen(robot: PeopleRobot) -> set[str]:
    """The fields that are shown, by what is stored of them."""
    panel = robot.find(PersonPanel, names.PERSON_PANEL)
    order = person_fields.order()
    fields = [panel.findChild(QWidget, f"person.{key}") for key in order]
    return {key for key, one in zip(order, fields, strict=True) if one and one.isVisible()}


NEW = {"given_name", "family_name", "pronouns", "title", "cadence_days"}


def test_a_new_person_has_five_fields_and_more_shows_the_rest(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    assert seen(team) == NEW
    more = team.find(QAbstractButton, names.PERSON_MORE)
    more.setFocus()
    team.press(more, Qt.Key.Key_Return)
    assert seen(team) == set(person_fields.order()) - {"leave_from", "leave_until"}
    assert team.find(QLineEdit, "person.preferred_name").hasFocus()
    assert not more.isVisible()


def test_what_is_filled_is_always_shown_and_stays_when_it_is_emptied(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    people.change(
        team.store, ana, team="Ingest", career_weeks=8, relation=Relation.OTHER,
        last_promotion=date(2024, 2, 1), work_days=0b111, feedback_style="In writing",
    )  # fmt: skip
    team.act(EDIT_PERSON)
    filled = {"team", "career_weeks", "relation", "last_promotion", "work_days", "feedback_style"}
    assert seen(team) == NEW | filled
    people.change(team.store, ana, team="", email="ana@example.org")
    assert seen(team) == NEW | filled | {"email"}


def test_the_rhythm_of_new_people_counts_as_no_field_that_is_filled(team: PeopleRobot) -> None:
    new_people.keep_rhythm(team.window.ctx.settings, Rhythm(cadence_days=7, career_weeks=8))
    team.add("Dee Moss")
    team.window.ctx.autosaver.flush()
    team.act(EDIT_PERSON)
    assert seen(team) == NEW
    assert team.find(TypedField, "person.cadence_days").text() == "7"
    assert team.person("Dee Moss").career_weeks == 8


@pytest.mark.parametrize("field", ["cadence_days", "longest_gap_days", "career_weeks"])
@pytest.mark.parametrize("words", ["0", "", "-3", "366", "often"])
def test_no_rhythm_is_refused_with_what_to_do_instead(
    panel: PeopleRobot, field: str, words: str
) -> None:
    ana = panel.person("Ana Ruiz")
    typed = enter(panel, f"person.{field}", words or " ")
    assert typed.accessibleDescription().startswith("Choose between 1 and ")
    assert panel.find(QLabel, f"person.{field}Note").isVisible()
    assert panel.person("Ana Ruiz") == ana
    panel.press(typed, Qt.Key.Key_Escape)
    assert typed.text() == str(getattr(ana, field))


def test_a_rhythm_of_their_own_is_kept(panel: PeopleRobot) -> None:
    enter(panel, "person.longest_gap_days", "21")
    enter(panel, "person.career_weeks", "8")
    enter(panel, "person.career_quiet_until", "+3m")
    ana = panel.person("Ana Ruiz")
    assert (ana.longest_gap_days, ana.career_weeks) == (21, 8)
    assert ana.career_quiet_until == date(2027, 2, 17)
    panel.act(names.UNDO)
    assert panel.person("Ana Ruiz").career_quiet_until is None
    assert panel.find(TypedField, "person.career_quiet_until").text() == ""


def test_days_of_their_own_are_ticked_by_keys_and_mine_are_taken_again(panel: PeopleRobot) -> None:
    days = panel.find(Weekdays, "person.work_days")
    assert days.days() == 0b0011111
    days.button(0).setFocus()
    for day in range(4):
        assert days.button(day).hasFocus()
        panel.press_in_focus(Qt.Key.Key_Right)
    panel.press_in_focus(Qt.Key.Key_Space)
    assert panel.person("Ana Ruiz").work_days == 0b0001111
    panel.press_in_focus(Qt.Key.Key_Space)
    assert panel.person("Ana Ruiz").work_days == 0  # as mine, and so when mine change
    work_week.keep_working_days(panel.window.ctx.settings, 0b0000111)
    people.change(panel.store, panel.person("Ana Ruiz").id, title="Lead")
    assert days.days() == 0b0000111


def test_anyone_who_has_a_first_day_to_come_starts_later(panel: PeopleRobot) -> None:
    enter(panel, "person.start_date", "+2w")
    assert panel.person("Ana Ruiz").status is PersonStatus.FUTURE
    panel.act(names.UNDO)
    assert panel.person("Ana Ruiz").status is PersonStatus.ACTIVE
    enter(panel, "person.start_date", "2 Nov")
    assert panel.person("Ana Ruiz").status is PersonStatus.ACTIVE


def test_anyone_who_has_started_is_at_work_without_a_click(panel: PeopleRobot) -> None:
    enter(panel, "person.start_date", "19 Nov")
    status = panel.find(DropDown, "person.status")
    assert status.value() is PersonStatus.FUTURE
    panel.let_days_pass(2)
    assert status.value() is PersonStatus.ACTIVE


def test_a_leave_begins_today_and_shows_its_days(panel: PeopleRobot) -> None:
    choose_status(panel, PersonStatus.ON_LEAVE)
    assert {"leave_from", "leave_until"} <= seen(panel)
    assert panel.find(DateField, "person.leave_from").day() == TODAY
    enter(panel, "person.leave_until", "+2w")
    ana = panel.person("Ana Ruiz")
    assert (ana.leave_from, ana.leave_until) == (TODAY, date(2026, 12, 1))


@pytest.mark.parametrize(("field", "day"), [("leave_until", "16 Nov"), ("leave_from", "2 Dec")])
def test_a_leave_that_ends_before_it_begins_is_refused_in_place(
    panel: PeopleRobot, field: str, day: str
) -> None:
    choose_status(panel, PersonStatus.ON_LEAVE)
    enter(panel, "person.leave_until", "1 Dec")
    ana = panel.person("Ana Ruiz")
    typed = enter(panel, f"person.{field}", day)
    assert "so it can't end before then" in typed.accessibleDescription()
    assert typed.text() == day
    assert panel.person("Ana Ruiz") == ana
    assert not panel.banner()


def test_anyone_who_is_at_work_again_keeps_the_days_of_the_leave(panel: PeopleRobot) -> None:
    ana = panel.person("Ana Ruiz").id
    away = {"leave_from": date(2026, 10, 1), "leave_until": date(2026, 12, 1)}
    people.change(panel.store, ana, status=PersonStatus.ON_LEAVE, **away)
    choose_status(panel, PersonStatus.ACTIVE)
    back = panel.person("Ana Ruiz")
    assert (back.leave_from, back.leave_until) == (date(2026, 10, 1), date(2026, 11, 16))
    assert panel.find(DateField, "person.leave_until").day() == date(2026, 11, 16)
    panel.act(names.UNDO)
    assert panel.person("Ana Ruiz").leave_until == date(2026, 12, 1)


def test_a_day_of_a_second_leave_begins_it(panel: PeopleRobot) -> None:
    ana = panel.person("Ana Ruiz").id
    earlier = {"leave_from": date(2026, 3, 1), "leave_until": date(2026, 4, 1)}
    people.change(panel.store, ana, **earlier)
    enter(panel, "person.leave_from", "30 Nov")
    again = panel.person("Ana Ruiz")
    assert (again.status, again.leave_from) == (PersonStatus.ON_LEAVE, date(2026, 11, 30))
    assert again.leave_until is None
    assert panel.find(DateField, "person.leave_until").text() == ""


def test_a_day_that_is_none_is_refused_in_place(panel: PeopleRobot) -> None:
    field = panel.find(DateField, "person.start_date")
    panel.type(field, "30.2.2020")
    panel.press(field, Qt.Key.Key_Return)
    assert field.text() == "30.2.2020"
    assert "isn't a date" in field.accessibleDescription()
    assert panel.person("Ana Ruiz").start_date is None


def test_what_changes_elsewhere_is_seen_in_the_panel(panel: PeopleRobot) -> None:
    people.change(panel.store, panel.person("Ana Ruiz").id, title="Lead", recognition="In writing")
    assert panel.find(QLineEdit, "person.title").text() == "Lead"
    assert panel.find(QPlainTextEdit, "person.recognition").toPlainText() == "In writing"


@pytest.mark.parametrize("way", ["escape", "button", "person", "deleted"])
def test_the_panel_goes(panel: PeopleRobot, way: str) -> None:
    if way == "escape":
        panel.press_in_focus(Qt.Key.Key_Escape)
    elif way == "button":
        panel.click(names.PERSON_PANEL_CLOSE)
    elif way == "person":
        panel.choose("Ben Okri")
    else:
        panel.act(DELETE_PERSON)
    assert panel.window.findChild(PersonPanel) is None


def test_the_panel_edits_whom_it_shows_after_another_was_chosen(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(EDIT_PERSON)
    team.type(team.find(QLineEdit, "person.title"), "Analyst")
    team.window.ctx.autosaver.flush()
    assert team.person("Ben Okri").title == "Analyst"
    assert team.person("Ana Ruiz").title == ""


def test_the_facts_say_what_is_known_and_no_longer(team: PeopleRobot) -> None:
    now = StoppedClock().now()
    ana = team.person("Ana Ruiz")
    assert facts_line(ana, now) == ""
    people.change(
        team.store, ana.id, title="Engineer", level="Level 4", place="Lisbon",
        time_zone="Europe/Lisbon",
    )  # fmt: skip
    assert (
        facts_line(team.person("Ana Ruiz"), now) == "Engineer · Level 4 · Lisbon, 14:02 local time"
    )
    for zone in ("Nowhere/Land", "../../etc/passwd", "x" * 400):
        people.change(team.store, ana.id, time_zone=zone)
        assert facts_line(team.person("Ana Ruiz"), now).endswith("Lisbon")


def test_the_time_where_somebody_is_goes_on_while_they_are_shown(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    people.change(team.store, ana, place="Tokyo", time_zone="Asia/Tokyo")
    team.choose("Ana Ruiz")
    header = team.window.person_page.header
    assert header.facts.text() == "Tokyo, 23:02 local time"
    team.clock.go_on(minutes=28)
    [ticks] = [timer for timer in header.findChildren(QTimer) if timer.isActive()]
    ticks.timeout.emit()
    assert header.facts.text() == "Tokyo, 23:30 local time"
    team.act(names.GO_TODAY)
    assert not ticks.isActive()
    team.clock.go_on(minutes=5)
    team.act(names.GO_PLAN)
    assert header.facts.text() == "Tokyo, 23:35 local time" and ticks.isActive()
    team.choose("Ben Okri")
    assert not ticks.isActive()


def test_the_first_start_offers_three_ways(nobody: PeopleRobot) -> None:
    page = nobody.window.content.currentWidget()
    assert page.objectName() == names.FIRST_START
    assert len(page.findChildren(WayCard)) == 2
    assert not nobody.window.rail.isVisible()
    with nobody.qtbot.waitSignal(nobody.window.demo_wanted):
        nobody.click("firstDemo")


def test_a_name_that_cannot_be_stays_in_the_first_field(nobody: PeopleRobot) -> None:
    field = nobody.find(QLineEdit, "firstNameEdit")
    field.setText("x" * 300)
    nobody.press(field, Qt.Key.Key_Return)
    assert nobody.banner()
    assert field.text() == "x" * 300
    assert nobody.stored() == []


def test_the_button_begins_with_the_first_one_added(nobody: PeopleRobot) -> None:
    field = nobody.find(QLineEdit, "firstNameEdit")
    for name in ("Ana", "Ben"):
        nobody.type(field, name)
        nobody.click("firstNameAdd")
    nobody.click("firstBegin")
    assert nobody.shown == "Ana"
    assert nobody.window.rail.isVisible()


def test_beginning_with_someone_taken_back_shows_who_is_there(nobody: PeopleRobot) -> None:
    field = nobody.find(QLineEdit, "firstNameEdit")
    for name in ("Ana", "Ben"):
        nobody.type(field, name)
        nobody.press(field, Qt.Key.Key_Return)
    people.remove(nobody.store, nobody.person("Ana").id)
    nobody.click("firstBegin")
    assert nobody.shown == "Ben"
