"""A sentence beside a field: why what stands in it cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.ui.base.announce import announce
from careerdesk.ui.theme.look import role_font
from careerdesk.ui.theme.theme import set_kind

REFUSED = "refused"
AIR = 4  # the ring of the focus lies around the field
LEAST_WIDTH = 220
LEVELS = 2  # a row of small fields is often a widget of its own in the column
ONE_LINE_AIR = 24  # more than the plate needs at its two sides
FOLLOWED = (
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)  # fmt: skip


def refuse(field: QWidget, sentence: str) -> None:
    """Mark *field* and say below it what is wrong, until `accept`."""
    set_kind(field, "true", REFUSED)
    field.setAccessibleDescription(sentence)
    note = field.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if note is None:
        note = _Follower(field)
    note.say(sentence)


def accept(field: QWidget) -> None:
    """Take the mark and the sentence away."""
    if is_refused(field):
        set_kind(field, "", REFUSED)
        field.setAccessibleDescription("")
        note = field.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if note is not None:
            note.say("")


def is_refused(field: QWidget) -> bool:
    """Whether *field* holds what cannot be taken."""
    return bool(field.property(REFUSED) == "true")


class _Follower(QObject):
    """Keeps a label below its field.

    In a column the label is a row of its own, so that it covers nothing; elsewhere it lies on
    whatever scrolls along with the field.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._host = _host_of(field)
        self.label = QLabel(self._host)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setProperty("kind", "field-note")
        self.label.setObjectName(f"{field.objectName()}Note")
        self.label.hide()
        column = _column_of(field)
        self._is_row = column is not None
        if column is not None:
            column[0].insertWidget(column[1], self.label)
        field.destroyed.connect(self.label.deleteLater)
        widget: QWidget | None = field
        while widget is not None and widget is not self._host:
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def say(self, sentence: str) -> None:
        """Show a sentence; none hides the label."""
        if sentence == self.label.text():
            return
        self.label.setText(sentence)
        self._follow()
        if sentence:
            announce(self._field, sentence)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the field goes."""
        if event.type() in FOLLOWED and self._is_there() and self.label.text():
            self._follow()
        return super().eventFilter(watched, event)

    def _is_there(self) -> bool:
        """A dialog that is destroyed while it is up hides its fields when it is one no more."""
        return all(map(isValid, (self.label, self._field, self._host)))

    def _follow(self) -> None:
        seen = bool(self.label.text()) and self._field.isVisibleTo(self._host)
        self.label.setVisible(seen)
        if not seen:
            return
        self.label.setFont(role_font("caption", QApplication.font()))
        if self._is_row:
            return
        self.label.ensurePolished()  # its edge and its air are part of its height
        self.label.setGeometry(self._area())
        self.label.raise_()

    def _area(self) -> QRect:
        """Below the field if there is room, as wide as the words and within its column."""
        at = self._field.mapTo(self._host, QPoint(0, 0))
        column = self._column()
        one_line = self.label.fontMetrics().horizontalAdvance(self.label.text()) + ONE_LINE_AIR
        wide = min(max(self._field.width(), LEAST_WIDTH), column.width(), one_line)
        high = self.label.heightForWidth(wide)
        below = at.y() + self._field.height() + AIR
        top = below if below + high <= self._host.height() else max(0, at.y() - high - AIR)
        left = max(column.left(), min(at.x(), column.right() + 1 - wide))
        return QRect(left, top, wide, high)

    def _column(self) -> QRect:
        """What is around the field and wide enough for a sentence."""
        around = self._field.parentWidget()
        while around is not None and around is not self._host and around.width() < LEAST_WIDTH:
            around = around.parentWidget()
        around = around or self._host
        return QRect(around.mapTo(self._host, QPoint(0, 0)), around.size())


def _column_of(field: QWidget) -> tuple[QVBoxLayout, int] | None:
    """The nearest column around *field*, and the place below its row there."""
    widget = field
    for _ in range(LEVELS):
        parent = widget.parentWidget()
        if parent is None or (layout := parent.layout()) is None:
            return None
        if row := _row_in(layout, widget):
            return row
        widget = parent
    return None


def _row_in(layout: QLayout | None, widget: QWidget) -> tuple[QVBoxLayout, int] | None:
    """The innermost column of *layout* that *widget* stands in, and the place below it."""
    for place, item in enumerate(_items(layout), 1):
        if deeper := _row_in(item.layout(), widget):
            return deeper
        if isinstance(layout, QVBoxLayout) and _stands_in(item, widget):
            return layout, place
    return None


def _stands_in(item: QLayoutItem, widget: QWidget) -> bool:
    """Whether *widget* is that of an item, or of one below it."""
    below = _items(item.layout())
    return item.widget() is widget or any(_stands_in(one, widget) for one in below)


def _items(layout: QLayout | None) -> Iterator[QLayoutItem]:
    """What stands in a layout; nothing where there is none."""
    if layout is not None:
        yield from filter(None, map(layout.itemAt, range(layout.count())))


def _host_of(field: QWidget) -> QWidget:
    """The widest widget around *field* that scrolls along with it."""
    widget = field
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            return widget
        widget = parent
    return widget
