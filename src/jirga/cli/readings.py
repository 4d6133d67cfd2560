"""The verbs that ask how firm an answer is: readings, sources, versions, spoilers, signs to watch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.families import ask
from jirga.cli.group import jirga
from jirga.cli.parts import file_argument, json_option, opened, show, variant_option

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from jirga.answer.stress.words import StressAnswer
    from jirga.api import Conflict
    from jirga.stress.ensemble import Tell

jobs_option = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many processes; by default as many as it pays."
)
cluster_option = click.option(
    "--cluster", metavar="ADDRESS", help="Solve on a Dask cluster, as tcp://10.0.0.5:8786."
)
Solve = Callable[["Executor | None", "Tell"], "StressAnswer"]


@jirga.command()
@file_argument
@click.option(
    "--draws",
    type=click.IntRange(1),
    default=400,
    show_default=True,
    metavar="N",
    help="The most readings to solve.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="What is drawn is drawn from it.",
)
@jobs_option
@cluster_option
@variant_option
@json_option
def ranges(  # noqa: PLR0913  (one for each option of the verb)
    file: Path,
    draws: int,
    seed: int,
    jobs: int | None,
    cluster: str | None,
    variant: str | None,
    *,
    as_json: bool,
) -> None:
    """Say in how many readings of the file the answer stands, and which item decides it.

    A want may have rival readings, or a range of places in its party's order; red lines may be ranges.

    \b
    Example:
      jirga ranges talks.yaml --draws 1000
    """
    conflict = opened(file, variant)
    pays = conflict.readings(draws)

    def solve(executor: Executor | None, tell: Tell) -> StressAnswer:
        return conflict.ranges(draws=draws, seed=seed, executor=executor, tell=tell)

    spread_out(solve, "Solving readings", workers(jobs, cluster, pays=pays), as_json=as_json)


@jirga.command()
@file_argument
@jobs_option
@cluster_option
@variant_option
@json_option
def without(file: Path, jobs: int | None, cluster: str | None, variant: str | None, *, as_json: bool) -> None:
    """Say on whose word the answer rests: each source, speaker and passage left out in turn.

    \b
    Example:
      jirga without talks.yaml
    """
    conflict = opened(file, variant)

    def solve(executor: Executor | None, tell: Tell) -> StressAnswer:
        return conflict.without(executor=executor, tell=tell)

    spread_out(solve, "Leaving sources out", workers(jobs, cluster, pays=False), as_json=as_json)


@jirga.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@jobs_option
@cluster_option
@json_option
def diff(before: Path, after: Path, jobs: int | None, cluster: str | None, *, as_json: bool) -> None:
    """Say what changed between two versions of a file or case, which results, and because of what.

    \b
    Example:
      jirga diff talks.yaml later.yaml
    """
    from jirga import api

    def solve(executor: Executor | None, tell: Tell) -> StressAnswer:
        return api.diff(before, after, executor=executor, tell=tell)

    spread_out(solve, "Comparing", workers(jobs, cluster, pays=False), as_json=as_json)


@jirga.command()
@file_argument
@click.argument("outcome", required=False)
@variant_option
@json_option
def spoilers(file: Path, outcome: str | None, variant: str | None, *, as_json: bool) -> None:
    """Say who could break which outcome by what it has in hand, and who is worse off in it.

    With OUTCOME, says why, and whether it would gain by that.

    \b
    Example:
      jirga spoilers talks.yaml "mutual truce"
    """
    ask(file, variant, lambda conflict: conflict.spoilers(outcome), as_json=as_json)


@jirga.command()
@file_argument
@click.option(
    "--tick", "ticks", multiple=True, metavar="SIGN", help="Take this sign to be seen; may be repeated."
)
@variant_option
@json_option
def watch(file: Path, ticks: tuple[str, ...], variant: str | None, *, as_json: bool) -> None:
    """Say what to watch, and whether the answer would move if it were seen.

    \b
    Example:
      jirga watch talks.yaml --tick M2.1
    """

    def question(conflict: Conflict) -> StressAnswer:
        return conflict.watch(*ticks)

    ask(file, variant, question, as_json=as_json)


def workers(jobs: int | None, cluster: str | None, *, pays: bool) -> AbstractContextManager[Executor | None]:
    """Choose where to solve: where asked; else on every core where it pays, and otherwise here."""
    from jirga.stress import workers as of

    return of.workers(jobs or (None if pays else 1), cluster)


def spread_out(
    solve: Solve, what: str, where: AbstractContextManager[Executor | None], *, as_json: bool
) -> None:
    """Solve with progress shown, print what came of it, and exit 1 if it was stopped on the way."""
    from jirga import terminal

    with where as executor, terminal.counting(what) as tell:
        found: Any = solve(executor, tell)
    show(found, as_json=as_json)
