"""Addresses in what somebody wrote: to the letter in every form, and live where a form can."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from careerdesk.documents.export import brief_as, summary_as
from careerdesk.documents.html import to_html
from careerdesk.documents.markdown import plain as as_markdown
from careerdesk.documents.markdown import to_markdown
from careerdesk.documents.pdf import to_pdf
from careerdesk.domain.addresses import pieces
from careerdesk.domain.plain import beginning, plain
from careerdesk.services import checkins, exporting, people
from careerdesk.services.brief import brief
from careerdesk.services.store import Store
from tests.unit.test_documents import ITEM, a_document

GOAL = "https://x.org/wiki/My_Goal_(2026)?a=1&b=2"
ADDRESSES = [
    GOAL,
    "http://x.org",
    "HTTPS://X.org/A",
    "https://x.org/__init__.py#L1*2*3",
    "https://x.org/~ana/[draft]/a|b^c{d}",
    "https://x.org:8443/a;b=c,d/e!f'g$h?i=%20&amp=1#j-k",
    "https://x.org/straße/山",
    "https://[2001:db8::1]/a",
    "https://x.org/" + "long_" * 60 + "end",
    "https://x.org/12pt/3px",
    "mailto:ana.ruiz+goal_1@x.org?subject=My_Goal",
]
AROUND = [
    ("", ""), ("see ", " and more"), ("(see ", ")."), ("“", "”"), ("[", "]"), ("a: ", ", b"),
    ("", "!"), ("", "..."), ("((", "))"), ("1. ", "?"), ("*", "* _so_"),
]  # fmt: skip


class Links(HTMLParser):
    """Where the links of a page lead, with what they say; and all that it says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.text, self._at = "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at = dict(attrs).get("href") or "" if tag == "a" else self._at
        if tag == "a":
            self.links[self._at] = ""

    def handle_endtag(self, tag: str) -> None:
        self._at = "" if tag == "a" else self._at

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._at:
            self.links[self._at] += data


def links_of_markdown(text: str) -> dict[str, str]:
    """Where a second engine leads by the links of a Markdown text, with what they say."""
    document = QTextDocument()
    document.setMarkdown(text)
    found: dict[str, str] = {}
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            if target := at.fragment().charFormat().anchorHref():
                found[target] = found.get(target, "") + at.fragment().text()
            at += 1
        block = block.next()
    return found


def links_of_pdf(content: bytes) -> set[str]:
    reader = PdfReader(io.BytesIO(content), strict=True)
    return {
        str(note["/A"]["/URI"])
        for page in reader.pages
        for note in (one.get_object() for one in page.get("/Annots", ()))
    }


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("before", "after"), AROUND)
def test_an_address_is_found_to_its_last_letter(address: str, before: str, after: str) -> None:
    found = list(pieces(f"{before}{address}{after}"))
    assert [piece for piece, is_address in found if is_address] == [address]
    assert "".join(piece for piece, _ in found) == f"{before}{address}{after}"


@pytest.mark.parametrize(
    "text",
    ["http://", "https:// x", "xhttp://x.org", "javascript:alert(1)", "file:///etc/passwd",
     "mailto:", "mailto:nobody", "ftp://x.org", "https://x.org/cut-o…", "data:text/html,x"],
)  # fmt: skip
def test_what_leads_nowhere_or_should_not_is_no_address(text: str) -> None:
    assert [piece for piece, is_address in pieces(text) if is_address] == []


@given(st.text(max_size=200), st.sampled_from(ADDRESSES), st.text(max_size=200))
def test_nothing_is_lost_whatever_stands_around(before: str, address: str, after: str) -> None:
    text = before + address + after
    assert "".join(piece for piece, _ in pieces(text)) == text


def test_a_long_run_of_brackets_takes_no_time() -> None:
    text = "http://a" + ")" * 400_000 + " " + "mailto:" * 60_000
    assert next(pieces(text)) == ("http://a", True)
    assert sum(len(piece) for piece, _ in pieces(text)) == len(text)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("before", "after"), AROUND)
def test_an_address_is_the_same_in_markdown(
    qapp: QApplication, address: str, before: str, after: str
) -> None:
    text = f"{before}{address}{after}"
    written = as_markdown(text)
    assert address in written
    assert links_of_markdown(f"Read {written}") == {address: address}
    shown = QTextDocument()
    shown.setMarkdown(f"Read {written}")
    assert shown.toPlainText() == f"Read {text}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_live_in_html_and_pdf_and_the_rest_is_text(
    qapp: QApplication, address: str
) -> None:
    text = f"<b>See</b> [it] at {address}, & tell"
    item = replace(ITEM, title=text, for_person=text, for_business=text, motivators=())
    document = a_document(item)
    page = Links(to_html(document))
    assert set(page.links.items()) == {(address, address)}
    assert page.text.count(text) == 3
    found = links_of_pdf(to_pdf(document))
    assert {_plain_form(one) for one in found} == {_plain_form(address)}
    assert links_of_markdown(to_markdown(document)).keys() == {address}


def _plain_form(address: str) -> str:
    """The address as a PDF writes it: letters that are not of ASCII, and a host, by RFC 3986."""
    from PySide6.QtCore import QUrl

    return bytes(QUrl(address).toEncoded().data()).decode()


def talked(store: Store, note: str) -> int:
    """Somebody with whom it was talked about that; their id."""
    ana = people.add(store, "Ana Ruiz")
    moment = datetime(2026, 11, 10, 9, tzinfo=UTC)
    check_in = checkins.start(store, ana.id, moment)
    checkins.write(store, check_in.id, shared_notes=note)
    checkins.finish(store, check_in.id, moment)
    return ana.id


NOTE = f"""# Goal
Read **[the page]({GOAL})**, <https://x.org/a_b_c> and `https://x.org/__init__.py`.
- or write: mailto:ana@x.org
- [nothing] (here)"""
TARGETS = {GOAL, "https://x.org/a_b_c", "https://x.org/__init__.py", "mailto:ana@x.org"}


def test_a_note_keeps_its_addresses_in_every_form(qapp: QApplication, store: Store) -> None:
    ana = talked(store, NOTE)
    found = exporting.check_ins_summary(store, ana, date(2026, 11, 17), private=False)
    page = Links(summary_as(found, "html").decode())
    assert page.links == {one: one for one in TARGETS}
    assert f"Read the page ({GOAL}), https://x.org/a_b_c and" in page.text
    assert "[nothing] (here)" in page.text
    markdown = summary_as(found, "md").decode()
    assert all(one in markdown for one in TARGETS)
    assert links_of_markdown(markdown).keys() == TARGETS
    assert links_of_pdf(summary_as(found, "pdf")) == TARGETS


def test_an_address_is_live_where_the_page_is_made_smaller(
    qapp: QApplication, store: Store
) -> None:
    target = "https://x.org/12pt/3px"
    ana = people.add(store, "Ana Ruiz")
    checkins.add_agenda(store, ana.id, f"Read {target}")
    for number in range(60):
        checkins.add_agenda(store, ana.id, f"Point {number} {'words ' * 12}")
    found = brief(store, ana.id, date(2026, 11, 17))
    assert links_of_pdf(brief_as(found, "pdf", private=True, paper="A5")) == {target}


@pytest.mark.parametrize("mark", ["> ", "- ", "* ", "```", "#", "", " "])
def test_a_mark_with_nothing_behind_it_has_no_words(mark: str) -> None:
    """As where a list was begun, and something else came between."""
    assert (beginning(mark, 200), plain(mark)) == ("", "")
    assert beginning(f"{mark}\n\nThen words", 200) == "Then words"


@pytest.mark.parametrize(
    ("note", "words", "short"),
    [
        (f"[the page]({GOAL})", f"the page ({GOAL})", "the page"),
        (f"![a picture]({GOAL})", f"a picture ({GOAL})", "a picture"),
        (f"[{GOAL}]({GOAL})", GOAL, GOAL),
        (f"[]({GOAL})", GOAL, GOAL),
        (f'[a](<{GOAL}> "title")', f"a ({GOAL})", "a"),
        (f"<{GOAL}>", GOAL, GOAL),
        (f"**{GOAL}**, *{GOAL}*", f"{GOAL}, {GOAL}", f"{GOAL}, {GOAL}"),
        ("[no](file:///etc)", "[no](file:///etc)", "[no](file:///etc)"),
        ("[a] (b) [c]", "[a] (b) [c]", "[a] (b) [c]"),
        ("https://x.org/a*b*c_d_ __so__", "https://x.org/a*b*c_d_ so", "https://x.org/a*b*c_d_ so"),
    ],
)
def test_the_words_of_a_note_keep_its_addresses(note: str, words: str, short: str) -> None:
    assert plain(note) == words
    assert beginning(note, 200) == short


def test_an_address_that_was_cut_off_leads_nowhere() -> None:
    cut = beginning(f"Read {GOAL} soon", 30)
    assert cut.endswith("…")
    assert [piece for piece, is_address in pieces(cut) if is_address] == []
