"""Closing a plan: a look back at each goal, what goes on, and a word on the whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import KeyResult, Plan, PlanItem
from careerdesk.domain.views import PlanView
from careerdesk.i18n import tr
from careerdesk.services import people, plans
from careerdesk.services.closing import Scored
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.plan.closing_row import ClosingRow
from careerdesk.ui.plan.plan_header import plan_name
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Heading, Muted, SmallLabel
from careerdesk.ui.widgets.typed_field import take_all

CLOSE_PLAN_FORM = "closePlanForm"
CLOSE_SUMMARY = "closeSummary"
CLOSE_CONFIRM = "closePlanConfirm"
CLOSE_CANCEL = "closePlanCancel"


@dataclass(frozen=True, slots=True)
class Closing:
    """What the user decided about a plan that ends."""

    summary: str
    scores: dict[int, Scored]
    carry: frozenset[int]


class ClosePlanForm(QWidget):
    """Stands where the goals were; nothing happens until *Close this plan* is pressed.

    `outdated` carries the plan as it is by now, where that is no longer what is asked about.
    """

    confirmed = Signal(object)
    cancelled = Signal()
    outdated = Signal(object)

    def __init__(self, ctx: Context, view: PlanView, parent: QWidget | None = None) -> None:
        """Ask about each goal of a plan; what was typed for it already comes back."""
        super().__init__(parent)
        self._ctx, theme = ctx, ctx.theme
        self._goals = _asked_about(view)
        person = people.get(ctx.store, view.plan.person_id)
        self.rows = [ClosingRow(ctx, goal, person) for goal in view.items]
        self.summary = GrowingText(
            tr("Summary"), tr("What did you achieve, and what did you learn?"), name=CLOSE_SUMMARY
        )
        self.confirm = FilledButton(theme, tr("Close this plan"), name=CLOSE_CONFIRM)
        self.cancel = OutlinedButton(theme, tr("Keep it open"), name=CLOSE_CANCEL)
        self._arrange(plan_name(view.plan))
        self._connect()
        self.unstored = Unstored(ctx, CLOSE_PLAN_FORM, self._fields())
        self.plan = view.plan
        self._hold()
        ctx.drafts.turned.connect(self._hold)
        ctx.bridge.changed.connect(self._heard)

    def take_over(self, before: ClosePlanForm) -> None:
        """Stand in the place of a form that is outdated; its words are in the draft of both.

        Whether a goal is carried over was said of how it stood: where that is another now, it
        is carried over if it is open.
        """
        stood = {row.item_id: row.is_open for row in before.rows}
        for row in self.rows:
            if stood.get(row.item_id, row.is_open) is not row.is_open:
                row.carry.setChecked(row.is_open)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """An undo may change goals meanwhile, or take one away; the page heard of it first."""
        ctx, plan_id = self._ctx, self.plan.id
        if self.isHidden() or not changes.touches(PlanItem, KeyResult):
            return
        view = try_read(ctx, plans.get, ctx.store, plan_id)
        if view is not None and _asked_about(view) != self._goals:
            self.outdated.emit(view)

    @Slot()
    def _hold(self) -> None:
        """Hold the words for this plan, again after something else was shown."""
        if self.unstored.shown == self.plan.person_id:
            self.unstored.belong_to(self.plan.person_id, Plan, self.plan.id)

    def _fields(self) -> dict[str, QWidget]:
        fields: dict[str, QWidget] = {"summary": self.summary}
        for row in self.rows:
            fields |= {
                f"words-{row.item_id}": row.words,
                f"shown-{row.item_id}": row.shown,
                f"carry-{row.item_id}": row.carry,
            }
            if not row.is_personal:
                fields[f"score-{row.item_id}"] = row.number
        return fields

    def focus_first(self) -> None:
        """Put the cursor where the first score is typed."""
        stops = (stop for row in self.rows for stop in row.tab_stops())
        next(stops, self.summary).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; what was entered comes back by one undo."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def closing(self) -> Closing:
        """What was decided so far."""
        scores = {row.item_id: row.scored() for row in self.rows if row.is_changed()}
        carry = frozenset(row.item_id for row in self.rows if row.carry.isChecked())
        return Closing(self.summary.text(), scores, carry)

    def _arrange(self, name: str) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(Heading(tr("Close {plan}", plan=name), wrap=True))
        words = tr(
            "Score each goal together, from 0.0 to 1.0. You can carry over anything "
            "still worth doing to a new plan. Everything here is optional."
        )
        outer.addWidget(Muted(words, wrap=True))
        for row in self.rows:
            outer.addWidget(row)
        outer.addSpacing(4)
        outer.addWidget(SmallLabel(tr("Summary")))
        outer.addWidget(self.summary)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        outer.addSpacing(4)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self._leave)

    def _leave(self) -> None:
        if self.unstored.discard():
            self.cancelled.emit()

    def _confirm(self) -> None:
        if not take_all(row.number for row in self.rows if not row.is_personal):
            return
        self.confirmed.emit(self.closing())


def _asked_about(view: PlanView) -> list[tuple[PlanItem, tuple[KeyResult, ...]]]:
    return [(goal.item, goal.key_results) for goal in view.items]
