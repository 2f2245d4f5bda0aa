"""Last year's reviews of two people, in a light cycle: over and closed.

Days count on from the end of the period.
"""

from __future__ import annotations

from careerdesk.domain.reviews.records import PeerRelation
from careerdesk.services.demo.review_script import Asked, Did, Told

TEAM, OTHER = PeerRelation.TEAM, PeerRelation.OTHER_TEAM

MAREIKE = Told(
    "Mareike",
    self_days=5,
    self_rating="Solid",
    self_review="A year of learning the old system through its faults. I know it now.",
    peers=(
        Asked("Hedda Ravnsborg", OTHER, 1, 9, "Careful, fast, and too often on her own."),
        Asked("Tomasz Wilk", TEAM, 1, 11, "I ask her first, and often I needn't ask anyone else."),
    ),
    did=(
        Did(-210, "Took over the stock feed at a day's notice",
            "Its owner had left.", "Not a day without figures.", ("Impact",), cited=True),
        Did(-64, "Built a check that stops bad rows at the door",
            "", "Four faults a week are down to one.", ("Craft",), cited=True),
    ),
    narrative="Mareike took over a service nobody else wanted, at a day's notice, and the "
    "branches did not notice a thing. Then she built the check that stops bad rows at the door: "
    "four faults a week became one.\n\n"
    "She did all of this alone. Next year somebody else should be able to do the same.",
    gaps="- Somebody else can release the stock service",
    proposed="Solid",
    why="What was agreed, reliably, and the check on top of that.",
    sealed=22,
    closing="The part I'll remember is the Friday you found that row.",
    shared=41,
    response="Fair. I didn't realise it showed that I was on my own with it.",
    answered=44,
)  # fmt: skip

THEODOROS = Told(
    "Θεόδωρος",
    self_days=6,
    self_rating="Strong",
    self_review="Planned the migration. The plan is open, and so are its risks.",
    peers=(
        Asked("Ferhat Demirel", OTHER, 1, 10, "His plan named our weak spots before we did."),
        Asked("Anneke Vos", TEAM, 1, 12, "He doesn't say much. What he does say holds up."),
    ),
    did=(
        Did(-120, "Wrote a migration plan with its risks named",
            "", "Approved without changes.", ("Craft", "Impact"), cited=True),
    ),
    narrative="Θεόδωρος planned the migration so that others could argue with it: every risk has "
    "a name, a date and a way out. It was approved without changes.\n\n"
    "He could have involved the teams earlier; two of them only learnt their date from the plan.",
    proposed="Strong",
    why="A plan this good is more than was agreed.",
    sealed=23,
    shared=42,
    response="Agreed.",
    answered=42,
)  # fmt: skip

PEOPLE = (MAREIKE, THEODOROS)
