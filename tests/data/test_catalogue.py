"""The catalogue knows each table and each text that is stored, and nothing else."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from careerdesk.data.mapping import kinds_by_table, table_name
from careerdesk.data.tables import METADATA
from careerdesk.domain.catalogue import (
    CATALOGUE,
    OF_BOTH,
    OF_CONVERSATIONS,
    Area,
    is_private,
    kinds_in,
)
from careerdesk.domain.entries import Entry
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.records import AgendaItem, Promise, Record
from careerdesk.domain.reviews import records as reviews
from careerdesk.domain.reviews.catalogue import OF_REVIEWS

SERVICES = Path(__file__).resolve().parents[2] / "careerdesk" / "services"
COPIED = {
    ("Evidence", "title"), ("Evidence", "words"), ("TextVersion", "text"), ("Seal", "body"),
    ("PlanSnapshot", "body"), ("Trashed", "body"), ("Draft", "body"), ("GoalChange", "was"),
    ("GoalChange", "became"), ("HandedOver", "body"), ("SharedSheet", "body"),
}  # fmt: skip
"""Texts that the program makes of others; nobody types into them."""
ALONE = {
    ("DiscoveryNote", "my_reading"), ("PlanItem", "private_note"), ("CheckIn", "private_notes"),
    ("CheckIn", "temperature_words"), ("CheckIn", "reason"), ("Review", "left_out"),
    ("Review", "proposed_why"), ("PeerFeedback", "from_whom"), ("PeerFeedback", "text"),
    ("Calibration", "reason"), ("Calibration", "asked_by"), ("Outcome", "words"),
    ("PromotionPoint", "text"), ("PromotionPoint", "evidence"),
}  # fmt: skip
"""Texts that stay with the manager, said once more: what hides them goes by the catalogue."""
ENTRIES = pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda one: one.kind.__name__)


def strings(kind: type[Record]) -> set[str]:
    """The fields of *kind* that hold a plain `str`, whether it may be missing or not."""
    hints = get_type_hints(kind)
    return {
        field.name
        for field in fields(kind)
        if str in (hints[field.name], *get_args(hints[field.name]))
    }


def test_every_table_has_one_entry() -> None:
    entries = [table_name(entry.kind) for entry in (*OF_CONVERSATIONS, *OF_BOTH, *OF_REVIEWS)]
    assert sorted(entries) == sorted(METADATA.tables) == sorted(kinds_by_table())


@pytest.mark.parametrize("kind", kinds_by_table().values(), ids=lambda one: one.__name__)
def test_every_text_field_is_a_text_or_named_as_none(kind: type[Record]) -> None:
    entry = CATALOGUE[kind]
    named = Counter([*(text.name for text in entry.texts), *entry.codes])
    assert named == Counter(strings(kind) - {"uid"})


@ENTRIES
def test_an_entry_names_fields_of_its_record(entry: Entry) -> None:
    hints = get_type_hints(entry.kind)
    assert set(entry.named_by) <= {text.name for text in entry.texts}
    if entry.dated_by:
        assert {date, datetime} & {hints[entry.dated_by], *get_args(hints[entry.dated_by])}
    rows = entry.private_rows
    if rows is not None:
        assert all(type(value) is hints[rows.field] for value in rows.values)


def test_each_kind_has_a_word_of_its_own() -> None:
    words = Counter(entry.word for entry in CATALOGUE.values())
    assert [word for word, times in words.items() if times > 1 or not word.strip()] == []


def test_the_records_of_reviews_are_all_on_their_side() -> None:
    assert set(kinds_in(Area.REVIEWS)) == set(reviews.RECORDS)
    shown_there = {kind for kind, entry in CATALOGUE.items() if entry.opens == "reviews"}
    assert shown_there == set(reviews.RECORDS)


def test_what_is_typed_keeps_what_it_said() -> None:
    """Anyone who adds a text is told here to keep its versions."""
    never = {
        (kind.__name__, text.name)
        for kind, entry in CATALOGUE.items()
        for text in entry.texts
        if not text.kept
    }
    assert never == COPIED


def deleted_kinds() -> set[str]:
    """The names of the records that some service puts into the trash by name."""
    return {
        call.args[0].id
        for path in SERVICES.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "trash"
        and isinstance(call.args[0], ast.Name)
        and call.args[0].id[0].isupper()  # else a variable: each is named elsewhere, too
    }


def test_the_trash_can_say_what_was_deleted() -> None:
    known = {kind.__name__: entry for kind, entry in CATALOGUE.items()}
    deleted = deleted_kinds()
    assert len(deleted) >= 18
    assert [name for name in deleted if not (known[name].named_by or known[name].dated_by)] == []


def test_what_is_for_the_manager_alone_stays_so() -> None:
    private = {(kind.__name__, name) for kind, entry in CATALOGUE.items() for name in entry.private}
    assert private >= ALONE


def test_some_records_are_private_as_a_whole() -> None:
    assert is_private(AgendaItem(person_id=1, text="Nights", private=True))
    assert not is_private(AgendaItem(person_id=1, text="Nights"))
    assert is_private(Feedback(person_id=1, way=FeedbackWay.TO_DELIVER))
    assert not is_private(Feedback(person_id=1, way=FeedbackWay.GIVEN))
    assert not is_private(Promise(person_id=1, text="Call"))
