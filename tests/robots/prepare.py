"""The hands of a test on the page that prepares a check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.brief_lines import LineKind, Part
from careerdesk.domain.records import PlanItem, Question
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.prepare.brief_rows import BriefRow
from careerdesk.ui.prepare.prepare import PreparePage
from careerdesk.ui.widgets.inline_add import InlineAdd
from tests.robots.brief import BriefRobot, TickRows
from tests.robots.stage import Stage


class PrepareRobot:
    """Reads the brief and works on the agenda as a user does."""

    def __init__(self, stage: Stage, person_id: int) -> None:
        self.stage = stage
        self.person_id = person_id
        self.asked: list[tuple[int, int]] = []
        self.went: list[tuple[int, str]] = []
        self.opened: list[tuple[int, int]] = []
        stage.ctx.navigator.wanted.connect(self._go)
        self.brief = BriefRobot(stage)
        self.page = stage.show(PreparePage(stage.ctx), person_id)

    def _go(self, to: Destination) -> None:
        if to.id_of(Question):
            self.asked.append((to.person_id, to.id_of(Question)))
        elif to.id_of(PlanItem):
            self.opened.append((to.person_id, to.id_of(PlanItem)))
        else:
            self.went.append((to.person_id, to.tab))

    @property
    def agenda(self) -> TickRows:
        edit = self.stage.find(InlineAdd, names.AGENDA_EDIT)
        return TickRows(self.brief, edit, LineKind.POINT)

    @property
    def promises(self) -> TickRows:
        return TickRows(self.brief, None, LineKind.PROMISE)

    @property
    def todos(self) -> TickRows:
        """Promises and next steps."""
        return TickRows(self.brief, None, LineKind.PROMISE, LineKind.STEP)

    def click(self, name: str) -> None:
        button = self.stage.find(QPushButton, name)
        self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def seen(self) -> str:
        """All words on the page."""
        QApplication.processEvents()  # what came just now is shown by then
        labels = self.page.findChildren(QLabel)
        words = "\n".join(label.text() for label in labels if label.isVisible())
        return f"{words}\n{self.brief.said()}"

    def goals(self) -> list[tuple[str, str]]:
        """The goals of the plan, each with what is said beside it."""
        return [(row.text, row.aside) for row in self.brief.rows(Part.GOALS, LineKind.GOAL)]

    def goal(self, title: str) -> BriefRow:
        """A goal of the plan."""
        rows = self.brief.rows(Part.GOALS, LineKind.GOAL)
        return next(row for row in rows if row.text == title)

    def question(self) -> str:
        return self.brief.rows(Part.QUESTION, LineKind.QUESTION)[0].text

    def ask(self, link: str) -> None:
        """Click on what can be done with the question."""
        self.brief.click(self.brief.rows(Part.QUESTION, LineKind.QUESTION)[0], link)
