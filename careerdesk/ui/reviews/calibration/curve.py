"""How the ratings of a cycle are spread, against the guideline and over the years."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.curve import Curve, curve
from careerdesk.i18n import tr
from careerdesk.services.reviews import cycles, reviews
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.texts import number, percent
from careerdesk.ui.reviews.calibration.nine_box import NineBox
from careerdesk.ui.reviews.calibration.share_bars import ShareBars, Shares
from careerdesk.ui.reviews.parts.curve_words import curve_sentence, full_levels, moved_words
from careerdesk.ui.reviews.parts.distribution import Distribution
from careerdesk.ui.reviews.parts.tabs import CycleTab, OpenCycle
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.section import GroupHeader
from careerdesk.ui.widgets.table import Table

CURVE, CURVE_TABLE, ACROSS_TABLE = "cycleCurve", "cycleCurveTable", "curveOverCycles"
AS_TABLE, BARS = "curveAsTable", "curveBars"
MOST_ROWS = 16
WIDEST = 860
DASH = "–"


class CurveTab(CycleTab):
    """This cycle as a chart or a table, all cycles as a table, and the nine boxes if wanted."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx, parent)
        theme = ctx.theme
        self.head = GroupHeader(theme, tr("This cycle"))
        self.as_table = Chip(theme, tr("Show as table"), name=AS_TABLE, checkable=True)
        self.moved = Muted(wrap=True)
        self.key = Caption(wrap=True)
        self.chart = Distribution(theme, CURVE)
        self.table = Table(theme, CURVE_TABLE, tr("Distribution for this cycle"))
        self.across_head = GroupHeader(theme, tr("Across cycles"))
        self._several = False
        self.bars = ShareBars(theme, BARS)
        self.across = Table(theme, ACROSS_TABLE, tr("Distribution across cycles"))
        self.boxes = NineBox(ctx)
        self._arrange()
        self.as_table.toggled.connect(self._turn)
        self.boxes.review_wanted.connect(self.review_wanted)

    def _arrange(self) -> None:
        near = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for table in (self.table, self.across):
            table.horizontalHeader().setDefaultAlignment(near)
        self.head.tools.addWidget(self.as_table)
        self.across_head.set_caption(tr("newest first, with final ratings where set"))
        body = QWidget()
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 14, 28, 28)
        column.setSpacing(8)
        for widget in (self.head, self.moved, self.key, self.chart, self.table):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.across_head)
        column.addWidget(self.bars)
        column.addWidget(self.across)
        column.addSpacing(12)
        column.addWidget(self.boxes)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))

    @override
    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show the spread of a cycle, and of all of them."""
        found = curve(cycle.view.steps, [row.facts for row in cycle.rows])
        self.moved.setText(moved_words(found))
        self.key.setText(
            tr(
                "Filled: proposed ({n}). Outlined: calibrated ({m}). Dashed: final ({k}). "
                "Vertical line: guideline for a group of {all}.",
                n=found.proposed,
                m=found.calibrated,
                k=found.final,
                all=found.people,
            )
        )
        self.chart.show_levels(full_levels(found), curve_sentence(found))
        heads = [tr("Level"), tr("Proposed"), tr("Calibrated"), tr("Final"), tr("Guideline")]
        self.table.show_rows(heads, _rows(found))
        self.table.fit_rows(len(found.rows))
        self._show_across()
        self.boxes.setVisible(cycle.view.cycle.nine_box)
        if cycle.view.cycle.nine_box:
            self.boxes.show_cycle(cycle)
        self._turn()

    def _show_across(self) -> None:
        found = self._curves()
        self._several = len(found) > 1
        self.bars.show_bars([_shares(name, one) for name, one in found])
        heads = [tr("Cycle"), tr("Level"), tr("Proposed"), tr("Calibrated"), tr("Final"),
                 tr("Changed")]  # fmt: skip
        rows = [row for name, one in found for row in _across_rows(name, one)]
        self.across.show_rows(heads, rows)
        self.across.fit_rows(min(len(rows), MOST_ROWS))

    def _curves(self) -> list[tuple[str, Curve]]:
        """The curve of each cycle, by the cycle's name."""
        store, today = self.ctx.store, self.ctx.clock.today()
        found = []
        for one in try_read(self.ctx, cycles.every, store) or []:
            view = cycles.get(store, one.id)
            facts = [row.facts for row in reviews.board(store, one.id, today)]
            found.append((one.name, curve(view.steps, facts)))
        return found

    @Slot()
    def _turn(self) -> None:
        self.chart.setHidden(self.as_table.isChecked())
        self.key.setHidden(self.as_table.isChecked())
        self.table.setVisible(self.as_table.isChecked())
        self.across_head.setVisible(self._several)
        self.bars.setVisible(self._several and not self.as_table.isChecked())
        self.across.setVisible(self._several and self.as_table.isChecked())

    @override
    def focus_first(self) -> None:
        """The way to the table."""
        self.as_table.setFocus()


def _rows(found: Curve) -> list[list[str]]:
    return [
        [
            row.step.label, number(row.proposed, 0), number(row.calibrated, 0),
            number(row.final, 0), DASH if row.expected is None else number(row.expected, 1),
        ]
        for row in found.rows
    ]  # fmt: skip


def _last_counts(found: Curve) -> list[int]:
    """How many have each level; none where nothing is rated."""
    kinds = (
        [row.final for row in found.rows],
        [row.calibrated for row in found.rows],
        [row.proposed for row in found.rows],
    )
    return next(filter(any, kinds), [])


def _shares(name: str, found: Curve) -> Shares:
    """Of each level its share, by the last rating there is: final, calibrated, proposed."""
    counts = _last_counts(found)
    whole = sum(counts)
    words = [f"{row.step.label} {percent(count / whole)}"
             for row, count in zip(found.rows, counts, strict=False) if count]  # fmt: skip
    shown = ", ".join(words) or tr("no ratings yet")
    return Shares(name, shown, tuple(count / whole for count in counts))


def _across_rows(name: str, found: Curve) -> list[list[str]]:
    moved = tr("{up} up, {down} down", up=found.up, down=found.down)
    return [
        [
            name, row.step.label, number(row.proposed, 0), number(row.calibrated, 0),
            number(row.final, 0), moved,
        ]
        for row in found.rows
    ]  # fmt: skip
