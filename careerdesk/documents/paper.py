"""A document as the simple HTML that Qt's text layout understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from math import ceil
from typing import Any, NamedTuple
from urllib.parse import quote

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from careerdesk import fonts
from careerdesk.compat import override
from careerdesk.documents.html import (
    ACCENT,
    EMPTY_BOX,
    INK,
    LINE,
    MUTED,
    PALETTES,
    SHAPES,
    STATE_INKS,
    TICKED_BOX,
    TRACK,
    Palette,
)
from careerdesk.documents.model import (
    ActionLine,
    Callout,
    Document,
    Item,
    Note,
    Part,
    Row,
    Said,
    Section,
)
from careerdesk.domain.addresses import parts

BAR, TO_BAR, TO_WORDS = 150, 18, 10  # pixels: the bar, and before and after it
LABEL, ABOVE_ROW, BOX = 130, 5, 18
PIXELS = 96 / 72  # a point
TO_RULE = 4  # below the letters of a heading
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
# Qt ties an anchor to the letter behind it, which is then drawn apart: here, to one without width
UNIT, FLOW = '<a name="unit"></a>\u200b', '<a name="flow"></a>\u200b'
SMALL, MOST_ASIDE, AIR = 8.5, 260, 16  # points of an aside, pixels of it, and before it
MOST_WHOLE = 40  # letters of an aside that stay together
TITLE, LONG_TITLE, MOST_TITLE = 21, 16, 45  # points; the second for more letters than the third
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


class Piece(NamedTuple):
    """Some of a document that can be laid out by itself, and how many lines it holds, about."""

    html: str
    size: int


def paper_html(document: Document) -> str:
    """The whole document; each group, item and note begins with an anchor named *unit*.

    Prose begins with one named *flow*: it may go on over the end of a page.
    """
    return body("".join(piece.html for piece in paper_pieces(document)))


def body(html: str) -> str:
    """What stands in a document, in the ink of all of them."""
    return f'<html><body style="color:{INK}">{html}</body></html>'


def paper_pieces(document: Document) -> Iterator[Piece]:
    """The document from its beginning to its end; nothing that stands together is in two pieces."""
    palette = PALETTES[document.room]
    yield Piece(head(document), 1)
    if document.callout:
        yield Piece(_callout(document.callout, palette), 1)
    for section in document.sections:
        yield from _pieces(section, palette)
    if document.empty:
        yield Piece(f'<p style="margin-top:24px">{_text(document.empty)}</p>', 1)


def _pieces(section: Section, palette: Palette) -> Iterator[Piece]:
    """A section: its items by themselves, and what stands below with the last of them."""
    start = UNIT if section.items or section.notes or section.rows else FLOW
    html, size = _heading(section.title, start, palette), section.size
    for n, item in enumerate(section.items):
        if n:
            rows = 1 + len(section.items[n - 1].rows)
            yield Piece(html, rows)
            html, size = "", size - rows
        html += _item(item, first=not n)
    yield Piece(html + _below(section), size)


def head(document: Document) -> str:
    """What a document is, for whom, and the line below that."""
    size = TITLE if len(document.title) <= MOST_TITLE else LONG_TITLE
    line = f'<p style="color:{MUTED}; margin:6px 0 0 0">{_linked(document.line)}</p>'
    return (
        f'<p style="color:{MUTED}; font-size:9pt; margin:0 0 3px 0">{_text(document.kicker)}</p>'
        f'<p style="font-size:{size}pt; font-weight:600; margin:0">{_text(document.title)}</p>'
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
    words = [_titled(callout.title, palette), f"<br>{_linked(callout.text)}"]
    if callout.said:
        words = [_said(one, palette, first=not n) for n, one in enumerate(callout.said)]
    if callout.quiet:
        small = f"color:{MUTED}; margin:5px 0 0 0"
        words.append(f'<p style="{small}">{_linked(callout.quiet)}</p>')
    return (
        f'{_gap(7)}<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td width="3" bgcolor="{palette.accent}"></td>'
        f'<td bgcolor="{palette.soft}" style="padding:10px 14px">{"".join(words)}</td>'
        "</tr></table>"
    )


def _titled(title: str, palette: Palette) -> str:
    style = f"color:{palette.accent}; font-weight:600; font-size:9pt"
    return f'<span style="{style}">{_text(title)}</span>'


def _said(said: Said, palette: Palette, *, first: bool) -> str:
    """Quotes, larger than the text, under their title."""
    above = 0 if first else 8
    title = f'<p style="margin:{above}px 0 0 0">{_titled(said.title, palette)}</p>'
    quotes = (
        f'<p style="font-size:11pt; margin:3px 0 0 0">{_lines(quote)}</p>' for quote in said.quotes
    )
    return title + "".join(quotes)


def _item(item: Item, *, first: bool) -> str:
    """A goal; between it and the one before it is a hairline, which stays with that one."""
    above = "" if first else f"{_gap(5)}{_rule()}"
    start, space = ("", 4) if first else (UNIT, 10)
    title = (
        f'<p style="font-size:11pt; font-weight:600; margin:{space}px 0 0 0">{start}'
        f"{item.number}&nbsp;&nbsp;{_linked(item.title)}</p>{_gap(2)}"
    )
    return above + title + _state(item) + _rows(item.rows)


def _heading(title: str, start: str, palette: Palette) -> str:
    """The heading of a section with its rule; where it begins a page, so does its air above."""
    return (
        f'<p style="font-size:11pt; margin:0">{start}&nbsp;</p>'
        f'<p style="font-size:14pt; font-weight:600; color:{palette.accent}; '
        f'margin:0">{_text(title)}</p>{_rule()}{_gap(2)}'
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
    ink = f"color:{MUTED}; " if note.quiet else "font-weight:600; " if note.heading else ""
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
    """How it goes: the state as a shape and in words, how far it is, and until when."""
    ink = STATE_INKS.get(item.state, MUTED)
    state = f'<span style="color:{ink}">{SHAPES[item.state]}&nbsp;{_text(item.state_name)}</span>'
    parts = [f'<td style="white-space:pre; padding-right:{TO_BAR}px">{state}</td>']
    if item.progress is not None:
        parts.append(f'<td width="{BAR + TO_WORDS}" valign="middle">{_bar(item.progress)}</td>')
    words = _text(item.progress_words)
    parts.append(f'<td style="white-space:pre; color:{MUTED}">{words}</td>')
    due = f'<td align="right" style="color:{MUTED}">{_text(item.due)}</td>'
    left = f'<table cellspacing="0" cellpadding="0"><tr>{"".join(parts)}</tr></table>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="font-size:9pt"><tr>'
        f"<td>{left}</td>{due}</tr></table>{_gap(1)}"
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
    above = f"padding-top:{ABOVE_ROW}px"
    lines = "".join(
        f'<tr><td width="{LABEL}" style="color:{MUTED}; {above}; padding-right:10px">'
        f'{_text(row.label)}</td><td style="{above}">'
        f"{'<br>'.join(map(_linked, row.lines))}{_steps(row.steps)}</td></tr>"
        for row in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{lines}</table>'


def _aside(text: str) -> str:
    """Small words at the end of a line, which go to the next one as a whole."""
    return _text(text.replace(" ", "\u00a0") if len(text) <= MOST_WHOLE else text)


def _steps(steps: tuple[ActionLine, ...]) -> str:
    """Things to do, each beside its box, so that none of its lines is below that."""
    if not steps:
        return ""
    small = f"color:{MUTED}; font-size:{SMALL}pt"
    rows = "".join(
        f'<tr><td width="{BOX}">{TICKED_BOX if step.done else EMPTY_BOX}</td>'
        f"<td>{_linked(step.text)} "
        f'<span style="{small}">&nbsp;{_aside(step.aside)}</span></td></tr>'
        for step in steps
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>'
