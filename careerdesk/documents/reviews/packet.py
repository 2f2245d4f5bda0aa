"""The review packet as a document: everything the approval meeting needs, confidential."""

from __future__ import annotations

from datetime import date

from careerdesk.documents.model import Callout, Document, Note, Part, Row, Section
from careerdesk.documents.prose import listed, one_line, prose
from careerdesk.documents.reviews.outcome import outcome_section
from careerdesk.documents.reviews.words import cycle_line, relation_word, source_word, who_line
from careerdesk.documents.words import Words
from careerdesk.domain.reviews.evidence import holds_title
from careerdesk.domain.reviews.records import Voice
from careerdesk.domain.reviews.seal import SHOWN_DIGITS
from careerdesk.domain.reviews.sheet import (
    Packet,
    PacketAccomplishment,
    PacketEvidence,
    PacketPeer,
    PacketRound,
    PacketSeal,
)
from careerdesk.i18n import tr


def packet_document(packet: Packet, today: date, words: Words, paper: str = "") -> Document:
    """The packet, as of *today*; the first lines and each page say that it is confidential."""
    whose = packet.whose
    return Document(
        language=words.language,
        kicker=tr("Review packet, {cycle}", cycle=cycle_line(whose, words)),
        title=whose.name,
        line=who_line(whose),
        callout=Callout(
            tr("Confidential"),
            tr(
                "For the approval meeting only. Share this packet only with the "
                "decision-makers, not with {name}.",
                name=whose.short_name,
            ),
        ),
        sections=tuple(_sections(packet, words)),
        empty="",
        footer_name=tr("Confidential: {name}", name=whose.name),
        footer_date=tr("As of {day}", day=words.day(today)),
        page_words=tr("Page {n} of {count}"),
        paper=paper,
        room="review",
    )  # fmt: skip


def _sections(packet: Packet, words: Words) -> list[Section]:
    peers = [one for one in packet.peers if one.voice is Voice.PEER]
    upward = [one for one in packet.peers if one.voice is Voice.UPWARD]
    found = [
        Section(tr("Ratings"), rows=_ratings(packet, words)),
        _told(tr("Narrative"), prose(packet.narrative), tr("Nothing written yet.")),
        _listed(tr("Evidence"), [_evidence(one, words) for one in packet.evidence],
                tr("Nothing cited.")),
        Section(tr("Gaps to the next level"), notes=listed(packet.gaps)),
        _told(tr("Self-review"), _self_review(packet, words), tr("No self-review received.")),
        _peers(tr("Peer feedback"), peers, words),
        _peers(tr("Upward feedback"), upward, words) if upward else None,
        Section(tr("Accomplishments"),
                notes=tuple(_accomplishment(one, words) for one in packet.accomplishments)),
        Section(tr("Calibration"),
                parts=tuple(_round(n, one, words) for n, one in enumerate(packet.rounds, 1))),
        outcome_section(packet.outcome, words) if packet.outcome else None,
    ]  # fmt: skip
    return [one for one in found if one and (one.rows or one.notes or one.paragraphs or one.parts)]


def _told(title: str, paragraphs: tuple[str, ...], nothing: str) -> Section:
    if paragraphs:
        return Section(title, paragraphs=paragraphs)
    return Section(title, notes=(Note(nothing, quiet=True),))


def _listed(title: str, notes: list[Note], nothing: str) -> Section:
    return Section(title, notes=tuple(notes) or (Note(nothing, quiet=True),))


def _ratings(packet: Packet, words: Words) -> tuple[Row, ...]:
    none = tr("not yet")
    lines: list[tuple[str, list[str]]] = [
        (tr("Self"), [packet.self_rating or none]),
        (tr("Proposed"), [packet.proposed or none, *prose(packet.proposed_why)]),
        (tr("Sealed"), _seal(packet.seal, words) if packet.seal else [none]),
        (tr("Calibrated"), [packet.calibrated or none]),
        (tr("Final"), [packet.final or none]),
        (tr("Shared"), [words.day(packet.shared_on) if packet.shared_on else none]),
        (tr("Scale"), [", ".join(packet.scale)]),
    ]
    return tuple(Row(label, tuple(said)) for label, said in lines)


def _seal(seal: PacketSeal, words: Words) -> list[str]:
    first = [_sealed(seal, words)] if seal.digest else []
    changed = [tr("The narrative or the rating has changed since then.")] if seal.changed else []
    broken = (
        [tr("The seal doesn't match: the data was changed outside CareerDesk.")]
        if seal.broken
        else []
    )
    return [*first, *changed, *broken]


def _sealed(seal: PacketSeal, words: Words) -> str:
    at = seal.sealed_at
    day = words.day(at.astimezone().date()) if at else tr("an unreadable date")
    return tr(
        "{rating}, {day}, digest {digest}",
        rating=seal.rating,
        day=day,
        digest=seal.digest[:SHOWN_DIGITS],
    )


def _evidence(one: PacketEvidence, words: Words) -> Note:
    said = one_line(one.words)
    more = said if said and not holds_title(one.source, one.title, said) else ""
    text = said if said and not more else f"{one.title}: {more}" if more else one.title
    return Note(f"{one.number}. {text}", f"{source_word(one.source)}, {words.day(one.on)}")


def _self_review(packet: Packet, words: Words) -> tuple[str, ...]:
    said = prose(packet.self_review)
    if packet.self_received_on is None:
        return said
    came = tr("Received on {day}.", day=words.day(packet.self_received_on))
    return (*said, came)


def _peers(title: str, peers: list[PacketPeer], words: Words) -> Section:
    """What came in, each under who said it; those who have not answered are counted."""
    came = [one for one in peers if one.text or one.received_on]
    parts = tuple(_peer(one, words) for one in came)
    open_ = len(peers) - len(came)
    if not peers:
        note = tr("No one was asked for feedback.")
    elif open_:
        note = tr("No response yet from {n} of {count}.", n=open_, count=len(peers))
    else:
        note = ""
    return Section(title, notes=(Note(note, quiet=True),) if note else (), parts=parts)


def _peer(one: PacketPeer, words: Words) -> Part:
    relation = relation_word(one.relation)
    day = words.day(one.received_on) if one.received_on else ""
    aside = ", ".join(part for part in (relation if one.from_whom else "", day) if part)
    return Part(one.from_whom or relation, prose(one.text), aside)


def _accomplishment(one: PacketAccomplishment, words: Words) -> Note:
    said = (one_line(part) for part in (one.what, one.context, one.impact))
    text = " ".join(part if part.endswith((".", "!", "?", "”")) else f"{part}."
                    for part in said if part)  # fmt: skip
    return Note(text, ", ".join([*one.criteria, words.day(one.on)]))


def _round(number: int, one: PacketRound, words: Words) -> Part:
    title = tr("Round {n}: {rating}", n=number, rating=one.rating)
    asked = tr("requested by {name}", name=one.asked_by) if one.asked_by else ""
    aside = ", ".join(part for part in (words.day(one.held_on), asked) if part)
    return Part(title, prose(one.reason), aside)
