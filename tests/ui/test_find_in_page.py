"""Words found on the page that is shown: marked, counted, gone to in order, left with Esc."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTextEdit, QWidget

from careerdesk.domain.records import CheckInKind, Horizon
from careerdesk.services import checkins, plans
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.checkins.check_ins import CheckInsPage
from careerdesk.ui.checkins.timeline_row import line_height
from careerdesk.ui.shell.actions import START_CHECK_IN
from careerdesk.ui.theme.marks import mark_ground, mark_line
from careerdesk.ui.theme.theme import COLUMNS, Theme
from tests.builders import NOW, TODAY
from tests.robots.window import PeopleRobot
from tests.ui.test_shell_people import contrast

SHIFT = Qt.KeyboardModifier.ShiftModifier
HISTORY = names.CHECK_IN_HISTORY
GOALS = ("Release the stock service", "Attend the meetings", "Café figures, released twice")


@pytest.fixture
def planned(team: PeopleRobot) -> PeopleRobot:
    """Ana's plan is shown, of three goals."""
    ana = team.person("Ana Ruiz").id
    plans.add_items_for(team.store, ana, Horizon.SHORT, GOALS, TODAY)
    team.choose("Ana Ruiz")
    team.act(names.GO_PLAN)
    return team


def find(team: PeopleRobot, words: str) -> QLineEdit:
    team.act(names.FIND_IN_PAGE)
    field = team.find(QLineEdit, names.FIND_EDIT)
    team.type(field, words)
    return field


def count(team: PeopleRobot) -> str:
    return team.find(QLabel, names.FIND_COUNT).text()


def current(team: PeopleRobot) -> str:
    finding = team.window.commands.finding
    return finding.hits[finding.at].text if finding.at >= 0 else ""


MANY = 40  # pixels: more than edges of letters have by chance


def wears(widget: QWidget, colour: QColor, part: QRect | None = None) -> bool:
    """Whether a colour is seen in what a widget paints, or in a part of it."""
    picture = (
        widget.grab(part or widget.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    )
    return memoryview(picture.constBits()).cast("I").tolist().count(colour.rgb()) > MANY


def is_marked(
    team: PeopleRobot, widget: QWidget, *, strong: bool = False, part: QRect | None = None
) -> bool:
    """Whether a mark is painted in a widget: its line, which nothing else has."""
    look = team.window.ctx.theme.look
    return wears(widget, mark_ground(look, strong=True) if strong else mark_line(look), part)


def test_hits_are_counted_and_gone_to_in_order_round_and_back(planned: PeopleRobot) -> None:
    field = find(planned, "releas")
    assert count(planned) == "1 of 2"
    planned.press(field, Qt.Key.Key_F3)
    assert (count(planned), "Café" in current(planned)) == ("2 of 2", True)
    planned.press(field, Qt.Key.Key_F3)
    assert (count(planned), "stock" in current(planned)) == ("1 of 2", True)
    planned.press(field, Qt.Key.Key_F3, SHIFT)
    assert count(planned) == "2 of 2"


def test_one_letter_of_several_words_marks_no_word_that_begins_with_it(
    planned: PeopleRobot,
) -> None:
    finding = planned.window.commands.finding
    finding.mark(("t", "released"))
    finding.next()
    assert count(planned) == "1 of 1"
    assert "Café" in current(planned)
    finding.mark(("t",))
    finding.next()
    assert count(planned) != "1 of 1"


def test_words_are_found_as_the_search_finds_them(planned: PeopleRobot) -> None:
    find(planned, "CAFE figures")
    assert count(planned) == "1 of 1"
    assert "Café" in current(planned)
    find(planned, "figures stock")
    assert count(planned) == "No matches on this page"
    find(planned, "eleas")
    assert count(planned) == "No matches on this page"
    planned.find(QLineEdit, names.FIND_EDIT).clear()
    assert count(planned) == ""


def test_rows_with_hits_are_painted_with_marks_until_esc(planned: PeopleRobot) -> None:
    goals = planned.find(QListView, names.SHORT_TERM_ITEMS)
    assert not is_marked(planned, goals)
    field = find(planned, "release")
    assert is_marked(planned, goals)
    planned.press(field, Qt.Key.Key_Escape)
    assert not is_marked(planned, goals)
    assert not field.isVisible()


def test_esc_leaves_the_keyboard_at_the_hit(planned: PeopleRobot) -> None:
    goals = planned.find(QListView, names.SHORT_TERM_ITEMS)
    field = find(planned, "twice")
    planned.press(field, Qt.Key.Key_Escape)
    assert goals.hasFocus()
    assert goals.currentIndex().row() == 2


def test_esc_without_a_hit_goes_back_to_where_one_was(planned: PeopleRobot) -> None:
    goals = planned.find(QListView, names.LONGER_TERM_ITEMS)
    edit = planned.find(QLineEdit, names.LONGER_TERM_EDIT)
    edit.setFocus()
    field = find(planned, "zebra")
    planned.press(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is edit
    assert not goals.hasFocus()


def test_the_hit_one_is_at_is_marked_more_strongly(planned: PeopleRobot) -> None:
    find(planned, "meetings")
    goals = planned.find(QListView, names.SHORT_TERM_ITEMS)
    assert is_marked(planned, goals, strong=True)
    planned.window.commands.finding.mark(("meetings",))
    assert not is_marked(planned, goals, strong=True)
    assert is_marked(planned, goals)


def marked(edit: QTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in edit.extraSelections()]


@pytest.fixture
def running(team: PeopleRobot) -> PeopleRobot:
    """A check-in with Ana is going on, with notes."""
    ana = team.person("Ana Ruiz").id
    check_in = checkins.start(team.store, ana, NOW)
    notes = "The release went well.\n\nNext: Réleases, again 🎉 release"
    checkins.write(team.store, check_in.id, shared_notes=notes, private_notes="released from duty")
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    return team


def test_notes_are_marked_and_typed_on_while_they_are(running: PeopleRobot) -> None:
    shared = running.find(QTextEdit, names.CHECK_IN_SHARED)
    find(running, "release")
    assert marked(shared) == ["release", "Réleases", "release"]
    assert count(running) == "1 of 4"
    cursor = shared.textCursor()
    cursor.setPosition(0)
    shared.setTextCursor(cursor)
    shared.setFocus()
    running.qtbot.keyClicks(shared, "A release! ")
    QApplication.processEvents()
    assert count(running) == "2 of 5"
    assert marked(shared) == ["release", "release", "Réleases", "release"]
    assert shared.toPlainText().startswith("A release! The release went well.")


def test_private_notes_are_no_hits_while_the_screen_is_shared(running: PeopleRobot) -> None:
    find(running, "released")
    assert count(running) == "1 of 1"
    running.click(names.SHARE_SAFE)
    assert not running.find(QLineEdit, names.FIND_EDIT).isVisible()
    find(running, "released")
    assert count(running) == "No matches on this page"


def test_what_was_looked_for_is_not_shown_to_other_eyes(team: PeopleRobot) -> None:
    field = find(team, "Ben Okri")
    team.press(field, Qt.Key.Key_Escape)
    team.click(names.SHARE_SAFE)
    team.act(names.FIND_IN_PAGE)
    assert field.isVisible()
    assert field.text() == ""


def test_a_jump_marks_its_words_until_another_page_is_shown(running: PeopleRobot) -> None:
    ana = running.person("Ana Ruiz").id
    shared = running.find(QTextEdit, names.CHECK_IN_SHARED)
    running.window.go(Destination(ana, "check-ins", words=("well", "next")))
    assert marked(shared) == ["well", "Next"]
    running.act(names.GO_PLAN)
    QApplication.processEvents()
    assert not marked(shared)
    running.act(names.GO_CHECK_INS)
    assert not marked(shared)


def test_esc_takes_the_marks_of_a_jump(running: PeopleRobot) -> None:
    ana = running.person("Ana Ruiz").id
    shared = running.find(QTextEdit, names.CHECK_IN_SHARED)
    running.window.go(Destination(ana, "check-ins", words=("well",)))
    assert marked(shared) == ["well"]
    running.press(shared, Qt.Key.Key_Escape)
    assert not marked(shared)
    assert not running.window.commands.finding.hits


def test_f3_goes_through_the_marks_of_a_jump(running: PeopleRobot) -> None:
    ana = running.person("Ana Ruiz").id
    running.window.go(Destination(ana, "check-ins", words=("well", "next")))
    finding = running.window.commands.finding
    assert finding.at == -1
    running.press_in_focus(Qt.Key.Key_F3)
    assert finding.hits[finding.at].text == "The release went well."
    running.press_in_focus(Qt.Key.Key_F3)
    assert finding.hits[finding.at].text.startswith("Next:")


def test_labels_are_marked_below_their_words(planned: PeopleRobot) -> None:
    header = planned.window.person_page.header
    assert not is_marked(planned, header)
    find(planned, "ruiz")
    assert current(planned) == "Ana Ruiz"
    assert is_marked(planned, header, strong=True)
    assert not is_marked(planned, planned.window.rail)


def test_the_rail_beside_the_page_is_neither_marked_nor_counted(planned: PeopleRobot) -> None:
    find(planned, "okri")
    assert count(planned) == "No matches on this page"
    assert not is_marked(planned, planned.window.rail)


def test_what_is_folded_is_no_hit_until_it_is_unfolded(running: PeopleRobot) -> None:
    find(running, "release")
    before = count(running)
    running.find(QTextEdit, names.CHECK_IN_PRIVATE).hide()
    running.press_in_focus(Qt.Key.Key_F3)
    assert (before, count(running)) == ("1 of 4", "2 of 3")


def test_the_bar_stays_and_finds_on_the_next_page(planned: PeopleRobot) -> None:
    find(planned, "release")
    planned.act(names.GO_CHECK_INS)
    QApplication.processEvents()
    assert count(planned) == "No matches on this page"
    planned.act(names.GO_PLAN)
    QApplication.processEvents()
    assert count(planned) == "2 matches"


def test_a_line_is_marked_and_stays_as_it_was(planned: PeopleRobot) -> None:
    edit = planned.find(QLineEdit, names.SHORT_TERM_EDIT)
    planned.type(edit, "A réleased line")
    edit.setCursorPosition(3)
    told: list[str] = []
    edit.textChanged.connect(told.append)
    field = find(planned, "released line")
    assert count(planned) == "1 of 1"
    assert wears(edit, mark_ground(planned.window.ctx.theme.look, strong=True))
    planned.press(field, Qt.Key.Key_F3)
    assert (edit.text(), edit.cursorPosition(), told) == ("A réleased line", 3, [])
    planned.press(field, Qt.Key.Key_Escape)
    assert edit.selectedText() == "réleased line"


def test_on_check_ins_the_search_that_is_there_is_used(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    for words in ("The rota for spring", "Nothing much", "The rota again"):
        check_in = checkins.start(team.store, ana, NOW)
        checkins.write(team.store, check_in.id, shared_notes=words)
        checkins.finish(team.store, check_in.id, NOW)
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    team.act(names.FIND_IN_PAGE)
    search = team.find(QLineEdit, "historySearch")
    assert search.hasFocus()
    team.type(search, "rota")
    history = team.find(QListView, names.CHECK_IN_HISTORY)
    assert is_marked(team, history)
    team.press(search, Qt.Key.Key_F3)
    assert count(team) == "1 of 2"  # of the rows: the search does not find itself
    team.press(search, Qt.Key.Key_Escape)
    assert not is_marked(team, history)


def gone_through(team: PeopleRobot) -> list[str]:
    """What F3 goes through."""
    team.press_in_focus(Qt.Key.Key_F3)
    return [hit.text for hit in team.window.commands.finding.hits]


def test_a_search_of_earlier_check_ins_marks_what_it_looks_through(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    check_in = checkins.start(team.store, ana, NOW)
    checkins.write(team.store, check_in.id, shared_notes="Rota for spring")
    checkins.finish(team.store, check_in.id, NOW + timedelta(minutes=30))
    team.choose("Ana Ruiz")
    team.act(START_CHECK_IN)
    page = team.window.person_page.page
    assert isinstance(page, CheckInsPage)
    page.open_check_in(check_in.id)
    going = checkins.running(team.store, ana)
    assert going is not None
    shared = page.check_in.notes.shared
    checkins.write(team.store, going.id, shared_notes="Rota of today")
    team.type(team.find(QLineEdit, "historySearch"), "rota")
    assert marked(page.history.view.notes.shared) == ["Rota"]
    assert not marked(shared)
    found = gone_through(team)
    assert len(found) == 2 and "Rota for spring" in found  # the row, and what is open of it


def test_the_kind_of_an_earlier_check_in_is_not_what_is_searched(
    team: PeopleRobot,
) -> None:
    ana = team.person("Ana Ruiz").id
    check_in = checkins.start(team.store, ana, NOW, CheckInKind.CAREER)
    checkins.add_promise(team.store, ana, "Plan the conversation", made_in=check_in.id)
    checkins.finish(team.store, check_in.id, NOW + timedelta(minutes=30))
    team.choose("Ana Ruiz")
    team.act(names.GO_CHECK_INS)
    search, history = team.find(QLineEdit, "historySearch"), team.find(QListView, HISTORY)
    team.type(search, "conversation")
    row = history.visualRect(history.model().index(0, 0))
    found = row.adjusted(0, row.height() - line_height(team.window.ctx.theme.look) - 8, 0, 0)
    above = row.adjusted(
        0, 0, 0, found.top() - row.bottom()
    )  # which says that it was a career conversation
    assert is_marked(team, history, part=found)
    assert not is_marked(team, history, part=above)


def test_a_jump_marks_no_names_of_fields_and_sections_but_the_bar_does(
    running: PeopleRobot,
) -> None:
    ana = running.person("Ana Ruiz").id
    words = ("shared", "agenda", "temperature")
    running.window.go(Destination(ana, "check-ins", words=words))
    assert not {"Shared notes", "Agenda", "Temperature"} & set(gone_through(running))
    running.press_in_focus(Qt.Key.Key_Escape)
    for word in words:
        find(running, word)
        assert current(running).casefold().startswith(word)


@pytest.mark.usefixtures("qapp")
def test_marks_stay_readable_in_all_looks() -> None:
    for name in COLUMNS:
        look = Theme(name).look
        for strong in (False, True):
            ground = mark_ground(look, strong=strong)
            inks = ("text", "text-muted", "growth", "review", "warning", "danger", "private")
            for ink in (*inks, "selection-text"):
                assert contrast(look.colour.named(ink), ground) >= 4.5, (name, ink, strong)
            line = mark_line(look, strong=strong)
            for below in ("raised", "surface", "ground"):
                assert contrast(line, look.colour.named(below)) >= 3, (name, below, strong)
