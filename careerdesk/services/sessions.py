"""Telling an older state of a store from a newer one, as when two computers take turns with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from careerdesk.data import sessions
from careerdesk.data.json_rows import is_json
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.sessions import How, Session, Standing, as_text, from_text, since, standing

__all__ = [
    "How", "Known", "Session", "Standing", "identity", "is_another", "is_older", "known", "newest",
    "stands_to",
]  # fmt: skip


def identity(store: Store) -> str:
    """The id that the store keeps for its life, and its copies with it; "" of an older version."""
    return store.read(sessions.identity)


@dataclass(frozen=True, slots=True)
class Known:
    """What a store says of itself: the id that it keeps for its life, and what was seen last.

    `newest` is the session that wrote it last, as `stands_to` takes it; "" if there was none.
    """

    identity: str
    newest: str
    sessions: tuple[Session, ...]

    def stands_to(self, seen: str) -> Standing:
        """How the store stands to what `newest` was once, "" for nothing."""
        return since(self.sessions, from_text(seen))


def known(store: Store) -> Known:
    """All of it, read at once."""
    identity, found = store.read(sessions.known)
    return Known(identity, as_text(found[-1]) if found else "", tuple(found))


def newest(store: Store) -> str:
    """The session that wrote the store last, as `stands_to` takes it; "" if there was none."""
    return known(store).newest


def stands_to(store: Store, seen: str) -> Standing:
    """How the store stands to what `newest` said once, "" for nothing."""
    return known(store).stands_to(seen)


def is_older(store: Store, path: Path) -> Standing:
    """How the store file at *path* stands to *store*, which is what `there` says then.

    Nothing is told of a store that is another one from its beginning, nor of a file of a version
    that did not note sessions, or of one as JSON. Changes nothing, and may run in any thread;
    raises `StoreError` if either cannot be read.
    """
    if is_json(path):
        return Standing()
    with closing(store.reader_of(path)) as there, closing(store.reader()) as here:
        whose, theirs = there.read(sessions.known)
        ours, own = here.read(sessions.known)
        return standing(theirs, own) if whose == ours else Standing()


def is_another(store: Store, path: Path) -> bool:
    """Whether the store file at *path* is of another store than *store*, as far as both say so.

    Changes nothing, and may run in any thread; raises `StoreError` if it cannot be read.
    """
    if is_json(path):
        return False
    with closing(store.reader_of(path)) as there, closing(store.reader()) as here:
        theirs, ours = there.read(sessions.identity), here.read(sessions.identity)
    return bool(theirs and ours) and theirs != ours
