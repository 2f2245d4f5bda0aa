"""The keys of the page, for the list of shortcuts; their words are translated there."""

from __future__ import annotations

from careerdesk.i18n import N_, Message

PAGE_KEYS: tuple[tuple[str, Message], ...] = (
    ("A", N_("Add a point to the agenda")),
    ("Ctrl+F", N_("Search the earlier check-ins: words, or a month")),
    ("F", N_("Note feedback: situation, behaviour, impact")),
    ("Space", N_("Tick the point or the promise")),
    ("Enter", N_("Edit the point or the promise; open the earlier check-in; move the planned one")),
    ("H", N_("Hold the planned check-in now")),
    ("S", N_("Skip the planned check-in, with why if you like")),
    ("B, N", N_("Move one on a free day to the working day before or after it")),
    ("D", N_("Change the day of the promise")),
    ("O", N_("Give the point or the promise to the other one")),
    ("P", N_("Make the point private or not")),
    ("R", N_("Bring the point up each time or once")),
    ("Delete", N_("Delete the row; cancel the planned check-in")),
    ("1 to 6", N_("Set the state of the goal, in the order of its menu")),
    ("Right, Left", N_("Unfold the goal, fold it")),
    ("1, 2, 3", N_("In a career conversation: the goal is still right, change it, drop it")),
    ("Left, Right", N_("Choose the temperature; Delete means not asked")),
    ("Ctrl+Shift+Return", N_("Finish the check-in")),
)
