"""A walk over every place of the window, with texts that name what must not be fetched.

Run by `test_network.py` below strace, as a test of its own: what is opened is looked at there.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import PersonBuilder
from tests.faults.hostile import LURE, line, page
from tests.robots.editors import editors, words_of
from tests.robots.everywhere import PAGES, TABS, fill, walk
from tests.robots.window import PeopleRobot
from tests.stores import blank_store


def rich(lures: Path) -> QMimeData:
    """What a browser puts onto the clipboard."""
    mime = QMimeData()
    mime.setText("plain words")
    mime.setHtml(page(lures))
    mime.setUrls([QUrl.fromLocalFile(str(lures / f"{LURE}.png"))])
    mime.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    return mime


def test_every_place_shows_texts_and_fetches_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    lures = Path(os.environ["LURES"])
    store = blank_store(tmp_path / "store.db")
    ana = PersonBuilder(store, "Ana Ruiz")
    fill(ana, line(lures))
    ana.with_checkin(2, shared_notes=page(lures), private_notes=page(lures))
    ana.with_note(page(lures), page(lures), days_ago=1)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.choose("Ana Ruiz")
    seen = set()
    for place in walk(robot):
        QApplication.processEvents()
        seen.add(place)
    assert len(seen) > 50
    pasted = set()
    for place in (*TABS, *PAGES):
        robot.window.rail.select(ana.id)
        robot.act(place)
        for field in list(editors(robot.window, seen=True)):
            if field.objectName() in pasted:
                continue
            pasted.add(field.objectName())
            QApplication.clipboard().setMimeData(rich(lures))
            field.setFocus()
            field.selectAll()
            field.paste()
            QApplication.processEvents()
            assert "<img" not in words_of(field) or isinstance(field, QLineEdit), field.objectName()
    assert len(pasted) > 10
    QApplication.clipboard().clear()
    robot.window.ctx.autosaver.flush()
    robot.window.close()
    store.close()
