"""A document of one page on paper: two columns where there is room, and lines to write on."""

from __future__ import annotations

from html import escape

from careerdesk.documents.html import INK, LINE, MUTED, PALETTES, Palette
from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.paper import linked

TWO_COLUMNS_MM = 140.0  # of text; below it all is in one column
EMPTY_BOX, TICKED_BOX = "☐", "☑"
RULED_PT = 17  # between two lines to write on


def one_page_html(document: Document, *, columns: int, ruled: int) -> str:
    """The whole document; *ruled* lines to write on at the end."""
    palette = PALETTES[document.room]
    beside = [one for one in document.sections if one.beside]
    if columns == 1:
        body = _column((*beside, *(one for one in document.sections if not one.beside)), palette)
    else:
        left = _column(tuple(one for one in document.sections if not one.beside), palette)
        body = (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td width="57%">{left}</td><td width="4%"></td>'
            f'<td width="39%">{_column(tuple(beside), palette)}</td></tr></table>'
        )
    whole = f"{_head(document)}{body}{_ruled(document, ruled)}"
    return f'<html><body style="color:{INK}">{whole}</body></html>'


def _head(document: Document) -> str:
    line = f'<p style="color:{MUTED}; margin:3px 0 0 0">{linked(document.line)}</p>'
    return (
        f'<p style="color:{MUTED}; font-size:9pt; margin:0">{linked(document.kicker)}</p>'
        f'<p style="font-size:21pt; font-weight:600; margin:0">{linked(document.title)}</p>'
        f"{line if document.line else ''}"
    )


def _column(sections: tuple[Section, ...], palette: Palette) -> str:
    return "".join(_section(section, palette) for section in sections)


def _section(section: Section, palette: Palette) -> str:
    return (
        '<p style="font-size:7pt; margin:0">&nbsp;</p>'
        f'<p style="font-size:11pt; font-weight:600; color:{palette.accent}; margin:0 0 2px 0">'
        f"{linked(section.title)}</p>{_rule()}"
        '<p style="font-size:3pt; margin:0">&nbsp;</p>'
        f'<table width="100%" cellspacing="0" cellpadding="0">'
        f"{''.join(map(_note, section.notes))}</table>"
    )


def _note(note: Note) -> str:
    """A row: its box or nothing, its words, and what is in small at its end."""
    box = "" if note.tick is None else TICKED_BOX if note.tick else EMPTY_BOX
    ink = f"color:{MUTED}; " if note.quiet else ""
    weight = "font-weight:600; " if note.heading else ""
    mark = f'<span style="color:{MUTED}">[{escape(note.mark)}]</span> ' if note.mark else ""
    start = f"{box}&nbsp;&nbsp;" if box else "&nbsp;&nbsp;&nbsp;" if note.inset else ""
    aside = ""
    if note.aside:
        words = escape(note.aside).replace(" ", "&nbsp;")
        aside = (f'<td align="right" style="color:{MUTED}; font-size:8.5pt; padding-left:8px;'
                 f' padding-bottom:3px">{words}</td>')  # fmt: skip
    span = "" if aside else ' colspan="2"'
    return (
        f'<tr><td{span} style="{ink}{weight}padding-bottom:3px">{start}{mark}{linked(note.text)}'
        f"</td>{aside}</tr>"
    )


def _ruled(document: Document, lines: int) -> str:
    if not lines:
        return ""
    row = f'<p style="font-size:{RULED_PT}pt; margin:0">&nbsp;</p>{_rule()}'
    title = (
        f'<p style="color:{MUTED}; font-size:9pt; margin:0">{escape(document.room_for_notes)}</p>'
    )
    return f'<p style="font-size:10pt; margin:0">&nbsp;</p>{title}{row * lines}'


def _rule() -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'<td bgcolor="{LINE}" style="font-size:1pt">&nbsp;</td></tr></table>'
    )
