"""The seal of a review: the same words give the same digest, and what was tampered with shows."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.reviews.records import Review, Seal
from careerdesk.domain.reviews.seal import (
    FORM,
    Flaw,
    digest,
    flaws,
    is_changed,
    read_body,
    seal_body,
    text_digest,
)

NOW = datetime(2026, 11, 17, 9, 30, 15, 999, tzinfo=UTC)
REVIEW = Review(
    uid="r1", cycle_id=1, person_id=1, narrative="Ana shipped it.\n\nTwice.", proposed_why="Érik"
)
PINNED = "963341a64e3ae6caa8bc89b8ee28e9701d975c7229475657b5d88207efd57f62"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def sealed(review: Review = REVIEW, step: str = "s1", label: str = "Strong") -> tuple[Review, Seal]:
    """A review under its seal."""
    body = seal_body(review, step, label, NOW)
    under = replace(review, digest=text_digest(review.narrative, step, review.proposed_why))
    return under, Seal(review_id=1, sealed_at=NOW, digest=digest(body), body=body)


def test_the_form_is_the_documented_one() -> None:
    assert seal_body(REVIEW, "s1", "Strong", NOW) == (
        '{"form":"careerdesk-seal-1","narrative":"Ana shipped it.\\n\\nTwice.",'
        '"proposed":{"label":"Strong","uid":"s1"},"review":"r1",'
        '"sealed_at":"2026-11-17T09:30:15Z","why":"Érik"}'
    )


def test_a_digest_of_today_holds_in_all_later_versions() -> None:
    assert digest(seal_body(REVIEW, "s1", "Strong", NOW)) == PINNED


@given(TEXTS, TEXTS, TEXTS)
def test_the_form_is_sorted_json_and_reads_back(narrative: str, label: str, why: str) -> None:
    review = replace(REVIEW, narrative=narrative, proposed_why=why)
    body = seal_body(review, "s1", label, NOW)
    content = json.loads(body)
    assert list(content) == sorted(content)
    assert content["form"] == FORM
    held = read_body(Seal(review_id=1, sealed_at=NOW, digest="", body=body))
    assert held is not None
    wanted = [unicodedata.normalize("NFC", text) for text in (narrative, label, why)]
    assert [held.narrative, held.proposed, held.why] == wanted


@given(TEXTS, TEXTS)
def test_composed_and_decomposed_letters_are_the_same_words(narrative: str, why: str) -> None:
    apart, together = (
        replace(
            REVIEW,
            narrative=unicodedata.normalize(form, narrative),
            proposed_why=unicodedata.normalize(form, why),
        )
        for form in ("NFD", "NFC")
    )
    assert seal_body(apart, "s", "l", NOW) == seal_body(together, "s", "l", NOW)
    under, seal = sealed(apart)
    moved = replace(together, digest=under.digest)
    assert flaws(moved, seal, "s1") == ()
    assert not is_changed(moved, seal, "s1")


def test_the_place_on_earth_does_not_matter() -> None:
    there = NOW.astimezone(timezone(timedelta(hours=9, minutes=30)))
    assert seal_body(REVIEW, "s1", "Strong", there) == seal_body(REVIEW, "s1", "Strong", NOW)


@pytest.mark.parametrize(
    "other",
    [
        replace(REVIEW, narrative="Ana shipped it. "),
        replace(REVIEW, proposed_why=""),
        replace(REVIEW, uid="r2"),
    ],
)
def test_other_words_have_another_digest(other: Review) -> None:
    assert digest(seal_body(other, "s1", "Strong", NOW)) != PINNED


def test_words_cannot_wander_from_one_field_into_the_next() -> None:
    assert text_digest("a", "b", "c") != text_digest("ab", "", "c")
    assert text_digest('a","why":"b', "", "") != text_digest("a", "", "b")


def test_what_is_sealed_has_no_flaw_and_no_change() -> None:
    review, seal = sealed()
    assert flaws(review, seal, "s1") == ()
    assert not is_changed(review, seal, "s1")


def test_what_was_never_sealed_has_no_flaw() -> None:
    assert flaws(REVIEW, None, "s1") == ()
    assert not is_changed(REVIEW, None, "s1")


@pytest.mark.parametrize(
    "forged",
    [{"narrative": "Ana did nothing."}, {"proposed_why": "Because"}, {"digest": ""}],
)
def test_a_text_that_was_changed_outside_is_found(forged: dict[str, str]) -> None:
    review, seal = sealed()
    assert flaws(replace(review, **forged), seal, "s1") == (Flaw.TEXT_CHANGED_OUTSIDE,)


def test_another_rating_from_outside_is_found() -> None:
    review, seal = sealed()
    assert flaws(review, seal, "s2") == (Flaw.TEXT_CHANGED_OUTSIDE,)


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"narrative": 1}'])
def test_a_seal_that_cannot_be_read_is_found(body: str) -> None:
    review, seal = sealed()
    for broken in (replace(seal, body=body), replace(seal, body=body, digest=digest(body))):
        assert flaws(review, broken, "s1") == (Flaw.SEAL_CHANGED,)
        assert read_body(broken) is None
        assert not is_changed(review, broken, "s1")


def test_another_digest_in_a_seal_is_found() -> None:
    review, seal = sealed()
    assert flaws(review, replace(seal, digest="0" * 64), "s1") == (Flaw.SEAL_CHANGED,)


def test_the_seal_of_another_review_is_found() -> None:
    review, _ = sealed()
    _, foreign = sealed(replace(REVIEW, uid="r2"))
    assert flaws(review, foreign, "s1") == (Flaw.SEAL_CHANGED,)


def test_a_seal_that_was_taken_away_is_found() -> None:
    review, _ = sealed()
    assert flaws(review, None, "s1") == (Flaw.SEAL_CHANGED,)


def test_an_edit_in_the_open_is_a_change_and_no_flaw() -> None:
    review, seal = sealed()
    edited = replace(review, narrative="Ana shipped it, late.")
    edited = replace(edited, digest=text_digest(edited.narrative, "s1", edited.proposed_why))
    assert flaws(edited, seal, "s1") == ()
    assert is_changed(edited, seal, "s1")


def test_another_rating_is_a_change_but_another_name_for_it_is_none() -> None:
    review, seal = sealed()
    assert is_changed(review, seal, "s2")
    assert is_changed(review, seal, "")
    assert not is_changed(review, seal, "s1")
