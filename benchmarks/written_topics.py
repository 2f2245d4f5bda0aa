"""What the invented people of the large readable store work on, as parts of sentences.

In braces stand what differs from text to text: `{n}`, `{m}` and `{pct}` are figures, `{place}`,
`{firm}` and `{colleague}` names, `{day}` a weekday, `{who}` the first name, `{she}`, `{her}` and
`{She}` the pronouns.
"""

from __future__ import annotations

from typing import NamedTuple


class Measured(NamedTuple):
    """A key result: its name, its unit, and from where to where it runs."""

    name: str
    unit: str
    first: float
    last: float


class Topic(NamedTuple):
    """Something that several people have worked on over the years."""

    name: str
    goals: tuple[str, ...]
    results: tuple[Measured, ...]
    lines: tuple[str, ...]
    promises: tuple[str, ...]
    feedback: tuple[str, str, str]
    done: str
    private: str


TOPICS = (
    Topic(
        "billing migration",
        ("Leads the billing migration to its end", "No customer notices the billing migration"),
        (
            Measured("Customers moved to the new billing", "%", 10, 100),
            Measured("Wrong invoices a month", "invoices", 40, 5),
        ),
        (
            "Billing migration: {n} of {m} customers are moved, {firm} is next.",
            "The old invoices of {firm} do not add up; {who} found a rounding fault.",
            "{She} wants a rehearsal with {colleague} before the cut-over on {day}.",
            "Nobody but {who} knows the price tables. {She} will write them down.",
            "{firm} complained about two invoices. {who} called them {herself}.",
        ),
        (
            "Ask Finance for a second tester for the billing migration",
            "Get the price tables of {firm} from the archive",
        ),
        (
            "In the cut-over with {firm}",
            "you stopped when the totals differed",
            "nobody got a wrong invoice",
        ),
        "Moved {n} customers to the new billing without a wrong invoice",
        "{She} is tired of billing. Do not give {her} another round of it.",
    ),
    Topic(
        "warehouse scanners",
        ("Scanners work in every hall", "The warehouse counts stock without paper"),
        (
            Measured("Halls with the new scanners", "halls", 1, 9),
            Measured("Lost scans a day", "scans", 120, 10),
        ),
        (
            "Warehouse scanners: hall {n} in {place} loses the signal behind the cold store.",
            "{who} walked the hall in {place} with {colleague} and drew a map of dead spots.",
            "Battery life of the scanners is {n} hours; the night shift needs ten.",
            "The pickers in {place} like the new scanners, the gloves are the trouble.",
            "{She} ordered {n} spare scanners for {place}.",
        ),
        ("Pay the trip to the hall in {place}", "Find out who owns the radio network in {place}"),
        (
            "On the shop floor in {place}",
            "you listened to the pickers before you changed the menu",
            "they used it from the first day",
        ),
        "Scanners in {n} halls, put in with the pickers",
        "Good with people on the floor, shy in front of managers.",
    ),
    Topic(
        "apprentices",
        ("Two apprentices stay with us", "Apprentices ship something of their own each quarter"),
        (Measured("Apprentices who pass their exam", "%", 60, 100),),
        (
            "Apprentices: {n} applied, {colleague} and {who} will talk with them on {day}.",
            "{who} lets the apprentices pair with {colleague} in the mornings.",
            "One apprentice failed the exam in {place}; {who} learns with him now.",
            "{She} thinks the apprentices need a project that is theirs.",
            "The parents' evening for apprentices went well. {n} came.",
        ),
        (
            "Ask the school in {place} for its exam days",
            "Find a desk for the apprentices beside {colleague}",
        ),
        (
            "When the apprentice broke the build",
            "you sat down with him and found it together",
            "he asks now before he guesses",
        ),
        "Brought {n} apprentices through their exam",
        "{She} would rather teach than build. Has not said it yet.",
    ),
    Topic(
        "on-call rota",
        ("The rota is fair for parents too", "Nights without a false alarm"),
        (
            Measured("Alarms a night", "alarms", 14, 2),
            Measured("People in the on-call rota", "people", 4, 9),
        ),
        (
            "On-call rota: {n} alarms this week, {m} of them false.",
            "{who} was called out at three on {day}; it was the backup again.",
            "{She} swapped nights with {colleague} because of the children.",
            "The alarm of the {place} site rings for nothing. {who} will turn it off.",
            "{colleague} joins the rota next month, {who} goes through the runbook with {them}.",
        ),
        ("Keep {who} off the rota over the holidays", "Ask HR what a night on call is worth"),
        (
            "After the bad night",
            "you wrote down what woke you and what did not have to",
            "half of the alarms are gone",
        ),
        "Brought the alarms down to {n} a night",
        "The nights wear {her} down. Watch for it.",
    ),
    Topic(
        "customer interviews",
        ("Hears ten customers before the next release", "Customers are heard before we build"),
        (Measured("Customers interviewed", "interviews", 2, 24),),
        (
            "Customer interviews: {n} done, {firm} was the frankest.",
            "{firm} prints our reports and types them in again. {who} has it on tape.",
            "{who} wants {colleague} to sit in and only take notes.",
            "{n} of {m} customers never found the filter.",
            "The interview in {place} was cancelled twice.",
        ),
        (
            "Write to {firm} and open the door for an interview",
            "Pay for the transcripts of the customer interviews",
        ),
        (
            "In the interview with {firm}",
            "you kept quiet for a whole minute",
            "they told us why they nearly left",
        ),
        "Interviewed {n} customers and changed the plan by it",
        "{She} hears more than {she} says. A researcher, maybe?",
    ),
    Topic(
        "security audit",
        ("The security audit ends without a finding", "Every service has an owner for security"),
        (
            Measured("Open findings of the audit", "findings", 31, 0),
            Measured("Services with two-factor login", "%", 35, 100),
        ),
        (
            "Security audit: {n} findings are open, {m} are closed.",
            "The auditor from {place} wants to see who can read the logs.",
            "{who} and {colleague} rotate the keys on {day}.",
            "{firm} asks for our certificate before they sign.",
            "{She} found a password in a script of {colleague} and was kind about it.",
        ),
        ("Free two days before the security audit", "Get the auditor's list from {place}"),
        (
            "In front of the auditor",
            "you said that you did not know, and looked it up",
            "he trusted the rest of it",
        ),
        "Closed {n} findings of the security audit",
        "Careful to a fault. Needs somebody who says that it is enough.",
    ),
    Topic(
        "forecast model",
        ("The forecast is right for fresh goods", "Buyers trust the forecast"),
        (
            Measured("Error of the forecast", "%", 22, 9),
            Measured("Buyers who order by the forecast", "buyers", 3, 30),
        ),
        (
            "Forecast model: the error is {pct} %, in {place} it is worse.",
            "The holiday in {place} was missing in the calendar of the forecast.",
            "{who} tried the weather as an input; it gives {n} points in summer only.",
            "The buyers of {firm} still order by hand.",
            "{colleague} explained seasonality to {who}, and the other way round.",
        ),
        ("Ask the buyers of {firm} for half a day", "Find money for the weather data"),
        (
            "When the forecast was wrong in {place}",
            "you went to the buyers before they came to you",
            "they helped to find the missing holiday",
        ),
        "Brought the error of the forecast to {pct} %",
        "Wants to publish a paper. Ask the lawyers early.",
    ),
    Topic(
        "design system",
        ("All pages speak with one voice", "The design system has more than one keeper"),
        (Measured("Pages on the design system", "pages", 12, 140),),
        (
            "Design system: {n} of {m} pages use the new buttons.",
            "{who} and {colleague} disagree about the grey. Contrast decides.",
            "The tables are the hard part of the design system, {she} says.",
            "{firm} asked for larger type; {who} made it a setting.",
            "{She} showed the keyboard paths in {place}, people were surprised.",
        ),
        (
            "Tell the other teams that the design system is not optional",
            "Buy the licence for the typeface",
        ),
        (
            "In the quarrel about the grey",
            "you measured instead of arguing",
            "everybody could agree",
        ),
        "Moved {n} pages to the design system",
        "Takes criticism of the buttons as criticism of {herself}.",
    ),
    Topic(
        "hiring",
        ("Three good people join the team", "Interviews are fair and short"),
        (Measured("Days from letter to answer", "days", 40, 12),),
        (
            "Hiring: {n} letters, {m} worth an interview.",
            "The candidate from {place} wants to work four days; {who} is for it.",
            "{who} rewrote the advertisement without the word rockstar.",
            "{colleague} and {who} ask the same questions of everybody now.",
            "We lost a candidate to {firm} because we were slow.",
        ),
        ("Settle the salary band for the new post", "Answer the candidate from {place} by {day}"),
        (
            "In the interview on {day}",
            "you asked what the candidate needs to do well",
            "she told us about it for the first time",
        ),
        "Brought {n} people into the team",
        "Could lead the hiring alone. Try it with the next post.",
    ),
    Topic(
        "data lineage",
        ("Every figure shows where it comes from", "No report without lineage"),
        (Measured("Reports with lineage", "reports", 5, 60),),
        (
            "Data lineage: {n} reports show their source, {m} do not.",
            "The lineage of the stock figures ends in a table that {colleague} made in a hurry.",
            "The controller in {place} found the lineage page by {herself_c} and liked it.",
            "{who} drew the lineage on the wall; it is four metres long.",
            "{firm} asks where our figures come from.",
        ),
        ("Get read access to the books of {place}", "Name an owner for the stock figures"),
        (
            "In the meeting with the controllers",
            "you showed the path of one single figure",
            "the discussion was over in ten minutes",
        ),
        "Gave {n} reports a lineage that the controllers read",
        "Brilliant and lonely with this topic. Find a second one.",
    ),
    Topic(
        "accessibility",
        ("Everything can be done by keyboard", "Blind colleagues can use the ordering"),
        (Measured("Pages that a screen reader can read", "%", 40, 100),),
        (
            "Accessibility: {n} pages cannot be reached by keyboard.",
            "{who} watched a blind customer of {firm} order with a screen reader.",
            "{colleague} repaired the labels, {who} tests them on {day}.",
            "The captions for the {place} video are missing.",
            "{She} wants a test in every build, not a project.",
        ),
        (
            "Invite the user group from {place}",
            "Make room for the accessibility tests in the build",
        ),
        (
            "After the visit of the user group",
            "you let them speak first",
            "we found out that the order of the fields was the problem",
        ),
        "Made {n} pages usable by keyboard",
        "This is close to {her} heart because of {her} brother. Private.",
    ),
    Topic(
        "reorganisation",
        ("The new team finds its rhythm", "Nobody is lost in the reorganisation"),
        (Measured("Open posts after the reorganisation", "posts", 8, 0),),
        (
            "Reorganisation: {colleague} moves to {place}, {who} stays.",
            "{who} asks who decides now about the budget of {place}.",
            "{n} of {m} desks are empty; {she} misses the old room.",
            "{She} would like to hear such news before the newspaper does.",
            "The new head from {firm} introduces himself on {day}.",
        ),
        (
            "Find out who reports to whom after the reorganisation",
            "Tell {who} first, should anything change again",
        ),
        (
            "In the week of the announcement",
            "you asked everybody how they were",
            "two people stayed who wanted to go",
        ),
        "Kept {n} people together through the reorganisation",
        "Has an offer from {firm}, I think. Ask openly.",
    ),
    Topic(
        "returns desk",
        ("Returns are paid back in three days", "The returns desk needs no paper"),
        (Measured("Days until a return is paid", "days", 17, 3),),
        (
            "Returns desk: {n} parcels wait in {place}.",
            "{who} sorted the reasons for returns; wrong size leads with {pct} %.",
            "The printer of the returns desk in {place} is dead again.",
            "{firm} sends things back that they never bought from us.",
            "{colleague} and {who} want to pay back before the parcel is opened.",
        ),
        (
            "Get a second printer for the returns desk in {place}",
            "Ask the lawyers about paying back early",
        ),
        (
            "At the returns desk in {place}",
            "you worked a shift there yourself",
            "you knew what to leave out",
        ),
        "Brought the returns in {place} down to {n} days",
        "Proud of this one. Say so in front of others.",
    ),
    Topic(
        "supplier portal",
        ("Suppliers help themselves", "The portal answers in a second"),
        (
            Measured("Time until the portal answers", "ms", 4200, 900),
            Measured("Suppliers who use the portal", "suppliers", 20, 300),
        ),
        (
            "Supplier portal: {n} suppliers signed in, {firm} among them.",
            "The portal answers in {m} ms at noon; {who} wants to find out why.",
            "{firm} wrote a letter because the upload lost their price list.",
            "{who} and {colleague} took the search apart.",
            "In {place} they still phone. Two women do nothing else.",
        ),
        ("Call {firm} about the lost price list", "Find a machine for the load test of the portal"),
        (
            "When {firm} wrote the angry letter",
            "you phoned them the same day",
            "they test the new upload with us now",
        ),
        "Brought {n} suppliers to the portal",
        "Wants to hear praise from the head of purchasing, not from me.",
    ),
)

PLAIN = (
    "{She} was on holiday in {place} and slept well.",
    "Slept badly, the neighbours build.",
    "We went for a walk instead of sitting.",
    "{colleague} helped with the presentation. {She} said thanks in front of all.",
    "The train from {place} was late, so we had twenty minutes only.",
    "{She} wants to learn Portuguese and asks for an hour a week.",
    "{who} moderated the meeting on {day} for the first time.",
    "Overtime: {n} hours this month. We agreed on a free {day}.",
    "The coffee machine again. We laughed about it.",
    "{She} read a book on feedback and lent it to {colleague}.",
    "A quiet week. Nothing that had to be decided.",
    "{who} would like to visit {firm} and see how they work.",
    "The child starts school in summer; mornings are full.",
    "{She} said no to a meeting, and nothing happened.",
    "What went well: the demonstration for {firm}. What did not: the mails after it.",
    "{colleague} leaves at the end of the month; {who} takes over the keys.",
)
PRIVATE = (
    "{She} was quieter than last week.",
    "Ask about the father next time, not in passing.",
    "I spoke too much. Let {her} begin next time.",
    "Salary came up between the lines.",
    "{She} and {colleague} avoid each other. Why?",
    "Good mood, for the first time in weeks.",
    "Did not want to speak about {place}.",
    "I should have asked what {she} needs from me.",
)
MOTIVATORS = (
    ("Mastery", "I want to be the one who really understands it."),
    ("Helping others", "It is a good day when somebody got further because of me."),
    ("Quiet mornings", "Before ten nobody may want anything of me."),
    ("Being heard", "I need not be right, but I want to be asked."),
    ("Variety", "The third time I do the same thing I fall asleep."),
    ("Finishing things", "An open end costs me more than work does."),
    ("Working outdoors", "In the yard I think better than at the desk."),
    ("Recognition", "One sentence from the customer keeps me going for a month."),
)
ASPIRATIONS = (
    "Lead a team of my own", "Work four days a week and paint on the fifth",
    "Become an architect without becoming a manager", "A year abroad with the family",
    "Teach at the vocational school", "Speak at a conference about {topic}",
)  # fmt: skip
IDEAS = (
    "Swap desks with somebody in {place} for a month", "Shadow {colleague} in {topic}",
    "A talk about {topic} at the open evening", "Learn from {firm} how they do {topic}",
)  # fmt: skip
PLACES = (
    "Porto", "Gdańsk", "Leeds", "Trieste", "Aarhus", "Lyon", "Brno", "Izmir", "Ghent", "Turku",
    "Split", "Linz",
)  # fmt: skip
FIRMS = (
    "Hartwig & Sons", "Nordkai", "Bellacqua", "Tessmer Tools", "Oakhurst", "Milano Bags",
    "Fjordline Foods", "Pereira Cork", "Kestrel Bikes", "Sundmark",
)  # fmt: skip
