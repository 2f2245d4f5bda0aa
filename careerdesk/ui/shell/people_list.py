"""The people of the rail, in their order, as far as the filter lets them through, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from careerdesk.compat import override
from careerdesk.domain.clock import Clock
from careerdesk.domain.names import folded
from careerdesk.domain.views import Attention, PersonRow
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.base.when import when_words
from careerdesk.ui.widgets.ordered import OrderedModel
from careerdesk.ui.widgets.ordered_list import Index, OrderedListView
from careerdesk.ui.widgets.record_list import RecordListModel


class PeopleModel(OrderedModel, RecordListModel[PersonRow]):
    """Rows of the rail; `show_filtered` hides those whose name does not hold the words."""

    drag_kind = "person"

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: list[PersonRow] = []
        self._words = ""
        self._only: int | None = None

    def show_people(self, rows: Sequence[PersonRow]) -> None:
        """Show these people."""
        self._all = list(rows)
        self._show()

    def show_filtered(self, words: str) -> None:
        """Show only people whose name, title or team holds *words*."""
        self._words = folded(words)
        self._show()

    def show_only(self, person_id: int | None) -> None:
        """Show one person, without what needs attention; None: show all."""
        self._only = person_id
        self._show()

    def known(self, person_id: int) -> PersonRow | None:
        """A person's row, also one that the filter hides."""
        return next((row for row in self._all if row.id == person_id), None)

    @property
    def seen(self) -> list[PersonRow]:
        """Everyone who may be seen now, also those whom the filter hides."""
        return [row for row in self._all if self._only in (None, row.id)]

    def behind_shown(self, ids: Sequence[int]) -> int | None:
        """Who stands behind the last one shown once *ids* have left, also if the filter hides them.

        None where nobody does.
        """
        shown = [one for one in self.ids() if one not in ids]
        rest = [row.id for row in self._all if row.id not in ids]
        after = rest.index(shown[-1]) + 1 if shown else len(rest)
        return next(iter(rest[after:]), None)

    def _show(self) -> None:
        if self._only is None:
            self.set_rows(
                [row for row in self._all if not self._words or self._words in _searched(row)]
            )
        else:
            only = [row for row in self._all if row.id == self._only]
            self.set_rows([replace(row, attention=()) for row in only])

    @override
    def text(self, row: PersonRow) -> str:
        """The name."""
        return row.person.name

    @override
    def spoken(self, row: PersonRow) -> str:
        """Name, next check-in, and what needs attention."""
        words = [row.person.name, when_words(row, self._clock.today())]
        return ", ".join([*words, *map(attention_words, row.attention)])

    @override
    def tip(self, row: PersonRow) -> str | None:
        """The whole name, and what needs attention."""
        lines = [row.person.name, *map(attention_words, row.attention)]
        return plain_tip("\n".join(lines))


def _searched(row: PersonRow) -> str:
    person = row.person
    return folded(f"{person.name} {person.full_name} {person.title} {person.team}")


def attention_words(reason: Attention) -> str:
    """Why a person has a dot."""
    return {
        Attention.PROMISE_LATE: tr("one of your promises is late"),
        Attention.CHECK_IN_LATE: tr("the last check-in was a long time ago"),
    }[reason]


class PeopleView(OrderedListView):
    """The list of people; Delete asks to delete, Enter to open. Who is chosen is in sight."""

    removal_wanted = Signal()
    opening_wanted = Signal()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Scroll to who is chosen, but not below a pressed mouse, which may begin to drag."""
        super().currentChanged(current, previous)
        if current.isValid() and not QApplication.mouseButtons():
            self.scrollTo(current)

    def show_chosen(self) -> None:
        """Scroll to who is chosen, also among rows that came just now."""
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep who is chosen in sight, unless one has scrolled away from them."""
        chosen = self.currentIndex()
        seen = QRect(QPoint(), event.oldSize()).intersects(self.visualRect(chosen))
        super().resizeEvent(event)
        if seen:
            self.scrollTo(chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete archives, Enter opens."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opening_wanted.emit()
        else:
            super().keyPressEvent(event)
