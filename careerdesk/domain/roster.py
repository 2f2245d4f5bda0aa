"""A list of people from elsewhere: a table of words becomes rows that say who somebody is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import folded
from careerdesk.domain.parts import READING, Part, Parts, cut, through
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.domain.roster_cells import row_texts
from careerdesk.domain.roster_columns import Columns, columns_of
from careerdesk.domain.roster_dates import DayOrder, day_order, read_date
from careerdesk.domain.roster_headers import (
    find_columns,
    find_header,
    ignored_columns,
    is_heading_again,
    more_columns,
)
from careerdesk.domain.roster_managers import with_managers
from careerdesk.domain.roster_rows import RosterEntry, lone_rows, read_row
from careerdesk.i18n import N_

__all__ = ["Roster", "RosterEntry", "find_columns", "read_date", "understand"]

Row = tuple[int, Sequence[str]]
_DATES = ("start_date", "left_on")
AGAIN = Remark.of(N_("This row repeats the headings."))
_MOST_NAMED = 3  # lines or marks that a remark names


@dataclass(frozen=True, slots=True)
class Roster:
    """A table, understood: which column is what, its rows, and what is to be said of it.

    `ignored` are the titles of columns that are not used. `encoding` is how its letters were
    read; that `matters` where there are others than plain ones.
    """

    columns: Mapping[str, str]
    entries: tuple[RosterEntry, ...]
    day_first: bool = False
    ignored: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    encoding: str = "utf-8"
    matters: bool = False

    @property
    def names_managers(self) -> bool:
        """Whether the table names any manager."""
        return any(entry.manager for entry in self.entries)

    @property
    def managers(self) -> list[tuple[str, int]]:
        """The managers that the table names with the number of rows, by name."""
        counted = Counter(entry.manager for entry in self.entries if entry.manager)
        return sorted(counted.items(), key=lambda pair: folded(pair[0]))


def understand(rows: Iterable[Row], *, day_first: bool = False) -> Roster:
    """Understand a table; its *rows* come with their line numbers, the heading among the first.

    Where a column of dates does not tell day from month, *day_first* does. Raises `InvalidInput`
    if no column holds names.
    """
    return through(understanding(list(rows), day_first=day_first))


def understanding(rows: Sequence[Row], *, day_first: bool = False) -> Parts[Roster]:
    """As `understand`, in parts."""
    kept: list[tuple[int, list[str]]] = []
    for some in cut(rows):
        kept += [(line, row_texts([*row])) for line, row in some]
        yield Part(READING, 0, len(rows))
    start = find_header([row for _, row in kept])
    yield Part(READING, 0, len(rows))
    if start is None:
        raise InvalidInput(
            N_(
                "No column with names was found. In the first row, label one column "
                "“Name”, or two columns “First name” and “Last name”."
            )
        )
    header, body = kept[start][1], kept[start + 1 :]
    if body and is_heading_again(body[0][1], find_columns(header)):
        body = body[1:]  # one for programs, one for people
    return (
        yield from _understood(header, [row for row in body if any(row[1])], day_first=day_first)
    )


def _understood(header: Sequence[str], body: Sequence[Row], *, day_first: bool) -> Parts[Roster]:
    """The rows below the heading, those of nobody among them."""
    cells = [row for _, row in body]
    columns = columns_of(header, cells)
    yield Part(READING, 0, len(body))  # each looks through whole columns
    orders = _orders(columns, cells, day_first=day_first)
    firsts = {key: order.day_first for key, order in orders.items()}
    yield Part(READING, 0, len(body))
    lone = lone_rows(cells)
    yield Part(READING, 0, len(body))
    judged: list[RosterEntry] = []
    for few in cut([*enumerate(body)]):
        judged += [_entry(row, columns, firsts, header, lone=number in lone) for number, row in few]
        yield Part(READING, len(judged), len(body))
    entries = yield from with_managers(judged, _marks(header, columns, cells))
    ignored = ignored_columns(header, columns.used, cells)
    yield Part(READING, len(body), len(body))
    return Roster(
        columns.titles(header),
        tuple(entries),
        orders["start_date"].day_first,
        tuple(title or _untitled(place) for place, title in ignored),
        _remarks(header, columns, orders, entries),
    )


def _untitled(place: int) -> str:
    return f"no. {place + 1}"


def _orders(
    columns: Columns, cells: Sequence[Sequence[str]], *, day_first: bool
) -> dict[str, DayOrder]:
    """The order of day and month of each column; one that does not decide follows the other."""
    found = {key: day_order(columns.column(key, cells), day_first=day_first) for key in _DATES}
    decided = [order for order in found.values() if order.decided]
    if len(decided) == 1:
        return {key: order if order.mixed else decided[0] for key, order in found.items()}
    return found


def _entry(
    numbered: Row,
    columns: Columns,
    day_first: Mapping[str, bool],
    header: Sequence[str],
    *,
    lone: bool,
) -> RosterEntry:
    line, row = numbered
    if row == header:  # reports repeat it on each page
        return RosterEntry(line, row[min(columns.used)], problem=AGAIN)
    entry = read_row(line, columns.cell(row), day_first)
    return entry._replace(lone=True) if lone else entry


def _marks(
    header: Sequence[str], columns: Columns, cells: Sequence[Sequence[str]]
) -> Iterator[list[str]]:
    """The ids and addresses of each row: a column of managers may hold any of them."""
    firsts = {key: places[0] for key, places in columns.places.items()}
    places = [firsts[key] for key in ("external_id", "email") if key in firsts]
    places += more_columns(header, firsts, "external_id")
    for row in cells:
        yield [row[place] for place in places if place < len(row)]


def _remarks(
    header: Sequence[str],
    columns: Columns,
    orders: Mapping[str, DayOrder],
    entries: Sequence[RosterEntry],
) -> tuple[Remark, ...]:
    titles = columns.titles(header)
    dated = [(titles[key], order) for key, order in orders.items() if key in titles]
    found = [_order_remark(title, order) for title, order in dated]
    found += [_count_remark(title, order) for title, order in dated]
    if marks := _named({mark for entry in entries for mark in entry.marks}):
        found.append(Remark.of(N_("Removed from the end of names: {marks}."), marks=marks))
    if strange := _named({entry.strange for entry in entries if entry.strange}):
        found.append(
            Remark.of(
                N_(
                    "Some values in column {column} weren't recognised: {words}. "
                    "People with these values are treated as active."
                ),
                column=titles.get("status", ""),
                words=strange,
            )
        )
    return tuple(remark for remark in found if remark)


def _named(words: Collection[str]) -> str:
    """The first of them in their order."""
    first = sorted(words, key=folded)[:_MOST_NAMED]
    return ", ".join(first) + (" …" if len(words) > _MOST_NAMED else "")


def _count_remark(title: str, order: DayOrder) -> Remark:
    """That days were counted: workbooks of some old programs count from 1904, and do not say so."""
    day = read_date(order.counted, day_first=True) if order.counted else None
    if day is None:
        return NOTHING
    return Remark.of(
        N_("Column {column} has numbers instead of dates: {text} was read as {day}. If that "
           "is four years too early, format the column as dates in your spreadsheet and save "
           "it again."),
        column=title, text=order.counted, day=day,
    )  # fmt: skip


def _order_remark(title: str, order: DayOrder) -> Remark:
    if order.mixed:
        return Remark.of(
            N_("Column {column} mixes day-first and month-first dates. Check the dates."),
            column=title,
        )
    day = read_date(order.shown, day_first=order.day_first) if order.shown else None
    if day is None:
        return NOTHING
    return Remark.of(
        N_("In column {column}, it isn't clear whether the day or the month comes first. {text} "
           "was read as {day}, following your system's date format."),
        column=title, text=order.shown, day=day,
    )  # fmt: skip
