"""Keys of commands: on Windows none is one by which letters are typed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from careerdesk.ui.base import keys
from careerdesk.ui.shell.actions import Actions
from careerdesk.ui.shell.shortcuts import Shortcuts
from careerdesk.ui.widgets.labels import Heading
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.robots.stage import Stage

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def commands(stage: Stage) -> list[QAction]:
    """Those of the menus and of an editor, as they are made now."""
    editor = stage.put(NoteEditor(stage.ctx.theme, "note"))
    return [*Actions(stage.window).all(), *editor.actions()]


def by_altgr(sequence: QKeySequence) -> bool:
    pressed = [sequence[place] for place in range(sequence.count())]
    return any(key.keyboardModifiers() & BOTH == BOTH for key in pressed)


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_no_command_takes_the_keys_of_a_letter_on_windows(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(keys, "sys", SimpleNamespace(platform=system))
    taken = [one.text() for one in commands(stage) if by_altgr(one.shortcut())]
    assert taken == ([] if system == "win32" else ["Earlier versions of this text", "Heading"])


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_no_two_commands_have_the_same_keys(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(keys, "sys", SimpleNamespace(platform=system))
    taken = [one.shortcut().toString() for one in commands(stage)]
    pressed = [one for one in taken if one]
    assert len(pressed) == len(set(pressed))


def test_the_list_of_keys_tells_those_of_this_system(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "sys", SimpleNamespace(platform="win32"))
    shown = {label.text() for label in stage.put(Shortcuts()).findChildren(QLabel)}
    assert not {words for words in shown if "Ctrl+Alt" in words}
    assert {"Alt+Shift+Z", "Alt+Shift+1"} <= shown
    assert "Save the line, and go to the next person" in shown


@pytest.mark.parametrize(("width", "beside"), [(1047, True), (560, False)])
def test_the_list_of_keys_stands_in_two_columns_where_there_is_room(
    stage: Stage, width: int, beside: bool
) -> None:
    page = stage.put(Shortcuts())
    stage.window.resize(width, 619)
    page.resize(width, 619)
    QApplication.processEvents()
    heads = {
        one.text(): one.mapTo(page, one.rect().topLeft()) for one in page.findChildren(Heading)
    }
    first, last = heads["File"], heads["In Close the week"]
    assert (first.x() < last.x()) is beside
    assert page.area.horizontalScrollBar().maximum() == 0
