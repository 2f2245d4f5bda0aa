"""The writing side: one connection, every change in an immediate transaction.

It runs the statements of `data/statements.py` and knows nothing of SQLAlchemy: the first edit
after a start waits for no import (`docs/adr/0062-generated-statements.md`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

from careerdesk.data import commit_mode, search_index, sessions, sweeping, undo_log
from careerdesk.data.changes import Entry, Key
from careerdesk.data.connection import SCHEMA_VERSION, in_use
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.lost_texts import (
    Entries,
    Texts,
    changed_rows,
    lost_of,
    much_lost,
    texts_ahead,
    texts_of,
)
from careerdesk.data.mapping import table_name
from careerdesk.data.struck import STRUCK, came_back
from careerdesk.data.transaction import Transaction
from careerdesk.domain.drafts import Draft
from careerdesk.domain.errors import StillWriting
from careerdesk.domain.parts import AT_ONCE, LOOKING, WRITING, Part, Parts, cut
from careerdesk.domain.records import Record
from careerdesk.i18n import N_

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")


def _note_left_wal(error: Exception) -> None:
    import logging

    kind = getattr(error, "sqlite_errorname", type(error).__name__)
    logging.getLogger("careerdesk").info("The journal stays beside the store: %s", kind)


_HEAD = f"PRAGMA user_version={SCHEMA_VERSION}"
NOTED_EVERY = timedelta(minutes=1)
"""So seldom a session says again when it wrote last."""


class _Alone:
    """Around all that is written: one at a time.

    Anyone who writes in parts lets others have their turn, but none of them may write.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread = 0  # whose edit is under way

    def check(self) -> None:
        """Raise `StillWriting` in the thread whose edit is under way."""
        if self._thread == threading.get_ident():
            raise StillWriting(N_("A large change is still being saved. Try again when it's done."))

    def __enter__(self) -> None:
        self.check()
        self._lock.acquire()
        self._thread = threading.get_ident()

    def __exit__(self, *_error: object) -> None:
        self._thread = 0
        self._lock.release()


class Writer:
    """The one writing connection, usable from any thread, one at a time, with its journal."""

    def __init__(
        self, path: Path, now: Callable[[], datetime], library: Library = PLAIN, session: str = ""
    ) -> None:
        """Open *path* for writing and start to watch it; *now* dates what is deleted.

        The first change is noted as one of *session*, which has an id of its own if none is given.
        """
        self._now = now
        self._session = session or sessions.new_uid()
        self._wrote_at: datetime | None = None  # as the session says
        self._library = library
        self._alone = _Alone()
        self.struck_again = False  # whether the last edit brought back what had been struck
        self._connection = library.connect(path, any_thread=True)
        try:
            commit_mode.prepare(self._connection)
            self._index = search_index.Index(self._connection, library.error)
            self._watch = undo_log.Watch(self._connection, self._index)
        except BaseException:
            self._connection.close()
            raise

    def check_alone(self) -> None:
        """Raise `StillWriting` while an edit in parts is under way in this thread."""
        self._alone.check()

    def make_ready(self) -> None:
        """Watch every table, so that no edit has to wait for that."""
        with self._alone:
            driver = self._connection
            driver.execute("BEGIN")  # one transaction is quicker, and this one locks nothing
            try:
                self._watch.over_all()
            finally:
                driver.execute("COMMIT")

    @contextmanager
    def transaction(
        self, entries: list[Entry], *, losing: Sequence[Entries] = (), taking: Iterable[int] = ()
    ) -> Iterator[Transaction]:
        """Commit what the block does and put its log into *entries*, or change nothing.

        If the block changes something, the drafts of the ids *taking* go in the same step, and
        what the undone steps *losing* would have brought back is kept as earlier versions, which
        are no part of the step.
        """
        with self._alone, self._in_transaction(entries) as driver:
            lost = texts_ahead(driver, losing)
            tx = Transaction(driver, self._watch, self._now, entries)
            yield tx
            taken = tuple(taking)
            if taken and (entries or undo_log.holds_any(driver)):
                for draft_id in taken:
                    self._watch.over(table_name(Draft))  # no row hangs on one
                    driver.execute("DELETE FROM draft WHERE id = ?", (draft_id,))
            tx.catch_up()
            if entries and lost:
                tx.keep_versions(lost_of(driver, lost))
                self._watch.drain()
            if tx.has_forgotten:
                self._index.merge()

    @contextmanager
    def _in_transaction(
        self, entries: Sequence[Entry] | None = None
    ) -> Iterator[sqlite3.Connection]:
        """All of the block, or nothing. A commit that was refused is still open, and taken back.

        What began to be watched in one that is rolled back is watched no more. An edit says by the
        *entries* that it logs whether it may have brought back what had been struck.
        """
        driver, watched = self._connection, self._watch.state
        wrote: datetime | None = None
        if entries is not None:
            self.struck_again = False
        driver.execute("BEGIN IMMEDIATE")  # the write lock at once; a rollback takes DDL back, too
        try:
            before = driver.total_changes
            yield driver
            if entries is not None and driver.total_changes != before:
                wrote = self._sign(driver, entries)
            driver.execute("COMMIT")
        except BaseException:
            self._watch.go_back(watched)
            if driver.in_transaction:
                driver.execute("ROLLBACK")
            raise
        self._wrote_at = wrote or self._wrote_at

    def _sign(self, driver: sqlite3.Connection, entries: Sequence[Entry]) -> datetime | None:
        """Write the head of the file with an edit that changed something.

        That raises the counter of changes there once in a session, by which the journal is told
        from that of another state of the file (`data/left_wal.py`). The first edit notes the
        session, too, and later ones when it wrote last: that moment, if it was noted.
        """
        if any(entry.table in STRUCK for entry in entries):
            self.struck_again = self._strike_again(driver)
        wrote = self._note_session(driver)
        driver.execute(_HEAD)
        return wrote

    def _note_session(self, driver: sqlite3.Connection) -> datetime | None:
        """Note that this session writes, and now and then when it did; that moment if so."""
        now = self._now()
        if self._wrote_at is None:
            sessions.note(driver, self._session, now)
        elif abs(now - self._wrote_at) >= NOTED_EVERY:
            sessions.wrote(driver, self._session, now)
        else:
            return None
        return now

    def _strike_again(self, driver: sqlite3.Connection) -> bool:
        """Let no edit bring back words that were struck; that is no part of its log."""
        if not came_back(driver):
            return False
        from careerdesk.data import striking

        tx = Transaction(driver, self._watch, self._now)
        tx.keeps_past = False
        if not striking.strike_again(tx):
            return False
        sweeping.note(driver, tx.today())
        self._watch.drain()
        return True

    def strike_again(self) -> None:
        """Strike what the file says again although it was struck, as after a copy came in."""
        with self._alone, self._in_transaction(()) as driver:
            self._strike_again(driver)

    def sweep(self) -> bool:
        """Leave nothing in the file of what was taken out; False if others read that still."""
        with self._alone:
            driver = self._connection
            try:
                with self._in_transaction():
                    self._index.merge()
                return sweeping.sweep(driver)
            finally:
                self._watch.drain()

    def replace(self, source: sqlite3.Connection) -> None:
        """Let the file be what *source* reads, a whole store of this version, in one commit.

        A kill at any moment leaves the one or the other. Raises `StoreError` where another program
        holds the file: Python would try that again for ever.
        """

        def told(status: int, _left: int, _pages: int) -> None:
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise in_use()

        with self._alone:
            source.backup(self._connection, progress=told)

    def tend_index(self) -> bool:
        """Do some of what the index needs, in a transaction of its own; whether there is more."""
        with self._alone, self._in_transaction():
            return self._index.tend()

    def settle_index(self) -> None:
        """Put all that waits into the index, in a transaction of its own if there is any."""
        with self._alone:
            if self._index.waits():
                with self._in_transaction():
                    self._index.settle()

    def make_index(self) -> None:
        """Make the index again from the texts."""
        with self._alone, self._in_transaction():
            search_index.rebuild(self._connection)

    def travelling(self, entries: Entries) -> Parts[Entries]:
        """Take *entries* back in parts; returns the log of doing so. Closed early, nothing is done.

        A text of which much goes is kept as an earlier version, which is no part of the log.
        """
        back: list[Entry] = []
        with self._alone, self._in_transaction(back) as driver:
            yield Part(LOOKING, 0, len(entries))  # how much it is, before anything is done
            self._watch.over_all()
            rows = changed_rows(entries)
            before = yield from _texts_in_parts(driver, rows)
            for done in undo_log.taking_back(driver, entries):
                back.extend(self._watch.take())
                yield Part(WRITING, done, len(entries))
            yield from self._watch.following()
            after = yield from _texts_in_parts(driver, before)
            lost = much_lost(before, after)
            if lost:
                tx = Transaction(driver, self._watch, self._now)
                tx.keep_versions(lost_of(driver, [lost]))
                self._watch.drain()
            yield Part(WRITING, len(entries), len(entries))  # the commit has a turn of its own
        return back

    def close(self) -> None:
        """Move the journal file's content into the store and let go of it.

        Where the disk refuses, the journal stays beside the store: all that was saved is in it,
        and the next start reads it.
        """
        try:
            commit_mode.leave_nothing_beside(self._connection)
        except self._library.error as error:
            _note_left_wal(error)
        finally:
            self._connection.close()


def _texts_in_parts(driver: sqlite3.Connection, rows: Collection[Key]) -> Parts[Texts]:
    found: Texts = {}
    for some in cut(list(rows), 10 * AT_ONCE):
        found |= texts_of(driver, some)
        yield Part(LOOKING, len(found), len(rows))
    return found
