"""Texts in the language of the interface, for every layer: the English text is the key.

Sentences are whole, and what stands in them has a name: `tr("{name} left on {day}", …)`. Nothing is
glued, no first letter is lowered, and no count is compared with 1: other languages have other
orders, other capitals and up to six forms of a plural. `python3 dev.py messages` writes all texts
into `locale/careerdesk.pot`; a language is there once `locale/LANGUAGE/LC_MESSAGES/careerdesk.mo`
is. Until a catalogue is loaded this module imports nothing (`docs/adr/0061-whole-sentences.md`).
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from gettext import GNUTranslations
    from typing import NewType

    Message = NewType("Message", str)
    """An English text that is marked for translation, and not translated yet."""
else:
    Message = str

DOMAIN = "careerdesk"
"""What gettext calls the texts of the program."""
LOCALE = __file__.rpartition("i18n")[0] + "locale"
"""The folder of the catalogues that come with the program."""

FIRST_STRONG, POP = "\u2068", "\u2069"  # what stands between them keeps its own direction
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_HEBREW = "\u0590"  # the first letters that run from right to left; all below run the other way
_RANGES = (
    ("\u0590", "\u08ff"), ("\u200f", "\u200f"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufefe"),
    ("\U00010800", "\U00010fff"), ("\U0001e800", "\U0001efff"),
)  # fmt: skip


class _Interface:
    """The language that the texts are in, and how a count is written in it."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue: GNUTranslations | None = None
        self.number: Callable[[int], str] = str


_now = _Interface()


def tr(text: str, /, **fields: object) -> str:
    """*text* in the language of the interface, with its named fields filled if any are given."""
    said = _said(text)
    return filled(said, fields) if fields else said


def trn(one: str, many: str, n: int, /, **fields: object) -> str:
    """What is said of *n* things, filled: `{n}` is the count as the interface writes numbers.

    *one* may leave `{n}` out. A language has as many forms as it needs, and any may show `{n}`.
    """
    english = one if n == 1 else many
    said = english if _now.catalogue is None else _now.catalogue.ngettext(one, many, n)
    return filled(said, {"n": _now.number(n), **fields})


def trp(context: str, text: str, /, **fields: object) -> str:
    """As `tr`, for a word that has several meanings; only translators see the *context*."""
    said = _said(text, context)
    return filled(said, fields) if fields else said


def N_(text: str, /) -> Message:  # noqa: N802 - the name that gettext gives it
    """Mark a text for translation where it must stay English for now: `translated` says it."""
    return Message(text)


class Counting:
    """A text that counts, marked for translation as `N_` marks others; `in_words` says it."""

    def __init__(self, one: str, many: str) -> None:
        self._texts = (one, many)

    def in_words(self, n: int, /, **fields: object) -> str:
        """What is said of *n* things, as `trn` does."""
        return trn(*self._texts, n, **fields)

    def __eq__(self, other: object) -> bool:
        """Whether the other one has the same texts."""
        return isinstance(other, Counting) and self._texts == other._texts

    def __hash__(self) -> int:
        """By its texts."""
        return hash(self._texts)


def translated(message: Message, context: str = "", /, **fields: object) -> str:
    """A text that `N_` marked elsewhere, in the language of the interface."""
    said = _said(message, context)
    return filled(said, fields) if fields else said


def _said(text: str, context: str = "") -> str:
    catalogue = _now.catalogue
    if catalogue is None or not text:  # "" is the head of a catalogue
        return text
    return catalogue.pgettext(context, text) if context else catalogue.gettext(text)


def fill(said: str, /, **fields: object) -> str:
    """A sentence that was chosen before, with its fields filled as `tr` fills them."""
    return filled(said, fields)


def filled(said: str, fields: Mapping[str, object]) -> str:
    """A sentence with these values in its fields, each in its own direction of writing.

    A whole number is written as counts are, so that no sentence mixes the digits of two scripts.
    One that is none to the reader, such as a year, is given as a text.
    """
    return said.format(**{name: _written(value) for name, value in fields.items()})


def _written(value: object) -> object:
    if type(value) is int:  # no flag, and none that names something
        return _now.number(value)
    return isolated(value) if isinstance(value, str) else value


def isolated(value: str) -> str:
    """*value* as it may stand in a sentence: apart where one of the two may run from right to left.

    What is written from left to right stays as it is in a language that is, too.
    """
    if not value or (_now.language not in _RIGHT_TO_LEFT and not has_right_to_left(value)):
        return value
    return f"{FIRST_STRONG}{value}{POP}"


def has_right_to_left(text: str) -> bool:
    """Whether a letter of *text* runs from right to left, as Hebrew and Arabic ones do."""
    if text.isascii() or max(text) < _HEBREW:
        return False
    others = {letter for letter in text if letter >= _HEBREW}  # few: often a dash
    return any(first <= letter <= last for letter in others for first, last in _RANGES)


def language() -> str:
    """The code of the language that the texts are in: `en`, `de`, `pt_BR`."""
    return _now.language


def write_counts_by(number: Callable[[int], str]) -> None:
    """From now on `trn` and `tr` write whole numbers by *number*; before, as Python does."""
    _now.number = number


def choose(wanted: Iterable[str], folder: str = "") -> str:
    """Speak the first of the *wanted* languages that there is, else English; which one it is.

    They are named as systems do: `pt_BR.UTF-8`, `de-AT`. Whoever wants `de_AT` takes `de`.
    """
    for name in wanted:
        code = name.replace("-", "_").partition(".")[0].partition("@")[0]
        for one in (code, code.partition("_")[0]):
            if one in ("", "C", "POSIX", "en"):
                return speak("en")
            try:
                return speak(one, folder)
            except FileNotFoundError:
                continue
    return speak("en")


def asked_by_environment() -> list[str]:
    """The languages that the environment asks for, the dearest first, as gettext reads it."""
    from os import environ

    asked = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    place = next(filter(None, asked), "C")
    if place.partition(".")[0] in ("C", "POSIX"):
        return ["en"]
    return [*filter(None, environ.get("LANGUAGE", "").split(":")), place]


def speak(code: str, folder: str = "") -> str:
    """Take the texts from the catalogue of a language; `en` needs none.

    What was said before stays as it was said, so this belongs before the first text. Raises
    FileNotFoundError, and changes nothing, where there is no such catalogue.
    """
    catalogue = None
    if code != "en":
        with open(catalogue_path(code, folder), "rb") as file:  # noqa: PTH123 - imports nothing
            from gettext import GNUTranslations

            catalogue = GNUTranslations(file)
    _now.language, _now.catalogue = code, catalogue
    return code


def catalogue_path(code: str, folder: str = "") -> str:
    """Where the catalogue of a language lies, below *folder* or beside this module."""
    return f"{folder or LOCALE}/{code}/LC_MESSAGES/{DOMAIN}.mo"
