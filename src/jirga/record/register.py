"""The register: parties, people, places and sources with their names in any script; a person joins them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from jirga.errors import CaseTrouble, UnknownName
from jirga.record.digests import short_id
from jirga.record.folding import folded, words
from jirga.record.ledger import act
from jirga.record.log import Act, Hand, entries
from jirga.record.tables import names
from jirga.schema.record import Name, NameKind

LIKE = 62.0


@dataclass(frozen=True)
class Suggestion:
    """A name that may be meant.

    Attributes
    ----------
    like : float
        How alike the names are, from 0 to 100; it says nothing of whether they mean the same.
    by : str
        Which of its names is alike.
    """

    name: Name
    like: float
    by: str


def register(connection: Connection, one: Name, hand: Hand) -> Name:
    """Put a name into the register, or new aliases to one that is there."""
    there = every(connection).get(one.id)
    if there is not None:
        aliases = dict.fromkeys([*there.aliases, *one.aliases])
        said = {"note": one.note or there.note, "level": one.level or there.level}
        one = there.model_copy(update={"aliases": tuple(aliases), **said})
    if one != there:
        keep(connection, "name.kept", [one], hand)
    return one


def named(kind: NameKind, name: str, aliases: Iterable[str] = (), note: str = "") -> Name:
    """Make a name for the register; its id comes from its kind and the name."""
    others = tuple(dict.fromkeys(one for one in aliases if one != name))
    return Name(id=short_id("nam", kind, name), kind=kind, name=name, aliases=others, note=note)


def keep(connection: Connection, what: str, some: list[Name], hand: Hand, **more: int | str) -> None:
    """Put into the log how names are from now on."""
    content = {"names": [one.model_dump(mode="json") for one in some], **more}
    act(connection, [Act(what, some[0].id, content)], hand)


def every(connection: Connection) -> dict[str, Name]:
    """Give the names by id, in the order of the names."""
    rows = connection.execute(select(names.c.content)).scalars()
    some = [Name.model_validate_json(row) for row in rows]
    return {one.id: one for one in sorted(some, key=lambda one: (one.kind, folded(one.name), one.id))}


def meant(connection: Connection, name: str) -> list[Name]:
    """Give the names that are exactly meant, by id or by a name with the same key; merged ones lead on."""
    known = every(connection)
    key = folded(name)
    found = [
        one for one in known.values() if name == one.id or key in {folded(own) for own in own_names(one)}
    ]
    return list({one.id: one for one in (lead(known, one) for one in found)}.values())


def the_one(connection: Connection, name: str) -> Name:
    """Give the one name that is meant.

    Raises
    ------
    UnknownName
        No name is.
    CaseTrouble
        More than one is.
    """
    found = meant(connection, name)
    if not found:
        raise UnknownName("name", name, [one.name for one in every(connection).values()])
    if len(found) > 1:
        ids = " or ".join(f"{one.id} (a {one.kind})" for one in found)
        raise CaseTrouble(f"{name!r} may mean more than one", f"write {ids}")
    return found[0]


def lead(known: dict[str, Name], one: Name) -> Name:
    """Follow merges to the name that stands for this one."""
    while one.into:
        one = known[one.into]
    return one


def own_names(one: Name) -> tuple[str, ...]:
    """Give every name of a name."""
    return (one.name, *one.aliases)


def suggest(
    connection: Connection, name: str, kind: NameKind | None = None, limit: int = 5
) -> list[Suggestion]:
    """Suggest which names of the register may be meant, likest first; nothing is joined."""
    known = [one for one in every(connection).values() if not one.into and kind in {None, one.kind}]
    asked = words(name)
    likest = [max((alike(asked, words(own)), own) for own in own_names(one)) for one in known]
    some = [Suggestion(one, like, by) for one, (like, by) in zip(known, likest, strict=True) if like >= LIKE]
    return sorted(some, key=lambda one: (-one.like, one.name.name))[:limit]


def alike(one: list[str], other: list[str]) -> float:
    """Say how alike two names are, word by word in any order; a word without its like counts against them.

    Notes
    -----
    A surname alone says little where half a country bears it, so the longer name sets the measure:
    Noor Wali Mehsud is liker to Noor Wali Masoud than to any Massoud, although Masoud is nearer to Massoud.
    """
    from rapidfuzz import fuzz

    if not one or not other:
        return 0.0
    left, total = list(other), 0.0
    for word in one:
        best = max(left, key=lambda word_: fuzz.ratio(word, word_), default=None)
        if best is None:
            break
        total += fuzz.ratio(word, best)
        left.remove(best)
    apart = fuzz.ratio("".join(one), "".join(other))
    return max(total / max(len(one), len(other)), apart)


def merge(connection: Connection, name: str, into: str, hand: Hand) -> Name:
    """Let one name stand for another from now on, by a person's word.

    Raises
    ------
    CaseTrouble
        They are one already, or of two kinds.
    """
    one, other = the_one(connection, name), the_one(connection, into)
    if one.id == other.id:
        raise CaseTrouble(f"{name!r} and {into!r} are one already", "jirga names CASE lists them")
    if one.kind != other.kind:
        raise CaseTrouble(f"{name!r} is a {one.kind} and {into!r} a {other.kind}", "merge names of one kind")
    keep(connection, "name.merged", [one.model_copy(update={"into": other.id})], hand, before=one.into)
    return other


def unmerge(connection: Connection, name: str, hand: Hand) -> Name:
    """Take a merge back: the name stands for itself again.

    Raises
    ------
    CaseTrouble
        It was not merged.
    """
    key = folded(name)
    merged = [one for one in every(connection).values() if one.into]
    found = [one for one in merged if name == one.id or folded(one.name) == key]
    if not found:
        raise CaseTrouble(f"{name!r} was not merged into another", "jirga names CASE lists what was")
    own = found[0].model_copy(update={"into": ""})
    keep(connection, "name.unmerged", [own], hand, before=found[0].into)
    return own


def past(connection: Connection, name: str) -> list[dict[str, str]]:
    """Give what was done to a name, by whom and when."""
    acts = entries(connection, name)
    return [{"at": one.at, "by": one.by, "what": one.what, "names": json.dumps(one.did)} for one in acts]


def meanings(connection: Connection, name: str) -> set[str]:
    """Give every name that means the same as this one, itself among them."""
    known = every(connection)
    leads = {one.id for one in meant(connection, name)}
    same = (one for one in known.values() if lead(known, one).id in leads)
    return {name, *(own for one in same for own in own_names(one))}
