"""Whom a row of a table means among the people of the store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from careerdesk.domain.names import folded
from careerdesk.domain.records import Person
from careerdesk.domain.roster import RosterEntry
from careerdesk.domain.roster_ids import loose_id


class Known:
    """The people of the store: a row's person is found without looking at all of them."""

    def __init__(self, entries: Iterable[RosterEntry]) -> None:
        """*entries* are the rows of the table: an email that several of them have is nobody's."""
        self._found: dict[tuple[str, str], dict[int, Person]] = defaultdict(dict)
        addressed = [(folded(one.email), folded(one.name)) for one in entries if one.email]
        self._mailboxes = Counter(email for email, _ in addressed)
        self._addressed = frozenset(addressed)

    def add(self, people: Iterable[Person]) -> None:
        """Know these people, too."""
        for person in people:
            for key, value in _keys(person):
                self._found[key, value][person.id] = person

    def meant_by(self, entry: RosterEntry) -> Sequence[Person]:
        """Whom a row may mean: by id, by the id without its zeros, by email, by the whole name.

        By the name it means nobody of whom another row says the address.
        """
        if entry.external_id:
            if exact := self._by("id", folded(entry.external_id)):
                return exact[:1]
            if loose := self._by("loose", loosely(entry.external_id, entry.name)):
                return loose[:1]
        if entry.email and (found := self._by_email(entry)):
            return found[:1]
        name = folded(entry.name)
        return [
            person
            for person in self._by("name", name)
            if not (entry.external_id and person.external_id)
            and not (entry.email and (folded(person.email), name) in self._addressed)
        ]

    def _by(self, key: str, value: str) -> list[Person]:
        return list(self._found.get((key, value), {}).values())

    def _by_email(self, entry: RosterEntry) -> list[Person]:
        """Who has the address; of a shared one who has the name as well."""
        found = self._by("email", folded(entry.email))
        if len(found) > 1 or self._mailboxes[folded(entry.email)] > 1:
            return [one for one in found if _may_be(one, entry)]
        return found


def _may_be(person: Person, entry: RosterEntry) -> bool:
    """Whether the name is the same, and no id says otherwise."""
    apart = entry.external_id and person.external_id  # the ids were compared before
    named = folded(entry.name) in {folded(person.full_name), folded(person.name)}
    return named and not apart


def _keys(person: Person) -> Iterable[tuple[str, str]]:
    if person.external_id:
        yield "id", folded(person.external_id)
        for name in {person.full_name, person.name}:
            yield "loose", loosely(person.external_id, name)
    if person.email:
        yield "email", folded(person.email)
    for name in {person.full_name, person.name}:
        yield "name", folded(name)


@lru_cache(maxsize=64)  # a row asks for its own twice
def loosely(external_id: str, name: str) -> str:
    """The same for people of one name whose ids differ by zeros alone."""
    return f"{loose_id(external_id)} {folded(name)}"
