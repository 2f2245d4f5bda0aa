"""Gaps to the next level, one a line; each can go to the plan as a draft goal, by hand."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.i18n import tr
from careerdesk.services.reviews import bridges
from careerdesk.services.reviews.bridges import Gap
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.parts.tabs import ReviewText
from careerdesk.ui.reviews.writing.narrative_pane import set_fixed
from careerdesk.ui.theme.theme import set_kind
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.record_list import ID_ROLE

GAPS, GAP_FOLD, GAP_LIST = "reviewGaps", "gapFold", "gapList"
LINES = (1, 5)
MOST = 3  # rows at once; the others scroll


class GapBox(QWidget):
    """The words go on being the review's; what goes over is a copy, and is logged."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._review_id = 0
        self._gaps: list[Gap] = []
        self.editor = NoteEditor(
            ctx.theme,
            tr("Gaps to the next level"),
            name=GAPS,
            placeholder=tr("One gap per line"),
        )
        set_kind(self.editor, "field")
        self.editor.grow(*LINES)
        self.text = ReviewText(ctx, self.editor, "gaps")
        self.fold = LinkButton(ctx.theme, "", "chevron-right", name=GAP_FOLD, compact=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=GAP_LIST, label=tr("Gaps to add to the plan"), most=MOST)
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.inside = QWidget()
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.editor)
        inner.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self.inside)
        self.inside.hide()
        self._connect()

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn)
        self.list.opened.connect(self._open)
        self.rows.followed.connect(self._bring)
        self.editor.refused.connect(self._refused)

    def show_review(self, view: ReviewView, *, fixed: bool) -> None:
        """Show the gaps of a review; *fixed* is for one that nothing is written in."""
        if view.review.id != self._review_id:
            self._review_id = view.review.id
            self._unfold(shown=False)
        self.text.show_review(view.review)
        set_fixed(self.editor, fixed=fixed)
        self._gaps = try_read(self._ctx, bridges.gaps, self._ctx.store, self._review_id) or []
        today = self._ctx.clock.today()
        self.model.set_rows([_row(gap, Dates.short_day(gap.gone_on, today) if gap.gone_on else "")
                             for gap in self._gaps])  # fmt: skip
        self.fold.set_words(fold_words(self._gaps))
        self.list.setVisible(bool(self._gaps))

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.fold, self.editor, self.list]

    def unfold(self) -> None:
        """Show the words."""
        self._unfold(shown=True)

    @Slot()
    def _turn(self) -> None:
        self._unfold(shown=self.inside.isHidden())
        if not self.inside.isHidden():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self, *, shown: bool) -> None:
        self.inside.setVisible(shown)
        self.fold.set_icon("chevron-down" if shown else "chevron-right")

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self._bring(index.data(ID_ROLE))

    @Slot(int, bool)
    def _bring(self, gap_id: int, _at_action: bool = True) -> None:
        gap = next((one for one in self._gaps if one.id == gap_id), None)
        if gap is None or gap.gone_on is not None:
            return
        store, now = self._ctx.store, self._ctx.clock.now()
        bring = bridges.gap_to_goal
        if try_action(self._ctx, bring, store, self._review_id, gap.text, now):
            self._ctx.notices.toast(tr("Added to the plan as a draft goal"), undo=True)

    @Slot(str)
    def _refused(self, sentence: str) -> None:
        self._ctx.notices.toast(sentence)


def _row(gap: Gap, day: str) -> LinkRow:
    if gap.gone_on is not None:
        words = tr("In the plan since {day}", day=day)
        return LinkRow(gap.id, gap.text, words, "", icon="state-done")
    words = tr("Adds a draft goal that doesn't mention the review")
    return LinkRow(gap.id, gap.text, words, tr("Add to plan"), icon="plan")


def fold_words(gaps: list[Gap]) -> str:
    """*Gaps to the next level: 3, 1 in the plan*."""
    words = tr("Gaps to the next level")
    if not gaps:
        return words
    words = tr("{words}: {n}", words=words, n=len(gaps))
    there = sum(gap.gone_on is not None for gap in gaps)
    known = tr("{n} in the plan", n=there)
    return f"{words}, {known}" if there else words
