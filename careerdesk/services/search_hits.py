"""What is shown of each place that a search found: its line, with the words marked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.queries import search_lines as queries
from careerdesk.data.queries.search import Match
from careerdesk.data.queries.search_lines import Stored
from careerdesk.data.reads import Reads
from careerdesk.domain.catalogue import entry_of
from careerdesk.domain.loop import Trashed
from careerdesk.domain.records import Person, Record
from careerdesk.domain.search.found import Hit, State
from careerdesk.domain.search.lines import Line, line_of
from careerdesk.domain.search.query import Term

_NAMES = ("given_name", "family_name", "preferred_name")


class Chosen(NamedTuple):
    """A match that is shown, and what it was found by."""

    match: Match
    terms: tuple[Term, ...]


def hits_of(
    store: Reads, chosen: Sequence[Chosen], names: Mapping[int, str], *, private: bool
) -> tuple[Hit, ...]:
    """The hits in the same order; what went or was hidden since it was found is left out.

    *names* are what people are called, by id. Without *private* nothing is given that is so.
    """
    looking = _Looking(store, chosen, names)
    hits = (looking.hit(one) for one in chosen)
    return tuple(hit for hit in hits if hit is not None and (private or not hit.private))


class _Looking:
    """The texts of all that is shown, read by as few statements as there are kinds of it."""

    def __init__(self, store: Reads, chosen: Sequence[Chosen], names: Mapping[int, str]) -> None:
        self._names = names
        matches = [one.match for one in chosen]
        self._stored: dict[type[Record], dict[int, Stored]] = {
            kind: store.read(queries.texts, kind, _ids(matches, kind))
            for kind in dict.fromkeys(
                match.kind for match in matches if match.state is not State.DELETED
            )
        }
        kept = {state: [m.kept_in for m in matches if m.state is state] for state in State}
        self._trash = store.read(queries.deleted, kept[State.DELETED])
        self._versions = store.read(queries.earlier, kept[State.EARLIER])

    def hit(self, one: Chosen) -> Hit | None:
        """The hit of a match; None if its text is not there any more."""
        if one.match.state is State.DELETED:
            return self._of_trash(one)
        stored = self._stored[one.match.kind].get(one.match.record_id)
        if one.match.state is State.EARLIER:
            version = self._versions.get(one.match.kept_in)
            if version is None:
                return None
            return self._made(one, stored, line_of(version.text, one.terms))
        if stored is None:
            return None
        return self._made(one, stored, line_of(self._text(one.match, stored), one.terms))

    def _text(self, match: Match, stored: Stored) -> str:
        name = self._names.get(match.record_id, "") if match.kind is Person else ""
        return name if name and match.field in _NAMES else stored.texts.get(match.field, "")

    def _made(self, one: Chosen, stored: Stored | None, line: Line) -> Hit:
        match = one.match
        hides = stored is not None and stored.private
        return Hit(
            kind=match.kind, record_id=match.record_id, field=match.field, day=match.day,
            person_id=stored.person_id if stored else None, line=line.text, marks=line.marks,
            private=match.private or hides, state=match.state, kept_in=match.kept_in,
        )  # fmt: skip

    def _of_trash(self, one: Chosen) -> Hit | None:
        """The text of what was deleted, or of what went with it, that says the most of it."""
        trashed, match = self._trash.get(one.match.kept_in), one.match
        if trashed is None:
            return None
        texts = [(field, line_of(text, one.terms)) for field, text in _deleted_texts(trashed)]
        if not texts:
            return None
        field, line = max(texts, key=lambda found: len(found[1].marks))
        return Hit(
            kind=match.kind, record_id=match.record_id, field=field, day=match.day,
            person_id=trashed.person_id, line=line.text, marks=line.marks, private=True,
            state=match.state, kept_in=match.kept_in,
        )  # fmt: skip


def _ids(matches: Sequence[Match], kind: type[Record]) -> Collection[int]:
    return {one.record_id for one in matches if one.kind is kind and one.state is not State.DELETED}


def _deleted_texts(trashed: Trashed) -> Iterator[tuple[str, str]]:
    rows: list[tuple[str, dict[str, Any]]] = json.loads(trashed.body)["rows"]
    for table, row in rows:
        kind = kinds_by_table().get(table)
        for text in entry_of(kind).texts if kind else ():
            if text.searched and row.get(text.name):
                yield text.name, str(row[text.name])
