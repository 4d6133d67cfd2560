"""Who is named in a sentence: parties, persons, offices and bodies; whom a short name or pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jirga.reading.names import BODIES, PEOPLE, Actor, Register, parties, peoples, roles, titles
from jirga.reading.phrases import Word

NOT_NAMES = frozenset(PEOPLE["not_names"])
PRONOUNS = {
    **dict.fromkeys(("he", "she"), "person"),
    **dict.fromkeys(("they", "it"), "group"),
    **dict.fromkeys(("we", "i"), "speaker"),
}
DOERS = frozenset({"armed", "forces", "government", "country", "organisation", "party", "person"})
MODIFIERS = frozenset(PEOPLE["modifiers"])
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "la",
        "del",
        "da",
        "dos",
        "von",
        "van",
        "ul",
        "ur",
        "of",
        "and",
        "for",
        "the",
        "der",
        "abu",
    ]
)
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
ACTING = re.compile(
    r"(?:said|says|told|has|had|vowed|warned|accused|denied|added|wrote|urged|rejected|called|insisted|promised|condemned|visited|met)$"
)
ARTICLED = re.compile(r"(?:al|el|ul|ad|an|as|ar|ash|at)-[A-Z]")  # "al-Shabaab" begins with a small letter
COMPOUND = re.compile(r"-[a-z]{3,}")


def actors(text: str, sequence: Sequence[Word], register: Register) -> tuple[Actor, ...]:
    """Find who is named in a sentence, and learn the names it introduces.

    Examples
    --------
    >>> from jirga.reading.phrases import words_of
    >>> said = "Foreign Minister Igor Ivanov told the TTP that Afghan border forces had left."
    >>> [(one.name, one.kind) for one in actors(said, words_of(said), Register())]
    [('Igor Ivanov', 'person'), ('TTP', 'armed'), ('Afghan border forces', 'forces')]
    """
    found: list[Actor] = []
    at = 0
    while at < len(sequence):
        one = named_at(text, sequence, at, register)
        if one:
            one = register.learn(one, text)
            found.append(one)
        at = one.last if one else at + 1
    return tuple(found)


def named_at(text: str, sequence: Sequence[Word], at: int, register: Register) -> Actor | None:
    """Give whoever is named from a word on."""
    word = sequence[at]
    if word.low in PRONOUNS and (word.text != "US"):
        return make(sequence, (at, at + 1), word.text, "pronoun")
    if not word.text[0].isupper() and not ARTICLED.match(word.text):
        return by_role(text, sequence, at) or titled(text, sequence, at)
    return (
        titled(text, sequence, at)
        or from_table(text, sequence, at, register)
        or of_people(text, sequence, at)
        or from_register(sequence, at, register)
        or by_role(text, sequence, at)
        or capitalised(text, sequence, at, register)
    )


def make(sequence: Sequence[Word], span: tuple[int, int], name: str, kind: str) -> Actor:
    """Put together somebody named by some words."""
    first, last = span
    name = DOTTED.sub(lambda match: match[0].replace(".", ""), name)
    return Actor(
        sequence[first].start, sequence[last - 1].end, name, kind, first, last, sequence[last - 1].owner
    )


def words_between(text: str, sequence: Sequence[Word], first: int, last: int) -> str:
    """Give the words of a sentence as they stand."""
    return text[sequence[first].start : sequence[last - 1].end]


def titled(text: str, sequence: Sequence[Word], at: int) -> Actor | None:
    """Read a title, or several, and the name after it."""
    after = at
    while after < len(sequence) and (hit := titles().at(sequence, after)):
        after = hit.last
    if after in {at, len(sequence)} or sequence[after - 1].owner:
        return None
    end = name_end(text, sequence, after)
    if end == after or "," in text[sequence[at].start : sequence[after].start]:
        return None
    return make(sequence, (at, end), words_between(text, sequence, after, end), "person")


def from_table(text: str, sequence: Sequence[Word], at: int, register: Register) -> Actor | None:
    """Read a name of our table, with the forces, office or body that belongs to it."""
    hit = parties().at(sequence, at)
    if not hit:
        return None
    name, kind = hit.meaning
    name = register.as_written(name, words_between(text, sequence, hit.first, hit.last), kind)
    alone = make(sequence, (hit.first, hit.last), name, kind)
    if kind in {"government", "country"} or alone.owner:
        return with_role(text, sequence, alone) or alone
    longer = role_after(sequence, hit.last)
    if longer and not sequence[hit.last - 1].owner and longer[1] in {"armed", "forces"}:
        return replace(
            alone, end=sequence[longer[0] - 1].end, last=longer[0], owner=sequence[longer[0] - 1].owner
        )
    return with_role(text, sequence, alone) or alone


def of_people(text: str, sequence: Sequence[Word], at: int) -> Actor | None:
    """Read the word for a country's people, and the forces, office or body that is theirs."""
    if sequence[at].text not in peoples():
        return None
    both = at + 2 < len(sequence) and sequence[at + 1].low == "and" and sequence[at + 2].text in peoples()
    alone = make(sequence, (at, at + 3 if both else at + 1), sequence[at].text, "people")
    return with_role(text, sequence, alone)


def with_role(text: str, sequence: Sequence[Word], owner: Actor) -> Actor | None:
    """Read on from a country or party to the forces, office or body that belongs to it."""
    after = role_after(sequence, owner.last)
    if not after or re.search(r"[,;:()\"]", text[owner.end : sequence[after[0] - 1].start].replace("'s", "")):
        return None
    end, kind = after
    person = name_end(text, sequence, end) if kind in {"speakers", "authority"} else end
    if person > end and "," not in text[sequence[end - 1].end : sequence[end].start]:
        return make(sequence, (owner.first, person), words_between(text, sequence, end, person), "person")
    if kind == "authority":
        kind = "government"
    return make(sequence, (owner.first, end), words_between(text, sequence, owner.first, end), kind)


def role_after(sequence: Sequence[Word], at: int) -> tuple[int, str] | None:
    """Give where a role that begins at a word, or a few words on, ends, and what it is."""
    found = None
    for first in range(at, min(at + 3, len(sequence))):
        hit = roles().at(sequence, first)
        if hit:
            found = hit.last, hit.meaning
            further = (
                roles().at(sequence, hit.last)
                if hit.last < len(sequence) and not sequence[hit.last - 1].owner
                else None
            )
            return (further.last, further.meaning) if further else found
        if sequence[first].low not in MODIFIERS:
            return None
    return found


def from_register(sequence: Sequence[Word], at: int, register: Register) -> Actor | None:
    """Read a short name that the document has introduced."""
    known = register.names.get(sequence[at].text)
    if known and sequence[at].text in BODIES and (not at or sequence[at - 1].low != "the"):
        return None
    return make(sequence, (at, at + 1), *known) if known else None


def by_role(text: str, sequence: Sequence[Word], at: int) -> Actor | None:
    """Read forces, groups and those who speak that have no name of their own."""
    first = at
    if sequence[at].low in MODIFIERS and not roles().at(sequence, at):
        after = role_after(sequence, at + 1)
    else:
        hit = roles().at(sequence, at)
        after = role_after(sequence, at) if hit else None
    if not after:
        return None
    end, kind = after
    if re.search(r"[,;:()\"]", text[sequence[first].start : sequence[end - 1].start]):
        return None
    end = of_country(sequence, end) if kind == "authority" else end
    name = words_between(text, sequence, first, end)
    return make(sequence, (first, end), name, "government" if kind == "authority" else kind)


def of_country(sequence: Sequence[Word], end: int) -> int:
    """Read on from a government to whose it is: "Government of Iraq"."""
    if end + 1 < len(sequence) and sequence[end].low == "of":
        first = end + 2 if sequence[end + 1].low == "the" and end + 2 < len(sequence) else end + 1
        hit = parties().at(sequence, first)
        return hit.last if hit and hit.meaning[1] in {"country", "government"} else end
    return end


def capitalised(text: str, sequence: Sequence[Word], at: int, register: Register) -> Actor | None:
    """Read a name of several words that nobody listed: a body if one of its words says so, or a person."""
    if sequence[at].text in NOT_NAMES:
        return None
    end = name_end(text, sequence, at)
    if end - at < 2:
        return alone(sequence, at, register) if end > at else None
    body = any(one.text in BODIES for one in sequence[at:end])
    return make(
        sequence,
        (at, end),
        words_between(text, sequence, at, end),
        "organisation" if body else "person",
    )


def alone(sequence: Sequence[Word], at: int, register: Register) -> Actor | None:
    """Read a single name that nobody listed: a short form in capitals, or somebody who does something."""
    word = sequence[at].text
    if len(word) > 2 and re.match(r"^[A-Z-]+$", word):
        return make(sequence, (at, at + 1), word, "organisation")
    acting = at + 1 < len(sequence) and ACTING.match(sequence[at + 1].low)
    known = at > 0 or register.stands(rf"[a-z,] {re.escape(word)}\b")
    if not acting or not known or len(word) < 3 or word in peoples():
        return None
    return make(sequence, (at, at + 1), word, "person")


def name_end(text: str, sequence: Sequence[Word], at: int) -> int:
    """Give the word after the last of a name that begins at a word."""
    end = last = at
    while end < len(sequence):
        word = sequence[end]
        gap = text[sequence[end - 1].end : word.start] if end > at else " "
        if (
            gap.strip(" .")
            or (end > at and sequence[end - 1].owner)
            or ("." in gap and len(sequence[end - 1].text) > 2)
        ):
            break
        if (
            word.text[0].isupper() and word.text not in NOT_NAMES and not COMPOUND.search(word.text)
        ) or re.match(r"(?:al|el|ul|ad|as|ar)-[A-Z]", word.text):
            last = end = end + 1
        elif word.low in PARTICLES and end > at:
            end += 1
        else:
            break
    return last


def meant(pronoun: str, before: Sequence[Actor], speaker: Actor | None) -> Actor | None:
    """Say whom a pronoun means: the last speaker, or the last one named that fits it."""
    wanted = PRONOUNS.get(pronoun.lower())
    if wanted == "speaker":
        return None
    fits = person if wanted == "person" else group
    if speaker and fits(speaker):
        return speaker
    return next((one for one in reversed(before) if fits(one)), None)


def person(actor: Actor) -> bool:
    """Whether an actor may be called he or she."""
    return actor.kind == "person" or (actor.kind == "speakers" and not actor.name.endswith("s"))


def group(actor: Actor) -> bool:
    """Whether an actor may be called it or they."""
    return actor.kind not in {"person", "pronoun"}
