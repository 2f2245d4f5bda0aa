"""Paints what drives a person: handle, place, name and how many notes show it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.ui.base.texts import number, tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.widgets.cards import CardDelegate, Index, start_side
from careerdesk.ui.widgets.drag_picture import paint_handle
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

LEAST_NAME = 20


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the parts of a motivator stand."""

    handle: QRect
    place: QRect
    name: QRect
    notes: QRect


def goals_text(view: MotivatorView) -> str:
    """How many goals a motivator is behind."""
    count = view.item_count
    if not count:
        return tr("no goal yet")
    return tr("1 goal") if count == 1 else tr("{n} goals").format(n=count)


def notes_text(view: MotivatorView) -> str:
    """How many notes show a motivator."""
    count = view.note_count
    if not count:
        return tr("no note yet")
    return tr("1 note") if count == 1 else tr("{n} notes").format(n=count)


def lay_out(
    view: MotivatorView, place: int, card: QRect, look: Look, direction: Qt.LayoutDirection
) -> RowPlaces:
    """Place the parts of a motivator on its card."""
    notes_width = look.advance("caption", notes_text(view)) + 1
    digits_width = look.advance("strong", number(place)) + 1
    top, height = card.top(), card.height()
    handle = QRect(card.left() + 6, top, 16, height)
    digits = QRect(handle.right() + 9, top, max(look.measure(12), digits_width), height)
    notes = QRect(card.right() - 9 - notes_width, top, notes_width, height)
    start = digits.right() + 9
    name = QRect(start, top, max(LEAST_NAME, notes.left() - 8 - start), height)
    parts = (QStyle.visualRect(direction, card, part) for part in (handle, digits, name, notes))
    return RowPlaces(*parts)


class MotivatorRowDelegate(CardDelegate):
    """Shows a `MotivatorView` as a small card with its place in the ranking."""

    gap = 6
    editor_made = Signal(QWidget, int, object)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line edit for the name, which is told of."""
        editor = super().createEditor(parent, option, index)
        name = index.data(RECORD_ROLE).motivator.name
        self.editor_made.emit(editor, index.data(ID_ROLE), lambda: name)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the line once; what was typed since stays."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """One line of body text, whatever the name is."""
        return self.look.row("body", 8, self.look.measure(35))

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Handle, place, name, and how many notes show it."""
        view: MotivatorView = index.data(RECORD_ROLE)
        look, side = self.look, start_side(option)
        place = index.row() + 1
        places = lay_out(view, place, rect.toRect(), look, option.direction)
        name, notes = one_line(view.motivator.name), notes_text(view)
        paint_handle(painter, places.handle, look)
        paint_text(painter, look, QRectF(places.place), number(place), "strong", "growth", side)
        paint_text(painter, look, QRectF(places.name), name, "body", "text", side)
        paint_text(painter, look, QRectF(places.notes), notes, "caption", "text-muted", side)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor where the name stands."""
        card = option.rect.adjusted(0, 0, 0, -self.gap)
        places = lay_out(index.data(RECORD_ROLE), 1, card, self.look, option.direction)
        editor.setGeometry(places.name.united(places.notes).adjusted(-8, 3, 6, -3))
