"""What is typed while the window still opens is done once it is open: nothing of it is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.services import people
from tests.e2e.screen import missing_tools, screen
from tests.stores import blank_store

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(bool(missing_tools()), reason="needs Xvfb, openbox and xdotool"),
]

ROOT = Path(__file__).parents[2]
TYPES_AHEAD = """
import subprocess, sys
from pathlib import Path
from careerdesk import app

parts_of = app.parts_of
window = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "^CareerDesk$"]

def typed_ahead(*given, **named):
    "The hand is faster than the window: it has the keyboard, and not one of its parts is there."
    subprocess.run([*window, "windowfocus", "--sync"], check=True)
    for words in sys.argv[3:]:
        subprocess.run(["xdotool", *words.split("|")], check=True)
    yield from parts_of(*given, **named)

app.parts_of = typed_ahead
app.run_window(Path(sys.argv[1]), settings_folder=Path(sys.argv[2]))
"""


def type_ahead(tmp_path: Path, *words: str) -> tuple[list[str], str]:
    """Who is in the store once *words* are typed and the window is closed; what went wrong."""
    path = tmp_path / "store.db"
    store = blank_store(path)
    people.add_many(store, ["Ana Ruiz", "Zoltan Okri"])
    store.close()
    with screen() as environment:
        done = subprocess.run(
            [sys.executable, "-c", TYPES_AHEAD, str(path), str(tmp_path), *words],
            capture_output=True, text=True, timeout=300, check=False, cwd=ROOT,
            env={**os.environ, **environment, "CAREERDESK_HOME": str(tmp_path)},
        )  # fmt: skip
    store = Store(path)
    names = [person.name for person in people.everyone(store)]
    store.close()
    return names, done.stderr


def test_a_name_that_is_typed_before_the_window_is_open_is_added(tmp_path: Path) -> None:
    words = ("key|ctrl+n", "type|Zoe Quick", "key|Return", "key|ctrl+q")
    assert type_ahead(tmp_path, *words) == (["Ana Ruiz", "Zoltan Okri", "Zoe Quick"], "")


def test_esc_before_the_window_is_open_does_no_harm(tmp_path: Path) -> None:
    assert type_ahead(tmp_path, "key|Escape", "key|ctrl+q") == (["Ana Ruiz", "Zoltan Okri"], "")
    assert not list(tmp_path.rglob("crash-report.txt"))
