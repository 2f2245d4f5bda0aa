"""The program opens files in one place: read in its syntax trees, and seen in what it does."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pretended import pretending

ROOT = Path(__file__).parents[2]
SHAPES = ("Connection", "Cursor", "Row", "SQLITE_")
"""What is said of any library over SQLite: how it looks, and the numbers of its errors."""
PROGRAM = [path.relative_to(ROOT) for path in sorted((ROOT / "careerdesk").rglob("*.py"))]


def named(source: str) -> Iterator[str]:
    """What of `sqlite3` a module names, under whatever name it has it."""
    if "sqlite3" not in source:
        return  # nothing to parse for: anyone who reaches the module writes its name first
    tree = ast.parse(source)
    aliases = {"sqlite3"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            own = [one for one in node.names if one.name.partition(".")[0] == "sqlite3"]
            aliases |= {one.asname or one.name.partition(".")[0] for one in own}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlite3"):
            yield from (one.name for one in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in aliases:
                yield node.attr
        elif isinstance(node, ast.Constant) and node.value == "sqlite3":
            yield "a name to be imported"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import sqlite3\nsqlite3.connect(':memory:')", ["connect"]),
        ("import sqlite3 as base\ntry: pass\nexcept base.OperationalError: pass",
         ["OperationalError"]),
        ("from sqlite3 import Error as Wrong", ["Error"]),
        ("from sqlite3.dbapi2 import connect", ["connect"]),
        ("def f():\n    import sqlite3\n    raise sqlite3.DatabaseError", ["DatabaseError"]),
        ("__import__('sqlite3')", ["a name to be imported"]),
        ("import sqlite3\ndef f(c: sqlite3.Connection): return sqlite3.SQLITE_FULL",
         ["Connection", "SQLITE_FULL"]),
    ],
)  # fmt: skip
def test_whatever_way_it_is_named_it_is_found(source: str, found: list[str]) -> None:
    assert sorted(named(source)) == sorted(found)


def test_no_module_connects_by_itself_or_names_an_error() -> None:
    wrong = {
        (path.as_posix(), name)
        for path in PROGRAM
        for name in named((ROOT / path).read_text(encoding="utf-8"))
        if not name.startswith(SHAPES)
    }
    assert wrong == set()  # the factory has its module as a value, and names nothing of it


def pretended(script: str, **asked: str) -> str:
    """What a program says that is started as the tests start it in such a run."""
    paths = os.pathsep.join((str(pretending.HERE), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | asked | {"PYTHONPATH": paths},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.strip()


STORES = """
import sqlite3, sys
from pathlib import Path
from careerdesk.data.library import PLAIN
from careerdesk.data.store import Store
from careerdesk.services import people
assert not issubclass(PLAIN.error, sqlite3.Error)
store = Store(Path(sys.argv[1]) if len(sys.argv) > 1 else Path({path!r}))
people.add(store, "Ana Ruiz")
try:
    store.read(lambda connection: connection.execute("SELECT nothing"))
except Exception as error:
    print(type(error).__name__, type(error.__cause__) is PLAIN.module.OperationalError)
store.close()
print(PLAIN.module.__name__)
"""


def test_a_run_over_another_library_reaches_what_the_tests_start(tmp_path: Path) -> None:
    script = STORES.format(path=str(tmp_path / "store.db"))
    said = pretended(script, CAREERDESK_TESTS_SQLITE="renamed")
    assert said.splitlines() == ["StoreError True", "othersqlite"]


WINDOWS = """
import os, signal, sys, time
from pathlib import Path
from careerdesk import system, paths, __main__
from careerdesk.data.store import Store
from careerdesk.ui.shell import running
for module, names in ((system.os, "fork mkfifo geteuid O_NONBLOCK"), (running.signal, "SIGHUP")):
    print([name for name in names.split() if hasattr(module, name)])
print(system.sys.platform, sys.platform, hasattr(os, "fork"), hasattr(signal, "SIGHUP"))
store = Store(Path({path!r}))
for refused in (lambda: system.move_aside(store.path, "aside", lambda _: None),
                lambda: os.link(store.path, store.path.with_name("b")),
                lambda: os.mkdir(store.path.with_name("nul"))):
    try:
        refused()
    except OSError as error:
        print(type(error).__name__)
store.close()
store.path.unlink()
"""


def test_a_run_on_windows_reaches_what_the_tests_start(tmp_path: Path) -> None:
    said = pretended(WINDOWS.format(path=str(tmp_path / "store.db")), CAREERDESK_TESTS_WINDOWS="1")
    assert said.splitlines() == [
        "[]", "[]", "win32 linux True True", *["PermissionError"] * 3
    ]  # fmt: skip
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(bool(pretending.what()), reason="this run pretends something")
def test_an_ordinary_run_pretends_nothing() -> None:
    script = "import sys; from careerdesk.data import library; print(library.PLAIN.module.__name__)"
    assert pretended(script) == "sqlite3"
    assert not [one for one in sys.meta_path if isinstance(one, pretending.Imports)]
