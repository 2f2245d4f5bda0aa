"""The share sheet and the packet: what stands in them, what never does, and how pages end."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from careerdesk.documents.export import packet_as, sheet_as
from careerdesk.documents.html import ACCENT, PALETTES
from careerdesk.documents.model import Document, Part, Section
from careerdesk.documents.pdf import to_pdf
from careerdesk.documents.pictures import page_pictures
from careerdesk.documents.prose import listed, prose
from careerdesk.documents.reviews.packet import packet_document
from careerdesk.documents.reviews.sheet import sheet_document
from careerdesk.documents.words import ENGLISH
from careerdesk.domain.reviews.records import (
    PayUnit,
    PeerRelation,
    PromotionState,
    Source,
    Voice,
)
from careerdesk.domain.reviews.sheet import (
    Packet,
    PacketEvidence,
    PacketOutcome,
    PacketPeer,
    PacketPoint,
    PacketRound,
    PacketSeal,
    ShareSheet,
    SheetStrength,
    Whose,
)
from tests.pdfs import above_foot, pages_of
from tests.seeds import examples, one_in
from tests.unit.test_documents import HOSTILE, Words, shown_as_markdown, squeezed

pytestmark = pytest.mark.usefixtures("qapp")
TODAY = date(2026, 11, 17)
WHOSE = Whose(
    name="Ana Ruiz", short_name="Ana", title="Engineer", level="L4", team="Platform",
    cycle="Year review 2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
)  # fmt: skip
SHEET = ShareSheet(
    whose=WHOSE, is_draft=False, rating="Strong", rating_meaning="More than was agreed.",
    narrative="Ana shipped **the parser**.\n\n- fast\n- whole",
    strengths=(SheetStrength(on=date(2026, 5, 4), title="Parser", source=Source.GOAL),),
    gaps="- Leads a project\n- Says no", goals=("Lead the move",), closing="Thank you.",
    shared_on=date(2026, 11, 12), response="Fair.", response_on=date(2026, 11, 14),
)  # fmt: skip
PACKET = Packet(
    whose=WHOSE, scale=("Strong", "Solid", "Growing"), narrative="Ana shipped.",
    proposed="Strong", proposed_why="It lasts.", calibrated="Solid", final="Solid",
    rounds=(PacketRound(held_on=TODAY, rating="Solid", reason="Budget.", asked_by="Bo"),),
    seal=PacketSeal(sealed_at=datetime(2026, 11, 10, 12, tzinfo=UTC), digest="ab12cd34ef",
                    rating="Strong"),
)  # fmt: skip


def pages(document: Document) -> list[list[str]]:
    """The lines of each page of the PDF, as they are read."""
    found = pages_of(to_pdf(document, "A4"))
    normal = (unicodedata.normalize("NFKC", text).replace("\u200b", "") for text in found)
    return [[" ".join(line.split()) for line in text.split("\n") if line.strip()]
            for text in normal]  # fmt: skip


def read_as(form: str, content: bytes) -> str:
    if form == "pdf":
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    text = content.decode()
    return Words(text).text if form == "html" else shown_as_markdown(text)


@pytest.mark.parametrize("form", ["pdf", "html", "md"])
def test_a_share_sheet_says_all_of_it_in_order(form: str) -> None:
    text = squeezed(read_as(form, sheet_as(SHEET, form, TODAY)))
    parts = (
        "Shared on 12 November 2026", "Strong: More than", "Looking back",
        "Ana shipped the parser", "fast", "whole", "Based on", "Parser",
        "Towards the next level", "Leads a project", "Says no", "Goals from this review",
        "Lead the move", "Thank you.", "Ana's response", "Fair.", "Received on 14 November 2026",
    )  # fmt: skip
    place = 0
    for part in parts:
        place = text.find(squeezed(part), place)
        assert place >= 0, part


def test_a_draft_says_so_first_and_on_each_page() -> None:
    sheet = replace(SHEET, is_draft=True, narrative="Word. " * examples(2000, 4000))
    document = sheet_document(sheet, TODAY, ENGLISH)
    found = pages(document)
    assert len(found) > 2
    assert found[0][0].startswith("Draft: Year review 2026")
    assert all(any("Draft: Ana Ruiz" in line for line in page) for page in found)


def test_a_packet_is_confidential_on_each_page_however_long_the_name() -> None:
    whose = replace(WHOSE, name="Aveline-Marguerite de Saint-Exquery Montferrand " * 2)
    packet = replace(PACKET, whose=whose, narrative="Word. " * examples(2000, 4000))
    found = pages(packet_document(packet, TODAY, ENGLISH))
    assert len(found) > 2
    assert all(any("Confidential" in line for line in page) for page in found)
    assert found[0][-1].endswith(f"Page 1 of {len(found)}")


@pytest.mark.parametrize("form", ["pdf", "html", "md"])
def test_a_packet_shows_how_the_rating_came_about(form: str) -> None:
    packet = replace(
        PACKET,
        seal=replace(PACKET.seal, changed=True, broken=True) if PACKET.seal else None,
        outcome=PacketOutcome(
            pay_change=-1234.5, pay_unit=PayUnit.AMOUNT, currency="EUR", bonus=900,
            effective_on=date(2027, 1, 1), from_level="L4", to_level="L5",
            to_title="Senior Engineer", promotion=PromotionState.DEFERRED,
            points=(PacketPoint(text="Leads", evidence="One project", met=True),
                    PacketPoint(text="Teaches")),
        ),
    )  # fmt: skip
    text = squeezed(read_as(form, packet_as(packet, form, TODAY)))
    for part in (
        "It lasts.", "Strong, 10 November 2026, digest ab12cd34",
        "The narrative or the rating has changed since then.", "changed outside CareerDesk",
        "Round 1: Solid", "Budget.", "requested by Bo", "\u22121234.5 EUR", "900 EUR",
        "1 January 2027", "from L4 to L5, as Senior Engineer, deferred", "Leads: One project",
        "Teaches", "Not yet",
    ):  # fmt: skip
        assert squeezed(part) in text, part


def test_what_is_missing_is_said() -> None:
    text = packet_as(Packet(whose=WHOSE), "md", TODAY).decode()
    for said in (
        "Nothing written yet.", "Nothing cited.", "No self-review received.",
        "No one was asked for feedback.", "**Final:** not yet",
    ):  # fmt: skip
        assert said in text
    assert "Outcome" not in text
    asked = tuple(PacketPeer(voice=Voice.PEER, relation=PeerRelation.TEAM) for _ in range(3))
    came = replace(asked[0], text="Kind.")
    text = packet_as(Packet(whose=WHOSE, peers=(came, *asked[1:])), "md", TODAY).decode()
    assert "No response yet from 2 of 3." in text


def test_feedback_that_came_in_without_its_words_is_not_missed() -> None:
    asked = PacketPeer(voice=Voice.PEER, relation=PeerRelation.TEAM)
    came = replace(asked, received_on=date(2026, 11, 9))
    text = packet_as(replace(PACKET, peers=(came, asked)), "md", TODAY).decode()
    assert "No response yet from 1 of 2." in text
    assert "(9 November 2026)" in text
    assert "No response yet" not in packet_as(replace(PACKET, peers=(came,)), "md", TODAY).decode()


def test_a_bonus_of_nothing_is_said_as_on_the_page() -> None:
    outcome = PacketOutcome(currency="EUR", bonus=0.0)
    text = packet_as(replace(PACKET, outcome=outcome), "md", TODAY).decode()
    assert "**Bonus:** 0\u00a0EUR" in text


def test_a_seal_that_was_taken_out_of_the_file_is_not_one_to_come() -> None:
    packet = replace(PACKET, seal=PacketSeal(broken=True))
    text = packet_as(packet, "md", TODAY).decode()
    sealed = next(line for line in text.splitlines() if "**Sealed:**" in line)
    assert sealed.endswith("**Sealed:** The seal doesn't match: the data was changed outside "
                           "CareerDesk.")  # fmt: skip


def test_who_gave_feedback_is_only_there_when_the_packet_holds_it() -> None:
    peer = PacketPeer(voice=Voice.PEER, relation=PeerRelation.CUSTOMER, text="Kind.")
    assert "### From a customer" in packet_as(replace(PACKET, peers=(peer,)), "md", TODAY).decode()
    named = replace(peer, from_whom="Bo Li", voice=Voice.UPWARD)
    text = packet_as(replace(PACKET, peers=(named,)), "md", TODAY).decode()
    assert "## Upward feedback\n\n### Bo Li (From a customer)" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [("When it broke. Rang them", "When it broke. Rang them"),
     ("Kim Lee: Rang them", "Kim Lee: Rang them"), ("", "Rang them"),
     ("Calm again", "Rang them: Calm again")],
)  # fmt: skip
def test_evidence_says_nothing_twice(words: str, said: str) -> None:
    one = PacketEvidence(number=1, source=Source.FEEDBACK, on=TODAY, title="Rang them", words=words)
    text = packet_as(replace(PACKET, evidence=(one,)), "md", TODAY).decode()
    line = next(line for line in text.splitlines() if "Rang them" in line)
    assert line == f"- 1\\. {said} (Feedback, 17 November 2026)"


@pytest.mark.parametrize("form", ["pdf", "html", "md"])
@pytest.mark.parametrize("words", one_in(3, HOSTILE))
def test_nothing_that_was_written_is_read_as_markup(form: str, words: str) -> None:
    line = f"x {words} x"  # in the middle of a line, where a note has no marks of its own
    packet = replace(
        PACKET, gaps=line, proposed_why=line,
        evidence=(PacketEvidence(number=1, source=Source.CHECK_IN, on=TODAY, title=line),),
        peers=(PacketPeer(voice=Voice.PEER, relation=PeerRelation.TEAM, from_whom=line,
                          text=line),),
    )  # fmt: skip
    made = packet_as(packet, form, TODAY)
    plain = squeezed(" ".join(prose(line)))
    text = squeezed(read_as(form, made))
    if form == "pdf" and not words.isascii():
        return  # which letters a PDF has depends on the fonts of this computer
    assert text.count(plain) >= 3  # gap, reason, feedback: those may have marks
    assert text.count(squeezed(line)) >= 2  # a title and a name have none
    if form == "html":
        assert not {"img", "b", "i", "script"} & Words(made.decode()).elements


def test_headings_are_real_ones_and_the_page_names_title_and_language() -> None:
    html = sheet_as(SHEET, "html", TODAY).decode()
    assert '<html lang="en">' in html
    assert "<title>Ana Ruiz: Year review 2026, January to December 2026</title>" in html
    assert re.findall("<h1>(.*?)</h1>", html) == ["Ana Ruiz"]
    assert len(re.findall("<h2>", html)) == 6
    packet = packet_as(PACKET, "html", TODAY).decode()
    assert '<h3>Round 1: Solid <small class="muted">' in packet
    content = sheet_as(SHEET, "pdf", TODAY)
    reader = PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == "Ana Ruiz: Year review 2026, January to December 2026"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_it_has_the_colours_of_its_room_on_white() -> None:
    html = sheet_as(SHEET, "html", TODAY).decode()
    assert PALETTES["review"].accent in html
    assert ACCENT not in html
    picture = page_pictures(sheet_document(SHEET, TODAY, ENGLISH), 600)[0]
    assert picture.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize("lines", one_in(4, range(28, 52, 2)))
def test_no_heading_is_left_alone_at_the_end_of_a_page(lines: int) -> None:
    long = "Some words of a text that goes on for more than one page. " * 60
    document = replace(
        sheet_document(SHEET, TODAY, ENGLISH),
        sections=(
            Section("First", paragraphs=("\n".join(["line"] * lines),)),
            Section("Flowing", paragraphs=(long,)),
            Section("Parted", parts=(Part("Part one", (long,)), Part("Part two", (long,)))),
        ),
    )
    for page in pages(document):
        last = above_foot(page, document.footer_name)[-2:]
        assert not {"Flowing", "Parted", "Part one", "Part two"} & set(last)


def test_a_narrative_of_many_pages_is_whole() -> None:
    words = [f"word{n}" for n in range(examples(2_000, 11_500))]  # in a long run 100,000 letters
    narrative = "\n\n".join(" ".join(words[n : n + 120]) for n in range(0, len(words), 120))
    paper = pages(sheet_document(replace(SHEET, narrative=narrative), TODAY, ENGLISH))
    assert len(paper) > 3
    text = " ".join(line for page in paper for line in page)
    found = re.findall(r"word\d+", text)
    assert found == words


def test_prose_keeps_paragraphs_lines_and_lists() -> None:
    assert prose("# Head\n\nOne\ntwo\n\n\n- a\n* b\n1. c\n") == (
        "Head",
        "One\ntwo",
        "• a\n• b\n1. c",
    )
    assert prose(" \n\n") == ()
    assert [note.text for note in listed("- **a**\n- b")] == ["a", "b"]
