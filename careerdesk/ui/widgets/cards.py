"""What the delegates of rows and cards share: the look, the frame, the spoken sentence.

A delegate is a pure function of record and rectangle: paint, sizeHint, hit tests and tooltips
all ask it, so that they agree.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.base.keyboard import by_keyboard
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_card, paint_plate, paint_text
from careerdesk.ui.theme.style import RING_GAP, paint_ring
from careerdesk.ui.theme.theme import Theme

FADED = 0.35
ROW_RADIUS = 6

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one look; override `row_height` and `paint_row`."""

    gap = 0  # left free below each row
    words_at_edge = False  # whether they begin so close to it that only the ring fits between

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @property
    def look(self) -> Look:
        """The look in force."""
        return self._theme.look

    def row_height(self, index: Index, width: int) -> int:  # noqa: ARG002  # for subclasses
        """The height of a row of that width, without the gap; one line of body text by itself."""
        return self.look.row("body", 5, self.look.measure(29))

    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint what a row says, by itself its text; its ground is painted already."""
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        paint_text(painter, self.look, rect, words, "body", "text", start_side(option))

    def rows_height(self) -> int:
        """The height of all rows with their gaps.

        Asked here and not of the view, which would lay all rows out before each answer.
        """
        model, width = self._view.model(), self._view.viewport().width()
        count = model.rowCount() if model is not None else 0
        return sum(self.row_height(model.index(n, 0), width) + self.gap for n in range(count))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's own height and the gap below it, over the whole width of the view."""
        width = self._view.viewport().width()
        return QSize(width, self.row_height(index, width) + self.gap)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, row and focus, in the direction of reading."""
        rect = QRectF(option.rect).adjusted(0, 0, 0, -self.gap)
        painter.save()
        painter.setLayoutDirection(option.direction)
        self.paint_ground(painter, rect, option, index)
        self.paint_row(painter, rect, option, index)
        painter.restore()
        if has_focus(option):
            self.paint_ring(painter, rect, option, index)

    def paint_ring(
        self,
        painter: QPainter,
        rect: QRectF,
        option: QStyleOptionViewItem,  # noqa: ARG002  # for subclasses
        index: Index,  # noqa: ARG002
    ) -> None:
        """The focus ring of a row; by itself there is room for it before the words."""
        if self.words_at_edge:
            paint_edge_focus(painter, self.look, rect)
        else:
            paint_focus(painter, self.look, rect, ROW_RADIUS)

    def released(
        self,
        event: QMouseEvent,  # noqa: ARG002  # for subclasses
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """The left button was let go on a row; whether something was done. By itself no."""
        return False

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Let the row know of a click."""
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and self.released(event, option, index)
        ):
            return True
        return super().editorEvent(event, model, option, index)

    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A row's ground: `selection` when selected, a breath of text under the pointer."""
        ground = None
        edge = None
        if is_selected(option):
            ground, edge = selection_colours(self.look, option)
        elif is_marked(option, index, "is_fresh"):
            ground = self.look.colour.growth_soft
        elif is_hovered(option):
            ground = self.look.hover()
        if ground is not None:
            paint_plate(painter, rect, ground, edge, radius=ROW_RADIUS)


class QuietRowDelegate(RowDelegate):
    """Rows that show a selection only while their list has the keyboard."""

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The ground of a row, without a selection that is not to be seen."""
        shown = QStyleOptionViewItem(option)
        if not self._view.hasFocus():
            shown.state &= ~QStyle.StateFlag.State_Selected
        super().paint_ground(painter, rect, shown, index)

    def shows_selected(self, option: QStyleOptionViewItem) -> bool:
        """Whether a row is seen to be selected."""
        return is_selected(option) and self._view.hasFocus()


class CardDelegate(RowDelegate):
    """Paints each row as a card with a gap below, faded and dashed while it is dragged."""

    gap = 8

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A card's frame instead of a row's ground."""
        paint_card_frame(painter, self.look, rect, option, index)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a table to read as Qt does, with the selection and ring of the look."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the selection step back in a table without the keyboard."""
        super().initStyleOption(option, index)
        look = self._theme.look
        ground, _ = selection_colours(look, option)
        option.palette.setColor(QPalette.ColorRole.Highlight, ground)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, look.colour.selection_text)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell and, where the keyboard is, its ring."""
        super().paint(painter, option, index)
        if has_focus(option):
            paint_focus(painter, self._theme.look, QRectF(option.rect), ROW_RADIUS)


def paint_card_frame(
    painter: QPainter, look: Look, rect: QRectF, option: QStyleOptionViewItem, index: Index
) -> None:
    """The ground of a card in its state; sets the painter faint for a card that is dragged."""
    if is_marked(option, index, "is_dragged"):
        painter.setOpacity(FADED)
        paint_plate(painter, rect, look.colour.raised, look.colour.line_strong, dashed=True)
        return
    if is_selected(option) and not in_focused_view(option):
        paint_plate(painter, rect, *selection_colours(look, option))
    else:
        paint_card(painter, look, rect, selected=is_selected(option), hovered=is_hovered(option))
    if is_marked(option, index, "is_fresh"):
        paint_plate(painter, rect.adjusted(2, 2, -2, -2), look.colour.growth_soft, radius=6)


def paint_focus(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """The focus ring of a row: inside its edge, since a list would clip it outside."""
    inset = look.selected_width + 1
    paint_ring(painter, look, rect.adjusted(inset, inset, -inset, -inset), radius - inset)


def paint_edge_focus(painter: QPainter, look: Look, rect: QRectF) -> None:
    """The focus ring of a row along its very edge, for words that begin close to it."""
    paint_ring(painter, look, rect, ROW_RADIUS - RING_GAP - look.focus_width / 2)


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def in_focused_view(option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard is in the list that the row belongs to."""
    view = option.widget
    return isinstance(view, QWidget) and view.hasFocus()


def selection_colours(look: Look, option: QStyleOptionViewItem) -> tuple[QColor, QColor | None]:
    """Ground and edge of a selected row; in a list without the keyboard it steps back."""
    if in_focused_view(option):
        return look.colour.selection, look.colour.text if look.high_contrast else None
    return look.colour.sunken, look.colour.line_strong if look.high_contrast else look.colour.line


def is_hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the pointer is on the row."""
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether the row has the keyboard, and the user moves by keyboard."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus) and by_keyboard()


def is_marked(option: QStyleOptionViewItem, index: Index, mark: str) -> bool:
    """Whether an ordered list marks a row: `is_dragged` or `is_fresh`."""
    ask = getattr(option.widget, mark, None)
    return bool(ask and ask(index))


def start_side(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """The side of a line where reading starts."""
    return Qt.AlignmentFlag.AlignRight if is_mirrored(option) else Qt.AlignmentFlag.AlignLeft


def is_mirrored(option: QStyleOptionViewItem) -> bool:
    """Whether a row is read from the right."""
    return option.direction == Qt.LayoutDirection.RightToLeft


def mirror(part: QRectF, row: QRectF) -> QRectF:
    """Where a part of a row that was laid out from the left stands when it is from the right."""
    left = row.left() + row.right() - part.right()
    return QRectF(left, part.top(), part.width(), part.height())
