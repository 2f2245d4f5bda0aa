"""Half-typed words about a person: with them alone, taken whole, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.errors import StoreError
from careerdesk.services import checkins, discovery, drafts, key_results, people, plans, trash
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.checkins.finish_row import FINISH_NOW
from careerdesk.ui.shell.actions import EDIT_PERSON, PLAN_ONE_ON_ONE, START_CHECK_IN
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.planning_popover import DAY
from tests.builders import NOW, TODAY, a_person
from tests.robots.drafts import begin, killed, said
from tests.robots.window import PeopleRobot
from tests.stores import ask

ANA, BEN = "Ana Ruiz", "Ben Okri"
ROWS = (
    (names.GO_PLAN, names.SHORT_TERM_EDIT),
    (names.GO_PLAN, names.LONGER_TERM_EDIT),
    (names.GO_DISCOVERY, names.MOTIVATOR_EDIT),
    (names.GO_DISCOVERY, names.DRAINER_EDIT),
    (names.GO_DISCOVERY, names.ASPIRATION_EDIT),
    (names.GO_PREPARE, names.AGENDA_EDIT),
)
TOO_LONG = "x" * 3_000


@pytest.fixture
def team(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over two people who have a plan; Ana is shown."""
    for name in (ANA, BEN):
        a_person(store, name).with_goals(f"Goal of {name}").with_checkin(3)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose(ANA)
    yield robot
    robot.window.close()


def full_disk(team: PeopleRobot, *, full: bool) -> None:
    driver = team.store.writer()._connection
    driver.execute(f"PRAGMA query_only={'ON' if full else 'OFF'}")


@pytest.mark.parametrize(("tab", "row"), ROWS)
def test_words_in_a_row_are_with_their_person_alone(team: PeopleRobot, tab: str, row: str) -> None:
    team.act(tab)
    begin(team, row, "Half a w")
    team.choose(BEN)
    assert said(team, row) == ""
    begin(team, row, "Other")
    team.choose(ANA)
    assert said(team, row) == "Half a w"
    team.act(names.GO_TODAY)
    assert not any(one.text() == "Half a w" for one in team.window.findChildren(QLineEdit))
    team.choose(BEN)
    assert said(team, row) == "Other"


@pytest.mark.parametrize(("tab", "row"), ROWS)
def test_words_in_a_row_outlive_the_program(
    team: PeopleRobot, tmp_path: Path, tab: str, row: str
) -> None:
    team.act(tab)
    begin(team, row, "Half a w")
    left = killed(team, tmp_path)
    assert [draft.words["text"] for draft in drafts.every(left)] == ["Half a w"]
    left.close()
    team.restart()
    team.act(tab)
    assert said(team, row) == "Half a w"


@pytest.mark.parametrize(("tab", "row"), ROWS)
def test_enter_takes_the_words_and_one_undo_has_them_in_the_row_again(
    team: PeopleRobot, tab: str, row: str
) -> None:
    team.act(tab)
    begin(team, row, "Whole words")
    team.press(team.find(QWidget, row), Qt.Key.Key_Return)
    assert said(team, row) == ""
    assert drafts.every(team.store) == []
    team.act(names.UNDO)
    team.act(tab)
    assert said(team, row) == "Whole words"
    team.act(names.REDO)
    team.act(tab)
    assert (said(team, row), drafts.every(team.store)) == ("", [])


@pytest.mark.parametrize(("tab", "row"), ROWS)
def test_esc_throws_the_words_away_until_one_undo(team: PeopleRobot, tab: str, row: str) -> None:
    team.act(tab)
    begin(team, row, "Whole words")
    team.press(team.find(QWidget, row), Qt.Key.Key_Escape)
    assert said(team, row) == ""
    assert team.store.undo_name == "Discard draft"
    team.act(names.UNDO)
    assert said(team, row) == "Whole words"


def test_typing_ends_nothing_that_can_be_done_again(team: PeopleRobot) -> None:
    plans.change_item(team.store, plans.active(team.store, team.person(ANA).id).items[0].id,  # type: ignore[union-attr]
                      today=date(2026, 11, 24), title="Other")  # fmt: skip
    team.act(names.UNDO)
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, "Half a w")
    team.window.ctx.autosaver.flush()
    assert team.window.actions_[names.REDO].isEnabled()


def test_newer_words_stay_and_older_ones_come_back_when_the_row_is_empty(
    team: PeopleRobot,
) -> None:
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, "Older")
    team.press(team.find(QWidget, names.SHORT_TERM_EDIT), Qt.Key.Key_Return)
    begin(team, names.SHORT_TERM_EDIT, "Newer")
    team.act(names.UNDO)  # takes the goal back; its words were typed before
    assert said(team, names.SHORT_TERM_EDIT) == "Newer"
    team.press(team.find(QWidget, names.SHORT_TERM_EDIT), Qt.Key.Key_Return)
    assert said(team, names.SHORT_TERM_EDIT) == "Older"


def test_in_a_row_undo_takes_back_the_typing_there_first(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    row = team.find(QLineEdit, names.SHORT_TERM_EDIT)
    before = team.store.undo_name
    begin(team, names.SHORT_TERM_EDIT, "Half")
    team.press(row, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert row.text() == ""
    assert team.store.undo_name == before


def test_many_lines_are_added_all_or_none(team: PeopleRobot) -> None:
    team.act(names.GO_DISCOVERY)
    row = team.find(QLineEdit, names.MOTIVATOR_EDIT)
    row.setFocus()
    row.insert(f"Mastery\n{TOO_LONG}\nCalm")
    assert discovery.motivators(team.store, team.person(ANA).id) == []
    assert "Mastery" in row.text()
    assert "Calm" in row.text()
    row.clear()
    row.insert("Mastery\nCalm")
    assert len(discovery.motivators(team.store, team.person(ANA).id)) == 2
    team.act(names.UNDO)
    assert discovery.motivators(team.store, team.person(ANA).id) == []


def test_on_a_full_disk_words_are_kept_and_esc_throws_none_away(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    full_disk(team, full=True)
    begin(team, names.SHORT_TERM_EDIT, "Half a w")
    team.choose(BEN)
    assert team.banner("unsaved")
    assert said(team, names.SHORT_TERM_EDIT) == ""
    team.choose(ANA)
    assert said(team, names.SHORT_TERM_EDIT) == "Half a w"
    team.press(team.find(QWidget, names.SHORT_TERM_EDIT), Qt.Key.Key_Escape)
    assert said(team, names.SHORT_TERM_EDIT) == "Half a w"
    full_disk(team, full=False)
    assert team.window.ctx.autosaver.flush()
    assert team.banner("unsaved") == ""
    assert [draft.words["text"] for draft in drafts.every(team.store)] == ["Half a w"]


def test_a_banner_of_words_not_thrown_away_goes_when_saving_works_again(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, "Half a w")
    team.window.ctx.autosaver.flush()
    full_disk(team, full=True)
    team.press(team.find(QWidget, names.SHORT_TERM_EDIT), Qt.Key.Key_Escape)
    assert said(team, names.SHORT_TERM_EDIT) == "Half a w"
    assert team.banner("unsaved")
    full_disk(team, full=False)
    try_again = team.window.banners.banner("unsaved").findChild(QAbstractButton)
    team.qtbot.mouseClick(try_again, Qt.MouseButton.LeftButton)
    assert team.banner("unsaved") == ""


def test_a_banner_goes_when_the_one_text_that_waits_is_saved(team: PeopleRobot) -> None:
    autosaver = team.window.ctx.autosaver
    tries = iter([StoreError("The disk is full."), None])

    def write() -> None:
        if (error := next(tries)) is not None:
            raise error

    autosaver.touch("a text", write)
    assert not autosaver.flush_key("a text")
    assert team.banner("unsaved")
    assert autosaver.flush_key("a text")
    assert team.banner("unsaved") == ""


def test_drafts_go_and_come_with_their_person(team: PeopleRobot) -> None:
    team.act(names.GO_PLAN)
    begin(team, names.SHORT_TERM_EDIT, "Half a w")
    team.window.ctx.autosaver.flush()
    ana = team.person(ANA).id
    people.remove(team.store, ana)
    assert drafts.every(team.store) == []
    trash.bring_back(team.store, [trash.things(team.store)[0].id])
    assert [draft.words["text"] for draft in drafts.every(team.store)] == ["Half a w"]
    people.remove(team.store, ana)
    trash.forget(team.store, [one.id for one in trash.things(team.store)])
    assert drafts.every(team.store) == []


# Promises and their days


def promise(team: PeopleRobot, words: str, day: str) -> QLineEdit:
    team.act(START_CHECK_IN)
    begin(team, names.PROMISE_EDIT, words)
    begin(team, "talkPromiseDue", day)
    return team.find(QLineEdit, "talkPromiseDue")


@pytest.mark.parametrize("end", ["enter", "tab", "click"])
def test_the_day_of_a_promise_is_kept_however_one_goes_on(team: PeopleRobot, end: str) -> None:
    due = promise(team, "Ask Finance", "4 dec")
    words = team.find(QLineEdit, names.PROMISE_EDIT)
    if end == "enter":
        team.press(due, Qt.Key.Key_Return)
    else:
        if end == "tab":
            team.press(due, Qt.Key.Key_Tab)
        else:
            team.qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
        words.setFocus()
        team.press(words, Qt.Key.Key_Return)
    found = checkins.promises(team.store, team.person(ANA).id)
    assert [(one.text, one.due_on) for one in found] == [("Ask Finance", date(2026, 12, 4))]


def test_a_day_that_cannot_be_read_is_said_beside_it_and_nothing_is_lost(
    team: PeopleRobot,
) -> None:
    due = promise(team, "Ask Finance", "4 dx")
    team.press(due, Qt.Key.Key_Return)
    assert checkins.promises(team.store, team.person(ANA).id) == []
    note = team.find(QLabel, "talkPromiseDueNote")
    assert note.isVisible()
    assert "4 dx" in note.text()
    team.choose(BEN)
    team.choose(ANA)
    assert (said(team, names.PROMISE_EDIT), due.text()) == ("Ask Finance", "4 dx")


def test_finishing_a_check_in_takes_in_what_is_typed(team: PeopleRobot) -> None:
    team.act(START_CHECK_IN)
    begin(team, names.PROMISE_EDIT, "Ask Finance")
    begin(team, names.AGENDA_EDIT, "Nights")
    team.click(names.FINISH_CHECK_IN)
    team.click(FINISH_NOW)
    ana = team.person(ANA).id
    assert [one.text for one in checkins.promises(team.store, ana)] == ["Ask Finance"]
    assert [one.text for one in checkins.agenda(team.store, ana)] == ["Nights"]


# Fields that store themselves


def test_one_field_that_cannot_be_stored_holds_back_itself_alone(team: PeopleRobot) -> None:
    people.change(team.store, team.person(ANA).id, given_name="Ana", family_name="")
    team.act(EDIT_PERSON)
    given = team.find(QLineEdit, "person.given_name")
    given.setFocus()
    given.selectAll()
    team.press(given, Qt.Key.Key_Delete)
    begin(team, "person.title", "Engineer")
    begin(team, "person.team", TOO_LONG)
    assert team.window.ctx.autosaver.flush(), team.banner("unsaved")
    stored = people.everyone(team.store)[0]
    assert (stored.given_name, stored.title, stored.team) == ("Ana", "Engineer", "")
    assert team.find(QLabel, "person.given_nameNote").isVisible()
    team.choose(BEN)
    assert team.shown == BEN
    team.window.rail.select(stored.id)
    team.act(EDIT_PERSON)
    assert said(team, "person.team") == TOO_LONG
    assert team.find(QLabel, "person.teamNote").isVisible()
    begin(team, "person.team", "Ingest")
    assert team.window.ctx.autosaver.flush()
    assert people.everyone(team.store)[0].team == "Ingest"
    assert drafts.every(team.store) == []


def test_words_for_what_was_deleted_behind_them_are_kept_and_said(team: PeopleRobot) -> None:
    team.act(names.GO_CHECK_INS)
    view = team.find(QWidget, names.CHECK_IN_HISTORY)
    team.go_to(view, 0)  # type: ignore[arg-type]
    team.press(view, Qt.Key.Key_Return)
    check_in = checkins.last_held(team.store, team.person(ANA).id)
    assert check_in is not None
    begin(team, "earlierShared", "Just now")
    driver = team.store.writer()._connection
    driver.execute("DELETE FROM check_in WHERE id = ?", (check_in.id,))
    assert team.window.ctx.autosaver.flush()
    assert "since been deleted" in team.told
    assert [draft.words["text"] for draft in drafts.every(team.store)] == ["Just now"]


def test_whatever_fails_while_saving_the_words_stay_and_are_tried_again(
    team: PeopleRobot,
) -> None:
    """Not only what the store says in words: a bug in between as well."""

    class Stumbling:
        def __call__(self) -> object:
            raise RuntimeError("a bug")

    team.act(EDIT_PERSON)
    clock, team.store.now = team.store.now, Stumbling()  # type: ignore[assignment]
    begin(team, "person.title", "Engineer")
    try:
        with team.qtbot.captureExceptions() as told:
            assert not team.window.ctx.autosaver.flush()
        assert told
    finally:
        team.store.now = clock
    assert team.banner("unsaved")
    assert team.window.ctx.autosaver.pending
    assert team.window.ctx.autosaver.flush()
    assert team.person(ANA).title == "Engineer"
    assert team.banner("unsaved") == ""


def test_a_record_of_long_ago_leaves_no_draft_behind(store: Store) -> None:
    ana = a_person(store, ANA).with_goals("One")
    owner = drafts.Owner(ana.id, "plan_item", ana.goals[0].id, "goal-title")
    gone = drafts.Owner(ana.id, "plan_item", 999, "goal-title")
    for one in (owner, gone):
        drafts.keep(store, drafts.new(one, {"text": "Half"}, NOW), anew=False)
    trash.purge(store)
    assert [draft.owner for draft in drafts.every(store)] == [owner]
    assert ask(store.path, COUNT) == [(1,)]


COUNT = "SELECT count(*) FROM draft"


def test_a_draft_stays_as_long_as_what_it_is_about_can_come_back(store: Store) -> None:
    ana = a_person(store, ANA).with_goals("One", "Two")
    for goal in ana.goals:
        result = key_results.add(store, goal.id, "Visits", today=TODAY).id
        owner = drafts.Owner(ana.id, "key_result", result, "name")
        drafts.keep(store, drafts.new(owner, {"text": "Half"}, NOW), anew=False)
    people.remove(store, a_person(store, "Ben Okri").with_checkin(20).id)
    plans.remove_items(store, [ana.goals[0].id])
    trash.purge(store)
    assert ask(store.path, COUNT) == [(2,)]
    trash.forget(store, [one.id for one in trash.things(store) if one.kind == "plan_item"])
    trash.purge(store)
    assert ask(store.path, COUNT) == [(1,)]


@pytest.mark.parametrize("half", ["30 febr", "2026-13-40"])
def test_a_day_that_is_none_comes_back_with_what_is_wrong_with_it(
    team: PeopleRobot, half: str
) -> None:
    field = day_to_plan(team, "Ana Ruiz")
    team.type(field, half)
    team.press(field, Qt.Key.Key_Tab)
    assert "isn't a date" in field.accessibleDescription()
    field = day_to_plan(team, "Ben Okri")
    assert field.text() != half and field.accessibleDescription() == ""
    field = day_to_plan(team, "Ana Ruiz")
    assert field.text() == half
    assert "isn't a date" in field.accessibleDescription()


def day_to_plan(team: PeopleRobot, name: str) -> DateField:
    """The field with the cursor, where the next check-in with a person is planned."""
    team.choose(name)
    team.act(PLAN_ONE_ON_ONE)
    return team.find(DateField, DAY)
