"""The seal of a review: its canonical form, its digest, and what contradicts it.

The form is JSON in UTF-8 with sorted keys and no blanks, every text in Unicode's NFC:

    {"form": "careerdesk-seal-1", "narrative": …, "proposed": {"label": …, "uid": …},
     "review": uid, "sealed_at": "YYYY-MM-DDTHH:MM:SSZ", "why": …}

The digest is its SHA-256 in hexadecimal. What is written under a seal later is changed in the
open: the review keeps a digest of its own over the same texts without moment and label, which
the program renews with each edit. A text that does not fit to it was changed from outside.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import Review, Seal

FORM = "careerdesk-seal-1"
SHOWN_DIGITS = 8


class Flaw(StrEnum):
    """What is wrong with a sealed review."""

    SEAL_CHANGED = "seal_changed"
    TEXT_CHANGED_OUTSIDE = "text_changed_outside"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal holds."""

    narrative: str
    proposed: str
    why: str
    step_uid: str = ""


def seal_body(review: Review, step_uid: str, label: str, sealed_at: datetime) -> str:
    """The canonical form of a review at the moment of its seal."""
    return canonical(
        {
            "form": FORM,
            "narrative": review.narrative,
            "proposed": {"label": label, "uid": step_uid},
            "review": review.uid,
            "sealed_at": _moment(sealed_at),
            "why": review.proposed_why,
        }
    )


def digest(body: str) -> str:
    """The SHA-256 of a canonical form."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def text_digest(narrative: str, step_uid: str, why: str) -> str:
    """The digest of what stands under a seal now."""
    return digest(canonical({"narrative": narrative, "proposed": step_uid, "why": why}))


def read_body(seal: Seal | None) -> Sealed | None:
    """What a seal holds; None if there is none, or its body cannot be read."""
    content = _content(seal) if seal is not None else {}
    try:
        return Sealed(
            str(content["narrative"]),
            str(content["proposed"]["label"]),
            str(content["why"]),
            str(content["proposed"]["uid"]),
        )
    except (KeyError, TypeError):
        return None


def _content(seal: Seal) -> dict[str, Any]:
    """What the form of a seal says, unless something else was put into the file in its place."""
    if not isinstance(seal.body, str):  # SQLite keeps bytes where a text is asked for
        return {}
    try:
        content = json.loads(seal.body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def flaws(review: Review, seal: Seal | None, step_uid: str) -> tuple[Flaw, ...]:
    """What contradicts the seal of a review; nothing is found where there never was one.

    A seal that was taken out of the file or put under another review is a changed one.
    """
    if seal is None:
        return (Flaw.SEAL_CHANGED,) if review.digest else ()
    found = []
    if not _belongs(seal, review) or digest(seal.body) != seal.digest:
        found.append(Flaw.SEAL_CHANGED)
    if text_digest(review.narrative, step_uid, review.proposed_why) != review.digest:
        found.append(Flaw.TEXT_CHANGED_OUTSIDE)
    return tuple(found)


def _belongs(seal: Seal, review: Review) -> bool:
    """Whether a body can be read, and is of this review and of the moment its seal names."""
    content = _content(seal)
    held = content.get("review"), content.get("sealed_at")
    fits = seal.sealed_on is not None and held == (review.uid, _moment(seal.sealed_at))
    return fits and read_body(seal) is not None


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def is_changed(review: Review, seal: Seal | None, step_uid: str) -> bool:
    """Whether narrative, proposed rating or reason differ from what was sealed.

    A level that is only called something else since is the same rating.
    """
    held = read_body(seal)
    if held is None:
        return False
    now = (_nfc(review.narrative), step_uid, _nfc(review.proposed_why))
    return (held.narrative, held.step_uid, held.why) != now


def canonical(content: dict[str, object]) -> str:
    """JSON with sorted keys and no blanks, every text in it in NFC."""
    return json.dumps(_normal(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _normal(value: object) -> object:
    if isinstance(value, dict):
        return {key: _normal(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_normal(one) for one in value]
    return _nfc(value) if isinstance(value, str) else value


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
