"""What every page does: a plain one, and one of a person, which is read again when it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import NotFound, UserError
from careerdesk.domain.records import Person, Record
from careerdesk.i18n import tr
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.acting import still_there
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.settling import settle
from careerdesk.ui.theme.theme import set_area


class StandalonePage(QWidget):
    """A page in the place of a person's; a subclass says what holds for it.

    `place` is where one is inside of it, to come back to at the next start; `opened_by` is the
    action of the window that opens it, where there is one.
    """

    undo_place = ""  # where undo shows what was thrown away here; "" is the page that is open
    opened_by = ""
    stands_alone = False  # there is nothing behind it to go back to
    is_leaving = False  # nothing is read again meanwhile

    def put_off(self) -> None:
        """Read nothing again until `catch_up`, since another page is about to come."""
        self.is_leaving = True

    def catch_up(self) -> None:
        """Read what was put off, if it stayed; a subclass that reads by itself says how."""
        self.is_leaving = False

    def goes_on_unseen(self) -> bool:
        """End what is under way behind the page that comes, and then oneself; whether there is any.

        A subclass that works in a thread says how.
        """
        return False

    def finishes_first(self, _then: Callable[[], object]) -> bool:
        """Whether something that was asked for is to be done before the window closes.

        *then* is called once it is, unless it fails. Whoever asks again does not wait for it.
        """
        return False

    def give_up(self) -> None:
        """End what is under way, and leave nothing of it; a subclass with a thread says how."""

    @property
    def person_id(self) -> int:
        """Whose words may be typed on it; 0 for those of nobody in particular."""
        return 0

    @property
    def place(self) -> str:
        """Nowhere in particular; a subclass with pages of its own says in which."""
        return ""

    @property
    def spot(self) -> str:
        """Where one is inside of it, as `come_back` understands it."""
        return self.place

    def come_back(self, spot: str) -> None:
        """Go inside of it to where one was; a subclass with pages of its own says how."""

    def go_back(self) -> bool:
        """Leave a page inside of this one; tells whether there was one."""
        return False

    def arrive(self, to: Destination) -> bool:  # noqa: ARG002
        """Show what was found; a subclass that can says how, and whether it is there."""
        return False

    def focus_first(self) -> None:
        """Put the focus where work on this page begins; a subclass says where."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


class Page(QWidget):
    """A screen about one person.

    A subclass names in `watches` the kinds of records it shows, and says in `refresh` how it
    reads them, which raises `NotFound` where the person is gone; `gone` tells of that. Edits whose
    origin is the page itself are not read again.
    """

    primary_changed = Signal()
    gone = Signal()
    looked_for = Signal(str)  # words that are typed into a search of the page's own
    room = "growth"
    has_primary = False  # a filled button of its own: the header's is an outlined one then
    watches: tuple[type[Record], ...] = ()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.person_id = 0
        self._stale = False
        self._leaving = False
        self._told = 0  # of the changes when it was read
        set_area(self, self.room)
        ctx.bridge.changed.connect(self._heard)
        ctx.sharing.changed.connect(self.reload)
        ctx.day.changed.connect(self.reload)

    def show_person(self, person_id: int) -> None:
        """Show someone else; what was typed for the one before is written first.

        Who is seen already, as they are stored, is not read once more.
        """
        known = self._shows(person_id)
        self._leaving = False
        self.ctx.drafts.turn_to(person_id)
        self.person_id = person_id
        if not known:
            self.reload()

    def _shows(self, person_id: int) -> bool:
        """Whether a person is seen, with every change so far: while it is seen it hears of each."""
        seen = self.isVisible() and self.isEnabled() and not self._stale
        return seen and self.person_id == person_id == self.ctx.drafts.shown

    @Slot()
    def reload(self) -> None:
        """Read again now if the page is seen and stays, else when it is."""
        self._stale = self._leaving or not self.isVisible()
        if not self._stale and self.person_id:
            self._read()

    def put_off(self) -> None:
        """Read nothing again until `catch_up`, since another page is about to come."""
        self._leaving = True

    def catch_up(self) -> None:
        """Read what was put off: now if it stayed, else when it is seen again."""
        self._leaving = False
        if self._stale:
            self.reload()

    def _read(self) -> None:
        """Read; while the screen is shared, what could not be read again is not to be seen.

        It may still be what was there before, and that was for one pair of eyes. A page whose
        person is gone is left by the window, and has nothing to say meanwhile. What else cannot
        be read is said, and takes no words until it is.
        """
        self._told = self.ctx.bridge.told
        try:
            self.refresh()
            self._take_words(there=True)
        except NotFound as error:
            if still_there(self.ctx, self.person_id) is None:
                self.show_nobody()
                self.gone.emit()
            else:
                self._unread(error)
        except UserError as error:
            self._unread(error)
        except Exception:
            self._stale = True
            if self.ctx.sharing.on:
                self.hide()
            raise
        settle()

    def _unread(self, error: UserError) -> None:
        self._stale = True
        if self.ctx.sharing.on:
            self.hide()
        self._take_words(there=False)
        if self.ctx.store.damaged:
            words, ways = (
                tr("This content can't be shown because part of your data is damaged."),
                [],
            )
        else:
            words, ways = sentence(error), [(tr("Try again"), self.reload)]
        self.ctx.notices.banner(names.UNREAD, "warning", words, ways)

    def _take_words(self, *, there: bool) -> None:
        """A page that shows nothing must not be written on."""
        if there and not self.isEnabled():
            self.ctx.notices.clear_banner(names.UNREAD)
        self.setEnabled(there)

    def show_nobody(self) -> None:
        """The person is gone and nobody follows: read nothing more."""
        self.person_id = 0
        self._stale = False
        self.hide()

    def refresh(self) -> None:
        """Read what the page shows of `person_id`; a subclass says how."""

    def set_primary(self, *, there: bool) -> None:
        """Tell whether the page has a filled button of its own now."""
        if there != self.has_primary:
            self.has_primary = there
            self.primary_changed.emit()

    def focus_first(self) -> None:
        """Put the focus where work on this page begins; a subclass says where."""
        self.setFocus()

    def parts_for_later(self) -> Iterator[object]:
        """Make, one after the other, what later clicks would wait for; a subclass says what."""
        return iter(())

    def move_up(self) -> None:
        """Move what is selected one place up; a subclass with an order of its own says how."""

    def move_down(self) -> None:
        """Move what is selected one place down; a subclass says how."""

    def arrive(self, to: Destination) -> bool:  # noqa: ARG002
        """Show the record or do the errand one came for; a subclass says how.

        Tells whether it is here: what was found may be gone meanwhile.
        """
        return False

    @property
    def opened(self) -> Destination | None:
        """What is open on it, to come back to; a subclass that opens things says what."""
        return None

    def come_back(self, opened: Destination | None) -> None:
        """Open again what was open, or nothing; a subclass that opens things says how."""

    @property
    def looked_through(self) -> QWidget | None:
        """What a search of its own looks through, and nothing else is marked; None: all of it."""
        return None

    def find_here(self) -> bool:
        """Put the cursor where the page lets one look for words; tells whether it has such."""
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Reload what went stale while hidden; no field stands empty because of a page between."""
        super().showEvent(event)
        if not self.person_id:
            return
        if self.ctx.drafts.shown != self.person_id:
            self.show_person(self.person_id)
        elif self._stale:
            self.reload()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """That this page is in a damaged part is said of no other; it is said again when seen."""
        super().hideEvent(event)
        if self.ctx.store.damaged and not self.isEnabled():
            self.ctx.notices.clear_banner(names.UNREAD)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if self._told == self.ctx.bridge.told and not self._stale:
            return  # the rail heard of it first, and turned the page to somebody else meanwhile
        own = self.person_id in changes.ids(Person)  # every page names the person somewhere
        if (own or changes.touches(*self.watches)) and changes.origin is not self:
            self.reload()


def page_around(widget: QWidget | None) -> Page | StandalonePage | None:
    """The page that a widget is on, if that is seen."""
    while widget is not None and not isinstance(widget, Page | StandalonePage):
        widget = widget.parentWidget()
    return widget if widget is not None and widget.isVisible() else None
