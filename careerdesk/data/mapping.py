"""How a record becomes a row and back: the one place that knows both forms.

A column has the name of its field. Dates are stored as `YYYY-MM-DD`, instants as
`YYYY-MM-DDTHH:MM:SSZ` in UTC, enumerations as their value, truth as 0 or 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar

from careerdesk.dataclass import dataclass
from careerdesk.domain.moments import midnight
from careerdesk.domain.records import Record

Cell = str | int | float | None
Decoder = Callable[[Any], Any]
R = TypeVar("R", bound=Record)

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_STORED_AS = {"KeyResultValue": "reading", "RatingLevel": "rating_step"}
"""Tables that keep the name that their records once had: files and exports have it."""


def table_name(kind: type[Record]) -> str:
    """The table that holds records of *kind*: `PlanItem` is in `plan_item`."""
    return _forms[kind].table


def field_names(kind: type[Record]) -> tuple[str, ...]:
    """The fields of *kind* in the order of its columns."""
    return _forms[kind].names


def columns(kind: type[Record], alias: str = "") -> str:
    """The column list of a SELECT whose rows `build` understands."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f"{prefix}{name}" for name in field_names(kind))


def build(kind: type[R], row: Sequence[Any], offset: int = 0) -> R:
    """Make a record of *kind* from the columns of *row* that start at *offset*."""
    form = _forms[kind]
    values = list(row[offset : offset + len(form.names)])
    for index, decode in form.decoders:
        if values[index] is not None:
            values[index] = decode(values[index])
    record = object.__new__(kind)
    for put, value in zip(form.setters, values, strict=True):
        put(record, value)  # past the frozen __init__, which takes three times as long
    return record


def encode(value: object) -> Cell:
    """The stored form of one field's value."""
    if value is None or type(value) is int:
        return value
    if type(value) is str:
        return value if value.isascii() and "\0" not in value else storable(value)
    return _encode_other(value)


def _encode_other(value: object) -> Cell:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, int | float):
        return value
    raise TypeError(f"no stored form for {type(value).__name__}")


def row_of(record: Record) -> dict[str, Cell]:
    """All columns of *record* in their stored form, the key left out."""
    names = field_names(type(record))
    return {name: encode(getattr(record, name)) for name in names if name != "id"}


def defaults(kind: type[Record]) -> dict[str, Cell]:
    """What stands in the columns of *kind* where nothing is said, in its stored form."""
    known = {one.name: one.default for one in fields(kind) if one.default is not MISSING}
    return {name: encode(known.get(name)) for name in field_names(kind)}


def record_of(kind: type[R], row: Mapping[str, Any]) -> R:
    """Make a record from stored forms by name; what is not named is as it is in a new one.

    Raises `KeyError`, `ValueError` or `TypeError` for what is no value of the field.
    """
    known: dict[str, Any] = {**defaults(kind), **row}
    return build(kind, [known[name] for name in field_names(kind)])


def storable(text: str) -> str:
    """*text* as plain UTF-8 without NUL, which `quote()` of SQLite would cut it at."""
    return str(text).replace("\0", "").encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=16)  # what is stored at once is of one moment
def instant_text(moment: datetime) -> str:
    """An aware *moment* as it is stored: UTC, to the second."""
    return moment.astimezone(UTC).strftime(_INSTANT)


def day_start(day: date) -> str:
    """The moment a day begins at this computer's place, as it is stored."""
    return instant_text(midnight(day))


def instant(text: str) -> datetime:
    """The aware moment in UTC that `instant_text` wrote."""
    return datetime.fromisoformat(text)


@cache
def kinds_by_table() -> dict[str, type[Record]]:
    """Which record kind each table holds."""
    from careerdesk.domain import loop, records
    from careerdesk.domain.reviews import records as reviews

    every = (*records.RECORDS, *loop.RECORDS, *reviews.RECORDS)
    return {table_name(kind): kind for kind in every}


def _decoder(kind: type[Record], annotation: str) -> Decoder | None:
    name = annotation.removesuffix(" | None")
    if name in {"str", "int", "float"}:
        return None
    known: dict[str, Decoder] = {"date": date.fromisoformat, "datetime": instant, "bool": bool}
    if name in known:
        return known[name]
    values: dict[Any, Any] = getattr(sys.modules[kind.__module__], name)._value2member_map_
    return values.__getitem__


@dataclass(frozen=True, slots=True)
class _Form:
    """The columns of one kind, and those of them that are not stored as they are."""

    table: str
    names: tuple[str, ...]
    decoders: tuple[tuple[int, Decoder], ...]
    setters: tuple[Callable[[Record, object], None], ...]


def _form(kind: type[Record]) -> _Form:
    found = [(index, _decoder(kind, str(field.type))) for index, field in enumerate(fields(kind))]
    decoders = tuple((index, decode) for index, decode in found if decode)
    names = tuple(field.name for field in fields(kind))
    name = kind.__name__
    table = _STORED_AS.get(name) or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    setters = tuple(getattr(kind, name).__set__ for name in names)
    return _Form(table, names, decoders, setters)


class _Forms(dict[type[Record], _Form]):
    """The form of each kind, made when it is asked for first."""

    def __missing__(self, kind: type[Record]) -> _Form:
        self[kind] = form = _form(kind)
        return form


_forms = _Forms()
