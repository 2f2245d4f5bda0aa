"""Something else than a write is refused, by disk, system or limit: it is said, nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.services import people
from tests.stores import blank_store, dump

ROOT = Path(__file__).parents[2]
needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to make the system refuse"
)


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    """A closed store with Ana in it."""
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana")
    store.close()
    return store.path


def careerdesk(path: Path, *arguments: str, before: list[str] | None = None) -> tuple[int, str]:
    """Run a command; its status, and what it says on both streams."""
    done = subprocess.run(
        [*(before or []), sys.executable, "-m", "careerdesk", "--store", str(path), *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def refusing(path: Path, how: str) -> list[str]:
    """Under `strace`, which lets calls on this file fail."""
    return ["strace", "-f", "-qq", "-o", os.devnull, "-P", str(path), "-e", f"inject={how}"]


@needs_strace
def test_f09_a_disk_that_gives_nothing_is_said_and_restoring_is_named(ana: Path) -> None:
    whole = ana.read_bytes()
    status, said = careerdesk(ana, "people", before=refusing(ana, "pread64:error=EIO"))
    assert status == 4
    assert "Check" in said
    assert "Traceback" not in said
    assert ana.read_bytes() == whole
    assert careerdesk(ana, "people")[0] == 0


def test_f13_a_store_that_may_not_be_changed_is_read_and_takes_no_edit(ana: Path) -> None:
    if subprocess.run(["chattr", "+i", str(ana)], capture_output=True, check=False).returncode:
        pytest.skip("needs a disk and rights to forbid changes of a file")
    try:
        before = dump(ana)
        status, said = careerdesk(ana, "people")
        assert (status, "Ana" in said) == (0, True)
        table = ana.with_name("more.csv")
        table.write_text("Name,ID\nBen,2\n", encoding="utf-8")
        status, said = careerdesk(ana, "import", str(table))
        assert status == 4
        assert "Traceback" not in said
        assert dump(ana) == before
    finally:
        subprocess.run(["chattr", "-i", str(ana)], check=True)


@needs_strace
def test_f16_a_slow_disk_makes_the_edit_wait_and_loses_nothing(ana: Path) -> None:
    table = ana.with_name("more.csv")
    table.write_text("Name,ID\nBen,2\nChi,3\n", encoding="utf-8")
    slow = ["strace", "-f", "-qq", "-o", os.devnull, "-e",
            "inject=fsync,fdatasync:delay_enter=50000"]  # fmt: skip
    assert careerdesk(ana, "import", str(table), before=slow)[0] == 0
    store = Store(ana)
    assert [person.given_name for person in people.everyone(store)] == ["Ana", "Ben", "Chi"]
    store.close()


@needs_strace
def test_f34_a_name_that_is_refused_leaves_what_was_there(ana: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    assert careerdesk(ana, "backup", "-o", str(out))[0] == 0
    before = out.read_bytes()
    refused = ["strace", "-f", "-qq", "-o", os.devnull, "-e",
               "inject=/^rename:error=EBUSY"]  # fmt: skip
    status, said = careerdesk(ana, "backup", "-o", str(out), before=refused)
    assert (status, "busy" in said, "Traceback" in said) == (4, True, False)
    assert out.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".part") == []


@needs_strace
@pytest.mark.parametrize("error", ["EACCES", "EMFILE", "ENOENT"])
def test_f35_a_file_that_cannot_be_opened_is_one_sentence(ana: Path, error: str) -> None:
    status, said = careerdesk(ana, "people", before=refusing(ana, f"openat:error={error}"))
    assert status in {2, 4}
    assert "Traceback" not in said
    assert careerdesk(ana, "people")[0] == 0


def test_f36_too_little_memory_ends_it_and_leaves_the_store_whole(ana: Path) -> None:
    before = dump(ana)
    few = ["bash", "-c", 'ulimit -v "$0"; exec "$@"', "60000"]
    if not shutil.which("bash"):
        pytest.skip("needs a shell that limits memory")
    assert careerdesk(ana, "export", "plan", "Ana", "-o", str(ana.with_name("plan.pdf")),
                      before=few)[0] != 0  # fmt: skip
    assert dump(ana) == before
    assert not ana.with_name("plan.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no such owners of folders on Windows")
def test_f50_a_folder_of_another_user_is_refused_and_a_link_to_ones_own_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from careerdesk import paths
    from careerdesk.domain.errors import StoreError

    mine, home = tmp_path / "mine", tmp_path / "home"
    mine.mkdir()
    home.mkdir()
    (home / "data").symlink_to(mine)
    monkeypatch.setenv("CAREERDESK_HOME", str(home))
    assert paths.data_dir() == home / "data"
    other = tmp_path / "other"
    other.mkdir()
    if os.geteuid():
        pytest.skip("needs rights to give a folder away")
    os.chown(other, 65534, 65534)
    (home / "config").symlink_to(other)
    with pytest.raises(StoreError, match="belongs to another user"):
        paths.config_dir()
