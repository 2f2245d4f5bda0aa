"""The rows of the palette, and their painting: an icon, a line, what it is of, and its kind."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Person
from careerdesk.domain.search.found import Hit, Mark, State
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import (
    mark_height,
    mark_width,
    paint_plate,
    paint_private_mark,
    paint_text,
)
from careerdesk.ui.theme.utf16 import qt_spans
from careerdesk.ui.widgets.cards import (
    ROW_RADIUS,
    Index,
    RowDelegate,
    is_hovered,
    is_mirrored,
    is_selected,
    mirror,
    start_side,
)
from careerdesk.ui.widgets.person_row import paint_avatar
from careerdesk.ui.widgets.record_list import RECORD_ROLE, RecordListModel

BESIDE = 6  # between the edge of the list and the ground of a row
AIR, GAP = 14, 12
ICON, CIRCLE = 18, 26


class RowKind(Enum):
    """What a row is for."""

    HEADING = auto()
    PERSON = auto()
    COMMAND = auto()
    PLACE = auto()
    TEXT = auto()
    NARROWING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteRow:
    """One line: what is marked in it, what stands below it and at its end.

    `what` is what it leads to; `group` is the heading it stands under.
    """

    id: int = 0
    kind: RowKind
    text: str
    marks: tuple[Mark, ...] = ()
    caption: str = ""
    word: str = ""
    keys: str = ""
    icon: str = ""
    person: Person | None = None
    private: bool = False
    group: str = ""
    what: object = None


class PaletteModel(RecordListModel[PaletteRow]):
    """The rows under their headings; a heading cannot be chosen."""

    def show_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show *rows* instead of those before."""
        self.reset_rows(list(rows))

    @override
    def text(self, row: PaletteRow) -> str:
        """The line."""
        return row.text

    @override
    def spoken(self, row: PaletteRow) -> str:
        """Private first, then the line, what it is of, its kind and its keys.

        A heading is passed over: where it alone says that the text is there no longer, or that
        Enter narrows the search, that is said with the row.
        """
        narrows = row.kind is RowKind.NARROWING
        gone = isinstance(row.what, Hit) and row.what.state is not State.THERE
        parts = (row.text, row.caption, row.word, row.group if gone else "", row.keys)
        said = ", ".join(part for part in parts if part)
        if row.private:
            return tr("Private: {name}", name=said)
        return tr("{group}: {words}", group=row.group, words=said) if narrows else said

    @override
    def tip(self, row: PaletteRow) -> str | None:
        """The whole line, which may be cut."""
        if row.kind in (RowKind.HEADING, RowKind.COMMAND):
            return None
        return plain_tip("\n".join(part for part in (row.text, row.caption) if part))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but headings can be chosen."""
        if index.isValid() and self.record(index).kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand."""

    icon: QRectF
    line: QRectF
    caption: QRectF
    private: QRectF
    keys: QRectF
    word: QRectF

    def mirrored(self, rect: QRectF) -> Places:
        """The same from the right."""
        parts = (self.icon, self.line, self.caption, self.private, self.keys, self.word)
        return Places(*(mirror(part, rect) for part in parts))


def lay_out(row: PaletteRow, rect: QRectF, look: Look) -> Places:
    """Place the parts of a row: its kind at the end, its mark and keys before that."""
    middle = rect.center().y()
    size = float(look.measure(CIRCLE))
    icon = QRectF(rect.left() + AIR - (size - ICON) / 2, middle - size / 2, size, size)
    left, right = icon.right() + GAP - (CIRCLE - ICON) / 2, rect.right() - AIR
    ends: list[QRectF] = []
    for wide, high in (
        (look.advance("caption", row.word), look.metrics("caption").height()),
        (look.advance("caption", row.keys), look.metrics("caption").height()),
        (mark_width(look, tr("Private")) if row.private else 0, mark_height(look)),
    ):
        ends.append(QRectF(right - wide, middle - high / 2, wide, high))
        right -= wide + GAP if wide else 0
    word, keys, private = ends
    width = max(0.0, right - left)
    body, small = look.metrics("body").height(), look.metrics("caption").height()
    top = middle - (body + (small if row.caption else 0)) / 2
    line = QRectF(left, top, width, body)
    return Places(icon, line, QRectF(left, line.bottom(), width, small), private, keys, word)


class PaletteDelegate(RowDelegate):
    """Paints a `PaletteRow`: a heading, a person, a command, a place or a text with its hits."""

    @override
    def row_height(self, index: Index, width: int) -> int:
        """Two lines, or one; a heading has more air above it than below."""
        row: PaletteRow = index.data(RECORD_ROLE)
        look = self.look
        if row.kind is RowKind.HEADING:
            return look.metrics("label").height() + 12
        if row.caption:
            return max(48, look.metrics("body").height() + look.metrics("caption").height() + 14)
        return look.row("body", 8, 36)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The chosen row is seen to be chosen, though the keyboard is in the field."""
        look, inner = self.look, rect.adjusted(BESIDE, 0, -BESIDE, 0)
        if is_selected(option):
            edge = look.colour.text if look.high_contrast else None
            paint_plate(painter, inner, look.colour.selection, edge, radius=ROW_RADIUS)
        elif is_hovered(option) and index.data(RECORD_ROLE).kind is not RowKind.HEADING:
            paint_plate(painter, inner, look.hover("raised"), radius=ROW_RADIUS)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Heading, or icon, line with its marks, caption, private mark, keys and kind."""
        row: PaletteRow = index.data(RECORD_ROLE)
        side = start_side(option)
        if row.kind is RowKind.HEADING:
            place = rect.adjusted(BESIDE + AIR, 8, -BESIDE - AIR, 0)
            paint_text(painter, self.look, place, row.text, "label", "text-muted", side)
            return
        places = lay_out(row, rect.adjusted(BESIDE, 0, -BESIDE, 0), self.look)
        if is_mirrored(option):
            places = places.mirrored(rect)
        ink, quiet = "text", "text-muted"
        if is_selected(option):
            ink = quiet = "selection-text"
        self._paint_icon(painter, row, places.icon, quiet)
        paint_marked(painter, self.look, places.line, row.text, row.marks, ink, side)
        for text, place in (
            (row.caption, places.caption), (row.keys, places.keys), (row.word, places.word),
        ):  # fmt: skip
            if text:
                paint_text(painter, self.look, place, text, "caption", quiet, side)
        if row.private:
            paint_private_mark(painter, self.look, places.private, tr("Private"))

    def _paint_icon(self, painter: QPainter, row: PaletteRow, place: QRectF, token: str) -> None:
        if row.person is not None:
            paint_avatar(painter, self.look, place, row.person, filled=False)
        elif row.icon:
            self.look.paint_icon(painter, row.icon, place, ICON, token)


def paint_marked(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    text: str,
    marks: Sequence[Mark],
    token: str,
    align: Qt.AlignmentFlag,
) -> None:
    """One line whose *marks* are bold on the ground of a search hit, elided at its end."""
    bolder = sum(
        look.advance("strong", part) - look.advance("body", part)
        for part in (text[start : start + count] for start, count in marks)
    )
    shown = look.line("body", text, max(0, int(rect.width() - bolder)) + 1)
    whole = len(shown) if shown == text else len(shown) - 1  # without the three dots
    spans = [(start, min(start + count, whole)) for start, count in marks if start < whole]
    layout = QTextLayout(shown, look.font("body"))
    layout.setTextOption(_one_line(align))
    layout.setFormats([_bold(look, *span) for span in qt_spans(shown, spans)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(rect.width())
    layout.endLayout()
    top = rect.top() + (rect.height() - line.height()) / 2
    for start, end in qt_spans(shown, spans):
        _paint_mark(painter, look, line, QPointF(rect.left(), top), start, end)
    painter.setPen(look.colour.named(token))
    layout.draw(painter, QPointF(rect.left(), top))


def _paint_mark(
    painter: QPainter, look: Look, line: QTextLine, at: QPointF, start: int, end: int
) -> None:
    first, last = _x(line, start), _x(line, end)
    plate = QRectF(at.x() + min(first, last) - 1, at.y(), abs(last - first) + 2, line.height())
    edge = look.colour.warning if look.high_contrast else None
    paint_plate(painter, plate, look.colour.warning_soft, edge, radius=2)


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # with the place beside it, which the stubs do not say
    return float(found[0] if isinstance(found, tuple) else found)


def _bold(look: Look, start: int, end: int) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setFontWeight(look.font("strong").weight())
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found


def _one_line(align: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
