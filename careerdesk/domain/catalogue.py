"""What there is to know about each kind of record that is stored: the one list of them.

The trash, the versions of texts, what is hidden while the screen is shared and the wall go by it.
What is handed over does not: `domain.shared` and `domain.reviews.sheet` have no place for what is
private, and their queries name each column (`docs/adr/0032-one-catalogue.md`).
"""

from __future__ import annotations

from functools import cache

from careerdesk.domain.drafts import Draft
from careerdesk.domain.entries import Area, Entry, Place, Rows, Text
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    HandedOver,
    Idea,
    KeyResultValue,
    NoteMotivator,
    Objective,
    PlanSnapshot,
    SameMeaning,
    Strike,
    Template,
    TextVersion,
    Trashed,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    ItemMotivator,
    KeyResult,
    Motivator,
    MotivatorStanding,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
    Repeat,
)
from careerdesk.domain.reviews.catalogue import OF_REVIEWS
from careerdesk.i18n import N_

__all__ = ["CATALOGUE", "KEPT", "Area", "Entry", "Place", "entry_of", "is_private", "kinds_in"]

OF_CONVERSATIONS = (
    Entry(
        kind=Person, word=N_("Person"), area=Area.CONVERSATIONS, opens="people",
        texts=(
            Text("external_id"), Text("given_name"), Text("family_name"), Text("preferred_name"),
            Text("pronouns", searched=False), Text("email"), Text("title"),
            Text("level", searched=False), Text("team"), Text("place"),
            Text("time_zone", searched=False), Text("recognition", private=True),
            Text("feedback_style", private=True),
        ),
        named_by=("given_name", "family_name"), by_whole_name=True,
    ),
    Entry(
        kind=PastRole, word=N_("Earlier title and level"), area=Area.CONVERSATIONS, opens="people",
        texts=(Text("title"), Text("level", searched=False)), dated_by="until",
    ),
    Entry(
        kind=Question, word=N_("Question"), area=Area.CONVERSATIONS, opens="discovery",
        texts=(Text("text"),), codes=("key", "question_set"), named_by=("text",),
    ),
    Entry(
        kind=DiscoveryNote, word=N_("Discovery note"), area=Area.CONVERSATIONS, opens="discovery",
        texts=(Text("their_words"), Text("my_reading", private=True)),
        named_by=("their_words", "my_reading"), dated_by="asked_on",
        private_rows=Rows("private", (True,)),
    ),
    Entry(
        kind=Motivator, word=N_("Motivator"), area=Area.CONVERSATIONS, opens="discovery",
        texts=(Text("name"), Text("quote")), named_by=("name",),
        private_rows=Rows("standing", (MotivatorStanding.GUESSED,)),
    ),
    Entry(
        kind=NoteMotivator, word=N_("Motivator linked to a note"), area=Area.CONVERSATIONS,
        opens="discovery",
    ),
    Entry(
        kind=Aspiration, word=N_("Aspiration"), area=Area.CONVERSATIONS, opens="discovery",
        texts=(Text("statement"),), named_by=("statement",),
    ),
    Entry(
        kind=Objective, word=N_("Business objective"), area=Area.CONVERSATIONS, opens="objectives",
        texts=(Text("title"), Text("measure")), named_by=("title",),
    ),
    Entry(
        kind=Plan, word=N_("Plan"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("title"), Text("summary")), named_by=("title",),
    ),
    Entry(
        kind=PlanItem, word=N_("Goal"), area=Area.CONVERSATIONS, opens="plan",
        texts=(
            Text("title"), Text("for_person"), Text("for_business"),
            Text("private_note", private=True), Text("score_words"),
        ),
        named_by=("title",),
    ),
    Entry(
        kind=ItemMotivator, word=N_(
            "Motivator linked to "
            "a goal"
        ), area=Area.CONVERSATIONS, opens="plan",
    ),
    Entry(
        kind=KeyResult, word=N_("Key result"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("name"), Text("unit", searched=False)), named_by=("name",),
    ),
    Entry(
        kind=KeyResultValue, word=N_("Key result value"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("note"),), dated_by="read_on",
    ),
    Entry(
        kind=Action, word=N_("Next step"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("text"),), named_by=("text",),
    ),
    Entry(
        kind=GoalChange, word=N_("Goal change"), area=Area.CONVERSATIONS, opens="plan",
        texts=(
            Text("was", searched=False, kept=False), Text("became", searched=False, kept=False),
            Text("reason"),
        ),
    ),
    Entry(
        kind=PlanSnapshot, word=N_("Earlier plan"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("body", private=True, searched=False, kept=False),),
    ),
    Entry(
        kind=CheckIn, word=N_("Check-in"), area=Area.CONVERSATIONS, opens="check-ins",
        texts=(
            Text("shared_notes"), Text("private_notes", private=True),
            Text("temperature_words", private=True), Text("reason", private=True),
        ),
        named_by=("shared_notes", "private_notes"), dated_by="starts_at",
    ),
    Entry(
        kind=Repeat, word=N_("Recurring check-in"), area=Area.CONVERSATIONS, opens="check-ins",
        codes=("zone",),
    ),
    Entry(
        kind=AgendaItem, word=N_("Agenda item"), area=Area.CONVERSATIONS, opens="prepare",
        texts=(Text("text"),), named_by=("text",), private_rows=Rows("private", (True,)),
    ),
    Entry(
        kind=Promise, word=N_("Promise"), area=Area.CONVERSATIONS, opens="check-ins",
        texts=(Text("text"),), named_by=("text",),
    ),
    Entry(
        kind=Feedback, word=N_("Feedback"), area=Area.CONVERSATIONS, opens="check-ins",
        texts=(Text("from_whom"), Text("situation"), Text("behaviour"), Text("impact")),
        named_by=("behaviour", "situation", "impact"), dated_by="given_on",
        private_rows=Rows("way", (FeedbackWay.RECEIVED, FeedbackWay.TO_DELIVER)),
    ),
    Entry(
        kind=Idea, word=N_("Idea"), area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("text"),), named_by=("text",),
    ),
    Entry(
        kind=HandedOver, word=N_("Shared copy"),
        area=Area.CONVERSATIONS, opens="plan",
        texts=(Text("body", searched=False, kept=False),), codes=("digest",),
        dated_by="handed_on",
    ),
    Entry(
        kind=SameMeaning, word=N_("Rewording with no change in meaning"), area=Area.CONVERSATIONS,
        opens="plan", codes=("item_uid", "field", "digest"),
    ),
    Entry(
        kind=Strike, word=N_(
            "Text struck from the "
            "record"
        ), area=Area.CONVERSATIONS, opens="discovery",
        codes=("kind", "struck_uid"), dated_by="struck_on",
    ),
    Entry(
        kind=Template, word=N_("Template"), area=Area.CONVERSATIONS, opens="templates",
        texts=(Text("name"), Text("body", searched=False)), named_by=("name",),
    ),
)  # fmt: skip

OF_BOTH = (
    Entry(
        kind=TextVersion, word=N_("Earlier version"), area=Area.BOTH, opens="",
        texts=(Text("text", private=True, searched=False, kept=False),), codes=("kind", "field"),
    ),
    Entry(
        kind=Trashed, word=N_("Deleted record"), area=Area.BOTH, opens="trash",
        texts=(Text("body", private=True, searched=False, kept=False),), codes=("kind",),
    ),
    Entry(
        kind=Draft, word=N_("Draft"), area=Area.BOTH, opens="",
        texts=(Text("body", private=True, searched=False, kept=False),),
        codes=("kind", "handle"),
    ),
)  # fmt: skip

CATALOGUE: dict[type[Record], Entry] = {
    entry.kind: entry for entry in (*OF_CONVERSATIONS, *OF_BOTH, *OF_REVIEWS)
}

KEPT = {kind: entry.kept for kind, entry in CATALOGUE.items() if entry.kept}
"""The texts of each kind that keep what they said before, where it has some."""


def entry_of(kind: type[Record]) -> Entry:
    """What there is to know about records of *kind*."""
    return CATALOGUE[kind]


@cache
def kinds_in(area: Area) -> tuple[type[Record], ...]:
    """The kinds of record on one side of the wall."""
    return tuple(kind for kind, entry in CATALOGUE.items() if entry.area is area)


def is_private(record: Record) -> bool:
    """Whether the whole *record* is for the manager alone, such as a private talking point."""
    return CATALOGUE[type(record)].hides(record)
