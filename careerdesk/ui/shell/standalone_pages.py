"""The plain pages that stand in the place of a person's: one at a time, made again each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.i18n import tr, trn
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import clear_problem, try_read
from careerdesk.ui.base.navigation import DISCOVERY, PREPARE
from careerdesk.ui.base.settling import settle
from careerdesk.ui.shell.actions import (
    CLOSE_WEEK,
    FINISH_RUNNING,
    SHORTCUTS,
    SHOW_BACKUPS,
    SHOW_OBJECTIVES,
    SHOW_TEMPLATES,
    SHOW_TRASH,
    START_CHECK_IN,
)
from careerdesk.ui.widgets.discard import discard

if TYPE_CHECKING:
    from careerdesk.ui.base.page import StandalonePage
    from careerdesk.ui.reviews.page.reviews_page import ReviewsPage
    from careerdesk.ui.shell.shell import Shell


MADE_BY = {
    names.TODAY_VIEW: names.GO_TODAY,
    "weekPage": CLOSE_WEEK,
    "trashPage": SHOW_TRASH,
    "backupsPage": SHOW_BACKUPS,
    "objectivesPage": SHOW_OBJECTIVES,
    "templatesPage": SHOW_TEMPLATES,
    "preferencesPage": names.PREFERENCES,
    "shortcutsPage": SHORTCUTS,
    "aboutPage": names.ABOUT,
}
"""The commands that show the pages one can come back to, by the names of these."""


class StandalonePages(QObject):
    """Shows, leaves and closes them.

    `moved` tells that one is somewhere else inside of a page.
    """

    moved = Signal()

    def __init__(self, window: Shell, parent: QObject) -> None:
        """Show pages in *window*."""
        super().__init__(parent)
        self._window = window
        self.current: StandalonePage | None = None
        window.rail.added.connect(self._show_added)
        window.rail.reread.connect(self._count_unplanned_again)

    @Slot(int)
    def _show_added(self, person_id: int) -> None:
        """Somebody new: the page that says how to begin with them."""
        self._window.open_person(person_id, PREPARE)

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
        from careerdesk.ui.people.import_roster import ImportRoster

        page = ImportRoster(self._window.ctx, path)
        if self._window.rail.model.seen:
            page.imported.connect(self._tell_unplanned)
            page.done.connect(self.close)
        else:
            page.done.connect(self._begin_imported)
        self._show(page)

    @Slot()
    def _begin_imported(self) -> None:
        """The first people are there, if any came: ask for their 1:1s at once."""
        if self._window.rail.model.seen:
            self._begin_check_ins(self._window.rail.current_id)
        else:
            self.close()

    @Slot()
    def _tell_unplanned(self) -> None:
        """Say in one line that there are people without a 1:1, and lead to where it is planned."""
        ctx = self._window.ctx
        count = len(try_read(ctx, people.without_check_ins, ctx.store, ctx.clock.today()) or ())
        if not count:
            ctx.notices.clear_banner(names.UNPLANNED)
            return
        words = trn("1 person has no 1:1 yet.", "{n} people have no 1:1 yet.", count)
        plan = trn("Plan 1:1", "Plan 1:1s", count)
        ctx.notices.banner(names.UNPLANNED, "growth", words, [(plan, self.show_first_one_on_ones)])

    @Slot()
    def _count_unplanned_again(self) -> None:
        """Keep the line true: the import may be undone, or a 1:1 planned elsewhere."""
        if self._window.banners.banner(names.UNPLANNED) is not None:
            self._tell_unplanned()

    @Slot()
    def show_first_one_on_ones(self) -> None:
        """Ask when the next 1:1 is with everybody who never had one; never while shared."""
        from careerdesk.ui.people.first_one_on_ones import FirstOneOnOnes

        window = self._window
        if window.ctx.sharing.on:
            return
        window.ctx.notices.clear_banner(names.UNPLANNED)
        page = FirstOneOnOnes(window.ctx)
        if page.is_empty:
            discard(page)
            self.close()
            return
        page.done.connect(self.close)
        self._show(page)

    @Slot()
    def show_today(self) -> None:
        """Show who is next and who needs the manager; with nobody there, how to begin."""
        if not self._window.rail.model.seen:
            return
        from careerdesk.ui.today.today import TodayPage

        self._show(TodayPage(self._window.ctx, self._window.content), names.GO_TODAY)
        self._window.rail.show_place(today=True)

    def show_reviews(self, person_id: int = 0) -> None:
        """Show Reviews, with a person's review if one is named; never while shared."""
        self.reviews_page(person_id)

    def reviews_page(self, person_id: int = 0) -> ReviewsPage | None:
        """The Reviews place, opened if it is not; None while the screen is shared."""
        if self._window.ctx.sharing.on:
            return None
        from careerdesk.ui.reviews.page.reviews_page import ReviewsPage

        page = self.current
        if not isinstance(page, ReviewsPage):
            page = ReviewsPage(self._window.ctx)
            page.turned.connect(self._tell_tab)
            page.moved.connect(self.moved)
            self._show(page, names.GO_REVIEWS)
            self._window.rail.show_place(reviews=True)
            self._window.show_area("review")
            self._leave_check_ins()
        if person_id:
            page.show_person(person_id)
        return page

    def resume_reviews(self, place: str) -> None:
        """Show Reviews where it was open the last time."""
        page = self.reviews_page()
        if page is not None:
            page.go_to(place)

    @Slot()
    def new_cycle(self) -> None:
        """Let a new cycle of reviews be begun."""
        page = self.reviews_page()
        if page is not None:
            page.start_cycle()

    @Slot()
    def write_next(self) -> None:
        """Open the review whose writing is next."""
        page = self.reviews_page()
        if page is not None:
            page.write_next()

    def turn_tab(self, by: int) -> None:
        """Turn to the next tab of the open review, or to the one before."""
        page = self.reviews_page()
        if page is not None:
            page.turn_tab(by)

    @Slot()
    def back_to_board(self) -> None:
        """Leave the open review."""
        page = self.reviews_page()
        if page is not None:
            page.go_back()

    @Slot(bool)
    def _tell_tab(self, there: bool) -> None:  # of a signal
        self._window.actions_.set_in_review(there=there)

    @Slot()
    def show_preferences(self) -> None:
        """Show the page of preferences."""
        from careerdesk.ui.shell.preferences import Preferences

        self._show(Preferences(self._window.ctx), names.PREFERENCES)

    @Slot()
    def discovery_conversation(self) -> None:
        """Ask the open person one question after the other."""
        window = self._window
        if window.row is None:
            return
        from careerdesk.services import discovery
        from careerdesk.ui.discovery.session import DiscoverySession

        ctx, person = window.ctx, window.row.person
        asked = try_read(ctx, discovery.session, ctx.store, person.id, ctx.clock.today())
        if asked is None:
            return
        if not asked:
            words = tr(
                "There are no questions to ask. Restore one in Discovery or write a new one."
            )
            ctx.notices.toast(words)
            return
        page = try_read(ctx, DiscoverySession, ctx, person)
        if page is None:
            return
        page.done.connect(self._end_discovery)
        self._show(page)
        self._leave_check_ins()

    @Slot()
    def _end_discovery(self) -> None:
        self._window.open_person(self._window.person_page.person_id, DISCOVERY)
        self.focus()

    @Slot()
    def show_trash(self) -> None:
        """Show what was deleted."""
        from careerdesk.ui.library.trash import TrashPage

        self._show(TrashPage(self._window.ctx), SHOW_TRASH)

    @Slot()
    def show_backups(self) -> None:
        """Show the backups; never while the screen is shared."""
        from careerdesk.ui.backups.page import BackupsPage

        if not self._window.ctx.sharing.on:
            page = BackupsPage(self._window.ctx)
            page.made.connect(self._window.backed_up)
            self._show(page, SHOW_BACKUPS)

    @Slot()
    def show_objectives(self) -> None:
        """Show what the business wants, and whose goals serve it."""
        from careerdesk.ui.plan.objectives import ObjectivesPage

        self._show(ObjectivesPage(self._window.ctx), SHOW_OBJECTIVES)

    @Slot()
    def show_week(self) -> None:
        """Show what was noticed of everyone, to close the week; never while shared."""
        from careerdesk.ui.week.week import WeekPage

        window = self._window
        if window.ctx.sharing.on or not window.rail.model.seen:
            return
        if not isinstance(self.current, WeekPage):
            self._show(WeekPage(window.ctx), CLOSE_WEEK)
            self._leave_check_ins()

    @Slot()
    def show_templates(self) -> None:
        """Show the templates of agendas and plans."""
        from careerdesk.ui.library.templates import TemplatesPage

        self._show(TemplatesPage(self._window.ctx), SHOW_TEMPLATES)

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the page of shortcuts."""
        from careerdesk.ui.shell.shortcuts import Shortcuts

        self._show(Shortcuts(), SHORTCUTS)

    @Slot()
    def show_about(self) -> None:
        """Show which version this is, and what it promises."""
        from careerdesk.ui.shell.about import AboutPage

        self._show(AboutPage(self._window.ctx), names.ABOUT)

    def show_again(self, name: str, spot: str) -> bool:
        """Show the page of that name again, at a *spot*; tells whether it can be shown now."""
        if name == names.REVIEWS_VIEW:
            self.reviews_page()
        elif name in MADE_BY and not self._is_shown(name):
            self._window.actions_[MADE_BY[name]].trigger()  # which knows whether it may be seen
        if not self._is_shown(name):
            self.close()
            return False
        if self.current is not None:
            self.current.come_back(spot)
        return True

    def _is_shown(self, name: str) -> bool:
        return self.current is not None and self.current.objectName() == name

    def show_damage(self) -> None:
        """Show that the store is damaged."""
        from careerdesk.ui.shell.damaged import DamagedPage

        page = DamagedPage(self._window.ctx)
        page.read_on.connect(self.close)
        page.close_wanted.connect(self._window.close)
        page.copy_wanted.connect(self._window.save_copy)
        page.restore_wanted.connect(self._window.close_to_restore)
        self._show(page)

    def show_first_start(self) -> None:
        """Show how to begin."""
        from careerdesk.ui.people.first_start import FirstStart

        if self._window.ctx.sharing.on:
            self._show_nobody()
            return
        if isinstance(self.current, FirstStart):
            return
        page = FirstStart(self._window.ctx)
        page.import_wanted.connect(self._window.actions_[names.IMPORT_PEOPLE].trigger)
        page.demo_wanted.connect(self._window.demo_wanted)
        page.done.connect(self._begin_check_ins)
        self._show(page)
        self._window.rail.hide()

    def _show_nobody(self) -> None:
        """The screen is shared, and the one it is shared with is gone."""
        from careerdesk.ui.shell.nobody import NobodyShown

        if not isinstance(self.current, NobodyShown):
            self._show(NobodyShown(self._window.ctx.theme))

    @Slot(int)
    def _begin_check_ins(self, person_id: int) -> None:
        """Everybody is named: ask for their 1:1s, then begin with the first of them."""
        window = self._window
        if not window.rail.model.known(person_id):  # taken back meanwhile
            window.rail.select_first()
            person_id = window.rail.current_id
        window.open_person(person_id, PREPARE)
        self.show_first_one_on_ones()

    def _show(self, page: StandalonePage, opened_by: str = "") -> None:
        self._window.content.addWidget(page)
        self._window.content.setCurrentWidget(page)  # first, so that nothing else comes between
        self.leave()
        self._window.ctx.drafts.turn_to(page.person_id, page.undo_place)
        self.current, page.opened_by = page, opened_by
        self._window.actions_.set_beside(there=True)
        settle()
        self.focus()

    def finish_first(self, then: Callable[[], object]) -> bool:
        """Whether a page does something that was asked for; *then* is called once it is done."""
        return any(page.finishes_first(then) for page in self._every())

    def give_up(self) -> None:
        """Let no page go on with anything: the window is closed."""
        for page in self._every():
            page.give_up()

    def _every(self) -> list[StandalonePage]:
        """The one that is open, and what goes on unseen."""
        from careerdesk.ui.base.page import StandalonePage

        return self._window.content.findChildren(StandalonePage)

    @property
    def is_of_the_gone(self) -> bool:
        """Whether the plain page that is open is about somebody who is not among the people."""
        person_id = self.current.person_id if self.current is not None else 0
        return bool(person_id) and self._window.rail.model.known(person_id) is None

    def stay(self) -> None:
        """Stay on the plain page that is open, though somebody else stands behind it now."""
        page, rail = self.current, self._window.rail
        if page is not None:
            self._window.ctx.drafts.turn_to(page.person_id, page.undo_place)
            rail.show_place(today=rail.today.isChecked(), reviews=rail.reviews.isChecked())

    def leave(self) -> None:
        """Throw the plain page away that is shown beside a person's."""
        self._window.ctx.autosaver.flush()
        if self.current is not None:
            left, self.current = self.current, None
            if left.objectName() == names.REVIEWS_VIEW:
                self._leave_no_word()
            self._window.content.removeWidget(left)
            if not left.goes_on_unseen():
                discard(left)
            self._window.actions_.leave_to_page()
            self._window.actions_.set_in_review(there=False)
            self._window.actions_.set_beside(there=False)
            self._window.show_area("growth")
        self._window.rail.show_place()
        if self._window.rail.isHidden():  # what is there would be shown and painted once more
            self._window.rail.show()

    def _leave_check_ins(self) -> None:
        """Nobody starts or ends a check-in with whom one does not see."""
        self._window.actions_.leave_to_page(START_CHECK_IN, FINISH_RUNNING)

    def _leave_no_word(self) -> None:
        """What was said in Reviews does not stay on a page of Growth."""
        self._window.toast.clear()
        clear_problem(self._window.ctx.notices)

    @Slot()
    def close(self) -> None:
        """Go back to the person, or to the first start if there is nobody."""
        person_id = self._window.person_page.person_id
        if not self._window.open_person(person_id):  # which leaves the plain page itself
            self.leave()
            if not person_id and not self._window.rail.select_first():
                self._window.show_first_start()
                return
        self.focus()

    def escape(self) -> None:
        """Leave a plain page; a person's page stays, and what stands there while there is none."""
        page = self.current
        if page is not None and not page.stands_alone and not page.go_back():
            self.close()

    @Slot()
    def focus(self) -> None:
        """Put the focus where work on the open page begins."""
        page = self.current or self._window.person_page.page
        if page is not None:
            page.focus_first()
