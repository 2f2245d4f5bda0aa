"""How many times a test with chance in it is tried: a few in every run, many in a long one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")

LONG = "CAREERDESK_TESTS_LONG"  # set by the option --long, before a test module is imported


def is_long() -> bool:
    """Whether this is a long run."""
    return os.environ.get(LONG) == "1"


def seeds(short: int = 25, long: int = 500) -> range:
    """The seeds of a walk, for `pytest.mark.parametrize("seed", seeds())`."""
    return range(long if is_long() else short)


def examples(short: int, long: int | None = None) -> int:
    """How many examples a property is tried with, for `settings(max_examples=examples(30))`."""
    return (long or short * 20) if is_long() else short


def one_in(every: int, cases: Iterable[T]) -> list[T]:
    """Cases to parametrize by: each *every*th in a short run, all of them in a long one."""
    return list(cases)[:: 1 if is_long() else every]
