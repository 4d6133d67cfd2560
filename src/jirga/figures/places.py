"""Which place is part of which, as far as it is known: only what is known is added up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

WITHOUT = re.compile(r"\s+(?:without|excluding|except(?: for)?|minus|outside)\s+(?:the\s+)?", re.IGNORECASE)
MOSTLY = re.compile(r",?\s+(?:mostly|mainly|largely)\b.*$", re.IGNORECASE)
THE = re.compile(r"^the\s+", re.IGNORECASE)


@cache
def own_parts() -> Mapping[str, str]:
    """Read the table of places and what each is part of."""
    text = files("jirga.figures").joinpath("parts.tsv").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({part: whole for whole, parts in rows for part in parts.split(",")})


@dataclass(frozen=True)
class Terms:
    """What the names in a record mean.

    Attributes
    ----------
    names : mapping of str to str
        For a name as it stands in a claim, the one name of who or what is meant.
    within : mapping of str to str
        For a place, the place that it is part of; it goes before the table of our own.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)

    def name(self, text: str) -> str:
        """Give the one name for what a text names; the text itself if nothing is known of it.

        >>> Terms({"KP": "Khyber Pakhtunkhwa"}).name("KP without the former FATA")
        'Khyber Pakhtunkhwa without former FATA'
        """
        if text in self.names:
            return self.names[text]
        text = MOSTLY.sub("", text) or text
        whole, *left_out = WITHOUT.split(text, maxsplit=1)
        if left_out:
            return f"{self.name(whole)} without {self.name(left_out[0])}"
        plain = THE.sub("", text)
        return self.names.get(plain, plain)

    def wholes(self, place: str) -> list[str]:
        """Give the places that a place is part of, the smallest first."""
        whole, *left_out = WITHOUT.split(place, maxsplit=1)
        some = [whole] if left_out else []
        at = whole if left_out else place
        while (at := self.within.get(at, own_parts().get(at, ""))) and at not in some:
            some.append(at)
        return some

    def part(self, place: str, whole: str) -> bool:
        """Whether a place is part of another; places that are one are not."""
        return whole in self.wholes(place)

    def apart(self, one: str, other: str) -> bool:
        """Whether two places are known not to overlap.

        Examples
        --------
        >>> terms = Terms()
        >>> terms.apart("Balochistan", "former FATA"), terms.apart("Kurram", "former FATA")
        (True, False)
        >>> terms.apart("Khyber Pakhtunkhwa without former FATA", "Kurram")
        True
        """
        for place, second in ((one, other), (other, one)):
            _, *left_out = WITHOUT.split(place, maxsplit=1)
            if left_out and (second == left_out[0] or self.part(second, left_out[0])):
                return True
        if one == other or self.part(one, other) or self.part(other, one):
            return False
        first, second_way = ([place, *self.wholes(place)] for place in map(bare, (one, other)))
        common = next((place for place in first if place in second_way), None)
        if common is None or common in (first[0], second_way[0]):
            return False
        branches = first[first.index(common) - 1], second_way[second_way.index(common) - 1]
        return branches[0] != branches[1] and all(
            self.within.get(one, own_parts().get(one)) == common for one in branches
        )


def bare(place: str) -> str:
    """Give the place of a place without a part."""
    return WITHOUT.split(place, maxsplit=1)[0]
