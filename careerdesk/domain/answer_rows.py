"""What becomes of each thing that was answered: a row, by the question it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from itertools import islice

from careerdesk.dataclass import dataclass
from careerdesk.domain.answer_marks import bullet_end, inner_labels
from careerdesk.domain.answer_words import means_all, says_but, says_done, says_no, says_nothing
from careerdesk.domain.asking_before import LABELS, Asked, AskedKind, Target
from careerdesk.domain.pasted_parts import Part, Piece
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.domain.struck_words import STRUCK_MARK
from careerdesk.i18n import N_

BROKEN_AT = 60  # characters: a longer line was broken by the mail program, and the next goes on
BROKEN_EARLY = 25  # characters: the same, where the next line goes on in the middle of a sentence
SHORT = 3  # words of an answer to one of several, between commas
_BETWEEN = re.compile(r"[,;]|\s[/|]\s")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(
    ["the", "a", "an", "my", "der", "die", "das", "den", "mein", "meine", "le", "la"]
)
_THEN = re.compile(r"[,;.!–—]\s+|\s-\s+|(?<!\s)\s*\(")

UNCLEAR = Remark.of(N_("It isn't clear which question this answers."))
FROM_ELSEWHERE = Remark.of(N_("This is quoted from a different message."))
A_HEADING = Remark.of(N_("This looks like an introduction to the text below."))
WHICH = Remark.of(N_("It isn't clear which promise or goal this is about."))
IN_ORDER = Remark.of(N_("Matched in the order given."))
REWORDED = Remark.of(N_("The question is worded differently, so it was matched by number."))
BY_LETTER = Remark.of(N_("The letters were treated as question numbers."))
A_LIST = Remark.of(N_("This has no question number, so it was treated as an agenda item."))


class RowKind(Enum):
    """What a row becomes."""

    POINT = auto()
    HOW = auto()
    PROMISE_DONE = auto()
    PROMISE_WORDS = auto()
    ANSWER = auto()
    GOAL_WORDS = auto()
    NOT_UNDERSTOOD = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing a person wrote, and what becomes of it if it is `taken`.

    `lines` are the numbers of the lines it stands in, from 1. `note` says why it is not taken, or
    what is doubtful. `already` tells that it was taken in before.
    """

    kind: RowKind
    number: int | None
    text: str
    target: Target | None = None
    taken: bool = True
    note: Remark = NOTHING
    lines: tuple[int, ...] = ()
    already: bool = False

    @property
    def about(self) -> str:
        """The promise, the goal or the question it is about; else nothing."""
        return self.target.text if self.target else ""


def caseless(text: str) -> str:
    """Words in small letters with one blank between: two pastes of them may differ there."""
    return " ".join(text.casefold().split())


def point_words(row: Row) -> str:
    """What a row says as a point of the agenda: with what it is about, where that is named."""
    words = " ".join(row.text.split())
    struck = STRUCK_MARK.fullmatch(row.about)
    return f"{row.about}: {words}" if row.about and not struck else words


def rows_of(part: Part) -> Iterator[Row]:
    """The rows of one part."""
    if part.asked is None:
        yield from _unclear(part)
        return
    guessed = BY_LETTER if part.by_letter else REWORDED if part.reworded else NOTHING
    for row in _BY_KIND[part.asked.kind](part, part.asked):
        yield row if row.note else replace(row, note=guessed)


def _unclear(part: Part) -> Iterator[Row]:
    """What answers no question: a list without numbers is one of points, anything else waits."""
    note = UNCLEAR
    if part.quoted:
        note = FROM_ELSEWHERE
    elif part.beyond:
        note = Remark.of(N_("There is no question {number}."), number=part.beyond)
    found = [_without_bullet(piece) for piece in part.pieces]
    points = [piece for piece in found if piece.listed]
    if len(points) > 1 and not part.quoted and not part.beyond:
        yield from _points(found, None, A_LIST)
        return
    for some in _paragraphs(part.pieces):
        text = "\n".join(piece.text for piece in some).strip()
        if text:
            lines = _lines(some)
            yield Row(RowKind.NOT_UNDERSTOOD, None, text, taken=False, note=note, lines=lines)


def _lines(some: Sequence[Piece]) -> tuple[int, ...]:
    return tuple(sorted({piece.number for piece in some}))


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.apart and found:
            yield found
            found = []
        found.append(piece)
    if found:
        yield found


def _without_bullet(piece: Piece) -> Piece:
    end = bullet_end(piece.text)
    return replace(piece, text=piece.text[end:].strip(), listed=True) if end else piece


def _of_points(part: Part, asked: Asked) -> Iterator[Row]:
    found = [_without_bullet(piece) for piece in part.pieces]
    yield from _points(found, asked.number, NOTHING)


def _points(found: Sequence[Piece], number: int | None, note: Remark) -> Iterator[Row]:
    items = list(_items(found))
    for at, some in enumerate(items):
        text = " ".join(piece.text for piece in some if piece.text)
        if says_nothing(text) or says_no(text):
            continue
        leads = text.endswith((":", "：")) and at + 1 < len(items)
        yield Row(RowKind.POINT, number, text, taken=not leads, note=A_HEADING if leads else note,
                  lines=_lines(some))  # fmt: skip


def _items(found: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The points of a list; lines that a mail program broke are one."""
    some: list[Piece] = []
    in_list = any(piece.listed for piece in found)
    for piece in found:
        goes_on = bool(some) and not piece.listed and not piece.apart
        if goes_on and in_list:
            goes_on = some[0].listed
        elif goes_on:
            goes_on = _goes_on(some[-1].text, piece.text)
        if some and not goes_on:
            yield some
            some = []
        some.append(piece)
    if some:
        yield some


def _goes_on(before: str, text: str) -> bool:
    """Whether a line was broken by the mail program, and *text* is the rest of it."""
    if not before or len(before) >= BROKEN_AT:
        return True
    within = before[0].isupper() and text[:1].islower() and before[-1] not in ".!?;:"
    return within and len(before) >= BROKEN_EARLY


def _of_feeling(part: Part, asked: Asked) -> Iterator[Row]:
    text = " ".join(_without_bullet(piece).text for piece in part.pieces).strip()
    if not says_nothing(text):
        yield Row(RowKind.HOW, asked.number, text, lines=_lines(part.pieces))


def _of_question(part: Part, asked: Asked) -> Iterator[Row]:
    text = "\n\n".join(
        "\n".join(piece.text for piece in some) for some in _paragraphs(part.pieces)
    ).strip()
    if not says_nothing(text, words_too=False):
        target = asked.targets[0] if asked.targets else None
        yield Row(RowKind.ANSWER, asked.number, text, target, lines=_lines(part.pieces))


@dataclass(frozen=True, slots=True)
class _Told:
    """What was said of one of several things, or of it is not clear which."""

    target: Target | None
    text: str
    lines: tuple[int, ...]
    note: Remark = NOTHING


def _of_promises(part: Part, asked: Asked) -> Iterator[Row]:
    for one in _told(part, asked):
        if one.target is None and says_done(one.text) and means_all(one.text):
            for target in asked.targets:
                yield Row(RowKind.PROMISE_DONE, asked.number, one.text, target, lines=one.lines)
        else:
            yield from _of_promise(one, asked)


def _of_promise(one: _Told, asked: Asked) -> Iterator[Row]:
    if one.target is None or not one.text:
        yield from _worded(one, asked, RowKind.PROMISE_WORDS)
        return
    done, then = _done_and(one.text, one.target)
    if done:
        yield Row(RowKind.PROMISE_DONE, asked.number, done, one.target, note=one.note,
                  lines=one.lines)  # fmt: skip
    if then:
        yield from _worded(replace(one, text=then), asked, RowKind.PROMISE_WORDS)


def _done_and(text: str, target: Target) -> tuple[str, str]:
    """A clear *done*, and what is said besides."""
    if says_done(text) or says_done(_behind_name(text, target)):
        return text, ""
    found = _THEN.search(text)
    head, tail = (text[: found.start()], text[found.end() :]) if found else (text, "")
    if tail and says_done(head) and not says_but(tail):
        return head.strip(), tail.strip().rstrip(")")
    return "", text


def _of_goals(part: Part, asked: Asked) -> Iterator[Row]:
    for one in _told(part, asked):
        yield from _worded(one, asked, RowKind.GOAL_WORDS)


def _worded(one: _Told, asked: Asked, kind: RowKind) -> Iterator[Row]:
    if says_nothing(one.text, words_too=one.target is None):
        return
    target, note = one.target, one.note
    if target is None:
        target, note = Target("", asked.text.rstrip(" :")), note or WHICH
    yield Row(kind, asked.number, one.text, target, note=note, lines=one.lines)


def _told(part: Part, asked: Asked) -> list[_Told]:
    """What was said of each promise or goal, as far as that is clear."""
    lines = _lines(part.pieces)
    if part.target is not None:
        text = " ".join(_without_bullet(piece).text for piece in part.pieces).strip()
        return [_Told(part.target, text, lines)]
    found = [
        (label, text, piece.number)
        for piece in map(_without_bullet, part.pieces)
        for label, text in inner_labels(piece.text, len(asked.targets))
        if label or text
    ]
    if any(label for label, _, _ in found):
        return [
            _Told(asked.targets[LABELS.index(label)] if label else None, text, (number,))
            for label, text, number in found
        ]
    return _without_letters([(text, number) for _, text, number in found], asked, lines)


def _without_letters(
    found: list[tuple[str, int]], asked: Asked, lines: tuple[int, ...]
) -> list[_Told]:
    text = " ".join(text for text, _ in found)
    targets = asked.targets
    if len(targets) == 1:
        return [_Told(targets[0], text, lines)] if text else []
    if len(found) == 1:
        parts = [part.strip() for part in _BETWEEN.split(text)]
        brief = all(0 < len(part.split()) <= SHORT for part in parts)
        found = [(part, found[0][1]) for part in parts] if brief else found
    named = [_named(words, asked.targets) for words, _ in found]
    if all(named) and len(found) <= len(targets):
        return [
            _Told(one[0], one[1], (number,)) for one, (_, number) in zip(named, found, strict=True)
            if one
        ]  # fmt: skip
    if len(found) == len(targets):
        return [
            _Told(target, words, (number,), IN_ORDER)
            for target, (words, number) in zip(targets, found, strict=True)
        ]
    return [_Told(None, text, lines)] if text else []


def _named(text: str, targets: Sequence[Target]) -> tuple[Target, str] | None:
    """The one that is named, as in `draft: done` or `the draft is done`, and what is said of it."""
    head, colon, rest = text.replace("：", ":").partition(":")
    words = set(_WORD.findall(caseless(head))) - _ARTICLES if colon and rest.strip() else set()
    fitting = [one for one in targets if words and words <= set(_WORD.findall(caseless(one.text)))]
    if len(fitting) == 1:
        return fitting[0], rest.strip()
    done = [one for one in targets if says_done(_behind_name(text, one))]
    return (done[0], text) if len(done) == 1 else None


def _behind_name(text: str, target: Target) -> str:
    """What stands behind the words that a text begins with and that are those of the target."""
    named, end = set(_WORD.findall(caseless(target.text))), 0
    known = False
    for word in islice(_WORD.finditer(text), 12):
        plain = word[0].casefold()
        if plain not in named and plain not in _ARTICLES:
            break
        known = known or plain not in _ARTICLES
        end = word.end()
    return text[end:] if known else ""


_BY_KIND = {
    AskedKind.POINTS: _of_points, AskedKind.HOW: _of_feeling, AskedKind.QUESTION: _of_question,
    AskedKind.PROMISES: _of_promises, AskedKind.GOALS: _of_goals,
}  # fmt: skip
