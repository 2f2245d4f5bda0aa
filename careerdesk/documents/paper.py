"""A document as the simple HTML that Qt's text layout understands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from math import ceil
from typing import Any
from urllib.parse import quote

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from careerdesk import fonts
from careerdesk.compat import override
from careerdesk.documents.html import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    PALETTES,
    SHAPES,
    STATE_INKS,
    TRACK,
    Palette,
)
from careerdesk.documents.model import Callout, Document, Item, Note, Part, Row, Section
from careerdesk.domain.addresses import parts

BAR = 150
PIXELS = 96 / 72  # a point
TO_RULE = 4  # below the letters of a heading
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
# Qt ties an anchor to the letter behind it, which is then drawn apart: here, to one without width
UNIT, FLOW = '<a name="unit"></a>\u200b', '<a name="flow"></a>\u200b'
SMALL, MOST_ASIDE, AIR = 8.5, 260, 16  # points of an aside, pixels of it, and before it
MOST_RUN = 60  # letters without a space, after which a line may be broken
_TAG = re.compile(r"<(?!a href)[^>]*>")  # an address may hold what looks like a size
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(pt|px)")
_LONG_RUN = re.compile(f"[^ ]{{{MOST_RUN}}}(?=[^ ])")


class PaperText(QTextDocument):
    """A text that never loads anything."""

    @override
    def loadResource(self, kind: int, name: Any) -> Any:
        """Load nothing: a document shows only what is in its text."""
        return None


def paper_html(document: Document) -> str:
    """The whole document; each group, item and note begins with an anchor named *unit*.

    Prose begins with one named *flow*: it may go on over the end of a page.
    """
    palette = PALETTES[document.room]
    parts = [head(document)]
    if document.callout:
        parts.append(_callout(document.callout, palette))
    for section in document.sections:
        parts += [
            _item(item, heading="" if n else section.title) for n, item in enumerate(section.items)
        ] or [_heading(section, palette)]
        parts.append(_below(section))
    if document.empty:
        parts.append(f'<p style="margin-top:24px">{_text(document.empty)}</p>')
    return f'<html><body style="color:{INK}">{"".join(parts)}</body></html>'


def head(document: Document) -> str:
    """What a document is, for whom, and the line below that."""
    line = f'<p style="color:{MUTED}; margin:3px 0 0 0">{_linked(document.line)}</p>'
    return (
        f'<p style="color:{MUTED}; font-size:9pt; margin:0 0 2px 0">{_text(document.kicker)}</p>'
        f'<p style="font-size:21pt; font-weight:600; margin:0">{_text(document.title)}</p>'
        f"{line if document.line else ''}"
    )


def _text(text: str) -> str:
    """Escaped, and with places to break in runs of letters that no line would hold."""
    return escape(_LONG_RUN.sub("\\g<0>\u200b", text), quote=True)


def _linked(text: str) -> str:
    """What somebody wrote, with the addresses in it to follow: places to break are not of them.

    Qt puts a question mark into a PDF for a letter of an address that is not of Latin-1.
    """
    return "".join(
        f'<a href="{escape(quote(piece, _ASCII))}" style="color:{INK}">{_text(piece)}</a>'
        if is_address
        else _text(piece)
        for piece, is_address in parts(text)
    )


def linked(text: str) -> str:
    """What somebody wrote as HTML for paper, with the addresses in it to follow."""
    return _linked(text)


def _callout(callout: Callout, palette: Palette) -> str:
    style = f"color:{palette.accent}; font-weight:600; font-size:9pt"
    title = f'<span style="{style}">{_text(callout.title)}</span>'
    return (
        f'{_gap(6)}<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="3" bgcolor="{palette.accent}"></td>'
        f'<td bgcolor="{palette.soft}" style="padding:10px 14px">'
        f"{title}<br>{_linked(callout.text)}</td>"
        "</tr></table>"
    )


def _item(item: Item, *, heading: str) -> str:
    start, above, space = UNIT, "", 18
    if heading:
        above = (
            f'<p style="font-size:14pt; font-weight:600; color:{ACCENT}; margin:20px 0 0 0">'
            f"{start}{_text(heading)}</p>{_rule()}"
        )
        start, space = "", 10
    title = (
        f'<p style="font-size:11pt; font-weight:600; margin:{space}px 0 0 0">{start}'
        f"{item.number}&nbsp;&nbsp;{_linked(item.title)}</p>{_gap(2)}"
    )
    return above + title + _state(item) + _rows(item.rows)


def _heading(section: Section, palette: Palette) -> str:
    start = UNIT if section.notes or section.rows else FLOW
    return (
        f'<p style="font-size:11pt; margin:0">{start}&nbsp;</p>'
        f'<p style="font-size:13pt; font-weight:600; color:{palette.accent}; '
        f'margin:0">{_text(section.title)}</p>{_rule()}{_gap(2)}'
    )


def _below(section: Section) -> str:
    """What stands under a heading or under the items."""
    above = bool(section.items or section.rows or section.notes)
    beside = asides_width(note.aside for note in section.notes)
    notes = "".join(
        _note(note, UNIT if n else "", beside=beside) for n, note in enumerate(section.notes)
    )
    parts = [
        _part(part, FLOW if n or above or section.paragraphs else "")
        for n, part in enumerate(section.parts)
    ]
    return (
        _rows(section.rows)
        + (f'<table width="100%" cellspacing="0" cellpadding="0">{notes}</table>' if notes else "")
        + _prose(section.paragraphs, FLOW if above else "")
        + "".join(parts)
    )


def _part(part: Part, start: str) -> str:
    """Prose with its heading; the first one stays with the heading of its section."""
    aside = f'<span style="color:{MUTED}; font-weight:400; font-size:8.5pt">'
    aside += f"&nbsp;&nbsp;{_text(part.aside)}</span>"
    return (
        f'<p style="font-weight:600; margin:8px 0 0 0">{start}{_text(part.title)}'
        f"{aside if part.aside else ''}</p>{_prose(part.paragraphs)}"
    )


def _prose(paragraphs: tuple[str, ...], start: str = "") -> str:
    return "".join(
        f'<p style="margin:5px 0 0 0">{"" if n else start}{_lines(text)}</p>'
        for n, text in enumerate(paragraphs)
    )


def _lines(text: str) -> str:
    return "<br>".join(map(_linked, text.split("\n")))


def _note(note: Note, start: str, *, beside: int) -> str:
    """A row with *beside* pixels for what stands in small at its end."""
    room = "padding-top:5px"
    ink = f"color:{MUTED}; " if note.quiet else ""
    mark = f'<span style="color:{MUTED}">[{_text(note.mark)}]</span> ' if note.mark else ""
    bullet = "•&nbsp;&nbsp;" if note.point else ""
    small = f"color:{MUTED}; font-size:{SMALL}pt; {room}"
    end = f'<td width="{beside}" align="right" style="{small}">{_text(note.aside)}</td>'
    return (
        f'<tr><td style="{ink}{room}">{start}{bullet}{mark}{_linked(note.text)}</td>'
        f"{end if beside else ''}</tr>"
    )


def asides_width(asides: Iterable[str]) -> int:
    """How many pixels a column of small words needs at the end of rows; none without words."""
    font = QFont(fonts.family())
    font.setPixelSize(100)
    metrics = QFontMetricsF(font)
    widest = max(map(metrics.horizontalAdvance, asides), default=0) * SMALL * PIXELS / 100
    return min(ceil(widest) + AIR, MOST_ASIDE) if widest else 0


def scaled(html: str, part: float) -> str:
    """The same with all sizes of type and space multiplied; words are left alone."""

    def smaller(tag: re.Match[str]) -> str:
        """One tag with its sizes multiplied."""
        return _SIZE.sub(lambda size: f"{float(size[1]) * part:.2f}{size[2]}", tag[0])

    return _TAG.sub(smaller, html)


def _gap(points: float) -> str:
    return f'<p style="font-size:{points}pt; margin:0">&nbsp;</p>'


def _rule() -> str:
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:{TO_RULE}px"><tr>'
        f'<td bgcolor="{LINE}" style="font-size:0.5pt">&nbsp;</td></tr></table>'
    )


def _state(item: Item) -> str:
    ink = STATE_INKS.get(item.state, MUTED)
    state = f'<span style="color:{ink}">{SHAPES[item.state]}&nbsp;{_text(item.state_name)}</span>'
    words = f'<span style="color:{MUTED}">{_text(item.progress_words)}</span>'
    bar = (
        f'<td width="{BAR + 14}" valign="middle">{_bar(item.progress)}</td>'
        if item.progress is not None
        else ""
    )
    due = f'<td align="right" style="color:{MUTED}; font-size:9pt">{_text(item.due)}</td>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="font-size:9pt"><tr>'
        f'<td width="130">{state}</td>{bar}<td width="90">{words}</td>{due}</tr></table>'
    )


def _bar(progress: float) -> str:
    done = round(BAR * progress)
    cells = ""
    for width, colour in ((done, ACCENT), (BAR - done, TRACK)):
        if width:
            cells += f'<td width="{width}" bgcolor="{colour}" style="font-size:3pt">&nbsp;</td>'
    return f'<table width="{BAR}" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _rows(rows: tuple[Row, ...]) -> str:
    if not rows:
        return ""
    lines = "".join(
        f'<tr><td width="130" style="color:{MUTED}; padding-top:6px">{_text(row.label)}</td>'
        f'<td style="padding-top:6px">{"<br>".join(map(_linked, row.lines))}</td></tr>'
        for row in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'
