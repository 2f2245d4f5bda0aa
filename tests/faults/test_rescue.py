"""A store that does not open, or is gone, gets the window that restores it, and no first page."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.services import backups, people
from careerdesk.services.backups import Why
from tests.faults.home import Home
from tests.faults.test_damage import overwrite, root_of
from tests.faults.watcher import watched
from tests.stores import dump

SCRIPT = watched(
    """
    from careerdesk.services import people
    from careerdesk.ui.base import names

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
                    self.timer.stop()
                    self.seen = True
                    print("rescue", list(window.state.buttons))
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


def said(home: Home) -> list[str]:
    """What happened, from the start to the end of the window that is whole again."""
    lines = [home.start(SCRIPT), *home.end().splitlines()]
    return [one for one in lines if one.startswith(("rescue", "damaged", "first", "people"))]


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
