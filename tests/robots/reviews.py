"""Drives Reviews: the board by its keys, the sides of a cycle, and its settings."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTabBar
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.domain.reviews.stages import Column
from careerdesk.services import people
from careerdesk.services.reviews import cycles, reviews, steps
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.board.board import BoardTable
from careerdesk.ui.reviews.board.board_model import BoardModel
from careerdesk.ui.reviews.page.head import CYCLE_TABS
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE, ReviewsPage
from tests.builders import NOW, TODAY
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


class CycleBuilder:
    """A cycle over this year with deadlines around today; each method adds to it."""

    def __init__(
        self, store: Store, name: str = "Year review 2026", *, calibrates: bool = True
    ) -> None:
        """Begin it for everyone who is there."""
        self.store = store
        self.cycle: ReviewCycle = cycles.add(
            store, name, CycleKind.ANNUAL, *YEAR, calibrates=calibrates
        )
        days = dict(zip(cycles.DEADLINES, (-4, 3, 10, 17, 22, 29), strict=True))
        due = {field: TODAY + timedelta(n) for field, n in days.items()}
        cycles.change(store, self.cycle.id, **due)
        self.steps = {one.label: one.id for one in cycles.get(store, self.cycle.id).steps}

    def row(self, name: str) -> BoardRow:
        """A person's row of the board as it is stored."""
        rows = reviews.board(self.store, self.cycle.id, TODAY)
        return next(row for row in rows if row.person.name == name)

    def own_view(self, name: str, on: date = TODAY) -> CycleBuilder:
        """Their self review came in."""
        reviews.write(self.store, self.row(name).id, self_review="I did", self_received_on=on)
        return self

    def peers(self, name: str, asked: int, received: int) -> CycleBuilder:
        """Others were asked, and some answered."""
        whom = [f"Peer {number}" for number in range(asked)]
        made = reviews.ask_peers(self.store, self.row(name).id, whom, TODAY - timedelta(20))
        for one in made[:received]:
            reviews.write_peer(self.store, one.id, TODAY - timedelta(8), text="Good to work with")
        return self

    def written(self, name: str, words: int, step: str = "Strong") -> CycleBuilder:
        """A narrative of so many words, and a proposed rating."""
        text = " ".join(["word"] * words)
        reviews.write(self.store, self.row(name).id, narrative=text,
                      proposed_step=self.steps[step])  # fmt: skip
        return self

    def sealed(self, name: str, step: str = "Strong", at: datetime = NOW) -> CycleBuilder:
        """Written and sealed."""
        self.written(name, 100, step)
        steps.seal(self.store, self.row(name).id, at)
        return self

    def calibrated(self, name: str, step: str, proposed: str = "Strong") -> CycleBuilder:
        """Sealed, and calibrated to a step."""
        self.sealed(name, proposed)
        steps.calibrate(self.store, self.row(name).id, self.steps[step], TODAY)
        return self

    def shared(self, name: str, on: date = TODAY) -> CycleBuilder:
        """Sealed and shared."""
        self.sealed(name)
        steps.share(self.store, self.row(name).id, on)
        return self


class ReviewsRobot(PeopleRobot):
    """The window with Ana, Ben and Chi, who are in a cycle."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path) -> None:
        """Open the window; a test opens the room."""
        if not people.everyone(store):
            people.add_many(store, ["Ana Ruiz", "Ben Okri", "Chi Tran"])
        super().__init__(qtbot, store, folder)

    def open_reviews_page(self) -> ReviewsPage:
        """Open the room by its key."""
        self.press_in_focus(Qt.Key.Key_R, CONTROL)
        return self.page

    @property
    def page(self) -> ReviewsPage:
        """The room, which must be open."""
        shown = self.window.content.currentWidget()
        assert isinstance(shown, ReviewsPage), "the Review room is not open"
        return shown

    @property
    def in_reviews(self) -> bool:
        """Whether the room is open."""
        return isinstance(self.window.content.currentWidget(), ReviewsPage)

    @property
    def board(self) -> BoardTable:
        """The board."""
        return self.find(BoardTable, names.CYCLE_BOARD)

    def side(self, name: str) -> None:
        """Choose a side of the cycle by its tab."""
        self.find(QTabBar, CYCLE_TABS).setCurrentIndex(tuple(TABS_OF_CYCLE).index(name))
        QApplication.processEvents()

    def index(self, name: str, column: Column | None = None) -> QModelIndex:
        """A cell of the board; without a column that of the person."""
        model = self.board.model()
        assert isinstance(model, BoardModel)
        row = [one.person.name for one in model.rows].index(name)
        return model.index(row, model.columns.index(column))

    def names_on_board(self) -> list[str]:
        """Who is on the board, from top to bottom."""
        model = self.board.model()
        assert isinstance(model, BoardModel)
        return [row.person.name for row in model.rows]

    def spoken(self, name: str, column: Column | None = None) -> str:
        """What a screen reader says of a cell."""
        return str(self.index(name, column).data(Qt.ItemDataRole.AccessibleTextRole))

    def words(self, name: str, column: Column) -> tuple[str, str]:
        """What stands in a cell, and below it."""
        model = self.board.model()
        assert isinstance(model, BoardModel)
        found = model.words(model.rows[self.index(name, column).row()], model.columns.index(column))
        assert found is not None
        return found.words, found.caption

    def go_to_cell(self, name: str, column: Column | None = None) -> None:
        """Put the keyboard on a cell."""
        self.board.setFocus()
        self.board.setCurrentIndex(self.index(name, column))

    def read(self) -> str:
        """Everything the labels of the room say."""
        found = [one.text() for one in self.page.findChildren(QLabel) if one.isVisible()]
        return "\n".join(found)
