"""What the menu entries do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from careerdesk import __version__
from careerdesk.services import plans
from careerdesk.ui import names
from careerdesk.ui.actions import (
    ARCHIVE_PERSON,
    DELETE_PERSON,
    DISCOVERY_TALK,
    EDIT_PERSON,
    FIND_TALK,
    FOLD_RAIL,
    NEXT_AREA,
    NOTE_FEEDBACK,
    SHORTCUTS,
    SHOW_TRASH,
    START_TALK,
)
from careerdesk.ui.errors import guard
from careerdesk.ui.rail_fold import RailFold
from careerdesk.ui.share_mode import ShareMode
from careerdesk.ui.texts import tr
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.ordered_list import OrderedListView

if TYPE_CHECKING:
    from careerdesk.domain.records import Person
    from careerdesk.ui.shell import Shell

TAB_ACTIONS = {
    names.GO_PREPARE: "prepare",
    names.GO_DISCOVERY: "discovery",
    names.GO_PLAN: "plan",
    names.GO_CHECK_INS: "check-ins",
}


class Commands(QObject):
    """Connects each action to what it does in the window."""

    def __init__(self, window: Shell, frame: QMainWindow) -> None:
        """Serve *window*; dialogs open over *frame*, its outside."""
        super().__init__(frame)
        self._window = window
        self._frame = frame
        self._plain: QWidget | None = None
        self._fold = RailFold(window.ctx.theme, window.splitter, window.rail)
        self._share = ShareMode(window, frame, self)
        self._connect()

    def _connect(self) -> None:
        actions = self._window.actions_
        for name, slot in {
            names.NEW_PERSON: self._window.rail.start_adding,
            names.IMPORT_PEOPLE: self.import_people,
            names.EXPORT_PLAN: self.export_plan,
            names.PREFERENCES: self.show_preferences,
            names.GO_TODAY: self.show_today,
            names.QUICK_CAPTURE: self.quick_capture,
            names.SHARE_SAFE_MODE: self._share.turn,
            names.QUIT: self._window.close,
            names.MOVE_PLAN_ITEM_UP: self.move_up,
            names.MOVE_PLAN_ITEM_DOWN: self.move_down,
            names.NEW_PLAN_ITEM: self.new_goal,
            START_TALK: self._window.start_check_in,
            NOTE_FEEDBACK: self.note_feedback,
            EDIT_PERSON: self.edit_person,
            ARCHIVE_PERSON: self._window.rail.archive_current,
            DELETE_PERSON: self._window.rail.remove_current,
            NEXT_AREA: self.next_area,
            FOLD_RAIL: self._fold.toggle,
            SHORTCUTS: self.show_shortcuts,
            SHOW_TRASH: self.show_trash,
            DISCOVERY_TALK: self.discovery_talk,
            FIND_TALK: self.find_talk,
            names.ABOUT: self.show_about,
        }.items():
            actions[name].triggered.connect(slot)
        for name in TAB_ACTIONS:
            actions[name].triggered.connect(self._go)
        self._share.page_wanted.connect(self.close_plain_page)
        self._window.ctx.navigator.discovery_wanted.connect(self.discovery_talk)
        self._window.rail.today.clicked.connect(self.show_today)

    @Slot()
    def _go(self) -> None:
        sender = self.sender()
        tab = TAB_ACTIONS.get(sender.objectName() if sender else "")
        if tab:
            self._window.open_person(self._window.person_page.person_id, tab)
            self.focus_page()

    @Slot()
    def focus_page(self) -> None:
        """Put the focus where work on the open page begins."""
        page = self._plain or self._window.person_page.page
        if page is not None:
            page.focus_first()  # type: ignore[attr-defined]  # plain pages have it too

    @Slot()
    def move_up(self) -> None:
        """Move what is selected in the list with the focus one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move what is selected in the list with the focus one place down."""
        self._move(1)

    def _move(self, direction: int) -> None:
        from careerdesk.ui.pages.plan import PlanPage

        focused = QApplication.focusWidget()
        page = self._window.person_page.page
        mover = focused if isinstance(focused, OrderedListView) else page
        if isinstance(mover, OrderedListView | PlanPage):
            (mover.move_up if direction < 0 else mover.move_down)()

    @Slot()
    def new_goal(self) -> None:
        """Open the plan with the cursor where a goal is typed."""
        from careerdesk.ui.pages.plan import PlanPage

        self._window.open_person(self._window.person_page.person_id, "plan")
        page = self._window.person_page.page
        if isinstance(page, PlanPage):
            page.new_item()

    @Slot()
    def find_talk(self) -> None:
        """Open the earlier check-ins with the cursor where they are searched."""
        window = self._window
        window.open_person(window.person_page.person_id, "check-ins")
        page = window.person_page.page
        if page is not None:
            page.focus_search()  # type: ignore[attr-defined]  # only Check-ins is opened here

    @Slot()
    def note_feedback(self) -> None:
        """Let feedback be typed: in the running talk if it is open, else in the brief."""
        window = self._window
        page = window.person_page.page
        if window.on_person_page and window.person_page.tab == "check-ins" and page is not None:
            page.focus_feedback()  # type: ignore[attr-defined]  # Check-ins has it
        else:
            window.ctx.navigator.note_feedback(window.person_page.person_id)

    @Slot()
    def export_plan(self) -> None:
        """Show the open person's plan as it will be read, to be saved or printed."""
        window = self._window
        if not window.ctx.autosaver.flush():
            return
        view = guard(window.ctx, plans.active, window.ctx.store, window.person_page.person_id)
        if view is None:
            window.ctx.notices.toast(tr("There is no plan to export yet"))
            return
        from careerdesk.ui.dialogs.plan_preview import PlanPreview

        preview = PlanPreview(window.ctx, view.plan.id, self._frame)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()

    @Slot()
    def edit_person(self) -> None:
        """Open the details of the person in the panel at the side."""
        window = self._window
        if window.row is None:
            return
        if not window.on_person_page:
            self.close_plain_page()
        from careerdesk.ui.pages.person_panel import PersonPanel

        panel = PersonPanel(window.ctx, window.person_page.person_id)
        panel.closed.connect(self.close_panel)
        window.person_page.show_side(panel)
        panel.lines["given_name"].setFocus()

    @Slot()
    def close_panel(self) -> None:
        """Close the panel at the side; what was typed is written first."""
        self._window.ctx.autosaver.flush()
        self._window.person_page.take_side()

    @Slot()
    def import_people(self) -> None:
        """Choose a roster and show what would come in."""
        path = self._window.ctx.dialogs.open_path(
            tr("Import people"), tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        )
        if path is not None:
            self.show_import(path)

    def show_import(self, path: Path) -> None:
        """Show what the table at *path* would bring in."""
        from careerdesk.ui.pages.import_roster import ImportRoster

        page = ImportRoster(self._window.ctx, path)
        page.done.connect(self.close_plain_page)
        self._show_plain(page)
        page.focus_first()

    @Slot()
    def show_today(self) -> None:
        """Show who is next and who needs the manager; with nobody there, how to begin."""
        if not self._window.rail.model.rowCount():
            return
        from careerdesk.ui.pages.today import TodayPage

        page = TodayPage(self._window.ctx)
        self._show_plain(page)
        self._window.rail.show_place(today=True)
        page.focus_first()

    @Slot()
    def quick_capture(self) -> None:
        """Take a thought for someone; with nobody there, there is none to take."""
        from careerdesk.ui.dialogs.capture import QuickCapture

        host = self._frame.centralWidget() or self._frame
        going = host.findChild(QuickCapture)
        if going is not None and going.isVisible():
            going.edit.setFocus()
        elif self._window.rail.model.rowCount():
            QuickCapture(self._window.ctx, host, self._shown_person()).open()

    def _shown_person(self) -> Person | None:
        row = self._window.row if self._window.on_person_page else None
        return row.person if row else None

    @Slot()
    def show_preferences(self) -> None:
        """Show the page of preferences."""
        from careerdesk.ui.pages.preferences import Preferences

        page = Preferences(self._window.ctx)
        self._show_plain(page)
        page.focus_first()

    @Slot()
    def discovery_talk(self) -> None:
        """Ask the open person one question after the other."""
        window = self._window
        if window.row is None:
            return
        from careerdesk.ui.pages.session import DiscoverySession

        page = DiscoverySession(window.ctx, window.row.person)
        page.done.connect(self._end_discovery)
        self._show_plain(page)
        window.actions_.lend(START_TALK)
        page.focus_first()

    @Slot()
    def _end_discovery(self) -> None:
        self._window.open_person(self._window.person_page.person_id, "discovery")
        self.focus_page()

    @Slot()
    def show_trash(self) -> None:
        """Show what was deleted."""
        from careerdesk.ui.pages.trash import TrashPage

        page = TrashPage(self._window.ctx)
        self._show_plain(page)
        page.focus_first()

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the page of shortcuts."""
        from careerdesk.ui.pages.shortcuts import Shortcuts

        page = Shortcuts()
        self._show_plain(page)
        page.focus_first()

    def show_first_start(self) -> None:
        """Show how to begin."""
        from careerdesk.ui.pages.first_start import FirstStart

        if isinstance(self._plain, FirstStart):
            return
        page = FirstStart(self._window.ctx)
        page.import_wanted.connect(self.import_people)
        page.demo_wanted.connect(self._window.demo_wanted)
        page.done.connect(self._begin)
        self._show_plain(page)
        self._window.rail.hide()
        page.focus_first()

    @Slot(int)
    def _begin(self, person_id: int) -> None:
        if self._window.rail.model.known(person_id):
            self._window.open_person(person_id, "prepare")
            self.focus_page()
        else:
            self._window.rail.select_first()  # the first one was taken back meanwhile

    def _show_plain(self, page: QWidget) -> None:
        self._window.ctx.autosaver.flush()
        self.leave_plain_page()
        self._plain = page
        self._window.content.addWidget(page)
        self._window.content.setCurrentWidget(page)

    def leave_plain_page(self) -> None:
        """Throw the plain page away that is shown beside a person's."""
        if self._plain is not None:
            self._window.content.removeWidget(self._plain)
            discard(self._plain)
            self._plain = None
            self._window.actions_.lend("")
        self._window.rail.show_place(today=False)
        self._window.rail.show()

    @Slot()
    def close_plain_page(self) -> None:
        """Go back to the person, or to the first start if there is nobody."""
        self.leave_plain_page()
        person_id = self._window.person_page.person_id
        if person_id:
            self._window.open_person(person_id)
        elif not self._window.rail.select_first():
            self._window.show_first_start()
            return
        self.focus_page()

    def escape(self) -> None:
        """Leave a plain page; a person's page and the first start stay."""
        finish = getattr(self._plain, "finish", None)
        if finish is not None:
            finish()
        elif self._plain is not None and self._plain.objectName() != names.FIRST_START:
            self.close_plain_page()

    @Slot()
    def next_area(self) -> None:
        """Walk with the focus: rail, tabs, page, and round again."""
        window = self._window
        page = self._plain or window.person_page.stack
        stops = [window.rail.list, window.person_page.tabs, page]
        stops = [stop for stop in stops if stop.isVisible()]
        focused = QApplication.focusWidget()
        inside = [n for n, stop in enumerate(stops) if focused and _holds(stop, focused)]
        following = stops[(inside[-1] + 1) % len(stops)] if inside else stops[0]
        if following is page:
            self.focus_page()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def show_about(self) -> None:
        """Say which version this is."""
        words = tr("CareerDesk {version}. Everything stays on this laptop.")
        self._window.ctx.notices.toast(words.format(version=__version__))


def _holds(stop: QWidget, focused: QWidget) -> bool:
    return stop is focused or stop.isAncestorOf(focused)
