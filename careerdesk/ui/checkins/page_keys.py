"""The keys of the page, for the list of shortcuts; their words are translated there."""

from __future__ import annotations

from careerdesk.i18n import N_, Message

PAGE_KEYS: tuple[tuple[str, Message], ...] = (
    ("A", N_("Add an item to the agenda")),
    ("Ctrl+F", N_("Search earlier check-ins by text or month")),
    ("F", N_("Record feedback: situation, behaviour, impact")),
    ("Space", N_("Tick off the item or promise")),
    ("Enter", N_("Edit an item or promise, open a past check-in or reschedule a planned one")),
    ("H", N_("Start the planned check-in now")),
    ("S", N_("Skip the planned check-in, with a reason if you like")),
    ("B, N", N_("Move a check-in planned for a day off to the working day before or after")),
    ("D", N_("Change the promise's due date")),
    ("O", N_("Change the owner of the item or promise")),
    ("P", N_("Make the item private or shared")),
    ("R", N_("Raise the item every time or just once")),
    ("Delete", N_("Delete the row, or cancel the planned check-in")),
    ("1 to 6", N_("Set the goal's status (same order as in the menu)")),
    ("Right, Left", N_("Expand or collapse the goal")),
    ("1, 2, 3", N_("In a career conversation: keep, change or drop the goal")),
    ("Left, Right", N_("Set the temperature; Delete clears it")),
)
