"""A discovery talk: several questions in a row, by keys alone, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from careerdesk.domain.question_sets import GROW, SETS
from careerdesk.services import discovery
from careerdesk.ui.base import names
from careerdesk.ui.discovery.session import DiscoverySession
from careerdesk.ui.shell.actions import DISCOVERY_TALK
from careerdesk.ui.widgets.labels import RoleLabel
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import TODAY
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(team: PeopleRobot) -> DiscoverySession:
    """Start a talk with Ana."""
    discovery.ensure_bank(team.store)
    team.choose("Ana Ruiz")
    team.act(DISCOVERY_TALK)
    page = team.window.content.currentWidget()
    assert isinstance(page, DiscoverySession)
    return page


def answers(team: PeopleRobot) -> list[str]:
    """What Ana said, the last first."""
    ana = team.person("Ana Ruiz").id
    return [view.note.their_words for view in discovery.notes(team.store, ana)]


def test_each_question_gets_its_own_note(team: PeopleRobot) -> None:
    page = begin(team)
    asked = [one.id for one in discovery.session(team.store, team.person("Ana Ruiz").id)]
    for words in ("first", "second"):
        team.qtbot.keyClicks(QApplication.focusWidget(), words)
        team.press_in_focus(Qt.Key.Key_Return, CONTROL)
    assert page.progress.text().startswith("Question 3 of")
    team.press_in_focus(Qt.Key.Key_Escape)
    assert answers(team) == ["second", "first"]
    notes = discovery.notes(team.store, team.person("Ana Ruiz").id)
    assert [view.note.question_id for view in notes] == [asked[1], asked[0]]
    assert (team.window.person_page.tab, team.told) == ("discovery", "2 answers kept")


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
    page = begin(team)
    sets = team.find(QComboBox, "sessionSet")
    sets.setFocus()
    place = [sets.itemText(n)[:4] for n in range(sets.count())].index("GROW")
    sets.setCurrentIndex(place)
    sets.activated.emit(place)
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
    for asked in discovery.session(team.store, ana):
        note = discovery.ask(team.store, ana, asked.id, TODAY.replace(year=2025))
        discovery.write_note(team.store, note.id, their_words="Long ago")
    page = begin(team)
    assert "Long ago" in page.before.text()
    labels = {label.text() for label in page.findChildren(RoleLabel)}
    assert any(text.startswith("A question not asked for") for text in labels)


def test_questions_of_a_set_stay_out_of_the_bank_and_of_the_brief(team: PeopleRobot) -> None:
    discovery.ensure_bank(team.store)
    ana = team.person("Ana Ruiz").id
    for asked in discovery.session(team.store, ana):
        discovery.ask(team.store, ana, asked.id, TODAY)
    proposed = discovery.next_question(team.store, ana)
    assert proposed is not None and proposed.question.question_set == ""
