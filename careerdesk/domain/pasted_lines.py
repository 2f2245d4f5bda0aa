"""The lines of a pasted answer, each with what it is: said, quoted of the letter, or neither.

Mails quote with `>`, or put the head of the old mail between, or nothing at all; so what counts is
whether a line says what the letter said. Nothing is dropped here: each line keeps its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_marks import Sure
from careerdesk.domain.answer_words import (
    farewell_name,
    header_of,
    is_attribution,
    is_farewell,
    is_greeting,
    is_name,
    is_phone_line,
    is_separator,
    may_begin_attribution,
)
from careerdesk.domain.asking_before import Asked, Letter, target_of
from careerdesk.domain.names import folded
from careerdesk.domain.pasted_line import Line, Role, split
from careerdesk.domain.quoted_letter import with_letter

MOST_OF_A_SIGNATURE = 8  # lines below `--`; more than that is no signature
_EDGES = " \t\u200c\u200d"
_QUOTED = re.compile(r"\s*(?:(?:>|＞|&gt;|\|)\s?)+")
_QUOTE = re.compile(r">|＞|&gt;|\|")
_CHAT = re.compile(
    r"(?:\[(?=[^\]]*\d:\d)[\d./:, -]{6,24}(?:\s?[AaPp][Mm])?\]|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])? -)"
    r"\s*([^:\[\]]{1,40}):\s+"
)
_CHAT_ROOM = re.compile(r"\[\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\]\s+(.{2,40})")
_TIME = re.compile(r"\[?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\]?")
_CHAT_HEAD = re.compile(r"(.{2,40}?)\s+\[?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\]?")


@dataclass(slots=True)
class Pasted:
    """All lines, and the names that say who wrote them."""

    lines: list[Line]
    signed: list[str]


def lines_of(
    text: str, letter: Letter, own: frozenset[str], names: frozenset[str] = frozenset()
) -> Pasted:
    """Each line with its role.

    *own* are the names of the person, *names* those of others, folded: chats put them above, mails
    below.
    """
    signed: list[str] = []
    opened = [_opened(at, line, own, signed) for at, line in enumerate(split(text), 1)]
    _leave_heads(opened, own | names, signed)
    lines = list(with_letter(opened, letter))
    _part_by_depth(lines)
    _know_translation(lines, letter)
    _leave_signatures(lines)
    _leave_politeness(lines, own, signed)
    return Pasted(lines, signed)


def _opened(number: int, raw: str, own: frozenset[str], signed: list[str]) -> Line:
    quoted = _QUOTED.match(raw)
    depth = len(_QUOTE.findall(quoted[0])) if quoted else 0
    rest = raw[quoted.end() :] if quoted else raw
    text = rest.strip(_EDGES)
    said = _CHAT.match(text)
    if said and is_name(said[1]):
        signed.append(said[1].strip())
        text = text[said.end() :]
    who, colon, words = text[:40].partition(":")
    if colon and words.strip() and folded(who) in own:
        text = text[len(who) + 1 :].strip(_EDGES)
    indent = len(rest) - len(rest.lstrip(_EDGES))
    return Line(number, text, depth, indent, Role.SAID if text else Role.BLANK)


def _leave_heads(lines: Sequence[Line], names: frozenset[str], signed: list[str]) -> None:
    """Heads of mails, the line that says who wrote, and lines that part one mail from another."""
    said_yet = False
    at = 0
    while at < len(lines):
        size = _head_size(lines, at) or _chat_size(lines, at, names)
        for line in lines[at : at + size]:
            line.role = Role.LEFT_OUT
            if not said_yet and header_of(line.text) == "from":
                signed.append(re.split(r"[<\[(]", line.text.partition(":")[2])[0].strip(' *_"'))
        who = _above_chat(lines[at].text, names) if not size else ""
        if who:
            lines[at].role = Role.LEFT_OUT
            signed.append(who)
        said_yet = said_yet or lines[at].role is Role.SAID
        at += max(size, 1)


def _chat_size(lines: Sequence[Line], at: int, names: frozenset[str]) -> int:
    """Two for a name above a time, which some chats put there."""
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return 2 if _TIME.fullmatch(following) and folded(lines[at].text) in names else 0


def _above_chat(text: str, names: frozenset[str]) -> str:
    """The name in a line as `[13:10] Kim Lund` or `Kim Lund 13:10`, which chats put above."""
    found = _CHAT_ROOM.fullmatch(text) or _CHAT_HEAD.fullmatch(text)
    return found[1] if found and folded(found[1]) in names else ""


def _head_size(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are a head."""
    line = lines[at]
    if line.role is Role.BLANK:
        return 0
    if is_attribution(line.text) or is_separator(line.text) or is_phone_line(line.text):
        return 1
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is not None and _breaks_attribution(line.text, following.text):
        return 2
    return _header_lines(lines, at)


def _breaks_attribution(one: str, other: str) -> bool:
    if not other or not may_begin_attribution(one):
        return False
    alone = is_attribution(other) and may_begin_attribution(other)
    return is_attribution(f"{one} {other}") and not alone


def _header_lines(lines: Sequence[Line], at: int) -> int:
    found = []
    for line in islice(lines, at, at + 12):
        kind = header_of(line.text)
        if not kind:
            break
        found.append(kind)
    return len(found) if "from" in found and len(found) > 1 else 0


def _part_by_depth(lines: Sequence[Line]) -> None:
    """What is quoted as deeply as the letter, and is not of it, was not said now."""
    depths = Counter(line.depth for line in lines if line.role is Role.LETTER and line.asked)
    if depths:
        most = max(depths.values())
        at = min(depth for depth, count in depths.items() if count == most)
    else:
        at = min((line.depth for line in lines if line.role is Role.SAID), default=0) + 1
    for line in lines:
        if line.role is Role.SAID and line.depth >= max(at, 1) and not line.behind:
            line.role = Role.OTHER
        elif line.role is Role.LETTER and line.depth > at:
            line.role = Role.LEFT_OUT


def _know_translation(lines: Sequence[Line], letter: Letter) -> None:
    """Questions that were sent in other words, as in another language: known by their numbers."""
    if any(line.role is Role.LETTER and line.asked for line in lines):
        return
    asked = {one.number: one for one in letter.questions}
    quoted = [line for line in lines if line.role is Role.OTHER]
    found = {line.mark.number for line in quoted if line.mark and line.mark.sure is Sure.NUMBER}
    if len(found & asked.keys()) < 2:
        return
    now: Asked | None = None
    for line in quoted:
        mark = line.mark
        if mark is not None and mark.sure is Sure.NUMBER and mark.number in asked:
            now = asked[mark.number]
            line.role, line.asked, line.reworded = Role.LETTER, now, True
        elif mark is not None and mark.sure is Sure.LETTER and now is not None:
            line.target = target_of(now, mark.label)
            line.role = Role.LETTER if line.target else Role.OTHER
            line.asked, line.reworded = now, True


def _leave_signatures(lines: Sequence[Line]) -> None:
    for at, line in enumerate(lines):
        if line.role is Role.SAID and line.text == "--":
            below = list(_below(lines, at + 1))
            marked = any(one.mark and one.mark.sure is Sure.NUMBER for one in below)
            if len(below) <= MOST_OF_A_SIGNATURE and not marked:
                for one in (line, *below):
                    one.role = Role.LEFT_OUT


def _below(lines: Sequence[Line], at: int) -> Iterator[Line]:
    for line in islice(lines, at, at + 3 * MOST_OF_A_SIGNATURE):
        if line.role not in (Role.SAID, Role.BLANK):
            return
        if line.role is Role.SAID:
            yield line


def _leave_politeness(lines: Sequence[Line], own: frozenset[str], signed: list[str]) -> None:
    """A greeting above what is said, thanks and a name below it."""
    for line in lines:
        if line.role in (Role.SAID, Role.OTHER):
            if is_greeting(line.text):
                line.role = Role.LEFT_OUT
            break
    _leave_own_farewell(lines, own)
    for at, line in enumerate(lines):
        ends = line.role not in (Role.SAID, Role.BLANK) or at == len(lines) - 1
        if ends:
            _leave_farewell(lines, at if line.role is not Role.SAID else at + 1, signed)
    for line in lines:
        polite = line.role is Role.OTHER and (is_greeting(line.text) or is_farewell(line.text))
        if polite or (line.role is Role.OTHER and farewell_name(line.text)):
            line.role = Role.LEFT_OUT


def _leave_farewell(lines: Sequence[Line], end: int, signed: list[str]) -> None:
    """The last lines of what is said, where they are a farewell, a name, or both."""
    last: list[Line] = []
    for line in reversed(lines[max(0, end - 8) : end]):
        if line.role is Role.SAID:
            last.append(line)
        elif line.role is not Role.BLANK:
            break
        if len(last) == 3:
            break
    for size, line in enumerate(last, 1):
        name = farewell_name(line.text)
        if not name and not is_farewell(line.text):
            continue
        names = last[: size - 1]
        if all(is_name(one.text) or is_farewell(one.text) for one in names):
            signed += [name, *(one.text.strip(" -–—.,!") for one in names)]
            for one in (line, *names):
                one.role = Role.FAREWELL
        return


def _leave_own_farewell(lines: Sequence[Line], own: frozenset[str]) -> None:
    """A farewell with their name, also where more stands below it."""
    said = [line for line in lines if line.role is Role.SAID]
    for line, following in pairwise(said):
        if is_farewell(line.text) and _is_own(following, own):
            line.role = following.role = Role.FAREWELL
    for line in said:
        if folded(farewell_name(line.text)) in own:
            line.role = Role.FAREWELL
    for before, line in pairwise(lines):
        if line.role is Role.SAID and before.role is Role.BLANK and _is_own(line, own):
            line.role = Role.FAREWELL


def _is_own(line: Line, own: frozenset[str]) -> bool:
    """Whether a line is the person's name alone."""
    return not line.behind and folded(line.text.strip(" -–—.,!")) in own
