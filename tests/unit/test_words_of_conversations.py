"""Growth looks forward: no word of ratings, calibration or pay is in its pages and documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.domain.question_sets import SETS
from careerdesk.domain.questions import BANK

ROOT = Path(__file__).resolve().parents[2] / "careerdesk"
FORBIDDEN = re.compile(
    r"\b(ratings?|rated|calibrat\w*|pay|paid|salar\w+|bonus\w*|compensation|promotion case)\b",
    re.IGNORECASE,
)
PLACES = ("ui", "documents", "services", "domain")


def conversation_files() -> list[Path]:
    """Every module whose words a reader of Growth may see."""
    found = (path for place in PLACES for path in (ROOT / place).rglob("*.py"))
    return sorted(path for path in found if not is_of_both(path) and not is_of_review(path))


def is_of_both(path: Path) -> bool:
    """The handles of both rooms; nobody reads them."""
    return path.name == "names.py"


def is_of_review(path: Path) -> bool:
    """The other room keeps to folders and modules whose names begin with its own."""
    return any(part.startswith("review") for part in path.relative_to(ROOT).parts)


def words_of(path: Path) -> Iterator[str]:
    """The texts of a module, without what only programmers read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    nodes = list(ast.walk(tree))
    docs = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_page_or_document_has_a_word_of_the_other_place() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {words}"
        for path in conversation_files()
        for words in words_of(path)
        if FORBIDDEN.search(words)
    ]
    assert found == []


def test_the_two_places_and_a_career_conversation_have_one_name_each() -> None:
    old = re.compile(r"\bGrowth\b|\b[Cc]areer talks?\b|\bReview room\b")
    found = [
        f"{path.relative_to(ROOT)}: {words}"
        for path in sorted(ROOT.rglob("*.py"))
        if old.search(path.read_text(encoding="utf-8"))
        for words in words_of(path)
        if old.search(words)
    ]
    assert found == []


def test_no_question_asks_for_it() -> None:
    entries = [*BANK, *(entry for entries in SETS.values() for entry in entries)]
    assert [text for _, _, text in entries if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize("words", ["Rating: 3", "the calibrated one", "her pay", "a bonus"])
def test_such_words_would_be_found(words: str) -> None:
    assert FORBIDDEN.search(words)
