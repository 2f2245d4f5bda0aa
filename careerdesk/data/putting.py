"""A whole store put at a path, in the place of what lay there: what a kill cuts short goes on.

The new one gets a name of its own beside the path first, and is whole under it. What lies at the
path is called something else then, and the new one gets the path. In between nothing is there: the
next start finds the one that waits, and goes on, so that it never makes an empty store there.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from careerdesk import system
from careerdesk.data.copying import remove

DAMAGED = "-damaged"
"""In the name of what lay in the place of a store, and is kept."""


def put_in_place(ready: Path, store: Path) -> Path | None:
    """Put the whole store *ready* at a path; what lay there is kept under the name returned.

    Of a link what it leads to is that. Raises `OSError`; then what lay there still does.
    """
    store = _file_of(store)
    part, waiting = _part(store), _waiting(store)
    remove(part)
    system.new_private_file(part)
    try:
        part.write_bytes(ready.read_bytes())
        system.put(part, waiting)
        return _go_on(store)
    finally:
        remove(part)


def waits(store: Path) -> bool:
    """Whether a store waits for a path at which there is nothing: a kill cut it short."""
    store = _file_of(store)
    return _waiting(store).exists() and not store.exists()


def go_on(store: Path) -> None:
    """Do to its end what a kill cut short, or take it back; only who owns the path may call it."""
    store = _file_of(store)
    if _part(store).exists():
        remove(_part(store))
    if not _waiting(store).exists():
        return
    if store.exists():
        remove(_waiting(store))  # nothing has been moved yet, or all is done
    else:
        _go_on(store)


def _go_on(store: Path) -> Path | None:
    waiting = _waiting(store)
    aside = None
    try:
        aside = _aside(store)
        system.put_new(waiting, store)
    except OSError:
        if aside is not None and not store.exists():
            aside.rename(store)
        if store.exists():
            remove(waiting)
        raise
    return aside


def _file_of(store: Path) -> Path:
    return store.resolve() if store.is_symlink() else store


def _waiting(store: Path) -> Path:
    return store.with_name(f".{store.name}.restored")


def _part(store: Path) -> Path:
    return store.with_name(f".{store.name}.restoring")


def _aside(store: Path) -> Path | None:
    """Keep what is at a path, and the journal beside it, under other names."""
    aside = None
    if store.exists():
        aside = system.move_aside(store, f"{store.stem}{DAMAGED}{store.suffix}")
    for end in ("-wal", "-journal"):
        beside = Path(f"{store}{end}")
        if beside.exists():
            name = f"{aside.name}{end}" if aside else f"{store.name}-journal-set-aside"
            system.move_aside(beside, name)
    with suppress(OSError):
        Path(f"{store}-shm").unlink(missing_ok=True)
    return aside
