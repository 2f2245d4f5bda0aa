"""What drives a person, as rows in their order."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from careerdesk.compat import override
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.ui.base.texts import plain_tip, tr
from careerdesk.ui.discovery.motivator_row import goals_text, notes_text
from careerdesk.ui.widgets.ordered import OrderedModel
from careerdesk.ui.widgets.record_list import RecordListModel

Index = QModelIndex | QPersistentModelIndex


class MotivatorModel(OrderedModel, RecordListModel[MotivatorView]):
    """Rows are `MotivatorView`s; an edited name is passed on by `renamed`, not kept here."""

    drag_kind = "motivator"
    renamed = Signal(int, str)

    @override
    def text(self, row: MotivatorView) -> str:
        """The name on one line."""
        return one_line(row.motivator.name)

    @override
    def spoken(self, row: MotivatorView) -> str:
        """Place, name, number of goals and of notes."""
        return tr("Motivator {place} of {count}: {name}, {goals}, {notes}").format(
            place=self.row_of(row.id) + 1,
            count=len(self.rows),
            name=self.text(row),
            goals=goals_text(row),
            notes=notes_text(row),
        )

    @override
    def tip(self, row: MotivatorView) -> str:
        """All of the name, and both counts."""
        return plain_tip(f"{self.text(row)}\n{goals_text(row)}, {notes_text(row)}")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The editor gets the name as it is stored."""
        if index.isValid() and role == Qt.ItemDataRole.EditRole:
            return self.record(index).motivator.name
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell a new name; an empty one is refused."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        if name != self.record(index).motivator.name:
            self.renamed.emit(self.id_at(index.row()), name)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every motivator can be renamed in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags
