"""Asking in writing before a check-in, and taking in what came back, in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu, QPushButton, QWidget

from careerdesk import i18n
from careerdesk.domain.asking_before import AskedKind
from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.loop import HandedOverKind
from careerdesk.domain.records import Owner, PersonStatus
from careerdesk.services import asking_before, checkins, discovery, handing_over, people
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.base import names
from careerdesk.ui.discovery.note_day import NoteDay
from careerdesk.ui.prepare.answer_list import AnswerList, AnswerRow
from careerdesk.ui.prepare.answer_words import SAYING
from careerdesk.ui.prepare.ask_before import COPY, LETTER, SENT, AskBefore
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.prepare import LEFT_LIST
from careerdesk.ui.prepare.take_in import ANSWER, CLOSE, DAY, GO, ROWS, AnswerText, TakeIn
from careerdesk.ui.shell.actions import START_CHECK_IN
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.past_day import PastDay
from tests.builders import NOW, TODAY, a_planned
from tests.catalogues import GERMAN, write_catalogue
from tests.robots.brief import BriefRobot
from tests.robots.everywhere import close_dialog
from tests.robots.seen import said
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = "1. The rota\nThe workshop\nHoliday in March\n\n2. Fine, thanks"


@pytest.fixture
def desk(team: PeopleRobot) -> PeopleRobot:
    """Ana is open; the next 1:1 with her is planned."""
    discovery.ensure_bank(team.store)
    ana = team.person("Ana Ruiz").id
    checkins.add_promise(team.store, ana, "Send the draft", owner=Owner.THEM)
    checkins.add_agenda(team.store, ana, "Mine from before")
    a_planned(team.store, ana, NOW + timedelta(days=2))
    team.choose("Ana Ruiz")
    team.act(names.GO_PREPARE)
    return team


def dialog(desk: PeopleRobot, kind: type[QDialog]) -> QDialog:
    found = desk.window.findChild(kind)
    assert found is not None
    return found


def opened(desk: PeopleRobot) -> AnswerText:
    """The dialog that takes an answer in, with the keyboard where it is pasted."""
    desk.act(names.TAKE_IN_ANSWER)
    field = desk.find(AnswerText, ANSWER)
    desk.wait(field.hasFocus)
    return field


def paste(desk: PeopleRobot, words: str) -> None:
    """Put words on the clipboard and paste them where the keyboard is."""
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    desk.press_in_focus(Qt.Key.Key_V, CONTROL)


def rows(desk: PeopleRobot) -> list[AnswerRow]:
    return list(desk.find(AnswerList, ROWS).answers.rows)


def agenda(desk: PeopleRobot) -> list[tuple[str, str]]:
    """The points of the brief, with what stands beside each."""
    found = BriefRobot(desk).rows(Part.AGENDA, LineKind.POINT)
    return [(row.text, row.aside) for row in found]


def press(desk: PeopleRobot, name: str) -> None:
    desk.click(name)
    QApplication.processEvents()


def ana(desk: PeopleRobot) -> int:
    return desk.person("Ana Ruiz").id


# The letter


def test_the_letter_is_copied_as_it_is_read(desk: PeopleRobot) -> None:
    desk.act(names.ASK_BEFORE)
    read = desk.find(NoteEditor, LETTER).text()
    assert (
        "If you like, spend two minutes on these questions before Thursday. Feel free "
        "to skip anything."
    ) in read
    assert "a) Send the draft" in read and "Mine from before" not in read
    press(desk, COPY)
    assert QGuiApplication.clipboard().text() == read
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_check_in_beyond_the_week_is_named_with_its_day(desk: PeopleRobot) -> None:
    a_planned(desk.store, ana(desk), None)
    a_planned(desk.store, ana(desk), NOW + timedelta(days=23))
    desk.act(names.ASK_BEFORE)
    opening = (
        "If you like, spend two minutes on these questions before Thursday 10 December. "
        "Feel free to skip anything."
    )
    assert opening in desk.find(NoteEditor, LETTER).text()


def test_a_part_of_the_letter_is_copied_by_keys(desk: PeopleRobot) -> None:
    desk.act(names.ASK_BEFORE)
    letter = desk.find(NoteEditor, LETTER)
    letter.setFocus()
    letter.moveCursor(QTextCursor.MoveOperation.Start)
    for key, held in (("Right", "Shift"), ("Right", "Shift"), ("C", "Ctrl")):
        QTest.keySequence(letter, QKeySequence(f"{held}+{key}"))
    assert QGuiApplication.clipboard().text() == letter.text()[:2]


def test_another_language_has_its_own_order_of_the_day(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "de", GERMAN, {"{weekday} {day}": "{day} ({weekday})"})
    i18n.speak("de", str(tmp_path))
    try:
        assert SAYING.day(date(2026, 12, 10), TODAY) == "10 December (Thursday)"
    finally:
        i18n.speak("en")


def test_copying_is_not_sending(desk: PeopleRobot) -> None:
    desk.act(names.ASK_BEFORE)
    assert not desk.find(QPushButton, SENT).isVisible()
    press(desk, COPY)
    assert "Copied" in said(dialog(desk, AskBefore))
    assert handing_over.last(desk.store, HandedOverKind.QUESTIONS, ana(desk)) is None
    press(desk, SENT)
    sent = handing_over.last(desk.store, HandedOverKind.QUESTIONS, ana(desk))
    assert sent is not None and sent.handed_on == TODAY
    assert desk.told == "Marked as sent to Ana"
    desk.click(names.TOAST_UNDO)
    assert handing_over.last(desk.store, HandedOverKind.QUESTIONS, ana(desk)) is None


def test_it_says_when_it_was_sent_and_nothing_more(desk: PeopleRobot) -> None:
    desk.act(names.GO_TODAY)
    today = desk.find(QWidget, names.TODAY_VIEW)
    before = said(today)
    assert before
    asked = asking_before.letter(desk.store, ana(desk), TODAY)
    asking_before.mark_sent(desk.store, ana(desk), asked, TODAY - timedelta(3), TODAY)
    assert said(today) == before
    desk.act(names.ASK_BEFORE)
    assert "Sent 14 Nov" in said(dialog(desk, AskBefore))


def test_what_was_sent_before_another_check_in_is_not_said_of_this_one(
    desk: PeopleRobot,
) -> None:
    asked = asking_before.letter(desk.store, ana(desk), TODAY)
    other = replace(asked, checkin_id=None)
    asking_before.mark_sent(desk.store, ana(desk), other, TODAY, TODAY)
    desk.act(names.ASK_BEFORE)
    assert "Sent" not in said(dialog(desk, AskBefore))


def test_nobody_who_left_is_asked(desk: PeopleRobot) -> None:
    people.change(desk.store, ana(desk), status=PersonStatus.LEFT)
    desk.act(names.ASK_BEFORE)
    assert desk.window.findChild(AskBefore) is None
    assert "Ana Ruiz has left" in desk.told
    menu = desk.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    assert entries(menu)[0] == "Import an answer…"
    menu.deleteLater()


# The answer


def test_what_was_pasted_is_shown_row_by_row_and_stored_by_one_key(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, THREE)
    assert [(row.words, row.target) for row in rows(desk)] == [
        ("The rota", "Agenda item"),
        ("The workshop", "Agenda item"),
        ("Holiday in March", "Agenda item"),
        ("Fine, thanks", "How Ana is doing"),
    ]
    assert [text for text, _ in agenda(desk)] == ["Mine from before"]
    assert desk.find(QPushButton, GO).text() == "Import 4"
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert agenda(desk) == [
        ("The rota", "theirs, in writing, today"),
        ("The workshop", "theirs, in writing, today"),
        ("Holiday in March", "theirs, in writing, today"),
        ("Mine from before", "mine"),
    ]
    assert desk.told == "4 lines imported"


def test_the_first_of_their_points_has_the_keyboard_afterwards(desk: PeopleRobot) -> None:
    desk.act(names.GO_DISCOVERY)
    opened(desk)
    paste(desk, THREE)
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert desk.window.person_page.tab == "prepare"
    current = desk.find(BriefList, LEFT_LIST).current()
    assert current is not None and current.text == "The rota"


def test_one_undo_takes_all_of_it_back_and_the_words_are_still_there(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, THREE)
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    desk.act(names.UNDO)
    assert [text for text, _ in agenda(desk)] == ["Mine from before"]
    coming = checkins.next_planned(desk.store, ana(desk), TODAY)
    assert coming is not None and coming.temperature_words == ""
    field = opened(desk)
    assert field.text() == THREE
    assert desk.find(QPushButton, GO).text() == "Import 4"


def test_the_undo_leaves_the_keyboard_on_what_is_next_on_the_agenda(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, THREE)
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    desk.act(names.UNDO)
    view = desk.find(BriefList, LEFT_LIST)
    current = view.current()
    assert current is not None and current.text == "Mine from before"
    assert view.selected() == [current]


def test_a_point_that_is_deleted_leaves_the_keyboard_on_the_next_one(desk: PeopleRobot) -> None:
    checkins.add_agenda(desk.store, ana(desk), "Mine too")
    brief = BriefRobot(desk)
    brief.press(Qt.Key.Key_Delete, brief.row("Mine from before"))
    current = desk.find(BriefList, LEFT_LIST).current()
    assert current is not None and current.text == "Mine too"


def test_another_day_is_shown_with_what_came(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, "1. The rota")
    day = desk.find(PastDay, DAY)
    day.setFocus()
    day.selectAll()
    desk.qtbot.keyClicks(day, "14 nov")
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert agenda(desk)[0] == ("The rota", "theirs, in writing, 14 Nov")


def test_what_is_closed_is_a_draft_of_the_person(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, THREE)
    press(desk, CLOSE)
    desk.choose("Ben Okri")
    assert opened(desk).text() == ""
    close_dialog(desk)
    desk.restart()
    desk.choose("Ana Ruiz")
    assert opened(desk).text() == THREE
    assert len(rows(desk)) == 4


# What is seen of it afterwards


def test_an_answer_to_a_question_says_in_discovery_that_it_came_in_writing(
    desk: PeopleRobot,
) -> None:
    asked = asking_before.letter(desk.store, ana(desk), TODAY).questions
    number = next(one.number for one in asked if one.kind is AskedKind.QUESTION)
    opened(desk)
    paste(desk, f"{number}. I want to teach")
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    desk.act(names.GO_DISCOVERY)
    history = desk.find(QListView, names.NOTES_HISTORY)
    spoken = history.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "in writing, 17 November 2026" in spoken and "I want to teach" in spoken
    desk.go_to(history, 0)
    desk.press(history, Qt.Key.Key_Return)
    shown = [one.noted.text() for one in desk.window.findChildren(NoteDay) if one.isVisible()]
    assert shown == ["in writing"]


def test_the_check_in_says_that_words_on_the_temperature_came_in_writing(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, "2. Fine, thanks")
    desk.press_in_focus(Qt.Key.Key_Return, CONTROL)
    planned = checkins.next_planned(desk.store, ana(desk), TODAY)
    assert planned is not None
    desk.window.ctx.navigator.start_check_in(ana(desk), planned.id)
    assert "Received in writing before the check-in" in said(desk.window)
    desk.click(names.SHARE_SAFE)
    assert "In writing" not in said(desk.window)


def test_without_an_answer_nothing_speaks_of_writing(desk: PeopleRobot) -> None:
    found = said(desk.window)
    desk.act(START_CHECK_IN)
    assert "writing" not in (found + said(desk.window)).lower()


# Ways there


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def test_the_dots_of_the_agenda_offer_both(desk: PeopleRobot) -> None:
    menu = desk.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    assert entries(menu)[:2] == ["Ask Ana before you meet…", "Import an answer…"]
    menu.actions()[1].trigger()
    assert dialog(desk, TakeIn).isVisible()
    menu.deleteLater()


def test_while_the_screen_is_shared_neither_is_there(desk: PeopleRobot) -> None:
    desk.click(names.SHARE_SAFE)
    menu = desk.find(AgendaTemplates, "briefAgendaTemplates").menu_now()
    assert "Import an answer…" not in entries(menu)
    menu.deleteLater()
    for name in (names.ASK_BEFORE, names.TAKE_IN_ANSWER):
        assert not desk.window.actions_[name].isEnabled()


def test_the_letter_goes_when_the_screen_is_shared(desk: PeopleRobot) -> None:
    desk.act(names.ASK_BEFORE)
    assert dialog(desk, AskBefore).isVisible()
    desk.window.actions_[names.SHARE_SAFE_MODE].trigger()
    assert not any(one.isVisible() for one in desk.window.findChildren(AskBefore))


def test_so_it_does_by_the_keys_of_the_mode_though_they_are_the_windows(desk: PeopleRobot) -> None:
    desk.act(names.ASK_BEFORE)
    letter = dialog(desk, AskBefore)
    letter.activateWindow()
    QApplication.processEvents()
    shift_control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(letter.windowHandle(), Qt.Key.Key_H, shift_control)
    assert desk.window.ctx.sharing.on
    assert not any(one.isVisible() for one in desk.window.findChildren(AskBefore))


def test_a_pasted_answer_goes_when_the_screen_is_shared_and_is_kept(desk: PeopleRobot) -> None:
    opened(desk)
    paste(desk, THREE)
    desk.window.actions_[names.SHARE_SAFE_MODE].trigger()
    assert not any(one.isVisible() for one in desk.window.findChildren(TakeIn))
    desk.window.actions_[names.SHARE_SAFE_MODE].trigger()
    assert opened(desk).text() == THREE
