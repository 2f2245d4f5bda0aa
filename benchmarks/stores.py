"""Large stores, the same on every machine: made once for a day and kept under `build/bench`.

python -m benchmarks.stores heavy FILE
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from careerdesk.data import mapping, search_codes, search_index, tables
from careerdesk.data.store import Store
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    DiscoveryNote,
    Horizon,
    ItemMotivator,
    ItemState,
    KeyResult,
    Motivator,
    Owner,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Promise,
    Record,
)
from careerdesk.domain.search import folding
from careerdesk.services import discovery

FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"
SEED = 20_260_101
GAP = 1024
SHARED, PRIVATE = 1_200, 300  # characters of a check-in's notes
GIVEN = [
    "Ada",
    "Bo",
    "Cem",
    "Dunja",
    "Emre",
    "Femi",
    "Greta",
    "Hanno",
    "Ines",
    "Jarek",
    "Kaia",
    "Lior",
    "Mina",
    "Nuri",
    "Oda",
    "Pavel",
]
FAMILY = [
    "Abel",
    "Brandis",
    "Castell",
    "Dorn",
    "Eklund",
    "Falk",
    "Gruber",
    "Holm",
    "Ivers",
    "Jansen",
    "Kuhl",
    "Lund",
]
WORDS = [
    "the",
    "a",
    "we",
    "they",
    "she",
    "he",
    "and",
    "but",
    "then",
    "so",
    "about",
    "with",
    "for",
    "from",
    "into",
    "over",
    "under",
    "again",
    "once",
    "more",
    "talked",
    "asked",
    "tried",
    "moved",
    "wrote",
    "built",
    "fixed",
    "learned",
    "wants",
    "needs",
    "likes",
    "fears",
    "hopes",
    "thinks",
    "team",
    "release",
    "plan",
    "talk",
    "review",
    "workshop",
    "customer",
    "number",
    "table",
    "feed",
    "night",
    "morning",
    "week",
    "quarter",
    "year",
    "goal",
    "step",
    "help",
    "time",
    "room",
    "question",
    "answer",
    "change",
    "idea",
    "paper",
    "page",
    "story",
    "trust",
    "pace",
    "focus",
    "calm",
]
MOTIVATORS = ("Mastery", "Autonomy", "Recognition", "Helping others", "Calm", "Variety")


@dataclass(frozen=True, slots=True)
class Scale:
    """How much a store holds; items are those of the current plan of each person."""

    people: int
    years: int
    every_days: int
    items: int
    notes: int


SCALES = {
    "typical": Scale(people=8, years=3, every_days=14, items=12, notes=20),
    "heavy": Scale(people=40, years=10, every_days=7, items=200, notes=60),
    "extreme": Scale(people=400, years=10, every_days=7, items=200, notes=60),
}


def store_of(scale: str, today: date | None = None) -> Path:
    """The store of that scale, as it was made; to write, take a `copy_of` it."""
    today = today or date.today()
    modules = (tables, mapping, search_codes, search_index, folding)
    steps = sorted((Path(str(tables.__file__)).parent / "migrations" / "versions").glob("0*.py"))
    sources = (Path(__file__), *(Path(str(module.__file__)) for module in modules), *steps)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:10]
    path = FOLDER / f"{scale}-{today}-{digest}.db"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        for old in FOLDER.glob(f"{scale}-*"):
            old.unlink()
        part = path.with_suffix(".part")
        make(part, SCALES[scale], today)
        part.rename(path)
    return path


def copy_of(scale: str, folder: Path) -> Path:
    """A copy of a store in *folder*, to be written to."""
    return Path(shutil.copy(store_of(scale), folder / f"{scale}.db"))


def make(path: Path, scale: Scale, today: date, maker: type[Maker] | None = None) -> None:
    """Make a store of *scale* at *path*, with its check-ins up to *today*; *maker* invents it."""
    store = Store(path)
    discovery.ensure_bank(store)
    questions = [asked.id for asked in discovery.questions(store, 0)]
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        write(connection, (maker or Maker)(scale, today, questions).records())
        search_index.rebuild(connection)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def write(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Put records into their tables, past the journal of undo."""
    for record in records:
        row = mapping.row_of(record) | {"id": record.id}
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        table = mapping.table_name(type(record))
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row)


class Maker:
    """Invents people and their years; the same for the same scale and day."""

    def __init__(self, scale: Scale, today: date, questions: list[int]) -> None:
        """Begin again."""
        self.scale = scale
        self.today = today
        self.questions = questions
        self.dice = random.Random(SEED)
        self.last: dict[type[Record], int] = {}

    def new(self, record: Record) -> Record:
        """The record with the next key of its kind."""
        kind = type(record)
        self.last[kind] = self.last.get(kind, 0) + 1
        return replace(record, id=self.last[kind], uid=f"{kind.__name__}-{self.last[kind]}")

    def text(self, length: int) -> str:
        """Words in lines, just under *length* characters."""
        words = self.dice.choices(WORDS, k=length // 4)
        lines = [" ".join(words[start : start + 14]) for start in range(0, len(words), 14)]
        return "\n".join(lines)[:length]

    def title(self) -> str:
        """A goal's title."""
        return self.text(self.dice.randint(20, 60)).replace("\n", " ").strip().capitalize()

    def records(self) -> Iterator[Record]:
        """Everything, each record after those it points to."""
        for number in range(self.scale.people):
            yield from self.person(number)

    def person(self, number: int) -> Iterator[Record]:
        """One person with all that belongs to them."""
        dice = self.dice
        family = f"{dice.choice(FAMILY)}-{number}"
        person = self.new(
            Person(
                external_id=str(1000 + number), given_name=dice.choice(GIVEN), family_name=family,
                title="Engineer", team="Supply", rank=GAP * (number + 1), cadence_days=14,
            )
        )  # fmt: skip
        yield person
        drives = [
            self.new(Motivator(person_id=person.id, name=name, rank=GAP * place))
            for place, name in enumerate(MOTIVATORS, 1)
        ]
        yield from drives
        yield from self.notes(person.id)
        yield from self.check_ins(person.id)
        yield from self.closed_plans(person.id)
        yield from self.current_plan(person.id, [drive.id for drive in drives])
        yield from self.agenda(person.id)

    def notes(self, person_id: int) -> Iterator[Record]:
        """Answers to questions, over the years."""
        days = self.scale.years * 365
        for _ in range(self.scale.notes):
            asked_on = self.today - timedelta(days=self.dice.randrange(days))
            question = self.dice.choice(self.questions)
            words, reading = self.text(400), self.text(200)
            yield self.new(
                DiscoveryNote(
                    person_id=person_id, question_id=question, asked_on=asked_on,
                    their_words=words, my_reading=reading,
                )
            )  # fmt: skip

    def check_ins(self, person_id: int) -> Iterator[Record]:
        """The check-ins of all years, a promise in each fifth, and the next one planned."""
        count = self.scale.years * 52 * 7 // self.scale.every_days
        for number in range(count):
            day = self.today - timedelta(days=self.scale.every_days * (count - number))
            check_in = self.new(self.check_in(person_id, day, CheckInState.HELD))
            yield check_in
            if number % 5 == 0:
                done = None if number > count - 12 else day + timedelta(days=9)
                yield self.new(
                    Promise(
                        person_id=person_id, text=self.title(), owner=self.dice.choice(list(Owner)),
                        due_on=day + timedelta(days=14), done_on=done, made_in=check_in.id,
                    )
                )  # fmt: skip
        soon = self.today + timedelta(days=self.dice.randrange(1, 9))
        yield self.new(CheckIn(person_id=person_id, starts_at=_at(soon)))

    def check_in(self, person_id: int, day: date, state: CheckInState) -> CheckIn:
        """One check-in with its notes."""
        dice = self.dice
        kind = CheckInKind.CAREER if dice.random() < 0.1 else CheckInKind.ONE_ON_ONE
        return CheckIn(
            person_id=person_id, kind=kind, state=state, starts_at=_at(day), minutes=30,
            forward_minutes=dice.randrange(0, 20), shared_notes=self.text(SHARED),
            private_notes=self.text(PRIVATE), said=dice.choice([None, -1, 0, 1, 2]),
            sensed=dice.choice([-1, 0, 1]),
        )  # fmt: skip

    def closed_plans(self, person_id: int) -> Iterator[Record]:
        """One plan for each half year before the current one, five goals in each."""
        for number in range(self.scale.years * 2 - 1, 0, -1):
            start = self.today - timedelta(days=182 * (number + 1))
            end = start + timedelta(days=182)
            plan = self.new(
                Plan(person_id=person_id, starts_on=start, ends_on=end, state=PlanState.CLOSED,
                     closed_on=end, summary=self.text(300))
            )  # fmt: skip
            yield plan
            for place in range(5):
                yield self.new(self.item(plan.id, place, start, score=0.7))

    def current_plan(self, person_id: int, drives: list[int]) -> Iterator[Record]:
        """The plan of now: each goal feeds a motivator, and every second one is measured."""
        start = self.today - timedelta(days=60)
        end = start + timedelta(days=182)
        plan = self.new(
            Plan(person_id=person_id, starts_on=start, ends_on=end, state=PlanState.AGREED,
                 agreed_on=start)
        )  # fmt: skip
        yield plan
        for place in range(self.scale.items):
            item = self.new(self.item(plan.id, place, start))
            yield item
            yield self.new(ItemMotivator(item_id=item.id, motivator_id=drives[place % len(drives)]))
            if place % 2 == 0:
                current = float(self.dice.randrange(100))
                yield self.new(
                    KeyResult(item_id=item.id, name=self.title(), target=100.0, current=current,
                              unit="%", rank=GAP)
                )  # fmt: skip

    def item(self, plan_id: int, place: int, start: date, score: float | None = None) -> PlanItem:
        """One goal."""
        dice = self.dice
        return PlanItem(
            plan_id=plan_id, horizon=Horizon.SHORT if place % 2 else Horizon.LONGER,
            title=self.title(), state=dice.choice(list(ItemState)),
            due_on=start + timedelta(days=dice.randrange(30, 180)), for_person=self.text(80),
            for_business=self.text(80), private_note=self.text(60), score=score,
            touched_on=start + timedelta(days=dice.randrange(0, 55)), rank=GAP * (place + 1),
        )  # fmt: skip

    def agenda(self, person_id: int) -> Iterator[Record]:
        """A few open points."""
        for place in range(5):
            owner = self.dice.choice(list(Owner))
            text = self.title()
            yield self.new(
                AgendaItem(person_id=person_id, text=text, owner=owner, rank=GAP * (place + 1))
            )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), UTC)


if __name__ == "__main__":
    make(Path(sys.argv[2]), SCALES[sys.argv[1]], date.today())
