"""The program is killed while it makes a file; what has its name is whole, the old or the new."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from tests.faults.test_kill import at_every_write, sound
from tests.seeds import one_in
from tests.stores import ask

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)
OLDER = Path(__file__).parents[1] / "data" / "stores" / f"store-{SCHEMA_VERSION - 1}.db.gz"
CALLS = ["/^write$", "fsync", "/^(link|rename)", "/^unlink", "openat"]


@pytest.mark.parametrize("call", one_in(3, CALLS))
def test_a_document_is_the_old_or_the_new_one(tmp_path: Path, call: str) -> None:
    old, new = b"old " * 3000, b"new " * 9000

    def prepare() -> Path:
        path = tmp_path / "plan.md"
        path.write_bytes(old)
        return path

    def check(path: Path) -> None:
        seen.add(path.read_bytes())

    seen: set[bytes] = set()
    script = f"""
    from careerdesk.documents.write import write_whole
    write_whole(path, {new!r})
    """
    assert at_every_write(script, prepare, check, call) >= 1
    assert seen <= {old, new}
    assert new in seen


@pytest.mark.parametrize("call", one_in(2, ["pwrite64", "fsync", "/^(link|rename)"]))
def test_the_copy_before_an_update_is_whole_and_there_before_the_update(
    tmp_path: Path, call: str
) -> None:
    older = gzip.decompress(OLDER.read_bytes())

    def prepare() -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "store.db").write_bytes(older)
        return folder / "store.db"

    def check(path: Path) -> None:
        copy = path.with_name("store-backups") / "backup-000001.db"
        version = ask(path, "PRAGMA user_version")[0][0]
        assert copy.exists() or version == SCHEMA_VERSION - 1
        if copy.exists():
            sound(copy)
            assert ask(copy, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]
        seen.add((version, copy.exists()))
        Store(path).close()
        sound(path)

    seen: set[tuple[object, bool]] = set()
    assert at_every_write("Store(path).close()", prepare, check, call) >= 1
    assert (SCHEMA_VERSION, True) in seen
    assert (SCHEMA_VERSION - 1, False) in seen
