"""Work that is done in parts, so that anyone who drives it can say how far it is, or end it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar

from careerdesk.dataclass import dataclass

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 50  # records that one part does: a hundredth of a second, some on a slow machine


READING, LOOKING, WRITING, COPYING = "reading", "looking", "writing", "copying"


@dataclass(frozen=True, slots=True)
class Part:
    """How far the work is: so many of so many, in a word of what is being done."""

    doing: str
    done: int
    all: int


Parts = Generator[Part, None, R]
"""Does its work between the parts it gives, and returns what comes of it. Closed early, it leaves
nothing behind."""


def through(parts: Parts[R]) -> R:
    """Do all of it at once."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            result: R = end.value
            return result


def cut(rows: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """*rows* in pieces of at most *size*."""
    return (rows[start : start + size] for start in range(0, len(rows), size))
