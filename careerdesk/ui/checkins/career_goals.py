"""The goals in a career conversation: each a sentence that is still right, changed or dropped."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.career_conversation import Verdict, verdict_of
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import PlanView
from careerdesk.i18n import tr
from careerdesk.services import career_conversations, plans
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.widgets.choice_list import ChoiceList, ChoiceModel
from careerdesk.ui.widgets.choice_row import Choice, ChoiceRow
from careerdesk.ui.widgets.labels import Muted

CAREER_GOALS, TITLE_EDIT = "careerGoals", "careerGoalEdit"


def choices() -> tuple[Choice, ...]:
    """What can be said of a goal."""
    return (
        Choice(Verdict.RIGHT, tr("Still right")),
        Choice(Verdict.CHANGE, tr("Change"), edits=True),
        Choice(Verdict.DROP, tr("Drop")),
    )


def said_word(verdict: Verdict | None) -> str:
    """What was said of a goal, for a screen reader."""
    return {
        Verdict.RIGHT: tr("still right"),
        Verdict.CHANGE: tr("changed"),
        Verdict.DROP: tr("dropped"),
        None: "",
    }[verdict]


def _row(item: PlanItem, verdict: Verdict | None) -> ChoiceRow:
    title = one_line(item.title)
    return ChoiceRow(item.id, title, verdict, said_word(verdict), faded=verdict is Verdict.DROP)


class CareerGoals(QWidget):
    """The goals of a plan as sentences; what is said of them belongs to the conversation."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._ctx = ctx
        self.model = ChoiceModel(self)
        self.list = ChoiceList(
            ctx.theme, self.model, choices, name=CAREER_GOALS, label=tr("Goals"),
            editor_name=TITLE_EDIT, editor_label=tr("Goal wording"),
        )  # fmt: skip
        self.nothing = Muted(
            tr("No goals yet. They will come out of today's conversation."), wrap=True
        )
        self._edits = RowEdits(ctx, PlanItem, "careerGoal", self.list.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.list.chosen.connect(self._judge)
        self.list.rows.renamed.connect(self._rename)
        self.list.rows.editor_made.connect(self._edits.begin)

    def show_plan(self, plan: PlanView | None, changed: Mapping[int, ChangedGoal]) -> None:
        """Show the goals that are open, and those *changed* in this conversation."""
        self.model.set_rows(
            [
                _row(view.item, verdict_of(changed.get(view.id)))
                for view in (plan.items if plan else ())
                if is_open(view.item) or view.id in changed
            ]
        )
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)

    def _judge(self, goal_id: int, verdict: Verdict) -> None:
        today = self._ctx.clock.today()
        try_action(
            self._ctx, career_conversations.judge, self._ctx.store, goal_id, verdict, today
        ).ignored_because("a banner says why; the rows show what is stored")

    def _rename(self, goal_id: int, words: str) -> None:
        with self._edits.taking(goal_id):
            try_action(
                self._ctx, plans.change_item, self._ctx.store, goal_id,
                today=self._ctx.clock.today(), title=words,
            ).ignored_because("a banner says why; the rows show what is stored")  # fmt: skip
