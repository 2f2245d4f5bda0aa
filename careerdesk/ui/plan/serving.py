"""What a goal serves of the business: an objective, as a chip that opens a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careerdesk.domain.loop import Objective
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr
from careerdesk.services import objectives
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.plan.wrap_chip import WrapChip
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.inline_add import InlineAdd

ITEM_OBJECTIVE = "itemObjective"
OBJECTIVE_EDIT = "itemObjectiveEdit"
NONE, NEW = 0, -1


class Serving(QWidget):
    """One chip; a new objective is typed below it.

    `objective_picked` carries an id, or None for nothing.
    """

    objective_picked = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show no goal yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._item: PlanItem | None = None
        theme = ctx.theme
        self.objective = WrapChip(theme, "", "plus", name=ITEM_OBJECTIVE)
        self.edit = InlineAdd(theme, tr("What the business wants to achieve"), name=OBJECTIVE_EDIT)
        self._unstored = Unstored(ctx, OBJECTIVE_EDIT, {TEXT: self.edit})
        self._unstored.filled.connect(self.edit.show)
        self.edit.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.objective, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.edit)

    def _connect(self) -> None:
        self.objective.clicked.connect(self._open)
        self.edit.submitted.connect(self._add)
        self.edit.left.connect(self._leave)

    def show_item(self, item: PlanItem, objective: Objective | None, person_id: int) -> None:
        """Show what this goal serves."""
        if self._unstored.belong_to(person_id, PlanItem, item.id):
            self.edit.setVisible(self._unstored.is_kept)
        self._item = item
        chip = self.objective
        chip.set_words(one_line(objective.title, 90) if objective else tr("Objective"))
        chip.set_icon("objective" if objective else "plus")
        set_kind(chip, "chip-quiet" if objective else "chip")
        chip.setToolTip(
            plain_tip(objective.title) if objective else tr("Objective this goal supports")
        )
        chip.fit()

    @property
    def is_adding(self) -> bool:
        """Whether a new objective is being typed."""
        return not self.edit.isHidden()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.objective, self.edit]

    def menu(self) -> QMenu:
        """All objectives, none, and a new one."""
        menu = QMenu(self.objective)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.triggered.connect(self._choose)
        chosen = self._item.objective_id if self._item else None
        for one in objectives.of(self._ctx.store, also=chosen):
            _add(menu, one_line(one.title, 90), one.id, chosen=one.id == chosen)
        menu.addSeparator()
        _add(menu, tr("No objective"), NONE, chosen=chosen is None)
        menu.addAction(tr("New objective…")).setData(NEW)
        return menu

    def _open(self) -> None:
        self.menu().popup(self.objective.mapToGlobal(self.objective.rect().bottomLeft()))

    def _choose(self, action: QAction) -> None:
        self.pick(action.data())

    def pick(self, objective_id: int) -> None:
        """Serve an objective, `NONE`, or a `NEW` one that is typed now."""
        if objective_id != NEW:
            self.objective_picked.emit(objective_id or None)
            return
        self.edit.show()
        self.edit.setFocus()

    def _add(self, lines: list[str]) -> None:
        ctx, item = self._ctx, self._item
        if item is None:
            return
        add = objectives.add_for_item
        if try_action(ctx, add, ctx.store, item.id, " ".join(lines), ctx.clock.today()):
            self._leave()

    def _leave(self) -> None:
        self.edit.hide()
        self.objective.setFocus()


def _add(menu: QMenu, words: str, key: int, chosen: bool) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(chosen)
    action.setData(key)
