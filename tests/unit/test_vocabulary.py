"""One word for one thing: what the terms of the field replaced does not come back.

The glossary of the terms stands in ARCHITECTURE.md.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tools.messages import collect

ROOT = Path(__file__).parents[2]

NAMES = {
    "talks?": "check_in",
    "(review|reviews|open|the|this|two|own|other|their)_rooms?": "area, place",
    "growth": "conversations",
    "red_thread": "golden_thread",
    "knots?|strands?": "node, link",
    "dusty": "stale",
    "fates?": "row_outcome",
    "(?<!no_)troubles?": "crash_reporter",
    "doorbell": "SingleInstance",
    "veil(ed)?|lends?": "hide_while_sharing",
    "guard": "try_read",
    "succeeded|doing": "try_action",
    "rating_steps?": "rating_level",
    "(last|typing)_steps?": "edit",
    "journals?": "wal, undo_log",
    "plain_pages?": "standalone_pages",
    "take_locks_again": "reopen_after_file_dialog",
    "anew": "again",
    "whoever": "anyone_who",
    "let_go(?!_of)": "release",
    "no_more(?!_(than|statements|memory|for|minutes|modules))": "no_longer",
}
"""Words that are in no name of a module, a class or a function, and what is said instead."""
ALLOWED = {"WheelGuard"}  # which guards fields from the wheel

TEXTS = {
    r"(?<!to )(?<!we )talks?\b(?! (to|about|over|through|with)\b)": "check-in",
    "(review|this|the|other) rooms?": "Conversations, Reviews",
    "Growth": "Conversations",
    "red thread|knots?|strands?|hangs? loose": "golden thread",
    "gather(s|ing)? dust": "not updated for",
    "fates?": "what becomes of a row",
    r"readings?\b(?! (the|your|from)\b)(?! ?\{)": "value, my interpretation",
    "anew": "again",
    "whoever": "anyone who",
    "no more(?! than)": "no longer",
    "let go of|lets go of": "delete",
    "in passing": "as you talk",
    "bring(s|ing)? back|brought back": "restore",
    "take in|takes in|taken in": "include, import",
    "turn them round": "Swap them",
    "side of (a|the) (cycle|review)|(next|previous) side": "tab",
    "is no (table|date|number|day)": "isn't a",
    "(?<=“)in (their|his|her) own words": "“In your own words”, as its reader sees it",
}
"""Words that no text of the interface says, and what it says instead."""


def parts(name: str) -> str:
    """A name as words with underscores between them, in lower case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_")


@cache
def defined(path: Path) -> tuple[str, ...]:
    """The module of a file, and all classes and functions in it."""
    return tuple(_defined(path))


def _defined(path: Path) -> Iterator[str]:
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def files() -> Iterator[Path]:
    """The code of the program, its tests and its tools; migrations speak of what was."""
    for folder in ("careerdesk", "tests", "benchmarks", "tools"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


@pytest.mark.parametrize(("word", "instead"), NAMES.items(), ids=list(NAMES.values()))
def test_no_name_has_a_word_that_was_replaced(word: str, instead: str) -> None:
    pattern = re.compile(rf"(?:^|_)(?:{word})(?:_|$)")
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in files()
        for name in defined(path)
        if name not in ALLOWED and pattern.search(parts(name))
    }
    assert sorted(found) == [], f"say {instead}"


@cache
def texts() -> tuple[str, ...]:
    """What the program says, each with its plural, as translators get it."""
    entries = collect().entries()
    return tuple(text for one in entries for text in (one.text, one.plural) if text)


@pytest.mark.parametrize(("words", "instead"), TEXTS.items(), ids=list(TEXTS.values()))
def test_no_text_has_words_that_were_replaced(words: str, instead: str) -> None:
    flags = re.NOFLAG if words[0].isupper() else re.IGNORECASE
    pattern = re.compile(rf"\b(?:{words})\b", flags)
    assert [text for text in texts() if pattern.search(text)] == [], f"say {instead}"


@pytest.mark.parametrize(
    "text", ["A talking point", "Talk to them", "Talk about it", "No more than five words"]
)
def test_what_a_native_speaker_says_is_allowed(text: str) -> None:
    for words in TEXTS:
        assert not re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)
