"""Searching on the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careerdesk.arguments import Options
from careerdesk.commands import print_json, reading, today
from careerdesk.i18n import tr, translated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.search.found import Found, Hit

MOST = 500


def search(options: Options) -> int:
    """Print what was found, the best first; what is private only if it is asked for."""
    from careerdesk.domain.entries import Area
    from careerdesk.domain.search.found import Scope
    from careerdesk.services import people
    from careerdesk.services.search import find, is_complete

    with reading(options) as store:
        person = people.find(store, options.person) if options.person is not None else None
        found = find(
            store,
            " ".join(options.words),
            Scope(area=Area(options.area), private=options.include_private),
            today(),
            limit=MOST,
            person_id=person.id if person else None,
        )
        names = {one.id: one.name for one in people.everyone(store)}
        complete = is_complete(store)
    for problem in filter(None, (found.problem, "" if complete else _incomplete())):
        print(f"careerdesk: {problem}", file=sys.stderr)
    if options.json:
        print_json(_facts(found, names))
    else:
        print("\n".join(_lines(found, names)))
    return 0


def _incomplete() -> str:
    return tr(
        "Some texts can't be found yet. To complete the search index, run careerdesk check or open "
        "the CareerDesk window once."
    )


def _facts(found: Found, names: Mapping[int, str]) -> dict[str, object]:
    """What a program is told: where each mark begins in its line, and how long it is."""
    return {
        "count": found.count,
        "more": found.more,
        "understood": found.understood,
        "filters": [one.words for one in found.filters],
        "found": [_hit(hit, names) for hit in found.hits],
    }


def _hit(hit: Hit, names: Mapping[int, str]) -> dict[str, object]:
    from careerdesk.domain.catalogue import entry_of

    return {
        "kind": entry_of(hit.kind).word, "id": hit.record_id, "field": hit.field,
        "person_id": hit.person_id, "person": names.get(hit.person_id or 0), "day": hit.day,
        "line": hit.line, "marks": hit.marks, "private": hit.private, "state": hit.state.value,
    }  # fmt: skip


def _lines(found: Found, names: Mapping[int, str]) -> list[str]:
    lines = [f"({found.understood})"] if found.understood else []
    lines += [_line(hit, names) for hit in found.hits]
    if found.more:
        lines.append(
            tr(
                "Showing the best matches out of more than {n}. Add a word or a date to narrow "
                "the search.",
                n=MOST,
            )
        )
    return lines if found.hits else [tr("Nothing found.")]


def _line(hit: Hit, names: Mapping[int, str]) -> str:
    from careerdesk.domain.catalogue import entry_of
    from careerdesk.domain.search.found import State

    said = {State.DELETED: tr("deleted"), State.EARLIER: tr("earlier version")}
    about = [names.get(hit.person_id or 0, ""), translated(entry_of(hit.kind).word)]
    about += [hit.day.isoformat() if hit.day else "", said.get(hit.state, "")]
    about.append(tr("private") if hit.private else "")
    return f"{hit.line}  ({', '.join(part for part in about if part)})"
