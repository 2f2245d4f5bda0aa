"""A large store whose texts can be read and judged: 46 invented people, ten years of 1:1s.

python -m benchmarks.written FILE [DAY]

The stores that the clock is held to are made of chance words (`benchmarks.stores`), so that each
of their figures stays comparable. Whether the first thing that a search finds is the one that was
meant can only be said of texts that mean something: this store is for that, and for looking at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks import stores
from benchmarks.stores import GAP, Maker, Scale
from benchmarks.written_topics import (
    ASPIRATIONS,
    FIRMS,
    IDEAS,
    MOTIVATORS,
    PLACES,
    PLAIN,
    PRIVATE,
    TOPICS,
    Measured,
    Topic,
)
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import Action, Aspiration, Idea, Objective
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
    MotivatorStanding,
    Owner,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Promise,
    Record,
)
from careerdesk.domain.reviews.records import Accomplishment, PeerFeedback, Review, ReviewCycle

LONG, SHORT = 1_100, 200  # characters of what was said and of what was noted privately
HALF_YEAR = 182  # days, after which somebody works on something else
SHE = {"she": "she", "her": "her", "She": "She", "herself": "herself"}
HE = {"she": "he", "her": "him", "She": "He", "herself": "himself"}
TEAMS = ("Supply", "Stores", "Platform", "Care", "Finance")
NAMES = """
Anna Lindqvist f|Anna Kowalczyk f|Anna Berger f|Jonas Müller m|Katrin Müller f|Peter Müller m
Ελένη Παπαδοπούλου f|Łukasz Wiśniewski m|Agnieszka Wiśniewska f|Gülşen Yıldırım f|Ömer Yıldırım m
Marta Silva f|Marta Novák f|Maria Silva f|Mariana Costa f|Tomás Costa m|Thomas Berger m
Chloé Dubois f|Søren Kjær m|Åsa Lindqvist f|Ingrid Holm f|Ivan Horvat m|Ivana Horvat f
Siobhán Kelly f|Sean Kelly m|Priya Raman f|Rahul Raman m|Mei Tanaka f|Kenji Tanaka m
Oluwaseun Adébáyò m|Fatima Haddad f|Samir Haddad m|June Carter f|May Winter f|August Brandt m
Will Marsh m|Mark Stone m|Rose Fields f|Grace Adler f|Victor Adler m|Beatriz Romero f
Pablo Romero m|Noor Jansen f|Daan Jansen m|Zsófia Kovács f|Γιώργος Οικονόμου m
"""
"""First and last names occur more than once, some are words or months, some in other letters."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One text that is written once in the whole store: whose, of what kind, on which day."""

    whose: str
    kind: type[Record]
    day: date
    text: str


PLANTED = (
    Planted("Anna Kowalczyk", CheckIn, date(2024, 3, 12),
            "“I would rather be bad at painting than good at billing.” She laughed, and meant it."),
    Planted("Ελένη Παπαδοπούλου", CheckIn, date(2023, 9, 20),
            "Her mother is ill in Volos. She may have to work from there for some weeks."),
    Planted("Gülşen Yıldırım", Promise, date(2026, 3, 10), "Ask Legal whether she may teach"),
    Planted("Łukasz Wiśniewski", Promise, date(2026, 3, 18),
            "Order the left-handed keyboard"),
    Planted("Jonas Müller", KeyResult, date(2026, 10, 1), "Pallets booked without a phone call"),
    Planted("Søren Kjær", CheckIn, date(2025, 5, 14),
            "Parental leave from September, seven months. He has told nobody else so far."),
    Planted("Siobhán Kelly", Feedback, date(2025, 11, 5), "you gave the stage to the apprentice"),
    Planted("Rose Fields", DiscoveryNote, date(2022, 6, 8),
            "The beekeeping with my uncle. Nobody hurries there, and still everything gets done."),
    Planted("Oluwaseun Adébáyò", Idea, date(2026, 6, 17), "A year in the office of the ombudsman"),
    Planted("Zsófia Kovács", CheckIn, date(2026, 1, 20),
            "She was offered 68,500 € by Nordkai and told me before she answered."),
    Planted("Mark Stone", CheckIn, date(2021, 4, 13),
            "Allergic to the carpet in the new room; he works beside the window until it is out."),
    Planted("May Winter", CheckIn, date(2024, 11, 19),
            "The ferry to Orkney: she takes her sabbatical there, birds and no telephone."),
)  # fmt: skip
SCALE = Scale(people=46, years=10, every_days=7, items=12, notes=40)


def make(path: Path, today: date, scale: Scale = SCALE) -> None:
    """Make the store at *path*, with its 1:1s up to *today*; the same for the same day."""
    stores.make(path, scale, today, Author)


class Author(Maker):
    """Writes the years of each of them from parts of sentences."""

    def __init__(self, scale: Scale, today: date, questions: list[int]) -> None:
        """Begin again."""
        super().__init__(scale, today, questions)
        named = [one.strip() for line in NAMES.split("\n") for one in line.split("|")]
        self.team = [one.rpartition(" ")[::2] for one in named if one][: scale.people]
        self.who, self.words = "", SHE
        self.whole = ""
        self.cycles: list[int] = []
        self.shifted = 0

    def records(self) -> Iterator[Record]:
        """Everything, each record after those it points to."""
        for topic in TOPICS:
            title = f"{topic.name.capitalize()}: {topic.goals[-1].lower()}"
            yield self.new(Objective(title=title, rank=self.next_rank(Objective)))
        for year in range(self.today.year - self.scale.years, self.today.year):
            cycle = ReviewCycle(
                name=f"{year} annual review",
                starts_on=date(year, 1, 1),
                ends_on=date(year, 12, 31),
                closed_on=date(year + 1, 2, 20),
            )
            made = self.new(cycle)
            self.cycles.append(made.id)
            yield made
        yield from super().records()

    def next_rank(self, kind: type[Record]) -> int:
        """Behind all of that kind."""
        return GAP * (self.last.get(kind, 0) + 1)

    def person(self, number: int) -> Iterator[Record]:
        """One person with all that belongs to them."""
        self.whole, gender = self.team[number]
        self.who, _, family = self.whole.partition(" ")
        self.words = SHE if gender == "f" else HE
        self.shifted = self.dice.randrange(len(TOPICS))
        person = self.new(
            Person(
                external_id=str(1000 + number), given_name=self.who, family_name=family,
                title=self.dice.choice(("Engineer", "Analyst", "Designer", "Buyer")),
                team=TEAMS[number % len(TEAMS)], place=PLACES[number % len(PLACES)],
                rank=GAP * (number + 1), cadence_days=14,
            )
        )  # fmt: skip
        yield person
        for parts in (self.moved_by, self.discovered, self.weeks, self.plans, self.told, self.ahead,
                      self.reviewed, self.planted):  # fmt: skip
            yield from parts(person.id)

    def topics(self, day: date) -> tuple[Topic, Topic]:
        """What this person works on around a day: two things for half a year."""
        season = self.shifted + (day.toordinal() // HALF_YEAR) * 5
        return TOPICS[season % len(TOPICS)], TOPICS[(season + 3) % len(TOPICS)]

    def say(self, pattern: str, topic: str = "") -> str:
        """A sentence with its figures and names filled in."""
        dice = self.dice
        other = dice.choice([one for one, _ in self.team if one != self.whole])
        return pattern.format(
            n=dice.randrange(2, 30), m=dice.randrange(30, 400), pct=dice.randrange(6, 40),
            place=dice.choice(PLACES), firm=dice.choice(FIRMS), colleague=other.partition(" ")[0],
            day=dice.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
            who=self.who, them="them", herself_c="herself", topic=topic, **self.words,
        )  # fmt: skip

    def day(self, years: int | None = None) -> date:
        """Some day of the last years."""
        return self.today - timedelta(
            days=self.dice.randrange(10, 365 * (years or self.scale.years))
        )

    def moved_by(self, person_id: int) -> Iterator[Record]:
        """What moves this person, and what they want."""
        for place, (name, quote) in enumerate(self.dice.sample(MOTIVATORS, 4), 1):
            yield self.new(
                Motivator(person_id=person_id, name=name, quote=quote, rank=GAP * place,
                          standing=MotivatorStanding.SAID)
            )  # fmt: skip
        for place, wish in enumerate(self.dice.sample(ASPIRATIONS, 2), 1):
            topic = self.dice.choice(TOPICS).name
            yield self.new(
                Aspiration(person_id=person_id, statement=self.say(wish, topic),
                           valid_from=self.day(3), rank=GAP * place)
            )  # fmt: skip
        for place, idea in enumerate(self.dice.sample(IDEAS, 2), 1):
            topic = self.dice.choice(TOPICS).name
            yield self.new(
                Idea(person_id=person_id, text=self.say(idea, topic), noted_on=self.day(1),
                     rank=GAP * place)
            )  # fmt: skip

    def discovered(self, person_id: int) -> Iterator[Record]:
        """Answers to questions, over the years."""
        for _ in range(self.scale.notes):
            day = self.day()
            topic = self.dice.choice(self.topics(day))
            words = " ".join(self.say(self.dice.choice((*topic.lines, *PLAIN))) for _ in range(3))
            yield self.new(
                DiscoveryNote(
                    person_id=person_id, question_id=self.dice.choice(self.questions), asked_on=day,
                    their_words=words, my_reading=self.say(self.dice.choice(PRIVATE)),
                )
            )  # fmt: skip

    def weeks(self, person_id: int) -> Iterator[Record]:
        """A 1:1 each week, a promise in each fourth, and the next one planned."""
        count = self.scale.years * 52 * 7 // self.scale.every_days
        for number in range(count):
            day = self.today - timedelta(days=self.scale.every_days * (count - number))
            held = self.new(self.check_in(person_id, day))
            yield held
            if number % 4 == 0:
                topic = self.dice.choice(self.topics(day))
                done = None if number > count - 12 else day + timedelta(days=9)
                yield self.new(
                    Promise(
                        person_id=person_id, text=self.say(self.dice.choice(topic.promises)),
                        owner=self.dice.choice(list(Owner)), due_on=day + timedelta(days=14),
                        done_on=done, made_in=held.id,
                    )
                )  # fmt: skip
        soon = self.today + timedelta(days=self.dice.randrange(1, 9))
        at = stores._at(soon) + timedelta(minutes=30 * (person_id % 16))  # few at the same time
        yield self.new(CheckIn(person_id=person_id, starts_at=at))

    def check_in(self, person_id: int, day: date, text: str = "") -> CheckIn:
        """One 1:1 with its notes."""
        dice = self.dice
        kind = CheckInKind.CAREER if dice.random() < 0.1 else CheckInKind.ONE_ON_ONE
        topics = self.topics(day)
        shared = [text] if text else []
        while sum(map(len, shared)) < LONG:
            among = PLAIN if dice.random() < 0.3 else dice.choice(topics).lines
            line = self.say(dice.choice(among))
            shared += [line] if line not in shared else []
        private = [self.say(dice.choice((*PRIVATE, *(topic.private for topic in topics))))]
        while sum(map(len, private)) < SHORT:
            private.append(self.say(dice.choice(PRIVATE)))
        return CheckIn(
            person_id=person_id, kind=kind, state=CheckInState.HELD, starts_at=stores._at(day),
            minutes=30, shared_notes="\n".join(shared), private_notes="\n".join(private),
            said=dice.choice([None, -1, 0, 1, 2]), sensed=dice.choice([-1, 0, 1]),
        )  # fmt: skip

    def plans(self, person_id: int) -> Iterator[Record]:
        """A plan for each half year, the last one going on."""
        for number in range(self.scale.years * 2 - 1, -1, -1):
            start = self.today - timedelta(days=HALF_YEAR * number + 60)
            end = start + timedelta(days=HALF_YEAR)
            going = number == 0
            plan = self.new(
                Plan(person_id=person_id, starts_on=start, ends_on=end, agreed_on=start,
                     state=PlanState.AGREED if going else PlanState.CLOSED,
                     closed_on=None if going else end)
            )  # fmt: skip
            yield plan
            goals = [(topic, title) for topic in self.topics(start) for title in topic.goals]
            for place, (topic, title) in enumerate(goals):
                yield from self.goal(plan, place, topic, title)

    def goal(self, plan: Record, place: int, topic: Topic, title: str) -> Iterator[Record]:
        """One goal, how it is measured, and a step or two."""
        dice = self.dice
        assert isinstance(plan, Plan)
        closed = plan.closed_on is not None
        item = self.new(
            PlanItem(
                plan_id=plan.id, horizon=Horizon.SHORT if place % 2 else Horizon.LONGER,
                title=title, for_business=self.say(dice.choice(topic.lines)),
                state=ItemState.DONE if closed else dice.choice(list(ItemState)[:4]),
                due_on=plan.starts_on + timedelta(days=dice.randrange(40, 180)),
                for_person=dice.choice(MOTIVATORS)[1], score=0.7 if closed else None,
                touched_on=plan.starts_on + timedelta(days=30), rank=GAP * (place + 1),
            )
        )  # fmt: skip
        yield item
        first = 4 * (plan.person_id - 1) + 1  # their motivators are written before their plans
        yield self.new(ItemMotivator(item_id=item.id, motivator_id=first + place % 4))
        for measured in topic.results:
            yield self.new(self.result(item.id, measured))
        text = self.say(dice.choice(topic.promises))
        yield self.new(Action(item_id=item.id, text=text, due_on=plan.ends_on, rank=GAP))

    def result(self, item_id: int, measured: Measured) -> KeyResult:
        """A key result on its way."""
        name, unit, first, last = measured
        now = round(first + (last - first) * self.dice.random())
        return KeyResult(
            item_id=item_id, name=name, unit=unit, baseline=first, target=last, current=now,
            rank=self.next_rank(KeyResult),
        )  # fmt: skip

    def told(self, person_id: int) -> Iterator[Record]:
        """Feedback, some six a year."""
        for _ in range(6 * self.scale.years):
            day = self.day()
            situation, behaviour, impact = map(
                self.say, self.dice.choice(self.topics(day)).feedback
            )
            way = self.dice.choice((FeedbackWay.GIVEN, FeedbackWay.RECEIVED))
            whom = "" if way is FeedbackWay.GIVEN else self.say("{colleague}")
            yield self.new(
                Feedback(
                    person_id=person_id, way=way, given_on=day, from_whom=whom,
                    situation=situation, behaviour=behaviour, impact=impact,
                )
            )  # fmt: skip

    def ahead(self, person_id: int) -> Iterator[Record]:
        """What waits to be spoken about."""
        for place in range(4):
            topic = self.topics(self.today)[place % 2]
            text = self.say(self.dice.choice(topic.lines)).rstrip(".")
            owner = self.dice.choice(list(Owner))
            yield self.new(
                AgendaItem(person_id=person_id, text=text, owner=owner, noted_on=self.today,
                           rank=GAP * (place + 1))
            )  # fmt: skip

    def reviewed(self, person_id: int) -> Iterator[Record]:
        """What was achieved, and the review of each year with what others wrote."""
        for cycle, year in zip(
            self.cycles, range(self.today.year - self.scale.years, self.today.year), strict=True
        ):
            topics = self.topics(date(year, 6, 1))
            for topic in topics:
                yield self.new(
                    Accomplishment(person_id=person_id, done_on=date(year, 9, 1),
                                   what=self.say(topic.done), context=self.say(topic.lines[0]))
                )  # fmt: skip
            text = [self.say(line) for topic in topics for line in topic.lines[:3]]
            review = self.new(
                Review(cycle_id=cycle, person_id=person_id, narrative="\n".join(text),
                       shared_on=date(year + 1, 2, 10))
            )  # fmt: skip
            yield review
            words = "{who}: " + " ".join(topics[0].feedback[1:])
            yield self.new(
                PeerFeedback(review_id=review.id, from_whom=self.say("{colleague}"),
                             text=self.say(words), received_on=date(year + 1, 1, 20))
            )  # fmt: skip

    def planted(self, person_id: int) -> Iterator[Record]:
        """What is written once in the whole store."""
        for one in PLANTED:
            if one.whose == self.whole and one.day < self.today:
                yield self.new(self.once(one, person_id))

    def once(self, one: Planted, person_id: int) -> Record:
        """The record of a planted text."""
        text, day = one.text, one.day
        if one.kind is CheckIn:
            return replace(self.check_in(person_id, day, text), kind=CheckInKind.OTHER)
        if one.kind is Promise:
            return Promise(person_id=person_id, text=text, owner=Owner.ME, due_on=day)
        if one.kind is Feedback:
            impact = "she spoke in front of forty people"
            return Feedback(person_id=person_id, given_on=day, behaviour=text, impact=impact)
        if one.kind is DiscoveryNote:
            return DiscoveryNote(person_id=person_id, question_id=self.questions[0], asked_on=day,
                                 their_words=text)  # fmt: skip
        if one.kind is Idea:
            return Idea(person_id=person_id, text=text, noted_on=day, rank=GAP * 9)
        return KeyResult(item_id=self.last[PlanItem], name=text, unit="pallets", baseline=140,
                         target=1250, current=830, rank=GAP * 99)  # fmt: skip


if __name__ == "__main__":
    asked = sys.argv[2:]
    make(Path(sys.argv[1]), date.fromisoformat(asked[0]) if asked else datetime.now(UTC).date())
