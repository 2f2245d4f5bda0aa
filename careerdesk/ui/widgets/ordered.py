"""Lists whose rows people put in order by dragging or by keys.

A move is always the same request: these ids, in this order, before that id (None: to the end).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from careerdesk.compat import override

MIME_TYPE = "application/x-careerdesk-ids"

Index = QModelIndex | QPersistentModelIndex
Mover = Callable[[list[int], int | None], object]

if TYPE_CHECKING:
    _Base = QAbstractListModel
else:
    _Base = object  # mixed in before the model, which brings the Qt class


class OrderedModel(_Base):
    """Mix in before any list model that has `id_at(row)` and `row_of(id)`.

    Set `drag_kind` (rows go only between lists of one kind). `mover` carries out the moves that
    Qt itself asks for; an OrderedListView fills it in, so a page only listens to its view.
    """

    drag_kind = ""
    mover: Mover | None = None

    if TYPE_CHECKING:

        def id_at(self, row: int) -> int:
            """The id of the record in a row."""

        def row_of(self, record_id: int) -> int:
            """The row of a record, or -1."""

    def move_ids(self, ids: list[int], before_id: int | None) -> bool:
        """Ask for the move; False when nothing would change or nobody is there to do it."""
        if self.mover is None or not ids or not self.would_move(ids, before_id):
            return False
        self.mover(ids, before_id)
        return True

    def would_move(self, ids: Sequence[int], before_id: int | None) -> bool:
        """Whether the order would be another one afterwards."""
        now = self.ids()
        if not set(ids) <= set(now):
            return True
        rest = [one for one in now if one not in set(ids)]
        at = rest.index(before_id) if before_id in rest else len(rest)
        return [*rest[:at], *ids, *rest[at:]] != now

    def ids(self) -> list[int]:
        """The ids of all rows, in order."""
        return [self.id_at(row) for row in range(self.rowCount())]

    def id_before(self, row: int, ids: Sequence[int]) -> int | None:
        """The first id from a row on that is not itself being moved."""
        return next((one for one in self.ids()[max(row, 0) :] if one not in ids), None)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged, and nothing be dropped onto one: only between them."""
        flags = super().flags(index)
        if index.isValid():
            return (flags | Qt.ItemFlag.ItemIsDragEnabled) & ~Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        """A drop moves."""
        return Qt.DropAction.MoveAction

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        """A drag moves."""
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        """The own type, which holds ids alone."""
        return [MIME_TYPE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the rows, in their order."""
        rows = sorted({index.row() for index in indexes})
        return ids_as_mime(self.drag_kind, [self.id_at(row) for row in rows])

    @override
    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Take rows of the same kind alone."""
        return action == Qt.DropAction.MoveAction and bool(ids_of_mime(data, self.drag_kind))

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move what comes from another list to this place."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        ids = ids_of_mime(data, self.drag_kind)
        at = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        return self.move_ids(ids, self.id_before(at, ids))

    @override
    def moveRows(
        self,
        sourceParent: Index,
        sourceRow: int,
        count: int,
        destinationParent: Index,
        destinationChild: int,
    ) -> bool:
        """Move within the list; False when nothing would move."""
        last = sourceRow + count - 1
        fits = 0 <= sourceRow <= last < self.rowCount()
        if not fits or sourceRow <= destinationChild <= last + 1:
            return False
        ids = [self.id_at(row) for row in range(sourceRow, last + 1)]
        return self.move_ids(ids, self.id_before(destinationChild, ids))

    @override
    def removeRows(self, row: int, count: int, parent: Index | None = None) -> bool:
        """Refuse: a drag that was taken elsewhere must not delete."""
        return False  # Qt would delete the rows of a drag that was taken elsewhere


def ids_as_mime(kind: str, ids: Sequence[int]) -> QMimeData:
    """What a drag carries: kind and ids, of use to this process alone."""
    data = QMimeData()
    words = [str(os.getpid()), kind, *map(str, ids)]
    data.setData(MIME_TYPE, QByteArray(" ".join(words).encode()))
    return data


def ids_of_mime(data: QMimeData, kind: str) -> list[int]:
    """The ids a drag carries; none when it comes from another program or list of another kind."""
    words = bytes(data.data(MIME_TYPE).data()).decode("ascii", "replace").split(" ")
    numbers = words[2:]
    if words[:2] != [str(os.getpid()), kind] or not all(map(str.isdecimal, numbers)):
        return []
    return list(dict.fromkeys(map(int, numbers)))
