"""Conflicts in which what was not known is settled: each unknown want held, or its contrary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from jirga.conflict.formula import Formula, parse
from jirga.errors import TooLarge
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Want

Way = tuple[bool, ...]
MOST_UNKNOWN = 5


def unknown_wants(conflict: Conflict) -> tuple[Want, ...]:
    """List the wants of which it is not known whether they are held, in file order."""
    return tuple(want for want in conflict.wants.values() if want.unknown)


def settlements(conflict: Conflict) -> Iterator[tuple[Way, Conflict]]:
    r"""Go through every way of settling the unknown wants, all held first.

    Returns
    -------
    iterator of (tuple of bool, Conflict)
        For each unknown want whether it is held, and the conflict in which that is known.

    Raises
    ------
    TooLarge
        More unknown wants than are gone through whole.

    Notes
    -----
    Pairs that are `unranked` are not settled: ranks go on reading them as written.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> party = "{name: A, options: {x: x}, prefers: [{want: x, unknown: true}]}"
    >>> unsettled = parse_text("title: t\nparties:\n  a: " + party)
    >>> [(way, one.parties["a"].prefers[0].want) for way, one in settlements(unsettled)]
    [((True,), 'x'), ((False,), 'not x')]
    """
    wants = unknown_wants(conflict)
    if len(wants) > MOST_UNKNOWN:
        what = f"{len(wants)} unknown wants can be settled in {2 ** len(wants):,} ways"
        raise TooLarge(f"{what}; at most {MOST_UNKNOWN} are gone through", "settle some of them in a variant")
    for way in product((True, False), repeat=len(wants)):
        yield way, settled(conflict, dict(zip((want.id for want in wants), way, strict=True)))


def settled(conflict: Conflict, held: Mapping[str, bool]) -> Conflict:
    """Take each of some wants as held, or as its contrary, and as known."""
    parties = {
        name: party.model_copy(
            update={
                "prefers": tuple(
                    taken(want, is_held=held[want.id]) if want.id in held else want for want in party.prefers
                )
            }
        )
        for name, party in conflict.parties.items()
    }
    return conflict.model_copy(update={"parties": parties})


def taken(want: Want, *, is_held: bool) -> Want:
    """Take one want as held, or as its contrary, and as known."""
    said = want.want if is_held else contrary(want.want)
    return want.model_copy(update={"want": said, "unknown": False})


def contrary(formula: str) -> str:
    """Write the formula that is true where another is false.

    >>> contrary("x and y"), contrary("not x")
    ('not (x and y)', 'x')
    """
    parsed = parse(formula)
    return str(parsed.parts[0] if parsed.op == "not" else Formula("not", (parsed,)))
