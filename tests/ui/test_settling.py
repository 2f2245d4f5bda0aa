"""A page that is shown finds its sizes first, and is painted once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.ui.base.settling import settle, settled_once
from tests.robots.painted import Painted


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that is shown, with a page that is not yet."""
    window = QWidget()
    QWidget(window, objectName="page").hide()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    return window


def test_what_is_shown_is_painted_once(window: QWidget) -> None:
    page = window.findChild(QWidget, "page")
    painted = Painted(page)
    page.show()
    page.resize(90, 40)
    settle()
    window.repaint()  # as the window does when its turn comes
    QApplication.processEvents()
    assert painted.times == 1


def test_so_is_what_several_settle(window: QWidget) -> None:
    page = window.findChild(QWidget, "page")
    painted = Painted(page)
    with settled_once():
        page.show()
        settle()
        page.resize(90, 40)
    window.repaint()
    QApplication.processEvents()
    assert painted.times == 1
