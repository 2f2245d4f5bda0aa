"""P16: everything written as JSON, beside the same rows written as Python shows them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.figures import Result, elapsed_ms, interleaved
from careerdesk.data.json_form import columns
from careerdesk.services import everything
from careerdesk.services.store import Store

LIMIT = 1.5


def rows(store: Store, folder: Path, turns: int) -> Result:
    """A whole export of a store, and what it takes to dump the same tables as text."""
    low, high = interleaved(
        lambda: elapsed_ms(lambda: _dump(store.path, folder / "dump.txt")),
        lambda: elapsed_ms(lambda: everything.write(store, folder / "all.json")),
        turns,
    )
    return Result("P16", "everything as JSON, on the disk", "ms", high, LIMIT, low, turns)


def _dump(store: Path, target: Path) -> None:
    """`SELECT *` of each table, a line a row, brought to the disk."""
    with closing(sqlite3.connect(store)) as source, target.open("w", encoding="utf-8") as file:
        for table in columns():
            for row in source.execute(f"SELECT * FROM {table}"):
                file.write(f"{table} {row!r}\n")
        file.flush()
        os.fsync(file.fileno())


def work(store: Store, progress: everything.Progress) -> None:
    """An export beside an open window."""
    everything.write(store, store.path.with_name("all.json"), progress)
