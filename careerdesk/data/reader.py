"""One more connection that reads, for one other thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from careerdesk.data.connection import connect_reader, explain, writable
from careerdesk.data.library import Library
from careerdesk.domain.errors import UNREADABLE, Interrupted

T = TypeVar("T")
P = ParamSpec("P")

STEPS_BETWEEN = 2_000  # of SQLite, after which it asks whether it shall give way


class Reader:
    """Reads the file for one thread; what another one calls is `interrupt`, and nothing else."""

    def __init__(
        self, path: Path, library: Library, gives_way: Callable[[], bool], *, still: bool = False
    ) -> None:
        """Open the file at *path*; a read ends early when it *gives_way*.

        A *still* file is written by nobody, and nothing is put beside it.
        """
        self._path, self._library, self._gives_way = path, library, gives_way
        self._stopped = False
        try:
            self._connection = connect_reader(
                library, path, read_only=True, frozen=still or not writable(path), any_thread=True
            )
        except library.error as error:
            raise explain(error, path) from error
        self._connection.set_progress_handler(self._stops, STEPS_BETWEEN)

    def _stops(self) -> int:
        return 1 if self._stopped or self._gives_way() else 0

    def read(
        self,
        query: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a query of `data.queries`; `Interrupted` if it was told to stop.

        Raises `StoreError` if the file cannot be read.
        """
        if self._stopped:
            raise Interrupted
        try:
            return query(self._connection, *args, **kwargs)
        except self._library.error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise Interrupted from error
            raise explain(error, self._path) from error
        except UNREADABLE:
            from careerdesk.data.unreadable import refuse

            refuse(self._path, self._library)
            raise

    def interrupt(self) -> None:
        """End what is being read, and refuse what comes until `go_on`; from any thread."""
        self._stopped = True

    def go_on(self) -> None:
        """Read again: to be called when the next thing to do is taken up.

        Who interrupts says what comes next only after that, so that none is lost.
        """
        self._stopped = False

    def close(self) -> None:
        """Let go of the file."""
        with suppress(self._library.error):
            self._connection.close()
