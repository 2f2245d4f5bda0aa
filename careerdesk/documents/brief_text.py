"""The brief as plain text for the terminal."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.brief_lines import Group, Line, Sentence, groups
from careerdesk.domain.views import Brief


def brief_text(brief: Brief) -> str:
    """Everything the brief holds, private parts marked, as lines of text."""
    when = f"next talk {brief.next_on}" if brief.next_on else "no talk planned"
    head = f"{brief.person.name}: {when}"
    return "\n\n".join([head, *map(_group, groups(brief, private=True))])


def _group(group: Group) -> str:
    lines = [_line(one) for one in group.lines] or [group.nothing]
    return "\n".join([group.title, *(f"  {line}" for line in lines)])


def _line(line: Line) -> str:
    text = line.text if isinstance(line.text, str) else _say(line.text)
    aside = f" ({_say(line.aside)})" if line.aside else ""
    return f"{'Private: ' if line.private else ''}{text}{aside}"


def _say(sentence: Sentence) -> str:
    return sentence.said(str, date.isoformat)
