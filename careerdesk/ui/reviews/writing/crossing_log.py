"""What went between Conversations and Reviews, by hand: a line that unfolds to the list."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.reviews.records import Way
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews import bridges
from careerdesk.services.reviews.bridges import CrossingLine
from careerdesk.services.reviews.noticed import NOTICED
from careerdesk.services.reviews.promotions import PROMOTED
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow

CROSSINGS, CROSSING_LIST = "crossings", "crossingList"
MOST = 4  # rows at once; the others scroll


class CrossingLog(QWidget):
    """Counts what crossed for a person; a press shows what and when."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._lines: list[CrossingLine] = []
        self._person_id = 0
        self.line = LinkButton(ctx.theme, "", "chevron-right", name=CROSSINGS, compact=True)
        self.line.setToolTip(tr("Items transferred between Conversations and Reviews"))
        self.model = LinkModel(self)
        self.list = FittedList(name=CROSSING_LIST, label=tr("Transferred items"), most=MOST)
        self.list.setItemDelegate(LinkRowDelegate(ctx.theme, self.list))
        self.list.setModel(self.model)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._connect()

    def _connect(self) -> None:
        self.line.clicked.connect(self._turn)

    def show_person(self, person_id: int) -> None:
        """Count what crossed for a person; nothing is shown where nothing did."""
        if person_id != self._person_id:
            self._person_id = person_id
            self._fold(folded=True)
        store = self._ctx.store
        self._lines = try_read(self._ctx, bridges.crossing_lines, store, person_id) or []
        self.setVisible(bool(self._lines))
        self.line.set_words(log_words(self._lines))
        if not self.list.isHidden():
            self._fill()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.line, self.list]

    @Slot()
    def _turn(self) -> None:
        self._fold(folded=not self.list.isHidden())

    def _fold(self, *, folded: bool) -> None:
        if not folded:
            self._fill()
        self.line.set_icon("chevron-right" if folded else "chevron-down")
        self.list.setVisible(not folded)

    def _fill(self) -> None:
        today = self._ctx.clock.today()
        rows = [_row(line, Dates.short_moment(line.crossing.crossed_at, today))
                for line in self._lines]  # fmt: skip
        self.model.set_rows(rows)


def _row(line: CrossingLine, when: str) -> LinkRow:
    into = line.crossing.way is Way.TO_REVIEW
    way = _way(line)
    parts = [way, when] if line.there else [way, when, tr("since deleted")]
    icon = "evidence" if into else "person" if line.crossing.kind == PROMOTED else "plan"
    return LinkRow(line.crossing.id, line.title or tr("Text deleted"), ", ".join(parts), "",
                   icon=icon)  # fmt: skip


def _way(line: CrossingLine) -> str:
    if line.crossing.kind == NOTICED:
        return tr("Noted when closing the week")
    if line.crossing.kind == PROMOTED:
        return tr("To Conversations as a title and level")
    into = line.crossing.way is Way.TO_REVIEW
    return tr("From Conversations as evidence") if into else tr("To Conversations as a draft goal")


def log_words(lines: list[CrossingLine]) -> str:
    """*3 items came from Conversations, 1 went to the plan*."""
    came = sum(line.crossing.way is Way.TO_REVIEW for line in lines)
    noted = sum(line.crossing.kind == PROMOTED for line in lines)
    went = len(lines) - came - noted
    parts = []
    if came:
        parts.append(trn("1 item from Conversations", "{n} items from Conversations", came))
    if went:
        parts.append(trn("1 added to the plan", "{n} added to the plan", went))
    if noted:
        parts.append(trn("1 promotion recorded", "{n} promotions recorded", noted))
    return ", ".join(parts)
