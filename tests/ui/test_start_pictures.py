"""What is seen of a start: an empty frame, then the window without a page, then the whole page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, qGray

from careerdesk.services import demo
from careerdesk.ui.base import names
from tests.clocks import LIBRARY, WHY, clock_at
from tests.robots.stage import TODAY
from tests.stores import blank_store

pytestmark = pytest.mark.skipif(not LIBRARY, reason=WHY)

ROOT = Path(__file__).resolve().parents[2]
WATCHED = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPushButton
from careerdesk import app
from careerdesk.ui.base import names

path, folder = map(Path, sys.argv[1:3])
application = app.make_application()
pictures = []

def look():
    "After each round of the loop: what is on the screen, if it is another picture."
    window = next((one for one in application.topLevelWidgets() if one.isVisible()), None)
    if window is None:
        return
    picture = application.primaryScreen().grabWindow(window.winId()).toImage()
    if not picture.isNull() and (not pictures or pictures[-1] != picture):
        pictures.append(picture)
    if window.is_complete and window.findChild(QPushButton, names.BACKUP_STATE):
        tell(window)  # that is the last thing a start does

def tell(window):
    pulse.stop()
    for number, picture in enumerate(pictures):
        picture.save(str(folder / f"{number:03}.png"))
    places = {"page": window.content, "line": window.status}
    found = {name: [*one.mapTo(window, one.rect().topLeft()).toTuple(), *one.size().toTuple()]
             for name, one in places.items()}
    print(json.dumps({"people": painted.rows, **found}))
    window.close()

class Painted(QObject):
    "How many rows of people were painted at a time."

    rows = []

    def eventFilter(self, watched, event):
        view = watched.parent()
        if (event.type() == QEvent.Type.Paint and watched.objectName() == "qt_scrollarea_viewport"
                and view.objectName() == names.PEOPLE_LIST and view.model().rowCount()):
            indexes = (view.model().index(n, 0) for n in range(view.model().rowCount()))
            self.rows.append(sum(view.visualRect(at).intersects(event.rect()) for at in indexes))
        return False

painted = Painted()
application.installEventFilter(painted)
pulse = QTimer(interval=0)
pulse.timeout.connect(look)
pulse.start()
app.run_window(path, settings_folder=folder)
"""


@dataclass
class Start:
    """The pictures of a start, each unlike the one before, and where the parts stand in them."""

    pictures: list[QImage]
    people: list[int]  # how many rows were painted at a time
    page: QRect
    line: QRect

    def has_page(self, picture: QImage) -> bool:
        """Whether anything is drawn in the place of the page."""
        return len(rows_of(picture.copy(self.page))) > 1

    def elsewhere(self, one: QImage, two: QImage) -> bool:
        """Whether two pictures differ outside the status line."""
        above = QRect(0, 0, one.width(), self.line.top())
        return one.copy(above) != two.copy(above)


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    store = blank_store(path)
    demo.fill(store, TODAY)
    store.close()
    return path


def watched(file: Path, folder: Path, settings: str) -> Start:
    """Start the program over the demo with a line of its settings, and look on until it is done."""
    store = folder / "store.db"
    store.write_bytes(file.read_bytes())
    (folder / "careerdesk.ini").write_text(settings)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(store), str(folder)],
        cwd=ROOT, env=os.environ | {"CAREERDESK_HOME": str(folder)} | clock_at(f"{TODAY} 13:42:00"),
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    pictures = [QImage(str(one)) for one in sorted(folder.glob("*.png"))]
    return Start(pictures, found["people"], QRect(*found["page"]), QRect(*found["line"]))


def rows_of(picture: QImage) -> set[bytes]:
    """The different rows of a picture: a plain one has a single one."""
    return {bytes(picture.constScanLine(y)) for y in range(picture.height())}


@pytest.mark.parametrize("place", ["", names.TODAY_VIEW, names.REVIEWS_VIEW])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_comes_whole_and_nothing_moves_afterwards(
    demo_file: Path, tmp_path: Path, theme: str, place: str
) -> None:
    start = watched(demo_file, tmp_path, f"[General]\ntheme={theme}\n[place]\npage={place}\n")
    made = [start.has_page(picture) for picture in start.pictures]
    assert made == sorted(made), "a page went away again"
    whole = start.pictures[made.index(True) :]
    for one, two in pairwise(whole):
        assert not start.elsewhere(one, two)


def test_the_people_are_painted_once_before_the_first_page(demo_file: Path, tmp_path: Path) -> None:
    start = watched(demo_file, tmp_path, "[General]\ntheme=light\n")
    assert start.people[0] > 1
    assert [many for many in start.people if many > 1] == start.people[:1]


@pytest.mark.parametrize("place", ["", names.TODAY_VIEW, names.REVIEWS_VIEW])
def test_what_is_open_is_marked_before_its_page_comes(
    demo_file: Path, tmp_path: Path, place: str
) -> None:
    start = watched(demo_file, tmp_path, f"[General]\ntheme=light\n[place]\npage={place}\n")
    beside = QRect(0, 0, start.page.left(), start.line.top())
    filled = [one.copy(beside) for one in start.pictures if len(rows_of(one.copy(beside))) > 1]
    assert {bytes(one.constBits()) for one in filled} == {bytes(filled[-1].constBits())}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_thing_seen_is_as_light_or_dark_as_the_rest(
    demo_file: Path, tmp_path: Path, theme: str
) -> None:
    start = watched(demo_file, tmp_path, f"[General]\ntheme={theme}\n")
    first, last = start.pictures[0], start.pictures[-1]
    assert len(rows_of(first)) == 1, "the frame is empty"
    assert abs(qGray(first.pixel(4, 4)) - qGray(last.pixel(4, 4))) < 16
    assert (qGray(first.pixel(4, 4)) < 128) == (theme == "dark")
