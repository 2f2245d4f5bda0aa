"""The other four people of the demo."""

from __future__ import annotations

from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    ItemState,
    Measure,
    Owner,
    Person,
    PersonStatus,
)
from careerdesk.services.demo.script import FORECAST, Goal, Note, Part, Period, Result, ToldCheckIn

SHORT, LONGER = Horizon.SHORT, Horizon.LONGER
ME, THEM = Owner.ME, Owner.THEM
DRIVES, DRAINS = Drive.DRIVES, Drive.DRAINS

AVELINE = Part(
    Person(
        given_name="Aveline-Marguerite",
        family_name="de Saint-Exquery Montferrand",
        preferred_name="Aveline",
        pronouns="she/her",
        title="Business analyst",
        level="Level 2",
        team="Supply data",
        place="Lyon",
        time_zone="Europe/Paris",
        external_id="4480",
    ),
    hired=505,
    every=14,
    since=490,
    until=12,
    next_in=2.4,
    usual=(
        "Second month of the forecast. She explains it better than the people who built it.",
        "Course homework: she showed me the model on real data.",
        "A disagreement with Purchasing. She stayed calm and had the figures ready.",
    ),
    mood=(0, 1, 1, 2, 1, 2, 1, 2),
    motivators=(("Learning", DRIVES), ("Being seen", DRIVES), ("Variety", DRIVES)),
    notes=(
        Note(
            26,
            "learning-next",
            "Build the forecast herself instead of asking others for it.",
            "She can. She just needs somebody to tell her so.",
        ),
        Note(120, "feedback-best", "“You explain things so that nobody is embarrassed to ask.”"),
    ),
    plans=(
        Period(
            -80,
            102,
            goals=(
                Goal(
                    SHORT,
                    "Purchasing orders from her forecast, not last year's list",
                    ItemState.ON_TRACK,
                    40,
                    "Something of her own.",
                    "A third less leftover stock.",
                    "",
                    ("Being seen", "Learning"),
                    (Result("Orders from the forecast", Measure.PERCENT, 0, 60, 35),),
                    touched=6,
                    serves=FORECAST,
                ),
                Goal(
                    SHORT,
                    "Forecasting course finished",
                    ItemState.DONE,
                    -3,
                    "Learning.",
                    "Forecasting stays in the team.",
                    "",
                    ("Learning",),
                    (Result("Modules", Measure.NUMBER, 0, 8, 8),),
                    touched=5,
                ),
                Goal(SHORT, "Shadow a buyer for a week", ItemState.NOT_STARTED, 20, touched=30),
                Goal(SHORT, "Write a guide to the forecast", ItemState.NOT_STARTED, touched=30),
                Goal(
                    LONGER,
                    "Leads the forecasting work for a second region",
                    ItemState.NOT_STARTED,
                    365,
                    "Variety.",
                    "One method instead of four.",
                    "",
                    ("Variety",),
                    touched=26,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            12,
            CheckInKind.ONE_ON_ONE,
            "Course finished. She wants to take the forecast beyond the Lyon stores next.",
            "",
            2,
            2,
            "",
        ),
    ),
    agenda=(("Which region next, and who decides?", THEM, False, False, 0),),
    promises=(("Tell Purchasing who built the forecast", ME, 5, None),),
    skipped=frozenset({7}),
)

OLEKSANDR = Part(
    Person(
        given_name="Олександр",
        family_name="Верховець",
        pronouns="he/him",
        title="Test engineer",
        level="Level 3",
        team="Platform",
        place="Gdańsk",
        time_zone="Europe/Warsaw",
        status=PersonStatus.ON_LEAVE,
        external_id="4021",
    ),
    hired=1105,
    away_since=60,
    back_in=-1,
    every=14,
    since=700,
    until=62,
    usual=(
        "Handed over piece by piece before his leave.",
        "The regression run is down to an hour.",
    ),
    mood=(1, 1, 1, 2),
    motivators=(("Reliability", DRIVES), ("Family first", DRIVES)),
    notes=(
        Note(
            75,
            "life-first-sign",
            "“That I come back and nobody has had to call me.”",
            "His leave is sacred. Keep everyone off him.",
        ),
    ),
    plans=(
        Period(
            -250,
            110,
            agreed=-245,
            goals=(
                Goal(
                    SHORT,
                    "A release no longer needs a day of manual testing",
                    ItemState.ON_TRACK,
                    100,
                    "No more working weekends.",
                    "A release every week.",
                    "",
                    ("Reliability",),
                    (Result("Manual hours per release", Measure.NUMBER, 16, 1, 5),),
                    touched=62,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            62,
            CheckInKind.ONE_ON_ONE,
            "Last catch-up before his leave. Everything is handed over.",
            "",
            2,
            2,
            "Relieved.",
        ),
    ),
)

ROISIN = Part(
    Person(
        given_name="Róisín",
        family_name="Ní Dhuibhne",
        pronouns="they/them",
        title="Team lead, analytics",
        level="Level 5",
        team="Analytics",
        place="Galway",
        time_zone="Europe/Dublin",
        external_id="3317",
        cadence_days=28,
        longest_gap_days=42,
    ),
    hired=3050,
    promoted=1300,
    every=28,
    since=705,
    until=51,
    usual=(
        "Their first year as a lead. Talked about the two who don't get on.",
        "They dropped the weekly report. Nobody has missed it.",
        "Hiring took up most of it. One good candidate said no.",
    ),
    mood=(0, None, 0, 1, None, 1),
    motivators=(("Responsibility", DRIVES), ("Fairness", DRIVES), ("Hiring", DRAINS)),
    notes=(
        Note(
            79,
            "feedback-how",
            "“Tell me while I can still change it.”",
            "They mean the spring. I said it six weeks too late.",
        ),
    ),
    plans=(
        Period(
            -230,
            -14,
            agreed=-221,
            goals=(
                Goal(
                    SHORT,
                    "Two people in the team run their own projects",
                    ItemState.AT_RISK,
                    -14,
                    "Leading by letting go.",
                    "The team doesn't stop when one person is away.",
                    "",
                    ("Responsibility",),
                    (Result("Projects with a lead of their own", Measure.NUMBER, 0, 2, 1),),
                    touched=90,
                ),
                Goal(
                    LONGER,
                    "Analytics speaks with one voice across the company",
                    ItemState.NOT_STARTED,
                    500,
                    "Fairness.",
                    "",
                    touched=120,
                ),
            ),
        ),
    ),
    check_ins=(
        ToldCheckIn(
            51,
            CheckInKind.ONE_ON_ONE,
            "The quarrel in the team: they have talked to each of them, and will now see both "
            "together.",
            "Needs my backing in Monday's meeting.",
            0,
            None,
            "",
        ),
    ),
    agenda=(("The quarrel: what came out of it?", ME, True, False, 0),),
    promises=(("Decide on the second analyst", ME, -33, None),),
    skipped=frozenset({3, 12}),
)

KEHINDE = Part(
    Person(
        given_name="Kehinde",
        family_name="Adéyẹmí-Bright",
        pronouns="he/him",
        title="Support engineer",
        level="Level 2",
        team="Platform",
        place="Leeds",
        time_zone="Europe/London",
        external_id="4611",
    ),
    hired=3,
)
