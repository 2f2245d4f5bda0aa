"""Which letters the bytes of a table stand for: said by its beginning, or weighed by its words."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import N_

BROKEN = "\ufffd"
CHOICES = (
    "utf-8", "utf-16", "cp1252", "mac-roman", "cp1250", "iso8859-2", "cp850", "cp1254", "cp1251",
    "cp1253", "cp932", "gb18030", "big5", "cp949",
)  # fmt: skip
"""The encodings that are offered, the likeliest first."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, which it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BOM = "\ufeff"
_LETTERS = {
    "cp1252": (
        "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüªº", "àáâãçéêíóôõúü", "àèéìíîòóù", "æøåéôòè",
        "åäöéü", "áðéíóúýþæö", "éëïóöüèêá", "àçèéíïòóúü", "šžåäö",
    ),
    "cp1250": (
        "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ",
        "äöüß",
    ),
    "cp1254": ("çğıöşüâîû",),
    "cp1251": ("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ",),
}  # fmt: skip
_COMMON = frozenset("äöüßéèçñáíóøåæłńśżźčřšžěőű")  # where two readings fit, the likelier one
_SAME_LETTERS = {"mac-roman": "cp1252", "cp850": "cp1252", "iso8859-2": "cp1250"}
_GUESSED = ("cp1252", "mac-roman", "cp1250", "iso8859-2", "cp850", "cp1254", "cp1251")
_WORD = re.compile(r"[^\s,;|\"\x00-\x26\x28-\x2c\x2e\x2f:-@\[-`{-\x7f]+")
_QUIET = "’‘“”„–—«»…°·€§\u00a0'-"  # signs that stand in and beside words in every language
_SAMPLE = 200_000  # bytes that are weighed


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read; `broken` are the lines with a mark for what is no letter."""

    text: str
    encoding: str
    matters: bool
    broken: tuple[int, ...] = ()
    doubtful: bool = False


def decode(content: bytes, encoding: str = "") -> Decoded:
    """Read *content* as *encoding*, or as what it is likeliest to be.

    `matters` is false if there are plain letters alone; `doubtful` is true
    where no encoding that can be weighed gives words. Raises `InvalidInput` for the name
    of no encoding.
    """
    found = known_encoding(encoding) if encoding else guess(content)
    try:
        text = content.decode(found, "replace").lstrip(_BOM)
    except UnicodeError:  # some that are no encodings of files refuse what they do not know
        raise _unknown(encoding) from None
    lines = _broken_lines(text) if BROKEN in text else ()
    doubtful = not encoding and found in _GUESSED and _weight(content[:_SAMPLE], found) < 0
    return Decoded(text, found, not text.isascii(), lines, doubtful)


def twice_encoded(text: str) -> str:
    """A word that is UTF-8 taken for something else before it was saved, or nothing."""
    words: list[str] = _WORD.findall(text[:_SAMPLE])
    return next((word for word in words if not word.isascii() and _reads_better(word)), "")


def _reads_better(word: str) -> bool:
    try:
        return word.encode("cp1252").decode("utf-8") != word
    except UnicodeError:
        return False


def _broken_lines(text: str) -> tuple[int, ...]:
    lines = re.split(r"\r\n|\r|\n", text)
    return tuple(number for number, line in enumerate(lines, 1) if BROKEN in line)


def known_encoding(name: str) -> str:
    """The name of an encoding as it is offered; raises `InvalidInput` where there is none."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, UnicodeError, ValueError):
        raise _unknown(name) from None
    return found.name.replace("utf-8-sig", "utf-8")


def _unknown(name: str) -> InvalidInput:
    return InvalidInput(
        N_("{name} isn't a known encoding. Choose one of these: {names}."),
        name=name[:40],
        names=", ".join(CHOICES),
    )


def guess(content: bytes) -> str:
    """The likeliest encoding: by its mark, by being UTF-8 in the main, else by its words."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if wide := _without_mark(content):
        return wide
    if _mostly_utf8(content):
        return "utf-8"
    return max(_GUESSED, key=lambda name: _weight(content[:_SAMPLE], name))


def _without_mark(content: bytes) -> str:
    """UTF-16 that does not say so: every other byte of Western text is zero."""
    sample = content[:4096]
    half = len(sample) // 2
    if half < 2 or len(content) % 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else ""


def _mostly_utf8(content: bytes) -> bool:
    """Whether more letters are UTF-8 than bytes are not: those are slips of another program."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        good = sum(1 for letter in text if not letter.isascii() and letter != BROKEN)
        return good > text.count(BROKEN)
    return True


def _weight(content: bytes, encoding: str) -> int:
    """How many words look like words of a language that is written in *encoding*."""
    text = content.decode(encoding, "replace")
    alphabets = _LETTERS[_SAME_LETTERS.get(encoding, encoding)]
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(_word_weight(word, alphabets) for word in words)


def _word_weight(word: str, alphabets: tuple[str, ...]) -> int:
    letters = {letter for letter in word.lower() if not letter.isascii()} - set(_QUIET)
    if not letters:
        return 0 if word.strip(_QUIET) == word else -1  # a sign ends a word more often than not
    if (
        _mixes_scripts(word)
        or _turns_upper(word)
        or not any(letters <= set(known) for known in alphabets)
    ):
        return -2
    return 1 + len(letters) + len(letters & _COMMON)


def _turns_upper(word: str) -> bool:
    """Whether a capital that is no plain letter stands behind a small one."""
    return any(one.islower() and two.isupper() and not two.isascii() for one, two in pairwise(word))


def _mixes_scripts(word: str) -> bool:
    """Whether plain letters stand beside Cyrillic ones."""
    return any("\u0400" <= letter <= "\u04ff" for letter in word) and any(
        letter.isascii() and letter.isalpha() for letter in word
    )
