"""What stands in a cell of a table: text, nothing, or a formula that stands for text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOTHING = {
    "", "-", "–", "—", "--", ".", "n/a", "n.a.", "na", "nan", "none", "null", "(blank)", "(null)",
    "#n/a", "#ref!", "#value!", "#name?", "#null!", "#div/0!",
}  # fmt: skip
_LONGEST_NOTHING = max(map(len, _NOTHING))
_TEXT_FORMULA = re.compile(r'="([^"]*)"$')
_LINK_FORMULA = re.compile(r'=HYPERLINK\("[^"]*"[,;]\s*"([^"]*)"\)$', re.IGNORECASE)
_DATE_FORMULA = re.compile(r"=DATE\((\d{4})[,;] ?(\d{1,2})[,;] ?(\d{1,2})\)$", re.IGNORECASE)
_THOSE = "(?:employees?|headcount|staff|people|workers?|records?|rows?|count|mitarbeiter)"
_FOOTER = re.compile(
    rf"(?:grand |sub)?totals?\b\s*(?:[:=(]|\d|$|{_THOSE}\b)|"
    rf"(?:count|sum|average) of \w|(?:anzahl|summe) \w+\s*[:=]?\s*\d*$|"
    rf"{_THOSE}: ?\d|average$|subtotal\b|effectif total|\d+ {_THOSE}\b|n ?= ?\d|"
    r"(?:sum|summe|gesamt|insgesamt|anzahl|count|headcount|row count|nombre total|totale|"
    r"total general|end of report)\b\s*(?:[:=]|\d|$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"page \d|seite \d|(?:printed|generated|exported|created|run|report run|report generated) "
    r"(?:on|by|at|from|date)\b|report (?:date|name|parameters)\b|applied filters?\b|filters?:|"
    r"end of (?:list|report|file|table|data)\b|as of \d|erstellt (?:am|von)\b|stand: ?\d",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(r"[^\d:;@#%]+$")
_WORDS = 5  # more of them are a sentence


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for looking them up."""
    return frozenset(words.split())


def cell_text(cell: str) -> str:
    """The words of a cell on one line; of a formula that only holds words, those."""
    if not cell:
        return cell
    plain = " ".join(cell.split())
    if plain.startswith("="):
        found = _TEXT_FORMULA.match(plain) or _LINK_FORMULA.match(plain)
        day = _DATE_FORMULA.match(plain)
        return found[1].strip() if found else "-".join(day.groups()) if day else plain
    return plain


def row_texts(row: list[str]) -> list[str]:
    """`cell_text` of each cell; most rows have nothing to change, which is seen of all at once."""
    line = "|".join(row)
    spaced = "| " in line or " |" in line or " ".join(line.split()) != line
    return [cell_text(cell) for cell in row] if spaced or "=" in line else row


def said(text: str) -> str:
    """A cell's text; the usual words for nothing are nothing."""
    return "" if len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING else text


def filled(row: Sequence[str]) -> int:
    """How many cells of a row hold anything at all."""
    return sum(map(bool, map(str.strip, row)))


def is_aside(text: str) -> bool:
    """Whether a cell where names stand tells of the report: who ran it, its pages, its end."""
    return bool(_ASIDE.match(text.strip(" *-=")))


def is_footer(text: str) -> bool:
    """Whether a cell where names stand counts or ends the table, as in *Total: 2*."""
    return bool(_FOOTER.match(text.strip()))


def may_be_name(text: str) -> bool:
    """Whether a cell that stands alone in its row looks like the name of somebody."""
    return bool(_NAME_LIKE.match(text)) and len(text.split()) <= _WORDS and not is_footer(text)
