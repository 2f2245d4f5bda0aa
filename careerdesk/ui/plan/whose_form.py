"""Whose idea the goals of a plan were, all of them, to say or to set right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import ItemState, ProposedBy
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import tr
from careerdesk.services import agreements, people, plans
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.plan.whose_rows import WhoseRows, readable_column
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.labels import Heading, Muted

WHOSE_FORM, WHOSE_BACK = "whoseForm", "whoseBack"
WIDEST = 760


class WhoseForm(QWidget):
    """Stands where the goals were; each choice is stored at once, Delete takes it back.

    `outdated` tells that the plan has other goals by now than are asked about.
    """

    left = Signal()
    outdated = Signal()

    def __init__(self, ctx: Context, view: PlanView, parent: QWidget | None = None) -> None:
        """Show what is known of each goal."""
        super().__init__(parent)
        self.setObjectName(WHOSE_FORM)
        self._ctx, self._plan_id = ctx, view.plan.id
        person = people.get(ctx.store, view.plan.person_id)
        goals = _asked_about(view)
        self._goals = [(one.id, one.item.title) for one in goals]
        self.rows = WhoseRows(person, goals)
        self.back = TextButton(ctx.theme, tr("Back to the plan"), name=WHOSE_BACK, compact=True)
        self._arrange()
        self.rows.picked.connect(self._set)
        self.back.clicked.connect(self.left)
        ctx.bridge.changed.connect(self._heard)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Heading(tr("Whose idea was each goal?")))
        head.addStretch(1)
        head.addWidget(self.back)
        outer = readable_column(self, self._ctx.theme.look.measure(WIDEST))
        outer.addLayout(head)
        outer.addWidget(Muted(tr("Everything here is optional."), wrap=True))
        outer.addWidget(self.rows)

    def focus_first(self) -> None:
        """Put the keyboard on the first goal."""
        fields = list(self.rows.fields.values())
        (fields[0].parts()[0] if fields else self.back).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, as from everything that stands in the place of the plan."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot(int, object)
    def _set(self, item_id: int, who: ProposedBy | None) -> None:
        ctx = self._ctx
        done = try_action(ctx, agreements.set_proposed, ctx.store, self._plan_id, {item_id: who})
        done.ignored_because("a banner says why; the rows show what is stored")

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Show what is stored, also after an undo."""
        if self.isHidden() or not (changes.all or changes.unsure):
            return
        view = try_read(self._ctx, plans.get, self._ctx.store, self._plan_id)
        if view is None:
            return
        goals = _asked_about(view)
        if self._goals != [(one.id, one.item.title) for one in goals]:
            self.outdated.emit()
            return
        for one in goals:
            self.rows.fields[one.id].set_value(one.item.proposed_by)


def _asked_about(view: PlanView) -> list[ItemView]:
    return [one for one in view.items if one.item.state is not ItemState.DROPPED]
