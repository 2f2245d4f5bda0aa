"""A store that does not open, or is gone, gets the window that restores it, and no first page.

F17–F19 (a damaged store), F31 (its disk is not there), F06 (there is no room to open it).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest

from careerdesk.data.backup_folder import folder_of
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from careerdesk.services import backups, people
from careerdesk.services.backups import Why
from tests.faults.home import Home
from tests.faults.test_damage import overwrite, root_of
from tests.faults.watcher import watched
from tests.stores import dump

SCRIPT = watched(
    """
    from pathlib import Path

    from careerdesk.paths import store_path
    from careerdesk.services import people
    from careerdesk.ui.base import names

    chosen = []  # what is opened instead

    def do(window):
        page = window.content.currentWidget()
        if page is not None and page.objectName() == names.DAMAGED_PAGE:
            print("damaged page")
            page.findChild(QAbstractButton, "restoreDamaged").click()
            return False
        path = window.ctx.store.path
        if not rescuer.seen and not path.with_name("careerdesk-damaged.db").exists():
            return False  # until the damage is found
        if page is None or not window.rail.model.rowCount():
            if page is not None and page.objectName() == "firstStart":
                print("first start")
                window.close()
            return False
        print("people", len(people.everyone(window.ctx.store)))
        sys.stdout.flush()
        window.close()
        return True

    class Rescuer(QObject):
        def __init__(self):
            super().__init__()
            self.seen = False
            self.timer = QTimer(self)
            self.timer.timeout.connect(self.look)
            self.timer.start(20)

        @Slot()
        def look(self):
            for window in QApplication.topLevelWidgets():
                if window.objectName() == "rescue" and window.isVisible():
                    self.seen = True
                    print("rescue", list(window.state.buttons))
                    if chosen:
                        window.chosen = Path(chosen.pop(0))
                        window.ended.emit()
                        return
                    self.timer.stop()
                    print("why", window.accessibleDescription())
                    for late in store_path().parent.glob("late.db"):
                        late.rename(store_path())
                    window.state.buttons["restoreDamaged"].click()

    rescuer = Rescuer()
    """
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home whose store has 31 people, and a good backup of that."""
    home = Home(tmp_path)
    store = Store(home.store)
    people.add_many(store, [f"Person {number}" for number in range(30)])
    backups.make(store, Why.DAILY)
    store.close()
    return home


def said(home: Home, chosen: Sequence[Path] = (), *, why: bool = False) -> list[str]:
    """What happened, from the start to the end of the window that is whole again.

    Before a backup is restored, each of the files in *chosen* is opened instead.
    """
    script = SCRIPT.replace("chosen = []", f"chosen = {[str(one) for one in chosen]}")
    lines = [home.start(script), *home.end().splitlines()]
    told = ("rescue", "damaged", "first", "people", *(["why"] if why else []))
    return [one for one in lines if one.startswith(told)]


def header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xa5" * 100)


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def nothing(path: Path) -> None:
    os.truncate(path, 0)


def one_byte(path: Path) -> None:
    os.truncate(path, 1)


def gone(path: Path) -> None:
    path.unlink()


def people_page(path: Path) -> None:
    overwrite(path, root_of(path, "person"))


Damage = Callable[[Path], None]


@pytest.mark.parametrize("damage", [header, nothing, one_byte, gone])
def test_f17_f19_a_store_that_does_not_open_is_restored_from_its_window(
    home: Home, damage: Damage
) -> None:
    damage(home.store)
    left = home.store.read_bytes() if home.store.exists() else None
    ways = "['restoreDamaged', 'openAnother', 'startAnew']" if damage is gone else (
        "['restoreDamaged', 'openAnother']"
    )  # fmt: skip
    assert said(home) == [f"rescue {ways}", "people 31"]
    kept = home.store.with_name("careerdesk-damaged.db")
    assert (kept.read_bytes() if kept.exists() else None) == left


@pytest.mark.parametrize("damage", [people_page, half])
def test_f18_f19_a_store_with_damaged_pages_is_restored_from_its_page(
    home: Home, damage: Damage
) -> None:
    whole = dump(home.store)
    damage(home.store)
    found = said(home)
    assert found[-1] == "people 31"
    assert "first start" not in found
    assert found[:-1] in (["damaged page"], ["rescue ['restoreDamaged', 'openAnother']"])
    assert set(dump(home.store)) >= set(whole)
    assert home.store.with_name("careerdesk-damaged.db").exists()


def test_f17_a_file_that_is_no_store_is_refused_and_the_window_waits_on(
    home: Home, tmp_path: Path
) -> None:
    header(home.store)
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ana,", encoding="utf-8")
    ways = "rescue ['restoreDamaged', 'openAnother']"
    found = said(home, [other], why=True)
    assert [*found[:2], found[3]] == [ways, ways, "people 31"]
    assert found[2].startswith("why ")
    assert str(other) in found[2]
    assert other.read_text(encoding="utf-8") == "Dear Ana,"


@pytest.mark.parametrize("damage", [header, gone])
def test_f17_a_backup_that_is_opened_instead_is_restored_and_stays_what_it_was(
    home: Home, damage: Damage
) -> None:
    backup = backups.every(home.store)[0].path
    before = backup.read_bytes()
    damage(home.store)
    assert said(home, [backup])[1:] == ["people 31"]
    assert home.store.exists()
    assert backup.read_bytes() == before


@pytest.mark.parametrize("damage", [header, gone])
def test_f17_where_the_backups_are_gone_as_well_those_in_the_second_place_are_offered(
    home: Home, damage: Damage, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.copy_to_second(home.store, stick)
    home.settings.parent.mkdir(parents=True, exist_ok=True)
    home.settings.write_text(f"[backups]\nsecond={stick}\n", encoding="utf-8")
    shutil.rmtree(backups.folder_of(home.store))
    damage(home.store)
    found = said(home)
    assert found[0].startswith("rescue ['restoreDamaged', 'openAnother'")
    assert found[1:] == ["people 31"]


def test_f19_a_file_that_comes_back_meanwhile_is_opened_and_nothing_older_goes_over_it(
    home: Home,
) -> None:
    store = Store(home.store)
    people.add(store, "Only in the file")
    store.close()
    home.store.rename(home.store.with_name("late.db"))  # as while a sync client brings it
    assert said(home) == ["rescue ['restoreDamaged', 'openAnother', 'startAnew']", "people 32"]
    assert not home.store.with_name("careerdesk-damaged.db").exists()


MISSED = watched(
    """
    from pathlib import Path

    from careerdesk.services import people

    def do(window):
        if not any(key.startswith("sessions/") for key in window.ctx.settings.allKeys()):
            return False  # until the computer has looked at the file
        print("people", len(people.everyone(window.ctx.store)), flush=True)
        window.close()
        return True

    def look():
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "rescue" and window.isVisible():
                timer.stop()
                print("rescue", list(window.state.buttons), window.accessibleDescription())
                helps()
                window.state.buttons[press].click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    """
)
AGAIN = "['lookAgain', 'openAnother'"


def missed(home: Home, helps: str, press: str = "lookAgain") -> list[str]:
    """What is offered and then opened, once *helps* was done and a button was pressed."""
    script = MISSED.replace("helps()", helps).replace("[press]", f"[{press!r}]")
    lines = [home.start(script), *home.end().splitlines()]
    return [one for one in lines if one.startswith(("rescue", "people"))]


def look_once(home: Home) -> None:
    """A window over the store, opened and closed."""
    assert missed(home, "pass") == ["people 31"]


def test_f31_a_store_whose_disk_is_not_there_is_missed_though_its_backups_went_with_it(
    home: Home,
) -> None:
    """A stick that is not connected has the backups as well: no first page, and no empty file."""
    look_once(home)
    stick, away = home.store.parent, home.folder / "away"
    stick.rename(away)
    asked, people = missed(home, f"Path({str(away)!r}).rename({str(stick)!r})")
    assert asked.startswith(f"rescue {AGAIN}, 'startAnew'] There is no file at {home.store}.")
    assert people == "people 31"


def test_f31_one_may_begin_again_where_the_disk_was(home: Home) -> None:
    look_once(home)
    home.store.parent.rename(home.folder / "away")
    assert missed(home, "pass", "startAnew")[1:] == ["people 0"]


@pytest.fixture
def small_home(tmp_path: Path, home: Home) -> Iterator[Home]:
    """The same home with its store on a disk of its own, on which nothing is left."""
    disk = home.store.parent
    kept = disk.rename(tmp_path / "kept")
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs a tmpfs of its own")
    shutil.copytree(kept, disk, dirs_exist_ok=True)
    with (disk / "fill").open("wb", buffering=0) as file:
        for size in (65_536, 512):
            with suppress(OSError):
                while file.write(bytes(size)):
                    pass
    yield home
    subprocess.run(["umount", str(disk)], check=True)


def test_f06_a_start_without_room_says_so_and_opens_once_there_is_some(small_home: Home) -> None:
    fill = small_home.store.with_name("fill")
    asked, people = missed(small_home, f"Path({str(fill)!r}).unlink()")
    assert asked == f"rescue {AGAIN}] The disk is full. Free up some space."
    assert people == "people 31"


def test_f24_a_newer_store_is_said_in_a_window_and_opens_once_it_is_of_this_version(
    home: Home,
) -> None:
    """Nobody sees what a program says that was started from its icon."""
    look_once(home)
    with closing(sqlite3.connect(home.store)) as file:
        file.execute("PRAGMA user_version=999")
    back = f"PRAGMA user_version={SCHEMA_VERSION}"
    with_it = f"__import__('sqlite3').connect({str(home.store)!r}).execute({back!r})"
    asked, people = missed(home, with_it)
    assert asked.startswith(f"rescue {AGAIN}] ")
    assert "newer" in asked
    assert people == "people 31"


def test_f17_a_damaged_store_without_a_backup_is_said_in_a_window(home: Home) -> None:
    shutil.rmtree(folder_of(home.store))
    whole = shutil.copy(home.store, home.folder / "whole.db")
    header(home.store)
    asked, people = missed(home, f"__import__('shutil').copy({str(whole)!r}, {str(home.store)!r})")
    assert asked.startswith(f"rescue {AGAIN}] ")
    assert str(home.store) in asked
    assert people == "people 31"


FAILED = watched(
    """
    def do(window):
        return False

    def look():
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "startFailure" and window.isVisible():
                print(window.words.text().replace("\\n", " "), flush=True)
                window.button.click()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    """
)


def test_f14_a_folder_that_cannot_be_made_is_said_in_a_window(home: Home) -> None:
    a_file = home.folder / "file"
    a_file.touch()
    changed = {"CAREERDESK_HOME": str(a_file / "home"), "QT_QPA_PLATFORM": "minimal"}
    first = home.start(FAILED, changed=changed)  # on a screen as far as the program knows
    sentence = f"Could not create the folder {a_file / 'home' / 'state'}"
    assert first.startswith(f"CareerDesk couldn't open its window.  {sentence}")
    assert sentence in home.end()  # on the terminal as well
    assert home.status == 4


HELD = """
import sys
from pathlib import Path
from careerdesk.app import open_store
store = open_store(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_store_in_use_by_a_program_without_a_window_is_said_in_a_window(home: Home) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HELD, str(home.store)], env=home.environment(),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        try:
            assert holder.stdout
            assert holder.stdout.readline() == "held\n"
            asked, people = missed(home, f"__import__('os').kill({holder.pid}, 9)")
        finally:
            holder.kill()
    assert asked.startswith(f"rescue {AGAIN}] ")
    assert "already open" in asked
    assert people == "people 31"
