"""A share sheet as it was read: its canonical form, its digest, and what contradicts it.

The form is JSON as that of a seal: UTF-8, sorted keys, no blanks, every text in Unicode's NFC:

    {"before": digest, "closing": …, "first_shared_on": day or null, "form": "careerdesk-sheet-1",
     "gaps": …, "goals": […], "narrative": …, "rating": {"label": …, "meaning": …, "uid": …},
     "review": uid, "shared_on": day, "strengths": [{"on": …, "source": …, "title": …}],
     "whose": {"cycle": …, "ends_on": …, "level": …, "name": …, "pronouns": …,
               "short_name": …, "starts_on": …, "team": …, "title": …}}

Days are written 2026-12-03. `first_shared_on` is there in a correction alone. `before` is the
digest that the review named until then, empty for its first sheet: so none can be taken out of
the middle. The digest is the SHA-256 of the form in hexadecimal. What the person says to it comes
later and is no part of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import NO_DAY, Review, SharedSheet, Source
from careerdesk.domain.reviews.seal import canonical, digest
from careerdesk.domain.reviews.sheet import ShareSheet, SheetStrength, Whose

FORM = "careerdesk-sheet-1"


@dataclass(frozen=True, slots=True)
class Kept:
    """What a frozen sheet holds; a level of the scale is told by `step_uid` whatever it is called.

    `before` is the digest of the sheet that was the last one until then.
    """

    sheet: ShareSheet
    step_uid: str = ""
    before: str = ""


def sheet_body(kept: Kept, review: Review) -> str:
    """The canonical form of what is shared of a review; its sheet has to name the day."""
    sheet, on = kept.sheet, kept.sheet.shared_on
    if on is None:
        raise ValueError("a sheet is frozen on the day on which it is shared")
    first = sheet.first_shared_on
    return canonical(
        {
            "form": FORM,
            "review": review.uid,
            "before": kept.before,
            "shared_on": on.isoformat(),
            "first_shared_on": first.isoformat() if first else None,
            "whose": _days_as_text(asdict(sheet.whose)),
            "rating": {
                "label": sheet.rating, "meaning": sheet.rating_meaning, "uid": kept.step_uid,
            },
            "narrative": sheet.narrative,
            "strengths": [_days_as_text(asdict(one)) for one in sheet.strengths],
            "gaps": sheet.gaps,
            "goals": list(sheet.goals),
            "closing": sheet.closing,
        }
    )  # fmt: skip


def frozen(kept: Kept, review: Review) -> SharedSheet:
    """The record of what is shared of a review, with the digest of its form."""
    on, body = kept.sheet.shared_on or NO_DAY, sheet_body(kept, review)
    return SharedSheet(review_id=review.id, shared_on=on, digest=digest(body), body=body)


def read_sheet(one: SharedSheet, review: Review) -> Kept | None:
    """What a frozen sheet holds; None if it cannot be read, or is of another review."""
    if not isinstance(one.body, str):  # SQLite keeps bytes where a text is asked for
        return None
    try:
        content = json.loads(one.body)
        if (content["form"], content["review"]) != (FORM, review.uid):
            return None
        return _kept(content)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _kept(content: dict[str, Any]) -> Kept:
    rating, first = content["rating"], content["first_shared_on"]
    sheet = ShareSheet(
        whose=_whose(content["whose"]),
        is_draft=False,
        rating=str(rating["label"]),
        rating_meaning=str(rating["meaning"]),
        narrative=str(content["narrative"]),
        strengths=tuple(map(_strength, content["strengths"])),
        gaps=str(content["gaps"]),
        goals=tuple(map(str, content["goals"])),
        closing=str(content["closing"]),
        shared_on=date.fromisoformat(content["shared_on"]),
        first_shared_on=None if first is None else date.fromisoformat(first),
        is_as_read=True,
    )
    return Kept(sheet, str(rating["uid"]), str(content["before"]))


def _whose(content: dict[str, Any]) -> Whose:
    days = {name: date.fromisoformat(content[name]) for name in ("starts_on", "ends_on")}
    words = ("name", "short_name", "pronouns", "title", "level", "team", "cycle")
    return Whose(**{name: str(content[name]) for name in words}, **days)  # type: ignore[arg-type]


def _strength(content: dict[str, Any]) -> SheetStrength:
    on = date.fromisoformat(content["on"])
    return SheetStrength(on=on, title=str(content["title"]), source=Source(content["source"]))


def _days_as_text(content: dict[str, Any]) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in content.items()
    }


def is_broken(review: Review, sheets: Sequence[SharedSheet]) -> bool:
    """Whether what was shared was changed past the program; *sheets* are in their order.

    One that was changed, taken out, or put under another review breaks the row of digests that
    ends with the one the review names, on the day on which the review says it was first shared. A
    review that was shared before sheets were kept names none, and is whole.
    """
    last, said = "", review.shared_on
    for one in sheets:
        kept = read_sheet(one, review)
        if kept is None or digest(one.body) != one.digest:
            return True
        if (kept.sheet.shared_on, kept.before) != (one.shared_on, last):
            return True
        last, said = one.digest, kept.sheet.first_shared_on or kept.sheet.shared_on
    return review.sheet_digest != last or review.shared_on not in (None, said)


def says_the_same(one: Kept, other: Kept, review: Review) -> bool:
    """Whether two sheets read the same, whenever they were shared."""
    asked = replace(
        other.sheet, shared_on=one.sheet.shared_on, first_shared_on=one.sheet.first_shared_on
    )
    other = replace(other, sheet=asked, before=one.before)
    return sheet_body(one, review) == sheet_body(other, review)


def withdrawn(review: Review, sheets: Sequence[Kept | None]) -> list[bool]:
    """For each sheet in their order, whether it was withdrawn since.

    A sheet that corrects none was shared again, so those before it had been withdrawn.
    """
    held = review.shared_on is not None
    found: list[bool] = []
    for kept in reversed(sheets):
        found.append(not held)
        held = held and (kept is None or kept.sheet.first_shared_on is not None)
    return found[::-1]
