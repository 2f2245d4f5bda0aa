"""Putting lists in order: drops, keys, and what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import CardDelegate, start_side
from careerdesk.ui.widgets.drag_picture import drag_picture, drag_words
from careerdesk.ui.widgets.ordered import MIME_TYPE, OrderedModel, ids_as_mime, ids_of_mime
from careerdesk.ui.widgets.ordered_list import OrderedListView

MOVE = Qt.DropAction.MoveAction
ALT = Qt.KeyboardModifier.AltModifier


class Goals(OrderedModel, QAbstractListModel):
    """Ids in order; a move takes ids in from anywhere, as a reload after the store would."""

    drag_kind = "goal"

    def __init__(self, *ids: int) -> None:
        super().__init__()
        self.rows = list(ids)

    @override
    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return f"Goal {self.rows[index.row()]}" if role == Qt.ItemDataRole.DisplayRole else None

    def id_at(self, row: int) -> int:
        return self.rows[row]

    def row_of(self, record_id: int) -> int:
        return self.rows.index(record_id) if record_id in self.rows else -1

    def take(self, ids: list[int], before: int | None) -> None:
        rest = [one for one in self.rows if one not in ids]
        at = rest.index(before) if before in rest else len(rest)
        self.beginResetModel()
        self.rows = [*rest[:at], *ids, *rest[at:]]
        self.endResetModel()


class Cards(CardDelegate):
    def row_height(self, index, width: int) -> int:
        return 40

    def paint_row(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index):
        paint_text(painter, self.look, rect, index.data(), "card", "text", start_side(option))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def goals() -> Goals:
    return Goals(1, 2, 3, 4, 5)


@pytest.fixture
def view(theme: Theme, goals: Goals, qtbot) -> OrderedListView:
    made = OrderedListView(theme, name="shortTermItems")
    qtbot.addWidget(made)
    made.setModel(goals)
    made.setItemDelegate(Cards(theme, made))
    made.resize(300, 400)
    made.move_requested.connect(goals.take)
    made.show()
    return made


def between(view: OrderedListView, row: int) -> QPoint:
    """A point just above a row, or below the last."""
    model = view.ordered_model()
    if row < model.rowCount():
        return view.visualRect(model.index(row, 0)).topLeft() + QPoint(20, 2)
    return view.visualRect(model.index(row - 1, 0)).bottomLeft() + QPoint(20, 4)


def drop(view: OrderedListView, data: QMimeData, row: int) -> QDropEvent:
    point = between(view, row)
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(point, MOVE, data, buttons, keys)
    view.dragEnterEvent(enter)
    hover = QDragMoveEvent(point, MOVE, data, buttons, keys)
    view.dragMoveEvent(hover)
    event = QDropEvent(QPointF(point), MOVE, data, buttons, keys)
    event.ignore()
    view.dropEvent(event)
    return event


@pytest.mark.parametrize(
    ("ids", "row", "order"),
    [
        ([1], 2, [2, 1, 3, 4, 5]),
        ([5], 0, [5, 1, 2, 3, 4]),
        ([1], 5, [2, 3, 4, 5, 1]),
        ([2, 4], 5, [1, 3, 5, 2, 4]),
        ([2, 4], 3, [1, 3, 2, 4, 5]),
        ([1, 2], 4, [3, 4, 1, 2, 5]),
    ],
)
def test_a_drop_puts_rows_where_the_line_is(view, goals, ids, row, order) -> None:
    event = drop(view, ids_as_mime("goal", ids), row)
    assert goals.rows == order
    assert event.isAccepted()
    assert sorted(view.selected_ids()) == sorted(ids)


@pytest.mark.parametrize(("ids", "row"), [([2], 1), ([2], 2), ([2, 3], 1), ([2, 3], 3), ([5], 5)])
def test_f68_a_drop_on_itself_changes_nothing(view, goals, qtbot, ids, row) -> None:
    with qtbot.assertNotEmitted(view.move_requested):
        drop(view, ids_as_mime("goal", ids), row)
    assert goals.rows == [1, 2, 3, 4, 5]


def test_one_drop_of_many_is_one_request(view, goals) -> None:
    asked = []
    view.move_requested.connect(lambda ids, before: asked.append((ids, before)))
    drop(view, ids_as_mime("goal", [1, 3]), 4)
    assert asked == [([1, 3], 5)]


def test_f68_a_drop_from_another_list_of_the_kind_is_taken(view, goals) -> None:
    drop(view, ids_as_mime("goal", [77]), 1)
    assert goals.rows == [1, 77, 2, 3, 4, 5]


def foreign(process: str, kind: str, ids: str) -> QMimeData:
    data = QMimeData()
    data.setData(MIME_TYPE, f"{process} {kind} {ids}".encode())
    return data


def text_data() -> QMimeData:
    data = QMimeData()
    data.setText("1 2 3")
    return data


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: ids_as_mime("motivator", [1]), id="another kind"),
        pytest.param(lambda: foreign("1", "goal", "2"), id="another program"),
        pytest.param(text_data, id="text"),
        pytest.param(lambda: foreign("x", "goal", "; DROP"), id="nonsense"),
        pytest.param(QMimeData, id="nothing"),
    ],
)
def test_what_is_not_ours_is_refused(view, goals, qtbot, data) -> None:
    with qtbot.assertNotEmitted(view.move_requested):
        event = drop(view, data(), 0)
    assert not event.isAccepted()
    assert goals.rows == [1, 2, 3, 4, 5]


def test_an_empty_list_can_be_dropped_on(theme: Theme, qtbot) -> None:
    goals = Goals()
    view = OrderedListView(theme, fit=True)
    qtbot.addWidget(view)
    view.setModel(goals)
    view.move_requested.connect(goals.take)
    view.show()
    assert view.height() > 20
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = ids_as_mime("goal", [9])
    view.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), MOVE, data, buttons, keys))
    view.grab()
    view.dropEvent(QDropEvent(QPointF(5, 5), MOVE, data, buttons, keys))
    assert goals.rows == [9]


def test_the_line_is_drawn_over_the_gap_and_goes_away(view, theme: Theme) -> None:
    before = view.viewport().grab().toImage()
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = ids_as_mime("goal", [1])
    view.dragEnterEvent(QDragEnterEvent(between(view, 2), MOVE, data, buttons, keys))
    line = view.visualRect(view.model().index(2, 0)).top() - 4
    shown = view.viewport().grab().toImage()
    assert shown.pixelColor(150, line) == theme.look.colour.growth
    view.dragLeaveEvent(QDragLeaveEvent())
    assert view.viewport().grab().toImage() == before


def test_the_line_begins_with_its_ring_where_reading_begins(view, theme: Theme) -> None:
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    data = ids_as_mime("goal", [1])
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        view.setLayoutDirection(direction)
        view.dragEnterEvent(QDragEnterEvent(between(view, 2), MOVE, data, buttons, keys))
        line = view.visualRect(view.model().index(2, 0)).top() - 4
        shown = view.viewport().grab().toImage()
        last = shown.width() - 1
        within, end = (5, last) if direction == Qt.LayoutDirection.LeftToRight else (last - 5, 0)
        assert shown.pixelColor(within, line) == theme.look.colour.surface
        assert shown.pixelColor(end, line) == theme.look.colour.growth


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (Qt.Key.Key_Up, [1, 3, 2, 4, 5]),
        (Qt.Key.Key_Down, [1, 2, 4, 3, 5]),
        (Qt.Key.Key_Home, [3, 1, 2, 4, 5]),
        (Qt.Key.Key_End, [1, 2, 4, 5, 3]),
    ],
)
def test_keys_do_what_a_drag_does(view, goals, qtbot, key, order) -> None:
    view.select_ids([3])
    qtbot.keyClick(view, key, ALT)
    assert goals.rows == order
    assert view.selected_ids() == [3]


def test_keys_move_several_rows_together(view, goals, qtbot) -> None:
    view.select_ids([2, 4])
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert goals.rows == [2, 4, 1, 3, 5]
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert goals.rows == [1, 2, 4, 3, 5]


def test_beyond_the_ends_the_neighbouring_list_is_asked(view, goals, qtbot) -> None:
    view.select_ids([1])
    with qtbot.waitSignal(view.moved_beyond) as above:
        qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    view.select_ids([5])
    with qtbot.waitSignal(view.moved_beyond) as below:
        view.move_down()
    assert (above.args, below.args) == ([[1], -1], [[5], 1])
    assert goals.rows == [1, 2, 3, 4, 5]


def test_keys_without_a_selection_do_nothing(view, goals, qtbot) -> None:
    view.clearSelection()
    for move in (view.move_up, view.move_down, view.move_first, view.move_last):
        move()
    assert goals.rows == [1, 2, 3, 4, 5]


def test_other_keys_stay_qts(view, qtbot) -> None:
    view.select_ids([1])
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_ids() == [2]


def test_what_moved_shines_and_cools_down(view, goals, qtbot) -> None:
    view.select_ids([3])
    view.move_up()
    assert view.is_fresh(goals.index(1, 0))
    qtbot.waitUntil(lambda: not view.is_fresh(goals.index(1, 0)))


def test_a_row_that_went_meanwhile_is_asked_for_all_the_same(view, goals, qtbot) -> None:
    data = ids_as_mime("goal", [2])
    goals.beginResetModel()
    goals.rows.remove(2)
    goals.endResetModel()
    with qtbot.waitSignal(view.move_requested) as asked:  # the store says no or puts it back
        drop(view, data, 0)
    assert asked.args == [[2], 1]


def test_the_model_is_sound_and_never_lets_qt_remove(goals: Goals, qtbot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(goals, mode)
    assert not goals.removeRows(0, 1)
    assert goals.rows == [1, 2, 3, 4, 5]
    index = goals.index(0, 0)
    assert goals.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    assert not goals.flags(index) & Qt.ItemFlag.ItemIsDropEnabled
    assert goals.flags(QModelIndex()) & Qt.ItemFlag.ItemIsDropEnabled
    assert tester.model() is goals


def test_moves_that_qt_asks_for_are_the_same_request(view, goals) -> None:
    none = QModelIndex()
    assert goals.moveRows(none, 0, 2, none, 4)
    assert goals.rows == [3, 4, 1, 2, 5]
    assert not goals.moveRows(none, 0, 1, none, 1)
    assert not goals.moveRows(none, 4, 2, none, 0)
    assert goals.dropMimeData(ids_as_mime("goal", [5]), MOVE, 0, 0, none)
    assert goals.rows == [5, 3, 4, 1, 2]
    assert goals.dropMimeData(ids_as_mime("goal", [5]), MOVE, -1, -1, none)
    assert goals.rows == [3, 4, 1, 2, 5]
    assert not goals.dropMimeData(text_data(), MOVE, 0, 0, none)
    assert not Goals(1, 2).move_ids([1], None)


def test_a_drag_carries_the_ids_from_top_to_bottom(goals: Goals) -> None:
    data = goals.mimeData([goals.index(3, 0), goals.index(0, 0)])
    assert goals.mimeTypes() == [MIME_TYPE]
    assert ids_of_mime(data, "goal") == [1, 4]
    assert not data.hasText()


def test_the_drag_picture_says_how_many_go(theme: Theme) -> None:
    assert drag_words("Goal", 0) == "Goal"
    assert drag_words("Goal", 2) == "Goal and 2 more"
    one = drag_picture(theme.look, "Goal " * 40, 0, 2.0)
    assert one.devicePixelRatio() == 2.0
    assert one.width() <= 2 * theme.look.measure(298)
    assert drag_picture(theme.look, "Goal", 2, 1.0).height() >= 38


def test_a_fitted_list_is_as_high_as_its_rows(theme: Theme, qtbot) -> None:
    goals = Goals(1, 2, 3)
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    view = OrderedListView(theme, fit=True)
    view.setModel(goals)
    view.setItemDelegate(Cards(theme, view))
    rows.addWidget(view)
    rows.addStretch()
    page.resize(300, 500)
    page.show()
    frame = 2 * view.frameWidth()
    assert view.height() == 3 * 48 + frame
    goals.take([4], None)
    qtbot.waitUntil(lambda: view.height() == 4 * 48 + frame)


def test_a_drag_near_the_edge_scrolls_the_page(theme: Theme, qtbot) -> None:
    goals = Goals(*range(1, 30))
    view = OrderedListView(theme, fit=True)
    view.setModel(goals)
    view.setItemDelegate(Cards(theme, view))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(300, 300)
    area.show()
    data = ids_as_mime("goal", [1])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    view.dragMoveEvent(QDragMoveEvent(QPoint(20, 290), MOVE, data, buttons, keys))
    qtbot.waitUntil(lambda: bar.value() > 30)
    view.dragLeaveEvent(QDragLeaveEvent())
    view.dragMoveEvent(QDragMoveEvent(QPoint(20, bar.value() + 2), MOVE, data, buttons, keys))
    qtbot.waitUntil(lambda: bar.value() == 0)
    view.dragLeaveEvent(QDragLeaveEvent())


def test_a_list_of_another_model_says_so(theme: Theme, qtbot) -> None:
    view = OrderedListView(theme)
    qtbot.addWidget(view)
    with pytest.raises(TypeError, match="OrderedModel"):
        view.ordered_model()


def test_a_selected_card_and_a_dragged_one_look_different(view, theme: Theme) -> None:
    plain = view.viewport().grab().toImage()
    view.select_ids([2])
    top = view.visualRect(view.model().index(1, 0)).top()
    selected = view.viewport().grab().toImage()
    assert selected.pixelColor(150, top) == theme.look.colour.growth
    view._dragged = frozenset([2])
    assert view.is_dragged(view.model().index(1, 0))
    assert view.viewport().grab().toImage() not in (plain, selected)
    assert view.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
