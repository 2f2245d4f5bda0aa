"""Names in tables: turned round at a comma, freed of the marks that programs put behind them."""

from __future__ import annotations

import re
from typing import NamedTuple

from careerdesk.domain.names import folded, split_name
from careerdesk.domain.roster_cells import word_set
from careerdesk.domain.roster_standing import Standing, read_status

_MARK = re.compile(r"(.+?)\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\})$")
_SIGNS = re.compile(r"(\w[.)\]]?)\s*[*†‡]+$")
_ID = re.compile(r"(?:#|id:? ?|no\.? ?)?([\w-]*\d[\w-]*)$", re.IGNORECASE)
_PRONOUNS = re.compile(r"[a-z]{1,6}(?: ?/ ?[a-z]{1,6}){1,2}$", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,3}$")
_KINDS = word_set(
    "contractor contingent contract intern trainee temp temporary external extern externe manager "
    "inherited fte part-time parttime full-time consultant vendor apprentice werkstudent azubi "
    "student stagiaire becario you self"
)
_NUMBERS = word_set("jr sr ii iii iv junior senior")
_DEGREES = word_set("phd md mba cpa dds dmd rn esq jd pe pmp cfa dvm pharmd msc bsc edd dphil")
_HONORIFICS = word_set("dr prof mr mrs ms mx")
_MOST_MARKS = 4
_ENDS = frozenset(")]}*†‡")
_LONGEST = 500  # no longer text is a name, and many brackets take their time


class MarkedName(NamedTuple):
    """A name, and what the marks behind it say; `marks` are those that say nothing here."""

    name: str
    external_id: str = ""
    standing: Standing = Standing.UNSAID
    pronouns: str = ""
    marks: tuple[str, ...] = ()


def unmarked(text: str) -> MarkedName:
    """Take *(1001)*, *(On Leave)*, *[C]*, *(she/her)* and * from the end of a name.

    What else stands in brackets belongs to the name: *Robert (Bob)*.
    """
    if text[-1:] not in _ENDS or len(text) > _LONGEST:
        return MarkedName(text)
    found = MarkedName(_SIGNS.sub(r"\1", text))
    for _ in range(_MOST_MARKS):
        match = _MARK.match(found.name)
        if match is None:
            break
        inside = next(part for part in match.groups()[1:] if part is not None).strip()
        after = _taken(found, match[1].rstrip(" -–,"), inside, in_round=match[2] is not None)
        if after is None:
            break
        found = after
    return found


def _taken(found: MarkedName, name: str, mark: str, *, in_round: bool) -> MarkedName | None:
    """The name without a mark, or None where that belongs to it."""
    standing = read_status(mark)
    if standing is not Standing.UNSAID:
        return MarkedName(name, found.external_id, standing, found.pronouns, found.marks)
    if code := _ID.match(mark):
        said = found.external_id or code[1]
        return MarkedName(name, said, found.standing, found.pronouns, found.marks)
    if _PRONOUNS.match(mark):
        return MarkedName(name, found.external_id, found.standing, mark.lower(), found.marks)
    if in_round and not (_CODE.match(mark) or folded(mark) in _KINDS or not mark):
        return None
    marks = (f"({mark})" if in_round else f"[{mark}]", *found.marks)
    return MarkedName(name, found.external_id, found.standing, found.pronouns, marks)


def given_and_family(whole: str) -> tuple[str, str]:
    """Given and family name of a whole one; *Last, First* is turned round.

    What stands behind a name goes with the family: *Ruiz, Ana, Jr.* and *Ruiz, Ana III* are
    Ana Ruiz Jr. and Ana Ruiz III; in *Ana Ruiz, PhD* nothing is turned round.
    """
    parts = [part.strip() for part in whole.split(",")]
    ends: list[str] = []
    while len(parts) > 1 and _is_end(parts[-1]):
        ends.insert(0, parts.pop())
    if len(parts) == 1:
        given, family = _unturned(parts[0])
    else:
        family, given = parts[0], ", ".join(parts[1:])
        given, _, last = given.rpartition(" ") if _is_number(given) else (given, "", "")
        ends = [last, *ends] if last else ends
        if not (given and family):
            return split_name(whole)
    for end in ends:
        family += f" {end}" if folded(end).strip(".") in _NUMBERS else f", {end}"
    return given, family.lstrip(", ") if not family[:1].isalnum() else family


def _unturned(name: str) -> tuple[str, str]:
    """The halves of a name in its own order; *Dr.* does not stand for a given name."""
    first, _, rest = name.partition(" ")
    if folded(first).strip(".") in _HONORIFICS and " " in rest:
        given, family = split_name(rest)
        return f"{first} {given}", family
    return split_name(name)


def _is_number(given: str) -> bool:
    """Whether a given name ends with what numbers a family's sons: *Cal III*, *Cal Jr.*"""
    first, _, last = given.rpartition(" ")
    return bool(first) and folded(last).strip(".") in _NUMBERS


def _is_end(part: str) -> bool:
    """Whether a part behind a comma is no name: *Jr.*, *PhD*, *M.D.*"""
    return folded(part).replace(".", "") in _NUMBERS | _DEGREES


def preferred(text: str, given: str, family: str) -> str:
    """The preferred given name in a cell that may hold the family too; empty if it is *given*."""
    if not text:
        return ""
    plain = " ".join(text.split())
    first, comma, second = (part.strip() for part in plain.partition(","))
    if comma and folded(first) == folded(family):
        plain = second
    elif family and folded(plain).endswith(" " + folded(family)):
        plain = plain.rsplit(maxsplit=len(family.split()))[0]  # Weiß may be spelled Weiss there
    return "" if plain == given else plain


def says_more(known: str, said: str) -> bool:
    """Whether a spelling of the same name is worth taking over: with accents, not in capitals.

    Names that are not the same in plain letters always are.
    """
    if folded(known) != folded(said):
        return True
    if _one_case(said) and not _one_case(known):
        return False
    marks = sum(not letter.isascii() for letter in said) - sum(not c.isascii() for c in known)
    if marks:
        return marks > 0
    return _one_case(known) and not _one_case(said)


def _one_case(text: str) -> bool:
    return text in (text.upper(), text.lower())
