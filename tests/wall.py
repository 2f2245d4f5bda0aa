"""A store for proofs of the wall: every word of each room that the other must not know is marked.

`REVIEW` marks what belongs to Reviews alone, `GROWTH` what is private in Growth, and what a
person told or was told there without a thought of their review.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from careerdesk.domain.feedback import FeedbackWay
from careerdesk.domain.records import CheckInKind, Horizon, ItemState, Owner
from careerdesk.domain.reviews.records import Review, Source
from careerdesk.services import (
    actions,
    agreements,
    asking_before,
    checkins,
    discovery,
    feedback,
    ideas,
    key_result_values,
    key_results,
    planning,
    plans,
    summaries,
    versions,
)
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    evidence,
    meetings,
    reviews,
    steps,
)
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.review_builders import ReviewBuilder, a_cycle

REVIEW, GROWTH = "qzreview", "qzgrowth"
PAY = 74321.5
MEETING_MINUTES = 1013  # of which Conversations know the sum
_NUMBERS = re.compile(r"(?<![\w.])7432[12](?!\w)")  # pay change and bonus; in no random id


def of_review(text: str) -> list[str]:
    """The lines of a text that know something of Reviews."""
    return [line for line in text.splitlines() or [text] if _knows(line)]


def _knows(line: str) -> bool:
    return REVIEW in line.lower() or tells_pay(line)


def tells_pay(text: str) -> bool:
    """Whether the marked pay stands in a text, in groups or not."""
    return bool(_NUMBERS.search(re.sub(r"(?<=\d)[,.\s'’](?=\d{3})", "", text)))


def of_conversations(text: str) -> list[str]:
    """The lines of a text that know something that has to stay in Growth."""
    return [line for line in text.splitlines() or [text] if GROWTH in line.lower()]


def grown(store: Store, name: str) -> PersonBuilder:
    """Someone with a past in Growth; what has to stay there is marked."""
    ana = a_person(store, name).with_goals("Loads are done by six", "The rota is fair")
    ana.driven_by("Craft").said().driven_by(f"{GROWTH} drive").with_note(
        f"{GROWTH} words", f"{GROWTH} reading"
    )
    for days, felt in ((28, 1), (14, 0), (7, -1)):
        ana.with_checkin(
            days, shared_notes="We looked at the plan", private_notes=f"{GROWTH} notes",
            said=felt, sensed=felt, temperature_words=f"{GROWTH} mood",
        )  # fmt: skip
    checkins.add_agenda(store, ana.id, "The rota for winter")
    checkins.add_agenda(store, ana.id, f"{GROWTH} point", private=True)
    ana.with_promise("Send the numbers", due_in=-3)
    first = ana.goals[0].id
    plans.change_item(store, first, today=TODAY, private_note=f"{GROWTH} goal", may_be_cited=True)
    result = key_results.add(store, first, "Late loads", today=TODAY).id
    key_result_values.add(store, result, TODAY, 3.0, today=TODAY)
    plans.set_state(store, [first], ItemState.DONE, TODAY)
    feedback.add(store, ana.id, TODAY, behaviour="Helped the night shift")
    feedback.add(store, ana.id, TODAY, impact=f"{GROWTH} untold", way=FeedbackWay.TO_DELIVER)
    ana.like(recognition=f"{GROWTH} recognition", feedback_style=f"{GROWTH} style")
    missed = planning.plan(store, ana.id, NOW + timedelta(hours=1), NOW)
    planning.skip(store, missed.id, NOW, f"{GROWTH} reason")
    planning.plan(store, ana.id, NOW + timedelta(hours=2), NOW)
    discovery.ensure_bank(store)
    confide(ana)
    return ana


def confide(ana: PersonBuilder) -> None:
    """Things that are open between the two and none of the review's: each of them is marked.

    A goal that nobody wants cited, with all that hangs on it; a career conversation with what was
    noted down in it; an idea; letters that were sent, and what was answered in writing.
    """
    store = ana.store
    goal = plans.add_items_for(store, ana.id, Horizon.SHORT, [f"{GROWTH} uncited"], TODAY)[0].id
    words = {"for_person": f"{GROWTH} for her", "for_business": f"{GROWTH} for us"}
    plans.change_item(store, goal, today=TODAY, **words)
    result = key_results.add(store, goal, f"{GROWTH} key result", today=TODAY).id
    key_result_values.add(store, result, TODAY, 3.0, today=TODAY, note=f"{GROWTH} reading note")
    actions.add(store, goal, [f"{GROWTH} step"], today=TODAY)
    plans.set_state(store, [goal], ItemState.DONE, TODAY)
    agreements.agree(store, ana.plan.id, TODAY, today=TODAY)
    ana.with_promise(f"{GROWTH} promise", owner=Owner.THEM, due_in=4)
    _future_conversation(ana)
    ideas.add(store, ana.id, [f"{GROWTH} idea"], TODAY)
    _write_to_each_other(ana)


def _future_conversation(ana: PersonBuilder) -> None:
    """A career conversation with its notes, and with feedback that was given in it."""
    store, start = ana.store, NOW - timedelta(days=3)
    check_in = checkins.start(store, ana.id, start, CheckInKind.CAREER)
    checkins.write(store, check_in.id, shared_notes=f"{GROWTH} career notes")
    feedback.add(
        store,
        ana.id,
        TODAY - timedelta(days=3),
        behaviour=f"{GROWTH} said in it",
        made_in=check_in.id,
    )
    checkins.finish(store, check_in.id, start + timedelta(hours=1))
    ana.check_ins.append(checkins.get(store, check_in.id))
    summaries.mark_sent(store, check_in.id, summaries.of(store, check_in.id, NOW), NOW)


def _write_to_each_other(ana: PersonBuilder) -> None:
    """The questions before the next check-in, and the answer that came in writing."""
    store = ana.store
    letter = asking_before.letter(store, ana.id, TODAY)
    asking_before.mark_sent(store, ana.id, letter, TODAY, TODAY)
    answer = "\n".join(
        f"{one.number}. {GROWTH} written {one.kind.value}" for one in letter.questions
    )
    understood = asking_before.preview(store, ana.id, answer, TODAY)
    taken = [replace(row, taken=True) for row in understood.rows]
    asking_before.take_in(store, ana.id, taken, TODAY, TODAY)


def reviewed(ana: PersonBuilder) -> ReviewBuilder:
    """A whole review of theirs, every text and number of it marked; some of it deleted since."""
    store = ana.store
    cycle = a_cycle(store, "Year 2026")
    for place, step in enumerate(cycle.steps):
        cycles.change_level(
            store, step.id, label=f"{REVIEW} step {place}", meaning=f"{REVIEW} meaning"
        )
    for criterion in cycle.criteria:
        cycles.rename_criterion(store, criterion.id, f"{REVIEW} {criterion.name}")
    review = ReviewBuilder(store, cycles.get(store, cycle.id), ana.id, REVIEW)
    _write_twice(review)
    review.collected().written().sealed().calibrated(2)
    for one in evidence.offered(store, review.id):
        evidence.cite(store, review.id, one.source, one.source_id, NOW)
    review.with_outcome(PAY).calibrated(0).shared()
    reviews.write(store, review.id, share_words=f"{REVIEW} share, put right")
    steps.correct(store, review.id, TODAY)
    bridges.gap_to_goal(store, review.id, "Lead a project across teams", NOW)
    bridges.plan_career_conversation(store, review.id)
    meetings.add(store, review.person_id, TODAY, 30, TODAY)
    meetings.add(store, ana.id, TODAY, MEETING_MINUTES, TODAY)
    _delete_some(review)
    return review


def _write_twice(review: ReviewBuilder) -> None:
    """Texts that were replaced since, so that there are earlier versions."""
    for field in ("narrative", "self_review", "gaps"):
        for word in ("first", "second"):
            versions.bring_back(review.store, TextRef(Review, review.id, field), f"{REVIEW} {word}")


def _delete_some(review: ReviewBuilder) -> None:
    """Things in the trash: of this review, and a cycle with another one."""
    store = review.store
    peer = reviews.ask_peers(store, review.id, [f"{REVIEW} gone"], TODAY)[0]
    reviews.write_peer(store, peer.id, TODAY, text=f"{REVIEW} gone")
    reviews.remove_peers(store, [peer.id])
    done = accomplishments.add(store, review.person_id, [f"{REVIEW} gone"], TODAY)[0]
    cited = evidence.cite(store, review.id, Source.ACCOMPLISHMENT, done.id, NOW)
    evidence.uncite(store, [cited.id])
    accomplishments.remove(store, [done.id])
    other = a_cycle(store, f"{REVIEW} cycle that is gone")
    gone = ReviewBuilder(store, other, review.person_id, REVIEW).written()
    steps.seal(store, gone.id, NOW)
    steps.share(store, gone.id, TODAY)
    cycles.remove(store, other.id)


def two_places(store: Store, *names: str) -> list[ReviewBuilder]:
    """Everyone with both rooms full; the reviews, one for each name."""
    grown_up = [grown(store, name) for name in names]
    return [reviewed(one) if place == 0 else _joined(one) for place, one in enumerate(grown_up)]


def _joined(ana: PersonBuilder) -> ReviewBuilder:
    """A review in the cycle that is there already, which still collects."""
    cycle = cycles.every(ana.store)[0]
    review = ReviewBuilder(ana.store, cycles.get(ana.store, cycle.id), ana.id, REVIEW)
    return review.collected().written()
