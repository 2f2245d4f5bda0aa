"""A list of records turns from one state into any other by Qt's rules, and keeps what it can."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QListView

from careerdesk.ui.models.record_list import ID_ROLE, RECORD_ROLE, RecordListModel

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
