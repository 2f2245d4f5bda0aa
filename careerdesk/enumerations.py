"""Making the enumerations of the binding in a quarter of the time that Python takes.

PySide6 makes each enumeration of a class of Qt when it meets the class: over three hundred before
the first page stands, of which few are ever asked for. Python's own way is made for any kind of
member, with a descriptor, a name space and half a dozen checks for each; those of the binding are
plain numbers with plain names, every time. They are made here directly, after a pattern that
Python itself made, and are the same to the last attribute. Whatever is not just like that is left
to Python (`docs/adr/0067-enumerations-of-the-binding.md`).
"""

from __future__ import annotations

import os
import sys
from enum import Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag
from typing import Any

from careerdesk.binding import COMPARED, SWITCH

PLAIN = Enum, IntEnum, Flag, IntFlag
"""The kinds that the binding makes; anything else is Python's."""
EMPTIED = frozenset({
    "_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_",
    "_unhashable_values_map_", "_hashable_values_", "_flag_mask_", "_singles_mask_", "_all_bits_",
})  # fmt: skip
"""What differs between two enumerations of a kind besides their members."""
KEPT = frozenset({
    "_generate_next_value_", "_new_member_", "_use_args_", "_member_type_", "_value_repr_",
    "_boundary_", "_inverted_", "__module__", "__doc__", "__repr__", "__str__",
    "__format__", "__reduce_ex__", "__or__", "__and__", "__xor__", "__ror__", "__rand__",
    "__rxor__", "__invert__", "__static_attributes__", "__firstlineno__",
})  # fmt: skip
"""What does not differ."""
_MEMBER = {"_value_", "_name_", "__objclass__", "_sort_order_"}
_SAMPLE = "A", 1


class _Pattern:
    """What Python makes of the smallest enumeration of a kind; of use only where it is known."""

    def __init__(self, made: Any) -> None:
        name, value = _SAMPLE
        self.body = {
            key: part
            for key, part in vars(made).items()
            if key not in {name, "__dict__", "__weakref__", "__new__"}
        }
        self.is_flag, self.is_number = issubclass(made, Flag), issubclass(made, int)
        self.taken = frozenset(dir(made)) - {name}
        self.usable = (
            self.body.keys() <= EMPTIED | KEPT
            and vars(made[name]).keys() == _MEMBER
            and self.body["_member_names_"] == [name]
            and self.body["_value2member_map_"] == {value: made[name]}
            and vars(made)[name] is made[name]
            and vars(made).get("__new__") is Enum.__new__
            and self.body.get("_hashable_values_", [value]) == [value]
        )


_patterns: dict[tuple[type, FlagBoundary | None], _Pattern] = {}
_of_python: Any = vars(EnumType)["_create_"]


def make_quickly() -> None:
    """Make those that come from now on quickly, where Python's way is known; else do nothing."""
    if COMPARED and not os.environ.get(SWITCH):
        type.__setattr__(EnumType, "_create_", _create)


def _create(
    cls: Any, class_name: str, names: Any, *, module: str | None = None,
    qualname: str | None = None, type: Any = None, start: int = 1,  # noqa: A002  # Python's names
    boundary: FlagBoundary | None = None,
) -> Any:  # fmt: skip
    """As Python's own, which is called by `Enum(name, members)`."""
    if module is None:  # as Python finds it: two frames up is whoever called
        module = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
    pattern = None
    if cls in PLAIN and qualname is None and type is None:
        pattern = _pattern_of(cls, boundary)
    if pattern is None or not _is_plain(names, pattern):
        return _of_python(
            cls, class_name, names, module=module, qualname=qualname, type=type, start=start,
            boundary=boundary,
        )  # fmt: skip
    return _made(cls, class_name, names, pattern, module)


def _pattern_of(cls: Any, boundary: FlagBoundary | None) -> _Pattern | None:
    key = cls, boundary
    if key not in _patterns:
        made = _of_python(cls, "Pattern", [_SAMPLE], module=__name__, boundary=boundary)
        _patterns[key] = _Pattern(made)
    return _patterns[key] if _patterns[key].usable else None


def _is_plain(names: Any, pattern: _Pattern) -> bool:
    """Whether all are numbers with names that mean nothing else in an enumeration."""
    if type(names) is not list or not names:
        return False
    least = 0 if pattern.is_flag else -sys.maxsize
    taken = pattern.taken
    return len(dict(names)) == len(names) and all(
        type(name) is str
        and type(value) is int
        and value >= least
        and name not in taken
        and name[0] != "_"
        and name != "mro"
        for name, value in names
    )


def _made(
    cls: Any, class_name: str, names: list[tuple[str, int]], pattern: _Pattern, module: str | None
) -> Any:
    """The enumeration, by the type's own constructor: its members are added without a check."""
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    order: list[str] = []
    emptied = {
        "_member_names_": order, "_member_map_": by_name, "_value2member_map_": by_value,
        "_unhashable_values_": [],
    }  # fmt: skip
    body = {**pattern.body, **emptied, "__module__": module}
    if "_unhashable_values_map_" in body:
        body["_unhashable_values_map_"] = {}
    made: Any = type.__new__(EnumType, class_name, (cls,), body)
    new, put, is_flag = made._new_member_, type.__setattr__, pattern.is_flag
    put(made, "__new__", Enum.__new__)  # as it is put there: within the body it would be wrapped
    mask = singles = 0
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if pattern.is_number else new(made)
            single = value > 0 and not value & (value - 1)
            member.__dict__.update(
                _value_=value, _name_=name, __objclass__=made, _sort_order_=len(order)
            )
            by_value[value] = member
            if is_flag:
                mask |= value
                singles |= value if single else 0
            if single or not is_flag:
                order.append(name)
        by_name[name] = member
        put(made, name, member)
    if "_hashable_values_" in body:
        put(made, "_hashable_values_", [value for _, value in names])
    if is_flag:
        _add_masks(made, mask, singles)
    return made


def _add_masks(made: Any, mask: int, singles: int) -> None:
    """What Python keeps of a flag besides: its bits, and whether its members are out of order."""
    put = type.__setattr__
    put(made, "_flag_mask_", mask)
    put(made, "_singles_mask_", singles)
    put(made, "_all_bits_", 2 ** mask.bit_length() - 1)
    values = [made._member_map_[name]._value_ for name in made._member_names_]
    if values != sorted(values):
        put(made, "_iter_member_", made._iter_member_by_def_)
