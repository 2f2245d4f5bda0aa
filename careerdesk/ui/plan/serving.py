"""What a goal serves: an aspiration of the person, an objective of the business."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.records import PlanItem
from careerdesk.services import aspirations, objectives
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import plain_tip, tr
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.inline_add import InlineAdd

ITEM_ASPIRATION, ITEM_OBJECTIVE = "itemAspiration", "itemObjective"
OBJECTIVE_EDIT = "itemObjectiveEdit"
NONE, NEW = 0, -1


class Serving(QWidget):
    """Two choices; a new objective is typed below them.

    The signals carry an id, or None for nothing. Where the person has no aspirations, the
    choice of one is hidden.
    """

    aspiration_picked = Signal(object)
    objective_picked = Signal(object)

    def __init__(self, ctx: Context) -> None:
        """Show no goal yet."""
        super().__init__()
        self._ctx = ctx
        self._item: PlanItem | None = None
        theme = ctx.theme
        self.aspiration = DropDown(
            theme, [], tr("Aspiration this goal leads to"), name=ITEM_ASPIRATION
        )
        self.objective = DropDown(theme, [], tr("Objective this goal serves"), name=ITEM_OBJECTIVE)
        self.edit = InlineAdd(theme, tr("What the business wants"), name=OBJECTIVE_EDIT)
        self._unstored = Unstored(ctx, OBJECTIVE_EDIT, {TEXT: self.edit})
        self._unstored.filled.connect(self.edit.show)
        self.edit.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.aspiration)
        column.addWidget(self.objective)
        column.addWidget(self.edit)

    def _connect(self) -> None:
        self.aspiration.picked.connect(self._pick_aspiration)
        self.objective.picked.connect(self._pick_objective)
        self.edit.submitted.connect(self._add)
        self.edit.left.connect(self._leave)

    def show_item(self, item: PlanItem, person_id: int) -> None:
        """Offer what there is to serve, and choose what this goal serves."""
        if self._unstored.belong_to(person_id, PlanItem, item.id):
            self.edit.setVisible(self._unstored.is_kept)
        self._item = item
        store = self._ctx.store
        wishes = [(wish.id, wish.now.statement) for wish in aspirations.of(store, person_id)]
        known = [(one.id, one.title) for one in objectives.of(store, also=item.objective_id)]
        self.aspiration.set_options([(NONE, tr("No aspiration")), *wishes])
        self.objective.set_options(
            [(NONE, tr("No objective")), *known, (NEW, tr("New objective..."))]
        )
        self.aspiration.setVisible(bool(wishes))
        _choose(self.aspiration, item.aspiration_id)
        _choose(self.objective, item.objective_id)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.aspiration, self.objective, self.edit]

    def _pick_aspiration(self, aspiration_id: int) -> None:
        self.aspiration_picked.emit(aspiration_id or None)

    def _pick_objective(self, objective_id: int) -> None:
        if objective_id != NEW:
            self.objective_picked.emit(objective_id or None)
            return
        _choose(self.objective, self._item.objective_id if self._item else None)
        self.edit.show()
        self.edit.setFocus()

    def _add(self, lines: list[str]) -> None:
        ctx, item = self._ctx, self._item
        if item is None:
            return
        add = objectives.add_for_item
        if succeeded(ctx, add, ctx.store, item.id, lines[0], ctx.clock.today()):
            self._leave()

    def _leave(self) -> None:
        self.edit.hide()
        self.objective.setFocus()


def _choose(box: DropDown, key: int | None) -> None:
    box.set_value(key or NONE)
    box.setToolTip(plain_tip(box.currentText()))
