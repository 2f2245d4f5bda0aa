"""What edits know of a table without SQLAlchemy: its columns, and the statements that write it.

Objects of these are in `statements.py`, which is made from `tables.py` (`python3 dev.py generate`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

TEXT, WHOLE, REAL = "text", "whole", "real"
"""What a column holds."""


class Column(NamedTuple):
    """A column: what it holds, and the table to whose rows it refers, if it does.

    One that *stays* is emptied when what it refers to goes; else its row goes along.
    """

    name: str
    holds: str
    nullable: bool = False
    target: str = ""
    stays: bool = False


class Table:
    """A table: `insert` takes a value for each column in their order, `delete` the id of a row."""

    def __init__(
        self, name: str, columns: Iterable[Column], insert: str, update: str, delete: str
    ) -> None:
        """Know its columns; the *update* has a gap for what is set."""
        self.name = name
        self.columns: Mapping[str, Column] = {column.name: column for column in columns}
        self.insert = insert
        self.delete = delete
        self._update = update
        self._updates: dict[tuple[str, ...], str] = {}

    def values(self, row: Mapping[str, Any]) -> list[Any]:
        """What `insert` takes for a *row*; without an id, the next one is given."""
        return [row.get(name) for name in self.columns]

    def update(self, names: Iterable[str]) -> str:
        """The statement that sets columns: it takes a value for each, then the id of the row.

        Raises `KeyError` where there is no such column.
        """
        wanted = tuple(names)
        if wanted not in self._updates:
            sets = ", ".join(f'"{self.columns[name].name}" = ?' for name in wanted)
            self._updates[wanted] = self._update.format(sets)
        return self._updates[wanted]

    @property
    def references(self) -> list[Column]:
        """The columns that refer to others."""
        return [column for column in self.columns.values() if column.target]
