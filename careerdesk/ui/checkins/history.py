"""The check-ins that are over, newest first, read page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QObject

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.records import CheckInState, LookedAhead
from careerdesk.domain.views import CheckInLine
from careerdesk.i18n import N_, Message, tr, translated, trn
from careerdesk.ui.base.texts import (
    MIDDLE_DOT,
    Dates,
    checkin_state_within,
    kind_word,
    plain_tip,
)
from careerdesk.ui.widgets.record_list import Index, RecordListModel

PAGE = 100
SHARE = 4  # a further page is a quarter of what is there, if that is more
_LOOKED_AHEAD: dict[LookedAhead | None, Message] = {
    LookedAhead.LITTLE: N_("looked ahead a little"),
    LookedAhead.MOSTLY: N_("looked ahead"),
}
_NOWHERE = QModelIndex()
Loader = Callable[[tuple[str, int] | None, int], list[CheckInLine]]


class HistoryModel(RecordListModel[CheckInLine]):
    """Rows are `CheckInLine`s; a view that scrolls to the end fetches more, the more it has.

    *load* reads check-ins before a key (None: the newest), at most so many; *key* gives the key of
    a row.
    """

    def __init__(
        self,
        load: Loader,
        key: Callable[[CheckInLine], tuple[str, int]],
        parent: QObject | None = None,
    ) -> None:
        """Start without rows."""
        super().__init__(parent)
        self._load = load
        self._key = key
        self._more = False
        self._months: dict[
            int, date
        ] = {}  # of check-ins by their id, since views ask again and again

    def begin(self) -> None:
        """Show the newest hundred of someone else."""
        rows = self._load(None, PAGE)
        self._months.clear()
        self._more = len(rows) == PAGE
        self.reset_rows(rows)

    def read_again(self) -> None:
        """Read what is shown again; rows that are the same stay untouched."""
        many = max(PAGE, len(self._rows))
        rows = self._load(None, many)
        self._months.clear()
        self._more = len(rows) == many
        self.set_rows(rows)

    @override
    def canFetchMore(self, parent: Index = _NOWHERE) -> bool:
        """Until a page came back short."""
        return self._more and not self._changing and not parent.isValid()

    @override
    def fetchMore(self, parent: Index = _NOWHERE) -> None:
        """Append the next page of older check-ins."""
        if not self.canFetchMore(parent):
            return
        # a share of them, since a view lays all rows out again; who scrolls waits for what is new
        many = max(PAGE, len(self._rows) // SHARE)
        rows = self._load(self._key(self._rows[-1]), many)
        self._more = len(rows) == many
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_NOWHERE, first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def fetch_until(self, check_in_id: int) -> int:
        """The row of a check-in, fetching pages until it is there; -1 if it is nowhere."""
        while self.row_of(check_in_id) < 0 and self.canFetchMore():
            self.fetchMore()
        return self.row_of(check_in_id)

    def month_at(self, place: int) -> date | None:
        """The month that begins with a row, as its first day; None where it goes on."""
        month = self._month_of(self._rows[place])
        if place and self._month_of(self._rows[place - 1]) == month:
            return None
        return month

    def _month_of(self, check_in: CheckInLine) -> date:
        known = self._months.get(check_in.id)
        if known is None:
            known = self._months[check_in.id] = _day(check_in).replace(day=1)
        return known

    @override
    def text(self, row: CheckInLine) -> str:
        """What the check-in was."""
        return title(row)

    @override
    def tip(self, row: CheckInLine) -> str:
        """What the check-in was, of which the end may give way, and what its lock says."""
        locked = tr("Private: never shared") if is_private(row) else ""
        return "\n".join(filter(None, (plain_tip(title(row)), locked)))

    @override
    def spoken(self, row: CheckInLine) -> str:
        """Day, check-in, how its notes begin, and its marks."""
        parts = [
            Dates.long_day(_day(row)), title(row), row.excerpt, changed_words(row), *marks(row)
        ]  # fmt: skip
        return ", ".join(part for part in parts if part)


def is_held(row: CheckInLine) -> bool:
    """Whether the talk took place."""
    return row.state is CheckInState.HELD


def title(row: CheckInLine) -> str:
    """Kind, minutes, minutes forward; of check-ins that did not take place, that, and why."""
    if not is_held(row):
        words = kind_word(row.kind) + MIDDLE_DOT + checkin_state_within(row.state)
        return f"{words}: {row.reason}" if row.reason else words
    parts = [kind_word(row.kind)]
    if row.minutes:
        parts.append(tr("{n} min", n=row.minutes))
    if row.forward_minutes:
        parts.append(tr("{n} min looking ahead", n=row.forward_minutes))
    elif row.looked_ahead in _LOOKED_AHEAD:
        parts.append(translated(_LOOKED_AHEAD[row.looked_ahead]))
    return MIDDLE_DOT.join(parts)


def changed_words(row: CheckInLine) -> str:
    """*Changed in this check-in: Release → at risk, due 13 Dec, 1 step*; "" where nothing did."""
    if not row.changed:
        return ""
    words = in_words(row.changed, partial(Dates.short_date, today=_day(row)))
    return tr("Changed in this check-in: {changes}", changes=words)


def marks(row: CheckInLine) -> list[str]:
    """What else belongs to a check-in, in words."""
    found = []
    if row.promise_count:
        found.append(trn("1 promise", "{n} promises", row.promise_count))
    if is_private(row):
        found.append(tr("with private notes"))
    return found


def is_private(row: CheckInLine) -> bool:
    """Whether something about the check-in is for the manager alone."""
    known = row.said is not None or row.sensed is not None
    return row.has_private or known or bool(row.reason)


def discreet(row: CheckInLine) -> CheckInLine:
    """A check-in without a trace of what is for the manager alone."""
    return replace(row, has_private=False, said=None, sensed=None, reason="")


def _day(row: CheckInLine) -> date:
    return moments.day(row)
