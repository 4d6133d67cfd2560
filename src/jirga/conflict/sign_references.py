"""What signs to watch would change must be there, and be a change that what they bear on can have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jirga.conflict.places import Step
from jirga.conflict.signs import watchable
from jirga.schema.indicators import Indicator
from jirga.schema.problems import Problem

if TYPE_CHECKING:
    from jirga.conflict.references import Finder

READS, DROPS = {"prefers", "impossible"}, {"prefers", "impossible", "positions", "linkages"}
HINT = "write what would then be so as a variant, and name it: variant"


def sign_problems(finder: Finder) -> Iterator[Problem]:
    """Complain of signs that would change what is not there or cannot be so changed, or share an id."""
    every = [
        ([*path, "indicators", place], sign)
        for path, thing, _ in watchable(finder.conflict)
        for place, sign in enumerate(thing.indicators)
    ]
    used = Counter(sign.id for _, sign in every if sign.id)
    for path, sign in every:
        yield from of_sign(finder, sign, path)
        if used[sign.id] > 1:
            yield finder.error(
                "duplicate", [*path, "id"], f"{sign.id!r} is the id of two signs", "rename one"
            )


def of_sign(finder: Finder, sign: Indicator, path: list[Step]) -> Iterator[Problem]:
    """Complain of one sign."""
    section = "prefers" if path[0] == "parties" else str(path[0])
    if sign.variant:
        yield from finder.unknown("variant", sign.variant, finder.known_variants, [*path, "variant"])
    if sign.reads and section in READS:
        yield from finder.formula(sign.reads, [*path, "reads"])
    for key, said, able in (("reads", sign.reads, READS), ("dropped", sign.dropped, DROPS)):
        if said and section not in able:
            yield finder.error("indicator", [*path, key], f"`{key}` has no meaning for {section}", HINT)
