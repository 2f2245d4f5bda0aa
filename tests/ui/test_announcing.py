"""What is shown without being asked for is told to a screen reader too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from careerdesk.ui.base import names
from careerdesk.ui.base.keyboard import child_of
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.document_preview import DocumentPreview
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.time_field import TimeField
from tests.builders import PersonBuilder
from tests.robots.screen_reader import listening
from tests.robots.stage import TODAY, Stage
from tests.robots.window import PeopleRobot

KINDS = [("danger", True), ("warning", False), ("success", False), ("growth", False)]


@pytest.mark.parametrize(("kind", "urgent"), KINDS)
def test_a_banner_is_told_and_danger_interrupts(stage: Stage, kind: str, urgent: bool) -> None:
    area = stage.put(BannerArea(Theme("light")))
    with listening() as heard:
        area.show_banner("one", kind, "The disk is full.")
    assert heard.said == [("The disk is full.", urgent)]


def test_a_banner_is_told_again_when_it_says_something_else(stage: Stage) -> None:
    area = stage.put(BannerArea(Theme("light")))
    retry = [("Try again", lambda: None)]
    with listening() as heard:
        area.show_banner("one", "danger", "The disk is full.", retry)
        area.show_banner("one", "danger", "The disk is full.", retry)
        area.show_banner("one", "danger", "The disk is gone.", retry)
    assert heard.urgent() == ["The disk is full.", "The disk is gone."]


def test_what_cannot_be_saved_interrupts(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    driver = team.store.writer()._connection
    driver.execute("PRAGMA query_only=ON")
    team.type(team.find(QLineEdit, "person.title"), "Engineer")
    with listening() as heard:
        assert not team.window.ctx.autosaver.flush()
    assert [words for words in heard.urgent() if words.startswith("Not saved: ")]
    assert "Not saved yet" in heard.words()
    driver.execute("PRAGMA query_only=OFF")
    assert team.window.ctx.autosaver.flush()


def test_something_that_went_wrong_interrupts(team: PeopleRobot) -> None:
    with listening() as heard:
        team.window.ctx.notices.banner(names.CRASH, "warning", "Something went wrong here.")
    assert heard.urgent() == ["Something went wrong here."]


def test_saving_well_is_quiet(team: PeopleRobot) -> None:
    team.act(EDIT_PERSON)
    with listening() as heard:
        team.type(team.find(QLineEdit, "person.title"), "Engineer")
        assert team.window.ctx.autosaver.flush()
    assert heard.said == []


@pytest.mark.parametrize("kind", ["day", "time", "number"])
def test_what_a_field_refuses_is_told(stage: Stage, kind: str) -> None:
    field: QLineEdit = {
        "day": lambda: DateField(lambda: TODAY, "Due"),
        "time": lambda: TimeField("At"),
        "number": lambda: NumberField("Value"),
    }[kind]()
    stage.put(field)
    field.setFocus()
    stage.qtbot.keyClicks(field, "nonsense")
    with listening() as heard:
        stage.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(heard.said) == 1
    assert heard.words()[0].startswith("“nonsense” isn't")


def test_turning_share_safe_on_and_off_is_told(team: PeopleRobot) -> None:
    with listening() as heard:
        team.act(names.SHARE_SAFE_MODE)
        team.act(names.SHARE_SAFE_MODE)
    assert [words.split(".")[0] for words in heard.words()] == [
        "Share-safe mode on",
        "Share-safe mode off",
    ]


def test_a_list_tells_its_row_when_it_gets_the_keyboard_back(team: PeopleRobot) -> None:
    team.choose("Ben Okri")
    team.filter.setFocus()
    with listening() as heard:
        team.list.setFocus()
        QApplication.processEvents()
    row = child_of(team.list, team.list.currentIndex())
    assert heard.focused.count((team.list, row)) == 1
    assert heard.focused[-1] == (team.list, row)  # what is told last is read: not the list again
    assert row == 1


def test_a_paste_that_is_too_long_is_told(team: PeopleRobot) -> None:
    team.click(names.START_CHECK_IN)
    editor = team.find(QTextEdit, names.CHECK_IN_SHARED)
    with listening() as heard:
        editor.insert_text("word " * 300_000)  # type: ignore[attr-defined]
    assert any(
        "would be 1,500,000 characters long, but the limit is 1,000,000." in words
        for words in heard.words()
    )


def test_what_became_of_a_document_is_told(team: PeopleRobot, tmp_path: Path) -> None:
    PersonBuilder(team.store, "Dana Olt").with_goals("Loads by six")
    team.choose("Dana Olt")
    team.act(names.EXPORT_PLAN)
    preview = team.window.findChild(DocumentPreview)
    assert preview is not None
    with listening() as heard:
        preview.copy.click()
        team.answers.chosen = tmp_path / "no folder" / "plan.html"
        preview.html.click()
    assert heard.words()[0] == "Copied. Paste it into an email or document."
    assert len(heard.urgent()) == 1
    assert (
        heard.urgent()[0] == f"The folder {tmp_path / 'no folder'} doesn't exist. Create it first."
    )
    preview.close()
