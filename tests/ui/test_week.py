"""Closing the week: Enter stores, and what is half typed stays in its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import (
    CheckIn,
    DiscoveryNote,
    Person,
    PersonStatus,
    Promise,
)
from careerdesk.domain.week import Notice, WeekRow
from careerdesk.services import checkins, feedback, people, trash, week
from careerdesk.services.store import Store
from careerdesk.ui.base.work_week import keep_working_days
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.week.jotted_box import JOTTED_WHO
from careerdesk.ui.week.week import WeekPage
from careerdesk.ui.week.week_model import WeekLine
from careerdesk.ui.week.week_row import (
    MOST_FACT,
    MOST_NAME,
    broken,
    facts_of,
    height_of,
    is_stacked,
    lay_out,
    names_of,
    row_height,
)
from careerdesk.ui.widgets.buttons import TextButton
from tests.builders import TODAY
from tests.robots.keys import press_letters
from tests.robots.screen_reader import listening
from tests.robots.stage import Stage
from tests.robots.week import WeekRobot
from tests.stores import dump

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESCAPE, UP, DOWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
)  # fmt: skip


@pytest.fixture
def robot(stage: Stage) -> WeekRobot:
    return WeekRobot(stage)


def test_enter_stores_praise_and_goes_to_the_next_row(robot: WeekRobot) -> None:
    robot.type("Found the double billing\n")
    assert robot.page.list.field.accessibleName() == "What did you notice about Ben?"
    robot.press(UP)
    assert robot.untold("Ana Ruiz") == ["Found the double billing"]
    assert robot.told.startswith("Praise for Ana saved")
    assert robot.rows() == {}
    assert robot.page.list.field.hasFocus()
    assert "Praise to pass on: Found the double billing" in robot.spoken("Ana")


def test_the_choice_of_a_row_stays_as_it_was_set(robot: WeekRobot) -> None:
    view = robot.page.list
    robot.type("Came late\n", choice=Notice.RAISE)
    assert view.what.value() is Notice.PRAISE
    robot.type("Helped\n")
    robot.press(UP)
    robot.press(UP)
    assert view.what.value() is Notice.RAISE
    robot.type("Came late again\n")
    ana = robot.person("Ana Ruiz")
    assert [one.text for one in checkins.agenda(robot.store, ana.id)] == [
        "Came late", "Came late again",
    ]  # fmt: skip
    assert robot.untold("Ben Okri") == ["Helped"]


def test_an_empty_row_is_passed_over_by_enter(robot: WeekRobot) -> None:
    view, step = robot.page.list, robot.store.last_edit
    robot.press(ENTER)
    assert view.field.accessibleName() == "What did you notice about Ben?"
    robot.press(UP)
    robot.press(UP)
    assert view.field.accessibleName() == "What did you notice about Ana?"
    assert robot.store.last_edit is step


def test_after_the_last_row_enter_stays_in_it(robot: WeekRobot) -> None:
    view = robot.page.list
    for name in ("Ana", "Ben", "Chi", "Chi"):
        assert view.field.accessibleName() == f"What did you notice about {name}?"
        robot.type("Helped\n")
    assert robot.untold("Chi Tran") == ["Helped", "Helped"]
    assert view.field.hasFocus() and view.field.text() == ""


def test_the_example_of_a_pasted_line_names_somebody_of_the_team(robot: WeekRobot) -> None:
    box = robot.page.jotted.text
    assert "such as “Ana: found the bug”" in box.placeholderText()
    people.change(robot.store, robot.person("Ana Ruiz").id, preferred_name="Anouk")
    assert "such as “Anouk: found the bug”" in box.placeholderText()


def test_esc_throws_the_words_away_and_undo_brings_them_back(robot: WeekRobot) -> None:
    robot.type("Kept calm")
    robot.press(ESCAPE)
    assert robot.rows() == {}
    robot.undo()
    assert robot.rows() == {"Ana": "Kept calm"}
    assert robot.page.list.field.text() == "Kept calm"


def test_what_is_refused_stays_typed(robot: WeekRobot) -> None:
    view = robot.page.list
    view.field.setText("x" * 2_001)
    view.unstored.keep()
    robot.press(ENTER)
    assert "2,001 characters" in robot.banner
    assert robot.rows()["Ana"] == "x" * 2_001


def test_a_click_on_a_row_types_into_it(robot: WeekRobot) -> None:
    view = robot.page.list
    robot.type("Kept calm")
    rect = view.visualRect(view.model().index(2, 0))
    place = QPoint(rect.left() + 30, rect.center().y())
    robot.stage.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.field.hasFocus()
    robot.type("Helped")
    assert robot.rows() == {"Ana": "Kept calm", "Chi": "Helped"}
    assert view.field.geometry().center().y() == pytest.approx(rect.center().y(), abs=1)


def test_a_row_says_what_is_promised_and_what_comes_next_week(robot: WeekRobot) -> None:
    ben = robot.person("Ben Okri")
    checkins.add_promise(robot.store, ben.id, "Send the numbers", due_on=TODAY - timedelta(2))
    checkins.add_promise(robot.store, ben.id, "Ask Finance", due_on=TODAY + timedelta(2))
    with robot.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ben.id, starts_at=datetime(2026, 11, 24, 13, tzinfo=UTC)))
    feedback.add(robot.store, ben.id, date(2026, 10, 23), behaviour="Helped")
    said = robot.spoken("Ben")
    for words in (
        "Ben Okri", "Next week: Tue 14:00", "2 promises · 2 days late: Send the numbers",
        "No notes about Ben since 23 Oct",
    ):  # fmt: skip
        assert words in said
    robot.press(DOWN)
    field = robot.page.list.field
    assert field.placeholderText() == "No notes about Ben since 23 Oct"
    assert "Send the numbers" in field.accessibleDescription()


def test_a_week_from_sunday_to_thursday_is_followed_by_its_sunday(robot: WeekRobot) -> None:
    ben = robot.person("Ben Okri")
    with robot.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ben.id, starts_at=datetime(2026, 11, 22, 9, tzinfo=UTC)))
    assert "Next week" not in robot.spoken("Ben")
    keep_working_days(robot.stage.ctx.settings, 0b1001111)
    robot.page.refresh()
    assert "Next week: Sun 10:00" in robot.spoken("Ben")


def test_the_page_follows_what_changes_and_keeps_what_is_typed(robot: WeekRobot) -> None:
    robot.type("Kept cal")
    ben = robot.person("Ben Okri")
    checkins.add_promise(robot.store, ben.id, "Ask Finance")
    assert "Ask Finance" in robot.spoken("Ben")
    people.change(robot.store, ben.id, status=PersonStatus.ON_LEAVE)
    people.add(robot.store, "Dee Fox")
    model = robot.page.model
    assert [one.row.person.short_name for one in model.rows] == ["Ana", "Chi", "Dee"]
    assert robot.rows() == {"Ana": "Kept cal"}
    assert robot.page.list.field.text() == "Kept cal"
    ana = robot.person("Ana Ruiz")
    people.change(robot.store, ana.id, status=PersonStatus.ON_LEAVE)
    assert robot.rows() == {}
    assert robot.page.list.field.text() == ""
    people.change(robot.store, ana.id, status=PersonStatus.ACTIVE)
    assert robot.rows() == {"Ana": "Kept cal"}


def test_pasted_lines_find_their_rows_and_nothing_is_stored_yet(robot: WeekRobot) -> None:
    step = robot.store.last_edit
    robot.paste("ben: found the double billing\n\nchi tran: kept calm\n")
    assert robot.rows() == {"Ben": "found the double billing", "Chi": "kept calm"}
    assert robot.page.jotted.text.text() == ""
    assert not robot.page.jotted.hint.isVisible()
    assert robot.store.last_edit is step


def test_lines_pasted_into_a_row_find_theirs_too(robot: WeekRobot) -> None:
    robot.type("Kept calm")
    QApplication.clipboard().setText("ben: helped\nchi: calm")
    robot.page.list.field.paste()
    assert robot.rows() == {"Ana": "Kept calm", "Ben": "helped", "Chi": "calm"}


@pytest.mark.parametrize("selected", [False, True])
def test_lines_that_begin_as_the_row_does_are_pasted_whole(
    robot: WeekRobot, selected: bool
) -> None:
    robot.type("chi: calmed")
    field = robot.page.list.field
    field.selectAll()
    if not selected:
        field.home(False)
    QApplication.clipboard().setText("chi: calm\nben: helped")
    field.paste()
    assert robot.rows() == {"Ana": "chi: calmed", "Ben": "helped", "Chi": "calm"}
    assert robot.page.jotted.text.text() == ""


def test_one_line_that_is_pasted_with_its_end_is_about_whose_row_it_is(robot: WeekRobot) -> None:
    robot.type("Kept calm")
    field = robot.page.list.field
    field.setSelection(5, 4)
    QApplication.clipboard().setText("going on\r\n")
    field.paste()
    assert robot.rows() == {"Ana": "Kept going on"}
    assert robot.page.jotted.text.text() == ""
    robot.press(DOWN)
    assert robot.rows() == {"Ana": "Kept going on"}
    robot.press(UP)
    assert field.text() == "Kept going on"


def test_a_second_line_about_somebody_waits_until_the_first_is_stored(robot: WeekRobot) -> None:
    shown = robot.page
    robot.paste("ana: first\nana: second\nana: third")
    assert robot.rows() == {"Ana": "first"}
    assert shown.jotted.text.text() == "ana: second\nana: third"
    assert "the line will stay here" in shown.jotted.hint.text()
    shown.list.field.setFocus()
    for words in ("first", "second", "third"):
        assert shown.list.field.text() == words
        robot.press(ENTER)
    assert robot.untold("Ana Ruiz") == ["first", "second", "third"]
    assert shown.jotted.text.text() == ""


def test_a_name_that_fits_two_asks_which(robot: WeekRobot) -> None:
    people.add(robot.store, "Ana Berg")
    shown = robot.page
    robot.paste("ana: helped\nben: calm")
    assert robot.rows() == {"Ben": "calm"}
    QApplication.processEvents()
    assert shown.jotted.hint.text() == "Who do you mean by “ana”?"
    offered = [one for one in shown.findChildren(TextButton, JOTTED_WHO) if one.isVisible()]
    assert [one.text() for one in offered] == ["Ana Ruiz", "Ana Berg"]
    offered[1].click()
    words = {one.row.person.name: one.words for one in shown.model.rows if one.words}
    assert words == {"Ben Okri": "calm", "Ana Berg": "helped"}
    assert shown.jotted.text.text() == ""


def test_a_line_that_is_typed_finds_its_place_with_enter(robot: WeekRobot) -> None:
    box = robot.page.jotted.text
    box.setFocus()
    press_letters(box, "ben: hel")
    assert robot.rows() == {}
    press_letters(box, "ped\nchi")
    assert robot.rows() == {"Ben": "helped"}
    assert box.text() == "chi"


def test_somebody_is_quoted_in_the_first_week_of_a_month(robot: WeekRobot) -> None:
    ana = robot.person("Ana Ruiz")
    with robot.store.edit("Note") as tx:
        said = "# Nights\nI want to *lead*"
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=date(2025, 12, 2), their_words=said,
                             my_reading="Tired"))  # fmt: skip
    shown = robot.page
    assert not shown.year_ago.isVisible()
    robot.let_days_pass(14)
    assert shown.year_ago.isVisible()
    words = shown.year_ago.full_text()
    assert words.startswith("A year ago Ana said: “Nights")
    assert "Tired" not in words


def test_where_nobody_is_at_work_that_is_said(robot: WeekRobot) -> None:
    for person in people.everyone(robot.store):
        people.change(robot.store, person.id, status=PersonStatus.ON_LEAVE)
    shown = robot.page
    assert shown.nobody.isVisible()
    assert not shown.list.isVisible()
    assert not shown.list.field.isVisible()


def test_moving_to_a_row_says_whose_it_is(robot: WeekRobot) -> None:
    with listening() as heard:
        robot.press(DOWN)
    assert any(words.startswith("Ben Okri") for words in heard.words())


def store_week(store: Store, person: Person, words: str) -> None:
    week.note(store, person.id, Notice.PRAISE, words, datetime(2026, 11, 17, 9, tzinfo=UTC))


def test_what_waits_to_be_told_is_counted(robot: WeekRobot) -> None:
    ana = robot.person("Ana Ruiz")
    for words in ("First", "Second"):
        store_week(robot.store, ana, words)
    assert "Praise to pass on (2): First" in robot.spoken("Ana")
    first = feedback.to_deliver(robot.store, ana.id)[0]
    feedback.change(robot.store, first.id, TODAY, way=FeedbackWay.GIVEN)
    assert "Praise to pass on: Second" in robot.spoken("Ana")


def test_what_cannot_be_read_is_said_and_nothing_else_is(stage: Stage) -> None:
    people.add(stage.store, "Ana Ruiz")
    stage.store.close()
    shown = stage.put(WeekPage(stage.ctx))
    assert stage.banners.isVisible()
    for widget in (shown.nobody, shown.list, shown.jotted, shown.list.field):
        assert not widget.isVisible()


@pytest.mark.parametrize("points", [10, 20])
@pytest.mark.parametrize("wide", [420, 730, 990, 1320])
def test_the_parts_of_a_row_stand_beside_each_other(
    qapp: QApplication, points: int, wide: int
) -> None:
    look = replace(Theme("light").look, base=QFont("Sans", points), _fonts={}, _widths={})
    row = QRectF(0, 0, wide, 60)
    places = lay_out(row, look)
    assert places.who.right() < places.choice.left() < places.choice.right() < places.field.left()
    assert places.facts.right() <= wide
    if is_stacked(wide, look):
        assert places.facts.top() > places.field.bottom()
        assert places.facts.width() > places.field.width()
    else:
        assert places.field.right() < places.facts.left()
    if wide > 420:
        assert places.field.width() > 60
    turned = places.mirrored(row)
    assert turned.facts.left() == wide - places.facts.right()
    assert turned.who.right() == wide - places.who.left()


LONG_NAME = ("Aveline", "de Saint-Exquéry Montgomery")
LATE = Promise(id=1, person_id=1, due_on=TODAY - timedelta(days=4),
               text="Ask whether the architecture round can move to eleven")  # fmt: skip
LATER = Promise(id=2, person_id=1, due_on=TODAY, text="Write to Purchasing")


@pytest.mark.parametrize(("points", "wide"), [(15, 920), (20, 1100), (10, 730)])
def test_names_and_promises_are_read_in_full_where_type_is_large(
    qapp: QApplication, points: int, wide: int
) -> None:
    look = replace(Theme("light").look, base=QFont("Sans", points), _fonts={}, _widths={})
    row = WeekRow(Person(id=1, given_name=LONG_NAME[0], family_name=LONG_NAME[1]), (LATE, LATER))
    line = WeekLine(row, TODAY)
    high = row_height(line, wide, look)
    rect = QRectF(0, 0, wide, high)
    places = lay_out(rect, look, line)
    for words, place, most in (
        (names_of(line), places.who, MOST_NAME), (facts_of(line), places.facts, MOST_FACT),
    ):  # fmt: skip
        lines = broken(words, place.width(), most, look)
        assert not any("…" in text for text, _, _ in lines)
        assert height_of(lines, look) <= place.height() <= high
    assert rect.contains(places.field) and rect.contains(places.facts)
    plain = WeekLine(WeekRow(Person(id=2, given_name="Bo")), TODAY)
    assert row_height(plain, wide, look) < high


def test_half_typed_words_go_for_good_with_the_person_they_are_about(robot: WeekRobot) -> None:
    robot.type("Kept calm")
    robot.press(DOWN)
    robot.stage.ctx.autosaver.flush()
    ana = robot.person("Ana Ruiz")
    people.remove(robot.store, ana.id)
    assert robot.rows() == {}
    trash.forget(robot.store, [trash.things(robot.store)[0].id])
    assert "Kept calm" not in "\n".join(dump(robot.store.path))
