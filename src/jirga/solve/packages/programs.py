"""The fair packages by mixed-integer programs, where the front is too large to hold.

Each issue's values are yes-or-no variables of which exactly one is yes. The same packages are chosen as from
the front: both agree under test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import block_diag, csr_matrix, hstack, vstack

from jirga.solve.packages.front import Worths

SLACK, CUTS, NEAR = 1e-7, 60, 1e-8
Vector = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Planned:
    """A package that a program chose.

    Attributes
    ----------
    choices : int array (n_issues,)
        Which value it takes on each issue.
    gains : float array (n_parties,)
        What each party gains on no deal.
    """

    choices: NDArray[np.int64]
    gains: Vector


class Programs:
    """The yes-or-no variables of all issues' values, and what they are worth.

    Parameters
    ----------
    worths : sequence of float arrays (n_values, n_parties)
        For each issue, what each of its values is worth to each party.
    no_deal : float array (n_parties,)
        What no deal is worth to each.
    """

    def __init__(self, worths: Worths, no_deal: Vector) -> None:
        self.sizes = [len(worth) for worth in worths]
        self.worth, self.no_deal = np.vstack(worths).T, no_deal
        self.one_each = csr_matrix(block_diag([np.ones((1, size)) for size in self.sizes]))

    def best(
        self, score: Vector, floors: Vector, extra: tuple[csr_matrix, Vector] | None = None, spare: int = 0
    ) -> Vector | None:
        """Maximise a score over the values chosen, then `spare` free variables.

        Parameters
        ----------
        score : float array (n_values + spare,)
            What each variable adds.
        floors : float array (n_parties,)
            What each party must gain at least.
        extra : (matrix, lower bounds), optional
            Further rows over all variables.

        Returns
        -------
        float array or None
            The variables; None if no package qualifies.
        """
        values = self.worth.shape[1]
        pad = csr_matrix((len(self.worth), spare))
        rows = [
            LinearConstraint(hstack([csr_matrix(self.worth), pad]), self.no_deal + floors - SLACK, np.inf)
        ]
        rows.append(LinearConstraint(hstack([self.one_each, csr_matrix((len(self.sizes), spare))]), 1, 1))
        if extra is not None:
            rows.append(LinearConstraint(extra[0], extra[1], np.inf))
        whole = np.r_[np.ones(values), np.zeros(spare)]
        low, high = (
            np.r_[np.zeros(values), np.full(spare, -np.inf)],
            np.r_[np.ones(values), np.full(spare, np.inf)],
        )
        found = milp(
            -score, constraints=rows, integrality=whole, bounds=(low, high), options={"mip_rel_gap": 0}
        )
        return None if found.x is None else np.asarray(found.x)

    def planned(self, variables: Vector) -> Planned:
        """Read a package off the variables."""
        ends = np.cumsum([0, *self.sizes])
        picks = [int(np.argmax(variables[one:two])) for one, two in pairwise(ends)]
        chosen = self.worth[:, ends[:-1] + picks].sum(axis=1)
        return Planned(np.array(picks), chosen - self.no_deal)


def utilitarian(programs: Programs) -> Planned | None:
    """Find the greatest sum of gains, of packages no worse than no deal for anybody."""
    found = programs.best(programs.worth.sum(axis=0), np.zeros(len(programs.worth)))
    return None if found is None else programs.planned(found)


def egalitarian(programs: Programs) -> Planned | None:
    """Find the greatest least gain, then the next."""
    return leximin(programs, np.ones(len(programs.worth)))


def kalai_smorodinsky(programs: Programs) -> Planned | None:
    """Find the greatest equal share of the most each could gain."""
    most = []
    for party, worth in enumerate(programs.worth):
        found = programs.best(worth, np.zeros(len(programs.worth)))
        if found is None:
            return None
        most.append(programs.planned(found).gains[party])
    return leximin(programs, np.array(most)) if min(most) > SLACK else None


def nash(programs: Programs) -> Planned | None:
    """Find the greatest product of gains: sums of logarithms, bounded by their tangents until they touch.

    Notes
    -----
    A logarithm lies under each of its tangents, so the program's score is never too low; it stops when the
    package found is worth what the program thought.
    """
    parties, values = programs.worth.shape
    best = egalitarian(programs)
    if best is None or best.gains.min() <= SLACK:
        return None
    at, floors = [best.gains], least_gains(programs, best)
    score = np.r_[np.zeros(values), np.ones(parties)]
    for _ in range(CUTS):
        found = programs.best(score, floors, tangents(programs, at), parties)
        if found is None:
            break
        plan = programs.planned(found)
        best = max(best, plan, key=logarithms)
        if found[values:].sum() <= logarithms(best) + NEAR:
            break
        at.append(plan.gains)
    return best


def least_gains(programs: Programs, known: Planned) -> Vector:
    """Say what each must gain at least if a product is to be as large as that of a known package."""
    ends = np.cumsum([0, *programs.sizes])[:-1]
    most = np.maximum.reduceat(programs.worth, ends, axis=1).sum(axis=1) - programs.no_deal
    least: Vector = np.prod(known.gains / most) * most
    return least


def logarithms(plan: Planned) -> float:
    """Sum the logarithms of the gains."""
    return float(np.log(plan.gains).sum()) if plan.gains.min() > 0 else -np.inf


def tangents(programs: Programs, at: list[Vector]) -> tuple[csr_matrix, Vector]:
    """Bound each party's logarithm by tangents: log(g) <= log(a) + (g - a) / a."""
    parties = len(programs.worth)
    rows, lows = [], []
    for gains in at:
        slopes = csr_matrix(programs.worth / gains[:, None])
        rows.append(hstack([slopes, -csr_matrix(np.eye(parties))]))
        lows.append(programs.no_deal / gains + 1 - np.log(gains))
    return csr_matrix(vstack(rows)), np.concatenate(lows)


def leximin(programs: Programs, most: Vector) -> Planned | None:
    """Make the smallest share as large as can be, then the smallest two together, and so on.

    References
    ----------
    [Ogryczak2003]_ for the sums of the smallest as linear programs (recalled, not seen).
    """
    parties, values = programs.worth.shape
    shares = csr_matrix(programs.worth / most[:, None])
    zero = programs.no_deal / most
    rows: list[csr_matrix] = []
    lows: list[Vector] = []
    found = None
    spare = parties * (parties + 1)
    for count in range(1, parties + 1):
        level, short = values + count - 1, values + parties + (count - 1) * parties
        below = csr_matrix(
            (np.ones(parties), (range(parties), range(short, short + parties))), (parties, values + spare)
        )
        above = csr_matrix(
            (-np.ones(parties), (range(parties), [level] * parties)), (parties, values + spare)
        )
        rows += [hstack([shares, csr_matrix((parties, spare))]) + below + above, below]
        lows += [zero, np.zeros(parties)]
        score = np.zeros(values + spare)
        score[level], score[short : short + parties] = count, -1
        found = programs.best(
            score, np.zeros(parties), (csr_matrix(vstack(rows)), np.concatenate(lows)), spare
        )
        if found is None:
            return None
        rows.append(csr_matrix(score))
        lows.append(np.array([score @ found - SLACK]))
    return None if found is None else programs.planned(found)


PROGRAMS: dict[str, Callable[[Programs], Planned | None]] = {
    "nash": nash,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}
