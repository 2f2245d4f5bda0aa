"""A new store file from one that `json_export` wrote, of this version of the tables or an older.

All of it is looked at before the store gets its name. A row is in memory with a piece of the file,
and the rows that refer to others of their own table by their ids alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from careerdesk import system
from careerdesk.data import json_checks, search_index
from careerdesk.data.backups import Progress, Stopped
from careerdesk.data.connection import SCHEMA_VERSION, cannot_create, create_private
from careerdesk.data.copying import remove
from careerdesk.data.json_checks import OddText
from careerdesk.data.json_form import BESIDE, FORMAT, LAST_ID
from careerdesk.data.json_rows import Reader, Wrong
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.migrate import migrate
from careerdesk.domain.errors import NewerStore, NotAStore, StoreError
from careerdesk.i18n import N_, tr

AT_ONCE = 200  # rows
MEMBERS = ("format", "schema", "program", "exported_at", "last_ids", "tables")
_QUICK = "PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA journal_mode=MEMORY"


def load(
    json_path: Path,
    new_store_path: Path,
    library: Library = PLAIN,
    progress: Progress = lambda _done, _of: True,
) -> None:
    """Make a new store at a path, where nothing may be, from a file of JSON: whole or not at all.

    Raises `NotAStore` for what is wrong in the file and says where, `NewerStore` for one of a newer
    version, `StoreError` for what cannot be read or written, and `Stopped`.
    """
    part = new_store_path.with_name(f".{new_store_path.name}.{os.getpid()}.part")
    remove(part)
    create_private(part, new_store_path)
    try:
        fill(json_path, part, library, progress)
        system.put_new(part, new_store_path)
    except FileExistsError:
        raise StoreError(
            N_("There is already a file at {path}. Choose another name."), path=new_store_path
        ) from None
    except OSError as error:
        raise cannot_create(new_store_path, error) from None
    finally:
        remove(part)


def fill(json_path: Path, part: Path, library: Library, progress: Progress) -> None:
    """Make *part*, an empty file, a store of this version; raises as `load` does."""
    if not json_path.is_file():
        raise StoreError(N_("There is no file at {path}. Choose another file."), path=json_path)
    try:
        with json_path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size

            def told() -> None:
                if not progress(file.tell(), size):
                    raise Stopped

            _fill(Reader(file), part, library, told)
    except Wrong as wrong:
        if not wrong.path:
            raise NotAStore(
                N_("{path} can't be used: {why}. Choose another file."),
                path=json_path, why=wrong.why,
            ) from None  # fmt: skip
        raise NotAStore(
            N_("{path} can't be used: {why}, at {where}. Choose another file."),
            path=json_path, why=wrong.why, where=_short(wrong.path),
        ) from None  # fmt: skip
    except OSError as error:
        raise StoreError(
            N_("Could not read {path}: {reason}. Check the disk, or choose another file."),
            path=json_path,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None


def _short(path: str) -> str:
    """A path in one line, without what no terminal can show."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in path)
    return plain if len(plain) <= 120 else f"{plain[:119]}…"


def _fill(reader: Reader, part: Path, library: Library, told: Callable[[], None]) -> None:
    head: dict[str, Any] = {}
    if reader.is_empty():
        reader.refuse(tr("the file is empty"))
    for name in reader.members():
        if name not in MEMBERS:
            reader.refuse(tr("unknown entry"))
        if name == "tables":
            _check_head(head)
            version = int(head["schema"])
            migrate(part, version=version, library=library, last=f"{version:04}")
            _put_tables(reader, part, library, told)
        elif name == "last_ids":
            head[name] = {table: _last_id(reader) for table in reader.members()}
        else:
            head[name] = reader.value()
            if name == "schema":
                _check_version(head[name])
    reader.end()
    missing = next((name for name in MEMBERS if name not in head and name != "tables"), "")
    if missing or "schema" not in head:
        raise Wrong(missing, tr("a required entry is missing"))
    _finish(part, library, head)


def _check_version(found: object) -> None:
    if type(found) is not int or found < 1:
        raise Wrong("schema", tr("the version number isn't valid"))
    if found > SCHEMA_VERSION:
        raise NewerStore(
            N_(
                "The file was saved by a newer version of CareerDesk (the file is "
                "version {found}, but this copy of CareerDesk only supports up to "
                "version {known}). Update CareerDesk to open it."
            ),
            found=str(found),
            known=str(SCHEMA_VERSION),
        )


def _check_head(head: Mapping[str, Any]) -> None:
    """Before any row is taken: whose file it is, and of which version."""
    if head.get("format") != FORMAT:
        raise Wrong("format", tr("it isn't a CareerDesk file"))
    if "schema" not in head:
        raise Wrong("schema", tr("this entry must come before the tables"))


def _last_id(reader: Reader) -> int:
    found = reader.value()
    if type(found) is not int or not 0 <= found <= LAST_ID:
        reader.refuse(tr("the ID isn't valid"))
    return found


def _put_tables(reader: Reader, part: Path, library: Library, told: Callable[[], None]) -> None:
    with closing(library.connect(part)) as connection:
        for setting in _QUICK:
            connection.execute(setting)
        connection.execute("BEGIN IMMEDIATE")
        known = json_checks.columns_of(connection)
        for table in BESIDE.keys() & known.keys():
            connection.execute(f'DELETE FROM "{table}"')
        left = dict(known)
        for table in reader.members():
            if table not in left:
                reader.refuse(tr("unknown table"))
            _put_rows(reader, connection, table, left.pop(table), library, told)
        if left:
            raise Wrong(f"tables.{min(left)}", tr("a required entry is missing"))
        json_checks.references(connection, known)
        connection.execute("COMMIT")


def _put_rows(
    reader: Reader,
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[json_checks.Column],
    library: Library,
    told: Callable[[], None],
) -> None:
    rows = _values(reader, columns)
    number = 0
    while some := list(islice(rows, AT_ONCE)):
        told()
        if not _put_at_once(connection, table, columns, some, library):
            _put_one_by_one(connection, table, columns, some, number, library)
        number += len(some)


def _put_at_once(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[json_checks.Column],
    rows: Sequence[tuple[Any, ...]],
    library: Library,
) -> bool:
    """Put rows by one statement; False, and none of them is there, where that is not possible."""
    if any(OddText in set(map(type, row)) for row in rows):
        return False
    connection.execute("SAVEPOINT some")
    try:
        connection.executemany(_insert(table, columns, rows[0]), rows)
    except library.module.IntegrityError:
        connection.execute("ROLLBACK TO some")
        return False
    finally:
        connection.execute("RELEASE some")
    return True


def _put_one_by_one(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[json_checks.Column],
    rows: Sequence[tuple[Any, ...]],
    number: int,
    library: Library,
) -> None:
    """Put each row, and say which cannot be taken."""
    for place, row in enumerate(rows, number):
        try:
            connection.execute(_insert(table, columns, row), row)
        except library.module.IntegrityError as error:
            column = str(error).rpartition(".")[2]
            raise Wrong(
                f"tables.{table}[{place}].{column}", tr("the same entry appears twice")
            ) from None


def _insert(table: str, columns: Sequence[json_checks.Column], row: Sequence[Any]) -> str:
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("CAST(? AS TEXT)" if type(cell) is OddText else "?" for cell in row)
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'


def _values(reader: Reader, columns: Sequence[json_checks.Column]) -> Iterator[tuple[Any, ...]]:
    """The values of each row of a list, in the order of the columns."""
    names = {column.name for column in columns}
    for row in reader.items():
        if not isinstance(row, dict):
            reader.refuse(tr("expected a record"))
        if row.keys() != names:
            strange, missing = row.keys() - names, names - row.keys()
            why = tr("unknown column") if strange else tr("a required entry is missing")
            raise Wrong(f"{reader.path}.{min(strange or missing)}", why)
        try:
            yield tuple([column.value(row[column.name]) for column in columns])
        except Wrong as wrong:
            raise Wrong(f"{reader.path}.{wrong.path}", wrong.why) from None


def _finish(part: Path, library: Library, head: Mapping[str, Any]) -> None:
    """Let no id be given twice, bring the store up, and look whether all of it can be read."""
    with closing(library.connect(part)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        json_checks.set_last_ids(connection, head["last_ids"])
        connection.execute("COMMIT")
    if head["schema"] < SCHEMA_VERSION:
        try:
            migrate(part, library=library)
        except (library.error, ValueError, TypeError, KeyError):
            raise Wrong("tables", tr("the records are inconsistent")) from None
    with closing(library.connect(part)) as connection:
        json_checks.values(connection)
        connection.execute("BEGIN IMMEDIATE")
        search_index.create_again(connection)  # it is filled later, when nobody waits for it
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=DELETE")
    system.sync_file(part)
