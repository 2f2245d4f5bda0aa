"""The people of the demo. All of them, and all that they say, are invented."""

from __future__ import annotations

from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    ItemState,
    Measure,
    Owner,
    Person,
)
from careerdesk.services.demo.others import AVELINE, KEHINDE, OLEKSANDR, ROISIN
from careerdesk.services.demo.said import MAREIKE_FEEDBACK, MAREIKE_WANTS
from careerdesk.services.demo.script import (
    OPEN,
    SHARED,
    Goal,
    Note,
    Part,
    Period,
    Result,
    ToldCheckIn,
)

SHORT, LONGER = Horizon.SHORT, Horizon.LONGER
ME, THEM = Owner.ME, Owner.THEM
DRIVES, DRAINS = Drive.DRIVES, Drive.DRAINS

MAREIKE = Part(
    Person(
        given_name="Mareike",
        family_name="Solbrück",
        pronouns="she/her",
        title="Data engineer",
        level="Level 3",
        team="Supply data",
        place="Bremen",
        time_zone="Europe/Berlin",
        email="mareike.solbrueck@example.org",
        external_id="4107",
        recognition="In writing, soon after. Not in front of the whole department.",
        feedback_style="Straight, with an example, and never on a Friday afternoon.",
    ),
    hired=1420,
    promoted=610,
    every=14,
    since=720,
    until=9,
    next_in=0.15,
    repeats=2,
    career_in=6,
    usual=(
        "Went through her goals. Stock feed stable since we changed the retry.",
        "Short week. Mostly the store team hand-over and who answers their questions.",
        "She wants fewer meetings on Tuesdays. We'll try it for a month.",
        "The audit went well. She showed the lineage page and got two good questions.",
        "On-call was noisy again. Looked at what could move out of the night window.",
        "Talked about the workshop for the analysts. She'd rather build than present.",
    ),
    mood=(1, 1, None, 1, 0, 1, 1, 0, None, 0, -1, 0, -1),
    motivators=(
        ("Mastery", DRIVES),
        ("Helping others grow", DRIVES),
        ("Calm mornings", DRIVES),
        ("Being asked before things are decided", DRIVES),
        ("Broken nights", DRAINS),
    ),
    notes=(
        Note(
            9,
            "joy-lost-track",
            "Pairing with the new colleague on her first release. “I looked up and it was seven. "
            "I hadn't typed a thing.”",
            "Moving from hunting faults to teaching. A senior role only fits if this stays part "
            "of it.",
            ("Helping others grow", "Mastery"),
        ),
        Note(
            284,
            "joy-lost-track",
            "“Following one wrong row through six systems, on a Friday, and finding it.”",
            "Depth, and an end in sight. Give her whole problems.",
            ("Mastery",),
        ),
        Note(
            41,
            "life-three-years",
            "“Four days a week, and known for numbers nobody has to check twice. No team under "
            "me.”",
            "The house in the country is more than an idea. Four days will come up by the summer.",
        ),
        Note(
            150,
            "environment-childhood",
            "Her grandfather's workshop: “Everything had its place, and he let me try things.”",
            "Order first, then freedom. Explains her reaction to the ticket chaos.",
            ("Mastery", "Calm mornings"),
        ),
        Note(
            188,
            "start-story",
            "Quiet, and the one who mended the school radio. “I left the bank because nobody "
            "there could tell me what my numbers were for.”",
            "Both turning points were her own choice, and both led away from work nobody read.",
        ),
        Note(
            95,
            "start-good-day",
            "“One hard thing done before lunch, and one person helped after it.” Proud of the "
            "lineage page, because the auditors use it.",
        ),
        Note(
            212,
            "success-doing",
            "“I decide what gets measured, and people come and ask before they build.”",
            shows=("Being asked before things are decided",),
        ),
        Note(
            330, "stay-why", "The people, and that mistakes get talked about. “Not the car park.”"
        ),
        Note(
            66,
            "",
            "Mentioned in passing that the architecture meeting is at school pick-up time.",
            "Ask whether it can move. She'd never ask herself.",
        ),
    ),
    plans=(
        Period(
            -145,
            38,
            agreed=-140,
            goals=(
                Goal(
                    SHORT,
                    "Nightly loads finish by six without waking anyone",
                    ItemState.ON_TRACK,
                    6,
                    "“I want to own something that just works.”",
                    "Stores open with yesterday's figures on screen.",
                    "Watch her workload: two call-outs in October. Ask, don't wait for her to say "
                    "so.",
                    ("Mastery", "Calm mornings"),
                    (
                        Result("Loads done by 06:00", Measure.PERCENT, 71, 95, 88),
                        Result("Call-outs a month", Measure.NUMBER, 6, 0, 2),
                    ),
                    serves=OPEN,
                ),
                Goal(
                    SHORT,
                    "Two colleagues can release the stock service on their own",
                    ItemState.AT_RISK,
                    17,
                    "“I find out what I know when I explain it.”",
                    "Releases carry on when somebody is away.",
                    "",
                    ("Helping others grow",),
                    (
                        Result("Releases without her", Measure.NUMBER, 0, 2, 1),
                        Result("Hand-over page is in use", Measure.MILESTONE, 0, 1, None),
                    ),
                    touched=12,
                    serves=SHARED,
                ),
                Goal(
                    SHORT,
                    "Attend the architecture meetings",
                    ItemState.NOT_STARTED,
                    touched=48,
                    person="See where decisions get made.",
                ),
                Goal(
                    LONGER,
                    "The name people think of when the figures have to be right",
                    ItemState.ON_TRACK,
                    480,
                    "A route to a senior role without leading a team.",
                    "One definition for each figure the board looks at.",
                    "",
                    ("Mastery", "Being asked before things are decided"),
                    (Result("Teams that ask for her review", Measure.NUMBER, 1, 6, 2),),
                    touched=20,
                ),
                Goal(
                    LONGER,
                    "Four days a week with the same responsibilities",
                    ItemState.NOT_STARTED,
                    300,
                    "Time for the house.",
                    "",
                    feeds=("Calm mornings",),
                    touched=41,
                    committed=False,
                ),
            ),
        ),
        Period(
            -360,
            -150,
            agreed=-352,
            closed=-148,
            title="First plan",
            summary="One of two reached. We both agreed to drop the talk.",
            goals=(
                Goal(
                    SHORT,
                    "Lineage of the ten most used tables can be looked up",
                    ItemState.DONE,
                    -170,
                    "Depth.",
                    "An audit no longer means a week of searching.",
                    feeds=("Mastery",),
                    score=1.0,
                    score_words="Used in the audit.",
                    touched=160,
                    results=(Result("Tables documented", Measure.NUMBER, 0, 10, 10),),
                ),
                Goal(
                    SHORT,
                    "A talk at the spring meet-up",
                    ItemState.DROPPED,
                    -200,
                    score=0.2,
                    score_words="She doesn't want a stage, and said so.",
                    touched=205,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            9,
            CheckInKind.ONE_ON_ONE,
            "## Nights\nWith the new rota she gets whole nights again. She slept through both "
            "weeks.\n\n"
            "## Release\nThe first release, with her sitting in, went well. The second is on "
            "Thursday, without her.\n\n"
            "- she writes the hand-over page first\n- I'll ask Finance about seven o'clock",
            "Said “fine” about December, twice, and looked away. Ask again.",
            0,
            -1,
            "Tired, and proud of the rota.",
        ),
        ToldCheckIn(
            23,
            CheckInKind.ONE_ON_ONE,
            "Two call-outs in one week. We agreed the slow joins come first and everything else "
            "waits.",
            "Irritable, apologised for it.",
            -1,
            -1,
            "Not much sleep.",
        ),
        ToldCheckIn(
            41,
            CheckInKind.CAREER,
            "Where she wants to get to: known for figures that need no second check, without "
            "managing people. What would help: being in the architecture meetings early enough to "
            "be asked.",
            "First time she's said it out loud. Don't let it go cold.",
            1,
            1,
            "Lively.",
        ),
    ),
    agenda=(
        ("The December rota: who's on call over the holidays?", THEM, False, False, 0),
        ("Workshop for the analysts", ME, False, False, 1),
        ("How she's really doing, before the year is out", ME, True, False, 0),
        ("Anything I should stop doing?", ME, False, True, 0),
    ),
    feedback=MAREIKE_FEEDBACK,
    wants=MAREIKE_WANTS,
    promises=(
        ("Ask whether the architecture meeting can move to eleven", ME, -4, None),
        ("Send her the notes on the senior level", ME, 0, None),
        ("Draft the hand-over page", THEM, 3, None),
        ("Move the two slowest joins", THEM, -10, -12),
    ),
    skipped=frozenset({4, 17, 18, 31}),
)

THEODOROS = Part(
    Person(
        given_name="Θεόδωρος",
        family_name="Καλαμάρης",
        pronouns="he/him",
        title="Platform engineer",
        level="Level 4",
        team="Platform",
        place="Thessaloniki",
        time_zone="Europe/Athens",
        external_id="3992",
        email="t.kalamaris@example.org",
        recognition="A quiet word, and a harder problem.",
        feedback_style="Facts first, then silence, then he'll talk.",
    ),
    hired=2210,
    promoted=240,  # after the period of last year's review, which shows what was before
    before=("Systems engineer", "Level 3"),
    every=21,
    since=715,
    until=16,
    next_in=1.2,
    missed=4,
    usual=(
        "The migration is ahead of schedule. He worries about the part nobody looks at.",
        "He cancelled the last one himself, too much going on. We kept it short.",
        "Costs are down by a tenth. He'd like somebody above us to notice.",
        "Went through the month's alarms; half of them can go.",
    ),
    mood=(1, 1, 1, 0, 0, 0, -1, -1, -2),
    motivators=(("Autonomy", DRIVES), ("Hard problems", DRIVES), ("Status reports", DRAINS)),
    notes=(
        Note(
            58,
            "stay-last-doubt",
            "“In September, when the budget was decided without us.”",
            "He's talked to somebody outside. Not about money, about having a say.",
        ),
        Note(
            190, "strengths-easy", "Easy: seeing where a system will break. Hard: saying it gently."
        ),
        Note(401, "values-angry", "“When we announce a date we know is wrong.”"),
    ),
    plans=(
        Period(
            -120,
            60,
            agreed=-110,
            goals=(
                Goal(
                    SHORT,
                    "Every team can start a service without asking us",
                    ItemState.BLOCKED,
                    -6,
                    "No longer being the gatekeeper.",
                    "A new service in a day instead of three weeks.",
                    "Blocked by me: I've been slow with Security.",
                    ("Autonomy",),
                    (Result("Days to get a service running", Measure.NUMBER, 21, 1, 9),),
                    touched=34,
                ),
                Goal(
                    SHORT,
                    "Hosting costs fall by a fifth",
                    ItemState.ON_TRACK,
                    30,
                    "A problem with a number on it.",
                    "Budget for two more people.",
                    "",
                    ("Hard problems",),
                    (Result("Monthly costs", Measure.MONEY, 84000, 67000, 75500, "€"),),
                    touched=16,
                ),
                Goal(
                    LONGER,
                    "Decides the platform's direction together with the architects",
                    ItemState.NOT_STARTED,
                    400,
                    "A say, not a title.",
                    "Fewer U-turns.",
                    "",
                    ("Autonomy",),
                    touched=58,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            16,
            CheckInKind.ONE_ON_ONE,
            "Short. The migration is done, the rest is waiting for Security. He had no questions.",
            "He had none. That's the warning sign. Make time for a long walk this week.",
            0,
            -2,
            "Polite, and miles away.",
        ),
    ),
    agenda=(
        ("Where he gets a say: the platform board", ME, False, False, 2),
        ("Tell him first about the new budget round", ME, True, False, 0),
    ),
    promises=(
        ("Get an answer from Security about the templates", ME, -19, None),
        ("Introduce him to the head of architecture", ME, -2, None),
    ),
    skipped=frozenset({2, 9, 10, 22, 23}),
)

TEAM = (MAREIKE, THEODOROS, AVELINE, OLEKSANDR, ROISIN, KEHINDE)
