"""What a plan card says: a goal in words, ready to be painted or spoken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.domain.hints import Hint, hints
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import ItemState, Motivator, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.ui.base.texts import Dates, state_word, tr

# The fields of the panel that a hint leads to
TITLE = "title"
FOR_PERSON, FOR_BUSINESS, KEY_RESULTS, DUE = "person", "business", "results", "due"


@dataclass(frozen=True, slots=True)
class CardChip:
    """A chip of a card; one with a field is a hint that leads to that field."""

    icon: str
    text: str
    kind: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A goal as its card shows it."""

    title: str
    due: str
    late: bool
    state: ItemState
    state_text: str
    progress: float | None
    chips: tuple[CardChip, ...]
    over: bool


def never() -> bool:
    """Nobody else sees the screen."""
    return False


def card_of(view: ItemView, today: date, *, shared: bool = False) -> Card:
    """What the card of a goal shows on a day; no hint while its person sees the screen."""
    item = view.item
    over = not is_open(item)
    return Card(
        title=one_line(item.title),
        due=due_text(item, today),
        late=is_late(item, today),
        state=item.state,
        state_text=state_word(item.state),
        progress=view.progress,
        chips=(
            *(() if shared else _hints(view)),
            *_motivators(view, today, shared=shared),
            *_objective(view),
        ),
        over=over,
    )


def is_late(item: PlanItem, today: date) -> bool:
    """Whether a goal is still open after its day."""
    return item.due_on is not None and item.due_on < today and is_open(item)


def due_text(item: PlanItem, today: date) -> str:
    """When a goal is due, and whether it is late."""
    if item.due_on is None:
        return tr("No date")
    day = Dates.short_day_within(item.due_on, today)
    words = tr("Due {day}, late") if is_late(item, today) else tr("Due {day}")
    return words.format(day=day)


def hint(view: ItemView) -> CardChip | None:
    """The one thing that would make this task a goal with impact, if something is missing."""
    found = hints(view)
    if not found:
        return None
    words, field = {
        Hint.ONE_SIDE: (tr("Only one side"), _missing_side(view)),
        Hint.ACTIVITY: (tr("Task, not impact"), TITLE),
        Hint.NO_MEASURE: (tr("No measure"), KEY_RESULTS),
        Hint.NO_DATE: (tr("No date"), DUE),
    }[found[0]]
    return CardChip("hint", words, "warning", field)


def _missing_side(view: ItemView) -> str:
    business = view.item.objective_id or view.item.for_business.strip()
    return FOR_PERSON if business else FOR_BUSINESS


def _hints(view: ItemView) -> tuple[CardChip, ...]:
    found = hint(view)
    return (found,) if found else ()


def _motivators(view: ItemView, today: date, *, shared: bool) -> list[CardChip]:
    """What a goal feeds; while the screen is shared no guess."""
    known = view.motivators
    return [_motivator(one, today) for one in known if not (shared and is_guessed(one))]


def _motivator(one: Motivator, today: date) -> CardChip:
    if one.struck_on is not None:
        day = Dates.short_date(one.struck_on, today)
        return CardChip("motivator", tr("struck on {day}").format(day=day), "quiet")
    if is_guessed(one):
        return CardChip("lock", one_line(one.name, 80), "quiet")
    return CardChip("motivator", one_line(one.name, 80), "growth")


def _objective(view: ItemView) -> list[CardChip]:
    one = view.objective
    return [CardChip("objective", one_line(one.title, 80), "quiet")] if one else []


def spoken(view: ItemView, place: int, count: int, today: date, *, shared: bool = False) -> str:
    """The card as a sentence for the screen reader."""
    card = card_of(view, today, shared=shared)
    parts = [card.state_text, _spoken_progress(view), _spoken_due(view.item, today)]
    fed = _motivators(view, today, shared=shared)
    served = [chip.text for chip in (*fed, *_objective(view))]
    names = ", ".join(served)
    if names:
        parts.append(tr("serves {names}").format(names=names))
    found = None if shared else hint(view)
    if found:
        parts.append(found.text)
    head = tr("Goal {place} of {count}: {title}.").format(
        place=place, count=count, title=card.title.rstrip(".")
    )
    return head + " " + ", ".join(part for part in parts if part) + "."


def _spoken_progress(view: ItemView) -> str:
    if view.progress is None:
        return tr("no measure")
    return tr("{n} percent").format(n=round(view.progress * 100))


def _spoken_due(item: PlanItem, today: date) -> str:
    if item.due_on is None:
        return tr("no date")
    words = tr("late, was due {day}") if is_late(item, today) else tr("due {day}")
    return words.format(day=Dates.long_day(item.due_on))
