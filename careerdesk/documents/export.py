"""A plan, own words, a brief, a summary of check-ins or a review in the form that was asked for."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from careerdesk.documents.brief import brief_document
from careerdesk.documents.checkins import summary_document
from careerdesk.documents.html import to_html
from careerdesk.documents.mail import as_chat
from careerdesk.documents.markdown import to_markdown
from careerdesk.documents.model import Document
from careerdesk.documents.own_words import own_words_document
from careerdesk.documents.plan import plan_document, told_agreement
from careerdesk.documents.plan_changes import changes_told
from careerdesk.documents.reviews.packet import packet_document
from careerdesk.documents.reviews.sheet import sheet_document
from careerdesk.documents.summary import checkin_summary_document
from careerdesk.documents.words import ENGLISH, Words
from careerdesk.documents.write import write_whole
from careerdesk.domain.agreement import Agreement
from careerdesk.domain.own_words import OwnWords
from careerdesk.domain.reviews.sheet import Packet, ShareSheet
from careerdesk.domain.shared import SharedCheckIn, SharedPlan
from careerdesk.domain.summaries import PrivateSide, Summary
from careerdesk.domain.summary import CheckInSummary
from careerdesk.domain.views import Brief

__all__ = [
    "brief_as",
    "checkin_summary_as",
    "own_words_as",
    "packet_as",
    "plan_as",
    "sheet_as",
    "summary_as",
    "write_whole",
]


def plan_as(
    plan: SharedPlan,
    form: str,
    today: date,
    words: Words = ENGLISH,
    *,
    paper: str = "",
    agreement: Agreement | None = None,
) -> bytes:
    """The plan as pdf, html, md or json, with what changed since it was agreed."""
    if form == "json":
        told = _agreement(plan, agreement, words)
        return _json(_without(asdict(plan), "uid") | {"agreement": told})
    document = plan_document(plan, today, words, agreement)
    return document_as(replace(document, paper=paper), form)


def _agreement(plan: SharedPlan, known: Agreement | None, words: Words) -> dict[str, object] | None:
    """The same that the document tells: the day, and each change in words."""
    agreed = told_agreement(plan, known)
    if agreed is None:
        return None
    told = changes_told(agreed, plan, words)
    return {"on": agreed.on, "wording_kept": agreed.kept, "changes": list(map(asdict, told))}


def _without(value: Any, name: str) -> Any:
    """Data without the ids by which a store tells things apart: no reader needs them."""
    if isinstance(value, dict):
        return {key: _without(part, name) for key, part in value.items() if key != name}
    if isinstance(value, list | tuple):
        return [_without(part, name) for part in value]
    return value


def own_words_as(
    own: OwnWords, form: str, today: date, words: Words = ENGLISH, *, paper: str = ""
) -> bytes:
    """What a person said that moves them, as pdf, html, md or json."""
    if form == "json":
        return _json(asdict(own))
    return document_as(replace(own_words_document(own, today, words), paper=paper), form)


def brief_as(
    brief: Brief, form: str, words: Words = ENGLISH, *, private: bool = False, paper: str = ""
) -> bytes:
    """The brief as pdf, html, md or json; without *private* nothing for the manager alone."""
    document = brief_document(brief, words, private=private, paper=paper)
    if form == "json":
        known = {
            section.key or section.title: [asdict(n) for n in section.notes if not n.quiet]
            for section in document.sections
        }
        return _json(known)
    return document_as(document, form)


def summary_as(summary: Summary, form: str, words: Words = ENGLISH, *, paper: str = "") -> bytes:
    """The check-ins with a person as pdf, html, md or json; private as far as *summary* has it."""
    if form == "json":
        check_ins = [
            _facts(check_in, summary.private.get(check_in.id)) for check_in in summary.check_ins
        ]
        return _json(check_ins)
    return document_as(replace(summary_document(summary, words), paper=paper), form)


def checkin_summary_as(
    summary: CheckInSummary, form: str, today: date, words: Words = ENGLISH, *, paper: str = ""
) -> bytes:
    """What a person is sent of one check-in, as pdf, html, md or json."""
    if form == "json":
        return _json(_without(asdict(summary), "id"))
    document = checkin_summary_document(summary, today, words)
    if form == "md":
        return as_chat(document).encode()
    return document_as(replace(document, paper=paper), form)


def _facts(check_in: SharedCheckIn, side: PrivateSide | None) -> dict[str, object]:
    return asdict(check_in) | ({"private": asdict(side)} if side else {})


def sheet_as(
    sheet: ShareSheet, form: str, today: date, words: Words = ENGLISH, *, paper: str = ""
) -> bytes:
    """The share sheet of a review as pdf, html, md or json."""
    if form == "json":
        return _json(asdict(sheet))
    return document_as(sheet_document(sheet, today, words, paper), form)


def packet_as(
    packet: Packet, form: str, today: date, words: Words = ENGLISH, *, paper: str = ""
) -> bytes:
    """The packet of a review as pdf, html, md or json; all of them say that it is confidential."""
    if form == "json":
        return _json({"confidential": True, **asdict(packet)})
    return document_as(packet_document(packet, today, words, paper), form)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str).encode()


def document_as(document: Document, form: str) -> bytes:
    """A document as pdf, html or md."""
    if form == "html":
        return to_html(document).encode()
    if form == "md":
        return to_markdown(document).encode()
    from careerdesk.documents.pdf import to_pdf

    return to_pdf(document)
