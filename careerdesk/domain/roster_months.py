"""The names of months and days of the week, as tables of several languages write them."""

from __future__ import annotations

from functools import lru_cache

from careerdesk.domain.names import folded

_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika "
        "listopada grudnia"
    ),
)
_SHORT = {"mrt": 3, "mrz": 3, "juil": 7, "sept": 9, "septiembre": 9, "styczen": 1}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miercoles jueves viernes sabado domingo",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "segunda terca quarta quinta sexta sabado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "mandag tirsdag onsdag torsdag fredag lordag sondag tisdag",
    "poniedzialek wtorek sroda czwartek piatek sobota niedziela",
)
_LEAST = 3  # letters of an abbreviation


@lru_cache(maxsize=1024)
def month_of(word: str) -> int:
    """The number of the month that *word* names or abbreviates, or 0."""
    plain = folded(word)
    if plain in _SHORT:
        return _SHORT[plain]
    if len(plain) < _LEAST:
        return 0
    found = {
        number
        for names in _MONTHS
        for number, name in enumerate(names.split(), 1)
        if name.startswith(plain)
    }
    return found.pop() if len(found) == 1 else 0


@lru_cache(maxsize=1024)
def says_weekday(word: str) -> bool:
    """Whether *word* names a day of the week, also as its first letters."""
    plain = folded(word)
    return len(plain) > 1 and any(
        name.startswith(plain) for names in _WEEKDAYS for name in names.split()
    )
