"""What a check finds: a verdict and a sentence, with the figures it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Check = Literal["parts", "change", "rate", "share", "dates", "twice", "between", "events"]
Verdict = Literal[
    "contradiction",
    "outside range",
    "depends",
    "differs",
    "weaker",
    "drift",
    "same",
    "consistent",
    "not comparable",
]
# The worst first: what a reader should look at.
WORST: tuple[Verdict, ...] = (
    "contradiction",
    "outside range",
    "depends",
    "differs",
    "weaker",
    "drift",
    "not comparable",
    "same",
    "consistent",
)
FLAGGED: frozenset[Verdict] = frozenset(WORST[:6])


@dataclass(frozen=True)
class Finding:
    """What one check says of one figure.

    Attributes
    ----------
    check : str
        parts, change, rate, share, dates and twice look inside a document first; between looks at several
        documents; events at event data.
    what : str
        The sentence.
    of : str
        The id of the claim that is judged.
    against : tuple of str
        The ids of the claims it is judged by.
    changes : tuple of str
        Of what travelled from one document to another: what did not arrive unchanged.
    within : bool
        Whether all of it stands in one document.
    """

    check: Check
    verdict: Verdict
    what: str
    of: str
    against: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    within: bool = True

    @property
    def flagged(self) -> bool:
        """Whether a reader should look at it."""
        return self.verdict in FLAGGED
