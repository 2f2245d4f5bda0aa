"""The field that adds to a list, with small choices below it while it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.tab_order import holds_focus
from careerdesk.ui.widgets.typed_field import TypedField, take_all

if TYPE_CHECKING:
    from careerdesk.ui.base.context import Context


class AddRow(QWidget):
    """Puts choices under an InlineAdd; they show while they are used, and keep their room.

    `left` tells that the keyboard went elsewhere and no words wait: choices begin again then.
    `turned` tells that the choices came or went.
    """

    left = Signal()
    turned = Signal()

    def __init__(
        self, theme: Theme, placeholder: str, parent: QWidget | None = None, *, key_hint: str = ""
    ) -> None:
        """Start with a field and no choices."""
        super().__init__(parent)
        self.edit = InlineAdd(theme, placeholder, key_hint=key_hint)
        self.edit.about_to_add = self._take_choices
        self.choices = QWidget()
        self._around: QScrollArea | None = None  # whose range is listened to
        self._fields: dict[str, QWidget] = {TEXT: self.edit}
        keep = self.choices.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.choices.setSizePolicy(keep)
        self._row = QHBoxLayout(self.choices)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 6, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.edit)
        outer.addWidget(self.choices)
        self.choices.hide()
        self.edit.installEventFilter(self)

    def add_choice(self, choice: QWidget) -> None:
        """Put one more choice at the end."""
        self._fields[choice.objectName()] = choice
        self._row.insertWidget(self._row.count() - 1, choice)
        choice.installEventFilter(self)
        if isinstance(choice, TypedField):
            choice.returnPressed.connect(self._enter)

    def keep_words(self, ctx: Context, handle: str) -> Unstored:
        """Keep words and choices as one draft; call it when all choices are there."""
        self._unstored = Unstored(ctx, handle, self._fields)
        self._unstored.filled.connect(self._follow)
        return self._unstored

    def take_in(self) -> bool:
        """Add what is typed, if anything is; False if it could not be added."""
        self.edit.enter()
        return not self.edit.text().strip()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._follow()
        return super().eventFilter(watched, event)

    def _stay_in_view(self) -> None:
        if holds_focus(self):
            QTimer.singleShot(0, self, self._come_into_view)  # once all have their places

    def _take_choices(self) -> bool:
        """Take what is typed into the choices; what cannot be read gets the cursor."""
        fields = self._fields.values()
        return take_all(field for field in fields if isinstance(field, TypedField))

    def _enter(self) -> None:
        """Enter in a choice adds, as Enter in the words does."""
        if self.edit.text().strip():
            self.edit.enter()
            if not self.edit.text():
                self.edit.setFocus()

    def _follow(self) -> None:
        here = holds_focus(self)
        self._stay_in_view()
        wanted = here or not self._unstored.is_blank
        if wanted == self.choices.isVisibleTo(self):
            return
        self.choices.setVisible(wanted)
        self.turned.emit()
        if not wanted:
            self.left.emit()

    def _come_into_view(self) -> None:
        """Scroll whatever this stands in so far that the choices can be seen too.

        It stays so while one types: rows may come above it, and a banner above the page.
        """
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None:
            return
        around.ensureWidgetVisible(self, 0, 8)
        if around is not self._around:
            self._around = around
            around.verticalScrollBar().rangeChanged.connect(self._stay_in_view)
