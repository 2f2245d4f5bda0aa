"""Coming to one record on a page: its text or its row gets the keyboard and is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from careerdesk.domain.records import Record
from careerdesk.domain.versions import TextRef
from careerdesk.ui.base.focus import show_now
from careerdesk.ui.base.in_sight import show_all_of
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.settling import settle
from careerdesk.ui.base.text_source import source_of
from careerdesk.ui.widgets.coming_back import ShowsRecords
from careerdesk.ui.widgets.record_list import RecordListModel


def land(root: QWidget, to: Destination) -> bool:
    """Come to the text one was sent to, where it stands in a field, else to the row of its record.

    Tells whether anything that is seen within *root* shows it.
    """
    if to.record is None:
        return False
    return land_in_field(root, *to.record, to.field) or land_in_list(root, *to.record)


def land_in_field(root: QWidget, kind: type[Record], record_id: int, field: str) -> bool:
    """Put the cursor into the field with a text, if one is seen."""
    wanted = TextRef(kind, record_id, field)
    for one in root.findChildren(QWidget):
        if source_of(one) == wanted:
            show_now(one)
            if one.isVisible():
                go_to_widget(one)
                return True
    return False


def land_in_list(root: QWidget, kind: type[Record], record_id: int) -> bool:
    """Choose the row of a record, in the first list that is seen and has it."""
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        holds = isinstance(model, RecordListModel) and model.holds is kind
        if holds and view.isVisible() and choose_record(view, record_id):
            return True
    lists = (one for one in root.findChildren(QWidget) if isinstance(one, ShowsRecords))
    return any(one.show_back([record_id]) for one in lists if one.holds is kind and one.isVisible())


def choose_record(view: QAbstractItemView, record_id: int) -> bool:
    """Choose the row of a record, if a list has it."""
    model = view.model()
    row = model.row_of(record_id) if isinstance(model, RecordListModel) else -1
    if row >= 0:
        choose_row(view, row)
    return row >= 0


def choose_row(view: QAbstractItemView, row: int) -> None:
    """Choose a row alone, give it the keyboard, and scroll the list and the page to it."""
    index = view.model().index(row, 0)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    view.selectionModel().setCurrentIndex(index, flags)
    view.scrollTo(index)
    settle()
    show_all_of(view.viewport(), view.visualRect(index))


def go_to_widget(widget: QWidget) -> None:
    """Give a widget the keyboard, and scroll the page to it."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(widget, QLineEdit):
        widget.deselect()  # the first letter typed must not take what was found
    settle()
    show_all_of(widget, widget.rect())
