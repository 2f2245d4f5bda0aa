"""Whatever can be asked by a query: the store, or a reader of it in another thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Reads(Protocol):
    """A store, or a reader of one in another thread."""

    def read(
        self,
        query: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a query of `data.queries`."""
        ...
