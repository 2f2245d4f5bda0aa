"""Whether what is typed reaches the store, said where it is seen; a copy where it does not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from careerdesk.domain.errors import UserError
from careerdesk.i18n import fill, tr
from careerdesk.services.store import Changes, Standing
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import clear_problem, sentence
from careerdesk.ui.shell.folder_notices import tell_folder

if TYPE_CHECKING:
    from careerdesk.ui.base.notices import Action
    from careerdesk.ui.shell.shell import Shell

LOOK_MS = 3_000  # whether the file is where it was; a look costs some microseconds
MORE_ROOM = 1 << 20  # bytes; less comes and goes by itself
_OF_THE_FILE = (names.REFUSED, names.DISK_FULL, names.NOT_READ)
SAVE_A_COPY, CLOSE_ANYWAY = range(2)


class Saving(QObject):
    """Tells in the status line and in banners what becomes of what is typed.

    It looks every few seconds whether the file of the store is still there. Where nothing can be
    saved it offers a copy, which the window goes on with.
    """

    def __init__(self, window: Shell, parent: QObject) -> None:
        """Watch the store of *window* from now on."""
        super().__init__(parent)
        self._window = window
        self._ctx = window.ctx
        self._seen = Standing.THERE
        self._room: int | None = None  # on a full disk
        self._ctx.autosaver.saved.connect(self._saved)
        self._ctx.autosaver.failed.connect(self._not_saved)
        self._ctx.bridge.changed.connect(self._stored)
        window.first_data_painted.connect(self._look_for_older)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)

    @Slot()
    def look(self) -> None:
        """See whether the file is where it was, and say it if that has changed."""
        self._look_for_room()
        standing = self._ctx.store.look()
        if standing is self._seen:
            return
        self._seen = standing
        if standing is Standing.THERE:
            self._tell_there()
        else:
            self._tell_gone()

    def _look_for_room(self) -> None:
        """What could not be done on a full disk is said no longer once there is more room on it.

        More than before: large work may be refused where there is some.
        """
        if self._window.banners.banner(names.DISK_FULL) is None:
            self._room = None
            return
        room = self._ctx.store.room
        if self._room is None:
            self._room = room
        elif room >= self._room + MORE_ROOM:
            self._ctx.notices.clear_banner(names.DISK_FULL)

    def _tell_gone(self) -> None:
        self._window.status.show_gone()
        self._ctx.notices.clear_banner(names.UNSAVED)
        words = {
            Standing.GONE: tr(
                "{path} is missing. It was moved or deleted, or its disk was removed. "
                "Nothing will be saved until the file is back, but any text you type "
                "will remain on the page."
            ),
            Standing.REPLACED: tr(
                "{path} was replaced while it was open. CareerDesk won't touch the new "
                "file, so nothing will be saved, but any text you type will remain on "
                "the page."
            ),
        }[self._seen]
        self._ctx.notices.banner(
            names.GONE, "danger", fill(words, path=self._ctx.store.path), [self._copy_action()]
        )

    def _tell_there(self) -> None:
        self._show_saving()
        self._ctx.notices.clear_banner(names.GONE)
        self._ctx.bridge.doubt()  # another program may have written into it meanwhile
        if self._ctx.autosaver.flush():
            self._ctx.notices.toast(
                tr("The file is available again, and everything has been saved to it.")
            )

    def _show_saving(self) -> None:
        """Nothing is in the way any more; what waits says itself when it is saved."""
        if self._ctx.store.read_only:
            self._window.status.show_read_only()
        else:
            self._window.status.show_all_saved()

    @Slot(object)
    def _stored(self, changes: Changes) -> None:
        if changes.unsure:
            return
        for key in _OF_THE_FILE:
            self._ctx.notices.clear_banner(key)
        if not self._ctx.autosaver.pending:
            self._window.status.show_saved(self._ctx.clock.now())

    @Slot()
    def _saved(self) -> None:
        for over in (names.UNSAVED, *_OF_THE_FILE):
            self._ctx.notices.clear_banner(over)
        if self._seen is Standing.THERE:
            self._window.status.show_saved(self._ctx.clock.now())

    @Slot(str)
    def _not_saved(self, why: str) -> None:
        self.look()
        if self._seen is not Standing.THERE:
            self._window.status.show_gone()
            return
        self._window.status.show_unsaved()
        self._ctx.notices.clear_banner(names.DISK_FULL)  # the next one says it too
        retry = (tr("Try again"), self._ctx.autosaver.flush)
        self._ctx.notices.banner(
            names.UNSAVED,
            "danger",
            tr(
                "Not saved: {why} Your text is still here, and CareerDesk will keep trying.",
                why=why,
            ),
            [retry, self._copy_action()],
        )

    def tell_how_it_was_opened(self) -> None:
        """Say what is unusual with the file from the start."""
        store, notices = self._ctx.store, self._ctx.notices
        if store.read_only:
            self._window.status.show_read_only()
            words = tr("{path} can be read but not written to. Nothing you type will be saved.")
            text = fill(words, path=store.path)
            notices.banner(names.READ_ONLY, "warning", text, [self._copy_action()])
        if store.set_aside is not None:
            words = tr(
                "A log file from a different version of {path} was found next to it, "
                "perhaps left over from restoring a copy. The log file was renamed to "
                "{name}. What you see here comes from the data file only."
            )
            text = fill(words, path=store.path, name=store.set_aside.name)
            notices.banner(names.SET_ASIDE, "warning", text)
        tell_folder(self._ctx)

    @Slot()
    def _look_for_older(self) -> None:
        """See whether the file holds what this computer saw of it last; nobody waits for that."""
        from careerdesk.ui.shell.seen_sessions import SeenSessions

        SeenSessions(self._window, self)

    def save_now(self) -> None:
        """Write what waits and say that all is saved; what cannot be written says so itself."""
        standing, read_only = self._ctx.store.look(), self._ctx.store.read_only
        if self._ctx.autosaver.flush() and standing is Standing.THERE and not read_only:
            self._ctx.notices.toast(tr("Everything is saved"))

    def _copy_action(self) -> Action:
        return tr("Save a copy…"), self.save_copy

    def save_copy(self) -> bool:
        """Ask where, copy all that can be read there, and go on there; tells if all is saved.

        What is typed and not stored yet is stored in the copy.
        """
        store = self._ctx.store
        title, pattern = tr("Save a copy and switch to it"), tr("CareerDesk file (*.db)")
        path = self._ctx.dialogs.save_path_as(
            title, str(self._suggested()), pattern, store.path.suffix or ".db"
        )
        if path is None:
            return False
        before = store.path
        try:
            self._go_on_in(path)
        except UserError as error:
            self._ctx.notices.banner(names.PROBLEM, "warning", sentence(error))
            return False
        self._tell_moved(before)
        return self._ctx.autosaver.flush()

    def _suggested(self) -> Path:
        """Where the store was, if nothing is there and its disk is: else among the documents."""
        store = self._ctx.store
        if self._seen is Standing.GONE and store.disk_is_there:
            return store.path
        from PySide6.QtCore import QStandardPaths

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents)) / store.path.name

    def _go_on_in(self, path: Path) -> None:
        from careerdesk.documents.write import check_target

        store = self._ctx.store
        check_target(path, keep_off=store.path, missing=store.look() is Standing.GONE)
        store.go_on_in(path)

    def _tell_moved(self, before: Path) -> None:
        self._seen = Standing.THERE
        self._show_saving()
        for key in (names.GONE, names.UNSAVED, names.READ_ONLY, names.SET_ASIDE):
            self._ctx.notices.clear_banner(key)
        clear_problem(self._ctx.notices)
        self._window.store_moved.emit()
        self.tell_how_it_was_opened()
        path = self._ctx.store.path
        if path == before:
            self._ctx.notices.toast(tr("The file is back, and everything has been saved to it."))
            return
        self._ctx.notices.banner(
            names.GOES_ON,
            "success",
            tr(
                (
                    "CareerDesk is now using {path} and will save your changes there. The "
                    "next time it starts, it will look for {before} again, so put the copy "
                    "there first or open it with --store."
                ),
                path=path,
                before=before,
            ),
        )

    def may_close(self) -> bool:
        """Store what is typed; where that fails, or the file is gone, ask whether to close."""
        self.look()
        if self._seen is not Standing.THERE:
            words = tr(
                "{path} is missing. Unless you moved it yourself, everything in it will be lost "
                "if you close without saving a copy."
            )
            return self._ask(tr("The file is missing"), words, tr("Close without a copy"))
        if self._ctx.autosaver.flush():
            return True
        words = tr("Some text couldn't be saved and will be lost when you close CareerDesk.")
        return self._ask(tr("Text not saved"), words, tr("Close without saving"))

    def _ask(self, title: str, words: str, anyway: str) -> bool:
        text = fill(words, path=self._ctx.store.path)
        if self._seen is not Standing.THERE and self._ctx.autosaver.pending:
            text = " ".join((text, tr("Some of your text hasn't been saved yet either.")))
        chosen = self._ctx.dialogs.choose(title, text, [tr("Save a copy…"), anyway])
        if chosen == SAVE_A_COPY:
            return self.save_copy()
        return chosen == CLOSE_ANYWAY
