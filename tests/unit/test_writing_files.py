"""A document is on the disk whole and private, or not at all with a sentence why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.documents.write import file_name, write_whole
from careerdesk.domain.errors import ExportError
from tests.modes import is_private
from tests.nobody import BECOME, as_nobody

WRITE = """
import sys
from pathlib import Path
from careerdesk.documents.write import write_whole
from careerdesk.domain.errors import ExportError

from tests.modes import is_private
try:
    write_whole(Path(sys.argv[1]), b"x" * int(sys.argv[2]))
except ExportError as error:
    print(error)
"""


def written_as_nobody(path: Path, size: int = 10) -> str:
    """Write as a user without rights; what was said."""
    command = [*BECOME, sys.executable, "-c", WRITE]
    done = subprocess.run(
        [*command, str(path), str(size)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_file_is_whole_and_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    os.umask(before := os.umask(0))
    try:
        write_whole(path, b"new")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert is_private(path)
    assert os.listdir(tmp_path) == ["plan.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"older and longer")
    path.chmod(0o444)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def missing_folder(folder: Path) -> Path:
    return folder / "none" / "plan.pdf"


def a_folder(folder: Path) -> Path:
    (folder / "plan.pdf").mkdir()
    return folder / "plan.pdf"


def a_full_device(_folder: Path) -> Path:
    return Path("/dev/full")


def too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


def below_a_file(folder: Path) -> Path:
    (folder / "file").write_bytes(b"")
    return folder / "file" / "plan.pdf"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


@pytest.mark.parametrize(
    "target", [missing_folder, a_folder, a_full_device, too_long, below_a_file, a_pipe]
)
def test_f33_what_cannot_be_written_is_said_and_nothing_is_left(
    tmp_path: Path, target: Callable[[Path], Path]
) -> None:
    path = target(tmp_path)
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(ExportError) as refusal:
        write_whole(path, b"new")
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal", ".lock"])
@pytest.mark.parametrize(
    "way", ["plain", "dotted", "link", pytest.param("hard", marks=pytest.mark.posix("hard links"))]
)
def test_f33_the_store_is_never_written_over(tmp_path: Path, ending: str, way: str) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(b"store")
    target = Path(f"{store}{ending}")
    target.write_bytes(b"store")
    (tmp_path / "sub").mkdir()
    path = target
    if way == "dotted":
        path = tmp_path / "sub" / ".." / target.name
    elif way == "link":
        path = tmp_path / "link"
        path.symlink_to(target)
    elif way == "hard":
        path = tmp_path / "hard"
        os.link(target, path)
    if way == "hard":
        write_whole(path, b"new", keep_off=store)
    else:
        with pytest.raises(ExportError, match="is your CareerDesk file"):
            write_whole(path, b"new", keep_off=store)
    assert target.read_bytes() == b"store"


@as_nobody
def test_a_read_only_folder_is_said(open_folder: Path) -> None:
    path = open_folder / "plan.pdf"
    assert (
        written_as_nobody(path)
        == f"Could not write {path}: Permission denied. Choose another location."
    )
    assert os.listdir(open_folder) == []
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    said = written_as_nobody(closed / "plan.pdf")
    assert said.endswith(".")
    assert "plan.pdf" in said or "closed" in said


@as_nobody
def test_f10_a_full_disk_keeps_the_older_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs a tmpfs of its own")
    try:
        path = disk / "plan.pdf"
        path.write_bytes(b"old")
        with pytest.raises(ExportError, match="No space left on device"):
            write_whole(path, b"x" * 1_000_000)
        assert path.read_bytes() == b"old"
        assert os.listdir(disk) == ["plan.pdf"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ana Ruiz", "Ana-Ruiz"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d*e", "a-b-c-d-e"),
        ("CON", "CON-"),
        ("nul", "nul-"),
        ("", "person"),
        ("...", "person"),
        ("-rf", "rf"),
        ("山田 太郎", "山田-太郎"),
        ("\u202efdp.exe", "fdp.exe"),
        ("name.", "name"),
        ("con.old", "con-.old"),
        ("Aux.Ruiz.Sol", "Aux-.Ruiz.Sol"),
        ("lpt¹", "lpt¹-"),
        ("Conrad", "Conrad"),
    ],
)
def test_a_name_becomes_part_of_a_file_name(name: str, kept: str) -> None:
    assert file_name(name) == kept


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_name_can_be_a_file_name(name: str) -> None:
    found = file_name(name)
    assert 0 < len(found.encode()) <= 181
    assert not set(found) & set('/\\:*?"<>|\0\n')
    assert found[0] not in ".-"
