"""Every shortcut there is, made from the table of actions and those of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr, translated
from careerdesk.ui.base.keys import shortcut
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.shell.actions import SEPARATOR, menus
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.labels import Body, Heading, Strong, Title

Keys: TypeAlias = "tuple[str, tuple[tuple[str, str], ...]]"
TWO_COLUMNS = 120  # letters in a row


def page_keys() -> tuple[Keys, ...]:
    """The keys that lists and editors have beside the menus."""
    from careerdesk.ui.checkins import page_keys as check_in_keys
    from careerdesk.ui.plan import plan
    from careerdesk.ui.prepare import prepare
    from careerdesk.ui.week import week

    return (
        (
            tr("In lists"),
            (
                ("Alt+Up, Alt+Down", tr("Move the selection")),
                ("Alt+Home, Alt+End", tr("Move to the top or bottom")),
                ("Del", tr("Delete (can be undone)")),
                ("Return", tr("Open")),
                ("Space", tr("Tick off an agenda item or promise")),
            ),
        ),
        (tr("In the plan"), tuple((keys, translated(words)) for keys, words in plan.PAGE_KEYS)),
        (
            tr("In notes"),
            (
                ("Ctrl+B, Ctrl+I", tr("Bold or italic")),
                ("Ctrl+Shift+8, Ctrl+Shift+7", tr("Bulleted or numbered list")),
                ("Ctrl+Alt+1", tr("Heading")),
                ("Ctrl+Shift+9", tr("Quote")),
                ("Tab", tr("Go to the next field")),
            ),
        ),
        (tr("In Prepare"), tuple((keys, translated(words)) for keys, words in prepare.PAGE_KEYS)),
        (
            tr("In check-ins"),
            tuple((keys, translated(words)) for keys, words in check_in_keys.PAGE_KEYS),
        ),
        (
            tr("In Close the week"),
            tuple((keys, translated(words)) for keys, words in week.PAGE_KEYS),
        ),
    )


class Shortcuts(StandalonePage):
    """The help page of the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsPage")
        set_area(self, "growth")
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(28, 16, 28, 28)
        outer.setSpacing(0)
        outer.addWidget(Title(tr("Keyboard shortcuts")))
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(0)
        outer.addLayout(self._halves)
        outer.addStretch(1)
        self._fill()
        self.area = QScrollArea()
        self.area.setObjectName("shortcutsArea")
        self.area.setAccessibleName(tr("Keyboard shortcuts"))
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def _fill(self) -> None:
        groups = (*_menu_keys(), *page_keys())
        rows, first = sum(map(_rows, groups)), 0
        halves = [self._half(), self._half()]
        for group in groups:
            _add_group(halves[first * 2 >= rows], *group)
            first += _rows(group)

    def _half(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._halves.addLayout(grid, 1)
        self._halves.setAlignment(grid, Qt.AlignmentFlag.AlignTop)
        return grid

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves beside each other where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= self.fontMetrics().averageCharWidth() * TWO_COLUMNS
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._halves.setSpacing(28 if beside else 0)

    @override
    def focus_first(self) -> None:
        """Put the focus where the arrows scroll."""
        self.area.setFocus()


def _menu_keys() -> Iterator[Keys]:
    for title, specs in menus():
        keys = tuple((spec.keys, spec.text) for spec in specs if spec.name != SEPARATOR)
        yield title.replace("&", ""), tuple(one for one in keys if one[0])


def _rows(group: Keys) -> int:
    """How many rows a group takes: its heading has room above."""
    return len(group[1]) + 2


def _add_group(grid: QGridLayout, title: str, keys: tuple[tuple[str, str], ...]) -> None:
    row = grid.rowCount()
    grid.setRowMinimumHeight(row, 12)
    grid.addWidget(Heading(title), row + 1, 0, 1, 2)
    for place, (sequence, words) in enumerate(keys, row + 2):
        shown = ", ".join(
            shortcut(part).toString(QKeySequence.SequenceFormat.NativeText)
            for part in sequence.split(", ")
        )
        label = Strong(shown)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label, place, 0)
        grid.addWidget(Body(words, wrap=True), place, 1)
