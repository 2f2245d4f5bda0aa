"""One person out of a backup, with everything about them, as one edit that can be undone."""

from __future__ import annotations

from pathlib import Path

from careerdesk.data import one_person, restoring
from careerdesk.data.backup_folder import folder_of
from careerdesk.data.backups import contents, reading
from careerdesk.data.library import library_for
from careerdesk.data.one_person import Held
from careerdesk.data.store import Store
from careerdesk.domain.errors import NotFound
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person
from careerdesk.domain.search.folding import holds
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.cycles import calibrate_again

__all__ = ["Held", "find", "held", "people_in", "put", "restore_person"]

PLACE = "people"


def restore_person(store: Store, path: Path, uid: str, *, origin: object = None) -> Person:
    """Let everything about a person be as a backup says, which may be of an older version.

    What is here of them goes to the trash; nobody else is touched. What was struck stays struck,
    and what their texts said earlier is added to what is known of that. Left out is what belongs to
    something that is not here, such as a review of a deleted cycle. Raises `NotFound` if the backup
    has no such person, and `StoreError` if it cannot be read.
    """
    return put(store, held(store.path, path, uid), origin=origin)


def held(store_path: Path, path: Path, uid: str) -> Held:
    """What the backup at *path* of the store at a path says of a person; in any thread."""
    library = library_for(path)
    with (
        restoring.as_current(path, folder_of(store_path), library) as current,
        reading(current, library) as connection,
    ):
        found = one_person.held(connection, uid)
    if found is None:
        raise NotFound(N_("This person is not in the backup. Choose another backup."))
    return found


def people_in(store_path: Path, path: Path) -> list[tuple[str, str]]:
    """The uid and the name of everyone in a backup, in their order; in any thread."""
    library = library_for(path)
    with restoring.as_current(path, folder_of(store_path), library) as current:
        return list(contents(current, library).people)


def find(store_path: Path, path: Path, words: str) -> str:
    """The uid of the one person whom *words* name in a backup: the uid, a name or a part of one.

    Raises `NotFound` with the names where there is none or more than one.
    """
    people = people_in(store_path, path)
    wanted = folded(words)
    for match in (
        [uid for uid, _ in people if uid == words],
        [uid for uid, name in people if folded(name) == wanted],
        [uid for uid, name in people if wanted and wanted in folded(name)],
        [uid for uid, name in people if holds(name, words)],
    ):
        if len(match) == 1:
            return match[0]
        if match:
            break
    names = ", ".join(name for _, name in people) or tr("no people")
    if not wanted:
        raise NotFound(N_("No name was given. The backup contains {names}."), names=names)
    raise NotFound(
        N_("{words} doesn't match exactly one person in the backup. The backup contains {names}."),
        words=words,
        names=names,
    )


def put(store: Store, what: Held, *, origin: object = None) -> Person:
    """Let everything about a person be as `held` found it, in the thread of the store."""
    person_id = store.read(one_person.id_to_be, what)
    with store.edit(tr("Restore person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        calibrate_again(tx, only=one_person.put(tx, what))
    restored = store.read(one_person.id_of, "person", what.uid)
    if restored is None:
        raise NotFound(N_("This person is no longer in CareerDesk. Restore them again."))
    return store.get(Person, restored)
