"""A discovery check-in: several questions in a row, by keys alone, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from careerdesk.domain.question_sets import GROW, SETS, START, STAY
from careerdesk.services import discovery, people
from careerdesk.ui.base import names
from careerdesk.ui.discovery.session import DiscoverySession
from careerdesk.ui.discovery.set_words import CHOICES
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, DELETE_PERSON, DISCOVERY_CONVERSATION
from careerdesk.ui.widgets.answer_marks import OFF_RECORD, PRIVATE, STRIKE
from careerdesk.ui.widgets.labels import RoleLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import TODAY, a_note, the_question
from tests.robots.wandering import catch_up
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(team: PeopleRobot, chosen: str = "") -> DiscoverySession:
    """Start a check-in with Ana over the bank, or another set."""
    discovery.ensure_bank(team.store)
    team.choose("Ana Ruiz")
    team.act(DISCOVERY_CONVERSATION)
    page = team.window.content.currentWidget()
    assert isinstance(page, DiscoverySession)
    if chosen:
        choose_set(team, chosen)
    return page


def choose_set(team: PeopleRobot, name: str) -> None:
    """Ask the questions of a set."""
    sets = team.find(QComboBox, "sessionSet")
    sets.setFocus()
    place = CHOICES.index(name)
    sets.setCurrentIndex(place)
    sets.activated.emit(place)


def answers(team: PeopleRobot) -> list[str]:
    """What Ana said, the last first."""
    ana = team.person("Ana Ruiz").id
    return [view.note.their_words for view in discovery.notes(team.store, ana)]


def test_each_question_gets_its_own_note(team: PeopleRobot) -> None:
    page = begin(team)
    ana = team.person("Ana Ruiz").id
    asked = [one.id for one in discovery.session(team.store, ana, TODAY)]
    for words in ("first", "second"):
        team.qtbot.keyClicks(QApplication.focusWidget(), words)
        team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.progress.text().startswith("Question 3 of")
    team.press_in_focus(Qt.Key.Key_Escape)
    assert answers(team) == ["second", "first"]
    notes = discovery.notes(team.store, team.person("Ana Ruiz").id)
    assert [view.note.question_id for view in notes] == [asked[1], asked[0]]
    assert (team.window.person_page.tab, team.told) == ("discovery", "2 answers saved")


def test_a_skipped_question_leaves_no_note(team: PeopleRobot) -> None:
    begin(team)
    team.click("sessionSkip")
    team.qtbot.keyClicks(QApplication.focusWidget(), "this one")
    team.click("sessionFinish")
    assert answers(team) == ["this one"]


def test_what_is_typed_is_kept_when_another_page_is_opened(team: PeopleRobot) -> None:
    begin(team)
    team.qtbot.keyClicks(QApplication.focusWidget(), "half a sent")
    team.act(names.GO_TODAY)
    assert answers(team) == ["half a sent"]


def test_going_back_shows_todays_answer_and_goes_on_with_it(team: PeopleRobot) -> None:
    page = begin(team)
    team.qtbot.keyClicks(QApplication.focusWidget(), "one")
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    team.click("sessionBack")
    assert page.words.text() == "one"
    team.press_in_focus(Qt.Key.Key_End, CONTROL)
    team.qtbot.keyClicks(QApplication.focusWidget(), " more")
    team.press_in_focus(Qt.Key.Key_Escape)
    assert answers(team) == ["one more"]


def test_the_private_reading_goes_with_the_answer(team: PeopleRobot) -> None:
    begin(team)
    editor = team.find(NoteEditor, "sessionMyReading")
    editor.setFocus()
    team.qtbot.keyClicks(editor, "she means it")
    team.press_in_focus(Qt.Key.Key_Escape)
    note = discovery.notes(team.store, team.person("Ana Ruiz").id)[0].note
    assert (note.their_words, note.my_reading) == ("", "she means it")


def test_a_set_is_asked_in_its_order(team: PeopleRobot) -> None:
    page = begin(team, GROW)
    shown = []
    for _ in SETS[GROW]:
        shown.append(page.question.text())
        if page.next.text() != "Finish":
            team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert shown == [text for _, _, text in SETS[GROW]]
    assert page.next.text() == "Finish"


def test_what_was_answered_before_stands_below_the_question(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    ana = team.person("Ana Ruiz").id
    for asked in discovery.session(team.store, ana, TODAY):
        note = a_note(team.store, ana, asked.id, TODAY.replace(year=2025))
        discovery.write_note(team.store, note.id, their_words="Long ago")
    page = begin(team)
    assert "Long ago" in page.before.text()
    labels = {label.text() for label in page.findChildren(RoleLabel)}
    assert any(text.startswith("Not asked in") for text in labels)


def test_questions_of_a_set_stay_out_of_the_bank_and_of_the_brief(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    ana = team.person("Ana Ruiz").id
    for asked in discovery.session(team.store, ana, TODAY):
        a_note(team.store, ana, asked.id, TODAY)
    proposed = the_question(team.store, ana, TODAY)
    assert proposed is not None and proposed.question.question_set == ""


def test_it_begins_with_two_of_the_four_and_says_how_far_it_is(team: PeopleRobot) -> None:
    page = begin(team)
    count = len(discovery.session(team.store, page.person_id, TODAY))
    assert page.progress.text() == f"Question 1 of {count}. 0 of 4 “Start here” questions asked."
    assert page.voluntary.isVisible()
    team.qtbot.keyClicks(QApplication.focusWidget(), "In Kiel")
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.progress.text() == f"Question 2 of {count}. 1 of 4 “Start here” questions asked."
    assert not page.voluntary.isVisible()
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.progress.text() == f"Question 3 of {count}"  # the other two are for another day
    choose_set(team, START)
    assert page.progress.text() == "Question 1 of 2. 1 of 4 “Start here” questions asked."
    assert page.words.text() == "In Kiel"
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.next.text() == "Finish"
    team.press_in_focus(Qt.Key.Key_Escape)
    assert answers(team) == ["In Kiel"]


def test_a_question_that_was_asked_today_says_so_when_it_comes_again(team: PeopleRobot) -> None:
    page = begin(team, GROW)
    assert page.when.text() == "Not asked yet"
    team.qtbot.keyClicks(page.words, "A team of my own")
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.when.text() == "Not asked yet"
    team.click("sessionBack")
    assert page.when.text() == "Asked today"
    team.press_in_focus(Qt.Key.Key_Escape)
    page = begin(team, GROW)
    assert page.words.text() == "A team of my own"
    assert page.when.text() == "Asked today"
    team.let_days_pass()
    assert page.when.text() == "Not asked in 1 day"


@pytest.mark.long
def test_a_set_that_is_retired_leaves_the_question_that_is_on(team: PeopleRobot) -> None:
    page = begin(team)
    for one in discovery.questions(team.store, page.person_id):
        if one.question.question_set == GROW:
            discovery.retire(team.store, one.id)
    shown = page.question.text()
    choose_set(team, GROW)
    assert (page.question.text(), page.sets.value()) == (shown, "")
    assert team.told == "All the questions in this set have been retired."


def test_an_answer_not_for_the_record_keeps_the_day_alone(team: PeopleRobot) -> None:
    page = begin(team)
    first = page.question.text()
    team.qtbot.keyClicks(QApplication.focusWidget(), "zqsaidqz")
    team.click(f"session{OFF_RECORD}")
    assert page.marks.ask.isVisible() and page.words.text() == "zqsaidqz"
    team.click(f"session{STRIKE}")
    assert not page.words.isVisible() and page.nothing.isVisible()
    team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.words.isVisible() and page.words.text() == ""
    team.qtbot.keyClicks(page.words, "for the next one")
    team.press_in_focus(Qt.Key.Key_Escape)
    told = {view.question_text: view.note for view in discovery.notes(team.store, page.person_id)}
    assert (told[first].off_record, told[first].their_words) == (True, "")
    assert sum(note.their_words == "for the next one" for note in told.values()) == 1
    assert team.told == "2 answers saved"
    team.act(names.UNDO)
    assert "zqsaidqz" not in str(discovery.notes(team.store, page.person_id))


def test_what_is_said_on_staying_is_private_there_too(team: PeopleRobot) -> None:
    page = begin(team, STAY)
    while not page.marks.private.isChecked():
        team.click("sessionSkip")
    team.qtbot.keyClicks(page.words, "An offer")
    team.press_in_focus(Qt.Key.Key_Escape)
    [view] = discovery.notes(team.store, page.person_id)
    assert view.note.private
    again = begin(team, STAY)
    while again.question.text() != view.question_text:
        team.click("sessionSkip")
    team.click(f"session{PRIVATE}")
    assert not discovery.notes(team.store, page.person_id)[0].note.private


@pytest.mark.long
def test_another_set_takes_none_of_what_is_half_typed(team: PeopleRobot) -> None:
    page = begin(team)
    first = page.question.text()
    team.qtbot.keyClicks(page.words, "Half")
    choose_set(team, GROW)
    assert page.words.text() == ""
    team.qtbot.keyClicks(page.words, "A goal")
    team.press_in_focus(Qt.Key.Key_Escape)
    told = {view.question_text: view.note.their_words
            for view in discovery.notes(team.store, page.person_id)}  # fmt: skip
    assert told == {first: "Half", SETS[GROW][0][2]: "A goal"}


@pytest.mark.long
def test_a_private_answer_is_not_seen_while_the_screen_is_shared(team: PeopleRobot) -> None:
    page = begin(team)
    team.qtbot.keyClicks(page.words, "zqsaidqz")
    team.click(f"session{PRIVATE}")
    ctx = team.window.ctx
    ctx.sharing.share(page.person_id, ctx.autosaver.flush)
    assert not page.words.isVisible() and not page.reading.isVisible()
    ctx.sharing.stop()
    assert page.words.isVisible() and page.words.text() == "zqsaidqz"


@pytest.mark.parametrize("way", [DELETE_PERSON, ARCHIVE_PERSON])
@pytest.mark.whole
def test_it_ends_where_the_person_goes_and_begins_again_when_they_are_back(
    team: PeopleRobot, way: str
) -> None:
    begin(team)
    team.qtbot.keyClicks(QApplication.focusWidget(), "their words")
    team.act(way)
    catch_up()
    assert team.window.on_person_page
    assert team.window.person_page.person_id == team.person("Ben Okri").id
    team.act(names.UNDO)
    catch_up()
    begin(team)
    assert "their words" in answers(team)


def test_it_ends_where_the_last_person_goes(team: PeopleRobot) -> None:
    for name in team.names():
        if name != "Ana Ruiz":
            people.remove(team.store, team.person(name).id)
    begin(team)
    team.act(DELETE_PERSON)
    catch_up()
    assert team.window.content.currentWidget().objectName() == "firstStart"
