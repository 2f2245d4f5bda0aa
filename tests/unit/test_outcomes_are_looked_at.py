"""Nothing in the window may act and not look what became of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "careerdesk" / "ui"
ACTS = frozenset({"try_read", "try_action"})
KEEPS_FOCUS = frozenset({"focusWidget", "activeWindow", "activePopupWidget", "focusObject"})
FILES = sorted(UI.rglob("*.py"))
LOOKED_FOR = (*ACTS, *KEEPS_FOCUS, "ignored_because")


def dropped(tree: ast.AST) -> Iterator[int]:
    """The lines where an action stands alone: whether it was done is not looked at."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = node.value.func
            if isinstance(name, ast.Name) and name.id in ACTS:
                yield node.lineno


def ignored_without_reason(tree: ast.AST) -> Iterator[int]:
    """The lines where an outcome is ignored and no words say why."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            words = [one.value for one in node.args if isinstance(one, ast.Constant)]
            if node.func.attr == "ignored_because" and not any(words):
                yield node.lineno


def held(tree: ast.AST) -> Iterator[int]:
    """The lines where a widget found by its focus is kept in a field as it is."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        called = node.value.func
        found = isinstance(called, ast.Attribute) and called.attr in KEEPS_FOCUS
        if found and any(isinstance(one, ast.Attribute) for one in node.targets):
            yield node.lineno


def complaints(source: str) -> list[int]:
    """The lines of a module that drop an outcome or keep a passing widget."""
    if not any(name in source for name in LOOKED_FOR):
        return []  # to parse every module takes long
    tree = ast.parse(source)
    return [*dropped(tree), *ignored_without_reason(tree), *held(tree)]


def test_no_outcome_is_dropped_and_no_passing_widget_kept() -> None:
    found = {}
    for path in FILES:
        if lines := complaints(path.read_text(encoding="utf-8")):
            found[str(path.relative_to(UI))] = lines
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "try_read(ctx, act)",
        "if x:\n    try_action(ctx, act)",
        "try_action(ctx, act)",
        "try_action(ctx, act).ignored_because('')",
        "self._before = QApplication.focusWidget()",
    ],
)
def test_each_way_to_drop_one_is_seen(source: str) -> None:
    assert complaints(source)


@pytest.mark.parametrize(
    "source",
    [
        "done = guard(ctx, act)",
        "if try_action(ctx, act):\n    pass",
        "try_action(ctx, act).say('Done')",
        "try_action(ctx, act).ignored_because('the field shows what is stored')",
        "self._before = Alive(QApplication.focusWidget())",
    ],
)
def test_what_is_looked_at_may_stand(source: str) -> None:
    assert not complaints(source)
