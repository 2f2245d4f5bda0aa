"""The program is killed at each write in turn; the store is the old or the new one after it.

F01 (an edit), F02 (a move among 200), F03 (a migration, and the making of a new store).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Self

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from careerdesk.domain.records import Horizon, Person, Plan, PlanItem
from tests.killing import kills
from tests.seeds import is_long, one_in
from tests.stores import BESIDE, ask, blank_store, dump

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)

TRACED = "write,pwrite64,fsync,ftruncate,openat,/^(link|rename|unlink)"
NURSERY = """
import os, sys
from datetime import date
from pathlib import Path
from careerdesk.data.migrate import migrate
from careerdesk.data.store import Store
from careerdesk.domain.records import *

def work(path):
{script}

def traced():
    with open("/proc/self/status") as file:
        return any(row.startswith("TracerPid:") and row.split()[1] != "0" for row in file)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        print(os.getpid(), flush=True)
        while not traced():
            os.sched_yield()
        work(Path(line.strip()))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Nursery:
    """A process with everything imported; its children do *script* and are killed at it."""

    def __init__(self, script: str) -> None:
        body = textwrap.indent(textwrap.dedent(script), "    ")
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY.format(script=body)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def killed_at(self, number: int, path: Path, call: str = "pwrite64") -> bool:
        """Do the work on *path* and kill it at its *call* of that number; tell whether it was."""
        return self._traced(path, f"inject={call}:signal=KILL:when={number}", os.devnull) == -9

    def writes(self, path: Path, call: str = "pwrite64") -> int:
        """Do the work on *path* to its end; how often it wrote, or did another *call*."""
        seen = path.with_name("writes")
        assert self._traced(path, f"trace={call}", str(seen)) == 0
        count = len(seen.read_text().splitlines())
        seen.unlink()
        return count

    def _traced(self, path: Path, how: str, seen: str) -> int:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{path}\n")
        self.process.stdin.flush()
        child = self.process.stdout.readline().strip()
        tracer = subprocess.Popen(
            ["strace", "-f", "-qq", "-p", child, "-o", seen, "-e", f"trace={TRACED}", "-e", how]
        )
        status = int(self.process.stdout.readline())
        tracer.wait()
        assert status in (0, -9)
        return status


def at_every_write(
    script: str, prepare: Callable[[], Path], check: Callable[[Path], None], call: str = "pwrite64"
) -> int:
    """Kill *script* at each of its writes, or of another *call*; returns how many there were.

    Where there are very many, a short run leaves out most of those in the middle.
    """
    with Nursery(script) as nursery:
        count = nursery.writes(path := prepare(), call)
        check(path)
        for number in chosen(count):
            if nursery.killed_at(number, path := prepare(), call):
                kills.append(number)
                check(path)
    return count


def chosen(count: int, most: int = 6) -> list[int]:
    """The writes at which to kill: all, or the first and last and some between them."""
    numbers = list(range(1, count + 1))
    if is_long() or count <= most:
        return numbers
    edge = most // 3
    between = numbers[edge:-edge]
    return [*numbers[:edge], *between[:: -(-len(between) // edge)], *numbers[-edge:]]


def sound(path: Path) -> None:
    """The file is whole and every reference has its target."""
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_f01_an_edit_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    origin = blank_store(tmp_path / "origin.db")
    with origin.edit("Add") as tx:
        ana = tx.add(Person(given_name="Ana", recognition="old " * 2000)).id
    origin.close()
    old = dump(origin.path, without=BESIDE)
    script = f"""
    store = Store(path)
    with store.edit("Edit") as tx:
        tx.change(Person, {ana}, recognition="new " * 3000)
        tx.add(Person(given_name="Ben", uid="ben"))
    store.close()
    """
    edited = Store(origin.path)
    with edited.edit("Edit") as tx:
        tx.change(Person, ana, recognition="new " * 3000)
        tx.add(Person(given_name="Ben", uid="ben"))
    edited.close()
    new = dump(origin.path, without=BESIDE)
    seen = set()

    def prepare() -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        store = blank_store(folder / "store.db")
        with store.edit("Add") as tx:
            tx.add(Person(given_name="Ana", recognition="old " * 2000, uid=_uid(old)))
        store.close()
        return store.path

    def check(path: Path) -> None:
        Store(path).close()
        sound(path)
        found = dump(path, without=BESIDE)
        assert found in (old, new)
        seen.add("old" if found == old else "new")

    assert at_every_write(script, prepare, check) >= 3
    assert seen == {"old", "new"}


def _uid(rows: list[str]) -> str:
    """The uid of the one person in *rows*."""
    return rows[0].split("'")[1]


def test_f02_a_move_among_two_hundred_leaves_the_old_or_the_new_order(tmp_path: Path) -> None:
    def prepare() -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        store = blank_store(folder / "store.db")
        day = date(2026, 1, 1)
        with store.edit("Add") as tx:
            person = tx.add(Person(given_name="Ana"))
            plan = tx.add(Plan(person_id=person.id, starts_on=day, ends_on=day))
            for number in range(200):
                tx.add(
                    PlanItem(
                        plan_id=plan.id, horizon=Horizon.SHORT, title=f"{number}",
                        touched_on=day, rank=number * 1024,
                    )
                )  # fmt: skip
        store.close()
        return store.path

    script = """
    from careerdesk.services import plans
    store = Store(path)
    plans.move_items(store, [200, 150], Horizon.SHORT, 1)
    store.close()
    """
    old = list(range(1, 201))
    new = [200, 150, *(key for key in old if key not in (200, 150))]
    new_sorted = [150, 200, *new[2:]]
    seen = []

    def check(path: Path) -> None:
        Store(path).close()
        sound(path)
        rows = ask(path, "SELECT id, rank FROM plan_item ORDER BY rank, id")
        order = [row[0] for row in rows]
        assert order in (old, new, new_sorted)
        assert len({row[1] for row in rows}) == 200
        seen.append(order == old)

    assert at_every_write(script, prepare, check) >= 2
    assert set(seen) == {True, False}


LINKS_REFUSED = """
import errno, os
def refuse(*_, **__):
    raise OSError(errno.EPERM, "Operation not permitted")
os.link = refuse
"""


WAYS = [("", "pwrite64"), (LINKS_REFUSED, "/^(link|rename)"), ("", "fsync"), ("", "/^unlink"),
        ("", "/^(link|rename)"), (LINKS_REFUSED, "openat"), (LINKS_REFUSED, "pwrite64"),
        (LINKS_REFUSED, "fsync"), (LINKS_REFUSED, "/^unlink"), ("", "openat")]  # fmt: skip


@pytest.mark.parametrize(("way", "call"), one_in(5, WAYS))
def test_f03_a_new_store_appears_whole_or_not_at_all(tmp_path: Path, way: str, call: str) -> None:
    def prepare() -> Path:
        folder = tmp_path / "new"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder / "store.db"

    def check(path: Path) -> None:
        there = path.exists() and path.stat().st_size > 0
        Store(path).close()
        sound(path)
        assert [name for name in os.listdir(path.parent) if "reserved" in name] == []
        seen.append(there)
        assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]

    seen: list[bool] = []
    assert at_every_write(f"{way}\nStore(path).close()", prepare, check, call) >= 1
    assert set(seen) == {True, False}


NEXT = f"""
import sqlalchemy as sa
from alembic import op
revision = "{SCHEMA_VERSION + 1:04}"
down_revision = "{SCHEMA_VERSION:04}"
branch_labels = None
depends_on = None

def upgrade():
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default="-"))
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE person SET nickname = given_name")
"""


def test_f03_a_migration_is_done_whole_or_not_at_all(tmp_path: Path) -> None:
    import careerdesk.data.migrate as migrate

    scripts = tmp_path / "scripts"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"{SCHEMA_VERSION + 1:04}_next.py").write_text(NEXT)

    def prepare() -> Path:
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        store = blank_store(folder / "store.db")
        with store.edit("Add") as tx:
            for number in range(60):
                tx.add(Person(given_name=f"Person {number}", team="x" * 300))
        store.close()
        return store.path

    script = f"""
    migrate(path, Path({str(scripts)!r}), {SCHEMA_VERSION + 1})
    """
    seen = []

    def check(path: Path) -> None:
        sound(path)
        version = ask(path, "PRAGMA user_version")[0][0]
        columns = [row[1] for row in ask(path, "PRAGMA table_info(person)")]
        tables = ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'extra'")
        assert (version - SCHEMA_VERSION, "nickname" in columns, tables) in (
            (0, False, [(0,)]),
            (1, True, [(1,)]),
        )
        assert ask(path, "SELECT count(*) FROM person") == [(60,)]
        seen.append(version)

    assert at_every_write(script, prepare, check) >= 3
    assert set(seen) == {SCHEMA_VERSION, SCHEMA_VERSION + 1}
