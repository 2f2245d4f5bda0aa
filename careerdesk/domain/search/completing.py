"""What may be typed on where the cursor stands: a filter, or what stands behind one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careerdesk.domain.search.folding import words_of
from careerdesk.domain.search.found import Completion, Scope
from careerdesk.domain.search.kind_words import kind_said, offered
from careerdesk.domain.search.named import nearly_named, whose_names_begin
from careerdesk.domain.search.periods import MONTHS
from careerdesk.domain.search.query import AFTER, BEFORE, FROM, IS, KEYS, KIND, STATES, Reader
from careerdesk.i18n import N_, Message, translated

MOST = 8
_STATES = {"private": N_("Private"), "deleted": N_("Deleted"), "earlier": N_("Earlier")}
_DAYS = {
    "today": N_("today"), "yesterday": N_("yesterday"), "last week": N_("last week"),
    "last month": N_("last month"), "last year": N_("last year"),
}  # fmt: skip
"""What is typed is the same in every language; what is said of it is not."""
_AT = re.compile(r"(?:(?P<key>(?i:from|kind|before|after|is)):)?(?P<value>\"[^\"]*|[^\s\":]*)$")
_KEY_WORDS = {
    FROM: N_("From or with someone"), KIND: N_("Kind of record"), BEFORE: N_("Before a date"),
    AFTER: N_("Since a date"), IS: N_("Private, deleted or earlier versions"),
}  # fmt: skip


def completions(typed: str, cursor: int, reader: Reader, scope: Scope) -> tuple[Completion, ...]:
    """What may stand in place of the word in which the cursor is, the likely ones first."""
    found = _AT.search(typed[:cursor])
    if found is None or (found.start() and not typed[found.start() - 1].isspace()):
        return ()
    start, value = found.start(), found["value"].lstrip('"')
    if not found["key"]:
        keys = [key for key in KEYS if value and key.startswith(value.lower())]
        return tuple(
            Completion(start=start, end=cursor, text=f"{key}:", words=translated(_KEY_WORDS[key]))
            for key in keys
        )
    key = found["key"].lower()
    return tuple(
        Completion(start=start, end=cursor, text=f"{key}:{_quoted(text)} ", words=words)
        for text, words in list(_values(key, value, reader, scope))[:MOST]
    )


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _values(key: str, value: str, reader: Reader, scope: Scope) -> Iterable[tuple[str, str]]:
    words = words_of(value)
    if key == FROM:
        people = reader.people
        found = whose_names_begin(words, people) or nearly_named(words, people)
        return [(one.name, one.name) for one in (found if words else people)]
    if key == KIND:
        return [
            (name, kind_said(name))
            for name in offered(reader.area)
            if " ".join(words_of(name)).startswith(" ".join(words))
        ]
    if key == IS:
        known = [word for word in STATES if scope.private and word.startswith(value.lower())]
        return [(word, translated(_STATES[word])) for word in known]
    names = [*_DAYS, *(month.lower() for month in (*reader.months[:12], *MONTHS))]
    return [
        (name, translated(_DAYS.get(name, Message(name))))
        for name in dict.fromkeys(names)
        if name.startswith(value.lower())
    ]
