"""What is said of goals that are tasks: advice, the weightiest first."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.hints import Hint, hints, is_activity
from careerdesk.domain.records import Horizon, ItemState, KeyResult, PlanItem
from careerdesk.domain.views import ItemView

DAY = date(2026, 11, 17)

TASKS = """
Attend the architecture meetings
to work on the feed
Support our stores.
Contribute
  Look   into caching
TAKE PART in the audit
Help with onboarding
Take the cloud exam
Take on more responsibility
Complete the leadership course
Complete the course by June!
Attend 3 conferences
Organise the summer meeting
Organize a hackathon
Write a blog post every month
Write the hand-over page
Mentor two juniors
Mentor Kehinde
Do more code reviews
Do a presentation
Improve communication
Improve the onboarding
Improve my German
Increase visibility
Strengthen the team spirit
Get better at saying no
Be more proactive
Become a better presenter
Focus on quality
Spend more time with customers
Learn Kubernetes
Learn Kubernetes so that nights are quiet
Learn about pricing
Read the Kafka book
Read 12 papers
Review all pull requests
Review two designs a week
Lead the guild
Lead a project
Plan the offsite
Present at the all-hands
Prepare the audit
Participate in the working group
Join the on-call rota
Explore new tools
Continue the rotation
Shadow an architect
Support the migration
Research three vendors
Talk to customers
Try to delegate more
Work with Finance
Work towards a promotion
Set up a reading circle
Run the retrospectives
Hold four workshops
Create a roadmap
Develop a strategy for testing
Implement the new dashboard
Familiarise myself with the billing code
Get involved in hiring
Volunteer for the works council
I want to coach a new colleague
Network with other teams
Support
Write documentation which is complete
"""

OUTCOMES = """
Stores open with yesterday's figures
Support tickets are answered within a day
Support tickets halve
Read latency is below 20 ms
Read replicas take over by themselves
Attendance up
Help desk calls halve
Help texts need no explaining
New hires ship in week one
Workshops fill up
Continued growth
財務
The release runs without me
Loads are done by 06:00
Improve checkout conversion from 2 to 3 %
Improve load time to under 2 s
Improve first answers to 95 %
Reduce complaints by half
Increase renewals by 10 %
Reduce open incidents below 5
Write access is gone from production
Write conflicts vanish
Complete orders are shipped the same day
Lead time is two days
Lead times under a week
Review times under two days
Take rate above 30 %
Take-up doubles
Work orders close within a day
Mentor hours are booked out, and both sides have them
Nights are quiet
Nobody needs to ask who owns the feed
Four days a week
Speaks English with customers without notes
Is asked first when prices change
Runs the guild alone
Owns the release
Owns the billing end to end
Two teams use the template
Customers renew without a discount
On-call pages drop by half
Design reviews end with a decision
Test coverage of billing at 80 %
Training places fill within a day
Meetings end on time
Reports arrive before nine
Planned work gets done in the sprint
Documents can be found in one search
Book sales double
Manager of a team of five
Staff engineer for storage
Coaches of three teams know the method
Drive space lasts for two years
Practice rooms stay free on Fridays
Known as the person for pricing
Invoices without a manual step
Zero data loss in the annual drill
Learning budget is used by everyone
Partner invoices no longer need a call
Start time of the store till under 5 s
Share of self-service orders at 60 %
Studies show up in decisions
"""


def a_goal(results: int = 1, **fields: object) -> ItemView:
    whole: dict[str, object] = {
        "title": "Stores open with yesterday's figures",
        "due_on": DAY,
        "for_person": "Owns it",
        "for_business": "Earlier orders",
    }
    item = PlanItem(plan_id=1, horizon=Horizon.SHORT, touched_on=DAY, **(whole | fields))  # type: ignore[arg-type]
    return ItemView(item, (), (KeyResult(item_id=1, name="n"),) * results)


@pytest.mark.parametrize("title", TASKS.strip("\n").split("\n"))
def test_a_title_that_says_what_is_done_is_an_activity(title: str) -> None:
    assert is_activity(title)


@pytest.mark.parametrize("title", [*OUTCOMES.strip().split("\n"), "", "  ", "to", "."])
def test_an_outcome_is_none(title: str) -> None:
    assert not is_activity(title)


def test_a_language_without_a_table_has_no_activities() -> None:
    assert not is_activity("Attend a course", "xx")


def test_a_whole_goal_gets_no_advice() -> None:
    assert hints(a_goal()) == ()


def test_all_that_is_lacking_is_told_the_weightiest_first() -> None:
    bare = a_goal(0, title="Attend a course", for_business=" ", due_on=None)
    assert hints(bare) == (Hint.ONE_SIDE, Hint.ACTIVITY, Hint.NO_MEASURE, Hint.NO_DATE)


def test_serving_neither_side_comes_before_everything_else() -> None:
    nobody = a_goal(0, title="Attend a course", for_person="", for_business=" ")
    assert hints(nobody) == (Hint.NEITHER_SIDE, Hint.ACTIVITY, Hint.NO_MEASURE)


@pytest.mark.parametrize("side", ["for_person", "for_business"])
def test_a_personal_goal_is_right_with_one_side(side: str) -> None:
    assert hints(a_goal(personal=True, **{side: ""})) == ()
    assert hints(a_goal(**{side: ""})) == (Hint.ONE_SIDE,)


def test_a_personal_goal_that_serves_nobody_is_told() -> None:
    nobody = a_goal(personal=True, for_person="", for_business="")
    assert hints(nobody) == (Hint.NEITHER_SIDE,)


def test_a_goal_that_is_over_is_left_in_peace() -> None:
    assert hints(a_goal(0, title="Attend a course", state=ItemState.DONE)) == ()
