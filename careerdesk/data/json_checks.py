"""What the rows of a file have to be before a store is made of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from careerdesk.data.json_form import ENDLESS, LARGEST, LAST_ID, LEFT_OUT
from careerdesk.data.json_rows import Wrong
from careerdesk.data.mapping import build, columns, kinds_by_table
from careerdesk.data.plain_tables import REAL, TEXT, WHOLE
from careerdesk.data.queries.backups import rows
from careerdesk.data.unreadable import wrong_column
from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr

_KINDS = {"VARCHAR": TEXT, "INTEGER": WHOLE}
_CYCLE = """
WITH RECURSIVE found(id) AS (
    SELECT id FROM "{table}" WHERE "{name}" IS NULL
    UNION SELECT t.id FROM found JOIN "{table}" t ON t."{name}" = found.id
)
SELECT min(id) FROM "{table}" WHERE id NOT IN (SELECT id FROM found)
"""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column of a table of some version."""

    name: str
    holds: str
    empty: bool

    def value(self, cell: Any) -> Any:
        """The stored form of what a file says; raises `Wrong`."""
        kind = type(cell)
        if kind is str:
            if self.holds == TEXT and (cell.isascii() or _is_text(cell)):
                return cell
            raise Wrong(
                self.name,
                tr("the value isn't valid text")
                if self.holds == TEXT
                else tr("text isn't allowed here"),
            )
        if kind is int:
            return self._whole(cell)
        if kind is float and self.holds == REAL and cell not in ENDLESS.values():
            return cell
        if cell is None and self.empty:
            return None
        if kind is dict and self.name != "id":
            return self._exact(cell)
        raise Wrong(self.name, tr("the value is the wrong type for its column"))

    def _whole(self, cell: int) -> int | float:
        if self.holds == REAL and abs(cell) <= LAST_ID:
            return float(cell)
        least, most = (1, LAST_ID) if self.name == "id" else (-LARGEST - 1, LARGEST)
        if self.holds == WHOLE and least <= cell <= most:
            return cell
        raise Wrong(self.name, tr("the number isn't allowed here"))

    def _exact(self, cell: Mapping[str, Any]) -> bytes | float:
        ((name, told),) = cell.items() if len(cell) == 1 else (("", ""),)
        if name == "real" and type(told) is str and told in ENDLESS:
            return ENDLESS[told]
        if name in {"bytes", "text"} and type(told) is str:
            try:
                content = bytes.fromhex(told)
            except ValueError:
                raise Wrong(self.name, tr("the value isn't valid binary data")) from None
            return content if name == "bytes" else OddText(content)
        raise Wrong(self.name, tr("the value is the wrong type for its column"))


class OddText(bytes):
    """A text that is no UTF-8, as another program may have stored it."""


def _is_text(text: str) -> bool:
    """Whether a text can be stored: not with half of a sign of two halves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def columns_of(connection: sqlite3.Connection) -> dict[str, tuple[Column, ...]]:
    """The columns of each table that a file has to have, as the store has them."""
    return {
        table: tuple(
            Column(name, _KINDS.get(kind, REAL), not needed and not key)
            for _, name, kind, needed, _, key in connection.execute(f'PRAGMA table_info("{table}")')
        )
        for table in rows(connection)
        if table not in LEFT_OUT
    }


def references(connection: sqlite3.Connection, known: Mapping[str, Iterable[Column]]) -> None:
    """Refuse what refers to nothing, and what comes before itself."""
    for table in known:
        keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        broken = connection.execute(f'PRAGMA foreign_key_check("{table}")').fetchone()
        if broken is not None:
            name = next(key[3] for key in keys if key[0] == broken[3])
            raise Wrong(
                _row(table, broken[1], name), tr("a reference points to a row that doesn't exist")
            )
        for key in keys:
            if key[2] == table:
                sql = _CYCLE.format(table=table, name=key[3])
                first = connection.execute(sql).fetchone()[0]
                if first is not None:
                    raise Wrong(_row(table, first, key[3]), tr("a record refers back to itself"))


def _row(table: str, row_id: int, column: str) -> str:
    return f"tables.{table} (id {row_id}).{column}"


def set_last_ids(connection: sqlite3.Connection, last_ids: Mapping[str, int]) -> None:
    """Let the next id of each table be one that was never given."""
    for table, last in last_ids.items():
        if table not in kinds_by_table():
            raise Wrong(f"last_ids.{table}", tr("unknown table"))
        found = connection.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table)
        )
        if not found.rowcount:
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))


def values(connection: sqlite3.Connection) -> None:
    """Refuse what this program could not read: a day that is none, a state that is unknown."""
    connection.text_factory = _text
    for table, kind in kinds_by_table().items():
        for row in connection.execute(f'SELECT {columns(kind)} FROM "{table}"'):
            try:
                build(kind, row)
            except (ValueError, KeyError, TypeError):
                where = _row(table, row[0], wrong_column(kind, row))
                raise Wrong(where, tr("the value can't be interpreted")) from None


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")
