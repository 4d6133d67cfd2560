"""The standards of stability where some preferences are strong: three degrees, named as in print.

With *equally*, *mildly* and *strongly* preferred, the general standards are those of `stability`: a party
goes by any improvement and fears any loss. A *strong* standard counts only replies that leave the party
strongly worse off. A state is *weakly* stable where it is stable and not strongly so.

In print the strong sequential standard is called SSEQ, which is also the name of symmetric sequential
stability, `stability.sseq`. They have nothing to do with each other, so here it is `strong_seq`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from jirga.schema.words import STRONG_STANDARDS, StrongStandard
from jirga.solve import stability
from jirga.solve.stability import Stable, replies, stays
from jirga.solve.sweeps.fibres import Values
from jirga.solve.sweeps.movers import Movers


def strong_gmr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears any reply that leaves it strongly worse off.

    Parameters
    ----------
    movers : Movers
        The moves and ranks of all parties.
    party : int
        The focal party.

    Returns
    -------
    bool array (n_states,)
        Whether the party stays.

    Notes
    -----
    SGMR in print. Stable here implies stable by `gmr`; stable by `nash` implies stable here. Where nothing is
    marked strong, stable here is stable by `nash`. It is the propagation of `gmr` with other values, so it
    works at every size that `gmr` does.

    References
    ----------
    [Hamouda2006]_, [Xu2018]_ (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> strong_gmr(dilemma, 0).tolist()
    [True, False, True, False]
    """
    return stays(movers, party, replies(movers, party, "any", enough(movers, party)))


def strong_smr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears replies that leave it strongly worse off, with no escape.

    Notes
    -----
    SSMR in print. As `strong_gmr`, and from the state the others lead to every move of the party's own
    leaves it strongly worse off, too. Stable here implies stable by `strong_gmr` and by `smr`.

    References
    ----------
    [Hamouda2006]_, [Xu2018]_ (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> strong_smr(dilemma, 0).tolist()
    [True, False, True, False]
    """
    after_escape = movers.every[party].most(enough(movers, party))
    return stays(movers, party, replies(movers, party, "any", after_escape))


def strong_seq(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears gainful replies that leave it strongly worse off.

    Notes
    -----
    SSEQ in print. As `strong_gmr`, but every move of the reply is an improvement for its mover, mild or
    strong. Stable here implies stable by `strong_gmr` and by `seq`.

    References
    ----------
    [Hamouda2006]_, [Xu2018]_ (both recalled, not seen).

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> strong_seq(dilemma, 0).tolist()
    [True, False, True, False]
    """
    return stays(movers, party, replies(movers, party, "improving", enough(movers, party)))


def weak_gmr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in by `gmr` but not by `strong_gmr`: some gain is deterred by little.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> weak_gmr(Movers(board(conflict("prisoners"))), 0).tolist()
    [False, False, False, True]
    """
    return stability.gmr(movers, party) & ~strong_gmr(movers, party)


def weak_smr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in by `smr` but not by `strong_smr`."""
    return stability.smr(movers, party) & ~strong_smr(movers, party)


def weak_seq(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in by `seq` but not by `strong_seq`."""
    return stability.seq(movers, party) & ~strong_seq(movers, party)


STRONG: dict[StrongStandard, Callable[[Movers, int], Stable]] = dict(
    zip(STRONG_STANDARDS, (strong_gmr, strong_smr, strong_seq), strict=True)
)
WEAK: dict[StrongStandard, Callable[[Movers, int], Stable]] = dict(
    zip(STRONG_STANDARDS, (weak_gmr, weak_smr, weak_seq), strict=True)
)


def strength(movers: Movers) -> dict[StrongStandard, Stable]:
    """Solve every strong standard for every party.

    Returns
    -------
    dict of bool arrays (n_parties, n_states)
        Whether each party stays in each state, by standard.

    Raises
    ------
    TooLarge
        More than can be solved whole in a reasonable time.
    """
    stability.refuse_if_too_much(movers)
    return {
        name: np.array([concept(movers, party) for party in movers.parties], dtype=bool)
        for name, concept in STRONG.items()
    }


def deters_strongly(movers: Movers, party: int, move: tuple[int, int], standard: StrongStandard) -> bool:
    """Say whether the others' replies to a party's move could leave it strongly worse off than before."""
    row, end = move
    if (party, f"strong {standard}") not in movers.answered:
        kind, escapes = stability.SANCTIONS[standard]
        value = enough(movers, party)
        value = movers.every[party].most(value) if escapes else value
        movers.answered[party, f"strong {standard}"] = replies(movers, party, kind, value)
    return bool(movers.answered[party, f"strong {standard}"][end] <= movers.rank(party)[row])


def enough(movers: Movers, party: int) -> Values:
    """Give the least rank of the states that the party prefers strongly to each state.

    A reply that leads to a state is a strong loss from just those ranks up, so the propagation and the test
    of the plain standards serve the strong ones with these values.
    """
    rank = stability.own_rank(movers, party)
    if movers.board.grades is None:
        return np.full_like(rank, rank.max(initial=-1) + 1)
    grade = movers.board.grades[party]
    top = np.full(int(grade.max(initial=0)) + 1, -1, dtype=np.int64)
    np.maximum.at(top, grade, rank)
    return np.asarray(top[grade] + 1)
