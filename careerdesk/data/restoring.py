"""A backup in the place of a store: brought up, with what outlives that, and put there whole."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from careerdesk import system
from careerdesk.data import putting, sessions
from careerdesk.data.backup_folder import folder_of
from careerdesk.data.backups import (
    Progress,
    check_unchanged,
    copy,
    copy_verified,
    digest_of,
    is_whole,
    name,
    part_in,
    reading,
    release,
)
from careerdesk.data.connection import SCHEMA_VERSION, check_version, explain, look_at
from careerdesk.data.copying import remove
from careerdesk.data.json_rows import is_json
from careerdesk.data.library import Library
from careerdesk.data.opening import keep_out_foreign_wal
from careerdesk.domain.backups import Backup
from careerdesk.domain.errors import InvalidInput, NotAStore, StoreError
from careerdesk.domain.sessions import standing
from careerdesk.i18n import N_, tr


@contextmanager
def _refused(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            N_("Could not write {path}: {reason}. Choose another location."),
            path=target,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None


def copy_out(store: Path, target: Path, library: Library, progress: Progress) -> None:
    """Copy the store at a path to *target*, a private file that is there whole or not at all.

    A store that is there already is replaced only by one that holds all of it.
    """
    _check(target, store)
    _check_holds_nothing_else(target, store, library)
    with _refused(target):
        part = target.with_name(f".careerdesk-{os.urandom(6).hex()}.part")
        system.new_private_file(part)
        try:
            copy_verified(store, part, library, progress)
            system.put(part, target)
        finally:
            remove(part)


def _check(target: Path, store: Path) -> None:
    """Refuse what a copy cannot be put in the place of."""
    ours = [Path(f"{store.resolve()}{end}") for end in ("", "-wal", "-shm", "-journal", ".lock")]
    if any(system.same_file_name(target, one) for one in ours):
        raise InvalidInput(N_("{path} is your CareerDesk file. Choose another name."), path=target)
    if system.same_file_name(target.parent, folder_of(store)):
        raise InvalidInput(
            N_("{path} is reserved for backups. Choose another folder."), path=target.parent
        )
    if target.exists() and not target.is_file():
        raise InvalidInput(N_("{path} is not a file. Choose another name."), path=target)


def _check_holds_nothing_else(target: Path, store: Path, library: Library) -> None:
    """Refuse a store in which somebody went on, or another one: an older one goes over no newer."""
    try:
        if not look_at(target):
            return
        with reading(target, library) as there, reading(store, library) as here:
            (whose, theirs), (ours, own) = sessions.known(there), sessions.known(here)
    except StoreError:
        return  # no store, or none that can be read
    if whose and whose != ours:
        raise InvalidInput(
            N_("{path} is another CareerDesk data file. Choose another name."), path=target
        )
    if standing(own, theirs).lacks_something:
        raise InvalidInput(
            N_("{path} has changes that aren't in your data file. Choose another name."),
            path=target,
        )


def copy_to_second(backup: Backup, folder: Path) -> None:
    """Copy a backup into another *folder*, where as many stay as in the first.

    It takes the place of none there, whoever made that.
    """
    with part_in(folder) as part:
        part.write_bytes(backup.path.read_bytes())
        system.sync_file(part)
        if digest_of(part) != backup.digest:
            raise StoreError(N_("The copy in {folder} wasn't saved correctly."), folder=folder)
        name(part, folder, json.loads(backup.path.with_suffix(".json").read_bytes()))
    release(folder)


@contextmanager
def as_current(path: Path, folder: Path, library: Library) -> Iterator[Path]:
    """The store file at a path as this version has it: itself, or a copy that is brought up.

    It may be one of JSON, and is not changed. Raises `StoreError`, for a newer one, too.
    """
    if is_json(path):
        with brought_up(path, folder, library) as part:
            yield part
        return
    with reading(path, library) as source:
        version = check_version(source, path)
    if version == SCHEMA_VERSION:
        yield path
        return
    with brought_up(path, folder, library) as part:
        yield part


@contextmanager
def brought_up(path: Path, folder: Path, library: Library) -> Iterator[Path]:
    """A private copy of the store file at a path, of this version, which is gone afterwards.

    It may be one of JSON. Raises `NotAStore` for a damaged one, and for a backup that is not what
    its manifest says: nothing that is whole is given up for that.
    """
    check_unchanged(path, library)
    with part_in(folder) as part:
        if is_json(path):
            from careerdesk.data.json_store import fill

            fill(path, part, library, lambda _done, _of: True)
            yield part
            return
        keep_out_foreign_wal(path, read_only=True)
        try:
            with reading(path, library) as source:
                version = check_version(source, path)
                copy(source, part, library, lambda _done, _all: True)
            if version < SCHEMA_VERSION:
                from careerdesk.data.migrate import migrate

                migrate(part, library=library)
        except library.error as error:
            raise explain(error, path) from error
        if not is_whole(part, library):
            raise NotAStore(N_("{path} is damaged. Choose another backup."), path=path)
        yield part


def keep_what_stays(store: Path, part: Path, library: Library) -> None:
    """Write into *part*, which is to take the place of the store at a path, what outlives that.

    What was struck stays struck, and no computer is told that it saw something newer.
    """
    with reading(store, library) as now, closing(library.connect(part)) as then:
        known, whose = sessions.every(now), sessions.identity(now)
        struck = now.execute(_STRUCK).fetchall()
        then.execute("BEGIN IMMEDIATE")
        sessions.keep(then, known, whose)
        then.executemany(_STRIKE, struck)
        then.execute("COMMIT")
        _cut_alike(then, int(now.execute("PRAGMA page_size").fetchone()[0]))


def _cut_alike(then: sqlite3.Connection, size: int) -> None:
    """Let a file have pages of this *size*: SQLite copies it over no other one."""
    if then.execute("PRAGMA page_size").fetchone()[0] != size:
        then.execute(f"PRAGMA page_size={size}")
        then.execute("VACUUM")


_STRUCK = "SELECT uid, kind, struck_uid, struck_on FROM strike WHERE kind <> 'sweep'"
_STRIKE = """
INSERT INTO strike (uid, kind, struck_uid, struck_on)
SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM strike WHERE uid = ?1 OR struck_uid = ?3)
"""


def put_in_place(ready: Path, store: Path) -> Path | None:
    """Put the whole store *ready* at a path; what lay there is kept under the name returned.

    Raises `StoreError`; then nothing has changed.
    """
    with _refused(store):
        return putting.put_in_place(ready, store)
