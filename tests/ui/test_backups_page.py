"""The page of the backups: what one holds is said before it is taken, and it is taken whole."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from careerdesk.domain.backups import Backup, Contents
from careerdesk.services import backups, checkins, everything, people
from careerdesk.services.backups import Why
from careerdesk.ui.backups.page import BackupsPage
from careerdesk.ui.backups.words import contents_words
from careerdesk.ui.base import names
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.shell.actions import SHOW_BACKUPS
from careerdesk.ui.shell.damaged import COPY, RESTORE, DamagedPage
from careerdesk.ui.shell.keeping import Keeping
from careerdesk.ui.shell.rescue import OTHER, START_OVER, Rescue
from careerdesk.ui.shell.status_line import StatusLine
from careerdesk.ui.theme.theme import Theme
from tests.builders import TODAY
from tests.fakes import ReadyAnswers
from tests.json_files import content
from tests.modes import is_private
from tests.robots.stage import Stage
from tests.robots.window import PeopleRobot
from tests.stores import dump

BESIDE = frozenset({"draft"})


@pytest.fixture
def team(team: PeopleRobot) -> PeopleRobot:
    """The store goes by the clock of the window."""
    team.store.now = team.clock.now
    return team


def opened(team: PeopleRobot) -> BackupsPage:
    team.act(SHOW_BACKUPS)
    page = team.window.content.currentWidget()
    assert isinstance(page, BackupsPage)
    waited(team, lambda: not page.looking.busy)
    return page


def waited(team: PeopleRobot, is_so: Callable[[], bool]) -> None:
    team.qtbot.waitUntil(is_so, timeout=20_000)


def press(team: PeopleRobot, page: BackupsPage, name: str) -> None:
    """Press a button, and wait until what it began is over."""
    button = page.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isEnabled()
    team.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)


def said(page: BackupsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_backup_is_made_with_one_press_and_is_listed(team: PeopleRobot) -> None:
    page = opened(team)
    assert "There are no backups yet." in said(page)
    assert page.make.hasFocus()
    press(team, page, "makeBackup")
    assert [one.why for one in backups.every(team.store.path)] == [Why.ASKED]
    assert [(row.title.partition(",")[0], row.caption) for row in page.model.rows] == [
        ("Today", "Manual · 3 people"),
    ]
    assert "No differences from your current data." in said(page)
    assert team.told == "Backed up"


def test_a_copy_from_another_computer_is_restored_in_the_window(
    team: PeopleRobot, tmp_path: Path
) -> None:
    copy = tmp_path / "mine.db"
    backups.copy_out(team.store, copy)
    then = dump(team.store.path, without=BESIDE)
    for name in ("Ana Ruiz", "Ben Okri", "Chi Tran"):
        people.remove(team.store, team.person(name).id)
    page = opened(team)
    press(team, page, "restoreCopy")
    assert team.answers.asked == ["Restore a copy"]  # nothing was chosen
    assert team.names() == []
    team.answers.chosen = copy
    press(team, page, "restoreCopy")
    assert "mine.db" in team.answers.said[-1]
    assert "Your current data will be backed up first" in team.answers.said[-1]
    assert dump(team.store.path, without=BESIDE) == then
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert team.told == "Restored. Your previous data was saved as the newest backup."


def test_a_file_that_is_no_copy_is_refused_and_nothing_changes(
    team: PeopleRobot, tmp_path: Path
) -> None:
    team.answers.chosen = tmp_path / "letter.db"
    team.answers.chosen.write_text("Dear Ana, " * 500)
    now = dump(team.store.path, without=BESIDE)
    page = opened(team)
    press(team, page, "restoreCopy")
    assert team.banner().startswith("Nothing was restored. ")
    assert "letter.db" in team.banner()
    assert dump(team.store.path, without=BESIDE) == now


def test_what_it_holds_and_what_differs_is_said_before_it_is_restored(team: PeopleRobot) -> None:
    then = dump(team.store.path, without=BESIDE)
    backups.make(team.store, Why.DAILY)
    people.remove(team.store, team.person("Ben Okri").id)
    people.add(team.store, "Zoe Quist")
    checkins.add_agenda(team.store, team.person("Ana Ruiz").id, "New since")
    now = dump(team.store.path, without=BESIDE)
    page = opened(team)
    assert "Daily · 3 people" in said(page)
    assert [(row.title, row.caption, row.action) for row in page.differences.rows] == [
        ("Ben Okri", "Only in this backup", "Restore this person"),
        ("Ana Ruiz", "1 added since then · Agenda item", "Restore this person"),
        ("Zoe Quist", "Not in this backup", ""),
    ]
    team.answers.agrees = False
    press(team, page, "restoreBackup")
    assert dump(team.store.path, without=BESIDE) == now
    team.answers.agrees = True
    press(team, page, "restoreBackup")
    assert "Your current data will be backed up first" in team.answers.said[-1]
    assert dump(team.store.path, without=BESIDE) == then
    assert team.names() == ["Ana Ruiz", "Ben Okri", "Chi Tran"]
    assert team.told == "Restored. Your previous data was saved as the newest backup."
    assert [one.why for one in backups.every(team.store.path)] == [Why.RESTORE, Why.DAILY]
    page.list.setCurrentIndex(page.model.index(0, 0))
    waited(team, lambda: not page.looking.busy)
    press(team, page, "restoreBackup")
    assert dump(team.store.path, without=BESIDE) == now


def test_while_what_is_typed_cannot_be_kept_nothing_is_restored(team: PeopleRobot) -> None:
    backups.make(team.store, Why.DAILY)
    people.add(team.store, "Zoe Quist")
    page, autosaver = opened(team), team.window.ctx.autosaver
    page.restore.click()
    page.bar.copying.wait()  # it is ready, and its word is yet to come
    autosaver.hold()  # as while the file is not to be had
    ana = team.person("Ana Ruiz").id
    autosaver.touch("note", partial(people.change, team.store, ana, recognition="Typed"))
    waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)
    assert "Zoe Quist" in team.stored()
    autosaver.release()
    team.wait(lambda: not autosaver.pending)
    assert team.person("Ana Ruiz").recognition == "Typed"


def test_a_damaged_one_says_so_and_cannot_be_chosen_for_restoring(team: PeopleRobot) -> None:
    backups.make(team.store, Why.DAILY)
    bad = backups.make(team.store, Why.DAILY)
    os.truncate(bad.path, 100)
    page = opened(team)
    assert page.chosen is not None
    assert page.chosen.sequence == 1  # the newest that is good
    page.list.setCurrentIndex(page.model.index(0, 0))
    assert page.model.rows[0].caption == "Damaged: can't be restored"
    assert not page.restore.isEnabled()


def test_while_the_screen_is_shared_the_page_is_not_shown(team: PeopleRobot) -> None:
    opened(team)
    team.act(names.SHARE_SAFE_MODE)
    assert not team.window.actions_[SHOW_BACKUPS].isEnabled()
    assert not isinstance(team.window.content.currentWidget(), BackupsPage)


def test_a_second_place_is_chosen_used_at_once_and_let_go_of(
    team: PeopleRobot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page = opened(team)
    team.answers.chosen = stick
    team.qtbot.mouseClick(page.second.pick, Qt.MouseButton.LeftButton)
    waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)
    assert len(list(stick.rglob("*.db"))) == 1
    assert str(stick) in said(page)
    stick.rename(tmp_path / "pulled out")
    page = opened(team)
    assert "(not connected)" in said(page)
    team.qtbot.mouseClick(page.second.remove, Qt.MouseButton.LeftButton)
    assert str(stick) not in said(page)


def test_a_copy_goes_where_it_is_wanted(team: PeopleRobot, tmp_path: Path) -> None:
    page = opened(team)
    team.answers.chosen = tmp_path / "copy.db"
    press(team, page, "saveBackup")
    assert dump(tmp_path / "copy.db") == dump(team.store.path)


def test_a_name_without_an_ending_gets_that_of_the_kind_that_was_chosen(
    team: PeopleRobot, tmp_path: Path
) -> None:
    page = opened(team)
    team.answers.chosen = tmp_path / "all"
    press(team, page, "saveBackup")
    assert dump(tmp_path / "all.db") == dump(team.store.path)
    team.answers.kind = "Everything as JSON, for other programs (*.json)"
    press(team, page, "saveBackup")
    assert content(tmp_path / "all.json")["tables"]["person"]
    assert not (tmp_path / "all").exists()


def test_everything_is_exported_and_said_to_be_private(team: PeopleRobot, tmp_path: Path) -> None:
    page = opened(team)
    target = team.answers.chosen = tmp_path / "all.json"
    press(team, page, "saveBackup")
    assert [row["given_name"] for row in content(target)["tables"]["person"]] == [
        person.given_name for person in people.everyone(team.store)
    ]
    assert is_private(target)
    assert team.told == "Exported, including all private data"
    before = dump(team.store.path)
    team.answers.chosen = team.store.path
    press(team, page, "saveBackup")
    assert "is your CareerDesk file. Choose another name." in team.banner()
    assert dump(team.store.path) == before


def row_at(page: BackupsPage, name: str) -> int:
    return next(n for n, row in enumerate(page.differences.rows) if row.title == name)


def enter(team: PeopleRobot, page: BackupsPage, name: str) -> None:
    """Press Enter on the row of a person, and wait until what it began is over."""
    page.people.setCurrentIndex(page.differences.index(row_at(page, name), 0))
    team.qtbot.keyClick(page.people, Qt.Key.Key_Return)
    waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)


def test_one_person_is_restored_from_their_row_and_undo_takes_it_back(team: PeopleRobot) -> None:
    store = team.store
    ana, ben, *_ = people.everyone(store)
    backups.make(store, Why.DAILY)
    people.change(store, ana.id, family_name="Changed")
    people.change(store, ben.id, family_name="Changed")
    cy = people.add(store, "Cy Later")
    before = dump(store.path, without=BESIDE)
    page = opened(team)
    changed = people.get(store, ana.id).name
    enter(team, page, cy.name)  # who is not in the backup
    team.answers.agrees = False
    enter(team, page, changed)
    assert dump(store.path, without=BESIDE) == before
    assert "No one else's data will be affected" in team.answers.said[-1]
    team.answers.agrees = True
    enter(team, page, changed)
    assert [one.name for one in people.everyone(store)] == [
        ana.name,
        people.get(store, ben.id).name,
        *[one.name for one in people.everyone(store)][2:],
    ]
    assert people.get(store, ben.id).family_name == "Changed"
    assert team.told == f"{ana.name} was restored. Their previous data is in the trash."
    assert ana.name not in [row.title for row in page.differences.rows]
    store.undo()
    assert dump(store.path, without=BESIDE) == before
    waited(team, lambda: not page.looking.busy)
    assert changed in [row.title for row in page.differences.rows]


def test_what_differs_follows_what_is_done_meanwhile(team: PeopleRobot) -> None:
    backups.make(team.store, Why.DAILY)
    page = opened(team)
    assert "No differences from your current data." in said(page)
    people.change(team.store, people.everyone(team.store)[0].id, family_name="Changed")
    people.add(team.store, "Cy Later")  # while the first is compared
    waited(team, lambda: not page.looking.busy)
    captions = [(row.title, row.caption) for row in page.differences.rows]
    assert [title for title, _ in captions] == ["Ana Changed", "Cy Later"]
    team.store.undo()
    team.store.undo()
    waited(team, lambda: not page.looking.busy)
    assert "No differences from your current data." in said(page)
    assert not page.people.isVisible()


def test_the_keyboard_goes_on_to_the_next_person_and_then_to_the_backups(
    team: PeopleRobot,
) -> None:
    ana, ben, *_ = people.everyone(team.store)
    backups.make(team.store, Why.DAILY)
    for one in (ana, ben):
        people.change(team.store, one.id, family_name="Changed")
    page = opened(team)
    go_to_list(page.people)
    enter(team, page, "Ana Changed")
    assert page.people.hasFocus()
    enter(team, page, "Ben Changed")
    assert page.list.hasFocus()
    page.restore.setFocus()
    team.qtbot.keyClick(page.restore, Qt.Key.Key_Space)
    assert page.list.hasFocus()
    waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)
    assert page.list.hasFocus()


def test_a_click_on_its_words_restores_a_person_and_one_beside_does_not(
    team: PeopleRobot,
) -> None:
    ana = people.everyone(team.store)[0]
    backups.make(team.store, Why.DAILY)
    people.remove(team.store, ana.id)
    page = opened(team)
    rect = page.people.visualRect(page.differences.index(row_at(page, ana.name), 0))
    for right, there in ((rect.width() // 2, False), (20, True)):
        spot = QPoint(rect.right() - right, rect.center().y())
        team.qtbot.mouseClick(page.people.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        waited(team, lambda: not page.bar.copying.busy and not page.looking.busy)
        assert (ana.name in [one.name for one in people.everyone(team.store)]) is there


def test_what_is_stopped_is_over_and_says_nothing(team: PeopleRobot, tmp_path: Path) -> None:
    page = opened(team)
    target, told = tmp_path / "all.json", team.told

    def export(progress: backups.Progress) -> object:
        page.bar.copying.stop()  # pressed while it is under way
        return everything.write(team.store, target, progress)

    page.bar.run(export, "Exporting", lambda _done: team.window.ctx.notices.toast("Exported"))
    waited(team, lambda: not page.bar.copying.busy)
    assert not target.exists()
    assert list(tmp_path.glob(".*")) == []
    assert team.told == told


def begun(
    team: PeopleRobot, copy: Callable[[backups.Progress], object]
) -> tuple[BackupsPage, threading.Event]:
    """The page with a copy under way, which goes on once the event is set."""
    page, goes_on = opened(team), threading.Event()

    def work(progress: backups.Progress) -> object:
        goes_on.wait(20)
        return copy(progress)

    page.bar.run(work, "Copying", lambda _done: team.window.ctx.notices.toast("Copied"))
    return page, goes_on


def choose_second(team: PeopleRobot, page: BackupsPage, stick: Path) -> None:
    stick.mkdir()
    team.answers.chosen = stick
    team.qtbot.mouseClick(page.second.pick, Qt.MouseButton.LeftButton)


def test_a_second_place_that_is_chosen_meanwhile_has_its_backup_after_that(
    team: PeopleRobot, tmp_path: Path
) -> None:
    target, stick = tmp_path / "copy.db", tmp_path / "stick"
    page, goes_on = begun(team, partial(backups.copy_out, team.store, target))
    copying = page.bar.copying
    choose_second(team, page, stick)
    assert copying.busy
    goes_on.set()
    waited(team, lambda: team.told == "Backed up" and not page.looking.busy)
    assert target.exists()
    assert len(list(stick.rglob("*.db"))) == 1
    assert not copying.busy


def test_a_copy_is_made_also_where_one_goes_to_another_page_meanwhile(
    team: PeopleRobot, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    page, goes_on = begun(team, partial(backups.copy_out, team.store, target))
    copying = page.bar.copying
    team.window.commands.pages.show_today()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not page.isVisible()
    goes_on.set()
    waited(team, lambda: team.told == "Copied")
    assert target.exists()
    waited(team, lambda: not shiboken6.isValid(copying))


def closed_while_copying(team: PeopleRobot, copy: Callable[[backups.Progress], object]) -> None:
    """Close the window while a copy is made that was asked for; it ends after that."""
    _, goes_on = begun(team, copy)
    close_later(team)
    goes_on.set()


def close_later(team: PeopleRobot) -> None:
    assert not team.window.close()
    assert team.told.startswith("CareerDesk will close as soon as this is done.")


def test_the_window_closes_once_a_copy_is_made(team: PeopleRobot, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    closed_while_copying(team, partial(backups.copy_out, team.store, target))
    waited(team, lambda: not team.window.isVisible())
    assert target.exists()


def test_the_window_closes_once_the_backup_that_waits_for_a_copy_is_made_too(
    team: PeopleRobot, tmp_path: Path
) -> None:
    target, stick = tmp_path / "copy.db", tmp_path / "stick"
    page, goes_on = begun(team, partial(backups.copy_out, team.store, target))
    choose_second(team, page, stick)
    close_later(team)
    goes_on.set()
    waited(team, lambda: not team.window.isVisible())
    assert target.exists()
    assert len(list(stick.rglob("*.db"))) == 1


def test_the_window_does_not_close_over_why_a_copy_was_not_made(
    team: PeopleRobot, tmp_path: Path
) -> None:
    closed_while_copying(team, partial(backups.copy_out, team.store, tmp_path / "no" / "copy.db"))
    waited(team, lambda: team.banner(names.PROBLEM) != "")
    assert team.banner(names.PROBLEM).startswith("Nothing was saved.")
    assert team.window.isVisible()
    assert team.window.close()


def test_nothing_is_left_of_a_copy_that_the_window_does_not_wait_for(
    team: PeopleRobot, tmp_path: Path
) -> None:
    page, target, began = opened(team), tmp_path / "copy.db", threading.Event()

    def go_on(progress: backups.Progress, done: int, of: int) -> bool:
        began.set()
        return ended.wait(20) and progress(done, of)

    def copy(progress: backups.Progress) -> None:
        backups.copy_out(team.store, target, partial(go_on, progress))

    ended = threading.Event()
    page.bar.run(copy, "Copying", lambda _done: team.window.ctx.notices.toast("Copied"))
    assert began.wait(20)
    assert not team.window.close()  # it would wait
    threading.Timer(0.1, ended.set).start()
    assert team.window.close()
    assert [one.name for one in tmp_path.glob(".careerdesk*")] == []
    assert not target.exists()


def kept(team: PeopleRobot) -> Keeping:
    keeping = Keeping(team.window, team.window)
    keeping.look()
    waited(team, lambda: not keeping.busy)
    return keeping


def state(team: PeopleRobot) -> str:
    found = team.window.status.findChild(QAbstractButton, names.BACKUP_STATE)
    return found.text() if found is not None and found.isVisible() else ""


def test_the_backup_of_the_day_is_made_once_and_the_status_line_says_so(team: PeopleRobot) -> None:
    keeping = kept(team)
    assert [one.why for one in backups.every(team.store.path)] == [Why.DAILY]
    assert state(team).startswith("Backed up ")
    keeping.look()
    waited(team, lambda: not keeping.busy)
    assert len(backups.every(team.store.path)) == 1
    button = team.window.status.findChild(QAbstractButton, names.BACKUP_STATE)
    assert button is not None
    team.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert isinstance(team.window.content.currentWidget(), BackupsPage)


def test_the_age_of_the_backup_is_as_quiet_as_what_stands_beside_it(
    qtbot: QtBot, put_on: Callable[[Theme], Theme]
) -> None:
    line = StatusLine(put_on(Theme("light")))
    qtbot.addWidget(line)
    line.show()
    line.show_backup("Backed up today, 10:58", "", False)
    button, saved = line.findChild(QAbstractButton), line.findChild(QLabel, names.SAVED_STATE)
    assert button is not None
    assert saved is not None
    assert button.font().weight() == saved.font().weight()


def test_the_day_of_the_last_change_goes_on_in_its_sentence() -> None:
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, 10, 58).astimezone()
    held = Contents(counts={"person": 3}, last_change=moment)
    backup = Backup(sequence=1, path=Path("backup-000001.db"), why=Why.DAILY, counts={})
    assert contents_words(backup, held, TODAY) == "Daily · 3 people\nLast change: today, 10:58"


def test_a_backup_that_cannot_be_made_is_said_in_the_status_line(team: PeopleRobot) -> None:
    backups.folder_of(team.store.path).write_text("in the way")
    kept(team)
    assert state(team) == "No backup yet"
    button = team.window.status.findChild(QAbstractButton, names.BACKUP_STATE)
    assert button is not None
    assert "Could not back up to" in button.toolTip()


def test_a_backup_that_is_asked_for_and_cannot_be_made_says_that_nothing_was_written(
    team: PeopleRobot,
) -> None:
    page = opened(team)
    backups.folder_of(team.store.path).write_text("in the way")
    press(team, page, "makeBackup")
    banner = team.window.banners.banner(names.PROBLEM)
    assert banner is not None
    assert banner.text.text().startswith("Nothing was saved. Could not back up to")


def test_a_backup_is_there_although_the_second_place_is_not(
    team: PeopleRobot, tmp_path: Path
) -> None:
    team.window.ctx.settings.setValue("backups/second", str(tmp_path / "no stick"))
    page = opened(team)
    press(team, page, "makeBackup")
    assert [row.caption for row in page.model.rows] == ["Manual · 3 people"]
    assert team.told == "Backed up"
    assert team.window.banners.banner(names.PROBLEM) is None
    banner = team.window.banners.banner(names.SECOND_PLACE)
    assert banner is not None
    assert "isn't available. Connect it" in banner.text.text()


def test_the_absence_of_the_second_place_is_said_once_a_day(
    team: PeopleRobot, tmp_path: Path
) -> None:
    team.window.ctx.settings.setValue("backups/second", str(tmp_path / "no stick"))
    kept(team)
    banner = team.window.banners.banner(names.SECOND_PLACE)
    assert banner is not None
    assert "isn't available. Connect it" in banner.text.text()
    team.window.ctx.notices.clear_banner(names.SECOND_PLACE)
    kept(team)
    assert team.window.banners.banner(names.SECOND_PLACE) is None
    team.clock.moment += timedelta(days=1)
    kept(team)
    assert team.window.banners.banner(names.SECOND_PLACE) is not None


def test_the_page_of_a_damaged_store_offers_its_newest_good_backup_first(stage: Stage) -> None:
    people.add(stage.store, "Ana Ruiz")
    backups.make(stage.store, Why.DAILY)
    bad = backups.make(stage.store, Why.DAILY)
    os.truncate(bad.path, 100)
    page = stage.put(DamagedPage(stage.ctx))
    wanted: list[object] = []
    copies: list[object] = []
    page.restore_wanted.connect(wanted.append)
    page.copy_wanted.connect(lambda: copies.append(1))
    buttons = [b.objectName() for b in page.findChildren(QAbstractButton) if b.objectName()]
    assert buttons[0] == RESTORE
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "1 person" in words
    assert "The damaged file will be kept under a different name." in words
    stage.qtbot.mouseClick(page.findChild(QAbstractButton, RESTORE), Qt.MouseButton.LeftButton)
    stage.qtbot.mouseClick(page.findChild(QAbstractButton, COPY), Qt.MouseButton.LeftButton)
    assert [getattr(one, "sequence", 0) for one in wanted] == [1]
    assert copies == [1]


def rescue(
    qtbot: QtBot, newest: backups.Backup | None, answers: ReadyAnswers, *, anew: bool
) -> Rescue:
    page = Rescue(Theme("light"), "It does not open.", newest, TODAY, anew=anew, dialogs=answers)
    qtbot.addWidget(page)
    return page


def test_only_where_the_file_is_gone_one_may_start_again_and_that_comes_last(
    qtbot: QtBot, team: PeopleRobot, tmp_path: Path
) -> None:
    newest = backups.make(team.store, Why.DAILY)
    answers = ReadyAnswers()
    damaged = rescue(qtbot, newest, answers, anew=False)
    gone = rescue(qtbot, newest, answers, anew=True)
    assert list(damaged.state.buttons) == [RESTORE, OTHER]
    assert list(gone.state.buttons) == [RESTORE, OTHER, START_OVER]
    for name, wanted in ((RESTORE, newest), (START_OVER, True), (OTHER, tmp_path)):
        answers.chosen = tmp_path
        gone.chosen = None
        gone.state.buttons[name].click()
        assert gone.chosen == wanted
    answers.chosen = None
    gone.chosen = None
    gone.state.buttons[OTHER].click()  # and no file is chosen: it goes on waiting
    assert gone.chosen is None


@pytest.mark.usefixtures("large_type")
def test_in_large_type_what_is_shown_in_place_of_a_store_fits_the_screen(
    qtbot: QtBot, team: PeopleRobot
) -> None:
    newest = backups.make(team.store, Why.DAILY)
    page = rescue(qtbot, newest, ReadyAnswers(), anew=True)
    assert page.rect().size().boundedTo(page.screen().availableSize()) == page.size()
