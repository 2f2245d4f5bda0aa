"""A document as Markdown, for a mail or a wiki."""

from __future__ import annotations

import re

from careerdesk.documents.model import Document, Item, Note, Section

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=]|(?<=\d)[.)])", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """The whole document; what somebody wrote is never read as markup."""
    parts = [f"# {plain(document.title)}", plain(document.kicker)]
    parts += [plain(document.line)] if document.line else []
    if document.callout:
        parts.append(f"**{plain(document.callout.title)}:** {plain(document.callout.text)}")
    parts += [_section(section) for section in document.sections]
    parts += [plain(document.empty)] if document.empty else []
    parts.append(f"{plain(document.footer_name)}, {plain(document.footer_date)}")
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """*text* with everything escaped that Markdown would take for itself."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _section(section: Section) -> str:
    notes = ["\n".join(map(_note, section.notes))] if section.notes else []
    return "\n\n".join([f"## {plain(section.title)}", *map(_item, section.items), *notes])


def _note(note: Note) -> str:
    mark = f"**{plain(note.mark)}:** " if note.mark else ""
    aside = f" ({plain(note.aside)})" if note.aside else ""
    return f"- {mark}{plain(note.text)}{aside}"


def _item(item: Item) -> str:
    facts = [plain(part) for part in (item.state_name, item.progress_words, item.due) if part]
    lines = [f"### {item.number}. {plain(item.title)}", "", ", ".join(facts)]
    for row in item.rows:
        text = "  \n  ".join(plain(line) for line in row.lines if line)
        lines.append(f"- **{plain(row.label)}:** {text}")
    if item.rows:
        lines.insert(3, "")
    return "\n".join(lines)
