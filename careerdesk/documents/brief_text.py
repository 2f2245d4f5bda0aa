"""The brief as plain text for the terminal."""

from __future__ import annotations

from careerdesk.documents.brief import iso_day, last_note_words
from careerdesk.domain.brief_groups import groups
from careerdesk.domain.brief_lines import STATES, Group, Line, LineKind, Words
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.views import Brief
from careerdesk.i18n import N_, tr, translated

_NEXT = {
    CheckInKind.ONE_ON_ONE: N_("next 1:1 {when}"),
    CheckInKind.CAREER: N_("next career conversation {when}"),
    CheckInKind.REVIEW: N_("next check-in {when}"),
    CheckInKind.OTHER: N_("next check-in {when}"),
}
_MISSED = {
    CheckInKind.ONE_ON_ONE: N_("missed 1:1 {when}"),
    CheckInKind.CAREER: N_("missed career conversation {when}"),
    CheckInKind.REVIEW: N_("missed check-in {when}"),
    CheckInKind.OTHER: N_("missed check-in {when}"),
}


def brief_text(brief: Brief, *, private: bool = False) -> str:
    """What the brief holds as lines of text; with *private* also what is for the manager alone."""
    head = f"{brief.person.name}: {_when(brief)}"
    return "\n\n".join([head, *map(_group, groups(brief, private=private))])


def _when(brief: Brief) -> str:
    if brief.next_on is None:
        return tr("no check-in planned")
    if brief.next_at is None:
        return tr("next check-in due {day}, not planned yet", day=brief.next_on)
    words = (_MISSED if brief.next_on < brief.today else _NEXT)[brief.kind]
    return translated(words, when=f"{brief.next_on} {brief.next_at.astimezone():%H:%M}")


def _group(group: Group) -> str:
    lines = [found for one in group.lines for found in _lines(one)]
    if group.remark or not lines:
        lines.insert(0, translated(group.remark or group.nothing))
    return "\n".join([_say(group.title), *(f"  {line}" for line in lines)])


def _lines(line: Line) -> list[str]:
    """A line, and what it unfolds to below it."""
    text = last_note_words(line) if line.kind is LineKind.NOTE else _say(line.text)
    beside = [translated(STATES[line.state])] if line.state else []
    beside += [_say(line.aside)] if line.aside else []
    aside = f" ({', '.join(beside)})" if beside else ""
    below = f": {_say(line.below)}" if line.below else ""
    said = f"{text}{aside}{below}"
    if line.private and line.kind is LineKind.DRIVES:
        said = tr("Private, guessed: {line}", line=said)
    elif line.private:
        said = tr("Private: {line}", line=said)
    return [said, *(f"  {one.before}{one.words}" for one in line.body)]


def _say(words: Words) -> str:
    return words if isinstance(words, str) else words.said(iso_day)
