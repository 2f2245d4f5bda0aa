"""Who the managers of a table are: by name, also where it gives their id or address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from careerdesk.domain.names import folded
from careerdesk.domain.parts import READING, Part, Parts, cut
from careerdesk.domain.roster_cells import word_set
from careerdesk.domain.roster_names import given_and_family, unmarked
from careerdesk.domain.roster_rows import RosterEntry

MANY = 500  # rows of which one part looks at a cell or two
_NOBODY = word_set("nomanager nomgr nosupervisor nothing notapplicable vacant unassigned")


def with_managers(
    entries: Sequence[RosterEntry], marks: Iterable[Sequence[str]]
) -> Parts[list[RosterEntry]]:
    """The rows with the names of their managers, as far as the table tells them, in parts.

    *marks* are the ids and addresses of each row, by one of which others may mean it. Marks
    behind a manager's name are taken away where that keeps managers apart.
    """
    named = yield from _by_mark(entries, marks)
    managers = {entry.manager for entry in entries if entry.manager}
    short = _shortened(managers)
    called = {said: _called(said, named, short) for said in managers}
    found: list[RosterEntry] = []
    for some in cut(entries, MANY):
        found += [_with_manager(entry, called) for entry in some]
        yield Part(READING, len(entries), len(entries))
    return found


def _called(said: str, named: Mapping[str, str], short: Mapping[str, str]) -> str:
    """The name of a manager, or nothing where the words are for nobody."""
    if folded(said).replace("_", "").replace(" ", "") in _NOBODY:
        return ""
    return named.get(folded(said)) or short.get(said, said)


def _with_manager(entry: RosterEntry, called: Mapping[str, str]) -> RosterEntry:
    said = entry.manager
    if not said:
        return entry
    name = called[said]
    team = entry.team.removesuffix(f"({name})").rstrip() or entry.team  # Platform (Ida Fox)
    same = (name, team) == (said, entry.team)
    return entry if same else entry._replace(manager=name, team=team)


def _by_mark(
    entries: Sequence[RosterEntry], marks: Iterable[Sequence[str]]
) -> Parts[dict[str, str]]:
    """The name behind each id and address that one row alone has."""
    found: dict[str, set[str]] = {}
    for some in cut([*zip(entries, marks, strict=True)], MANY):
        for entry, own in some:
            for mark in () if entry.problem else own:
                found.setdefault(folded(mark), set()).add(entry.name)
        yield Part(READING, len(entries), len(entries))
    return {mark: names.pop() for mark, names in found.items() if mark and len(names) == 1}


def _shortened(names: set[str]) -> dict[str, str]:
    """The names without marks behind them and in the order of speech, where no two become one."""
    short = {name: " ".join(given_and_family(unmarked(name).name)).strip() for name in names}
    counted = Counter(short.values())
    return {name: one for name, one in short.items() if counted[one] == 1}
