"""A walk that also types, deletes, opens menus, and meets a disk that does not always work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QMenu

from careerdesk.services import versions
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.holders import Finding, holder_of
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.text_source import source_of
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, DELETE_PERSON
from tests.robots.editors import editors, takes_words, words_of
from tests.robots.wandering import Wanderer, catch_up
from tests.robots.window import PeopleRobot

Way = tuple[str, Callable[[], object]]
TYPED = ("nights ", "4 dec", "12", "She leads", "\N{ROCKET} ", "x" * 90)
EDGES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_D)
NEVER = frozenset({
    "exportPrint", "importPeople", "quit",
})  # fmt: skip  # they ask the system, or end the program


class Rambler(Wanderer):
    """Does what a user could do next, whatever it is; writing and reading fail now and then."""

    def _ways(self) -> Sequence[Way]:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            return [*self._entries(menu), ("close the menu", menu.close)]
        if self.team.window.findChild(QDialog) is not None:
            return super()._ways()
        typing = self._typing()
        return [
            *super()._ways(), *typing, *typing, *self._buttons(), *self._keys(*EDGES),
            ("context menu", self._context_menu), ("pick a row", self._row),
            ("the disk is full for a while", self._on_a_full_disk),
            ("nothing can be read for a while", self._on_a_deaf_disk),
            *self._people_actions(),
        ]  # fmt: skip

    def _entries(self, menu: QMenu) -> list[Way]:
        acts = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        acts = [one for one in acts if one.menu() is None and one.objectName() not in NEVER]
        return [(f"menu: {one.text()}", self._choosing(menu, one.trigger)) for one in acts]

    def _choosing(self, menu: QMenu, trigger: Callable[[], object]) -> Callable[[], None]:
        def choose() -> None:
            menu.close()
            trigger()

        return choose

    def _typing(self) -> list[Way]:
        word = self._random.choice(TYPED)
        return [(f"type {word[:8]!r}", lambda: self._type(word))]

    def _type(self, word: str) -> None:
        field = QApplication.focusWidget()
        if not takes_words(field) or self._random.random() < 0.4:
            seen = list(editors(self.team.window, seen=True))
            field = self._random.choice(seen) if seen else None
        if field is None:
            return
        field.setFocus()
        for letter in word:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                if (target := QApplication.focusWidget()) is not None:
                    QApplication.sendEvent(target, QKeyEvent(kind, 0, none, letter))
        if self._random.random() < 0.3:
            self.press(self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab)))

    def _buttons(self) -> list[Way]:
        every = self.team.window.findChildren(QAbstractButton)
        seen = [one for one in every if one.isVisible() and one.isEnabled()]
        seen = [one for one in seen if one.objectName() not in NEVER]
        chosen = self._random.sample(seen, min(4, len(seen)))
        return [(f"press {one.objectName()}", one.click) for one in chosen]

    def _views(self) -> list[QAbstractItemView]:
        every = self.team.window.findChildren(QAbstractItemView)
        return [one for one in every if one.isVisible() and one.model() and one.model().rowCount()]

    def _row(self) -> None:
        if views := self._views():
            view = self._random.choice(views)
            self.team.go_to(view, self._random.randrange(view.model().rowCount()))

    def _context_menu(self) -> None:
        target = QApplication.focusWidget()
        if target is not None and not takes_words(target):  # a field's own menu waits for an answer
            at = QPoint(4, 4)
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(target, QContextMenuEvent(reason, at, target.mapToGlobal(at)))

    def _people_actions(self) -> list[Way]:
        if self._random.random() < 0.8:
            return []
        found = [self.team.window.actions_[name] for name in (DELETE_PERSON, ARCHIVE_PERSON)]
        return [(one.objectName(), one.trigger) for one in found if one.isEnabled()]

    def _on_a_full_disk(self) -> None:
        with full_disk(self.team.store):
            self._some_steps()
        self.team.window.ctx.autosaver.flush()

    def _on_a_deaf_disk(self) -> None:
        with deaf_disk(self.team.store):
            self._some_steps()
        self.team.window.ctx.autosaver.flush()

    def _some_steps(self) -> None:
        """A few things, each of which may fail; none of them fails on purpose again."""
        for _ in range(3):
            word, act = self._random.choice([
                *self._typing(), *self._buttons(), *self._actions(), *self._people(),
                *self._keys(*EDGES, Qt.Key.Key_Return, Qt.Key.Key_Escape),
            ])  # fmt: skip
            self.path.append(f"... {word}")
            act()
            catch_up()
            if isinstance(menu := QApplication.activePopupWidget(), QMenu):
                menu.close()


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """Let nothing be written meanwhile."""
    driver = store.writer()._connection
    driver.execute("PRAGMA query_only=ON")
    try:
        yield
    finally:
        driver.execute("PRAGMA query_only=OFF")


@contextmanager
def deaf_disk(store: Store) -> Iterator[None]:
    """Let some reads fail meanwhile."""
    reader = store._reader
    count = iter(range(10**9))
    reader.set_progress_handler(lambda: next(count) % 2, 1_000)
    try:
        yield
    finally:
        reader.set_progress_handler(None, 0)


def unsaved(team: PeopleRobot) -> list[str]:
    """The fields whose words are neither what is stored nor a draft."""
    window = team.window
    window.ctx.autosaver.flush()
    found = []
    for field in editors(window, seen=True):
        holder, ref = holder_of(field), source_of(field)
        if not isinstance(holder, SavedField) or not isinstance(ref, TextRef):
            continue
        stored = versions.current(team.store, ref).strip()
        kept = holder.owner is not None and window.ctx.drafts.holds(holder.owner)
        if words_of(field).strip() != stored and not kept:
            found.append(f"{field.objectName()}: {words_of(field)!r}, stored {stored!r}")
    return found


def nobodys(team: PeopleRobot) -> list[str]:
    """The fields that can be typed into although they would save for nobody."""
    seen = editors(team.window, seen=True)
    saved = [(one, holder_of(one)) for one in seen]
    return [
        one.objectName()
        for one, holder in saved
        if holder is not None and not isinstance(holder, Finding) and holder.owner is None
    ]


def names_one_person(team: PeopleRobot) -> bool:
    """Whether rail and page are about the same person."""
    window = team.window
    page = window.person_page.page
    if not window.on_person_page or page is None:
        return True
    there = window.rail.current_id
    filtered = bool(window.rail.filter.text())  # the row of the one who is shown may be left out
    return window.person_page.person_id == page.person_id and (
        there == page.person_id or (filtered and not there)
    )
