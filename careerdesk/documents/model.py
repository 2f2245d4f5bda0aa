"""A document as its parts, before it has any form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of an item: the words at the left, one or more lines at the right."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A goal: it stays whole on a page where it fits."""

    number: int
    title: str
    state: str
    state_name: str
    progress: float | None
    progress_words: str
    due: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A group with its heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """What stands out at the beginning."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader sees; `kicker` is above the title, `line` below it."""

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

    @property
    def file_title(self) -> str:
        """The title of the file: what it is and for whom."""
        return f"{self.title}: {self.kicker}"
