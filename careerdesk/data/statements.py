"""The tables, and the statements that write them, made from `tables.py`, not by hand.

After a change of the tables `python3 dev.py generate` makes this anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from careerdesk.data.plain_tables import REAL, TEXT, WHOLE, Column, Table

# fmt: off
TABLES: Mapping[str, Table] = {one.name: one for one in (
    Table("objective", (
        Column("id", WHOLE), Column("uid", TEXT), Column("title", TEXT), Column("measure", TEXT),
        Column("starts_on", TEXT, nullable=True), Column("ends_on", TEXT, nullable=True),
        Column("retired", WHOLE), Column("rank", WHOLE),
    ),
        'INSERT INTO "objective" ("id", "uid", "title", "measure", "starts_on", "ends_on", '
        '"retired", "rank") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "objective" SET {} WHERE id = ?',
        'DELETE FROM "objective" WHERE id = ?'),
    Table("person", (
        Column("id", WHOLE), Column("uid", TEXT), Column("external_id", TEXT),
        Column("given_name", TEXT), Column("family_name", TEXT), Column("preferred_name", TEXT),
        Column("pronouns", TEXT), Column("email", TEXT), Column("title", TEXT),
        Column("level", TEXT), Column("team", TEXT), Column("place", TEXT),
        Column("time_zone", TEXT), Column("start_date", TEXT, nullable=True),
        Column("last_promotion", TEXT, nullable=True), Column("cadence_days", WHOLE),
        Column("longest_gap_days", WHOLE), Column("career_weeks", WHOLE),
        Column("career_quiet_until", TEXT, nullable=True), Column("work_days", WHOLE),
        Column("recognition", TEXT), Column("feedback_style", TEXT), Column("status", TEXT),
        Column("leave_from", TEXT, nullable=True), Column("leave_until", TEXT, nullable=True),
        Column("relation", TEXT), Column("rank", WHOLE), Column("archived_on", TEXT, nullable=True),
    ),
        'INSERT INTO "person" ("id", "uid", "external_id", "given_name", "family_name", '
        '"preferred_name", "pronouns", "email", "title", "level", "team", "place", "time_zone", '
        '"start_date", "last_promotion", "cadence_days", "longest_gap_days", "career_weeks", '
        '"career_quiet_until", "work_days", "recognition", "feedback_style", "status", '
        '"leave_from", "leave_until", "relation", "rank", "archived_on") VALUES (?, ?, ?, ?, ?, '
        '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "person" SET {} WHERE id = ?',
        'DELETE FROM "person" WHERE id = ?'),
    Table("question", (
        Column("id", WHOLE), Column("uid", TEXT), Column("key", TEXT), Column("lens", TEXT),
        Column("text", TEXT), Column("question_set", TEXT), Column("retired", WHOLE),
        Column("rank", WHOLE),
    ),
        'INSERT INTO "question" ("id", "uid", "key", "lens", "text", "question_set", "retired", '
        '"rank") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "question" SET {} WHERE id = ?',
        'DELETE FROM "question" WHERE id = ?'),
    Table("review_cycle", (
        Column("id", WHOLE), Column("uid", TEXT), Column("name", TEXT), Column("kind", TEXT),
        Column("starts_on", TEXT), Column("ends_on", TEXT), Column("self_due", TEXT, nullable=True),
        Column("peers_due", TEXT, nullable=True), Column("writing_due", TEXT, nullable=True),
        Column("sealing_due", TEXT, nullable=True), Column("calibration_due", TEXT, nullable=True),
        Column("sharing_due", TEXT, nullable=True), Column("nine_box", WHOLE),
        Column("calibrates", WHOLE), Column("closed_on", TEXT, nullable=True),
    ),
        'INSERT INTO "review_cycle" ("id", "uid", "name", "kind", "starts_on", "ends_on", '
        '"self_due", "peers_due", "writing_due", "sealing_due", "calibration_due", "sharing_due",'
        ' "nine_box", "calibrates", "closed_on") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '
        '?, ?)',
        'UPDATE "review_cycle" SET {} WHERE id = ?',
        'DELETE FROM "review_cycle" WHERE id = ?'),
    Table("template", (
        Column("id", WHOLE), Column("uid", TEXT), Column("kind", TEXT), Column("name", TEXT),
        Column("body", TEXT),
    ),
        'INSERT INTO "template" ("id", "uid", "kind", "name", "body") VALUES (?, ?, ?, ?, ?)',
        'UPDATE "template" SET {} WHERE id = ?',
        'DELETE FROM "template" WHERE id = ?'),
    Table("text_version", (
        Column("id", WHOLE), Column("uid", TEXT), Column("kind", TEXT), Column("record_id", WHOLE),
        Column("field", TEXT), Column("replaced_at", TEXT), Column("text", TEXT),
    ),
        'INSERT INTO "text_version" ("id", "uid", "kind", "record_id", "field", "replaced_at", '
        '"text") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "text_version" SET {} WHERE id = ?',
        'DELETE FROM "text_version" WHERE id = ?'),
    Table("aspiration", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("reach", TEXT), Column("statement", TEXT), Column("state", TEXT),
        Column("valid_from", TEXT), Column("valid_to", TEXT, nullable=True),
        Column("follows", WHOLE, nullable=True, target="aspiration", stays=True),
        Column("seen_on", TEXT, nullable=True), Column("on_plan", WHOLE),
        Column("struck_on", TEXT, nullable=True), Column("rank", WHOLE),
    ),
        'INSERT INTO "aspiration" ("id", "uid", "person_id", "reach", "statement", "state", '
        '"valid_from", "valid_to", "follows", "seen_on", "on_plan", "struck_on", "rank") VALUES '
        '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "aspiration" SET {} WHERE id = ?',
        'DELETE FROM "aspiration" WHERE id = ?'),
    Table("criterion", (
        Column("id", WHOLE), Column("uid", TEXT), Column("cycle_id", WHOLE, target="review_cycle"),
        Column("name", TEXT), Column("rank", WHOLE),
    ),
        'INSERT INTO "criterion" ("id", "uid", "cycle_id", "name", "rank") VALUES (?, ?, ?, ?, ?)',
        'UPDATE "criterion" SET {} WHERE id = ?',
        'DELETE FROM "criterion" WHERE id = ?'),
    Table("crossing", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("way", TEXT), Column("kind", TEXT), Column("source_id", WHOLE),
        Column("target_id", WHOLE), Column("crossed_at", TEXT),
    ),
        'INSERT INTO "crossing" ("id", "uid", "person_id", "way", "kind", "source_id", '
        '"target_id", "crossed_at") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "crossing" SET {} WHERE id = ?',
        'DELETE FROM "crossing" WHERE id = ?'),
    Table("draft", (
        Column("id", WHOLE), Column("uid", TEXT),
        Column("person_id", WHOLE, nullable=True, target="person"), Column("whose", WHOLE),
        Column("kind", TEXT), Column("record_id", WHOLE), Column("handle", TEXT),
        Column("body", TEXT), Column("typed_at", TEXT),
    ),
        'INSERT INTO "draft" ("id", "uid", "person_id", "whose", "kind", "record_id", "handle", '
        '"body", "typed_at") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "draft" SET {} WHERE id = ?',
        'DELETE FROM "draft" WHERE id = ?'),
    Table("motivator", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("name", TEXT), Column("drive", TEXT), Column("standing", TEXT),
        Column("quote", TEXT), Column("said_on", TEXT, nullable=True),
        Column("confirmed_on", TEXT, nullable=True), Column("since", TEXT, nullable=True),
        Column("until", TEXT, nullable=True), Column("struck_on", TEXT, nullable=True),
        Column("rank", WHOLE),
    ),
        'INSERT INTO "motivator" ("id", "uid", "person_id", "name", "drive", "standing", "quote",'
        ' "said_on", "confirmed_on", "since", "until", "struck_on", "rank") VALUES (?, ?, ?, ?, '
        '?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "motivator" SET {} WHERE id = ?',
        'DELETE FROM "motivator" WHERE id = ?'),
    Table("past_role", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("until", TEXT), Column("title", TEXT), Column("level", TEXT),
    ),
        'INSERT INTO "past_role" ("id", "uid", "person_id", "until", "title", "level") VALUES (?,'
        ' ?, ?, ?, ?, ?)',
        'UPDATE "past_role" SET {} WHERE id = ?',
        'DELETE FROM "past_role" WHERE id = ?'),
    Table("plan", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("title", TEXT), Column("starts_on", TEXT), Column("ends_on", TEXT),
        Column("state", TEXT), Column("agreed_on", TEXT, nullable=True),
        Column("closed_on", TEXT, nullable=True), Column("summary", TEXT),
    ),
        'INSERT INTO "plan" ("id", "uid", "person_id", "title", "starts_on", "ends_on", "state", '
        '"agreed_on", "closed_on", "summary") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "plan" SET {} WHERE id = ?',
        'DELETE FROM "plan" WHERE id = ?'),
    Table("rating_step", (
        Column("id", WHOLE), Column("uid", TEXT), Column("cycle_id", WHOLE, target="review_cycle"),
        Column("label", TEXT), Column("meaning", TEXT), Column("guideline", REAL, nullable=True),
        Column("rank", WHOLE),
    ),
        'INSERT INTO "rating_step" ("id", "uid", "cycle_id", "label", "meaning", "guideline", '
        '"rank") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "rating_step" SET {} WHERE id = ?',
        'DELETE FROM "rating_step" WHERE id = ?'),
    Table("repeat", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("kind", TEXT), Column("weeks", WHOLE), Column("weekday", WHOLE),
        Column("minute", WHOLE), Column("zone", TEXT), Column("starts_on", TEXT),
    ),
        'INSERT INTO "repeat" ("id", "uid", "person_id", "kind", "weeks", "weekday", "minute", '
        '"zone", "starts_on") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "repeat" SET {} WHERE id = ?',
        'DELETE FROM "repeat" WHERE id = ?'),
    Table("review_meeting", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("held_on", TEXT), Column("minutes", WHOLE, nullable=True),
    ),
        'INSERT INTO "review_meeting" ("id", "uid", "person_id", "held_on", "minutes") VALUES (?,'
        ' ?, ?, ?, ?)',
        'UPDATE "review_meeting" SET {} WHERE id = ?',
        'DELETE FROM "review_meeting" WHERE id = ?'),
    Table("strike", (
        Column("id", WHOLE), Column("uid", TEXT),
        Column("person_id", WHOLE, nullable=True, target="person", stays=True),
        Column("kind", TEXT), Column("struck_uid", TEXT), Column("struck_on", TEXT),
    ),
        'INSERT INTO "strike" ("id", "uid", "person_id", "kind", "struck_uid", "struck_on") '
        'VALUES (?, ?, ?, ?, ?, ?)',
        'UPDATE "strike" SET {} WHERE id = ?',
        'DELETE FROM "strike" WHERE id = ?'),
    Table("trashed", (
        Column("id", WHOLE), Column("uid", TEXT), Column("kind", TEXT), Column("record_id", WHOLE),
        Column("person_id", WHOLE, nullable=True, target="person", stays=True),
        Column("deleted_at", TEXT), Column("body", TEXT),
    ),
        'INSERT INTO "trashed" ("id", "uid", "kind", "record_id", "person_id", "deleted_at", '
        '"body") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "trashed" SET {} WHERE id = ?',
        'DELETE FROM "trashed" WHERE id = ?'),
    Table("check_in", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("kind", TEXT), Column("state", TEXT), Column("starts_at", TEXT),
        Column("started_at", TEXT, nullable=True), Column("utc_offset", WHOLE, nullable=True),
        Column("minutes", WHOLE, nullable=True), Column("looked_ahead", TEXT, nullable=True),
        Column("forward_minutes", WHOLE, nullable=True),
        Column("forward_since", TEXT, nullable=True), Column("noted_on", TEXT, nullable=True),
        Column("reason", TEXT),
        Column("repeat_id", WHOLE, nullable=True, target="repeat", stays=True),
        Column("made_for", TEXT, nullable=True), Column("shared_notes", TEXT),
        Column("private_notes", TEXT), Column("said", WHOLE, nullable=True),
        Column("sensed", WHOLE, nullable=True), Column("temperature_words", TEXT),
        Column("in_writing", WHOLE),
    ),
        'INSERT INTO "check_in" ("id", "uid", "person_id", "kind", "state", "starts_at", '
        '"started_at", "utc_offset", "minutes", "looked_ahead", "forward_minutes", '
        '"forward_since", "noted_on", "reason", "repeat_id", "made_for", "shared_notes", '
        '"private_notes", "said", "sensed", "temperature_words", "in_writing") VALUES (?, ?, ?, '
        '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "check_in" SET {} WHERE id = ?',
        'DELETE FROM "check_in" WHERE id = ?'),
    Table("plan_item", (
        Column("id", WHOLE), Column("uid", TEXT), Column("plan_id", WHOLE, target="plan"),
        Column("horizon", TEXT), Column("title", TEXT), Column("state", TEXT),
        Column("due_on", TEXT, nullable=True), Column("reached_on", TEXT, nullable=True),
        Column("committed", WHOLE), Column("proposed_by", TEXT, nullable=True),
        Column("personal", WHOLE), Column("onboarding", WHOLE), Column("may_be_cited", WHOLE),
        Column("for_person", TEXT), Column("for_business", TEXT),
        Column("aspiration_id", WHOLE, nullable=True, target="aspiration", stays=True),
        Column("objective_id", WHOLE, nullable=True, target="objective", stays=True),
        Column("private_note", TEXT), Column("score", REAL, nullable=True),
        Column("score_words", TEXT), Column("score_shown", WHOLE),
        Column("carried_from", WHOLE, nullable=True, target="plan_item", stays=True),
        Column("touched_on", TEXT), Column("rank", WHOLE),
    ),
        'INSERT INTO "plan_item" ("id", "uid", "plan_id", "horizon", "title", "state", "due_on", '
        '"reached_on", "committed", "proposed_by", "personal", "onboarding", "may_be_cited", '
        '"for_person", "for_business", "aspiration_id", "objective_id", "private_note", "score", '
        '"score_words", "score_shown", "carried_from", "touched_on", "rank") VALUES (?, ?, ?, ?, '
        '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "plan_item" SET {} WHERE id = ?',
        'DELETE FROM "plan_item" WHERE id = ?'),
    Table("plan_snapshot", (
        Column("id", WHOLE), Column("uid", TEXT), Column("plan_id", WHOLE, target="plan"),
        Column("before", TEXT), Column("body", TEXT),
    ),
        'INSERT INTO "plan_snapshot" ("id", "uid", "plan_id", "before", "body") VALUES (?, ?, ?, '
        '?, ?)',
        'UPDATE "plan_snapshot" SET {} WHERE id = ?',
        'DELETE FROM "plan_snapshot" WHERE id = ?'),
    Table("review", (
        Column("id", WHOLE), Column("uid", TEXT), Column("cycle_id", WHOLE, target="review_cycle"),
        Column("person_id", WHOLE, target="person"), Column("left_out", TEXT),
        Column("self_review", TEXT), Column("self_received_on", TEXT, nullable=True),
        Column("self_step", WHOLE, nullable=True, target="rating_step", stays=True),
        Column("narrative", TEXT), Column("gaps", TEXT),
        Column("proposed_step", WHOLE, nullable=True, target="rating_step", stays=True),
        Column("proposed_why", TEXT), Column("digest", TEXT),
        Column("final_step", WHOLE, nullable=True, target="rating_step", stays=True),
        Column("potential", WHOLE, nullable=True), Column("share_words", TEXT),
        Column("shared_on", TEXT, nullable=True), Column("sheet_digest", TEXT),
        Column("response", TEXT), Column("response_on", TEXT, nullable=True),
    ),
        'INSERT INTO "review" ("id", "uid", "cycle_id", "person_id", "left_out", "self_review", '
        '"self_received_on", "self_step", "narrative", "gaps", "proposed_step", "proposed_why", '
        '"digest", "final_step", "potential", "share_words", "shared_on", "sheet_digest", '
        '"response", "response_on") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,'
        ' ?, ?)',
        'UPDATE "review" SET {} WHERE id = ?',
        'DELETE FROM "review" WHERE id = ?'),
    Table("accomplishment", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("done_on", TEXT), Column("what", TEXT), Column("context", TEXT),
        Column("impact", TEXT),
        Column("item_id", WHOLE, nullable=True, target="plan_item", stays=True),
    ),
        'INSERT INTO "accomplishment" ("id", "uid", "person_id", "done_on", "what", "context", '
        '"impact", "item_id") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "accomplishment" SET {} WHERE id = ?',
        'DELETE FROM "accomplishment" WHERE id = ?'),
    Table("action", (
        Column("id", WHOLE), Column("uid", TEXT), Column("item_id", WHOLE, target="plan_item"),
        Column("text", TEXT), Column("owner", TEXT), Column("due_on", TEXT, nullable=True),
        Column("done_on", TEXT, nullable=True), Column("rank", WHOLE),
    ),
        'INSERT INTO "action" ("id", "uid", "item_id", "text", "owner", "due_on", "done_on", '
        '"rank") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "action" SET {} WHERE id = ?',
        'DELETE FROM "action" WHERE id = ?'),
    Table("agenda_item", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("text", TEXT),
        Column("question_id", WHOLE, nullable=True, target="question", stays=True),
        Column("owner", TEXT), Column("private", WHOLE), Column("repeating", WHOLE),
        Column("in_writing", WHOLE), Column("carried", WHOLE),
        Column("noted_on", TEXT, nullable=True), Column("covered_on", TEXT, nullable=True),
        Column("covered_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("rank", WHOLE),
    ),
        'INSERT INTO "agenda_item" ("id", "uid", "person_id", "text", "question_id", "owner", '
        '"private", "repeating", "in_writing", "carried", "noted_on", "covered_on", "covered_in",'
        ' "rank") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "agenda_item" SET {} WHERE id = ?',
        'DELETE FROM "agenda_item" WHERE id = ?'),
    Table("calibration", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("step_id", WHOLE, target="rating_step"), Column("reason", TEXT),
        Column("asked_by", TEXT), Column("held_on", TEXT),
    ),
        'INSERT INTO "calibration" ("id", "uid", "review_id", "step_id", "reason", "asked_by", '
        '"held_on") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "calibration" SET {} WHERE id = ?',
        'DELETE FROM "calibration" WHERE id = ?'),
    Table("discovery_note", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("question_id", WHOLE, nullable=True, target="question", stays=True),
        Column("asked_on", TEXT), Column("noted_on", TEXT, nullable=True),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("off_record", WHOLE), Column("private", WHOLE), Column("in_writing", WHOLE),
        Column("their_words", TEXT), Column("my_reading", TEXT),
    ),
        'INSERT INTO "discovery_note" ("id", "uid", "person_id", "question_id", "asked_on", '
        '"noted_on", "made_in", "off_record", "private", "in_writing", "their_words", '
        '"my_reading") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "discovery_note" SET {} WHERE id = ?',
        'DELETE FROM "discovery_note" WHERE id = ?'),
    Table("evidence", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("source", TEXT), Column("source_id", WHOLE), Column("happened_on", TEXT),
        Column("title", TEXT), Column("words", TEXT), Column("cited_at", TEXT),
    ),
        'INSERT INTO "evidence" ("id", "uid", "review_id", "source", "source_id", "happened_on", '
        '"title", "words", "cited_at") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "evidence" SET {} WHERE id = ?',
        'DELETE FROM "evidence" WHERE id = ?'),
    Table("feedback", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("way", TEXT), Column("tone", TEXT), Column("given_on", TEXT, nullable=True),
        Column("noted_on", TEXT, nullable=True), Column("from_whom", TEXT),
        Column("situation", TEXT), Column("behaviour", TEXT), Column("impact", TEXT),
        Column("item_id", WHOLE, nullable=True, target="plan_item", stays=True),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("of_career", WHOLE),
    ),
        'INSERT INTO "feedback" ("id", "uid", "person_id", "way", "tone", "given_on", "noted_on",'
        ' "from_whom", "situation", "behaviour", "impact", "item_id", "made_in", "of_career") '
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "feedback" SET {} WHERE id = ?',
        'DELETE FROM "feedback" WHERE id = ?'),
    Table("handed_over", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("what", TEXT), Column("plan_id", WHOLE, nullable=True, target="plan"),
        Column("checkin_id", WHOLE, nullable=True, target="check_in"), Column("handed_on", TEXT),
        Column("digest", TEXT), Column("body", TEXT),
    ),
        'INSERT INTO "handed_over" ("id", "uid", "person_id", "what", "plan_id", "checkin_id", '
        '"handed_on", "digest", "body") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "handed_over" SET {} WHERE id = ?',
        'DELETE FROM "handed_over" WHERE id = ?'),
    Table("idea", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("text", TEXT), Column("state", TEXT),
        Column("item_id", WHOLE, nullable=True, target="plan_item", stays=True),
        Column("noted_on", TEXT),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("rank", WHOLE),
    ),
        'INSERT INTO "idea" ("id", "uid", "person_id", "text", "state", "item_id", "noted_on", '
        '"made_in", "rank") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "idea" SET {} WHERE id = ?',
        'DELETE FROM "idea" WHERE id = ?'),
    Table("item_motivator", (
        Column("id", WHOLE), Column("uid", TEXT), Column("item_id", WHOLE, target="plan_item"),
        Column("motivator_id", WHOLE, target="motivator"),
    ),
        'INSERT INTO "item_motivator" ("id", "uid", "item_id", "motivator_id") VALUES (?, ?, ?, '
        '?)',
        'UPDATE "item_motivator" SET {} WHERE id = ?',
        'DELETE FROM "item_motivator" WHERE id = ?'),
    Table("key_result", (
        Column("id", WHOLE), Column("uid", TEXT), Column("item_id", WHOLE, target="plan_item"),
        Column("name", TEXT), Column("measure", TEXT), Column("direction", TEXT),
        Column("baseline", REAL), Column("target", REAL), Column("current", REAL, nullable=True),
        Column("unit", TEXT), Column("due_on", TEXT, nullable=True), Column("rank", WHOLE),
    ),
        'INSERT INTO "key_result" ("id", "uid", "item_id", "name", "measure", "direction", '
        '"baseline", "target", "current", "unit", "due_on", "rank") VALUES (?, ?, ?, ?, ?, ?, ?, '
        '?, ?, ?, ?, ?)',
        'UPDATE "key_result" SET {} WHERE id = ?',
        'DELETE FROM "key_result" WHERE id = ?'),
    Table("outcome", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("pay_change", REAL, nullable=True), Column("pay_unit", TEXT),
        Column("currency", TEXT), Column("effective_on", TEXT, nullable=True),
        Column("bonus", REAL, nullable=True), Column("from_level", TEXT), Column("to_level", TEXT),
        Column("to_title", TEXT), Column("promotion", TEXT),
        Column("written_on", TEXT, nullable=True), Column("words", TEXT),
    ),
        'INSERT INTO "outcome" ("id", "uid", "review_id", "pay_change", "pay_unit", "currency", '
        '"effective_on", "bonus", "from_level", "to_level", "to_title", "promotion", '
        '"written_on", "words") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "outcome" SET {} WHERE id = ?',
        'DELETE FROM "outcome" WHERE id = ?'),
    Table("peer_feedback", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("voice", TEXT), Column("from_whom", TEXT), Column("relation", TEXT),
        Column("asked_on", TEXT, nullable=True), Column("received_on", TEXT, nullable=True),
        Column("text", TEXT),
    ),
        'INSERT INTO "peer_feedback" ("id", "uid", "review_id", "voice", "from_whom", "relation",'
        ' "asked_on", "received_on", "text") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "peer_feedback" SET {} WHERE id = ?',
        'DELETE FROM "peer_feedback" WHERE id = ?'),
    Table("promise", (
        Column("id", WHOLE), Column("uid", TEXT), Column("person_id", WHOLE, target="person"),
        Column("text", TEXT), Column("owner", TEXT), Column("due_on", TEXT, nullable=True),
        Column("done_on", TEXT, nullable=True),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
    ),
        'INSERT INTO "promise" ("id", "uid", "person_id", "text", "owner", "due_on", "done_on", '
        '"made_in") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "promise" SET {} WHERE id = ?',
        'DELETE FROM "promise" WHERE id = ?'),
    Table("seal", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("sealed_at", TEXT), Column("digest", TEXT), Column("body", TEXT),
        Column("opened_at", TEXT, nullable=True),
    ),
        'INSERT INTO "seal" ("id", "uid", "review_id", "sealed_at", "digest", "body", '
        '"opened_at") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "seal" SET {} WHERE id = ?',
        'DELETE FROM "seal" WHERE id = ?'),
    Table("shared_sheet", (
        Column("id", WHOLE), Column("uid", TEXT), Column("review_id", WHOLE, target="review"),
        Column("shared_on", TEXT), Column("digest", TEXT), Column("body", TEXT),
    ),
        'INSERT INTO "shared_sheet" ("id", "uid", "review_id", "shared_on", "digest", "body") '
        'VALUES (?, ?, ?, ?, ?, ?)',
        'UPDATE "shared_sheet" SET {} WHERE id = ?',
        'DELETE FROM "shared_sheet" WHERE id = ?'),
    Table("accomplishment_criterion", (
        Column("id", WHOLE), Column("uid", TEXT),
        Column("accomplishment_id", WHOLE, target="accomplishment"),
        Column("criterion_id", WHOLE, target="criterion"),
    ),
        'INSERT INTO "accomplishment_criterion" ("id", "uid", "accomplishment_id", '
        '"criterion_id") VALUES (?, ?, ?, ?)',
        'UPDATE "accomplishment_criterion" SET {} WHERE id = ?',
        'DELETE FROM "accomplishment_criterion" WHERE id = ?'),
    Table("goal_change", (
        Column("id", WHOLE), Column("uid", TEXT), Column("item_id", WHOLE, target="plan_item"),
        Column("changed_on", TEXT),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("what", TEXT), Column("was", TEXT), Column("became", TEXT),
        Column("result_id", WHOLE, nullable=True, target="key_result", stays=True),
        Column("reason", TEXT),
    ),
        'INSERT INTO "goal_change" ("id", "uid", "item_id", "changed_on", "made_in", "what", '
        '"was", "became", "result_id", "reason") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "goal_change" SET {} WHERE id = ?',
        'DELETE FROM "goal_change" WHERE id = ?'),
    Table("note_motivator", (
        Column("id", WHOLE), Column("uid", TEXT), Column("note_id", WHOLE, target="discovery_note"),
        Column("motivator_id", WHOLE, target="motivator"),
    ),
        'INSERT INTO "note_motivator" ("id", "uid", "note_id", "motivator_id") VALUES (?, ?, ?, '
        '?)',
        'UPDATE "note_motivator" SET {} WHERE id = ?',
        'DELETE FROM "note_motivator" WHERE id = ?'),
    Table("promotion_point", (
        Column("id", WHOLE), Column("uid", TEXT), Column("outcome_id", WHOLE, target="outcome"),
        Column("text", TEXT), Column("evidence", TEXT), Column("met", WHOLE), Column("rank", WHOLE),
    ),
        'INSERT INTO "promotion_point" ("id", "uid", "outcome_id", "text", "evidence", "met", '
        '"rank") VALUES (?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "promotion_point" SET {} WHERE id = ?',
        'DELETE FROM "promotion_point" WHERE id = ?'),
    Table("reading", (
        Column("id", WHOLE), Column("uid", TEXT), Column("result_id", WHOLE, target="key_result"),
        Column("read_on", TEXT), Column("value", REAL), Column("baseline", REAL, nullable=True),
        Column("target", REAL, nullable=True), Column("confidence", WHOLE, nullable=True),
        Column("note", TEXT),
        Column("made_in", WHOLE, nullable=True, target="check_in", stays=True),
        Column("of_career", WHOLE),
        Column("copied_from", WHOLE, nullable=True, target="reading", stays=True),
    ),
        'INSERT INTO "reading" ("id", "uid", "result_id", "read_on", "value", "baseline", '
        '"target", "confidence", "note", "made_in", "of_career", "copied_from") VALUES (?, ?, ?, '
        '?, ?, ?, ?, ?, ?, ?, ?, ?)',
        'UPDATE "reading" SET {} WHERE id = ?',
        'DELETE FROM "reading" WHERE id = ?'),
    Table("same_meaning", (
        Column("id", WHOLE), Column("uid", TEXT),
        Column("handed_over_id", WHOLE, target="handed_over"), Column("item_uid", TEXT),
        Column("field", TEXT), Column("digest", TEXT),
    ),
        'INSERT INTO "same_meaning" ("id", "uid", "handed_over_id", "item_uid", "field", '
        '"digest") VALUES (?, ?, ?, ?, ?, ?)',
        'UPDATE "same_meaning" SET {} WHERE id = ?',
        'DELETE FROM "same_meaning" WHERE id = ?'),
)}
"""Each by its name; whoever is referred to comes before those who refer to it, where that is
possible.
"""
