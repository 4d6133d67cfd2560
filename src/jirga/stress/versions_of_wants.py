"""Two versions of one party's order of wants: which are the same want, and which moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from jirga.conflict.formula import parse
from jirga.schema.wants import Want


def matched(party: str, before: Sequence[Want], after: Sequence[Want]) -> dict[str, str]:
    """Say which wants of two versions are one: by id, and those without one by formula, then by place.

    Returns
    -------
    dict of str to str
        For the id of a later want that of the earlier.
    """
    made = re.compile(rf"{re.escape(party)}\.\d+")
    ways: tuple[Callable[[Want, Want], bool], ...] = (
        lambda one, two: one.id == two.id and not made.fullmatch(two.id),
        lambda one, two: str(parse(one.want)) == str(parse(two.want)),
        lambda one, two: one.id == two.id,
    )
    found: dict[str, str] = {}
    for same in ways:
        left = [one for one in before if one.id not in found.values()]
        for want in after:
            if want.id not in found:
                twin = next((one for one in left if same(one, want)), None)
                if twin is not None:
                    found[want.id] = twin.id
                    left.remove(twin)
    return found


def moved(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Name the wants that stand elsewhere among those that both versions have: as few as can be.

    >>> moved(["a", "b", "c", "d"], ["d", "a", "b", "c"])
    ['d']
    """
    one, two = [want for want in before if want in after], [want for want in after if want in before]
    kept = set(longest_common(one, two))
    return [want for want in two if want not in kept]


def longest_common(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """Give a longest sequence that both hold in order."""
    table = [[0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(two))):
            same = table[i + 1][j + 1] + 1 if one[i] == two[j] else 0
            table[i][j] = max(same, table[i + 1][j], table[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(one) and j < len(two):
        if one[i] == two[j]:
            found.append(one[i])
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def ordered(
    before: Sequence[str], after: Sequence[str], there: Iterable[str], still: Collection[str]
) -> list[str]:
    """Order the wants that are there as the later version does, but for those that stay where they were.

    Parameters
    ----------
    there : iterable of str
        The wants that there are to be.
    still : collection of str
        Those that moved, and whose move is not made.

    Notes
    -----
    A want that stays where it was, or that only the earlier version has, follows the one it followed there.

    Examples
    --------
    >>> ordered(["a", "b", "c"], ["c", "b", "d", "a"], ["a", "b", "c", "d"], {"a", "c"})
    ['a', 'b', 'c', 'd']
    """
    wanted = set(there)
    found = [want for want in after if want in wanted and want not in still]
    last: str | None = None
    for want in before:
        if want not in wanted:
            continue
        if want not in found:
            found.insert(0 if last is None else found.index(last) + 1, want)
        last = want
    return found
