"""What is typed is on the disk soon; when it cannot be, it is said and nothing is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.domain.errors import InvalidInput, StoreError
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.autosave import Autosaver
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.shell.running import Signals
from careerdesk.ui.widgets.buttons import TextButton
from tests.robots.window import PeopleRobot


class Disk:
    """Takes what is written, or refuses it."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.full = False

    def write(self, text: str) -> None:
        if self.full:
            raise StoreError("The disk is full.")
        self.written.append(text)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(qtbot: QtBot) -> Iterator[Autosaver]:
    made = Autosaver()
    yield made
    made.deleteLater()


def test_the_last_text_is_written_once_after_the_last_key(
    qtbot: QtBot, saver: Autosaver, disk: Disk
) -> None:
    with qtbot.waitSignal(saver.saved):
        for text in ("H", "He", "Hey"):
            saver.touch("note", lambda text=text: disk.write(text))
        assert saver.pending
        assert disk.written == []
    assert disk.written == ["Hey"]
    assert not saver.pending


def test_who_never_pauses_is_saved_within_two_seconds(
    qtbot: QtBot, saver: Autosaver, disk: Disk
) -> None:
    typing = QTimer()
    typing.timeout.connect(lambda: saver.touch("note", lambda: disk.write("x")))
    with qtbot.waitSignal(saver.saved):
        typing.start(100)
    typing.stop()
    assert disk.written == ["x"]
    saver.flush()


def test_flushing_writes_now_and_tells_if_all_is_well(saver: Autosaver, disk: Disk) -> None:
    assert saver.flush()
    saver.touch("a", lambda: disk.write("a"))
    saver.touch("b", lambda: disk.write("b"))
    assert saver.flush()
    assert disk.written == ["a", "b"]


def test_what_fails_stays_and_is_tried_again(qtbot: QtBot, saver: Autosaver, disk: Disk) -> None:
    disk.full = True
    saver.touch("a", lambda: disk.write("a"))
    with qtbot.waitSignal(saver.failed) as failed:
        assert not saver.flush()
    assert failed.args == ["The disk is full."]
    assert saver.pending
    disk.full = False
    assert saver.flush()
    assert disk.written == ["a"]


def test_one_text_that_cannot_be_does_not_hold_up_the_others(saver: Autosaver, disk: Disk) -> None:
    def refuse() -> None:
        raise InvalidInput("The name can't be blank.")

    saver.touch("name", refuse)
    saver.touch("note", lambda: disk.write("note"))
    assert not saver.flush()
    assert disk.written == ["note"]
    saver.drop("name")
    assert saver.flush()


def test_what_is_due_waits_while_it_is_deferred(saver: Autosaver, disk: Disk) -> None:
    saver.defer()
    saver.touch("a", lambda: disk.write("a"))
    saver.write_due()
    assert disk.written == []
    assert saver.pending
    saver.resume()
    assert disk.written == ["a"]


def test_what_is_not_due_yet_is_not_hurried(saver: Autosaver, disk: Disk) -> None:
    saver.defer()
    saver.touch("a", lambda: disk.write("a"))
    saver.resume()
    assert disk.written == []
    saver.flush()


def test_nothing_is_deferred_for_long_and_nothing_twice(
    qtbot: QtBot, saver: Autosaver, disk: Disk
) -> None:
    saver.defer()
    with qtbot.waitSignal(saver.saved):
        saver.touch("a", lambda: disk.write("a"))
    saver.touch("b", lambda: disk.write("b"))
    saver.write_due()
    assert disk.written == ["a", "b"]


def test_who_goes_on_with_what_is_deferred_has_it_written_at_once(
    saver: Autosaver, disk: Disk
) -> None:
    saver.defer()
    saver.touch("a", lambda: disk.write("a"))
    assert saver.flush()
    assert disk.written == ["a"]
    saver.write_due()
    saver.resume()
    assert disk.written == ["a"]


def title(robot: PeopleRobot) -> QLineEdit:
    if robot.window.findChild(QLineEdit, "person.title") is None:
        robot.act(EDIT_PERSON)
    return robot.find(QLineEdit, "person.title")


def stored(robot: PeopleRobot) -> str:
    return robot.person("Ana Ruiz").title


def state(robot: PeopleRobot) -> str:
    return robot.find(QLabel, names.SAVED_STATE).text()


def test_typing_is_saved_and_the_status_line_says_when(team: PeopleRobot) -> None:
    with team.qtbot.waitSignal(team.window.ctx.autosaver.saved):
        team.type(title(team), "Engineer")
        assert stored(team) == ""
    assert stored(team) == "Engineer"
    assert state(team) == "Saved 15:02"
    assert team.window.person_page.header.facts.text() == "Engineer"


def test_typing_is_one_step_to_undo(team: PeopleRobot) -> None:
    title(team).setFocus()
    for letters in ("Eng", "ineer"):
        with team.qtbot.waitSignal(team.window.ctx.autosaver.saved):
            team.qtbot.keyClicks(title(team), letters)
    team.act(names.UNDO)
    assert stored(team) == ""


@pytest.mark.parametrize("leave", ["focus", "tab", "person", "page", "window", "panel", "close"])
def test_leaving_writes_at_once(team: PeopleRobot, leave: str) -> None:
    team.type(title(team), "Engineer")
    if leave == "focus":
        team.filter.setFocus()
    elif leave == "tab":
        team.act(names.GO_PLAN)
    elif leave == "person":
        team.choose("Ben Okri")
    elif leave == "page":
        team.act(names.PREFERENCES)
    elif leave == "window":
        QApplication.sendEvent(team.window, QEvent(QEvent.Type.WindowDeactivate))
    elif leave == "panel":
        team.click(names.PERSON_PANEL_CLOSE)
    else:
        team.window.close()
    assert stored(team) == "Engineer"


def refuse_writing(team: PeopleRobot, *, refused: bool = True) -> None:
    """Let the file be there and readable, but take nothing, as on a disk that became read-only."""
    team.store.writer()._connection.execute(f"PRAGMA query_only={int(refused)}")


def test_a_failure_is_said_and_the_text_kept_until_it_works(team: PeopleRobot) -> None:
    field = title(team)
    refuse_writing(team)
    with team.qtbot.waitSignal(team.window.ctx.autosaver.failed):
        team.type(field, "Engineer")
    assert team.banner("unsaved").startswith("Not saved: ")
    assert team.banner("unsaved").endswith(
        " Your text is still here, and CareerDesk will keep trying."
    )
    assert state(team) == "Not saved yet"
    assert field.text() == "Engineer"
    refuse_writing(team, refused=False)
    retry = team.window.banners.banner("unsaved").findChild(TextButton)
    assert retry.text() == "Try again"
    retry.click()
    assert stored(team) == "Engineer"
    assert team.banner("unsaved") == ""
    assert state(team) == "Saved 15:02"


def test_what_works_again_is_saved_by_itself(team: PeopleRobot) -> None:
    away = team.store.path.with_suffix(".away")
    field = title(team)
    team.store.path.rename(away)
    with team.qtbot.waitSignal(team.window.ctx.autosaver.failed):
        team.type(field, "Engineer")
    away.rename(team.store.path)
    with team.qtbot.waitSignal(team.window.ctx.autosaver.saved):
        team.type(field, "Engineers")
    assert stored(team) == "Engineers"


def test_undo_waits_until_the_text_is_safe(team: PeopleRobot) -> None:
    people.change(team.store, team.person("Ben Okri").id, title="Analyst")
    away = team.store.path.with_suffix(".away")
    field = title(team)
    team.store.path.rename(away)
    team.type(field, "Engineer")
    team.act(names.UNDO)
    away.rename(team.store.path)
    assert team.person("Ben Okri").title == "Analyst"
    assert field.text() == "Engineer"
    team.window.ctx.autosaver.flush()


def test_closing_asks_before_text_is_lost(team: PeopleRobot) -> None:
    field = title(team)
    refuse_writing(team)
    team.type(field, "Engineer")
    team.answers.agrees = False
    assert not team.window.close()
    assert team.answers.asked == ["Text not saved"]
    assert team.window.isVisible()
    refuse_writing(team, refused=False)
    assert team.window.close()
    assert stored(team) == "Engineer"


def test_a_store_that_cannot_be_written_says_so(team: PeopleRobot) -> None:
    away = team.store.path.with_suffix(".away")
    team.store.path.rename(away)
    team.add("Dag")
    assert team.banner()
    assert team.edit.text() == "Dag"
    away.rename(team.store.path)
    team.press(team.edit, Qt.Key.Key_Return)
    assert team.banner() == ""
    assert team.stored()[-1] == "Dag"


def test_a_long_text_of_a_person_is_saved_too(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    field = team.find(QPlainTextEdit, "person.recognition")
    with team.qtbot.waitSignal(team.window.ctx.autosaver.saved):
        field.setPlainText("In writing,\nthe same day")
    assert team.person("Ana Ruiz").recognition == "In writing,\nthe same day"


HANG_UP = pytest.param("SIGHUP", marks=pytest.mark.posix("the signal of a terminal that goes"))


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no signals to end a program here")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", HANG_UP])
def test_the_system_may_end_the_program_and_nothing_is_lost(team: PeopleRobot, number: str) -> None:
    before = signal.getsignal(getattr(signal, number))
    listening = QObject()
    signals = Signals(listening)
    signals.asked_to_quit.connect(team.window.close)
    team.type(title(team), "Engineer")
    with team.qtbot.waitSignal(signals.asked_to_quit):
        os.kill(os.getpid(), getattr(signal, number))
    assert stored(team) == "Engineer"
    assert not team.window.isVisible()
    signals.stop()
    assert signal.getsignal(getattr(signal, number)) == before
