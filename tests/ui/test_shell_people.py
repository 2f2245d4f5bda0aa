"""The rail: people are added, found, put in order, archived and deleted, and nobody gets lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QMenu

from careerdesk.domain.records import PersonStatus
from careerdesk.services import checkins, people, planning
from careerdesk.ui.base import names
from careerdesk.ui.people.first_start import WayCard
from careerdesk.ui.shell.actions import (
    ARCHIVE_PERSON,
    CLOSE_WEEK,
    DELETE_PERSON,
    EDIT_PERSON,
    FOLD_RAIL,
    SHOW_TRASH,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.person_row import avatar_ground
from tests.builders import a_planned
from tests.robots.stage import TODAY, StoppedClock
from tests.robots.window import ALT, PeopleRobot


def luminance(colour: QColor) -> float:
    """As WCAG counts it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


STRANGE = [
    "Robert'); DROP TABLE person;--",
    "<b>x</b> & <img src=file:///etc/passwd>",
    "%s %d {0} {name}",
    "שלום עולם",
    "🎉 Zoë 👩‍👩‍👧",
    "O'Brien \\n &amp; Søn",
]


def test_a_name_and_enter_is_enough_and_takes_the_next_one(nobody: PeopleRobot) -> None:
    first = nobody.find(QLineEdit, "firstNameEdit")
    assert first.hasFocus()
    for name in ("Ana Ruiz", "Ben"):
        nobody.type(first, name)
        nobody.press(first, Qt.Key.Key_Return)
    assert nobody.stored() == ["Ana Ruiz", "Ben"]
    assert first.hasFocus() and first.text() == ""
    nobody.press(first, Qt.Key.Key_Return)
    assert nobody.shown == "Ana Ruiz"
    assert nobody.names() == ["Ana Ruiz", "Ben"]


def test_a_way_to_begin_is_taken_by_the_left_button_alone(nobody: PeopleRobot, qtbot) -> None:
    card = next(iter(nobody.window.findChildren(WayCard)))
    with qtbot.assertNotEmitted(card.button.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.RightButton)


def test_the_rail_adds_at_the_end_and_shows_anyone_who_came(team: PeopleRobot) -> None:
    team.act(names.NEW_PERSON)
    assert team.edit.hasFocus()
    team.add("Dag", "Eva")
    assert team.names() == team.stored() == ["Ana Ruiz", "Ben Okri", "Chi Tran", "Dag", "Eva"]
    assert team.shown == "Eva"
    assert team.edit.hasFocus()
    assert team.told == "Eva added"


def test_several_pasted_names_are_one_step(team: PeopleRobot) -> None:
    QApplication.clipboard().setText("Dag\nEva\n\n  Fay  ")
    team.edit.setFocus()
    team.edit.paste()
    assert team.names()[3:] == ["Dag", "Eva", "Fay"]
    team.act(names.UNDO)
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]


@pytest.mark.parametrize("name", STRANGE)
def test_strange_names_are_kept_to_the_letter(team: PeopleRobot, name: str) -> None:
    team.add(name)
    assert team.stored()[-1] == team.names()[-1] == team.shown == name
    index = team.list.model().index(3, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == name
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip and "<b>" not in tip
    assert team.told == f"{name} added"


def test_a_name_twice_is_two_people(team: PeopleRobot) -> None:
    team.add("Ana Ruiz")
    assert team.names().count("Ana Ruiz") == 2
    assert len({person.uid for person in people.everyone(team.store)}) == 4


@pytest.mark.parametrize("name", ["x" * 10_000, "\x00\x01"])
def test_a_name_that_cannot_be_is_refused_in_a_sentence(team: PeopleRobot, name: str) -> None:
    team.add(name)
    assert len(team.stored()) == 3
    if team.banner():
        assert team.banner().endswith(".")
        assert team.edit.text() == name


def test_empty_names_add_nobody(team: PeopleRobot) -> None:
    team.add("", "   ")
    assert len(team.stored()) == 3
    assert team.banner() == ""


@pytest.mark.parametrize(
    ("key", "name", "order"),
    [
        (Qt.Key.Key_Up, "Chi Tran", ["Ana Ruiz", "Chi Tran", "Ben Okri"]),
        (Qt.Key.Key_Down, "Ana Ruiz", ["Ben Okri", "Ana Ruiz", "Chi Tran"]),
        (Qt.Key.Key_Home, "Chi Tran", ["Chi Tran", "Ana Ruiz", "Ben Okri"]),
        (Qt.Key.Key_End, "Ana Ruiz", ["Ben Okri", "Chi Tran", "Ana Ruiz"]),
    ],
)
def test_keys_move_a_person_and_the_page_stays(
    team: PeopleRobot, key: Qt.Key, name: str, order: list[str]
) -> None:
    team.choose(name)
    team.press(team.list, key, ALT)
    assert team.names() == team.stored() == order
    assert team.selected() == team.shown == name
    team.act(names.UNDO)
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    team.act(names.REDO)
    assert team.names() == order


def test_a_drop_within_the_list_moves_through_the_model(team: PeopleRobot) -> None:
    QAbstractItemModelTester(team.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = team.list.model()
    assert model.moveRows(QModelIndex(), 2, 1, QModelIndex(), 0)
    assert team.stored() == ["Chi Tran", "Ana Ruiz", "Ben Okri"]
    assert not model.moveRows(QModelIndex(), 0, 1, QModelIndex(), 0)
    assert not model.removeRows(0, 1)


def test_moving_works_in_a_filtered_list(team: PeopleRobot) -> None:
    team.add("Ada Ruiz")
    team.type(team.filter, "ruiz")
    assert team.names() == ["Ana Ruiz", "Ada Ruiz"]
    team.choose("Ada Ruiz")
    team.press(team.list, Qt.Key.Key_Up, ALT)
    assert team.names() == ["Ada Ruiz", "Ana Ruiz"]
    assert team.stored() == ["Ada Ruiz", "Ana Ruiz", "Ben Okri", "Chi Tran"]


def test_the_end_of_a_filtered_list_is_behind_the_last_one_shown(team: PeopleRobot) -> None:
    team.add("Ada Ruiz", "Zed Pol")
    team.type(team.filter, "ruiz")
    team.choose("Ana Ruiz")
    team.press(team.list, Qt.Key.Key_Down, ALT)
    assert team.names() == ["Ada Ruiz", "Ana Ruiz"]
    assert team.stored() == ["Ben Okri", "Chi Tran", "Ada Ruiz", "Ana Ruiz", "Zed Pol"]
    team.press(team.list, Qt.Key.Key_End, ALT)
    assert team.stored()[-1] == "Zed Pol"


def test_the_filter_knows_neither_accents_nor_case_and_leaves_the_page(team: PeopleRobot) -> None:
    team.add("Éloïse Brandt")
    team.choose("Ana Ruiz")
    team.type(team.filter, "eloise")
    assert team.names() == ["Éloïse Brandt"]
    assert team.shown == "Ana Ruiz"
    assert team.selected() == ""
    team.filter.clear()
    assert team.selected() == "Ana Ruiz"
    team.type(team.filter, "BEN")
    team.press(team.filter, Qt.Key.Key_Return)
    assert team.shown == "Ben Okri"


def test_the_filter_finds_titles_and_gives_way_to_who_is_asked_for(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Chi Tran").id, title="Analyst")
    team.type(team.filter, "analyst")
    assert team.names() == ["Chi Tran"]
    team.window.open_person(team.person("Ben Okri").id)
    assert team.shown == "Ben Okri"
    assert team.filter.text() == ""


@pytest.mark.parametrize("page", [names.GO_TODAY, CLOSE_WEEK])
def test_a_filter_that_nobody_matches_leaves_the_other_pages_there(
    team: PeopleRobot, page: str
) -> None:
    team.type(team.filter, "nobody")
    team.act(page)
    assert not team.window.on_person_page


def test_today_is_marked_as_open_only_where_it_is(team: PeopleRobot) -> None:
    team.type(team.filter, "nobody")
    team.click(names.TODAY_BUTTON)
    assert team.window.content.currentWidget().objectName() == names.TODAY_VIEW
    assert team.find(QAbstractButton, names.TODAY_BUTTON).isChecked()


def test_a_filter_leaves_the_count_of_todays_check_ins(team: PeopleRobot) -> None:
    later = team.window.ctx.clock.now() + timedelta(minutes=30)
    for name in ("Ana Ruiz", "Ben Okri"):
        a_planned(team.store, team.person(name).id, later)
    team.type(team.filter, "ben")
    people.change(team.store, team.person("Chi Tran").id, title="Analyst")
    button = team.find(QAbstractButton, names.TODAY_BUTTON)
    assert button.accessibleName() == "Today, 2 check-ins"


def test_archived_people_fold_away_and_come_back(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.act(ARCHIVE_PERSON)
    assert team.names() == ["Ana Ruiz", "Chi Tran"]
    assert team.selected() == team.shown == "Chi Tran"
    assert team.told == "Ben Okri archived"
    assert team.window.rail.archived.button.text() == "Archived (1)"
    archived = team.find(QListView, "archivedList")
    assert archived.isHidden()
    team.click(names.ARCHIVED_BUTTON)
    archived.setFocus()
    archived.setCurrentIndex(archived.model().index(0, 0))
    team.press(archived, Qt.Key.Key_Return)
    assert team.names() == ["Ana Ruiz", "Chi Tran", "Ben Okri"]
    assert team.shown == "Ben Okri"
    assert not team.window.rail.archived.isVisible()
    assert team.list.hasFocus()


def test_delete_hands_the_focus_on_and_offers_the_way_back(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.press(team.list, Qt.Key.Key_Delete)
    assert team.stored() == ["Ana Ruiz", "Chi Tran"]
    assert team.selected() == team.shown == "Chi Tran"
    assert team.list.hasFocus()
    team.press(team.list, Qt.Key.Key_Delete)
    assert team.selected() == team.shown == "Ana Ruiz"
    assert team.told == "Chi Tran deleted"
    team.click(names.TOAST_UNDO)
    assert team.names() == ["Ana Ruiz", "Chi Tran"]
    assert team.shown == "Chi Tran"


def test_deleting_the_last_one_shows_how_to_begin_and_undo_brings_them_back(
    team: PeopleRobot,
) -> None:
    for name in ("Ana Ruiz", "Ben Okri", "Chi Tran"):
        team.choose(name)
        team.act(DELETE_PERSON)
    assert team.window.content.currentWidget().objectName() == names.FIRST_START
    assert not team.window.actions_[names.GO_PLAN].isEnabled()
    team.act(names.UNDO)
    assert team.shown == "Chi Tran"
    assert team.window.rail.isVisible()
    assert team.window.actions_[names.GO_PLAN].isEnabled()


def test_who_is_hidden_by_the_filter_can_still_be_archived(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.type(team.filter, "ben")
    team.act(ARCHIVE_PERSON)
    assert team.stored() == ["Ben Okri", "Chi Tran"]


def test_the_menu_of_a_person_holds_what_can_be_done(team: PeopleRobot) -> None:
    team.list.customContextMenuRequested.emit(QPoint(40, 10))
    menu = team.window.rail.findChild(QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Edit details", "Archive", "Delete person"]
    menu.close()


def test_the_row_says_all_of_it_to_a_screen_reader(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    checkins.add_promise(
        team.store, ana.id, "Ask", owner=checkins.Owner.ME, due_on=TODAY.replace(day=1)
    )
    said = team.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ana Ruiz, ")
    assert said.endswith("one of your promises is late")


def test_on_leave_is_said_and_left_in_peace(team: PeopleRobot) -> None:
    people.change(
        team.store,
        team.person("Ana Ruiz").id,
        status=PersonStatus.ON_LEAVE,
        leave_until=TODAY.replace(month=12, day=4),
    )
    said = team.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ana Ruiz, On leave until 4 Dec"


def test_the_next_check_in_is_in_the_header(team: PeopleRobot) -> None:
    header = team.window.person_page.header
    assert header.next.text() == "Next: not planned"
    ana, now = team.person("Ana Ruiz"), StoppedClock().now()
    planning.plan(team.store, ana.id, now.replace(hour=15, minute=0), now)
    assert header.next.text() == "Next: today 16:00"  # the clock's 15:00 is in UTC
    assert header.next.accessibleName() == "Next check-in: today 16:00. Plan or reschedule it"
    people.change(team.store, ana.id, title="Engineer", pronouns="she/her")
    assert header.facts.text() == "Engineer · she/her"


def test_editing_opens_the_panel_and_f2_is_its_key(team: PeopleRobot) -> None:
    assert team.window.actions_[EDIT_PERSON].shortcut().toString() == "F2"
    team.act(EDIT_PERSON)
    assert team.find(QLineEdit, "person.given_name").hasFocus()


@pytest.mark.parametrize("kind", ["light", "dark", "high_contrast"])
def test_initials_can_be_read_on_every_avatar(qapp: QApplication, kind: str) -> None:
    look = Theme(kind).look
    for number in range(8):
        ground = avatar_ground(look, chr(number))
        assert contrast(look.colour.text, ground) >= 4.5


def test_the_list_has_an_accessible_name(team: PeopleRobot) -> None:
    interface = QAccessible.queryAccessibleInterface(team.list)
    assert interface.text(QAccessible.Text.Name) == "People"


def test_a_page_that_showed_someone_deleted_shows_the_next_one(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    for name in (names.GO_PLAN, names.GO_CHECK_INS, names.GO_DISCOVERY, names.GO_PREPARE):
        team.act(name)
    team.act(DELETE_PERSON)
    assert team.shown == "Ben Okri"
    for name in (names.GO_PLAN, names.GO_CHECK_INS, names.GO_DISCOVERY):
        team.act(name)
        assert team.window.person_page.page.person_id == team.person("Ben Okri").id


def test_who_is_added_after_the_last_one_was_deleted_is_shown(nobody: PeopleRobot) -> None:
    nobody.type(nobody.find(QLineEdit, "firstNameEdit"), "Ana")
    nobody.press_in_focus(Qt.Key.Key_Return)
    nobody.press_in_focus(Qt.Key.Key_Return)
    nobody.act(DELETE_PERSON)
    nobody.type(nobody.find(QLineEdit, "firstNameEdit"), "Ben")
    nobody.press_in_focus(Qt.Key.Key_Return)
    nobody.press_in_focus(Qt.Key.Key_Return)
    assert nobody.shown == "Ben"


def test_the_rail_folds_to_initials_and_comes_back(team: PeopleRobot) -> None:
    rail = team.window.rail
    wide = rail.width()
    team.type(team.filter, "ana")
    team.act(FOLD_RAIL)
    team.wait(lambda: rail.folded)
    assert rail.width() == 56
    assert not team.filter.isVisible()
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    tip = team.list.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Ben Okri"
    team.restart()
    assert team.window.rail.width() == 56
    team.act(names.NEW_PERSON)
    assert team.window.rail.width() == wide
    assert team.edit.hasFocus()
    team.act(FOLD_RAIL)
    team.act(FOLD_RAIL)
    assert team.window.rail.width() == wide


@pytest.mark.parametrize(("dragged", "width"), [(60, 56), (120, 56), (150, 200), (280, 280)])
def test_the_rail_stops_only_where_it_is_of_use(
    team: PeopleRobot, dragged: int, width: int
) -> None:
    splitter = team.window.splitter
    splitter.moveSplitter(dragged, 1)
    assert team.window.rail.width() == width


@pytest.fixture
def many(nobody: PeopleRobot) -> PeopleRobot:
    """A window with far more people than the rail has room for; the first one is shown."""
    people.add_many(nobody.store, [f"Person {number:02}" for number in range(46)])
    nobody.window.resize(1000, 640)
    nobody.choose("Person 00")
    assert nobody.list.verticalScrollBar().maximum() > 0
    return nobody


def in_sight(robot: PeopleRobot) -> bool:
    """Whether all of the row of who is chosen can be seen."""
    QApplication.processEvents()
    view = robot.list
    row, port = view.visualRect(view.currentIndex()), view.viewport().rect()
    return row.isValid() and row.top() >= port.top() and row.bottom() <= port.bottom()


def test_the_person_shown_is_in_sight_in_the_rail(many: PeopleRobot) -> None:
    many.window.open_person(many.person("Person 40").id, "prepare")
    assert in_sight(many)
    many.window.open_person(many.person("Person 03").id, "plan")
    assert in_sight(many)
    many.window.resize(1000, 560)
    assert in_sight(many)


def test_keys_and_the_filter_keep_the_chosen_person_in_sight(many: PeopleRobot) -> None:
    many.list.setFocus()
    for key in (Qt.Key.Key_Down,) * 30 + (Qt.Key.Key_Up,) * 25 + (Qt.Key.Key_End,):
        many.press(many.list, key)
        assert in_sight(many)
    many.type(many.filter, "person 45")
    many.filter.clear()
    assert many.selected() == "Person 45"
    assert in_sight(many)


def test_who_was_shown_last_is_in_sight_after_a_start(many: PeopleRobot) -> None:
    many.window.open_person(many.person("Person 41").id, "prepare")
    many.restart()
    assert many.selected() == "Person 41"
    assert in_sight(many)


def test_a_rail_that_was_scrolled_stays_so_while_others_change(many: PeopleRobot) -> None:
    bar = many.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    people.change(many.store, many.person("Person 44").id, family_name="Last")
    QApplication.processEvents()
    assert bar.value() == bar.maximum() > 0
    assert "Person Last" in many.names()


@pytest.mark.parametrize("page", [names.GO_TODAY, SHOW_TRASH])
def test_who_is_on_another_page_stays_there_when_the_one_behind_it_goes(
    team: PeopleRobot, page: str
) -> None:
    team.choose("Ben Okri")
    team.act(page)
    people.remove(team.store, team.person("Ben Okri").id)
    current = team.window.commands.pages.current
    assert current is not None and current.opened_by == page
    team.act(names.GO_PLAN)
    assert team.shown == team.selected() != "Ben Okri"
