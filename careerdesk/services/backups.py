"""Backups of a store: made, looked into, and restored."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Self

from careerdesk.data import backups as files
from careerdesk.data import restoring
from careerdesk.data.backup_folder import folder_of
from careerdesk.data.backups import Progress, Stopped
from careerdesk.data.library import library_for
from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.person_rows import NOBODY, Said
from careerdesk.data.store import Store
from careerdesk.domain.backups import Backup, Contents, Differences, PersonDiffers, Why
from careerdesk.domain.backups import is_due as _is_due
from careerdesk.domain.errors import NotAStore, StoreError
from careerdesk.domain.parts import COPYING, Part, Parts
from careerdesk.i18n import N_

__all__ = [
    "Backup", "Contents", "Differences", "PersonDiffers", "Progress", "Restoration", "Stopped",
    "Why", "contents", "copy_out", "copy_to_second", "differences", "every", "folder_of",
    "is_due", "make", "making", "may_be_restored", "newest_good",
    "restore", "restore_closed", "verify",
]  # fmt: skip


SMALL = 500
"""So many pages are backed up at once: nobody sees the window stand for that."""
TURN = 0.004  # seconds between two looks whether a thread is through


def _on(_done: int, _of: int) -> bool:
    return True


def every(store_path: Path) -> list[Backup]:
    """All backups of the store at a path, the newest first; none of them is opened."""
    return files.every(folder_of(store_path))


def newest_good(store_path: Path, *, readable: bool = False) -> Backup | None:
    """The newest backup that is whole, if there is one: each is looked through for that.

    Where none has its manifest, those without are looked into. A *readable* one has no value that
    the program cannot read, which may have stood in the store for days.
    """
    found = every(store_path)
    alone = (files.looked_into(one, library_for(one.path)) for one in found if not one.known)
    whole = (one for one in found if verify(one) and (not readable or _is_readable(one)))
    return next(whole, None) or next(filter(None, alone), None)


def _is_readable(backup: Backup) -> bool:
    from careerdesk.data.unreadable import refuse

    try:
        refuse(backup.path, library_for(backup.path))
    except NotAStore:
        return False
    return True


def may_be_restored(store_path: Path) -> bool:
    """Whether there is any backup that may be whole; none is opened."""
    return any(one.good or not one.known for one in every(store_path))


def verify(backup: Backup) -> bool:
    """Whether a backup says what it said when it was made, and can be opened."""
    return files.verify(backup, library_for(backup.path))


def is_due(store_path: Path, now: datetime) -> bool:
    """Whether the backup of the day is still to be made."""
    newest = next((one for one in every(store_path) if one.good), None)
    return _is_due(newest, now.astimezone().date())


def make(store: Store, why: Why, progress: Progress = _on) -> Backup:
    """Back up the store, in any thread; edits go on meanwhile, and are not in it.

    It is looked through before older ones are let go of. Raises `StoreError`, or `Stopped` where
    *progress* said so; then nothing is left of it.
    """
    return make_of(store.path, why, store.now(), progress)


def make_of(store_path: Path, why: Why, now: datetime, progress: Progress = _on) -> Backup:
    """The same of the store at a path, which need not be open."""
    folder, library = folder_of(store_path), library_for(store_path)
    return files.make(store_path, folder, why, now, library, progress)


def making(store: Store, why: Why) -> Parts[Backup]:
    """As `make`, in parts: a large store is copied in a thread while others have their turn.

    Closed early, nothing is left of it.
    """
    pages = _pages(store.path)
    if pages <= SMALL:
        return make(store, why)
    told, stop = [0, pages], Event()

    def on(done: int, of: int) -> bool:
        told[:] = done, of
        return not stop.is_set()

    with ThreadPoolExecutor(1, "backup") as aside:
        made = aside.submit(make, store, why, on)
        try:
            while not wait([made], TURN).done:
                yield Part(COPYING, *told)
        finally:
            stop.set()
        return made.result()


def _pages(path: Path) -> int:
    """About how many there are of the store at a path; none where it is gone."""
    try:
        return path.stat().st_size // 4096
    except OSError:
        return 0


def copy_out(store: Store, target: Path, progress: Progress = _on) -> None:
    """Copy the store to *target*, a private file that is there whole or not at all."""
    restoring.copy_out(store.path, target, library_for(store.path), progress)


def copy_to_second(store_path: Path, second: Path) -> None:
    """Copy the newest good backup to a *second* place, where as many stay as here.

    Raises `StoreError` if that is not there now.
    """
    if not second.is_dir():
        raise StoreError(
            N_(
                "The second backup location, {folder}, isn't available. Connect it, or choose "
                "another."
            ),
            folder=second,
        )
    folder = second / folder_of(store_path).name
    known = {one.digest for one in files.every(folder) if one.good}
    newest = next((one for one in every(store_path) if one.good), None)
    if newest is None or newest.digest in known:
        return  # so that it is not looked through each time
    newest = newest_good(store_path)
    if newest is not None and newest.digest and newest.digest not in known:
        restoring.copy_to_second(newest, folder)


def contents(path: Path) -> Contents:
    """What is in a backup, or in any store; nothing is changed. Raises `StoreError`."""
    return files.contents(path, library_for(path))


def differences(store: Store, path: Path) -> Differences:
    """What a backup has that the store has not, and the other way round; in any thread."""
    library = library_for(path)
    with restoring.as_current(path, folder_of(store.path), library) as current:
        names, there = files.said_of_people(current, library)
    names_here, here = files.said_of_people(store.path, library_for(store.path))
    return _compared(there, here, {**names, **names_here})


def _compared(
    there: Mapping[str, Said],
    here: Mapping[str, Said],
    names: Mapping[str, str],
) -> Differences:
    found = {uid: _differs(uid, names.get(uid, ""), there, here) for uid in {**there, **here}}
    nobody = found.pop(NOBODY, PersonDiffers("", ""))
    differing = [one for one in found.values() if _total(one)]
    return Differences(
        only_there=tuple(one for one in differing if one.uid not in here),
        only_here=tuple(one for one in differing if one.uid not in there),
        changed=tuple(one for one in differing if one.uid in here and one.uid in there),
        others=_total(nobody),
    )


def _differs(
    uid: str, name: str, there: Mapping[str, Said], here: Mapping[str, Said]
) -> PersonDiffers:
    one, other = there.get(uid, {}), here.get(uid, {})
    both = one.keys() & other.keys()
    changed = {key for key in both if one[key] != other[key]}
    tables = sorted({table for table, _ in (one.keys() ^ other.keys()) | changed})
    kinds = tuple(kinds_by_table()[table] for table in tables)
    return PersonDiffers(
        uid, name, len(one) - len(both), len(other) - len(both), len(changed), kinds
    )


def _total(one: PersonDiffers) -> int:
    return one.only_there + one.only_here + one.changed


class Restoration:
    """What leads to the state of a backup: made ready in any thread, then taken at once.

    Use it as a context; what is not taken leaves nothing behind but the backup of what is now.
    """

    def __init__(self, store: Store, path: Path) -> None:
        """Nothing is read yet; to be called in the thread of the store."""
        self._store, self._path = store, path
        self._parts = ExitStack()
        self._part: Path | None = None
        self._backed_up = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take away what is left."""
        self.close()

    def close(self) -> None:
        """Take away what was made ready; what was taken stays."""
        self._parts.close()

    def make_ready(self, progress: Progress = _on) -> Backup:
        """Bring the backup up to this version and back up what is now; returns that backup.

        Raises `StoreError`, or `Stopped`; in any thread.
        """
        store, library = self._store, library_for(self._path)
        part = self._parts.enter_context(
            restoring.brought_up(self._path, folder_of(store.path), library)
        )
        before = self._back_up(part, progress)
        self._part = part
        return before

    def _back_up(self, part: Path, progress: Progress = _on) -> Backup:
        """Back up what is now, and take along what outlives it."""
        self._backed_up = self._store.turns
        before = make(self._store, Why.RESTORE, progress)
        restoring.keep_what_stays(self._store.path, part, library_for(self._path))
        return before

    def take(self) -> None:
        """Let the store be that, in the thread of the store; a kill leaves the one or the other.

        What was struck since stays struck. Nothing that was done can be undone then. Where
        something was written since it was made ready, and be it a draft, that is backed up as
        well. Raises `StoreError`; then nothing has changed.
        """
        if self._part is None:
            return
        if self._backed_up != self._store.turns:
            self._back_up(self._part)
        self._store.become(self._part)


def restore(store: Store, path: Path, progress: Progress = _on) -> Backup:
    """Let the open store be what a backup says; returns the backup of what it was."""
    with Restoration(store, path) as way:
        before = way.make_ready(progress)
        way.take()
    return before


def restore_closed(store_path: Path, path: Path) -> Path | None:
    """Put a backup in the place of a store that nobody has open, and that may be damaged or gone.

    Returns where what lay there is kept, if anything did. Raises `StoreError`; then nothing has
    changed.
    """
    library, folder = library_for(path), folder_of(store_path)
    with restoring.brought_up(path, folder, library) as part:
        return restoring.put_in_place(part, store_path)
