"""A document as Markdown, for a mail or a wiki."""

from __future__ import annotations

import re

from careerdesk.documents.model import ActionLine, Callout, Document, Item, Note, Part, Row, Section
from careerdesk.domain.addresses import parts
from careerdesk.domain.parts import Parts, mapped, through

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*\d*)([-+=]|(?<=\d)[.)])", re.MULTILINE)


def to_markdown(document: Document) -> str:
    """The whole document; what somebody wrote is never read as markup."""
    return through(writing_markdown(document))


def writing_markdown(document: Document) -> Parts[str]:
    """The same in parts."""
    parts = [f"# {plain(document.title)}", plain(document.kicker)]
    parts += [plain(document.line)] if document.line else []
    parts += _callout(document.callout) if document.callout else []
    parts += yield from mapped(_section, document.sections)
    parts += [plain(document.empty)] if document.empty else []
    parts.append(f"{plain(document.footer_name)}, {plain(document.footer_date)}")
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """*text* with everything escaped that Markdown would take for itself.

    An address is in the brackets that leave each of its letters alone.
    """
    escaped = (
        f"<{piece}>" if is_address else _SPECIAL.sub(r"\\\1", piece)
        for piece, is_address in parts(text)
    )
    return _AT_START.sub(r"\1\\\2", "".join(escaped))


def _callout(callout: Callout) -> list[str]:
    parts = [f"**{plain(callout.title)}:** {plain(callout.text)}"]
    if callout.said:
        parts = [
            f"**{plain(said.title)}:** " + "  \n".join(map(_paragraph, said.quotes))
            for said in callout.said
        ]
    return [*parts, plain(callout.quiet)] if callout.quiet else parts


def _section(section: Section) -> str:
    notes = ["\n".join(map(_note, section.notes))] if section.notes else []
    rows = ["\n".join(map(_row, section.rows))] if section.rows else []
    aside = f" ({plain(section.aside)})" if section.aside else ""
    return "\n\n".join(
        [
            f"## {plain(section.title)}{aside}",
            *map(_item, section.items),
            *rows,
            *notes,
            *map(_paragraph, section.paragraphs),
            *map(_part, section.parts),
        ]
    )


def _part(part: Part) -> str:
    aside = f" ({plain(part.aside)})" if part.aside else ""
    return "\n\n".join([f"### {plain(part.title)}{aside}", *map(_paragraph, part.paragraphs)])


def _paragraph(text: str) -> str:
    return "  \n".join(map(plain, text.split("\n")))


def _note(note: Note) -> str:
    mark = f"**{plain(note.mark)}:** " if note.mark else ""
    aside = f" ({plain(note.aside)})" if note.aside else ""
    text = f"**{plain(note.text)}**" if note.heading else plain(note.text)
    text = f"{text}: {plain(note.value)}" if note.value else text
    if note.inset:
        return f"  - {text}"
    box = "" if note.tick is None else "[x] " if note.tick else "[ ] "
    return f"- {box}{mark}{text}{aside}"


def _item(item: Item) -> str:
    facts = [plain(part) for part in (item.state_name, item.progress_words, item.due) if part]
    lines = [f"### {item.number}. {plain(item.title)}", "", ", ".join(facts)]
    lines += map(_row, item.rows)
    if item.rows:
        lines.insert(3, "")
    return "\n".join(lines)


def _row(row: Row) -> str:
    text = "  \n  ".join(plain(line) for line in row.lines if line)
    head = f"- **{plain(row.label)}:** {text}".rstrip()
    return "\n".join([head, *(f"  {_step(step)}" for step in row.steps)])


def _step(step: ActionLine) -> str:
    aside = f" ({plain(step.aside)})" if step.aside else ""
    return f"- [{'x' if step.done else ' '}] {plain(step.text)}{aside}"
