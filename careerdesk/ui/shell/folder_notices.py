"""What is said of a store in a folder that others carry about: once, and of copies they made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.i18n import fill, tr
from careerdesk.ui.base import names

if TYPE_CHECKING:
    from careerdesk.ui.base.context import Context

MOST_NAMED = 3


def tell_folder(ctx: Context) -> None:
    """Say who carries the folder about, until it is read, and what second versions lie there."""
    for key in (names.FOLDER, names.CONFLICTS):
        ctx.notices.clear_banner(key)
    folder = ctx.store.folder
    if not folder.travels:
        return
    from careerdesk.services.folders import conflict_copies

    said = f"{folder.carrier.value} {folder.name}"
    if not ctx.store.read_only and ctx.settings.value(_key(ctx), "") != said:

        def remember() -> None:
            """Not again for this file, in this kind of folder."""
            ctx.settings.setValue(_key(ctx), said)

        ctx.notices.banner(names.FOLDER, "growth", _folder_words(ctx), closed=remember)
    copies = conflict_copies(ctx.store)
    if copies:
        ctx.notices.banner(names.CONFLICTS, "warning", _copies_words(ctx, copies))


def _key(ctx: Context) -> str:
    """Under which is kept what was read: without the name of the file."""
    import hashlib

    return "folders/" + hashlib.sha256(str(ctx.store.path.absolute()).encode()).hexdigest()[:16]


def _folder_words(ctx: Context) -> str:
    from careerdesk.services.folders import Carrier

    folder = ctx.store.folder
    if folder.carrier is Carrier.NETWORK:
        words = tr(
            "{path} is on a network drive. Every change is saved to the file in full, "
            "so saving takes a little longer than usual. Open it on only one computer "
            "at a time."
        )
    else:
        words = tr(
            "{client} syncs the folder that contains {path}. Every change is saved to "
            "the file in full. Open it on only one computer at a time, and let "
            "{client} finish syncing before you open it on another."
        )
    return fill(words, path=ctx.store.path, client=folder.name)


def _copies_words(ctx: Context, copies: list[str]) -> str:
    named = ", ".join(copies[:MOST_NAMED]) + (", ..." if len(copies) > MOST_NAMED else "")
    return tr(
        (
            "There are conflict copies next to {path}, created because it was changed on "
            "two computers: {names}. They may contain text that's missing here. Open them "
            "with --store, copy what you need, then move them elsewhere."
        ),
        path=ctx.store.path,
        names=named,
    )
