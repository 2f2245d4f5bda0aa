"""What is made of a record to show it, kept: a list asks for all of it whenever it is laid out."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from careerdesk.ui.widgets.record_list import HasId

MOST = 2_000  # each width on the way of a resize leaves some behind

V = TypeVar("V")


class PerRecord(Generic[V]):
    """Makes a value of a record once for each form that is asked for, until it is another record.

    A record that was read again is mostly equal to the one before; that is found out once, and not
    with every question, as a key of all its fields would.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, Hashable], tuple[HasId, V]] = {}
        self._seen: object = None

    def of(self, record: HasId, form: Hashable, seen: object, make: Callable[[], V]) -> V:
        """What was made of *record*.

        *form* is what comes back, such as the width of a list, *seen* all else it depends on.
        """
        if self._seen != seen or len(self._known) > MOST:
            self._seen, self._known = seen, {}
        key = record.id, form
        known = self._known.get(key)
        if known is not None and known[0] is record:
            return known[1]
        value = known[1] if known is not None and known[0] == record else make()
        self._known[key] = record, value
        return value
