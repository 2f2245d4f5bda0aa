"""Which locale the interface writes in, and the patterns of its dates.

Qt has whole dates only. A shorter one is what is left when a part is taken out of Qt's own pattern
together with what joins it, so that the order, the dots and the small words stay the locale's.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from careerdesk import i18n

_PIECES = re.compile(r"d+|M+|y+|(?:'[^']*'|[^dMy'])+")
_JOINT = " \u00a0\u202f,\u060c\u3001"  # what only separates, and belongs to neither neighbour
_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat


def speak_as_the_system() -> None:
    """Take its language where there is a catalogue, and its order of dates, clock and numbers."""
    system = QLocale.system()
    if i18n.choose(system.uiLanguages()) == "en":
        QLocale.setDefault(english_at(system))
    else:
        language = QLocale(i18n.language())
        there = QLocale(language.language(), system.territory())
        QLocale.setDefault(there if there.language() == language.language() else language)
        let_qt_speak(language)


def let_qt_speak(language: QLocale) -> QTranslator | None:
    """Have Qt say its own words in a language from now on: the menu of a text, a dialog of files.

    They come with Qt; what was put in to say them, None where Qt does not know the language.
    """
    said = QTranslator(QCoreApplication.instance())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not said.load(language, "qtbase", "_", folder):
        return None
    QCoreApplication.installTranslator(said)
    return said


def english_at(place: QLocale) -> QLocale:
    """The English whose order of dates, clock and numbers are those of *place*.

    It is that of the territory where there is one that agrees; else the one that is nearest to it:
    a number that is misread does most harm, then a day, then a time.
    """
    here = QLocale(QLocale.Language.English, place.territory())
    if place.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    if here.territory() == place.territory() and _habits(here) == _habits(place):
        return here
    known = QLocale.matchingLocales(
        QLocale.Language.English, QLocale.Script.LatinScript, QLocale.Country.AnyCountry
    )
    return max([here, *known], key=lambda one: _nearness(one, place))


def _habits(locale: QLocale) -> tuple[bool, bool, bool]:
    comma = locale.decimalPoint() == ","
    half_days = "A" in locale.timeFormat(_SHORT).upper()
    return comma, day_comes_first(locale), half_days


def _nearness(english: QLocale, place: QLocale) -> tuple[bool, ...]:
    same = (ours == theirs for ours, theirs in zip(_habits(english), _habits(place), strict=True))
    return (
        *same,
        english.territory() == place.territory(),
        english.groupSeparator() == place.groupSeparator(),
        english.timeFormat(_SHORT).count("H") == place.timeFormat(_SHORT).count("H"),
    )


def day_comes_first(locale: QLocale) -> bool:
    """Whether 3/4 is the third of April there; the year in front decides nothing."""
    pattern = locale.dateFormat(_SHORT)
    if pattern.lstrip("'").startswith("y"):
        pattern = locale.dateFormat(_LONG).replace("dddd", "")
    return pattern.find("d") < pattern.find("M")


def pattern_of(locale: QLocale, parts: str, *, short: bool = False) -> str:
    """The pattern of a date of which only *parts* are told, such as `day month year`.

    The parts are `weekday`, `day`, `month` and `year`; *short* is for names in short.
    """
    return _pattern(locale.dateFormat(_LONG), frozenset(parts.split()), short)


@cache
def _pattern(whole: str, parts: frozenset[str], short: bool) -> str:
    pieces = [(_kind(text), text) for text in _PIECES.findall(whole)]
    for kind in ("weekday", "year", "month", "day"):
        if kind not in parts:
            pieces = _without(pieces, kind)
    if not short:
        return "".join(text for _, text in pieces)
    if pieces[0][0] == "weekday" and not pieces[1][1].strip(_JOINT):
        pieces[1] = ("", " ")  # `Tue 3 Nov`
    return "".join(text for _, text in pieces).replace("dddd", "ddd").replace("MMMM", "MMM")


def _kind(text: str) -> str:
    if text.startswith("d"):
        return "weekday" if len(text) > 2 else "day"
    return {"M": "month", "y": "year"}.get(text[0], "")


def _without(pieces: list[tuple[str, str]], kind: str) -> list[tuple[str, str]]:
    """The pieces without a part and without what joins it to the others."""
    fields = [at for at, (one, _) in enumerate(pieces) if one]
    at = next((at for at in fields if pieces[at][0] == kind), None)
    if at is None:
        return pieces
    if at == fields[-1] and at != fields[0]:
        before = fields[-2] + 1
        left = "".join(text for _, text in pieces[before:at])
        kept = "" if kind == "year" else left.rstrip(_JOINT)
        return [*pieces[:before], ("", kept)]
    first, after = (0 if at == fields[0] else at), next((one for one in fields if one > at), at + 1)
    return [*pieces[:first], *pieces[after:]]
