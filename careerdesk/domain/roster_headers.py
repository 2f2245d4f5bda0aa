"""The heading of a table: where it stands, and which of its columns is which field."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from careerdesk.domain.names import folded
from careerdesk.domain.roster_titles import AFTERTHOUGHTS, QUALIFIERS, TITLES

HEADER_WITHIN = 30  # rows: reports put a title, a date and an empty line above
_ASIDE = re.compile(r"\([^)]*(?:\)|$)|\[[^\]]*\]|\*+|[:?!†]")
_NUMBER = re.compile(r"(?<=\w)\s*#\s*$")  # Employee #
_OWNED = re.compile(r"'s?\b")  # Worker's Manager
_HALVES = re.compile(r"[/|]")
_BOTH = 2
_JOINTS = re.compile(r"[^\w]+|_+")


def find_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column of the header is which field; each is taken at most once.

    Marks as in *First name\\** or *ID (required)*, case, accents, spaces and hyphens do not count.
    A heading that fits as it stands goes before one that fits without a word such as *Work*.
    """
    found: dict[str, int] = {}
    for names in _spellings(header):
        _match(names, found)
    for place, title in enumerate(header):
        if place not in found.values() and (key := _in_two_languages(title)):
            found.setdefault(key, place)
    return found


def more_columns(header: Sequence[str], places: Mapping[str, int], key: str) -> tuple[int, ...]:
    """The other columns of the header that fit the field *key* and are no other field."""
    used = set(places.values())
    spellings = _spellings(header)
    fits = set(_compact()[key])
    return tuple(
        place
        for place in range(len(header))
        if place not in used and any(names[place] in fits for names in spellings)
    )


def _spellings(header: Sequence[str]) -> list[list[str]]:
    """The titles in plain letters without spaces, then those without words that say nothing."""
    plain = [_plain(title) for title in header]
    return [
        [words.replace(" ", "") for words in titles]
        for titles in (plain, [_unqualified(words) for words in plain])
    ]


@cache
def _in_two_languages(title: str) -> str:
    """The field that both halves of a heading name, as in *Prénom / First name*; or nothing."""
    halves = [half for half in _HALVES.split(title) if half.strip()]
    if len(halves) != _BOTH:
        return ""
    first, second = ([*find_columns([half])] for half in halves)
    return first[0] if first and first == second else ""


def _match(names: Sequence[str], found: dict[str, int]) -> None:
    places = {name: n for n, name in reversed([*enumerate(names)])}  # the first of each
    taken = set(found.values())
    for key, titles in _compact().items():
        if key in found:
            continue
        fitting = (places[title] for title in titles if title in places)
        place = next((one for one in fitting if one not in taken), None)
        if place is not None:
            found[key] = place
            taken.add(place)


@cache
def _compact() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(t.replace(" ", "") for t in titles) for key, titles in TITLES.items()}


def _plain(title: str) -> str:
    bare = _NUMBER.sub(" number", _ASIDE.sub(" ", title))
    return " ".join(_JOINTS.sub(" ", _OWNED.sub(" ", folded(bare))).split())


def _unqualified(words: str) -> str:
    """The heading without words that say nothing here, as in *Legal first name*."""
    parts = words.split()
    while len(parts) > 1 and parts[0] in QUALIFIERS:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in AFTERTHOUGHTS:
        parts = parts[:-1]
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


def is_heading_again(row: Sequence[str], places: Mapping[str, int]) -> bool:
    """Whether a row says once more what the columns at *places* are, in other words.

    So do tables with a heading for programs and one for people.
    """
    found = find_columns(row)
    same = [key for key in found if places.get(key) == found[key]]
    return holds_names(found) and len(same) > 1


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
    header: Sequence[str], used: Collection[int], rows: Sequence[Sequence[str]]
) -> tuple[tuple[int, str], ...]:
    """Place and title of each column that is not used; one without a title only if it is filled."""
    widest = max((len(row) for row in rows), default=0)
    titles = [*header, *[""] * (widest - len(header))]
    return tuple(
        (place, title.strip())
        for place, title in enumerate(titles)
        if place not in used and (title.strip() or _is_filled(rows, place))
    )


def _is_filled(rows: Sequence[Sequence[str]], place: int) -> bool:
    return any(row[place].strip() for row in rows if place < len(row))
