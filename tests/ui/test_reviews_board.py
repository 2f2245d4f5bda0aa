"""The board: what its cells say, how the keys walk it, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from careerdesk.domain.records import CheckInState, PersonStatus
from careerdesk.domain.reviews.stages import Column
from careerdesk.services import checkins, people
from careerdesk.services.reviews import cycles, reviews
from careerdesk.ui.base import names
from careerdesk.ui.reviews.board.board import BoardTab
from careerdesk.ui.reviews.board.board_model import COLUMNS, Order
from careerdesk.ui.reviews.parts.tabs import OpenCycle
from tests.builders import TODAY, a_person
from tests.robots.reviews import CycleBuilder
from tests.robots.stage import Stage

TEAM = ("Ana Ruiz", "Ben Okri", "Chi Tran")
LEFT = Qt.MouseButton.LeftButton


class BoardRobot:
    """The board of a cycle on a stage of its own."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        people.add_many(stage.store, list(TEAM))
        self.cycle = CycleBuilder(stage.store)
        ctx = replace(stage.ctx, theme=stage.ctx.theme.in_area("review"))
        self.tab = BoardTab(ctx)
        self.wanted: list[tuple[int, str]] = []
        self.people: list[int] = []
        self.tab.review_wanted.connect(self._note)
        self.tab.person_wanted.connect(self.people.append)

    def _note(self, review_id: int, tab: str) -> None:
        self.wanted.append((review_id, tab))

    def show(self, width: int = 1048, height: int = 720) -> BoardRobot:
        """Show it for the first time."""
        self.stage.window.resize(width, height)
        self.stage.put(self.tab)
        return self.read()

    def read(self) -> BoardRobot:
        """Read the cycle again, as the room does after a change."""
        store, key = self.stage.store, self.cycle.cycle.id
        rows = reviews.board(store, key, TODAY)
        self.tab.show_cycle(OpenCycle(cycles.get(store, key), rows))
        QApplication.processEvents()
        return self

    def names(self) -> list[str]:
        """Who is on the board, from top to bottom."""
        return [row.person.name for row in self.tab.model.rows]

    def cell(self, name: str, column: Column | None) -> tuple[int, int]:
        """Row and column of a cell."""
        return self.names().index(name), COLUMNS.index(column)

    def words(self, name: str, column: Column) -> tuple[str, str, str]:
        """Kind, words and the line below."""
        row, place = self.cell(name, column)
        found = self.tab.model.words(self.tab.model.rows[row], place)
        assert found is not None
        return found.kind, found.words, found.caption

    def spoken(self, name: str, column: Column | None) -> str:
        """What a screen reader says."""
        index = self.tab.model.index(*self.cell(name, column))
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def go_to(self, name: str, column: Column | None) -> None:
        """Put the keyboard on a cell."""
        self.tab.table.setFocus()
        self.tab.table.setCurrentIndex(self.tab.model.index(*self.cell(name, column)))

    def press(self, key: Qt.Key) -> None:
        """Press a key on the board."""
        self.stage.qtbot.keyClick(self.tab.table, key)

    @property
    def at(self) -> tuple[str, Column | None]:
        """Where the keyboard is."""
        index = self.tab.table.currentIndex()
        return self.names()[index.row()], COLUMNS[index.column()]


@pytest.fixture
def board(stage: Stage) -> BoardRobot:
    """The board of Ana, Ben and Chi."""
    return BoardRobot(stage)


def test_cells_say_what_is_done_and_what_is_missing(board: BoardRobot) -> None:
    cycle = board.cycle
    cycle.own_view("Ana Ruiz", date(2026, 11, 2)).peers("Ana Ruiz", 4, 2)
    cycle.peers("Ben Okri", 3, 0).written("Ben Okri", 340)
    cycle.peers("Chi Tran", 2, 2).calibrated("Chi Tran", "Solid")
    board.show()
    assert board.words("Ana Ruiz", Column.SELF) == ("done", "2 Nov", "")
    assert board.words("Ana Ruiz", Column.PEERS) == ("chip", "2 of 4", "2 to remind")
    assert board.words("Ana Ruiz", Column.WRITING) == ("none", "–", "")
    assert board.words("Ben Okri", Column.SELF) == ("late", "Late", "4 days")
    assert board.words("Ben Okri", Column.PEERS) == ("late", "0 of 3", "due 20 Nov")
    assert board.words("Ben Okri", Column.WRITING) == ("chip", "Writing", "340 words")
    assert board.words("Chi Tran", Column.PEERS) == ("done", "9 Nov", "")
    assert board.words("Chi Tran", Column.SEALED) == ("sealed", "17 Nov", "")
    assert board.words("Chi Tran", Column.CALIBRATED) == ("chip", "Changed", "was Strong")
    assert board.words("Chi Tran", Column.SHARED) == ("none", "–", "")


def test_a_rating_that_was_kept_shows_no_step(board: BoardRobot) -> None:
    board.cycle.calibrated("Ana Ruiz", "Strong").shared("Ben Okri")
    board.show()
    assert board.words("Ana Ruiz", Column.CALIBRATED) == ("done", "17 Nov", "")
    shown = [board.spoken(name, column) for name in TEAM for column in COLUMNS]
    assert not any("Strong" in words for words in shown)


def test_words_that_changed_after_the_seal_are_told(board: BoardRobot) -> None:
    board.cycle.sealed("Ana Ruiz")
    key = board.cycle.row("Ana Ruiz").id
    reviews.write(board.stage.store, key, narrative="Other words")
    board.show()
    assert board.words("Ana Ruiz", Column.SEALED) == ("sealed", "17 Nov", "changed since")


def test_late_writing_says_how_much_there_is(board: BoardRobot) -> None:
    cycles.change(board.stage.store, board.cycle.cycle.id, writing_due=TODAY - timedelta(1),
                         peers_due=TODAY - timedelta(3))  # fmt: skip
    board.cycle.written("Ana Ruiz", 12).peers("Ben Okri", 2, 1)
    board.show()
    assert board.words("Ana Ruiz", Column.WRITING) == ("late", "Late", "12 words")
    assert board.words("Ben Okri", Column.WRITING) == ("late", "Late", "1 day")
    assert board.words("Ben Okri", Column.PEERS) == ("late", "1 of 2", "3 days late")


def test_a_screen_reader_hears_the_cell_and_the_whole_row(board: BoardRobot) -> None:
    board.cycle.peers("Ana Ruiz", 4, 2)
    board.show()
    assert board.spoken("Ana Ruiz", Column.SHARED) == "Ana Ruiz, Shared: not yet"
    assert board.spoken("Ana Ruiz", Column.PEERS) == (
        "Ana Ruiz, Peer feedback: 2 of 4, 2 to remind, due 20 Nov"
    )
    row = board.spoken("Ana Ruiz", None)
    assert row.startswith("Ana Ruiz; Self-review: 4 days late; Peer feedback: 2 of 4")
    assert row.endswith("Shared: not yet")


def test_the_headings_carry_the_deadlines(board: BoardRobot) -> None:
    board.show()
    model = board.tab.model
    assert model.heading(1) == ["Self-review", "13 Nov"]
    name = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert name == "Peer feedback, due 20 Nov"
    cycles.change(board.stage.store, board.cycle.cycle.id, peers_due=None)
    board.read()
    assert model.heading(2) == ["Peer feedback"]


@pytest.mark.parametrize(
    ("column", "tab"),
    [
        (Column.SELF, "self"),
        (Column.PEERS, "peers"),
        (Column.WRITING, "narrative"),
        (Column.SEALED, "narrative"),
        (Column.CALIBRATED, "calibration"),
        (Column.SHARED, "share"),
    ],
)
def test_enter_opens_the_side_of_the_cell(board: BoardRobot, column: Column, tab: str) -> None:
    board.show().go_to("Ben Okri", column)
    board.press(Qt.Key.Key_Return)
    assert board.wanted == [(board.cycle.row("Ben Okri").id, tab)]


def test_a_click_does_what_enter_does(board: BoardRobot) -> None:
    board.show()
    index = board.tab.model.index(*board.cell("Chi Tran", Column.PEERS))
    place = board.tab.table.visualRect(index).center()
    board.stage.qtbot.mouseClick(board.tab.table.viewport(), LEFT, pos=place)
    assert board.wanted == [(board.cycle.row("Chi Tran").id, "peers")]


def test_the_name_opens_what_is_next(board: BoardRobot) -> None:
    board.cycle.own_view("Ana Ruiz")
    board.show().go_to("Ana Ruiz", None)
    board.press(Qt.Key.Key_Return)
    assert board.wanted == [(board.cycle.row("Ana Ruiz").id, "peers")]


def test_arrow_keys_walk_the_cells(board: BoardRobot) -> None:
    board.show().go_to("Ana Ruiz", None)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        board.press(key)
    assert board.at == ("Ben Okri", Column.PEERS)


def test_who_is_left_out_comes_last_with_the_reason(board: BoardRobot) -> None:
    ana = next(one for one in people.everyone(board.stage.store) if one.name == "Ana Ruiz")
    cycles.leave_out(board.stage.store, board.cycle.cycle.id, ana.id, "Joined in October")
    board.show()
    assert board.names() == ["Ben Okri", "Chi Tran", "Ana Ruiz"]
    assert board.spoken("Ana Ruiz", None) == "Ana Ruiz, Left out: Joined in October"
    board.tab.model.order_by(Order.NAME)
    assert board.names()[-1] == "Ana Ruiz"
    board.go_to("Ana Ruiz", Column.WRITING)
    board.press(Qt.Key.Key_Return)
    assert board.wanted == []
    assert board.people == [ana.id]


def test_a_heading_orders_by_its_column_and_again_by_the_rail(board: BoardRobot) -> None:
    board.cycle.own_view("Ana Ruiz").peers("Ana Ruiz", 1, 1).peers("Chi Tran", 2, 0)
    board.show()
    head = board.tab.table.horizontalHeader()
    head.sectionClicked.emit(COLUMNS.index(Column.PEERS))
    assert board.names() == ["Ben Okri", "Chi Tran", "Ana Ruiz"]
    assert board.tab.order.currentText() == "By Peer feedback"
    head.sectionClicked.emit(COLUMNS.index(Column.PEERS))
    assert board.names() == list(TEAM)
    assert board.tab.order.currentText() == "Sidebar order"


def test_what_is_late_comes_first(board: BoardRobot) -> None:
    board.cycle.own_view("Ana Ruiz").own_view("Ben Okri")
    board.show().tab.model.order_by(Column.SELF)
    assert board.names()[0] == "Chi Tran"


def test_the_filter_finds_by_letters_and_says_when_there_is_nobody(board: BoardRobot) -> None:
    board.show()
    board.tab.filter.setText("chi")
    assert board.names() == ["Chi Tran"]
    board.tab.filter.setText("zzz")
    assert board.names() == []
    assert board.tab.nobody.isVisible()
    assert not board.tab.table.isVisible()
    board.tab.filter.clear()
    assert board.names() == list(TEAM)
    assert not board.tab.nobody.isVisible()


def test_the_cell_with_the_keyboard_keeps_it_when_things_change(board: BoardRobot) -> None:
    board.show().go_to("Chi Tran", Column.WRITING)
    board.cycle.own_view("Ana Ruiz")
    board.read()
    assert board.at == ("Chi Tran", Column.WRITING)
    people.remove(board.stage.store, board.cycle.row("Ana Ruiz").person.id)
    board.read()
    assert board.at == ("Chi Tran", Column.WRITING)


def test_the_model_keeps_the_rules_of_qt(board: BoardRobot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(board.tab.model, mode)
    board.show()
    board.cycle.own_view("Ana Ruiz")
    board.read()
    board.tab.model.order_by(Column.SELF)
    board.tab.model.show_filtered("a")
    board.tab.model.show_filtered("")
    assert tester.model() is board.tab.model


def test_the_distribution_is_drawn_and_said(board: BoardRobot) -> None:
    steps = board.cycle.steps
    for label, part in zip(steps, (10, 30, 45, 15), strict=True):
        cycles.change_level(board.stage.store, steps[label], guideline=part)
    board.cycle.calibrated("Ana Ruiz", "Solid").sealed("Ben Okri", "Outstanding")
    board.show()
    words = board.tab.side.distribution.accessibleName()
    assert "Strong: 1 proposed, 0 calibrated, 0 final, guideline 0.9" in words
    assert "Solid: 0 proposed, 1 calibrated" in words
    assert board.tab.side.key.text() == (
        "Bar: proposed (2 of 3). Outline: calibrated (1). Line: guideline."
    )
    assert board.tab.side.note.isVisible()


def labels(widget: object) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in widget.findChildren(QLabel)]  # type: ignore[attr-defined]


def test_deadlines_count_who_is_still_to_come(board: BoardRobot) -> None:
    board.cycle.own_view("Ana Ruiz")
    board.show()
    said = labels(board.tab.side.deadlines)
    assert "Self-review" in said
    assert "13 Nov, 2 still to do" in said
    assert "Fri, 3 still to do" in said
    for name in TEAM:
        board.cycle.shared(name)
    board.read()
    assert not board.tab.side.deadlines.isVisible()


def test_thin_evidence_counts_the_empty_months_and_leads_there(board: BoardRobot) -> None:
    store = board.stage.store
    dee = a_person(store, "Dee Voss").with_checkin(1, shared_notes="Shipped")
    cycles.take_in(store, board.cycle.cycle.id, dee.id)
    board.cycle.sealed("Ana Ruiz")
    board.show()
    said = labels(board.tab.side.thin)
    assert "none in 11 months" in said, "January to November, for who has nothing"
    assert "none in 10 months" in said
    key = board.cycle.row("Dee Voss").id
    link = board.tab.side.findChild(QPushButton, f"evidence{key}")
    assert link is not None
    assert link.accessibleName() == "Dee Voss, none in 10 months"
    board.stage.qtbot.mouseClick(link, LEFT)
    assert board.wanted == [(key, "narrative")]
    sealed = board.cycle.row("Ana Ruiz").id
    assert board.tab.side.findChild(QPushButton, f"evidence{sealed}") is None


def test_months_before_somebody_came_are_not_held_against_them(board: BoardRobot) -> None:
    store = board.stage.store
    ana = board.cycle.row("Ana Ruiz").person
    people.change(store, ana.id, start_date=date(2026, 10, 5))
    board.show()
    key = board.cycle.row("Ana Ruiz").id
    link = board.tab.side.findChild(QPushButton, f"evidence{key}")
    assert link is not None and link.accessibleName() == "Ana Ruiz, none in 2 months"


def keyboard() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def test_a_career_conversation_after_sharing_is_planned_from_here(board: BoardRobot) -> None:
    board.cycle.shared("Ana Ruiz")
    board.show()
    assert "not held yet" in labels(board.tab.side.check_ins)
    ana = board.cycle.row("Ana Ruiz").person.id
    button = board.tab.side.findChild(QPushButton, f"plan{ana}")
    assert button is not None
    assert button.accessibleName() == "Plan: Ana Ruiz"
    button.setFocus()
    board.stage.qtbot.keyClick(button, Qt.Key.Key_Space)
    assert board.stage.toast.text().startswith("Career conversation planned")
    board.read()
    assert keyboard() == f"checkin{ana}"
    assert any(words.startswith("planned ") for words in labels(board.tab.side.check_ins))
    board.stage.undo()
    board.read()
    assert "not held yet" in labels(board.tab.side.check_ins)
    assert all(one.state is not CheckInState.PLANNED for one in checkins.history(
        board.stage.store, ana))  # fmt: skip
    assert keyboard() == f"checkin{ana}"


def test_the_keyboard_stays_in_its_row_beside_the_board_or_goes_to_the_board(
    board: BoardRobot,
) -> None:
    board.show()
    ben = board.cycle.row("Ben Okri").id
    link = board.tab.side.findChild(QPushButton, f"evidence{ben}")
    assert link is not None
    link.setFocus()
    board.read()
    assert keyboard() == f"evidence{ben}"
    board.cycle.sealed("Ben Okri")
    board.read()
    assert keyboard() == names.CYCLE_BOARD


def test_who_is_away_until_nobody_knows_when_is_listed_without_a_plan(board: BoardRobot) -> None:
    board.cycle.shared("Ana Ruiz")
    ana = board.cycle.row("Ana Ruiz").person.id
    people.change(board.stage.store, ana, status=PersonStatus.ON_LEAVE, leave_until=None)
    board.show()
    assert "not held yet" in labels(board.tab.side.check_ins)
    assert board.tab.side.findChild(QPushButton, f"plan{ana}") is None


def test_where_it_is_narrow_the_panel_stands_below(board: BoardRobot) -> None:
    board.show(width=1048)
    wide = board.tab.side.mapTo(board.tab, board.tab.side.rect().topLeft())
    board.stage.window.resize(780, 700)
    QApplication.processEvents()
    narrow = board.tab.side.mapTo(board.tab, board.tab.side.rect().topLeft())
    assert wide.x() > 500
    assert narrow.x() < 50
    assert narrow.y() > wide.y()


def test_forty_people_are_all_there_and_scroll(board: BoardRobot) -> None:
    store = board.stage.store
    for one in people.add_many(store, [f"Person {number}" for number in range(37)]):
        cycles.take_in(store, board.cycle.cycle.id, one.id)
    board.show()
    assert len(board.names()) == 40
    board.tab.focus_person(board.cycle.row("Person 36").person.id)
    assert board.at[0] == "Person 36"
    table = board.tab.table
    seen = table.viewport().visibleRegion().boundingRect()
    assert seen.contains(table.visualRect(table.currentIndex()))


def test_without_anyone_the_filter_takes_the_keyboard(stage: Stage) -> None:
    cycle = CycleBuilder(stage.store)
    tab = BoardTab(replace(stage.ctx, theme=stage.ctx.theme.in_area("review")))
    stage.put(tab)
    tab.show_cycle(OpenCycle(cycles.get(stage.store, cycle.cycle.id), []))
    tab.focus_first()
    assert tab.filter.hasFocus()


@pytest.mark.usefixtures("large_type")
def test_a_board_that_is_too_wide_for_large_type_scrolls_to_the_side_alone(stage: Stage) -> None:
    people.add_many(stage.store, ["Dee Fox", "Eli Ray", "Fay Ode"])
    table = BoardRobot(stage).show(980).tab.table
    assert table.horizontalScrollBar().maximum() > 0
    assert table.verticalScrollBar().maximum() == 0


def test_what_stands_below_a_short_board_is_close_to_it(board: BoardRobot) -> None:
    board.show(1048, 900)
    words = next(one for one in board.tab.findChildren(QLabel) if "Nothing from" in one.text())
    below = words.mapTo(board.tab, QPoint()).y()
    end = board.tab.table.mapTo(board.tab, board.tab.table.rect().bottomLeft()).y()
    assert 0 < below - end < 40
