"""What is found on a page: where words stand in what it shows, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from careerdesk.dataclass import dataclass
from careerdesk.ui.base.holders import Finding, holder_of
from careerdesk.ui.theme.marks import Marks
from careerdesk.ui.theme.utf16 import Span, qt_spans
from careerdesk.ui.widgets.labels import Heading, SectionName, SmallLabel
from careerdesk.ui.widgets.marked_texts import button_text, label_rects, label_text, says_something

AIR = 24  # left around what is scrolled to
_CLOSED = (QAbstractItemView, QAbstractSpinBox, QComboBox)  # what they hold is part of them
_NAMES = (Heading, SectionName, SmallLabel)  # of groups and fields
Place = tuple[int, ...]


@dataclass(frozen=True)
class PageHit:
    """One place on a page with what is looked for: a row of a list, or a part of a text.

    Rows and cursors go along with what is edited.
    """

    widget: QWidget
    text: str
    row: QPersistentModelIndex | None = None
    span: Span | None = None
    cursor: QTextCursor | None = field(default=None, compare=False)

    def is_at(self, other: PageHit) -> bool:
        """Whether this is where *other* is now, which was found before."""
        if self.widget is not other.widget or self.row != other.row:
            return False
        if self.cursor is not None and other.cursor is not None:
            return self.cursor.position() == other.cursor.position()
        return self.span == other.span


def hits_on(page: QWidget, marks: Marks) -> list[PageHit]:
    """What is found in all that *page* shows or would show when it is scrolled."""
    placed: list[tuple[Place, PageHit]] = []
    for widget in texts_on(page, marks):
        before = _place_of(widget, page)
        placed.extend((before + _within(hit), hit) for hit in _hits_in(widget, marks))
    placed.sort(key=lambda pair: pair[0])
    return [hit for _, hit in placed]


def texts_on(page: QWidget, marks: Marks) -> Iterator[QWidget]:
    """Whatever shows texts on a page now that *marks* are for, not what is folded or hidden."""
    for widget in page.findChildren(QWidget):
        if not marks.phrase and _is_ours(widget):
            continue
        if _has_text(widget) and widget.isVisible() and not _is_part(widget, page):
            yield widget


def _is_ours(widget: QWidget) -> bool:
    """Whether the words are the program's where no search finds them, or are those looked for."""
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()  # a filter
    return isinstance(widget, _NAMES) or isinstance(holder_of(widget), Finding)


def _has_text(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton):
        return says_something(widget)
    return isinstance(widget, QLabel | QLineEdit | QTextEdit | QPlainTextEdit | QAbstractItemView)


def _is_part(widget: QWidget, page: QWidget) -> bool:
    """Whether a widget belongs to a list or a field, which answers for it."""
    above = widget.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, _CLOSED):
            return True
        above = above.parentWidget()
    return False


def _hits_in(widget: QWidget, marks: Marks) -> Iterator[PageHit]:
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget, marks)
        return
    text = shown_text(widget)
    if isinstance(widget, QAbstractButton):
        if marks.spans(text):
            yield PageHit(widget, text)
        return
    editor = widget if isinstance(widget, QTextEdit | QPlainTextEdit) else None
    for span in marks.spans(text):
        cursor = _cursor(editor, text, span) if editor is not None else None
        yield PageHit(widget, _sentence(text, span), span=span, cursor=cursor)


def shown_text(widget: QWidget) -> str:
    """What a label, a button, a line or an editor says."""
    if isinstance(widget, QAbstractButton):
        return button_text(widget)
    if isinstance(widget, QLabel):
        return label_text(widget)
    if isinstance(widget, QLineEdit):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QTextEdit | QPlainTextEdit) else ""


def _sentence(text: str, span: Span) -> str:
    """The line of a text that has the hit."""
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return text[start : end if end >= 0 else len(text)].strip()


def _rows(view: QAbstractItemView, marks: Marks) -> Iterator[PageHit]:
    model = view.model()
    if model is None:
        return
    for row in range(model.rowCount(view.rootIndex())):
        for column in _columns(view):
            if _is_hidden(view, row, column):
                continue
            index = model.index(row, column, view.rootIndex())
            text = _words_of(view, index)
            if marks.spans(text):
                yield PageHit(view, text, QPersistentModelIndex(index))


def _words_of(view: QAbstractItemView, index: QModelIndex) -> str:
    """What a row says as a whole; of a table, what stands in a cell."""
    shown = index.data(Qt.ItemDataRole.DisplayRole)
    whole = isinstance(view, QListView)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if whole else None
    return str(spoken or shown or "")


def _columns(view: QAbstractItemView) -> range:
    if isinstance(view, QListView):
        return range(view.modelColumn(), view.modelColumn() + 1)
    return range(view.model().columnCount())


def _is_hidden(view: QAbstractItemView, row: int, column: int) -> bool:
    if isinstance(view, QListView):
        return view.isRowHidden(row)
    if isinstance(view, QTableView):
        return view.isRowHidden(row) or view.isColumnHidden(column)
    return False


def rect_of(hit: PageHit) -> QRect:
    """Where a hit stands, in the places of its widget's inside."""
    widget = hit.widget
    if hit.row is not None and isinstance(widget, QAbstractItemView):
        return widget.visualRect(hit.row)
    if hit.span is not None and isinstance(widget, QLabel):
        rects = label_rects(widget, hit.span)
        return rects[0].toAlignedRect() if rects else widget.rect()
    if hit.cursor is not None and isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.cursorRect(hit.cursor)
    return widget.rect()


def _cursor(edit: QTextEdit | QPlainTextEdit, text: str, span: Span) -> QTextCursor:
    start, _ = qt_spans(text, [span])[0]
    cursor = QTextCursor(edit.document())
    cursor.setPosition(start)
    return cursor


def _inside(widget: QWidget) -> QWidget:
    return widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget


def _within(hit: PageHit) -> Place:
    """Where a hit comes among those of its widget: by its row, or by its place in the text."""
    if hit.row is not None:
        rect = rect_of(hit)
        return (rect.top(), rect.left(), hit.row.row(), hit.row.column())
    return (hit.span[0],) if hit.span is not None else ()


def _place_of(widget: QWidget, page: QWidget) -> Place:
    """Where a widget comes on the page: what is scrolled together stays together."""
    areas = [area for area in _areas(widget) if page.isAncestorOf(area)]
    found: list[int] = []
    above: QWidget = page
    for area in reversed(areas):
        found += _corner(area, above)
        above = area.widget() or above
    return (*found, *_corner(widget, above))


def _corner(widget: QWidget, above: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(above, QPoint())
    return corner.y(), corner.x()


def _areas(widget: QWidget) -> list[QScrollArea]:
    """The scroll areas around a widget, from the innermost."""
    found = []
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            found.append(above)
        above = above.parentWidget()
    return found


def bring_into_sight(hit: PageHit) -> None:
    """Scroll to a hit; neither cursor nor selection goes there."""
    widget = hit.widget
    if hit.row is not None and isinstance(widget, QAbstractItemView):
        widget.scrollTo(hit.row)
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        _scroll_editor(widget, rect_of(hit))
    rect = rect_of(hit)
    for area in _areas(widget):
        content = area.widget() or area
        corner = _inside(widget).mapTo(content, rect.topLeft())
        there = QRect(corner, rect.size())
        middle, room = there.center(), area.viewport().size()
        wide = min(there.width() // 2 + AIR, room.width() // 2)
        high = min(there.height() // 2 + AIR, room.height() // 2)
        area.ensureVisible(middle.x(), middle.y(), wide, high)


def _scroll_editor(edit: QTextEdit | QPlainTextEdit, rect: QRect) -> None:
    bar, room = edit.verticalScrollBar(), edit.viewport().height()
    if isinstance(edit, QPlainTextEdit):  # its bar counts lines
        if rect.top() < 0 or rect.bottom() > room:
            bar.setValue(bar.value() + rect.center().y() // max(1, rect.height()))
        return
    if rect.top() < 0:
        bar.setValue(bar.value() + rect.top() - AIR)
    elif rect.bottom() > room:
        bar.setValue(bar.value() + rect.bottom() - room + AIR)
