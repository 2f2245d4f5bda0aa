"""A plan in the form that was asked for."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from careerdesk.documents.html import to_html
from careerdesk.documents.markdown import to_markdown
from careerdesk.documents.plan import plan_document
from careerdesk.documents.words import ENGLISH, Words
from careerdesk.documents.write import write_whole
from careerdesk.domain.shared import SharedPlan

__all__ = ["plan_as", "write_whole"]


def plan_as(plan: SharedPlan, form: str, today: date, words: Words = ENGLISH) -> bytes:
    """The plan as pdf, html, md or json."""
    if form == "json":
        return json.dumps(asdict(plan), ensure_ascii=False, indent=2, default=str).encode()
    document = plan_document(plan, today, words)
    if form == "html":
        return to_html(document).encode()
    if form == "md":
        return to_markdown(document).encode()
    from careerdesk.documents.pdf import to_pdf

    return to_pdf(document)
