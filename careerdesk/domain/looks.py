"""A look for damage in a store: how long it may take, and what it has found."""

from __future__ import annotations

from careerdesk.dataclass import dataclass

THROUGH = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one look may take, and in what portions a large file is read.

    A file of at most *whole* bytes is looked through in one go, by SQLite's own check: that cannot
    be cut into portions, nor stopped half-way by every SQLite.
    """

    seconds: float = 2.0
    whole: int = 64 * 2**20
    rows: int = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What a look has found, and where the next one goes on; `THROUGH` once it came to the end."""

    damaged: bool = False
    left_at: str = THROUGH
