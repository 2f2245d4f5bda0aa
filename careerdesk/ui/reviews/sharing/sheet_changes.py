"""What was read of a review beside what would be read now, with the differences marked."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.reviews.changes import TextChanges
from careerdesk.domain.reviews.sheet import ShareSheet
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.reviews.sheet import changed_after, share_sheet, sheet_now
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.sharing.side_by_side import mark_changes
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import OutlinedButton
from careerdesk.ui.widgets.dialog_size import take_size
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Body, Muted, SmallLabel, Strong, Title
from careerdesk.ui.widgets.reader import reader

SHEET_CHANGES, CLOSE_CHANGES = "sheetChanges", "sheetChangesClose"
LINES = (2, 12)


class SheetChangesDialog(QDialog):
    """Shows the parts that are others; read alone, Esc closes."""

    def __init__(self, ctx: Context, view: ReviewView, parent: QWidget | None = None) -> None:
        """Compare what was read last of a review with what stands there now."""
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName(SHEET_CHANGES)
        self.setWindowTitle(tr("Changed after sharing"))
        set_area(self, "review")
        self.changes = changed_after(ctx.store, view)
        then, now = share_sheet(ctx.store, view.review.id), sheet_now(ctx.store, view)
        self.grid = QGridLayout()
        self.close_button = OutlinedButton(ctx.theme, tr("Close"), name=CLOSE_CHANGES)
        self._head(then)
        self._fill(then, now)
        self._arrange(self._unmarked())
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()
        take_size(self, ctx.theme, 960, 600, parent)

    def _arrange(self, summary: str) -> None:
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(4)
        self.grid.setRowStretch(self.grid.rowCount(), 1)
        body = QWidget()
        body.setLayout(self.grid)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(Title(tr("Changed after sharing")))
        if summary:
            outer.addWidget(Muted(summary, wrap=True))
        outer.addWidget(Scrolled(body), 1)
        outer.addLayout(last)

    def _unmarked(self) -> str:
        texts = (self.changes.narrative, self.changes.gaps, self.changes.closing)
        if not any(one.unmarked for one in texts):
            return ""
        return tr(
            "Changes aren't highlighted where the versions differ too much or differ "
            "only in spacing."
        )

    def _head(self, then: ShareSheet) -> None:
        on = then.shared_on
        read = tr("Read on {day}", day=Dates.long_day(on)) if on else tr("Version they read")
        for column, words in enumerate((read, tr("Now"))):
            self.grid.addWidget(Strong(words), 0, column)
            self.grid.setColumnStretch(column, 1)

    def _fill(self, then: ShareSheet, now: ShareSheet) -> None:
        changes = self.changes
        if changes.rating:
            self._words(tr("Rating"), then.rating, now.rating)
        self._texts(tr("Looking back"), "narrative", changes.narrative, then.narrative,
                    now.narrative)  # fmt: skip
        if changes.strengths:
            rests = ("\n".join(one.title for one in sheet.strengths) for sheet in (then, now))
            self._words(tr("Based on"), *rests)
        self._texts(tr("Towards the next level"), "gaps", changes.gaps, then.gaps, now.gaps)
        self._texts(tr("Closing remarks"), "closing", changes.closing, then.closing, now.closing)

    def _words(self, label: str, then: str, now: str) -> None:
        self._row(label, *(Body(words or tr("none"), wrap=True) for words in (then, now)))

    def _texts(self, label: str, name: str, changes: TextChanges, then: str, now: str) -> None:
        if not changes.count:
            return
        theme = self._ctx.theme
        before = reader(theme, tr("{part}, as they read it", part=label), f"{name}Read", then)
        after = reader(theme, tr("{part}, current version", part=label), f"{name}Now", now)
        for editor in (before, after):
            editor.grow(*LINES)
        mark_changes(theme, before, after, changes)
        self._row(label, before, after)

    def _row(self, label: str, *sides: QWidget) -> None:
        row = self.grid.rowCount()
        self.grid.addWidget(SmallLabel(label), row, 0, 1, 2)
        for column, side in enumerate(sides):
            self.grid.addWidget(side, row + 1, column)
