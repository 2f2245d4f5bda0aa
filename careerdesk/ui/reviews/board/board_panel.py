"""What stands beside the board: distribution, deadlines, thin evidence, career conversations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.curve import Curve, curve
from careerdesk.domain.reviews.evidence import spread
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.domain.reviews.stages import Column, Mark, columns, deadline
from careerdesk.i18n import tr, trn
from careerdesk.services.reviews import bridges, evidence
from careerdesk.services.reviews.bridges import CareerConversation
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.reviews.parts.curve_words import curve_sentence, small_levels
from careerdesk.ui.reviews.parts.distribution import Distribution
from careerdesk.ui.reviews.parts.tabs import OpenCycle
from careerdesk.ui.reviews.parts.words import heading_word
from careerdesk.ui.theme.look import elided
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import LinkButton, TextButton
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Caption, ElidedLabel, Strong
from careerdesk.ui.widgets.section import IconMark

SMALL_CURVE = "smallCurve"
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
MOST = 6  # rows of a list; the others are counted


class BoardPanel(QWidget):
    """`review_wanted` carries a review and the tab to open."""

    review_wanted = Signal(int, str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.ctx = ctx
        self._evidence_tab = "narrative"
        self._check_ins: dict[int, int] = {}  # of a person, their review
        self.key, self.note = Caption(wrap=True), Caption(wrap=True)
        self.distribution = Distribution(ctx.theme, SMALL_CURVE)
        self.deadlines = PairRows(ctx.theme)
        self.thin = PairRows(ctx.theme)
        self.check_ins = PairRows(ctx.theme)
        self._thin_head = Strong(tr("Thin evidence"))
        self._curve_head = Strong(tr("Distribution"))
        self._check_in_head = Strong(tr("Follow-up career conversations"))
        self._due_head = Strong(tr("Upcoming deadlines"))
        self.setAccessibleName(tr("Cycle summary"))
        self._arrange()
        self.thin.chosen.connect(self._open_evidence)
        self.check_ins.chosen.connect(self._open_share)
        self.check_ins.acted.connect(self._plan_check_in)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(4)
        self.set_beside(beside=True)
        groups = (
            (self._curve_head, self.key, self.distribution, self.note),
            (self._due_head, self.deadlines),
            (self._thin_head, self.thin),
            (self._check_in_head, self.check_ins),
        )
        for group in groups:
            for widget in group:
                column.addWidget(widget)
            column.addSpacing(14)
        column.addStretch(1)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside the board, or below it with the same margins."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20 if beside else 28, 18, 24, 20)

    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show what belongs to a cycle."""
        today = self.ctx.clock.today()
        calibrates = cycle.view.cycle.calibrates
        self._evidence_tab = "narrative" if calibrates else "accomplishments"
        for widget in (self._curve_head, self.key, self.distribution, self.note):
            widget.setVisible(calibrates)
        if calibrates:
            self._show_curve(curve(cycle.view.steps, [row.facts for row in cycle.rows]))
        self._show_deadlines(cycle, today)
        self._show_thin(cycle, today)
        self._show_check_ins(cycle, today)

    def _show_curve(self, found: Curve) -> None:
        self.key.setText(
            tr(
                "Bar: proposed ({n} of {all}). Outline: calibrated ({m}). Line: guideline.",
                n=found.proposed,
                all=found.people,
                m=found.calibrated,
            )
        )
        self.distribution.show_levels(small_levels(found), curve_sentence(found))
        guided = any(row.expected is not None for row in found.rows)
        self.note.setText(
            tr("Small teams rarely fit a curve. Treat the guideline as a question, not a quota.")
        )
        self.note.setVisible(guided)

    def _show_deadlines(self, cycle: OpenCycle, today: date) -> None:
        open_ones = [] if cycle.is_closed else _open_deadlines(cycle)
        self._due_head.setVisible(bool(open_ones))
        self.deadlines.show_rows(
            [
                Pair(0, heading_word(column, cycle.view.cycle), _until(due, missing, today),
                     "warning" if due < today else "calendar", warned=due < today)
                for column, due, missing in open_ones
            ]
        )  # fmt: skip

    def _show_thin(self, cycle: OpenCycle, today: date) -> None:
        counts = [] if cycle.is_closed else _empty_months(self.ctx, cycle, today)
        self._thin_head.setVisible(bool(counts))
        self.thin.show_rows(
            [
                Pair(row.id, row.person.name,
                     trn("none in 1 month", "none in {n} months", empty), "evidence")
                for row, empty in counts
            ]
        )  # fmt: skip

    def _show_check_ins(self, cycle: OpenCycle, today: date) -> None:
        week = my_week(self.ctx.settings)
        found = try_read(
            self.ctx, bridges.career_conversations, self.ctx.store, cycle.view.id, week=week
        ) or []  # fmt: skip
        waiting = [check_in for check_in in found if check_in.held_on is None]
        self._check_ins = {row.person.id: row.id for row in cycle.rows}
        self._check_in_head.setVisible(bool(waiting))
        self.check_ins.show_rows([_check_in_pair(check_in, today) for check_in in waiting])

    @Slot(int)
    def _open_evidence(self, review_id: int) -> None:
        self.review_wanted.emit(review_id, self._evidence_tab)

    @Slot(int)
    def _open_share(self, person_id: int) -> None:
        self.review_wanted.emit(self._check_ins[person_id], "share")

    @Slot(int)
    def _plan_check_in(self, person_id: int) -> None:
        review_id = self._check_ins[person_id]
        week = my_week(self.ctx.settings)
        if try_action(
            self.ctx, bridges.plan_career_conversation, self.ctx.store, review_id, week=week
        ):
            self.ctx.notices.toast(tr("Career conversation planned"), undo=True)


class Pair:
    """A row of words and a number; *action* is the word of a button below, if there is one."""

    def __init__(
        self, key: int, words: str, number_words: str, icon: str, action: str = "", *,
        warned: bool = False,
    ) -> None:  # fmt: skip
        """*key* is what a press carries; 0 for a row that cannot be pressed."""
        self.key, self.words, self.number, self.icon = key, words, number_words, icon
        self.action, self.warned = action, warned


class PairRows(QWidget):
    """A few rows, made again; `chosen` carries a row that was pressed, `acted` its button."""

    chosen = Signal(int)
    acted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._links: dict[int, QWidget] = {}  # by the key of their rows
        self._buttons: dict[int, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_rows(self, pairs: Sequence[Pair]) -> None:
        """Show the first few; the others are counted. The keyboard stays in its row."""
        held = _held(self._links) or _held(self._buttons)
        acted = bool(_held(self._buttons))
        self._links, self._buttons = {}, {}
        discard_all(self._column)
        for pair in pairs[:MOST]:
            self._column.addWidget(self._row(pair))
        if len(pairs) > MOST:
            more = tr("and {n} more", n=len(pairs) - MOST)
            self._column.addWidget(Caption(more))
        self.setVisible(bool(pairs))
        found = (self._buttons.get(held) if acted else None) or self._links.get(held)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, pair: Pair) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 1, 0, 1)
        line.setSpacing(8)
        token = "warning" if pair.warned else "text-muted"
        line.addWidget(IconMark(self._theme, pair.icon, 15, token))
        line.addLayout(self._words_and_number(pair), 1)
        if pair.action:
            button = TextButton(self._theme, pair.action, name=f"plan{pair.key}", compact=True)
            button.setAccessibleName(f"{pair.action}: {pair.words}")
            button.clicked.connect(carrying(self._act, pair.key))
            self._buttons[pair.key] = button
            line.addWidget(button)
        return holder

    def _words_and_number(self, pair: Pair) -> QBoxLayout:
        """The number beside the words, or below them where a button needs the room."""
        caption = Caption(pair.number)
        caption.set_kind("warning" if pair.warned else "caption")
        both = QBoxLayout(_BELOW if pair.action else _BESIDE)
        both.setSpacing(0 if pair.action else 8)
        both.addWidget(self._words(pair), 1)
        both.addWidget(caption)
        caption.setContentsMargins(4 if pair.action else 0, 0, 0, 0)
        return both

    def _words(self, pair: Pair) -> QWidget:
        if not pair.key:
            label = ElidedLabel()
            label.set_full_text(pair.words)
            return label
        link = LinkWords(self._theme, pair.words, name=f"{pair.icon}{pair.key}")
        link.setAccessibleName(f"{pair.words}, {pair.number}")
        link.clicked.connect(carrying(self._choose, pair.key))
        self._links[pair.key] = link
        return link

    def _choose(self, key: int) -> None:
        self.chosen.emit(key)

    def _act(self, key: int) -> None:
        self.acted.emit(key)


class LinkWords(LinkButton):
    """Words that lead somewhere; they end in an ellipsis where there is little room."""

    token = "text"

    def __init__(self, theme: Theme, words: str, *, name: str) -> None:
        """*words* are shown as far as they fit."""
        super().__init__(theme, words, name=name, compact=True)
        self._words = words
        self.setToolTip(plain_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide to the new width."""
        super().resizeEvent(event)
        self.setText(elided(self.fontMetrics(), self._words, self.width() - 10).replace("&", "&&"))


def _held(widgets: Mapping[int, QWidget]) -> int:
    """The key of the row whose widget has the keyboard; 0 for none."""
    return next((key for key, widget in widgets.items() if widget.hasFocus()), 0)


def _open_deadlines(cycle: OpenCycle) -> list[tuple[Column, date, int]]:
    """Each column that has a deadline and is not done for all, with how many are missing."""
    return [
        (column, due, missing)
        for column in columns(cycle.view.cycle)
        if (due := deadline(cycle.view.cycle, column)) is not None
        and (missing := _missing(cycle.taking_part, column))
    ]


def _missing(rows: Sequence[BoardRow], column: Column) -> int:
    """For how many it is not done; anyone whose review is shared is done."""
    cells = (cell for row in rows if row.facts.review.shared_on is None for cell in row.cells)
    return sum(cell.column is column and cell.mark is not Mark.DONE for cell in cells)


def _until(due: date, missing: int, today: date) -> str:
    day = Dates.short_day(due, today)
    return tr("{day}, {n} still to do", day=day, n=missing)


def _empty_months(ctx: Context, cycle: OpenCycle, today: date) -> list[tuple[BoardRow, int]]:
    """Who is still to be written about, with how many months hold nothing; the thinnest first."""
    unsealed = [row for row in cycle.taking_part if row.facts.seal is None]
    found = [(row, _empty_months_of(ctx, row, cycle.view.cycle, today)) for row in unsealed]
    return sorted((one for one in found if one[1]), key=lambda one: -one[1])


def _empty_months_of(ctx: Context, row: BoardRow, span: ReviewCycle, today: date) -> int:
    """How many months hold nothing, from the person's start on."""
    offered = try_read(ctx, evidence.offered, ctx.store, row.id) or []
    start = max(span.starts_on, row.person.start_date or span.starts_on)
    return len(spread(offered, start, span.ends_on, today).empty)


def _check_in_pair(check_in: CareerConversation, today: date) -> Pair:
    if check_in.planned_on is not None:
        day = tr("planned for {day}", day=Dates.short_date(check_in.planned_on, today))
        return Pair(check_in.id, check_in.person.name, day, "checkin")
    action = tr("Plan") if check_in.offered_on is not None else ""
    return Pair(check_in.id, check_in.person.name, tr("not held yet"), "checkin", action)
