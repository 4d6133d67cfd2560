"""The verbs that ask the further concepts: moving together, looking ahead, unfolding, the inverse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, opened, show, together_option, variant_option

if TYPE_CHECKING:
    from jirga.api import Conflict
    from jirga.schema.answer import Answer
    from jirga.schema.words import CoalitionStandard, Standard

COALITION_STANDARDS = ("cnash", "cgmr", "csmr", "cseq", "cseq_coalitional")
STANDARDS = ("nash", "gmr", "smr", "seq", "sseq", "seq_best")


class Looks(click.ParamType[tuple[str, int]]):
    """A party and how many moves it looks ahead, as PARTY=H."""

    name = "look"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """Split it at the sign."""
        party, _, moves = value.partition("=")
        if not moves.isdecimal() or int(moves) < 1:
            self.fail(f"{value!r} is not PARTY=H with at least one move, as kabul=3", param, ctx)
        return party, int(moves)


@jirga.command()
@file_argument
@click.argument("outcome", required=False)
@click.option(
    "--by",
    type=click.Choice(COALITION_STANDARDS),
    default="cseq",
    show_default=True,
    help="What a coalition fears.",
)
@click.option(
    "--largest",
    type=click.IntRange(1),
    default=3,
    show_default=True,
    metavar="N",
    help="The most parties in a coalition.",
)
@variant_option
@json_option
def coalitions(
    file: Path,
    outcome: str | None,
    by: CoalitionStandard,
    largest: int,
    variant: str | None,
    *,
    as_json: bool,
) -> None:
    """Say who would break an outcome together, by which joint move, and why each gains.

    Without OUTCOME, says which named outcomes hold against every coalition.

    \b
    Example:
      jirga coalitions talks.yaml "mutual truce" --by cnash
    """
    ask(file, variant, lambda conflict: conflict.coalitions(outcome, by=by, largest=largest), as_json=as_json)


@jirga.command()
@file_argument
@click.argument("outcome", required=False)
@click.option(
    "--look",
    "looks",
    type=Looks(),
    multiple=True,
    metavar="PARTY=H",
    help="How many moves this party looks ahead; repeat for the other, which else looks one.",
)
@variant_option
@json_option
def horizon(
    file: Path, outcome: str | None, looks: tuple[tuple[str, int], ...], variant: str | None, *, as_json: bool
) -> None:
    """Say what holds between two parties that look some moves ahead.

    \b
    Example:
      jirga horizon talks.yaml "mutual truce" --look movement=2
    """
    ask(file, variant, lambda conflict: conflict.horizon(outcome, look=dict(looks)), as_json=as_json)


@jirga.command()
@file_argument
@click.option(
    "--by",
    type=click.Choice(["moves", "improvements", "coalitions"]),
    default="improvements",
    show_default=True,
    help="What a step is: any move, one its mover gains by, or one that several gain by.",
)
@click.option("--steps", type=click.IntRange(1), metavar="K", help="Tell of so many steps only.")
@variant_option
@together_option
@json_option
def evolve(
    file: Path, by: str, steps: int | None, variant: str | None, together: int, *, as_json: bool
) -> None:
    """Follow the conflict from its status quo, step by step, and say where it can come to.

    \b
    Example:
      jirga evolve talks.yaml --by coalitions
    """

    def question(conflict: Conflict) -> Answer:
        return conflict.together(together).evolve(by=by, steps=steps)

    ask(file, variant, question, as_json=as_json)


@jirga.command()
@file_argument
@click.argument("outcome")
@click.option(
    "--by",
    type=click.Choice(STANDARDS),
    default="seq",
    show_default=True,
    help="The standard it is to hold by.",
)
@click.option("--party", metavar="PARTY", help="Ask about this party only.")
@variant_option
@json_option
def inverse(
    file: Path, outcome: str, by: Standard, party: str | None, variant: str | None, *, as_json: bool
) -> None:
    """Say how each party would have to see things for an outcome to hold.

    \b
    Example:
      jirga inverse talks.yaml "one-sided truce" --by nash
    """
    ask(file, variant, lambda conflict: conflict.inverse(outcome, by=by, party=party), as_json=as_json)


def ask(file: Path, variant: str | None, question: Callable[[Conflict], Answer], *, as_json: bool) -> None:
    """Open a file, ask it something, and show the answer."""
    from jirga import terminal

    with terminal.progress("Solving ..."):
        found = question(opened(file, variant))
    show(found, as_json=as_json)
