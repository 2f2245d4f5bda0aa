"""Pages of the store are damaged: it is found out, said, and nothing is written any more."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careerdesk.cli import run
from careerdesk.data.store import Store
from careerdesk.domain.errors import NotAStore
from careerdesk.domain.looks import Limits, Look
from careerdesk.services import people
from tests.builders import a_person
from tests.faults.watcher import watched
from tests.seeds import one_in
from tests.stores import ask, blank_store

ROOT = Path(__file__).parents[2]
LOOKS = watched(
    """
    from careerdesk.domain.errors import UserError
    from careerdesk.services import people
    from careerdesk.ui.base import names

    def do(window):
        page = window.content.currentWidget()
        if page is None or page.objectName() != names.DAMAGED_PAGE:
            return False
        print(page.accessibleName())
        print(page.accessibleDescription())
        print(window.banners.isVisible())
        try:
            people.add(window.ctx.store, "Ben")
        except UserError as error:
            print(error)
        page.findChild(QAbstractButton, "readDamaged").click()
        print(window.content.currentWidget().objectName() != names.DAMAGED_PAGE)
        print(window.banners.banner(names.READ_ONLY).text.text())
        sys.stdout.flush()
        window.close()
        return True
    """
)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed store with a few people, check-ins and goals in it."""
    store = blank_store(tmp_path / "store.db")
    for number in range(30):
        a_person(store, f"Person {number}").with_checkin(3).with_goals("One", "Two")
    store.close()
    return store.path


def overwrite(path: Path, page: int) -> None:
    size = int(str(ask(path, "PRAGMA page_size")[0][0]))
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def root_of(path: Path, table: str) -> int:
    found = ask(path, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
    return int(str(found[0][0]))


def goals(path: Path) -> None:
    overwrite(path, root_of(path, "plan_item"))


def check_ins(path: Path) -> None:
    overwrite(path, root_of(path, "check_in"))


def last_page(path: Path) -> None:
    overwrite(path, int(str(ask(path, "PRAGMA page_count")[0][0])))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 100)


Damage = Callable[[Path], None]
DAMAGES = [goals, check_ins, last_page, cut]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_beside_the_work(filled: Path, damage: Damage) -> None:
    whole = Store(filled)
    assert not whole.find_damage()
    whole.close()
    damage(filled)
    store = Store(filled)
    assert store.find_damage()
    assert not store.find_damage(lambda: True)  # told to stop, it knows nothing
    store.close()


class Seconds:
    """A clock on which one second passes between two looks at it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def places(store: Store, limits: Limits, most: int = 10_000) -> list[str]:
    """Where each start of the program left off, until the last one came to the end of the file."""
    found = [""]
    while True:
        look = store.look_on(found[-1], lambda: False, limits)
        assert not look.damaged
        found.append(look.left_at)
        assert len(found) < most, "it never comes to an end"
        if not look.left_at:
            return found[1:-1]


def indexes(path: Path) -> None:
    found = ask(path, "SELECT rootpage FROM sqlite_master WHERE name LIKE 'ix_promise_%'")
    for (page,) in found:
        overwrite(path, int(str(page)))


def test_a_small_store_is_looked_through_in_one_go(filled: Path) -> None:
    store = Store(filled, monotonic=Seconds())
    assert store.look_on("", lambda: False, Limits(seconds=0)) == Look()
    store.close()


def test_a_large_store_is_looked_through_over_several_starts(filled: Path) -> None:
    store = Store(filled, monotonic=Seconds())
    at_once = places(store, Limits(whole=0, rows=10, seconds=10_000))
    two = places(store, Limits(whole=0, rows=10, seconds=2))
    seven = places(store, Limits(whole=0, rows=10, seconds=7))
    assert at_once == []
    assert two == sorted(set(two), key=two.index), "none looks at the same again"
    assert {place.split()[0] for place in two} > {"person", "check_in", "plan_item"}
    assert len([place for place in two if place.startswith("person ")]) > 1
    assert 2 * len(seven) < len(two)
    store.close()


@pytest.mark.parametrize("damage", [goals, check_ins, cut, indexes])
def test_damage_of_a_large_store_is_found_by_one_of_the_next_starts(
    filled: Path, damage: Damage
) -> None:
    damage(filled)
    store = Store(filled, monotonic=Seconds())
    look = Look()
    for start in range(10_000):
        look = store.look_on(look.left_at, lambda: False, Limits(whole=0, rows=10))
        if look.damaged:
            break
        assert look.left_at, f"not found by start {start}, which came to the end"
    assert look.damaged
    store.close()


@pytest.mark.parametrize("place", ["nonsense", "person", "person x", "zzz 7", "check_in -4", " 1"])
def test_a_place_that_says_nothing_hinders_no_look(filled: Path, place: str) -> None:
    store = Store(filled)
    assert store.look_on(place, lambda: False, Limits(whole=0)) == Look()
    store.close()


def test_who_is_told_to_stop_goes_on_there_the_next_time(filled: Path) -> None:
    goals(filled)
    store = Store(filled)
    assert store.look_on("plan 3", lambda: True) == Look(left_at="plan 3")
    store.close()


@pytest.mark.parametrize("damage", one_in(4, DAMAGES))
def test_the_window_opens_a_page_that_says_so_and_writes_no_longer(
    filled: Path, tmp_path: Path, damage: Damage
) -> None:
    damage(filled)
    before = filled.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", LOOKS, "--store", str(filled)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    title, words, said_twice, refusal, reads_on, banner = done.stdout.splitlines()
    assert title == "Your data file is damaged"
    assert words.startswith(f"Parts of {filled} can't be read. Nothing will be written to the file")
    assert said_twice == "False"
    assert "is damaged, so nothing more will be saved to it" in refusal
    assert "replace the file with a good copy" in refusal
    assert reads_on == "True"
    assert banner == "The data file is damaged. What you type won't be saved."
    assert filled.read_bytes() == before
    assert not Path(f"{filled}.lock").exists()


def test_what_is_whole_can_be_read_on(filled: Path) -> None:
    goals(filled)
    store = Store(filled)
    store.close_for_writing()
    assert len(people.everyone(store)) == 30
    with pytest.raises(NotAStore, match="is damaged"):
        people.add(store, "Ben")
    with pytest.raises(NotAStore, match="is damaged"), store.aside() as tx:
        tx.connection.execute("SELECT 1")
    store.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_nobody_is_brought_into_a_damaged_store(
    filled: Path, tmp_path: Path, damage: Damage, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(filled)
    before = filled.read_bytes()
    table = tmp_path / "team.csv"
    table.write_text("Name\nAna Ruiz\n")
    assert run(["import", str(table), "--store", str(filled)]) == 1
    said = capsys.readouterr()
    assert "is damaged" in said.err
    assert "came in" not in said.out
    assert filled.read_bytes() == before
