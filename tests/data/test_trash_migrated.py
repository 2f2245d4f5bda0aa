"""What an earlier version deleted, brought up to this one and restored, equals what stayed."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.services import trash
from careerdesk.services.store import Store
from tests.stores import ask, dump

FROZEN = Path(__file__).parent / "stores"
DELETABLE = (
    "person", "plan", "plan_item", "check_in", "discovery_note", "motivator", "feedback", "promise",
    "objective", "aspiration", "review_cycle", "accomplishment", "agenda_item", "idea", "template",
)  # fmt: skip
OF_EACH = 3  # things of a kind; deleting all of them would take the same ways again
ASIDE = frozenset({"trashed", "session", "store_identity", "search_state", "pending_words"})
Key = tuple[str, int]


def frozen(version: int, path: Path) -> Path:
    """A store as that version left it."""
    path.write_bytes(gzip.decompress((FROZEN / f"store-{version}.db.gz").read_bytes()))
    return path


def tables(old: sqlite3.Connection) -> list[str]:
    """Those tables of ours that the file has."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    return [str(row[0]) for row in old.execute(sql) if "_words" not in row[0]]


def pointing(old: sqlite3.Connection, table: str, wanted: str) -> Iterator[tuple[str, str]]:
    """The columns that lead to *table* and do that when their row goes."""
    for other in tables(old):
        for row in old.execute(f"PRAGMA foreign_key_list({other})"):
            if row["table"] == table and row["on_delete"] == wanted:
                yield other, row["from"]


def body_of(old: sqlite3.Connection, key: Key) -> str:
    """What the version that wrote the file would have kept of a thing that is deleted."""
    rows: dict[Key, dict[str, object]] = {}
    waiting = [key]
    while waiting:
        table, row_id = one = waiting.pop(0)
        if one in rows:
            continue
        found = old.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id]).fetchone()
        rows[one] = dict(found)
        for other, column in pointing(old, table, "CASCADE"):
            sql = f"SELECT id FROM {other} WHERE {column} = ?"
            waiting += [(other, row[0]) for row in old.execute(sql, [row_id])]
    links = [
        [other, row[0], column, row_id]
        for table, row_id in rows
        for other, column in pointing(old, table, "SET NULL")
        for row in old.execute(f"SELECT id FROM {other} WHERE {column} = ?", [row_id])
        if (other, row[0]) not in rows
    ]
    kept = [[table, row] for (table, _), row in rows.items()]
    return json.dumps({"version": 1, "rows": kept, "links": links}, ensure_ascii=False)


def person_of(body: str) -> int | None:
    """Whose the first row is."""
    table, row = json.loads(body)["rows"][0]
    return row["id"] if table == "person" else row.get("person_id")


def deleted(path: Path, key: Key) -> None:
    """Delete a thing as the version that wrote the file did."""
    with closing(sqlite3.connect(path)) as old, old:
        old.row_factory = sqlite3.Row
        old.execute("PRAGMA foreign_keys=ON")
        body = body_of(old, key)
        old.execute(
            "INSERT INTO trashed (uid, kind, record_id, person_id, deleted_at, body)"
            " VALUES ('thrown', ?, ?, ?, '2099-01-01T00:00:00Z', ?)",
            [*key, person_of(body), body],
        )
        old.execute(f"DELETE FROM {key[0]} WHERE id = ?", [key[1]])


def things(version: int, folder: Path) -> list[Key]:
    """What is deleted, one after the other: some of each kind that the version knows."""
    with closing(sqlite3.connect(frozen(version, folder / "asked.db"))) as old:
        old.row_factory = sqlite3.Row
        return [
            (table, row[0])
            for table in DELETABLE
            if table in tables(old)
            for row in old.execute(f"SELECT id FROM {table} ORDER BY id LIMIT {OF_EACH}")
        ]


def brought_up(path: Path) -> Path:
    """The file in this version."""
    Store(path).close()
    return path


@pytest.mark.parametrize("version", range(3, SCHEMA_VERSION + 1))
def test_what_an_earlier_version_deleted_is_restored_as_what_stayed(
    tmp_path: Path, version: int
) -> None:
    stayed = dump(brought_up(frozen(version, tmp_path / "stayed.db")), without=ASIDE)
    for number, key in enumerate(things(version, tmp_path)):
        path = frozen(version, tmp_path / f"{number}.db")
        deleted(path, key)
        store = Store(path)
        (thrown,) = ask(path, "SELECT id FROM trashed WHERE uid = 'thrown'")
        trash.bring_back(store, [int(str(thrown[0]))])
        store.close()
        assert dump(path, without=ASIDE) == stayed, key
