"""Which sheet of a review is shown: the one that will be read, or one that was."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.reviews.sheet import SharedBefore, shared_before
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.sharing.sheet_words import sheet_word
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Muted

SHEETS, NOT_KEPT = "sharedSheets", "sheetNotKept"
AS_IT_IS = 0


class KeptSheets(QWidget):
    """A choice where there is more than one sheet; `chosen` when it was made.

    `sheets` are those that were shared, the first one first.
    """

    chosen = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._view: ReviewView | None = None
        self._ids: list[int] = []
        self.sheets: tuple[SharedBefore, ...] = ()
        self.choice = DropDown(ctx.theme, [(AS_IT_IS, "")], tr("Sheet version"), name=SHEETS)
        self.choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.not_kept = Muted(wrap=True)
        self.not_kept.setObjectName(NOT_KEPT)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.not_kept)
        self.choice.picked.connect(self._tell)

    def show_review(self, view: ReviewView) -> None:
        """Offer what there is of a review; stay with what was chosen while nothing was added."""
        today = self._ctx.clock.today()
        self._view, self.sheets = view, tuple(shared_before(view))
        offers: list[tuple[object, str]] = [
            (one.id, sheet_word(one, today)) for one in reversed(self.sheets)
        ]
        if view.review.shared_on is None or not offers:
            offers.insert(0, (AS_IT_IS, tr("Current draft")))
        ids, held = [int(str(key)) for key, _ in offers], self.chosen_id
        self.choice.set_options(offers)
        self.choice.set_value(held if ids == self._ids else ids[0])
        self.choice.updateGeometry()  # it is as wide as its longest choice
        self._ids = ids
        self.choice.setVisible(len(offers) > 1)
        words = _not_kept(view)
        self.not_kept.setText(words)
        self.not_kept.setVisible(bool(words))
        self.setVisible(len(offers) > 1 or bool(words))

    @property
    def chosen_id(self) -> int:
        """The sheet that is shown; 0 for the one that is as of now."""
        return int(str(self.choice.value()))

    @property
    def read(self) -> ShareSheet | None:
        """What was read, of the sheet that is chosen; None where it is as of now."""
        return next((one.sheet for one in self.sheets if one.id == self.chosen_id), None)

    @property
    def words(self) -> str:
        """What the sheet is to its person."""
        if self._view is None:
            return ""
        name, read = self._view.person.short_name, self.read
        if read is not None and read.shared_on is not None:
            return tr(
                "This is what {name} read on {day}", name=name, day=Dates.long_day(read.shared_on)
            )
        if self._view.review.shared_on is not None:
            return tr("This is the current sheet")
        return tr("This is what {name} will read", name=name)

    @Slot(object)
    def _tell(self, _sheet_id: object) -> None:
        self.chosen.emit()


def _not_kept(view: ReviewView) -> str:
    """That it was shared before sheets were kept; empty where it was not."""
    on = view.review.shared_on
    if on is None or view.sheets or view.review.sheet_digest:
        return ""
    return tr(
        "There's no copy of what {name} read on {day}.",
        name=view.person.short_name,
        day=Dates.long_day(on),
    )
