"""The window comes first: what is not needed for it is not imported before there is data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.services import people
from tests.stores import blank_store

LATER = (
    "sqlalchemy", "alembic", "csv", "PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "asyncio", "importlib.metadata", "markdown_it", "mdurl", "careerdesk.ui.plan.plan",
    "careerdesk.ui.discovery.discovery", "careerdesk.ui.checkins.check_ins", "careerdesk.documents",
    "careerdesk.ui.people.import_roster", "careerdesk.ui.people.person_panel",
    "careerdesk.ui.reviews", "careerdesk.domain.catalogue", "careerdesk.services.search",
    "careerdesk.domain.search", "careerdesk.ui.shell.palette", "careerdesk.ui.shell.palette_rows",
)  # fmt: skip

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
    from careerdesk.services import people
    ana = people.everyone(store)[0]
    people.change(store, ana.id, team="Ocean")
    people.remove(store, ana.id)
    store.undo()
    store.warm()""",
)

FRAME = """
import json, sys
from careerdesk import app
from careerdesk.ui.shell import main_window, running
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture
def imported(tmp_path: Path) -> set[str]:
    """The modules of a program that has just painted its first data."""
    return run(PROGRAM, tmp_path)


def run(program: str, tmp_path: Path) -> set[str]:
    """The modules of a program in a window over two people."""
    path = tmp_path / "store.db"
    store = blank_store(path)
    people.add_many(store, ["Ana Ruiz", "Ben Okri"])
    store.close()
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(path), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "CAREERDESK_HOME": str(tmp_path)},
    )
    assert found.returncode == 0, found.stderr
    assert found.stderr == ""
    return set(json.loads(found.stdout))


def test_edits_import_no_more_than_they_run(tmp_path: Path) -> None:
    edited = run(EDITED, tmp_path)
    assert {"careerdesk.data.writer", "careerdesk.data.trash"} <= edited
    assert edited & {"sqlalchemy", "alembic", "asyncio"} == set()


def test_nothing_is_imported_that_the_first_page_does_not_need(imported: set[str]) -> None:
    early = {name for name in LATER if name in imported}
    assert early == set()
    assert "careerdesk.ui.prepare.prepare" in imported


def test_the_frame_is_shown_before_anything_of_a_page_is_imported() -> None:
    """What the window needs to be there at all; each page waits until it is."""
    found = subprocess.run(
        [sys.executable, "-c", FRAME], capture_output=True, text=True, timeout=240, check=True
    )
    ours = {name for name in json.loads(found.stdout) if name.startswith("careerdesk.")}
    assert "careerdesk.ui.base.page" not in ours
    assert "careerdesk.ui.theme.theme" not in ours
    assert len(ours) <= 45
