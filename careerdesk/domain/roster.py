"""A list of people from elsewhere: how its columns, names and dates are understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.names import NAME_LIMIT, clean_name, folded, split_name

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "full name", "employee name", "employee", "display name", "mitarbeiter"),
    "given_name": ("given name", "first name", "firstname", "forename", "vorname"),
    "family_name": ("family name", "last name", "lastname", "surname", "nachname"),
    "external_id": (
        "id", "external id", "emp id", "empid", "employee id", "employee number",
        "personnel number", "person id", "personalnummer",
    ),
    "email": ("email", "e mail", "email address", "mail", "work email"),
    "title": ("title", "job title", "position", "role", "job", "stelle"),
    "team": ("team", "department", "unit", "abteilung"),
    "start_date": (
        "start date", "startdate", "date of hire", "dateofhire", "hire date", "hired",
        "joined", "entry date", "eintrittsdatum",
    ),
    "manager": (
        "manager", "manager name", "managername", "supervisor", "reports to", "vorgesetzter",
    ),
    "left_on": (
        "termination date", "dateoftermination", "date of termination", "end date", "left on",
    ),
    "status": ("status", "employment status", "employmentstatus"),
}  # fmt: skip
_NOTHING = {"", "-", "n/a", "na", "nan", "none", "null"}
_GONE = re.compile(r"terminat|resign|left|ausgeschieden", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_PARTS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?: .*)?$")


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One row, understood; `problem` says in a sentence why it is not."""

    line: int
    name: str
    given_name: str = ""
    family_name: str = ""
    external_id: str = ""
    email: str = ""
    title: str = ""
    team: str = ""
    start_date: date | None = None
    manager: str = ""
    left: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A table, understood: which column is what, and its rows."""

    columns: Mapping[str, str]
    entries: tuple[RosterEntry, ...]
    day_first: bool = False

    @property
    def managers(self) -> list[tuple[str, int]]:
        """The managers that the table names with the number of rows, by name."""
        counted = Counter(entry.manager for entry in self.entries if entry.manager)
        return sorted(counted.items(), key=lambda pair: folded(pair[0]))


def understand(header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Roster:
    """Understand a table by its header; *rows* come with their line numbers.

    Raises `InvalidInput` if no column holds names.
    """
    places = find_columns(header)
    if "name" not in places and not {"given_name", "family_name"} <= places.keys():
        raise InvalidInput(
            "No column of the table holds names. Name one column of the first line "
            "Name, or two of them First name and Last name."
        )
    kept = [(line, [" ".join(cell.split()) for cell in row]) for line, row in rows]
    day_first = _day_first(_cells(kept, places.get("start_date")))
    entries = tuple(_entry(line, row, places, day_first=day_first) for line, row in kept)
    return Roster({key: header[place] for key, place in places.items()}, entries, day_first)


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column of the header is which field; each is taken at most once."""
    plain = [folded(re.sub(r"[_\-.]+", " ", title)) for title in header]
    found: dict[str, int] = {}
    for key, titles in COLUMNS.items():
        for title in titles:
            places = [
                n for n, have in enumerate(plain) if have == title and n not in found.values()
            ]
            if places:
                found[key] = places[0]
                break
    return found


def _cells(rows: Iterable[tuple[int, Sequence[str]]], place: int | None) -> list[str]:
    if place is None:
        return []
    return [row[place] for _, row in rows if place < len(row)]


def _day_first(cells: Iterable[str]) -> bool:
    """Whether 7/5/2011 means May: the whole column decides, a dot always does."""
    found = [match for cell in cells if (match := _PARTS.match(cell))]
    if any(int(match[1]) > 12 for match in found):
        return True
    if any(int(match[2]) > 12 for match in found):
        return False
    return any("." in match[0] for match in found)


def _entry(
    line: int, row: Sequence[str], places: Mapping[str, int], *, day_first: bool
) -> RosterEntry:
    cell = {key: _said(row[n]) if n < len(row) else "" for key, n in places.items()}
    manager = " ".join(cell.get("manager", "").split())
    try:
        given, family = _names(cell)
        name = clean_name(f"{given} {family}".strip())
        started = read_date(cell.get("start_date", ""), day_first=day_first)
    except InvalidInput as error:
        name = cell.get("name", "")[:NAME_LIMIT]
        return RosterEntry(line, name, manager=manager, problem=str(error))
    left = bool(cell.get("left_on")) or bool(_GONE.search(cell.get("status", "")))
    more = {key: cell.get(key, "")[:500] for key in ("external_id", "email", "title", "team")}
    return RosterEntry(
        line, name, given, family, **more, start_date=started, manager=manager, left=left
    )


def _said(text: str) -> str:
    """A cell's text; the usual words for nothing are nothing."""
    return "" if text.casefold() in _NOTHING else text


def _names(cell: Mapping[str, str]) -> tuple[str, str]:
    """Given and family name of a row; *Last, First* is turned round."""
    if "name" not in cell:
        return cell["given_name"], cell["family_name"]
    whole = " ".join(cell["name"].split())
    family, comma, given = (part.strip() for part in whole.partition(","))
    if comma and given and family:
        return given, family
    return split_name(whole)


def read_date(text: str, *, day_first: bool) -> date | None:
    """A date of a table; empty is None, a day that does not exist raises `InvalidInput`."""
    if not text.strip():
        return None
    iso, parts = _ISO.match(text), _PARTS.match(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if parts:
            first, second = int(parts[1]), int(parts[2])
            day, month = (first, second) if day_first else (second, first)
            return date(_year(parts[3]), month, day)
    except ValueError:
        pass
    raise InvalidInput("{text} is no date that can be understood.", text=text[:40])


def _year(text: str) -> int:
    year = int(text)
    return year if year > 99 else year + (1900 if year > 69 else 2000)
