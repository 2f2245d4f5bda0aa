"""The hands of a test on the page that prepares a talk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.records import PlanItem, Question
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.prepare.prepare import PreparePage
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.tick_list import TickList
from tests.robots.check_ins import TickRobot
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
        self.page = stage.show(PreparePage(stage.ctx), person_id)

    def _go(self, to: Destination) -> None:
        if to.id_of(Question):
            self.asked.append((to.person_id, to.id_of(Question)))
        elif to.id_of(PlanItem):
            self.opened.append((to.person_id, to.id_of(PlanItem)))
        else:
            self.went.append((to.person_id, to.tab))

    @property
    def agenda(self) -> TickRobot:
        edit = self.stage.find(InlineAdd, names.AGENDA_EDIT)
        return TickRobot(self.stage, self.stage.find(TickList, names.AGENDA_LIST), edit)

    @property
    def promises(self) -> TickRobot:
        view = self.stage.find(TickList, names.PROMISE_LIST)
        return TickRobot(self.stage, view, self.page.promises.edit)

    def click(self, name: str) -> None:
        button = self.stage.find(QPushButton, name)
        self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def seen(self) -> str:
        """All words on the page that are not in a list."""
        QApplication.processEvents()  # what came just now is shown by then
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def goals(self) -> list[tuple[str, str]]:
        """The goals to look at, each with the reason."""
        return [(row.title, row.why) for row in self.page.goals.rows.rows]

    def question(self) -> str:
        return self.page.question.text.text()
