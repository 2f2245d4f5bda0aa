"""The two groups of goals on the plan page: header, cards, and the row to add one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.progress import FOCUS_LIMIT, is_open
from careerdesk.domain.records import Horizon, Plan
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr, trn
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates, horizon_word
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.plan.plan_card import PlanCardDelegate
from careerdesk.ui.plan.plan_items import PlanItemModel
from careerdesk.ui.widgets.drop_edge import DropEdge
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.section import GroupHeader

HANDLES = {
    Horizon.SHORT: (names.SHORT_TERM_ITEMS, names.SHORT_TERM_EDIT),
    Horizon.LONGER: (names.LONGER_TERM_ITEMS, names.LONGER_TERM_EDIT),
}


class PlanGroup(QWidget):
    """One group of goals; passes on what the user wants and changes nothing itself.

    What it passes on of its list begins with its horizon.
    """

    add_wanted = Signal(object, list)
    add_and_open_wanted = Signal(object, str)
    hint_wanted = Signal(int, str)
    move_wanted = Signal(object, list, object)
    move_beyond_wanted = Signal(object, list, int)
    selected = Signal(object)

    def __init__(self, ctx: Context, horizon: Horizon, parent: QWidget | None = None) -> None:
        """Start without goals."""
        super().__init__(parent)
        list_name, edit_name = HANDLES[horizon]
        self.horizon = horizon
        self.header = GroupHeader(ctx.theme, horizon_word(horizon))

        def shared() -> bool:
            return ctx.sharing.on

        self.model = PlanItemModel(horizon, ctx.clock.today, self, shared)
        self.view = GoalList(
            ctx.theme, name=list_name, label=horizon_word(horizon), horizon=horizon
        )
        self.delegate = PlanCardDelegate(ctx.theme, ctx.clock.today, self.view, shared)
        self.view.setItemDelegate(self.delegate)
        self.view.setModel(self.model)
        self.edit = InlineAdd(ctx.theme, _placeholder(horizon), name=edit_name)
        self._unstored = Unstored(ctx, edit_name, {TEXT: self.edit})
        self._arrange()
        self._connect()
        DropEdge(self.header, self.view, last=False)
        DropEdge(self.edit, self.view, last=True)
        ctx.sharing.turned.connect(self.view.viewport().update)

    def belong_to(self, person_id: int) -> None:
        """Whose goals are added."""
        self._unstored.belong_to(person_id)

    def show_goals(
        self, plan: Plan | None, goals: list[ItemView], *, droppable: bool = True
    ) -> None:
        """Show the goals of this group; *droppable* keeps room to drop on while it has none."""
        self.model.set_rows(goals)
        text, warning = count_text(self.horizon, plan, goals)
        self.header.set_caption(text, warning=warning)
        self.view.setVisible(droppable or bool(goals))

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.view)
        outer.addWidget(self.edit)

    def _connect(self) -> None:
        self.delegate.hint_clicked.connect(self.hint_wanted)
        self.edit.submitted.connect(self._submit)
        self.edit.panel_wanted.connect(self._submit_and_open)
        self.edit.left.connect(self._leave_edit)
        self.view.move_requested.connect(self._move)
        self.view.moved_beyond.connect(self._move_beyond)
        self.view.selectionModel().selectionChanged.connect(self._select)

    def _submit(self, titles: list[str]) -> None:
        self.add_wanted.emit(self.horizon, titles)

    def _submit_and_open(self, title: str) -> None:
        self.add_and_open_wanted.emit(self.horizon, title)

    def _move(self, ids: list[int], before_id: int | None) -> None:
        self.move_wanted.emit(self.horizon, ids, before_id)

    def _move_beyond(self, ids: list[int], direction: int) -> None:
        self.move_beyond_wanted.emit(self.horizon, ids, direction)

    @Slot(QItemSelection, QItemSelection)
    def _select(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        if not chosen.isEmpty():
            self.selected.emit(self.horizon)

    def _leave_edit(self) -> None:
        self.view.setFocus()


def _placeholder(horizon: Horizon) -> str:
    if horizon is Horizon.SHORT:
        return tr("Add a goal: what will be true once you get there?")
    return tr("Add a longer-term goal: where should the plan lead?")


def count_text(horizon: Horizon, plan: Plan | None, goals: list[ItemView]) -> tuple[str, bool]:
    """The caption of a group, and whether it says that there are too many goals."""
    focus = sum(is_open(view.item) for view in goals)
    if horizon is Horizon.SHORT and focus > FOCUS_LIMIT:
        return trn(
            "1 goal in focus; three is plenty", "{n} goals in focus; three is plenty", focus
        ), True
    count = trn("1 goal", "{n} goals", len(goals))
    until = _until(horizon, plan)
    if not goals:
        return until[:1].upper() + until[1:], False
    return tr("{count}, {until}", count=count, until=until), False


def _until(horizon: Horizon, plan: Plan | None) -> str:
    if horizon is Horizon.LONGER:
        return tr("2–3 years")
    if plan is None:
        return tr("the next few months")
    return tr("until {month}", month=Dates.month(plan.ends_on))
