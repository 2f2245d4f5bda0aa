"""Promises, as rows: mine first, each by its day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from careerdesk.compat import override
from careerdesk.domain.records import Owner, Promise, Record
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.person_words import group_of, whose
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.ticks import TickModel, TickWords


class PromiseModel(TickModel[Promise]):
    """Rows are `Promise`s; *grouped* says whose they are above the rows, else in each."""

    holds: type[Record] | None = Promise

    def __init__(
        self, today: Callable[[], date], parent: QObject | None = None, *, grouped: bool = False
    ) -> None:
        """Start without rows."""
        super().__init__(today, parent)
        self._grouped = grouped

    @override
    def tip(self, row: Promise) -> str:
        """Why it is named."""
        from careerdesk.domain.brief_lines import why_promise  # late: nobody hovers at the start
        from careerdesk.ui.base.brief_words import because

        return because(why_promise(row, self._today()))

    @override
    def words(self, place: int) -> TickWords:
        """The promise, and when it is due or how late it is."""
        promise = self.rows[place]
        today = self._today()
        due = due_words(promise, today)
        late = is_late(promise, today)
        if self._grouped:
            group = group_of(promise.owner, self.person) if self._is_first(place) else ""
            return TickWords(promise.text, self.is_ticked(promise), note=due, late=late,
                             group=group)  # fmt: skip
        mine = promise.owner is Owner.ME
        owner = whose(promise.owner, self.person)
        rest = f", {due}" if due else ""
        return TickWords(
            promise.text,
            self.is_ticked(promise),
            lead=owner if mine else "",
            note=rest if mine else owner + rest,
            late=late,
        )

    @override
    def is_ticked(self, row: Promise) -> bool:
        """Kept."""
        return row.done_on is not None

    @override
    def in_order(self, rows: Sequence[Promise]) -> list[Promise]:
        """Mine first, the oldest due first."""
        return sorted(rows, key=_order)

    @override
    def set_rows(self, rows: Sequence[Promise]) -> None:
        """Say the headings of groups again when their first rows changed."""
        before = [(row.id, row.owner) for row in self.rows]
        super().set_rows(rows)
        if self._grouped and before != [(row.id, row.owner) for row in self.rows]:
            self.say_again()  # another row may begin a group now

    def _is_first(self, place: int) -> bool:
        return place == 0 or self.rows[place - 1].owner is not self.rows[place].owner


def is_late(promise: Promise, today: date) -> bool:
    """Whether a promise is open after its day."""
    return promise.done_on is None and promise.due_on is not None and promise.due_on < today


def due_words(promise: Promise, today: date) -> str:
    """When a promise is due: *4 days late*, *today*, *27 Nov*; kept ones say so."""
    if promise.done_on is not None:
        return tr("done")
    if promise.due_on is None:
        return ""
    if promise.due_on < today:
        days = (today - promise.due_on).days
        return trn("1 day late", "{n} days late", days)
    return Dates.short_day_within(promise.due_on, today)


def _order(promise: Promise) -> tuple[bool, date, int]:
    return promise.owner is not Owner.ME, promise.due_on or date.max, promise.id
