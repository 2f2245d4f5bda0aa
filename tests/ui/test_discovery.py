"""The discovery page: motivators in their order, questions asked, answers side by side."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea

from careerdesk.domain.question_sets import GROW, STAY
from careerdesk.domain.records import Drive, Lens
from careerdesk.services import discovery, people
from careerdesk.ui.base import names
from careerdesk.ui.discovery.answer_row import NEWER, OLDER
from careerdesk.ui.discovery.answering import ASK
from careerdesk.ui.discovery.discovery import FREE_NOTE
from careerdesk.ui.discovery.motivator_chips import MotivatorChips
from careerdesk.ui.discovery.motivator_words import goals_text
from careerdesk.ui.discovery.note_pair import NOTE_REMOVE, NotePair
from careerdesk.ui.discovery.questions import OWN_QUESTION, REWORD
from careerdesk.ui.widgets.buttons import Badge
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.past_day import PastDay
from tests.builders import a_note
from tests.robots.discovery import DiscoveryRobot, rows_of
from tests.robots.stage import TODAY, Stage

LOST_TRACK = "When did you last lose track of time at work?"
STRANGE = "Robert'); DROP TABLE person;-- <b>x</b> %s {0} שלום 🎉"


@pytest.fixture
def robot(stage: Stage) -> DiscoveryRobot:
    """The page of someone of whom nothing is known yet."""
    person = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, person.id, pronouns="she/her")
    return DiscoveryRobot(stage, person.id)


def answer(robot: DiscoveryRobot, on: date, words: str, reading: str = "") -> int:
    """An answer to the first question, given earlier. The note's id."""
    question = next(
        q for q in discovery.questions(robot.stage.store, robot.person_id)
        if q.question.text == LOST_TRACK
    )  # fmt: skip
    note = a_note(robot.stage.store, robot.person_id, question.id, on)
    discovery.write_note(robot.stage.store, note.id, their_words=words, my_reading=reading)
    return note.id


class TestMotivators:
    def test_enter_adds_below_and_stays(self, robot: DiscoveryRobot) -> None:
        robot.add("Mastery", STRANGE, "Autonomy")
        assert robot.ranked() == robot.stored() == ["Mastery", STRANGE, "Autonomy"]
        assert robot.stage.find(InlineAdd, names.MOTIVATOR_EDIT).hasFocus()

    def test_keys_rank_and_write_one_row(self, robot: DiscoveryRobot) -> None:
        robot.add("A", "B", "C")
        robot.stage.written()
        robot.press(Qt.Key.Key_Home, "C", alt=True)
        assert robot.ranked() == robot.stored() == ["C", "A", "B"]
        assert robot.stage.written() == 1
        robot.press(Qt.Key.Key_Down, "C", alt=True)
        assert robot.ranked() == ["A", "C", "B"]
        robot.stage.undo()
        robot.stage.undo()
        assert robot.ranked() == robot.stored() == ["A", "B", "C"]

    def test_a_drop_ranks(self, robot: DiscoveryRobot) -> None:
        robot.add("A", "B", "C")
        model = robot.page.motivators.model
        assert model.moveRow(model.index(0, 0).parent(), 0, model.index(0, 0).parent(), 3)
        assert robot.stored() == ["B", "C", "A"]

    def test_f2_renames_in_place(self, robot: DiscoveryRobot, qtbot) -> None:
        robot.add("Mastry", "B")
        robot.press(Qt.Key.Key_F2, "Mastry")
        editor = robot.motivator_list.viewport().findChild(QLineEdit)
        assert editor is not None
        editor.selectAll()
        qtbot.keyClicks(editor, "Mastery")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: robot.ranked() == ["Mastery", "B"])
        assert robot.stored() == ["Mastery", "B"]

    def test_f2_is_not_left_to_the_window_here(self, robot: DiscoveryRobot) -> None:
        kind, none = QEvent.Type.ShortcutOverride, Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, Qt.Key.Key_F2, none)
        event.ignore()
        robot.motivator_list.event(event)
        assert event.isAccepted()

    def test_an_emptied_name_is_not_taken(self, robot: DiscoveryRobot) -> None:
        robot.add("A")
        model = robot.page.motivators.model
        assert model.setData(model.index(0, 0), "  ") is False
        assert robot.stored() == ["A"]

    def test_delete_offers_the_way_back(self, robot: DiscoveryRobot) -> None:
        robot.add("A", "B")
        robot.press(Qt.Key.Key_Delete, "A")
        assert robot.ranked() == robot.stored() == ["B"]
        assert robot.stage.toast.isVisible()
        assert robot.motivator_list.hasFocus()
        robot.stage.undo()
        assert robot.ranked() == ["A", "B"]

    def test_drainers_stand_apart_and_can_change_sides(self, robot: DiscoveryRobot) -> None:
        robot.add("A")
        robot.add_drainer("Night calls")
        assert (robot.stored(), robot.stored(Drive.DRAINS)) == (["A"], ["Night calls"])
        assert robot.ranked() == ["A"]
        robot.press(Qt.Key.Key_End, "Night calls", drive=Drive.DRAINS)
        menu = robot.list_of(Drive.DRAINS).menu()
        next(one for one in menu.actions() if one.text() == "Mark as giving energy").trigger()
        assert robot.ranked() == robot.stored() == ["A", "Night calls"]
        robot.stage.undo()
        robot.press(Qt.Key.Key_Delete, "Night calls", drive=Drive.DRAINS)
        assert robot.stored(Drive.DRAINS) == []
        robot.stage.undo()
        assert rows_of(robot.list_of(Drive.DRAINS)) == ["Night calls"]

    def test_a_row_tells_place_name_and_goals(self, robot: DiscoveryRobot) -> None:
        robot.add("A", "B")
        spoken = robot.page.motivators.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Motivator 2 of 2: B, private guess, no goals yet, no notes yet"
        view = robot.page.motivators.model.rows[0]
        assert goals_text(view) == "no goals yet"

    def test_the_page_speaks_of_the_person_by_pronoun_or_name(self, robot: DiscoveryRobot) -> None:
        assert robot.page.motivators.header.title.text() == "What drives her"
        other = people.add(robot.stage.store, "Bo Li")
        robot.page.show_person(other.id)
        assert robot.page.motivators.header.title.text() == "What drives Bo"
        assert robot.page.motivators.empty.isVisible()

    def test_the_model_keeps_qts_rules(self, robot: DiscoveryRobot) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        models = (robot.page.motivators.model, robot.page.questions.model, robot.page.notes)
        testers = [QAbstractItemModelTester(model, mode) for model in models]
        robot.add("A", "B", "C")
        robot.press(Qt.Key.Key_Up, "C", alt=True)
        robot.press(Qt.Key.Key_Delete, "A")
        robot.lens(Lens.STAY)
        robot.ask(robot.questions()[1])
        robot.stage.undo()
        assert len(testers) == 3


class TestQuestions:
    def test_a_lens_filters_and_pressed_again_shows_all(self, robot: DiscoveryRobot) -> None:
        assert LOST_TRACK in robot.questions()
        robot.lens(Lens.VALUES)
        assert LOST_TRACK not in robot.questions()
        robot.lens(Lens.VALUES)
        assert len(robot.questions()) >= 24

    def test_another_lens_shows_its_first_question_and_stays_over_every_reload(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.choose(robot.questions()[3])
        robot.lens(Lens.VALUES)
        rows = robot.questions()
        assert robot.page.asked.text() == rows[0]
        robot.add("Mastery")
        robot.page.reload()
        assert robot.questions() == rows
        assert robot.page.asked.text() == rows[0]
        assert robot.question_list.currentIndex().row() == 0

    def test_a_lens_with_another_question_asked_stays_what_was_chosen(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.ask(robot.questions()[2])
        robot.lens(Lens.STAY)
        robot.lens(Lens.VALUES)
        robot.lens(Lens.VALUES)
        assert robot.page.asked.text() in robot.questions()
        shown = robot.page.asked.text()
        robot.page.reload()
        assert robot.page.asked.text() == shown

    def test_switching_the_chosen_lens_off_keeps_the_question(self, robot: DiscoveryRobot) -> None:
        robot.choose(robot.questions()[1])
        asked = robot.page.asked.text()
        robot.lens(Lens.JOY)
        assert len(robot.questions()) >= 24
        assert robot.page.asked.text() == asked
        row = robot.question_list.currentIndex().row()
        assert robot.questions()[row] == asked

    def test_a_lens_without_questions_stays_too(self, robot: DiscoveryRobot) -> None:
        store = robot.stage.store
        for view in discovery.questions(store, robot.person_id):
            if view.question.lens is Lens.STAY:
                discovery.retire(store, view.id, retire=True)
        robot.lens(Lens.STAY)
        assert robot.questions() == []
        robot.page.reload()
        assert robot.questions() == []

    def test_asking_opens_the_note_of_today_at_their_words(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        assert robot.words().hasFocus()
        assert robot.page.asked.text() == LOST_TRACK
        assert robot.notes() == []  # to ask alone keeps nothing
        robot.stage.qtbot.keyClicks(robot.words(), "P")
        robot.stage.ctx.autosaver.flush()
        note = robot.notes()[0].note
        assert (note.asked_on, note.their_words) == (TODAY, "P")
        assert robot.page.questions.model.rows[0].last_asked == TODAY
        assert robot.words().hasFocus() and robot.words().textCursor().position() == 1

    def test_asking_again_the_same_day_goes_on_with_the_note(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.words().insert_text("Pairing")
        robot.ask(LOST_TRACK)
        assert len(robot.notes()) == 1
        assert robot.words().text() == "Pairing"

    def test_another_page_can_ask(self, robot: DiscoveryRobot) -> None:
        stay = next(
            q for q in discovery.questions(robot.stage.store, robot.person_id)
            if q.question.lens is Lens.STAY
        )  # fmt: skip
        robot.page.ask(stay.id)
        assert robot.words().hasFocus()
        assert robot.page.asked.text() == stay.question.text
        assert stay.question.text in robot.questions()

    def test_an_own_question_stands_under_its_lens(self, robot: DiscoveryRobot) -> None:
        robot.lens(Lens.LEARNING)
        robot.click(OWN_QUESTION)
        edit = robot.stage.find(InlineAdd, names.OWN_QUESTION_EDIT)
        assert edit.hasFocus()
        edit.setText(STRANGE)
        robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert robot.questions()[-1] == STRANGE
        assert robot.page.asked.text() == STRANGE
        robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Escape)
        assert not edit.isVisible()

    def test_a_row_tells_question_lens_and_when(self, robot: DiscoveryRobot) -> None:
        index = robot.page.questions.model.index(0, 0)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.endswith("Joy, never asked")
        answer(robot, date(2026, 2, 12), "x")
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.endswith("Joy, asked 9 months ago")


class TestAnswers:
    def test_words_and_value_save_themselves_apart(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.words().insert_text("Pairing with Nia")
        robot.reading().insert_text("From hunting to teaching")
        robot.stage.ctx.autosaver.flush()
        note = robot.notes()[0].note
        assert note.their_words == "Pairing with Nia"
        assert note.my_reading == "From hunting to teaching"
        assert robot.reading().accessibleName().startswith("Private")

    def test_typing_is_not_disturbed_and_shows_in_the_history(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.stage.qtbot.keyClicks(robot.words(), "Pairing")
        cursor = robot.words().textCursor()
        cursor.setPosition(3)
        robot.words().setTextCursor(cursor)
        robot.stage.ctx.autosaver.flush()
        assert robot.words().textCursor().position() == 3
        row = robot.page.notes.index(0, 0)
        assert "Pairing" in row.data(Qt.ItemDataRole.AccessibleTextRole)

    def test_tab_goes_from_the_words_to_the_reading(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.stage.qtbot.keyClick(robot.words(), Qt.Key.Key_Tab)
        assert robot.reading().hasFocus()

    def test_earlier_answers_stand_beside_the_newest_left(self, robot: DiscoveryRobot) -> None:
        answer(robot, date(2025, 6, 3), "old")
        answer(robot, date(2026, 2, 12), "newer", "mine")
        robot.choose(LOST_TRACK)
        assert (robot.words().text(), robot.words(1).text()) == ("newer", "old")
        assert robot.reading().text() == "mine"
        robot.ask(LOST_TRACK)
        assert (robot.words().text(), robot.words(1).text()) == ("", "newer")

    def test_a_pager_leads_to_what_does_not_fit(self, robot: DiscoveryRobot) -> None:
        for year in (2021, 2022, 2023, 2024, 2025):
            answer(robot, date(year, 6, 3), str(year))
        robot.choose(LOST_TRACK)
        beside = len(robot.page.answers.pairs)
        assert 1 <= beside <= 3
        assert robot.words().text() == "2025"
        robot.click(OLDER)
        assert robot.words().text() == str(2025 - beside)
        robot.click(NEWER)
        assert robot.words().text() == "2025"

    def test_a_scroll_bar_takes_no_room_from_the_answers(self, robot: DiscoveryRobot) -> None:
        """One more beside makes them higher: a bar could take it away and back without an end."""
        answer(robot, date(2025, 6, 3), "old\n" * 12)
        answer(robot, date(2026, 2, 12), "newer")
        robot.choose(LOST_TRACK)
        area = robot.page._right
        widths, bars = set(), set()
        for height in (500, 1600, 500):
            robot.stage.window.resize(1048, height)
            QApplication.processEvents()
            widths.add(area.viewport().width())
            bars.add(area.verticalScrollBar().isVisible())
        assert bars == {True, False}
        assert len(widths) == 1

    def test_an_older_answer_is_not_overwritten(self, robot: DiscoveryRobot) -> None:
        answer(robot, date(2026, 2, 12), "then")
        robot.ask(LOST_TRACK)
        robot.words().insert_text("now")
        robot.stage.ctx.autosaver.flush()
        assert [view.note.their_words for view in robot.notes()] == ["now", "then"]

    def test_typing_one_text_is_one_step(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        for word in ("one ", "two ", "three"):
            robot.stage.qtbot.keyClicks(robot.words(), word)
            robot.stage.ctx.autosaver.flush()
        robot.stage.undo()
        assert robot.words().text() == ""
        robot.stage.redo()
        assert robot.words().text() == "one two three"

    def test_changing_the_question_keeps_what_was_typed(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.words().insert_text("kept")
        robot.choose(robot.questions()[1])
        assert robot.notes()[0].note.their_words == "kept"

    def test_a_note_is_deleted_with_a_way_back(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.words().insert_text("gone and back")
        robot.click(NOTE_REMOVE)
        assert robot.notes() == []
        assert robot.stage.toast.isVisible()
        robot.stage.undo()
        assert robot.notes()[0].note.their_words == "gone and back"
        assert robot.words().text() == "gone and back"

    def test_a_huge_paste_is_refused_in_a_sentence(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.words().insert_text("x" * 10_000_000)
        assert robot.words().text() == ""
        assert robot.stage.toast.isVisible()


class TestNotes:
    def test_a_free_note_has_no_question(self, robot: DiscoveryRobot) -> None:
        robot.click(FREE_NOTE)
        assert robot.words().hasFocus()
        assert robot.page.asked.text() == "Note"
        robot.words().insert_text("Said in the lift")
        robot.stage.ctx.autosaver.flush()
        assert robot.notes()[0].note.question_id is None
        assert rows_of(robot.history) == ["Note"]

    def test_the_newest_note_is_on_top_and_opens(self, robot: DiscoveryRobot) -> None:
        answer(robot, date(2025, 6, 3), "old")
        robot.click(FREE_NOTE)
        robot.words().insert_text("Said in the lift")
        robot.stage.ctx.autosaver.flush()
        assert rows_of(robot.history) == ["Note", LOST_TRACK]
        robot.history.setCurrentIndex(robot.page.notes.index(1, 0))
        robot.history.setFocus()
        robot.stage.qtbot.keyClick(robot.history, Qt.Key.Key_Return)
        assert robot.page.asked.text() == LOST_TRACK
        assert robot.words().hasFocus()
        assert robot.words().text() == "old"

    def test_delete_in_the_history_offers_the_way_back(self, robot: DiscoveryRobot) -> None:
        answer(robot, date(2025, 6, 3), "old")
        answer(robot, date(2026, 2, 12), "new")
        robot.history.setCurrentIndex(robot.page.notes.index(0, 0))
        robot.history.setFocus()
        robot.stage.qtbot.keyClick(robot.history, Qt.Key.Key_Delete)
        assert [view.note.their_words for view in robot.notes()] == ["old"]
        assert robot.history.hasFocus()
        robot.stage.undo()
        assert len(robot.notes()) == 2

    def test_a_row_tells_that_there_is_a_private_reading_and_not_what(
        self, robot: DiscoveryRobot
    ) -> None:
        answer(robot, date(2026, 2, 12), "new", "SECRET")
        spoken = robot.page.notes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "12 February 2026" in spoken and "private interpretation" in spoken
        assert "SECRET" not in spoken

    def test_nothing_of_one_person_shows_at_another(self, robot: DiscoveryRobot) -> None:
        robot.click(FREE_NOTE)
        robot.words().insert_text("of Ana")
        other = people.add(robot.stage.store, "Bo Li")
        robot.page.show_person(other.id)
        assert robot.page.notes.rowCount() == 0
        assert robot.page.answers.isHidden()
        assert robot.page.no_notes.isVisible()
        robot.page.show_person(robot.person_id)
        assert robot.notes()[0].note.their_words == "of Ana"


def test_a_deleted_person_leaves_the_page_in_peace(robot: DiscoveryRobot) -> None:
    robot.add("A")
    robot.ask(LOST_TRACK)
    people.remove(robot.stage.store, robot.person_id)
    assert robot.stage.banners.banner("problem") is None
    robot.stage.undo()
    assert robot.ranked() == ["A"]


def test_every_control_has_a_handle_and_a_name(robot: DiscoveryRobot) -> None:
    from PySide6.QtWidgets import QAbstractButton, QTextEdit

    answer(robot, date(2025, 6, 3), "old")
    robot.add_drainer("Night calls")
    robot.ask(LOST_TRACK)
    seen = set()
    for kind in (QAbstractButton, QLineEdit, QTextEdit):
        for widget in robot.page.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName(), widget.objectName()
                assert widget.objectName(), widget
                assert widget.objectName() not in seen, widget.objectName()
                seen.add(widget.objectName())
    assert robot.page.findChild(object, ASK) is not None


def test_delete_retires_a_question_and_brings_a_retired_one_back(robot: DiscoveryRobot) -> None:
    answer(robot, date(2026, 3, 1), "In the tests")
    before = robot.questions()
    robot.choose(LOST_TRACK)
    robot.stage.qtbot.keyClick(robot.question_list, Qt.Key.Key_Delete)
    assert robot.questions() == before[1:]
    assert "Its answers have been kept" in robot.stage.toast.text()
    robot.click("retiredQuestions")
    assert robot.questions() == [LOST_TRACK]
    robot.choose(LOST_TRACK)
    assert robot.words().text() == "In the tests"
    robot.stage.qtbot.keyClick(robot.question_list, Qt.Key.Key_Delete)
    assert robot.questions() == before
    assert not robot.page.questions.retired.isVisible()


def test_delete_retires_a_question_of_a_set_whatever_the_bank_was_filtered_by(
    robot: DiscoveryRobot,
) -> None:
    robot.choose(LOST_TRACK)
    robot.stage.qtbot.keyClick(robot.question_list, Qt.Key.Key_Delete)
    robot.click("retiredQuestions")
    robot.set_of(GROW)
    assert not robot.page.questions.retired.isVisible()
    before = robot.questions()
    robot.choose(before[1])
    robot.stage.qtbot.keyClick(robot.question_list, Qt.Key.Key_Delete)
    assert robot.questions() == [before[0], *before[2:]]
    assert "Question retired" in robot.stage.toast.text()


def test_a_note_on_a_retired_question_opens_with_its_question(robot: DiscoveryRobot) -> None:
    answer(robot, date(2026, 3, 1), "In the tests")
    robot.choose(LOST_TRACK)
    robot.stage.qtbot.keyClick(robot.question_list, Qt.Key.Key_Delete)
    robot.history.setCurrentIndex(robot.history.model().index(0, 0))
    robot.stage.qtbot.keyClick(robot.history, Qt.Key.Key_Return)
    assert robot.page.asked.text() == LOST_TRACK
    assert robot.words().text() == "In the tests"


@pytest.mark.parametrize("wide", [1048, 780])
def test_a_long_name_does_not_push_the_motivators_out_of_sight(stage: Stage, wide: int) -> None:
    person = people.add(stage.store, "Karoline-Friederike Freifrau von Schwarzenberg")
    robot = DiscoveryRobot(stage, person.id)
    robot.add("Mastery")
    stage.window.resize(wide, 700)
    QApplication.processEvents()
    robot.page.fold.button.click()
    areas = [area for area in robot.page.findChildren(QScrollArea) if area.isVisible()]
    assert len(areas) == (2 if wide > 1000 else 1)
    for area in areas:
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_in_a_narrow_window_what_drives_someone_is_one_line_that_unfolds(
    robot: DiscoveryRobot, stage: Stage
) -> None:
    robot.add("Mastery", "Calm")
    page = robot.page
    assert page.motivators.isVisible()
    assert not page.fold.isVisible()
    stage.window.resize(780, 700)
    QApplication.processEvents()
    badges = page.fold.findChildren(Badge)
    chips = [badge.accessibleName() for badge in badges if badge.isVisible()]
    assert chips == ["1 Mastery, your private guess", "2 Calm, your private guess"]
    assert not page.motivators.isVisible()
    robot.click("driveFold")
    assert page.motivators.isVisible()
    assert page.aspirations.isVisible()
    robot.click("driveFold")
    assert not page.motivators.isVisible()
    stage.window.resize(1048, 700)
    QApplication.processEvents()
    assert page.motivators.isVisible()
    assert not page.fold.isVisible()


def test_a_set_of_questions_stands_alone_and_in_its_order(robot: DiscoveryRobot) -> None:
    pane = robot.page.questions
    pane.sets.set_value(STAY)
    pane.sets.picked.emit(STAY)
    shown = [row.question for row in pane.model.rows]
    assert {one.question_set for one in shown} == {STAY}
    assert [one.rank for one in shown] == sorted(one.rank for one in shown)
    assert not pane.chips[Lens.JOY].isVisible()


def focused_name() -> str:
    """The handle of what has the keyboard."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def test_esc_leaves_the_line_of_a_question_to_what_brought_it(robot: DiscoveryRobot) -> None:
    discovery.add_questions(robot.stage.store, Lens.JOY, ["What made you laugh?"])
    robot.choose("What made you laugh?")
    edit = robot.stage.find(InlineAdd, names.OWN_QUESTION_EDIT)
    for opener in (REWORD, OWN_QUESTION):
        robot.click(opener)
        robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Escape)
        assert focused_name() == opener and not edit.isVisible()
    robot.click(OWN_QUESTION)
    robot.set_of(GROW)  # which no question is added to
    robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert focused_name() == names.QUESTION_LIST


def test_an_own_question_is_worded_again_and_keeps_its_answers(robot: DiscoveryRobot) -> None:
    store = robot.stage.store
    own = discovery.add_question(store, Lens.JOY, "Cake?")
    note = a_note(store, robot.person_id, own.id, TODAY)
    discovery.write_note(store, note.id, their_words="Always")
    pane = robot.page.questions
    pane.choose(own.id)
    robot.click("rewordQuestion")
    edit = robot.stage.find(InlineAdd, names.OWN_QUESTION_EDIT)
    assert edit.text() == "Cake?"
    edit.setText("Which cake?")
    robot.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)
    worded = pane.question(own.id)
    assert worded is not None
    assert worded.question.text == "Which cake?"
    assert discovery.answers(store, robot.person_id, own.id)[0].their_words == "Always"
    pane.choose(pane.model.id_at(0))
    assert not pane.reword.isVisible()


def test_other_motivators_of_a_note_come_out_on_a_press(robot: DiscoveryRobot) -> None:
    robot.add("Craft", "Calm")
    note = a_note(robot.stage.store, robot.person_id, None, TODAY)
    craft = robot.page.motivators.model.id_at(0)
    discovery.set_note_motivators(robot.stage.store, note.id, [craft])
    robot.page.history.opened.emit(robot.page.history.model().index(0, 0))
    chips = robot.page.findChildren(MotivatorChips)[0]
    shown = [chip.isVisible() for chip in chips.tab_stops()]
    assert shown == [True, False, True]
    chips.more.click()
    assert [chip.isVisible() for chip in chips.tab_stops()] == [True, True, False]


def test_the_day_of_an_answer_can_be_put_right(robot: DiscoveryRobot) -> None:
    robot.ask(robot.questions()[0])
    day = robot.stage.window.findChild(PastDay, "noteDay")
    assert day is not None
    assert (day.day(), day.accessibleName()) == (TODAY, "Date asked")
    robot.words().insert_text("Pairing")
    robot.stage.ctx.autosaver.flush()
    enter(robot, day, "fri")
    [view] = robot.notes()
    assert (view.note.asked_on, view.note.noted_on) == (TODAY.replace(day=13), TODAY)
    assert "noted on 17 Nov" in [label.text() for label in robot.stage.window.findChildren(QLabel)]
    robot.stage.undo()
    assert day.day() == TODAY
    assert robot.notes()[0].note.noted_on is None


@pytest.mark.parametrize(
    ("words", "why"),
    [("2026-11-18", "in the future"), (" ", "Enter a date"), ("soon", "isn't a date")],
)
def test_a_day_no_answer_can_be_of_is_refused_and_stays(
    robot: DiscoveryRobot, words: str, why: str
) -> None:
    robot.ask(robot.questions()[0])
    robot.words().insert_text("Pairing")
    robot.stage.ctx.autosaver.flush()
    day = robot.stage.window.findChild(PastDay, "noteDay")
    assert day is not None
    enter(robot, day, words)
    assert why in day.accessibleDescription()
    assert day.text() == words
    assert robot.notes()[0].note.asked_on == TODAY
    robot.stage.qtbot.keyClick(day, Qt.Key.Key_Escape)
    robot.stage.qtbot.keyClick(day, Qt.Key.Key_Up)  # no day ahead
    assert day.day() == TODAY
    robot.stage.qtbot.keyClick(day, Qt.Key.Key_Down)
    assert robot.notes()[0].note.asked_on == TODAY.replace(day=16)


def enter(robot: DiscoveryRobot, field: PastDay, words: str) -> None:
    field.setFocus()
    field.selectAll()
    robot.stage.qtbot.keyClicks(field, words)
    robot.stage.qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_click_beside_a_text_goes_into_it_and_never_stays_in_the_other(
    robot: DiscoveryRobot,
) -> None:
    robot.click(ASK)
    pair, left = robot.stage.window.findChildren(NotePair)[0], Qt.MouseButton.LeftButton
    below = pair.box.rect().bottomLeft() + QPoint(40, -3)
    robot.stage.qtbot.mouseClick(pair.box, left, pos=below)
    assert pair.reading.hasFocus()
    robot.stage.qtbot.mouseClick(pair.box.mark, left)
    assert pair.reading.hasFocus()
    robot.stage.qtbot.mouseClick(pair.label, left)
    assert pair.words.hasFocus()


def test_nothing_moves_while_the_first_answer_of_all_is_typed(robot: DiscoveryRobot) -> None:
    robot.click(ASK)
    pair = robot.stage.window.findChildren(NotePair)[0]
    assert robot.page.answering.voluntary.isVisible()
    before = pair.box.mapTo(robot.page, QPoint())
    robot.stage.qtbot.keyClicks(pair.words, "I liked maths")
    robot.stage.ctx.autosaver.flush()
    QApplication.processEvents()
    assert pair.box.mapTo(robot.page, QPoint()) == before
    assert discovery.known(robot.stage.store, robot.person_id).answered
