"""Names of those who act: the tables of parties, countries and offices, and what a document introduces."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from jirga.reading.lexicon import rows, words
from jirga.reading.phrases import Phrases
from jirga.reading.places import gazetteer

PEOPLE = words("people")
TITLES, BODIES, INSTEAD = (frozenset(PEOPLE[one]) for one in ("titles", "organisations", "instead"))
ROLES = ("forces", "armed", "authority", "speakers")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who is named: from where to where in the sentence, by which name, and what they are.

    `first` and `last` count words; `owner` says that the name stands in the possessive.
    """

    start: int
    end: int
    name: str
    kind: str
    first: int
    last: int
    owner: bool = False


@dataclass
class Register:
    """Names a document has introduced: short forms and last names, with the name they stand for."""

    whole: str = ""
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    there: dict[str, bool] = field(default_factory=dict)

    def learn(self, actor: Actor, text: str) -> Actor:
        """Keep a person's last name, a body's last word, and the short form in brackets after a name."""
        parts = text[actor.start : actor.end].split()
        if actor.kind == "person" and len(parts) > 1:
            self.names.setdefault(parts[-1], (actor.name, "person"))
        elif parts[-1] in BODIES and len(parts) > 2:
            self.names[parts[-1]] = (actor.name, actor.kind)
        short = re.match(r"\s*\((?:the\s+)?([A-Z][\w-]{1,9})\)", text[actor.end :])
        if short and actor.kind != "person" and len(parts) > 1:
            self.names[short[1]] = (short[1], actor.kind)
            return replace(actor, name=short[1])
        return actor

    def as_written(self, name: str, words: str, kind: str = "") -> str:
        """Give a listed name; where the document has it nowhere, the one it has, unless that is a capital."""
        if self.stands(rf"\b{re.escape(name)}\b"):
            return name
        if (" " not in name and " " in words) or (kind == "armed" and words.isupper()):
            return words
        named_so = not words.isupper() and "." not in words and words not in INSTEAD and words not in name
        return words if named_so and not is_capital(words) else name

    def stands(self, pattern: str) -> bool:
        """Whether a pattern is found anywhere in the document; looked for once."""
        if pattern not in self.there:
            self.there[pattern] = re.search(pattern, self.whole) is not None
        return self.there[pattern]


@cache
def is_capital(name: str) -> bool:
    """Whether a name is that of a capital, which stands for a government."""
    entry = gazetteer().get(name)
    return entry is not None and entry.kind == "capital"


@cache
def parties() -> Phrases[tuple[str, str]]:
    """Give the names of our table, with the name the record uses and the kind."""
    entries = []
    for kind, names in rows("parties"):
        first = names.split(",")[0]
        entries += [(one.split(), (first, kind)) for one in names.split(",")]
    for _, name, others, _ in rows("countries"):
        entries += [(one.split(), (name, "country")) for one in (name, *others.split(",")) if one]
    return Phrases(
        {tuple(phrase): (phrase, meaning) for phrase, meaning in reversed(entries)}.values(), exact=True
    )


@cache
def peoples() -> dict[str, str]:
    """Give the words for what belongs to a country, with the country."""
    table = {}
    for _, name, _, belonging in rows("countries"):
        table.update(dict.fromkeys(filter(None, belonging.split(",")), name))
    return table


@cache
def roles() -> Phrases[str]:
    """Give the words for forces, groups, authorities and those who speak."""
    return Phrases((one.split(), kind) for kind in ROLES for one in PEOPLE[kind])


@cache
def titles() -> Phrases[str]:
    """Give the words that stand before a person's name."""
    return Phrases(
        ((one.rstrip(".").split(), "title") for one in (re.sub(r"\.(?=\s)", "", one) for one in TITLES)),
        exact=True,
    )
