"""Closing the week: one key away; Enter stores, and what is half typed stays in its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckIn, DiscoveryNote, Person, PersonStatus
from careerdesk.domain.week import Notice
from careerdesk.services import checkins, feedback, people, trash, week
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import CLOSE_WEEK, START_TALK
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.week.jotted_box import JOTTED, JOTTED_WHO
from careerdesk.ui.week.week import WeekPage
from careerdesk.ui.week.week_list import NOTICED, NOTICED_WHAT
from careerdesk.ui.week.week_row import lay_out
from careerdesk.ui.widgets.buttons import TextButton
from tests.builders import TODAY
from tests.robots.drafts import killed
from tests.robots.editors import Watcher
from tests.robots.keys import press_letters
from tests.robots.screen_reader import listening
from tests.robots.window import PeopleRobot
from tests.stores import dump

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESCAPE, UP, DOWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
)  # fmt: skip


def page(team: PeopleRobot) -> WeekPage:
    """The page, opened by its key unless it is open."""
    shown = team.window.content.currentWidget()
    if not isinstance(shown, WeekPage):
        team.press_in_focus(Qt.Key.Key_W, CONTROL | SHIFT)
        shown = team.window.content.currentWidget()
    assert isinstance(shown, WeekPage)
    return shown


def typed(team: PeopleRobot, words: str, *, choice: Notice | None = None) -> None:
    """Type into the row that has the keyboard."""
    view = page(team).list
    if choice is not None:
        place = list(Notice).index(choice)
        view.what.setCurrentIndex(place)
        view.what.activated.emit(place)
        view.field.setFocus()
    assert view.field.hasFocus()
    press_letters(view.field, words)


def rows(team: PeopleRobot) -> dict[str, str]:
    """What stands in each row that holds words."""
    lines = page(team).model.rows
    return {one.row.person.short_name: one.words for one in lines if one.words}


def spoken(team: PeopleRobot, name: str) -> str:
    model = page(team).model
    line = next(one for one in model.rows if one.row.person.short_name == name)
    return model.spoken(line)


def untold(team: PeopleRobot, name: str) -> list[str]:
    person = team.person(name)
    return [one.behaviour for one in feedback.to_deliver(team.store, person.id)]


def paste(team: PeopleRobot, text: str) -> None:
    """Paste into the box below."""
    data = QMimeData()
    data.setText(text)
    page(team).jotted.text.insertFromMimeData(data)


def test_one_key_opens_it_and_the_first_row_has_the_keyboard(team: PeopleRobot) -> None:
    shown = page(team)
    assert shown.list.field.hasFocus()
    assert shown.list.field.accessibleName() == "What did you notice about Ana?"
    team.press_in_focus(ESCAPE)
    assert team.window.on_person_page


def test_enter_stores_praise_and_the_row_is_free_again(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Found the double billing\n")
    assert untold(team, "Ana Ruiz") == ["Found the double billing"]
    assert team.told.startswith("Praise to tell Ana")
    assert rows(team) == {}
    assert page(team).list.field.hasFocus()
    assert "Praise not told yet: Found the double billing" in spoken(team, "Ana")


def test_the_choice_of_a_row_stays_as_it_was_set(team: PeopleRobot) -> None:
    view = page(team).list
    typed(team, "Came late\n", choice=Notice.RAISE)
    assert view.what.value() is Notice.RAISE
    team.press_in_focus(DOWN)
    assert view.what.value() is Notice.PRAISE
    typed(team, "Helped\n")
    team.press_in_focus(UP)
    typed(team, "Came late again\n")
    ana = team.person("Ana Ruiz")
    assert [one.text for one in checkins.agenda(team.store, ana.id)] == [
        "Came late", "Came late again",
    ]  # fmt: skip
    assert untold(team, "Ben Okri") == ["Helped"]


def test_words_of_other_rows_stay_in_sight_and_are_there_after_a_kill(
    team: PeopleRobot, qtbot: QtBot, tmp_path: Path
) -> None:
    page(team)
    typed(team, "Kept cal", choice=Notice.RESULT)
    team.press_in_focus(DOWN)
    typed(team, "Came la")
    team.press_in_focus(DOWN)
    halves = {"Ana": "Kept cal", "Ben": "Came la"}
    assert rows(team) == halves
    assert "A result, not stored yet: Kept cal" in spoken(team, "Ana")
    team.window.ctx.autosaver.flush()
    left = killed(team, tmp_path)
    again = PeopleRobot(qtbot, left, tmp_path / "again")
    page(again)
    assert rows(again) == halves
    typed(again, "m\n")  # in the first row, of a result still
    assert again.told.startswith("A result of Ana, kept in Reviews")
    again.window.close()
    left.close()


def test_an_empty_row_is_passed_over_by_enter(team: PeopleRobot) -> None:
    view, step = page(team).list, team.store.last_step
    team.press_in_focus(ENTER)
    assert view.field.accessibleName() == "What did you notice about Ben?"
    team.press_in_focus(UP)
    team.press_in_focus(UP)
    assert view.field.accessibleName() == "What did you notice about Ana?"
    assert team.store.last_step is step


def test_esc_throws_the_words_away_and_undo_brings_them_back(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept calm")
    team.press_in_focus(ESCAPE)
    assert rows(team) == {}
    page(team)  # it is still there
    team.act(names.UNDO)
    assert rows(team) == {"Ana": "Kept calm"}
    assert page(team).list.field.text() == "Kept calm"


def test_undo_takes_it_back_from_anywhere_and_shows_the_page(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept calm\n")
    team.press_in_focus(ESCAPE)
    assert team.window.on_person_page
    team.act(names.UNDO)
    assert untold(team, "Ana Ruiz") == []
    assert rows(team) == {"Ana": "Kept calm"}


def test_what_is_refused_stays_typed(team: PeopleRobot) -> None:
    view = page(team).list
    view.field.setText("x" * 2_001)
    view.unstored.keep()
    team.press_in_focus(ENTER)
    assert "2001 characters" in team.banner()
    assert rows(team)["Ana"] == "x" * 2_001


def test_a_click_on_a_row_types_into_it(team: PeopleRobot) -> None:
    view = page(team).list
    typed(team, "Kept calm")
    rect = view.visualRect(view.model().index(2, 0))
    place = QPoint(rect.left() + 30, rect.center().y())
    team.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.field.hasFocus()
    typed(team, "Helped")
    assert rows(team) == {"Ana": "Kept calm", "Chi": "Helped"}
    assert view.field.geometry().center().y() == pytest.approx(rect.center().y(), abs=1)


def test_a_row_says_what_is_promised_and_what_comes_next_week(team: PeopleRobot) -> None:
    ben = team.person("Ben Okri")
    checkins.add_promise(team.store, ben.id, "Send the numbers", due_on=TODAY - timedelta(2))
    checkins.add_promise(team.store, ben.id, "Ask Finance", due_on=TODAY + timedelta(2))
    with team.store.edit("Plan") as tx:
        tx.add(CheckIn(person_id=ben.id, starts_at=datetime(2026, 11, 24, 13, tzinfo=UTC)))
    feedback.add(team.store, ben.id, date(2026, 10, 23), behaviour="Helped")
    said = spoken(team, "Ben")
    for words in (
        "Ben Okri", "Tue 24 Nov 14:00", "2 days late: Send the numbers · 1 more",
        "Nothing noted about Ben since 23 Oct",
    ):  # fmt: skip
        assert words in said
    team.press_in_focus(DOWN)
    field = page(team).list.field
    assert field.placeholderText() == "Nothing noted about Ben since 23 Oct"
    assert "Send the numbers" in field.accessibleDescription()


def test_the_page_follows_what_changes_and_keeps_what_is_typed(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept cal")
    ben = team.person("Ben Okri")
    checkins.add_promise(team.store, ben.id, "Ask Finance")
    assert "Ask Finance" in spoken(team, "Ben")
    people.change(team.store, ben.id, status=PersonStatus.ON_LEAVE)
    people.add(team.store, "Dee Fox")
    model = page(team).model
    assert [one.row.person.short_name for one in model.rows] == ["Ana", "Chi", "Dee"]
    assert rows(team) == {"Ana": "Kept cal"}
    assert page(team).list.field.text() == "Kept cal"
    ana = team.person("Ana Ruiz")
    people.change(team.store, ana.id, status=PersonStatus.ON_LEAVE)
    assert rows(team) == {}
    assert page(team).list.field.text() == ""
    people.change(team.store, ana.id, status=PersonStatus.ACTIVE)
    assert rows(team) == {"Ana": "Kept cal"}


def test_twelve_people_are_on_one_screen(team: PeopleRobot) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(9)])
    team.window.resize(1280, 800)
    shown = page(team)
    QApplication.processEvents()
    view = shown.list
    last = view.visualRect(view.model().index(11, 0))
    bottom = view.viewport().mapTo(shown, last.bottomLeft()).y()
    box = shown.jotted.text.mapTo(shown, QPoint(0, shown.jotted.text.height())).y()
    assert 0 < bottom < box < shown.height()


def test_pasted_lines_find_their_rows_and_nothing_is_stored_yet(team: PeopleRobot) -> None:
    page(team)
    step = team.store.last_step
    paste(team, "ben: found the double billing\n\nchi tran: kept calm\n")
    assert rows(team) == {"Ben": "found the double billing", "Chi": "kept calm"}
    assert page(team).jotted.text.text() == ""
    assert not page(team).jotted.hint.isVisible()
    assert team.store.last_step is step


def test_lines_pasted_into_a_row_find_theirs_too(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept calm")
    QApplication.clipboard().setText("ben: helped\nchi: calm")
    page(team).list.field.paste()
    assert rows(team) == {"Ana": "Kept calm", "Ben": "helped", "Chi": "calm"}


def test_a_second_line_about_somebody_waits_until_the_first_is_stored(team: PeopleRobot) -> None:
    shown = page(team)
    paste(team, "ana: first\nana: second\nana: third")
    assert rows(team) == {"Ana": "first"}
    assert shown.jotted.text.text() == "ana: second\nana: third"
    assert "the line waits" in shown.jotted.hint.text()
    shown.list.field.setFocus()
    for words in ("first", "second", "third"):
        assert shown.list.field.text() == words
        team.press_in_focus(ENTER)
    assert untold(team, "Ana Ruiz") == ["first", "second", "third"]
    assert shown.jotted.text.text() == ""


def test_a_name_that_fits_two_asks_which(team: PeopleRobot) -> None:
    people.add(team.store, "Ana Berg")
    shown = page(team)
    paste(team, "ana: helped\nben: calm")
    assert rows(team) == {"Ben": "calm"}
    QApplication.processEvents()
    assert shown.jotted.hint.text() == "Who is meant by “ana”?"
    offered = [one for one in shown.findChildren(TextButton, JOTTED_WHO) if one.isVisible()]
    assert [one.text() for one in offered] == ["Ana Ruiz", "Ana Berg"]
    offered[1].click()
    words = {one.row.person.name: one.words for one in shown.model.rows if one.words}
    assert words == {"Ben Okri": "calm", "Ana Berg": "helped"}
    assert shown.jotted.text.text() == ""


def test_unknown_names_stay_in_the_box_with_a_sentence(
    team: PeopleRobot, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = page(team)
    paste(team, "xaver: helped\nben: calm")
    assert shown.jotted.text.text() == "xaver: helped"
    assert shown.jotted.hint.text() == "Nobody here is called xaver, so this line stays."
    team.window.ctx.autosaver.flush()
    left = killed(team, tmp_path)
    again = PeopleRobot(qtbot, left, tmp_path / "again")
    assert page(again).jotted.text.text() == "xaver: helped"
    assert rows(again) == {"Ben": "calm"}
    again.window.close()
    left.close()


def test_a_line_that_is_typed_finds_its_place_with_enter(team: PeopleRobot) -> None:
    box = page(team).jotted.text
    box.setFocus()
    press_letters(box, "ben: hel")
    assert rows(team) == {}
    press_letters(box, "ped\nchi")
    assert rows(team) == {"Ben": "helped"}
    assert box.text() == "chi"


def test_somebody_is_quoted_in_the_first_week_of_a_month(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    with team.store.edit("Note") as tx:
        said = "# Nights\nI want to *lead*"
        tx.add(DiscoveryNote(person_id=ana.id, asked_on=date(2025, 12, 2), their_words=said,
                             my_reading="Tired"))  # fmt: skip
    shown = page(team)
    assert not shown.year_ago.isVisible()
    team.let_days_pass(14)
    assert shown.year_ago.isVisible()
    words = shown.year_ago.full_text()
    assert words.startswith("A year ago Ana said: “Nights")
    assert "Tired" not in words


def test_it_is_closed_while_the_screen_is_shared(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept calm")
    team.act(names.SHARE_SAFE_MODE)
    assert team.window.on_person_page
    assert not team.window.actions_[CLOSE_WEEK].isEnabled()
    team.window.ctx.navigator.open_week()
    assert team.window.on_person_page
    team.act(names.SHARE_SAFE_MODE)
    page(team)
    assert rows(team) == {"Ana": "Kept calm"}


def test_no_talk_is_started_with_whom_one_does_not_see(team: PeopleRobot) -> None:
    page(team)
    assert not team.window.actions_[START_TALK].isEnabled()
    team.press_in_focus(ESCAPE)
    assert team.window.actions_[START_TALK].isEnabled()


def test_where_nobody_is_at_work_that_is_said(team: PeopleRobot) -> None:
    for person in people.everyone(team.store):
        people.change(team.store, person.id, status=PersonStatus.ON_LEAVE)
    shown = page(team)
    assert shown.nobody.isVisible()
    assert not shown.list.isVisible()
    assert not shown.list.field.isVisible()


def test_moving_to_a_row_says_whose_it_is(team: PeopleRobot) -> None:
    page(team)
    with listening() as heard:
        team.press_in_focus(DOWN)
    assert any(words.startswith("Ben Okri") for words in heard.words())


def test_every_field_has_an_owner_and_the_rows_are_those_of_a_model(team: PeopleRobot) -> None:
    watcher = Watcher(team)
    shown = page(team)
    QAbstractItemModelTester(shown.model)
    for _ in range(6):
        team.press_in_focus(Qt.Key.Key_Tab)
    typed_into = {shown.list.field.objectName(), shown.jotted.text.objectName()}
    assert len(typed_into) == 2
    assert watcher.unknown == set()
    watcher.stop()


def test_two_fields_and_the_box_take_the_keyboard_however_many_people_there_are(
    team: PeopleRobot,
) -> None:
    people.add_many(team.store, [f"Person {n}" for n in range(9)])
    shown = page(team)
    stops = [
        one.objectName()
        for one in shown.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert sorted(stops) == [JOTTED, NOTICED, NOTICED_WHAT]
    team.press_in_focus(Qt.Key.Key_Backtab, SHIFT)
    assert shown.list.what.hasFocus()


def store_week(store: Store, person: Person, words: str) -> None:
    week.note(store, person.id, Notice.PRAISE, words, datetime(2026, 11, 17, 9, tzinfo=UTC))


def test_what_waits_to_be_told_is_counted(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    page(team)
    for words in ("First", "Second"):
        store_week(team.store, ana, words)
    assert "2 praises not told yet: First" in spoken(team, "Ana")
    first = feedback.to_deliver(team.store, ana.id)[0]
    feedback.change(team.store, first.id, TODAY, way=FeedbackWay.GIVEN)
    assert "Praise not told yet: Second" in spoken(team, "Ana")


@pytest.mark.parametrize("points", [10, 20])
@pytest.mark.parametrize("wide", [420, 730, 990, 1320])
def test_the_parts_of_a_row_stand_beside_each_other(
    qapp: QApplication, points: int, wide: int
) -> None:
    look = replace(Theme("light").look, base=QFont("Sans", points), _fonts={}, _widths={})
    row = QRectF(0, 0, wide, 60)
    places = lay_out(row, look)
    assert places.who.right() < places.choice.left() < places.choice.right() < places.field.left()
    if wide > 420:
        assert places.field.width() > 60
        assert places.field.right() < places.facts.left() < places.facts.right() <= wide
    turned = places.mirrored(row)
    assert turned.facts.left() == wide - places.facts.right()
    assert turned.who.right() == wide - places.who.left()


def test_half_typed_words_go_for_good_with_the_person_they_are_about(team: PeopleRobot) -> None:
    page(team)
    typed(team, "Kept calm")
    team.press_in_focus(DOWN)
    team.window.ctx.autosaver.flush()
    ana = team.person("Ana Ruiz")
    people.remove(team.store, ana.id)
    assert rows(team) == {}
    trash.forget(team.store, [trash.things(team.store)[0].id])
    assert "Kept calm" not in "\n".join(dump(team.store.path))


def test_every_choice_is_reached_by_keys_alone(team: PeopleRobot) -> None:
    view, window = page(team).list, team.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Backtab, SHIFT)
    assert view.what.hasFocus()
    for wanted in (Notice.RAISE, Notice.RESULT):
        QTest.keyClick(window, DOWN)
        assert view.what.value() is wanted
    QTest.keyClick(window, Qt.Key.Key_Tab)
    typed(team, "Release alone\n")
    assert team.told.startswith("A result of Ana")
