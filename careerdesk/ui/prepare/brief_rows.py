"""The sections of a brief as the rows of a list: headings, lines, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.brief_lines import Group, Line, LineKind, Part, Words
from careerdesk.domain.note_lines import NoteLine
from careerdesk.domain.records import ItemState
from careerdesk.i18n import tr, translated
from careerdesk.ui.base.brief_words import because
from careerdesk.ui.base.texts import Dates, number
from careerdesk.ui.widgets.ticks import TickWords


class RowKind(StrEnum):
    """What stands around the lines of a brief."""

    HEAD = "head"
    NOTHING = "nothing"
    MORE = "more"
    BODY = "body"
    ADD_POINT = "add_point"
    ADD_FEEDBACK = "add_feedback"


Kind = LineKind | RowKind  # what a row is
TICKED = frozenset({LineKind.PROMISE, LineKind.STEP, LineKind.POINT})
AT_REST = frozenset({RowKind.HEAD, RowKind.NOTHING, RowKind.BODY, RowKind.ADD_POINT})
ICONS = {
    Part.WHEN: "checkin", Part.SINCE: "history", Part.PROMISES: "promise", Part.GOALS: "plan",
    Part.IDEAS: "hint", Part.NEXT_ACTION: "action", Part.AGENDA: "prepare",
    Part.QUESTION: "discovery", Part.WISHES: "aspiration", Part.DRIVES: "motivator",
    Part.TEMPERATURE: "temperature", Part.FEEDBACK: "feedback",
}  # fmt: skip
ROW_ICONS = {
    LineKind.WISH: "aspiration", LineKind.TEMPERATURE: "temperature", LineKind.FEEDBACK: "feedback",
    LineKind.STYLE: "person", RowKind.ADD_FEEDBACK: "plus",
}  # fmt: skip
MOST_CHIPS = 8
TOLD, EDIT, SHIFT = "told", "edit", "shift"
PUT_ON_AGENDA, ASK_NOW, ANOTHER = "put", "ask", "another"


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A row in words. `key` is the id of the record it is about, `tip` why it is there.

    `section` is spoken before the first row of a section; `links` are painted and can be pressed.
    """

    id: int
    part: Part
    kind: Kind
    text: str
    aside: str = ""
    below: str = ""
    tip: str = ""
    key: int = 0
    icon: str = ""
    section: str = ""
    private: bool = False
    warned: bool = False
    heading: bool = False
    unfolded: bool | None = None
    state: ItemState | None = None
    tick: TickWords | None = None
    chips: tuple[str, ...] = ()
    locked: frozenset[str] = frozenset()  # of the chips, those that are private
    links: tuple[tuple[str, str], ...] = ()
    room: int = 0
    away: bool = False


@dataclass
class RowMaker:
    """Makes rows of groups; ids stay the same as long as it lives."""

    today: date
    unfolded: set[int] = field(default_factory=set)  # notes
    captions: Mapping[Part, str] = field(default_factory=dict)
    _ids: dict[tuple[object, ...], int] = field(default_factory=dict)
    _seen: dict[tuple[object, ...], int] = field(default_factory=dict)
    _made: dict[int, list[BriefRow]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin with other lines: the rows of each are made once, and none gets an id twice."""
        self._seen.clear()
        self._made.clear()

    def heading(self, group: Group, room: int = 0) -> BriefRow:
        """The heading of a section, with what is said beside it; *room* is left at the end."""
        caption = translated(group.remark) if group.remark else self.captions.get(group.part, "")
        return BriefRow(self._id(group.part, RowKind.HEAD), group.part, RowKind.HEAD,
                        self.say(group.title), aside=caption, icon=ICONS[group.part],
                        room=room)  # fmt: skip

    def when(self, words: str, aside: str) -> BriefRow:
        """When the next check-in is."""
        return BriefRow(self._id(Part.WHEN), Part.WHEN, LineKind.FACT, words, aside=aside,
                        icon=ICONS[Part.WHEN])  # fmt: skip

    def nothing(self, group: Group) -> BriefRow:
        """What is said where a section has no lines."""
        return BriefRow(self._id(group.part, RowKind.NOTHING), group.part, RowKind.NOTHING,
                        translated(group.nothing))  # fmt: skip

    def more(self, part: Part, count: int) -> BriefRow:
        """How many lines are left out, or that they can be again."""
        words = tr("{n} more", n=count) if count else tr("Show fewer")
        return BriefRow(self._id(part, RowKind.MORE), part, RowKind.MORE, words,
                        unfolded=not count)  # fmt: skip

    def adding(self, part: Part, kind: Kind, words: str, room: int = 0) -> BriefRow:
        """A row that adds to its section; the field over it may need so much *room*."""
        return BriefRow(self._id(part, kind), part, kind, words, icon="plus", room=room)

    def lines(self, group: Group, lines: Sequence[Line]) -> list[BriefRow]:
        """The rows of some lines of a section; what drives somebody is one row."""
        drives = [line for line in lines if line.kind is LineKind.DRIVES]
        rows = [row for line in lines if line.kind is not LineKind.DRIVES
                for row in self._rows_of(group, line)]  # fmt: skip
        if drives:
            rows.append(self._chips(group, drives))
        return rows

    def _rows_of(self, group: Group, line: Line) -> list[BriefRow]:
        if id(line) not in self._made:
            self._made[id(line)] = self._rows(group, line)
        return self._made[id(line)]

    def _rows(self, group: Group, line: Line) -> list[BriefRow]:
        row = self._row(group, line)
        if line.kind is LineKind.NOTE and line.key in self.unfolded:
            return [row, *(self._body(row, n, one) for n, one in enumerate(line.body))]
        return [row]

    def _row(self, group: Group, line: Line) -> BriefRow:
        kind = line.kind
        text, aside = self.say(line.text), self.say(line.aside) if line.aside else ""
        first = bool(group.lines) and line is group.lines[0]
        return BriefRow(
            self._line_id(group.part, kind, line.key, "" if line.key else text), group.part, kind,
            text,
            aside=aside, below=self.say(line.below), tip=because(line.why), key=line.key,
            icon=line.icon or ROW_ICONS.get(kind, ""), private=line.private, warned=line.warned,
            section=self.say(group.title) if first else "",
            unfolded=line.key in self.unfolded if kind is LineKind.NOTE else None,
            state=line.state, links=_links(line),
            tick=_tick(line, text, aside) if kind in TICKED else None, away=line.away,
        )  # fmt: skip

    def _body(self, note: BriefRow, place: int, line: NoteLine) -> BriefRow:
        key = self._id(note.part, RowKind.BODY, note.key, place)
        return BriefRow(key, note.part, RowKind.BODY, line.words, aside=line.before,
                        heading=line.heading, private=note.private)  # fmt: skip

    def _chips(self, group: Group, lines: Sequence[Line]) -> BriefRow:
        names = tuple(f"{place} {self.say(line.text)}" for place, line in enumerate(lines, 1))
        first = lines[0] is group.lines[0]
        locked = frozenset(name for name, line in zip(names, lines, strict=True) if line.private)
        said = [
            tr("{name} (private, your guess)", name=name) if name in locked else name
            for name in names
        ]
        reasons = zip(said, lines, strict=True)
        tip = "\n".join(f"{name}: {because(one.why)}" for name, one in reasons)
        return BriefRow(self._id(group.part, LineKind.DRIVES), group.part, LineKind.DRIVES,
                        ", ".join(said), chips=_few(names), locked=locked, tip=tip,
                        section=self.say(group.title) if first else "")  # fmt: skip

    def say(self, words: Words) -> str:
        """Words in the language of the user, days as within a sentence."""
        if isinstance(words, str):
            return words
        return words.said(self._day, number)

    def _day(self, day: date) -> str:
        return Dates.short_day_within(day, self.today)

    def _id(self, *key: object) -> int:
        return self._ids.setdefault(key, len(self._ids) + 1)

    def _line_id(self, *key: object) -> int:
        """An id of its own for each line: a goal may have several."""
        often = self._seen[key] = self._seen.get(key, 0) + 1
        return self._id("line", *key, often)


def _tick(line: Line, text: str, aside: str) -> TickWords:
    return TickWords(text, bool(line.ticked), note=aside, late=line.warned, private=line.private)


def _few(names: tuple[str, ...]) -> tuple[str, ...]:
    """As many as a column has room for, and how many more there are."""
    rest = len(names) - MOST_CHIPS
    return names if rest <= 0 else (*names[:MOST_CHIPS], tr("{n} more", n=rest))


def _links(line: Line) -> tuple[tuple[str, str], ...]:
    if line.kind is LineKind.QUESTION:
        return ((PUT_ON_AGENDA, tr("Add to agenda")), (ASK_NOW, tr("Ask now")),
                (ANOTHER, tr("Another question")))  # fmt: skip
    if line.kind is LineKind.FEEDBACK:
        return ((TOLD, tr("Passed on")),) if line.warned else ((EDIT, tr("Edit")),)
    if line.away:
        return ((SHIFT, tr("Postpone")),)
    return ()


# How much is shown at once

LEAST = 2  # lines of each section, however low the window is
WEIGHT = (Part.SINCE, Part.GOALS, Part.PROMISES, Part.FEEDBACK, Part.DRIVES, Part.AGENDA)


def fitted(
    groups: Sequence[Group],
    make: Callable[[Mapping[Part, int]], list[BriefRow]],
    height: Callable[[list[BriefRow]], int],
    room: int,
    whole: frozenset[Part] = frozenset(),
) -> list[BriefRow]:
    """The rows that *make* gives for so many lines of each section, at most *room* high.

    Sections give way line by line, the longest first, down to their least; those that are
    *whole* do not.
    """
    shown = {one.part: min(len(one.lines), one.most or len(one.lines)) for one in groups}
    shown |= {one.part: len(one.lines) for one in groups if one.part in whole}
    able = [one for one in groups if one.part in WEIGHT and one.part not in whole]
    return _Fitting(able, shown, make, height, room).rows()


@dataclass
class _Fitting:
    """How many lines of each section are *shown*, and the sections that are *able* to give way."""

    able: list[Group]
    shown: dict[Part, int]
    make: Callable[[Mapping[Part, int]], list[BriefRow]]
    height: Callable[[list[BriefRow]], int]
    room: int

    def rows(self) -> list[BriefRow]:
        """The rows that fit, as far as sections can give way."""
        rows = self.make(self.shown)
        while self.able and (high := self.height(rows)) > self.room:
            spare = {one.part: self._spare(one) for one in self.able}
            group = max(self.able, key=lambda one: (spare[one.part], -WEIGHT.index(one.part)))
            longest = spare.pop(group.part)
            lead = longest - max(spare.values(), default=0)
            fewer = self._far_fewer(group, lead) or self._fewer(group, high)
            if fewer is None:
                self.able.remove(group)
            else:
                rows = fewer
        return rows

    def _spare(self, group: Group) -> int:
        """How many lines of a section can give way."""
        return self.shown[group.part] - max(LEAST, group.tail + 1)

    def _far_fewer(self, group: Group, lead: int) -> list[BriefRow] | None:
        """Many fewer lines of a section that is longer than all others by its *lead*.

        Only as many as leave the rows too high: line by line, one would come to them as well.
        """
        count = lead // 2
        while count > 1:
            if rows := self._with_fewer(group, count, lambda high: high > self.room):
                return rows
            count //= 2
        return None

    def _fewer(self, group: Group, high: int) -> list[BriefRow] | None:
        """One line fewer, or two: to say that one is left out may take its room."""
        for count in (1, 2)[: max(0, self._spare(group))]:
            if rows := self._with_fewer(group, count, lambda now: now < high):
                return rows
        return None

    def _with_fewer(
        self, group: Group, count: int, holds: Callable[[int], bool]
    ) -> list[BriefRow] | None:
        """The rows with so many fewer lines of a section from now on, if it *holds* for them."""
        shown = {**self.shown, group.part: self.shown[group.part] - count}
        rows = self.make(shown)
        if not holds(self.height(rows)):
            return None
        self.shown = shown
        return rows
