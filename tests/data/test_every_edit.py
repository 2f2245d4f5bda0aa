"""Every edit of the services is one step, and undo gives back the exact rows."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from careerdesk import services
from careerdesk.domain.career_conversation import Verdict
from careerdesk.domain.errors import StoreError
from careerdesk.domain.feedback import FeedbackWay, Tone
from careerdesk.domain.loop import Action, Reach
from careerdesk.domain.parts import through
from careerdesk.domain.records import (
    AgendaItem,
    CheckInKind,
    DiscoveryNote,
    Drive,
    Horizon,
    ItemState,
    Lens,
    MotivatorStanding,
    Owner,
    PlanItem,
    Promise,
    ProposedBy,
)
from careerdesk.domain.reviews.records import CycleKind, PromotionState, Source, Voice
from careerdesk.domain.roster import understand
from careerdesk.domain.week import Notice
from careerdesk.services import (
    actions,
    agreements,
    answers,
    asking_before,
    aspirations,
    career_conversations,
    checkins,
    closing,
    demo,
    discovery,
    drafts,
    feedback,
    goal_changes,
    ideas,
    importing,
    key_result_values,
    key_results,
    leave,
    motivators,
    objectives,
    own_words,
    people,
    planning,
    plans,
    restoring_person,
    roles,
    striking,
    summaries,
    templates,
    tickable,
    trash,
    versions,
    week,
)
from careerdesk.services.importing import RosterRow, RowOutcome
from careerdesk.services.planning import Wish
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    evidence,
    meetings,
    promotions,
    reviews,
    steps,
)
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, PersonBuilder, a_note, a_person, a_planned, tick_point
from tests.review_builders import YEAR, ReviewBuilder, a_cycle
from tests.seeds import one_in
from tests.stores import blank_store, dump

LATER = NOW + timedelta(days=14)
DAY = timedelta(days=1)


VERSIONS = frozenset({"text_version"})  # words kept beside the steps: undo leaves them alone


class Everything:
    """A store in which every kind of record is there at least twice."""

    def __init__(self, store: Store) -> None:
        self.store = store
        discovery.ensure_bank(store)
        self.ana: PersonBuilder = a_person(store, "Ana Ruiz")
        self.ana_uid = people.get(store, self.ana.id).uid
        self.ben = a_person(store, "Ben Okri")
        self.chi = a_person(store, "Chi Tran")
        people.archive(store, self.chi.id, TODAY)
        self.ana.driven_by("Craft", "Calm").driven_by("Noise", drive=Drive.DRAINS)
        self.ana.with_goals("One", "Two", "Three").with_goals("Far", horizon=Horizon.LONGER)
        self.ana.with_checkin(20, shared_notes="Well.").with_note("Hm", "I see")
        self.ana.with_promise("Call").with_points("First", "Second")
        self.ana.with_promise("Write it down", owner=Owner.THEM)
        self.question = discovery.questions(store, self.ana.id)[0].id
        typed = drafts.new(drafts.Owner(self.ana.id, handle="field"), {"text": "Half a w"}, NOW)
        self.draft = drafts.keep(store, typed, anew=False).id
        self.asked = a_note(store, self.ana.id, self.question, date(2026, 1, 1))
        self.one, self.two, self.three, self.far = (goal.id for goal in self.ana.goals)
        self.craft, self.calm, self.noise = (found.id for found in self.ana.motivators)
        self.result = key_results.add(store, self.one, "Visits").id
        key_results.change(store, self.result, today=TODAY, current=2.0)
        key_result_values.add(store, self.result, TODAY - 3 * DAY, 1.0, today=TODAY)
        key_results.change(store, self.result, today=TODAY, target=5.0)
        self.aimed = goal_changes.target_changes(store, self.one)[0].id
        self.result_after = key_results.add(store, self.one, "Calls").id
        plans.set_item_motivators(store, self.one, [self.craft])
        each_time = checkins.add_agenda(store, self.ana.id, "Mood?", repeating=True)
        a_planned(store, self.ben.id, LATER)
        ahead, zone = NOW + timedelta(days=3), "Europe/Berlin"
        self.planned = planning.plan_repeating(store, self.ana.id, ahead, 2, zone, NOW).id
        self.past = planning.add_past(store, self.ben.id, NOW - timedelta(days=3), NOW).id
        checkins.write(store, self.past, shared_notes="Calm.")
        self.away = a_person(store, "Gus").id
        leave.begin(store, self.away, TODAY - timedelta(days=9), TODAY - timedelta(days=1))
        self.check_in = checkins.start(store, self.ana.id, NOW).id
        tick_point(store, each_time.id, TODAY, self.check_in)
        gil = a_person(store, "Gil").id
        first = planning.plan_repeating(store, gil, NOW + timedelta(hours=1), 2, "", NOW)
        self.repeated = checkins.start(store, gil, NOW, checkin_id=first.id).id
        self.told = feedback.add(
            store, self.ana.id, TODAY, behaviour="Helped", made_in=self.check_in
        ).id
        waits = FeedbackWay.TO_DELIVER
        self.untold = feedback.add(store, self.ana.id, TODAY, impact="Calm", way=waits).id
        first = aspirations.add(store, self.ana.id, ["Teach"], date(2026, 1, 1))[0]
        self.idea = ideas.add(store, self.ana.id, ["Teach", "Lead"], TODAY)[0].id
        self.wish = aspirations.change(store, first.id, date(2026, 6, 1), statement="Teach more")
        own_words.hand_over(store, self.ana.id, TODAY, TODAY)
        self.role = roles.add(store, self.ana.id, date(2025, 1, 1), TODAY, title="Trainee").id
        self.step = actions.add(store, self.one, ["Call them"], today=TODAY)[0].id
        self.step_after = actions.add(store, self.one, ["Thank them"], today=TODAY)[0].id
        self.aim = objectives.add_for_item(store, self.two, "Less waste", TODAY).id
        self.template = templates.keep_plan(store, self.ana.plan.id, "Half a year").id
        self.gone_question = discovery.add_question(store, Lens.JOY, "Cake?").id
        discovery.retire(store, self.gone_question)
        gone = checkins.add_promise(store, self.ana.id, "Gone")
        checkins.remove_promises(store, [gone.id])
        self.thrown = trash.things(store)[0].id
        self.point = checkins.agenda(store, self.ana.id)[0].id
        promise = checkins.promises(store, self.ana.id)[0].id
        self.tickable: list[tickable.Row] = [
            (Promise, promise), (AgendaItem, self.point), (Action, self.step),
        ]  # fmt: skip
        agreements.agree(store, self.ana.plan.id, TODAY)
        plans.change_item(store, self.two, today=TODAY, title="Two or more")
        found = agreements.of(store, self.ana.plan.id)
        assert found is not None
        self.changed = found.changes[0]
        self.reviews_place()

    def reviews_place(self) -> None:
        """A review in each of its stages, and what hangs on them."""
        store = self.store
        named = ("Dee", "Eli", "Fay", "Hal")
        dee, eli, self.fay, hal = (a_person(store, name).id for name in named)
        plans.change_item(store, self.far, today=TODAY, state=ItemState.DONE, may_be_cited=True)
        self.cycle = a_cycle(store)
        self.light = a_cycle(store, "Light", CycleKind.OWN, calibrates=False).id
        self.bare = a_cycle(store, "Bare", CycleKind.OWN).id
        self.late = a_cycle(store, "Late", CycleKind.OWN).id
        cycles.close(store, self.late, TODAY)
        self.shared = ReviewBuilder(store, self.cycle, self.ana.id).whole()
        self.collecting = ReviewBuilder(store, self.cycle, self.ben.id).collected().written()
        self.sealed = ReviewBuilder(store, self.cycle, dee).written().sealed()
        self.calibrated = ReviewBuilder(store, self.cycle, eli).written().sealed().calibrated()
        self.corrected = ReviewBuilder(store, self.cycle, hal).written().sealed().shared()
        reviews.write(store, self.corrected.id, gaps="Other gaps")
        cycles.leave_out(store, self.cycle.id, self.fay, "On leave")
        view = self.shared.view
        self.peers = [one.id for one in view.peers]
        self.cited, self.promotion = view.cited[0].id, view.points[0].id
        self.did = accomplishments.of_review(store, self.shared.id)[0][0].id
        self.met = meetings.add(store, self.ana.id, TODAY, 30, TODAY).id
        self.steps = [step.id for step in self.cycle.steps]
        self.criteria = [one.id for one in self.cycle.criteria]
        self.promoted = self.calibrated
        approved = PromotionState.APPROVED
        reviews.write_outcome(store, self.promoted.id, to_level="L5", promotion=approved)
        self.unused = cycles.add_level(store, self.cycle.id, "Starting").id


def written(_all: Everything, person_id: int) -> Sequence[asking_before.Row]:
    """What somebody answered in writing, to each of the questions of a letter."""
    named = asking_before.letter(_all.store, person_id, TODAY).questions
    text = "\n".join(f"{asked.number}. done" for asked in named)
    return asking_before.preview(_all.store, person_id, text, TODAY).rows


def rows(_all: Everything) -> list[RosterRow]:
    new = people.get(_all.store, _all.ben.id)
    return [
        RosterRow(2, "New One", RowOutcome.NEW, type(new)(given_name="New", family_name="One")),
        RosterRow(3, "Ben Okri", RowOutcome.UPDATE, type(new)(id=new.id, title="Boss"), ("title",)),
    ]


ROSTER = understand(enumerate([["Name", "Title"], ["Ben Okri", "Boss"], ["New One", "Lead"]], 1))


def newest(_all: Everything) -> int:
    """The reading that says where the key result stands."""
    return key_result_values.of(_all.store, _all.result)[0].id


EDITS: dict[Callable[..., object], list[Callable[[Everything], object]]] = {
    people.add: [lambda a: people.add(a.store, "Dee")],
    people.add_many: [lambda a: people.add_many(a.store, ["Dee", "Eli"])],
    people.change: [
        lambda a: people.change(a.store, a.ana.id, preferred_name="Anita", cadence_days=7),
        lambda a: people.change(a.store, a.ana.id, start_date=date(2019, 1, 1)),
    ],
    roles.begin: [
        lambda a: roles.begin(a.store, a.ana.id, TODAY, TODAY, title="Lead", level="L6"),
        lambda a: roles.begin(a.store, a.ana.id, LATER.date(), TODAY, level="L6"),
    ],
    roles.add: [lambda a: roles.add(a.store, a.ana.id, YEAR[0], TODAY, level="L4")],
    roles.keep_before: [lambda a: roles.keep_before(a.store, a.ana.id, TODAY, TODAY, title="It")],
    roles.change: [
        lambda a: roles.change(a.store, a.role, TODAY, until=YEAR[0]),
        lambda a: roles.change(a.store, a.role, TODAY, title="it's\n*so*", level=""),
    ],
    roles.remove: [lambda a: roles.remove(a.store, a.role)],
    planning.plan: [lambda a: planning.plan(a.store, a.ana.id, LATER, NOW)],
    planning.move: [
        lambda a: planning.move(a.store, a.planned, LATER, NOW, ends_repeat=True),
        lambda a: planning.move(a.store, a.planned, LATER, NOW),
        lambda a: planning.move(a.store, a.planned, LATER, NOW, CheckInKind.CAREER),
    ],
    planning.skip: [lambda a: planning.skip(a.store, a.planned, NOW, "A fair")],
    planning.cancel: [lambda a: planning.cancel(a.store, a.planned, NOW)],
    planning.plan_repeating: [
        lambda a: planning.plan_repeating(a.store, a.ana.id, LATER, 3, "", NOW),
        lambda a: planning.plan_repeating(a.store, a.ben.id, NOW + DAY, 1, "", NOW),
    ],
    planning.plan_many: [
        lambda a: planning.plan_many(
            a.store, [Wish(a.ana.id, LATER, 2), Wish(a.ben.id, LATER + DAY)], "", NOW
        ),
    ],
    planning.add_past: [
        lambda a: planning.add_past(a.store, a.ana.id, NOW - DAY, NOW, 40),
        lambda a: planning.add_past(a.store, a.ana.id, NOW + 3 * DAY, NOW + 4 * DAY, 40),
    ],
    planning.redate: [lambda a: planning.redate(a.store, a.past, NOW - DAY, NOW)],
    leave.begin: [lambda a: leave.begin(a.store, a.ana.id, TODAY, None)],
    leave.back: [lambda a: leave.back(a.store, a.away, TODAY)],
    leave.still_away: [lambda a: leave.still_away(a.store, a.away, TODAY, TODAY)],
    people.archive: [lambda a: people.archive(a.store, a.ana.id, TODAY)],
    people.restore: [lambda a: people.restore(a.store, a.chi.id)],
    people.remove: [lambda a: people.remove(a.store, a.ana.id)],
    people.removing: [lambda a: through(people.removing(a.store, a.ana.id))],
    restoring_person.restore_person: [
        lambda a: restoring_person.restore_person(a.store, a.store.path, a.ana_uid)
    ],
    restoring_person.put: [
        lambda a: restoring_person.put(
            a.store, restoring_person.held(a.store.path, a.store.path, a.ana_uid)
        )
    ],
    people.move: [
        lambda a: people.move(a.store, [a.ben.id], a.ana.id),
        lambda a: people.move(a.store, [a.ana.id], None),
    ],
    discovery.add_question: [lambda a: discovery.add_question(a.store, Lens.JOY, "Why?")],
    discovery.retire: [
        lambda a: discovery.retire(a.store, a.question),
        lambda a: discovery.retire(a.store, a.gone_question, retire=False),
    ],
    answers.answer: [
        lambda a: answers.answer(a.store, a.asked, their_words="it's\n*so*"),
        lambda a: answers.answer(
            a.store, discovery.asking(a.store, a.ben.id, a.question, TODAY), my_reading="hm"
        ),
    ],
    answers.set_private: [lambda a: answers.set_private(a.store, a.asked, private=True)],
    answers.set_off_record: [
        lambda a: answers.set_off_record(
            a.store, discovery.asking(a.store, a.ben.id, a.question, TODAY), off_record=True
        ),
        lambda a: answers.set_off_record(a.store, a.asked, off_record=False),
    ],
    discovery.write_note: [
        lambda a: discovery.write_note(a.store, a.asked.id, their_words="it's\n*so*"),
        lambda a: discovery.write_note(a.store, a.asked.id, my_reading="hm"),
    ],
    discovery.set_note_motivators: [
        lambda a: discovery.set_note_motivators(a.store, a.asked.id, [a.craft, a.noise])
    ],
    discovery.redate: [lambda a: discovery.redate(a.store, a.asked.id, date(2025, 5, 5), TODAY)],
    discovery.remove_note: [lambda a: discovery.remove_note(a.store, a.asked.id)],
    discovery.add_motivator: [lambda a: discovery.add_motivator(a.store, a.ana.id, "Light")],
    discovery.change_motivator: [
        lambda a: discovery.change_motivator(a.store, a.craft, name="Skill", drive=Drive.DRAINS)
    ],
    discovery.move_motivators: [lambda a: discovery.move_motivators(a.store, [a.calm], a.craft)],
    discovery.remove_motivators: [
        lambda a: discovery.remove_motivators(a.store, [a.craft, a.noise])
    ],
    actions.add: [
        lambda a: actions.add(a.store, a.one, ["Call", "Write"], today=TODAY, owner=Owner.ME)
    ],
    actions.change: [
        lambda a: actions.change(a.store, a.step, today=TODAY, text="Ask", due_on=TODAY)
    ],
    actions.tick: [lambda a: actions.tick(a.store, [a.step], TODAY, today=TODAY)],
    actions.move: [lambda a: actions.move(a.store, [a.step_after], a.step)],
    actions.remove: [lambda a: actions.remove(a.store, [a.step], today=TODAY)],
    ideas.add: [lambda a: ideas.add(a.store, a.ben.id, ["A", "B"], TODAY)],
    ideas.reword: [lambda a: ideas.reword(a.store, a.idea, "Shadow Bo")],
    ideas.take: [lambda a: ideas.take(a.store, a.idea, TODAY)],
    ideas.put_last: [lambda a: ideas.put_last(a.store, a.idea)],
    ideas.decline: [lambda a: ideas.decline(a.store, [a.idea])],
    aspirations.add: [lambda a: aspirations.add(a.store, a.ben.id, ["A", "B"], TODAY)],
    aspirations.change: [
        lambda a: aspirations.change(a.store, a.wish, TODAY, statement="Lead"),
        lambda a: aspirations.change(a.store, a.wish, date(2026, 1, 1), reach=Reach.FIVE_PLUS),
    ],
    aspirations.remove: [lambda a: aspirations.remove(a.store, [a.wish])],
    aspirations.put_on_plan: [lambda a: aspirations.put_on_plan(a.store, a.wish, on_plan=True)],
    summaries.mark_sent: [
        lambda a: summaries.mark_sent(a.store, a.past, summaries.of(a.store, a.past, NOW), NOW)
    ],
    asking_before.mark_sent: [
        lambda a: asking_before.mark_sent(
            a.store, a.ana.id, asking_before.letter(a.store, a.ana.id, TODAY), TODAY, TODAY
        )
    ],
    asking_before.take_in: [
        lambda a: asking_before.take_in(a.store, a.ana.id, written(a, a.ana.id), TODAY, TODAY),
        lambda a: asking_before.take_in(a.store, a.ben.id, written(a, a.ben.id), TODAY, TODAY),
    ],
    own_words.hand_over: [lambda a: own_words.hand_over(a.store, a.ana.id, TODAY, TODAY)],
    motivators.stand: [
        lambda a: motivators.stand(
            a.store, [a.craft, a.noise], MotivatorStanding.CONFIRMED, TODAY, TODAY
        )
    ],
    motivators.describe: [
        lambda a: motivators.describe(
            a.store,
            a.craft,
            TODAY,
            name="Skill",
            quote="Mine",
            standing=MotivatorStanding.SAID,
            on=TODAY,
            since=date(2026, 1, 1),
        )
    ],
    motivators.end: [lambda a: motivators.end(a.store, [a.craft, a.noise], TODAY, TODAY)],
    discovery.add_motivators: [
        lambda a: discovery.add_motivators(a.store, a.ben.id, ["Pace", "Quiet"])
    ],
    discovery.add_questions: [lambda a: discovery.add_questions(a.store, Lens.STAY, ["x?", "y?"])],
    key_results.add_all: [
        lambda a: key_results.add_all(a.store, a.one, ["Calls", "Days"], today=TODAY)
    ],
    checkins.add_promises: [lambda a: checkins.add_promises(a.store, a.ana.id, ["Call", "Write"])],
    drafts.discard: [lambda a: drafts.discard(a.store, [a.draft], a.ana.id)],
    feedback.add: [
        lambda a: feedback.add(a.store, a.ben.id, TODAY, situation="At noon", from_whom="Chi"),
        lambda a: feedback.add(a.store, a.ben.id, TODAY, impact="Late", way=FeedbackWay.TO_DELIVER),
    ],
    feedback.change: [
        lambda a: feedback.change(a.store, a.told, TODAY, behaviour="Led", tone=Tone.CONSTRUCTIVE),
        lambda a: feedback.change(a.store, a.untold, TODAY, way=FeedbackWay.RECEIVED),
        lambda a: feedback.change(a.store, a.told, TODAY, way=FeedbackWay.TO_DELIVER),
    ],
    feedback.deliver: [lambda a: feedback.deliver(a.store, a.untold, TODAY, a.check_in)],
    feedback.remove: [lambda a: feedback.remove(a.store, [a.told, a.untold])],
    discovery.reword: [lambda a: discovery.reword(a.store, a.gone_question, "More cake?")],
    objectives.add: [lambda a: objectives.add(a.store, ["Less waste", "Calm nights"])],
    objectives.add_for_item: [
        lambda a: objectives.add_for_item(a.store, a.one, "Calm nights", TODAY)
    ],
    objectives.change: [
        lambda a: objectives.change(a.store, a.aim, title="Even more", ends_on=TODAY)
    ],
    objectives.retire: [lambda a: objectives.retire(a.store, a.aim)],
    objectives.remove: [lambda a: objectives.remove(a.store, [a.aim])],
    templates.keep_agenda: [lambda a: templates.keep_agenda(a.store, a.ana.id, "Ours")],
    templates.use_agenda: [
        lambda a: templates.use_agenda(a.store, a.ben.id, templates.BUILT_IN[0].points)
    ],
    templates.keep_plan: [lambda a: templates.keep_plan(a.store, a.ana.plan.id, "Half a year")],
    templates.use_plan: [
        lambda a: templates.use_plan(a.store, a.template, a.ben.id, TODAY),
        lambda a: templates.use_plan(a.store, a.template, a.ana.id, TODAY),
    ],
    templates.duplicate: [lambda a: templates.duplicate(a.store, a.ana.plan.id, a.ben.id, TODAY)],
    templates.rename: [lambda a: templates.rename(a.store, a.template, "Other")],
    templates.remove: [lambda a: templates.remove(a.store, [a.template])],
    versions.bring_back: [
        lambda a: versions.bring_back(a.store, TextRef(PlanItem, a.one, "title"), "Before"),
        lambda a: versions.bring_back(
            a.store, TextRef(DiscoveryNote, a.asked.id, "their_words"), "Before"
        ),
    ],
    plans.start: [lambda a: plans.start(a.store, a.ben.id, "Spring", TODAY, TODAY)],
    plans.change: [lambda a: plans.change(a.store, a.ana.plan.id, title="Spring")],
    agreements.agree: [
        lambda a: agreements.agree(a.store, a.ana.plan.id, TODAY),
        lambda a: agreements.agree(a.store, a.ana.plan.id, TODAY, {a.one: ProposedBy.THEM}),
    ],
    agreements.back_to_draft: [lambda a: agreements.back_to_draft(a.store, a.ana.plan.id)],
    agreements.same_meaning: [
        lambda a: agreements.same_meaning(a.store, a.ana.plan.id, a.changed),
    ],
    agreements.set_proposed: [
        lambda a: agreements.set_proposed(a.store, a.ana.plan.id, {a.one: ProposedBy.ME})
    ],
    closing.close: [
        lambda a: closing.close(
            a.store,
            a.ana.plan.id,
            TODAY,
            "So.",
            {a.one: closing.Scored(0.7, "well", shown=True)},
            {a.one},
        ),
        lambda a: closing.close(a.store, a.ana.plan.id, TODAY),
    ],
    plans.add_items_for: [
        lambda a: plans.add_items_for(a.store, a.ana.id, Horizon.SHORT, ["x", "y"], TODAY),
        lambda a: plans.add_items_for(a.store, a.ben.id, Horizon.SHORT, ["x"], TODAY),
    ],
    plans.change_item: [
        lambda a: plans.change_item(a.store, a.one, today=TODAY, title="1", due_on=TODAY),
        lambda a: plans.change_item(a.store, a.one, today=TODAY, private_note="psst", score=0.3),
        lambda a: plans.change_item(a.store, a.one, today=TODAY, may_be_cited=True),
        lambda a: plans.change_item(a.store, a.far, today=TODAY, personal=True),
    ],
    plans.set_state: [lambda a: plans.set_state(a.store, [a.one, a.far], ItemState.DONE, TODAY)],
    planning.plan_early: [lambda a: planning.plan_early(a.store, a.repeated, LATER, NOW)],
    goal_changes.explain: [lambda a: goal_changes.explain(a.store, a.aimed, "Too low")],
    goal_changes.confirm: [lambda a: goal_changes.confirm(a.store, a.one, TODAY)],
    career_conversations.judge: [
        lambda a: career_conversations.judge(a.store, a.one, Verdict.RIGHT, TODAY),
        lambda a: career_conversations.judge(a.store, a.two, Verdict.DROP, TODAY),
    ],
    career_conversations.write_answer: [
        lambda a: career_conversations.write_answer(
            a.store, a.check_in, a.question, "it's\n*so*", TODAY
        )
    ],
    plans.move_items: [
        lambda a: plans.move_items(a.store, [a.three], Horizon.SHORT, a.one),
        lambda a: plans.move_items(a.store, [a.one, a.two], Horizon.LONGER, a.far),
    ],
    plans.remove_items: [lambda a: plans.remove_items(a.store, [a.one, a.far])],
    key_results.add: [lambda a: key_results.add(a.store, a.two, "Sum", today=TODAY)],
    key_results.change: [
        lambda a: key_results.change(a.store, a.result, target=0.1, current=1e-17),
        lambda a: key_results.change(a.store, a.result, target=1 / 3, unit="kg"),
        lambda a: key_results.change(a.store, a.result, today=TODAY, target=9.0),
    ],
    key_results.move: [lambda a: key_results.move(a.store, [a.result_after], a.result)],
    key_results.remove: [lambda a: key_results.remove(a.store, a.result)],
    plans.set_item_motivators: [
        lambda a: plans.set_item_motivators(a.store, a.one, [a.calm, a.noise])
    ],
    checkins.start: [
        lambda a: checkins.start(a.store, a.ben.id, NOW, CheckInKind.CAREER),
        lambda a: checkins.start(a.store, a.ben.id, LATER),
    ],
    checkins.write: [
        lambda a: checkins.write(a.store, a.check_in, private_notes="psst", said=-2, minutes=0)
    ],
    checkins.finish: [
        lambda a: checkins.finish(a.store, a.check_in, NOW + timedelta(minutes=40), LATER)
    ],
    checkins.cancel: [lambda a: checkins.cancel(a.store, a.check_in)],
    checkins.remove: [lambda a: checkins.remove(a.store, [a.check_in, a.ana.check_ins[0].id])],
    checkins.add_agenda: [lambda a: checkins.add_agenda(a.store, a.ben.id, "x", private=True)],
    checkins.add_agenda_points: [
        lambda a: checkins.add_agenda_points(a.store, a.ana.id, ["x", "y"])
    ],
    checkins.change_agenda: [
        lambda a: checkins.change_agenda(a.store, a.point, text="y", owner=Owner.THEM)
    ],
    tickable.tick: [
        lambda a: tickable.tick(a.store, a.tickable, TODAY, today=TODAY, checkin_id=a.check_in),
        lambda a: tickable.tick(a.store, a.tickable[:1], TODAY, today=TODAY),
    ],
    tickable.turn_owner: [lambda a: tickable.turn_owner(a.store, a.tickable, today=TODAY)],
    tickable.turn_points: [
        lambda a: tickable.turn_points(a.store, [a.point], "private"),
        lambda a: tickable.turn_points(a.store, [a.point], "repeating"),
    ],
    tickable.remove: [lambda a: tickable.remove(a.store, a.tickable, today=TODAY)],
    checkins.remove_agenda: [lambda a: checkins.remove_agenda(a.store, [a.point])],
    checkins.add_promise: [
        lambda a: checkins.add_promise(a.store, a.ana.id, "x", due_on=TODAY, made_in=a.check_in)
    ],
    checkins.change_promise: [
        lambda a: checkins.change_promise(a.store, a.ana.promises[0].id, text="y", due_on=TODAY)
    ],
    checkins.tick_promise: [lambda a: checkins.tick_promise(a.store, a.ana.promises[0].id, TODAY)],
    checkins.remove_promises: [lambda a: checkins.remove_promises(a.store, [a.ana.promises[0].id])],
    key_result_values.add: [
        lambda a: key_result_values.add(a.store, a.result, TODAY, 3.5, today=TODAY, confidence=7),
        lambda a: key_result_values.add(a.store, a.result, date(2026, 1, 1), 1.0, today=TODAY),
    ],
    key_result_values.change: [
        lambda a: key_result_values.change(
            a.store, newest(a), today=TODAY, value=0.1, confidence=3, note="it's"
        ),
        lambda a: key_result_values.change(
            a.store, newest(a), today=TODAY, read_on=date(2026, 1, 1)
        ),
    ],
    key_result_values.remove: [lambda a: key_result_values.remove(a.store, newest(a), today=TODAY)],
    trash.bring_back: [lambda a: trash.bring_back(a.store, [a.thrown])],
    trash.bringing_back: [lambda a: through(trash.bringing_back(a.store, [a.thrown]))],
    trash.forget: [lambda a: trash.forget(a.store, [a.thrown])],
    importing.apply: [lambda a: importing.apply(a.store, rows(a))],
    importing.applying: [lambda a: through(importing.applying(a.store, rows(a)))],
    importing.bringing: [
        lambda a: through(importing.bringing(a.store, [ROSTER, ROSTER], today=TODAY))
    ],
    cycles.add: [
        lambda a: cycles.add(a.store, "Half", CycleKind.HALF_YEAR, *YEAR),
        lambda a: cycles.add(a.store, "Half", CycleKind.HALF_YEAR, *YEAR, calibrates=True),
    ],
    cycles.follow: [lambda a: cycles.follow(a.store, a.cycle.id)],
    cycles.change: [
        lambda a: cycles.change(a.store, a.cycle.id, name="x", peers_due=None, nine_box=True),
        lambda a: cycles.change(a.store, a.light, calibrates=True),
        lambda a: cycles.change(a.store, a.bare, calibrates=False),
    ],
    cycles.close: [
        lambda a: cycles.close(a.store, a.cycle.id, TODAY),
        lambda a: cycles.close(a.store, a.late, None),
    ],
    cycles.remove: [lambda a: cycles.remove(a.store, a.cycle.id)],
    cycles.take_in: [
        lambda a: cycles.take_in(a.store, a.cycle.id, a.fay),
        lambda a: cycles.take_in(a.store, a.cycle.id, a.chi.id),
    ],
    cycles.leave_out: [
        lambda a: cycles.leave_out(a.store, a.cycle.id, a.ben.id, "Left"),
        lambda a: cycles.leave_out(a.store, a.cycle.id, a.chi.id, "Left"),
        lambda a: cycles.leave_out(a.store, a.cycle.id, a.fay, "Still on leave"),
    ],
    cycles.add_level: [lambda a: cycles.add_level(a.store, a.cycle.id, "More")],
    cycles.add_levels: [lambda a: cycles.add_levels(a.store, a.cycle.id, ["A", "B"])],
    cycles.change_level: [
        lambda a: cycles.change_level(a.store, a.steps[0], label="Top", guideline=1 / 3)
    ],
    cycles.move_level: [lambda a: cycles.move_level(a.store, [a.steps[2], a.steps[3]], a.steps[0])],
    cycles.remove_level: [lambda a: cycles.remove_level(a.store, a.unused)],
    cycles.add_criteria: [lambda a: cycles.add_criteria(a.store, a.cycle.id, ["x", "y"])],
    cycles.rename_criterion: [lambda a: cycles.rename_criterion(a.store, a.criteria[0], "Reach")],
    cycles.move_criterion: [
        lambda a: cycles.move_criterion(a.store, [a.criteria[2]], a.criteria[0])
    ],
    cycles.remove_criterion: [lambda a: cycles.remove_criterion(a.store, a.criteria[0])],
    reviews.write: [
        lambda a: reviews.write(a.store, a.sealed.id, narrative="it's\n*so*", potential=3),
        lambda a: reviews.write(a.store, a.collecting.id, proposed_step=None, gaps="- x"),
    ],
    reviews.ask_peers: [
        lambda a: reviews.ask_peers(a.store, a.sealed.id, ["Bo", "Bo"], TODAY, voice=Voice.UPWARD)
    ],
    reviews.write_peer: [
        lambda a: reviews.write_peer(a.store, a.peers[0], TODAY, text="New", from_whom="Bo")
    ],
    reviews.remove_peers: [lambda a: reviews.remove_peers(a.store, a.peers)],
    reviews.write_outcome: [
        lambda a: reviews.write_outcome(a.store, a.shared.id, pay_change=0.1, words="x"),
        lambda a: reviews.write_outcome(a.store, a.sealed.id, bonus=1e9, currency="€"),
    ],
    promotions.write: [
        lambda a: promotions.write(a.store, a.promoted.id, NOW),
    ],
    reviews.add_points: [
        lambda a: reviews.add_points(a.store, a.shared.id, ["x", "y"]),
        lambda a: reviews.add_points(a.store, a.sealed.id, ["x"]),
    ],
    reviews.write_point: [
        lambda a: reviews.write_point(a.store, a.promotion, text="x", evidence="y", met=False)
    ],
    reviews.remove_points: [lambda a: reviews.remove_points(a.store, [a.promotion])],
    steps.seal: [lambda a: steps.seal(a.store, a.collecting.id, NOW)],
    steps.open_seal: [lambda a: steps.open_seal(a.store, a.sealed.id, NOW)],
    steps.calibrate: [
        lambda a: steps.calibrate(a.store, a.sealed.id, a.steps[3], TODAY, reason="x"),
        lambda a: steps.calibrate(a.store, a.calibrated.id, a.steps[0], TODAY),
    ],
    steps.drop_round: [lambda a: steps.drop_round(a.store, a.calibrated.id)],
    steps.set_final: [lambda a: steps.set_final(a.store, a.calibrated.id, a.steps[0])],
    steps.share: [
        lambda a: steps.share(a.store, a.sealed.id, TODAY),
        lambda a: steps.share(a.store, a.calibrated.id, TODAY),
    ],
    steps.correct: [lambda a: steps.correct(a.store, a.corrected.id, TODAY)],
    steps.withdraw: [lambda a: steps.withdraw(a.store, a.shared.id)],
    evidence.cite: [
        lambda a: evidence.cite(a.store, a.shared.id, Source.GOAL, a.far, NOW),
        lambda a: evidence.cite(a.store, a.shared.id, Source.CHECK_IN, a.ana.check_ins[0].id, NOW),
    ],
    evidence.uncite: [lambda a: evidence.uncite(a.store, [a.cited])],
    evidence.offer_goal: [lambda a: evidence.offer_goal(a.store, a.far, NOW)],
    accomplishments.add: [
        lambda a: accomplishments.add(a.store, a.ben.id, ["x", "y"], TODAY, item_id=a.far)
    ],
    accomplishments.change: [
        lambda a: accomplishments.change(a.store, a.did, what="x", impact="y", done_on=YEAR[0])
    ],
    accomplishments.set_criteria: [
        lambda a: accomplishments.set_criteria(a.store, a.did, a.cycle.id, a.criteria[1:])
    ],
    accomplishments.remove: [lambda a: accomplishments.remove(a.store, [a.did])],
    meetings.add: [
        lambda a: meetings.add(a.store, a.ben.id, TODAY, 45, TODAY),
        lambda a: meetings.add(a.store, a.ana.id, TODAY, None, TODAY),
    ],
    meetings.change: [lambda a: meetings.change(a.store, a.met, YEAR[0], 60, TODAY)],
    meetings.remove: [lambda a: meetings.remove(a.store, [a.met])],
    week.note: [
        lambda a: week.note(a.store, a.ana.id, Notice.PRAISE, "Found it", NOW),
        lambda a: week.note(a.store, a.ana.id, Notice.RAISE, "Came late", NOW),
        lambda a: week.note(a.store, a.ben.id, Notice.RESULT, "Release alone", NOW),
    ],
    bridges.gap_to_goal: [
        lambda a: bridges.gap_to_goal(a.store, a.shared.id, "Lead across teams", NOW),
        lambda a: bridges.gap_to_goal(a.store, a.collecting.id, "Teach the others", NOW),
    ],
    bridges.plan_career_conversation: [
        lambda a: bridges.plan_career_conversation(a.store, a.shared.id)
    ],
}
CASES = [
    pytest.param(edit, id=f"{function.__name__}-{n}")
    for function, edits in EDITS.items()
    for n, edit in enumerate(edits)
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Everything:
    """Made once: each test leaves it exactly as it was."""
    return Everything(blank_store(tmp_path_factory.mktemp("every") / "store.db"))


TAKES_SHEETS = {*EDITS[people.remove], *EDITS[people.removing], *EDITS[cycles.remove]}
"""With their person or their review, what was shared goes to the trash; nothing else takes it."""


def sheets_in(rows: list[str]) -> set[str]:
    """The rows of what was shared."""
    return {row for row in rows if row.startswith("shared_sheet ")}


@pytest.mark.parametrize("edit", CASES)
def test_undo_gives_back_the_exact_rows_and_redo_the_end(
    everything: Everything, edit: Callable[[Everything], object]
) -> None:
    store, path = everything.store, everything.store.path
    before, name = dump(path, without=VERSIONS), store.undo_name
    heard: list[object] = []
    stop = store.subscribe(heard.append)
    edit(everything)
    after = dump(path, without=VERSIONS)
    assert after != before
    assert edit in TAKES_SHEETS or sheets_in(before) <= sheets_in(after)
    assert len(heard) == 1
    store.undo()
    assert dump(path, without=VERSIONS) == before
    assert store.undo_name == name
    store.redo()
    assert dump(path, without=VERSIONS) == after
    store.undo()
    assert dump(path, without=VERSIONS) == before
    stop()


BY_ITSELF = (discovery.ensure_bank, trash.purge)  # the program does it, not the user: no step

FOR_GOOD = (
    striking.strike_motivator, striking.strike_quote, striking.strike_aspiration,
    striking.forget_words,
)  # fmt: skip
"""Of these, nothing is a step: `tests/data/test_striking.py` says what becomes of undo."""


def every_edit() -> set[Callable[..., object]]:
    """The functions of all services that write, found by what they do."""
    found = pkgutil.walk_packages(services.__path__, f"{services.__name__}.")
    names = [one.name for one in found if not one.name.startswith(demo.__name__)]
    modules = [importlib.import_module(name) for name in names]
    return {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and function is not reviews.edit  # which the others are made with
        and ("origin" in inspect.signature(function).parameters or writes(function))
    }


def writes(function: Callable[..., object]) -> bool:
    """Whether it opens an edit of the store."""
    return "store.edit(" in inspect.getsource(function)


def test_no_edit_of_any_service_is_left_out_above() -> None:
    assert every_edit() - {*BY_ITSELF, *FOR_GOOD} == EDITS.keys()


@pytest.mark.parametrize("function", BY_ITSELF)
def test_what_the_program_does_by_itself_is_no_step(function: Callable[..., object]) -> None:
    assert "undoable=False" in inspect.getsource(function)


@pytest.mark.parametrize("edit", one_in(3, CASES))
def test_a_file_that_takes_nothing_leaves_everything_as_it_was(
    everything: Everything, edit: Callable[[Everything], object]
) -> None:
    store = everything.store
    before, name = dump(store.path), store.undo_name
    driver = store.writer()._connection
    driver.execute("PRAGMA query_only=ON")
    try:
        with pytest.raises(StoreError, match="can be read but not written"):
            edit(everything)
    finally:
        driver.execute("PRAGMA query_only=OFF")
    assert (dump(store.path), store.undo_name) == (before, name)


NOTHING: list[Callable[[Everything], object]] = [
    lambda a: people.move(a.store, [], a.ana.id),
    lambda a: discovery.move_motivators(a.store, [], None),
    lambda a: discovery.remove_motivators(a.store, []),
    lambda a: feedback.remove(a.store, []),
    lambda a: aspirations.remove(a.store, []),
    lambda a: ideas.decline(a.store, []),
    lambda a: asking_before.take_in(a.store, a.ana.id, [], TODAY, TODAY),
    lambda a: motivators.stand(a.store, [], MotivatorStanding.SAID, TODAY, TODAY),
    lambda a: motivators.end(a.store, [], TODAY, TODAY),
    lambda a: actions.remove(a.store, [], today=TODAY),
    lambda a: actions.tick(a.store, [], None, today=TODAY),
    lambda a: tickable.tick(a.store, [], None, today=TODAY),
    lambda a: tickable.turn_owner(a.store, [], today=TODAY),
    lambda a: tickable.turn_points(a.store, [], "private"),
    lambda a: tickable.remove(a.store, [], today=TODAY),
    lambda a: objectives.remove(a.store, []),
    lambda a: templates.remove(a.store, []),
    lambda a: templates.use_agenda(a.store, a.ana.id, []),
    lambda a: trash.bring_back(a.store, []),
    lambda a: trash.forget(a.store, []),
    lambda a: plans.set_state(a.store, [], ItemState.DONE, TODAY),
    lambda a: actions.move(a.store, [], None),
    lambda a: plans.move_items(a.store, [], Horizon.SHORT, None),
    lambda a: key_results.move(a.store, [], None),
    lambda a: plans.remove_items(a.store, []),
    lambda a: checkins.remove(a.store, []),
    lambda a: checkins.remove_agenda(a.store, []),
    lambda a: checkins.remove_promises(a.store, []),
    lambda a: cycles.move_level(a.store, [], None),
    lambda a: cycles.move_criterion(a.store, [], None),
    lambda a: cycles.add_criteria(a.store, a.cycle.id, []),
    lambda a: reviews.write(a.store, a.shared.id),
    lambda a: reviews.ask_peers(a.store, a.shared.id, [], TODAY),
    lambda a: reviews.remove_peers(a.store, []),
    lambda a: reviews.add_points(a.store, a.sealed.id, []),
    lambda a: reviews.remove_points(a.store, []),
    lambda a: evidence.uncite(a.store, []),
    lambda a: evidence.cite(a.store, a.shared.id, Source.ACCOMPLISHMENT, a.did, NOW),
    lambda a: accomplishments.add(a.store, a.ana.id, [], TODAY),
    lambda a: accomplishments.remove(a.store, []),
    lambda a: meetings.remove(a.store, []),
    lambda a: meetings.change(a.store, a.met, TODAY, 30, TODAY),
    lambda a: accomplishments.set_criteria(a.store, a.did, a.cycle.id, a.criteria[:1]),
]


@pytest.mark.parametrize("edit", one_in(2, NOTHING))
def test_an_edit_of_nothing_is_no_step(
    everything: Everything, edit: Callable[[Everything], object]
) -> None:
    store = everything.store
    name, before = store.undo_name, dump(store.path)
    edit(everything)
    assert (store.undo_name, dump(store.path)) == (name, before)
