"""Which words say what is done, not what will be true afterwards: a table for each language."""

from __future__ import annotations

import re
from functools import cache

from careerdesk.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ActivityWords:
    """How titles of tasks begin in a language, in lower case.

    *doing* are openings of tasks whatever follows. *either* are words that may be nouns as well
    (*Support tickets*): they are verbs where one of *behind*, or a number, comes next. *vague*
    openings name a direction without an end; with an end (*to 95 %*) they are outcomes. *nouns*
    are openings that only look like one of these. *before* is dropped from the front. *states*
    are verbs of what is true: a title with one tells an outcome, unless it comes after one of
    *reasons*, which only say what the task is for.
    """

    doing: frozenset[str]
    either: frozenset[str]
    behind: frozenset[str]
    vague: frozenset[str]
    nouns: frozenset[str]
    before: frozenset[str]
    states: frozenset[str]
    reasons: frozenset[str]
    end: re.Pattern[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, (part.strip() for part in text.replace("\n", " ").split(","))))


ENGLISH = ActivityWords(
    doing=_words(
        "analyse, analyze, arrange, ask for, assist, attend, be active in, be involved, be part of,"
        "become familiar, brush up, care for, carry out, catch up on, collaborate, complete,"
        "conduct, continue, contribute, coordinate, create, deal with, develop, discuss,"
        "do, enrol in, enroll in, evaluate, examine, explore, facilitate, familiarise,"
        "familiarize, find out, finish, follow up, gather, get certified, get familiar,"
        "get involved, get to know, go to, handle, hold, implement, introduce, investigate, join,"
        "keep on, keep working, learn, listen to, look after, look at, look into, maintain,"
        "make an effort, make time, meet, mentor, monitor, organise, organize, oversee,"
        "participate, practise, prepare, present, publish, pursue, read up, represent, revise,"
        "run, set up, sign up, speak at, speak to, spend, start, stay involved, take, talk to,"
        "teach, think about, try, update, volunteer, watch, work on, work towards, work with, write"
    ),
    either=_words(
        "act, book, coach, contact, design, document, draft, drive, exchange, help, interview,"
        "lead, manage, network, partner, pass, pilot, plan, practice, promote, read, report,"
        "research, review, shadow, share, study, support, test, tour, train, visit, work"
    ),
    behind=_words(
        "a, about, all, an, another, as, at, both, each, every, for, her, his, in, into, it, its,"
        "more, my, new, on, one, our, out, several, some, that, the, their, them, these, this,"
        "those, three, to, two, up, us, weekly, with, your"
    ),
    vague=_words(
        "be a better, be better, be more, become a better, become better, become more, boost,"
        "build up, communicate more, deepen, do better, do less, do more, enhance, expand,"
        "focus, focus more, gain experience, get better, get more, grow as, improve,"
        "increase, keep improving, know more, optimise, optimize, raise awareness, reduce,"
        "show more, spend less, spend more, step up, strengthen"
    ),
    nouns=_words(
        "hold times, hold time, learning, lead time, lead times, meeting, prepared, presenting,"
        "run time, run times, start time, start times, start-up, take rate, take-up, watch time,"
        "write access, write conflicts, write latency, write-ups, work orders, work items"
    ),
    before=_words("please, to, i will, we will, i want to, we want to"),
    states=_words("are, can, has, have, is, knows, lies, needs, no longer, stays, was, were, will"),
    reasons=_words("because, in order, so, so that, until, when, where, which, while, who, whose"),
    end=re.compile(
        r"\b(?:to|from|by|below|under|above|over|within|at least|at most|less than|more than)\s+"
        r"(?:under\s+|below\s+|above\s+|over\s+|at least\s+|at most\s+)?"
        r"(?:[\d€$£]|zero\b|half\b|a (?:half|third|quarter|day|week)\b|one\b|two\b|three\b)"
    ),
)

BY_LANGUAGE: dict[str, ActivityWords] = {"en": ENGLISH}
"""The tables there are; in a language without one no title is taken for a task."""


def is_activity(title: str, language: str = "en") -> bool:
    """Whether a title is worded as something to do: *Attend the conference*."""
    known = BY_LANGUAGE.get(language)
    if known is None:
        return False
    words = _without(" ".join(title.lower().split()).rstrip(".!"), known.before)
    if not words:
        return False
    openings = _openings(words)
    if not openings.isdisjoint(known.nouns) or _tells(words, known):
        return False
    if not openings.isdisjoint(known.vague):
        return known.end.search(words) is None
    return not openings.isdisjoint(known.doing) or _is_verb(words, known)


def _openings(words: str) -> set[str]:
    """The first word, the first two, and the first three."""
    parts = words.split(" ", 3)[:3]
    return {" ".join(parts[:length]) for length in range(1, len(parts) + 1)}


def _without(words: str, before: frozenset[str]) -> str:
    for opening in before:
        if words.startswith(opening + " "):
            return words.removeprefix(opening + " ")
    return words


def _tells(words: str, known: ActivityWords) -> bool:
    """Whether it says what is true, before it gives a reason."""
    state = _any_of(known.states).search(words)
    reason = _any_of(known.reasons).search(words)
    return state is not None and (reason is None or state.start() < reason.start())


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Finds the first of some words that stands by itself."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\S)")


def _is_verb(words: str, known: ActivityWords) -> bool:
    """Whether the first word, which may be a noun, is meant as a verb."""
    first, _, rest = words.partition(" ")
    if first not in known.either:
        return False
    following = rest.partition(" ")[0]
    return not following or following in known.behind or following[0].isdecimal()
