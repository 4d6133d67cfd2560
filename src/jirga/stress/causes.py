"""Which difference between two versions brought which change of results: each made alone, each left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from jirga.conflict.places import Places
from jirga.conflict.references import reference_problems
from jirga.conflict.signs import with_signs
from jirga.conflict.states import possible_states
from jirga.schema.conflict import Conflict
from jirga.stress.ensemble import Tell, spread
from jirga.stress.verdicts import Result, verdicts
from jirga.stress.versions import Change, Versions

AT_A_TIME = 8
Group = tuple[Change, ...]
Results = Mapping[Result, Any]
More = Callable[[Conflict], Results]


@dataclass(frozen=True)
class Cause:
    """What brought one change of a result.

    Attributes
    ----------
    alone : tuple of int
        The differences, by number, that bring it by themselves.
    needed : tuple of int
        Those without which, all others made, it would not be so.
    enough : bool
        Whether the needed ones bring it together.
    """

    alone: tuple[int, ...]
    needed: tuple[int, ...]
    enough: bool = False


def nothing_more(conflict: Conflict) -> Results:  # noqa: ARG001
    """Ask for no results but verdicts."""
    return {}


class Differences:
    """Two versions, solved, with every difference made alone and left out in turn.

    Parameters
    ----------
    versions : Versions
        The two.
    together : int
        The largest number of parties that move together.
    executor : Executor, optional
        Where to solve.
    tell : callable, optional
        Told how many of how many are solved.
    more : callable, optional
        Gives further results of a conflict, by what they are about.
    """

    def __init__(
        self,
        versions: Versions,
        together: int,
        *,
        executor: Executor | None = None,
        tell: Tell | None = None,
        more: More = nothing_more,
    ) -> None:
        self.versions, self.together, self.more = versions, together, more
        self.groups: tuple[Group, ...] = versions.groups
        some = [versions.before, versions.after, *self.partial_versions()]
        asked = [one for one in some if sound(one)]
        run = spread(self.work, asked, executor=executor, size=AT_A_TIME, tell=tell)
        self.asked, self.done, answers = len(asked), run.done, iter(run.results)
        found = [next(answers) if sound(one) else None for one in some]
        self.solved = [
            None if one is None else {**one.results(), **more(conflict)}
            for one, conflict in zip(found, some, strict=True)
        ]

    @property
    def work(self) -> Any:
        """What solves some conflicts, in a form that can be sent to another process."""
        return partial(verdicts, together=self.together)

    def partial_versions(self) -> Iterator[Conflict]:
        """Give the earlier version with each difference alone, then with all but each."""
        every = [change for one in self.groups for change in one]
        for one in self.groups:
            yield self.versions.with_only(one)
        for one in self.groups:
            yield self.versions.with_only([change for change in every if change not in one])

    @property
    def before(self) -> Results:
        """The results of the earlier version."""
        return self.solved[0] or {}

    @property
    def after(self) -> Results:
        """The results of the later version."""
        return self.solved[1] or {}

    @property
    def alone(self) -> Sequence[Results | None]:
        """The results with each difference alone; None where that is no conflict."""
        return self.solved[2 : 2 + len(self.groups)]

    @property
    def spared(self) -> Sequence[Results | None]:
        """The results with all differences but each."""
        return self.solved[2 + len(self.groups) :]

    def changed(self, then: Results) -> dict[Result, tuple[Any, Any]]:
        """Give the results that differ from those of the earlier version, of what both speak of."""
        first = self.before
        return {key: (first[key], then[key]) for key in first if key in then and first[key] != then[key]}

    @cached_property
    def causes(self) -> dict[Result, Cause]:
        """What brought each change of a result."""
        found = {key: self.cause(key) for key in self.changed(self.after)}
        sets = {one.needed for one in found.values() if not one.alone and len(one.needed) > 1}
        together = {some: self.with_these(some) for some in sets}
        return {
            key: Cause(one.alone, one.needed, self.is_so(together.get(one.needed), key))
            for key, one in found.items()
        }

    def cause(self, key: Result) -> Cause:
        """Say which differences bring a change alone, and which it needs."""
        alone = tuple(n for n, one in enumerate(self.alone) if self.is_so(one, key))
        needed = tuple(n for n, one in enumerate(self.spared) if one is not None and not self.is_so(one, key))
        return Cause(alone, needed)

    def is_so(self, found: Results | None, key: Result) -> bool:
        """Whether a result is as in the later version."""
        return found is not None and key in found and found[key] == self.after[key]

    def with_these(self, some: Sequence[int]) -> Results | None:
        """Solve with some differences only."""
        conflict = self.versions.with_only([one for number in some for one in self.groups[number]])
        if not sound(conflict):
            return None
        return {**verdicts([conflict], self.together)[0].results(), **self.more(conflict)}


def sound(conflict: Conflict) -> bool:
    """Whether what some differences make is a conflict: its names lead somewhere, and it has states."""
    if reference_problems(bare(conflict), Places({}, "")):
        return False
    states = possible_states(conflict)
    return bool(len(states)) and (conflict.status_quo is None or states.find(conflict.status_quo) is not None)


def bare(conflict: Conflict) -> Conflict:
    """Leave out what refers to a conflict and no result is made of: variants, views, expectations, signs."""
    plain = with_signs(conflict, lambda _: False)
    return plain.model_copy(update={"variants": {}, "views": {}, "expect": ()})
