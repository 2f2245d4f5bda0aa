"""Signals that carry a value keep nobody alive, and reach nobody who is gone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.empty_state import EmptyState, StartCard
from careerdesk.ui.widgets.segmented import Segmented


class Speaker(QObject):
    """Says something of its own."""

    said = Signal(str, int)


class Listener(QObject):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def hear(self, words: str) -> None:
        """Note it."""
        self.heard.append(words)


@pytest.fixture
def speaker(qapp: QApplication) -> Speaker:
    return Speaker()


def test_the_value_arrives_whatever_the_signal_says(speaker: Speaker) -> None:
    listener = Listener()
    speaker.said.connect(carrying(listener.hear, "ours"))
    speaker.said.emit("its own", 1)
    assert listener.heard == ["ours"]


def test_anyone_who_listens_is_not_kept(speaker: Speaker) -> None:
    listener = Listener()
    left = weakref.ref(listener)
    speaker.said.connect(carrying(listener.hear, "ours"))
    del listener
    assert left() is None
    speaker.said.emit("to nobody", 1)


def test_what_qt_has_deleted_is_not_called(speaker: Speaker) -> None:
    listener = Listener()
    speaker.said.connect(carrying(listener.hear, "ours"))
    delete(listener)
    speaker.said.emit("to nobody", 1)
    assert listener.heard == []


def _segments(_theme: Theme) -> QWidget:
    return Segmented([(1, "One"), (2, "Two")], "How many", name="howMany")


def _steps(theme: Theme) -> QWidget:
    return EmptyState(
        theme, "Nothing yet", "Begin.", [StartCard("go", "plan", "1. Go", "Now", "Go")]
    )


def _banners(theme: Theme) -> QWidget:
    area = BannerArea(theme)
    area.show_banner("one", "warning", "Take care")
    return area


@pytest.mark.parametrize("make", [_segments, _steps, _banners])
def test_a_widget_with_buttons_is_freed_when_nobody_holds_it(
    qapp: QApplication, make: Callable[[Theme], QWidget]
) -> None:
    theme = Theme("light")
    left = weakref.ref(make(theme))
    gc.collect()  # a row and its parts know each other
    assert left() is None
