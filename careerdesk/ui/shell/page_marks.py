"""Marks on all texts of a page, for as long as something is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.ui.shell.page_hits import shown_text, texts_on
from careerdesk.ui.theme.marks import Marks
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.theme.utf16 import Span
from careerdesk.ui.widgets.marked_texts import (
    PaintedMarks,
    mark_editor,
    mark_line_edit,
    unmark_editor,
)


class PageMarks(QObject):
    """Puts marks on and takes them off; `changed` tells that the page may show something else."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.marks: Marks | None = None
        self._page: QWidget | None = None
        self._painted: PaintedMarks | None = None
        self._watched: list[QWidget] = []
        self._models: dict[QAbstractItemModel, None] = {}
        self._areas: list[QWidget] = []
        self._lines: dict[QWidget, tuple[Sequence[Span], Span | None]] = {}

    def put(self, marks: Marks | None, page: QWidget) -> None:
        """Mark on *page* what *marks* say, and nothing else; None: nothing at all."""
        self._take_off()
        self.marks = self._theme.look.marking.marks = marks
        if marks is not None:
            marks.page = self._page = page
            self._painted = PaintedMarks(self._theme, marks, self)
            self.dress()
        page.update()

    def dress(self) -> None:
        """Have every text that the page shows now wear its marks."""
        if self.marks is None or self._page is None or not isValid(self._page):
            return
        known = set(self._watched)
        for widget in texts_on(self._page, self.marks):
            if widget not in known:
                self._watch(widget)
            self.dress_one(widget)
        self._watch_areas(self._page)
        self._page.update()

    def dress_one(self, widget: QWidget) -> None:
        """Mark again what one line or editor says; others are painted with their marks."""
        marks, look = self.marks, self._theme.look
        if marks is None or not isValid(widget):
            return
        at = marks.span if marks.widget is widget else None
        if isinstance(widget, QLineEdit):
            wanted = marks.spans(widget.text()), at
            if self._lines.get(widget, ((), None)) != wanted:
                self._lines[widget] = wanted
                mark_line_edit(widget, look, *wanted)
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            mark_editor(widget, look, marks.spans(shown_text(widget)), at)

    def _watch(self, widget: QWidget) -> None:
        self._watched.append(widget)
        if isinstance(widget, QLabel | QAbstractButton) and self._painted is not None:
            widget.installEventFilter(self._painted)
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            if model is not None and model not in self._models:
                self._models[model] = None
                for told in _told_by(model):
                    told.connect(self.changed)
        elif isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            widget.textChanged.connect(self.changed)

    def _watch_areas(self, page: QWidget) -> None:
        """Hear of it when something on the page comes, goes or unfolds: it is laid out again."""
        areas = [area.widget() for area in page.findChildren(QScrollArea)]
        for room in (page, *areas):
            if room is not None and room not in self._areas:
                room.installEventFilter(self)
                self._areas.append(room)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything go on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return False

    def _take_off(self) -> None:
        for widget in filter(isValid, self._watched):
            self._undress(widget)
        for model in filter(isValid, self._models):
            for told in _told_by(model):
                told.disconnect(self.changed)
        for room in filter(isValid, self._areas):
            room.removeEventFilter(self)
        if self._page is not None and isValid(self._page):
            self._page.update()
        self._watched, self._areas, self._page = [], [], None
        self._models, self._lines = {}, {}
        if self._painted is not None:
            self._painted.deleteLater()
            self._painted = None

    def _undress(self, widget: QWidget) -> None:
        if isinstance(widget, QLabel | QAbstractButton) and self._painted is not None:
            widget.removeEventFilter(self._painted)
        elif isinstance(widget, QLineEdit):
            widget.textChanged.disconnect(self.changed)
            if self._lines.get(widget, ((), None))[0]:
                mark_line_edit(widget, self._theme.look, (), None)
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            widget.textChanged.disconnect(self.changed)
            unmark_editor(widget)


def _told_by(model: QAbstractItemModel) -> tuple[SignalInstance, ...]:
    return (
        model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged,
        model.modelReset, model.layoutChanged,
    )  # fmt: skip
