"""What one sees of the palette: the field, how much was found, the list, and its keys below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.search.found import Filter
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.shell.palette_row import PaletteDelegate, PaletteModel, PaletteRow
from careerdesk.ui.theme.style import RADIUS_PROPERTY
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.labels import Caption, ElidedLabel
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.section import Rule

WIDE, INPUT, TALLEST = 700, 52, 460
CHIP_WIDE = 300
MOST_LETTERS = 500
ABOVE_FIRST = 4  # in the list, before its first row and after its last
GAP = 12


class FoundList(QListView):
    """The rows; the keyboard stays in the field above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = PaletteModel(self)
        self.painting = PaletteDelegate(theme, self)
        self.setObjectName(names.SEARCH_RESULTS)
        self.setAccessibleName(tr("Results"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(self.painting)
        self.setModel(self.rows)

    def go_to(self, number: int) -> None:
        """Choose a row and have it seen, the first one with the heading above it."""
        index = self.rows.index(number, 0)
        self.setCurrentIndex(index)
        if number <= 1:
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose the next row that can be chosen that way; from the last one to the first."""
        places = self.places()
        if not places:
            return
        here = self.currentIndex().row()
        at = places.index(here) if here in places else -1 if by > 0 else 0
        if abs(by) == 1:
            self.go_to(places[(at + by) % len(places)])
        else:
            self.go_to(places[max(0, min(at + by, len(places) - 1))])

    def place_words(self) -> str:
        """Which of the rows that can be chosen is: at the last one the next is the first again."""
        places, here = self.places(), self.currentIndex().row()
        if here not in places:
            return ""
        return tr("{n} of {count}", n=places.index(here) + 1, count=len(places))

    def places(self) -> list[int]:
        """The rows that can be chosen."""
        flag = Qt.ItemFlag.ItemIsSelectable
        return [n for n in range(self.rows.rowCount()) if self.rows.index(n, 0).flags() & flag]


class PaletteFrame(QFrame):
    """The box itself. `filter_removed` carries the filter whose chip was pressed."""

    filter_removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, *, review: bool, shared: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "palette")
        self.sign = QLabel()
        self.edit = QLineEdit()
        self.edit.setObjectName(names.SEARCH_EDIT)
        self.edit.setAccessibleName(tr("Search or go to…"))
        self.edit.setPlaceholderText(tr("Search or go to…"))
        self.edit.setMaxLength(MOST_LETTERS)
        self.edit.setProperty("kind", "plain")
        self.edit.setProperty(RADIUS_PROPERTY, -1)
        Finding(self.edit)
        self.count, self.note = Caption(), Caption(wrap=True)
        self.list = FoundList(theme)
        self._chips = QWidget()
        self._chip_row = QHBoxLayout(self._chips)
        self._filters: tuple[Filter, ...] = ()
        self._shown: list[Chip] = []
        self.moved = False  # whether a row was chosen by hand since the rows are these
        self._foot = self._made_foot(review=review, shared=shared)
        self._arrange()
        self._dress()
        theme.changed.connect(self._dress)

    def _made_foot(self, *, review: bool, shared: bool) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 8, 20, 9)
        row.setSpacing(18)
        for words in (
            tr("↑ ↓ to choose"),
            tr("Enter to open"),
            tr("> for commands only"),
            tr("@ for people only"),
        ):
            row.addWidget(Caption(words))
        other = tr("Reviews have their own search")
        if review:
            other = tr("This search covers only Reviews")
        keys = tr(
            "Use the arrow keys to choose and Enter to open. Type > for commands only or @ for "
            "people only."
        )
        if not shared:  # there is no word of Reviews while others see the screen
            where = ElidedLabel(other, role="caption")
            where.set_kind("caption")
            where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(where, 1)
            keys = f"{keys} {other}."
        else:
            row.addStretch(1)
        self.edit.setAccessibleDescription(keys)
        return foot

    def _arrange(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.sign)
        head.addWidget(self.edit, 1)
        head.addWidget(self.count)
        self._chip_row.setContentsMargins(18, 8, 18, 8)
        self._chip_row.setSpacing(6)
        self._chip_row.addStretch(1)
        self.note.setContentsMargins(20, 8, 20, 8)
        self._rules = Rule(), Rule()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._rules[0])
        for part in (self._chips, self.note):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.list)
        column.addWidget(self._rules[1])
        column.addWidget(self._foot)

    def _dress(self) -> None:
        look = self._theme.look
        font = QFont(look.font("question"))
        font.setWeight(QFont.Weight.Normal)
        self.edit.setFont(font)
        least = self.edit.minimumSizeHint().height()
        air = max(0, look.row("question", 12, INPUT) - least)
        self._head.setContentsMargins(18, air // 2, 18, air - air // 2)
        self.sign.setPixmap(look.icon("search", "growth", 20).pixmap(20, 20))

    @override
    def sizeHint(self) -> QSize:
        """As wide as it is drawn."""
        return QSize(self._theme.look.measure(WIDE), super().sizeHint().height())

    def fit(self, wide: int, tallest: int) -> QSize:
        """Make the list as high as its rows while all of it is at most so high; gives the size."""
        self.resize(wide, self.height())
        rows = self.list.painting.rows_height()
        self.list.setFixedHeight(0)
        shown = rows > 0
        self.list.setVisible(shown)
        beside = not (self._chips.isHidden() and self.note.isHidden())
        self._rules[1].setVisible(shown or beside)
        self.list.setViewportMargins(0, ABOVE_FIRST, 0, ABOVE_FIRST)
        around = self._column.totalHeightForWidth(wide)
        around = max(around, self._column.totalMinimumSize().height())
        most = min(self._theme.look.measure(TALLEST), tallest - around)
        high = min(rows + 2 * ABOVE_FIRST, max(most, 60)) if shown else 0
        self.list.setFixedHeight(high)
        return QSize(wide, around + high)

    def show_rows(
        self, rows: Sequence[PaletteRow], chosen: PaletteRow | None, first: PaletteRow | None
    ) -> None:
        """Show these, with *first* chosen, or the one that was chosen by hand."""
        self.moved = chosen is not None
        self.list.rows.show_rows(rows)
        places, wanted = self.list.places(), chosen or first
        held = (n for n in places if wanted is not None and rows[n].what == wanted.what)
        if places:
            self.list.go_to(next(held, places[0]))

    @property
    def chosen(self) -> PaletteRow | None:
        """The row that Enter opens."""
        return self.row_at(self.list.currentIndex())

    def row_at(self, index: QModelIndex) -> PaletteRow | None:
        """A row of the list."""
        row = index.data(RECORD_ROLE) if index.isValid() else None
        return row if isinstance(row, PaletteRow) else None

    def tell(self, count: str, note: str = "") -> None:
        """Say at the end of the field how much was found, and below it what else there is."""
        self.count.setText(count)
        self.note.setText(note)
        self.note.setHidden(not note)

    def told(self) -> tuple[str, str]:
        """What `tell` says now, for anyone who does not see it."""
        return self.count.text(), self.note.text()

    def show_filters(self, filters: tuple[Filter, ...]) -> None:
        """Show what narrows the search as chips; a press takes one away."""
        if filters == self._filters:
            return
        self._filters = filters
        for chip in self._shown:
            self._chip_row.removeWidget(chip)
            discard(chip)
        self._shown = []
        for place, one in enumerate(filters):
            look = self._theme.look
            shown = look.line("caption", one.words, look.measure(CHIP_WIDE))
            chip = Chip(self._theme, shown, "close", kind="growth")
            chip.setAccessibleName(tr("Remove {words}", words=one.words))
            chip.setToolTip(plain_tip(tr("Remove from search: {words}", words=one.words)))
            chip.clicked.connect(carrying(self._remove, one))
            self._chip_row.insertWidget(place, chip)
            self._shown.append(chip)
        self._chips.setHidden(not filters)

    def _remove(self, one: Filter) -> None:
        self.filter_removed.emit(one)

    def chips(self) -> list[Chip]:
        """The chips that are shown, in order."""
        return self._shown
