"""Work that is done in parts, so that anyone who drives it can say how far it is, or end it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TypeVar

from careerdesk.dataclass import dataclass

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 50  # records that one part does: a hundredth of a second, some on a slow machine


READING, LOOKING, WRITING, COPYING = "reading", "looking", "writing", "copying"
COMPOSING, LAYING_OUT, DRAWING = "composing", "laying out", "drawing"


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


def mapped(do: Callable[[T], R], rows: Sequence[T], size: int = AT_ONCE) -> Parts[list[R]]:
    """What *do* makes of each of *rows*, *size* of them in one part."""
    made: list[R] = []
    yield Part(COMPOSING, 0, len(rows))  # how much it is, before anything is done
    for some in cut(rows, size):
        made += map(do, some)
        yield Part(COMPOSING, len(made), len(rows))
    return made


def at_once(result: R) -> Parts[R]:
    """What is there already, for those who take parts."""
    yield from ()
    return result


def cut(rows: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """*rows* in pieces of at most *size*."""
    return (rows[start : start + size] for start in range(0, len(rows), size))
