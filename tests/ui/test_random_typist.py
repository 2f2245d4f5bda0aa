"""Someone who types at random: nothing that was on the disk for two seconds is out of reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import CheckIn, DiscoveryNote, PlanItem
from careerdesk.services import versions
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.builders import a_person
from tests.robots.window import PeopleRobot
from tests.seeds import examples, seeds
from tests.stores import blank_file

WORDS = ("nights", "rota", "She leads.", "Töne", "\N{ROCKET}", "two", "ask Finance", "so")
STEPS = examples(40, 45)  # few walks, but long ones: the window alone takes as long as 16
PAUSE = 3.0
END = QTextCursor.MoveOperation.End
LEFT = QTextCursor.MoveOperation.Left
KEEP = QTextCursor.MoveMode.KeepAnchor


class Seconds:
    """Time that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Typist:
    """Two notes of an earlier check-in, an answer and the note on a goal, written at random."""

    def __init__(self, qtbot: QtBot, folder: Path, seed: int) -> None:
        self.seconds = Seconds()
        made = Store(blank_file(folder / "store.db"))
        ana = a_person(made, "Ana Ruiz").with_goals("Loads by six").with_note("Words", "Hm")
        ana.with_checkin(3, shared_notes="Well.")
        self.refs = {
            "earlierShared": TextRef(CheckIn, ana.check_ins[0].id, "shared_notes"),
            "earlierPrivate": TextRef(CheckIn, ana.check_ins[0].id, "private_notes"),
            names.NOTE_THEIR_WORDS: TextRef(DiscoveryNote, ana.notes[0].id, "their_words"),
            names.ITEM_PRIVATE_NOTE: TextRef(PlanItem, ana.goals[0].id, "private_note"),
        }
        self.goal = ana.goals[0].id
        made.close()
        self.store = Store(made.path, monotonic=self.seconds)  # with nothing to undo yet
        self.team = PeopleRobot(qtbot, self.store, folder)
        self.team.choose("Ana Ruiz")
        self.random = Random(seed)
        self.on_disk: set[tuple[TextRef, str]] = set()
        self.place = ""
        self.go_to_check_in()

    # Where it is typed

    def go_to_check_in(self) -> None:
        self.team.act(names.GO_CHECK_INS)
        if not any(one.isVisible() for one in self.editors("earlierShared")):
            self.open_first(names.CHECK_IN_HISTORY)
        self.place = "talk"

    def go_to_answer(self) -> None:
        self.team.act(names.GO_DISCOVERY)
        if not any(one.isVisible() for one in self.editors(names.NOTE_THEIR_WORDS)):
            self.open_first(names.NOTES_HISTORY)
        self.place = "answer"

    def go_to_goal(self) -> None:
        self.team.act(names.GO_PLAN)
        page = self.team.window.person_page.page
        assert isinstance(page, PlanPage)
        page.open_item(self.goal)
        self.place = "goal"

    def open_first(self, name: str) -> None:
        view = self.team.find(QAbstractItemView, name)
        self.team.go_to(view, 0)
        self.team.press(view, Qt.Key.Key_Return)

    def editors(self, name: str) -> list[NoteEditor]:
        return self.team.window.findChildren(NoteEditor, name)

    def editor(self) -> NoteEditor:
        """One of the editors that can be seen; the check-in has two of them."""
        seen = [one for name in self.refs for one in self.editors(name) if one.isVisible()]
        if not seen:  # undo has led to another page
            self.go_to_check_in()
            return self.editor()
        chosen = self.random.choice(seen)
        chosen.setFocus()
        return chosen

    # What is done

    def type(self) -> None:
        editor = self.editor()
        self.move(editor)
        for letter in self.random.choice(WORDS) + self.random.choice((" ", "", ". ")):
            editor.textCursor().insertText(letter)
            self.seconds.now += 0.1

    def enter(self) -> None:
        self.team.press(self.editor(), Qt.Key.Key_Return)

    def paste(self) -> None:
        editor = self.editor()
        self.move(editor)
        data = QMimeData()
        data.setText(" ".join(self.random.choices(WORDS, k=12)))
        editor.insertFromMimeData(data)

    def cut(self) -> None:
        editor = self.editor()
        cursor = editor.textCursor()
        cursor.movePosition(END)
        cursor.movePosition(LEFT, KEEP, self.random.randint(1, 60))
        cursor.removeSelectedText()

    def type_over(self) -> None:
        editor = self.editor()
        editor.selectAll()
        editor.textCursor().insertText("N")

    def pause(self) -> None:
        """Two seconds and more: what was typed is on the disk by then."""
        self.team.window.ctx.autosaver.flush()
        self.seconds.now += PAUSE
        for ref in self.refs.values():
            self.on_disk.add((ref, versions.current(self.store, ref)))

    def undo(self) -> None:
        self.travel(names.UNDO)

    def redo(self) -> None:
        self.travel(names.REDO)

    def travel(self, name: str) -> None:
        if self.team.window.actions_[name].isEnabled():
            self.team.act(name)

    def move(self, editor: NoteEditor) -> None:
        cursor = editor.textCursor()
        cursor.movePosition(END)
        cursor.movePosition(
            LEFT, QTextCursor.MoveMode.MoveAnchor, self.random.choice((0, 0, 5, 40))
        )
        editor.setTextCursor(cursor)

    def ways(self) -> list[Callable[[], None]]:
        often = [self.type] * 6 + [self.pause] * 4 + [self.undo] * 3 + [self.redo] * 2
        rare = [self.enter, self.paste, self.cut, self.type_over]
        return [*often, *rare, self.go_to_check_in, self.go_to_answer, self.go_to_goal]

    def work(self) -> None:
        for _ in range(STEPS):
            self.random.choice(self.ways())()
            QApplication.processEvents()
        self.pause()

    # What can be had back

    def within_reach(self) -> dict[TextRef, list[str]]:
        """All that each text says at some step of undo or redo, or said in a version of it."""
        found = {ref: [one.text for one in versions.earlier(self.store, ref)]
                 for ref in self.refs.values()}  # fmt: skip
        self.note(found)
        for step in (self.store.redo, self.store.undo):
            while step() is not None:
                self.note(found)
        return found

    def note(self, found: dict[TextRef, list[str]]) -> None:
        for ref, texts in found.items():
            texts.append(versions.current(self.store, ref))


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path, seed: int) -> Iterator[Typist]:
    made = Typist(qtbot, tmp_path, seed)
    yield made
    made.team.window.close()
    made.store.close()


@pytest.mark.whole
@pytest.mark.parametrize("seed", seeds(10))
def test_nothing_that_was_on_the_disk_is_beyond_undo_and_versions(typist: Typist) -> None:
    typist.work()
    found = typist.within_reach()
    beyond = [(ref.field, text) for ref, text in typist.on_disk
              if text.strip() and not any(one.startswith(text) for one in found[ref])]  # fmt: skip
    assert beyond == []


@pytest.mark.whole
@pytest.mark.parametrize("seed", seeds(2, 100))
def test_what_stands_in_an_editor_is_what_is_stored(typist: Typist) -> None:
    typist.work()
    for name, ref in typist.refs.items():
        for editor in typist.editors(name):
            if editor.isVisible():
                assert editor.text().strip() == versions.current(typist.store, ref).strip()
