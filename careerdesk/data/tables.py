"""The tables of Growth and of what all share; `domain.records` says what the columns mean.

Tables of SQLAlchemy's core: its ORM would only repeat the records, and costs memory at start.
"""

from __future__ import annotations

from sqlalchemy import Index

from careerdesk.data.schema import METADATA, make_table, parent, real, table_of, text, whole
from careerdesk.domain.drafts import Draft
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    NoteMotivator,
    Objective,
    PlanSnapshot,
    Reading,
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
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Repeat,
)

__all__ = ["METADATA", "table_of"]

make_table(
    Person,
    text("external_id"),
    text("given_name"),
    text("family_name"),
    text("preferred_name"),
    text("pronouns"),
    text("email"),
    text("title"),
    text("level"),
    text("team"),
    text("place"),
    text("time_zone"),
    text("start_date", empty=True),
    text("last_promotion", empty=True),
    whole("cadence_days"),
    whole("longest_gap_days"),
    whole("career_weeks"),
    text("career_quiet_until", empty=True),
    whole("work_days"),
    text("recognition"),
    text("feedback_style"),
    text("status"),
    text("leave_from", empty=True),
    text("leave_until", empty=True),
    text("relation"),
    whole("rank"),
    text("archived_on", empty=True),
)
make_table(
    Question,
    text("key"),
    text("lens"),
    text("text"),
    text("question_set"),
    whole("retired"),
    whole("rank"),
)
make_table(
    DiscoveryNote,
    parent("person_id", Person),
    parent("question_id", Question, keep=True),
    text("asked_on"),
    text("noted_on", empty=True),
    parent("made_in", CheckIn, keep=True),
    text("their_words"),
    text("my_reading"),
    Index(None, "person_id", "asked_on", "id"),
    Index(None, "question_id"),
    Index(None, "made_in"),
)
make_table(
    Motivator,
    parent("person_id", Person),
    text("name"),
    text("drive"),
    whole("rank"),
    Index(None, "person_id", "rank"),
)
make_table(
    Plan,
    parent("person_id", Person),
    text("title"),
    text("starts_on"),
    text("ends_on"),
    text("state"),
    text("agreed_on", empty=True),
    text("closed_on", empty=True),
    text("summary"),
    Index(None, "person_id", "state", "starts_on"),
)
make_table(
    PlanItem,
    parent("plan_id", Plan),
    text("horizon"),
    text("title"),
    text("state"),
    text("due_on", empty=True),
    whole("committed"),
    text("for_person"),
    text("for_business"),
    parent("aspiration_id", Aspiration, keep=True),
    parent("objective_id", Objective, keep=True),
    text("private_note"),
    real("score", empty=True),
    text("score_words"),
    parent("carried_from", PlanItem, keep=True),
    text("touched_on"),
    whole("rank"),
    Index(None, "plan_id", "horizon", "rank"),
    Index(None, "carried_from"),
    Index(None, "aspiration_id"),
    Index(None, "objective_id"),
)
make_table(
    ItemMotivator,
    parent("item_id", PlanItem),
    parent("motivator_id", Motivator),
    Index(None, "item_id", "motivator_id", unique=True),
    Index(None, "motivator_id"),
)
make_table(
    KeyResult,
    parent("item_id", PlanItem),
    text("name"),
    text("measure"),
    real("baseline"),
    real("target"),
    real("current", empty=True),
    text("unit"),
    whole("rank"),
    Index(None, "item_id", "rank"),
)
make_table(
    CheckIn,
    parent("person_id", Person),
    text("kind"),
    text("state"),
    text("starts_at"),
    text("started_at", empty=True),
    whole("utc_offset", empty=True),
    whole("minutes", empty=True),
    text("looked_ahead", empty=True),
    whole("forward_minutes", empty=True),
    text("forward_since", empty=True),
    text("noted_on", empty=True),
    text("reason"),
    parent("repeat_id", Repeat, keep=True),
    text("made_for", empty=True),
    text("shared_notes"),
    text("private_notes"),
    whole("said", empty=True),
    whole("sensed", empty=True),
    text("temperature_words"),
    Index(None, "person_id", "starts_at", "id"),
    Index(None, "person_id", "state", "starts_at"),
    Index(None, "repeat_id"),
)
make_table(
    Repeat,
    parent("person_id", Person),
    text("kind"),
    whole("weeks"),
    whole("weekday"),
    whole("minute"),
    text("zone"),
    text("starts_on"),
    Index(None, "person_id"),
)
make_table(
    AgendaItem,
    parent("person_id", Person),
    text("text"),
    text("owner"),
    whole("private"),
    whole("repeating"),
    whole("carried"),
    text("noted_on", empty=True),
    text("covered_on", empty=True),
    parent("covered_in", CheckIn, keep=True),
    whole("rank"),
    Index(None, "person_id", "covered_on", "rank"),
    Index(None, "covered_in"),
)
make_table(
    Promise,
    parent("person_id", Person),
    text("text"),
    text("owner"),
    text("due_on", empty=True),
    text("done_on", empty=True),
    parent("made_in", CheckIn, keep=True),
    Index(None, "person_id", "done_on", "due_on"),
    Index(None, "made_in"),
)
make_table(
    Aspiration,
    parent("person_id", Person),
    text("reach"),
    text("statement"),
    text("state"),
    text("valid_from"),
    text("valid_to", empty=True),
    parent("follows", Aspiration, keep=True),
    whole("rank"),
    Index(None, "person_id", "rank"),
    Index(None, "follows"),
)
make_table(
    NoteMotivator,
    parent("note_id", DiscoveryNote),
    parent("motivator_id", Motivator),
    Index(None, "note_id", "motivator_id", unique=True),
    Index(None, "motivator_id"),
)
make_table(
    Objective,
    text("title"),
    text("measure"),
    text("starts_on", empty=True),
    text("ends_on", empty=True),
    whole("retired"),
    whole("rank"),
)
make_table(
    Reading,
    parent("result_id", KeyResult),
    text("read_on"),
    real("value"),
    whole("confidence", empty=True),
    text("note"),
    parent("made_in", CheckIn, keep=True),
    Index(None, "result_id", "read_on", "id"),
    Index(None, "made_in"),
)
make_table(
    Action,
    parent("item_id", PlanItem),
    text("text"),
    text("owner"),
    text("due_on", empty=True),
    text("done_on", empty=True),
    whole("rank"),
    Index(None, "item_id", "rank"),
)
make_table(
    GoalChange,
    parent("item_id", PlanItem),
    text("changed_on"),
    parent("made_in", CheckIn, keep=True),
    text("what"),
    text("was"),
    text("became"),
    Index(None, "item_id", "changed_on"),
    Index(None, "made_in"),
)
make_table(
    Feedback,
    parent("person_id", Person),
    text("way"),
    text("tone"),
    text("given_on", empty=True),
    text("noted_on", empty=True),
    text("from_whom"),
    text("situation"),
    text("behaviour"),
    text("impact"),
    parent("made_in", CheckIn, keep=True),
    Index(None, "person_id", "given_on", "id"),
    Index(None, "made_in"),
)
make_table(
    Template,
    text("kind"),
    text("name"),
    text("body"),
)
make_table(
    PlanSnapshot,
    parent("plan_id", Plan),
    text("before"),
    text("body"),
    Index(None, "plan_id", "before", unique=True),
)
make_table(
    TextVersion,
    text("kind"),
    whole("record_id"),
    text("field"),
    text("replaced_at"),
    text("text"),
    Index(None, "kind", "record_id", "field", "replaced_at"),
)
make_table(
    Trashed,
    text("kind"),
    whole("record_id"),
    parent("person_id", Person, keep=True),
    text("deleted_at"),
    text("body"),
    Index(None, "deleted_at"),
    Index(None, "person_id"),
)
make_table(
    Draft,
    parent("person_id", Person, empty=True),
    whole("whose"),
    text("kind"),
    whole("record_id"),
    text("handle"),
    text("body"),
    text("typed_at"),
    Index(None, "person_id"),
    Index(None, "whose"),
    Index(None, "kind", "record_id"),
)

import careerdesk.data.review_tables  # noqa: E402, F401  # the other room's, which refer to these
