"""A document as HTML: for browsers and screen readers, and as the way to paper."""

from __future__ import annotations

from html import escape

from careerdesk.dataclass import dataclass
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
from careerdesk.domain.parts import Parts, mapped, through

SHAPES = {
    "not_started": "○", "on_track": "●", "at_risk": "◐", "blocked": "■", "done": "✓",
    "dropped": "⊘",
}  # fmt: skip
EMPTY_BOX, TICKED_BOX = "☐", "☑"
INK, MUTED, ACCENT, SOFT, LINE, TRACK = (
    "#1C2321", "#55605B", "#0E6B5B", "#DFF0EA", "#DDE2DD", "#ECEFEB",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a room on paper."""

    accent: str
    soft: str


PALETTES = {"growth": Palette(ACCENT, SOFT), "review": Palette("#7C3A70", "#F2E3EF")}
STATE_INKS = {"at_risk": "#8A5200", "blocked": "#B1261D", "done": "#2C7030", "on_track": ACCENT}


def style(palette: Palette) -> str:
    """The style sheet of a page."""
    accent, soft = palette.accent, palette.soft
    return f"""
body {{ color: {INK}; font-family: system-ui, sans-serif; line-height: 1.45; max-width: 46em;
  margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }}
h1 {{ font-size: 1.9em; margin: 0; }}
h2 {{ color: {accent}; font-size: 1.3em; border-bottom: 1px solid {LINE}; margin-top: 1.6em; }}
h3 {{ font-size: 1.05em; margin: 1.2em 0 0.2em; }}
article + article {{ border-top: 1px solid {LINE}; }}
a {{ color: {accent}; }}
.muted {{ color: {MUTED}; margin: 0; }}
.callout {{ background: {soft}; border-left: 3px solid {accent}; padding: 0.8em 1.2em;
  margin: 1em 0; }}
.callout strong {{ color: {accent}; font-size: 0.9em; }}
.callout p {{ margin: 0.1em 0 0.6em; }}
.callout p:last-child {{ margin-bottom: 0; }}
.said {{ font-size: 1.1em; }}
.track {{ display: inline-block; width: 9em; height: 0.4em; border-radius: 0.2em;
  background: {TRACK}; border: 1px solid {LINE}; vertical-align: middle; }}
.track span {{ display: block; height: 100%; background: {accent}; border-radius: 0.2em; }}
.due {{ float: right; color: {MUTED}; }}
dl {{ display: grid; grid-template-columns: 9em 1fr; gap: 0.2em 1em; margin: 0.4em 0 1em; }}
dt {{ color: {MUTED}; }}
dd {{ margin: 0; }}
ul {{ margin: 0.4em 0 1em; padding-left: 1.2em; }}
.steps {{ list-style: none; margin: 0; padding: 0; }}
.steps li {{ padding-left: 1.4em; text-indent: -1.4em; }}
.inset {{ list-style: none; margin-left: 1em; }}
.mark {{ border: 1px solid {LINE}; border-radius: 0.3em; padding: 0 0.4em; font-size: 0.85em; }}
footer {{ color: {MUTED}; border-top: 1px solid {LINE}; margin-top: 2em; padding-top: 0.5em; }}
@media print {{ article {{ break-inside: avoid; }} h2 {{ break-after: avoid; }} }}
"""


DATED = """\
.dated section { display: grid; grid-template-columns: 9.5em 1fr; gap: 0 1.5em;
  padding: 0.5em 0; }
.dated h2 { font-size: 0.95em; border: 0; margin: 0.3em 0; }
.dated h2 small { display: block; font-weight: 400; }
.dated ul { list-style: none; padding: 0; margin: 0.2em 0; }
@media (max-width: 30em) { .dated section { display: block; } }
"""


def to_html(document: Document) -> str:
    """A whole page: it names its language, loads nothing, and reads well aloud."""
    return through(writing_html(document))


def writing_html(document: Document) -> Parts[str]:
    """The same in parts."""
    sections = yield from mapped(_section, document.sections)
    body = "\n".join(
        [
            "<header>",
            f'<p class="muted">{_text(document.kicker)}</p>',
            f"<h1>{_text(document.title)}</h1>",
            f'<p class="muted">{_linked(document.line)}</p>' if document.line else "",
            "</header>",
            _callout(document.callout),
            *sections,
            f"<p>{_text(document.empty)}</p>" if document.empty else "",
            f"<footer>{_text(document.footer_name)} · {_text(document.footer_date)}</footer>",
        ]
    )
    css = style(PALETTES[document.room]) + (DATED if document.dated else "")
    main = '<main class="dated">' if document.dated else "<main>"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.spoken)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{_text(document.file_title)}</title>\n"
        f"<style>{css}</style>\n</head>\n"
        f"<body>\n{main}\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(text, quote=True)


def _linked(text: str) -> str:
    """What somebody wrote, with the addresses in it to follow."""
    return "".join(
        f'<a href="{_text(piece)}">{_text(piece)}</a>' if is_address else _text(piece)
        for piece, is_address in parts(text)
    )


def _callout(callout: Callout | None) -> str:
    if callout is None:
        return ""
    parts = [f"<strong>{_text(callout.title)}</strong><br>{_linked(callout.text)}"]
    if callout.said:
        parts = [_said(one) for one in callout.said]
    if callout.quiet:
        parts.append(f'<p class="muted">{_linked(callout.quiet)}</p>')
    return f'<div class="callout">{"".join(parts)}</div>'


def _said(said: Said) -> str:
    quotes = "".join(f'<p class="said">{_lines(quote)}</p>' for quote in said.quotes)
    return f"<strong>{_text(said.title)}</strong>{quotes}"


def _section(section: Section) -> str:
    items = "\n".join(map(_item, section.items))
    if section.rows:
        items += f"<dl>{''.join(map(_row, section.rows))}</dl>\n"
    if section.notes:
        items += "<ul>\n" + "\n".join(map(_note, section.notes)) + "\n</ul>"
    items += _prose(section.paragraphs) + "\n".join(map(_part, section.parts))
    aside = f' <small class="muted">{_text(section.aside)}</small>' if section.aside else ""
    return f"<section>\n<h2>{_text(section.title)}{aside}</h2>\n{items}\n</section>"


def _part(part: Part) -> str:
    aside = f' <small class="muted">{_text(part.aside)}</small>' if part.aside else ""
    return f"<h3>{_text(part.title)}{aside}</h3>\n{_prose(part.paragraphs)}"


def _prose(paragraphs: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{_lines(text)}</p>" for text in paragraphs)


def _lines(text: str) -> str:
    return "<br>".join(map(_linked, text.split("\n")))


def _note(note: Note) -> str:
    kind = ' class="muted"' if note.quiet else ""
    mark = f'<span class="mark">{_text(note.mark)}</span> ' if note.mark else ""
    aside = f' <span class="muted">{_text(note.aside)}</span>' if note.aside else ""
    words = _linked(note.text)
    words = f"<strong>{words}</strong>" if note.heading else words
    words = f"{words} <strong>{_text(note.value)}</strong>" if note.value else words
    words = f"{TICKED_BOX if note.tick else EMPTY_BOX} {words}" if note.tick is not None else words
    if note.inset:
        return f'<li class="inset">{words}</li>'
    return f"<li{kind}>{mark}{words}{aside}</li>"


def _item(item: Item) -> str:
    ink = STATE_INKS.get(item.state, MUTED)
    state = f'<span style="color: {ink}">{SHAPES[item.state]} {_text(item.state_name)}</span>'
    due = f'<span class="due">{_text(item.due)}</span>' if item.due else ""
    rows = "".join(map(_row, item.rows))
    return (
        f"<article>\n<h3>{item.number} {_linked(item.title)}</h3>\n"
        f"<p>{due}{state} {_progress(item)}</p>\n"
        + (f"<dl>{rows}</dl>\n" if rows else "")
        + "</article>"
    )


def _progress(item: Item) -> str:
    said = item.progress_words
    words = f'<span class="muted">{_text(said)}</span>' if said else ""
    if item.progress is None:
        return words
    width = round(item.progress * 100)
    bar = f'<span style="width: {width}%"></span>'
    return f'<span class="track" aria-hidden="true">{bar}</span> {words}'


def _row(row: Row) -> str:
    words = "<br>".join(map(_linked, row.lines))
    if row.steps:
        words += f'<ul class="steps">{"".join(map(_step, row.steps))}</ul>'
    return f"<dt>{_text(row.label)}</dt><dd>{words}</dd>"


def _step(step: ActionLine) -> str:
    box = TICKED_BOX if step.done else EMPTY_BOX
    aside = f' <span class="muted">{_text(step.aside)}</span>' if step.aside else ""
    return f"<li>{box} {_linked(step.text)}{aside}</li>"
