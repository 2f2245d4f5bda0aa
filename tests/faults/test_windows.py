"""The program on Windows, and on disks without links: it makes, updates and hands over as here."""

from __future__ import annotations

import errno
import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import pytest

from careerdesk import system
from careerdesk.__main__ import main
from careerdesk.app import open_store
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from careerdesk.documents.write import write_whole
from careerdesk.domain.errors import ExportError, NotAStore, StoreError
from careerdesk.services import people
from tests.builders import a_person
from tests.stores import ask, blank_file
from tests.windows import as_on_windows, without_links

OLDER = Path(__file__).parents[1] / "data" / "stores" / f"store-{SCHEMA_VERSION - 1}.db.gz"
NO_LINKS = [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EACCES, errno.EMLINK]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that is Windows for this test."""
    os.umask(mask := os.umask(0))
    with monkeypatch.context() as pretending:
        as_on_windows(pretending)
        yield
    os.umask(mask)


def names_in(path: Path) -> list[str]:
    """Who is in the store; it is whole, and nothing was left beside it."""
    store = Store(path)
    found = [person.name for person in people.everyone(store)]
    store.close()
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    return found


@pytest.mark.usefixtures("windows")
def test_a_store_is_made_and_opened_again_on_windows(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "store.db"
    store = open_store(path)
    people.add(store, "Ana Ruiz")
    store.close()
    assert names_in(path) == ["Ana Ruiz"]
    assert os.listdir(path.parent) == ["store.db"]


@pytest.mark.usefixtures("windows")
def test_an_older_store_is_brought_up_on_windows(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    open_store(path).close()
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert sorted(os.listdir(tmp_path)) == ["store-backups", "store.db"]
    copy = tmp_path / "store-backups" / "backup-000001.db"
    assert ask(copy, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]


@pytest.mark.usefixtures("qapp", "windows")
@pytest.mark.parametrize("form", ["pdf", "html", "md", "json"])
def test_a_plan_is_handed_over_on_windows(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path / "store.db")
    a_person(store, "Ana Ruiz").with_goals("First goal")
    store.close()
    out = tmp_path / f"plan.{form}"
    for _ in range(2):  # the second time in place of the first
        command = ["export", "plan", "Ana", "--format", form, "-o", str(out)]
        assert main([*command, "--store", str(store.path)]) == 0
    assert capsys.readouterr().err == ""
    assert out.stat().st_size > 100
    assert [name for name in os.listdir(tmp_path) if name.startswith(".")] == []


@pytest.mark.parametrize("number", NO_LINKS)
def test_a_disk_without_links_takes_a_new_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    without_links(monkeypatch, number)
    Store(tmp_path / "store.db").close()
    assert names_in(tmp_path / "store.db") == []
    assert os.listdir(tmp_path) == ["store.db"]


@pytest.mark.parametrize("links", [True, False])
def test_what_is_there_already_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        without_links(monkeypatch)
    part, path = tmp_path / "part", tmp_path / "store.db"
    part.write_bytes(b"new")
    path.write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        system.put_new(part, path)
    assert path.read_bytes() == b"somebody's"
    assert sorted(os.listdir(tmp_path)) == ["part", "store.db"]


def test_a_disk_that_takes_no_name_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_links(monkeypatch)

    def replace(self: Path, target: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(StoreError, match=r"Could not create .*store\.db: Input/output error\."):
        Store(tmp_path / "store.db")
    assert os.listdir(tmp_path) == []


@pytest.fixture
def reserved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a store where the program was killed between taking the name and filling it."""
    path, part = tmp_path / "store.db", tmp_path / "part"
    part.write_bytes(b"never put in its place")

    class Killed(BaseException):
        """Nothing of the program runs after it."""

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as pretending:
        without_links(pretending)
        pretending.setattr(Path, "replace", die)
        pretending.setattr(Path, "unlink", die)
        with pytest.raises(Killed):
            system.put_new(part, path)
    part.unlink()
    assert path.read_bytes() == b""
    return path


def test_a_name_that_was_taken_and_not_filled_is_filled_by_the_next_start(reserved: Path) -> None:
    with pytest.raises(NotAStore, match="wasn't set up completely"):
        open_store(reserved, reading=True)
    open_store(reserved).close()
    assert names_in(reserved) == []
    assert os.listdir(reserved.parent) == ["store.db"]


def test_a_store_emptied_later_is_refused_and_never_filled(reserved: Path) -> None:
    blank_file(reserved)  # the mark of the killed start is still beside it
    Store(reserved).close()
    reserved.write_bytes(b"")
    with pytest.raises(NotAStore, match="is empty"):
        Store(reserved)
    assert os.listdir(reserved.parent) == ["store.db"]


def test_the_store_is_no_target_under_a_name_with_other_capitals(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    store.write_bytes(b"store")
    for name in ("Store.DB", "STORE.db-WAL", "store.DB.Lock"):
        with pytest.raises(ExportError, match="is your CareerDesk file"):
            write_whole(tmp_path / name, b"new", keep_off=store)
    assert os.listdir(tmp_path) == ["store.db"]


def test_nothing_is_lost_where_a_copy_of_that_version_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    copy = tmp_path / "store-backups" / "backup-000001.db"
    copy.parent.mkdir()
    copy.write_bytes(b"an earlier copy")

    def sync(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as pretending:
        pretending.setattr(os, "fsync", sync)
        with pytest.raises(StoreError, match="No space left on device"):
            Store(path)
    assert copy.read_bytes() == b"an earlier copy"
    assert os.listdir(copy.parent) == [copy.name]
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]
    Store(path).close()
    later = copy.with_name("backup-000002.db")
    assert ask(later, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]


@pytest.mark.usefixtures("windows")
def test_a_folder_is_refused_as_a_store_on_windows(tmp_path: Path) -> None:
    with pytest.raises(NotAStore, match="is not a file"):
        Store(tmp_path)


class Scanner:
    """Has each new file open for a while, as what looks for viruses does; nobody waits for it."""

    def __init__(self, blocked: int, number: int = errno.EACCES) -> None:
        self.waited: list[float] = []
        self._blocked = blocked
        self._number = number
        self._hindering = pytest.MonkeyPatch()

    def __enter__(self) -> Self:
        for name in ("rename", "replace", "unlink"):
            self._hindering.setattr(os, name, self._hindered(getattr(os, name)))
        return self

    def __exit__(self, *_: object) -> None:
        self._hindering.undo()

    def _hindered(self, call: Callable[..., None]) -> Callable[..., None]:
        def calling(*values: object) -> None:
            if self._blocked:
                self._blocked -= 1
                raise OSError(self._number, os.strerror(self._number))
            call(*values)

        return calling


def given_a_name(folder: Path, way: str, sleep: Callable[[float], object]) -> Path:
    """A file that was written and got its name, in each way that there is."""
    part, path = folder / "part", folder / "file"
    if way != "written":
        part.write_bytes(b"new")
    if way == "put":
        system.put(part, path, sleep)
    elif way == "put new":
        system.put_new(part, path, sleep)
    elif way == "moved":
        system.move_aside(part, "file", sleep)
    else:
        system.write_whole(path, b"new", sleep)
    return path


WAYS = ["put", "put new", "moved", "written"]


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_is_refused_for_a_moment_is_given_after_it(tmp_path: Path, way: str) -> None:
    with Scanner(blocked=3) as scanner:
        path = given_a_name(tmp_path, way, scanner.waited.append)
    assert path.read_bytes() == b"new"
    assert scanner.waited == list(system.WAITS[:3])
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.usefixtures("windows")
def test_a_name_that_is_refused_for_good_is_refused_within_a_second(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    scanner = Scanner(blocked=len(system.WAITS) + 1)
    with scanner, pytest.raises(PermissionError):
        system.write_whole(tmp_path / "file", b"new", scanner.waited.append)
    assert scanner.waited == list(system.WAITS)
    assert 0.3 < sum(scanner.waited) < 1
    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.usefixtures("windows")
def test_nothing_else_that_goes_wrong_is_tried_again(tmp_path: Path) -> None:
    scanner = Scanner(blocked=1, number=errno.ENOSPC)
    with scanner, pytest.raises(OSError, match="No space left"):
        system.write_whole(tmp_path / "file", b"new", scanner.waited.append)
    assert scanner.waited == []


@pytest.mark.skipif(system.on_windows(), reason="tells what other systems do")
def test_no_other_system_waits_for_what_it_refuses(tmp_path: Path) -> None:
    scanner = Scanner(blocked=1)
    with scanner, pytest.raises(PermissionError):
        system.write_whole(tmp_path / "file", b"new", scanner.waited.append)
    assert scanner.waited == []


NO_NAMES = ["CON", "nul", "aux.txt", "Com1.pdf", "lpt¹.md", "con .txt", "plan.pdf.", "plan.pdf ",
            "store.db:plan", "what?.pdf", "a|b.pdf", "store.db::$DATA"]  # fmt: skip


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_on_windows_is_refused_as_a_target(tmp_path: Path, name: str) -> None:
    (tmp_path / "store.db").write_bytes(b"store")
    with pytest.raises(ExportError) as refusal:
        write_whole(tmp_path / name, b"new", keep_off=tmp_path / "store.db")
    said = f"Windows doesn't allow files named {name}. Choose another name."
    assert str(refusal.value) == said
    assert os.listdir(tmp_path) == ["store.db"]


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    "name", ["plan.pdf", "Conrad.pdf", "auxiliary", ".plan", "com10.md", "späte"]
)
def test_other_names_are_taken_on_windows(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"new")
    assert (tmp_path / name).read_bytes() == b"new"


@pytest.mark.usefixtures("windows")
def test_a_typed_target_that_is_no_name_is_refused_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path / "store.db")
    a_person(store, "Ana Ruiz").with_goals("First goal")
    store.close()
    command = ["export", "plan", "Ana", "--format", "md", "-o", str(tmp_path / "nul.md")]
    assert main([*command, "--store", str(store.path)]) == 4
    said = "Windows doesn't allow files named nul.md. Choose another name."
    assert said in capsys.readouterr().err
    assert not [name for name in os.listdir(tmp_path) if not name.startswith("store.db")]


@pytest.mark.skipif(system.on_windows(), reason="tells what other systems do")
def test_other_systems_take_names_that_windows_has_not(tmp_path: Path) -> None:
    for name in NO_NAMES:
        write_whole(tmp_path / name, b"new")
    assert sorted(os.listdir(tmp_path)) == sorted(NO_NAMES)
