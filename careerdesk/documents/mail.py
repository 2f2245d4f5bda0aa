"""A document for a mail or a chat: plain headings, lists and words, without any style.

Colours and fonts are left to anyone who reads it, so that it reads well in the dark too.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from careerdesk.documents.markdown import plain
from careerdesk.documents.model import Document, Note, Section
from careerdesk.domain.addresses import parts


def as_mail(document: Document) -> str:
    """Title, sections and their notes as a fragment of HTML."""
    lines = [f"<h2>{_html(document.title)}</h2>"]
    for section in document.sections:
        lines += [f"<h3>{_html(section.title)}</h3>", *_html_notes(section)]
    if document.empty:
        lines.append(f"<p>{_html(document.empty)}</p>")
    return "\n".join(lines) + "\n"


def as_chat(document: Document) -> str:
    """The same as Markdown, in which what somebody wrote is never read as markup."""
    blocks = [f"## {plain(document.title)}"]
    for section in document.sections:
        blocks += [f"### {plain(section.title)}", *_chat_notes(section)]
    if document.empty:
        blocks.append(plain(document.empty))
    return "\n\n".join(blocks) + "\n"


def _html_notes(section: Section) -> Iterator[str]:
    for is_list, notes in groupby(section.notes, lambda note: note.point):
        tag = "li" if is_list else "p"
        lines = [f"<{tag}>{_html_note(note)}</{tag}>" for note in notes]
        yield "\n".join(["<ul>", *lines, "</ul>"] if is_list else lines)


def _html_note(note: Note) -> str:
    words = _html(note.text)
    words = f"<strong>{words}</strong>" if note.heading else words
    return f"{words} ({_html(note.aside)})" if note.aside else words


def _html(text: str) -> str:
    """What somebody wrote, with the addresses in it to follow."""
    return "".join(
        f'<a href="{escape(piece)}">{escape(piece)}</a>' if is_address else escape(piece)
        for piece, is_address in parts(text)
    )


def _chat_notes(section: Section) -> Iterator[str]:
    for is_list, notes in groupby(section.notes, lambda note: note.point):
        lines = list(map(_chat_note, notes))
        yield "\n".join(f"- {line}" for line in lines) if is_list else "\n\n".join(lines)


def _chat_note(note: Note) -> str:
    words = f"**{plain(note.text)}**" if note.heading else plain(note.text)
    return f"{words} ({plain(note.aside)})" if note.aside else words
