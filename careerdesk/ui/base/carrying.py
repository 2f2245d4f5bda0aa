"""Connecting one method to the signals of many, each with a value of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def carrying(method: Callable[[T], object], value: T) -> Callable[..., None]:
    """What calls *method* with *value*, whatever the signal itself says.

    It does not keep the object of the method, as a partial or a lambda would: a connection lasts
    as long as its sender, which often is a child of that object. Once that is gone nothing happens.
    """
    weak = WeakMethod(method)

    def call(*_said: object) -> None:
        """Pass the value on."""
        alive = weak()
        if alive is not None and _is_there(alive):
            alive(value)

    return call


def _is_there(method: Callable[[T], object]) -> bool:
    owner = getattr(method, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
