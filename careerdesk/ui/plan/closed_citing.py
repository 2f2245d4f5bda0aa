"""Whether a goal of a closed plan may be cited: the one thing that is still settled there."""

from __future__ import annotations

from PySide6.QtCore import Slot

from careerdesk.domain.errors import NotFound, StoreError
from careerdesk.domain.records import Person, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr
from careerdesk.services import plans
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.person_words import not_offered, settle_citing
from careerdesk.ui.widgets.buttons import TickBox

CLOSED_CITING = "closedPlanCiting"


class ClosedCiting(TickBox):
    """A tick that stores itself, and follows what is stored."""

    def __init__(self, ctx: Context, item: PlanItem, person: Person) -> None:
        """Show what is settled of a goal."""
        name = f"{CLOSED_CITING}{item.id}"
        super().__init__(ctx.theme, tr("May be cited in a review"), name=name)
        self._ctx, self._item_id = ctx, item.id
        self.setToolTip(settle_citing(person))
        self.setAccessibleName(tr("May be cited in a review: {goal}", goal=one_line(item.title)))
        self.setAccessibleDescription(self.toolTip())
        self.setChecked(item.may_be_cited)
        self.clicked.connect(self._settle)
        ctx.bridge.changed.connect(self._heard)

    @Slot(bool)
    def _settle(self, on: bool) -> None:
        ctx, today = self._ctx, self._ctx.clock.today()
        settle = plans.change_item
        if not try_action(ctx, settle, ctx.store, self._item_id, today=today, may_be_cited=on):
            self.setChecked(not on)
        elif not on:
            ctx.notices.toast(not_offered(), undo=True)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Show it as it is stored, also after an undo that takes its goal away or brings it back.

        A closed plan may have many: each reads its own row, and only where that was touched.
        """
        if not changes.unsure and self._item_id not in changes.ids(PlanItem):
            return
        try:
            item = self._ctx.store.get(PlanItem, self._item_id)
        except NotFound:
            self.hide()
        except StoreError:
            return  # a banner says why by now; the next change reads again
        else:
            self.setChecked(item.may_be_cited)
            self.show()
