"""The steps that can be undone and redone in this session, and the drafts that go with one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from careerdesk.data.changes import Edit, Entry
from careerdesk.data.undo_log import merged

STEPS = 200  # besides those of typing
TYPED = 8 * 1024 * 1024  # characters that the steps of typing hold
MERGE_SECONDS = 30.0


class History:
    """Two stacks of steps, the newest last."""

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self.done: list[Edit] = []
        self.undone: list[Edit] = []

    def push(self, step: Edit) -> None:
        """Keep a new step; typing under the same key goes on with the last one."""
        if self.continues(step):
            last = self.done.pop()
            step = replace(step, entries=merged(last.entries, step.entries))
        self.undone.clear()
        self.done.append(step)
        self._forget()

    def continues(self, step: Edit) -> bool:
        """Whether *step* is one with the last."""
        if not step.merge or self.undone or not self.done:
            return False
        last = self.done[-1]
        return last.merge == step.merge and step.at - last.at < MERGE_SECONDS

    def _forget(self) -> None:
        """Let go of the oldest steps: edits have room of their own beside typing."""
        others, typed = STEPS, TYPED
        for place in range(len(self.done) - 1, -1, -1):
            step = self.done[place]
            if step.merge:
                typed -= sum(map(_length, step.entries))
            else:
                others -= 1
            if others < 0 or typed < 0:
                del self.done[: place + 1]
                return


def _length(entry: Entry) -> int:
    """How many characters a logged row held."""
    return sum(len(value) for value in entry.old if isinstance(value, str))


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
