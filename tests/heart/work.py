"""What a manager does in plans and promises over a year, by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.records import Horizon, ItemState, Owner
from careerdesk.services import actions, checkins, closing, plans
from tests.heart.world import DAY, Goal, Person, Plan, Todo

if TYPE_CHECKING:
    from tests.heart.year import Year


class Work:
    """Promises, steps, goals and plans."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.store, self.chance = year.store, year.chance

    def do(self) -> None:
        for person in self.year.world.people:
            if person.archived:
                continue
            if self.year.happens(0.03):
                self.promise(person)
            plan = self.year.world.open_plan(person.id)
            if plan is None:
                if self.year.happens(0.02):
                    self.begin(person)
            else:
                self.go_on(plan)
        for todo in self.year.world.promises + self.year.world.steps:
            if self.year.happens(0.01 if todo.done else 0.04):
                self.tick(todo)

    def promise(self, person: Person) -> None:
        due, mine = self.year.some_day(-2, 40), self.year.happens(0.7)
        owner = Owner.ME if mine else Owner.THEM
        made = checkins.add_promise(self.store, person.id, "Ask finance", owner=owner, due_on=due)
        self.year.world.promises.append(Todo(made.id, person.id, mine, due))

    def tick(self, todo: Todo) -> None:
        """It is done, or open again."""
        todo.done = not todo.done
        on = self.year.today if todo.done else None
        if todo.goal:
            actions.tick(self.store, [todo.id], on, today=self.year.today)
        else:
            checkins.tick_promise(self.store, todo.id, on)

    def begin(self, person: Person) -> None:
        ends_on = self.year.today + self.chance.randint(30, 120) * DAY
        made = plans.start(self.store, person.id, "Plan", self.year.today, ends_on)
        plan = Plan(made.id, person.id, ends_on)
        self.year.world.plans.append(plan)
        for _ in range(self.chance.randint(1, 3)):
            self.add_goal(plan)

    def add_goal(self, plan: Plan) -> None:
        today = self.year.today
        made = plans.add_items_for(self.store, plan.person, Horizon.SHORT, ["Grow"], today)
        goal = Goal(made[0].id)
        plan.goals.append(goal)
        self.set_due(goal)

    def set_due(self, goal: Goal) -> None:
        goal.due = self.year.some_day(5, 90)
        plans.change_item(self.store, goal.id, today=self.year.today, due_on=goal.due)

    def go_on(self, plan: Plan) -> None:
        """A step, a goal that is reached or goes on, another day, the end of the plan."""
        goal = self.chance.choice(plan.goals)
        if self.year.happens(0.03):
            self.add_step(plan, goal)
        if self.year.happens(0.02):
            self.set_state(goal)
        if self.year.happens(0.01):
            self.set_due(goal)
        over = plan.ends_on < self.year.today
        if self.year.happens(0.08 if over else 0.002):
            self.year.did.append(f"close {plan.id}")
            self.close(plan)

    def close(self, plan: Plan) -> None:
        """Close a plan; some of its goals may go on in a new one, with their steps."""
        carried = [goal.id for goal in plan.goals if goal.is_open and self.year.happens(0.3)]
        made = closing.close(self.store, plan.id, self.year.today, carry=carried)
        plan.closed = True
        if made is None:
            return
        new = Plan(made.id, plan.person, made.ends_on)
        self.year.world.plans.append(new)
        for one in plans.get(self.store, made.id).items:
            new.goals.append(Goal(one.id, one.item.due_on))
            for step in actions.of(self.store, one.id):
                mine, done = step.owner is Owner.ME, step.done_on is not None
                todo = Todo(step.id, plan.person, mine, step.due_on, one.id, done)
                self.year.world.steps.append(todo)

    def add_step(self, plan: Plan, goal: Goal) -> None:
        due, mine = self.year.some_day(-2, 40), self.year.happens(0.5)
        owner = Owner.ME if mine else Owner.THEM
        made = actions.add(
            self.store, goal.id, ["Write"], today=self.year.today, owner=owner, due_on=due
        )
        self.year.world.steps.append(Todo(made[0].id, plan.person, mine, due, goal.id))

    def set_state(self, goal: Goal) -> None:
        states = [ItemState.ON_TRACK, ItemState.NOT_STARTED, ItemState.DONE, ItemState.DROPPED]
        state = self.chance.choice(states)
        plans.set_state(self.store, [goal.id], state, self.year.today)
        goal.is_open = state not in {ItemState.DONE, ItemState.DROPPED}
