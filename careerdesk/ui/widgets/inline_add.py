"""The dashed row at the end of a list into which the next thing is typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from PySide6.QtCore import QMetaMethod, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.base.holders import holder_of
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.theme.paint import CARD_RADIUS, paint_plate, paint_text
from careerdesk.ui.theme.style import RADIUS_PROPERTY
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.plain_text import clean_line, clean_lines

PLUS_AT = 12
ICON = 16
MOST_AT_ONCE = 500  # lines of one paste: more of them are a document, pasted into the wrong field


class InlineAdd(QLineEdit):
    """Enter adds and stays, Shift+Enter asks for the panel, Esc leaves, many lines add many.

    Where nobody listens to `panel_wanted`, Shift+Enter adds as well.

    `submitted` carries cleaned, non-empty lines; the field is empty by then. Where nothing was
    added, anyone who holds its words puts them back. `about_to_add` may refuse.
    """

    submitted = Signal(list)
    panel_wanted = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        key_hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.about_to_add: Callable[[], bool] = _may_always
        self._key_hint = key_hint
        self.setProperty("kind", "add")
        self.setProperty(RADIUS_PROPERTY, CARD_RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # else the ground stays when the mouse goes
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(theme.look.row("body", 7, 34))
        self._connect()

    def _connect(self) -> None:
        self._theme.changed.connect(self.update)
        self.textChanged.connect(self._split)
        self.textEdited.connect(self._accept)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Shift+Enter adds and opens, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            said = bool(self.text())
            self._escape()
            if not said and self.hasFocus():
                event.ignore()  # there is no list to go to: the page is left
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed edge and the plus."""
        look = self._theme.look
        painter = QPainter(self)
        ground = look.hover("surface") if self.underMouse() else None
        rect = QRectF(self.rect())
        paint_plate(painter, rect, ground, look.colour.line_strong, dashed=True)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        from_end = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - PLUS_AT - ICON if from_end else PLUS_AT
        look.paint_icon(painter, "plus", QRectF(x, 0, ICON, self.height()), ICON)
        if self._key_hint and not self.text() and not from_end:
            right = Qt.AlignmentFlag.AlignRight
            rect.adjust(0, 0, -14, 0)
            paint_text(painter, look, rect, self._key_hint, "caption", "text-muted", right)
        painter.end()

    def _escape(self) -> None:
        """Throw the words away, in a step that can be undone, and leave."""
        holder = holder_of(self)
        if not isinstance(holder, Unstored):
            self.clear()
        elif not holder.discard():
            return
        self.left.emit()

    def enter(self, with_panel: bool = False) -> None:
        """Add what is typed, as Enter does."""
        line = clean_line(self.text())
        if line and self.about_to_add():
            opens = self.isSignalConnected(QMetaMethod.fromSignal(self.panel_wanted))
            self._submit([line], with_panel=with_panel and opens)

    @Slot()
    def _accept(self) -> None:
        accept(self)

    def _split(self, text: str) -> None:
        if not any(end in text for end in "\n\r\u2028\u2029"):
            return
        lines = clean_lines(text)
        if len(lines) > MOST_AT_ONCE or len(text) >= self.maxLength():  # the last one may be cut
            self.undo()
            refuse(self, _too_many())
        elif len(lines) > 1 and self.about_to_add():
            self._submit(lines)
        else:
            self.setText(" ".join(lines))

    def _submit(self, lines: list[str], *, with_panel: bool = False) -> None:
        holder = holder_of(self)
        with holder.taking() if isinstance(holder, Unstored) else nullcontext():
            self.clear()
            if with_panel:
                self.panel_wanted.emit(lines[0])
            else:
                self.submitted.emit(lines)


def _too_many() -> str:
    sentence = tr(
        "That's too much to add at once. Paste up to {most} lines at a time. Nothing was added."
    )
    return fill(sentence, most=MOST_AT_ONCE)


def _may_always() -> bool:
    return True
