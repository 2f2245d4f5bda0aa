"""The criteria of a promotion case: whether each is met, and what shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.reviews.records import PromotionPoint, Review
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews import reviews
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.widgets.buttons import IconButton, TickBox
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Muted

POINT_LIST, POINT_EDIT = "promotionPoints", "promotionPointEdit"
POINT_MET, POINT_TEXT, POINT_EVIDENCE, POINT_REMOVE = (
    "promotionPointMet", "promotionPointText", "promotionPointEvidence", "promotionPointRemove",
)  # fmt: skip


class PromotionPoints(QWidget):
    """Criteria are added by typing; their words and evidence save themselves."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._ctx = ctx
        self._review_id = 0
        self._rows: dict[int, PointRow] = {}
        self.setObjectName(POINT_LIST)
        self.setAccessibleName(tr("Promotion criteria"))
        self.nothing = Muted(
            tr("What does the next level require? Add the criteria one by one."), wrap=True
        )
        self.add = InlineAdd(ctx.theme, tr("Add a criterion"), name=POINT_EDIT)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.nothing)
        outer.addLayout(self._column)
        outer.addWidget(self.add)
        self._unstored = Unstored(ctx, POINT_EDIT, {TEXT: self.add})
        self.add.submitted.connect(self._add)

    def show_points(self, review_id: int, points: Sequence[PromotionPoint], *, free: bool) -> None:
        """Show the criteria; what is being typed stays."""
        self._review_id = review_id
        self._unstored.belong_to(self._unstored.shown, Review, review_id)
        wanted = {point.id for point in points}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self._column.removeWidget(row)
            discard(row)
        for place, point in enumerate(points):
            self._row(place, point).show_point(point, free=free)
        self.nothing.setVisible(not points)
        self.add.setVisible(free)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        rows = sorted(self._rows.values(), key=self._column.indexOf)
        return [*(stop for row in rows for stop in row.tab_stops()), self.add]

    def _row(self, place: int, point: PromotionPoint) -> PointRow:
        if point.id not in self._rows:
            row = PointRow(self._ctx, point)
            row.removed.connect(self._remove)
            self._rows[point.id] = row
            self._column.insertWidget(place, row)
            row.show()
        return self._rows[point.id]

    @Slot(list)
    def _add(self, texts: list[str]) -> None:
        store = self._ctx.store
        added = try_action(self._ctx, reviews.add_points, store, self._review_id, texts)
        if added and len(texts) > 1:
            words = trn("1 criterion added", "{n} criteria added", len(texts))
            self._ctx.notices.toast(words, undo=True)

    @Slot(int)
    def _remove(self, point_id: int) -> None:
        if try_action(self._ctx, reviews.remove_points, self._ctx.store, [point_id]):
            self._ctx.notices.toast(tr("Criterion deleted"), undo=True)
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class PointRow(QFrame):
    """A tick, the words, the evidence; `removed` asks to delete."""

    removed = Signal(int)

    def __init__(self, ctx: Context, point: PromotionPoint) -> None:
        """Make the fields of a criterion."""
        super().__init__()
        self._ctx, self._point = ctx, point
        key = str(point.id)
        self.setProperty("kind", "card")
        self.met = TickBox(ctx.theme, tr("Met"), name=POINT_MET + key)
        self.text = GrowingText(tr("Criterion"), name=POINT_TEXT + key, one_line=True)
        self.evidence = GrowingText(
            tr("Evidence"), tr("How they showed this, and when"), name=POINT_EVIDENCE + key
        )
        self.remove = IconButton(
            ctx.theme, "trash", tr("Delete this criterion"), name=POINT_REMOVE + key
        )
        self._text = SavedField(ctx, self.text, "promotion-text", self._write_text, must=True)
        self._evidence = SavedField(ctx, self.evidence, "promotion-evidence", self._write_evidence)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.text, 1)
        head.addWidget(self.met)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.evidence)

    def _connect(self) -> None:
        self.met.clicked.connect(self._tick)
        self.remove.clicked.connect(self._remove)

    def show_point(self, point: PromotionPoint, *, free: bool) -> None:
        """Show the criterion as it is stored."""
        self._point = point
        for saved, field in ((self._text, "text"), (self._evidence, "evidence")):
            source = TextRef(PromotionPoint, point.id, field)
            saved.show_text(point.id, str(getattr(point, field)), source)
        self.met.setChecked(point.met)
        self.met.setAccessibleName(tr("Met: {criterion}", criterion=point.text))
        self.text.setReadOnly(not free)
        self.evidence.setReadOnly(not free)
        self.met.setEnabled(free)
        self.remove.setVisible(free)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.text, self.met, self.remove, self.evidence]

    @Slot()
    def _tick(self) -> None:
        met = self.met.isChecked()
        if not try_action(self._ctx, reviews.write_point, self._ctx.store, self._point.id, met=met):
            self.met.setChecked(not met)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._point.id)

    def _write_text(self, key: int, text: str, merge: str, origin: QObject) -> None:
        reviews.write_point(self._ctx.store, key, merge=merge, origin=origin, text=text)

    def _write_evidence(self, key: int, text: str, merge: str, origin: QObject) -> None:
        reviews.write_point(self._ctx.store, key, merge=merge, origin=origin, evidence=text)
