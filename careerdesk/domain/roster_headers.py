"""The heading of a table: where it stands, and which of its columns is which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from careerdesk.domain.names import folded
from careerdesk.domain.roster_titles import QUALIFIERS, TITLES

HEADER_WITHIN = 30  # rows: reports put a title, a date and an empty line above
_ASIDE = re.compile(r"\([^)]*(?:\)|$)|\[[^\]]*\]|\*+|[:?!†]")
_JOINTS = re.compile(r"[^\w]+|_+")


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column of the header is which field; each is taken at most once.

    Marks as in *First name\\** or *ID (required)*, case, accents, spaces and hyphens do not count.
    A heading that fits as it stands goes before one that fits without a word such as *Work*.
    """
    plain = [_plain(title) for title in header]
    found: dict[str, int] = {}
    for names in (plain, [_unqualified(words) for words in plain]):
        _match([name.replace(" ", "") for name in names], found)
    return found


def _match(names: Sequence[str], found: dict[str, int]) -> None:
    for key, titles in _compact().items():
        if key in found:
            continue
        taken = set(found.values())
        for title in titles:
            place = next((n for n, name in enumerate(names) if name == title), None)
            if place is not None and place not in taken:
                found[key] = place
                break


@cache
def _compact() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(t.replace(" ", "") for t in titles) for key, titles in TITLES.items()}


def _plain(title: str) -> str:
    return " ".join(_JOINTS.sub(" ", folded(_ASIDE.sub(" ", title))).split())


def _unqualified(words: str) -> str:
    """The heading without words that say nothing here, as in *Legal first name*."""
    parts = words.split()
    while len(parts) > 1 and parts[0] in QUALIFIERS:
        parts = parts[1:]
    return " ".join(parts)


def holds_names(places: Mapping[str, int]) -> bool:
    """Whether these columns say who somebody is."""
    return "name" in places or {"given_name", "family_name"} <= places.keys()


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows is the heading: the first that knows most columns, names among them.

    None where no row is one.
    """
    best, most = None, 0
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        places = find_columns(row)
        if holds_names(places) and len(places) > most:
            best, most = number, len(places)
    return best


def part_of_name(places: Mapping[str, int], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The columns, where *Name* beside a given (or a family) name alone is the other half of it.

    That is so in many languages, *Nom* and *Prénom*, unless the cells hold the whole name.
    """
    half = {"given_name": "family_name", "family_name": "given_name"}
    there = [key for key in half if key in places]
    if "name" not in places or len(there) != 1 or _whole(places, rows, there[0]):
        return dict(places)
    other = half[there[0]]
    return {other if key == "name" else key: place for key, place in places.items()}


def _whole(places: Mapping[str, int], rows: Sequence[Sequence[str]], key: str) -> bool:
    """Whether a cell of the names says that of the other column, too."""
    last = max(places["name"], places[key])
    return any(
        row[places[key]].strip() and folded(row[places[key]]) in folded(row[places["name"]])
        for row in rows
        if len(row) > last
    )


def ignored_columns(
    header: Sequence[str], places: Mapping[str, int], rows: Sequence[Sequence[str]]
) -> tuple[tuple[int, str], ...]:
    """Place and title of each column that is not used; one without a title only if it is filled."""
    used = set(places.values())
    widest = max((len(row) for row in rows), default=0)
    titles = [*header, *[""] * (widest - len(header))]
    return tuple(
        (place, title.strip())
        for place, title in enumerate(titles)
        if place not in used and (title.strip() or _is_filled(rows, place))
    )


def _is_filled(rows: Sequence[Sequence[str]], place: int) -> bool:
    return any(row[place].strip() for row in rows if place < len(row))
