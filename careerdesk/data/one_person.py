"""All that a store holds of one person, taken out of one file and put into another.

Both are of this version. The same row is known by its uid; its id is the one that it has here, if
it is here or in the trash, else its own if nothing else has that, else a new one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from careerdesk.data import trash
from careerdesk.data.mapping import field_names, kinds_by_table, table_name
from careerdesk.data.statements import TABLES
from careerdesk.dataclass import dataclass
from careerdesk.domain.drafts import Draft
from careerdesk.domain.loop import Strike, TextVersion
from careerdesk.domain.records import Person, Record
from careerdesk.domain.reviews.records import Source

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

Key = tuple[str, int]
Row = dict[str, Any]
PERSON, DRAFT, VERSION = table_name(Person), table_name(Draft), table_name(TextVersion)
STRIKE = table_name(Strike)
CITED = {
    Source.CHECK_IN: "check_in", Source.FEEDBACK: "feedback",
    Source.ACCOMPLISHMENT: "accomplishment",
    Source.GOAL: "plan_item", Source.READING: "reading",
}  # fmt: skip
CROSSED = {
    "gap": ("review", "plan_item"), "promotion": ("outcome", PERSON),
    "noticed": (PERSON, "accomplishment"),
} | {source.value: (table, "evidence") for source, table in CITED.items()}  # fmt: skip
"""From where to where each kind of crossing goes."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds of a person: owners before what they own.

    `others` are the uids of what is not theirs and is referred to. `versions` are the earlier
    versions of their texts, `strikes` what they wanted struck.
    """

    uid: str
    rows: Mapping[Key, Row]
    others: Mapping[Key, str]
    versions: Sequence[Row]
    strikes: Sequence[Row]

    @property
    def key(self) -> Key:
        """The row of the person."""
        return next(iter(self.rows))


def held(connection: sqlite3.Connection, uid: str) -> Held | None:
    """What a file holds of the person of that uid; None if there is no such person."""
    person_id = id_of(connection, PERSON, uid)
    if person_id is None:
        return None
    found = trash.gather(connection, PERSON, [person_id])
    rows = {key: row for key, row in found.items() if key[0] != DRAFT}
    wanted = {
        (target, row[name])
        for key, row in rows.items()
        for name, target in _targets(key[0])
        if row[name] is not None and (target, row[name]) not in rows
    }
    others = {key: _uid_of(connection, *key) for key in wanted}
    return Held(
        uid, rows, others,
        versions=[row for key in rows for row in _versions(connection, *key)],
        strikes=_rows(connection, Strike, "person_id = ? AND kind <> 'sweep'", person_id),
    )  # fmt: skip


def id_of(connection: sqlite3.Connection, table: str, uid: str) -> int | None:
    """The id of the row of that uid, if there is one."""
    row = connection.execute(f'SELECT id FROM "{table}" WHERE uid = ?', (uid,)).fetchone()
    return int(row[0]) if row else None


def _uid_of(connection: sqlite3.Connection, table: str, row_id: int) -> str:
    row = connection.execute(f'SELECT uid FROM "{table}" WHERE id = ?', (row_id,)).fetchone()
    return str(row[0]) if row else ""


def _rows(
    connection: sqlite3.Connection, kind: type[Record], where: str, *values: object
) -> list[Row]:
    names = field_names(kind)
    sql = f"SELECT {', '.join(names)} FROM {table_name(kind)} WHERE {where} ORDER BY id"
    return [dict(zip(names, row, strict=True)) for row in connection.execute(sql, values)]


def _versions(connection: sqlite3.Connection, table: str, row_id: int) -> list[Row]:
    return _rows(connection, TextVersion, "kind = ? AND record_id = ?", table, row_id)


def _targets(table: str) -> list[tuple[str, str]]:
    """The columns of a table that refer to others, and to which."""
    return [(column.name, column.target) for column in TABLES[table].references]


def put(tx: Transaction, what: Held) -> set[int]:
    """Let this store hold of a person what another one held, within an edit.

    What it holds of them goes to the trash. What belongs to something that is not here, such as a
    review of a cycle that is not, is left out, and a link to such a thing is empty. Returns the ids
    of the cycles of which there is a review.
    """
    here = tx.read(id_of, PERSON, what.uid)
    if here is not None:
        tx.trash(Person, [here])
    tx.watch.over_all()
    tx.connection.execute("PRAGMA defer_foreign_keys=ON")
    ids = _Ids(tx.connection, what)
    for key in ids.rows:
        trash.insert(tx.connection, key[0], ids.row(key))
    _link_again(tx.connection, what.uid)
    _put_strikes(tx.connection, what.strikes, ids.new(what.key))
    _put_versions(tx.connection, what.versions, ids)
    return {ids.row(key)["cycle_id"] for key in ids.rows if key[0] == "review"}


def id_to_be(connection: sqlite3.Connection, what: Held) -> int | None:
    """The id that the person will have, as far as that is known before it is done."""
    known = _known(_deleted(connection))
    here = id_of(connection, PERSON, what.uid) or known.get((PERSON, what.uid), 0)
    return here or (None if trash.is_there(connection, PERSON, what.key[1]) else what.key[1])


class _Ids:
    """Which row has which id here, and what its columns are then."""

    def __init__(self, connection: sqlite3.Connection, what: Held) -> None:
        self._connection = connection
        self._what = what
        self._others = {
            key: found
            for key, uid in what.others.items()
            if uid and (found := id_of(connection, key[0], uid)) is not None
        }
        self.rows = self._coming()
        deleted = _deleted(connection)
        known = _known(deleted)
        self._ids = {key: self._chosen(key, known, deleted) for key in self.rows}
        self._give([key for key, chosen in self._ids.items() if not chosen])

    def _coming(self) -> list[Key]:
        """The rows whose owners come or are here, and which nobody else has."""
        rows = self._what.rows
        left = [key for key in rows if id_of(self._connection, key[0], rows[key]["uid"]) is None]
        size = -1
        while size != len(left):
            size, there = len(left), {*left, *self._others}
            left = [key for key in left if there.issuperset(self._owners(key))]
        return left

    def _owners(self, key: Key) -> Iterator[Key]:
        row = self._what.rows[key]
        for name, table in trash.owners_of(key[0]):
            if row[name] is not None:
                yield table, row[name]

    def _chosen(
        self, key: Key, known: Mapping[tuple[str, str], int], deleted: Mapping[Key, str]
    ) -> int:
        """The id that a row can have of those that it had; 0 if all are taken."""
        table, uid = key[0], str(self._what.rows[key]["uid"])
        for one in (known.get((table, uid), 0), key[1]):
            is_its = deleted.get((table, one), uid) == uid
            if one and is_its and not trash.is_there(self._connection, table, one):
                return one
        return 0

    def _give(self, keys: Sequence[Key]) -> None:
        """New ids for rows that need one, larger than any that was ever given."""
        last = dict(self._connection.execute("SELECT name, seq FROM sqlite_sequence"))
        for (table, _), chosen in self._ids.items():
            last[table] = max(last.get(table, 0), chosen)
        for key in keys:
            last[key[0]] += 1
            self._ids[key] = last[key[0]]

    def new(self, key: Key) -> int | None:
        """The id here of what a row referred to; None if that is not here."""
        return self._ids.get(key) or self._others.get(key)

    def row(self, key: Key) -> Row:
        """A row as it is put here."""
        told = self._what.rows[key]
        row: Row = {name: told[name] for name in field_names(kinds_by_table()[key[0]])}
        row["id"] = self._ids[key]
        for name, target in _targets(key[0]):
            if row[name] is not None:
                row[name] = self.new((target, row[name]))
        if key[0] == "evidence":
            row["source_id"] = self._followed(CITED.get(row["source"], ""), row["source_id"])
        if key[0] == "crossing":
            source, target = CROSSED.get(row["kind"], ("", ""))
            row["source_id"] = self._followed(source, row["source_id"])
            row["target_id"] = self._followed(target, row["target_id"])
        return row

    def _followed(self, table: str, row_id: int) -> int:
        """What is named by its id alone."""
        return self._ids.get((table, row_id), row_id)


def _deleted(connection: sqlite3.Connection) -> dict[Key, str]:
    """The rows that are in the trash, and their uids, the last deleted last."""
    found: dict[Key, str] = {}
    for (body,) in connection.execute("SELECT body FROM trashed ORDER BY id"):
        found |= trash.uids_of(body)
    return found


def _known(deleted: Mapping[Key, str]) -> dict[tuple[str, str], int]:
    return {(table, uid): row_id for (table, row_id), uid in deleted.items()}


def _link_again(connection: sqlite3.Connection, uid: str) -> None:
    """Link to a person's rows what was linked to them when they were deleted last."""
    sql = "SELECT body FROM trashed WHERE kind = ? ORDER BY id DESC"
    for (body,) in connection.execute(sql, (PERSON,)).fetchall():
        uids = trash.uids_of(body)
        if uid not in list(uids.values())[:1]:
            continue
        for table, row_id, name, target in trash.links_of(body):
            found = id_of(connection, target[0], uids.get(target, ""))
            connection.execute(
                f'UPDATE "{table}" SET "{name}" = ? WHERE id = ? AND "{name}" IS NULL',
                (found, row_id),
            )
        return


def _put_strikes(
    connection: sqlite3.Connection, strikes: Sequence[Row], person_id: int | None
) -> None:
    """What they had struck by then is struck here, too."""
    for row in strikes:
        there = connection.execute(_STRUCK, (row["uid"], row["kind"], row["struck_uid"])).fetchone()
        if there is None:
            trash.insert(connection, STRIKE, _without_id(row) | {"person_id": person_id})
        else:
            connection.execute(_WHOSE, (person_id, there[0]))


def _put_versions(connection: sqlite3.Connection, versions: Sequence[Row], ids: _Ids) -> None:
    """What their texts said earlier, beside what is known of that here."""
    for row in versions:
        record_id = ids.new((row["kind"], row["record_id"]))
        if record_id is not None and id_of(connection, VERSION, row["uid"]) is None:
            trash.insert(connection, VERSION, _without_id(row) | {"record_id": record_id})


def _without_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


_STRUCK = "SELECT id FROM strike WHERE uid = ?1 OR (kind = ?2 AND struck_uid = ?3)"
_WHOSE = "UPDATE strike SET person_id = ? WHERE id = ? AND person_id IS NULL"
