"""Striking at a person's wish, in the window: asked first, done for good, and quietly told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import ItemMotivator, Motivator
from careerdesk.services import aspirations, discovery, motivators, people, plans
from careerdesk.ui.base import names
from careerdesk.ui.base.file_dialogs import Dialogs
from careerdesk.ui.discovery.discovery import DiscoveryPage
from careerdesk.ui.discovery.earlier_motivators import EarlierMotivators
from careerdesk.ui.discovery.striking import STRUCK_LINE
from careerdesk.ui.plan.plan_words import card_of
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.inline_add import InlineAdd
from tests.builders import TODAY, PersonBuilder
from tests.robots.everywhere import TABS, full_store, walk
from tests.robots.seen import said
from tests.robots.window import PeopleRobot
from tests.seeds import is_long
from tests.struck import MARK, found_in_folder

QUOTE = "I want to build things that last"
WISH = "Strike from the record at her request…"


@pytest.fixture
def ana(team: PeopleRobot) -> PersonBuilder:
    """Ana, who said something of what drives her, on her discovery page."""
    ana = PersonBuilder.__new__(PersonBuilder)
    ana.__init__(team.store, "Ada Wolf")  # type: ignore[misc]
    people.change(team.store, ana.id, pronouns="she/her")
    ana.driven_by("Autonomy", "Mastery of the craft").with_goals("Lead the release")
    with team.store.edit("Say") as tx:
        tx.change(Motivator, ana.motivators[0].id, quote=QUOTE)
        tx.add(ItemMotivator(item_id=ana.goals[0].id, motivator_id=ana.motivators[0].id))
    ana.with_note(f"She said: {QUOTE}.")
    aspirations.add(team.store, ana.id, ["Run a small bakery in Jena"], TODAY)
    team.choose("Ada Wolf")
    team.act(names.GO_DISCOVERY)
    return ana


def page(team: PeopleRobot) -> DiscoveryPage:
    return team.window.findChild(DiscoveryPage)


def menu_of(team: PeopleRobot, row: int = 0) -> QMenu:
    """The menu of a row of what drives her."""
    view = page(team).motivators.view
    team.go_to(view, row)
    return view.menu()


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if "trike" in action.text()]


def lines(team: PeopleRobot) -> list[str]:
    """What is said of struck ones, also while the column is folded away in a narrow window."""
    found = team.window.findChildren(QLabel, STRUCK_LINE)
    return [line.text() for line in found if not line.isHidden()]


def test_a_row_offers_what_can_be_struck(team: PeopleRobot, ana: PersonBuilder) -> None:
    assert words_of(menu_of(team)) == ["Strike the quote from the record…", WISH]
    assert words_of(menu_of(team, 1)) == [WISH]
    wish = aspirations.of(team.store, ana.id)[0].id
    assert words_of(page(team).aspirations.menu_of(wish)) == [WISH]
    motivators.end(team.store, [ana.motivators[1].id], TODAY, TODAY)
    earlier = team.window.findChild(EarlierMotivators)
    assert words_of(earlier.menu_of(ana.motivators[1].id)) == [WISH]


def test_it_is_said_before_what_goes_and_what_stays(team: PeopleRobot, ana: PersonBuilder) -> None:
    team.store.path.with_name(f"{team.store.path.stem}-before-update-5.db").write_bytes(b"")
    team.answers.agrees = False
    choose(menu_of(team), WISH)
    assert team.answers.asked == ["Strike from the record at her request"]
    (said,) = team.answers.said
    for words in (
        ("“Autonomy” will be deleted permanently, along with everything said about it."),
        "One goal mentions this text and will show “struck from the record on 17 Nov” instead.",
        "The same wording will be replaced with “struck on 17 Nov 2026” in 1 note",
        "older copies of the file until they're deleted",
        f"Copies in the same folder as the file: {team.store.path.stem}-before-update-5.db.",
        "You won't be able to undo this or anything",
    ):
        assert words in said
    assert team.store.get(Motivator, ana.motivators[0].id).name == "Autonomy"
    assert team.store.undo_name
    assert lines(team) == []


def test_how_many_goals_and_texts_it_reaches_is_said(team: PeopleRobot, ana: PersonBuilder) -> None:
    team.answers.agrees = False
    ana.with_goals("Own the figures", f"Show that {QUOTE}", f"Say that {QUOTE}")
    with team.store.edit("Feed") as tx:
        tx.add(ItemMotivator(item_id=ana.goals[1].id, motivator_id=ana.motivators[0].id))
    choose(menu_of(team), WISH)
    assert (
        "2 goals mention this text and will show “struck from the record on 17 Nov” instead."
        in team.answers.said[0]
    )
    assert "will be replaced with “struck on 17 Nov 2026” in 2 goals" in team.answers.said[0]
    choose(menu_of(team, 1), WISH)
    assert "mention this text" not in team.answers.said[1]
    assert "The same wording" not in team.answers.said[1]


def test_that_the_same_words_in_another_row_stay_is_said(
    team: PeopleRobot, ana: PersonBuilder
) -> None:
    team.answers.agrees = False
    aspirations.add(team.store, ana.id, [QUOTE], TODAY)
    choose(menu_of(team), WISH)
    assert "Another motivator or aspiration says the same thing" in team.answers.said[0]


def test_what_is_struck_is_gone_and_that_it_was_is_shown(
    team: PeopleRobot, ana: PersonBuilder
) -> None:
    choose(menu_of(team), WISH)
    assert [view.motivator.name for view in discovery.motivators(team.store, ana.id)] == [
        "Mastery of the craft"
    ]
    assert page(team).motivators.model.rowCount() == 1
    assert lines(team) == ["1 struck from the record on 17 Nov"]
    assert team.window.toast.text() == "Struck from the record. No trace is left in the file."
    assert not team.window.actions_[names.UNDO].isEnabled()
    assert not team.window.actions_[names.REDO].isEnabled()
    assert found_in_folder(team.store.path, QUOTE) == {}
    wish = aspirations.of(team.store, ana.id)[0].id
    choose(page(team).aspirations.menu_of(wish), WISH)
    assert "along with all its earlier versions" in team.answers.said[-1]
    assert team.store.get(Aspiration, wish).statement == ""
    assert lines(team) == [
        "1 struck from the record on 17 Nov",
        "1 struck from the record on 17 Nov",
    ]
    team.restart()
    team.choose("Ada Wolf")
    team.act(names.GO_DISCOVERY)
    assert lines(team) == [
        "1 struck from the record on 17 Nov",
        "1 struck from the record on 17 Nov",
    ]


def test_the_quote_alone_goes_and_its_motivator_stays(
    team: PeopleRobot, ana: PersonBuilder
) -> None:
    choose(menu_of(team), "Strike the quote from the record…")
    assert "“Autonomy” itself will be kept" in team.answers.said[0]
    assert page(team).motivators.model.rowCount() == 2
    assert words_of(menu_of(team)) == [WISH]
    assert lines(team) == ["1 struck from the record on 17 Nov"]
    assert ana.motivators


def test_no_field_writes_the_words_again(team: PeopleRobot, ana: PersonBuilder) -> None:
    history = team.find(FittedList, names.NOTES_HISTORY)
    team.go_to(history, 0)
    team.press(history, Qt.Key.Key_Return)
    words = team.find(QTextEdit, names.NOTE_THEIR_WORDS)
    assert QUOTE in words.toPlainText()
    row = team.find(InlineAdd, names.ASPIRATION_EDIT)
    team.type(row, QUOTE)
    team.type(words, f"Once more: {QUOTE}")
    choose(menu_of(team), WISH)
    assert found_in_folder(team.store.path, QUOTE) == {}
    shown = team.find(QTextEdit, names.NOTE_THEIR_WORDS)
    assert shown.toPlainText() == f"Once more: [{MARK}]"
    assert team.find(InlineAdd, names.ASPIRATION_EDIT).text() == MARK
    for field in (shown, team.find(InlineAdd, names.ASPIRATION_EDIT)):
        team.press(field, Qt.Key.Key_End)
        team.qtbot.keyClicks(field, "!")
        team.press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        team.press(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert team.window.ctx.autosaver.flush()
    every = team.window.findChildren(QLineEdit) + team.window.findChildren(QTextEdit)
    texts = [one.text() if isinstance(one, QLineEdit) else one.toPlainText() for one in every]
    assert not [text for text in texts if QUOTE in text]
    team.window.close()
    assert found_in_folder(team.store.path, QUOTE) == {}


def test_what_cannot_be_stored_first_is_not_struck(team: PeopleRobot, ana: PersonBuilder) -> None:
    menu = menu_of(team)
    team.window.ctx.autosaver.touch("broken", _refuse)
    choose(menu, WISH)
    assert team.answers.asked == []
    assert team.store.get(Motivator, ana.motivators[0].id).quote == QUOTE
    team.window.ctx.autosaver.drop("broken")


def _refuse() -> None:
    from careerdesk.domain.errors import StoreError

    raise StoreError("The disk is full. Free up some space.")


def test_a_goal_says_that_something_was_struck(team: PeopleRobot, ana: PersonBuilder) -> None:
    choose(menu_of(team), WISH)
    team.act(names.GO_PLAN)
    view = plans.item(team.store, ana.goals[0].id)
    assert view.motivators[0].struck_on == TODAY
    said = [chip.text for chip in card_of(view, TODAY).chips]
    assert "struck from the record on 17 Nov" in said


def test_nowhere_in_the_window_do_the_words_stand_any_longer(qtbot: QtBot, tmp_path: Path) -> None:
    store = full_store(tmp_path / "store.db", "Ana Ruiz")
    team = PeopleRobot(qtbot, store, tmp_path)
    team.choose("Ana Ruiz")
    words = ("Mastery of Ana Ruiz", "Ana Ruiz teaches")
    before = ""
    for tab in (*TABS, names.GO_DISCOVERY):
        team.act(tab)
        before += said(team.window)
    assert all(one in before for one in words)
    choose(menu_of(team), "Strike from the record at their request…")
    wish = aspirations.of(store, team.person("Ana Ruiz").id)[0].id
    choose(page(team).aspirations.menu_of(wish), "Strike from the record at their request…")
    found = {place: one for place in places(team) for one in words if one in said(team.window)}
    team.window.close()
    store.close()
    assert found == {}


def places(team: PeopleRobot) -> Iterator[str]:
    """Every place of the window; in a short run the tabs."""
    if is_long():
        yield from walk(team)
        return
    for tab in TABS:
        team.act(tab)
        yield tab


def test_neither_enter_nor_esc_strikes(team: PeopleRobot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        pressed = []

        def press(key: Qt.Key = key, pressed: list[Qt.Key] = pressed) -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            pressed.append(key)
            team.press(box.focusWidget() or box, key)

        QTimer.singleShot(0, press)
        assert not Dialogs().confirm("Strike from the record at her request", "Words", "Strike")
        assert pressed == [key]
