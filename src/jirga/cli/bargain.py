"""The verbs that ask whether there is room for a deal, and whose yes it needs."""

from __future__ import annotations

from pathlib import Path

import click

from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, opened, variant_option


@jirga.command()
@file_argument
@click.argument("issue", required=False)
@click.option("--yes", multiple=True, metavar="NAME", help="Who says yes; may be given several times.")
@click.option("--no", multiple=True, metavar="NAME", help="Who says no.")
@click.option("--absent", multiple=True, metavar="NAME", help="Who is not there.")
@click.option("--abstain", multiple=True, metavar="NAME", help="Who is there and does not vote.")
@variant_option
@json_option
def consent(  # noqa: PLR0913, PLR0917  (one for each option of the verb)
    file: Path,
    issue: str | None,
    yes: tuple[str, ...],
    no: tuple[str, ...],
    absent: tuple[str, ...],
    abstain: tuple[str, ...],
    variant: str | None,
    *,
    as_json: bool,
) -> None:
    """Say who must say yes, who can stop it, and who can deliver what is promised.

    ISSUE is an issue of the file, or deal; all of them if left out. With votes, says whether it passes
    and whose vote would change that; whoever is not named has not answered, which is not no.

    \b
    Example:
      jirga consent talks.yaml deal --no movement
    """
    from jirga import terminal

    with terminal.progress("Counting votes ..."):
        conflict = opened(file, variant)
        found = conflict.consent(issue, yes=yes, no=no, absent=absent, abstaining=abstain)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


@jirga.command()
@file_argument
@click.argument("issue", required=False)
@variant_option
@json_option
def positions(file: Path, issue: str | None, variant: str | None, *, as_json: bool) -> None:
    """Say where positions point, by several rules side by side, and whose red line is in the way.

    ISSUE is an issue of the file; all of them if left out. Beside each rule stands how far off it was
    on legislation whose outcome is known. None of them says how talks will end.

    \b
    Example:
      jirga positions talks.yaml troops
    """
    from jirga import terminal

    found = opened(file, variant).positions(issue)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


draws_option = click.option(
    "--draws",
    type=click.IntRange(1, 1_000_000),
    default=20_000,
    show_default=True,
    metavar="N",
    help="How many draws over the stated ranges.",
)
seed_option = click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, metavar="S", help="The draws' seed."
)


@jirga.command()
@file_argument
@click.argument("package", required=False)
@draws_option
@seed_option
@variant_option
@json_option
def room(
    file: Path, package: str | None, draws: int, seed: int, variant: str | None, *, as_json: bool
) -> None:
    """Say where there is room for a deal, and where there is none, who is how far from whom.

    PACKAGE is a package of the file, or an issue by itself; all packages if left out.

    \b
    Example:
      jirga room talks.yaml
    """
    from jirga import terminal

    with terminal.progress("Drawing ..."):
        found = opened(file, variant).room(package, draws=draws, seed=seed)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


@jirga.command()
@file_argument
@click.argument("package", required=False)
@click.option(
    "--step",
    type=click.FloatRange(1, 50),
    default=5.0,
    show_default=True,
    metavar="POINTS",
    help="How far apart the values tried on a scale are.",
)
@variant_option
@json_option
def packages(file: Path, package: str | None, step: float, variant: str | None, *, as_json: bool) -> None:
    """Say which packages cannot be bettered for everybody, and which issues to trade.

    PACKAGE is a package of the file, or an issue by itself; all packages if left out. Beside them stands
    what four ideas of fairness would choose; none of them is advice.

    \b
    Example:
      jirga packages talks.yaml
    """
    from jirga import terminal

    with terminal.progress("Going through packages ..."):
        found = opened(file, variant).packages(package, step=step)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())


@jirga.command("open")
@file_argument
@click.argument("package")
@draws_option
@seed_option
@variant_option
@json_option
def open_(file: Path, package: str, draws: int, seed: int, variant: str | None, *, as_json: bool) -> None:
    """Say what would open a package: the smallest sets of steps, red lines last.

    PACKAGE is a package of the file, or an issue by itself.

    \b
    Example:
      jirga open talks.yaml exchange
    """
    from jirga import terminal

    with terminal.progress("Looking for openings ..."):
        found = opened(file, variant).open(package, draws=draws, seed=seed)
    if as_json:
        click.echo(found.to_json().encode())
    else:
        terminal.show_answer(found, terminal.console())
