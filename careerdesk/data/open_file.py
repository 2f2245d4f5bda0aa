"""The file of a store while it is open: its connections, and what becomes of it meanwhile."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from careerdesk.data import commit_mode, opening, putting
from careerdesk.data.connection import (
    cannot_create,
    explain,
    has_wal,
    identity,
    look_at,
    make_private,
    writable,
)
from careerdesk.data.folders import Surroundings, folder_of
from careerdesk.data.library import Library
from careerdesk.data.place import Place, Standing
from careerdesk.data.rows import fetch
from careerdesk.domain.errors import UNREADABLE, NotAStore, ReadOnlyStore, StoreError, StoreGone
from careerdesk.domain.records import Record
from careerdesk.i18n import N_
from careerdesk.system import clear_reservation

if TYPE_CHECKING:
    from careerdesk.data.reader import Reader
    from careerdesk.data.writer import Writer

R = TypeVar("R", bound=Record)
T = TypeVar("T")
P = ParamSpec("P")
Release = Callable[[], None]


class OpenFile:
    """What `Store` builds on: reading, the connection that writes, and where the file is.

    While the file is not where it was, what was read of it is kept in memory, and nothing is
    written. `set_aside` is where the journal of another state of the file is now, if one lay
    beside it. `swept` is false while words that were struck may be in its free space. `session` is
    the id under which the first edit is noted in the file. `is_new` is a file that was made by this
    opening.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool,
        library: Library,
        now: Callable[[], datetime],
        around: Surroundings | None = None,
    ) -> None:
        """Open the store at *path*, a new one if nothing is there; raises `StoreError`."""
        self.path = path
        self.now = now
        self.damaged = False
        self.is_new = False
        self.own: Callable[[Path], Release] = _nobody_asks
        self._library = library
        self._thread = threading.get_ident()
        self._reads_only = read_only
        self._around = around
        self._writer: Writer | None = None
        self._writer_lock = threading.Lock()
        self.session = os.urandom(16).hex()
        self._on_close: list[Release] = []
        self._parted = False
        self._in_use = 0
        self._journal: tuple[int, int] | None = None
        self._open(anew=True)

    def _open(self, *, anew: bool = False) -> None:
        path = self.path
        if not self._reads_only:
            clear_reservation(path)
            self._go_on_putting()
        if not look_at(path):
            if not anew:
                raise self._not_there(Standing.GONE)
            opening.create(path, self._library.patient())
            self.is_new = True
        self.read_only = self._reads_only or self.damaged or not writable(path)
        if not self.read_only:
            make_private(path)
        self.folder = folder_of(path, self._around)
        self.set_aside = opening.keep_out_foreign_wal(path, read_only=self.read_only)
        self._reader = self._open_reader()
        self._place = Place(path)
        self._journal = None
        self.swept = True
        if not self.read_only:
            self.finish_striking()

    def _go_on_putting(self) -> None:
        """Let a restore that a kill cut short come to its end, before anything new is made."""
        try:
            putting.go_on(self.path)
        except OSError as error:
            raise cannot_create(self.path, error) from None

    def finish_striking(self) -> None:
        """Do what a crash left undone, or an older copy of a row undid, of what was struck."""
        from careerdesk.data.struck import came_back, is_unswept

        with self._or_later():
            if came_back(self._reader):
                self.writer().strike_again()
            if is_unswept(self._reader):
                self.sweep()

    def sweep(self) -> bool:
        """Leave nothing in the file of what an edit for good took out; whether that was done.

        If not, as where the disk is full or another program reads, closing and the next opening
        try again; `swept` says so.
        """
        with self._or_later():
            self.swept = self.writer().sweep()
        return self.swept

    @contextmanager
    def _or_later(self) -> Iterator[None]:
        """Put off what the file refuses now; the first edit says why where that goes on."""
        try:
            yield
        except Exception as error:  # noqa: BLE001
            self._check_refusal(error)
            self.swept = False

    def _check_refusal(self, error: Exception) -> None:
        """Raise what is no word of the file that it refuses something."""
        cause = error if isinstance(error, self._library.error) else error.__cause__
        if not isinstance(error, StoreError) and not isinstance(cause, self._library.error):
            raise error

    def _open_reader(self) -> sqlite3.Connection:
        return opening.reader(
            self.path, self._library, read_only=self.read_only, travels=self.folder.travels
        )

    def read(
        self,
        query: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a query of `data.queries`; raises `StoreError` if the file cannot be read."""
        try:
            return query(self._reader, *args, **kwargs)
        except self._library.error as error:
            why = explain(error, self.path)
            if type(why) is StoreError:  # a function of SQLite may have met what is no text
                self.check_values()
            raise why from error
        except UNREADABLE:
            self.check_values()
            raise

    def check_values(self) -> None:
        """Raise `NotAStore` if a value in the file is none that its record can have.

        To be asked where something went wrong that cannot be: it reads every row.
        """
        from careerdesk.data.unreadable import refuse

        refuse(self.path, self._library)

    def reader(self) -> Reader:
        """One more connection, for one other thread, which closes it; raises `StoreError`.

        It reads the file that is at the path now, and knows nothing of what `look` finds.
        """
        if self._parted:
            raise self._not_there(Standing.GONE)
        from careerdesk.data.reader import Reader

        return Reader(self.path, self._library, self.giving_way(lambda: False))

    def reader_of(self, path: Path) -> Reader:
        """A connection that reads another file of the same library, as a backup.

        Puts nothing beside it, unless another program has it open. Raises `StoreError`.
        """
        from careerdesk.data.reader import Reader

        if not look_at(path):  # which never waits on a pipe
            raise StoreError(N_("There is no file at {path}."), path=path)
        return Reader(path, self._library, lambda: False, still=not has_wal(path))

    def get(self, kind: type[R], record_id: int) -> R:
        """Read one record by its id; raises `NotFound` if there is none."""
        return self.read(fetch, kind, record_id)

    def _check_writable(self) -> None:
        if self.damaged:
            raise NotAStore(
                N_(
                    "{path} is damaged, so nothing more will be saved to it. Close CareerDesk and "
                    "replace the file with a good copy."
                ),
                path=self.path,
            )
        standing = self.look()
        if standing is not Standing.THERE:
            raise self._not_there(standing)
        if self.read_only:
            raise ReadOnlyStore(
                N_("{path} can be read but not written to. Check its permissions."), path=self.path
            )
        if self._journal not in (None, _wal_of(self.path)) and self._is_home:
            self.reopen_after_file_dialog()  # so that what was in the old one is in the file

    def _note_wal(self) -> None:
        """Know which journal lies beside the file, once an edit made one."""
        self._journal = self._journal or _wal_of(self.path)

    def _check_place(self) -> None:
        """Refuse where the file went away since an edit began; nothing else is looked at."""
        standing = self._place.standing()
        if standing is not Standing.THERE:
            raise self._not_there(standing)

    def _not_there(self, standing: Standing) -> StoreGone:
        if standing is Standing.REPLACED:
            return StoreGone(
                N_(
                    "{path} was replaced while it was open. Nothing will be saved until the "
                    "original is back. Save a copy somewhere else."
                ),
                path=self.path,
            )
        return StoreGone(
            N_(
                "{path} is missing. It was moved or deleted, or the disk was "
                "disconnected. Nothing will be saved until the file is back. Put it "
                "back, or save a copy."
            ),
            path=self.path,
        )

    def look(self) -> Standing:
        """See whether the file is where it was; to be asked every few seconds.

        Where it is not, what is in it is kept in memory, so that nothing that is at its path now
        is read or touched. When it is there again, it is opened again. All of that is done in the
        thread that opened the store.
        """
        standing = self._place.standing()
        if not self._is_home:
            return standing
        if standing is not Standing.THERE and not self._parted and not self._in_use:
            self._part()
        if self._parted and (standing is Standing.THERE or self._place.holds_the_same()):
            return self._come_back(standing)
        return standing

    @property
    def _is_home(self) -> bool:
        return threading.get_ident() == self._thread

    def _part(self) -> None:
        """Let go of the file: its journal lies under a name that may be another file's by now."""
        with self._writer_lock:
            self._parted = True
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.close()  # the journal goes into the file, wherever that is
            from careerdesk.data.copying import image_of

            image = image_of(self._reader, self._library)
            if image is not None:
                self._place.remember(image)
                self._reader.close()
                self._reader = self._library.in_memory(image)
                if self._place.standing() is Standing.GONE:
                    commit_mode.take_away_blank(self.path)

    def _come_back(self, standing: Standing) -> Standing:
        same = self._place.holds_the_same()
        memory, before = self._reader, (self._place, self.read_only, self.set_aside)
        try:
            self._open()
        except StoreError:
            self._place, self.read_only, self.set_aside = before
            return standing
        memory.close()
        self._parted = False
        if not same:
            self._forget_edits()
        return Standing.THERE

    def _forget_edits(self) -> None:
        """The file may say something else than it did: nothing that was done can be undone."""

    @property
    def disk_is_there(self) -> bool:
        """Whether the folder of the file is there, on the disk on which the file was."""
        return self._place.disk_is_there

    @property
    def room(self) -> int:
        """How many bytes the disk of the file has left; 0 where it does not say."""
        import shutil

        try:
            return shutil.disk_usage(self.path.parent).free
        except OSError:
            return 0

    def go_on_in(self, target: Path) -> None:
        """Copy all that can be read to *target*, a file of its own, and go on there.

        What is there is replaced, but not at the path of the store itself: there the copy is put
        only where nothing is. Raises `StoreError`; then everything is as it was.
        """
        from careerdesk.data.copying import copy_to

        here = target.absolute() == self.path.absolute()
        release = self.own(target)
        try:
            copy_to(self._reader, target, self._library, new=here)
            self._move_to(target)
        except BaseException:
            if release not in self._on_close:
                release()
            raise
        if release not in self._on_close:
            self._release()
            self._on_close.append(release)

    def _move_to(self, target: Path) -> None:
        before = self.path, self._place, self.read_only, self.set_aside, self._reader
        with self._writer_lock:
            writer, self._writer = self._writer, None
        self.path, self._reads_only = target, False
        try:
            self._open()
        except BaseException:
            self.path, self._place, self.read_only, self.set_aside, self._reader = before
            self._writer = writer
            raise
        before[-1].close()
        if writer is not None:
            writer.close()
        self._parted = False

    def find_damage(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Look for damaged pages, until told to *stop*; may run in another thread than the rest."""
        from careerdesk.data.damage import is_damaged

        return is_damaged(self.path, self._library, self.giving_way(stop))

    def giving_way(self, stop: Callable[[], bool]) -> Callable[[], bool]:
        """Stop what reads all of the file when *stop* says so, or an edit is kept out by it.

        That is so where no journal lies beside the file.
        """
        return lambda: stop() or (self.folder.travels and self._in_use > 0)

    def close_for_writing(self) -> None:
        """Take no edit any more: damage was found, and each edit could make it worse."""
        self.damaged = self.read_only = True

    def warm(self) -> None:
        """Make ready to write, so that no edit waits for it; may run in another thread."""
        self.writer().make_ready()

    def tend_index(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Do what the index of words needs, until told to *stop*; may run in another thread.

        It is made where there is none of this version, as after an update, and takes in what
        waits. Each edit finds a turn between two parts of it. What the file refuses waits on.
        """
        try:
            while not stop() and self.look() is Standing.THERE and self.writer().tend_index():
                pass
        except Exception as error:  # noqa: BLE001
            self._check_refusal(error)

    def make_index(self) -> None:
        """Make the index of words again; raises `StoreError` where nothing can be written."""
        self._check_writable()
        self.writer().make_index()

    def writer(self) -> Writer:
        """The writing side, which is made once; `StoreGone` while the file is not there."""
        with self._writer_lock:
            if self._parted:
                raise self._not_there(Standing.GONE)
            if self._writer is None:
                from careerdesk.data.writer import Writer

                self._writer = Writer(self.path, self._moment, self._library, self.session)
            return self._writer

    def _moment(self) -> datetime:
        return self.now()

    def reopen_after_file_dialog(self) -> None:
        """Open the file again; call it after foreign code in this process may have closed it.

        POSIX drops all locks of a process on a file when any of its descriptors is closed. A
        file dialog that looks what kind of files there are does just that; another program
        that closes the store would then take the journal away under our hands.
        """
        if self.look() is not Standing.THERE:
            return
        with self._writer_lock:
            self._reader.close()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            self._reader = self._open_reader()
            self._journal = None

    def at_close(self, action: Release) -> None:
        """Run *action* once the file is closed."""
        self._on_close.append(action)

    def close(self) -> None:
        """Close the file; everything is in it then, and no journal is left beside it.

        Where the disk refuses that, what was saved is in the journal, and stays beside the file.
        """
        try:
            if not self.swept and not self._parted:
                self.sweep()
            self._settle_index()
            with self._writer_lock:
                self._reader.close()
                if self._writer is not None:
                    writer, self._writer = self._writer, None
                    writer.close()
        finally:
            self._release()

    def _settle_index(self) -> None:
        """Let no word wait in a file that is closed; where it refuses, the next start does it."""
        if self._writer is None or self._parted or self.damaged:
            return
        try:
            if self._place.standing() is Standing.THERE:
                self._writer.settle_index()
        except Exception as error:  # noqa: BLE001
            self._check_refusal(error)

    def _release(self) -> None:
        while self._on_close:
            self._on_close.pop()()


def _nobody_asks(_path: Path) -> Release:
    """Own a file without asking: who opened the store this way owns none either."""
    return _nothing


def _nothing() -> None:
    """Do nothing."""


def _wal_of(path: Path) -> tuple[int, int] | None:
    return identity(f"{path}-wal")  # at each edit: making a path of it takes longer than to look
