"""The one door to the file: reads, named edits, undo, and word of every change."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from careerdesk.data.changes import Changes, Entry, Step
from careerdesk.data.connection import (
    SCHEMA_VERSION,
    check_version,
    connect_reader,
    explain,
    has_journal,
    identity,
    look_at,
    make_private,
    writable,
)
from careerdesk.data.history import History, Ticket
from careerdesk.data.journal import changes_of
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.rows import fetch
from careerdesk.domain.errors import NotAStore, ReadOnlyStore, StoreError, UserError
from careerdesk.domain.records import Record
from careerdesk.system import clear_reservation

if TYPE_CHECKING:
    from careerdesk.data.writer import Transaction, Writer

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")
Listener = Callable[[Changes], None]


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open file. Use it from one thread; only `warm` and `find_damage` may run in another.

    `set_aside` is where the journal of another state of the file is now, if one lay beside it.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        library: Library = PLAIN,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Open the store at *path*, a new one if nothing is there; raises `StoreError`."""
        self.path = path
        self._library = library
        self._monotonic = monotonic
        self.now = now
        self._history = History()
        self._listeners: list[Listener] = []
        self._taken = Ticket(())
        self._writer: Writer | None = None
        self._writer_lock = threading.Lock()
        self._on_close: list[Callable[[], None]] = []
        if not read_only:
            clear_reservation(path)
        if not look_at(path):
            _create(path, library.patient())
        self.read_only = read_only or not writable(path)
        self.damaged = False
        if not self.read_only:
            make_private(path)
        self.set_aside = _keep_out_foreign_journal(path, read_only=self.read_only)
        self._reader = self._open_reader()
        self._identity = identity(path)

    def _open_reader(self) -> sqlite3.Connection:
        try:
            reader = self._connect()
            try:
                version = check_version(reader, self.path)
            except BaseException:
                reader.close()
                raise
            if version < SCHEMA_VERSION:
                reader.close()
                self._upgrade()
                reader = self._connect()
            return reader
        except self._library.error as error:
            raise explain(error, self.path) from error

    def _connect(self) -> sqlite3.Connection:
        frozen = not writable(self.path)
        return connect_reader(self._library, self.path, read_only=self.read_only, frozen=frozen)

    def _upgrade(self) -> None:
        if not writable(self.path):
            raise ReadOnlyStore(
                "{path} is from an older version and cannot be brought up, since it cannot be "
                "written. Check its permissions.",
                path=self.path,
            )
        if self.read_only:
            raise ReadOnlyStore(
                "{path} is from an older version, and nothing is changed by reading it. "
                "Open it once in the window, which brings it up and keeps a copy.",
                path=self.path,
            )
        from careerdesk.data.migrate import upgrade

        upgrade(self.path, self._library.patient())

    def read(
        self,
        query: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a query of `data.queries`; raises `StoreError` if the file cannot be read."""
        try:
            return query(self._reader, *args, **kwargs)
        except self._library.error as error:
            raise explain(error, self.path) from error

    def get(self, kind: type[R], record_id: int) -> R:
        """Read one record by its id; raises `NotFound` if there is none."""
        return self.read(fetch, kind, record_id)

    @contextmanager
    def edit(
        self,
        name: str,
        *,
        origin: object = None,
        merge: str = "",
        person_id: int | None = None,
        place: str = "",
        undoable: bool = True,
    ) -> Iterator[Transaction]:
        """Do one named, undoable edit: all of it is on disk afterwards, or nothing is.

        Edits with the same *merge* key within 30 seconds are undone together. *person_id*
        and *place* tell where undo shows what came back. Listeners hear of it at the end.
        """
        entries: list[Entry] = []
        losing = [step.entries for step in self._history.undone] if undoable else []
        with (
            self._guarded() as writer,
            writer.transaction(entries, losing=losing, taking=self._taken.ids) as tx,
        ):
            yield tx
        if not entries:
            return
        self._taken.use()
        changes = changes_of(entries, name, origin)
        step = Step(name, changes, person_id, place, merge, self._monotonic(), tuple(entries))
        if undoable:
            self._history.push(step)
        self._tell(changes)

    @contextmanager
    def aside(self) -> Iterator[Transaction]:
        """Write what is no edit: undo does not know it, and nobody hears of it."""
        with self._guarded() as writer, writer.transaction([]) as tx:
            yield tx

    @contextmanager
    def taking(self, draft_ids: Iterable[int]) -> Iterator[Callable[[], bool]]:
        """Let these drafts go with the first edit of the block, in the same transaction.

        Gives a function that tells whether there was one. Blocks may stand in each other.
        """
        before, ticket = self._taken, Ticket(draft_ids)
        self._taken = ticket
        try:
            yield ticket.was_used
        finally:
            self._taken = before

    @contextmanager
    def _guarded(self) -> Iterator[Writer]:
        """Say what goes wrong with the file in words for the user."""
        try:
            self._check_writable()
            yield self.writer()
        except UserError:
            raise
        except Exception as error:
            cause = error if isinstance(error, self._library.error) else error.__cause__
            if isinstance(cause, self._library.error):
                raise explain(cause, self.path) from error
            raise

    def _check_writable(self) -> None:
        if self.damaged:
            raise NotAStore(
                "{path} is damaged, so nothing is written into it. "
                "Close CareerDesk and put a copy in its place.",
                path=self.path,
            )
        if self.read_only:
            raise ReadOnlyStore(
                "{path} can be read but not written. Check its permissions.", path=self.path
            )
        if identity(self.path) != self._identity:
            raise StoreError(
                "{path} was moved or replaced while it was open. Put it back, "
                "or close CareerDesk and open the right file.",
                path=self.path,
            )

    def find_damage(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Look for damaged pages, until told to *stop*; may run in another thread than the rest."""
        from careerdesk.data.damage import is_damaged

        return is_damaged(self.path, self._library, stop)

    def close_for_writing(self) -> None:
        """Take no edit any more: damage was found, and each edit could make it worse."""
        self.damaged = self.read_only = True

    def warm(self) -> None:
        """Make ready to write, so that no edit waits for it; may run in another thread."""
        self.writer().make_ready()

    def writer(self) -> Writer:
        """The writing side, which is made once."""
        with self._writer_lock:
            if self._writer is None:
                from careerdesk.data.writer import Writer

                self._writer = Writer(self.path, self._moment, self._library)
            return self._writer

    def monotonic(self) -> float:
        """Seconds that only ever go on, by which pauses are told."""
        return self._monotonic()

    def _moment(self) -> datetime:
        return self.now()

    def take_locks_again(self) -> None:
        """Open the file anew; call it after foreign code in this process may have closed it.

        POSIX drops all locks of a process on a file when any of its descriptors is closed. A
        file dialog that looks what kind of files there are does just that; another program
        that closes the store would then take the journal away under our hands.
        """
        with self._writer_lock:
            self._reader.close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._reader = self._open_reader()

    def undo(self) -> Step | None:
        """Take the last step back; returns it with what changed, or None."""
        return self._travel(self._history.done, self._history.undone)

    def redo(self) -> Step | None:
        """Do the step undone last once more; returns it with what changed, or None."""
        return self._travel(self._history.undone, self._history.done)

    def _travel(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source[-1]
        with self._guarded() as writer:
            entries = writer.travel(step.entries)
        source.pop()
        changes = changes_of(entries, step.name, None)
        back = replace(step, entries=entries, changes=changes, merge="")
        target.append(back)
        self._tell(changes)
        return back

    @property
    def last_step(self) -> Step | None:
        """The step that `undo` takes back: the same object as long as nothing comes after it."""
        return self._history.done[-1] if self._history.done else None

    @property
    def undo_name(self) -> str:
        """The name of the step that `undo` takes back, or an empty text."""
        return self._history.done[-1].name if self._history.done else ""

    @property
    def undo_place(self) -> str:
        """The page on which the step was made that `undo` takes back."""
        return self._history.done[-1].place if self._history.done else ""

    @property
    def redo_place(self) -> str:
        """The page on which the step was made that `redo` does again."""
        return self._history.undone[-1].place if self._history.undone else ""

    @property
    def redo_name(self) -> str:
        """The name of the step that `redo` does again, or an empty text."""
        return self._history.undone[-1].name if self._history.undone else ""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call *listener* after every edit, undo and redo; returns how to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            """Stop hearing; a second call does nothing."""
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

    def at_close(self, action: Callable[[], None]) -> None:
        """Run *action* once the file is closed."""
        self._on_close.append(action)

    def close(self) -> None:
        """Close the file; everything is in it then, and no journal is left beside it.

        Where the disk refuses that, what was saved is in the journal, and stays beside the file.
        """
        try:
            with self._writer_lock:
                self._reader.close()
                if self._writer is not None:
                    writer, self._writer = self._writer, None
                    writer.close()
        finally:
            while self._on_close:
                self._on_close.pop()()


def _create(path: Path, library: Library) -> None:
    from careerdesk.data.migrate import create

    create(path, library)


def _keep_out_foreign_journal(path: Path, *, read_only: bool) -> Path | None:
    if not has_journal(path):
        return None
    from careerdesk.data.left_journal import keep_out

    return keep_out(path, read_only=read_only)
