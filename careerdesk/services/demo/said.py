"""What was said to the people of the demo, and what waits to be."""

from __future__ import annotations

from careerdesk.domain.feedback import FeedbackWay, Tone
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
        "In the week of the stocktaking",
        "she drew the flow of the data for the branches",
        "their questions fell to a third",
        way=FeedbackWay.RECEIVED,
        whom="Branch north",
    ),
)
