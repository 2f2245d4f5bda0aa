"""`dataclass` as the standard library has it, made in a twentieth of the time.

The library writes and compiles the code of up to eight methods for every class, when its module is
imported; a start imports some two hundred classes, and makes objects of half of them. Here
`__init__` is compiled when the first object is made, and the others are not compiled at all. What
a class can do is the same, which `tests/unit/test_dataclass.py` compares class by class. The
library's own is used on a Python on which that was not compared, and for what is asked for rarely
(`docs/adr/0053-lean-dataclasses.md`).
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import get_annotations
from operator import attrgetter
from types import CodeType
from typing import TYPE_CHECKING, Any, TypeVar

Fields = dict[str, "Field[Any]"]
T = TypeVar("T")
COMPARED = (3, 11) <= sys.version_info < (3, 14)
OF_ITS_OWN = {"__init__", "__eq__", "__hash__", "__repr__", "__slots__", "__setattr__"}
RARE = ("ClassVar", "InitVar", "KW_ONLY")

_library: Any = dataclasses


def lean(
    cls: Any = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    **rare: bool,
) -> Any:
    """As `dataclasses.dataclass`."""
    if cls is None:
        return lambda it: lean(it, frozen=frozen, slots=slots, kw_only=kw_only, **rare)
    if rare or not slots or not _is_usual(cls):
        return _library.dataclass(cls, frozen=frozen, slots=slots, kw_only=kw_only, **rare)
    return _made(cls, frozen=frozen, kw_only=kw_only)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = lean if COMPARED else _library.dataclass

__all__ = ["code_of", "dataclass", "lean", "unfrozen"]


def unfrozen(cls: type[T]) -> type[T]:
    """A class like the frozen *cls*, with slots, whose objects can be set.

    Such an object becomes one of *cls*, as frozen as any, when *cls* is set as its `__class__`.
    """
    settable = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), {"__slots__": (), **settable})


def compiled_now(_name: str, text: str) -> CodeType:
    """The code of a text."""
    return compile(text, "<string>", "exec")


compiler: Callable[[str, str], CodeType] = compiled_now
"""Compiles a text of ours, known by its name; a start sets another one."""


def code_of(name: str, text: str) -> CodeType:
    """The code of a *text* that is put together here, under a *name* that no other text has."""
    return compiler(name, text)


def _is_usual(cls: Any) -> bool:
    """Whether each line of the class is a field, and the rest are methods."""
    if cls.__dict__.keys() & OF_ITS_OWN:
        return False
    kinds = map(str, get_annotations(cls).values())
    return not any(word in kind for kind in kinds for word in RARE)


class _Params:
    """What the library asks about a base class."""

    def __init__(self, *, frozen: bool, kw_only: bool) -> None:
        self.frozen, self.kw_only = frozen, kw_only
        self.init = self.repr = self.eq = self.match_args = self.slots = True
        self.order = self.unsafe_hash = self.weakref_slot = False


def _made(cls: Any, *, frozen: bool, kw_only: bool) -> Any:
    own = get_annotations(cls)
    fields = _fields(cls, own, kw_only=kw_only)
    kept = {slot for base in cls.__mro__[1:-1] for slot in getattr(base, "__slots__", ())}
    left_out = {*own, "__dict__", "__weakref__"}
    parts = {name: value for name, value in cls.__dict__.items() if name not in left_out}
    parts |= {
        "__slots__": tuple(name for name in own if name not in kept),
        "__dataclass_fields__": fields,
        "__dataclass_params__": _Params(frozen=frozen, kw_only=kw_only),
        "__match_args__": tuple(
            name for name, one in fields.items() if one.init and not one.kw_only
        ),
        "__eq__": _eq(fields),
        "__hash__": _hash(fields) if frozen else None,
        "__repr__": _repr(fields),
    }
    if frozen:
        parts |= _OF_FROZEN
    new = type(cls)(cls.__name__, cls.__bases__, parts)
    new.__qualname__ = cls.__qualname__
    new.__init__ = _first_init(new, frozen=frozen)
    return new


def _fields(cls: Any, own: dict[str, Any], *, kw_only: bool) -> Fields:
    found: Fields = {}
    for base in cls.__mro__[-1:0:-1]:
        found |= base.__dict__.get("__dataclass_fields__", {})
    for name, kind in own.items():
        default = cls.__dict__.get(name, MISSING)
        one: Any = default if isinstance(default, Field) else dataclasses.field(default=default)
        one.name, one.type, one._field_type = name, kind, _library._FIELD  # noqa: SLF001
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        found[name] = one
    return found


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives what an object has in these fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda it: tuple(getattr(it, name) for name in names)


def _eq(fields: Fields) -> Any:
    values = _values([name for name, one in fields.items() if one.compare])

    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def _hash(fields: Fields) -> Any:
    compared = {name: one.compare if one.hash is None else one.hash for name, one in fields.items()}
    values = _values([name for name, counts in compared.items() if counts])

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(fields: Fields) -> Any:
    said = [name for name, one in fields.items() if one.repr]

    def __repr__(self: Any) -> str:  # noqa: N807
        words = ", ".join(f"{name}={getattr(self, name)!r}" for name in said)
        return f"{self.__class__.__qualname__}({words})"

    return __repr__


def _no_setting(_self: Any, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_state(self: Any, state: Iterable[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_OF_FROZEN = {
    "__setattr__": _no_setting, "__delattr__": _no_deleting,
    "__getstate__": _state, "__setstate__": _set_state,
}  # fmt: skip


def _first_init(cls: Any, *, frozen: bool) -> Any:
    """Puts the real one of this class in its own place, and calls that."""

    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807
        made = _compiled(cls, frozen=frozen)
        type.__setattr__(cls, "__init__", made)
        made(self, *args, **named)

    return __init__


def _compiled(cls: Any, *, frozen: bool) -> Any:
    known: dict[str, Any] = {"_new": _library._HAS_DEFAULT_FACTORY}  # noqa: SLF001
    in_order, lines = ["self"], list[str]()
    by_name: list[str] = []
    for name, one in cls.__dataclass_fields__.items():
        if one.init:
            (by_name if one.kw_only else in_order).append(name + _default(one, known))
        value = _value(one, known)
        if value:
            lines.append(f"_set_{name}(self, {value})" if frozen else f"self.{name} = {value}")
            known[f"_set_{name}"] = getattr(cls, name).__set__  # past the refusal
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    if by_name:
        by_name.insert(0, "*")
    body = "\n    ".join(lines or ["pass"])
    text = f"def __init__({', '.join(in_order + by_name)}):\n    {body}"
    exec(code_of(f"{cls.__module__}.{cls.__qualname__}", text), known)  # noqa: S102
    made = known["__init__"]
    made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return made


def _default(one: Field[Any], known: dict[str, Any]) -> str:
    """What stands behind the name of a parameter."""
    if one.default_factory is not MISSING:
        return "=_new"
    if one.default is MISSING:
        return ""
    known[f"_default_{one.name}"] = one.default
    return f"=_default_{one.name}"


def _value(one: Field[Any], known: dict[str, Any]) -> str:
    """What a field is set to; nothing where neither the class says it nor who makes an object."""
    if one.default_factory is not MISSING:
        known[f"_make_{one.name}"] = one.default_factory
        made = f"_make_{one.name}()"
        return f"{made} if {one.name} is _new else {one.name}" if one.init else made
    if one.init:
        return one.name
    return _default(one, known).removeprefix("=")
