"""Two versions of a conflict taken apart, and put together again with some of their differences only."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from jirga.conflict.formula import parse
from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want
from jirga.stress.versions_of_wants import matched, moved, ordered

Key = tuple[str, ...]
WORDS = {
    *("basis", "cite", "quote", "why", "says", "undo", "name", "short", "title", "note", "retracted", "kind"),
    *("readings", "places", "indicators", "id", "then", "scale", "salience", "ideal"),
}
IDLE = {
    *("sources", "variants", "views", "expect", "mandates", "leverage", "cost_of_no_deal"),
    *("title", "question", "as_of", "note", "offers"),
}


def rule_key(rule: Any) -> str:
    """Tell rules of impossibility apart by what they forbid."""
    return str(parse(rule.when))


LISTS: dict[str, Callable[[Any], Hashable]] = {
    "impossible": rule_key,
    "one_way": str,
    "asks": lambda ask: ask.says,
    "positions": lambda one: f"{one.party} on {one.issue}",
    "mandates": lambda one: one.who,
    "linkages": lambda one: one.id,
    "offers": lambda one: one.id,
}
MAPPINGS = (
    *("outcomes", "issues", "consent", "bodies", "packages", "leverage", "cost_of_no_deal"),
    *("sources", "variants", "views", "states"),
)
SINGLE = ("title", "question", "as_of", "note", "status_quo", "no_deal", "expect")


@dataclass(frozen=True, eq=False)
class Change:
    """One difference between two versions.

    Attributes
    ----------
    key : tuple of str
        What differs: a section of the file and a name in it; for a party's own, `parties`, the party, and
        `want`, `order`, `option`, `ranks`, `moves` or `words`, and which.
    before, after : object or None
        What stands there; None where nothing does.
    """

    key: Key
    before: Any
    after: Any

    @property
    def section(self) -> str:
        """The section of the file."""
        return self.key[0]

    @property
    def part(self) -> str:
        """What of a party differs; empty for anything else."""
        return self.key[2] if self.section == "parties" and len(self.key) > 2 else ""

    @cached_property
    def tells(self) -> bool:
        """Whether a result could hang on it: more than words, marks, or what no result is made of."""
        if self.section in IDLE or self.part == "words":
            return False
        return self.part == "order" or stripped(self.before) != stripped(self.after)


def stripped(value: Any) -> Any:
    """Leave out of a value what is said about it."""
    if isinstance(value, BaseModel):
        return {key: stripped(one) for key, one in value if key not in WORDS}
    if isinstance(value, dict):
        return {key: stripped(one) for key, one in value.items()}
    return tuple(stripped(one) for one in value) if isinstance(value, list | tuple) else value


class Versions:
    """Two versions of a conflict.

    Attributes
    ----------
    before, after : Conflict
        The earlier and the later.
    """

    def __init__(self, before: Conflict, after: Conflict) -> None:
        self.before, self.after = before, after
        self.same_wants = {
            name: matched(name, before.parties[name].prefers, party.prefers)
            for name, party in after.parties.items()
            if name in before.parties
        }

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every difference, in the order of the file."""
        return tuple(self.differences())

    def differences(self) -> Iterator[Change]:
        """Go through both versions."""
        for name in SINGLE:
            yield from differing((name,), {"": getattr(self.before, name)}, {"": getattr(self.after, name)})
        for name in self.all_of(lambda one: one.parties):
            yield from self.in_party(name)
        for name in MAPPINGS:
            yield from differing((name,), getattr(self.before, name), getattr(self.after, name))
        for name in LISTS:
            yield from differing((name,), listed(self.before, name), listed(self.after, name))

    def all_of(self, part: Callable[[Conflict], Iterable[str]]) -> list[str]:
        """Name everything that either version has of something."""
        return list(dict.fromkeys([*part(self.before), *part(self.after)]))

    def in_party(self, name: str) -> Iterator[Change]:
        """Go through a party."""
        one, two = self.before.parties.get(name), self.after.parties.get(name)
        if one is None or two is None:
            yield Change(("parties", name), one, two)
            return
        key = ("parties", name)
        yield from differing((*key, "words"), {"": own_words(one)}, {"": own_words(two)})
        yield from differing((*key, "option"), one.options, two.options)
        yield from differing((*key, "ranks"), {"": own_ranks(one)}, {"": own_ranks(two)})
        yield from differing((*key, "moves"), {"": one.moves}, {"": two.moves})
        first, second = self.keyed(name)
        for change in differing((*key, "want"), first, second):
            if unnamed(change.before) != unnamed(change.after):
                yield change
        for want in moved(list(first), list(second)):
            yield Change((*key, "order", want), list(first).index(want) + 1, list(second).index(want) + 1)

    def keyed(self, name: str) -> tuple[dict[str, Want], dict[str, Want]]:
        """Give a party's wants in both versions, those that are one want under one key."""
        same = self.same_wants[name]
        first = {want.id: want for want in self.before.parties[name].prefers}
        second = {same.get(want.id, f"{want.id} (new)"): want for want in self.after.parties[name].prefers}
        return first, second

    def with_only(self, some: Collection[Change]) -> Conflict:
        """Make some of the differences in the earlier version, and leave the others."""
        keys = {one.key for one in some}
        parties = {name: self.party(name, keys) for name in self.all_of(lambda one: one.parties)}
        update: dict[str, Any] = {"parties": {name: one for name, one in parties.items() if one is not None}}
        for name in SINGLE:
            update[name] = getattr(self.after if (name, "") in keys else self.before, name)
        for name in MAPPINGS:
            update[name] = mixed((name,), getattr(self.before, name), getattr(self.after, name), keys)
        for name in LISTS:
            made = mixed((name,), listed(self.before, name), listed(self.after, name), keys)
            update[name] = tuple(made.values())
        return self.before.model_copy(update=update)

    def party(self, name: str, keys: Collection[Key]) -> Party | None:
        """Make some of the differences in a party."""
        one, two = self.before.parties.get(name), self.after.parties.get(name)
        key = ("parties", name)
        if one is None or two is None:
            return two if key in keys else one
        update: dict[str, Any] = {}
        for part, fields in (("words", OWN_WORDS), ("ranks", OWN_RANKS), ("moves", ("moves",))):
            source = two if (*key, part, "") in keys else one
            update |= {field: getattr(source, field) for field in fields}
        update["options"] = mixed((*key, "option"), one.options, two.options, keys)
        update["prefers"] = self.wants(name, keys)
        return one.model_copy(update=update)

    def wants(self, name: str, keys: Collection[Key]) -> tuple[Want, ...]:
        """Make some of the differences in a party's order of wants."""
        first, second = self.keyed(name)
        made = mixed(("parties", name, "want"), first, second, keys)
        still = {
            want for want in moved(list(first), list(second)) if ("parties", name, "order", want) not in keys
        }
        order = ordered(list(first), list(second), made, still)
        taken: set[str] = set()
        wants = []
        for one in order:
            want = made[one]
            while want.id in taken:
                want = want.model_copy(update={"id": f"{want.id}'"})
            taken.add(want.id)
            wants.append(want)
        return tuple(wants)

    @cached_property
    def groups(self) -> tuple[tuple[Change, ...], ...]:
        """The differences a result could hang on, those together that only make sense together.

        An option, party, issue or body that only one version has goes with everything that speaks of it.
        """
        some = [one for one in self.changes if one.tells]
        group = list(range(len(some)))
        for name in self.new_names():
            inside = [place for place, one in enumerate(some) if speaks_of(one, name)]
            joined = {group[place] for place in inside}
            group = [min(joined) if one in joined else one for one in group]
        found: dict[int, list[Change]] = {}
        for place, one in enumerate(some):
            found.setdefault(group[place], []).append(one)
        return tuple(tuple(one) for one in found.values())

    def new_names(self) -> set[str]:
        """Name the options, parties, issues and bodies that only one version has."""
        found: set[str] = set()
        for part in ("atoms", "parties", "issues", "bodies"):
            found |= set(getattr(self.before, part)) ^ set(getattr(self.after, part))
        return found


OWN_WORDS = ("name", "short")
OWN_RANKS = ("ranking", "weights", "unranked", "basis", "cite", "quote", "why", "retracted")


def unnamed(want: Want | None) -> Want | None:
    """Give a want without its id, which may only say in which place it stood."""
    return None if want is None else want.model_copy(update={"id": ""})


def own_words(party: Party) -> tuple[Any, ...]:
    """Give what a party is called."""
    return tuple(getattr(party, one) for one in OWN_WORDS)


def own_ranks(party: Party) -> tuple[Any, ...]:
    """Give a party's ranking or weights, and how they are known."""
    return tuple(getattr(party, one) for one in OWN_RANKS)


def listed(conflict: Conflict, name: str) -> dict[str, Any]:
    """Give a list of a file by what tells its entries apart; the second of two alike is numbered."""
    found: dict[str, Any] = {}
    for one in getattr(conflict, name):
        key = str(LISTS[name](one))
        alike = sum(other == key or other.startswith(f"{key} #") for other in found)
        found[f"{key} #{alike + 1}" if alike else key] = one
    return found


def differing(key: Key, one: Mapping[str, Any], two: Mapping[str, Any]) -> Iterator[Change]:
    """Compare two mappings entry by entry."""
    for name in dict.fromkeys([*one, *two]):
        if one.get(name) != two.get(name):
            yield Change((*key, name), one.get(name), two.get(name))


def mixed(key: Key, one: Mapping[str, Any], two: Mapping[str, Any], keys: Collection[Key]) -> dict[str, Any]:
    """Take each entry that is to change from the later mapping, and every other from the earlier."""
    made = {}
    for name in dict.fromkeys([*one, *two]):
        source = two if (*key, name) in keys else one
        if name in source:
            made[name] = source[name]
    return made


def speaks_of(change: Change, name: str) -> bool:
    """Whether a difference is, or speaks of, something by its id."""
    if name in change.key:
        return True
    told = [text for value in (change.before, change.after) for text in texts(stripped(value))]
    return any(re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", text) for text in told)


def texts(value: Any) -> Iterator[str]:
    """Give every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in texts(one))
    elif isinstance(value, tuple):
        yield from (text for one in value for text in texts(one))
