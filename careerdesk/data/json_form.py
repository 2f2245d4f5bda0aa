"""The form in which a whole store is written as JSON, and its published description.

What no plain JSON value holds exactly is an object of one member: `{"bytes": hex}`,
`{"text": hex}` for text that is no UTF-8, and `{"real": "inf"}` or `"-inf"`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.plain_tables import REAL, TEXT, WHOLE
from careerdesk.data.statements import TABLES

FORMAT = "careerdesk"
ENDLESS = {"inf": float("inf"), "-inf": float("-inf")}
LARGEST = 2**63 - 1
"""The largest whole number that SQLite stores."""
LAST_ID = 2**53
"""No id is larger; there is always a next one."""
LEFT_OUT = frozenset({"draft"})  # what is typed and not stored yet
BESIDE: Mapping[str, tuple[tuple[str, str, bool], ...]] = {
    "session": (
        ("id", WHOLE, False),
        ("uid", TEXT, False),
        ("begun_at", TEXT, False),
        ("wrote_at", TEXT, False),
    ),
    "store_identity": (("uid", TEXT, False),),
}
"""The tables that hold no records of the user."""


@cache
def columns() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """The columns of each table that is written: name, what it holds, whether it may be empty."""
    known = {
        table.name: tuple(
            (column.name, column.holds, column.nullable) for column in table.columns.values()
        )
        for table in TABLES.values()
        if table.name not in LEFT_OUT
    }
    return known | dict(BESIDE)


_TYPES: Mapping[str, dict[str, Any]] = {
    TEXT: {"type": "string"},
    WHOLE: {"type": "integer", "minimum": -LARGEST - 1, "maximum": LARGEST},
    REAL: {"type": "number"},
}


def json_schema() -> dict[str, Any]:
    """What JSON Schema (2020-12) says of a store of this version, made from its tables."""
    tables = {
        name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in sorted(columns())
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A CareerDesk store, version {SCHEMA_VERSION} of its tables",
        "description": "Everything that is stored but what is being typed: it holds private text.",
        **_object(
            {
                "format": {"const": FORMAT},
                "schema": {"const": SCHEMA_VERSION},
                "program": {"type": "string"},
                "exported_at": {"type": "string"},
                "last_ids": _last_ids(),
                "tables": _object(tables),
            }
        ),
        "$defs": {"exact": _exact()} | {name: _row(name) for name in sorted(columns())},
    }


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _last_ids() -> dict[str, Any]:
    """The last id that each table gave: none is given twice, not even that of a deleted row."""
    return {
        "type": "object",
        "propertyNames": {"enum": sorted(columns().keys() - BESIDE.keys())},
        "additionalProperties": {"type": "integer", "minimum": 0, "maximum": LAST_ID},
    }


def _exact() -> dict[str, Any]:
    """What JSON has no value for."""
    digits = {"type": "string", "pattern": "^([0-9a-f]{2})*$"}
    every = {"bytes": digits, "text": digits, "real": {"enum": list(ENDLESS)}}
    return {"oneOf": [_object({name: value}) for name, value in every.items()]}


def _row(table: str) -> dict[str, Any]:
    cells = {name: _cell(kind, empty=empty) for name, kind, empty in columns()[table]}
    if "id" in cells:
        cells["id"] = {"type": "integer", "minimum": 1, "maximum": LAST_ID}
    return _object(cells)


def _cell(kind: str, *, empty: bool) -> dict[str, Any]:
    found = [_TYPES[kind], {"$ref": "#/$defs/exact"}]
    return {"anyOf": [*found, {"type": "null"}] if empty else found}
