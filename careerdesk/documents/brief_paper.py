"""A document of one page on paper: two columns where there is room, and lines to write on."""

from __future__ import annotations

from html import escape

from careerdesk.documents.html import EMPTY_BOX, INK, LINE, MUTED, PALETTES, TICKED_BOX, Palette
from careerdesk.documents.model import Document, Note, Section
from careerdesk.documents.paper import linked

TWO_COLUMNS_MM = 140.0  # of text; below it all is in one column
BOX, INSET = 18, 12
SMALL = f"color:{MUTED}; font-size:8.5pt;"
MOST_ASIDE = 28  # letters that are kept on one line
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
    notes = "".join(_note(note, below=section.beside) for note in section.notes)
    if section.boxed:
        notes = (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td width="3" bgcolor="{palette.accent}"></td>'
            f'<td bgcolor="{palette.soft}" style="padding:6px 9px">{notes}</td></tr></table>'
        )
    return (
        '<p style="font-size:7pt; margin:0">&nbsp;</p>'
        f'<p style="font-size:11pt; font-weight:600; color:{palette.accent}; margin:0 0 2px 0">'
        f"{linked(section.title)}</p>{_rule()}"
        f'<p style="font-size:4pt; margin:0">&nbsp;</p>{notes}'
    )


def _note(note: Note, *, below: bool) -> str:
    """A row: its box or nothing, its words, and what is in small at its end, or *below* them."""
    box = "" if note.tick is None else TICKED_BOX if note.tick else EMPTY_BOX
    ink = f"color:{MUTED}; " if note.quiet else ""
    weight = "font-weight:600; " if note.heading else ""
    mark = f'<span style="color:{MUTED}">[{escape(note.mark)}]</span> ' if note.mark else ""
    start = f'<td width="{BOX}">{box}</td>' if box else ""
    start = f'<td width="{INSET}"></td>' if note.inset else start
    aside = end = ""
    if note.aside and below:
        aside = f'<br><span style="{SMALL}">{linked(note.aside)}</span>'
    elif note.aside:
        words = escape(note.aside)
        words = words.replace(" ", "&nbsp;") if len(note.aside) <= MOST_ASIDE else words
        end = f'<td align="right" style="{SMALL} padding-left:10px">{words}</td>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        f'{start}<td style="{ink}{weight}padding-bottom:3px">{mark}{_held(note.text)}{aside}</td>'
        f"{end}</tr></table>"
    )


def _held(text: str) -> str:
    """Words whose thin spaces, which fonts may lack, do not let a line break."""
    return linked(text.replace("\u202f", "\u00a0"))


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
