"""Answers to questions: stored with their first words, private as a whole, or off the record."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from careerdesk.data.queries import discovery as queries
from careerdesk.data.store import Store
from careerdesk.domain.loop import NoteMotivator
from careerdesk.domain.records import DiscoveryNote
from careerdesk.domain.text import clean_note
from careerdesk.i18n import tr
from careerdesk.services import discovery
from careerdesk.services.striking import forget_words

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = discovery.PLACE
WORDS = ("their_words", "my_reading")


def answer(
    store: Store, note: DiscoveryNote, *, origin: object = None, merge: str = "", **fields: str
) -> DiscoveryNote:
    """Write texts of a note; one that is not stored yet is with its first words.

    Gives the note as it is stored, or the same one while there is nothing to keep.
    """
    if note.id:
        discovery.write_note(store, note.id, origin=origin, merge=merge, **fields)
        return store.get(DiscoveryNote, note.id)
    texts = {key: clean_note(text) for key, text in fields.items()}
    if not any(text.strip() for text in texts.values()):
        return note
    with store.edit(
        tr("Edit note"), origin=origin, merge=merge, person_id=note.person_id, place=PLACE
    ) as tx:
        words = texts.get("their_words", note.their_words)
        reading = texts.get("my_reading", note.my_reading)
        return tx.add(replace(note, their_words=words, my_reading=reading))


def set_private(
    store: Store, note: DiscoveryNote, *, private: bool, origin: object = None
) -> DiscoveryNote:
    """Say that a whole note is for the manager alone, or that it may be shared."""
    changed = replace(note, private=private)
    if note.id:
        name = tr("Make note private") if private else tr("Make note shareable")
        with store.edit(name, origin=origin, person_id=note.person_id, place=PLACE) as tx:
            tx.change(DiscoveryNote, note.id, private=private)
    return changed


def set_off_record(
    store: Store, note: DiscoveryNote, *, off_record: bool, origin: object = None
) -> DiscoveryNote:
    """Keep of an answer only that it was asked, or let it be written down; gives the note then.

    Words that were typed go for good, with the undo of this session, and so does what they showed.
    What nobody answered for the record is no note any more once it may be written down.
    """
    whose = note.person_id
    if not off_record:
        with store.edit(tr("Record answer"), origin=origin, person_id=whose, place=PLACE) as tx:
            tx.remove(DiscoveryNote, note.id)
        return replace(note, id=0, uid="", off_record=False)
    if note.id:
        forget_words(
            store, DiscoveryNote, note.id, WORDS, also={"off_record": True},
            unlinked=partial(_show_nothing, note.id), origin=origin, person_id=whose, place=PLACE,
        )  # fmt: skip
        return store.get(DiscoveryNote, note.id)
    with store.edit(
        tr("Mark as off the record"), origin=origin, person_id=whose, place=PLACE
    ) as tx:
        return tx.add(replace(note, off_record=True, their_words="", my_reading=""))


def _show_nothing(note_id: int, tx: Transaction) -> None:
    """A note is evidence of no motivator any more."""
    for link_id in tx.read(queries.shown, note_id).values():
        tx.remove(NoteMotivator, link_id)
