"""Backups in files: each a whole store with a manifest beside it, made while the store is used."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from careerdesk import __version__, system
from careerdesk.data import sessions
from careerdesk.data.connection import (
    connect_reader,
    explain,
    in_use,
    look_at,
    writable,
)
from careerdesk.data.copying import remove
from careerdesk.data.library import Library
from careerdesk.data.person_rows import Said, rows_by_person
from careerdesk.data.queries import backups as queries
from careerdesk.domain.backups import Backup, Contents, Why, kept
from careerdesk.domain.errors import NotAStore, StoreError
from careerdesk.i18n import N_, tr

FORM = 1
STEP = 2_000  # pages that are copied at once: some milliseconds
Progress = Callable[[int, int], bool]
"""Told how many pages of how many are copied; says whether to go on."""

_NAME = re.compile(r"backup-(\d{6,})\.db")
_PART = re.compile(r"\.(?:backup|careerdesk)-[0-9a-f]{12}\.part.*")
_IN_USE = 3_600  # seconds; so long another program may still write a part
_TRIES = 20  # numbers that another program may take at the same moment
_REFUSALS = 3  # times that another program may keep us out, each as long as the library waits
MOST_RESTARTS = 20  # times that edits may have a copy begun again


class Stopped(Exception):
    """The user stopped the copying; nothing is left of it."""


def every(folder: Path) -> list[Backup]:
    """All backups in a folder, the newest first; none of them is opened."""
    try:
        names = [found for one in folder.iterdir() if (found := _NAME.fullmatch(one.name))]
    except OSError:
        return []
    backups = [_known(folder / name[0], int(name[1])) for name in names]
    return sorted(backups, key=lambda one: one.sequence, reverse=True)


def _known(path: Path, sequence: int) -> Backup:
    """What a manifest says of a backup; as good as nothing where it says none of that."""
    size = 0
    try:
        size = path.stat().st_size
        told = json.loads(path.with_suffix(".json").read_bytes())
        return Backup(
            sequence=sequence,
            path=path,
            made_at=_instant(told["made_at"]),
            why=Why(told["why"]),
            size=size,
            schema=int(told["schema"]),
            digest=str(told["sha256"]),
            counts={str(table): int(rows) for table, rows in told["counts"].items()},
            last_change=_instant(told["last_change"]),
            store=str(told.get("store", "")),
            good=told["format"] == FORM and told["size"] == size > 0,
        )
    except (OSError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        return Backup(sequence=sequence, path=path, size=size, counts={}, known=False)
    except RecursionError:
        return Backup(sequence=sequence, path=path, size=size, counts={}, known=False)


def _instant(text: str | None) -> datetime | None:
    """A moment of a manifest; None also where it has no day here, as at the end of all years."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).astimezone().astimezone(UTC)
    except OverflowError:
        return None


def make(
    store: Path, folder: Path, why: Why, now: datetime, library: Library, progress: Progress
) -> Backup:
    """Copy the store at a path into a *folder*, look whether the copy is whole, and name it last.

    The copy is of one moment, and edits go on meanwhile. On any failure nothing is left behind
    and no older one is gone: `StoreError`, or `Stopped` if *progress* said so.
    """
    with part_in(folder) as part:
        digest = copy_verified(store, part, library, progress)
        with reading(part, library) as copied:
            facts, whose = queries.facts(copied), sessions.identity(copied)
        told = {
            "format": FORM, "made_at": now.astimezone(UTC).isoformat(timespec="seconds"),
            "why": why.value, "program": __version__, "size": part.stat().st_size,
            "sha256": digest, "schema": facts.schema, "counts": dict(facts.counts),
            "last_change": facts.last_change and facts.last_change.isoformat(), "store": whose,
        }  # fmt: skip
        backup = name(part, folder, told)
    release(folder)
    return backup


@contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """A private file in a folder that is yet to get its name, and is gone at the end."""
    part = folder / f".backup-{os.urandom(6).hex()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        system.new_private_file(part)
        yield part
    except OSError as error:
        raise StoreError(
            N_(
                "Could not back up to {folder}: {reason}. Free up some space there, or check the "
                "folder's permissions."
            ),
            folder=folder,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None
    finally:
        remove(part)


def copy_verified(store: Path, part: Path, library: Library, progress: Progress) -> str:
    """Copy the store at a path into *part*, an empty file, as of one moment; its digest.

    It is whole then: `NotAStore` is raised where it would not be.
    """
    with reading(store, library) as source:
        expected = copy(source, part, library, progress)
    with ThreadPoolExecutor(1, "digest") as aside:  # both read all of it, and neither writes
        digest = aside.submit(digest_of, part)
        if not is_whole(part, library, expected):
            raise NotAStore(N_("{path} is damaged. Restore a backup first."), path=store)
        system.sync_file(part)
        return digest.result()


def is_whole(path: Path, library: Library, expected: Mapping[str, int] | None = None) -> bool:
    """Whether a store file can be used, and has the *expected* rows, where these are known."""
    try:
        with closing(library.connect(path, "mode=ro", any_thread=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return whole and expected in (None, queries.rows(connection))
    except library.error:
        return False


@contextmanager
def reading(store: Path, library: Library) -> Iterator[sqlite3.Connection]:
    """A connection that reads a store file and leaves it alone; raises `StoreError`.

    Beside one that nobody has open nothing is put.
    """
    if not look_at(store):
        raise StoreError(N_("There is no file at {path}."), path=store)
    frozen = not writable(store) or _lies_still(store)
    try:
        with closing(
            connect_reader(library, store, read_only=True, frozen=frozen, any_thread=True)
        ) as connection:
            yield connection
    except library.error as error:
        raise explain(error, store) from error


def _lies_still(store: Path) -> bool:
    """Whether nobody has a file open whose newest edits would lie beside it."""
    with store.open("rb") as file:
        beside = file.read(20)[18:] == b"\x02\x02"
    return beside and not any(Path(f"{store}{end}").exists() for end in ("-wal", "-shm"))


def contents(path: Path, library: Library) -> Contents:
    """What is in a store file of any version."""
    with reading(path, library) as connection:
        facts = queries.facts(connection)
        people = tuple(queries.people(connection))
    return Contents(
        people=people, counts=facts.counts, last_change=facts.last_change, schema=facts.schema
    )


def said_of_people(path: Path, library: Library) -> tuple[dict[str, str], dict[str, Said]]:
    """The names of all people of a store file of this version, and the rows of each, by uid."""
    with reading(path, library) as connection:
        return dict(queries.people(connection)), rows_by_person(connection)


def copy(
    source: sqlite3.Connection,
    part: Path,
    library: Library,
    progress: Progress,
    *,
    step: int = STEP,
) -> Mapping[str, int] | None:
    """Copy what *source* reads into *part*; the rows that are in its tables, where that is known.

    A file with a journal beside it is read as of one moment, and written meanwhile. One without
    is let go of between two parts, and begun again when it was written: anyone who writes need not
    wait. Where that goes on and on, it is copied at one go.
    """
    pinned = source.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    expected: Mapping[str, int] | None = None
    patience = _Patience(progress, lambda: system.sync_file(part))
    with closing(library.connect(part, any_thread=True)) as target:
        target.execute("PRAGMA synchronous=OFF")  # all of it goes to the disk at the end
        try:
            if pinned:
                source.execute("BEGIN")
                expected = queries.rows(source)
            try:
                source.backup(target, pages=step, progress=patience, sleep=0.01)
            except _Restless:
                source.backup(target, progress=patience)
        finally:
            if source.in_transaction:
                source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode=DELETE")  # one file, which says all of it
    return expected


class _Restless(Exception):
    """The file is written again and again while it is copied."""


class _Patience:
    """Hears of each part that is copied; Python itself would try again for ever.

    Each is brought to the disk by itself: at the end, edits would wait for all of it.
    """

    def __init__(self, progress: Progress, bring: Callable[[], object]) -> None:
        self._progress, self._bring = progress, bring
        self._refused = self._restarts = self._done = 0

    def __call__(self, status: int, left: int, pages: int) -> None:
        if not self._progress(pages - left, pages):
            raise Stopped
        self._bring()
        refused = status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        self._refused = self._refused + 1 if refused else 0
        self._restarts += not refused and 0 < pages - left <= self._done
        self._done = pages - left
        if self._refused >= _REFUSALS:
            raise in_use()
        if self._restarts >= MOST_RESTARTS:
            self._restarts = 0
            raise _Restless


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def name(part: Path, folder: Path, told: Mapping[str, object]) -> Backup:
    """Give a whole copy the next name, its manifest first: a file with a name has one."""
    sequence = max((one.sequence for one in every(folder)), default=0)
    for _ in range(_TRIES):
        sequence += 1
        path = folder / f"backup-{sequence:06}.db"
        content = json.dumps({**told, "sequence": sequence}, indent=1).encode()
        if not path.exists() and _is_first(path.with_suffix(".json"), content):
            try:
                system.put_new(part, path)
            except OSError as error:
                path.with_suffix(".json").unlink(missing_ok=True)
                if not isinstance(error, FileExistsError):
                    raise
            else:
                return _known(path, sequence)
    raise StoreError(
        N_("Another program is backing up to {folder}. Try again later."), folder=folder
    )


def _is_first(manifest: Path, content: bytes) -> bool:
    """Take a number by its manifest, unless another program has taken it, or began to."""
    part = manifest.with_name(f".backup-{os.urandom(6).hex()}.part")
    try:
        system.write_whole(part, content)
        system.put_new(part, manifest)
    except FileExistsError:
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


def release(folder: Path) -> None:
    """Take away the backups that are too old to stay, and what a kill left unnamed or alone.

    What cannot be read now, or has no manifest any more, was put there by somebody, or is only
    out of reach: none of that is taken away.
    """
    backups = every(folder)
    stay = kept(backups)
    with suppress(OSError):  # the next time then
        for one in backups:
            if one.sequence not in stay:
                one.path.unlink()
                one.path.with_suffix(".json").unlink(missing_ok=True)
        there = {one.path.with_suffix(".json").name for one in backups if one.sequence in stay}
        alone = [one for one in folder.glob("backup-*.json") if one.name not in there]
        for part in [*alone, *(one for one in folder.iterdir() if _PART.match(one.name))]:
            if abs(time.time() - part.stat().st_mtime) > _IN_USE:  # else it may get its backup yet
                part.unlink()


def verify(backup: Backup, library: Library) -> bool:
    """Whether a backup is what it was when it was made, and can be opened."""
    try:
        if not backup.good or digest_of(backup.path) != backup.digest:
            return False
        return look_at(backup.path) and is_whole(backup.path, library, backup.counts)
    except (OSError, StoreError):
        return False


def check_unchanged(path: Path, library: Library) -> None:
    """Refuse a backup, wherever it lies, that is not what the manifest beside it says."""
    found = _NAME.fullmatch(path.name)
    backup = _known(path, int(found[1])) if found else None
    if backup is not None and backup.known and not verify(backup, library):
        raise NotAStore(N_("{path} is damaged. Choose another backup."), path=path)


def looked_into(backup: Backup, library: Library) -> Backup | None:
    """What is in a backup that lost its manifest, if it is whole; None if it is not."""
    try:
        if not look_at(backup.path) or not is_whole(backup.path, library):
            return None
        with reading(backup.path, library) as connection:
            facts, whose = queries.facts(connection), sessions.identity(connection)
    except (OSError, StoreError):
        return None
    return replace(
        backup, made_at=facts.last_change, schema=facts.schema, counts=facts.counts,
        last_change=facts.last_change, store=whose, good=True,
    )  # fmt: skip
