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
    self_review="It was a year of two halves. In the first I was putting out fires. Now that the "
    "slow joins are gone I can plan again, and the branches have their figures by six most "
    "days.\n\n"
    "What I'm proud of: the lineage page. The audit took two days instead of a week.\n\n"
    "What I'd do differently: I handed the release over too late, because I like doing it.",
    peers=(
        Asked(
            "Deniz Aksoy",
            TEAM,
            16,
            6,
            "She answers before I've asked. In release meetings that's sometimes too fast for me. "
            "On the first release I did myself, she sat beside me and said nothing for forty "
            "minutes. I learnt more in those than on the whole course.",
        ),
        Asked(
            "Hedda Ravnsborg",
            OTHER,
            16,
            9,
            "When her figures and ours differ, hers are right, and she shows us why without "
            "making us feel small. I wish she came to the architecture meetings.",
        ),
        Asked("Tomasz Wilk", TEAM, 16),
        Asked("North branch, Wiebke Harms", CUSTOMER, 16),
    ),
    did=(
        Did(
            288,
            "Wrote down who answers what for the branches",
            "Every question used to go to her.",
            "Half of them now go to the store team.",
            ("Working together",),
        ),
        Did(
            243,
            "Found the wrong currency in the purchase feed",
            "Three months of orders were affected.",
            "Corrected before the quarter closed.",
            ("Impact", "Craft"),
            cited=True,
        ),
        Did(
            166,
            "Documented the lineage of the ten most used tables",
            "The auditors had asked for it twice.",
            "The audit took two days instead of a week.",
            ("Impact",),
            cited=True,
        ),
        Did(
            97,
            "Moved the two slowest joins out of the night run",
            "",
            "Call-outs fell from six a month to two.",
            ("Craft", "Impact"),
            cited=True,
        ),
        Did(
            27,
            "Sat beside Deniz on his first release",
            "",
            "He did the second on his own.",
            ("Working together",),
        ),
    ),
    cites=(
        Cited(Source.GOAL, "Lineage of the ten most used tables"),
        Cited(Source.FEEDBACK, "she drew the data flow"),
        Cited(Source.CHECK_IN, "Two call-outs in one week"),
    ),
    narrative="Mareike has turned the nightly loads into something nobody has to think about. At "
    "the start of the year the team was woken six times a month; since she moved the two slowest "
    "joins it has been twice, and on 88 mornings out of 100 the branches have yesterday's figures "
    "by six.\n\n"
    "She has also made it easier for others to find their way. Nobody asked her for the lineage "
    "page: she wrote it because the auditors had come back twice, and the audit took two days "
    "instead of a week. When the purchase feed had the wrong currency, she found it, told Finance "
    "herself, and stayed on the line until the last order was right.\n\n"
    "What would make next year bigger is letting go. In the review of the release plan she "
    "answered for Deniz twice, and he said nothing for the rest of the hour. Two weeks later she "
    "sat beside him through his first release without touching the keyboard. That is the approach "
    "that lasts, and she knows it.",
    gaps="- Decides with the architects what gets measured, before it is built\n"
    "- A second person releases the stock service without her",
    proposed="Strong",
    why="More than was agreed, with lasting effect: the audit and the nights.",
)

MIGRATION = (
    "Θεόδωρος moved all 41 services across, eleven weeks ahead of plan and with one hour of "
    "downtime. Beforehand he had named the three that would break, and they were rebuilt before "
    "anybody noticed.\n\n"
    "Hosting costs a tenth less than a year ago. He presented the table in the cost meeting "
    "himself, in one sentence, and the decision was made there and then.\n\n"
    "A team should be able to start a service in a day, and it takes nine. The templates are "
    "ready and waiting for Security. That delay is mine: I had promised to clear it."
)

THEODOROS = Told(
    "Θεόδωρος",
    self_days=18,
    self_rating="Strong",
    self_review="Migration done, ahead of schedule. Costs down by a tenth. The templates are "
    "waiting for Security; I've said what I had to say about that.",
    peers=(
        Asked("Ferhat Demirel", OTHER, 30, 14,
              "He told us early which of our services would break, and in what order. He was "
              "right three times out of three. He could have put it more kindly."),
        Asked("Anneke Vos", TEAM, 30, 12,
              "I can start a service in nine days now; it used to be three weeks. Whatever he "
              "builds, I can run without asking him."),
        Asked("Gonçalo Brito", OTHER, 30, 10,
              "In the cost meeting he put up the table, said one sentence, and we had a decision."),
    ),
    did=(
        Did(265, "Named the three services that would break in the migration",
            "", "All three were rebuilt before it began.", ("Craft",), cited=True),
        Did(112, "Moved the last of 41 services to the new platform",
            "It was planned for eleven weeks later.", "One hour of downtime.",
            ("Impact", "Craft"), cited=True),
        Did(72, "Turned off half the alarms",
            "Two hundred a week, and nobody read them.", "The ones that are left get answered.",
            ("Impact",)),
    ),
    cites=(Cited(Source.READING, "Monthly costs"), Cited(Source.CHECK_IN, "The migration is")),
    narrative=MIGRATION,
    later=f"{MIGRATION[:-1]}, and his rating should not suffer for it.",
    gaps="- Has a say in the platform's direction, together with the architects",
    proposed="Strong",
    why="The migration alone is more than was agreed.",
    sealed=6,
    rounds=(
        Round(1, "Solid", "The board counts what teams can use today, and the templates aren't "
              "out. I disagreed, and said why: the delay was mine.", "Ines Kortmann"),
    ),
)  # fmt: skip

AVELINE = Told(
    "Aveline-Marguerite",
    self_days=13,
    self_rating="Solid",
    self_review="I finished the course and used it to build the forecast for Lyon. I had help "
    "with the first model. Purchasing trusts it more than I do.",
    peers=(
        Asked("Odile Charrier", OTHER, 25, 11,
              "I order from her list. The cold store is never full any more. She came in on a "
              "Saturday to see how we count."),
        Asked("Mathis Grünewald", TEAM, 25, 8,
              "She explains the model in three sentences, and after that I can explain it too."),
    ),
    did=(
        Did(198, "Built a forecast for the Lyon branches from her course exercises",
            "Her own idea, on top of her day job.", "A third less left over in the first month.",
            ("Impact", "Craft"), cited=True),
        Did(118, "Spent two Saturdays counting stock in the cold store",
            "", "Found that a fifth of it was booked twice.", ("Craft",), cited=True),
        Did(34, "Trained two buyers to read the forecast",
            "", "They order from it without her help.", ("Working together",), cited=True),
    ),
    cites=(
        Cited(Source.GOAL, "Forecasting course finished", no_longer=True),
        Cited(Source.CHECK_IN, "A disagreement with Purchasing"),
    ),
    narrative="A year ago Aveline got her forecasts from others. Today Purchasing orders from one "
    "of hers. She built it for the Lyon branches out of the exercises from a course she took in "
    "the evenings, and in the first month a third less was left over.\n\n"
    "What sets it apart is that others can use it. Two buyers read the forecast without her help. "
    "In the disagreement with Purchasing she stayed calm and had the figures ready, and the list "
    "was changed the same day.\n\n"
    "The next step is a second region, with worse data than Lyon's.",
    gaps="- Leads the forecasting work for a second region\n"
    "- Says no to a request, and gives a reason",
    proposed="Outstanding",
    why="Two departments work differently because of her.",
    sealed=4,
    outcome=Case(
        change=6.5, start=-45, bonus=1500, from_level="Level 2", to_level="Level 3",
        state=PromotionState.PROPOSED,
        words="If the promotion is put off, the increase should go ahead all the same: she has "
        "been working at the next level for months.",
        points=(
            ("Solves problems nobody has laid out for her",
             "The forecast for Lyon was her own idea.", True),
            ("Others work better because of her",
             "Two buyers order from it without her help.", True),
            ("Leads work across teams", "Lyon is one region; the second has not started.", False),
        ),
    ),
)  # fmt: skip

OLEKSANDR = Told(
    "Олександр",
    self_days=80,
    self_rating="Solid",
    self_review="I'd like to have my review before my leave, so that nothing is waiting for me. "
    "Manual testing of a release used to take two days. Now it takes five hours, and it's written "
    "down who does what while I'm away.",
    peers=(
        Asked(
            "Anneke Vos",
            TEAM,
            88,
            79,
            "When his tests are red, I believe them. A year ago I didn't.",
        ),
        Asked(
            "Ruta Jankauskė", OTHER, 88, 76, "He finds what we forgot and makes no fuss about it."
        ),
        Asked(
            "Ferhat Demirel",
            OTHER,
            88,
            74,
            "The best hand-over I've ever seen. I haven't had a single question since.",
        ),
    ),
    did=(
        Did(
            280,
            "Regression tests run every night",
            "",
            "Releases no longer wait for a Friday.",
            ("Impact", "Craft"),
            cited=True,
        ),
        Did(
            140,
            "Built test data without real customers in it",
            "Privacy had been asking for it for two years.",
            "Approved first time.",
            ("Craft",),
            cited=True,
        ),
        Did(
            66,
            "Handed over piece by piece before his leave",
            "",
            "Nobody has had to call him.",
            ("Working together",),
            cited=True,
        ),
    ),
    cites=(Cited(Source.CHECK_IN, "The regression run is down"),),
    narrative="Олександр has made releases boring, which is the best thing you can say about a "
    "release. Two days of manual testing are now five hours, and a red test means a fault, not "
    "bad weather.\n\n"
    "He handed over piece by piece, and so well that nobody has had to call him. Privacy had "
    "waited two years for test data without real customers; his was approved first time.\n\n"
    "I would like to hear his voice more: he knows early on what should not be built, but says so "
    "late.",
    gaps="- Says early on what should not be built, and so need not be tested",
    proposed="Strong",
    why="More than was agreed, and it carries on while he is away.",
    sealed=72,
    rounds=(Round(68, "Strong", "No question about it.", "Ines Kortmann"),),
    closing="Thank you for a year in which I could leave my phone in my bag. Come back rested; "
    "nothing will be waiting for you.",
    shared=64,
    response="Thank you. I agree with the part about my voice. I'm quiet in meetings of more than "
    "five people, but not in smaller ones.",
    answered=62,
    goal="Product and Test decide together what is worth building",
)

ROISIN = Told(
    "Róisín",
    peers=(
        Asked(
            "Hedda Ravnsborg",
            OTHER,
            12,
            2,
            "When their team promises a date, they keep it. I'd like to know sooner if they can't.",
        ),
        Asked("Odile Charrier", OTHER, 12),
        Asked("Ines Kortmann", OTHER, 12),
        Asked(
            "Caoimhe Tully",
            REPORT,
            12,
            3,
            "They let me run the pricing project, and asked once a week what help I wanted. It "
            "felt odd at first.",
            voice=Voice.UPWARD,
        ),
        Asked("Baptiste Noël", REPORT, 12, voice=Voice.UPWARD),
    ),
    did=(
        Did(
            232,
            "Stopped the weekly report",
            "It took up a day a week.",
            "Nobody has missed it.",
            ("Impact",),
        ),
        Did(
            104,
            "Two people in the team run projects of their own",
            "",
            "One of the two is ahead of plan.",
            ("Working together",),
        ),
    ),
)

KEHINDE = Told(
    "Kehinde",
    left_out="He joined this week, so his first review will be in the next cycle.",
)

PEOPLE = (MAREIKE, THEODOROS, AVELINE, OLEKSANDR, ROISIN, KEHINDE)
