"""What an undo brings back is selected and named, wherever it is a row of a list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Person, PlanItem, Record
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.widgets.record_list import RecordListModel

Key = tuple[type[Record], int]


class ShowsRecords(QWidget):
    """A list of one kind of record whose rows are widgets themselves."""

    holds: type[Record]

    @abstractmethod
    def show_back(self, ids: Collection[int]) -> list[str]:
        """Give the keyboard to the first of these rows; the names of those that are here."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A list with rows that came back; `select` selects them and gives their names."""

    widget: QWidget
    kind: type[Record]
    select: Callable[[], list[str]]


def show_back(root: QWidget, came: Collection[Key]) -> None:
    """Select in the lists of a window what came back, and say its name.

    Of a goal and its key results the goal is meant. Nothing is said of what no list shows, nor of
    what came back with a whole person.
    """
    kinds = {kind for kind, _ in came}
    if not kinds or Person in kinds:
        return
    views = (_rows_in(view, came) for view in root.findChildren(QAbstractItemView))
    lists = (one for one in root.findChildren(QWidget) if isinstance(one, ShowsRecords))
    others = (_widgets_in(one, came) for one in lists)
    found = [one for one in (*views, *others) if one is not None and one.widget.isVisible()]
    if not found:
        return
    first = min(found, key=lambda one: one.kind is not PlanItem)
    said = first.select()
    if said:
        more = len(said) - 1
        words = tr("{name} and {n} more restored") if more else tr("{name} restored")
        announce(first.widget, fill(words, name=said[0], n=more))


def _rows_in(view: QAbstractItemView, came: Collection[Key]) -> _Found | None:
    model = view.model()
    if not isinstance(model, RecordListModel) or model.holds is None:
        return None
    ids = {key for kind, key in came if kind is model.holds}
    rows = [model.index(row, 0) for row in model.rows_of(ids)]
    return _Found(view, model.holds, partial(_select, view, rows)) if rows else None


def _widgets_in(shows: ShowsRecords, came: Collection[Key]) -> _Found | None:
    ids = tuple(key for kind, key in came if kind is shows.holds)
    return _Found(shows, shows.holds, partial(shows.show_back, ids)) if ids else None


def _select(view: QAbstractItemView, rows: Sequence[QModelIndex]) -> list[str]:
    """Select the rows and give them the keyboard; their names."""
    chosen, flags = QItemSelection(), QItemSelectionModel.SelectionFlag
    for index in rows:
        chosen.select(index, index)
    view.selectionModel().setCurrentIndex(rows[0], flags.NoUpdate)
    view.selectionModel().select(chosen, flags.ClearAndSelect)
    view.scrollTo(rows[0])
    if not is_typed_in():
        view.setFocus()
    return [str(index.data(Qt.ItemDataRole.DisplayRole)) for index in rows]


def is_typed_in() -> bool:
    """Whether the keyboard is in a field with words, which must not lose it."""
    held = QApplication.focusWidget()
    if isinstance(held, QTextEdit):
        return bool(held.toPlainText())
    return isinstance(held, QLineEdit) and bool(held.text())
