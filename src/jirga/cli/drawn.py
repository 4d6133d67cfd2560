"""How a proposal looks on a terminal, as narrow and as low as it may be."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from jirga.review.card import Card
    from jirga.review.lines import Line
    from jirga.review.sitting import Sitting

BAR = "a accept  c correct  r reject  u unsure  s skip  z undo  q quit"
NAME, NARROWER = 11, (200, 140, 90, 40, 0)


def proposal(sitting: Sitting, out: Console, told: str) -> list[Text]:
    """Draw the proposal that is shown: with as much around its passage as the screen has room for."""
    for around in NARROWER:
        lines = whole(sitting.card(around), f"{sitting.at + 1} of {len(sitting.queue)}", out, told)
        if len(lines) < out.height:
            break
    return lines if len(lines) < out.height else [*lines[: out.height - 3], *lines[-2:]]


def whole(card: Card, place: str, out: Console, told: str) -> list[Text]:
    """Draw where it stands, its passage, what was made of it, what was just done, and the keys."""
    head = [place, card.recorded.claim.kind, card.cite, about(card)]
    return [
        line("  ".join(part for part in head if part), "bold", out),
        line("", "", out),
        *passage(card).wrap(out, max(out.width - 1, 10)),
        line("", "", out),
        *(line(one, "", out) for one in fields(card.fields)),
        line("", "", out),
        line(told, "italic", out),
        *bar(out),
    ]


def bar(out: Console) -> list[Text]:
    """Draw the keys, on as many lines as they need."""
    from rich.text import Text

    return [one for one in Text(BAR, style="bold").wrap(out, max(out.width - 1, 10)) if one.plain.strip()]


def about(card: Card) -> str:
    """Say who published the document, and when."""
    from jirga.figures.told import days

    document = card.document
    return ", ".join(
        part for part in (document.publisher or document.title, days(document.published)) if part
    )


def passage(card: Card) -> Text:
    """Make the passage in its surroundings: in reverse, and between brackets for who sees no colour."""
    from rich.text import Text

    text = Text(visible(card.before), style="dim")
    text.append(f"[{visible(card.quote)}]", "not dim reverse")
    text.append(visible(card.after), "dim")
    return text


def fields(some: tuple[Line, ...]) -> list[str]:
    """Write the fields that something is known of, each with the words it was taken from; then the others."""
    shown = [f"  {one.name:<{NAME}}{one.value}{taken_from(one)}" for one in some if one.value]
    empty = [one.name for one in some if not one.value]
    return [*shown, *([f"  {'not known':<{NAME}}{', '.join(empty)}"] if empty else [])]


def taken_from(one: Line) -> str:
    """Say whether a field is stated, carried over or inferred, and from which words."""
    words = f" \u201c{' '.join(one.words.split())}\u201d" if one.words else ""
    return f"  ({one.how}{words})" if one.how else ""


def line(text: str, style: str, out: Console) -> Text:
    """Make one line, cut to the width of the screen."""
    from rich.cells import set_cell_size
    from rich.text import Text

    plain = visible(text)
    made = Text(plain, style=style)
    if made.cell_len >= out.width:
        made = Text(f"{set_cell_size(plain, out.width - 5).rstrip()} ...", style=style)
    return made


def visible(text: str) -> str:
    """Write a sign that could steer the terminal, or turn its line around, as a question mark.

    >>> visible("a" + chr(27) + "b" + chr(0x202E))
    'a?b?'
    """
    return "".join("?" if unicodedata.category(sign) == "Cc" or sign in TURNING else sign for sign in text)


TURNING = frozenset("\u202a\u202b\u202d\u202e")
