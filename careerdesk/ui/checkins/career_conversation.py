"""A career conversation that is going on: where to, two questions, the goals, one next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.career_conversation import read_back
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.loop import Aspiration, AspirationState
from careerdesk.domain.question_words import VOLUNTARY
from careerdesk.domain.records import CheckIn, Owner, Person, Promise
from careerdesk.i18n import tr, translated
from careerdesk.services import (
    aspirations,
    career_conversations,
    checkins,
    discovery,
    goal_changes,
    plans,
)
from careerdesk.ui.agenda.promises import PromiseBox
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.person_words import where_to_go
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.checkins.career_goals import CareerGoals
from careerdesk.ui.checkins.career_question import CareerQuestion
from careerdesk.ui.checkins.for_both import ForBoth
from careerdesk.ui.ideas.idea_box import IdeaBox, check_in_choices
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import Caption, Muted, QuestionText
from careerdesk.ui.widgets.section import Rule, Section
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

MOST_WISHES = 2
TWO_COLUMNS = 760  # below this width the notes stand below the rest
LEAST_WIDTH = 320
HEAD = 28  # as high as the head of the notes, so that both stand level
NEW_WISH = "careerAspirationEdit"


class CareerConversation(QWidget):
    """No numbers, nothing late, no temperature: those wait for the next 1:1."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a conversation."""
        super().__init__(parent)
        self._ctx = ctx
        self._person = Person()
        self._lines: tuple[str, ...] = ()
        theme = ctx.theme
        self.wishes = [_Wish() for _ in range(MOST_WISHES)]
        self.add_wish = InlineAdd(theme, tr("Add an aspiration in their own words"), name=NEW_WISH)
        self._unstored = Unstored(ctx, NEW_WISH, {TEXT: self.add_wish})
        self.questions = [CareerQuestion(ctx, place) for place in range(career_conversations.MOST)]
        self._check_in_id = 0
        self._asked: tuple[int, ...] = ()  # what is asked stays while the page is open
        self.voluntary = Muted(translated(VOLUNTARY), wrap=True)
        self.goals = CareerGoals(ctx)
        self.ideas = IdeaBox(ctx, "check-ins", check_in_choices)
        self.for_both = ForBoth(ctx)
        self.step = PromiseBox(
            ctx, "career", nothing=tr("What's next, and who will do it?"), usual=Owner.THEM
        )  # they leave with it
        self.step.edit.setPlaceholderText(tr("Add the next step"))
        self.step.edit.setAccessibleName(tr("Add the next step"))
        self.where = Section(theme, "", "aspiration")
        self.where.tools.addStrut(HEAD)
        self._wide: bool | None = None
        self._arrange()
        self.add_wish.submitted.connect(self._add_wish)
        self.ideas.taken.connect(self.for_both.ask)

    def place_notes(self, notes: QWidget) -> None:
        """Take the editors of the notes."""
        self._notes.addWidget(notes)

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Show a conversation with a person."""
        self._person = person
        store = self._ctx.store
        self.where.title.setText(where_to_go(person))
        wishes = _open_wishes(aspirations.of(store, person.id))
        for place, box in enumerate(self.wishes):
            box.show_wish(wishes[place] if place < len(wishes) else None)
        self._unstored.belong_to(person.id)  # as other rows that add: the next one has it, too
        self.add_wish.setVisible(not wishes)
        self._show_questions(check_in)
        changed = goal_changes.made_in(store, check_in.id)
        self.goals.show_plan(plans.active(store, person.id), {one.id: one for one in changed})
        self.ideas.show_person(person.id, check_in.id)
        self.for_both.show_check_in(check_in, person)
        made = checkins.promises_of(store, check_in.id)
        self.step.show_promises(person, made, check_in.id)
        self._lines = self._said_back(wishes, changed, made)

    def take_in(self) -> bool:
        """Add what is typed and not added yet."""
        self.add_wish.enter()
        self.ideas.take_in()
        return self.step.add.take_in()

    def said_back(self) -> tuple[str, ...]:
        """Three sentences to say aloud at the end."""
        return self._lines

    def focus_first(self) -> None:
        """Put the cursor into the first answer."""
        self.questions[0].answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said_back(
        self,
        wishes: Sequence[Aspiration],
        changed: Sequence[ChangedGoal],
        made: Sequence[Promise],
    ) -> tuple[str, ...]:
        wish = wishes[0].statement if wishes else ""
        steps = [one for one in made if one.done_on is None] or list(made)
        today = self._ctx.clock.today()

        def day(on: object) -> str:
            return Dates.short_day_within(on, today)  # type: ignore[arg-type]

        return read_back(wish, changed, steps, day)

    def _show_questions(self, check_in: CheckIn) -> None:
        store = self._ctx.store
        today = self._ctx.clock.today()
        stay = self._asked if check_in.id == self._check_in_id else ()
        asked = career_conversations.questions(store, check_in, today, stay)
        self._check_in_id, self._asked = check_in.id, tuple(one.id for one in asked)
        for place, box in enumerate(self.questions):
            if place < len(asked):
                one = asked[place]
                before = career_conversations.said_before(
                    store, check_in, one, private=not self._ctx.sharing.on
                )
                note = career_conversations.answer_of(store, check_in, one.id, today)
                box.show_question(check_in, self._person, one, before, note)
            else:
                box.release()
        self.voluntary.setVisible(not discovery.known(store, check_in.person_id).answered)
        self._asking.setVisible(bool(asked))

    def _add_wish(self, lines: list[str]) -> None:
        try_action(
            self._ctx, aspirations.add, self._ctx.store, self._person.id, lines,
            self._ctx.clock.today(),
        ).ignored_because("a banner says why, and the words are back in their row")  # fmt: skip

    def _arrange(self) -> None:
        theme = self._ctx.theme
        for wish in self.wishes:
            self.where.body.addWidget(wish)
        self.where.body.addWidget(self.add_wish)
        self._asking = Section(theme, tr("Two questions"), "discovery")
        self._asking.body.setSpacing(18)
        self._asking.body.addWidget(self.voluntary)
        for question in self.questions:
            self._asking.body.addWidget(question)
        goals = Section(theme, tr("Are the goals still right?"), "plan")
        goals.body.addWidget(self.goals)
        ideas = Section(theme, tr("What else could help you get where you want to go?"), "hint")
        ideas.body.addWidget(self.ideas)
        ideas.body.addWidget(self.for_both)
        step = Section(theme, tr("One next step"), "action")
        step.body.addWidget(self.step)
        column = QVBoxLayout()
        area = SteadyScroll()
        column.setContentsMargins(28, 12, area.beside_bar(28), 16)
        column.setSpacing(18)
        for section in (self.where, self._asking, goals, ideas, step):
            column.addWidget(section)
        column.addStretch(1)
        side = QWidget()
        self._notes = QVBoxLayout(side)
        self._side, self._column = side, column
        inner = QWidget()
        inner.setLayout(column)
        area.setWidget(inner)
        self._rule = Rule(upright=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(area, 3)
        self._row.addWidget(self._rule)
        self._place_side(wide=True)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it folds."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notes beside the rest, or below it where it is narrow."""
        super().resizeEvent(event)
        self._place_side(wide=event.size().width() >= self._ctx.theme.look.measure(TWO_COLUMNS))

    def _place_side(self, *, wide: bool) -> None:
        if wide is self._wide:
            return
        self._wide = wide
        self._rule.setVisible(wide)
        self._notes.setContentsMargins(*(20, 12, 28, 16) if wide else (0, 0, 0, 0))
        if wide:
            self._row.addWidget(self._side, 2)
        else:
            self._column.insertWidget(self._column.count() - 1, self._side)


class _Wish(QWidget):
    """An aspiration as it was said, with its day."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QuestionText(wrap=True)
        self.when = Caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.when)

    def show_wish(self, wish: Aspiration | None) -> None:
        """Show what somebody wants; None is nothing."""
        self.setVisible(wish is not None)
        if wish is not None:
            self.words.setText(tr("“{words}”", words=wish.statement))
            self.when.setText(tr("since {day}", day=Dates.long_day(wish.valid_from)))


def _open_wishes(wishes: Sequence[aspirations.Wish]) -> list[Aspiration]:
    ended = (AspirationState.REACHED, AspirationState.DROPPED)
    return [wish.now for wish in wishes if wish.now.state not in ended][:MOST_WISHES]
