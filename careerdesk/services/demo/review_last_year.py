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
    self_review="A year of learning the old system by its faults. I know it now.",
    peers=(
        Asked("Hedda Ravnsborg", OTHER, 1, 9, "Careful, fast, and alone too much."),
        Asked("Tomasz Wilk", TEAM, 1, 11, "I ask her first, and often I need nobody else."),
    ),
    did=(
        Did(-210, "Took the stock feed over from one day to the next",
            "Its owner had left.", "No day without figures.", ("Impact",), cited=True),
        Did(-64, "A check that stops wrong rows at the door",
            "", "Four faults a week are now one.", ("Craft",), cited=True),
    ),
    narrative="Mareike took over a service that nobody else wanted, from one day to the next, and "
    "the branches did not notice. Then she built the check that stops wrong rows at the "
    "door: four faults a week became one.\n\n"
    "She worked alone on it. Next year somebody else should be able to do the same.",
    gaps="- Somebody else can release the stock service",
    proposed="Solid",
    why="What was agreed, dependably, and the check beyond it.",
    sealed=22,
    closing="The part I will remember is the Friday on which you found the row.",
    shared=41,
    response="Fair. I did not know that it showed that I was alone with it.",
    answered=44,
)  # fmt: skip

THEODOROS = Told(
    "Θεόδωρος",
    self_days=6,
    self_rating="Strong",
    self_review="Planned the migration. The plan is public, so are its risks.",
    peers=(
        Asked("Ferhat Demirel", OTHER, 1, 10, "His plan named our weak places before we did."),
        Asked("Anneke Vos", TEAM, 1, 12, "He says little. What he says holds."),
    ),
    did=(
        Did(-120, "A migration plan with its risks named",
            "", "Approved without a change.", ("Craft", "Impact"), cited=True),
    ),
    narrative="The migration was planned by Θεόδωρος so that others could argue with it: every "
    "risk has a name, a day and a way out. It was approved without a change.\n\n"
    "He could have involved the teams earlier; two of them heard of their date from the plan.",
    proposed="Strong",
    why="A plan of this quality is more than was agreed.",
    sealed=23,
    shared=42,
    response="Agreed.",
    answered=42,
)  # fmt: skip

PEOPLE = (MAREIKE, THEODOROS)
