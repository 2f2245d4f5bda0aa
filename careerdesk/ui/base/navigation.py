"""Going somewhere: asked by any page, done by the window."""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import Aspiration
from careerdesk.domain.records import AgendaItem, CheckIn, PlanItem, Question, Record
from careerdesk.ui.base.drafts import REVIEWS

PREPARE, DISCOVERY, PLAN, CHECK_INS = "prepare", "discovery", "plan", "check-ins"
WEEK = "week"  # the place of what is done there


class Place(Enum):
    """What the window shows."""

    PERSON = auto()
    DISCOVERY_CONVERSATION = auto()  # one question after the other
    REVIEWS_PAGE = auto()
    WEEK = auto()  # what was noticed of everyone
    OBJECTIVES = auto()
    TEMPLATES = auto()
    TRASH = auto()
    ARCHIVED = auto()  # the archived people at the end of the rail
    GONE = auto()  # nowhere: what was to be shown is not there any more


class Errand(Enum):
    """What one goes to a page for."""

    START_CHECK_IN = auto()
    FINISH_CHECK_IN = auto()
    NOTE_FEEDBACK = auto()
    NEW_GOAL = auto()
    AGREE_ON_PLAN = auto()
    CLOSE_PLAN = auto()
    CHOOSE_QUESTION = auto()
    ADD_PAST_CHECK_IN = auto()


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to go: to a person, on a tab of theirs, to a record on it or for an errand there.

    An empty `tab` stays with the one that is open. In Reviews nobody may be named.
    `words`, folded, are marked there.

    One that was `found` by a search shows the very text: the field `field` of its record, which
    stands `within` another one, such as a key result within its goal; or what it said in the
    earlier version `kept_in`. There is a way back from it. Where nobody is named it is shown beside
    anyone who is open.
    """

    person_id: int = 0
    tab: str = ""
    record: tuple[type[Record], int] | None = None
    errand: Errand | None = None
    place: Place = Place.PERSON
    words: tuple[str, ...] = ()
    field: str = ""
    within: tuple[type[Record], int] | None = None
    kept_in: int = 0
    found: bool = False

    def id_of(self, kind: type[Record]) -> int:
        """The id of the record one goes to, or of that which holds it, if it is of this kind."""
        ways = (self.record, self.within)
        return next((one[1] for one in ways if one is not None and one[0] is kind), 0)


class HasNavigator(Protocol):
    """Anyone who can go somewhere."""

    @property
    def navigator(self) -> Navigator:
        """Says where to go."""


def go_to_answer(ctx: HasNavigator, point: AgendaItem) -> None:
    """Go to where the answer to a point is written down, if the point asks a question."""
    if point.question_id is not None:
        ctx.navigator.ask(point.person_id, point.question_id)


class Navigator(QObject):
    """Passes on where to go, and has a word for each way that pages go."""

    wanted = Signal(object)

    def go(self, to: Destination) -> None:
        """Ask the window to go there."""
        self.wanted.emit(to)

    def open(self, person_id: int, tab: str = "") -> None:
        """Show a person; an empty *tab* stays with the one that is open.

        What lies in Reviews is shown there, never on a page of Growth.
        """
        if tab == REVIEWS:
            self.open_reviews(person_id)
        else:
            self.go(Destination(person_id, tab))

    def start_check_in(self, person_id: int, checkin_id: int = 0) -> None:
        """Start a check-in with a person and show it: this planned one, 0 the one that is due."""
        planned = (CheckIn, checkin_id) if checkin_id else None
        self.go(Destination(person_id, CHECK_INS, planned, Errand.START_CHECK_IN))

    def ask(self, person_id: int, question_id: int) -> None:
        """Open Discovery with a new note for this question."""
        self.go(Destination(person_id, DISCOVERY, (Question, question_id)))

    def choose_question(self, person_id: int) -> None:
        """Open Discovery at the questions."""
        self.go(Destination(person_id, DISCOVERY, errand=Errand.CHOOSE_QUESTION))

    def open_aspiration(self, person_id: int, aspiration_id: int) -> None:
        """Open Discovery at this aspiration."""
        self.go(Destination(person_id, DISCOVERY, (Aspiration, aspiration_id)))

    def start_discovery(self, person_id: int) -> None:
        """Ask a person one question after the other."""
        self.go(Destination(person_id, place=Place.DISCOVERY_CONVERSATION))

    def open_reviews(self, person_id: int = 0) -> None:
        """Open Reviews, with a person's review of the cycle that is open there."""
        self.go(Destination(person_id, place=Place.REVIEWS_PAGE))

    def open_week(self) -> None:
        """Open *Close the week*."""
        self.go(Destination(place=Place.WEEK))

    def note_feedback(self, person_id: int) -> None:
        """Open the brief with the form for feedback."""
        self.go(Destination(person_id, PREPARE, errand=Errand.NOTE_FEEDBACK))

    def open_check_in(self, person_id: int, check_in_id: int) -> None:
        """Open Check-ins with this earlier check-in."""
        self.go(Destination(person_id, CHECK_INS, (CheckIn, check_in_id)))

    def open_goal(self, person_id: int, item_id: int) -> None:
        """Open Plan with this goal in its panel."""
        self.go(Destination(person_id, PLAN, (PlanItem, item_id)))
