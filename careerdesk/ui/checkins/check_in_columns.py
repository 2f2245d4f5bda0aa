"""The columns of a running check-in: three, two with tabs in the first, or one below tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.section import Rule, Section
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

LEFT, RIGHT, NARROW_LEFT = 300, 330, 344
WIDE_LEFT, WIDE_RIGHT, ROOMY = 340, 380, 1500
THREE_COLUMNS = 980  # below this width the third column is a tab of the first
TWO_COLUMNS = 614  # below this one the notes are a tab as well
TABS = "checkInColumnTabs"
SCROLL_BAR = 10
LEAST_WIDTH = 320
UNLIMITED = 16_777_215  # what Qt takes for no greatest width
NOTES, AGENDA, PROMISES, PLAN = range(4)


class CheckInColumns(QWidget):
    """Puts agenda and promises left, notes in the middle, the plan right, as there is room."""

    def __init__(
        self,
        theme: Theme,
        notes: QWidget,
        left: Sequence[Section],
        right: Sequence[Section],
        parent: QWidget | None = None,
    ) -> None:
        """Start with three columns; *left* are agenda and promises."""
        super().__init__(parent)
        self._theme = theme
        self._sections = (*left, *right)
        self._moving = tuple(right)
        self.columns = 3
        self.tabs = _tabs()
        self._strip = _strip(self.tabs)
        self._left, self._left_side = _column((28, 12, 18, 8))
        self._right, self._right_side = _column((20, 12, 24, 8))
        self._middle = QWidget()
        self._rules = (Rule(upright=True), Rule(upright=True))
        self._outer = QVBoxLayout(self)
        self._arrange(notes, left)
        self.tabs.currentChanged.connect(self._show_tab)

    def place_notes(self, notes: QWidget) -> None:
        """Take the editors of the notes, which another page may have had meanwhile."""
        self._notes.addWidget(notes)

    def show_part(self, part: int) -> None:
        """Bring NOTES, AGENDA, PROMISES or PLAN into sight."""
        self.tabs.setCurrentIndex(part)

    def _arrange(self, notes: QWidget, left: Sequence[Section]) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(body, 1)
        for part in (self._left_side, self._rules[0], self._middle, self._rules[1],
                     self._right_side):  # fmt: skip
            body.addWidget(part, 1 if part is self._middle else 0)
        self._left.setSpacing(0)
        self._left_layout().insertWidget(0, self._strip)
        for section in left:
            self._left.addWidget(section)
        for section in self._moving:
            self._right.addWidget(section)
        self._left.addStretch(1)
        self._right.addStretch(1)
        middle = self._notes = QVBoxLayout(self._middle)
        middle.setContentsMargins(20, 12, 20, 16)
        middle.addWidget(notes)

    def _left_layout(self) -> QVBoxLayout:
        layout = self._left_side.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError("a column stands in a QVBoxLayout")
        return layout

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it folds."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())  # it folds when narrower

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two or three columns, as the width allows."""
        super().resizeEvent(event)
        width = event.size().width()
        columns = self._columns_in(width)
        if columns != self.columns:
            self.columns = columns
            self._fold()
        self._set_widths(width)

    def _columns_in(self, width: int) -> int:
        look = self._theme.look
        if width >= look.measure(THREE_COLUMNS):
            return 3
        return 2 if width >= look.measure(TWO_COLUMNS) else 1

    def _fold(self) -> None:
        """Put tabs and the third column where they belong."""
        wide = self.columns == 3
        home, first = (self._right, 0) if wide else (self._left, 2)
        for place, section in enumerate(self._moving):
            home.insertWidget(first + place, section)
        (self._outer if self.columns == 1 else self._left_layout()).insertWidget(0, self._strip)
        self._strip.setHidden(wide)
        self.tabs.setTabVisible(NOTES, self.columns == 1)
        if self.tabs.currentIndex() == NOTES and self.columns == 2:
            self.tabs.setCurrentIndex(AGENDA)
        side = 28 if self.columns == 1 else 20
        self._notes.setContentsMargins(side, 12, side, 16)
        self._right_side.setVisible(wide)
        self._rules[1].setVisible(wide)
        self._rules[0].setVisible(self.columns > 1)
        self._show_tab()

    def _show_tab(self) -> None:
        part = self.tabs.currentIndex()
        places = (AGENDA, PROMISES, *(PLAN for _ in self._moving))
        for place, section in zip(places, self._sections, strict=True):
            section.setVisible(self.columns == 3 or place == part)
        self._middle.setVisible(self.columns > 1 or part == NOTES)
        self._left_side.setVisible(self.columns > 1 or part != NOTES)

    def _set_widths(self, width: int) -> None:
        look = self._theme.look
        roomy = width >= look.measure(ROOMY)
        if self.columns == 1:
            self._left_side.setMinimumWidth(0)
            self._left_side.setMaximumWidth(UNLIMITED)
        elif self.columns == 2:
            self._left_side.setFixedWidth(self._wanted(NARROW_LEFT, 28 + 18))
        else:
            self._left_side.setFixedWidth(look.measure(WIDE_LEFT if roomy else LEFT))
            self._right_side.setFixedWidth(self._wanted(WIDE_RIGHT if roomy else RIGHT, 20 + 24))

    def _wanted(self, least: int, margins: int) -> int:
        """The width of a column: at least so, with room for what stands in it and a scroll bar."""
        needed = max(section.minimumSizeHint().width() for section in self._moving)
        return max(self._theme.look.measure(least), needed + margins + SCROLL_BAR)


def _tabs() -> QTabBar:
    tabs = QTabBar()
    tabs.setObjectName(TABS)
    tabs.setAccessibleName(tr("Check-in sections"))
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    for word in (tr("Notes"), tr("Agenda"), tr("Promises"), tr("Plan")):
        tabs.addTab(word)
    return tabs


def _strip(tabs: QTabBar) -> QWidget:
    strip = QWidget()
    row = QHBoxLayout(strip)
    row.setContentsMargins(28, 0, 18, 0)
    row.addWidget(tabs, 1)
    strip.hide()
    return strip


def _column(margins: tuple[int, int, int, int]) -> tuple[QVBoxLayout, QWidget]:
    """A column that scrolls, with the widget it stands in."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    area = SteadyScroll()
    left, top, right, bottom = margins
    column.setContentsMargins(left, top, area.beside_bar(right), bottom)
    column.setSpacing(12)
    area.setWidget(inner)
    side = QWidget()
    outer = QVBoxLayout(side)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    return column, side
