"""Labels, lines and editors with marks on words that are looked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from careerdesk.compat import override
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.marks import (
    Marks,
    mark_ground,
    mark_line,
    paint_mark,
    shown_spans,
    tint,
    x_at,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.utf16 import Span, qt_spans
from careerdesk.ui.widgets.buttons import Chip, LinkButton
from careerdesk.ui.widgets.elided import ElidedButton
from careerdesk.ui.widgets.labels import ElidedLabel

Editor = QTextEdit | QPlainTextEdit
EDGE = 3  # of a button, left as it is
MOST_MARKS = 400  # in one editor: more would be a patchwork, and slow to paint
_OURS = QTextFormat.Property.UserProperty.value + 1
_ENDLESS = 1 << 24


class PaintedMarks(QObject):
    """Paints the marks of labels and buttons, for as long as it filters their events.

    Those of a label are below its words. A button paints its own ground, so that its marks come
    over it, unless it paints its words as rows do.
    """

    def __init__(self, theme: Theme, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._marks = theme, marks

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint marks with whatever is painted."""
        if event.type() != QEvent.Type.Paint:
            return False
        if isinstance(watched, QLabel):
            self._mark_label(watched)
        elif isinstance(watched, QAbstractButton) and not paints_itself(watched):
            return self._mark_button(watched, event)
        return False

    def _mark_label(self, label: QLabel) -> None:
        spans = self._marks.spans(label_text(label))
        if not spans:
            return
        painter = QPainter(label)
        for span in spans:
            here = self._marks.widget is label and self._marks.span == span
            for rect in label_rects(label, span):
                paint_mark(painter, self._theme.look, rect, strong=here)
        painter.end()

    def _mark_button(self, button: QAbstractButton, event: QEvent) -> bool:
        """Let the button paint itself, and mark it as a whole; tells whether it was painted."""
        if not self._marks.spans(button_text(button)):
            return False
        button.event(event)
        painter = QPainter(button)
        inner = QRectF(button.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        tint(painter, self._theme.look, inner, strong=self._marks.widget is button)
        painter.end()
        return True


def says_something(button: QAbstractButton) -> bool:
    """Whether a button shows words of somebody, not what one can do."""
    return paints_itself(button) or isinstance(button, Chip | LinkButton | ElidedButton)


def paints_itself(button: QAbstractButton) -> bool:
    """Whether a class of ours paints the words of a button, by `paint_text`."""
    ours = (kind for kind in type(button).__mro__ if kind.__module__.startswith("careerdesk"))
    return any("paintEvent" in vars(kind) for kind in ours) and not isinstance(button, QCheckBox)


def button_text(button: QAbstractButton) -> str:
    """All that a button says."""
    return button.accessibleName() or button.text().replace("&&", "&")


def label_text(label: QLabel) -> str:
    """All that a label says, also what does not fit."""
    return label.full_text() if isinstance(label, ElidedLabel) else label.text()


def label_rects(label: QLabel, span: Span) -> list[QRectF]:
    """Where a part of its text stands in a label, line by line."""
    line = label.text()
    shown = shown_spans([span], label_text(label), line)
    if not shown:
        return []
    edge = label.margin()
    room = QRectF(label.contentsRect().adjusted(edge, edge, -edge, -edge))
    layout, high = _laid_out(label, room.width())
    align = label.alignment()
    top = room.top()
    if align & Qt.AlignmentFlag.AlignVCenter:
        top += (room.height() - high) / 2
    elif align & Qt.AlignmentFlag.AlignBottom:
        top = room.bottom() - high
    start, end = qt_spans(line, shown)[0]
    return _parts(layout, (start, end), QPointF(room.left(), top), room.width(), label)


def _laid_out(label: QLabel, width: float) -> tuple[QTextLayout, float]:
    """The lines of a label as Qt breaks them, and how high they are."""
    layout = QTextLayout(label.text().replace("\n", "\u2028"), label.font())
    option = QTextOption()
    wraps = QTextOption.WrapMode.WordWrap if label.wordWrap() else QTextOption.WrapMode.NoWrap
    option.setWrapMode(wraps)
    layout.setTextOption(option)
    leading = label.fontMetrics().leading()
    high = -float(leading)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if label.wordWrap() else _ENDLESS)
        high += leading
        line.setPosition(QPointF(0, high))
        high += line.height()
    layout.endLayout()
    return layout, high


def _parts(
    layout: QTextLayout, span: Span, origin: QPointF, width: float, label: QLabel
) -> list[QRectF]:
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, end = line.textStart(), line.textStart() + line.textLength()
        first, last = max(span[0], start), min(span[1], end)
        if first >= last:
            continue
        shift = 0.0
        if _ends_right(label):
            shift = width - line.naturalTextWidth()
        elif label.alignment() & Qt.AlignmentFlag.AlignHCenter:
            shift = (width - line.naturalTextWidth()) / 2
        ends = sorted((x_at(line, first), x_at(line, last)))
        place = QPointF(origin.x() + shift + ends[0], origin.y() + line.y())
        found.append(QRectF(place.x(), place.y(), ends[1] - ends[0], line.height()))
    return found


def _ends_right(label: QLabel) -> bool:
    right = bool(label.alignment() & Qt.AlignmentFlag.AlignRight)
    mirrored = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    absolute = bool(label.alignment() & Qt.AlignmentFlag.AlignAbsolute)
    centred = bool(label.alignment() & Qt.AlignmentFlag.AlignHCenter)
    return not centred and (right if absolute or not mirrored else not right)


def mark_editor(edit: Editor, look: Look, spans: Sequence[Span], at: Span | None) -> None:
    """Mark parts of what an editor shows, in place of marks of ours; those of others stay."""
    made = [one for one in edit.extraSelections() if not one.format.hasProperty(_OURS)]
    kept = list(spans[:MOST_MARKS])
    for span, (start, end) in zip(kept, qt_spans(edit.toPlainText(), kept), strict=True):
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(edit.document())
        one.cursor.setPosition(start)
        one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.format = _dress(look, strong=span == at)
        made.append(one)
    edit.setExtraSelections(made)


def unmark_editor(edit: Editor) -> None:
    """Take our marks away."""
    found = edit.extraSelections()
    others = [one for one in found if not one.format.hasProperty(_OURS)]
    if len(others) < len(found):
        edit.setExtraSelections(others)


def mark_line_edit(edit: QLineEdit, look: Look, spans: Sequence[Span], at: Span | None) -> None:
    """Mark parts of a line; Qt has them coloured as an input method colours what it suggests."""
    place = edit.cursorPosition()
    dressed = [
        QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat,
            start - place,
            end - start,
            _dress(look, strong=span == at),
        )
        for span, (start, end) in zip(spans, qt_spans(edit.text(), spans), strict=True)
    ]
    QCoreApplication.sendEvent(edit, QInputMethodEvent("", dressed))


def _dress(look: Look, *, strong: bool) -> QTextCharFormat:
    dress = QTextCharFormat()
    dress.setBackground(mark_ground(look, strong=strong))
    dress.setForeground(look.colour.text)
    dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    dress.setUnderlineColor(mark_line(look, strong=strong))
    if strong:
        dress.setFontOverline(True)
    dress.setProperty(_OURS, 1)
    return dress
