"""Pages that were shown or written leave nothing behind."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from careerdesk.documents.model import Document
from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.pictures import page_pictures
from careerdesk.documents.plan import plan_document
from careerdesk.documents.words import ENGLISH
from tests.unit.test_documents import PLAN, TODAY

KINDS = (QImage, QPdfWriter, QTextDocument)
MORE_MB = 20  # each preview kept 2.6 to 4 MB: 180 more of them half a gigabyte
ROOT = Path(__file__).resolve().parents[2]
MANY = """
from careerdesk.app import make_application
application = make_application()
from tests.unit.test_previews_released import a_plan, memory, page_pictures
for turn in range(200):
    page_pictures(a_plan(), 800)
    if turn == 19:
        before = memory()
print(memory() - before)
"""


def a_plan() -> Document:
    return plan_document(PLAN, TODAY, ENGLISH)


def memory() -> int:
    """What this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 // 2**20


def living() -> int:
    gc.collect()
    return sum(isinstance(one, KINDS) for one in gc.get_objects())


@pytest.mark.parametrize(
    "make",
    [lambda: page_pictures(a_plan(), 200), lambda: to_pdf(a_plan(), "A4")],
    ids=["preview", "pdf"],
)
def test_what_was_made_is_released(qapp: QApplication, make: Callable[[], object]) -> None:
    make()
    before = living()
    for _ in range(5):
        make()
    assert living() == before


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_two_hundred_previews_take_no_more_memory_than_twenty() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < MORE_MB
