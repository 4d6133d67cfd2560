"""Checking a brief that somebody edited by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.cli.parts import print_json

if TYPE_CHECKING:
    from jirga.brief.checking.flags import Checked, Flag
    from jirga.brief.content.lines import Brief

LONGEST = 400


def check_brief(file: Path, fresh: Brief | None, *, as_json: bool) -> None:
    """Print what a copy no longer says as the brief did; end in 1 if there is something."""
    from jirga import terminal
    from jirga.brief.checking.whole import check

    with terminal.progress("Checking ..."):
        found = check(file, fresh)
    if as_json:
        print_json({"file": str(file), **found.as_dict()})
    else:
        show(file, found)
    if found.flags:
        sys.exit(1)


def show(file: Path, found: Checked) -> None:
    """Print what was found, in the order of the pages."""
    from rich.text import Text

    from jirga import terminal

    screen = terminal.console()
    screen.print(headline(file, found), soft_wrap=True)
    for one in found.remarks:
        terminal.show_hanging(Text(one, style="dim"), screen, "")
    under = ""
    for flag in found.flags:
        if flag.under != under:
            screen.print()
            screen.print(Text(flag.under.upper(), style="bold"))
        under = flag.under
        terminal.show_hanging(Text(flag.what, style="bold"), screen, "- ")
        for line in told(flag):
            terminal.show_hanging(Text(line), screen, "  ")


def headline(file: Path, found: Checked) -> str:
    """Say in one line how a copy stands."""
    every = f"{found.compared} sentences compared with what they lead to"
    if not found.flags:
        return f"{file}: {every}, nothing to look at."
    many = "one thing" if len(found.flags) == 1 else f"{len(found.flags)} things"
    return f"{file}: {every}, {many} to look at."


def told(flag: Flag) -> Iterator[str]:
    """Say what stands there, what the brief said, what it leads to, and what to do."""
    from jirga.brief.checking.flags import apart

    now, said = apart(flag.words, flag.said)
    if now:
        yield f"it says: {short(now)}"
    if said:
        yield f"it said: {short(said)}"
    for one in flag.cites:
        quotes = " ... ".join(f"\u201c{short(quote)}\u201d" for quote in one.quotes)
        yield f"note {one.label}, {one.where}{': ' if quotes else ''}{quotes}"
    if flag.hint:
        yield f"{flag.hint[:1].upper()}{flag.hint[1:]}."


def short(words: str) -> str:
    """Cut very long words off."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} ..."
