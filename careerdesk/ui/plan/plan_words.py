"""What a plan card says: a goal in words, ready to be painted or spoken."""

from __future__ import annotations

from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.hints import Hint, hints, serves_person
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.progress import in_percent, is_open
from careerdesk.domain.records import ItemState, KeyResult, Motivator
from careerdesk.domain.text import excerpt, one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import fill, tr, trn
from careerdesk.ui.base.goal_words import result_text, struck_text
from careerdesk.ui.base.texts import Dates, state_word

# The fields of the panel that a hint leads to
TITLE = "title"
FOR_PERSON, FOR_BUSINESS, KEY_RESULTS, DUE = "person", "business", "results", "due"
LONGEST_WISH = 32  # of an aspiration on a card, whose panel says it whole


@dataclass(frozen=True, slots=True)
class CardChip:
    """A chip of a card; one with a field is a hint that leads to it, and its *tip* how to cure."""

    icon: str
    text: str
    kind: str
    field: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A goal as its card shows it; of the hints the first at rest, all where one looks closer.

    *moved* are the values of a key result that went somewhere, *moved_words* say how.
    """

    title: str
    due: str
    late: bool
    state: ItemState
    state_text: str
    progress: float | None
    hints: tuple[CardChip, ...]
    chips: tuple[CardChip, ...]
    labels: tuple[str, ...]
    moved: tuple[float, ...]
    moved_words: str
    over: bool


def never() -> bool:
    """Nobody else sees the screen."""
    return False


def card_of(view: ItemView, today: date, *, shared: bool = False) -> Card:
    """What the card of a goal shows on a day; no hint while its person sees the screen."""
    item = view.item
    over = not is_open(item)
    moved = _moved(view)
    return Card(
        title=one_line(item.title),
        due=due_text(view, today),
        late=is_late(view, today),
        state=item.state,
        state_text=state_word(item.state),
        progress=view.progress,
        hints=() if shared else hint_chips(view),
        chips=(
            *_aspiration(view, today),
            *_motivators(view, today, shared=shared),
            *_objective(view),
        ),
        labels=_labels(view),
        moved=dict(view.values).get(moved.id, ()) if moved else (),
        moved_words=f"{one_line(moved.name)}: {result_text(moved)}" if moved else "",
        over=over,
    )


def _labels(view: ItemView) -> tuple[str, ...]:
    """What is quietly said of a goal: its steps, and what kind of goal it is."""
    done = view.steps_done
    found = (
        trn("{done} of 1 step", "{done} of {n} steps", view.steps, done=done) if view.steps else "",
        tr("Personal") if view.item.personal else "",
        tr("Onboarding") if view.item.onboarding else "",
    )
    return tuple(filter(None, found))


def _moved(view: ItemView) -> KeyResult | None:
    """The first key result whose value went from one to another."""
    values = dict(view.values)
    moving = (one for one in view.key_results if len(set(values.get(one.id, ()))) > 1)
    return next(moving, None)


def is_late(view: ItemView, today: date) -> bool:
    """Whether a goal is still open after its day; of what is due within a leave nobody is late."""
    due = view.item.due_on
    return due is not None and due < today and is_open(view.item) and not view.away


def due_text(view: ItemView, today: date) -> str:
    """When a goal is due, and whether it is late."""
    due = view.item.due_on
    if due is None:
        return tr("No date")
    day = Dates.short_day_within(due, today)
    words = tr("Due {day} (overdue)") if is_late(view, today) else tr("Due {day}")
    return fill(words, day=day)


def hint_chips(view: ItemView) -> tuple[CardChip, ...]:
    """What would make this task a goal with impact, the weightiest first."""
    return tuple(_hint(view, found) for found in hints(view))


def _hint(view: ItemView, found: Hint) -> CardChip:
    words, field, tip = _HINTS[found](view)
    return CardChip("hint", words, "warning", field, tip)


def _neither_side(view: ItemView) -> tuple[str, str, str]:
    return (
        tr("No benefits stated"), _missing_side(view),
        tr("Say what the person and the business will each get out of this goal."),
    )  # fmt: skip


def _one_side(view: ItemView) -> tuple[str, str, str]:
    side = _missing_side(view)
    tip = tr("Say what the person gets out of this goal.")
    if side == FOR_BUSINESS:
        tip = tr("Say what the business gets out of this goal, or mark the goal as personal.")
    return tr("Only one side benefits"), side, tip


def _missing_side(view: ItemView) -> str:
    return FOR_BUSINESS if serves_person(view) else FOR_PERSON


def _activity(_view: ItemView) -> tuple[str, str, str]:
    return (
        tr("A task, not an outcome"), TITLE,
        tr(
            "This describes a task. Say what will be true afterwards, such as “Releases need "
            "no manual checks” rather than “Attend a testing course”."
        ),
    )  # fmt: skip


def _no_measure(_view: ItemView) -> tuple[str, str, str]:
    tip = tr("Add a key result. How will you both know the goal has been reached?")
    return tr("No key results"), KEY_RESULTS, tip


def _no_date(_view: ItemView) -> tuple[str, str, str]:
    return tr("No date"), DUE, tr("Set a target date.")


_HINTS = {
    Hint.NEITHER_SIDE: _neither_side,
    Hint.ONE_SIDE: _one_side,
    Hint.ACTIVITY: _activity,
    Hint.NO_MEASURE: _no_measure,
    Hint.NO_DATE: _no_date,
}


def _aspiration(view: ItemView, today: date) -> list[CardChip]:
    """Where the person wants to go with it."""
    one = view.aspiration
    if one is None:
        return []
    if one.struck_on is not None:
        return [CardChip("aspiration", struck_text(one.struck_on, today), "quiet")]
    return [CardChip("aspiration", excerpt(one.statement, LONGEST_WISH), "growth")]


def _motivators(view: ItemView, today: date, *, shared: bool) -> list[CardChip]:
    """What a goal feeds; while the screen is shared no guess."""
    known = view.motivators
    return [_motivator(one, today) for one in known if not (shared and is_guessed(one))]


def _motivator(one: Motivator, today: date) -> CardChip:
    if one.struck_on is not None:
        return CardChip("motivator", struck_text(one.struck_on, today), "quiet")
    if is_guessed(one):
        return CardChip("lock", one_line(one.name, 80), "quiet")
    return CardChip("motivator", one_line(one.name, 80), "growth")


def _objective(view: ItemView) -> list[CardChip]:
    one = view.objective
    return [CardChip("objective", one_line(one.title, 80), "quiet")] if one else []


def spoken(view: ItemView, place: int, count: int, today: date, *, shared: bool = False) -> str:
    """The card as a sentence for the screen reader."""
    card = card_of(view, today, shared=shared)
    parts = [card.state_text, _spoken_progress(view), _spoken_due(view, today)]
    parts += [*card.labels, card.moved_words]
    names = ", ".join(chip.text for chip in card.chips)
    if names:
        parts.append(tr("supports {names}", names=names))
    parts += [chip.text for chip in card.hints]
    head = tr(
        "Goal {place} of {count}: {title}.", place=place, count=count, title=card.title.rstrip(".")
    )
    return head + " " + ", ".join(part for part in parts if part) + "."


def _spoken_progress(view: ItemView) -> str:
    if view.progress is None:
        return tr("not measured")
    return tr("{n} percent", n=in_percent(view.progress))


def _spoken_due(view: ItemView, today: date) -> str:
    due = view.item.due_on
    if due is None:
        return tr("no date")
    words = tr("late, was due {day}") if is_late(view, today) else tr("due {day}")
    return fill(words, day=Dates.long_day(due))
