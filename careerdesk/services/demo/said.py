"""What was said to the people of the demo, what waits to be, and what they want."""

from __future__ import annotations

from careerdesk.domain.feedback import FeedbackWay, Tone
from careerdesk.domain.loop import AspirationState, Reach
from careerdesk.services.demo.script import Said

MAREIKE_FEEDBACK = (
    Said(
        None,
        "When the stock figures were wrong on Monday",
        "you told the branches before anybody asked",
        "they trusted the new figures the same day",
        way=FeedbackWay.TO_DELIVER,
    ),
    Said(
        18,
        "In the review of the release plan",
        "you answered for Deniz twice",
        "he said nothing for the rest of the hour",
        tone=Tone.CONSTRUCTIVE,
    ),
    Said(
        41,
        "In the week of the stocktake",
        "she drew the data flow for the branches",
        "their questions dropped to a third",
        way=FeedbackWay.RECEIVED,
        whom="North branch",
    ),
)
MAREIKE_WANTS = (
    (
        Reach.ONE_YEAR,
        AspirationState.COMMITTED,
        140,
        "Senior, without giving up the hands-on work",
    ),
    (
        Reach.TWO_TO_THREE,
        AspirationState.EXPLORING,
        75,
        "The one they ask before they buy a system",
    ),
)
