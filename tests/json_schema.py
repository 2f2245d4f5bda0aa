"""What our published JSON Schema says of a value: only the words of the language that it uses.

The library for all of it would bring five packages, one of them compiled, for one test.
"""

from __future__ import annotations

import re
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "null": (type(None),),
    "integer": (int,), "number": (int, float),
}  # fmt: skip
TOLD = {"$schema", "$defs", "title", "description"}


def problems(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "$") -> list[str]:
    """Where *value* is not what *schema*, a part of the *whole*, says."""
    found = []
    for word, told in schema.items():
        if word not in TOLD:
            found += CHECKS[word](value, told, schema, whole, at)
    return found


def _reference(value: Any, told: str, _schema: Any, whole: dict[str, Any], at: str) -> list[str]:
    part: Any = whole
    for name in told.removeprefix("#/").split("/"):
        part = part[name]
    return problems(value, part, whole, at)


def _type(value: Any, told: str, *_rest: Any) -> list[str]:
    right = isinstance(value, TYPES[told]) and not isinstance(value, bool)
    return [] if right else [f"{_rest[-1]}: no {told}"]


def _properties(value: Any, told: Any, _schema: Any, whole: Any, at: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    return [
        one
        for name in told.keys() & value.keys()
        for one in problems(value[name], told[name], whole, f"{at}.{name}")
    ]


def _others(value: Any, told: Any, schema: Any, whole: Any, at: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    others = value.keys() - schema.get("properties", {}).keys()
    if told is False:
        return [f"{at}.{name}: not known" for name in others]
    return [one for name in others for one in problems(value[name], told, whole, f"{at}.{name}")]


def _items(value: Any, told: Any, _schema: Any, whole: Any, at: str) -> list[str]:
    if not isinstance(value, list):
        return []
    return [
        one for n, item in enumerate(value) for one in problems(item, told, whole, f"{at}[{n}]")
    ]


def _some(least: int, most: int) -> Any:
    def check(value: Any, told: Any, _schema: Any, whole: Any, at: str) -> list[str]:
        fits = sum(not problems(value, one, whole, at) for one in told)
        return [] if least <= fits <= most else [f"{at}: fits {fits} of {len(told)}"]

    return check


def _plain(test: Any) -> Any:
    def check(value: Any, told: Any, _schema: Any, _whole: Any, at: str) -> list[str]:
        return [] if test(value, told) else [f"{at}: {told}"]

    return check


CHECKS: dict[str, Any] = {
    "$ref": _reference,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _others,
    "items": _items,
    "anyOf": _some(1, 99),
    "oneOf": _some(1, 1),
    "const": _plain(lambda value, told: value == told),
    "enum": _plain(lambda value, told: value in told),
    "minimum": _plain(lambda value, told: not isinstance(value, int | float) or value >= told),
    "maximum": _plain(lambda value, told: not isinstance(value, int | float) or value <= told),
    "required": _plain(lambda value, told: not isinstance(value, dict) or
                       set(told) <= value.keys()),
    "pattern": _plain(lambda value, told: not isinstance(value, str) or re.search(told, value)),
    "propertyNames": _plain(lambda value, told: value.keys() <= set(told["enum"])),
}  # fmt: skip
