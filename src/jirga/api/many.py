"""One conflict under many orders of wants, and two versions of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

from jirga.answer.ensemble import Order, Verdicts, under_orders
from jirga.api.conflict import Conflict
from jirga.api.loading import has_record, load
from jirga.errors import about
from jirga.schema.answer import Section
from jirga.schema.words import STANDARDS, Standard

if TYPE_CHECKING:
    from jirga.answer.stress.words import StressAnswer
    from jirga.stress.ensemble import Tell


def solve_many(
    conflict: Conflict,
    draws: Iterable[Order],
    *,
    standards: Sequence[Standard] = STANDARDS,
    executor: Executor | None = None,
) -> Verdicts:
    """Say of each named outcome under which of many orders of wants it holds.

    Parameters
    ----------
    draws : iterable of mapping
        For each draw: party, and the ids of its wants from the most important on. A want left out counts for
        nothing; a party left out keeps its preferences.
    standards : sequence of Standard
        Which standards to solve.
    executor : concurrent.futures.Executor, optional
        Where to solve, some draws at a time.

    Returns
    -------
    dict of dict of bool arrays (n_draws,)
        By outcome and standard; an outcome that a rule forbids holds under none.

    Raises
    ------
    UnknownName
        A party or a want that the conflict does not have.

    Examples
    --------
    >>> from jirga.api import example
    >>> ttp = example("ttp_pakistan_2021")
    >>> wants = [want.id for want in ttp.model.parties["pakistan"].prefers]
    >>> draws = [{"pakistan": wants}, {"pakistan": wants[::-1]}]
    >>> solve_many(ttp, draws)["truce"]["seq"].tolist()
    [True, False]
    """
    with about(conflict.file.name):
        return under_orders(conflict.analysis, draws, standards=standards, executor=executor)


def diff(
    before: str | Path, after: str | Path, *, executor: Executor | None = None, tell: Tell | None = None
) -> StressAnswer:
    """Say what changed between two versions of a file or a case, which results, and because of what."""
    more: tuple[Section, ...] = ()
    if has_record(before) and has_record(after):
        from jirga.citing import claims_changed

        more = (claims_changed(before, after),)
    return load(before).diff(load(after), more=more, executor=executor, tell=tell)
