"""A person whose words stand everywhere that words can stand, and a look into the files."""

from __future__ import annotations

import json
import os
import tempfile
from copy import copy
from functools import cache
from pathlib import Path

from careerdesk.data.library import COMMAND_WAIT_MS, Library
from careerdesk.data.mapping import table_name
from careerdesk.domain.catalogue import CATALOGUE, Area
from careerdesk.domain.drafts import Draft
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    ChangeKind,
    GoalChange,
    HandedOver,
    HandedOverKind,
    Idea,
    KeyResultValue,
    Objective,
    Template,
    TextVersion,
)
from careerdesk.domain.records import (
    DiscoveryNote,
    ItemMotivator,
    KeyResult,
    Motivator,
    PastRole,
    PlanItem,
    Question,
    Record,
)
from careerdesk.domain.striking import Eraser
from careerdesk.services import feedback, plans
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.stores import blank_store

WISH = "Run a small bakery"
MARK = Eraser([], TODAY).mark
NOT_SAID = {
    ("key_result", "unit"), ("feedback", "from_whom"), ("goal_change", "was"),
    ("goal_change", "became"),
}  # fmt: skip
"""Texts that are no sentence of a person; the last two hold codes where it is about a state."""
OF_OTHERS: tuple[type[Record], ...] = (Question, Template, Objective)


def store_with_words(path: Path, quote: str, wait_ms: int = COMMAND_WAIT_MS) -> PersonBuilder:
    """Ana in a store of her own at *path*: see `with_words`. It is made once, and copied."""
    again = copy(_made(quote)[1])
    for name, known in vars(again).items():
        if isinstance(known, list):
            setattr(again, name, [*known])
    again.store = Store(file_with_words(path, quote), library=Library(wait_ms=wait_ms))
    return again


def file_with_words(path: Path, quote: str) -> Path:
    """The file of such a store."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made(quote)[0])
    return path


@cache
def _made(quote: str) -> tuple[bytes, PersonBuilder]:
    with tempfile.TemporaryDirectory() as folder:
        store = blank_store(Path(folder) / "store.db")
        ana = with_words(store, quote)
        store.close()
        return store.path.read_bytes(), ana


def with_words(store: Store, quote: str) -> PersonBuilder:
    """Ana, whose motivator, quote and aspiration are known, with one record of each kind."""
    ana = a_person(store, "Ana Ruiz").driven_by("Autonomy", "Mastery of the craft")
    ana.with_goals("Lead the release", "Own the figures").with_note("What she said", "My reading")
    ana.with_checkin(3).with_points("A point").with_promise("A promise")
    goal, other = ana.goals
    with store.edit("Build") as tx:
        tx.change(Motivator, ana.motivators[0].id, quote=quote)
        wished = tx.add(Aspiration(person_id=ana.id, statement=WISH, valid_from=TODAY))
        tx.change(PlanItem, goal.id, aspiration_id=wished.id)
        tx.add(ItemMotivator(item_id=goal.id, motivator_id=ana.motivators[0].id))
        result = tx.add(KeyResult(item_id=goal.id, name="Loads"))
        tx.add(KeyResultValue(result_id=result.id, read_on=TODAY, value=1.0))
        tx.add(Action(item_id=goal.id, text="A step"))
        tx.add(Idea(person_id=ana.id, text="An idea", noted_on=TODAY))
        tx.add(GoalChange(item_id=goal.id, changed_on=TODAY, what=ChangeKind.REWORDED, was=quote))
        tx.add(HandedOver(person_id=ana.id, what=HandedOverKind.PLAN, plan_id=goal.plan_id,
                          handed_on=TODAY, digest="d", body="{}"))  # fmt: skip
        tx.add(Draft(person_id=ana.id, whose=ana.id, kind="motivator", handle="motivatorRow",
                     record_id=ana.motivators[0].id, body="{}", typed_at=NOW))  # fmt: skip
        tx.add(Draft(person_id=ana.id, whose=ana.id, handle="noteAdd", body="{}", typed_at=NOW))
        for kind, key, field in (
            (Motivator, ana.motivators[0].id, "quote"), (PlanItem, goal.id, "for_person"),
            (DiscoveryNote, ana.notes[0].id, "their_words"),
        ):  # fmt: skip
            tx.add(TextVersion(kind=table_name(kind), record_id=key, field=field, replaced_at=NOW,
                               text=f"{quote} (earlier)"))  # fmt: skip
    feedback.add(store, ana.id, TODAY, behaviour="Something")
    plans.change_item(store, other.id, for_person=f"So {quote} so", today=TODAY)
    with store.edit("Feed") as tx:
        tx.add(ItemMotivator(item_id=other.id, motivator_id=ana.motivators[0].id))
    plans.remove_items(store, [other.id])
    return ana


def said_everywhere(store: Store, ana: PersonBuilder, words: str) -> int:
    """Let each text of hers say *words* as part of it; how many kinds of record there are."""
    apart = {table_name(kind) for kind in (Motivator, Aspiration)}
    seen = set()
    with store.edit("Say") as tx:
        tx.keeps_past = False
        for kind, entry in CATALOGUE.items():
            table = table_name(kind)
            if entry.area is Area.REVIEWS or not entry.texts or kind in {*OF_OTHERS, PastRole}:
                continue
            keys = [key for (key,) in tx.connection.execute(f"SELECT id FROM {table}")]
            assert keys, f"no {table} to say it"
            seen.add(table)
            for key in keys if table not in apart else ():
                tx.change(kind, key, **_saying(table, tx.get(kind, key), words))
    return len(seen)


def _saying(table: str, record: Record, words: str) -> dict[str, str]:
    fields = {}
    for text in CATALOGUE[type(record)].texts:
        if (table, text.name) in NOT_SAID or (table == "person" and not text.private):
            continue
        if text.name == "body":
            body = json.loads(getattr(record, "body"))  # noqa: B009
            body["said"] = [f"She: {words}.", {"title": words}]
            fields["body"] = json.dumps(body)  # with each letter that is not plain escaped
        else:
            fields[text.name] = f"She: {words}."
    return fields


def forms(words: str) -> list[bytes]:
    """The ways in which words can stand in a file: as they are, and in JSON."""
    inner = [json.dumps(words, ensure_ascii=escaped)[1:-1] for escaped in (True, False)]
    twice = [json.dumps(text, ensure_ascii=escaped)[1:-1] for text in inner
             for escaped in (True, False)]  # fmt: skip
    return sorted({text.encode() for text in (words, *inner, *twice)})


def found_in_folder(path: Path, words: str) -> dict[str, int]:
    """In which files of the folder of a store words stand, in whatever form, and how often."""
    found = {}
    for name in sorted(os.listdir(path.parent)):
        content = (path.parent / name).read_bytes()
        count = sum(content.count(form) for form in forms(words))
        if count:
            found[name] = count
    return found
