"""Bringing people in from a table (CSV): read, previewed row by row, stored in one step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

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
    known = people.everyone(store)
    seen: set[str] = set()
    return [
        _judge(entry, known, seen)
        for entry in roster.entries
        if manager is None or folded(entry.manager) == folded(manager)
    ]


def _judge(entry: RosterEntry, known: Sequence[Person], seen: set[str]) -> RosterRow:
    if entry.problem:
        return RosterRow(entry.line, entry.name, Fate.REFUSED, why=entry.problem)
    mark = folded(entry.external_id or entry.email or entry.name)
    if mark in seen:
        return RosterRow(entry.line, entry.name, Fate.REFUSED, why="The row is there twice.")
    seen.add(mark)
    if entry.left:
        return RosterRow(entry.line, entry.name, Fate.LEFT, why="No longer with the company.")
    found = _match(entry, known)
    if found is None:
        return RosterRow(entry.line, entry.name, Fate.NEW, _fresh(entry))
    wanted = _updated(found, entry)
    changes = tuple(key for key in _FIELDS if getattr(wanted, key) != getattr(found, key))
    fate = Fate.UPDATE if changes else Fate.SAME
    return RosterRow(entry.line, entry.name, fate, wanted, changes)


def _match(entry: RosterEntry, known: Sequence[Person]) -> Person | None:
    """The person a row means: by id, else by email, else by the whole name."""
    for key in ("external_id", "email"):
        wanted = folded(getattr(entry, key))
        for person in known:
            if wanted and folded(getattr(person, key)) == wanted:
                return person
    for person in known:
        same = folded(person.full_name) == folded(entry.name)
        if same and not (entry.external_id and person.external_id):
            return person
    return None


def _fresh(entry: RosterEntry) -> Person:
    return _updated(Person(given_name=entry.given_name, family_name=entry.family_name), entry)


def _updated(person: Person, entry: RosterEntry) -> Person:
    """The person with what the row says; what it leaves empty stays as it is."""
    said: dict[str, str | date] = {key: value for key in _FIELDS if (value := getattr(entry, key))}
    return replace(person, **said)  # type: ignore[arg-type]


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
