"""Going somewhere: asked by any page, done by the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Navigator(QObject):
    """Passes on where to go; tabs are prepare, discovery, plan and check-ins."""

    person_wanted = Signal(int, str)
    start_check_in_wanted = Signal(int)
    question_wanted = Signal(int, int)
    goal_wanted = Signal(int, int)
    talk_wanted = Signal(int, int)
    feedback_wanted = Signal(int)
    discovery_wanted = Signal(int)
    reviews_wanted = Signal(int)

    def open(self, person_id: int, tab: str = "") -> None:
        """Show a person; an empty *tab* stays with the one that is open.

        What lies in Reviews is shown there, never on a page of Growth.
        """
        if tab == "reviews":
            self.open_reviews(person_id)
        else:
            self.person_wanted.emit(person_id, tab)

    def start_check_in(self, person_id: int) -> None:
        """Start a check-in with a person and show it."""
        self.start_check_in_wanted.emit(person_id)

    def ask(self, person_id: int, question_id: int) -> None:
        """Open Discovery with a new note for this question."""
        self.question_wanted.emit(person_id, question_id)

    def start_discovery(self, person_id: int) -> None:
        """Ask a person one question after the other."""
        self.discovery_wanted.emit(person_id)

    def open_reviews(self, person_id: int = 0) -> None:
        """Open the Review room, with a person's review of the cycle that is open there."""
        self.reviews_wanted.emit(person_id)

    def note_feedback(self, person_id: int) -> None:
        """Open the brief with the form for feedback."""
        self.feedback_wanted.emit(person_id)

    def open_talk(self, person_id: int, talk_id: int) -> None:
        """Open Check-ins with this earlier talk."""
        self.talk_wanted.emit(person_id, talk_id)

    def open_goal(self, person_id: int, item_id: int) -> None:
        """Open Plan with this goal in its panel."""
        self.goal_wanted.emit(person_id, item_id)
