"""The sitting at a terminal: one proposal on the screen, one key for each judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jirga.cli.drawn import NAME, line, proposal
from jirga.cli.keys import ENTER, LEAVE, Keys, keyboard
from jirga.errors import JirgaError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from rich.text import Text

    from jirga.review.sitting import Judgement, Sitting
    from jirga.schema.record import AnyClaim

KEYS: dict[str, Literal["accepted", "rejected", "unsure"]] = {"a": "accepted", "r": "rejected", "u": "unsure"}
SIGNS = "123456789bdefghijklmnop"


def sit(sitting: Sitting, out: Console) -> None:
    """Go through the queue until it is over or the person stops; the screen is given back as it was."""
    out.set_alt_screen(enable=True)
    try:
        with keyboard() as keys:
            go_through(sitting, out, keys)
    finally:
        out.set_alt_screen(enable=False)


def go_through(sitting: Sitting, out: Console, keys: Keys) -> None:
    """Show one proposal after the other, and do what each key says."""
    told = ""
    while not sitting.over:
        draw(proposal(sitting, out, told), out)
        key = keys.pressed()
        if key in LEAVE:
            return
        told = acted(sitting, out, keys, key)


def draw(lines: Iterable[Text], out: Console) -> None:
    """Draw a screen anew, in one piece so that it does not flicker."""
    from rich.text import Text

    with out.capture() as drawn:
        out.print(Text("\n").join(lines), end="", soft_wrap=True)
    out.file.write(f"\x1b[H\x1b[2J{drawn.get()}")
    out.file.flush()


def acted(sitting: Sitting, out: Console, keys: Keys, key: str) -> str:
    """Do what a key says, and tell what was done."""
    shown = named(sitting)
    try:
        if key in KEYS:
            return judged(sitting, KEYS[key])
        if key == "s":
            sitting.skip()
            return f"left for later: {shown}"
        if key == "z":
            step = sitting.undo()
            return "there is nothing to take back" if step is None else f"taken back: {step.state}"
        return correct(sitting, out, keys) if key == "c" else "no key of these; press one of those below"
    except JirgaError as trouble:
        return f"not done: {trouble}"


def judged(sitting: Sitting, state: Judgement) -> str:
    """Judge what is shown."""
    shown = named(sitting)
    sitting.judge(state)
    return f"{state}: {shown}"


def named(sitting: Sitting) -> str:
    """Quote what is shown, in one line."""
    return f"\u201c{' '.join(sitting.queue[sitting.at].claim.main.quote.split())}\u201d"


def correct(sitting: Sitting, out: Console, keys: Keys) -> str:
    """Let the person change fields until all are right; nothing is kept before that."""
    shown = sitting.queue[sitting.at]
    claim, told = shown.claim, ""
    text = sitting.holding(shown).text
    while True:
        signs = dict(zip(SIGNS, names(claim), strict=False))
        draw(form(claim, signs, text, out, told), out)
        key = keys.pressed()
        if key in ENTER:
            break
        if key in LEAVE:
            return "not corrected"
        if key in signs:
            said = keys.line(f"\n{signs[key]} (- for not known)")
            claim, told = changed(claim, signs[key], said, text)
        else:
            told = "no field has that sign"
    if claim == shown.claim:
        return "nothing was changed"
    told = named(sitting)
    sitting.correct(claim)
    return f"corrected: {told}"


def names(claim: AnyClaim) -> tuple[str, ...]:
    """Name the fields that can be corrected."""
    from jirga.review.correcting import fields_of

    return fields_of(claim)


def changed(claim: AnyClaim, field: str, said: str, text: str) -> tuple[AnyClaim, str]:
    """Give a field what was typed; what cannot be read is told, and nothing typed changes nothing."""
    from jirga.review.correcting import corrected

    try:
        return (corrected(claim, field, said, text) if said.strip() else claim), ""
    except JirgaError as trouble:
        return claim, str(trouble)


def form(claim: AnyClaim, signs: dict[str, str], text: str, out: Console, told: str) -> list[Text]:
    """Draw the fields of a claim, each behind the sign to press for it."""
    from jirga.review.lines import lines

    values = {one.name: one.value for one in lines(claim, text)} | {"words": claim.main.quote}
    rows = [f"  {sign}  {name:<{NAME}}{values[name]}" for sign, name in signs.items()]
    head = "Correct which field? Press the sign before it."
    foot = "Enter keep all as it is now  q leave it as it was"
    return [
        line(one, style, out)
        for one, style in (
            (head, "bold"),
            ("", ""),
            *((row, "") for row in rows),
            ("", ""),
            (told, "italic"),
            (foot, "bold"),
        )
    ]
