"""How a difference between two versions of a file is put into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jirga.answer import phrases
from jirga.schema.answer import Sentence
from jirga.schema.conflict import Option
from jirga.schema.wants import Cited, Want
from jirga.stress.versions import IDLE, Change, Versions

SECTIONS = {
    "impossible": "rule of impossibility",
    "one_way": "one-way option",
    "asks": "question",
    "positions": "position",
    "linkages": "linkage",
    "offers": "offer",
    "mandates": "mandate",
    "outcomes": "outcome",
    "issues": "issue",
    "consent": "rule of consent",
    "bodies": "body",
    "packages": "package",
    "leverage": "leverage",
    "cost_of_no_deal": "cost of no deal",
    "sources": "source",
    "variants": "variant",
    "views": "view",
    "states": "state",
    "status_quo": "status quo",
    "no_deal": "what no deal is",
    "expect": "expectations",
}


def in_words(versions: Versions, change: Change) -> Sentence:
    """Say a difference in a sentence."""
    return phrases.sentence(label(versions, change), ".")


def label(versions: Versions, change: Change) -> Sentence:
    """Say a difference in a clause."""
    if change.section == "parties":
        return of_party(versions, change)
    if change.key[-1] == "":
        name = SECTIONS.get(change.section, change.section.replace("_", " "))
        return Sentence((f"the {name} is {shown(change.after)} instead of {shown(change.before)}",))
    name = f"the {SECTIONS[change.section]} \u201c{change.key[-1]}\u201d"
    parts = [name, known(change.after, change.key[-1]), " is ", happened(change)]
    return Sentence(tuple(part for part in parts if part))


def happened(change: Change) -> str:
    """Say what became of something."""
    if change.before is None:
        return "added"
    return "taken away" if change.after is None else "changed"


def known(value: Any, name: str) -> Any:
    """Give the mark of what something rests on, if it rests on anything."""
    return phrases.known_by(value, name) if isinstance(value, Cited) and value.basis is not None else ""


def of_party(versions: Versions, change: Change) -> Sentence:
    """Say a difference in a party."""
    who = party(versions, change.key[1])
    if not change.part:
        return Sentence((f"{who} is {'a new party' if change.before is None else 'no longer a party'}",))
    if change.part == "want":
        return of_want(who, change)
    if change.part == "order":
        return Sentence(
            (f"{who}'s {change.key[3]} stands in place {change.after} instead of {change.before}",)
        )
    if change.part == "option":
        return of_option(who, change)
    what = {"ranks": "ranking or weights", "moves": "moves", "words": "name"}[change.part]
    return Sentence(
        (f"{who} has other {what}" if what != "name" else f"{who} is called otherwise than before",)
    )


def party(versions: Versions, name: str) -> str:
    """Make a party's short name, as the later version has it if it does."""
    both = {**versions.before.parties, **versions.after.parties}
    return both[name].short or both[name].name


def of_want(who: str, change: Change) -> Sentence:
    """Say a difference in a want, with the mark of how it is now known."""
    before, after = change.before, change.after
    if isinstance(after, Want) and not isinstance(before, Want):
        return Sentence(
            (f"{who} now wants \u201c{meaning(after)}\u201d too", phrases.known_by(after, after.id))
        )
    if isinstance(before, Want) and not isinstance(after, Want):
        return Sentence(
            (f"{who} no longer wants \u201c{meaning(before)}\u201d", phrases.known_by(before, before.id))
        )
    if before.want != after.want:
        said = f"{who}'s {after.id} reads \u201c{after.want}\u201d instead of \u201c{before.want}\u201d"
        return Sentence((said, phrases.known_by(after, after.id)))
    return Sentence((f"{who}'s {after.id} is marked otherwise", phrases.known_by(after, after.id)))


def meaning(want: Want) -> str:
    """Say a want in words."""
    return want.why or want.want


def of_option(who: str, change: Change) -> Sentence:
    """Say a difference in an option."""
    one = change.after if isinstance(change.after, Option) else change.before
    says = f" ({one.says})" if one.says else ""
    verb = "can now" if change.before is None else "can no longer"
    return Sentence((f"{who} {verb} choose {change.key[3]}{says}",))


def shown(value: Any) -> str:
    """Write a plain value."""
    if value is None:
        return "not stated"
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return f"\u201c{value}\u201d"


def words_only(versions: Versions) -> Iterator[Sentence]:
    """Say what changed that no result hangs on: how wants are known, by name; all else by how many."""
    rest: Counter[str] = Counter()
    for change in versions.changes:
        if change.tells:
            continue
        if change.part == "want" and how_known(change.before) != how_known(change.after):
            yield phrases.sentence(*marks(versions, change))
        else:
            rest[kind(change)] += 1
    if rest:
        said = (f"{name} ({count})" if count > 1 else name for name, count in rest.items())
        yield phrases.sentence(f"also changed, with no results to compare: {phrases.listing(said)}.")


def kind(change: Change) -> str:
    """Name the kind of thing that changed."""
    if change.section == "parties":
        return {"want": "words, readings or signs of a want", "option": "words of an option"}.get(
            change.part, "words of a party"
        )
    name = SECTIONS.get(change.section, change.section.replace("_", " "))
    return name if change.section in IDLE else f"words of a {name}"


def how_known(want: Want) -> tuple[Any, ...]:
    """Give how a want is known."""
    return want.basis, want.cite, want.retracted


def marks(versions: Versions, change: Change) -> list[Any]:
    """Say how a want is known otherwise than before."""
    before, after = change.before, change.after
    who = party(versions, change.key[1])
    now, then = phrases.known_by(after, after.id), phrases.known_by(before, before.id)
    return [f"{who}'s {after.id} (\u201c{meaning(after)}\u201d) is now", now, " and was", then, "."]
