"""The program is killed at each write of a strike: all words are there, or none and it is noted."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from tests.faults.test_kill import at_every_write, sound
from tests.seeds import one_in
from tests.stores import ask, dump
from tests.struck import file_with_words, found_in_folder

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)

QUOTE = 'I want to build "things" that läst'
SCRIPT = """
from datetime import date
from careerdesk.services import striking
store = Store(path)
striking.strike_motivator(store, 1, date(2026, 11, 17))
store.close()
"""


CASES = [
    (folder, call)
    for folder in ("alone", "Dropbox")
    for call in ("pwrite64", "/^(ftruncate|unlink)")
]


@pytest.mark.parametrize(("folder", "call"), one_in(len(CASES), CASES))
def test_all_words_are_there_or_none(tmp_path: Path, folder: str, call: str) -> None:
    seen = set()
    before = dump(file_with_words(tmp_path / "before.db", QUOTE))

    def prepare() -> Path:
        home = tmp_path / folder
        shutil.rmtree(home, ignore_errors=True)
        path = file_with_words(home / "store.db", QUOTE)
        if folder == "Dropbox":
            (home / ".dropbox").write_text("")
        return path

    def check(path: Path) -> None:
        Store(path).close()
        sound(path)
        assert set(os.listdir(path.parent)) <= {"store.db", ".dropbox"}
        strikes = ask(path, "SELECT kind FROM strike")
        if strikes:
            assert strikes == [("motivator",)]
            said = ask(path, "SELECT name, quote, struck_on FROM motivator WHERE id = 1")
            assert said == [("", "", "2026-11-17")]
            assert found_in_folder(path, QUOTE) == {}
        else:
            assert dump(path) == before
        seen.add(bool(strikes))

    assert at_every_write(SCRIPT, prepare, check, call) >= 1
    assert True in seen
    if call == "pwrite64":
        assert False in seen
