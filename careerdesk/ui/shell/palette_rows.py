"""What the palette offers: last places, people, commands, and the texts that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from careerdesk.domain.records import Person
from careerdesk.domain.search.found import Completion, State
from careerdesk.domain.search.fuzzy import Match, match
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.when import when_words
from careerdesk.ui.shell import actions as known
from careerdesk.ui.shell.palette_row import PaletteRow, RowKind
from careerdesk.ui.shell.palette_words import caption, shown

if TYPE_CHECKING:
    from careerdesk.domain.search.found import Found, Hit
    from careerdesk.domain.views import PersonRow
    from careerdesk.ui.shell.actions import Actions

MOST_PEOPLE, MOST_COMMANDS, MOST_PLACES = 5, 5, 7
FEW_PLACES = 4  # where there are less, people are offered as well
MOST_SURE = 3  # commands that stand before the texts
NAMES = ("given_name", "family_name", "preferred_name")
COMMANDS_ONLY, PEOPLE_ONLY = ">", "@"

ICONS = {
    names.NEW_PERSON: "person", names.QUICK_CAPTURE: "capture", names.IMPORT_PEOPLE: "import",
    names.EXPORT_PLAN: "export", known.EXPORT_OWN_WORDS: "export", known.EXPORT_BRIEF: "export",
    known.EXPORT_CHECK_INS: "export", known.SHOW_TRASH: "trash", known.SHOW_BACKUPS: "backup",
    names.PREFERENCES: "settings",
    names.QUIT: "close", names.UNDO: "undo", names.REDO: "redo",
    names.EARLIER_VERSIONS: "history", names.MOVE_PLAN_ITEM_UP: "arrow-up",
    names.MOVE_PLAN_ITEM_DOWN: "arrow-down", names.GO_TODAY: "today", known.CLOSE_WEEK: "check",
    known.SHOW_OBJECTIVES: "objective", known.SHOW_TEMPLATES: "prepare",
    names.GO_PREPARE: "prepare", names.GO_DISCOVERY: "discovery", names.GO_PLAN: "plan",
    names.GO_CHECK_INS: "checkin", names.SHARE_SAFE_MODE: "share-safe", known.FOLD_RAIL: "people",
    known.START_CHECK_IN: "start", known.FINISH_RUNNING: "check",
    known.PLAN_ONE_ON_ONE: "calendar", known.PLAN_CAREER: "calendar",
    known.ADD_PAST_CHECK_IN: "clock", known.DISCOVERY_CONVERSATION: "discovery",
    names.NEW_PLAN_ITEM: "plan", names.FIND_IN_PAGE: "search", known.NOTE_FEEDBACK: "feedback",
    known.MARK_AGREED: "check", known.END_PLAN: "plan", names.ASK_BEFORE: "export",
    names.TAKE_IN_ANSWER: "import", known.EDIT_PERSON: "edit",
    known.ARCHIVE_PERSON: "person", known.DELETE_PERSON: "trash", names.GO_REVIEWS: "reviews",
    known.WRITE_NEXT: "edit", known.NEW_CYCLE: "plus", known.REVIEW_BOARD: "reviews",
}  # fmt: skip
TAB_ICONS = {"prepare": "prepare", "discovery": "discovery", "plan": "plan", "check-ins": "checkin"}


class Offers:
    """Makes the rows from what the window has in its hands; nothing is read here.

    `people` are those who may be seen, as the rail has them.
    """

    def __init__(
        self, people: Sequence[PersonRow], actions: Actions, today: date, *, review: bool
    ) -> None:
        self._people, self._actions, self._today = people, actions, today
        self._review = review
        self._named = {row.id: row for row in people}

    def before_typing(self, places: Iterable[str]) -> list[PaletteRow]:
        """The last places; where there are few of them, the first people."""
        group = tr("Recently viewed")
        rows = (row for place in places if (row := self._place(place)))
        found = [replace(row, group=group) for row in islice(rows, MOST_PLACES)]
        if len(found) < FEW_PLACES:
            found += [self._person(row, None) for row in self._people[:MOST_PLACES]]
        return found

    def completions(self, typed: str, offered: Iterable[Completion]) -> list[PaletteRow]:
        """How the word that is being typed may go on, where it does not stand there already."""
        group = tr("Narrow the search")
        return [
            PaletteRow(
                kind=RowKind.NARROWING, text=one.words, icon="filter", group=group, what=one,
                word=one.text.partition(":")[0] + ":",
            )
            for one in offered
            if typed[one.start : one.end].strip() != one.text.strip()
        ]  # fmt: skip

    def people(self, typed: str, *, every: bool = False) -> list[tuple[Match, PaletteRow]]:
        """Those whom *typed* means, the best first; of nothing typed that is everyone."""
        hits = (
            (found, row)
            for row in self._people
            if (found := _meant(typed, row.person.name, _also(row)))
        )
        best = sorted(hits, key=lambda one: -one[0].score)
        most = None if every else MOST_PEOPLE
        return [(hit, self._person(row, hit)) for hit, row in best[:most]]

    def commands(self, typed: str, *, every: bool = False) -> list[tuple[Match, PaletteRow]]:
        """Those that can be done now and that *typed* means, as `people`."""
        hits = (
            (found, action, menu)
            for action, menu in self._offered()
            if (found := _meant(typed, words(action), menu))
        )
        best = sorted(hits, key=lambda one: -one[0].score)[: None if every else MOST_COMMANDS]
        return [(hit, _command(action, menu, hit)) for hit, action, menu in best]

    def texts(self, found: Found, people: Mapping[int, Person]) -> list[PaletteRow]:
        """A row for each hit, group by group; that of the best hit comes first."""
        rows = [self._text(hit, people.get(hit.person_id or 0)) for hit in found.hits]
        order = list(dict.fromkeys(row.group for row in rows))
        return sorted(rows, key=lambda row: order.index(row.group))

    def is_offered(self, hit: Hit) -> bool:
        """Whether a hit is but the name of somebody who stands there as a person."""
        of_name = hit.kind is Person and hit.field in NAMES and hit.state is State.THERE
        return of_name and hit.record_id in self._named

    def _offered(self) -> Iterator[tuple[QAction, str]]:
        for title, specs in known.menus():
            for spec in specs:
                if spec.name not in (known.SEPARATOR, names.SEARCH):
                    action = self._actions[spec.name]
                    if action.isEnabled() and action.isVisible():
                        yield action, title.replace("&", "")

    def _person(self, row: PersonRow, hit: Match | None) -> PaletteRow:
        person = row.person
        about = (person.title, person.team, when_words(row, self._today))
        return PaletteRow(
            kind=RowKind.PERSON, text=person.name, marks=hit.marks if hit else (),
            caption=" · ".join(part for part in about if part),
            word=tr("Review") if self._review else tr("Person"),
            person=person, group=tr("People"), what=person.id,
        )  # fmt: skip

    def _place(self, place: str) -> PaletteRow | None:
        """A person with a tab, or a page; None for what is gone or may not be opened now."""
        person_id, _, tab = place.partition("/")
        if not person_id.isdecimal():
            offered = {action.objectName(): (action, menu) for action, menu in self._offered()}
            return _command(*offered[place], None) if place in offered else None
        row = self._named.get(int(person_id))
        if row is None or tab not in TAB_ICONS:
            return None
        return PaletteRow(
            kind=RowKind.PLACE, text=row.person.name, caption="", word=_tab_word(tab),
            person=row.person, what=(row.id, tab),
        )  # fmt: skip

    def _text(self, hit: Hit, person: Person | None) -> PaletteRow:
        look = shown(hit)
        about = caption(hit, person.name if person else "", self._today)
        return PaletteRow(
            kind=RowKind.TEXT, text=hit.line, marks=hit.marks, icon=look.icon, word=look.word,
            caption=about, private=hit.private, group=look.group, what=hit,
        )  # fmt: skip


def _meant(typed: str, name: str, also: str) -> Match | None:
    """How *typed* means a name, or failing that what else is said of it."""
    found = match(typed, name)
    if found is None and match(typed, f"{name} {also}") is not None:
        return Match(score=1)
    return found


def words(action: QAction) -> str:
    """What a command is called in its menu."""
    return action.text().replace("&", "")


def _command(action: QAction, menu: str, hit: Match | None) -> PaletteRow:
    return PaletteRow(
        kind=RowKind.COMMAND, text=words(action), marks=hit.marks if hit else (), word=menu,
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        icon=ICONS.get(action.objectName(), "more"), group=tr("Commands"),
        what=action.objectName(),
    )  # fmt: skip


def _also(row: PersonRow) -> str:
    person = row.person
    return f"{person.full_name} {person.title} {person.team}"


def _tab_word(tab: str) -> str:
    return {
        "prepare": tr("Prepare"),
        "discovery": tr("Discovery"),
        "plan": tr("Plan"),
        "check-ins": tr("Check-ins"),
    }[tab]


def with_headings(rows: Sequence[PaletteRow]) -> list[PaletteRow]:
    """The rows with the name of each group above it, numbered."""
    found: list[PaletteRow] = []
    group = ""
    for row in rows:
        if row.group and row.group != group:
            found.append(PaletteRow(kind=RowKind.HEADING, text=row.group))
        group = row.group
        found.append(row)
    return [replace(row, id=number) for number, row in enumerate(found, 1)]


def opened_first(rows: Sequence[PaletteRow], typed: str) -> PaletteRow | None:
    """What Enter opens: a text rather than a filter whose name may be but a word of it."""
    first = next((row for row in rows if row.kind is not RowKind.HEADING), None)
    what = first.what if first is not None else None
    if isinstance(what, Completion) and ":" not in typed[what.start : what.end]:
        return next((row for row in rows if row.kind is RowKind.TEXT), first)
    return first
