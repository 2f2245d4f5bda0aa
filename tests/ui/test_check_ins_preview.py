"""The earlier check-ins as a document, from the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from careerdesk.ui.checkins.check_ins_preview import WITH_PRIVATE, CheckInsPreview
from careerdesk.ui.shell.actions import EXPORT_CHECK_INS
from careerdesk.ui.widgets.buttons import TickBox
from tests.builders import a_person
from tests.robots.window import PeopleRobot

PRIVATE = "qzprivatezq"


def copied(team: PeopleRobot, preview: CheckInsPreview) -> str:
    button = preview.findChild(QPushButton, "exportMarkdown")
    assert button is not None
    team.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return QGuiApplication.clipboard().text()


def test_the_private_part_comes_only_when_it_is_ticked(team: PeopleRobot) -> None:
    dee = a_person(team.store, "Dee Lee")
    dee.with_checkin(7, shared_notes="We spoke about nights", private_notes=PRIVATE)
    team.choose("Dee Lee")
    team.act(EXPORT_CHECK_INS)
    preview = team.window.findChild(CheckInsPreview)
    assert preview is not None
    made = copied(team, preview)
    assert "We spoke about nights" in made
    assert PRIVATE not in made
    tick = preview.findChild(TickBox, WITH_PRIVATE)
    assert tick is not None
    tick.click()
    assert PRIVATE in copied(team, preview)
    assert preview.warning.text().startswith("For your eyes only")


def test_without_a_check_in_a_sentence_says_so(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    team.act(EXPORT_CHECK_INS)
    assert team.told == "No check-ins to export yet"
    assert team.window.findChild(CheckInsPreview) is None
