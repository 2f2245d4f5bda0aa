"""F10, F33, M10: a plan that is exported by the real program is there whole, or not at all.

What the writing itself promises is held in `tests/unit/test_writing_files.py`; here the whole
process is looked at: its exit status, its one sentence, and what is left in the folder.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.builders import a_person
from tests.seeds import one_in
from tests.stores import blank_store

ROOT = Path(__file__).parents[2]
FORMS = ["pdf", "html", "md", "json"]
ALL = "all"  # everything that is stored


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with Ana, who has a plan."""
    store = blank_store(tmp_path_factory.mktemp("exports") / "store.db")
    ana = a_person(store, "Ana Ruiz").with_goals("First goal", "Second goal")
    ana.with_note("Hm " * 3000, "")
    store.close()
    return store.path


def export(
    store: Path, form: str, out: str, cwd: Path, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in *cwd* as a shell does."""
    what = ["all"] if form == ALL else ["plan", "Ana", "--format", form]
    command = [sys.executable, "-m", "careerdesk", "export", *what]
    return subprocess.run(
        [*before, *command, "-o", out, "--store", str(store)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=240,
    )


def assert_refused(done: subprocess.CompletedProcess[bytes]) -> None:
    """Status 4 and one sentence, no traceback."""
    said = done.stderr.decode()
    assert done.returncode == 4, said
    assert said.startswith("careerdesk: ")
    assert said.count("\n") == 1
    assert said.endswith(".\n")
    assert done.stdout == b""


@pytest.mark.parametrize("form", one_in(2, FORMS))
def test_every_form_ends_with_status_0(filled: Path, tmp_path: Path, form: str) -> None:
    done = export(filled, form, f"plan.{form}", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert os.listdir(tmp_path) == [f"plan.{form}"]
    piped = export(filled, form, "-", tmp_path)
    assert (piped.returncode, piped.stderr) == (0, b"")
    content = (tmp_path / f"plan.{form}").read_bytes()
    if form == "pdf":
        for one in (content, piped.stdout):
            assert len(PdfReader(io.BytesIO(one), strict=True).pages) == 1
    else:
        assert piped.stdout == content


@pytest.mark.parametrize("out", [".", "./", "/", "..", "folder", "link-to-folder"])
def test_f33_a_folder_is_no_target(filled: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link-to-folder").symlink_to("folder")
    assert_refused(export(filled, "md", out, tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["folder", "link-to-folder"]
    assert os.listdir(tmp_path / "folder") == []


def test_f33_the_store_is_no_target_under_any_name(filled: Path, tmp_path: Path) -> None:
    kept = filled.read_bytes()
    (tmp_path / "link.pdf").symlink_to(filled)
    for out in (str(filled), "link.pdf", os.path.relpath(filled, tmp_path)):
        assert_refused(export(filled, "pdf", out, tmp_path))
        assert filled.read_bytes() == kept
    assert os.listdir(tmp_path) == ["link.pdf"]


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root to lose its rights"
)
@pytest.mark.posix("modes of files")
@pytest.mark.parametrize("form", [ALL, "md"])
def test_f12_a_store_that_may_only_be_read_is_exported(
    filled: Path, tmp_path: Path, form: str
) -> None:
    store = tmp_path / "kept" / "store.db"
    store.parent.mkdir()
    shutil.copy(filled, store)
    store.chmod(0o444)
    store.parent.chmod(0o555)
    try:
        without = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
        done = export(store, form, "out", tmp_path, before=without)
        assert done.returncode == 0, done.stderr.decode()
        assert "First goal" in (tmp_path / "out").read_text(encoding="utf-8")
        assert os.listdir(store.parent) == ["store.db"]
    finally:
        store.parent.chmod(0o755)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 KiB with an older plan on it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs a tmpfs of its own")
    (disk / "plan.pdf").write_bytes(b"older")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_f10_a_full_disk_is_said_and_the_older_pdf_stays(filled: Path, small_disk: Path) -> None:
    done = export(filled, "pdf", str(small_disk / "plan.pdf"), small_disk.parent)
    assert_refused(done)
    assert b"No space left on device" in done.stderr
    assert (small_disk / "plan.pdf").read_bytes() == b"older"
    assert os.listdir(small_disk) == ["plan.pdf"]


def test_f10_a_full_disk_leaves_the_older_file_of_everything(
    filled: Path, small_disk: Path
) -> None:
    done = export(filled, ALL, str(small_disk / "plan.pdf"), small_disk.parent)
    assert_refused(done)
    assert b"No space left on device" in done.stderr
    assert (small_disk / "plan.pdf").read_bytes() == b"older"
    assert os.listdir(small_disk) == ["plan.pdf"]


@pytest.mark.parametrize("call", ["fsync:error=EIO", "rename:error=EBUSY"])
def test_f10_a_disk_that_fails_leaves_the_older_file(
    filled: Path, tmp_path: Path, call: str
) -> None:
    if not shutil.which("strace"):
        pytest.skip("needs strace")
    target = tmp_path / "out" / "plan.md"
    target.parent.mkdir()
    target.write_bytes(b"older")
    watch = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}")
    done = export(filled, "md", str(target), tmp_path, watch)
    if b"PTRACE" in done.stderr:
        pytest.skip("may not trace here")
    assert_refused(done)
    assert target.read_bytes() == b"older"
    assert os.listdir(target.parent) == ["plan.md"]
