"""The hands of a test on the palette."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from careerdesk.ui.base import names
from careerdesk.ui.shell.palette import Palette, open_palette
from careerdesk.ui.shell.palette_frame import FoundList
from careerdesk.ui.shell.palette_reader import Answer, Question, Turn, find_texts
from careerdesk.ui.shell.palette_row import PaletteRow, RowKind
from tests.robots.window import PeopleRobot

CTRL = Qt.KeyboardModifier.ControlModifier


class PaletteRobot(PeopleRobot):
    """Opens the palette and reads it."""

    def open_held(self, gate: Gate) -> QLineEdit:
        """Open it with a reader that waits at a gate."""
        window = self.window
        host = window.centralWidget()
        open_palette(window, host, window.commands.pages, gate.find)
        return self.field

    def look_for(self, typed: str) -> list[PaletteRow]:
        """Type into the open palette, and wait until texts are found; gives the rows of texts."""
        self.type(self.field, typed)
        self.settle()
        return [row for row in self.found.rows.rows if row.kind is RowKind.TEXT]

    def settle(self) -> None:
        """Wait until what was typed last is answered."""
        palette = self.palette
        assert palette is not None
        self.wait(lambda: not palette.waits)

    def open_palette(self) -> QLineEdit:
        """Press the keys of it; gives its field."""
        self.press_in_focus(Qt.Key.Key_K, CTRL)
        assert self.field.hasFocus()
        return self.field

    @property
    def field(self) -> QLineEdit:
        """Where one types."""
        return self.find(QLineEdit, names.SEARCH_EDIT)

    @property
    def found(self) -> FoundList:
        """The list below it."""
        return self.find(FoundList, names.SEARCH_RESULTS)

    @property
    def palette(self) -> Palette | None:
        """The one that is up."""
        every = self.window.findChildren(Palette, names.PALETTE)
        return next((one for one in every if one.isVisible()), None)

    def rows(self, *kinds: RowKind) -> list[str]:
        """What the rows of these kinds say, of all but headings by themselves."""
        rows = self.found.rows.rows
        return [
            row.text
            for row in rows
            if (row.kind in kinds if kinds else row.kind is not RowKind.HEADING)
        ]

    @property
    def chosen(self) -> str:
        """The row that Enter opens."""
        return str(self.found.currentIndex().data())

    def enter(self) -> None:
        """Press Enter in the field."""
        self.press(self.field, Qt.Key.Key_Return)


class Gate:
    """Holds the thread that reads, until it is opened."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._open = threading.Event()
        self._reached = threading.Event()

    def find(self, reader: Turn, question: Question) -> Answer:
        """Wait at the gate, then find as the program does."""
        self.asked.append(question.typed)
        self._reached.set()
        self._open.wait()
        return find_texts(reader, question)

    def reached(self) -> bool:
        """Whether the thread waits at it."""
        return self._reached.is_set()

    def open(self) -> None:
        """Let it through."""
        self._open.set()
