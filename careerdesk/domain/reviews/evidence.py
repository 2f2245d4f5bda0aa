"""Evidence of a period: what may be used, how it spreads over the months, and if it is recent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import Source

RECENT_MONTHS = 2
RECENT_PART = 0.5  # of what is cited; more than that is remarked on
LEAST_FOR_REMARK = 3
_MARK = re.compile(
    r"(?:[-*+•–—−·‣◦▪▫●○■□➢➤✓✔]\s+|o\t\s*|[・●•]|\(?\d{1,3}[.)]\s+|\d{1,3}[、．])"
)  # a lone o is a bullet of word processors; with a blank it may be a word
_UNSEEN = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff"


@dataclass(frozen=True, slots=True)
class Offered:
    """Something dated that may be cited; `number` counts what is cited, 0 while it is not.

    `evidence_id` is the id of its citation, 0 while it is not cited. `noted` is the day it was
    written down, where that is known to be another one. What `is_left` was cited before, and would
    not be offered now.
    """

    source: Source
    source_id: int
    on: date
    title: str
    words: str = ""
    number: int = 0
    evidence_id: int = 0
    noted: date | None = None
    is_left: bool = False

    @property
    def key(self) -> tuple[Source, int]:
        """What it is: a source and an id."""
        return self.source, self.source_id


def holds_title(source: Source, title: str, words: str) -> bool:
    """Whether the *words* of evidence, on one line, say its title themselves.

    That of feedback is one part of it, before which the situation and a name may stand.
    """
    title = title.rstrip("…").strip()
    return title in words if source is Source.FEEDBACK else words.startswith(title)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the period: how much there is, and how much of it is cited."""

    first: date
    count: int = 0
    cited: int = 0
    ahead: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the month is over, or going on, and holds nothing."""
        return not self.count and not self.ahead


@dataclass(frozen=True, slots=True)
class Spread:
    """How evidence lies over a period."""

    months: tuple[Month, ...]
    items: int
    cited: int
    recent_cited: int

    @property
    def is_recent(self) -> bool:
        """Whether most of what is cited comes from the last two months."""
        return self.cited >= LEAST_FOR_REMARK and self.recent_cited > self.cited * RECENT_PART

    @property
    def empty(self) -> tuple[Month, ...]:
        """The months that hold nothing."""
        return tuple(month for month in self.months if month.is_empty)


def spread(offered: Iterable[Offered], starts_on: date, ends_on: date, today: date) -> Spread:
    """Count evidence by month, from the first to the last month of the period."""
    items = list(offered)
    months = [_month(first, items, today) for first in _firsts(starts_on, ends_on)]
    past = [month for month in months if not month.ahead]
    recent = {month.first for month in past[-RECENT_MONTHS:]}
    cited = [one for one in items if one.number]
    return Spread(
        tuple(months),
        len(items),
        len(cited),
        sum(one.on.replace(day=1) in recent for one in cited),
    )


def _month(first: date, items: Sequence[Offered], today: date) -> Month:
    inside = [one for one in items if one.on.replace(day=1) == first]
    return Month(first, len(inside), sum(bool(one.number) for one in inside), first > today)


def _firsts(starts_on: date, ends_on: date) -> list[date]:
    found, first = [], starts_on.replace(day=1)
    while first <= ends_on:
        found.append(first)
        number = first.year * 12 + first.month
        if number // 12 > date.max.year:
            break
        first = date(number // 12, number % 12 + 1, 1)
    return found


def in_order(offered: Iterable[Offered]) -> list[Offered]:
    """The newest first; within a day by source and id."""
    return sorted(offered, key=lambda one: (one.on, one.source.value, one.source_id), reverse=True)


def split_list(text: str) -> list[str]:
    """The accomplishments in a pasted text: one a line, or one a paragraph where lines are long.

    Bullets, numbers and blank lines are dropped.
    """
    text = "\n".join(line.strip(_UNSEEN) for line in text.splitlines())
    paragraphs = [block for block in re.split(r"\n{2,}", text) if block.strip()]
    lines = [line for line in text.splitlines() if line]
    marked = sum(_unmarked(line) != line for line in lines)
    whole = len(paragraphs) > 1 and not marked and len(lines) > len(paragraphs)
    parts = [" ".join(block.split()) for block in paragraphs] if whole else lines
    return [words for part in parts if (words := _unmarked(part))]


def _unmarked(line: str) -> str:
    """A line without the bullet or number it starts with; a line that was deleted has no words."""
    mark = _MARK.match(f"{line} ")
    return line[mark.end() :].strip() if mark else line
