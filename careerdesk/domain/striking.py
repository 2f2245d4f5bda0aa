"""Words that a person had struck: where they stand in other texts, and what stands there instead.

A sentence goes wherever it stands, whatever the case of its letters and its breaks of lines. A name
of one or two words goes only where it is all that a text says: inside another sentence the same
words are common ones, and somebody else's.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from careerdesk.domain.struck_words import STRUCK_MARK, struck_word

SHORT = 2  # words that are a name, no sentence
ROOM = 40  # characters around the words of a text that says nothing else
OF_NOBODY = 5  # words that nobody else says by chance
_EDGES = " \t\n\"'“”„‚‘’«»‹›.,;:!?…()[]*_>-–—"  # what stands around words, and is none of them
_APOSTROPHES = "'’"
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # fmt: skip  # noqa: E501
_BREAK = r"\s+(?:>\s+)*"  # between two words: also a new line of a quotation
_COMPANY = frozenset({
    "objective", "objectives", "person_name", "person_short_name", "person_title", "person_team",
    "pronouns",
})  # fmt: skip
"""Below these keys of a body stand words of the company, and who somebody is."""
_CODES = frozenset({"kind", "uid", "field", "handle", "unit", "key", "digest", "from_whom"})
_WITHOUT_WORDS = frozenset({"state", "due"})  # kinds of change of a goal that say codes and days


def count_of_words(text: str) -> int:
    """How many words a text has; of a script that puts no spaces between them, about as many."""
    return sum(max(1, len(_SPACELESS.findall(piece)) // 2) for piece in text.split())


def is_sentence(text: str) -> bool:
    """Whether *text* says so much that nobody says the same by chance inside other words."""
    return count_of_words(text.strip(_EDGES)) > SHORT


class Eraser:
    """Puts `struck on 3 Dec 2026` where words stand that were struck.

    *struck* and *others* are uids: of what was struck, and of what stays as it is even where it is
    called the same. *texts* name the fields of each table that may say what a person said.
    """

    def __init__(
        self,
        words: Iterable[str],
        on: date,
        *,
        struck: Collection[str] = (),
        others: Collection[str] = (),
        texts: Mapping[str, Collection[str]] | None = None,
        only_quote: bool = False,
    ) -> None:
        """*words* are all that the struck ones say, and said earlier.

        With *only_quote* the struck ones keep their names.
        """
        said = {text.strip() for text in words} - {""}
        said = {text for text in said if not STRUCK_MARK.fullmatch(text)}
        self.on = on
        self.mark = struck_word(on)
        self._struck, self._others, self._only_quote = struck, others, only_quote
        self._texts = texts or {}
        self._alone = {_bare(text) for text in said}
        self._longest = 2 * max(map(len, said), default=0) + ROOM
        self._within = _Finder(text for text in said if is_sentence(text))
        self._of_nobody = _Finder(text for text in said if count_of_words(text) >= OF_NOBODY)

    def text(self, text: str) -> str:
        """*text* without the struck words."""
        if 0 < len(text) <= self._longest and _bare(text) in self._alone:
            return self.mark
        return self.sentence(text)

    def sentence(self, text: str, *, of_nobody: bool = False) -> str:
        """*text* without struck sentences: of what is *of_nobody*, those of five words or more."""
        finds = self._of_nobody if of_nobody else self._within
        return finds.replaced(text, f"[{self.mark}]")

    def row(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a row without the struck words; of what was struck, none are left."""
        if row.get("uid") in self._others:
            return dict(row)
        if row.get("uid") in self._struck:
            return self._shell(row, "")
        codes = table == "goal_change" and row.get("what") in _WITHOUT_WORDS
        left = dict(row)
        for name in self._texts.get(table, ()):
            said = row.get(name)
            if isinstance(said, str) and not (codes and name in ("was", "became")):
                left[name] = self.body(said) if name == "body" else self.text(said)
        return left

    def body(self, body: str, *, of_nobody: bool = False) -> str:
        """The JSON of a body without the struck words; the very same where there are none in it."""
        try:
            content = json.loads(body)
        except ValueError:
            content = None
        if not isinstance(content, dict | list):
            return self.sentence(body, of_nobody=of_nobody) if of_nobody else self.text(body)
        left = self._of(content, "", of_nobody)
        return body if left == content else json.dumps(left, ensure_ascii=False)

    def _of(self, value: Any, key: str, of_nobody: bool) -> Any:  # any JSON
        if isinstance(value, dict):
            return self._of_object(value, of_nobody)
        if isinstance(value, list):
            return self._of_list(value, key, of_nobody)
        return self._of_text(value, key, of_nobody) if isinstance(value, str) else value

    def _of_list(self, found: list[Any], key: str, of_nobody: bool) -> list[Any]:
        if not of_nobody and _is_row(found) and found[0] in self._texts:
            return [found[0], self.row(found[0], found[1])]
        return [self._of(one, key, of_nobody) for one in found]

    def _of_text(self, text: str, key: str, of_nobody: bool) -> str:
        if text[:1] in ("{", "["):
            return self.body(text, of_nobody=of_nobody)
        if of_nobody or key in _codes():
            return self.sentence(text, of_nobody=of_nobody)
        return self.text(text)

    def _of_object(self, found: Mapping[str, Any], of_nobody: bool) -> dict[str, Any]:
        """An object within a body; what it says of the company stays."""
        uid = found.get("uid")
        if uid in self._others:
            return dict(found)
        if uid in self._struck:
            return self._shell(found, self.mark)
        return {
            key: one if key in _COMPANY else self._of(one, key, of_nobody)
            for key, one in found.items()
        }

    def _shell(self, found: Mapping[str, Any], mark: str) -> dict[str, Any]:
        """What is left of something struck: its name is *mark*."""
        left = dict(found)
        if "quote" in left:
            left["quote"] = ""
        if not self._only_quote:
            left |= {name: mark for name in ("name", "statement") if name in left}
            left |= {name: self.on.isoformat() for name in ("struck_on",) if name in left}
        return left


def _is_row(value: list[Any]) -> bool:
    """Whether this is a table and its columns, as in the trash."""
    return len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict)


def _bare(text: str) -> str:
    """A text without what makes no difference: case, breaks, marks around it."""
    folded = " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())
    return folded.strip(_EDGES) or folded


class _Finder:
    """Finds sentences, longer ones first; texts without any word of them are told at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self._anchors = {_anchor(text) for text in texts}
        ways = {
            _way(form)
            for text in texts
            for form in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))
        }
        listed = "|".join(sorted(ways, key=len, reverse=True))
        self._pattern = re.compile(listed, re.IGNORECASE)

    def replaced(self, text: str, mark: str) -> str:
        """*text* with *mark* where a sentence stands."""
        if not self._anchors:
            return text
        lowered = text.lower()
        if not any(anchor in lowered for anchor in self._anchors):
            return text
        return self._pattern.sub(mark, text)


def _anchor(text: str) -> str:
    """The longest part of a text that is written in one way only; "" for none."""
    composed = unicodedata.normalize("NFC", text).lower()
    return max(re.findall("[a-z0-9]+", composed), key=len, default="")


def _way(text: str) -> str:
    core = text.strip(_EDGES) or text.strip()
    before, after = (_maybe(part) for part in text.strip().split(core, 1))
    words = (
        "".join("['’]" if one in _APOSTROPHES else re.escape(one) for one in word)
        for word in core.split()
    )
    inner = _edge(core[0], r"(?<!\w)") + _BREAK.join(words) + _edge(core[-1], r"(?!\w)")
    return before + inner + after


def _maybe(marks: str) -> str:
    """The marks around the words, where they stand there."""
    return f"(?:{re.escape(marks)})?" if marks else ""


def _edge(letter: str, pattern: str) -> str:
    """Words begin and end at words, except where nothing stands between them."""
    return "" if _SPACELESS.match(letter) or not letter.isalnum() else pattern


@cache
def _codes() -> frozenset[str]:
    """The fields that hold a word of the program: a state, the name of a table."""
    from dataclasses import fields

    from careerdesk.domain.catalogue import CATALOGUE

    texts = {text.name for entry in CATALOGUE.values() for text in entry.texts}
    every = {one.name for kind in CATALOGUE for one in fields(kind)}
    return frozenset(every - texts) | _CODES
