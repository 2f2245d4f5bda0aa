"""Words that were typed and are stored nowhere else yet, and where they belong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Record

Word = str | int
"""What stands in one field: a text, or the number of a choice (1 for what is ticked)."""
Words = Mapping[str, Word]
"""What stands in the fields of one draft, by their names."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose words a field holds: a person (0: nobody's), a record ("" and 0: none), the field."""

    person_id: int = 0
    kind: str = ""
    record_id: int = 0
    handle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Record):
    """Unstored words of one owner; `body` is a JSON object of fields, as `pack` makes it.

    It goes with its person, stands in no export, and is no step of undo while it is typed.
    `kind` is the table of the record it is about. `whose` is the person's id; `person_id` says the
    same while the person is in the store.
    """

    person_id: int | None = None
    whose: int = 0
    kind: str = ""
    record_id: int = 0
    handle: str
    body: str
    typed_at: datetime

    @property
    def owner(self) -> Owner:
        """To whom and to what the words belong."""
        return Owner(self.whose, self.kind, self.record_id, self.handle)

    @property
    def words(self) -> dict[str, Word]:
        """The words by field; nothing where the body cannot be read."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(name): value for name, value in found.items() if isinstance(value, Word)}


def pack(words: Words) -> str:
    """The body of a draft that holds *words*."""
    return json.dumps(dict(words), ensure_ascii=False)


def says_something(words: Words) -> bool:
    """Whether there is a text among *words* that would be missed."""
    return any(value.strip() for value in words.values() if isinstance(value, str))
