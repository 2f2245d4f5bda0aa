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
        "Went through the goals. The stock feed is stable since the retry was changed.",
        "Short week. Mostly about the hand-over to the store team and who answers their questions.",
        "She wants fewer meetings on Tuesdays. We try it for a month.",
        "The audit went well. She showed the lineage page and got two good questions.",
        "On call was loud again. Looked at what could move out of the night window.",
        "Talked about the workshop for the analysts. She would rather build than present.",
    ),
    mood=(1, 1, None, 1, 0, 1, 1, 0, None, 0, -1, 0, -1),
    motivators=(
        ("Mastery", DRIVES),
        ("Helping others grow", DRIVES),
        ("Calm mornings", DRIVES),
        ("Being asked before it is decided", DRIVES),
        ("Unplanned nights", DRAINS),
    ),
    notes=(
        Note(
            9,
            "joy-lost-track",
            "Pairing with the new colleague on her first release. “I looked up and it was seven. "
            "I had not even typed.”",
            "From hunting faults to teaching. A senior role fits only if it keeps this in it.",
            ("Helping others grow", "Mastery"),
        ),
        Note(
            284,
            "joy-lost-track",
            "“Following one wrong row through six systems, on a Friday, and finding it.”",
            "Depth, and an end that one can see. Give her whole problems.",
            ("Mastery",),
        ),
        Note(
            41,
            "life-three-years",
            "“Four days a week, and known for numbers that nobody needs to check twice. "
            "No team under me.”",
            "The house in the country is more than a plan. Four days will come up by summer.",
        ),
        Note(
            150,
            "environment-childhood",
            "The workshop of her grandfather: “everything had its place, and he let me try.”",
            "Order first, then freedom. Explains how she reacts to the ticket chaos.",
            ("Mastery", "Calm mornings"),
        ),
        Note(
            188,
            "start-story",
            "Quiet, and the one who repaired the school radio. “I left the bank because nobody "
            "there could tell me what my numbers were for.”",
            "Both turning points were hers, and both were away from work without a reader.",
        ),
        Note(
            95,
            "start-good-day",
            "“One hard thing before lunch and one person helped after it.” Proud of the lineage "
            "page, because auditors use it.",
        ),
        Note(
            212,
            "success-doing",
            "“I decide what is measured, and people come to ask before they build.”",
            shows=("Being asked before it is decided",),
        ),
        Note(
            330, "stay-why", "The people, and that mistakes are talked about. “Not the car park.”"
        ),
        Note(
            66,
            "",
            "Mentioned in passing that the architecture round is at school pick-up time.",
            "Ask whether it can move. She would never ask herself.",
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
                    "Nightly loads are done by six without anyone being woken",
                    ItemState.ON_TRACK,
                    6,
                    "“I want to own something that simply works.”",
                    "Stores open with yesterday's figures on the screen.",
                    "Watch the load: two call-outs in October. Ask, do not wait for her to say it.",
                    ("Mastery", "Calm mornings"),
                    (
                        Result("Loads done by 06:00", Measure.PERCENT, 71, 95, 88),
                        Result("Call-outs a month", Measure.NUMBER, 6, 0, 2),
                    ),
                    serves=OPEN,
                ),
                Goal(
                    SHORT,
                    "Two colleagues can release the stock service alone",
                    ItemState.AT_RISK,
                    17,
                    "“I learn what I know when I explain it.”",
                    "No service depends on one person.",
                    "",
                    ("Helping others grow",),
                    (
                        Result("Releases without her", Measure.NUMBER, 0, 2, 1),
                        Result("Hand-over page is used", Measure.MILESTONE, 0, 1, None),
                    ),
                    touched=12,
                    serves=SHARED,
                ),
                Goal(
                    SHORT,
                    "Attend the architecture meetings",
                    ItemState.NOT_STARTED,
                    touched=48,
                    person="See where decisions are made.",
                ),
                Goal(
                    LONGER,
                    "The name people think of when figures must be right",
                    ItemState.ON_TRACK,
                    480,
                    "The way to a senior role without leading a team.",
                    "One definition for each figure the board looks at.",
                    "",
                    ("Mastery", "Being asked before it is decided"),
                    (Result("Teams that ask for her review", Measure.NUMBER, 1, 6, 2),),
                    touched=20,
                ),
                Goal(
                    LONGER,
                    "Four days a week with the same responsibility",
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
            summary="Two of three reached. The talk was dropped in good agreement.",
            goals=(
                Goal(
                    SHORT,
                    "Lineage of the ten most used tables can be looked up",
                    ItemState.DONE,
                    -170,
                    "Depth.",
                    "The audit needs no week of searching.",
                    feeds=("Mastery",),
                    score=1.0,
                    score_words="Used in the audit.",
                    touched=160,
                    results=(Result("Tables described", Measure.NUMBER, 0, 10, 10),),
                ),
                Goal(
                    SHORT,
                    "A talk at the spring meet-up",
                    ItemState.DROPPED,
                    -200,
                    score=0.2,
                    score_words="She does not want a stage, and said so.",
                    touched=205,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            9,
            CheckInKind.ONE_ON_ONE,
            "## Nights\nThe new rota gives her whole nights back. She slept through both weeks.\n\n"
            "## Release\nThe first release with her beside went well. The second one is on "
            "Thursday, alone.\n\n- writes the hand-over page first\n- I ask Finance about seven "
            "o'clock",
            "Said “fine” about December, twice, and looked away. Ask again.",
            0,
            -1,
            "Tired, and proud of the rota.",
        ),
        ToldCheckIn(
            23,
            CheckInKind.ONE_ON_ONE,
            "Two call-outs in one week. We agreed that the slow joins come first, everything else "
            "waits.",
            "Irritable, apologised for it.",
            -1,
            -1,
            "Not much sleep.",
        ),
        ToldCheckIn(
            41,
            CheckInKind.CAREER,
            "Where it should lead: known for figures that need no second check, without leading "
            "people. What helps: being in the architecture round early enough to be asked.",
            "The first time she said it aloud. Do not let it cool.",
            1,
            1,
            "Lively.",
        ),
    ),
    agenda=(
        ("The December rota: who is on call over the holidays?", THEM, False, False, 0),
        ("The workshop for the analysts", ME, False, False, 1),
        ("How she really is, before the year ends", ME, True, False, 0),
        ("Anything I should stop doing?", ME, False, True, 0),
    ),
    feedback=MAREIKE_FEEDBACK,
    wants=MAREIKE_WANTS,
    promises=(
        ("Ask whether the architecture round can move to eleven", ME, -4, None),
        ("Send the notes on the senior level", ME, 0, None),
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
        feedback_style="First the facts, then silence, then he talks.",
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
        "The migration is ahead of time. He worries about the part nobody looks at.",
        "He cancelled the last one himself, too much going on. We kept it short.",
        "Costs are down by a tenth. He would like that to be seen by somebody above us.",
        "Went through the alarms of the month; half of them can go.",
    ),
    mood=(1, 1, 1, 0, 0, 0, -1, -1, -2),
    motivators=(("Autonomy", DRIVES), ("Hard problems", DRIVES), ("Status reports", DRAINS)),
    notes=(
        Note(
            58,
            "stay-last-doubt",
            "“In September, when the budget was decided without us.”",
            "He has talked to somebody outside. Not about money: about having a say.",
        ),
        Note(190, "strengths-easy", "Seeing where a system will break. Hard: saying it softly."),
        Note(401, "values-angry", "“When we announce a date that we know is wrong.”"),
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
                    "Freedom from being the gate.",
                    "A new service in a day instead of three weeks.",
                    "Blocked by my own delay with Security.",
                    ("Autonomy",),
                    (Result("Days until a service runs", Measure.NUMBER, 21, 1, 9),),
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
                    (Result("Costs a month", Measure.MONEY, 84000, 67000, 75500, "€"),),
                    touched=16,
                ),
                Goal(
                    LONGER,
                    "Decides on the platform's direction together with the architects",
                    ItemState.NOT_STARTED,
                    400,
                    "A say, not a title.",
                    "Fewer turns back.",
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
            "Short. The migration is done, the rest waits for Security. He has no questions.",
            "He had none. That is the sign. Make time for a long walk this week.",
            0,
            -2,
            "Polite and far away.",
        ),
    ),
    agenda=(
        ("Where his say begins: the platform board", ME, False, False, 2),
        ("Tell him first about the new budget round", ME, True, False, 0),
    ),
    promises=(
        ("Get an answer from Security about the templates", ME, -19, None),
        ("Introduce him to the head of architecture", ME, -2, None),
    ),
    skipped=frozenset({2, 9, 10, 22, 23}),
)

TEAM = (MAREIKE, THEODOROS, AVELINE, OLEKSANDR, ROISIN, KEHINDE)
