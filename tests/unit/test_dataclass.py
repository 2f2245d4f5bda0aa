"""Classes of records made the quick way can do what the standard library's can."""

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
import re
from dataclasses import MISSING, FrozenInstanceError, field, fields
from pathlib import Path

import pytest

import careerdesk
from careerdesk.dataclass import COMPARED, dataclass, lean
from careerdesk.domain.records import Person

pytestmark = pytest.mark.skipif(not COMPARED, reason="this Python has the library's own")


def all_of_ours():
    """Each class of the program that is made the quick way, with what it was made of."""
    found = []
    for module in pkgutil.walk_packages(careerdesk.__path__, "careerdesk."):
        if "migrations" in module.name or module.name.endswith("__main__"):
            continue
        for one in vars(importlib.import_module(module.name)).values():
            if (
                inspect.isclass(one)
                and one.__module__ == module.name
                and type(one.__dict__.get("__dataclass_params__")).__module__ == lean.__module__
            ):
                found.append(one)
    return found


def by_the_library(one):
    """The same class once more, made by the standard library."""
    params = one.__dataclass_params__
    own = {
        name: value
        for name, value in one.__dict__.items()
        if name not in {*one.__slots__, *MADE, "__dict__", "__weakref__"}
    }
    for name in one.__annotations__:
        default = one.__dataclass_fields__[name]
        fresh = field(
            init=default.init, repr=default.repr, hash=default.hash, compare=default.compare,
            **({"default": default.default} if default.default is not MISSING else {}),
            **({"default_factory": default.default_factory}
               if default.default_factory is not MISSING else {}),
        )  # fmt: skip
        own[name] = fresh
    bases = tuple(by_the_library(base) if base in KNOWN else base for base in one.__bases__)
    again = type(one.__name__, bases, own)
    again.__qualname__ = one.__qualname__
    return dataclasses.dataclass(frozen=params.frozen, slots=True, kw_only=params.kw_only)(again)


MADE = {
    "__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__getstate__",
    "__setstate__", "__slots__", "__dataclass_fields__", "__dataclass_params__", "__match_args__",
}  # fmt: skip
THE_LIBRARYS = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)
OURS = all_of_ours()
KNOWN = set(OURS)


def filled(cls, beginning):
    """An object of a class, with words of our own in its fields."""
    values = {one.name: f"{beginning} {one.name}" for one in fields(cls) if one.init}
    bare = cls.__new__(cls)
    if hasattr(cls, "__post_init__"):
        return None
    cls.__init__(bare, **values)
    return bare


def test_most_of_our_classes_are_made_the_quick_way():
    assert len(OURS) > 250


def test_no_module_asks_the_library_for_what_there_is_a_quicker_way_to():
    root = Path(careerdesk.__path__[0])
    slow = [
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        if re.search(
            r"^from dataclasses import .*\bdataclass\b", file.read_text("utf-8"), re.MULTILINE
        )
    ]

    assert slow == []


def test_each_class_takes_the_same_arguments_as_by_the_library():
    for one in OURS:
        if not hasattr(one, "__post_init__"):
            filled(one, "a")  # what is compiled when it is needed is there now
            other = by_the_library(one)
            said = [
                (name, it.kind, it.default is inspect.Parameter.empty)
                for name, it in inspect.signature(one).parameters.items()
            ]
            assert said == [
                (name, it.kind, it.default is inspect.Parameter.empty)
                for name, it in inspect.signature(other).parameters.items()
            ], one
            assert one.__match_args__ == other.__match_args__, one
            assert [item.name for item in fields(one)] == [item.name for item in fields(other)]


def test_each_class_compares_and_speaks_as_by_the_library():
    for one in OURS:
        other = by_the_library(one)
        a, same, b = (filled(one, word) for word in ("a", "a", "b"))
        if a is None:
            continue
        theirs = filled(other, "a")
        if not own_method(one, "__repr__"):
            assert repr(a) == repr(theirs), one
        assert a == same, one
        assert (a != b) == (filled(other, "a") != filled(other, "b")), one
        assert a != theirs
        if other.__hash__ is None:
            assert one.__hash__ is None
        else:
            assert hash(a) == hash(same) == hash(theirs), one
        assert dataclasses.replace(a) == a


def own_method(cls, name):
    """Whether the class says this itself."""
    return getattr(cls, name).__module__ != lean.__module__


def test_what_is_frozen_stays_as_it_is():
    @dataclass(frozen=True, slots=True)
    class Point:
        x: int = 0

    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    assert not hasattr(point, "__dict__")


def test_defaults_are_made_again_for_each_object():
    @dataclass(slots=True)
    class Bag:
        name: str
        things: list[str] = field(default_factory=list)
        at: int = field(init=False, default=3)

    one, other = Bag("a"), Bag("b")
    one.things.append("x")
    one.at = 4

    assert (other.things, other.at) == ([], 3)
    assert Bag.__hash__ is None
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Bag()


def test_what_is_done_after_is_done():
    @dataclass(slots=True)
    class Sum:
        a: int
        b: int
        both: int = field(init=False)

        def __post_init__(self):
            self.both = self.a + self.b

    assert Sum(1, 2).both == 3


def test_a_class_of_a_class_has_the_fields_of_both():
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        id: int = 0

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        name: str
        id: int = 7

    assert repr(Derived(name="n")).endswith("Derived(id=7, name='n')")
    assert Derived(name="n") != Base(id=7)
    with pytest.raises(TypeError):
        Derived("n")


def test_copies_and_pickles_are_equal():
    record = Person(given_name="Ada")

    assert (
        copy.copy(record) == copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record
    )


def test_what_is_rare_is_the_librarys():
    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        rank: int

    assert Ordered(1) < Ordered(2)
