"""Short lists in an order of the user's own: a title, a line below it, a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QObject

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.widgets.ordered import OrderedModel
from careerdesk.ui.widgets.record_list import RecordListModel


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One of them."""

    id: int
    title: str
    caption: str = ""
    end: str = ""


class RankedModel(OrderedModel, RecordListModel[RankedRow]):
    """Rows are `RankedRow`s; they can be dragged within lists of one kind."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.drag_kind = kind

    @override
    def text(self, row: RankedRow) -> str:
        """The title."""
        return row.title

    @override
    def tip(self, row: RankedRow) -> str:
        """All words, since they may be cut."""
        return plain_tip("\n".join(filter(None, (row.title, row.caption, row.end))))

    @override
    def spoken(self, row: RankedRow) -> str:
        """Place and all words."""
        place = tr("{n} of {count}", n=self.row_of(row.id) + 1, count=len(self.rows))
        return ", ".join(filter(None, (place, row.title, row.caption, row.end)))
