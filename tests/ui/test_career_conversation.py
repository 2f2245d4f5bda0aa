"""A career conversation has a page of its own: where to, two questions, the goals, one step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from careerdesk.domain.career_conversation import Verdict
from careerdesk.domain.records import (
    CheckInKind,
    DiscoveryNote,
    Drive,
    Horizon,
    ItemState,
    LookedAhead,
    Measure,
    Owner,
    PlanItem,
    Promise,
)
from careerdesk.services import (
    answers,
    aspirations,
    career_conversations,
    checkins,
    discovery,
    key_results,
    people,
    plans,
)
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import PREPARE
from careerdesk.ui.checkins.career_conversation import NEW_WISH, CareerConversation
from careerdesk.ui.checkins.career_goals import TITLE_EDIT
from careerdesk.ui.shell.actions import NOTE_FEEDBACK
from careerdesk.ui.widgets.choice_list import ChoiceList
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import a_note
from tests.robots.check_ins import CheckInsRobot
from tests.robots.stage import TODAY, Stage
from tests.robots.window import PeopleRobot

BEFORE = TODAY - timedelta(days=60)
SPRING = date(2026, 3, 4)
RELEASE, NIGHTS = "The release runs without me", "Nights are fair"


class Career(CheckInsRobot):
    """Ana has two goals and said where she wants to go; a conversation with her runs."""

    def __init__(self, stage: Stage) -> None:
        store = stage.store
        discovery.ensure_bank(store)
        ana = people.add(store, "Ana Ruiz")
        people.change(store, ana.id, pronouns="she/her")
        goals = plans.add_items_for(store, ana.id, Horizon.SHORT, [RELEASE, NIGHTS], BEFORE)
        self.release, self.nights = (goal.id for goal in goals)
        result = key_results.add(store, self.release, "Loads by 06:00")
        key_results.change(store, result.id, measure=Measure.PERCENT, target=95.0, current=8.0)
        plans.change_item(store, self.release, today=BEFORE, due_on=BEFORE)
        checkins.add_agenda(store, ana.id, "Printer")
        question = discovery.questions(store, ana.id)[4].question
        note = a_note(store, ana.id, question.id, SPRING)
        discovery.write_note(store, note.id, their_words="Explaining how a load is planned")
        super().__init__(stage, ana.id)
        checkins.start(store, ana.id, self.clock.now(), CheckInKind.CAREER)

    @property
    def career(self) -> CareerConversation:
        found = self.page.check_in.career
        assert found is not None and found.isVisible()
        return found

    def words(self) -> str:
        """All that can be read on the page of the conversation."""
        labels = [one.text() for one in self.career.findChildren(QLabel) if one.isVisible()]
        model = self.goals_list.model()
        rows = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                for n in range(model.rowCount())]  # fmt: skip
        return "\n".join([*labels, *rows])

    @property
    def goals_list(self) -> ChoiceList:
        return self.career.goals.list

    def judge(self, key: Qt.Key, row: int) -> None:
        self.goals_list.setFocus()
        self.goals_list.setCurrentIndex(self.goals_list.model().index(row, 0))
        self.qtbot.keyClick(self.goals_list, key)

    def goal(self, goal_id: int) -> PlanItem:
        return self.stage.store.get(PlanItem, goal_id)

    def verdicts(self) -> list[object]:
        return [row.chosen for row in self.career.goals.model.rows]

    def say_back(self) -> list[str]:
        """What is to be said aloud once Finish is pressed."""
        self.ask_to_finish()
        end = self.page.check_in.bar.end
        assert end.say_back.isVisible()
        return [line.text() for line in end.lines if line.isVisible()]


@pytest.fixture
def career(stage: Stage) -> Career:
    return Career(stage)


def test_it_holds_no_numbers_nothing_late_no_temperature_no_agenda(career: Career) -> None:
    words = career.words()
    for absent in ("95", "8", "%", "late", "Late", "Due", "Printer", "Loads", "Temperature"):
        assert absent not in words.replace("4 March 2026", "")
    check_in = career.page.check_in
    parts = (
        check_in.agenda_section,
        check_in.goal_section,
        check_in.feeling_section,
        check_in.feedback_section,
    )
    assert not any(part.isVisible() for part in parts)
    assert career.shared.isVisible() and career.private.isVisible()


def test_where_she_wants_to_go_stands_on_top_in_her_words_with_its_day(career: Career) -> None:
    assert career.stage.find(QLineEdit, NEW_WISH).isVisible()
    aspirations.add(career.stage.store, career.person_id, ["Lead a team"], SPRING)
    words = career.words()
    assert "Where she wants to go" in words
    assert "“Lead a team”\nsince 4 March 2026" in words
    assert not career.stage.find(QLineEdit, NEW_WISH).isVisible()


@pytest.mark.long
def test_without_one_it_can_be_said_now(career: Career) -> None:
    field = career.stage.find(InlineAdd, NEW_WISH)
    field.setFocus()
    career.qtbot.keyClicks(field, "Teach")
    career.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "“Teach”" in career.words()


def test_feedback_is_typed_in_the_brief_since_there_is_no_place_for_it(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz")
    checkins.start(team.store, ana.id, team.window.ctx.clock.now(), CheckInKind.CAREER)
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    team.act(NOTE_FEEDBACK)
    assert team.window.person_page.tab == PREPARE
    assert QApplication.focusWidget().objectName() == "feedbackSituation"


def test_one_that_is_half_typed_at_the_end_stands_in_the_next_conversation(
    career: Career,
) -> None:
    store, now = career.stage.store, career.clock.now()
    field = career.stage.find(InlineAdd, NEW_WISH)
    field.setFocus()
    career.qtbot.keyClicks(field, "Teach")
    checkins.finish(store, career.check_in.id, now)  # as from Today: nobody presses Enter there
    checkins.start(store, career.person_id, now, CheckInKind.CAREER)
    assert field.isVisible()
    assert field.text() == "Teach"


def test_the_last_answer_stands_by_its_question_and_the_new_one_is_a_note(career: Career) -> None:
    store, asked = career.stage.store, career.career.questions
    assert sum(one.isVisible() for one in asked) == 2
    assert asked[0].before.text() == "Explaining how a load is planned"
    assert asked[0].when.text() == "Last time: 4 March 2026"
    assert not asked[1].before.isVisible()
    career.type(asked[0].answer, "Still that")
    career.saved()
    note = next(iter(career_conversations.answers(store, career.check_in.id).values()))
    assert (note.their_words, note.asked_on) == ("Still that", TODAY)
    assert asked[0].before.text() == "Explaining how a load is planned"
    career.type(asked[0].answer, ", and more")
    career.saved()
    assert [view.note.their_words for view in discovery.notes(store, career.person_id)] == [
        "Still that, and more", "Explaining how a load is planned",
    ]  # fmt: skip


def test_the_day_by_the_last_answer_is_its_own_whatever_was_asked_since(career: Career) -> None:
    store, box = career.stage.store, career.career.questions[0]
    question_id = discovery.questions(store, career.person_id)[4].id
    answers.set_off_record(
        store, a_note(store, career.person_id, question_id, date(2026, 5, 6)), off_record=True
    )
    later = a_note(store, career.person_id, question_id, date(2026, 6, 7))
    discovery.write_note(store, later.id, their_words="zqsaidqz")
    answers.set_private(store, store.get(DiscoveryNote, later.id), private=True)
    career.page.reload()
    assert (box.when.text(), box.before.text()) == ("Last time: 7 June 2026", "zqsaidqz")
    career.stage.ctx.sharing.share(career.person_id)
    career.page.reload()
    assert box.before.text() == "Explaining how a load is planned"
    assert box.when.text() == "Last time: 4 March 2026"


def test_what_is_asked_stays_whatever_becomes_known_meanwhile(career: Career) -> None:
    asked = [one.text.text() for one in career.career.questions]
    aspirations.add(career.stage.store, career.person_id, ["Lead a team"], TODAY)
    career.type(career.career.questions[1].answer, "In Kiel")
    discovery.add_motivator(career.stage.store, career.person_id, "Fairness", Drive.VALUE)
    career.page.reload()
    assert [one.text.text() for one in career.career.questions] == asked
    assert career.career.questions[1].answer.text() == "In Kiel"
    assert not career.career.voluntary.isVisible()


def test_an_answer_not_for_the_record_in_the_conversation(career: Career) -> None:
    store, box = career.stage.store, career.career.questions[0]
    career.type(box.answer, "zqsaidqz")
    career.saved()
    box.marks.off_record.click()
    assert box.marks.ask.isVisible() and box.answer.text() == "zqsaidqz"
    box.marks.strike.click()
    assert not box.answer.isVisible() and box.nothing.isVisible()
    [note] = career_conversations.answers(store, career.check_in.id).values()
    assert (note.off_record, note.their_words, note.asked_on) == (True, "", TODAY)
    assert store.undo_name == ""
    box.marks.off_record.click()
    assert box.answer.isVisible() and box.answer.text() == ""
    career.type(box.answer, "After all")
    career.saved()
    [note] = career_conversations.answers(store, career.check_in.id).values()
    assert (note.off_record, note.their_words) == (False, "After all")


@pytest.mark.long
def test_a_private_answer_is_hidden_while_the_screen_is_shared(career: Career) -> None:
    box = career.career.questions[0]
    box.marks.private.click()
    career.type(box.answer, "zqsaidqz")
    career.saved()
    [note] = career_conversations.answers(career.stage.store, career.check_in.id).values()
    assert note.private
    earlier = discovery.answers(career.stage.store, career.person_id, note.question_id)[-1]
    answers.set_private(career.stage.store, earlier, private=True)
    sharing = career.stage.ctx.sharing
    sharing.share(career.person_id, career.stage.ctx.autosaver.flush)
    assert not box.answer.isVisible() and not box.before.isVisible()
    sharing.stop()
    assert box.answer.isVisible() and box.answer.text() == "zqsaidqz"
    assert box.before.text() == "Explaining how a load is planned"


def test_the_field_says_that_an_answer_will_be_private_before_its_first_word(
    career: Career,
) -> None:
    box = career.career.questions[1]
    assert not box.answer.accessibleName().startswith("Private")
    career.qtbot.mouseClick(box.marks.private, Qt.MouseButton.LeftButton)
    assert box.answer.accessibleName().startswith("Private: Answer to: ")
    career.type(box.answer, "Hm")
    career.saved()
    assert box.answer.accessibleName().startswith("Private: Answer to: ")
    career.qtbot.mouseClick(box.marks.private, Qt.MouseButton.LeftButton)
    assert box.answer.accessibleName().startswith("Answer to: ")


@pytest.mark.long
def test_answers_come_back_with_their_person(career: Career) -> None:
    career.type(career.career.questions[1].answer, "Hm")
    career.page.show_person(people.add(career.stage.store, "Bo").id)
    career.page.show_person(career.person_id)
    assert career.career.questions[1].answer.text() == "Hm"


def test_goals_are_still_right_changed_or_dropped(career: Career) -> None:
    career.judge(Qt.Key.Key_1, 0)
    career.judge(Qt.Key.Key_3, 1)
    assert career.verdicts() == [Verdict.RIGHT, Verdict.DROP]
    assert career.goal(career.nights).state is ItemState.DROPPED
    career.judge(Qt.Key.Key_3, 1)
    assert career.goal(career.nights).state is ItemState.NOT_STARTED
    career.judge(Qt.Key.Key_2, 1)
    editor = career.stage.find(QLineEdit, TITLE_EDIT)
    editor.selectAll()
    career.qtbot.keyClicks(editor, "A fair rota")
    career.qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert career.goal(career.nights).title == "A fair rota"
    assert career.verdicts() == [Verdict.RIGHT, Verdict.CHANGE]
    assert "A fair rota, changed" in career.words()


def test_a_click_on_its_words_says_it_too(career: Career) -> None:
    view = career.goals_list
    index = view.model().index(1, 0)
    places = view.rows.places(view.visualRect(index), index, view.layoutDirection())
    at = places.choices[Verdict.RIGHT].center()
    career.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert career.verdicts() == [None, Verdict.RIGHT]
    career.stage.undo()
    assert career.verdicts() == [None, None]


def test_three_sentences_are_said_back_and_it_looked_ahead_mostly(career: Career) -> None:
    assert career.say_back() == [
        "We haven't yet put into words where you want to go.",
        "Your goals stay as they are.",
        "We haven't agreed on a next step yet.",
    ]
    career.page.check_in.bar.go_on()
    aspirations.add(career.stage.store, career.person_id, ["Lead a team"], SPRING)
    career.judge(Qt.Key.Key_1, 0)
    career.promises.add("Ask Bo to sit in")
    assert career.say_back() == [
        "What you want: Lead a team",
        f"Still right: {RELEASE}.",
        "Next: Ask Bo to sit in.",
    ]
    career.qtbot.keyClick(career.page.check_in.bar.end.finish, Qt.Key.Key_Return)
    held = checkins.last_held(career.stage.store, career.person_id)
    assert held is not None and held.looked_ahead is LookedAhead.MOSTLY
    left = checkins.agenda(career.stage.store, career.person_id)
    assert [(point.text, point.carried) for point in left] == [("Printer", 0)]


def test_what_is_said_back_follows_the_conversation_while_its_end_is_asked_about(
    career: Career,
) -> None:
    assert career.say_back()[1] == "Your goals stay as they are."
    career.judge(Qt.Key.Key_3, 0)
    end = career.page.check_in.bar.end
    assert end.isVisible() and end.lines[1].text() == f"Dropped: {RELEASE}."
    career.stage.undo()
    assert end.isVisible() and end.lines[1].text() == "Your goals stay as they are."


def test_of_another_kind_the_notes_take_the_keyboard_from_nothing_else(career: Career) -> None:
    career.shared.setFocus()
    elsewhere = career.stage.put(QLineEdit())
    elsewhere.setFocus()
    checkins.write(career.stage.store, career.check_in.id, kind=CheckInKind.ONE_ON_ONE)
    assert QApplication.focusWidget() is elsewhere
    career.stage.undo()
    assert QApplication.focusWidget() is elsewhere
    career.shared.setFocus()
    career.stage.redo()
    assert QApplication.focusWidget() is career.shared


def test_of_another_kind_the_end_is_asked_about_once_more(career: Career) -> None:
    career.ask_to_finish()
    bar = career.page.check_in.bar
    other = {entry.text(): entry for entry in bar.kinds().actions()}
    other["1:1"].trigger()
    assert not bar.asks and bar.finish.isVisible()
    career.ask_to_finish()
    assert bar.asks and not bar.end.say_back.isVisible() and bar.end.chosen() is None


@pytest.mark.long
def test_a_step_that_is_typed_is_taken_along(career: Career) -> None:
    career.promises.edit.setFocus()
    career.promises.edit.setText("Ask Bo")
    assert career.say_back()[2] == "Next: Ask Bo."
    career.qtbot.keyClick(career.page.check_in.bar.end.finish, Qt.Key.Key_Return)
    made = checkins.promises(career.stage.store, career.person_id)
    assert [promise.text for promise in made] == ["Ask Bo"]


def test_the_next_step_is_theirs_until_a_click_makes_it_mine(career: Career) -> None:
    box = career.career.step
    career.promises.add("Ask Bo to sit in")
    career.promises.edit.setFocus()
    career.qtbot.mouseClick(box.theirs, Qt.MouseButton.LeftButton)
    career.promises.add("Ask for the room")
    career.shared.setFocus()
    career.promises.add("Write it down")
    made = checkins.promises(career.stage.store, career.person_id)
    assert {one.text: one.owner for one in made} == {
        "Ask Bo to sit in": Owner.THEM, "Ask for the room": Owner.ME, "Write it down": Owner.THEM,
    }  # fmt: skip
    box.list.setFocus()
    box.list.setCurrentIndex(box.model.index(0, 0))
    first = box.model.rows[0]
    career.qtbot.keyClick(box.list, Qt.Key.Key_O)
    assert career.stage.store.get(Promise, first.id).owner is not first.owner
    kinds = {entry.text(): entry for entry in career.page.check_in.bar.kinds().actions()}
    kinds["1:1"].trigger()
    career.promises.add("Call Finance")
    made = checkins.promises(career.stage.store, career.person_id)
    assert [one.owner for one in made if one.text == "Call Finance"] == [Owner.ME]


def test_another_kind_is_another_page_with_the_same_notes(career: Career) -> None:
    career.type(career.shared, "half a wo")
    kinds = {entry.text(): entry for entry in career.page.check_in.bar.kinds().actions()}
    kinds["1:1"].trigger()
    check_in = career.page.check_in
    assert not check_in.is_career and check_in.agenda_section.isVisible()
    assert career.shared.isVisible() and career.shared.text() == "half a wo"
    kinds = {entry.text(): entry for entry in check_in.bar.kinds().actions()}
    next(entry for word, entry in kinds.items() if word.startswith("Career")).trigger()
    assert check_in.is_career and career.shared.isVisible()
    assert check_in.bar.since.isVisible()


@pytest.mark.parametrize("width", [1050, 600])
def test_everything_is_there_in_every_width(career: Career, width: int) -> None:
    career.resize(width)
    parts: tuple[QWidget, ...] = (
        career.career.where, career.career.questions[1], career.goals_list, career.shared,
    )  # fmt: skip
    assert all(part.isVisible() for part in parts)
    assert all(part.width() > 200 for part in parts)


def test_all_that_takes_the_keyboard_has_a_name_of_its_own(career: Career) -> None:
    tab = Qt.FocusPolicy.TabFocus
    stops = [
        w for w in career.page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab
    ]
    assert all(stop.accessibleName() and stop.objectName() for stop in stops)
    assert len({stop.objectName() for stop in stops}) == len(stops)
    assert career.stage.find(NoteEditor, names.CHECK_IN_SHARED) in stops


def test_the_model_of_goals_keeps_to_the_rules_of_qt(career: Career) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(career.career.goals.model, fatal)
    career.judge(Qt.Key.Key_3, 0)
    plans.remove_items(career.stage.store, [career.nights])
    career.stage.undo()
    assert tester
