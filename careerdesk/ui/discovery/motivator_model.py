"""What moves a person, as rows in their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from careerdesk.compat import override
from careerdesk.domain.records import Drive, Motivator, MotivatorStanding
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.discovery.motivator_words import (
    goals_text,
    notes_text,
    quoted,
    spoken_standing,
    thing,
)
from careerdesk.ui.widgets.ordered import OrderedModel
from careerdesk.ui.widgets.record_list import RecordListModel

Index = QModelIndex | QPersistentModelIndex


class MotivatorModel(OrderedModel, RecordListModel[MotivatorView]):
    """Rows are `MotivatorView`s; an edited name is passed on by `renamed`, not kept here."""

    drag_kind = "motivator"
    holds = Motivator
    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None, drive: Drive = Drive.DRIVES) -> None:
        """*drive* is that of all rows."""
        super().__init__(parent)
        self.drive = drive

    @override
    def text(self, row: MotivatorView) -> str:
        """The name on one line."""
        return one_line(row.motivator.name)

    @override
    def spoken(self, row: MotivatorView) -> str:
        """Place, name, how sure it is, number of goals and of notes, the quote."""
        words = tr(
            "{thing} {place} of {count}: {name}",
            thing=thing(self.drive),
            place=self.row_of(row.id) + 1,
            count=len(self.rows),
            name=self.text(row),
        )
        parts = (words, spoken_standing(row.motivator), *self._counts(row),
                 quoted(row.motivator.quote))  # fmt: skip
        return ", ".join(part for part in parts if part)

    @override
    def tip(self, row: MotivatorView) -> str:
        """All of the quote, which may be cut, and both counts."""
        lines = (quoted(row.motivator.quote), ", ".join(self._counts(row)))
        return plain_tip("\n".join(line for line in lines if line))

    def _counts(self, row: MotivatorView) -> Sequence[str]:
        """Goals feed what drives somebody, and nothing else."""
        goals = [goals_text(row)] if self.drive is Drive.DRIVES else []
        return [*goals, notes_text(row)]

    def sayable(self, ids: Sequence[int]) -> list[str]:
        """The names of rows that may leave the program: a guess may not."""
        rows = [row for row in self.rows if row.id in set(ids)]
        guessed = MotivatorStanding.GUESSED
        return [self.text(row) for row in rows if row.motivator.standing is not guessed]

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
