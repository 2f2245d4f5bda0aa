"""Words without their marks within a paragraph, by the rules of CommonMark."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field
from functools import cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.marks import ADDRESS, NO_MARK, said

LONGEST_LINE = 10_000  # above it marks are left as they are, so that no line takes long
_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?"""
_SIGNS = frozenset("\\`![*_")  # with one of which each mark begins


@cache  # most notes have no marks: it is compiled for the first that has
def _mark() -> re.Pattern[str]:
    return re.compile(
        r"(?=[\\`!\[*_])(?:"  # which is found fast
        r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\(?=\n)"
        r"|(?P<ticks>`+)"
        r"|!?\[(?P<label>(?:\\[^\n]|`[^`\n]+`|[^\[\]\\`])*)\]"
        rf"\(\s*(?P<target>{ADDRESS}){_TITLE}\s*\)"
        rf"|(?P<kept>{NO_MARK.pattern})"
        r"|(?P<run>\*+|_+))"
    )


def unmarked(text: str, *, targets: bool = True) -> str:
    """The words of a paragraph; with *targets* each address of a link stands behind its words.

    Addresses are put away (`marks.put_away`), so that they are not read as marks. A very long
    paragraph is read line by line.
    """
    if len(text) <= LONGEST_LINE:
        return _unmarked(text, targets=targets)
    lines = text.split("\n")
    return "\n".join(
        line if len(line) > LONGEST_LINE else _unmarked(line, targets=targets) for line in lines
    )


def _unmarked(text: str, *, targets: bool) -> str:
    if _SIGNS.isdisjoint(text):
        return text
    words, pairs, at = [], _Pairs(), 0
    while found := _mark().search(text, at):
        words.append(text[at : found.start()])
        at = found.end()
        if found["escaped"]:
            words.append(found["escaped"])
        elif found["ticks"]:
            code, at = _code(text, found["ticks"], at)
            words.append(code)
        elif found["target"]:
            label = _unmarked(found["label"], targets=targets)
            words.append(_link(label, found["target"], targets=targets))
        elif found["kept"]:
            words.append(found["kept"])
        elif found["run"]:
            pairs.read(words, found)
    return "".join(words) + text[at:]


def _link(label: str, address: str, *, targets: bool) -> str:
    words = said(label, address)
    return words if targets or words == address else label.strip()


def _code(text: str, ticks: str, at: int) -> tuple[str, int]:
    """What stands in ticks, and where it ends; the ticks alone where they are never closed."""
    end = re.compile(f"(?<!`){ticks}(?!`)").search(text, at)
    if not end:
        return ticks, at
    code = text[at : end.start()].replace("\n", " ")
    if code.strip(" ") and code[0] == code[-1] == " ":
        code = code[1:-1]
    return code, end.end()


@dataclass(slots=True)
class _Opener:
    sign: str
    size: int  # of its run
    closes: bool  # too, as far as its place goes
    place: int
    number: int


@dataclass(slots=True)
class _Pairs:
    """Stars and underscores that may open emphasis, until a later one closes it."""

    open: list[_Opener] = field(default_factory=list)
    seen: int = 0
    in_vain: dict[tuple[str, bool, int], int] = field(default_factory=dict)

    def read(self, words: list[str], found: re.Match[str]) -> None:
        """Take one run of signs: those in pairs become nothing, the others are words."""
        run = found["run"]
        opens, closes = _sides(found.string, found.start(), found.end())
        earlier = self.seen
        for _ in run:
            if closes and self._closed(words, run, opens, earlier):
                continue
            if opens:
                self.seen += 1
                one = _Opener(run[0], len(run), closes, len(words), self.seen)
                self.open.append(one)
            words.append(run[0])

    def _closed(self, words: list[str], run: str, opens: bool, earlier: int) -> bool:
        key = (run[0], opens, len(run) % 3)
        for place in range(len(self.open) - 1, -1, -1):
            one = self.open[place]
            if one.number <= self.in_vain.get(key, 0):
                break
            fits = one.number <= earlier and _fit(one, len(run), opens)
            if one.sign == run[0] and fits:
                words[one.place] = ""
                del self.open[place:]
                return True
        self.in_vain[key] = earlier
        return False


def _fit(one: _Opener, size: int, opens: bool) -> bool:
    """The rule of three: what might open and close fits only if the sizes are not a puzzle."""
    odd = (one.closes or opens) and (one.size + size) % 3 == 0
    return not odd or (one.size % 3 == 0 and size % 3 == 0)


def _sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of signs may open emphasis, and whether it may close it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = _beside(after, before)
    right = _beside(before, after)
    if text[start] == "*":
        return left, right
    return left and (not right or _is_sign(before)), right and (not left or _is_sign(after))


def _beside(inner: str, outer: str) -> bool:
    """Whether a run hugs what is on its inner side."""
    if _is_blank(inner):
        return False
    return not _is_sign(inner) or _is_blank(outer) or _is_sign(outer)


def _is_blank(sign: str) -> bool:
    return sign in "\t\n\v\f\r" or unicodedata.category(sign) == "Zs"


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
