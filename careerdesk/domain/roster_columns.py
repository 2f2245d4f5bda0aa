"""The columns of a table by their fields, where several may say the same, or one says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerdesk.dataclass import dataclass
from careerdesk.domain.names import folded
from careerdesk.domain.roster_cells import said, word_set
from careerdesk.domain.roster_headers import find_columns, more_columns, part_of_name
from careerdesk.domain.roster_standing import (
    Standing,
    are_codes,
    read_active,
    read_status,
    says_yes,
    spelled_out,
)

_FILLED_IN = ("email", "title", "team", "start_date")  # where one is empty, the next helps out
_ALL_SAY = ("status", "left_on")  # each of them counts
_SALUTATIONS = word_set(
    "mr mrs ms miss mx dr prof sir madam herr frau m mme mlle sr sra srta sig mevr dhr"
)

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Columns:
    """Each field with the columns that say it, the likeliest first.

    `codes` are columns of statuses that are written as letters.
    """

    places: Mapping[str, tuple[int, ...]]
    codes: frozenset[int] = frozenset()

    @property
    def used(self) -> frozenset[int]:
        """All columns that are read."""
        return frozenset(place for places in self.places.values() for place in places)

    def first(self, key: str) -> int | None:
        """The likeliest column of a field."""
        return self.places[key][0] if key in self.places else None

    def cell(self, row: Sequence[str]) -> dict[str, str]:
        """The cells of a row by their fields; those of one field that all count are numbered."""
        found: dict[str, str] = {}
        width = len(row)
        for key, places in self.places.items():
            if len(places) == 1 and key not in _ALL_SAY:  # most of them, in a long table
                found[key] = row[places[0]] if places[0] < width else ""
                continue
            if key in _ALL_SAY:
                for n, place in enumerate(places):
                    found[f"{key} {n}"] = self._text(row, place)
                continue
            texts = [self._text(row, place) for place in places]
            found[key] = next((text for text in texts if said(text)), texts[0])
        return found

    def column(self, key: str, rows: Rows) -> list[str]:
        """All cells of a field."""
        places = self.places.get(key, ())
        return [row[place] for row in rows for place in places if place < len(row)]

    def titles(self, header: Sequence[str]) -> dict[str, str]:
        """How the columns of each field are called."""
        return {
            key: ", ".join(header[place] for place in places) for key, places in self.places.items()
        }

    def _text(self, row: Sequence[str], place: int) -> str:
        text = row[place] if place < len(row) else ""
        return spelled_out(text) if place in self.codes else text


def columns_of(header: Sequence[str], rows: Rows) -> Columns:
    """Which columns of a table say what; one whose cells do not say what its title does is none."""
    header = _without_salutations(header, rows)
    firsts = part_of_name(find_columns(header), rows)
    places: dict[str, tuple[int, ...]] = {key: (place,) for key, place in firsts.items()}
    for key in (*_FILLED_IN, *_ALL_SAY):
        if key in places:
            places[key] += _helpful(key, places[key][0], more_columns(header, firsts, key), rows)
    codes = frozenset(n for n in places.get("status", ()) if are_codes(_cells(rows, n)))
    for key in ("status", "active", "gone", "on_leave"):
        talking = tuple(n for n in places.get(key, ()) if n in codes or _check_ins(key, rows, n))
        if talking:
            places[key] = talking
        else:
            places.pop(key, None)
    return Columns(places, codes)


def _helpful(key: str, first: int, more: Sequence[int], rows: Rows) -> tuple[int, ...]:
    """The further columns of a field that add anything in any row."""
    if not more:
        return ()
    needed = (
        rows
        if key in _ALL_SAY
        else [row for row in rows if not said("".join(row[first : first + 1]))]
    )
    return tuple(place for place in more if any(said(cell) for cell in _cells(needed, place)))


def _without_salutations(header: Sequence[str], rows: Rows) -> Sequence[str]:
    """The header without a *Title* that is Ms and Mr throughout: another may be the one of work."""
    found = find_columns(header)
    titles = [found["title"], *more_columns(header, found, "title")] if "title" in found else []
    silent = {n for n in titles if _are_salutations(_cells(rows, n))}
    return [title if n not in silent else "" for n, title in enumerate(header)]


def _are_salutations(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(folded(cell).strip(" .") in _SALUTATIONS for cell in filled)


def _cells(rows: Rows, place: int) -> list[str]:
    return [row[place] for row in rows if place < len(row)]


def _check_ins(key: str, rows: Rows, place: int) -> bool:
    """Whether a column says of anybody whether they are here; an empty one may yet do."""
    cells = {cell for cell in set(_cells(rows, place)) if said(cell)}
    return not cells or any(_says(key, cell) for cell in cells)


def _says(key: str, cell: str) -> bool:
    if key == "status":
        return read_status(cell) is not Standing.UNSAID
    if key == "active":
        return read_active(cell) is not Standing.UNSAID
    return says_yes(cell) is not None
