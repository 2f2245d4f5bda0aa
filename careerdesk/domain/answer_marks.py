"""The number or letter a line of an answer begins with, however it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.names import folded
from careerdesk.domain.roster_months import month_of

HEAD = 40  # characters of a line in which its mark stands
_SAME = str.maketrans("．。、：）（＃－―،٫।", "...:)(#--,,.")
_HAN = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5"}
_LETTERS = {
    one: latin
    for letters in ("абвгд", "אבגדה", "أبجده", "ابتثج", "αβγδε", "कखगघङ")
    for one, latin in zip(letters, "abcde", strict=True)
}
_CAREFUL = "zu|ad|to|on|re|for|a|al|alla|om|till|til|do|к|no|an"
_CLEAR = (
    "q|nr|num|number|n°|nº|№|frage|antwort|punkt|question|answer|point|item|réponse|reponse|"
    "pregunta|respuesta|punto|domanda|risposta|pergunta|resposta|ponto|vraag|antwoord|punt|fråga|"
    "svar|spørgsmål|pytanie|odpowiedź|otázka|вопрос|ответ|пункт|kérdés|soru|cevap|問|质问|질문|답|"
    "سؤال|جواب|السؤال|שאלה|תשובה|प्रश्न|उत्तर|zu frage|zu punkt|on question|re question"
)
_END = r"(?:[.):\]=]+|\s*[-–—=>]+(?=\s|$)|[,/](?=\s))"
_ALONE = re.compile(
    rf"[(\[]?([1-9])(?!\d)\s?{_END}(?!\d)|#\s?([1-9])(?!\d){_END}?|[(\[]([1-9])[)\]]"
)
_NAMED = re.compile(
    rf"(?:(?:{_CLEAR})\s*[.:#]?\s*\(?([1-9])(?!\d)(?:\s*{_END}(?!\d))?|"
    rf"(?:{_CAREFUL})\s*[.:#]?\s*\(?([1-9])(?!\d)(?:\s*{_END}(?!\d)|\s*$))",
    re.IGNORECASE,
)
_KEYCAP = re.compile(r"([1-9])\ufe0f?\u20e3[.):]*")
_WITH_LABEL = re.compile(
    r"[(\[]?([1-9])\s?[.)]?\s?([a-h])\s?(?:[):\]]+|\.(?=\s|$)|\s*[-–—=]+(?=\s|$))(?!\d)"
)
_LABEL = re.compile(r"[(\[]?(?:([a-h])(?:[):\]]+|\.(?=\s|$)|\s[-–—=](?=\s))|([A-H])[):\]]+)")
_BARE = re.compile(r"([1-9])\s+(?=\S)(?!\d)")
_BULLET = re.compile(r"(?:[-=]{1,2}>|[*•·‣◦▪●○■□➢►→+–—-]|\[ ?\]|o(?=\s{2}))\s+")
_DRESSED = re.compile(r"[*_~`]{1,3}(?=\S)")

_ORDINALS = (
    """first,firstly,1st,erstens,zum ersten,premièrement,d'abord,primero,primo,primeiro,ten eerste,
    for det första,po pierwsze,во-первых,one,eins,un,uno,um,een,ett,jeden,один,第一,首先""",
    """second,secondly,2nd,zweitens,zum zweiten,deuxièmement,segundo,secondo,ten tweede,
    for det andra,po drugie,во-вторых,two,zwei,deux,dos,due,dois,twee,två,dwa,два,第二,其次""",
    """third,thirdly,3rd,drittens,zum dritten,troisièmement,tercero,terzo,terceiro,ten derde,
    for det tredje,po trzecie,в-третьих,three,drei,trois,tres,tre,drie,trzy,три,第三""",
    """fourth,fourthly,4th,viertens,zum vierten,quatrièmement,cuarto,quarto,ten vierde,
    po czwarte,в-четвёртых,four,vier,quatre,cuatro,quattro,quatro,fyra,cztery,четыре,第四""",
    """fifth,fifthly,5th,fünftens,zum fünften,cinquièmement,quinto,ten vijfde,po piąte,
    в-пятых,five,fünf,cinq,cinco,cinque,vijf,fem,pięć,пять,第五""",
)
_SPELLED = {folded(word): at for at, words in enumerate(_ORDINALS, 1) for word in words.split(",")}
_SPELLED_HEAD = re.compile(
    r"([^\W\d_][\w'-]*(?: [\w'-]+)?|\d[a-z]{2})\s*(?:[,:.)]+(?=\s|$)|[-–—]\s|$)"
)


class Sure(IntEnum):
    """How clearly a mark is one: those that are less clear count only where there is no better."""

    NUMBER = 0
    SPELLED = 1
    BARE = 2
    LETTER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: the number of a question, a letter within one, or both.

    `rest` is the line behind it.
    """

    number: int
    label: str
    sure: Sure
    rest: str


def plain(text: str) -> str:
    """The text with digits and marks of any script as those of a plain keyboard, as long as it."""
    if text.isascii():
        return text
    found = []
    for at, one in enumerate(text.translate(_SAME)):
        value = unicodedata.decimal(one, None)
        if value is not None:
            found.append(str(value))
        elif one in _HAN and text[at + 1 : at + 2] in ("、", ".", "．", "：", ":"):
            found.append(_HAN[one])
        elif "\uff01" <= one <= "\uff5e":
            found.append(chr(ord(one) - 0xFEE0).lower())
        elif one in _LETTERS and text[at + 1 : at + 2] in (")", "."):
            found.append(_LETTERS[one])
        else:
            found.append(one)
    return "".join(found)


def mark_of(line: str) -> Mark | None:
    """The mark a line begins with, behind a bullet and signs of Markdown; None for none."""
    text = line.lstrip()
    for pattern in (_BULLET, _DRESSED):
        found = pattern.match(text)
        text = text[found.end() :] if found else text
    if not text:
        return None
    head = plain(text[:HEAD])
    for mark in _marks(text, head):
        if not _is_day(mark):
            return mark
    return None


def _marks(text: str, head: str) -> Iterator[Mark]:
    circled = unicodedata.digit(head[0], None) if not head[0].isascii() else None
    if circled:
        yield Mark(circled, "", Sure.NUMBER, _behind(text, 1))
    found = _WITH_LABEL.match(head)
    if found:
        yield Mark(int(found[1]), found[2], Sure.NUMBER, _behind(text, found.end()))
    for pattern in (_KEYCAP, _ALONE, _NAMED):
        found = pattern.match(head)
        if found:
            number = next(one for one in found.groups() if one)
            yield Mark(int(number), "", Sure.NUMBER, _behind(text, found.end()))
    found = _LABEL.match(head)
    if found:
        yield Mark(0, (found[1] or found[2]).lower(), Sure.LETTER, _behind(text, found.end()))
    found = _SPELLED_HEAD.match(head)
    number = _SPELLED.get(folded(found[1]), 0) if found else 0
    if found and number:
        yield Mark(number, "", Sure.SPELLED, _behind(text, found.end()))
    found = _BARE.match(head)
    if found:
        yield Mark(int(found[1]), "", Sure.BARE, _behind(text, found.end()))


def _behind(text: str, at: int) -> str:
    return text[at:].lstrip(" \t.):*_~`\ufe0f").rstrip()


def _is_day(mark: Mark) -> bool:
    """Whether the number is that of a day, as in `3. Dezember` or `2 May`."""
    word = mark.rest.split(maxsplit=1)[0].strip(".,;:") if mark.rest.strip() else ""
    long_enough = len(word) >= 3 and word.isalpha()
    return bool(mark.number) and not mark.label and long_enough and bool(month_of(word))


_THINGS = re.compile(
    r"(?:day|week|month|year|hour|minute|people|person|time|more|of|other|new|point|thing|goal|"
    r"tag|woche|monat|jahr|stunde|minute|leute|mal|weitere|punkt|ziel|jour|semaine|mois|an|heure|"
    r"día|semana|mes|año|hora|giorn|settiman|ann|or[ae])\w{0,3}\b|[%€$£x×]|"
    r"[ap]\.?m\b|uhr\b|o.clock|h\b",
    re.IGNORECASE,
)


def counts_things(rest: str) -> bool:
    """Whether a number is one of things, as in `4 days ago`, by what stands behind it."""
    return bool(_THINGS.match(rest))


def bullet_end(line: str) -> int:
    """How many characters a bullet takes at the beginning of a line; 0 without one."""
    found = _BULLET.match(line)
    return found.end() if found else 0


_INNER_NUMBER = re.compile(r"(?<=[\s,;])[(\[#]?([1-9])[.):\]]+(?=\s)")
_INNER_LABEL = re.compile(r"(?:^|(?<=[\s,;]))[(\[]?([a-h])(?:[):\]]+|\.(?=\s))\s?")
_LONE_LETTER = re.compile(r"(?:^|(?<=\s))([a-h])\s+(?=\S)")
_LOOSE_LABEL = re.compile(r"([a-h])[\s:=-]+(?=\S)")


def inner_numbers(mark: Mark) -> list[Mark]:
    """A line in which several numbers follow each other, upwards, as one mark for each."""
    head, number, begin, found = plain(mark.rest), mark.number, 0, []
    label = mark.label
    for one in _INNER_NUMBER.finditer(head):
        next_number = int(one[1])
        rest = mark.rest[one.end() :]
        if next_number <= number or _is_day(Mark(next_number, "", Sure.NUMBER, rest)):
            continue
        found.append(Mark(number, label, mark.sure, mark.rest[begin : one.start()].strip(" ,;")))
        number, label, begin = next_number, "", one.end()
    found.append(Mark(number, label, mark.sure, mark.rest[begin:].strip()))
    return found


def inner_labels(text: str, most: int, after: str = "") -> list[tuple[str, str]]:
    """The parts of a text behind `a)`, `b)` …, or behind `a`, `b` … alone.

    They follow each other upwards, behind the letter *after*, and there are not more than *most*.
    What stands before the first letter has that one; without letters the text is one part.
    """
    found = _by_letters(text, most, after)
    if not found and not after:
        found = _between_commas(text, most) or _between_letters(text, most)
    return found or [(after, text)]


def _by_letters(text: str, most: int, after: str) -> list[tuple[str, str]]:
    last, begin, label = ord(after or "`") - ord("a"), 0, after
    first = last
    found: list[tuple[str, str]] = []
    for one in _INNER_LABEL.finditer(plain(text)):
        at = ord(one[1]) - ord("a")
        if not last < at < most:
            continue
        found.append((label, text[begin : one.start()].strip(" ,;")))
        label, last, begin = one[1], at, one.end()
    if last == first:
        return []
    found.append((label, text[begin:].strip()))
    return [one for one in found if any(one)]


def _between_commas(text: str, most: int) -> list[tuple[str, str]]:
    parts = [part.strip() for part in re.split(r"[,;]", text)]
    marks = [_LOOSE_LABEL.match(part) for part in parts]
    letters = [one[1] for one in marks if one]
    rising = letters == sorted(set(letters)) and all(ord(one) - 97 < most for one in letters)
    if len(parts) < 2 or len(letters) < len(parts) or not rising:
        return []
    return [(one[1], part[one.end() :]) for one, part in zip(marks, parts, strict=True) if one]


def _between_letters(text: str, most: int) -> list[tuple[str, str]]:
    """The parts of `a done b not yet`: letters alone, the first of them at the beginning."""
    found = list(_LONE_LETTER.finditer(text))
    letters = "".join(one[1] for one in found)
    if len(letters) < 2 or found[0].start() or letters != "abcdefgh"[: len(letters)][:most]:
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [(one[1], text[one.end() : end].strip(" ,;"))
            for one, end in zip(found, ends, strict=True)]  # fmt: skip
