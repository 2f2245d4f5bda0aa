"""The program is killed at each write of a save and of putting it into the index of words.

Whatever the check-in says then is found, and nothing else.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careerdesk.data.queries.search import matches
from careerdesk.data.search_check import is_in_order
from careerdesk.data.store import Store
from careerdesk.domain.entries import Area
from careerdesk.domain.records import CheckIn
from careerdesk.services import checkins, people
from tests.faults.test_kill import at_every_write, sound
from tests.stores import blank_store

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)

SAID = ("zero", "one", "two", "three")
SCRIPT = """
from careerdesk.services import checkins
store = Store(path)
checkins.write(store, 1, shared_notes="one " * 2000)
checkins.write(store, 1, shared_notes="two " * 2000)
store.tend_index()
checkins.write(store, 1, shared_notes="three " * 2000)
store.close()
"""


def before(path: Path) -> None:
    """A check-in whose text is in the index, in a file that is closed."""
    with closing(blank_store(path)) as store:
        ana = people.add(store, "Ana Ruiz")
        check_in = checkins.start(store, ana.id, datetime(2026, 11, 17, 9, tzinfo=UTC))
        checkins.write(store, check_in.id, shared_notes="zero")


def said(path: Path, *, read_only: bool) -> str:
    """The word that the check-in says, which is found alone; the index is in order."""
    with closing(Store(path, read_only=read_only)) as store:
        text = store.get(CheckIn, 1).shared_notes.split()[0]
        found = [w for w in SAID if store.read(matches, Area.CONVERSATIONS, f'"{w}"')]
        assert found == [text]
        assert store.read(is_in_order)
        if not read_only:
            store.tend_index()
            assert store.read(is_in_order)
    return text


@pytest.mark.parametrize("folder", ["alone", "Dropbox"])
def test_what_the_check_in_says_is_found_and_nothing_else(tmp_path: Path, folder: str) -> None:
    seen = set()

    def prepare() -> Path:
        home = tmp_path / folder
        shutil.rmtree(home, ignore_errors=True)
        before(home / "store.db")
        if folder == "Dropbox":
            (home / ".dropbox").write_text("")
        return home / "store.db"

    def check(path: Path) -> None:
        if not Path(f"{path}-journal").exists():  # half an edit is taken back by who may write
            seen.add(said(path, read_only=True))
        first = said(path, read_only=False)
        assert said(path, read_only=False) == first
        sound(path)
        seen.add(first)
        assert set(os.listdir(path.parent)) <= {"store.db", ".dropbox"}

    assert at_every_write(SCRIPT, prepare, check) > 10
    assert {"zero", "three"} <= seen
