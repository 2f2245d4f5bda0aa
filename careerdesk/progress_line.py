"""A line on the terminal that says how far something is, and goes when it is over."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO, TypeVar

from careerdesk.domain.parts import COPYING, WRITING, Part, Parts
from careerdesk.i18n import tr

T = TypeVar("T")

_START_OVER = "\r\x1b[K"


class ProgressLine:
    """Rewrites one line of *stream*; says nothing where that is no terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._seen = self._stream is not None and self._stream.isatty()
        self._said = ""

    def say(self, words: str) -> None:
        """Show *words* in place of what the line said."""
        if self._seen and words != self._said:
            self._stream.write(f"{_START_OVER}{words}")
            self._stream.flush()
            self._said = words

    def part(self, part: Part) -> None:
        """Show how far it is."""
        if part.doing == COPYING:
            self.copied(part.done, part.all)
            return
        fields = {"done": f"{part.done:,}", "all": f"{part.all:,}"}
        if part.doing == WRITING:
            self.say(tr("Storing {done} of {all} rows…", **fields))
        else:
            self.say(tr("Checking {done} of {all} rows…", **fields))

    def copied(self, done: int, of: int) -> bool:
        """Show how many pages of how many are copied; it always goes on."""
        self.say(tr("Copied {percent} %…", percent=100 * done // max(1, of)))
        return True

    def written(self, done: int, of: int) -> bool:
        """Show how many rows of how many are written; it always goes on."""
        self.say(tr("Wrote {percent} %…", percent=100 * done // max(1, of)))
        return True

    def clear(self) -> None:
        """Leave no trace of the line."""
        if self._said:
            self._stream.write(_START_OVER)
            self._stream.flush()
            self._said = ""

    @contextmanager
    def shown(self) -> Iterator[ProgressLine]:
        """The line, cleared at the end, however that comes."""
        try:
            yield self
        finally:
            self.clear()


def follow(parts: Parts[T], line: ProgressLine) -> T:
    """Do *parts*, and show each; Ctrl+C ends them between two, so that nothing is half done.

    Once the last part is through it comes too late, and is not heard.
    """
    with _asked_to_stop() as asked:
        try:
            while True:
                line.part(next(parts))
                if asked:
                    raise KeyboardInterrupt
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            parts.close()


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """A list that is filled when Ctrl+C is pressed."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    if threading.current_thread() is not threading.main_thread():
        yield asked  # signals come to the main thread alone
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
