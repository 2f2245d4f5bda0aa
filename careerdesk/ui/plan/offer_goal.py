"""The way by which a goal that is reached goes over to Reviews, by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.domain.records import ItemState, PlanItem
from careerdesk.i18n import tr
from careerdesk.services.reviews import evidence
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.widgets.buttons import TextButton

OFFER_GOAL = "itemOffer"


class OfferGoal(QWidget):
    """Offers a goal that is done as evidence; shows nothing of what becomes of it there.

    It is gone while the screen is shared.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._item_id = 0
        self.button = TextButton(
            ctx.theme, tr("Offer as evidence"), "evidence", name=OFFER_GOAL, compact=True
        )
        self.button.setToolTip(tr("Offer a copy of this goal as evidence in a review"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.hide()
        ctx.sharing.hide_while_sharing(self)
        self.button.clicked.connect(self._offer)

    def show_item(self, item: PlanItem) -> None:
        """Be there for a goal that is done."""
        self._item_id = item.id
        self.setVisible(item.state is ItemState.DONE)

    @Slot()
    def _offer(self) -> None:
        ctx = self._ctx
        ctx.autosaver.flush()
        known = try_read(ctx, evidence.is_offered, ctx.store, self._item_id)
        found = try_action(
            ctx, evidence.offer_goal, ctx.store, self._item_id, ctx.clock.now()
        ).value
        if found is None:
            return
        cycle = found[0].name
        if known:
            ctx.notices.toast(tr("Already offered as evidence in {cycle}", cycle=cycle))
        else:
            ctx.notices.toast(tr("Offered as evidence in {cycle}", cycle=cycle), undo=True)
