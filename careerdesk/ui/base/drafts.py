"""The words that are typed and stored nowhere else yet: by whom, for what, and where they go.

A field never holds words of somebody who is not shown. It tells each change here, and takes
its words from here when its owner is shown again, also after a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.clock import Clock
from careerdesk.domain.drafts import Draft, Owner, Word, Words, says_something
from careerdesk.domain.errors import UserError
from careerdesk.services import drafts as service
from careerdesk.services.store import Changes, Store
from careerdesk.ui.base.autosave import Autosaver
from careerdesk.ui.base.bridge import Bridge

REVIEWS = "reviews"  # the place of what is thrown away there


class Drafts(QObject):
    """All drafts by their owners; what was typed last stands before what came back by undo.

    `turned` tells that somebody else is shown, `came_back` that drafts came or went otherwise
    than by typing.
    """

    turned = Signal()
    came_back = Signal()

    def __init__(
        self,
        store: Store,
        bridge: Bridge,
        autosaver: Autosaver,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._autosaver, self._now = store, autosaver, clock.now
        self._kept: dict[Owner, list[Draft]] | None = None
        self._typed: dict[Owner, Words] = {}
        self._current: dict[Owner, int] = {}
        self._known_to_undo: set[int] = set()
        self.shown = 0
        self._place = ""
        bridge.changed.connect(self._heard)

    def turn_to(self, person_id: int, place: str = "") -> None:
        """Only what is this person's, or nobody's, may stand in fields from now on.

        *place* is where undo shows what was thrown away; "" is the page that is open.
        """
        if person_id != self.shown:
            self._autosaver.flush()  # a page that hears of it may turn to its own person once more
        self._place = place
        if person_id != self.shown:
            self.shown = person_id
            self.turned.emit()

    def hold_nothing(self) -> None:
        """Let every field of a person stand empty until it is shown again, as from what is stored.

        What is typed is kept as a draft first. Pages have to be told to read again afterwards.
        """
        shown, place = self.shown, self._place
        self.turn_to(0)
        self._typed.clear()
        self._kept = None
        self.turn_to(shown, place)

    def shows(self, owner: Owner) -> bool:
        """Whether the words of *owner* may stand in a field now."""
        return owner.person_id in (0, self.shown)

    def words(self, owner: Owner) -> dict[str, Word]:
        """The words to fill a field with; empty if there are none."""
        if owner in self._typed:
            return dict(self._typed[owner])
        newest = self._newest(owner)
        if newest is None:
            return {}
        self._current[owner] = newest.id
        return newest.words

    def holds(self, owner: Owner) -> bool:
        """Whether there are words of *owner*."""
        return owner in self._typed or self._newest(owner) is not None

    def touch(self, owner: Owner, words: Words) -> None:
        """The fields of *owner* hold *words* now: they are kept soon; blank ones are forgotten."""
        if says_something(words):
            self._typed[owner] = dict(words)
            self._autosaver.touch(_key(owner), partial(self._write, owner))
        else:
            self.forget(owner)

    def forget(self, owner: Owner) -> None:
        """Let go of what the fields of *owner* hold: it is stored elsewhere by now."""
        if owner in self._typed or owner in self._current:
            self._typed.pop(owner, None)
            self._autosaver.touch(_key(owner), partial(self._forget, owner))

    @contextmanager
    def taking(self, *owners: Owner) -> Iterator[Callable[[], bool]]:
        """Let the words of *owners* go with the edit of the block, in the same transaction.

        Gives a function that tells afterwards whether an edit took them.
        """
        self._autosaver.flush()  # else an edit that waits would take them
        held = self._on_disk(owners)
        with self._store.taking(held.values()) as took:
            yield took
        if took():
            self._release(held)

    def discard(self, *owners: Owner) -> bool:
        """Throw the words away in one step that can be undone; tells whether that worked."""
        if not all(self._autosaver.flush_key(_key(owner)) for owner in owners):
            return False  # what is nowhere on the disk could not come back
        held = self._on_disk(owners)
        if held and not self._discarded(held.values(), owners[0]):
            return False
        self._release(held)
        return True

    def _discarded(self, ids: Iterable[int], owner: Owner) -> bool:
        """Whether drafts could be discarded; where not, that is said."""
        whose = owner.person_id or None
        try:
            service.discard(self._store, ids, whose, self._place)
        except UserError as error:
            self._autosaver.fail(str(error))
            return False
        return True

    def _on_disk(self, owners: Iterable[Owner]) -> dict[Owner, int]:
        """The drafts that the fields of *owners* show, by their ids."""
        return {owner: self._current[owner] for owner in owners if owner in self._current}

    def _release(self, held: Mapping[Owner, int]) -> None:
        """These drafts are gone; an older one of the same owner may stand in its field by now."""
        for owner, gone in held.items():
            self._typed.pop(owner, None)
            self._autosaver.drop(_key(owner))
            if self._current.get(owner) == gone:
                del self._current[owner]
            kept = self._by_owner()
            kept[owner] = [draft for draft in kept.get(owner, []) if draft.id != gone]

    def _write(self, owner: Owner) -> None:
        words = self._typed.get(owner)
        if words is None:
            return
        current = self._current.get(owner, 0)
        draft = replace(service.new(owner, words, self._now()), id=current)
        stored = service.keep(self._store, draft, anew=draft.id in self._known_to_undo)
        rest = [one for one in self._by_owner().get(owner, []) if one.id != draft.id]
        self._by_owner()[owner] = [*rest, stored]
        self._current[owner] = stored.id
        if self._typed.get(owner) == words:
            del self._typed[owner]

    def _forget(self, owner: Owner) -> None:
        for gone in self._on_disk([owner]).values():
            service.drop(self._store, gone)
            self._release({owner: gone})

    def _newest(self, owner: Owner) -> Draft | None:
        kept = self._by_owner().get(owner)
        return kept[-1] if kept else None

    def _by_owner(self) -> dict[Owner, list[Draft]]:
        if self._kept is None:
            try:
                found = service.every(self._store)
            except UserError:
                return {}
            self._kept = {}
            for draft in found:
                self._kept.setdefault(draft.owner, []).append(draft)
        return self._kept

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """An edit took drafts along, or undo brought some back."""
        if not changes.touches(Draft):
            return
        self._known_to_undo |= changes.ids(Draft)
        self._kept = None
        there = {(one.owner, one.id) for one in chain.from_iterable(self._by_owner().values())}
        if self._kept is None:
            return  # not read: what the fields show is what they showed
        self._current = {
            owner: key for owner, key in self._current.items() if (owner, key) in there
        }
        self.came_back.emit()


def _key(owner: Owner) -> str:
    """Under which the words of an owner wait to be written."""
    return f"draft-{owner.person_id}-{owner.kind}-{owner.record_id}-{owner.handle}"
