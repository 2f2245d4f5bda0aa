"""Archived people at the end of the rail: folded away, one step from coming back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.i18n import tr
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.record_list import RecordListModel

MOST_ROWS = 5


class ArchivedModel(RecordListModel[Person]):
    """Names of archived people."""

    @override
    def text(self, row: Person) -> str:
        """The name."""
        return row.name

    @override
    def tip(self, row: Person) -> str | None:
        """How the person comes back."""
        return plain_tip(tr("Press Enter or double-click to restore {name}", name=row.name))


class ArchivedPeople(QWidget):
    """*Archived (3)*; unfolded, Enter or a double click restores a person."""

    restored = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.button = LinkButton(ctx.theme, "", icon="chevron-right", name=names.ARCHIVED_BUTTON)
        self.model = ArchivedModel(self)
        self.list = QListView()
        self.list.setObjectName("archivedList")
        self.list.setAccessibleName(tr("Archived people"))
        self.list.setModel(self.model)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(self.list)
        self.hide()  # nobody is archived yet
        self._connect()

    def _connect(self) -> None:
        self.button.clicked.connect(self._fold)
        self.list.activated.connect(self._restore)

    def reload(self) -> None:
        """Read the archived people again."""
        found = try_read(self._ctx, people.archived, self._ctx.store) or []
        self.model.set_rows(found)
        self.button.set_words(tr("Archived ({n})", n=len(found)))
        self.setVisible(bool(found))
        rows = min(len(found), MOST_ROWS)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 20) + 4)

    def go_to(self, person_id: int) -> bool:
        """Unfold, and choose a person; tells whether they are archived and can be seen."""
        if self.model.row_of(person_id) < 0 or not self.isVisible():
            return False
        from careerdesk.ui.widgets.landing import (
            choose_record,  # late: nobody is found at the start
        )

        self._turn(opened=True)
        return choose_record(self.list, person_id)

    @Slot()
    def _fold(self) -> None:
        self._turn(opened=self.list.isHidden())

    def _turn(self, *, opened: bool) -> None:
        self.list.setVisible(opened)
        self.button.set_icon("chevron-down" if opened else "chevron-right")

    @Slot(QModelIndex)
    def _restore(self, index: QModelIndex) -> None:
        person = self.model.record(index)
        today = self._ctx.clock.today()
        back = try_action(self._ctx, people.restore, self._ctx.store, person.id, today=today)
        if back:
            self.restored.emit(person.id)
            back.say(tr("{name} restored", name=person.name))
