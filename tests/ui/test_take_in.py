"""What was pasted, row by row: left out, put right, kept as a draft, taken in."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.pasted_answer import MOST_CHARACTERS
from careerdesk.domain.records import AgendaItem, Person
from careerdesk.services import asking_before, checkins, people
from careerdesk.ui.prepare.answer_list import AnswerList, AnswerRow
from careerdesk.ui.prepare.take_in import ANSWER, CLOSE, DAY, GO, ROWS, AnswerText, TakeIn
from careerdesk.ui.widgets.past_day import PastDay
from tests.builders import NOW, TODAY, a_person, a_planned
from tests.robots.keys import press_letters
from tests.robots.seen import said
from tests.robots.stage import Stage

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
THREE = "1. The rota\nThe workshop\nHoliday in March\n\n2. Fine, thanks"


class Hands:
    """The dialog over Ana, whose next 1:1 is planned; she has a point of the manager's."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot, self.stage, self.store = qtbot, stage, stage.store
        builder = a_person(stage.store, "Ana Ruiz").with_points("Mine from before")
        self.ana: Person = builder.person
        a_planned(stage.store, self.ana.id, NOW + timedelta(days=2))
        stage.put(QWidget())
        stage.ctx.drafts.turn_to(self.ana.id)
        self.open(self.ana)

    def open(self, person: Person) -> None:
        """Open it with the keyboard where an answer is pasted."""
        self.stage.ctx.drafts.turn_to(person.id)
        self.dialog = TakeIn(self.stage.ctx, person, self.stage.window)
        self.qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        self.qtbot.waitUntil(self.text.hasFocus)

    @property
    def text(self) -> AnswerText:
        """Where it is pasted."""
        return self.part(AnswerText, ANSWER)

    @property
    def list(self) -> AnswerList:
        """What it becomes."""
        return self.part(AnswerList, ROWS)

    @property
    def go(self) -> QPushButton:
        """What takes it in."""
        return self.part(QPushButton, GO)

    def part(self, kind: type[W], name: str) -> W:
        """A widget of the dialog."""
        found = self.dialog.findChild(kind, name)
        assert found is not None
        return found

    def rows(self) -> list[AnswerRow]:
        """The rows that are shown."""
        return list(self.list.answers.rows)

    def paste(self, words: str) -> None:
        """Copy words elsewhere, and paste them here."""
        data = QMimeData()
        data.setText(words)
        QGuiApplication.clipboard().setMimeData(data)
        self.qtbot.keyClick(self.text, Qt.Key.Key_V, CONTROL)

    def turn(self, *rows: int) -> None:
        """Press Space on rows."""
        for row in rows:
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.answers.index(row, 0))
            self.qtbot.keyClick(self.list, Qt.Key.Key_Space)

    def take_in(self) -> None:
        """Press what takes it in from anywhere."""
        at = QApplication.focusWidget() or self.dialog
        self.qtbot.keyClick(at, Qt.Key.Key_Return, CONTROL)

    def type_day(self, words: str) -> PastDay:
        """Say on which day it was written."""
        day = self.part(PastDay, DAY)
        day.setFocus()
        day.selectAll()
        press_letters(day, words)
        return day

    def points(self) -> list[AgendaItem]:
        """The agenda as it is stored."""
        return checkins.agenda(self.store, self.ana.id)

    def agenda(self) -> list[str]:
        """Its words."""
        return [point.text for point in self.points()]

    def spoken(self, row: int) -> str:
        """What a screen reader says of a row."""
        return str(self.list.answers.index(row, 0).data(SPOKEN))


@pytest.fixture
def hands(qtbot: QtBot, stage: Stage) -> Hands:
    return Hands(qtbot, stage)


def test_space_leaves_rows_out(hands: Hands) -> None:
    hands.paste(THREE)
    hands.turn(1, 2)
    assert [row.ticked for row in hands.rows()] == [True, False, False, True]
    hands.turn(2)
    assert hands.go.text() == "Import 3"
    hands.qtbot.mouseClick(hands.go, Qt.MouseButton.LeftButton)
    assert hands.agenda() == ["The rota", "Holiday in March", "Mine from before"]


def test_tab_comes_to_a_row_that_space_leaves_out(hands: Hands) -> None:
    hands.paste(THREE)
    hands.part(PastDay, DAY).setFocus()
    hands.qtbot.keyClick(hands.part(PastDay, DAY), Qt.Key.Key_Tab)
    assert hands.list.hasFocus()
    hands.qtbot.keyClick(hands.list, Qt.Key.Key_Space)
    assert [row.ticked for row in hands.rows()] == [False, True, True, True]
    hands.qtbot.keyClick(hands.list, Qt.Key.Key_Down)
    hands.qtbot.keyClick(hands.list, Qt.Key.Key_Space)
    assert [row.ticked for row in hands.rows()] == [False, False, True, True]


def test_each_row_is_a_sentence_with_its_tick(hands: Hands) -> None:
    hands.paste(THREE)
    hands.turn(1)
    role = Qt.ItemDataRole.CheckStateRole
    assert hands.spoken(0) == "Agenda item: The rota. Will be imported."
    assert hands.list.answers.index(0, 0).data(role) is Qt.CheckState.Checked
    assert hands.spoken(1) == "Agenda item: The workshop. Left out."
    assert hands.list.answers.index(1, 0).data(role) is Qt.CheckState.Unchecked


def test_what_is_left_out_stays_so_while_the_text_is_put_right(hands: Hands) -> None:
    hands.paste(THREE)
    hands.turn(0)
    hands.text.setFocus()
    hands.text.moveCursor(QTextCursor.MoveOperation.End)
    press_letters(hands.text, " indeed")
    hands.qtbot.waitUntil(lambda: hands.rows()[-1].words.endswith("indeed"))
    assert [row.ticked for row in hands.rows()] == [False, True, True, True]


def test_what_is_typed_is_read_at_the_latest_before_it_is_taken_in(hands: Hands) -> None:
    press_letters(hands.text, "1. The rota")
    hands.take_in()
    assert hands.agenda() == ["The rota", "Mine from before"]


def test_another_day_is_that_of_what_came(hands: Hands) -> None:
    hands.paste("1. The rota")
    hands.type_day("14 nov")
    hands.take_in()
    assert hands.points()[0].noted_on == TODAY - timedelta(3)


@pytest.mark.parametrize("words", ["soon", "2026-11-18"])
def test_a_day_it_cannot_have_come_on_is_refused(hands: Hands, words: str) -> None:
    hands.paste("1. The rota")
    day = hands.type_day(words)
    hands.take_in()
    assert hands.dialog.isVisible() and day.accessibleDescription()
    assert hands.agenda() == ["Mine from before"]


def test_a_line_that_was_not_understood_says_so_and_can_be_a_point(hands: Hands) -> None:
    hands.paste("1. The rota\n9. Zebra")
    place, row = next((n, one) for n, one in enumerate(hands.rows()) if one.unclear)
    assert row.target.startswith("Line 2 not recognised") and not row.ticked
    assert hands.go.text() == "Import 1"
    hands.turn(place)
    assert "Agenda item" in hands.rows()[place].target
    hands.take_in()
    assert len(hands.agenda()) == 3


def test_a_second_time_it_is_there_already(hands: Hands) -> None:
    hands.paste(THREE)
    hands.take_in()
    hands.open(hands.ana)
    hands.paste(THREE)
    assert {row.target.split(" · ")[-1] for row in hands.rows()} == {"Already added"}
    hands.turn(0)
    assert not any(row.taken or row.ticked for row in hands.rows())
    assert "Everything in this answer has already been added." in said(hands.dialog)
    assert not hands.go.isEnabled()
    hands.take_in()
    assert len(hands.agenda()) == 4


def test_the_letter_itself_is_no_answer_yet(hands: Hands) -> None:
    hands.paste(asking_before.letter(hands.store, hands.ana.id, TODAY).text)
    assert hands.rows() == [] and not hands.go.isEnabled()
    assert "No answers found in this text yet." in said(hands.dialog)
    hands.text.clear()
    hands.paste("1. The rota")
    assert "no answer" not in said(hands.dialog)


def test_an_answer_of_somebody_else_is_said_and_not_blocked(hands: Hands) -> None:
    people.add(hands.store, "Ben Okri")
    hands.paste("1. The rota\n\nBest regards\nBen Okri")
    assert hands.dialog.warning.isVisible() and "Ben Okri" in hands.dialog.warning.text()
    assert hands.go.isEnabled()
    hands.text.clear()
    hands.paste("1. The rota")
    assert not hands.dialog.warning.isVisible()


def test_it_is_a_draft_of_the_person_until_it_is_taken_in(hands: Hands) -> None:
    hands.paste(THREE)
    hands.qtbot.mouseClick(hands.part(QPushButton, CLOSE), Qt.MouseButton.LeftButton)
    hands.open(people.add(hands.store, "Ben Okri"))
    assert hands.text.text() == ""
    hands.dialog.reject()
    hands.open(hands.ana)
    assert hands.text.text() == THREE and len(hands.rows()) == 4
    hands.take_in()
    hands.open(hands.ana)
    assert hands.text.text() == ""


@pytest.mark.parametrize("size", [MOST_CHARACTERS + 1, 10_000_000])
def test_far_too_much_is_refused_and_nothing_is_lost(hands: Hands, size: int) -> None:
    hands.paste("1. The rota")
    hands.paste("x" * size)
    assert hands.text.text() == "1. The rota"
    assert "the limit for an answer is" in hands.text.accessibleDescription()
    assert [row.words for row in hands.rows()] == ["The rota"]
    hands.qtbot.keyClick(hands.text, Qt.Key.Key_Backspace)
    assert hands.text.accessibleDescription() == ""


def test_the_clipboard_is_read_by_nobody_but_a_paste(hands: Hands) -> None:
    hands.dialog.reject()
    data = QMimeData()
    data.setText(THREE)
    QGuiApplication.clipboard().setMimeData(data)
    hands.open(hands.ana)
    assert hands.text.text() == ""
