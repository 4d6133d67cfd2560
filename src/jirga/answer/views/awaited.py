"""What one party expects of another that the other will not do, or does not expect that it will."""

from __future__ import annotations

import numpy as np

from jirga.answer import phrases
from jirga.answer.firmness import STANDARD, Firmness
from jirga.answer.views.mistakes import own_row, row_of, to_where
from jirga.answer.views.viewed import Viewed
from jirga.schema.answer import Section, Sentence
from jirga.schema.words import Standard
from jirga.solve.views import Standing


def awaited(found: Viewed) -> Section:
    """Say who expects whom in vain to leave, or to stay in, which named outcomes."""
    said: list[Sentence] = []
    staying: dict[tuple[int, int, bool], list[str]] = {}
    for name in found.truth.outcomes:
        row = found.truth.row(name)
        for party in [] if row is None else found.with_views:
            if row is not None and found.pictures[party].seen[row]:
                standard = STANDARD[Firmness(max(int(found.levels[row]), 1))]
                for other in misjudged(found, party, row, standard):
                    if found.standing(row) >= Standing.UNSTEADY:
                        said.append(expects_to_leave(found, name, (party, other), standard))
                    elif not found.kept(standard)[other, row]:
                        sees = bool(found.pictures[other].seen[row])
                        staying.setdefault((party, other, sees), []).append(name)
    said += [expects_to_stay(found, *pair, names) for pair, names in staying.items()]
    return Section("What is expected in vain", tuple(said))


def misjudged(found: Viewed, party: int, row: int, standard: Standard) -> list[int]:
    """Give the others of whom a party expects otherwise than they do, as they see the conflict themselves."""
    own, seen = found.kept(standard)[:, row], found.pictures[party].stable[standard][:, row]
    return [other for other in np.flatnonzero(own != seen).tolist() if other != party]


def expects_to_leave(found: Viewed, name: str, pair: tuple[int, int], standard: Standard) -> Sentence:
    """Say what one party expects another to do, which it will not."""
    party, other = pair
    seen, own = found.as_seen[party], own_row(found, party, row_of(found, name))
    who, whom = (phrases.party(found.truth, one) for one in pair)
    to = to_where(seen, other, own, standard)
    return phrases.sentence(f"{who} expects {whom} to leave \u201c{name}\u201d ", *to, ", which it will not.")


def expects_to_stay(found: Viewed, party: int, other: int, sees: bool, names: list[str]) -> Sentence:
    """Say in which outcomes one party expects another to stay, which leaves them or does not see them."""
    who, whom = phrases.party(found.truth, party), phrases.party(found.truth, other)
    why = f"which {whom} {'would leave' if sees else 'does not see'}"
    return phrases.sentence(f"{who} expects {whom} to stay in {phrases.quoted(names)}, {why}.")
