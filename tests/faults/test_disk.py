"""The disk fails, the journal is damaged, the power goes: what was said to be saved is there.

F06–F09 (errors of the disk), F20–F21 (the journal beside the file), F25, F28, F48.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.services import people
from tests.stores import ask, blank_store

needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to make the disk fail"
)
EDIT = """
import sys
from pathlib import Path
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.services import people
store = Store(Path(sys.argv[1]))
store.warm()
print("ready", flush=True)
sys.stdin.readline()
for name in ("Ben", "Chi"):
    try:
        people.add(store, name)
        print("saved", name, flush=True)
    except StoreError as error:
        print(error, flush=True)
    sys.stdin.readline()
print(", ".join(person.name for person in people.everyone(store)), flush=True)
store.close()
"""


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    """A closed store with Ana in it."""
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana")
    store.close()
    return store.path


def names(path: Path) -> list[str]:
    """Who is in the store when it is opened again."""
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    store = Store(path)
    try:
        return [person.name for person in people.everyone(store)]
    finally:
        store.close()


def while_failing(path: Path, *injected: str) -> list[str]:
    """Two edits, the first on a disk that fails, the second on one that is well again."""
    process = subprocess.Popen(
        [sys.executable, "-c", EDIT, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    process.stdout.readline()
    tracer = subprocess.Popen(
        ["strace", "-f", "-p", str(process.pid), *injected],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert tracer.stderr
    tracer.stderr.readline()  # attached
    said = []
    process.stdin.write("\n")
    process.stdin.flush()
    said.append(process.stdout.readline().strip())
    tracer.terminate()
    tracer.communicate()
    process.stdin.write("\n")
    process.stdin.flush()
    said.append(process.stdout.readline().strip())
    said += process.communicate("\n")[0].strip().splitlines()
    assert process.returncode == 0
    return said


@needs_strace
@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("pwrite64:error=ENOSPC", "The disk is full. Free up some space."),
        ("pwrite64:error=EIO", "Could not write to this disk."),
        ("fdatasync,fsync:error=EIO", "Could not write to this disk."),
    ],
)
def test_f06_f08_a_failing_disk_is_said_and_the_next_edit_works(
    ana: Path, fault: str, sentence: str
) -> None:
    calls = fault.partition(":")[0]
    first, second, whole = while_failing(ana, "-e", f"trace={calls}", "-e", f"inject={fault}")
    assert first.startswith(sentence)
    assert second == "saved Chi"
    assert whole == "Ana, Chi"
    assert names(ana) == ["Ana", "Chi"]


@needs_strace
def test_f07_no_room_for_the_wal_alone(ana: Path) -> None:
    first, second, whole = while_failing(
        ana, "-P", f"{ana}-wal", "-e", "trace=pwrite64", "-e", "inject=pwrite64:error=ENOSPC"
    )
    assert first.startswith("The disk is full.")
    assert (second, whole) == ("saved Chi", "Ana, Chi")


def test_f11_a_quota_is_a_sentence_and_no_death(ana: Path) -> None:
    script = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        + EDIT.replace(
            'print("ready"',
            'resource.setrlimit(resource.RLIMIT_FSIZE, (100, 10**9))\nprint("ready"',
        )
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(ana)],
        input="\n\n\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1)
    assert "Could not write to this disk" in done.stdout
    assert names(ana) == ["Ana"]


@pytest.fixture
def crashed(ana: Path, tmp_path: Path) -> Path:
    """A copy of a store whose program is gone before its journal went into the file."""
    store = Store(ana)
    people.add(store, "Ben")
    people.add(store, "Chi")
    folder = tmp_path / "crashed"
    folder.mkdir()
    for end in ("", "-wal", "-shm"):
        shutil.copy(f"{ana}{end}", folder / f"store.db{end}")
    store.close()
    return folder / "store.db"


def test_what_was_saved_is_there_after_a_crash(crashed: Path) -> None:
    assert names(crashed) == ["Ana", "Ben", "Chi"]


def cut_last_byte(wal: Path) -> None:
    os.truncate(wal, wal.stat().st_size - 1)


def cut_to_nothing(wal: Path) -> None:
    os.truncate(wal, 0)


def cut_in_its_head(wal: Path) -> None:
    os.truncate(wal, 20)


def noise(wal: Path) -> None:
    wal.write_bytes(b"\xa5" * wal.stat().st_size)


def noise_at_the_end(wal: Path) -> None:
    with wal.open("ab") as file:
        file.write(b"\xa5" * 10_000)


@pytest.mark.parametrize(
    "damage",
    [cut_last_byte, cut_to_nothing, cut_in_its_head, noise, noise_at_the_end],
)
def test_f20_a_damaged_wal_leaves_a_state_that_was_saved(
    crashed: Path, damage: Callable[[Path], None]
) -> None:
    damage(Path(f"{crashed}-wal"))
    assert names(crashed) in (["Ana"], ["Ana", "Ben"], ["Ana", "Ben", "Chi"])


@pytest.mark.parametrize("content", [None, b"", b"\xa5" * 32768])
def test_f21_the_index_of_the_wal_is_made_again(crashed: Path, content: bytes | None) -> None:
    index = Path(f"{crashed}-shm")
    index.unlink()
    if content is not None:
        index.write_bytes(content)
    assert names(crashed) == ["Ana", "Ben", "Chi"]


def test_f23_a_file_copied_without_its_wal_is_an_older_state(crashed: Path) -> None:
    Path(f"{crashed}-wal").unlink()
    Path(f"{crashed}-shm").unlink()
    assert names(crashed) == ["Ana"]


def test_f25_what_another_version_added_is_kept(ana: Path) -> None:
    ask(ana, "ALTER TABLE person ADD COLUMN shoe_size INTEGER DEFAULT 42")
    ask(ana, "CREATE TABLE extra (id INTEGER PRIMARY KEY, words TEXT)")
    ask(ana, "INSERT INTO extra (words) VALUES ('kept')")
    store = Store(ana)
    people.change(store, 1, title="Boss")
    people.add(store, "Ben")
    people.remove(store, 1)
    store.undo()
    store.close()
    assert ask(ana, "SELECT words FROM extra") == [("kept",)]
    assert ask(ana, "SELECT given_name, shoe_size FROM person ORDER BY id") == [
        ("Ana", 42),
        ("Ben", 42),
    ]


def test_f28_another_program_at_the_file_is_said_and_reading_goes_on(ana: Path) -> None:
    store = Store(ana)
    store.warm()
    with closing(sqlite3.connect(ana, isolation_level=None)) as other:
        store.writer()._connection.execute("PRAGMA busy_timeout=50")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is using the file"):
            people.add(store, "Ben")
        assert [person.name for person in people.everyone(store)] == ["Ana"]
        other.execute("ROLLBACK")
    people.add(store, "Ben")
    store.close()
    assert names(ana) == ["Ana", "Ben"]
