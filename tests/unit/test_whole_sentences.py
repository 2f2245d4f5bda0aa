"""Texts are whole: nothing is glued, lowered or counted by hand, so that they can be translated."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from tools.messages import FORMS, collect

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {"tr", "trn", "trp", "trg", "N_", "NG_", "Counting", "translated", "in_words"}
OWN = ROOT / "careerdesk" / "i18n.py"
TOMORROW = {"asking_before.py", "texts.py"}  # where one day is *tomorrow* or *yesterday*
READS = {"date_words.py", "domain"}  # they compare what is typed, whatever its letters


@cache
def trees() -> dict[Path, ast.Module]:
    paths = sorted((ROOT / "careerdesk").rglob("*.py"))
    return {path: ast.parse(path.read_text("utf-8")) for path in paths if path != OWN}


def found(
    kind: type[ast.AST], is_bad: Callable[[Any], bool], *, without: Collection[str] = ()
) -> list[str]:
    """The places of the nodes of a kind that are bad."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)[:90]}"
        for path, tree in trees().items()
        if not without or not any(one in path.parts for one in without)
        for node in ast.walk(tree)
        if isinstance(node, kind) and is_bad(node)
    ]


def says(node: ast.AST) -> bool:
    """Whether a text of ours is in it."""
    return any(map(is_text, ast.walk(node)))


def is_text(node: ast.AST) -> bool:
    """Whether it is a text of ours."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    return name in TEXTS


def counts_one(node: ast.AST) -> bool:
    """Whether something is compared with 1."""
    return any(
        isinstance(one, ast.Compare)
        and isinstance(one.ops[0], ast.Eq | ast.NotEq)
        and isinstance(one.comparators[0], ast.Constant)
        and one.comparators[0].value == 1
        and one.comparators[0].value is not True
        for one in ast.walk(node)
    )


def test_every_text_can_be_extracted() -> None:
    assert collect().problems == []


def test_no_plural_is_made_by_hand() -> None:
    def by_hand(node: Any) -> bool:
        return counts_one(node.test) and any(map(is_text, values(node)))

    bad = [*found(ast.IfExp, by_hand, without=TOMORROW), *found(ast.If, by_hand, without=TOMORROW)]
    assert bad == [], "use trn(one, many, n), or Counting where it is said later"


def values(node: ast.IfExp | ast.If) -> Iterator[ast.AST]:
    """What it chooses between."""
    for part in (node.body, node.orelse):
        if not isinstance(part, list):
            yield part
        elif len(part) == 1 and isinstance(part[0], ast.Return | ast.Assign | ast.Expr):
            yield part[0].value or part[0]


def test_no_letter_of_a_text_is_lowered() -> None:
    def is_lowered(node: Any) -> bool:
        return (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in {"lower", "capitalize", "swapcase"}
            and (is_first_letter(node.func.value) or is_worded(node.func.value))
        )

    assert found(ast.Call, is_lowered, without=READS) == [], (
        "write a text of its own for the middle of a sentence"
    )


def is_first_letter(node: ast.AST) -> bool:
    """Whether it is `words[0]` or `words[:1]`."""
    if not isinstance(node, ast.Subscript):
        return False
    part = node.slice.upper if isinstance(node.slice, ast.Slice) else node.slice
    first = 1 if isinstance(node.slice, ast.Slice) else 0
    return isinstance(part, ast.Constant) and part.value == first and part.value is not True


def is_worded(node: ast.AST) -> bool:
    """Whether it is a text of ours, or what a function for words says."""
    if is_text(node):
        return True
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    return node.func.id.endswith(("_word", "_words"))


def test_nothing_is_glued() -> None:
    def is_added(node: Any) -> bool:
        return isinstance(node.op, ast.Add) and (is_text(node.left) or is_text(node.right))

    def is_put_in(node: Any) -> bool:
        return any(isinstance(one, ast.FormattedValue) and says(one) for one in node.values)

    assert [*found(ast.BinOp, is_added), *found(ast.JoinedStr, is_put_in)] == [], (
        "one whole sentence with named fields"
    )


def test_a_pronoun_is_never_a_field() -> None:
    pronouns = ("their", "them", "they", "theirs", "his", "her", "hers", "him", "she", "he")
    texts = [one.text for one in collect().entries()]
    assert [text for text in texts if any(f"{{{one}}}" in text for one in pronouns)] == [], (
        "use trg: one whole sentence for each form"
    )


def test_every_field_is_filled_by_its_name() -> None:
    """A field that nobody fills would be found only where the sentence is said."""

    def is_short_of(node: Any) -> bool:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in {"tr", "trn", "trg"} or any(one.arg is None for one in node.keywords):
            return False
        given = {one.arg for one in node.keywords} | {"trn": {"n"}, "trg": {"name"}}.get(
            name, set()
        )
        texts = [*node.args, *(one.value for one in node.keywords if one.arg in FORMS)]
        wanted = {field for text in texts for field in fields(text)}
        return bool(wanted - given) and (name != "tr" or bool(node.keywords))

    assert found(ast.Call, is_short_of) == []


def test_values_are_filled_in_by_one_function() -> None:
    """It sets names apart that run from right to left."""

    def is_filled_by_hand(node: Any) -> bool:
        called = isinstance(node.func, ast.Attribute) and node.func.attr == "format"
        return called and bool(node.keywords)

    others = {"data", "dated_paper.py"}  # SQL and HTML are no sentences
    assert found(ast.Call, is_filled_by_hand, without=others) == [], "use fill"


def fields(node: ast.AST) -> set[str]:
    """The names of the fields of a text."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return set()
    return {name for _, name, _, _ in Formatter().parse(node.value) if name is not None}


def test_the_name_of_an_edit_is_in_the_language_of_the_interface() -> None:
    def is_bare(node: Any) -> bool:
        called = isinstance(node.func, ast.Attribute) and node.func.attr == "edit"
        return called and any(
            isinstance(one, ast.Constant | ast.Subscript) for one in node.args[:1]
        )  # a text out of a table is only marked there

    assert found(ast.Call, is_bare, without={"data", "demo"}) == []
