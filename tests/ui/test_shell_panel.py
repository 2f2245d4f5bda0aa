"""Everything noted about a person is edited in place, and the first start leads on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSpinBox

from careerdesk.domain.records import PersonStatus, Relation
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.people.first_start import WayCard
from careerdesk.ui.people.person_header import facts_line
from careerdesk.ui.people.person_panel import PersonPanel
from careerdesk.ui.shell.actions import DELETE_PERSON, EDIT_PERSON
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.stage import StoppedClock
from tests.robots.window import PeopleRobot


@pytest.fixture
def panel(team: PeopleRobot) -> PeopleRobot:
    """The details of Ana, open."""
    team.act(EDIT_PERSON)
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
    panel.find(QSpinBox, "person.cadence_days").setValue(7)
    choice = panel.find(DropDown, "person.status")
    choice.set_value(PersonStatus.ON_LEAVE)
    choice.activated.emit(choice.currentIndex())
    relation = panel.find(DropDown, "person.relation")
    relation.set_value(Relation.SKIP_LEVEL)
    relation.activated.emit(relation.currentIndex())
    kept = people.get(panel.store, ana.id)
    assert kept.start_date == date(2020, 2, 29)
    assert kept.cadence_days == 7
    assert (kept.status, kept.relation) == (PersonStatus.ON_LEAVE, Relation.SKIP_LEVEL)


def test_a_day_that_is_none_is_refused_in_place(panel: PeopleRobot) -> None:
    field = panel.find(DateField, "person.start_date")
    panel.type(field, "30.2.2020")
    panel.press(field, Qt.Key.Key_Return)
    assert field.text() == "30.2.2020"
    assert "is not a day" in field.accessibleDescription()
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


def test_the_facts_say_what_is_known_and_no_more(team: PeopleRobot) -> None:
    now = StoppedClock().now()
    ana = team.person("Ana Ruiz")
    assert facts_line(ana, now) == ""
    people.change(
        team.store, ana.id, title="Engineer", level="Level 4", place="Lisbon",
        time_zone="Europe/Lisbon",
    )  # fmt: skip
    assert facts_line(team.person("Ana Ruiz"), now) == "Engineer · Level 4 · Lisbon, 14:02 there"
    for zone in ("Nowhere/Land", "../../etc/passwd", "x" * 400):
        people.change(team.store, ana.id, time_zone=zone)
        assert facts_line(team.person("Ana Ruiz"), now).endswith("Lisbon")


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
