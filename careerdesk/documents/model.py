"""A document as its parts, before it has any form."""

from __future__ import annotations

from dataclasses import replace

from careerdesk.dataclass import dataclass
from careerdesk.i18n import fill, language


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something to do, in small who does it until when, and whether it is done."""

    text: str
    aside: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of an item: the words at the left, lines and things to do at the right."""

    label: str
    lines: tuple[str, ...] = ()
    steps: tuple[ActionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A goal: it stays whole on a page where it fits. `due` also says what else it is."""

    number: int
    title: str
    state: str
    state_name: str
    progress: float | None
    progress_words: str
    due: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A line: `aside` in small at its end, `mark` before it, `quiet` for no content.

    `point` says that it is one of a list by itself, `inset` that it belongs to the one before it,
    `tick` that it can be ticked, and whether it is. `value` is what was measured by that name.
    """

    text: str
    aside: str = ""
    mark: str = ""
    quiet: bool = False
    point: bool = False
    heading: bool = False
    inset: bool = False
    tick: bool | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Prose under a heading of its own within a section; `aside` in small beside the heading."""

    title: str
    paragraphs: tuple[str, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group with its heading; what it holds comes in the order of the fields.

    A paragraph may have several lines. `beside` stands in the second column where there are two,
    `boxed` in a box; `aside` stands in small at the heading. `key` is its name in data, whatever
    words the title has.
    """

    title: str
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    paragraphs: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    beside: bool = False
    aside: str = ""
    boxed: bool = False
    key: str = ""

    @property
    def size(self) -> int:
        """How many lines it holds, about: what takes long to lay out can be told by it."""
        rows = sum(1 + len(item.rows) for item in self.items)
        below = len(self.rows) + len(self.notes) + len(self.paragraphs)
        return 1 + rows + below + sum(1 + len(part.paragraphs) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, one quote or more, under a title of its own."""

    title: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """What stands out at the beginning: a title with its text, or what was `said`.

    `quiet` is a line below that, for which the rest makes room.
    """

    title: str = ""
    text: str = ""
    said: tuple[Said, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader sees; `kicker` is above the title, `line` below it.

    *one_page*: on paper it is made to fit on one, smaller first, then with `more_words` for the
    notes that are left out; what stays free is for writing, under `room_for_notes`. `paper` is the
    sheet it is for, empty for that of the locale. `room` is the one it comes from; it has the
    colours of that. *dated*: the headings are days, which stand in a column beside the notes.
    *squeezable*: it may be a little smaller if that saves a page.
    """

    language: str
    kicker: str
    title: str
    line: str
    callout: Callout | None
    sections: tuple[Section, ...]
    empty: str
    footer_name: str
    footer_date: str
    page_words: str
    paper: str = ""
    one_page: bool = False
    more_words: str = ""
    room_for_notes: str = ""
    room: str = "growth"
    dated: bool = False
    squeezable: bool = False

    @property
    def spoken(self) -> str:
        """The code of the language that it is in."""
        return self.language or language().partition("_")[0]

    @property
    def file_title(self) -> str:
        """The title of the file: what it is and for whom."""
        return f"{self.title}: {self.kicker}"

    @property
    def size(self) -> int:
        """How many lines it has, about."""
        return sum(section.size for section in self.sections)

    def shortened(self, most: int) -> Document:
        """With at most so many notes in each section, and how many are left out."""
        sections = tuple(self._short_section(section, most) for section in self.sections)
        return replace(self, sections=sections)

    def _short_section(self, section: Section, most: int) -> Section:
        rest = len(section.notes) - most
        if rest <= 0:
            return section
        more = Note(fill(self.more_words, n=rest), quiet=True)
        return replace(section, notes=(*section.notes[:most], more))
