"""The demo: a store in a folder of its own that is gone at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careerdesk.domain.clock import Clock, SystemClock

FILE = "demo.db"


@contextmanager
def throw_away_demo(clock: Clock | None = None) -> Iterator[Path]:
    """A private folder with the demo's store in `demo.db`; it is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="careerdesk-demo-"))
    try:
        make_demo(folder / FILE, clock)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_demo(path: Path, clock: Clock | None = None) -> None:
    """Make the demo's store at *path*, with its dates counted from the clock's day."""
    from careerdesk.app import open_store
    from careerdesk.services.demo import fill

    store = open_store(path)
    try:
        fill(store, (clock or SystemClock()).today())
    finally:
        store.close()
