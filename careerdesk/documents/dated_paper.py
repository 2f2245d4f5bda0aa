"""A document of days on paper: the day in a column, what it was beside it, then what was said."""

from __future__ import annotations

from collections.abc import Iterator

from careerdesk.documents.html import MUTED, PALETTES
from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.paper import FLOW, Piece, body, head, linked

DAY, ASIDE = 90, 88  # as wide as a short date, and as a kind with its minutes
ROOM = 2.6  # points above and below a day
BETWEEN, ABOVE_HEADING = 3, 7  # notes
SIZE = "font-size:9pt"


def dated_html(document: Document) -> str:
    """The whole document; each day and each heading begins with an anchor named *flow*."""
    return body("".join(piece.html for piece in dated_pieces(document)))


def dated_pieces(document: Document) -> Iterator[Piece]:
    """The document from its beginning to its end, day by day."""
    accent = PALETTES[document.room].accent
    yield Piece(head(document) + '<p style="font-size:7pt; margin:0">&nbsp;</p>', 1)
    for section in document.sections:
        yield Piece(_day(section, accent), section.size)
    if document.empty:
        yield Piece(f'<p style="margin-top:24px">{linked(document.empty)}</p>', 1)


def _day(section: Section, accent: str) -> str:
    """One table, so that each of its lines can be the first of a page."""
    cells = [
        (ABOVE_HEADING if notes[0].heading else BETWEEN, _cell(notes))
        for notes in _rows(section.notes)
    ]
    rows = len(cells)
    first = (
        f'<td width="{DAY}" rowspan="{rows}" style="font-size:9pt; font-weight:600; '
        f'color:{accent}">{linked(section.title)}</td>'
        f'<td width="{ASIDE}" rowspan="{rows}" style="font-size:8.5pt; color:{MUTED}">'
        f"{linked(section.aside)}</td>"
    )
    lines = "".join(
        f'<tr>{"" if n else first}<td style="{SIZE}; padding-top:{above if n else 0}px">'
        f"{cell}</td></tr>"
        for n, (above, cell) in enumerate(cells)
    )
    room = f'<tr><td colspan="3" style="font-size:{ROOM}pt">{{start}}&nbsp;</td></tr>'
    whole = f"{room.format(start=FLOW)}{lines}{room.format(start='')}"
    return f'<table width="100%" cellspacing="0" cellpadding="0">{whole}</table>'


def _rows(notes: tuple[Note, ...]) -> list[list[Note]]:
    """The notes one by one, but those with a value together: they are a table."""
    rows: list[list[Note]] = []
    for note in notes:
        if note.value and rows and rows[-1][0].value:
            rows[-1].append(note)
        else:
            rows.append([note])
    return rows


def _cell(notes: list[Note]) -> str:
    if not notes[0].value:
        return _words(notes[0])
    rows = "".join(
        f'<tr><td style="color:{MUTED}; padding-right:16px">{linked(note.text)}</td>'
        f'<td align="right" style="font-weight:600">{linked(note.value)}</td></tr>'
        for note in notes
    )
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>'


def _words(note: Note) -> str:
    small = f"color:{MUTED}; font-size:8.5pt"
    mark = f'<span style="{small}">{linked(note.mark)}</span>&nbsp;&nbsp;' if note.mark else ""
    aside = f'&nbsp;&nbsp;<span style="{small}">{linked(note.aside)}</span>' if note.aside else ""
    style = "font-weight:600" if note.heading else f"color:{MUTED}" if note.quiet else ""
    words = f'<span style="{style}">{linked(note.text)}</span>' if style else linked(note.text)
    start = FLOW if note.heading else "•&nbsp;&nbsp;" if note.point else ""
    return f"{start}{mark}{words}{aside}"
