"""P11 and P22: from a key to its glyph, and from a text to the disk, in the window itself."""

from __future__ import annotations

import re
import tempfile
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Result, elapsed_ms, interleaved, percentile
from benchmarks.stores import SHARED, WORDS, copy_of
from benchmarks.windows import Painted, shown
from careerdesk.app import make_application, open_store
from careerdesk.data.library import PLAIN
from careerdesk.domain.clock import SystemClock
from careerdesk.services import checkins, people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.counting import Statements

LENGTH = 5_000
GLYPH_MS = 8
COMMITS = 2.0
FROM = re.compile(r'\bFROM "?(\w+)')
WRITTEN = {"check_in", "text_version", "journal", "pending_words"}
"""The note, its earlier versions, what undoes it, and what the index of words has of it."""
SAVE_EVERY = 10  # keys: what is typed for two seconds is on the disk
SAVES = 15  # a turn, as one takes half a millisecond, and a disk may be busy with something else


def bench(wanted: set[str], turns: int) -> list[Result]:
    """Type into the notes of a running check-in of the heavy store."""
    results = _typing(turns) if "P11" in wanted else []
    return [*results, _reads()] if "P22" in wanted else results


def _reads() -> Result:
    """What the saves of a text ask the file that is no part of writing it, at most."""
    with tempfile.TemporaryDirectory() as name:
        folder, statements = Path(name), Statements()
        make_application()
        with closing(Store(copy_of("typical", folder), library=statements.library)) as store:
            typing = Typing(store, folder)
            typing.save_ms()  # the first of a session notes that, and keeps an earlier version
            before = len(statements.asked)
            typing.save_ms()
            asked = statements.asked[before:]
            typing.window.close()
    tables = [found for sql in asked for found in FROM.findall(sql)]
    besides = [table for table in tables if table not in WRITTEN]
    note = ", ".join(besides) or f"{len(asked)} statements"
    return Result("P22", "reads of an autosave besides the write", "", len(besides), 0, note=note)


def _typing(turns: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_application()
        with closing(open_store(copy_of("heavy", folder))) as store:
            typing = Typing(store, folder)
            try:
                keys = [typing.key_ms(number) for number in range(40 * turns)]
                glyph = percentile(keys, 0.99)
                low, high = _saving(typing, store.path, turns * SAVES)
            finally:
                typing.window.close()
    return [
        Result("P11", "key to glyph, p99", "ms", glyph, GLYPH_MS, turns=len(keys)),
        Result("P11", "text to disk, after the pause", "ms", high, COMMITS, low, turns * SAVES),
    ]


class Typing:
    """A window with a running check-in, and fingers on its shared notes."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Start a check-in with the first person, whose notes are long already."""
        now = SystemClock().now()
        person = people.everyone(store)[0]
        check_in = checkins.start(store, person.id, now)
        text = " ".join(WORDS * 20)[:LENGTH]
        lines = "\n".join(text[start : start + 400] for start in range(0, LENGTH, 400))
        checkins.write(store, check_in.id, shared_notes=lines)
        self._committed_ns = 0
        store.subscribe(self._note_commit)  # before the window: it hears of it first
        self.window = shown(store, folder)
        self.window.open_person(person.id, "check-ins")
        self.editor = _editor(self.window)
        self.editor.setFocus()
        self._painted = Painted(self.editor.viewport())
        QApplication.processEvents()

    def _note_commit(self, _changes: object) -> None:
        self._committed_ns = time.perf_counter_ns()

    def key_ms(self, number: int) -> float:
        """Press a key; the time until the text with it is on the screen."""
        return self._painted.ms_until(lambda: self._press(number))

    def _press(self, number: int) -> None:
        QTest.keyClick(self.editor, Qt.Key.Key_Space if number % 6 == 0 else Qt.Key.Key_E)
        if number % SAVE_EVERY == 0:
            self.window.ctx.autosaver.flush()  # the worst moment for it: before the paint

    def save_ms(self) -> float:
        """Press a key and let the pause be over; the time until its text is committed."""
        QTest.keyClick(self.editor, Qt.Key.Key_E)
        QApplication.processEvents()
        begin = time.perf_counter_ns()
        self.window.ctx.autosaver.flush()
        return (self._committed_ns - begin) / 1e6


def _editor(window: MainWindow) -> NoteEditor:
    editor = window.findChild(NoteEditor, names.CHECK_IN_SHARED)
    if editor is None or len(editor.text()) < LENGTH - SHARED:
        raise RuntimeError("the running talk is not on the page")
    return editor


def _saving(typing: Typing, path: Path, turns: int) -> tuple[float, float]:
    """Saving from the editor, against one UPDATE and a full commit."""
    other = path.with_name("bare.db")
    other.write_bytes(path.read_bytes())
    with closing(PLAIN.connect(other)) as connection:
        key = connection.execute("SELECT max(id) FROM check_in").fetchone()[0]
        text = typing.editor.text()

        def commit() -> None:
            values = (f"{text}{time.monotonic()}", key)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE check_in SET shared_notes = ? WHERE id = ?", values)
            connection.execute("COMMIT")

        return interleaved(lambda: elapsed_ms(commit), typing.save_ms, turns)
