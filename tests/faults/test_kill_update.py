"""An older store is brought up whole or not at all, wherever that is killed (F03)."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from tests.faults.test_kill import at_every_write, sound
from tests.stores import ask, dump

FROZEN = Path(__file__).parents[1] / "data" / "stores"
BRING_UP = """
migrate(path)
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace to kill at a call")
def test_f03_the_store_of_the_version_before_is_brought_up_whole_or_not_at_all(
    tmp_path: Path,
) -> None:
    packed = (FROZEN / f"store-{SCHEMA_VERSION - 1}.db.gz").read_bytes()
    seen = []

    def prepare() -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "store.db").write_bytes(gzip.decompress(packed))
        return folder / "store.db"

    whole = prepare()
    Store(whole).close()
    after = dump(whole)

    def check(path: Path) -> None:
        sound(path)
        seen.append(ask(path, "PRAGMA user_version")[0][0])
        Store(path).close()
        assert dump(path) == after
        assert ask(path, "SELECT count(*) FROM store_identity") == [(1,)]

    assert at_every_write(BRING_UP, prepare, check) >= 3
    assert set(seen) == {SCHEMA_VERSION - 1, SCHEMA_VERSION}
