"""A list of people from elsewhere: a table of words becomes rows that say who somebody is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import folded
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.domain.roster_cells import cell_text, filled
from careerdesk.domain.roster_dates import DayOrder, day_order, read_date
from careerdesk.domain.roster_headers import (
    find_columns,
    find_header,
    ignored_columns,
    part_of_name,
)
from careerdesk.domain.roster_names import unmarked
from careerdesk.domain.roster_rows import RosterEntry, lone_rows, read_row

__all__ = ["Roster", "RosterEntry", "find_columns", "read_date", "understand"]

Row = tuple[int, Sequence[str]]
_DATES = ("start_date", "left_on")
AGAIN = Remark.of("The row repeats the heading.")
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
    def managers(self) -> list[tuple[str, int]]:
        """The managers that the table names with the number of rows, by name."""
        counted = Counter(entry.manager for entry in self.entries if entry.manager)
        return sorted(counted.items(), key=lambda pair: folded(pair[0]))


def understand(rows: Iterable[Row], *, day_first: bool = False) -> Roster:
    """Understand a table; its *rows* come with their line numbers, the heading among the first.

    Where a column of dates does not tell day from month, *day_first* does. Raises `InvalidInput`
    if no column holds names.
    """
    kept = [(line, [cell_text(cell) for cell in row]) for line, row in rows]
    start = find_header([row for _, row in kept])
    if start is None:
        raise InvalidInput(
            "No column of the table holds names. Name one column of the first line "
            "Name, or two of them First name and Last name."
        )
    header, body = kept[start][1], kept[start + 1 :]
    cells = [row for _, row in body]
    places = part_of_name(find_columns(header), cells)
    orders = _orders(places, cells, day_first=day_first)
    judged = [_entry(row, places, orders, header) for row in _judged(body)]
    entries = _with_managers(judged)
    ignored = ignored_columns(header, places, cells)
    return Roster(
        {key: header[place] for key, place in places.items()},
        tuple(entries),
        orders["start_date"].day_first,
        tuple(title or _untitled(place) for place, title in ignored),
        _remarks(header, places, orders, entries),
    )


def _untitled(place: int) -> str:
    return f"no. {place + 1}"


def _orders(
    places: Mapping[str, int], cells: Sequence[Sequence[str]], *, day_first: bool
) -> dict[str, DayOrder]:
    """The order of day and month of each column; one that does not decide follows the other."""
    found = {}
    for key in _DATES:
        place = places.get(key, len(cells) and max(map(len, cells)))
        column = [row[place] for row in cells if place < len(row)]
        found[key] = day_order(column, day_first=day_first)
    decided = [order for order in found.values() if order.decided]
    if len(decided) == 1:
        return {key: order if order.mixed else decided[0] for key, order in found.items()}
    return found


def _judged(body: Sequence[Row]) -> list[tuple[Row, bool]]:
    """The rows that hold anything, each with whether it stands for nobody."""
    rows = [row for row in body if filled(row[1])]
    lone = lone_rows([row for _, row in rows])
    return [(row, number in lone) for number, row in enumerate(rows)]


def _entry(
    judged: tuple[Row, bool],
    places: Mapping[str, int],
    orders: Mapping[str, DayOrder],
    header: Sequence[str],
) -> RosterEntry:
    (line, row), lone = judged
    if row == header:  # reports repeat it on each page
        return RosterEntry(line, row[min(places.values())], problem=AGAIN)
    cell = {key: row[place] if place < len(row) else "" for key, place in places.items()}
    entry = read_row(line, cell, {key: order.day_first for key, order in orders.items()})
    return replace(entry, lone=True) if lone else entry


def _with_managers(entries: list[RosterEntry]) -> list[RosterEntry]:
    """The rows with the names of managers free of marks, where that keeps them apart."""
    whole = {entry.manager for entry in entries if entry.manager}
    short = {name: unmarked(name).name for name in whole}
    counted = Counter(short.values())
    freed = {name: one for name, one in short.items() if one != name and counted[one] == 1}
    return [
        replace(entry, manager=freed[entry.manager]) if entry.manager in freed else entry
        for entry in entries
    ]


def _remarks(
    header: Sequence[str],
    places: Mapping[str, int],
    orders: Mapping[str, DayOrder],
    entries: Sequence[RosterEntry],
) -> tuple[Remark, ...]:
    found = [
        _order_remark(header[places[key]], order) for key, order in orders.items() if key in places
    ]
    marks = sorted({mark for entry in entries for mark in entry.marks}, key=folded)
    if marks:
        found.append(Remark.of(
            "Left out behind names: {marks}.", marks=", ".join(marks[:_MOST_NAMED])
            + (" …" if len(marks) > _MOST_NAMED else ""),
        ))  # fmt: skip
    return tuple(remark for remark in found if remark)


def _order_remark(title: str, order: DayOrder) -> Remark:
    if order.mixed:
        return Remark.of(
            "The column {column} writes some days before the month and some behind it. "
            "Check its days.",
            column=title,
        )
    day = read_date(order.shown, day_first=order.day_first) if order.shown else None
    if day is None:
        return NOTHING
    return Remark.of(
        "The column {column} does not say whether the day or the month comes first: {text} is "
        "read as {day}, as usual here.",
        column=title, text=order.shown, day=day,
    )  # fmt: skip
