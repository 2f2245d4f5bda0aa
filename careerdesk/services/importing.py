"""Bringing people in from a table (CSV): read, previewed row by row, stored in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from careerdesk.data.queries import people as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person
from careerdesk.domain.roster import Roster, RosterEntry
from careerdesk.services import people
from careerdesk.services.roster_file import read_roster

if TYPE_CHECKING:
    from careerdesk.data.writer import Transaction

__all__ = ["Fate", "ImportResult", "RosterRow", "apply", "preview", "read_roster"]

_FIELDS = ("external_id", "email", "title", "team", "start_date")


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    LEFT = "left"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of the preview: what would be stored, and why (or why not)."""

    line: int
    name: str
    fate: Fate
    person: Person | None = None
    changes: tuple[str, ...] = ()
    why: str = ""

    @property
    def id(self) -> int:
        """The line of the file: its own in the preview."""
        return self.line

    @property
    def comes_in(self) -> bool:
        """Whether the row changes something when it is imported."""
        return self.fate in {Fate.NEW, Fate.UPDATE}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many people were added and changed."""

    added: int
    changed: int


def preview(store: Store, roster: Roster, manager: str | None = None) -> list[RosterRow]:
    """Each row's fate, for one manager's reports or (None) for everyone in the table."""
    known = _Known(people.everyone(store))
    seen: set[str | int] = set()
    wanted = None if manager is None else folded(manager)
    return [
        _judge(entry, known, seen)
        for entry in roster.entries
        if wanted is None or folded(entry.manager) == wanted
    ]


class _Known:
    """The people of the store: a row's person is found without looking at all of them."""

    def __init__(self, people_known: Iterable[Person]) -> None:
        self._found: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in people_known:
            for key in ("external_id", "email", "full_name"):
                self._found[key, folded(getattr(person, key))].append(person)

    def meant_by(self, entry: RosterEntry) -> Sequence[Person]:
        """Whom a row may mean: by id, else by email, else by the whole name."""
        for key in ("external_id", "email"):
            wanted = folded(getattr(entry, key))
            found = self._found.get((key, wanted)) if wanted else None
            if found:
                return found[:1]
        named = self._found.get(("full_name", folded(entry.name)), [])
        return [person for person in named if not (entry.external_id and person.external_id)]


def _judge(entry: RosterEntry, known: _Known, seen: set[str | int]) -> RosterRow:
    why = entry.problem or _twice(seen, folded(entry.external_id or entry.email or entry.name))
    if why:
        return RosterRow(entry.line, entry.name, Fate.REFUSED, why=why)
    if entry.left:
        return RosterRow(entry.line, entry.name, Fate.LEFT, why="No longer with the company.")
    found = known.meant_by(entry)
    if not found:
        return RosterRow(entry.line, entry.name, Fate.NEW, _fresh(entry))
    why = _twice(seen, found[0].id) if len(found) == 1 else "Several people have this name."
    if why:
        return RosterRow(entry.line, entry.name, Fate.REFUSED, why=why)
    return _compared(entry, found[0])


def _twice(seen: set[str | int], mark: str | int) -> str:
    """Why a row is refused that says again what another row said, or nothing."""
    if mark in seen:
        return "The row is there twice."
    seen.add(mark)
    return ""


def _compared(entry: RosterEntry, person: Person) -> RosterRow:
    wanted = _updated(person, entry)
    changes = tuple(key for key in _FIELDS if getattr(wanted, key) != getattr(person, key))
    fate = Fate.UPDATE if changes else Fate.SAME
    return RosterRow(entry.line, entry.name, fate, wanted, changes)


def _fresh(entry: RosterEntry) -> Person:
    return Person(given_name=entry.given_name, family_name=entry.family_name, **_said(entry))


def _updated(person: Person, entry: RosterEntry) -> Person:
    """The person with what the row says; what it leaves empty stays as it is."""
    return replace(person, **_said(entry))


def _said(entry: RosterEntry) -> dict[str, Any]:
    return {key: value for key in _FIELDS if (value := getattr(entry, key))}


def apply(
    store: Store,
    rows: Iterable[RosterRow],
    chosen: Collection[int] | None = None,
    *,
    origin: object = None,
) -> ImportResult:
    """Store the rows that come in (of *chosen* lines, if given) in one undoable step."""
    wanted = [row for row in rows if row.comes_in and (chosen is None or row.line in chosen)]
    with store.edit("Import people", origin=origin, place=people.PLACE) as tx:
        last = tx.read(queries.last_rank)
        for row in wanted:
            last = _store(tx, row, last)
    added = sum(row.fate is Fate.NEW for row in wanted)
    return ImportResult(added, len(wanted) - added)


def _store(tx: Transaction, row: RosterRow, last: int | None) -> int | None:
    person = row.person
    if person is None:
        return last
    if row.fate is Fate.UPDATE:
        tx.change(Person, person.id, **{key: getattr(person, key) for key in row.changes})
        return last
    rank = ranks.at_end(last)
    tx.add(replace(person, rank=rank))
    return rank
