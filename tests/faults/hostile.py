"""A text that names everything that must not be fetched: pictures, styles, shares, scripts."""

from __future__ import annotations

from pathlib import Path

LURE = "qzlure"
"""In the name of whatever a text names: nobody may open or ask for that."""


def line(folder: Path) -> str:
    """So much of it as fits into a title; *folder* has the files that it names."""
    file = f"file://{folder}/{LURE}"
    return (
        f'<img src="{file}.png"><p style="background:url({file}.svg)"><img src="http://{LURE}.x/a">'
        f"![b]({file}.css)"
    )


def page(folder: Path) -> str:
    """All of it, as a browser would put it onto the clipboard."""
    file, web, share = f"file://{folder}/{LURE}", f"http://{LURE}.invalid", f"file://{LURE}-host"
    return (
        f'<html><head><link rel="stylesheet" href="{file}.css">'
        f"<style>p {{ background: url({web}/b.png) }}</style></head><body>{line(folder)}"
        f"<style>@import '{file}.css'</style>![a]({web}/b) ![b]({file}.png) ![c](<{share}/b.png>)"
        f'<img src="{web}/a.png"><img src="{share}/s/a.png"><a href="{file}.txt">file</a>'
        f'<svg><image href="{file}.svg"/></svg><object data="{file}.png"></object>'
        f'<a href="javascript:alert(1)">go</a>'
        f'<img src="data:image/svg+xml,<svg><image href=%22{file}.png%22/></svg>">'
        f'<img src="data:image/png;base64,{"A" * 100_000}"></body></html>'
    )


def lay_lures(folder: Path) -> None:
    """Put the files there that a text names, so that they could be opened."""
    for ending in ("png", "svg", "css", "txt"):
        (folder / f"{LURE}.{ending}").write_bytes(b"not for you")
