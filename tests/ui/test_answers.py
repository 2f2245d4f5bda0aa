"""Asking on Discovery: what is suggested, where words go, what is private or not for the record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from careerdesk.domain.question_sets import START, START_HERE
from careerdesk.domain.records import DiscoveryNote, Lens, Question
from careerdesk.services import discovery, people
from careerdesk.ui.discovery.answering import ASK
from careerdesk.ui.discovery.discovery import FREE_NOTE
from careerdesk.ui.discovery.note_pair import NOTE_REMOVE
from careerdesk.ui.widgets.answer_marks import KEEP, OFF_RECORD, PRIVATE, STRIKE
from careerdesk.ui.widgets.past_day import PastDay
from tests.builders import a_note
from tests.robots.discovery import DiscoveryRobot, rows_of
from tests.robots.stage import TODAY, Stage
from tests.stores import ask as sql

LOST_TRACK = "When did you last lose track of time at work?"
VOLUNTARY = "Answering is voluntary. Explain what you'll write down and who can see it."
SAID = "zqsaidqz"


@pytest.fixture
def robot(stage: Stage) -> DiscoveryRobot:
    """The page of someone of whom nothing is known yet, on one side of a person."""
    person = people.add(stage.store, "Ana Ruiz")
    people.change(stage.store, person.id, pronouns="she/her")
    return DiscoveryRobot(stage, person.id)


@pytest.fixture
def new(stage: Stage) -> DiscoveryRobot:
    """The same page as it comes."""
    return DiscoveryRobot(stage, people.add(stage.store, "Ana Ruiz").id, lens=None)


def type_in(robot: DiscoveryRobot, words: str) -> None:
    robot.stage.qtbot.keyClicks(robot.words(), words)


def seen(robot: DiscoveryRobot) -> str:
    """All labels that can be read now."""
    return "\n".join(one.text() for one in robot.page.findChildren(QLabel) if one.isVisible())


def button(robot: DiscoveryRobot, name: str) -> QPushButton:
    return robot.stage.find(QPushButton, name)


def spoken(robot: DiscoveryRobot, row: int = 0) -> str:
    return str(robot.page.notes.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


class TestStartHere:
    def test_somebody_new_is_asked_the_first_of_four(self, new: DiscoveryRobot) -> None:
        keys = [row.question.key for row in new.page.questions.model.rows]
        assert keys == list(START_HERE)
        assert new.page.asked.text() == new.questions()[0]
        assert "0 of 4 questions asked. One or two will be enough next time." in seen(new)
        assert "Suggested: One of the first to ask" in seen(new)
        told = [new.page.questions.model.spoken(row) for row in new.page.questions.model.rows]
        assert [one.endswith("suggested") for one in told] == [True, True, False, False]

    def test_it_says_how_far_it_is_and_goes_on_another_day(self, new: DiscoveryRobot) -> None:
        for n in (0, 1):
            new.ask(new.questions()[n])
            type_in(new, "Passed on")
        new.stage.ctx.autosaver.flush()
        new.page.reload()
        assert "2 of 4 questions asked. The rest can wait until another time." in seen(new)
        rows = new.page.questions.model.rows
        assert not any("suggested" in new.page.questions.model.spoken(row) for row in rows)
        new.stage.clock.go_on(days=1)
        new.page.reload()
        assert "2 of 4 questions asked. One or two will be enough" in seen(new)

    def test_the_sentence_before_the_first_question_goes_with_the_first_answer(
        self, new: DiscoveryRobot
    ) -> None:
        assert VOLUNTARY in seen(new)
        assert "Don't go into health, family plans, religion or union membership." in seen(new)
        new.ask(new.questions()[0])
        assert VOLUNTARY in seen(new)
        type_in(new, "Passed on")
        new.stage.ctx.autosaver.flush()
        new.page.reload()
        assert VOLUNTARY not in seen(new)
        new.stage.undo()
        new.page.reload()
        assert VOLUNTARY in seen(new)

    @pytest.mark.long
    def test_what_was_not_for_the_record_was_asked_too(self, new: DiscoveryRobot) -> None:
        new.ask(new.questions()[0])
        new.click(OFF_RECORD)
        new.page.reload()
        assert VOLUNTARY not in seen(new)
        assert "1 of 4 questions asked" in seen(new)

    @pytest.mark.long
    def test_a_free_note_is_no_answer(self, new: DiscoveryRobot) -> None:
        new.click(FREE_NOTE)
        type_in(new, "Said in the lift")
        new.stage.ctx.autosaver.flush()
        assert not discovery.known(new.stage.store, new.person_id).answered

    @pytest.mark.long
    def test_once_it_is_through_the_page_says_what_is_not_known_yet(
        self, stage: Stage, new: DiscoveryRobot
    ) -> None:
        for one in discovery.questions(stage.store, new.person_id):
            if one.question.key in START_HERE:
                note = a_note(stage.store, new.person_id, one.id, date(2026, 1, 1))
                discovery.write_note(stage.store, note.id, their_words="Passed on")
        new.page.show_person(people.add(stage.store, "Bo Li").id)
        new.page.show_person(new.person_id)
        assert new.page.questions.sets.value() == ""
        assert "Suggested: No aspirations yet" in seen(new)
        row = new.questions().index(new.page.asked.text())
        model = new.page.questions.model
        assert model.spoken(model.rows[row]).endswith("suggested")


class TestOnlyOneIsOpen:
    def test_what_is_half_typed_is_kept_with_its_question(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        type_in(robot, "Pair")
        robot.lens(Lens.VALUES)
        assert robot.page.asked.text() == robot.questions()[0] != LOST_TRACK
        robot.click(ASK)
        type_in(robot, "Fair")
        robot.stage.ctx.autosaver.flush()
        told = {view.question_text: view.note.their_words for view in robot.notes()}
        assert told == {LOST_TRACK: "Pair", robot.questions()[0]: "Fair"}

    @pytest.mark.parametrize("away", ["lens", "row", "free", "set", "person", "ask"])
    def test_a_question_that_was_asked_and_not_answered_leaves_nothing(
        self, robot: DiscoveryRobot, away: str
    ) -> None:
        robot.ask(LOST_TRACK)
        assert robot.words().hasFocus()
        if away == "lens":
            robot.lens(Lens.VALUES)
        elif away == "row":
            robot.choose(robot.questions()[1])
        elif away == "free":
            robot.click(FREE_NOTE)
        elif away == "set":
            robot.set_of(START)
        elif away == "person":
            robot.page.show_person(people.add(robot.stage.store, "Bo Li").id)
        else:
            robot.ask(robot.questions()[2])
        robot.stage.ctx.autosaver.flush()
        assert robot.notes() == []
        assert "Ask" not in robot.stage.store.undo_name

    def test_a_topic_without_questions_leaves_none_open(self, robot: DiscoveryRobot) -> None:
        store = robot.stage.store
        for one in discovery.questions(store, robot.person_id):
            if one.question.lens is Lens.STAY and not one.question.question_set:
                discovery.retire(store, one.id)
        robot.ask(LOST_TRACK)
        type_in(robot, "Pair")
        robot.lens(Lens.STAY)
        assert robot.page.asked.text() == ""
        assert not robot.page.answers.isVisible()
        assert not button(robot, ASK).isVisible()
        assert "There are no questions here" in seen(robot)
        robot.page.reload()
        assert not robot.page.answers.isVisible()
        robot.lens(Lens.JOY)
        assert robot.page.asked.text() == LOST_TRACK
        assert robot.words().text() == "Pair"

    @pytest.mark.long
    def test_a_click_on_the_question_leaves_a_free_note(self, robot: DiscoveryRobot) -> None:
        robot.choose(LOST_TRACK)
        robot.click(FREE_NOTE)
        type_in(robot, "In the lift")
        robot.choose(LOST_TRACK)
        assert robot.page.asked.text() == LOST_TRACK
        robot.click(ASK)
        type_in(robot, "Pair")
        robot.stage.ctx.autosaver.flush()
        told = {view.question_text: view.note.their_words for view in robot.notes()}
        assert told == {"": "In the lift", LOST_TRACK: "Pair"}

    def test_somebody_else_clicked_in_between_sees_and_gets_none_of_it(
        self, robot: DiscoveryRobot
    ) -> None:
        other = people.add(robot.stage.store, "Bo Li").id
        robot.ask(LOST_TRACK)
        type_in(robot, "Of Ana")
        robot.page.show_person(other)
        assert not robot.page.answers.isVisible()
        assert discovery.notes(robot.stage.store, other) == []
        robot.page.ask(robot.page.questions.model.rows[0].id)
        assert robot.words().text() == ""
        robot.page.show_person(robot.person_id)
        assert [view.note.their_words for view in robot.notes()] == ["Of Ana"]

    def test_undo_takes_words_and_note_back_together_and_the_question_stays_open(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.ask(LOST_TRACK)
        type_in(robot, "Pairing")
        robot.stage.undo()
        assert robot.notes() == []
        assert robot.words().text() == "" and robot.words().hasFocus()
        robot.stage.redo()
        assert robot.words().text() == "Pairing"
        assert [view.note.their_words for view in robot.notes()] == ["Pairing"]
        robot.stage.undo()
        type_in(robot, "Again")
        robot.stage.ctx.autosaver.flush()
        assert [view.note.their_words for view in robot.notes()] == ["Again"]

    @pytest.mark.long
    def test_the_reading_alone_makes_a_note_too(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.stage.qtbot.keyClicks(robot.reading(), "She means it")
        robot.stage.qtbot.keyClicks(robot.words(), "Pairing")
        robot.stage.ctx.autosaver.flush()
        [view] = robot.notes()
        assert (view.note.their_words, view.note.my_reading) == ("Pairing", "She means it")

    def test_a_day_that_is_set_before_the_words_is_theirs(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        day = robot.stage.find(PastDay, "noteDay")
        day.setFocus()
        day.selectAll()
        robot.stage.qtbot.keyClicks(day, "fri")
        robot.stage.qtbot.keyClick(day, Qt.Key.Key_Return)
        assert robot.notes() == []
        type_in(robot, "Pairing")
        robot.stage.ctx.autosaver.flush()
        [view] = robot.notes()
        assert (view.note.asked_on, view.note.noted_on) == (TODAY.replace(day=13), TODAY)
        assert robot.words().text() == "Pairing" and len(robot.page.answers.pairs) == 1

    @pytest.mark.long
    def test_the_bin_of_what_is_not_typed_yet_asks_no_longer(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.click(NOTE_REMOVE)
        assert not robot.page.answers.isVisible()
        assert button(robot, ASK).hasFocus()


class TestPrivate:
    def ask_to_stay(self, robot: DiscoveryRobot) -> str:
        robot.lens(Lens.STAY)
        robot.ask(robot.questions()[0])
        return robot.questions()[0]

    def test_an_answer_on_staying_is_private_until_it_is_said_otherwise(
        self, robot: DiscoveryRobot
    ) -> None:
        self.ask_to_stay(robot)
        assert button(robot, PRIVATE).isChecked()
        assert robot.words().accessibleName().startswith("Private")
        type_in(robot, "The pay")
        robot.stage.ctx.autosaver.flush()
        assert robot.notes()[0].note.private
        assert spoken(robot).startswith("Private.")
        robot.click(PRIVATE)
        assert not robot.notes()[0].note.private
        assert not spoken(robot).startswith("Private.")
        robot.stage.undo()
        assert robot.notes()[0].note.private
        assert button(robot, PRIVATE).isChecked()

    @pytest.mark.long
    def test_it_can_be_turned_before_a_word_is_typed(self, robot: DiscoveryRobot) -> None:
        self.ask_to_stay(robot)
        robot.click(PRIVATE)
        assert not button(robot, PRIVATE).isChecked()
        assert robot.notes() == []
        type_in(robot, "The pay")
        robot.stage.ctx.autosaver.flush()
        assert not robot.notes()[0].note.private

    @pytest.mark.long
    def test_any_other_answer_is_open_and_one_click_makes_it_private(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.ask(LOST_TRACK)
        type_in(robot, "Half typed")
        assert not button(robot, PRIVATE).isChecked()
        robot.click(PRIVATE)
        note = robot.notes()[0].note
        assert (note.private, note.their_words) == (True, "Half typed")

    def test_while_the_screen_is_shared_there_is_nothing_of_it(self, robot: DiscoveryRobot) -> None:
        question = self.ask_to_stay(robot)
        type_in(robot, SAID)
        robot.stage.ctx.autosaver.flush()
        robot.stage.ctx.sharing.share(robot.person_id, robot.stage.ctx.autosaver.flush)
        assert rows_of(robot.history) == []
        assert robot.page.asked.text() == question
        assert not robot.page.answers.isVisible()
        assert SAID not in seen(robot) and VOLUNTARY not in seen(robot)
        robot.stage.ctx.sharing.stop()
        assert rows_of(robot.history) == [question]
        assert robot.words().text() == SAID


class TestNotForTheRecord:
    def test_it_keeps_the_day_and_undo_takes_it_back(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.click(OFF_RECORD)
        [view] = robot.notes()
        assert (view.note.asked_on, view.note.off_record) == (TODAY, True)
        assert not robot.words().isVisible() and not robot.reading().isVisible()
        assert "Asked, but no answer was written down." in seen(robot)
        assert "Off the record" in spoken(robot)
        assert robot.page.questions.model.rows[0].last_asked == TODAY
        robot.stage.undo()
        assert robot.notes() == []
        assert robot.words().isVisible()

    @pytest.mark.parametrize("flushed", [True, False])
    def test_words_that_are_typed_already_go_for_good_and_that_is_said_before(
        self, robot: DiscoveryRobot, *, flushed: bool
    ) -> None:
        robot.add("Mastery")
        robot.ask(LOST_TRACK)
        type_in(robot, SAID)
        robot.stage.qtbot.keyClicks(robot.reading(), SAID)
        if flushed:
            robot.stage.ctx.autosaver.flush()
        robot.click(OFF_RECORD)
        assert "The text typed here will be deleted permanently" in seen(robot)
        assert button(robot, STRIKE).hasFocus()
        robot.click(KEEP)
        assert "deleted permanently" not in seen(robot) and robot.words().text() == SAID
        assert not button(robot, OFF_RECORD).isChecked()
        robot.click(OFF_RECORD)
        robot.click(STRIKE)
        [view] = robot.notes()
        note = view.note
        assert (note.off_record, note.their_words, note.my_reading) == (True, "", "")
        assert note.asked_on == TODAY
        store = robot.stage.store
        assert store.undo_name == ("" if flushed else "Mark as off the record")
        assert store.redo_name == ""
        assert robot.words().text() == robot.reading().text() == ""
        for table in ("discovery_note", "text_version", "draft", "trashed"):
            assert SAID not in str(sql(store.path, f"SELECT * FROM {table}"))
        assert not [one.name for one in store.path.parent.iterdir()
                    if one.is_file() and SAID.encode() in one.read_bytes()]  # fmt: skip
        while store.undo() is not None:
            assert SAID not in str(sql(store.path, "SELECT * FROM discovery_note"))

    @pytest.mark.long
    def test_what_was_taken_out_again_and_earlier_versions_go_too(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.ask(LOST_TRACK)
        type_in(robot, SAID * 20)
        robot.stage.ctx.autosaver.flush()
        robot.words().selectAll()
        robot.stage.qtbot.keyClick(robot.words(), Qt.Key.Key_Delete)
        robot.stage.ctx.autosaver.flush()
        earlier = "SELECT * FROM text_version WHERE kind = 'discovery_note'"
        assert sql(robot.stage.store.path, earlier)
        robot.click(OFF_RECORD)
        robot.click(STRIKE)
        assert sql(robot.stage.store.path, earlier) == []
        assert robot.stage.store.undo() is None
        assert robot.notes()[0].note.their_words == ""

    @pytest.mark.long
    def test_what_could_not_be_stored_goes_too(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        type_in(robot, SAID)
        owner = robot.page.answers.pairs[0]._saved["their_words"].owner
        robot.stage.ctx.drafts.touch(owner, {"text": SAID})  # as when its record is gone
        robot.stage.ctx.drafts._write(owner)
        path = robot.stage.store.path
        assert sql(path, "SELECT count(*) FROM draft") == [(1,)]
        robot.click(OFF_RECORD)
        robot.click(STRIKE)
        robot.stage.ctx.autosaver.flush()
        assert sql(path, "SELECT count(*) FROM draft") == [(0,)]
        assert robot.words().text() == ""
        robot.click(OFF_RECORD)
        assert robot.words().isVisible() and robot.words().text() == ""

    @pytest.mark.long
    def test_it_can_be_written_down_after_all(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.click(OFF_RECORD)
        robot.click(OFF_RECORD)
        assert robot.notes() == []
        type_in(robot, "On second thoughts")
        robot.stage.ctx.autosaver.flush()
        [view] = robot.notes()
        assert (view.note.off_record, view.note.their_words) == (False, "On second thoughts")

    @pytest.mark.long
    def test_a_note_that_answers_no_question_has_no_such_choice(
        self, robot: DiscoveryRobot
    ) -> None:
        robot.click(FREE_NOTE)
        assert not button(robot, OFF_RECORD).isVisible()
        assert button(robot, PRIVATE).isVisible()

    @pytest.mark.long
    def test_the_next_suggestion_takes_it_for_an_answer(self, robot: DiscoveryRobot) -> None:
        robot.ask(LOST_TRACK)
        robot.click(OFF_RECORD)
        [one] = [found for found in discovery.questions(robot.stage.store, robot.person_id)
                 if found.last_asked is not None]  # fmt: skip
        assert (one.answers, one.last_words) == (1, "")


def test_earlier_answers_offer_what_can_be_said_of_them_while_one_is_at_them(
    robot: DiscoveryRobot,
) -> None:
    question = robot.page.questions.model.rows[0].id
    for days in (300, 100):
        note = a_note(robot.stage.store, robot.person_id, question, TODAY - timedelta(days))
        discovery.write_note(robot.stage.store, note.id, their_words=f"{days} days ago")
    robot.choose(LOST_TRACK)
    newest, older = robot.page.answers.pairs
    assert newest.marks.isVisible() and not older.marks.isVisible()
    older.words.setFocus()
    assert older.marks.isVisible()
    robot.stage.qtbot.keyClick(older.words, Qt.Key.Key_Tab)
    robot.stage.qtbot.keyClick(older.reading, Qt.Key.Key_Tab)
    assert older.marks.private.hasFocus() and older.marks.isVisible()
    robot.words().setFocus()
    assert not older.marks.isVisible()


def test_a_replaced_question_is_retired_once_and_its_answers_stay(stage: Stage) -> None:
    store, ana = stage.store, people.add(stage.store, "Ana Ruiz").id
    with store.edit("Before") as tx:
        before = tx.add(Question(key="strengths-proud", lens=Lens.STRENGTHS, text="Proud?"))
    note = a_note(store, ana, before.id, TODAY)
    discovery.write_note(store, note.id, their_words="The release")
    discovery.ensure_bank(store)
    assert [one.question.text for one in discovery.retired(store, ana)] == ["Proud?"]
    assert store.get(DiscoveryNote, note.id).their_words == "The release"
    discovery.retire(store, before.id, retire=False)
    discovery.ensure_bank(store)
    assert discovery.retired(store, ana) == []
    assert store.get(Question, before.id).text == "Proud?"
