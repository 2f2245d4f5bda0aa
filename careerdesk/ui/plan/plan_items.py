"""The goals of one group of a plan, as rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from careerdesk.compat import override
from careerdesk.domain.records import Horizon, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.ui.plan.plan_words import never, spoken
from careerdesk.ui.widgets.ordered import OrderedModel
from careerdesk.ui.widgets.record_list import RecordListModel

DRAG_KIND = "plan-item"


class PlanItemModel(OrderedModel, RecordListModel[ItemView]):
    """Rows are `ItemView`s of one group; goals can be dragged to the other group's model."""

    drag_kind = DRAG_KIND
    holds = PlanItem

    def __init__(
        self,
        horizon: Horizon,
        today: Callable[[], date],
        parent: QObject | None = None,
        shared: Callable[[], bool] = never,
    ) -> None:
        """Start without rows; *today* gives the day that late and due are seen from.

        While the screen is *shared* no hint is said.
        """
        super().__init__(parent)
        self._shared = shared
        self.horizon = horizon
        self._today = today

    @override
    def text(self, row: ItemView) -> str:
        """The title on one line."""
        return one_line(row.item.title)

    @override
    def spoken(self, row: ItemView) -> str:
        """The whole card as one sentence."""
        place, count = self.row_of(row.id) + 1, len(self.rows)
        return spoken(row, place, count, self._today(), shared=self._shared())
