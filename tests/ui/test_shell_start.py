"""The window comes first: what is not needed for it is not imported before there is data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from careerdesk.data.queries.discovery import bank
from careerdesk.data.store import Store
from careerdesk.services import demo, people
from tests.clocks import LIBRARY, WHY, clock_at
from tests.robots.stage import TODAY
from tests.stores import blank_store

LATER = (
    "sqlalchemy", "alembic", "csv", "PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "asyncio", "importlib.metadata", "markdown_it", "mdurl", "careerdesk.ui.plan.plan",
    "careerdesk.ui.discovery.discovery", "careerdesk.ui.checkins.check_ins", "careerdesk.documents",
    "careerdesk.ui.people.import_roster", "careerdesk.ui.people.person_panel",
    "careerdesk.ui.reviews", "careerdesk.domain.catalogue", "careerdesk.services.search",
    "careerdesk.domain.search", "careerdesk.ui.shell.palette", "careerdesk.ui.shell.palette_rows",
)  # fmt: skip

FOR_OLDER = "careerdesk.compat"  # what a newer Python has by itself
MOST_OURS, MOST_OF_OTHERS, MOST_IDLE = 212, 11, 34

PROGRAM = """
import json, sys
from pathlib import Path
from careerdesk import app
application = app.make_application()
store = app.open_store(Path(sys.argv[1]))
window = app.build_window(store, settings=app.user_settings(Path(sys.argv[2])))
def painted():
    print(json.dumps(sorted(sys.modules)), flush=True)
    application.quit()
window.first_data_painted.connect(painted)
window.show()
application.exec()
window.close()
store.close()
"""


EDITED = PROGRAM.replace(
    "def painted():",
    """def painted():
    from careerdesk.services import demo, people
    ana = people.everyone(store)[0]
    people.change(store, ana.id, team="Ocean")
    people.remove(store, ana.id)
    store.undo()
    store.warm()""",
)

CALLS = """
import sys
called = set()
def note(frame, event, _argument):
    code = frame.f_code
    if event == "call" and code.co_flags & 1 and not code.co_name.startswith("<"):
        called.add(code.co_filename)
sys.setprofile(note)
""" + PROGRAM.replace("json.dumps(sorted(sys.modules))", "json.dumps(sorted(called))")
# A function has the first flag set, the body of a module or a class has not.

WEARS_ICON = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from careerdesk import app

parts_of = app.parts_of

def watched(window, *given, **named):
    "The window is closed once it wears an icon."
    timer = QTimer(window)
    timer.timeout.connect(lambda: window.windowIcon().isNull() or window.close())
    timer.start(10)
    yield from parts_of(window, *given, **named)

app.parts_of = watched
print(app.run_window(Path(sys.argv[1]), settings_folder=Path(sys.argv[2])))
"""

FIRST_OF_ALL = """
import json, sqlite3, sys
from contextlib import closing
from pathlib import Path
from PySide6.QtCore import QTimer
from careerdesk import app
path = Path(sys.argv[1])
application = app.make_application()
early = []
def look():
    with closing(sqlite3.connect(path)) as file:
        filled = file.execute("SELECT count(*) FROM question").fetchone()[0]
    early.extend([] if filled else [name for name in sys.modules if name in sys.argv[3:]])
    if filled:
        application.activeWindow().close()
    else:
        QTimer.singleShot(10, look)
QTimer.singleShot(0, look)
app.run_window(path, settings_folder=Path(sys.argv[2]))
print(json.dumps(early))
"""

KINDS = PROGRAM.replace(
    "json.dumps(sorted(sys.modules))",
    "json.dumps([name for one in (QtCore, QtGui, QtWidgets) for name in vars(one)])",
).replace("import json, sys", "import json, sys\nfrom PySide6 import QtCore, QtGui, QtWidgets")
UNUSED = {
    "QFileDialog", "QGradient", "QGraphicsOpacityEffect", "QMdiArea", "QMessageBox", "QProcess",
    "QStandardPaths", "QTextDocument", "QWizard",
}  # fmt: skip

SHOWN = """
import json, os, sys
from pathlib import Path
from PySide6 import QtCore
from careerdesk import app
def first_part(*_window):
    print(json.dumps([name for name in vars(QtCore) if name == "Qt"]), flush=True)
    os._exit(0)
    yield
app.parts_of = first_part
app.run_window(Path(sys.argv[1]), settings_folder=Path(sys.argv[2]))
"""

BARE = """
import json, sys
from PySide6 import QtCore, QtGui, QtWidgets
print(json.dumps(sorted(sys.modules)))
"""

FRAME = """
import json, sys
from careerdesk import app
from careerdesk.ui.shell import main_window, running
print(json.dumps(sorted(sys.modules)))
"""

WHEN_SHOWN = """
import json, os, sys
from pathlib import Path
from careerdesk import app
def first_part(*_window):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)
    yield
app.parts_of = first_part
app.run_window(Path(sys.argv[1]), settings_folder=Path(sys.argv[2]))
"""


@pytest.fixture
def imported(tmp_path: Path) -> set[str]:
    """The modules of a program that has just painted its first data."""
    return run(PROGRAM, tmp_path)


def run(program: str, tmp_path: Path, *, new: bool = False, full: bool = False) -> set[str]:
    """The modules of a program over two people, the demo (*full*), or no store yet (*new*)."""
    path = tmp_path / "store.db"
    clock = clock_at(f"{TODAY} 13:42:00") if full else {}
    if not new:
        store = blank_store(path)
        if full:
            demo.fill(store, TODAY)
        else:
            people.add_many(store, ["Ana Ruiz", "Ben Okri"])
        store.close()
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(path), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "CAREERDESK_HOME": str(tmp_path), **clock},
    )
    assert found.returncode == 0, found.stderr
    assert found.stderr == ""
    return set(json.loads(found.stdout))


def test_edits_import_no_more_than_they_run(tmp_path: Path) -> None:
    edited = run(EDITED, tmp_path)
    assert {"careerdesk.data.writer", "careerdesk.data.trash"} <= edited
    assert edited & {"sqlalchemy", "alembic", "asyncio"} == set()


def test_the_first_start_of_all_fills_the_bank_behind_the_window(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    done = subprocess.run(
        [sys.executable, "-c", FIRST_OF_ALL, str(path), str(tmp_path), "sqlalchemy", "alembic"],
        capture_output=True, text=True, timeout=240, check=False, cwd=Path(__file__).parents[2],
        env={**os.environ, "CAREERDESK_HOME": str(tmp_path)},
    )  # fmt: skip
    assert (json.loads(done.stdout), done.stderr) == ([], "")
    store = Store(path)
    assert store.read(bank)
    store.close()


def test_the_window_wears_the_icon_of_the_program_where_it_is_not_installed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "store.db"
    blank_store(path).close()
    done = subprocess.run(
        [sys.executable, "-c", WEARS_ICON, str(path), str(tmp_path)],
        env={**os.environ, "CAREERDESK_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_nothing_is_imported_that_the_first_page_does_not_need(imported: set[str]) -> None:
    early = {name for name in LATER if name in imported}
    assert early == set()
    assert "careerdesk.ui.prepare.prepare" in imported


def test_a_start_imports_no_more_modules_than_it_did(imported: set[str], tmp_path: Path) -> None:
    """Each costs some 0.2 ms of every start: `docs/adr/0066-what-a-start-imports.md`.

    The others are those that a bare window of the same Python has not.
    """
    ours = {name for name in imported if name.startswith("careerdesk")}
    assert len(ours) <= MOST_OURS
    assert len(imported - ours - run(BARE, tmp_path / "bare", new=True)) <= MOST_OF_OTHERS


@pytest.mark.skipif(not LIBRARY, reason=WHY)
def test_hardly_a_module_is_imported_of_which_nothing_is_called(tmp_path: Path) -> None:
    """What only a click needs is imported by the click."""
    imported = run(PROGRAM, tmp_path / "imported", full=True)
    called = run(CALLS, tmp_path / "called", full=True)
    ours = {name: find_spec(name) for name in imported if name.startswith("careerdesk.")}
    files = {name: Path(spec.origin) for name, spec in ours.items() if spec and spec.origin}
    idle = [
        name
        for name, file in files.items()
        if str(file) not in called and "def " in file.read_text() and name != FOR_OLDER
    ]
    assert len(idle) <= MOST_IDLE, sorted(idle)


def test_the_first_start_of_all_imports_no_page_of_a_person(tmp_path: Path) -> None:
    imported = run(PROGRAM, tmp_path, new=True)
    assert "careerdesk.ui.people.first_start" in imported
    assert "careerdesk.ui.prepare.prepare" not in imported


def test_the_frame_is_shown_before_anything_of_a_page_is_imported() -> None:
    """What the window needs to be there at all; each page waits until it is."""
    found = subprocess.run(
        [sys.executable, "-c", FRAME], capture_output=True, text=True, timeout=240, check=True
    )
    ours = {name for name in json.loads(found.stdout) if name.startswith("careerdesk.")}
    assert "careerdesk.ui.base.page" not in ours
    assert "careerdesk.ui.theme.theme" not in ours
    assert len(ours) <= 46


def test_a_first_start_of_all_looks_for_no_backup_before_the_window_is_shown(
    tmp_path: Path,
) -> None:
    """Where there is no folder of backups, nothing is needed that could read one."""
    shown = run(WHEN_SHOWN, tmp_path, new=True)
    assert "careerdesk.services.backups" not in shown
    assert not [name for name in shown if name.startswith("careerdesk.ui.widgets")]


def test_the_enumerations_of_qt_are_made_when_the_window_is_shown_already(tmp_path: Path) -> None:
    """PySide6 makes all hundred of them when `Qt` is asked for first: 13 ms."""
    assert run(SHOWN, tmp_path) == set()


def test_the_binding_makes_no_class_that_the_first_page_does_not_use(tmp_path: Path) -> None:
    """Each is made when it is asked for first, with its enumerations: 0.2 to 2 ms.

    So it does with all kinds of widgets when one comes that Python has not met.
    """
    met = run(KINDS, tmp_path, full=True)
    assert met & UNUSED == set()
    assert "QListView" in met
