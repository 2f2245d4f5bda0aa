"""The board of a cycle: one click into the right tab of the right review."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.domain.reviews.stages import Column, Stage, columns, next_column
from careerdesk.i18n import tr
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.in_sight import show_all_of
from careerdesk.ui.base.lists import Index, go_to_list, keep_in_sight
from careerdesk.ui.reviews.board.board_cell import BoardHeader, ReviewCellDelegate, row_height
from careerdesk.ui.reviews.board.board_model import PERSON, BoardModel, Order
from careerdesk.ui.reviews.board.board_panel import BoardPanel
from careerdesk.ui.reviews.parts.tabs import CycleTab, OpenCycle
from careerdesk.ui.reviews.parts.words import TAB_OF, heading_word
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.section import IconMark, Rule
from careerdesk.ui.widgets.tab_order import holds_focus

BOARD_FILTER, BOARD_ORDER = "boardFilter", "boardOrder"
WIDTHS = {
    Column.SELF: 88, Column.PEERS: 104, Column.WRITING: 92, Column.SEALED: 96,
    Column.CALIBRATED: 92, Column.SHARED: 84, Column.EVIDENCE: 92,
}  # fmt: skip
WIDTHS_LIGHT = dict.fromkeys((Column.EVIDENCE, Column.WRITING, Column.SHARED), 132)
PERSON_WIDTH = 130
SIDE_WIDE, SIDE_NARROW = 340, 280
BESIDE = 940  # of this width on, the panel stands beside the table
WIDE = 1200  # of this width on, the panel is wider too
LEAST_ROWS = 4
MOST_WIDTH = 16_777_215  # of any widget of Qt
MOST_ROWS = 12  # where the page scrolls, of 40 people


class BoardTable(QTableView):
    """Arrow keys walk the cells; `opened` on Enter or a click."""

    opened = Signal(QModelIndex)

    def __init__(self, theme: Theme, model: BoardModel) -> None:
        """Show *model*."""
        super().__init__()
        self._theme = theme
        self._board = model
        self._rows_shown = (LEAST_ROWS, 0)
        self.setObjectName(names.CYCLE_BOARD)
        self.setAccessibleName(tr("Cycle board"))
        self.setHorizontalHeader(BoardHeader(theme, self))
        self.setModel(model)
        self.setItemDelegate(ReviewCellDelegate(theme, self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._fit()
        self.clicked.connect(self.opened)
        theme.changed.connect(self._fit)
        model.modelReset.connect(self._fit)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
            signal.connect(self._span)

    def _fit(self) -> None:
        look = self._theme.look
        self.verticalHeader().setDefaultSectionSize(row_height(look))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(look.measure(60))
        head.setSectionResizeMode(PERSON, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(self._widths, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, look.measure(width))
        self._fit_person()

    @property
    def _widths(self) -> list[int]:
        """Those of the columns after the name; where they are few, they have more room."""
        found = [column for column in self._board.columns if column is not None]
        widths = WIDTHS if len(found) > len(WIDTHS_LIGHT) else WIDTHS_LIGHT
        return [widths[column] for column in found]

    def _fit_person(self) -> None:
        """The name takes what is left, but never less than it needs."""
        look, head = self._theme.look, self.horizontalHeader()
        rest = self.viewport().width() - sum(map(look.measure, self._widths))
        least = look.measure(PERSON_WIDTH)
        mode = QHeaderView.ResizeMode
        head.setSectionResizeMode(PERSON, mode.Stretch if rest >= least else mode.Fixed)
        if rest < least:
            self.setColumnWidth(PERSON, least)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column of names."""
        super().resizeEvent(event)
        self._fit_person()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Scroll the page along with the keyboard."""
        super().currentChanged(current, previous)
        keep_in_sight(self, current)

    @Slot()
    def _span(self) -> None:
        """The reason of who is left out takes all of their row."""
        self.clearSpans()
        model = self.model()
        for row in range(model.rowCount()):
            if not model.index(row, 0).data(RECORD_ROLE).cells:
                self.setSpan(row, 1, 1, model.columnCount() - 1)
        self.updateGeometry()

    def show_rows(self, least: int, most: int) -> None:
        """Be so many rows high at least; at most as many as there are, or *most* of them."""
        self._rows_shown = (least, most)
        height = self._height_of(self.model().rowCount())
        self.setMinimumHeight(min(height, self._height_of(least)))
        self.setMaximumHeight(min(height, self._height_of(most)) if most else height)

    def _height_of(self, rows: int) -> int:
        bar = self.horizontalScrollBar()
        more = bar.sizeHint().height() if bar.maximum() else 0
        head = self.horizontalHeader().sizeHint().height()
        return head + rows * row_height(self._theme.look) + more + 2

    @override
    def sizeHint(self) -> QSize:
        """As high as its rows."""
        least, most = self._rows_shown
        rows = self.model().rowCount() if self.model() else 0
        return QSize(600, self._height_of(min(rows, most) if most else max(rows, least)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index)
        else:
            super().keyPressEvent(event)


class BoardTab(CycleTab):
    """People in rows, stages in columns, and what the cycle asks for at the side."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(ctx, parent)
        theme = ctx.theme
        self.filter = QLineEdit()
        self.filter.setObjectName(BOARD_FILTER)
        Finding(self.filter)
        self.filter.setAccessibleName(tr("Filter the board"))
        self.filter.setPlaceholderText(tr("Filter the board"))
        self.filter.setClearButtonEnabled(True)
        self.order = DropDown(theme, _orders(None), tr("Sort the board"), name=BOARD_ORDER)
        self.model = BoardModel(self)
        self.table = BoardTable(theme, self.model)
        self.nobody = Muted(tr("No matches on the board."), wrap=True)
        self.side = BoardPanel(ctx)
        self._beside = True
        self._cycle: ReviewCycle | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._edge = Rule(upright=True)
        self._side_room = Scrolled(self.side)
        self._page = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look = self.ctx.theme.look
        self.filter.setMaximumWidth(look.measure(220))
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.order)
        tools.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(28, 14, 16, 16)
        left.setSpacing(10)
        left.addLayout(tools)
        left.addWidget(self.table, 1000)
        left.addWidget(self.nobody)
        left.addLayout(self._promise())
        left.addStretch(0)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._edge)
        self._columns.addWidget(self._side_room)
        self._page.setLayout(self._columns)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(self._page))
        QWidget.setTabOrder(self.order, self.table)

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark(self.ctx.theme, "lock", 15), 0, Qt.AlignmentFlag.AlignTop)
        words = tr(
            "Nothing from Reviews appears in Conversations. You choose which evidence to "
            "bring in, one item at a time, and every transfer is logged."
        )  # fmt: skip
        row.addWidget(Caption(words, wrap=True), 1)
        return row

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self.focus_first)
        self.order.picked.connect(self._order)
        self.table.horizontalHeader().sectionClicked.connect(self._order_by_section)
        self.table.opened.connect(self._open)
        self.side.review_wanted.connect(self.review_wanted)

    @override
    def show_cycle(self, cycle: OpenCycle) -> None:
        """Show a cycle's board; the cell with the focus keeps it."""
        self._cycle = cycle.view.cycle
        self.model.show_board(cycle.view, cycle.rows, self.ctx.clock.today())
        self.order.set_options(_orders(self._cycle))
        self.order.set_value(self.model.order)
        held = holds_focus(self.side)
        self.side.show_cycle(cycle)
        self._settle()
        if held and not holds_focus(self.side):
            self.focus_first()  # its row is gone

    def _settle(self) -> None:
        self.nobody.setVisible(bool(self.model.all_rows) and not self.model.rowCount())
        self.table.setVisible(bool(self.model.rowCount()))
        self.table.show_rows(LEAST_ROWS, 0 if self._beside else MOST_ROWS)
        height = 0 if self._beside else self.side.sizeHint().height()
        self._side_room.setMinimumHeight(height)

    @Slot(str)
    def _filter(self, words: str) -> None:
        self.model.show_filtered(words)
        self._settle()

    @Slot(object)
    def _order(self, order: object) -> None:
        self.model.order_by(order if isinstance(order, Column) else Order(str(order)))

    @Slot(int)
    def _order_by_section(self, section: int) -> None:
        column = self.model.columns[section]
        order = Order.NAME if column is None else column
        if self.order.value() is order:
            order = Order.RAIL
        self.order.set_value(order)
        self._order(order)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row: BoardRow = index.data(RECORD_ROLE)
        if row.facts.stage is Stage.LEFT_OUT:
            self.person_wanted.emit(row.person.id)
            return
        column = self.model.columns[index.column()] or self._next(row) or Column.SHARED
        self.review_wanted.emit(row.id, TAB_OF[column])

    def _next(self, row: BoardRow) -> Column | None:
        return next_column(row.facts, self._cycle) if self._cycle else None

    @override
    def focus_first(self) -> None:
        """The cell where one was, else the first person."""
        if not self.model.rowCount():
            self.filter.setFocus()
            return
        go_to_list(self.table)

    @override
    def step_back(self) -> bool:
        """Show everyone again."""
        filtered = bool(self.filter.text())
        self.filter.clear()
        return filtered

    @override
    def focus_person(self, person_id: int) -> None:
        """The row of a person, in the column where one was."""
        row = self.model.row_of_person(person_id)
        if row >= 0:
            column = max(0, self.table.currentIndex().column())
            index = self.model.index(row, column)
            self.table.setCurrentIndex(index)
            show_all_of(self.table.viewport(), self.table.visualRect(index))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the table where both do not fit side by side."""
        super().resizeEvent(event)
        look = self.ctx.theme.look
        self._beside = self.width() >= look.measure(BESIDE)
        self.side.set_beside(beside=self._beside)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if self._beside else ways.TopToBottom)
        self._edge.setVisible(self._beside)
        wide = look.measure(SIDE_WIDE if self.width() > look.measure(WIDE) else SIDE_NARROW)
        if self._beside:
            self._side_room.setFixedWidth(wide)
        else:
            self._free_side()
        self._settle()

    def _free_side(self) -> None:
        self._side_room.setMinimumWidth(0)
        self._side_room.setMaximumWidth(MOST_WIDTH)


def _orders(cycle: ReviewCycle | None) -> list[tuple[object, str]]:
    """How a cycle's board may be ordered: by the rail, by name, by each of its columns."""
    found: list[tuple[object, str]] = [
        (Order.RAIL, tr("Sidebar order")),
        (Order.NAME, tr("By name")),
    ]
    if cycle is not None:
        found += [
            (one, tr("By {column}", column=heading_word(one, cycle))) for one in columns(cycle)
        ]
    return found
