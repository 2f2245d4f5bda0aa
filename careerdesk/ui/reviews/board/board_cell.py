"""Paints the cells of the review board: who it is, what is done, going on, late or sealed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.reviews.board.board_model import PERSON, WORDS_ROLE, BoardModel
from careerdesk.ui.reviews.board.cell_words import CellWords, left_out_words
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import chip_height, chip_width, paint_chip, paint_lines, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    Index,
    has_focus,
    is_hovered,
    is_mirrored,
    is_selected,
    mirror,
    paint_focus,
    selection_colours,
    start_side,
)
from careerdesk.ui.widgets.person_row import CIRCLE, paint_avatar
from careerdesk.ui.widgets.record_list import RECORD_ROLE

HIGH = 54
SIDE, AIR = 14, 8
TICK = 14
ICONS = {"late": "warning", "sealed": "seal"}
CHIP_KINDS = {"late": "warning", "sealed": "review", "chip": "review"}


@dataclass(frozen=True, slots=True)
class CellPlaces:
    """Where the parts of a cell stand: the tick or chip, its words, the line below."""

    mark: QRectF
    words: QRectF
    caption: QRectF

    def mirrored(self, cell: QRectF) -> CellPlaces:
        """The same for reading from the right."""
        return CellPlaces(*(mirror(part, cell) for part in (self.mark, self.words, self.caption)))


def row_height(look: Look) -> int:
    """A chip, the line below it, and some air."""
    return max(look.measure(HIGH), chip_height(look) + look.metrics("caption").height() + 14)


def lay_out(words: CellWords, cell: QRectF, look: Look) -> CellPlaces:
    """Place the parts of a cell, for reading from the left."""
    low = look.metrics("caption").height() + 2
    chip = words.kind in CHIP_KINDS
    high = float(chip_height(look)) if chip else float(look.metrics("caption").height() + 2)
    total = high + (low if words.caption else 0)
    top = cell.center().y() - total / 2
    left, room = cell.left() + AIR / 2, cell.width() - AIR
    caption = QRectF(left, top + high + 1, room, low)
    if chip:
        wide = min(room, float(chip_width(look, words.words, ICONS.get(words.kind, ""))))
        plate = QRectF(left, top, wide, high)
        return CellPlaces(plate, plate, caption)
    mark = QRectF(left, top, TICK if words.kind == "done" else 0, high)
    start = mark.right() + (6 if mark.width() else 0)
    return CellPlaces(mark, QRectF(start, top, cell.right() - start, high), caption)


class ReviewCellDelegate(QStyledItemDelegate):
    """For every column of the board."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Paint in the look of *theme*."""
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(option.rect.width(), row_height(self._theme.look))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, a hairline below, the cell, and where the keyboard is."""
        look, rect = self._theme.look, QRectF(option.rect)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if is_selected(option):
            painter.fillRect(option.rect, selection_colours(look, option)[0])
        elif is_hovered(option):
            painter.fillRect(option.rect, look.hover("raised", 0.04))
        painter.setPen(QPen(look.colour.line, 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        row: BoardRow = index.data(RECORD_ROLE)
        if index.column() == PERSON:
            self._paint_person(painter, rect, row, option)
        else:
            self._paint_cell(painter, rect, row, index.data(WORDS_ROLE), option)
        painter.restore()
        if has_focus(option):
            paint_focus(painter, look, rect, 6)

    def _paint_person(
        self, painter: QPainter, rect: QRectF, row: BoardRow, option: QStyleOptionViewItem
    ) -> None:
        look = self._theme.look
        size = float(look.measure(CIRCLE))
        circle = QRectF(rect.left() + SIDE, rect.center().y() - size / 2, size, size)
        left = circle.right() + 10
        name = QRectF(left, rect.top(), max(0.0, rect.right() - AIR - left), rect.height())
        if is_mirrored(option):
            circle, name = mirror(circle, rect), mirror(name, rect)
        paint_avatar(painter, look, circle, row.person, filled=False)
        quiet = row.facts.stage is Stage.LEFT_OUT or row.person.archived_on is not None
        token = "text-muted" if quiet else "text"
        self._paint_name(painter, name, row.person.name, token, start_side(option))

    def _paint_name(
        self, painter: QPainter, rect: QRectF, name: str, token: str, side: Qt.AlignmentFlag
    ) -> None:
        """On two lines at most: the board is high enough for them."""
        look = self._theme.look
        lines, _ = look.wrapped("body", name, int(rect.width()), 2)
        high = look.metrics("body").height()
        top = rect.center().y() - high * len(lines) / 2
        area = QRectF(rect.left(), top, rect.width(), high * len(lines))
        paint_lines(painter, look, area, lines, "body", token, side)

    def _paint_cell(
        self,
        painter: QPainter,
        rect: QRectF,
        row: BoardRow,
        words: CellWords | None,
        option: QStyleOptionViewItem,
    ) -> None:
        look, side = self._theme.look, start_side(option)
        if words is None:
            inner = rect.adjusted(AIR / 2, 0, -AIR, 0)
            paint_text(painter, look, inner, left_out_words(row), "caption", "text-muted", side)
            return
        places = lay_out(words, rect, look)
        if is_mirrored(option):
            places = places.mirrored(rect)
        paint_text(painter, look, places.caption, words.caption, "caption", "text-muted", side)
        if words.kind in CHIP_KINDS:
            icon = ICONS.get(words.kind, "")
            kind = CHIP_KINDS[words.kind]
            if kind == "review" and is_selected(option):
                kind = "review-on-soft"
            paint_chip(painter, look, places.mark, words.words, kind, icon)
            return
        done = words.kind == "done"
        if done:
            look.paint_icon(painter, "check", places.mark, TICK, "success")
        token = "success" if done else "text-muted"
        paint_text(painter, look, places.words, words.words, "caption", token, side)


class BoardHeader(QHeaderView):
    """The name of each column over its deadline; a click orders by it."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Paint in the look of *theme*."""
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(False)

    @override
    def sizeHint(self) -> QSize:
        """Two lines and some air."""
        look = self._theme.look
        lines = look.metrics("label").height() + look.metrics("caption").height()
        return QSize(super().sizeHint().width(), max(46, lines + 16))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Name, deadline, and a hairline below."""
        model = self.model()
        if not isinstance(model, BoardModel):
            return
        look = self._theme.look
        name, *until = model.heading(logicalIndex)
        painter.save()
        painter.setPen(QPen(look.colour.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        start = SIDE if logicalIndex == PERSON else AIR // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = QRectF(rect).adjusted(4 if mirrored else start, 0, -start if mirrored else -4, 0)
        high, low = look.metrics("label").height(), look.metrics("caption").height()
        top = inner.center().y() - (high + (low if until else 0)) / 2
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        first = QRectF(inner.left(), top, inner.width(), high)
        paint_text(painter, look, first, name, "label", "text", side)
        if until:
            second = QRectF(inner.left(), top + high, inner.width(), low)
            paint_text(painter, look, second, until[0], "caption", "text-muted", side)
        painter.restore()
