"""What happened in the period, month by month, to be cited by hand beside the narrative."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.evidence import Offered, Spread, spread
from careerdesk.domain.reviews.records import ReviewCycle, Source
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews import evidence
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.reviews.writing.crossing_log import CrossingLog
from careerdesk.ui.reviews.writing.evidence_list import EvidenceList
from careerdesk.ui.reviews.writing.evidence_model import ItemRow, MonthRow, months_of, rows_of
from careerdesk.ui.reviews.writing.month_strip import MonthStrip
from careerdesk.ui.widgets.buttons import OutlinedButton, TextButton
from careerdesk.ui.widgets.labels import Caption, Heading, Muted
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.section import IconMark

STRIP, LIST, CITE, QUOTE = "evidenceMonths", "evidenceList", "evidenceCite", "evidenceQuote"
ALL_MONTHS, TO_ACCOMPLISHMENTS = "evidenceAllMonths", "evidenceToAccomplishments"
OF_GOALS = (Source.GOAL, Source.READING)
AROUND = (28, 16, 20, 12)  # left, top, right and below
LEAST_KEYS = 110  # for what is said beside the buttons
FEW = 8  # so many items are shown without a fold


class EvidencePane(QWidget):
    """Cites and un-cites; `quoted` carries what is to be put into the narrative, as cited.

    Beside the accomplishments instead of the narrative it does not quote. `tab_wanted` asks for
    another tab of the review.
    """

    quoted = Signal(object)
    tab_wanted = Signal(str)

    def __init__(
        self, ctx: Context, parent: QWidget | None = None, *, at_narrative: bool = True
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._ctx = ctx
        self._at_narrative = at_narrative
        self._review_id = 0
        self._offered: list[Offered] = []
        self._spread = Spread((), 0, 0, 0)
        self._unfolded: set[date] = set()
        self._only: date | None = None
        self._open = True
        self._name = ""
        theme = ctx.theme
        self.title = Heading(tr("Evidence"))
        self.title.setMinimumHeight(theme.look.row("strong", 5, 28))  # level with *Narrative*
        self.counts = Caption()
        self.strip = MonthStrip(theme, STRIP)
        self.sign = IconMark(theme, "warning", 16, "warning")
        self.remark = Caption(wrap=True)
        self.every = TextButton(theme, tr("All months"), name=ALL_MONTHS, compact=True)
        self.list = EvidenceList(theme, LIST, tr("Evidence in this period"))
        self.cite = OutlinedButton(theme, tr("Cite"), name=CITE, compact=True)
        self.quote = OutlinedButton(theme, tr("Insert as quote"), name=QUOTE, compact=True)
        both, one = (
            tr("Press Space to cite, or Q to insert as a quote."),
            tr("Press Space to cite."),
        )
        self.keys = Caption(both if at_narrative else one, wrap=True)
        self.nothing = Muted(wrap=True)
        self.kept_out = Caption(kept_out_words(), wrap=True)
        self.add = TextButton(
            theme, tr("Add accomplishments"), "plus", name=TO_ACCOMPLISHMENTS, compact=True
        )
        self.log = CrossingLog(ctx)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.counts)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.sign)
        said.addWidget(self.remark, 1)
        said.addWidget(self.every)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cite)
        buttons.addWidget(self.quote)
        buttons.addStretch(0)
        tools = self._tools
        tools.setSpacing(8)
        tools.addLayout(buttons)
        tools.addWidget(self.keys, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*AROUND)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addLayout(said)
        column.addWidget(self.nothing)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addWidget(self.kept_out)
        column.addLayout(tools)
        column.addWidget(self.log)
        column.addStretch(0)

    def _connect(self) -> None:
        self.strip.picked.connect(self._filter)
        self.every.clicked.connect(self._show_all)
        self.list.cite_wanted.connect(self._toggle)
        self.list.quote_wanted.connect(self._quote)
        self.list.fold_wanted.connect(self._fold)
        self.list.row_changed.connect(self._show_tools)
        self.cite.clicked.connect(self._cite_current)
        self.quote.clicked.connect(self._quote_current)
        self.add.clicked.connect(self._to_accomplishments)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the keys below the buttons where there is little room beside them."""
        super().resizeEvent(event)
        buttons = self.cite.sizeHint().width() + 8 + self.quote.sizeHint().width()
        room = self.width() - AROUND[0] - AROUND[2] - buttons - 8
        ways, least = QBoxLayout.Direction, self._ctx.theme.look.measure(LEAST_KEYS)
        self._tools.setDirection(ways.LeftToRight if room >= least else ways.TopToBottom)

    def show_review(self, view: ReviewView, *, is_open: bool) -> None:
        """Show what may be cited; *is_open* says whether anything may be changed."""
        fresh = view.review.id != self._review_id
        self._review_id, self._open = view.review.id, is_open
        store, today = self._ctx.store, self._ctx.clock.today()
        self._offered = try_read(self._ctx, evidence.offered, store, self._review_id) or []
        cycle = view.cycle.cycle
        self._spread = spread(self._offered, cycle.starts_on, cycle.ends_on, today)
        if fresh:
            self._begin()
        self._show_words(view, cycle)
        self._show_rows()
        if fresh:
            self.list.select_first(again=True)
        self.log.show_person(view.person.id)

    def focus_first(self) -> bool:
        """Put the focus on the list; tells whether there is anything in it."""
        there = bool(self.list.rows.rows)
        if there:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return there

    def go_to(self, evidence_id: int) -> bool:
        """Choose what is cited, with its month unfolded; tells whether it is here."""
        found = next((one for one in self._offered if one.evidence_id == evidence_id), None)
        if found is None:
            return False
        self._only = None
        self._unfolded |= set(months_of([found]))
        self._show_rows()
        rows = self.list.rows.rows
        items = (row for row in rows if isinstance(row, ItemRow))
        row = next((one for one in items if one.item.evidence_id == evidence_id), None)
        return row is not None and choose_record(self.list, row.id)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.strip, self.every, self.add, self.list, self.cite, self.quote,
                *self.log.tab_stops()]  # fmt: skip

    def _begin(self) -> None:
        months = months_of(self._offered)
        self._only = None
        self._unfolded = set(months if len(self._offered) <= FEW else months[:1])

    def _show_words(self, view: ReviewView, cycle: ReviewCycle) -> None:
        found = self._spread
        there = bool(self._offered)
        begun = sum(not month.ahead for month in found.months)
        self.counts.setText(_counts(found.items, begun))
        one_year = cycle.starts_on.year == cycle.ends_on.year
        self.remark.setText(remark_words(found, one_year=one_year))
        self._warn(on=found.is_recent or bool(found.empty and there))
        self._name = view.person.short_name
        for part in (self.sign, self.remark, self.cite, self.keys):
            part.setVisible(there)
        self.quote.setVisible(there and self._at_narrative)
        self.add.setVisible(not there and self._at_narrative)
        goals = any(one.source in OF_GOALS and not one.is_left for one in self._offered)
        self.kept_out.setVisible(there and not goals)

    def _warn(self, *, on: bool) -> None:
        """Let the remark be seen as a warning, or as a remark alone."""
        warning = ("warning", "warning", "warning")
        icon, token, kind = warning if on else ("evidence", "text-muted", "caption")
        self.sign.set_icon(icon, token)
        self.remark.set_kind(kind)

    def _show_rows(self) -> None:
        if self._only not in months_of(self._offered):
            self._only = self._only if self._is_empty_month(self._only) else None
        today = self._ctx.clock.today()
        rows = rows_of(self._offered, self._unfolded, self._only, today)
        self.list.rows.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(nothing_words(self._name, self._only if self._offered else None))
        self.strip.show_months(self._spread.months, self._only)
        self.every.setVisible(self._only is not None)
        self._show_tools()

    def _is_empty_month(self, first: date | None) -> bool:
        return any(month.first == first for month in self._spread.empty)

    @Slot()
    def _show_tools(self) -> None:
        row = self.list.item()
        cited = bool(row and row.item.number)
        self.cite.set_words(tr("Remove citation") if cited else tr("Cite"))
        self.cite.setEnabled(row is not None and self._open)
        self.quote.setEnabled(row is not None and self._open)

    def _item(self, row_id: int) -> Offered | None:
        place = self.list.rows.row_of(row_id)
        row = self.list.rows.rows[place] if place >= 0 else None
        return row.item if isinstance(row, ItemRow) else None

    def _open_item(self, row_id: int) -> Offered | None:
        """The item of a row, while anything may be changed."""
        return self._item(row_id) if self._open else None

    @Slot()
    def _cite_current(self) -> None:
        row = self.list.item()
        if row is not None:
            self._toggle(row.id)

    @Slot()
    def _quote_current(self) -> None:
        row = self.list.item()
        if row is not None:
            self._quote(row.id)

    @Slot(int)
    def _toggle(self, row_id: int) -> None:
        item = self._open_item(row_id)
        if item is None:
            return
        last = item.number == self._spread.cited
        if not item.number:
            self._cite(item)
        elif try_action(self._ctx, evidence.uncite, self._ctx.store, [item.evidence_id]):
            words = (
                tr("Citation removed")
                if last
                else tr("Citation removed and later citations renumbered")
            )
            self._ctx.notices.toast(words, undo=True)

    def _cite(self, item: Offered) -> bool:
        cite, now = evidence.cite, self._ctx.clock.now()
        return bool(
            try_action(
                self._ctx, cite, self._ctx.store, self._review_id, item.source, item.source_id, now
            )
        )

    @Slot(int)
    def _quote(self, row_id: int) -> None:
        """Cite it if it is not, so that the quote has its number."""
        item = self._open_item(row_id) if self._at_narrative else None
        if item is not None and (item.number or self._cite(item)):
            self._tell_quoted(item)

    def _tell_quoted(self, item: Offered) -> None:
        """Read its number, which it may have only now."""
        ctx, key = self._ctx, item.key
        cited = try_read(ctx, evidence.to_quote, ctx.store, self._review_id, key)
        if cited is not None:
            self.quoted.emit(cited)

    @Slot(int)
    def _fold(self, row_id: int) -> None:
        place = self.list.rows.row_of(row_id)
        row = self.list.rows.rows[place] if place >= 0 else None
        if isinstance(row, MonthRow) and self._only is None:
            self._unfolded ^= {row.first}
            self._show_rows()
            self.list.select_id(row_id)
        elif isinstance(row, MonthRow):
            self._show_all()

    @Slot(object)
    def _filter(self, first: date) -> None:
        self._only = None if first == self._only else first
        self._show_rows()
        self.list.select_first(again=True)

    @Slot()
    def _show_all(self) -> None:
        if self._only is not None:
            self._unfolded.add(self._only)
        had_focus = self.every.hasFocus()
        self._only = None
        self._show_rows()
        if had_focus:
            self.list.setFocus()

    @Slot()
    def _to_accomplishments(self) -> None:
        self.tab_wanted.emit("accomplishments")


def nothing_words(name: str, month: date | None) -> str:
    """Where evidence comes from; in a period that has some, that a month of it has none."""
    if month is not None:
        return tr("No evidence in {month}.", month=Dates.month(month))
    return tr(
        (
            "There's no evidence for {name} in this period yet. Shared check-in notes, "
            "feedback, accomplishments and any goals you can cite, with their key result "
            "values, appear here automatically. Private notes and career conversations "
            "never appear here."
        ),
        name=name,
    )


def kept_out_words() -> str:
    """Why there may be no goals: it is the same whether there are any, so it tells of none."""
    return tr(
        "Goals and their key result values appear here if the plan allows them to be "
        "cited. Career conversations never appear here."
    )


def _counts(items: int, months: int) -> str:
    """*29 items, 11 months*."""
    of_months = trn("1 month", "{n} months", months)
    return trn("1 item, {months}", "{n} items, {months}", items, months=of_months)


def remark_words(found: Spread, *, one_year: bool) -> str:
    """How much of what is cited is recent, and which months hold nothing."""
    names = [(Dates.month_name if one_year else Dates.month)(one.first) for one in found.empty]
    return " ".join(part for part in (_cited_words(found), _empty_words(names)) if part)


def _cited_words(found: Spread) -> str:
    if not found.cited:
        return tr("No evidence cited yet.")
    if found.recent_cited == found.cited or found.cited <= 1:
        return trn(
            "1 item is cited.", "All {n} cited items are from the last two months.", found.cited
        )
    cited, recent = found.cited, found.recent_cited
    return tr("{n} of {all} cited items are from the last two months.", n=recent, all=cited)


def _empty_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    if len(names) > 3:
        return trn("{n} month has no evidence.", "{n} months have no evidence.", len(names))
    joined = names[0]
    if names[1:]:
        joined = tr("{months} and {last}", months=", ".join(names[:-1]), last=names[-1])
    return trn("No evidence in {months}.", "No evidence in {months}.", len(names), months=joined)
