"""A list of records turns from one state into any other by Qt's rules, and keeps what it can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView

from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.views import CheckInLine
from careerdesk.ui.checkins.history import HistoryModel
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE, RecordListModel
from tests.builders import NOW

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Row:
    id: int
    text: str = ""


class Rows(RecordListModel[Row]):
    def text(self, row: Row) -> str:
        return row.text


states = st.lists(
    st.builds(Row, st.integers(1, 12), st.sampled_from(["a", "b"])),
    unique_by=lambda row: row.id,
    max_size=12,
)


@given(st.lists(states, max_size=6))
def test_any_state_follows_any_other(qapp: QApplication, found: list[list[Row]]) -> None:
    model = Rows()
    QAbstractItemModelTester(model, FATAL, model)
    for rows in found:
        model.set_rows(rows)
        assert list(model.rows) == rows
        shown = [model.index(n, 0).data(RECORD_ROLE) for n in range(model.rowCount())]
        assert shown == rows


@given(states, states)
def test_a_row_that_stays_keeps_its_index(
    qapp: QApplication, before: list[Row], after: list[Row]
) -> None:
    model = Rows()
    model.set_rows(before)
    held = {row.id: QPersistentModelIndex(model.index(n, 0)) for n, row in enumerate(before)}
    model.set_rows(after)
    kept = {row.id for row in after}
    for number, index in held.items():
        assert index.isValid() == (number in kept)
        assert not index.isValid() or index.data(ID_ROLE) == number


def test_the_same_rows_again_say_nothing(qtbot: object, qapp: QApplication) -> None:
    model = Rows()
    model.set_rows([Row(1, "a"), Row(2, "b")])
    said: list[str] = []
    model.dataChanged.connect(lambda *_: said.append("changed"))
    model.rowsInserted.connect(lambda *_: said.append("inserted"))
    model.rowsRemoved.connect(lambda *_: said.append("removed"))
    model.rowsMoved.connect(lambda *_: said.append("moved"))
    model.modelReset.connect(lambda *_: said.append("reset"))
    model.set_rows([Row(1, "a"), Row(2, "b")])
    assert said == []
    model.set_rows([Row(1, "a"), Row(2, "c")])
    assert said == ["changed"]
    model.set_rows([Row(2, "c"), Row(1, "a")])
    assert said == ["changed", "moved"]
    model.set_rows([Row(2, "c"), Row(3, "d"), Row(1, "a")])
    assert said == ["changed", "moved", "inserted"]
    model.set_rows([Row(3, "d"), Row(1, "a")])
    assert said == ["changed", "moved", "inserted", "removed"]


def test_the_selection_goes_with_the_row(qtbot: object, qapp: QApplication) -> None:
    model = Rows()
    model.set_rows([Row(n, "a") for n in range(1, 6)])
    view = QListView()
    view.setModel(model)
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(model.index(4, 0), flag)
    model.set_rows([Row(5, "z"), Row(9), Row(1, "a")])
    assert view.currentIndex().data(ID_ROLE) == 5
    assert [index.data(ID_ROLE) for index in view.selectedIndexes()] == [5]


def test_what_is_no_row_is_nothing(qapp: QApplication) -> None:
    model = Rows()
    model.set_rows([Row(1, "a")])
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.index(3, 0).data() is None
    assert model.row_of(7) == -1
    assert model.rowCount(index) == 0


def listening_view(model: Rows) -> QListView:
    """A view with its first row chosen."""
    view = QListView()
    view.setModel(model)
    view.setCurrentIndex(model.index(0, 0))
    return view


@given(states.filter(bool), states, states, st.integers(1, 4))
def test_anyone_who_hears_of_a_row_may_ask_for_other_rows(
    qapp: QApplication, before: list[Row], after: list[Row], newest: list[Row], times: int
) -> None:
    model = Rows()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_rows(before)
    view = listening_view(model)
    left = [newest] * times

    def ask() -> None:
        if left:
            model.set_rows(left.pop())

    view.selectionModel().currentChanged.connect(ask)
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged):
        signal.connect(ask)
    model.set_rows(after)
    assert list(model.rows) == (after if len(left) == times else newest)


def test_rows_that_could_not_be_shown_do_not_keep_the_next_from_being_shown(
    qapp: QApplication,
) -> None:
    class Stubborn(Rows):
        refuses = True

        def _insert(self, placed: Sequence[tuple[int, Row]]) -> None:
            if self.refuses:
                raise ValueError(placed[0][1].text)
            super()._insert(placed)

    model = Stubborn()
    model.set_rows([Row(1)])
    with pytest.raises(ValueError, match="x"):
        model.set_rows([Row(1), Row(2, "x")])
    model.refuses = False
    model.set_rows([Row(1), Row(3)])
    assert list(model.rows) == [Row(1), Row(3)]


def test_another_person_heard_of_in_the_midst_is_shown_after_all(qapp: QApplication) -> None:
    check_ins = {
        "now": [check_in(1), check_in(2), check_in(3)],
        "after": [check_in(7), check_in(8)],
    }
    shown = "now"

    def load(before: tuple[str, int] | None, most: int) -> list[CheckInLine]:
        return check_ins[shown]

    model = HistoryModel(load, lambda row: ("", row.id))
    QAbstractItemModelTester(model, FATAL, model)
    model.begin()
    view = QListView()
    view.setModel(model)
    view.setCurrentIndex(model.index(0, 0))

    def another() -> None:
        nonlocal shown
        if shown == "now":
            shown = "after"
            model.begin()

    view.selectionModel().currentChanged.connect(another)
    check_ins["now"] = [check_in(3), check_in(2)]
    model.read_again()
    assert [row.id for row in model.rows] == [7, 8]


def check_in(number: int) -> CheckInLine:
    kind, state = CheckInKind.ONE_ON_ONE, CheckInState.HELD
    words = f"Talk {number}"
    return CheckInLine(number, 1, NOW, kind, state, 30, 10, words, False, None, None, 0)
