"""Names of people: taken as they are typed, shown whole, found without accents or case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_

NAME_LIMIT = 200
AVATARS = 8

# Letters that Unicode does not take apart into a plain one and a mark, and signs that keyboards
# have in another shape. Capitals are folded before.
PLAIN_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ß": "ss", "ĸ": "k", "ƙ": "k", "ɓ": "b", "ɗ": "d",
        "ɖ": "d", "ɛ": "e", "ɔ": "o", "ɨ": "i", "ʉ": "u", "ƴ": "y", "ə": "e", "ǝ": "e",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʹ": "'", "`": "'", "´": "'",
        "‐": "-", "–": "-", "−": "-",
    }
)  # fmt: skip


def clean_name(text: str) -> str:
    """A name as typed, on one line; raises `InvalidInput` if it is empty or too long."""
    return clean_line(text, N_("name"), NAME_LIMIT)


def split_name(name: str) -> tuple[str, str]:
    """Given and family name: joined by one space they are *name* again, to the letter."""
    given, _, family = name.partition(" ")
    return given, family


def initials(name: str) -> str:
    """One or two capital letters of *name*; one character for scripts without capitals."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split()
    if not words:
        return "?"
    first = words[0][0]
    if len(words) == 1 or first.upper() == first.lower():
        return _capital(first)
    return _capital(first) + _capital(words[-1][0])


def _capital(letter: str) -> str:
    """One letter: the capital of some is two."""
    return letter.upper()[:1]


def avatar_index(uid: str) -> int:
    """Which of the avatar colours a person has; the same for all time."""
    return sum(uid.encode()) % AVATARS


@lru_cache(maxsize=64)  # anyone who compares a row of a table asks for the same words again
def folded(text: str) -> str:
    """*text* for comparing, as one types it on a plain keyboard.

    It has no case, no accents, no letters of one language alone, and no doubled spaces.
    """
    if text.isascii():  # most names of a long table: ten times as fast
        return " ".join(text.lower().replace("`", "'").split())
    lower = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", lower).translate(PLAIN_LETTERS)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())
