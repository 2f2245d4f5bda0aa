"""The program ends on a disk that fails, or reads from one: what was saved is there.

The last checkpoint fails; the disk cannot be read; a store of an older version is only read.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.app import open_store
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.services import people
from tests.seeds import one_in
from tests.stores import ask, blank_file, blank_store

ROOT = Path(__file__).parents[2]
OLDER = ROOT / "tests" / "data" / "stores" / f"store-{SCHEMA_VERSION - 1}.db.gz"
needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to make the disk fail"
)


def program(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    command = [*before, sys.executable, "-m", "careerdesk", *map(str, arguments)]
    return subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def failing(path: Path, call: str) -> tuple[str, ...]:
    """Run under a disk on which *call* fails for *path* alone."""
    traced = call.partition(":")[0]
    quiet = ("strace", "-f", "-qq", "-o", os.devnull, "-P", str(path))
    return (*quiet, "-e", f"trace={traced}", "-e", f"inject={call}")


@needs_strace
@pytest.mark.parametrize(
    ("end", "call"),
    one_in(2, [("", "pwrite64:error=ENOSPC"), ("", "pwrite64:error=EIO"),
               ("", "fsync,fdatasync:error=EIO"), ("-wal", "ftruncate:error=EIO")]),
)  # fmt: skip
def test_a_last_checkpoint_that_fails_loses_nothing_and_lets_go(
    tmp_path: Path, end: str, call: str
) -> None:
    path, table = blank_file(tmp_path / "store.db"), tmp_path / "team.csv"
    table.write_text("Name\nAna Ruiz\n")
    file = Path(f"{path}{end}")
    done = program("--store", path, "import", table, before=failing(file, call))
    if "PTRACE" in done.stderr:
        pytest.skip("may not trace here")
    assert (done.returncode, done.stderr) == (0, "")
    assert not Path(f"{path}.lock").exists()
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    store = open_store(path)
    assert [person.name for person in people.everyone(store)] == ["Ana Ruiz"]
    store.close()


@needs_strace
def test_the_window_ends_well_on_a_disk_that_is_full_at_the_end(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    watch = failing(path, "pwrite64:error=ENOSPC")
    done = program("--store", path, "--measure-start", before=watch)
    if "PTRACE" in done.stderr:
        pytest.skip("may not trace here")
    assert (done.returncode, done.stderr) == (0, "")
    assert not Path(f"{path}.lock").exists()


@needs_strace
@pytest.mark.parametrize(
    "call", ["read:error=EIO", "pread64:error=EIO", "read,pread64:error=EIO:when=4+"]
)
def test_a_disk_that_cannot_be_read_is_said_to_be_so(tmp_path: Path, call: str) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    store.close()
    kept = store.path.read_bytes()
    done = program("--store", store.path, "people", before=failing(store.path, call))
    if "PTRACE" in done.stderr:
        pytest.skip("may not trace here")
    assert done.returncode == 4
    assert done.stderr.startswith(f"careerdesk: Could not read {store.path}")
    assert "write" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert store.path.read_bytes() == kept


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store of the version before."""
    path = tmp_path / "older" / "store.db"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    return path


@pytest.mark.parametrize(
    "command",
    [("people",), ("check",), ("brief", "Ana"), ("upcoming",), ("reviews",),
     ("export", "plan", "Ana", "--format", "md", "-o", "-")],
)  # fmt: skip
def test_a_command_that_reads_an_older_store_says_what_to_do(
    older: Path, command: tuple[str, ...]
) -> None:
    kept = older.read_bytes()
    done = program("--store", older, *command)
    assert done.returncode == 4
    assert "is from an older version" in done.stderr
    assert "Open it once in the CareerDesk window" in done.stderr
    assert "ermission" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert older.read_bytes() == kept


@pytest.mark.long
def test_what_it_says_to_do_helps(older: Path) -> None:
    assert program("--store", older, "--measure-start").returncode == 0
    assert program("--store", older, "people").returncode == 0


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root to lose its rights"
)
@pytest.mark.posix("modes of files")
def test_an_older_store_that_cannot_be_written_is_said_to_be_so(older: Path) -> None:
    older.chmod(0o444)
    older.parent.chmod(0o555)
    try:
        without = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
        for command in (("people",), ("--measure-start",)):
            done = program("--store", older, *command, before=without)
            assert done.returncode == 4
            assert "is from an older version" in done.stderr
            assert "Check its permissions." in done.stderr
    finally:
        older.parent.chmod(0o755)
