"""The steps that can be undone and redone in this session, and the drafts that go with one."""

from __future__ import annotations

from collections.abc import Iterable

from careerdesk.data.changes import Edit, Entry, merged

STEPS = 200  # besides those of typing
TYPED = 8 * 1024 * 1024  # characters that the steps of typing hold
MERGE_SECONDS = 30.0


class History:
    """Two stacks of steps, the newest last.

    What is done is counted as it comes and goes: to look at all of it at each save of what is typed
    would take longer the longer one works.
    """

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self.done: list[Edit] = []
        self.undone: list[Edit] = []
        self._others = self._typed = 0  # of what is done: steps besides typing, characters of that

    def push(self, step: Edit) -> None:
        """Keep a new step; typing under the same key goes on with the last one."""
        if self.continues(step):
            last = self.done.pop()
            step = joined(last, step)
            self._typed += _length(step.entries[len(last.entries) :])
        else:
            self._count(step, 1)
        self.undone.clear()
        self.done.append(step)
        self._forget()

    def turn(self, source: list[Edit], target: list[Edit], back: Edit) -> None:
        """Let *back*, which takes back the last step of *source*, be the last of *target*."""
        source.pop()
        target.append(back)
        self._others = self._typed = 0
        for step in self.done:
            self._count(step, 1)

    def continues(self, step: Edit) -> bool:
        """Whether *step* is one with the last."""
        if not step.merge or self.undone or not self.done:
            return False
        last = self.done[-1]
        return last.merge == step.merge and step.at - last.at < MERGE_SECONDS

    def _count(self, step: Edit, sign: int) -> None:
        if step.merge:
            self._typed += sign * _length(step.entries)
        else:
            self._others += sign

    def _forget(self) -> None:
        """Let go of the oldest steps: edits have room of their own beside typing."""
        while self._others > STEPS or self._typed > TYPED:
            self._count(self.done.pop(0), -1)


def joined(last: Edit, step: Edit) -> Edit:
    """Two steps as one, which is called as the newer."""
    entries = merged(last.entries, step.entries)
    return Edit(step.name, step.changes, step.person_id, step.place, step.merge, step.at, entries)


def _length(entries: Iterable[Entry]) -> int:
    """How many characters logged rows held."""
    return sum(len(value) for one in entries for value in one.old if isinstance(value, str))


class Ticket:
    """Which drafts the next edit takes along, and whether it did."""

    def __init__(self, ids: Iterable[int]) -> None:
        self.ids = tuple(ids)
        self._used = False

    def use(self) -> None:
        """An edit was made: the next one takes nothing."""
        self.ids, self._used = (), True

    def was_used(self) -> bool:
        """Whether an edit was made."""
        return self._used
