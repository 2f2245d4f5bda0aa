"""Whether someone is with the company, on leave or gone, by the words of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from careerdesk.domain.names import folded
from careerdesk.domain.roster_cells import word_set


class Standing(StrEnum):
    """What a status says of a person."""

    UNSAID = "unsaid"
    HERE = "here"
    LEAVE = "leave"
    NOTICE = "notice"
    LEFT = "left"


# All words are as `folded` makes them: without accents and case.
_LEFT = word_set(
    "terminated termination resigned resignation left leaver deactivated inactive disabled former "
    "formerly ex retired retiree dismissed departed exited separated separation offboarded quit "
    "fired deceased withdrawn redundant archived deleted dormant discarded termed "
    "ausgeschieden ausgetreten inaktiv deaktiviert ehemalig ehemalige ehemaliger entlassen "
    "verstorben pensioniert rentner "
    "parti partie sorti sortie inactif inactive ancien ancienne demissionnaire licencie licenciee "
    "retraite retraitee "
    "inactivo inactiva cesado cesada despedido despedida jubilado jubilada exempleado exempleada "
    "inattivo cessato cessata dimesso licenziato pensionato "
    "inativo desligado desligada demitido demitida aposentado "
    "inactief vertrokken ontslagen"
)
_HERE = word_set(
    "active employed working works rehired reinstated returned present current currently hired "
    "onboarded onboarding prehire aktiv beschaftigt angestellt wiedereingestellt actif activo "
    "activa presente trabaja attivo attiva ativo ativa actief werkzaam"
)
_LEAVE = word_set(
    "leave loa sabbatical maternity paternity parental furlough furloughed fmla disability "
    "beurlaubt elternzeit mutterschutz sabbatjahr abwesend ruhend freigestellt krank langzeitkrank "
    "sick maladie conge excedencia licencia congedo aspettativa verlof licenca"
)
_IDLE = word_set("inactive disabled deactivated inaktiv inactif inactivo inativo inactief")
_NOTICE = word_set(
    "notice offboarding retiring pending future upcoming leaving resigning "
    "gekundigt kundigung kundigungsfrist preavis preaviso preavviso opzegtermijn"
)
_NOT = word_set(
    "not no never non without isn't wasn't hasn't nicht kein keine nie ohne pas jamais sans "
    "nunca sin ne mai senza nao sem niet geen ikke inte"
)
_NO_LONGER = re.compile(
    r"\b(?:no longer|not any ?more|nicht mehr|no more|ya no|niet meer|non .{0,12}piu|"
    r"nao .{0,12}mais|plus (?=acti|en poste|employe|present|dans|chez))\b"
)
_AGAIN = re.compile(
    r"(?<!not )(?<!no )(?<!never )\b(?:re-?hired|reinstated|rescinded|re-?employed|"
    r"now (?:an? )?(?:employee|employed|active|permanent|back)|(?:back|returned) from|"
    r"leave (?:has )?ended)\b"
)
_SOON = re.compile(
    r"\b(?:to be|will(?: be)?|due to|about to|going to) (?=leave\b|terminat|retir|exit)"
)
_NO_STATUS = re.compile(r"\bex-?(?:pats?|officio)\b|\b(?:\w+ )?(?:leave )?cover\b")
_GONE = re.compile(
    r"\b(?:fin de contrat|laid off|let go|passed away|no[- ]show|"
    r"(?:employment|contract|assignment) (?:has )?ended)\b|^ended$|^term(?=$| - |\s*[:(,])"
)
_PRE_HIRE = re.compile(r"\bpre[- ]hired?\b")
_LEFT_SIDE = re.compile(r"\bleft[- ](?:hand|side|wing|bank|office|team|of\b)\w*")
_TOKENS = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[,;:()/]| - ")
_YES = word_set("yes y true t 1 ja j oui o si s sim x active aktiv")
_NO = word_set("no n false f 0 nein non nao nee inactive inaktiv")
_CODES = {
    "A": "active", "I": "inactive", "T": "terminated", "U": "terminated", "V": "terminated",
    "R": "retired", "Q": "retired", "D": "deceased", "L": "leave", "P": "leave",
    "W": "leave", "S": "suspended",
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+")
_KINDS = word_set(
    "full part time fulltime parttime regular permanent temporary temp fixed term casual seasonal "
    "contract contractor contingent employee worker staff intern trainee apprentice student "
    "probation probationary freelance freelancer external internal hourly eligible "
    "variable exempt nonexempt non ft pt fte "
    "vollzeit teilzeit befristet unbefristet extern intern praktikum werkstudent azubi minijob "
    "cdi cdd stage temps plein partiel indefinido temporal fijo tempo pieno parziale vast tijdelijk"
)
_REACH = 2  # words between a negation and what it negates: has *not* yet been *terminated*


@lru_cache(maxsize=1024)
def read_status(text: str) -> Standing:
    """What a status says; the first of its words that says anything counts, with its negation.

    *Not terminated* is here, *no longer active* has left. Who has given notice is still here.
    """
    bare = _NO_STATUS.sub(" ", _LEFT_SIDE.sub(" ", folded(text)))
    plain = _GONE.sub(" left ", _PRE_HIRE.sub(" prehire ", _SOON.sub(" notice ", bare)))
    if _AGAIN.search(plain):
        return Standing.HERE
    denied = _NO_LONGER.sub(" no ", plain)
    tokens = _TOKENS.findall(denied)
    if any(one in _NOTICE and not _negated(tokens, n) for n, one in enumerate(tokens)):
        return Standing.NOTICE
    for n, token in enumerate(tokens):
        found = _meaning(token)
        if found is not Standing.UNSAID:
            found = _turned(found) if _negated(tokens, n) else found
            return Standing.LEAVE if _is_away(found, token, tokens[n + 1 :]) else found
    return Standing.LEFT if denied != plain else Standing.UNSAID  # no longer with us


@lru_cache(maxsize=1024)
def read_active(text: str) -> Standing:
    """What a column *Active* says with yes or no; a word of a status counts as there."""
    said = says_yes(text)
    if said is not None:
        return Standing.HERE if said else Standing.LEFT
    return read_status(text)


def read_gone(text: str) -> Standing:
    """What a column *Terminated* says with yes or no."""
    said = says_yes(text)
    return Standing.UNSAID if said is None else Standing.LEFT if said else Standing.HERE


def says_yes(text: str) -> bool | None:
    """Whether a cell says yes or no; None where it says something else."""
    plain = folded(text)
    return True if plain in _YES else False if plain in _NO else None


def are_codes(cells: Iterable[str]) -> bool:
    """Whether a column of statuses is written in the letters of payroll programs, A for active.

    A T alone may be for temporary, so there has to be an A, and no other letter than theirs.
    """
    letters = {cell for cell in cells if cell}
    return "A" in letters and letters <= _CODES.keys()


def spelled_out(code: str) -> str:
    """The status that a letter of such a column stands for."""
    return _CODES.get(code, code)


def says_kind(text: str) -> bool:
    """Whether a status only tells what kind of work it is, as *Full-time* does."""
    return set(_WORDS.findall(folded(text))) <= _KINDS


def _meaning(token: str) -> Standing:
    kinds = ((_LEFT, Standing.LEFT), (_HERE, Standing.HERE), (_LEAVE, Standing.LEAVE))
    return next((standing for words, standing in kinds if token in words), Standing.UNSAID)


def _is_away(found: Standing, token: str, behind: list[str]) -> bool:
    """Whether a word behind says that who is active, or inactive, is so on leave."""
    may_be = found is Standing.HERE or token in _IDLE
    away = [n for n, one in enumerate(behind) if one in _LEAVE]
    return may_be and any(not _negated(behind, n) for n in away)


def _negated(tokens: list[str], place: int) -> bool:
    """Whether a word just before the one at *place* denies it, or *no* stands right behind it."""
    behind = [one for one in tokens[place + 1 :] if one[0].isalnum()]
    if behind in (["no"], ["false"], ["nein"]):
        return True
    for one in reversed(tokens[max(0, place - _REACH - 1) : place]):
        if one in _NOT or not one.strip(" -")[:1].isalnum():
            return one in _NOT  # a comma ends what a negation denies
    return False


def _turned(standing: Standing) -> Standing:
    return Standing.LEFT if standing is Standing.HERE else Standing.HERE
