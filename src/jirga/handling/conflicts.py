"""A conflict held to a level: what is above it left out, with all that names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from jirga.conflict.signs import signs
from jirga.errors import ConflictTrouble, NothingToHandOver
from jirga.handling.collected import strings
from jirga.handling.held import Held, difference
from jirga.handling.levels import Sight
from jirga.handling.made import still_made
from jirga.handling.named import consistent
from jirga.handling.protected import Secret, protected
from jirga.handling.renumbered import renumbered
from jirga.handling.seen import seen
from jirga.schema.conflict import Conflict, Party
from jirga.schema.levels import may_see
from jirga.schema.sources import Source
from jirga.schema.words import Level


def at_level(conflict: Conflict, level: Level) -> Held:
    r"""Leave out of a conflict what is above a level, and whatever names it.

    Parameters
    ----------
    level : {"clear", "green", "amber", "red"}
        The highest level that may be seen.

    Returns
    -------
    Held
        What remains is a conflict of its own: its results are those of what remains.

    Raises
    ------
    NothingToHandOver
        No party, or nothing that could be asked about, is at this level or below.

    Notes
    -----
    Something has its own level; else the highest of what it cites; else that of what it stands in, and at
    last the file's `handling`. Something with a lower level of its own stays, without the citations, the
    quotation and the reasons that lead higher. Ids made from places are made anew, so that no gap shows.

    Examples
    --------
    >>> from jirga.conflict.file import parse_text
    >>> parties = "{a: {name: A, options: {x: sign, y: arm}, prefers: [x, {want: not y, cite: talk}]}}"
    >>> talk = "{title: Talk with a driver, level: red}"
    >>> whole = parse_text(f"title: t\nhandling: clear\nsources: {{talk: {talk}}}\nparties: {parties}")
    >>> held = at_level(whole, "green")
    >>> [want.want for want in held.conflict.wants.values()], held.left_out
    (['x'], {'other item': 2})
    >>> [one.text for one in held.protected.secrets]
    ['not y', 'talk', 'Talk with a driver']
    """
    sight = Sight(conflict, level)
    kept = seen(sight)
    while (left := still_made(consistent(kept, conflict), conflict)) != kept:
        kept = left
    kept = renumbered(kept, conflict)
    if not may_see(level, kept.handling):
        kept = kept.model_copy(update={"handling": level})
    if not kept.parties:
        raise NothingToHandOver("no party", level, marked=is_marked(conflict))
    said = set(strings(kept))
    secrets, anyway = protected(telling(conflict, level) - said, level, (one.text for one in said))
    held = Held(level, kept, difference(counts(conflict), counts(kept)), secrets, anyway)
    try:
        held.file  # noqa: B018
    except ConflictTrouble:
        raise NothingToHandOver(
            "nothing that can be asked about", level, marked=is_marked(conflict)
        ) from None
    return held


def telling(conflict: Conflict, level: Level) -> set[Secret]:
    """Give every string that could tell something.

    Notes
    -----
    What an analyst expects is left out with whatever bears on an answer, and not for its own level: an answer
    may say the same in the same words.
    """
    if may_see(level, conflict.handling):
        conflict = conflict.model_copy(update={"expect": ()})
    return set(strings(conflict))


def is_marked(conflict: Conflict) -> bool:
    """Whether anything in a conflict carries a level."""
    some: Iterable[Source | Party] = chain(conflict.sources.values(), conflict.parties.values())
    return conflict.handling != "red" or any(one.level for one in some)


def counts(conflict: Conflict) -> Counter[str]:
    """Count the things of a conflict by kind."""
    wants = list(conflict.wants.values())
    return Counter(
        {
            "source": len(conflict.sources),
            "passage": sum(len(one.passages) for one in conflict.sources.values()),
            "party": len(conflict.parties),
            "option": len(conflict.options),
            "want": len(wants),
            "reading": sum(len(one.readings) for one in wants),
            "sign to watch": len(signs(conflict)),
            "rule": len(conflict.impossible) + len(conflict.one_way),
            "outcome": len(conflict.outcomes) + len(conflict.states),
            "issue": len(conflict.issues),
            "position": len(conflict.positions),
            "linkage": len(conflict.linkages) + len(conflict.offers),
            "package": len(conflict.packages),
            "rule of consent": len(conflict.consent) + len(conflict.bodies),
            "mandate": len(conflict.mandates),
            "view": len(conflict.views),
            "variant": len(conflict.variants),
            "expectation": len(conflict.expect),
            "question": len(conflict.asks),
            "approval": sum(len(one.approvals) for one in conflict.mandates),
            "answer": sum(len(one.answers) for one in conflict.consent.values()),
        }
    )
