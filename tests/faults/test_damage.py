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
    from careerdesk.ui import names

    def do(window):
        page = window.content.currentWidget()
        if page is None or page.objectName() != names.DAMAGED_PAGE:
            return False
        print(page.accessibleName())
        print(window.banners.banner(names.READ_ONLY).text.text())
        try:
            people.add(window.ctx.store, "Ben")
        except UserError as error:
            print(error)
        page.findChild(QAbstractButton, "readDamaged").click()
        print(window.content.currentWidget().objectName() != names.DAMAGED_PAGE)
        sys.stdout.flush()
        window.close()
        return True
    """
)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed store with a few people, talks and goals in it."""
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


def talks(path: Path) -> None:
    overwrite(path, root_of(path, "check_in"))


def last_page(path: Path) -> None:
    overwrite(path, int(str(ask(path, "PRAGMA page_count")[0][0])))


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 100)


Damage = Callable[[Path], None]
DAMAGES = [goals, talks, last_page, cut]


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


@pytest.mark.parametrize("damage", one_in(2, DAMAGES))
def test_the_window_opens_a_page_that_says_so_and_writes_no_more(
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
    title, banner, refusal, reads_on = done.stdout.splitlines()
    assert title == "Your store is damaged"
    assert banner.startswith(f"Parts of {filled} cannot be read. Nothing is written into it")
    assert "is damaged, so nothing is written into it" in refusal
    assert "put a copy in its place" in refusal
    assert reads_on == "True"
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
