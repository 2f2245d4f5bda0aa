"""How texts and what is typed are made alike: the words of the index, without case or accents."""

from __future__ import annotations

import re
import unicodedata

from careerdesk.domain.names import folded

FOLDING = 1
"""Raised with every change of what `words_of` gives: an index of another one is made anew."""

_WORD = re.compile(r"\w+")
_IDEOGRAPHS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def words_of(text: str) -> list[str]:
    """The words of *text* as the index has them; each sign of East Asian scripts is one."""
    found: list[str] = []
    for word in _WORD.findall(folded(text)):
        if word.isascii():
            found.append(word)
        else:
            found.extend(_signs(word))
    return found


def _signs(word: str) -> list[str]:
    parts = [f" {sign} " if _is_sign(sign) else sign for sign in word]
    return "".join(parts).split()


def _is_sign(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_IDEOGRAPHS)
