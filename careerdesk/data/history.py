"""The steps that can be undone and redone in this session."""

from __future__ import annotations

from dataclasses import replace

from careerdesk.data.changes import Step
from careerdesk.data.journal import merged

STEPS = 200
MERGE_SECONDS = 30.0


class History:
    """Two stacks of steps, the newest last."""

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Keep a new step; typing under the same key goes on with the last one."""
        if self._continues(step):
            last = self.done.pop()
            step = replace(step, entries=merged(last.entries, step.entries))
        self.undone.clear()
        self.done.append(step)
        del self.done[:-STEPS]

    def _continues(self, step: Step) -> bool:
        if not step.merge or self.undone or not self.done:
            return False
        last = self.done[-1]
        return last.merge == step.merge and step.at - last.at < MERGE_SECONDS
