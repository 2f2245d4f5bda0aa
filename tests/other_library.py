"""A library that opens files of SQLite and is not Python's own: it has errors of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import wraps
from types import ModuleType
from typing import Any

ERRORS = ("Error", "DatabaseError", "OperationalError", "IntegrityError", "InternalError",
          "ProgrammingError", "NotSupportedError", "DataError", "InterfaceError")  # fmt: skip


class Error(Exception):
    """Not of the family of `sqlite3.Error`, as those of other libraries are not."""


KINDS: dict[str, type[Error]] = {"Error": Error}
KINDS["DatabaseError"] = type("DatabaseError", (Error,), {})
for _name in ERRORS[2:]:
    above = Error if _name == "InterfaceError" else KINDS["DatabaseError"]
    KINDS[_name] = type(_name, (above,), {})


def own_errors(call: Callable[..., Any]) -> Callable[..., Any]:
    """The same call, raising the errors of this library."""

    @wraps(call)
    def calling(*values: Any, **named: Any) -> Any:
        try:
            return call(*values, **named)
        except sqlite3.Error as error:
            raise _ours(error) from None  # by no name here: that would hold the cursor as well

    return calling


def _ours(error: sqlite3.Error) -> Error:
    ours = KINDS[type(error).__name__](*error.args)
    for fact in ("sqlite_errorcode", "sqlite_errorname"):
        if hasattr(error, fact):
            setattr(ours, fact, getattr(error, fact))
    return ours


class Cursor(sqlite3.Cursor):
    pass


class Connection(sqlite3.Connection):
    def cursor(self, factory: type[sqlite3.Cursor] = Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, *values: Any) -> Any:
        return self.cursor().execute(sql, *values)

    def executemany(self, sql: str, rows: Any) -> Any:
        return self.cursor().executemany(sql, rows)

    def executescript(self, sql: str) -> Any:
        return self.cursor().executescript(sql)


class Watched(Connection):
    """One that remembers what was asked of it."""

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self.asked: list[str] = []

    def execute(self, sql: str, *values: Any) -> Any:
        self.asked.append(sql)
        return super().execute(sql, *values)


for _call in ("execute", "executemany", "executescript", "fetchone", "fetchmany", "fetchall",
              "__next__"):  # fmt: skip
    setattr(Cursor, _call, own_errors(getattr(sqlite3.Cursor, _call)))
for _call in ("commit", "rollback", "backup", "close", "__exit__"):
    setattr(Connection, _call, own_errors(getattr(sqlite3.Connection, _call)))


def other_sqlite(*, watch: bool = True) -> ModuleType:
    """A module as `sqlite3` is, by another name; one that shall *watch* lists them as `opened`."""
    module = ModuleType("othersqlite")
    for name in dir(sqlite3):
        if not name.startswith("__"):
            setattr(module, name, getattr(sqlite3, name))
    for name, kind in KINDS.items():
        setattr(module, name, kind)
    opened: list[Connection] = []

    def connect(*values: Any, **named: Any) -> Connection:
        kind = Watched if watch else Connection
        connection: Connection = own_errors(sqlite3.connect)(*values, factory=kind, **named)
        if watch:
            opened.append(connection)
        return connection

    vars(module).update(Connection=Connection, Cursor=Cursor, connect=connect, opened=opened)
    return module
