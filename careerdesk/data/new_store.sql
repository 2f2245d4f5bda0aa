-- A new store, made from the migrations, not by hand: `python3 dev.py generate` makes this anew.
BEGIN IMMEDIATE;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	external_id VARCHAR NOT NULL, 
	given_name VARCHAR NOT NULL, 
	family_name VARCHAR NOT NULL, 
	preferred_name VARCHAR NOT NULL, 
	pronouns VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	team VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	time_zone VARCHAR NOT NULL, 
	start_date VARCHAR, 
	last_promotion VARCHAR, 
	cadence_days INTEGER NOT NULL, 
	longest_gap_days INTEGER NOT NULL, 
	recognition VARCHAR NOT NULL, 
	feedback_style VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	leave_until VARCHAR, 
	relation VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	archived_on VARCHAR, career_weeks INTEGER NOT NULL DEFAULT 12, career_quiet_until VARCHAR, work_days INTEGER NOT NULL DEFAULT 0, leave_from VARCHAR, 
	CONSTRAINT uq_person_uid UNIQUE (uid)
);
CREATE TABLE question (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	lens VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	retired INTEGER NOT NULL, 
	rank INTEGER NOT NULL, question_set VARCHAR NOT NULL DEFAULT '', 
	CONSTRAINT uq_question_uid UNIQUE (uid)
);
CREATE TABLE check_in (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	starts_at VARCHAR NOT NULL, 
	minutes INTEGER, 
	forward_minutes INTEGER, 
	shared_notes VARCHAR NOT NULL, 
	private_notes VARCHAR NOT NULL, 
	said INTEGER, 
	sensed INTEGER, 
	temperature_words VARCHAR NOT NULL, forward_since VARCHAR, started_at VARCHAR, utc_offset INTEGER, looked_ahead VARCHAR, noted_on VARCHAR, reason VARCHAR NOT NULL DEFAULT '', made_for VARCHAR, repeat_id INTEGER CONSTRAINT fk_check_in_repeat_id REFERENCES repeat (id) ON DELETE SET NULL, in_writing INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_check_in_uid UNIQUE (uid), 
	CONSTRAINT fk_check_in_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_check_in_person_id_starts_at_id ON check_in (person_id, starts_at, id);
CREATE INDEX ix_check_in_person_id_state_starts_at ON check_in (person_id, state, starts_at);
CREATE TABLE discovery_note (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	question_id INTEGER, 
	asked_on VARCHAR NOT NULL, 
	their_words VARCHAR NOT NULL, 
	my_reading VARCHAR NOT NULL, noted_on VARCHAR, made_in INTEGER CONSTRAINT fk_discovery_note_made_in REFERENCES check_in (id) ON DELETE SET NULL, off_record INTEGER NOT NULL DEFAULT 0, private INTEGER NOT NULL DEFAULT 0, in_writing INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_discovery_note_uid UNIQUE (uid), 
	CONSTRAINT fk_discovery_note_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_discovery_note_question_id FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);
CREATE INDEX ix_discovery_note_person_id_asked_on_id ON discovery_note (person_id, asked_on, id);
CREATE INDEX ix_discovery_note_question_id ON discovery_note (question_id);
CREATE TABLE motivator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	drive VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, standing VARCHAR NOT NULL DEFAULT 'guessed', quote VARCHAR NOT NULL DEFAULT '', said_on VARCHAR, confirmed_on VARCHAR, since VARCHAR, until VARCHAR, struck_on VARCHAR, 
	CONSTRAINT uq_motivator_uid UNIQUE (uid), 
	CONSTRAINT fk_motivator_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_motivator_person_id_rank ON motivator (person_id, rank);
CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	starts_on VARCHAR NOT NULL, 
	ends_on VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	agreed_on VARCHAR, 
	closed_on VARCHAR, 
	summary VARCHAR NOT NULL, 
	CONSTRAINT uq_plan_uid UNIQUE (uid), 
	CONSTRAINT fk_plan_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_plan_person_id_state_starts_on ON "plan" (person_id, state, starts_on);
CREATE TABLE agenda_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	private INTEGER NOT NULL, 
	repeating INTEGER NOT NULL, 
	carried INTEGER NOT NULL, 
	covered_on VARCHAR, 
	covered_in INTEGER, 
	rank INTEGER NOT NULL, noted_on VARCHAR, question_id INTEGER CONSTRAINT fk_agenda_item_question_id REFERENCES question (id) ON DELETE SET NULL, in_writing INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_agenda_item_uid UNIQUE (uid), 
	CONSTRAINT fk_agenda_item_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_agenda_item_covered_in FOREIGN KEY(covered_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_agenda_item_covered_in ON agenda_item (covered_in);
CREATE INDEX ix_agenda_item_person_id_covered_on_rank ON agenda_item (person_id, covered_on, rank);
CREATE TABLE plan_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	plan_id INTEGER NOT NULL, 
	horizon VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	due_on VARCHAR, 
	committed INTEGER NOT NULL, 
	for_person VARCHAR NOT NULL, 
	for_business VARCHAR NOT NULL, 
	private_note VARCHAR NOT NULL, 
	score DOUBLE, 
	score_words VARCHAR NOT NULL, 
	carried_from INTEGER, 
	touched_on VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, aspiration_id INTEGER CONSTRAINT fk_plan_item_aspiration_id REFERENCES aspiration (id) ON DELETE SET NULL, objective_id INTEGER CONSTRAINT fk_plan_item_objective_id REFERENCES objective (id) ON DELETE SET NULL, reached_on VARCHAR, proposed_by VARCHAR, personal INTEGER NOT NULL DEFAULT 0, onboarding INTEGER NOT NULL DEFAULT 0, score_shown INTEGER NOT NULL DEFAULT 0, may_be_cited INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_plan_item_uid UNIQUE (uid), 
	CONSTRAINT fk_plan_item_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_plan_item_carried_from FOREIGN KEY(carried_from) REFERENCES plan_item (id) ON DELETE SET NULL
);
CREATE INDEX ix_plan_item_carried_from ON plan_item (carried_from);
CREATE INDEX ix_plan_item_plan_id_horizon_rank ON plan_item (plan_id, horizon, rank);
CREATE TABLE promise (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	due_on VARCHAR, 
	done_on VARCHAR, 
	made_in INTEGER, 
	CONSTRAINT uq_promise_uid UNIQUE (uid), 
	CONSTRAINT fk_promise_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_promise_made_in FOREIGN KEY(made_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_promise_made_in ON promise (made_in);
CREATE INDEX ix_promise_person_id_done_on_due_on ON promise (person_id, done_on, due_on);
CREATE TABLE item_motivator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	item_id INTEGER NOT NULL, 
	motivator_id INTEGER NOT NULL, 
	CONSTRAINT uq_item_motivator_uid UNIQUE (uid), 
	CONSTRAINT fk_item_motivator_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_item_motivator_motivator_id FOREIGN KEY(motivator_id) REFERENCES motivator (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_item_motivator_item_id_motivator_id ON item_motivator (item_id, motivator_id);
CREATE INDEX ix_item_motivator_motivator_id ON item_motivator (motivator_id);
CREATE TABLE key_result (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	item_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	baseline DOUBLE NOT NULL, 
	target DOUBLE NOT NULL, 
	current DOUBLE, 
	unit VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, direction VARCHAR NOT NULL DEFAULT 'up', due_on VARCHAR, 
	CONSTRAINT uq_key_result_uid UNIQUE (uid), 
	CONSTRAINT fk_key_result_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE CASCADE
);
CREATE INDEX ix_key_result_item_id_rank ON key_result (item_id, rank);
CREATE TABLE aspiration (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	reach VARCHAR NOT NULL, 
	statement VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	valid_from VARCHAR NOT NULL, 
	valid_to VARCHAR, 
	follows INTEGER, 
	rank INTEGER NOT NULL, seen_on VARCHAR, on_plan INTEGER NOT NULL DEFAULT 0, struck_on VARCHAR, 
	CONSTRAINT uq_aspiration_uid UNIQUE (uid), 
	CONSTRAINT fk_aspiration_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_aspiration_follows FOREIGN KEY(follows) REFERENCES aspiration (id) ON DELETE SET NULL
);
CREATE INDEX ix_aspiration_person_id_rank ON aspiration (person_id, rank);
CREATE INDEX ix_aspiration_follows ON aspiration (follows);
CREATE TABLE note_motivator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	note_id INTEGER NOT NULL, 
	motivator_id INTEGER NOT NULL, 
	CONSTRAINT uq_note_motivator_uid UNIQUE (uid), 
	CONSTRAINT fk_note_motivator_note_id FOREIGN KEY(note_id) REFERENCES discovery_note (id) ON DELETE CASCADE, 
	CONSTRAINT fk_note_motivator_motivator_id FOREIGN KEY(motivator_id) REFERENCES motivator (id) ON DELETE CASCADE
);
CREATE INDEX ix_note_motivator_motivator_id ON note_motivator (motivator_id);
CREATE UNIQUE INDEX ix_note_motivator_note_id_motivator_id ON note_motivator (note_id, motivator_id);
CREATE TABLE objective (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	starts_on VARCHAR, 
	ends_on VARCHAR, 
	retired INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_objective_uid UNIQUE (uid)
);
CREATE TABLE reading (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	result_id INTEGER NOT NULL, 
	read_on VARCHAR NOT NULL, 
	value DOUBLE NOT NULL, 
	confidence INTEGER, 
	note VARCHAR NOT NULL, 
	made_in INTEGER, baseline DOUBLE, target DOUBLE, copied_from INTEGER CONSTRAINT fk_reading_copied_from REFERENCES reading (id) ON DELETE SET NULL, of_career INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_reading_uid UNIQUE (uid), 
	CONSTRAINT fk_reading_result_id FOREIGN KEY(result_id) REFERENCES key_result (id) ON DELETE CASCADE, 
	CONSTRAINT fk_reading_made_in FOREIGN KEY(made_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_reading_result_id_read_on_id ON reading (result_id, read_on, id);
CREATE INDEX ix_reading_made_in ON reading (made_in);
CREATE TABLE action (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	item_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	owner VARCHAR NOT NULL, 
	due_on VARCHAR, 
	done_on VARCHAR, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_action_uid UNIQUE (uid), 
	CONSTRAINT fk_action_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE CASCADE
);
CREATE INDEX ix_action_item_id_rank ON action (item_id, rank);
CREATE TABLE feedback (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	way VARCHAR NOT NULL, 
	tone VARCHAR NOT NULL, 
	given_on VARCHAR, 
	from_whom VARCHAR NOT NULL, 
	situation VARCHAR NOT NULL, 
	behaviour VARCHAR NOT NULL, 
	impact VARCHAR NOT NULL, 
	made_in INTEGER, noted_on VARCHAR, item_id INTEGER CONSTRAINT fk_feedback_item_id REFERENCES plan_item (id) ON DELETE SET NULL, of_career INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_feedback_uid UNIQUE (uid), 
	CONSTRAINT fk_feedback_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_feedback_made_in FOREIGN KEY(made_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_feedback_person_id_given_on_id ON feedback (person_id, given_on, id);
CREATE INDEX ix_feedback_made_in ON feedback (made_in);
CREATE TABLE template (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT uq_template_uid UNIQUE (uid)
);
CREATE TABLE plan_snapshot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	plan_id INTEGER NOT NULL, 
	"before" VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT uq_plan_snapshot_uid UNIQUE (uid), 
	CONSTRAINT fk_plan_snapshot_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_plan_snapshot_plan_id_before ON plan_snapshot (plan_id, "before");
CREATE TABLE text_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	record_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	replaced_at VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT uq_text_version_uid UNIQUE (uid)
);
CREATE INDEX ix_text_version_kind_record_id_field_replaced_at ON text_version (kind, record_id, field, replaced_at);
CREATE TABLE trashed (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	record_id INTEGER NOT NULL, 
	person_id INTEGER, 
	deleted_at VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT uq_trashed_uid UNIQUE (uid), 
	CONSTRAINT fk_trashed_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX ix_trashed_deleted_at ON trashed (deleted_at);
CREATE INDEX ix_trashed_person_id ON trashed (person_id);
CREATE INDEX ix_plan_item_aspiration_id ON plan_item (aspiration_id);
CREATE INDEX ix_plan_item_objective_id ON plan_item (objective_id);
CREATE TABLE review_cycle (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	starts_on VARCHAR NOT NULL, 
	ends_on VARCHAR NOT NULL, 
	self_due VARCHAR, 
	peers_due VARCHAR, 
	writing_due VARCHAR, 
	sealing_due VARCHAR, 
	calibration_due VARCHAR, 
	sharing_due VARCHAR, 
	nine_box INTEGER NOT NULL, 
	closed_on VARCHAR, calibrates INTEGER NOT NULL DEFAULT 0, 
	CONSTRAINT uq_review_cycle_uid UNIQUE (uid)
);
CREATE TABLE rating_step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	meaning VARCHAR NOT NULL, 
	guideline DOUBLE, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_rating_step_uid UNIQUE (uid), 
	CONSTRAINT fk_rating_step_cycle_id FOREIGN KEY(cycle_id) REFERENCES review_cycle (id) ON DELETE CASCADE
);
CREATE INDEX ix_rating_step_cycle_id_rank ON rating_step (cycle_id, rank);
CREATE TABLE criterion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_criterion_uid UNIQUE (uid), 
	CONSTRAINT fk_criterion_cycle_id FOREIGN KEY(cycle_id) REFERENCES review_cycle (id) ON DELETE CASCADE
);
CREATE INDEX ix_criterion_cycle_id_rank ON criterion (cycle_id, rank);
CREATE TABLE review (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	left_out VARCHAR NOT NULL, 
	self_review VARCHAR NOT NULL, 
	self_received_on VARCHAR, 
	self_step INTEGER, 
	narrative VARCHAR NOT NULL, 
	gaps VARCHAR NOT NULL, 
	proposed_step INTEGER, 
	proposed_why VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	final_step INTEGER, 
	potential INTEGER, 
	share_words VARCHAR NOT NULL, 
	shared_on VARCHAR, 
	response VARCHAR NOT NULL, 
	response_on VARCHAR, sheet_digest VARCHAR NOT NULL DEFAULT '', 
	CONSTRAINT uq_review_uid UNIQUE (uid), 
	CONSTRAINT fk_review_cycle_id FOREIGN KEY(cycle_id) REFERENCES review_cycle (id) ON DELETE CASCADE, 
	CONSTRAINT fk_review_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_review_self_step FOREIGN KEY(self_step) REFERENCES rating_step (id) ON DELETE SET NULL, 
	CONSTRAINT fk_review_proposed_step FOREIGN KEY(proposed_step) REFERENCES rating_step (id) ON DELETE SET NULL, 
	CONSTRAINT fk_review_final_step FOREIGN KEY(final_step) REFERENCES rating_step (id) ON DELETE SET NULL
);
CREATE INDEX ix_review_person_id ON review (person_id);
CREATE INDEX ix_review_self_step ON review (self_step);
CREATE INDEX ix_review_proposed_step ON review (proposed_step);
CREATE INDEX ix_review_final_step ON review (final_step);
CREATE UNIQUE INDEX ix_review_cycle_id_person_id ON review (cycle_id, person_id);
CREATE TABLE seal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	sealed_at VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	opened_at VARCHAR, 
	CONSTRAINT uq_seal_uid UNIQUE (uid), 
	CONSTRAINT fk_seal_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
);
CREATE INDEX ix_seal_review_id ON seal (review_id);
CREATE TABLE peer_feedback (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	voice VARCHAR NOT NULL, 
	from_whom VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	asked_on VARCHAR, 
	received_on VARCHAR, 
	text VARCHAR NOT NULL, 
	CONSTRAINT uq_peer_feedback_uid UNIQUE (uid), 
	CONSTRAINT fk_peer_feedback_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
);
CREATE INDEX ix_peer_feedback_review_id ON peer_feedback (review_id);
CREATE TABLE accomplishment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	done_on VARCHAR NOT NULL, 
	what VARCHAR NOT NULL, 
	context VARCHAR NOT NULL, 
	impact VARCHAR NOT NULL, 
	item_id INTEGER, 
	CONSTRAINT uq_accomplishment_uid UNIQUE (uid), 
	CONSTRAINT fk_accomplishment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_accomplishment_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE SET NULL
);
CREATE INDEX ix_accomplishment_person_id_done_on_id ON accomplishment (person_id, done_on, id);
CREATE INDEX ix_accomplishment_item_id ON accomplishment (item_id);
CREATE TABLE accomplishment_criterion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	accomplishment_id INTEGER NOT NULL, 
	criterion_id INTEGER NOT NULL, 
	CONSTRAINT uq_accomplishment_criterion_uid UNIQUE (uid), 
	CONSTRAINT fk_accomplishment_criterion_accomplishment_id FOREIGN KEY(accomplishment_id) REFERENCES accomplishment (id) ON DELETE CASCADE, 
	CONSTRAINT fk_accomplishment_criterion_criterion_id FOREIGN KEY(criterion_id) REFERENCES criterion (id) ON DELETE CASCADE
);
CREATE INDEX ix_accomplishment_criterion_criterion_id ON accomplishment_criterion (criterion_id);
CREATE UNIQUE INDEX ix_accomplishment_criterion_accomplishment_id_criterion_id ON accomplishment_criterion (accomplishment_id, criterion_id);
CREATE TABLE evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	source_id INTEGER NOT NULL, 
	happened_on VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	cited_at VARCHAR NOT NULL, 
	CONSTRAINT uq_evidence_uid UNIQUE (uid), 
	CONSTRAINT fk_evidence_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
);
CREATE INDEX ix_evidence_review_id_id ON evidence (review_id, id);
CREATE TABLE calibration (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	asked_by VARCHAR NOT NULL, 
	held_on VARCHAR NOT NULL, 
	CONSTRAINT uq_calibration_uid UNIQUE (uid), 
	CONSTRAINT fk_calibration_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE, 
	CONSTRAINT fk_calibration_step_id FOREIGN KEY(step_id) REFERENCES rating_step (id) ON DELETE CASCADE
);
CREATE INDEX ix_calibration_review_id_id ON calibration (review_id, id);
CREATE INDEX ix_calibration_step_id ON calibration (step_id);
CREATE TABLE outcome (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	pay_change DOUBLE, 
	pay_unit VARCHAR NOT NULL, 
	currency VARCHAR NOT NULL, 
	effective_on VARCHAR, 
	bonus DOUBLE, 
	from_level VARCHAR NOT NULL, 
	to_level VARCHAR NOT NULL, 
	promotion VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, to_title VARCHAR NOT NULL DEFAULT '', written_on VARCHAR, 
	CONSTRAINT uq_outcome_uid UNIQUE (uid), 
	CONSTRAINT fk_outcome_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_outcome_review_id ON outcome (review_id);
CREATE TABLE promotion_point (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	outcome_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	evidence VARCHAR NOT NULL, 
	met INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_promotion_point_uid UNIQUE (uid), 
	CONSTRAINT fk_promotion_point_outcome_id FOREIGN KEY(outcome_id) REFERENCES outcome (id) ON DELETE CASCADE
);
CREATE INDEX ix_promotion_point_outcome_id_rank ON promotion_point (outcome_id, rank);
CREATE TABLE crossing (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	way VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	source_id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	crossed_at VARCHAR NOT NULL, 
	CONSTRAINT uq_crossing_uid UNIQUE (uid), 
	CONSTRAINT fk_crossing_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_crossing_person_id_id ON crossing (person_id, id);
CREATE TABLE draft (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER, 
	whose INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	record_id INTEGER NOT NULL, 
	handle VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	typed_at VARCHAR NOT NULL, 
	CONSTRAINT uq_draft_uid UNIQUE (uid), 
	CONSTRAINT fk_draft_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_draft_person_id ON draft (person_id);
CREATE INDEX ix_draft_whose ON draft (whose);
CREATE INDEX ix_draft_kind_record_id ON draft (kind, record_id);
CREATE TABLE repeat (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	weeks INTEGER NOT NULL, 
	weekday INTEGER NOT NULL, 
	minute INTEGER NOT NULL, 
	zone VARCHAR NOT NULL, 
	starts_on VARCHAR NOT NULL, 
	CONSTRAINT uq_repeat_uid UNIQUE (uid), 
	CONSTRAINT fk_repeat_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_repeat_person_id ON repeat (person_id);
CREATE TABLE goal_change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	item_id INTEGER NOT NULL, 
	changed_on VARCHAR NOT NULL, 
	made_in INTEGER, 
	what VARCHAR NOT NULL, 
	was VARCHAR NOT NULL, 
	became VARCHAR NOT NULL, reason VARCHAR NOT NULL DEFAULT '', result_id INTEGER CONSTRAINT fk_goal_change_result_id REFERENCES key_result (id) ON DELETE SET NULL, 
	CONSTRAINT uq_goal_change_uid UNIQUE (uid), 
	CONSTRAINT fk_goal_change_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE CASCADE, 
	CONSTRAINT fk_goal_change_made_in FOREIGN KEY(made_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_goal_change_item_id_changed_on ON goal_change (item_id, changed_on);
CREATE INDEX ix_goal_change_made_in ON goal_change (made_in);
CREATE TABLE review_meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	held_on VARCHAR NOT NULL, 
	minutes INTEGER, 
	CONSTRAINT uq_review_meeting_uid UNIQUE (uid), 
	CONSTRAINT fk_review_meeting_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_review_meeting_person_id_held_on ON review_meeting (person_id, held_on);
CREATE INDEX ix_review_meeting_held_on ON review_meeting (held_on);
CREATE INDEX ix_check_in_repeat_id ON check_in (repeat_id);
CREATE INDEX ix_discovery_note_made_in ON discovery_note (made_in);
CREATE TABLE idea (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	item_id INTEGER, 
	noted_on VARCHAR NOT NULL, 
	made_in INTEGER, 
	rank INTEGER NOT NULL, 
	CONSTRAINT uq_idea_uid UNIQUE (uid), 
	CONSTRAINT fk_idea_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_idea_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_idea_made_in FOREIGN KEY(made_in) REFERENCES check_in (id) ON DELETE SET NULL
);
CREATE INDEX ix_idea_person_id_rank ON idea (person_id, rank);
CREATE INDEX ix_idea_item_id ON idea (item_id);
CREATE INDEX ix_idea_made_in ON idea (made_in);
CREATE TABLE handed_over (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	what VARCHAR NOT NULL, 
	plan_id INTEGER, 
	handed_on VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, checkin_id INTEGER CONSTRAINT fk_handed_over_checkin_id REFERENCES check_in (id) ON DELETE CASCADE, 
	CONSTRAINT uq_handed_over_uid UNIQUE (uid), 
	CONSTRAINT fk_handed_over_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_handed_over_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE INDEX ix_handed_over_person_id_what_handed_on ON handed_over (person_id, what, handed_on);
CREATE INDEX ix_handed_over_plan_id ON handed_over (plan_id);
CREATE TABLE same_meaning (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	handed_over_id INTEGER NOT NULL, 
	item_uid VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT uq_same_meaning_uid UNIQUE (uid), 
	CONSTRAINT fk_same_meaning_handed_over_id FOREIGN KEY(handed_over_id) REFERENCES handed_over (id) ON DELETE CASCADE
);
CREATE INDEX ix_same_meaning_handed_over_id ON same_meaning (handed_over_id);
CREATE TABLE strike (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER, 
	kind VARCHAR NOT NULL, 
	struck_uid VARCHAR NOT NULL, 
	struck_on VARCHAR NOT NULL, 
	CONSTRAINT uq_strike_uid UNIQUE (uid), 
	CONSTRAINT fk_strike_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX ix_strike_person_id ON strike (person_id);
CREATE INDEX ix_strike_kind_struck_uid ON strike (kind, struck_uid);
CREATE INDEX ix_feedback_item_id ON feedback (item_id);
CREATE INDEX ix_goal_change_result_id ON goal_change (result_id);
CREATE INDEX ix_reading_copied_from ON reading (copied_from);
CREATE INDEX ix_agenda_item_question_id ON agenda_item (question_id);
CREATE TABLE shared_sheet (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	review_id INTEGER NOT NULL, 
	shared_on VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT uq_shared_sheet_uid UNIQUE (uid), 
	CONSTRAINT fk_shared_sheet_review_id FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
);
CREATE INDEX ix_shared_sheet_review_id ON shared_sheet (review_id);
CREATE TABLE past_role (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	until VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	CONSTRAINT uq_past_role_uid UNIQUE (uid), 
	CONSTRAINT fk_past_role_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_past_role_person_id_until ON past_role (person_id, until);
CREATE INDEX ix_handed_over_checkin_id ON handed_over (checkin_id);
CREATE VIRTUAL TABLE conversation_words USING fts5(words, content='', columnsize=0, tokenize='ascii');
INSERT INTO conversation_words (conversation_words, rank) VALUES ('automerge', 0);
CREATE VIRTUAL TABLE conversation_words_terms USING fts5vocab(conversation_words, instance);
CREATE VIRTUAL TABLE conversation_words_counts USING fts5vocab(conversation_words, row);
CREATE VIRTUAL TABLE review_words USING fts5(words, content='', columnsize=0, tokenize='ascii');
INSERT INTO review_words (review_words, rank) VALUES ('automerge', 0);
CREATE VIRTUAL TABLE review_words_terms USING fts5vocab(review_words, instance);
CREATE VIRTUAL TABLE review_words_counts USING fts5vocab(review_words, row);
CREATE TABLE search_state (form VARCHAR NOT NULL, reached INTEGER NOT NULL, last_id INTEGER NOT NULL);
CREATE TABLE pending_words (
    in_table VARCHAR NOT NULL, row_id INTEGER NOT NULL, before VARCHAR NOT NULL,
    PRIMARY KEY (in_table, row_id)
) WITHOUT ROWID
;
CREATE TABLE session (id INTEGER PRIMARY KEY, uid VARCHAR NOT NULL UNIQUE, begun_at VARCHAR NOT NULL, wrote_at VARCHAR NOT NULL);
CREATE TABLE store_identity (uid VARCHAR NOT NULL);
CREATE INDEX ix_check_in_person_id_state_kind_starts_at ON check_in (person_id, state, kind, starts_at) WHERE kind = 'career';
INSERT INTO alembic_version (version_num) VALUES ('0010');
INSERT INTO search_state (form, reached, last_id) VALUES ('3.3', 1000, 0);
INSERT INTO store_identity (uid) VALUES (lower(hex(randomblob(16))));
PRAGMA application_id=1128549169;
PRAGMA user_version=10;
COMMIT;
