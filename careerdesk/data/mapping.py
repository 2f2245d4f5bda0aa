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

from careerdesk.dataclass import code_of, dataclass, unfrozen
from careerdesk.domain.moments import midnight
from careerdesk.domain.records import Record

Cell = str | int | float | None
Decoder = Callable[[Any], Any]
Maker = Callable[[Sequence[Any], int], Any]
R = TypeVar("R", bound=Record)
T = TypeVar("T")

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


def build(kind: type[T], row: Sequence[Any], offset: int = 0) -> T:
    """Make a *kind* of record, or of view, from the columns of *row* that start at *offset*.

    They are in the order of its fields; a tuple of a view is taken as it is.
    """
    record: T = _makers[kind](row, offset)
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


def _decoder(kind: type[Any], annotation: str) -> Decoder | None:
    name = annotation.removesuffix(" | None")
    if name in {"str", "int", "float"} or name.startswith("tuple["):
        return None
    known: dict[str, Decoder] = {
        "date": date.fromisoformat,
        "datetime": datetime.fromisoformat,
        "bool": bool,
    }
    if name in known:
        return known[name]
    values: dict[Any, Any] = getattr(sys.modules[kind.__module__], name)._value2member_map_
    return values.__getitem__


@dataclass(frozen=True, slots=True)
class _Form:
    """Where records of one kind are kept."""

    table: str
    names: tuple[str, ...]


def _form(kind: type[Record]) -> _Form:
    names = tuple(field.name for field in fields(kind))
    name = kind.__name__
    table = _STORED_AS.get(name) or re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    return _Form(table, names)


class _Forms(dict[type[Record], _Form]):
    """The form of each kind, made when it is asked for first."""

    def __missing__(self, kind: type[Record]) -> _Form:
        self[kind] = form = _form(kind)
        return form


def _maker(kind: type[Any]) -> Maker:
    """What makes a *kind* of its columns, compiled: a page asks for hundreds.

    A frozen object is set before it is one, which takes a fifth of the time.
    """
    names = [field.name for field in fields(kind)]
    decoders = {field.name: _decoder(kind, str(field.type)) for field in fields(kind)}
    known: dict[str, Any] = {f"_as_{name}": decode for name, decode in decoders.items()}
    known |= {"_new": object.__new__, "_open": unfrozen(kind), "_kind": kind}
    lines = [f"{', '.join(names)}, = _row[_at:_at + {len(names)}]", "_made = _new(_open)"]
    for name in names:
        value = f"{name} if {name} is None else _as_{name}({name})" if decoders[name] else name
        lines.append(f"_made.{name} = {value}")
    lines += ["_made.__class__ = _kind", "return _made"]
    text = "def make(_row, _at):\n    " + "\n    ".join(lines)
    exec(code_of(f"making {kind.__module__}.{kind.__qualname__}", text), known)  # noqa: S102
    made: Maker = known["make"]
    return made


class _Makers(dict[type[Any], Maker]):
    """What makes each kind, compiled when the first is made."""

    def __missing__(self, kind: type[Any]) -> Maker:
        self[kind] = make = _maker(kind)
        return make


_forms = _Forms()
_makers = _Makers()
