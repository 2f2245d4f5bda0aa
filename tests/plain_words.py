"""Which words of what was seen are neither of the language that nobody speaks nor somebody's own.

The team of the demo writes English too, so that a word alone says little. Words of the store count
as its own where they stand next to each other as they do there, and one alone that a text of the
program has too where nothing else stands in its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerdesk.domain.remarks import ENGLISH_MONTHS, ENGLISH_WEEK_DAYS
from tests.pseudo import LETTERS, catalogue

LEAST = 3  # letters of a word that is looked at
WORD = re.compile(r"[^\W\d_]+")
FIELDS = re.compile(r"[()“”\"|→·\n\t–—•]|  |\[x\]")
SENTENCES = re.compile(r"[.?!:,;] ")
NO_WORDS = re.compile(
    r"(?<!\w)/\S+|\b[\w-]+\.(?:csv|db|html|json|lock|md|pdf)\b"  # paths and files
    r"|\b[0-9a-f]{4}( [0-9a-f]{4})+\b|\b(?=\w*\d)[0-9a-f]{4,}\b"  # digests
    r"|, now (?=\d)"  # of a key result in the index of words, which is in no language
)
NAMES = {"CareerDesk", "careerdesk", "SHA", "GBP", "Python", "PySide", "SQLite", "Dropbox"}
TYPED = "qz"
"""What is typed into fields."""
KEYS = {"Alt", "Ctrl", "Del", "Down", "End", "Enter", "Esc", "Home", "Left", "PgDown", "PgUp",
        "Return", "Right", "Shift", "Space", "Tab"}  # fmt: skip
DAYS = {*ENGLISH_MONTHS, *ENGLISH_WEEK_DAYS, "Sept", "Thur"}
DAYS |= {name[:3] for name in DAYS}
FREE = frozenset(NAMES | KEYS | DAYS | {TYPED})
_SAID = frozenset(chr(one) for one in LETTERS.values() if isinstance(one, int))


class Own:
    """The words that somebody wrote: those of a store, and whatever else was typed."""

    def __init__(self, values: Iterable[str]) -> None:
        """*values* are all texts of it."""
        told = [" ".join(_words(one)) for one in values]
        self._whole = frozenset(told)
        self._text = f" {' | '.join(told)} ".lower()
        self._words = frozenset(word for one in told for word in one.split())
        self._ours = frozenset(
            word for key in catalogue() for word in _words(key.replace("\0", " "))
        )

    def unknown(self, text: str) -> list[str]:
        """The plain words of *text* that nobody wrote, wherever they stand: of a part of a line."""
        text = re.sub(r"\w+…", "", NO_WORDS.sub(" ", text))
        words = [one for one in _words(text) if not set(one) <= _SAID]
        known = self._words | FREE
        return [one for one in words if len(one) >= LEAST and one.isascii() and one not in known]

    def has_any(self, text: str) -> bool:
        """Whether words that somebody wrote stand in *text*."""
        words = [one for one in _words(text) if not set(one) <= _SAID and one not in FREE]
        return any(one in self._words for one in words if len(one) >= LEAST)

    def not_theirs(self, text: str) -> list[str]:
        """The parts of *text* that are plain words of nobody."""
        return [part for run in _runs(NO_WORDS.sub(" ", text)) for part in self._bad(run, text)]

    def _bad(self, run: str, text: str) -> Iterator[str]:
        parts, cut = [run], "…" in text
        for split in (FIELDS.split, SENTENCES.split, _between_free):
            left = [part for part in parts if not self._is_theirs(part, cut=cut)]
            parts = [one for part in left for one in split(part)]
        yield from (part for part in parts if not self._is_theirs(part, cut=cut))

    def _is_theirs(self, part: str, *, cut: bool) -> bool:
        words = _words(part)
        if not any(len(one) >= LEAST and one.isascii() for one in words):
            return True
        said = " ".join(words)
        if said in self._whole:
            return True
        if len(words) == 1:
            return said in self._words and said not in self._ours
        low = said.lower()  # a first letter may have been made a capital
        return f" {low} " in self._text or (cut and f" {low}" in self._text)


def _words(text: str) -> list[str]:
    return WORD.findall(text)


def _between_free(part: str) -> list[str]:
    """What stands between the names of days, of keys and of the program."""
    free = "|".join(sorted(FREE, key=len, reverse=True))
    return re.split(rf"\b(?:{free})\b", part)


def _runs(text: str) -> Iterator[str]:
    """The longest parts of a text that have plain words alone."""
    start, end = 0, 0
    for found in re.finditer(r"[\u27e6\u27e7\u2026]|·{2,}|[^\W\d_]+", text):
        word = found[0]
        if not word[0].isalpha() or set(word) <= _SAID:
            if start < end:
                yield text[start:end]
            start = end = found.end()
        else:
            end = found.end()
    if start < end:
        yield text[start:end]
