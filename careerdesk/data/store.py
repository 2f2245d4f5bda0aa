"""The one door to the file: reads, named edits, undo, and word of every change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.data.changes import Changes, Edit, Entry, Whose, changes_of
from careerdesk.data.connection import explain
from careerdesk.data.folders import Surroundings
from careerdesk.data.history import History, Ticket
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.open_file import OpenFile
from careerdesk.domain.errors import UNREADABLE
from careerdesk.domain.parts import Parts, through

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction
    from careerdesk.data.writer import Writer
    from careerdesk.domain.looks import Limits, Look

Listener = Callable[[Changes], None]


def _now() -> datetime:
    return datetime.now(UTC)


class Store(OpenFile):
    """An open file. Use it from one thread; `warm` and looks for damage may run in another.

    `turns` goes up before anything is written: an edit, what is typed, undo.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        library: Library = PLAIN,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
        around: Surroundings | None = None,
    ) -> None:
        """Open the store at *path*, a new one if nothing is there; raises `StoreError`.

        *around* says who carries about the folder, in place of the computer itself.
        """
        self._monotonic = monotonic
        self._history = History()
        self._listeners: list[Listener] = []
        self._taken = Ticket(())
        self.turns = 0
        super().__init__(path, read_only=read_only, library=library, now=now, around=around)

    @contextmanager
    def edit(
        self,
        name: str,
        *,
        origin: object = None,
        merge: str = "",
        person_id: int | Whose | None = None,
        place: str = "",
        undoable: bool = True,
        for_good: bool = False,
    ) -> Iterator[Transaction]:
        """Do one named, undoable edit: all of it is on disk afterwards, or nothing is.

        Edits with the same *merge* key within 30 seconds are undone together. *person_id*
        and *place* tell where undo shows what came back. Listeners hear of it at the end.
        While the block of one lets others have their turn, as `Parts` do, any other is refused.
        Of one *for_good* nothing is kept: no version, no step, none of those before it either, and
        nothing in the free space of the file (see `swept`).
        """
        entries: list[Entry] = []
        undoable = undoable and not for_good
        losing = [step.entries for step in self._history.undone] if undoable else []
        with (
            self._writing() as writer,
            writer.transaction(entries, losing=losing, taking=self._taken.ids) as tx,
        ):
            tx.keeps_past = not for_good
            yield tx
            if for_good:
                tx.let_nothing_stay()
            self._check_place()
        if not entries:
            return
        whose = tx.whose() if isinstance(person_id, Whose) else person_id
        changes, at = changes_of(entries, name, origin), self._monotonic()
        step = Edit(name, changes, whose, place, merge, at, tuple(entries))
        self._end(step, writer, undoable=undoable, for_good=for_good)

    def _end(self, step: Edit, writer: Writer, *, undoable: bool, for_good: bool) -> None:
        """Keep a step that is on disk, so that it can be undone, and tell of it."""
        self._taken.use()
        if for_good:
            self._forget_edits()
            self.sweep()
        if undoable:
            self._history.push(step)
        self._tell(step.changes)
        self._sweep_again(writer)

    @contextmanager
    def aside(self) -> Iterator[Transaction]:
        """Write what is no edit: undo does not know it, and nobody hears of it."""
        with self._writing() as writer, writer.transaction([]) as tx:
            yield tx
            self._check_place()

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
    def _writing(self) -> Iterator[Writer]:
        """The connection that writes, for one edit; the file is not let go of meanwhile.

        What goes wrong with the file is said in words for the user.
        """
        try:
            self._check_writable()
            writer = self.writer()
            self._in_use += 1
            try:
                self.turns += 1
                yield writer
                self._note_wal()
            finally:
                self._in_use -= 1
        except self._library.error as error:
            raise explain(error, self.path) from error
        except UNREADABLE:
            self.check_values()
            raise

    def look_on(self, after: str, stop: Callable[[], bool], limits: Limits | None = None) -> Look:
        """Look for damage for 2 seconds, going on where an earlier look ended; in any thread."""
        from careerdesk.data.damage import look_on
        from careerdesk.domain.looks import Limits

        limits, stop = limits or Limits(), self.giving_way(stop)
        return look_on(self.path, self._library, after, stop, self._monotonic, limits)

    def monotonic(self) -> float:
        """Seconds that only ever go on, by which pauses are told."""
        return self._monotonic()

    def become(self, part: Path) -> None:
        """Let the store be what the file *part* says, a whole one of this version; a kill at any
        moment leaves the one or the other.

        Nothing that was done before can be undone then; listeners are told that anything may have
        changed. Raises `StoreError`; then nothing has changed.
        """
        with (
            self._writing() as writer,
            closing(self._library.connect(part, "mode=ro")) as source,
        ):
            writer.replace(source)
        self._forget_edits()  # before anything else can go wrong: they belong to the other state
        with self._writer_lock:
            self._writer = None
        writer.close()  # what it knew of tables and of the index is that of the other state
        self.finish_striking()
        self._tell(Changes(unsure=True))

    def _forget_edits(self) -> None:
        self._history = History()

    def undo(self) -> Edit | None:
        """Take the last step back; returns it with what changed, or None."""
        return through(self.undoing())

    def redo(self) -> Edit | None:
        """Do the step undone last once more; returns it with what changed, or None."""
        return through(self.redoing())

    def undoing(self) -> Parts[Edit | None]:
        """As `undo`, in parts; no edit can be made until it is through or closed."""
        return self._travelling(self._history.done, self._history.undone)

    def redoing(self) -> Parts[Edit | None]:
        """As `redo`, in parts."""
        return self._travelling(self._history.undone, self._history.done)

    def _travelling(self, source: list[Edit], target: list[Edit]) -> Parts[Edit | None]:
        if not source:
            if self._writer is not None:
                self._writer.check_alone()  # what is under way may be what is to be taken back
            return None
        step = source[-1]
        with self._writing() as writer:
            entries = yield from writer.travelling(step.entries)
        changes = changes_of(entries, step.name, None)
        back = replace(step, entries=tuple(entries), changes=changes, merge="")
        self._history.turn(source, target, back)
        self._tell(changes)
        self._sweep_again(writer)
        return back

    def _sweep_again(self, writer: Writer) -> None:
        """After an edit brought back what had been struck, which was struck again with it."""
        if writer.struck_again:
            self._forget_edits()
            self.sweep()
            self._tell(Changes(unsure=True))

    @property
    def last_edit(self) -> Edit | None:
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
