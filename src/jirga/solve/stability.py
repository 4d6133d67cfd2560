"""The standards of stability, one function each, named as in print.

Each takes the moves of all parties and one party's number, and says in which states that party stays.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from jirga.errors import TooLarge
from jirga.schema.words import STANDARDS, Standard
from jirga.solve.sweeps.fibres import Values, worth_compiling
from jirga.solve.sweeps.movers import Kind, Movers
from jirga.solve.sweeps.propagation import brought_to

Stable = NDArray[np.bool_]
WORK, WORK_COMPILED = 53_000_000, 260_000_000


def nash(movers: Movers, party: int) -> Stable:
    """Find the states a party does not gain by leaving, if it looks only at its own next move.

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
    Stable here implies stable by every other standard.

    References
    ----------
    [Nash1950]_; [Fang1993]_ for the graph model.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> nash(dilemma, 0).tolist()
    [True, False, True, False]
    """
    return stays(movers, party, own_rank(movers, party))


def gmr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears any reply (general metarationality).

    Notes
    -----
    An improvement is deterred when the others' moves, to their own gain or not, can lead to a state the
    party likes no better than the one it left.

    References
    ----------
    [Howard1971]_; [Fang1993]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> gmr(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return stays(movers, party, replies(movers, party, "any", own_rank(movers, party)))


def smr(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears any reply it could not then escape (symmetric).

    Notes
    -----
    As `gmr`, and from the state the others lead to, no move of the party's own is better than staying
    would have been. Stable here implies stable by `gmr`.

    References
    ----------
    [Howard1971]_; [Fang1993]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> smr(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return stays(movers, party, replies(movers, party, "any", after_escape(movers, party)))


def seq(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears only replies the others would gain by (sequential).

    Notes
    -----
    As `gmr`, but every move of the sanction is an improvement for its mover from where it then stands.
    Stable here implies stable by `gmr`.

    References
    ----------
    [Fraser1979]_; [Fang1993]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> seq(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return stays(movers, party, replies(movers, party, "improving", own_rank(movers, party)))


def sseq(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears only gainful replies it could not then escape.

    Notes
    -----
    Symmetric sequential stability: `seq` with the escape of `smr`. Stable here implies stable by `seq`
    and by `smr`.

    References
    ----------
    [Rego2017]_.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> sseq(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return stays(movers, party, replies(movers, party, "improving", after_escape(movers, party)))


def seq_best(movers: Movers, party: int) -> Stable:
    """Find the states a party stays in if it fears only the others' best replies (Jirga's own, not in print).

    Notes
    -----
    As `seq`, but every move of the sanction is its mover's best improvement from where it then stands,
    all of them where several tie. Stable here implies stable by `seq`. It shows where `seq` leans on a
    punishment that its punisher would not choose.

    Examples
    --------
    >>> from jirga.conflict.board import board
    >>> from jirga.examples import conflict
    >>> dilemma = Movers(board(conflict("prisoners")))
    >>> seq_best(dilemma, 0).tolist()
    [True, False, True, True]
    """
    return stays(movers, party, replies(movers, party, "best", own_rank(movers, party)))


CONCEPTS: dict[Standard, Callable[[Movers, int], Stable]] = {
    "nash": nash,
    "gmr": gmr,
    "smr": smr,
    "seq": seq,
    "sseq": sseq,
    "seq_best": seq_best,
}
SANCTIONS: dict[Standard, tuple[Kind, bool]] = {
    "gmr": ("any", False),
    "smr": ("any", True),
    "seq": ("improving", False),
    "sseq": ("improving", True),
    "seq_best": ("best", False),
}
"""For each sanctioned standard: the moves of a sanction, and whether the focal party may still escape."""


def stability(movers: Movers) -> dict[Standard, NDArray[np.bool_]]:
    """Solve every standard for every party.

    Returns
    -------
    dict of bool arrays (n_parties, n_states)
        Whether each party stays in each state, by standard.

    Raises
    ------
    TooLarge
        More than can be solved whole in a reasonable time: about 20 seconds, or a minute if compiled.
    """
    refuse_if_too_much(movers)
    return {
        name: np.array([CONCEPTS[name](movers, party) for party in movers.parties], dtype=bool)
        for name in STANDARDS
    }


def refuse_if_too_much(movers: Movers) -> None:
    """Stop before a solution that would not end, and say what would reduce it."""
    pairs = len(movers.parties) ** 2
    work = WORK_COMPILED if movers.compiled or worth_compiling(movers.size) else WORK
    if movers.size * pairs > work:
        raise TooLarge(
            f"{movers.size:,} states and {len(movers.parties)} parties would take too long "
            f"(at most {work // pairs:,} states with so many parties)",
            "drop options nobody's answer turns on, merge parties that move as one, or rule out "
            "combinations that cannot be",
        )


def own_rank(movers: Movers, party: int) -> Values:
    """Say what a state is worth to a party: its rank."""
    return movers.rank(party)


def after_escape(movers: Movers, party: int) -> Values:
    """Say what a state is worth to a party that may still make one move of its own."""
    return movers.every[party].most(own_rank(movers, party))


def replies(movers: Movers, party: int, kind: Kind, value: Values) -> Values:
    """Give the least value the others' moves can lead to, from every state."""
    others = [movers.of(other, kind) for other in movers.parties if other != party]
    return brought_to(value, others, transitive=movers.transitive)


def stays(movers: Movers, party: int, answered: Values) -> Stable:
    """Whether no move of the party's own leads to more than it has, once the others have answered.

    A move that is no improvement is worth no more than its own rank, so the least of the two says both
    whether the move is an improvement and whether it is deterred.
    """
    rank = own_rank(movers, party)
    stable: Stable = movers.every[party].most(np.minimum(rank, answered)) <= rank
    return stable
