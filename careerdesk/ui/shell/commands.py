"""What the menu entries do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from careerdesk.domain.records import CheckInKind
from careerdesk.i18n import tr
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.navigation import (
    CHECK_INS,
    DISCOVERY,
    PLAN,
    PREPARE,
    Destination,
    Errand,
)
from careerdesk.ui.shell.actions import (
    ADD_PAST_CHECK_IN,
    ARCHIVE_PERSON,
    CLOSE_WEEK,
    DELETE_PERSON,
    DISCOVERY_CONVERSATION,
    EDIT_PERSON,
    END_PLAN,
    EXPORT_BRIEF,
    EXPORT_CHECK_INS,
    EXPORT_OWN_WORDS,
    FINISH_RUNNING,
    FOLD_RAIL,
    MARK_AGREED,
    NEW_CYCLE,
    NEXT_AREA,
    NEXT_TAB,
    NOTE_FEEDBACK,
    PLAN_CAREER,
    PLAN_ONE_ON_ONE,
    PREVIOUS_TAB,
    REVIEW_BOARD,
    SHORTCUTS,
    SHOW_BACKUPS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
    WRITE_NEXT,
)
from careerdesk.ui.shell.rail_fold import RailFold
from careerdesk.ui.shell.share_mode import ShareMode
from careerdesk.ui.shell.standalone_pages import StandalonePages
from careerdesk.ui.widgets.ordered_list import OrderedListView

if TYPE_CHECKING:
    from careerdesk.domain.records import Person
    from careerdesk.ui.shell.find_in_page import FindInPage
    from careerdesk.ui.shell.jumps import Jumps
    from careerdesk.ui.shell.shell import Shell

TAB_ACTIONS = {
    names.GO_PREPARE: PREPARE,
    names.GO_DISCOVERY: DISCOVERY,
    names.GO_PLAN: PLAN,
    names.GO_CHECK_INS: CHECK_INS,
}


class Commands(QObject):
    """Connects each action to what it does in the window."""

    def __init__(self, window: Shell, frame: QMainWindow) -> None:
        """Serve *window*; dialogs open over *frame*, its outside."""
        super().__init__(frame)
        self._window = window
        self._frame = frame
        self.pages = StandalonePages(window, self)
        self._fold = RailFold(window.ctx.theme, window.splitter, window.rail)
        self._finding: FindInPage | None = None
        self._share = ShareMode(window, frame, self.pages)
        self._jumps: Jumps | None = None
        self._connect()

    def _connect(self) -> None:
        actions = self._window.actions_
        for name, slot in {
            names.NEW_PERSON: self._window.rail.start_adding,
            names.IMPORT_PEOPLE: self.pages.import_people,
            names.EXPORT_PLAN: self.export_plan,
            EXPORT_BRIEF: self.export_brief,
            EXPORT_OWN_WORDS: self.export_own_words,
            EXPORT_CHECK_INS: self.export_check_ins,
            names.PREFERENCES: self.pages.show_preferences,
            names.GO_TODAY: self.pages.show_today,
            names.GO_BACK: self.go_back,
            names.QUICK_CAPTURE: self.quick_capture,
            names.SEARCH: self.search,
            names.SHARE_SAFE_MODE: self._share.turn,
            names.QUIT: self._window.close,
            names.MOVE_PLAN_ITEM_UP: self.move_up,
            names.MOVE_PLAN_ITEM_DOWN: self.move_down,
            names.NEW_PLAN_ITEM: self.new_goal,
            MARK_AGREED: self.agree_on_plan,
            END_PLAN: self.close_plan,
            START_CHECK_IN: self._window.start_check_in,
            FINISH_RUNNING: self.finish_check_in,
            PLAN_ONE_ON_ONE: self.plan_one_on_one,
            PLAN_CAREER: self.plan_career,
            ADD_PAST_CHECK_IN: self.add_past,
            NOTE_FEEDBACK: self.note_feedback,
            names.ASK_BEFORE: self.ask_before,
            names.TAKE_IN_ANSWER: self.take_in_answer,
            EDIT_PERSON: self.edit_person,
            ARCHIVE_PERSON: self._window.rail.archive_current,
            DELETE_PERSON: self._window.rail.remove_current,
            NEXT_AREA: self.next_area,
            FOLD_RAIL: self._fold.toggle,
            **self._of_pages(),
        }.items():
            actions[name].triggered.connect(slot)
        actions[names.GO_BACK].setEnabled(False)  # before the first jump there is no way back
        self._window.person_page.looked_for.connect(self._mark_looked_for)
        for name, tab in TAB_ACTIONS.items():
            actions[name].triggered.connect(carrying(self._go, tab))

    def _of_pages(self) -> dict[str, Callable[[], object]]:
        """The commands that show pages, or find and turn on them."""
        return {
            SHORTCUTS: self.pages.show_shortcuts,
            SHOW_TRASH: self.pages.show_trash,
            SHOW_BACKUPS: self.pages.show_backups,
            SHOW_OBJECTIVES: self.pages.show_objectives,
            SHOW_TEMPLATES: self.pages.show_templates,
            CLOSE_WEEK: self.pages.show_week,
            names.EARLIER_VERSIONS: self.show_versions,
            DISCOVERY_CONVERSATION: self.pages.discovery_conversation,
            names.FIND_IN_PAGE: self.find,
            names.FIND_NEXT: self.find_next,
            names.FIND_PREVIOUS: self.find_previous,
            names.GO_REVIEWS: self.open_reviews,
            NEW_CYCLE: self.pages.new_cycle,
            WRITE_NEXT: self.pages.write_next,
            REVIEW_BOARD: self.pages.back_to_board,
            NEXT_TAB: self.next_tab,
            PREVIOUS_TAB: self.previous_tab,
            names.ABOUT: self.pages.show_about,
        }

    def jump(self, to: Destination) -> None:
        """Show what a search found."""
        if self._jumps is None:
            from careerdesk.ui.shell.jumps import Jumps

            self._jumps = Jumps(self._window, self._frame, self.pages)
            self._jumps.going_back.connect(self.unmark)
        self._jumps.go(to)

    @Slot()
    def go_back(self) -> None:
        """Go back to where one was before the last jump."""
        if self._jumps is not None:
            self._jumps.go_back()

    @Slot()
    def open_reviews(self) -> None:
        """Open Reviews, or go back to its board."""
        page = self.pages.reviews_page()
        if page is not None:
            page.show_board()
        self._window.rail.reviews.setChecked(page is not None)

    def _go(self, tab: str) -> None:
        self._window.open_person(self._window.person_page.person_id, tab)
        self.pages.focus()

    @Slot()
    def next_tab(self) -> None:
        """Turn to the next tab of the person or the review that is shown."""
        self._turn(1)

    @Slot()
    def previous_tab(self) -> None:
        """Turn to the tab before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if not self._window.on_person_page:
            self.pages.turn_tab(by)
            return
        tabs = list(TAB_ACTIONS.values())
        self._go(tabs[(tabs.index(self._window.person_page.tab) + by) % len(tabs)])

    @Slot()
    def move_up(self) -> None:
        """Move what is selected in the list with the focus one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move what is selected in the list with the focus one place down."""
        self._move(1)

    def _move(self, direction: int) -> None:
        focused = QApplication.focusWidget()
        shown = self._window.person_page.page if self._window.on_person_page else None
        mover = focused if isinstance(focused, OrderedListView) else shown
        if mover is not None:
            (mover.move_up if direction < 0 else mover.move_down)()

    @Slot()
    def new_goal(self) -> None:
        """Open the plan with the cursor where a goal is typed."""
        self._go_for(Errand.NEW_GOAL, PLAN)

    @Slot()
    def agree_on_plan(self) -> None:
        """Open the plan where it is marked as agreed on, or agreed on again."""
        self._go_for(Errand.AGREE_ON_PLAN, PLAN)

    @Slot()
    def close_plan(self) -> None:
        """Open the plan where it is scored and closed."""
        self._go_for(Errand.CLOSE_PLAN, PLAN)

    @Slot()
    def find(self) -> None:
        """Find words on the page: by the search it has itself, else in the bar below it."""
        page = self._window.person_page.page if self._window.on_person_page else None
        if page is None or not page.find_here():
            self.finding.open()

    @Slot()
    def find_next(self) -> None:
        """Go to the next hit on the page."""
        self.finding.next()

    @Slot()
    def find_previous(self) -> None:
        """Go to the hit before on the page."""
        self.finding.previous()

    @property
    def finding(self) -> FindInPage:
        """What finds and marks words on the page; made when it is first asked for."""
        if self._finding is None:
            from careerdesk.ui.shell.find_in_page import FindInPage

            self._finding = FindInPage(self._window, self.pages, self)
        return self._finding

    def mark(self, words: tuple[str, ...]) -> None:
        """Mark words, folded, on the page that is shown, if there are any."""
        if words:
            self.finding.mark(words)

    @Slot(str)
    def _mark_looked_for(self, typed: str) -> None:
        """Mark what is typed into a search of the page's own."""
        if typed or self._finding is not None:
            self.finding.follow(typed)

    def unmark(self) -> bool:
        """Take the marks away, and the bar; tells whether there were any."""
        return self._finding is not None and self._finding.escape()

    def escape(self) -> None:
        """Esc that nobody took: marks go first, then the plain page."""
        if not self.unmark():
            self.pages.escape()

    @Slot()
    def plan_one_on_one(self) -> None:
        """Plan one more 1:1 with the open person."""
        self._plan(CheckInKind.ONE_ON_ONE)

    @Slot()
    def plan_career(self) -> None:
        """Plan a career conversation with the open person, beside whatever else is planned."""
        self._plan(CheckInKind.CAREER)

    def _plan(self, kind: CheckInKind) -> None:
        window = self._window
        if window.open_person(window.person_page.person_id):
            window.person_page.plan(kind)

    @Slot()
    def add_past(self) -> None:
        """Open the check-ins with the form for one that was held before."""
        self._go_for(Errand.ADD_PAST_CHECK_IN, CHECK_INS)

    def _go_for(self, errand: Errand, tab: str) -> None:
        """Go to a tab of the open person to do something there."""
        self._window.go(Destination(self._window.person_page.person_id, tab, errand=errand))

    @Slot()
    def finish_check_in(self) -> None:
        """Ask what is asked at the end of the running check-in; asked already, end it."""
        if not self._done_in_check_ins(Errand.FINISH_CHECK_IN):
            self._go_for(Errand.FINISH_CHECK_IN, CHECK_INS)

    @Slot()
    def note_feedback(self) -> None:
        """Let feedback be typed: in the running check-in if it is open, else in the brief."""
        if not self._done_in_check_ins(Errand.NOTE_FEEDBACK):
            self._go_for(Errand.NOTE_FEEDBACK, PREPARE)

    def _done_in_check_ins(self, errand: Errand) -> bool:
        """Do something in the check-ins that are shown as they are; False where others are."""
        shown = self._window.person_page
        if not self._window.on_person_page or shown.tab != CHECK_INS or shown.page is None:
            return False
        shown.page.arrive(Destination(shown.person_id, CHECK_INS, errand=errand))
        return True

    @Slot()
    def ask_before(self) -> None:
        """Show what the open person may be asked in writing before the next check-in."""
        from careerdesk.ui.prepare.asking import ask_before

        ask_before(self._window.ctx, self._window.person_page.person_id, self._frame)

    @Slot()
    def take_in_answer(self) -> None:
        """Let what the open person answered in writing be pasted and taken in."""
        from careerdesk.ui.prepare.asking import take_in_answer

        take_in_answer(self._window.ctx, self._window.person_page.person_id, self._frame)

    @Slot()
    def export_plan(self) -> None:
        """Show the open person's plan as it will be read, to be saved or printed."""
        from careerdesk.services import plans

        window = self._window
        if not window.ctx.autosaver.flush():
            return
        view = try_read(window.ctx, plans.active, window.ctx.store, window.person_page.person_id)
        if view is None:
            window.ctx.notices.toast(tr("No plan to export yet"))
            return
        from careerdesk.ui.plan.plan_preview import PlanPreview

        self._open(PlanPreview(window.ctx, view.plan.id, self._frame))

    @Slot()
    def export_brief(self) -> None:
        """Show the open person's brief on one page, to be saved or printed."""
        ctx, person_id = self._window.ctx, self._window.person_page.person_id
        if not ctx.autosaver.flush():
            return
        from careerdesk.services.brief import on_paper
        from careerdesk.ui.prepare.brief_preview import BriefPreview

        found = try_read(ctx, on_paper, ctx.store, person_id, ctx.clock.today())
        if found is not None:
            self._open(BriefPreview(ctx, found, self._frame))

    @Slot()
    def export_own_words(self) -> None:
        """Show what the open person said as they will read it, to be handed over."""
        ctx, person_id = self._window.ctx, self._window.person_page.person_id
        if not ctx.autosaver.flush():
            return
        from careerdesk.services import own_words
        from careerdesk.ui.discovery.own_words_preview import OwnWordsPreview

        found = try_read(ctx, own_words.of, ctx.store, person_id, ctx.clock.today())
        if found is not None and found.is_empty:
            words = tr(
                "There's nothing to export yet: no motivators are marked as said, and "
                "there are no aspirations"
            )
            ctx.notices.toast(words)
        elif found is not None:
            self._open(OwnWordsPreview(ctx, person_id, self._frame))

    @Slot()
    def export_check_ins(self) -> None:
        """Show the open person's earlier check-ins, to be saved or printed."""
        ctx, person_id = self._window.ctx, self._window.person_page.person_id
        if not ctx.autosaver.flush():
            return
        from careerdesk.services import checkins

        if not try_read(ctx, checkins.history, ctx.store, person_id, limit=1):
            ctx.notices.toast(tr("No check-ins to export yet"))
            return
        from careerdesk.ui.checkins.check_ins_preview import CheckInsPreview

        found = try_read(ctx, CheckInsPreview, ctx, person_id, self._frame)
        if found is not None:
            self._open(found)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def show_versions(self) -> None:
        """Show what the text with the cursor said earlier."""
        from careerdesk.services.versions import TextRef
        from careerdesk.ui.base.text_source import source_of

        ctx = self._window.ctx
        edit = QApplication.focusWidget()
        ref = source_of(edit)
        if edit is None or not isinstance(ref, TextRef):
            ctx.notices.toast(tr("Place the cursor in a text field first"))
        elif ctx.autosaver.flush():
            from careerdesk.ui.widgets.versions import VersionsDialog

            dialog = VersionsDialog(ctx, ref, edit.accessibleName(), self._frame)
            dialog.finished.connect(partial(focus_again, Alive(edit)))
            self._open(dialog)

    @Slot()
    def edit_person(self) -> None:
        """Open the details of the person in the panel at the side."""
        window = self._window
        ctx, person_id = window.ctx, window.person_page.person_id
        if window.row is None or try_read(ctx, people.get, ctx.store, person_id) is None:
            return  # before a panel is made: one that is half made would stay
        if not window.on_person_page:
            self.pages.close()
        from careerdesk.ui.people.person_panel import PersonPanel

        panel = PersonPanel(ctx, person_id)
        panel.closed.connect(self.close_panel)
        window.person_page.show_tab(panel)
        panel.lines["given_name"].setFocus()

    @Slot()
    def close_panel(self) -> None:
        """Close the panel at the side; what was typed is written first."""
        self._window.ctx.autosaver.flush()
        self._window.person_page.take_side()

    @Slot()
    def quick_capture(self) -> None:
        """Take a thought for someone; with nobody there, there is none to take."""
        from careerdesk.ui.shell.capture import QuickCapture

        host = self._frame.centralWidget() or self._frame
        going = host.findChild(QuickCapture)
        if going is not None and going.isVisible():
            going.edit.setFocus()
        elif self._window.rail.model.seen:
            QuickCapture(self._window.ctx, host, self._shown_person()).open()

    @Slot()
    def search(self) -> None:
        """Let people, commands and texts be found; the palette is made now if it is not up."""
        from careerdesk.ui.shell.palette import open_palette

        open_palette(self._window, self._frame.centralWidget() or self._frame, self.pages)

    def _shown_person(self) -> Person | None:
        row = self._window.row if self._window.on_person_page else None
        return row.person if row else None

    @Slot()
    def next_area(self) -> None:
        """Walk with the focus: rail, tabs, page, and round again."""
        window = self._window
        page = self.pages.current or window.person_page.stack
        stops = [window.rail.list, window.person_page.tabs, page]
        stops = [stop for stop in stops if stop.isVisible()]
        focused = QApplication.focusWidget()
        inside = [n for n, stop in enumerate(stops) if focused and _holds(stop, focused)]
        following = stops[(inside[-1] + 1) % len(stops)] if inside else stops[0]
        if following is page:
            self.pages.focus()
        else:
            following.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(stop: QWidget, focused: QWidget) -> bool:
    return stop is focused or stop.isAncestorOf(focused)
