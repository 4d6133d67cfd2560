"""How firmly a state holds: the weakest threat it needs."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from jirga.answer.analysis import Analysis
from jirga.schema.words import Standard


class Firmness(IntEnum):
    """From not at all to without any threat; each level implies those below it."""

    NO = 0
    EMPTY_THREAT = 1
    DOUBTFUL_THREAT = 2
    THREAT = 3
    YES = 4


STANDARD: dict[Firmness, Standard] = {
    Firmness.EMPTY_THREAT: "gmr",
    Firmness.DOUBTFUL_THREAT: "seq",
    Firmness.THREAT: "seq_best",
    Firmness.YES: "nash",
}
SHORT = {
    Firmness.NO: "no",
    Firmness.EMPTY_THREAT: "by empty threat",
    Firmness.DOUBTFUL_THREAT: "by doubtful threat",
    Firmness.THREAT: "by threat",
    Firmness.YES: "yes",
}
LONG = {
    Firmness.NO: "does not hold",
    Firmness.EMPTY_THREAT: "holds only by threats that those who make them would not gain by carrying out",
    Firmness.DOUBTFUL_THREAT: "holds only by a threat that is not the best reply of those who make it",
    Firmness.THREAT: "holds only by a threat",
    Firmness.YES: "holds: nobody would gain by leaving",
}
LEGEND = {
    Firmness.THREAT: "by threat: whoever would leave fears what others would then do",
    Firmness.DOUBTFUL_THREAT: "by doubtful threat: that reply is not its maker's best",
    Firmness.EMPTY_THREAT: "by empty threat: its makers would not gain by carrying it out",
}


def firmness(analysis: Analysis, row: int) -> Firmness:
    """Give the level at which a state holds."""
    return Firmness(int(levels(analysis)[row]))


def levels(analysis: Analysis) -> NDArray[np.int8]:
    """Give the level at which every state holds."""
    found = np.zeros(len(analysis.board.states), dtype=np.int8)
    for level, standard in STANDARD.items():
        found[analysis.holding[standard]] = level
    return found
