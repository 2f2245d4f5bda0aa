"""The palette: people, commands and texts by what is typed, opened by Ctrl+K over the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.compat import override
from careerdesk.domain.entries import Area
from careerdesk.domain.search.found import Completion, Filter, Found, Hit, Scope
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive, focus_again
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.errors import sentence, try_read
from careerdesk.ui.base.keys import ENTER
from careerdesk.ui.shell.palette_frame import PaletteFrame
from careerdesk.ui.shell.palette_reader import Answer, Find, PaletteReader, find_texts
from careerdesk.ui.shell.palette_row import PaletteRow, RowKind
from careerdesk.ui.shell.palette_rows import (
    COMMANDS_ONLY,
    MOST_SURE,
    PEOPLE_ONLY,
    Offers,
    opened_first,
    with_headings,
)
from careerdesk.ui.shell.palette_words import count_words, none_such, sentences
from careerdesk.ui.shell.window_state import last_places, place_of
from careerdesk.ui.widgets.discard import discard

if TYPE_CHECKING:
    from careerdesk.domain.errors import UserError
    from careerdesk.ui.shell.shell import Shell
    from careerdesk.ui.shell.standalone_pages import StandalonePages

FROM_TOP, AT_SIDES = 16, 20
SHADE = 0.72
PAGE = 6  # rows
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}


def open_palette(
    window: Shell, host: QWidget, pages: StandalonePages, find: Find = find_texts
) -> None:
    """Show the palette over *host*, or go to the one that is open; *find* finds texts."""
    going = next((one for one in host.findChildren(Palette) if one.isVisible()), None)
    if going is None:
        Palette(window, host, pages, find).open()
    else:
        going.frame.edit.selectAll()
        going.frame.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)


class Palette(QWidget):
    """Lies over the page, which shows through; the keyboard stays in its field.

    People and commands stand there at once, texts as soon as they are found. It goes with Esc, a
    click beside it, or whatever else is turned to; Esc gives the keyboard back to where it was.
    """

    def __init__(self, window: Shell, host: QWidget, pages: StandalonePages, find: Find) -> None:
        super().__init__(host)
        self._window, self._host, self._pages = window, host, pages
        self._ctx = ctx = window.ctx
        page = pages.current
        self._review = page is not None and page.objectName() == names.REVIEWS_VIEW
        self._theme = ctx.theme.in_area("review") if self._review else ctx.theme
        self._before = Alive(QApplication.focusWidget())
        self._is_open = False
        self.waits = False  # whether texts for what is typed now are still looked for
        self._enter = False  # whether Enter was pressed meanwhile
        self._sure: list[PaletteRow] = []
        self._texts: list[PaletteRow] = []
        self._like: list[PaletteRow] = []
        self._found = Found()
        self.setObjectName(names.PALETTE)
        self.setAccessibleName(tr("Search or go to…"))
        self.frame = PaletteFrame(self._theme, self, review=self._review, shared=ctx.sharing.on)
        self._offers = self._offers_now()
        self._reader = PaletteReader(ctx.store, find)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        ctx, frame = self._ctx, self.frame
        frame.edit.textChanged.connect(self._typed)
        frame.edit.installEventFilter(self)
        frame.list.clicked.connect(self._click)
        frame.filter_removed.connect(self._remove_filter)
        self._reader.found.connect(self._show_found)
        self._reader.failed.connect(self._show_failure)
        self._host.installEventFilter(self)
        ctx.day.changed.connect(self._follow_day)
        ctx.sharing.turned.connect(self.leave_at_once)
        ctx.drafts.turned.connect(self.leave_at_once)
        self._window.content.currentChanged.connect(self.leave_at_once)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def open(self) -> None:
        """Show it and take the keyboard; what waits to be saved is saved, so that it is found."""
        if self._ctx.autosaver.pending:
            self._ctx.autosaver.write_due()
        self._typed("")
        self._place()
        self.show()
        self.raise_()
        self._is_open = True
        self.frame.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self._tell()

    def _offers_now(self) -> Offers:
        """Those who are in the rail and what can be done, as of today."""
        window, today = self._window, self._ctx.clock.today()
        return Offers(window.rail.model.seen, window.actions_, today, review=self._review)

    @Slot()
    def _follow_day(self) -> None:
        """Look again for what is typed: it is said of which day it is, and which comes next."""
        if self._is_open:
            self._offers = self._offers_now()
            self._typed(self.frame.edit.text())

    @property
    def scope(self) -> Scope:
        """Where texts are looked for: on this side, and while shared of the one who looks on."""
        sharing = self._ctx.sharing
        area = Area.REVIEWS if self._review else Area.CONVERSATIONS
        return Scope(area=area, person_id=sharing.person_id, private=not sharing.on)

    @Slot(str)
    def _typed(self, typed: str) -> None:
        """Offer what the window has in its hands at once, and look for texts."""
        self._enter = False
        only = typed.lstrip()[:1]
        self._offer(typed, only)
        self.waits = bool(typed.strip()) and only not in (COMMANDS_ONLY, PEOPLE_ONLY)
        if self.waits:
            self._reader.ask(typed, self.scope, self._ctx.clock.today())
        else:
            self._reader.forget()
            self._take(Answer(Found()))
        self._show()
        if self._is_open and not self.waits:
            self._tell()

    def _offer(self, typed: str, only: str) -> None:
        offers, rest = self._offers, typed.lstrip()[1:]
        self._like = []
        if not typed.strip():
            self._sure = offers.before_typing(self._places())
        elif only == COMMANDS_ONLY:
            self._sure = [row for _, row in offers.commands(rest, every=True)]
        elif only == PEOPLE_ONLY:
            self._sure = [row for _, row in offers.people(rest, every=True)]
        else:
            people, commands = offers.people(typed), offers.commands(typed)
            sure = [row for found, row in people if found.strong]
            doing = [row for found, row in commands if found.strong][:MOST_SURE]
            self._sure = [*sure, *(doing if len(typed.strip()) > 1 else [])]
            self._like = [row for _, row in (*people, *commands) if row not in self._sure]

    def _places(self) -> list[str]:
        """Where one was last, without where one is."""
        here = place_of(self._window)
        return [place for place in last_places(self._ctx.settings) if place != here]

    def _take(self, answer: Answer) -> None:
        """Show what was found beside the list, and keep its rows."""
        offers, typed, found = self._offers, self.frame.edit.text(), answer.found
        hits = tuple(hit for hit in found.hits if not offers.is_offered(hit))
        count = found.count - len(found.hits) + len(hits)
        self._found = found = replace(found, hits=hits, count=count)
        narrowing = offers.completions(typed, answer.completions)
        self._texts = [*narrowing, *offers.texts(found, answer.people)]
        names_alone = any(row.text == found.understood for row in self._sure)
        self.frame.tell(
            self._count_words(found), found.problem or ("" if names_alone else found.understood)
        )
        self.frame.show_filters(found.filters)

    def _count_words(self, found: Found) -> str:
        typed = self.frame.edit.text().strip()
        if not typed:
            return ""
        there = bool(self._sure or self._texts or self._like)
        if typed[0] in (COMMANDS_ONLY, PEOPLE_ONLY):
            return "" if there else none_such(people=typed[0] == PEOPLE_ONLY)
        return count_words(found, review=self._review, there=there)

    def _show(self, chosen: PaletteRow | None = None) -> None:
        """Sure people and commands first, then texts, then what is only like it."""
        rows = with_headings([*self._sure, *self._texts, *self._like])
        self.frame.show_rows(rows, chosen, opened_first(rows, self.frame.edit.text()))
        self._place()

    @Slot(int, object)
    def _show_found(self, _number: int, answer: Answer) -> None:
        """The texts are there; a row that was chosen by hand stays chosen."""
        chosen = self.frame.chosen if self.frame.moved else None
        self.waits = False
        self._take(answer)
        self._show(chosen)
        first = self._tell()
        if self._enter and first is not None:
            self._open_row(first)

    @Slot(int, object)
    def _show_failure(self, _number: int, error: UserError | None) -> None:
        """What cannot be read is said in the palette; people and commands are there still."""
        self.waits = self._enter = False
        self._take(Answer(Found()))
        words = sentence(error) if error is not None else tr("The search didn't work. Try again.")
        self.frame.tell("", words)
        announce(self, words)
        self._show()

    def _tell(self) -> PaletteRow | None:
        """Have the screen reader tell what is shown now, and the row that Enter opens."""
        first = self.frame.chosen
        spoken = self.frame.list.rows.spoken(first) if first is not None else ""
        announce(self.frame.edit, sentences(*self.frame.told(), spoken))
        return first

    def _step(self, by: int) -> None:
        """Choose another row and have it told; the keyboard stays in the field."""
        found = self.frame.list
        found.step(by)
        self.frame.moved = True
        row = self.frame.chosen
        if row is not None:
            announce(self.frame.edit, sentences(found.rows.spoken(row), found.place_words()))

    def _remove_filter(self, one: Filter) -> None:
        """Search without it; the keyboard is in the field again."""
        typed = self.frame.edit.text()
        parts = (typed[: one.start].rstrip(), typed[one.end :].lstrip())
        self.frame.edit.setText(" ".join(part for part in parts if part))
        self.frame.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        row = self.frame.row_at(index)
        if row is not None and row.kind is not RowKind.HEADING:
            self._open_row(row)

    def _press_enter(self) -> None:
        """Open what is chosen; what is not found yet is opened once it is."""
        row = self.frame.chosen
        if self.waits and not (self.frame.moved or row in self._numbered_sure()):
            self._enter = True
        elif row is not None:
            self._open_row(row)

    def _numbered_sure(self) -> list[PaletteRow]:
        """The rows that do not depend on texts, as they stand in the list."""
        sure = [row.what for row in self._sure]
        return [row for row in self.frame.list.rows.rows if row.what in sure]

    def _open_row(self, row: PaletteRow) -> None:
        """Go where a row leads to, or do what it says."""
        if isinstance(row.what, Completion):
            self._complete(row.what)
            return
        self.leave()
        if row.kind is RowKind.COMMAND:
            self._window.actions_[str(row.what)].trigger()
        elif isinstance(row.what, Hit):
            self._jump(row.what)
        elif isinstance(row.what, tuple):
            self._ctx.navigator.open(*row.what)
            self._pages.focus()
        elif self._review:
            self._ctx.navigator.open_reviews(int(str(row.what)))
        else:
            self._ctx.navigator.open(int(str(row.what)))
            self._pages.focus()

    def _jump(self, hit: Hit) -> None:
        """Go to the very place of a text, with its words marked."""
        from careerdesk.ui.base.found_places import destination_of

        to = try_read(self._ctx, destination_of, self._ctx.store, hit)
        if to is not None:
            self._ctx.navigator.go(replace(to, words=self._found.words))

    def _complete(self, what: Completion) -> None:
        typed = self.frame.edit.text()
        self.frame.edit.setText(typed[: what.start] + what.text + typed[what.end :])

    def leave(self, *, back: bool = True) -> None:
        """Go; *back* gives the keyboard to where it was."""
        if not self._is_open:
            return
        self._is_open = False
        self._reader.stop()
        self.hide()
        if back and not focus_again(self._before):
            self._pages.focus()
        discard(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """The window goes, and the reader with it; one that is made small comes again."""
        super().hideEvent(event)
        if self._is_open and not event.spontaneous():
            self._is_open = False
            self._reader.stop()
            self.deleteLater()

    @Slot()
    def leave_at_once(self) -> None:
        """Go before anything else is shown."""
        self.leave(back=False)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.leave_at_once()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie over a window that is resized, and take the keys that choose from the field."""
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._place()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys from elsewhere in it, such as a chip; none goes on to the page."""
        self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        """Do what a key is for here; tells whether it is for anything."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in ENTER:
            self._press_enter()
        elif key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # so it is called in Qt
        """Tab takes how a filter goes on; else it goes round the field and the filters there."""
        row = self.frame.chosen if self.frame.moved or not self._texts else self._texts[0]
        if next and row is not None and isinstance(row.what, Completion):
            self._complete(row.what)
            return True
        stops: list[QWidget] = [self.frame.edit, *self.frame.chips()]
        at = next_place(stops, forward=next)
        stops[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box has it out of the way."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page behind stays where it is."""
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The page behind steps back."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.look.faint("ground", SHADE))
        painter.end()

    def _place(self) -> None:
        """Over the whole host, the box in the middle below its upper edge."""
        layout = self._host.layout()
        margins = layout.contentsMargins() if layout is not None else QMargins()
        self.setGeometry(self._host.rect().marginsRemoved(margins))
        wide = min(self.frame.sizeHint().width(), self.width() - 2 * AT_SIDES)
        size = self.frame.fit(wide, self.height() - 2 * FROM_TOP)
        left = (self.width() - wide) // 2
        self.frame.setGeometry(QRect(QPoint(left, FROM_TOP), size))


def next_place(stops: Sequence[QWidget], *, forward: bool) -> int:
    """The place after that with the keyboard, round and round."""
    here = next((n for n, stop in enumerate(stops) if stop.hasFocus()), -1)
    return (here + (1 if forward else -1)) % len(stops)
