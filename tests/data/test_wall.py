"""The wall between the rooms, below the window: nothing goes through it by itself."""

from __future__ import annotations

import argparse
import ast
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import fields, replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from careerdesk.cli import run
from careerdesk.data.mapping import table_name
from careerdesk.documents.brief_text import brief_text
from careerdesk.documents.export import (
    brief_as,
    checkin_summary_as,
    own_words_as,
    packet_as,
    plan_as,
    sheet_as,
    summary_as,
)
from careerdesk.domain.catalogue import CATALOGUE, KEPT, Area, kinds_in
from careerdesk.domain.history import Wanted
from careerdesk.domain.loop import HandedOverKind, TextVersion
from careerdesk.domain.records import CheckInState, Person, Record
from careerdesk.domain.reviews.evidence import spread
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.domain.views import CheckInLine
from careerdesk.parser import parser
from careerdesk.services import (
    actions,
    agreements,
    asking_before,
    aspirations,
    balance,
    brief,
    checkins,
    discovery,
    exporting,
    feedback,
    golden_thread,
    handing_over,
    ideas,
    key_result_values,
    objectives,
    own_words,
    people,
    plan_history,
    plans,
    summaries,
    templates,
    today,
    trash,
    versions,
    week,
)
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    deadlines,
    evidence,
    meetings,
    reviews,
)
from careerdesk.services.reviews import sheet as review_sheet
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY
from tests.review_builders import YEAR, ReviewBuilder
from tests.stores import ask, blank_store
from tests.wall import GROWTH, REVIEW, of_conversations, of_review, tells_pay, two_places

ROOT = Path(__file__).resolve().parents[2] / "careerdesk"
FORMS = ("html", "md", "json", "pdf")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewBuilder]:
    """Ana's review over a store full of both rooms; no test changes it."""
    store = blank_store(tmp_path_factory.mktemp("wall") / "store.db")
    ana, ben = two_places(store, "Ana Ruiz", "Ben Okri")
    cycles.leave_out(store, ben.cycle.id, ben.person_id, f"{REVIEW} leave")
    yield ana
    store.close()


def everything_in(content: bytes, form: str) -> str:
    """All that somebody can get out of a file, its properties too."""
    if form != "pdf":
        return content.decode()
    reader = PdfReader(io.BytesIO(content))
    words = [page.extract_text() for page in reader.pages]
    return "\n".join([*words, str(reader.metadata), str(reader.xmp_metadata)]).replace("\t", " ")


def test_the_markers_are_where_they_belong(room: ReviewBuilder) -> None:
    path = room.store.path
    for kind in kinds_in(Area.REVIEWS):
        table = table_name(kind)
        assert ask(path, f"SELECT count(*) FROM {table}") > [(0,)], table
        for text in CATALOGUE[kind].texts if kind is not ReviewCycle else ():
            assert of_review(repr(texts_of(path, kind, text.name))) != [], (table, text.name)
    for kind in kinds_in(Area.CONVERSATIONS):
        for name in CATALOGUE[kind].private - {"body"}:
            assert of_conversations(repr(texts_of(path, kind, name))) != [], (kind, name)
    view = repr(room.view)
    for word in ("myself", "heard", "upward", "narrative", "gaps", "why", "reason", "asker",
                 "outcome", "point", "proof", "share", "response", "step 0", "done"):  # fmt: skip
        assert f"{REVIEW} {word}" in view
    assert "74321.5" in view
    assert tells_pay(view) and tells_pay("74,321.50") and tells_pay("EUR 74 322")
    kept = repr(ask(path, "SELECT text FROM text_version"))
    assert REVIEW in kept
    assert {one.kind for one in trash.things(room.store)} == {
        "peer_feedback", "evidence", "accomplishment", "review_cycle",
    }  # fmt: skip
    assert {one.word for one in trash.things(room.store)} == {""}  # not even what it was
    for table in CONFIDED:
        assert of_conversations(repr(ask(path, f"SELECT * FROM {table}"))) != [], table
    handed = ask(path, f"SELECT DISTINCT what FROM handed_over WHERE body LIKE '%{GROWTH}%'")
    assert {what for (what,) in handed} == {
        HandedOverKind.PLAN, HandedOverKind.SUMMARY, HandedOverKind.QUESTIONS,
    }  # fmt: skip
    assert len(ask(path, "SELECT 1 FROM shared_sheet")) == 2  # what was read first, and put right
    for table in ("agenda_item", "discovery_note"):
        assert of_conversations(repr(ask(path, f"SELECT * FROM {table} WHERE in_writing"))) != [], (
            table
        )


CONFIDED = (
    "check_in", "discovery_note", "motivator", "agenda_item", "plan_item", "person",
    "key_result", "reading", "action", "idea", "feedback", "promise", "handed_over",
)  # fmt: skip


def texts_of(path: Path, kind: type[Record], name: str) -> list[str]:
    """What one text says in all records of *kind*."""
    return [str(row[0]) for row in ask(path, f"SELECT {name} FROM {table_name(kind)}")]


def test_a_random_id_is_no_pay() -> None:
    for name in ("a74321bc", "5c74321f0e", "74321074321", "tmp74322_", "12:00:00.743215"):
        assert not tells_pay(f"uid='{name}'"), name


CONVERSATION_READS: dict[str, Callable[[Store, int], object]] = {
    "rail": lambda s, p: people.rail(s, TODAY),
    "everyone": lambda s, p: people.everyone(s),
    "person": people.get,
    "found": lambda s, p: people.find(s, "Ana"),
    "archived": lambda s, p: people.archived(s),
    "brief": lambda s, p: brief.brief(s, p, TODAY),
    "today": lambda s, p: today.today(s, TODAY),
    "week": lambda s, p: week.week(s, TODAY),
    "balance": lambda s, p: balance.balance(s, TODAY),
    "plan": plans.active,
    "closed plans": plans.closed,
    "plan as of": lambda s, p: plan_history.as_of(s, _plan(s, p), TODAY),
    "goals": lambda s, p: [plans.item(s, one.item.id) for one in _items(s, p)],
    "steps": lambda s, p: [actions.of(s, one.item.id) for one in _items(s, p)],
    "readings": lambda s, p: [
        key_result_values.of(s, result.id) for one in _items(s, p) for result in one.key_results
    ],
    "shared plan": lambda s, p: exporting.plan_for_sharing(s, _plan(s, p)),
    "history": checkins.history,
    "history, searched": lambda s, p: checkins.find(s, p, Wanted(words=(REVIEW,))),
    "talks": lambda s, p: checkins.check_in_facts(s, p, TODAY),
    "planned": checkins.planned,
    "temperatures": checkins.temperatures,
    "agenda": checkins.agenda,
    "promises": checkins.promises,
    "notes": discovery.notes,
    "motivators": discovery.motivators,
    "questions": discovery.questions,
    "aspirations": aspirations.of,
    "feedback": feedback.newest,
    "to deliver": feedback.to_deliver,
    "red thread": lambda s, p: golden_thread.of(s, p, TODAY),
    "objectives": lambda s, p: objectives.served(s),
    "ideas": ideas.waiting,
    "letter before": lambda s, p: (
        asking_before.letter(s, p, TODAY),
        asking_before.last_sent(s, p),
        asking_before.preview(s, p, "1. The rota", TODAY),
    ),
    "summaries": lambda s, p: [
        (summaries.of(s, check_in.id, NOW), summaries.sending(s, check_in.id))
        for check_in in _held(s, p)
    ],
    "what was handed over": lambda s, p: [
        handing_over.last(s, what, p, plan)
        for what in HandedOverKind
        for plan in (None, _plan(s, p))
    ],
    "own words": lambda s, p: own_words.handing(s, p, TODAY),
    "agreement": lambda s, p: agreements.of(s, _plan(s, p)),
    "templates": lambda s, p: [templates.of(s, kind) for kind in templates.TemplateKind],
    "trash": lambda s, p: trash.things(s),
}


def _plan(store: Store, person_id: int) -> int:
    view = plans.active(store, person_id)
    assert view is not None
    return view.plan.id


def _held(store: Store, person_id: int) -> list[CheckInLine]:
    return [one for one in checkins.history(store, person_id) if one.state is CheckInState.HELD]


def _items(store: Store, person_id: int) -> tuple[plans.ItemView, ...]:
    view = plans.active(store, person_id)
    assert view is not None
    return tuple(view.items)


@pytest.mark.parametrize("read", CONVERSATION_READS.values(), ids=CONVERSATION_READS.keys())
def test_conversations_reads_nothing_of_reviews(
    room: ReviewBuilder, read: Callable[[Store, int], object]
) -> None:
    found = read(room.store, room.person_id)
    assert of_review(repr(found)) == []


def test_every_text_of_conversations_has_only_its_own_versions(room: ReviewBuilder) -> None:
    kinds = ask(room.store.path, "SELECT kind, record_id, field FROM text_version")
    assert {kind for kind, _, _ in kinds} >= {"review"}
    for kind in kinds_in(Area.CONVERSATIONS):
        for key in range(1, 40):
            for name in KEPT.get(kind, ()):
                earlier: list[TextVersion] = versions.earlier(room.store, TextRef(kind, key, name))
                assert of_review(repr(earlier)) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_document_of_conversations_has_a_word_of_reviews(
    qapp: QApplication, room: ReviewBuilder, form: str
) -> None:
    store, person_id = room.store, room.person_id
    shared, agreed = exporting.plan_to_hand_over(store, _plan(store, person_id))
    found = brief.brief(store, person_id, TODAY)
    for content in (
        plan_as(shared, form, TODAY, agreement=agreed),
        brief_as(found, form),
        brief_as(found, form, private=True),
        own_words_as(own_words.of(store, person_id, TODAY), form, TODAY),
        summary_as(exporting.check_ins_summary(store, person_id, TODAY, private=True), form),
        *(
            checkin_summary_as(summaries.of(store, check_in.id, NOW), form, TODAY)
            for check_in in _held(store, person_id)
        ),
    ):
        text = everything_in(content, form)
        assert any(word in text for word in ("Lead a project", "rota", "the plan", "Craft", GROWTH))
        assert of_review(text) == []
    assert of_review(brief_text(found)) == []
    assert of_review(asking_before.letter(store, person_id, TODAY).text) == []


OF_CONVERSATIONS = [
    ("people",), ("brief", "Ana"), ("ask", "Ana"), ("upcoming",), ("week",), ("check",),
    ("search", "a"), ("search", "kind:goal"),
    *(("export", what, "Ana") for what in ("plan", "own-words", "brief", "checkins", "summary")),
]  # fmt: skip
OF_REVIEWS = [
    ("reviews",), ("export", "review", "Ana"), ("export", "review", "Ana", "--for", "meeting"),
]  # fmt: skip
MAY_SAY_ALL = {"brief", "week", "checkins", "meeting"}


def in_every_way(commands: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Each command in words and as data, and with all that it may say."""
    found: list[tuple[str, ...]] = []
    for command in commands:
        ways = ("--format=md", "--format=json") if command[0] == "export" else ("", "--json")
        plain = [tuple(filter(None, (*command, way))) for way in ways]
        found += plain
        if MAY_SAY_ALL & set(command):
            found += [(*one, "--include-private") for one in plain]
    return found


def printed(room: ReviewBuilder, arguments: tuple[str, ...]) -> str:
    """What a command writes."""
    to = ("-o", "-") if arguments[0] == "export" else ()
    heard = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(heard), redirect_stderr(heard):
        assert run([*arguments, *to, "--store", str(room.store.path)]) == 0
    heard.flush()
    text = heard.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert text.strip()
    return text


@pytest.mark.parametrize("arguments", in_every_way(OF_CONVERSATIONS), ids=" ".join)
def test_no_command_of_conversations_prints_a_word_of_reviews(
    room: ReviewBuilder, arguments: tuple[str, ...]
) -> None:
    assert of_review(printed(room, arguments)) == []


@pytest.mark.parametrize("arguments", in_every_way(OF_REVIEWS), ids=" ".join)
def test_no_command_of_reviews_prints_what_has_to_stay_in_conversations(
    room: ReviewBuilder, arguments: tuple[str, ...]
) -> None:
    assert of_conversations(printed(room, arguments)) == []


def test_every_command_that_writes_is_tried() -> None:
    """A document that is new is added to one of the two lists."""
    (commands,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    (what,) = (one for one in commands.choices["export"]._actions if one.dest == "what")
    assert what.choices is not None
    tried = {command[1] for command in (*OF_CONVERSATIONS, *OF_REVIEWS) if command[0] == "export"}
    assert tried == set(what.choices) - {"all"}  # which says that it holds everything
    others = {command[0] for command in (*OF_CONVERSATIONS, *OF_REVIEWS)}
    keeping = {"backup", "backups", "restore"}  # which copy all of it, or count it
    assert others == set(commands.choices) - keeping - {"tour", "import", "open"}


def hidden(view: reviews.ReviewView) -> reviews.ReviewView:
    """A view without the person's own record, which holds how they like recognition."""
    return replace(view, person=Person(given_name="Ana"))


REVIEW_READS: dict[str, Callable[[ReviewBuilder], object]] = {
    "review": lambda r: hidden(r.view),
    "across": lambda r: [hidden(one) for one in reviews.across(r.store, r.person_id)],
    "board": lambda r: [
        (row.facts, row.cells) for row in reviews.board(r.store, r.cycle.id, TODAY)
    ],
    "offered": lambda r: evidence.offered(r.store, r.id),
    "spread": lambda r: spread(evidence.offered(r.store, r.id), *YEAR, TODAY),
    "accomplishments": lambda r: accomplishments.of_review(r.store, r.id),
    "gaps": lambda r: (bridges.gap_lines(r.store, r.id), bridges.gaps(r.store, r.id)),
    "crossings": lambda r: bridges.crossing_lines(r.store, r.person_id),
    "talks after": lambda r: [
        (one.shared_on, one.planned_on, one.held_on, one.offered_on)
        for one in bridges.career_conversations(r.store, r.cycle.id)
    ],
    "deadlines": lambda r: (deadlines.ahead(r.store), deadlines.glance(r.store)),
    "meetings": lambda r: meetings.of(r.store, r.person_id),
    "cycles": lambda r: cycles.every(r.store),
    "share sheet": lambda r: review_sheet.share_sheet(r.store, r.id),
    "sheets that were read": lambda r: review_sheet.shared_before(r.view),
    "sheet as of now": lambda r: review_sheet.sheet_now(r.store, r.view),
    "changed after sharing": lambda r: review_sheet.changed_after(r.store, r.view),
    "what was read": lambda r: review_sheet.shared_before(r.view),
    "changed since": lambda r: review_sheet.changed_after(r.store, r.view),
    "packet": lambda r: review_sheet.packet(r.store, r.id, include_names=True),
}


@pytest.mark.parametrize("read", REVIEW_READS.values(), ids=REVIEW_READS.keys())
def test_reviews_read_nothing_that_has_to_stay_in_conversations(
    room: ReviewBuilder, read: Callable[[ReviewBuilder], object]
) -> None:
    assert of_conversations(repr(read(room))) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_document_of_reviews_has_a_word_that_has_to_stay_in_conversations(
    qapp: QApplication, room: ReviewBuilder, form: str
) -> None:
    sheet = review_sheet.share_sheet(room.store, room.id)
    whole = review_sheet.packet(room.store, room.id, include_names=True)
    for content in (sheet_as(sheet, form, TODAY), packet_as(whole, form, TODAY)):
        text = everything_in(content, form)
        assert REVIEW in text
        assert of_conversations(text) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_share_sheet_has_no_calibration_pay_or_names_of_peers(
    qapp: QApplication, room: ReviewBuilder, form: str
) -> None:
    sheet = review_sheet.share_sheet(room.store, room.id)
    text = everything_in(sheet_as(sheet, form, TODAY), form)
    assert not tells_pay(text)
    for word in ("reason", "asker", "peer", "report", "heard", "upward", "outcome", "EUR", "L1",
                 "L2", "point", "proof", "why", "step 1", "step 2", "myself"):  # fmt: skip
        assert f"{REVIEW} {word}" not in text
    assert f"{REVIEW} narrative" in text
    for kind in kinds_in(Area.REVIEWS):
        for name in CATALOGUE[kind].private:
            for private in filter(None, texts_of(room.store.path, kind, name)):
                assert private not in text, (kind, name)


KNOW_REVIEWS = {
    "trash",
    "versions",
    "checking",  # see everything that is kept
    "drafts",  # lead to where words were typed, whatever room that is
    "today",  # knows until when something is due
    "balance",  # knows how many review meetings there were, and how long all of them took
    "restoring_person",  # brings back all of one person, whatever room it was in
    "week",  # knows on which day something was last noted there, and puts a result there by hand
}


def imported(path: Path) -> set[str]:
    """The modules that a module imports, wherever it does so."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{one.name}" for one in node.names}
    return found


def test_no_other_service_knows_the_records_of_reviews() -> None:
    knows = {
        path.stem
        for path in (ROOT / "services").glob("*.py")
        if any(".reviews" in name for name in imported(path))
    }
    assert knows == KNOW_REVIEWS


def test_no_query_of_conversations_reads_a_table_of_reviews() -> None:
    tables = [table_name(kind) for kind in kinds_in(Area.REVIEWS)]
    for path in sorted((ROOT / "data" / "queries").glob("*.py")):
        if path.stem in {"checking", "search"}:  # a search looks on one side at a time
            continue
        text = path.read_text(encoding="utf-8")
        read = [name for name in tables if f"FROM {name}\n" in text or f"FROM {name} " in text
                or f"JOIN {name} " in text]  # fmt: skip
        assert read == [], path.stem


def test_no_record_of_conversations_has_a_field_of_reviews() -> None:
    words = ("rating", "calibrat", "pay", "bonus", "salary", "promotion", "seal")
    own = {("Person", "last_promotion")}  # a fact of the person, known to both
    for kind in (*kinds_in(Area.CONVERSATIONS), *kinds_in(Area.BOTH)):
        named = {
            (kind.__name__, one.name)
            for one in fields(kind)
            for word in words
            if word in one.name.split("_") or (len(word) > 4 and word in one.name)
        }
        assert named <= own


def test_undo_names_say_no_word_of_what_was_written(room: ReviewBuilder) -> None:
    names = [step.name for step in room.store._history.done]
    assert len(names) > 40
    assert of_review("\n".join(names)) == []
    assert GROWTH not in "\n".join(names)
