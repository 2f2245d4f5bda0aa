"""How much a piece of work costs, counted: the same on every machine, however busy it is."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any

from careerdesk.data.library import Library


def calls(work: Callable[[], object]) -> int:
    """How many functions, of Python or of C, are called from Python while *work* is done."""
    count = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


class Asked(sqlite3.Connection):
    """A connection that notes each statement it is asked to run, also through a cursor."""

    asked: list[str]

    def cursor(self, _factory: object = None) -> Any:
        """A cursor that notes the same."""
        cursor = super().cursor(_AskedCursor)
        cursor.asked = self.asked
        return cursor

    def execute(self, sql: str, *values: Any) -> Any:
        """Run a statement."""
        return self.cursor().execute(sql, *values)

    def executemany(self, sql: str, rows: Any) -> Any:
        """Run a statement for many rows, which counts once."""
        return self.cursor().executemany(sql, rows)


class _AskedCursor(sqlite3.Cursor):
    asked: list[str]

    def execute(self, sql: str, *values: Any) -> Any:
        self.asked.append(sql)
        return super().execute(sql, *values)

    def executemany(self, sql: str, rows: Any) -> Any:
        self.asked.append(sql)
        return super().executemany(sql, rows)


class Statements:
    """Counts the statements that a store runs which is opened by its `library`.

    What SQLite does for them besides, as in triggers, is not counted.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        module = ModuleType("sqlite_asked")
        vars(module).update(vars(sqlite3), connect=self._connect)
        self.library = Library(module=module)

    def _connect(self, *values: Any, **named: Any) -> Asked:
        connection: Asked = sqlite3.connect(*values, factory=Asked, **named)
        connection.asked = self.asked
        return connection

    def during(self, work: Callable[[], object]) -> int:
        """How many are run while *work* is done."""
        before = len(self.asked)
        work()
        return len(self.asked) - before
