"""The brief on one page, from the window; and why its lines are there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from careerdesk.services import checkins
from careerdesk.ui.base import names
from careerdesk.ui.prepare.brief_preview import PAPER, WITH_PRIVATE, BriefPreview
from careerdesk.ui.shell.actions import EXPORT_BRIEF
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.drop_down import DropDown
from tests.robots.brief import BriefRobot
from tests.robots.window import PeopleRobot

PRIVATE = "qzprivatezq"


def opened(team: PeopleRobot) -> BriefPreview:
    ana = team.person("Ana Ruiz").id
    checkins.add_agenda(team.store, ana, "Rota")
    checkins.add_agenda(team.store, ana, PRIVATE, private=True)
    team.choose("Ana Ruiz")
    team.act(EXPORT_BRIEF)
    found = team.window.findChild(BriefPreview)
    assert found is not None
    return found


def copied(team: PeopleRobot, preview: BriefPreview) -> str:
    button = preview.findChild(QPushButton, "exportMarkdown")
    assert button is not None
    team.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return QGuiApplication.clipboard().text()


def test_the_private_part_comes_only_when_it_is_ticked(team: PeopleRobot) -> None:
    preview = opened(team)
    made = copied(team, preview)
    assert "Rota" in made
    assert PRIVATE not in made
    tick = preview.findChild(TickBox, WITH_PRIVATE)
    assert tick is not None
    tick.click()
    assert PRIVATE in copied(team, preview)
    assert preview.warning.text().startswith("For your eyes only")


def test_another_sheet_is_drawn_at_once(team: PeopleRobot) -> None:
    preview = opened(team)
    paper = preview.findChild(DropDown, PAPER)
    assert paper is not None
    paper.picked.emit("A5")
    paper.set_value("A5")
    preview.make_again()
    assert preview.document.paper == "A5"


def test_hovering_says_why_a_point_is_there(team: PeopleRobot) -> None:
    ana = team.person("Ana Ruiz").id
    checkins.add_agenda(team.store, ana, "Mood?", repeating=True)
    checkins.add_promise(team.store, ana, "Call")
    team.choose("Ana Ruiz")
    team.act(names.GO_PREPARE)
    robot = BriefRobot(team)
    for text, why in (
        ("Mood?", "It comes up at every check-in."),
        ("Call", "It's still open. Your own promises come first, starting with the next one due."),
    ):
        _, index = robot.at(robot.row(text))
        assert index.data(Qt.ItemDataRole.ToolTipRole) == why
