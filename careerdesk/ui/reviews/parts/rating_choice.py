"""A level of a scale: joined buttons where they fit, a list that opens where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.segmented import Segmented

Option = tuple[int, str]


class RatingChoice(QWidget):
    """`picked` carries the id of the level that the user chose, None when they took it away."""

    picked = Signal(object)

    def __init__(
        self, theme: Theme, label: str, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """Offer nothing yet; *label* is the accessible name."""
        super().__init__(parent)
        self._theme, self._label = theme, label
        self._options: list[Option] = []
        self._value: int | None = None
        self._segments: Segmented | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list = DropDown(theme, [(None, tr("No rating"))], label, name=f"{name}List")
        self.list.setMinimumContentsLength(10)
        self.list.setSizeAdjustPolicy(
            DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setMaximumWidth(theme.look.measure(320))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.list, 1000)  # as wide as it may be: labels can be long
        self._row.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.list.picked.connect(self._pick)
        self._theme.changed.connect(self._fit)

    def set_levels(self, options: Sequence[Option], value: int | None) -> None:
        """Offer these levels, the lowest first, of which one may be chosen; without telling."""
        if list(options) != self._options or self._segments is None:
            self._options = list(options)
            self.list.set_options([(None, tr("No rating")), *options])
            self._make_segments()
        self.set_value(value)

    def call(self, label: str) -> None:
        """Take another accessible name; the levels have theirs from it at the next `set_steps`."""
        if label != self._label:
            self._label, self._options = label, []
            self.setAccessibleName(label)
            self.list.setAccessibleName(label)

    def value(self) -> int | None:
        """The chosen level, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose without telling."""
        known = {step for step, _ in self._options}
        self._value = value if value in known else None
        self.list.set_value(self._value)
        if self._segments is not None:
            self._segments.set_value(self._value)
        self._fit()

    @property
    def is_list(self) -> bool:
        """Whether the levels are too wide to stand side by side here."""
        return not self.list.isHidden()

    def stops(self) -> list[QWidget]:
        """What Tab goes over."""
        return [self.list, *(self._segments.parts() if self._segments else ())]

    def focus_choice(self) -> None:
        """Put the keyboard on the chosen level."""
        if self.is_list or self._segments is None or not self._options:
            self.list.setFocus()
        else:
            known = self._value if self._value is not None else self._options[0][0]
            self._segments.button(known).setFocus()

    @override
    def sizeHint(self) -> QSize:
        """As wide as the levels side by side."""
        high = self.list.sizeHint().height()
        if self._segments is None:
            return QSize(160, high)
        wanted = self._segments.sizeHint()
        return QSize(wanted.width(), max(high, wanted.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as the list that opens."""
        return QSize(self.list.minimumSizeHint().width(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be a list where the levels would be cut."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _make_segments(self) -> None:
        old, self._segments = self._segments, None
        if old is not None:
            self._row.removeWidget(old)
            discard(old)
        if self._options:
            name = f"{self.objectName()}Steps"
            self._segments = Segmented(self._options, self._label, self, name=name)
            self._segments.picked.connect(self._pick)
            self._row.insertWidget(0, self._segments)
        self.updateGeometry()

    def _fit(self) -> None:
        if self._segments is None:
            return
        wide = self._segments.sizeHint().width() > self.width()
        held = self.focusWidget() is not None and self.focusWidget().hasFocus()
        turned = wide == self.list.isHidden()
        self.list.setVisible(wide)
        self._segments.setVisible(not wide)  # said each time: a layout shows what is new later
        if turned and held:
            self.focus_choice()

    def _pick(self, value: int | None) -> None:
        self.set_value(value)
        self.picked.emit(value)
