"""What was said about a goal, as quiet lines in its panel."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.text import excerpt
from careerdesk.i18n import tr
from careerdesk.services import feedback
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.plan.panel_section import PanelSection
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Caption

SHOWN = 3
LENGTH = 120


class GoalFeedback(PanelSection):
    """The newest few; nothing at all where there is none. It is gone while the screen is shared."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx.theme, tr("Feedback"), "feedback", parent)
        self._ctx = ctx
        self._item_id = 0
        self.body.setSpacing(2)
        self.hide()
        ctx.sharing.hide_while_sharing(self)
        ctx.bridge.changed.connect(self._heard)

    def show_item(self, item_id: int) -> None:
        """Show what was said about a goal; 0 shows nothing."""
        self._item_id = item_id
        found = self._read()
        discard_all(self.body)
        today = self._ctx.clock.today()
        for one in found[-SHOWN:]:
            line = Caption(feedback_line(one, today), wrap=True)
            line.setToolTip(plain_tip("\n".join(_parts(one))))
            self.body.addWidget(line)
        more = len(found) - SHOWN
        self.caption.setText(tr("{n} more", n=more) if more > 0 else "")
        self.setVisible(bool(found))

    def _read(self) -> list[Feedback]:
        if not self._item_id:
            return []
        return try_read(self._ctx, feedback.about, self._ctx.store, self._item_id) or []

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if self._item_id and changes.touches(Feedback):
            self.show_item(self._item_id)


def feedback_line(found: Feedback, today: date) -> str:
    """*3 Dec: took the new colleague through the release*; what waits says so."""
    words = excerpt(_parts(found)[0], LENGTH)
    if found.way is FeedbackWay.TO_DELIVER or found.given_on is None:
        return tr("To pass on: {words}", words=words)
    return tr("{day}: {words}", day=Dates.short_day(found.given_on, today), words=words)


def _parts(found: Feedback) -> list[str]:
    return [part for part in (found.behaviour, found.situation, found.impact) if part]
