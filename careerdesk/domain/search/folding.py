"""How texts and what is typed are made alike: the words of the index, without case or accents.

Each letter is folded by itself, or with the one before it, so that the beginning of a word folds to
the beginning of what the whole word folds to: what is found while one types stays found.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from careerdesk.domain.names import PLAIN_LETTERS

FOLDING = 3
"""Raised with every change of what `words_of` gives: an index of another one is made again."""

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфыэіјґғқңһәөұүҳҷҗәћђѕ",
        "abvgdeziyklmnoprstufyeijggqnhaouuhjjacdz",
        strict=True,
    )
) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
    "ъ": "", "ь": "", "є": "ye", "ў": "u", "љ": "lj", "њ": "nj", "џ": "dz",
    "ѣ": "e", "ѳ": "f", "ѵ": "i", "ӕ": "ae",
}  # fmt: skip
_UPSILON = "\ue001"  # stands for one until it is known what is before it
_GREEK = dict(zip("αβγδεζηικλμνξοπρστυφω", "avgdeziiklmnxoprst" + _UPSILON + "fo", strict=True)) | {
    "θ": "th", "χ": "ch", "ψ": "ps", "ϋ": "y", "ΰ": "y",
}  # fmt: skip
_AFTER = re.compile(f"([aeio]?){_UPSILON}")
_WITH = {"a": "av", "e": "ev", "i": "iv", "o": "ou", "": "y"}
_LETTERS = {
    **{chr(code): plain if plain.isalnum() else " " for code, plain in PLAIN_LETTERS.items()},
    **_CYRILLIC,
    **_GREEK,
    "\u200b": " ",  # a space that is not seen, unlike other characters of that kind
}
_BUILT_ON = re.compile(r"((?:LATIN|CYRILLIC) SMALL LETTER (?:SHORT I|\w+)) WITH .+")
_SIGNS = (
    "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "IDEOGRAPHIC", "BOPOMOFO", "YI SYLLABLE", "THAI",
    "LAO", "KHMER", "MYANMAR",
)  # fmt: skip
"""The scripts that write no spaces between words: each of their signs is a word."""


class Found(NamedTuple):
    """A folded word, and which characters of the text it stands for."""

    start: int
    length: int
    word: str


class _Folds(dict[int, str]):
    """What each character becomes, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


class _Kinds(dict[int, str]):
    """Of each character: "s" for a sign, "m" for a mark on what is before it, "a" or " "."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _kind(unicodedata.normalize("NFKC", chr(code)))
        return found


def _folded(letter: str) -> str:
    """What one character becomes: letters and digits, " " between words, a sign between two."""
    return f" {letter} " if _is_sign(letter) else "".join(map(_plain, letter.casefold()))


def _is_sign(letter: str) -> bool:
    """Whether it is a word by itself: a sign of a script without spaces, or a picture."""
    category = unicodedata.category(letter)
    if category == "So":
        return True
    signs = unicodedata.name(letter, "").startswith(_SIGNS)
    return signs and category[0] in "LMN" and not letter.isdecimal()


def _plain(letter: str) -> str:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    apart = unicodedata.normalize("NFKD", letter)
    if apart != letter:
        return "".join(map(_plain, apart.casefold()))
    category = unicodedata.category(letter)
    if category == "Cf" or (category[0] == "M" and _is_left_out(letter, category)):
        return ""
    if letter.isalnum():
        return _without_stroke(letter)
    return letter if category[0] == "M" else " "


def _without_stroke(letter: str) -> str:
    """The letter on which one like ƒ or ҥ is built, if its name says that it is."""
    of = _BUILT_ON.fullmatch(unicodedata.name(letter, ""))
    return _plain(unicodedata.lookup(of[1]).casefold()) if of else letter


def _is_left_out(mark: str, category: str) -> bool:
    """Whether a word is found without this mark, as without an accent; vowels of India stay."""
    name = unicodedata.name(mark, "")
    unseen = "VARIATION SELECTOR" in name or name.startswith("COMBINING")
    return unseen or category == "Me" or unicodedata.combining(mark) > 0


def _kind(alike: str) -> str:
    plain = alike.translate(_FOLDS)
    if not plain or _ends_syllable(alike):
        return "m"
    if plain.isspace():
        return " "
    return "s" if plain.startswith(" ") and plain.endswith(" ") else "a"


def _ends_syllable(letter: str) -> bool:
    name = unicodedata.name(letter[:1] or " ", "")
    return name.startswith(("HANGUL JUNGSEONG", "HANGUL JONGSEONG"))


_FOLDS, _KINDS = _Folds(), _Kinds()
_ASCII = bytes(ord(_FOLDS[code]) for code in range(128)) + bytes(range(128, 256))
_LONG = 200  # characters; so long a part would only fill what is kept
_PART, _RUN = re.compile(r"\S+"), re.compile("sm*|[am]+")


def holds(text: str, part: str) -> bool:
    """Whether *part* is in *text*, whatever script each of them is written in."""
    wanted = " ".join(words_of(part))
    return bool(wanted) and wanted in " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """The words of *text* as the index has them; each sign of East Asian scripts is one."""
    if text.isascii():  # most are, and their letters stand for themselves
        return text.encode().translate(_ASCII).decode().split()
    once, anew = _words_in, _words_in.__wrapped__
    parts = text.split()
    return [word for part in parts for word in (once if len(part) < _LONG else anew)(part)]


@lru_cache(maxsize=8_192)  # a note says most of its words again and again
def _words_in(part: str) -> tuple[str, ...]:
    if not part.isascii():
        part = unicodedata.normalize("NFKC", part)
    plain = part.translate(_FOLDS)
    if _UPSILON in plain:
        plain = _AFTER.sub(lambda found: _WITH[found[1]], plain)
    return tuple(plain.split())


def places_of(text: str) -> list[Found]:
    """The words of *text*, each with where it stands in the text as it was written."""
    return [
        Found(part.start() + start, length, word)
        for part in _PART.finditer(text)
        for start, length, word in _places_in(part[0])
    ]


@lru_cache(maxsize=2_048)
def _places_in(part: str) -> tuple[Found, ...]:
    return tuple(
        Found(run.start(), len(run[0]), word)
        for run in _RUN.finditer(part.translate(_KINDS))
        for word in _words_in.__wrapped__(part[run.start() : run.end()])
    )
