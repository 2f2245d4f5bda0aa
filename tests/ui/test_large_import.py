"""A table of many people in the window: it stays alive, says how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QProgressBar, QWidget

from careerdesk.domain.parts import AT_ONCE
from careerdesk.services import people
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.people.roster_table import PreviewTable
from tests.counting import calls
from tests.robots.large_work import meanwhile, through
from tests.robots.window import PeopleRobot
from tests.stores import dump
from tests.ui.test_shell_import import ImportRobot

MANY = 3 * AT_ONCE + 7


def table(count: int, title: str = "Engineer") -> str:
    rows = "".join(f"E{n},Mira Holm-{n},{title}\n" for n in range(count))
    return f"ID,Name,Title\n{rows}"


def opened(robot: PeopleRobot, count: int = MANY, title: str = "Engineer") -> ImportRobot:
    """The page with all rows judged."""
    roster = ImportRobot(robot, table(count, title)).open()
    robot.wait(roster.page.apply.isEnabled)
    return roster


def test_it_counts_the_rows_as_it_writes_numbers_elsewhere(team: PeopleRobot) -> None:
    roster = opened(team, 1200)
    assert roster.page.told.text() == "1,200 new"
    assert roster.page.apply.text() == "Import 1,200 people"


def test_the_choice_of_a_manager_counts_alike_for_one_and_for_everyone(
    nobody: PeopleRobot,
) -> None:
    rows = "".join(f"Mira Holm-{n},{'Ada' if n else 'Uma'}\n" for n in range(1201))
    roster = ImportRobot(nobody, f"Name,Manager\n{rows}").open()
    assert roster.managers()[1:] == ["Ada (1,200)", "Uma (1)", "Everyone in the table (1,201)"]


def test_the_window_has_its_turn_after_every_few_rows(team: PeopleRobot) -> None:
    opened(team)
    turns: list[bool] = []
    parts = meanwhile(team, lambda: turns.append(team.window.ctx.work.busy))
    team.click(names.IMPORT_APPLY)
    assert len(team.stored()) == 3, "nobody is in before all are"
    through(team)
    assert turns == [True]
    stored = [part.done for part in parts if part.doing == "writing"]
    assert stored[-1] == MANY
    assert max(after - before for before, after in pairwise(stored)) <= AT_ONCE
    assert team.told == f"{MANY} people added"
    assert len(team.names()) == len(team.stored()) == MANY + 3


def test_it_is_said_how_far_it_is_and_a_bar_can_be_read_aloud(team: PeopleRobot) -> None:
    roster = opened(team)
    seen: list[tuple[bool, str, QAccessible.Role, str]] = []

    def look() -> None:
        for name in (names.IMPORT_BAR, names.WORK_BAR):
            bar = team.find(QProgressBar, name)
            spoken = QAccessible.queryAccessibleInterface(bar)
            said = spoken.text(QAccessible.Text.Name)
            seen.append((bar.isVisible(), said, spoken.role(), roster.page.told.text()))

    meanwhile(team, look)
    team.click(names.IMPORT_APPLY)
    assert not roster.page.apply.isEnabled()
    through(team)
    role = QAccessible.Role.ProgressBar
    assert [one[:3] for one in seen] == [(True, "Importing people…", role)] * 2
    assert seen[0][3].startswith("Saving ")
    assert not team.find(QProgressBar, names.WORK_BAR).isVisible()


def test_the_rows_stay_where_they_are_when_it_begins(team: PeopleRobot) -> None:
    """Else all of the window is painted again, which takes longer than any part of the import."""
    opened(team)
    team.click(names.IMPORT_APPLY)
    through(team)
    team.find(QWidget, names.WORK_STOP).setMinimumHeight(60)  # some looks have tall buttons
    table = opened(team, title="Lead").table
    before, during = table.height(), list[int]()
    team.window.ctx.work.moved.connect(lambda _part: during.append(table.height()))
    team.click(names.IMPORT_APPLY)
    through(team)
    assert len(during) > 2
    assert set(during) == {before}


@pytest.mark.parametrize("way", ["stop", "cancel", "escape"])
def test_stopped_it_leaves_nothing_and_can_be_begun_again(team: PeopleRobot, way: str) -> None:
    roster = opened(team)
    before, last, heard = dump(team.store.path), team.store.last_edit, list[Changes]()
    team.store.subscribe(heard.append)
    ways: dict[str, Callable[[], object]] = {
        "stop": lambda: team.click(names.WORK_STOP),
        "cancel": lambda: team.click(names.IMPORT_CANCEL),
        "escape": lambda: team.press(roster.table, Qt.Key.Key_Escape),
    }
    meanwhile(team, ways[way])
    team.click(names.IMPORT_APPLY)
    through(team)
    assert dump(team.store.path) == before
    assert team.store.last_edit is last
    assert heard == []
    assert team.told == "Stopped. Nothing was changed."
    assert roster.page.isVisible()
    assert roster.page.apply.text() == f"Import {MANY} people"
    team.click(names.IMPORT_APPLY)
    through(team)
    assert len(team.stored()) == MANY + 3


def test_a_window_that_is_closed_meanwhile_imports_everyone_first(team: PeopleRobot) -> None:
    opened(team)
    told: list[tuple[bool, str]] = []
    meanwhile(team, lambda: told.append((team.window.close(), team.told)))
    team.click(names.IMPORT_APPLY)
    team.wait(lambda: not team.window.isVisible())
    words = "CareerDesk will close as soon as this is done. Close it again to stop it."
    assert told == [(False, words)]
    assert len(team.stored()) == MANY + 3
    people.add(team.store, "Somebody")  # the file is free


def test_closed_again_it_leaves_nothing(team: PeopleRobot) -> None:
    opened(team)
    before = dump(team.store.path)
    meanwhile(team, lambda: (team.window.close(), team.window.close()))
    team.click(names.IMPORT_APPLY)
    team.wait(lambda: not team.window.isVisible())
    assert dump(team.store.path) == before
    people.add(team.store, "Somebody")


def test_stopped_instead_it_leaves_the_window_open(team: PeopleRobot) -> None:
    opened(team)
    before = dump(team.store.path)
    meanwhile(team, lambda: (team.window.close(), team.click(names.WORK_STOP)))
    team.click(names.IMPORT_APPLY)
    through(team)
    assert team.window.isVisible()
    assert dump(team.store.path) == before


def test_it_does_not_close_over_why_nobody_was_imported(team: PeopleRobot) -> None:
    opened(team)
    path = team.store.path
    away = path.with_name("away.db")
    told: list[bool] = []

    def close_and_take_away() -> None:
        told.append(team.window.close())
        path.rename(away)

    meanwhile(team, close_and_take_away)
    team.click(names.IMPORT_APPLY)
    through(team)
    assert told == [False]
    assert team.window.isVisible()
    assert team.banner() != ""
    away.rename(path)


def test_what_is_typed_meanwhile_waits_and_is_saved_after(team: PeopleRobot) -> None:
    opened(team)
    person, saver = team.person("Ana Ruiz"), team.window.ctx.autosaver
    found: list[tuple[bool, bool]] = []

    def type_() -> None:
        saver.touch("title", lambda: people.change(team.store, person.id, title="Lead"))
        found.append((saver.flush(), saver.pending))

    meanwhile(team, type_)
    team.click(names.IMPORT_APPLY)
    through(team)
    assert found == [(False, True)]
    team.wait(lambda: not saver.pending)
    assert people.get(team.store, person.id).title == "Lead"
    assert team.banner(names.UNSAVED) == "", "waiting is no failure"


def test_what_is_done_meanwhile_is_refused_in_a_sentence(team: PeopleRobot) -> None:
    opened(team)
    words: list[str] = []

    def add() -> None:
        team.add("Somebody")
        words.append(team.banner())

    meanwhile(team, add)
    team.click(names.IMPORT_APPLY)
    through(team)
    assert words == ["A large change is still being saved. Try again when it's done."]
    assert "Somebody" not in team.stored()
    assert len(team.stored()) == MANY + 3
    assert team.edit.text() == "Somebody", "the word is kept where it was typed"


def test_sharing_the_screen_meanwhile_hides_at_once_and_the_import_goes_on(
    team: PeopleRobot,
) -> None:
    opened(team)
    seen: list[list[str]] = []

    def share() -> None:
        team.act(names.SHARE_SAFE_MODE)
        seen.append(team.names())

    meanwhile(team, share)
    team.click(names.IMPORT_APPLY)
    through(team)
    assert [len(one) for one in seen] == [1]
    assert len(team.names()) == 1
    assert team.told == f"{MANY} people added"
    team.act(names.SHARE_SAFE_MODE)
    assert len(team.names()) == len(team.stored()) == MANY + 3


def test_leaving_the_page_meanwhile_ends_nothing(team: PeopleRobot) -> None:
    opened(team)
    meanwhile(team, lambda: team.act(names.GO_PLAN))
    team.click(names.IMPORT_APPLY)
    through(team)
    assert team.window.on_person_page
    assert len(team.stored()) == MANY + 3


def test_undo_takes_its_turns_too_and_gives_back_the_very_rows(team: PeopleRobot) -> None:
    before = dump(team.store.path)
    opened(team)
    team.click(names.IMPORT_APPLY)
    through(team)
    turns: list[bool] = []
    parts = meanwhile(team, lambda: turns.append(team.window.ctx.work.busy))
    team.click(names.TOAST_UNDO)
    through(team)
    assert turns == [True]
    assert parts
    assert dump(team.store.path) == before
    assert len(team.names()) == 3
    team.act(names.REDO)
    through(team)
    assert len(team.names()) == MANY + 3


def test_the_rail_hears_of_many_at_once(team: PeopleRobot) -> None:
    model = team.window.rail.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    heard: list[str] = []
    model.rowsInserted.connect(lambda *_: heard.append("in"))
    model.rowsRemoved.connect(lambda *_: heard.append("out"))
    model.dataChanged.connect(lambda *_: heard.append("other"))
    opened(team)
    team.click(names.IMPORT_APPLY)
    through(team)
    team.act(names.UNDO)
    through(team)
    assert heard == ["in", "out"]


def test_the_preview_of_many_costs_no_more_than_what_is_seen(nobody: PeopleRobot) -> None:
    found = []
    for count in (4 * AT_ONCE, 12 * AT_ONCE):
        page = opened(nobody, count).page
        table = nobody.find(PreviewTable, names.IMPORT_TABLE)
        assert page.model.rowCount() == count
        found.append((len(table.findChildren(QWidget)), calls(table.fit_words)))
        nobody.click(names.IMPORT_CANCEL)
    assert found[1] == found[0]


def test_a_large_table_is_read_and_judged_by_turns(nobody: PeopleRobot) -> None:
    roster = ImportRobot(nobody, table(MANY))
    nobody.act(names.IMPORT_PEOPLE)
    bar, shown = roster.page.bar, list[tuple[str, int]]()
    bar.valueChanged.connect(lambda value: shown.append((bar.accessibleName(), value)))
    assert bar.isVisible()
    nobody.wait(roster.page.apply.isEnabled)
    assert {words for words, _ in shown} == {"Reading the table…", "Checking the rows…"}
    assert len(shown) >= 2 * MANY // AT_ONCE
    assert not bar.isVisible()
    assert len(roster.rows()) == MANY
    assert roster.page.told.text() == f"{MANY} new"


def test_how_many_there_are_is_written_as_any_number(nobody: PeopleRobot) -> None:
    reports = (f"Mira Holm-{n},{'Ada' if n < 1_000 else 'Uma'}\n" for n in range(1_007))
    roster = ImportRobot(nobody, f"Name,Manager\n{''.join(reports)}").open()
    assert roster.managers() == [
        "Choose a manager", "Ada (1,000)", "Uma (7)", "Everyone in the table (1,007)",
    ]  # fmt: skip


def test_another_choice_while_rows_are_judged_is_the_one_that_counts(nobody: PeopleRobot) -> None:
    rows = "".join(f"Mira Holm-{n},{('Ada', 'Uma')[n % 2]}\n" for n in range(2 * MANY))
    roster = ImportRobot(nobody, f"Name,Manager\n{rows}").open()
    roster.pick(f"Everyone in the table ({2 * MANY})")
    roster.pick(f"Uma ({MANY})")
    nobody.wait(roster.page.apply.isEnabled)
    assert roster.page.apply.text() == f"Import {MANY} people"
    roster.pick("Choose a manager")
    assert not roster.page.apply.isEnabled()
    assert roster.rows() == {}


def test_people_who_change_while_rows_are_judged_are_judged_again(nobody: PeopleRobot) -> None:
    first, _ = (people.add(nobody.store, name) for name in ("Mira Holm-1", "Zoe"))
    roster = ImportRobot(nobody, table(MANY)).open()
    people.remove(nobody.store, first.id)
    nobody.wait(roster.page.apply.isEnabled)
    assert roster.page.told.text() == f"{MANY} new"
