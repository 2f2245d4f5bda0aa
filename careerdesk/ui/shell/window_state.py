"""Where the user was: window, splitter, person and tab come back at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from careerdesk.compat import override
from careerdesk.ui.base import names
from careerdesk.ui.base.geometry import StaysOnScreen, save_geometry
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.shell.person_page import TABS

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell

SPLITTER, PERSON, TAB = "window/splitter", "place/person", "place/tab"
PAGE, IN_REVIEWS = "place/page", "reviews/place"
LAST_PLACES = "place/last"
MOST_PLACES = 9
KEEP_MS = 250  # after the last move: each writes a file, and one walks fast through people


class WindowState(QObject):
    """Remembers by ids only; what cannot be understood is passed over."""

    def __init__(self, window: Shell, frame: QMainWindow, settings: QSettings) -> None:
        """Remember *window* and the place of *frame*, its outside."""
        super().__init__(frame)
        self._window = window
        self._frame = frame
        self._settings = settings
        self._ended = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_MS)
        self._soon.timeout.connect(self._keep_place)
        frame.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.commitDataRequest.connect(self._flush)

    def restore(self) -> None:
        """Give the splitter the place it had."""
        splitter = self._settings.value(SPLITTER)
        if isinstance(splitter, QByteArray):
            self._window.splitter.restoreState(splitter)
        self._window.splitter.setHandleWidth(1)

    def restore_tab(self) -> None:
        """Choose the tab of the last time; nobody is shown yet."""
        tab = str(self._settings.value(TAB, ""))
        if tab in TABS:
            self._window.person_page.tabs.blockSignals(True)  # noqa: FBT003
            self._window.person_page.tabs.setCurrentIndex(TABS.index(tab))
            self._window.person_page.tabs.blockSignals(False)  # noqa: FBT003

    def restore_person(self, *, anyone: bool = True) -> None:
        """Give the rail the keyboard; with *anyone* choose the person of the last time before.

        Where they are gone, the first one is chosen.
        """
        person = str(self._settings.value(PERSON, ""))
        rail = self._window.rail
        if anyone and not (person.isdigit() and rail.select(int(person))):
            rail.select_first()
        if rail.current_id:
            rail.list.setFocus()

    @property
    def was_on_today(self) -> bool:
        """Whether Today was open the last time."""
        return str(self._settings.value(PAGE, "")) == names.TODAY_VIEW

    @property
    def was_in_reviews(self) -> bool:
        """Whether Reviews was open the last time."""
        return str(self._settings.value(PAGE, "")) == names.REVIEWS_VIEW

    @property
    def place_in_reviews(self) -> str:
        """Where in Reviews one was the last time."""
        return str(self._settings.value(IN_REVIEWS, ""))

    def follow(self) -> None:
        """From now on remember each new place, so that it survives a sudden end too."""
        StaysOnScreen(self._frame)
        self._window.content.currentChanged.connect(self.keep_soon)
        self._window.person_page.tabs.currentChanged.connect(self.keep_soon)
        self._window.rail.person_chosen.connect(self.keep_soon)

    @Slot()
    def keep_soon(self) -> None:
        """Remember the place once one stays there."""
        if not self._ended:
            self._soon.start()

    def save(self) -> None:
        """Remember how it is now."""
        save_geometry(self._frame, self._settings)
        self._settings.setValue(SPLITTER, self._window.splitter.saveState())
        self._keep_place()
        self._settings.sync()

    def stop(self) -> None:
        """Remember nothing more, and store nothing: another window may stand over both now."""
        self._ended = True
        self._soon.stop()
        self._frame.removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)
            application.commitDataRequest.disconnect(self._flush)

    @Slot()
    def _keep_place(self) -> None:
        self._settings.setValue(PERSON, str(self._window.person_page.person_id))
        self._settings.setValue(TAB, self._window.person_page.tab)
        shown = self._window.content.currentWidget()
        name = shown.objectName() if shown is not None else ""
        self._settings.setValue(PAGE, name)
        if name == names.REVIEWS_VIEW and isinstance(shown, StandalonePage):
            self._settings.setValue(IN_REVIEWS, shown.place)
        if (here := place_of(self._window)) and not self._window.ctx.sharing.on:
            others = [place for place in last_places(self._settings) if place != here]
            self._settings.setValue(LAST_PLACES, [here, *others][:MOST_PLACES])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Store what is typed when the window loses the keyboard."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._focus_moved()
        return super().eventFilter(watched, event)

    @Slot()
    def _focus_moved(self) -> None:
        if self._window.ctx.autosaver.pending:
            self._window.ctx.autosaver.write_due()

    @Slot()
    def _flush(self) -> None:
        if self._window.ctx.autosaver.pending:
            self._window.ctx.autosaver.flush()


def place_of(window: Shell) -> str:
    """Where one is, by ids alone: a person and a tab, or the action that opens the page."""
    shown = window.content.currentWidget()
    if isinstance(shown, StandalonePage):
        return shown.opened_by
    person = window.person_page
    return f"{person.person_id}/{person.tab}" if person.person_id else ""


def last_places(settings: QSettings) -> list[str]:
    """Where one was, the newest first: a person's id and a tab, or the handle of an action."""
    kept = settings.value(LAST_PLACES, [])
    places = kept if isinstance(kept, list) else [kept]
    return [place for place in places if isinstance(place, str) and place]
