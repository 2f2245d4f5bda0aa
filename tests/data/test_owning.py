"""Who owns a store: a lock that nobody alive holds keeps nobody out, or how to get in is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo

from careerdesk.app import open_store
from careerdesk.domain.errors import StoreInUse
from careerdesk.owning import own
from careerdesk.services import people

NOBODY = 4_194_304  # above the largest number that a process can have


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


def lock(path: Path, content: str) -> Path:
    """Leave a lock of some while ago beside the store."""
    found = Path(f"{path}.lock")
    found.write_text(content)
    os.utime(found, (1_700_000_000, 1_700_000_000))
    return found


def whole(path: Path) -> str:
    """What the lock of an open store says."""
    store = open_store(path)
    said = Path(f"{path}.lock").read_text()
    store.close()
    return said


def cuts(said: str) -> list[str]:
    """The lock, cut at each of its letters until it says on which computer it is."""
    complete = len("\n".join(said.split("\n")[:3])) + 1
    return [said[:end] for end in range(complete)]


def assert_opens(path: Path) -> None:
    store = open_store(path)
    assert not store.read_only
    people.add(store, "Ana")
    with pytest.raises(StoreInUse, match="is already open in another CareerDesk"):
        open_store(path)
    store.close()
    assert not Path(f"{path}.lock").exists()


def test_a_lock_that_was_cut_by_a_crash_is_taken_over(path: Path) -> None:
    for content in cuts(whole(path).replace(str(os.getpid()), str(NOBODY), 1)):
        lock(path, content)
        open_store(path).close()
    lock(path, "")
    assert_opens(path)


@pytest.mark.parametrize("content", ["\0" * 64, "nonsense", "\n\n\n\n\n", "-1\n\n\n"])
def test_a_lock_that_says_nothing_is_taken_over(path: Path, content: str) -> None:
    lock(path, content)
    assert_opens(path)


def test_a_lock_of_a_process_that_is_gone_is_taken_over(path: Path) -> None:
    lock(path, whole(path).replace(str(os.getpid()), str(NOBODY), 1))
    assert_opens(path)


@pytest.mark.long
def test_a_lock_that_was_left_empty_just_now_is_waited_for_and_taken_over(path: Path) -> None:
    Path(f"{path}.lock").touch()
    assert_opens(path)


def elsewhere(said: str) -> str:
    lines = said.split("\n")
    return "\n".join(["4711", lines[1], "annas-laptop", "0123456789abcdef" * 2, *lines[4:]])


def elsewhere_without_number(said: str) -> str:
    return f"4711\n{said.split()[1]}\nannas-laptop\n"


@pytest.mark.parametrize("made", [elsewhere, elsewhere_without_number])
def test_a_lock_of_another_computer_is_left_and_how_to_get_in_is_said(
    path: Path, made: Callable[[str], str]
) -> None:
    found = lock(path, made(whole(path)))
    kept = found.read_text()
    with pytest.raises(StoreInUse) as caught:
        open_store(path)
    said = str(caught.value)
    assert "annas-laptop" in said
    assert f"delete {found}" in said
    assert found.read_text() == kept
    reading = open_store(path, reading=True)
    assert people.everyone(reading) == []
    reading.close()
    found.unlink()
    assert_opens(path)


def test_a_computer_that_got_another_name_is_the_same(path: Path) -> None:
    if not QSysInfo.machineUniqueId():
        pytest.skip("this computer has no number by which it is known")
    said = whole(path).replace(str(os.getpid()), str(NOBODY), 1)
    lock(path, said.replace(QSysInfo.machineHostName(), "its-older-name"))
    assert_opens(path)


def test_an_open_store_is_not_taken_over_though_its_lock_was_emptied(path: Path) -> None:
    store = open_store(path)
    lock(path, "")
    with pytest.raises(StoreInUse):
        open_store(path)
    people.add(store, "Ana")
    store.close()


@pytest.mark.posix("links")
def test_a_store_and_a_link_to_it_have_one_holder(tmp_path: Path) -> None:
    store, link = tmp_path / "store.db", tmp_path / "link.db"
    link.symlink_to(store)
    release = own(store)
    with pytest.raises(StoreInUse, match="is already open in another CareerDesk"):
        own(link)
    release()
    release = own(link)
    with pytest.raises(StoreInUse, match="is already open in another CareerDesk"):
        own(store)
    release()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.db"]
