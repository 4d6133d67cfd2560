"""What is uncertain in a file, and the conflicts it may stand for: every combination, or a seeded sample."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Literal

import numpy as np

from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want

Combination = tuple[int, ...]
DRAWS, SEED = 400, 1


@dataclass(frozen=True)
class Item:
    """One thing that is uncertain.

    Attributes
    ----------
    kind : {"reading", "place"}
        How a want is read, or where in its party's order it stands.
    party, want : str
        Whose, and the want's id.
    choices : tuple of int
        For a reading 0 for the want as written, then each rival; or the places, from the first to the last.
    written : int
        Which of the choices the file has, by number; the nearest where it lies outside.
    """

    kind: Literal["reading", "place"]
    party: str
    want: str
    choices: tuple[int, ...]
    written: int


def items(conflict: Conflict) -> tuple[Item, ...]:
    """List what is uncertain, in the order of the file."""
    return tuple(
        item
        for name, party in conflict.parties.items()
        for place, want in enumerate(party.prefers, start=1)
        for item in items_of(name, party, want, place)
    )


def items_of(name: str, party: Party, want: Want, place: int) -> Iterator[Item]:
    """List what is uncertain about one want; places beyond the party's last are not counted."""
    if want.readings:
        yield Item("reading", name, want.id, tuple(range(len(want.readings) + 1)), 0)
    if want.places is not None:
        first, last = (min(one, len(party.prefers)) for one in want.places)
        choices = tuple(range(first, last + 1))
        if len(choices) > 1:
            yield Item("place", name, want.id, choices, min(max(place, first), last) - first)


def combinations(
    some: Sequence[Item], draws: int = DRAWS, seed: int = SEED
) -> tuple[list[Combination], bool]:
    """Choose for every item: every combination if there are no more than `draws`, else so many drawn.

    Returns
    -------
    list of tuple of int
        For each combination the number of the choice taken of each item, in an order drawn from the seed, so
        that the first of them are a fair sample of all.
    bool
        Whether these are all there are.

    Notes
    -----
    Each drawn combination has a generator of its own, from the seed and its number: the first hundred of a
    thousand are the hundred that would be drawn alone, on any machine. Of each item every choice is drawn
    as often; one combination may be drawn twice.

    Examples
    --------
    >>> from jirga.stress.readings import Item
    >>> two = [Item("reading", "a", "a.1", (0, 1), 0), Item("place", "a", "a.2", (1, 2, 3), 1)]
    >>> len(combinations(two)[0]), combinations(two, draws=4)[1]
    (6, False)
    """
    sizes = [len(one.choices) for one in some]
    if prod(sizes) <= draws:
        every = list(product(*(range(size) for size in sizes)))
        order = np.random.default_rng(seed).permutation(len(every))
        return [every[place] for place in order], True
    return [drawn(sizes, seed, number) for number in range(draws)], False


def count(some: Sequence[Item]) -> int:
    """Count the combinations there are."""
    return prod(len(one.choices) for one in some)


def drawn(sizes: Sequence[int], seed: int, number: int) -> Combination:
    """Draw the combination of one number."""
    generator = np.random.default_rng([seed, number])
    return tuple(int(one) for one in generator.integers(sizes))


def reordered(party: Party, taken: Mapping[str, Mapping[str, int]]) -> Party:
    """Give a party with some wants read, and placed, otherwise.

    Wants that are given one place stand there one after another, in the order of the file.
    """
    wants = [read(want, taken.get(want.id, {}).get("reading", 0)) for want in party.prefers]
    places = {want: one["place"] for want, one in taken.items() if "place" in one}
    kept = [want for want in wants if want.id not in places]
    last = 0
    for want in sorted((one for one in wants if one.id in places), key=lambda one: places[one.id]):
        last = max(places[want.id], last + 1)
        kept.insert(last - 1, want)
    return party.model_copy(update={"prefers": tuple(kept)})


def read(want: Want, reading: int) -> Want:
    """Give a want as written, or one of its rival readings; it keeps its id."""
    if not reading:
        return want
    rival = want.readings[reading - 1]
    known = {"basis": rival.basis, "cite": rival.cite, "quote": rival.quote, "why": rival.why or rival.says}
    return want.model_copy(update={"want": rival.want, "retracted": rival.retracted, **known})
