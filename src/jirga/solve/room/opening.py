"""What would open a package: the smallest sets of steps after which everybody needed accepts some value."""

from __future__ import annotations

from collections.abc import Sequence

from jirga.solve.room.opening_program import Lever, Model, Recipe
from jirga.solve.room.ways import Way
from jirga.solve.room.zones import Table

MOST_RECIPES = 24


def opening(
    table: Table, every: Sequence[Way], levers: Sequence[Lever], most: int = MOST_RECIPES
) -> tuple[list[Recipe], bool]:
    """List the smallest sets of steps that open a package, those of least cost first.

    Parameters
    ----------
    table : Table
        The red lines as a single draw, and whose yes is needed.
    every : sequence of Way
        The ways in which linkages may follow, the offers among them.
    levers : sequence of Lever
        The steps there are. A limit without a lever stays where it is.
    most : int
        How many recipes to list.

    Returns
    -------
    recipes : list of Recipe
        Minimal by inclusion: no recipe holds all steps of another. The sizes are the smallest in sum for the
        steps in it. A single recipe without steps where the package is open already.
    complete : bool
        Whether there is no further recipe.

    Notes
    -----
    A mixed-integer program: one binary for each way, for each set of parties whose yes is enough, and for
    each lever; the values and the sizes are continuous. Every lever has a cost above 0, so a cheapest set has
    nothing to spare; it is then cut off with all sets that hold it, and the next is found. A value that must
    be exceeded is exceeded by 0.001.

    Examples
    --------
    >>> import numpy as np
    >>> from jirga.solve.room.draws import Lines
    >>> lines = Lines(np.array([[[40.0]], [[-np.inf]]]), np.array([[[np.inf]], [[35.0]]]))
    >>> two = [Lever(1, (0,), party=0, issue=0, value=40.0)]
    >>> two.append(Lever(2, (1,), party=1, issue=0, side="most", value=35.0))
    >>> table = Table(lines, (), {0: ((0, 1),)})
    >>> [one.steps for one in opening(table, [Way(((0, 0.0, 100.0),), ())], two)[0]]
    [((0, 35.0),), ((1, 40.0),)]
    """
    model = Model(table, every, levers)
    found: list[Recipe] = []
    while len(found) < most:
        recipe = model.next()
        if recipe is None:
            return found, True
        found.append(recipe)
        if not recipe.steps:
            return found, True
        model.cut([number for number, _ in recipe.steps])
    return found, model.next() is None
