"""What an edit did: told to everyone who shows the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import field
from enum import Enum

from careerdesk.data.mapping import Cell, kinds_by_table
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Record

Key = tuple[type[Record], int]


@dataclass(frozen=True, slots=True)
class Changes:
    """The records an edit added, changed and removed, its name and who made it.

    `origin` is the object that made the edit (None for undo, redo and the command line),
    so that it need not reload what it shows already. *unsure*: nothing was stored, and anything
    that is shown may say otherwise. `worded` are those of the changed of which nothing but texts
    says something else.
    """

    name: str = ""
    origin: object = None
    added: frozenset[Key] = frozenset()
    changed: frozenset[Key] = frozenset()
    removed: frozenset[Key] = frozenset()
    unsure: bool = False
    worded: frozenset[Key] = frozenset()

    @property
    def all(self) -> frozenset[Key]:
        """Every record touched."""
        return self.added | self.changed | self.removed

    def touches(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of *kinds* was touched."""
        return self.unsure or any(kind in kinds for kind, _ in self.all)

    def touches_more_than_texts(self, *kinds: type[Record]) -> bool:
        """Tell whether one of *kinds* came, went, or changed in more than what it says in words."""
        return self.unsure or any(kind in kinds for kind, _ in self.all - self.worded)

    def ids(self, kind: type[Record]) -> frozenset[int]:
        """The ids of the touched records of *kind*."""
        return frozenset(key for found, key in self.all if found is kind)


@dataclass(frozen=True, slots=True)
class Entry:
    """One logged row change: what happened to which row, and all that it held before.

    *worded*: nothing but texts of it changed.
    """

    table: str
    row: int
    verb: str
    old: tuple[Cell, ...] = ()
    worded: bool = False


class Whose(Enum):
    """Whose a step is where that need not be known before it: nothing is read for it then."""

    CHANGED = "changed"  # that of the record that it changes first


@dataclass(frozen=True, slots=True)
class Edit:
    """One named, undoable edit: where it shows, what it touched, how to take it back."""

    name: str
    changes: Changes
    person_id: int | None = None
    place: str = ""
    merge: str = ""
    at: float = 0.0
    entries: tuple[Entry, ...] = field(default=(), repr=False)


def changes_of(entries: Collection[Entry], name: str, origin: object) -> Changes:
    """What *entries* amount to: a row that was added and removed again is not mentioned."""
    first: dict[Key, str] = {}
    last: dict[Key, str] = {}
    more: set[Key] = set()  # of which more changed than texts
    kinds = kinds_by_table()
    for entry in entries:
        key = (kinds[entry.table], entry.row)
        first.setdefault(key, entry.verb)
        last[key] = entry.verb
        if not entry.worded:
            more.add(key)
    added: set[Key] = set()
    changed: set[Key] = set()
    removed: set[Key] = set()
    for key, verb in first.items():
        if verb != "added":
            (removed if last[key] == "removed" else changed).add(key)
        elif last[key] != "removed":
            added.add(key)
    return Changes(
        name, origin, frozenset(added), frozenset(changed), frozenset(removed),
        worded=frozenset(changed - more),
    )  # fmt: skip


def merged(older: tuple[Entry, ...], newer: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The log of two edits as one.

    A row that was added or changed before and is changed again keeps the older entry alone:
    that one takes the row away or sets every column.
    """
    if any(entry.verb == "removed" for entry in (*older, *newer)):
        return (*older, *newer)
    known = {(entry.table, entry.row) for entry in older}
    fresh = (
        entry for entry in newer if entry.verb == "added" or (entry.table, entry.row) not in known
    )
    return (*older, *fresh)
