"""The keys of the page, for the list of shortcuts; their words are translated there."""

from __future__ import annotations

PAGE_KEYS: tuple[tuple[str, str], ...] = (
    ("A", "Add a point to the agenda"),
    ("Ctrl+F", "Search the earlier check-ins: words, or a month"),
    ("F", "Note feedback: situation, behaviour, impact"),
    ("Space", "Tick the point or the promise"),
    ("Enter", "Edit the point or the promise; open the earlier check-in; move the planned one"),
    ("H", "Hold the planned check-in now"),
    ("S", "Skip the planned check-in, with why if you like"),
    ("B, N", "Move one on a free day to the working day before or after it"),
    ("D", "Change the day of the promise"),
    ("O", "Give the point or the promise to the other one"),
    ("P", "Make the point private or not"),
    ("R", "Bring the point up each time or once"),
    ("Delete", "Delete the row; cancel the planned check-in"),
    ("1 to 6", "Set the state of the goal, in the order of its menu"),
    ("Right, Left", "Unfold the goal, fold it"),
    ("1, 2, 3", "In a career conversation: the goal is still right, change it, drop it"),
    ("Left, Right", "Choose the temperature; Delete means not asked"),
    ("Ctrl+Shift+Return", "Finish the check-in"),
)
