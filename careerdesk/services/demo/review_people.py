"""This year's reviews of the made-up team: everyone stands somewhere else."""

from __future__ import annotations

from careerdesk.domain.reviews.records import PeerRelation, PromotionState, Source, Voice
from careerdesk.services.demo.review_script import Asked, Case, Cited, Did, Round, Told

TEAM, OTHER = PeerRelation.TEAM, PeerRelation.OTHER_TEAM
CUSTOMER, REPORT = PeerRelation.CUSTOMER, PeerRelation.REPORT

MAREIKE = Told(
    "Mareike",
    self_days=15,
    self_rating="Strong",
    self_review="The year had two halves. In the first one I put out fires. Since the slow "
    "joins are gone I can plan again, and the branches have their figures at six on most days.\n\n"
    "What I am proud of: the lineage page. The audit took two days instead of a week.\n\n"
    "What I would do otherwise: I handed the release over too late, because I like doing it.",
    peers=(
        Asked(
            "Deniz Aksoy",
            TEAM,
            16,
            6,
            "She answers before I have asked. In the release meetings that is sometimes too "
            "fast for me. On the first release I did myself she sat beside me and said nothing "
            "for forty minutes. I learnt more in them than in the course.",
        ),
        Asked(
            "Hedda Ravnsborg",
            OTHER,
            16,
            9,
            "When her figures and ours differ, hers are right, and she shows us why without "
            "making us feel small. I wish that she came to the architecture round.",
        ),
        Asked("Tomasz Wilk", TEAM, 16),
        Asked("Branch north, Wiebke Harms", CUSTOMER, 16),
    ),
    did=(
        Did(
            288,
            "Wrote down who answers what for the branches",
            "Every question went to her.",
            "Half of them now go to the store team.",
            ("Working together",),
        ),
        Did(
            243,
            "Found the wrong currency in the purchase feed",
            "Three months of orders were affected.",
            "Corrected before the quarter was closed.",
            ("Impact", "Craft"),
            cited=True,
        ),
        Did(
            166,
            "Lineage of the ten most used tables",
            "The auditors had asked for it twice.",
            "The audit took two days instead of a week.",
            ("Impact",),
            cited=True,
        ),
        Did(
            97,
            "Moved the slowest two joins out of the night",
            "",
            "Call-outs went from six a month to two.",
            ("Craft", "Impact"),
            cited=True,
        ),
        Did(
            27,
            "Sat beside Deniz on his first release",
            "",
            "He did the second one alone.",
            ("Working together",),
        ),
    ),
    cites=(
        Cited(Source.GOAL, "Lineage of the ten most used tables"),
        Cited(Source.FEEDBACK, "she drew the flow of the data"),
        Cited(Source.CHECK_IN, "Two call-outs in one week"),
    ),
    narrative="Mareike made the nightly loads something that nobody has to think about. At the "
    "start the team was woken six times a month; since she moved the two slowest joins it is "
    "twice, and on 88 of 100 mornings the branches have yesterday's figures at six.\n\n"
    "She also changed how others find their way. The lineage page was not asked of her: she wrote "
    "it because the auditors had come back twice, and the audit took two days instead of a week."
    " When the purchase feed held the wrong currency she found it, told Finance herself, "
    "and stayed on the line until the last order was right.\n\n"
    "What would make the next year bigger is letting go. In the review of the release plan she "
    "answered twice for Deniz, and he said nothing more that hour. Two weeks later she "
    "sat beside him through his first release without touching the keys. The second way is the "
    "one that lasts, and she knows it.",
    gaps="- Decides with the architects what is measured, before it is built\n"
    "- A second person releases the stock service without her",
    proposed="Strong",
    why="More than was agreed, and it lasts: the audit and the nights.",
)

MIGRATION = (
    "Θεόδωρος brought all 41 services over, eleven weeks ahead of the plan and with one hour of "
    "downtime. Before it began he had named the three that would break. They were rebuilt before "
    "anybody noticed.\n\n"
    "Hosting costs a tenth less than a year ago. He showed the table in the cost meeting himself, "
    "with one sentence, and the decision was made in the room.\n\n"
    "A team should start a service in a day, and it takes nine. The templates are ready and wait "
    "for Security. That wait is mine: I had promised to clear it."
)

THEODOROS = Told(
    "Θεόδωρος",
    self_days=18,
    self_rating="Strong",
    self_review="Migration done, ahead of time. Costs down by a tenth. The templates wait for "
    "Security; I have said what I had to say about that.",
    peers=(
        Asked("Ferhat Demirel", OTHER, 30, 14,
              "He told us early which of our services would break, and in which order. He was "
              "right three times out of three. He could have told us more kindly."),
        Asked("Anneke Vos", TEAM, 30, 12,
              "I start a service in nine days now, it was three weeks. Whatever he builds I can "
              "run without asking him."),
        Asked("Gonçalo Brito", OTHER, 30, 10,
              "In the cost meeting he showed the table, said one sentence, and we had a decision."),
    ),
    did=(
        Did(265, "Named the three services that would break in the migration",
            "", "All three were rebuilt before it began.", ("Craft",), cited=True),
        Did(112, "Moved the last of 41 services to the new platform",
            "Planned for eleven weeks later.", "One hour of downtime.",
            ("Impact", "Craft"), cited=True),
        Did(72, "Turned off half of the alarms",
            "Two hundred a week, read by nobody.", "The ones that are left are answered.",
            ("Impact",)),
    ),
    cites=(Cited(Source.READING, "Costs a month"), Cited(Source.CHECK_IN, "The migration is")),
    narrative=MIGRATION,
    later=f"{MIGRATION[:-1]}, and the rating should not carry it.",
    gaps="- Has a say in the direction of the platform, together with the architects",
    proposed="Strong",
    why="The migration alone is more than was agreed.",
    sealed=6,
    rounds=(
        Round(1, "Solid", "The board counts what teams can use today, and the templates are not "
              "out. I disagreed, and said why: the wait was on my side.", "Ines Kortmann"),
    ),
)  # fmt: skip

AVELINE = Told(
    "Aveline-Marguerite",
    self_days=13,
    self_rating="Solid",
    self_review="I finished the course and built the forecast for Lyon with it. I had help with "
    "the first model. Purchasing trusts it more than I do.",
    peers=(
        Asked("Odile Charrier", OTHER, 25, 11,
              "I order by her list. The cold store is never full any more. She came on "
              "a Saturday to see how we count."),
        Asked("Mathis Grünewald", TEAM, 25, 8,
              "She explains the model in three sentences, and then I can explain it too."),
    ),
    did=(
        Did(198, "Forecast for the Lyon branches, on the data of the course",
            "Her own idea, next to her work.", "A third less left over in the first month.",
            ("Impact", "Craft"), cited=True),
        Did(118, "Spent two Saturdays counting with the cold store",
            "", "Found that a fifth of the stock was booked twice.", ("Craft",), cited=True),
        Did(34, "Trained two buyers to read the forecast",
            "", "They order by it without her.", ("Working together",), cited=True),
    ),
    cites=(
        Cited(Source.GOAL, "The forecasting course is finished", no_longer=True),
        Cited(Source.CHECK_IN, "A disagreement with Purchasing"),
    ),
    narrative="A year ago Aveline ordered forecasts from others. Today Purchasing orders by hers. "
    "She built it for the Lyon branches, from the exercises of a course that she did in her "
    "evenings, and in the first month a third less was left over.\n\n"
    "What sets it apart is that others can use it. Two buyers read the forecast without "
    "her. In the disagreement with Purchasing she had the figures ready, "
    "stayed calm, and the list was changed the same day.\n\n"
    "The next step is a second region, with data that is worse than that of Lyon.",
    gaps="- Leads the forecasting work for a second region\n- Says no to a request, with a reason",
    proposed="Outstanding",
    why="Two departments work in another way because of her.",
    sealed=4,
    outcome=Case(
        change=6.5, start=-45, bonus=1500, from_level="Level 2", to_level="Level 3",
        state=PromotionState.PROPOSED,
        words="If the level is put off, the change should come all the same: she has worked on "
        "the next level for months.",
        points=(
            ("Solves problems nobody has laid out for her",
             "The forecast for Lyon was her own idea.", True),
            ("Others work better because of her", "Two buyers order by it without her.", True),
            ("Leads work across teams", "Lyon is one region; the second one has not begun.",
             False),
        ),
    ),
)  # fmt: skip

OLEKSANDR = Told(
    "Олександр",
    self_days=80,
    self_rating="Solid",
    self_review="I would like to have the review before my leave, so that nothing waits for me. "
    "Manual testing of a release took two days. Now it is five hours, and it is "
    "written down who does what while I am away.",
    peers=(
        Asked(
            "Anneke Vos",
            TEAM,
            88,
            79,
            "When his tests are red, I believe them. That was not so a year ago.",
        ),
        Asked("Ruta Jankauskė", OTHER, 88, 76, "He finds what we forgot and makes no scene of it."),
        Asked(
            "Ferhat Demirel",
            OTHER,
            88,
            74,
            "The hand-over was the best I have seen. I have not had one question since.",
        ),
    ),
    did=(
        Did(
            280,
            "Regression tests run every night",
            "",
            "A release no longer waits for a Friday.",
            ("Impact", "Craft"),
            cited=True,
        ),
        Did(
            140,
            "Test data without real customers",
            "Privacy had asked for it since two years.",
            "Approved at the first reading.",
            ("Craft",),
            cited=True,
        ),
        Did(
            66,
            "Handed over piece by piece before his leave",
            "",
            "Nobody had to call him.",
            ("Working together",),
            cited=True,
        ),
    ),
    cites=(Cited(Source.CHECK_IN, "Regression time is down"),),
    narrative="Олександр made releases dull, which is the best that can be said of them. Two days "
    "of manual testing are five hours now, and a red test is a fault and no weather.\n\n"
    "He handed over piece by piece and so well that nobody had to call him. The test data "
    "without real customers had waited for two years; his was approved at the first reading.\n\n"
    "What I would like to see more of is his voice: he knows early what should not be built, "
    "and says it late.",
    gaps="- Says early what should not be built, and so need not be tested",
    proposed="Strong",
    why="More than was agreed, and it goes on while he is away.",
    sealed=72,
    rounds=(Round(68, "Strong", "No question about it.", "Ines Kortmann"),),
    closing="Thank you for a year in which I could leave my telephone in my bag. Come back "
    "rested; nothing waits for you.",
    shared=64,
    response="Thank you. I agree with the part about my voice. I am quiet in rounds with more "
    "than five people, in smaller ones not.",
    answered=62,
    goal="Product and test decide together what is worth building",
)

ROISIN = Told(
    "Róisín",
    peers=(
        Asked(
            "Hedda Ravnsborg",
            OTHER,
            12,
            2,
            "When their team promises a day, it is that day. I would hear sooner if it is not.",
        ),
        Asked("Odile Charrier", OTHER, 12),
        Asked("Ines Kortmann", OTHER, 12),
        Asked(
            "Caoimhe Tully",
            REPORT,
            12,
            3,
            "They let me run the pricing project, and asked once a week how I wanted to be "
            "helped. It felt odd in the beginning.",
            voice=Voice.UPWARD,
        ),
        Asked("Baptiste Noël", REPORT, 12, voice=Voice.UPWARD),
    ),
    did=(
        Did(
            232,
            "Stopped the weekly report",
            "It took a day a week.",
            "Nobody has missed it.",
            ("Impact",),
        ),
        Did(
            104,
            "Two people of the team run projects of their own",
            "",
            "One of the two is ahead of its plan.",
            ("Working together",),
        ),
    ),
)

KEHINDE = Told(
    "Kehinde",
    left_out="He came this week. His first review is that of the next cycle.",
)

PEOPLE = (MAREIKE, THEODOROS, AVELINE, OLEKSANDR, ROISIN, KEHINDE)
