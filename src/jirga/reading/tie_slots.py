"""A sentence in which every party and place is a slot, to look for a form of words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jirga.reading.lexicon import either
from jirga.reading.names import Actor, peoples
from jirga.reading.scenes import Scene
from jirga.reading.subjects import resolved
from jirga.reading.tie_doubt import said_before
from jirga.reading.tie_ends import LIMITS, WORDS, end_name, party
from jirga.reading.tie_names import Slot, joined_name, joined_party, named_group, spelled_out

JOINED = either(
    {one for key in ("joined_backed", "joined_held", "funded") for one in WORDS["classes"][key]}
    | {"led", "allied", "aligned"}
)
PREFIX = re.compile(
    rf"\b(?P<who>[A-Z][\w'.]*|government|rebel|army|opposition|militia|regime|separatist)(?=-{JOINED}\b)"
)
PAIR = re.compile(r"\b(?P<who>[A-Z][\w']+)[-–](?P<other>[A-Z][\w']+)(?=\s+[a-z])")
AGAINST = re.compile(r"\b(?:anti|pro)-(?P<who>[A-Z][\w']+)")
PEOPLE = re.compile(
    rf"\b(?P<who>{either(peoples())})\b(?!-)(?P<body>\s+(?:state|side|positions|targets|government|regime|capital|officers|commanders|generals|intelligence|army|navy|air\s+force|peacekeepers)\b)?"
)
BOTH = re.compile(rf"(?P<one>{either(peoples())})\s+and\s+(?P<other>{either(peoples())})\b")
THINGS, OF_KIND = frozenset(LIMITS["things"]), frozenset(LIMITS["of_kind"])
PLURAL = re.compile(rf"\bthe\s+(?P<who>{either(peoples())}s|[A-Z][a-z]{{3,}}(?:ans|is))\b(?!\s+[A-Z])")
REGION = re.compile(
    r"\b[A-Z][\w-]+\s+(?:zone|region|area|valley|district|township|enclave|quarter|corridor|heights|peninsula|hills)\b"
)
OWNERS = re.compile(r"\b(?:its|their)\b")


@dataclass(frozen=True)
class Slotted:
    """A sentence with its slots; `text` has a sign for each, and `cuts` say where its parts come from."""

    text: str
    slots: tuple[Slot, ...]
    cuts: tuple[tuple[int, int], ...]

    def back(self, at: int) -> int:
        """Give the place in the sentence of a place in the text with slots."""
        here, there = max(one for one in self.cuts if one[0] <= at)
        return there + at - here


def slotted(scene: Scene, named: Sequence[Actor]) -> Slotted:
    """Put slots for the parties and places of a sentence.

    Examples
    --------
    >>> import datetime as dt
    >>> from jirga.reading.scenes import scenes
    >>> slotted(scenes("Iran-backed Houthis hold Sanaa.", dt.date(2024, 1, 23))[0], ()).text
    '@0@-backed @1@ hold #2#.'
    """
    kept: list[Slot] = []
    for one in found(scene, named):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    kept = sorted((placed(scene, one) for one in kept), key=lambda one: one.start)
    return written(re.sub(r"[@#%]", "_", scene.text), kept)


def placed(scene: Scene, one: Slot) -> Slot:
    """Keep with a party the place that the same words name: Khartoum, for the government of Sudan."""
    where = next((some.name for some in scene.wheres if one.start <= some.start and some.end == one.end), "")
    return replace(one, place=where)


def written(text: str, kept: Sequence[Slot]) -> Slotted:
    """Write the signs of the slots into a text."""
    parts, cuts, done, length = [], [(0, 0)], 0, 0
    for number, one in enumerate(kept):
        sign = "%" if not one.name else f"#{number}#" if one.kind == "place" else f"@{number}@"
        adds = "'s" if one.owner and not text.startswith("'", one.end) else ""
        parts += [text[done : one.start], sign + adds]
        length += one.start - done + len(sign) + len(adds)
        cuts.append((length, one.end))
        done = one.end
    return Slotted("".join([*parts, text[done:]]), tuple(kept), tuple(cuts))


def found(scene: Scene, named: Sequence[Actor]) -> Iterator[Slot]:
    """Give everything that can be a slot; of two that overlap the first counts."""
    yield from joined(scene)
    yield from spelled_out(scene.text)
    for actor in scene.actors:
        if not a_place(scene, actor):
            yield from of_actor(scene, actor, named)
    for match in OWNERS.finditer(scene.text):
        if owner := whose(scene, match.start(), named):
            yield Slot(*match.span(), owner, "party", owner=True)
    yield from of_peoples(scene.text)
    for match in REGION.finditer(scene.text):
        yield Slot(*match.span(), match[0], "place")
    yield from (Slot(one.start, one.end, one.name, "place") for one in scene.wheres)


def joined(scene: Scene) -> Iterator[Slot]:
    """Give the parties within joined words: "Iran-backed", "US-Taliban talks", "anti-Taliban"."""
    for match in PREFIX.finditer(scene.text):
        yield Slot(*match.span(), joined_name(scene, match), "party")
    for match in PAIR.finditer(scene.text):
        one, other = joined_party(match["who"]), joined_party(match["other"])
        if one and other:
            yield Slot(*match.span("who"), one, "party")
            yield Slot(*match.span("other"), other, "party")
    for match in AGAINST.finditer(scene.text):
        yield Slot(*match.span("who"), joined_party(match["who"]), "party")


def of_peoples(text: str) -> Iterator[Slot]:
    """Give the words for a people, as owner of what follows or as actors: "Rwandan support", "the Saudis"."""
    for match in PEOPLE.finditer(text):
        yield Slot(*match.span(), peoples()[match["who"]], "people", owner=not match["body"])
    for match in PLURAL.finditer(text):
        yield Slot(*match.span("who"), peoples().get(match["who"][:-1], match["who"]), "party")


def a_place(scene: Scene, actor: Actor) -> bool:
    """Whether what reads like a person's name is a place."""
    return actor.kind == "person" and any(
        one.start <= actor.start and actor.end <= one.end for one in scene.wheres
    )


def of_actor(scene: Scene, actor: Actor, named: Sequence[Actor]) -> Iterator[Slot]:
    """Give the slot of somebody named, or both of "Turkish and Russian officials"."""
    both = BOTH.match(scene.text, actor.start, actor.end)
    if both:
        for part in ("one", "other"):
            yield Slot(*both.span(part), peoples()[both[part]], "party")
        return
    floor = said_before(scene, actor.first)
    before = [
        one for one in reversed(scene.actors) if floor <= one.start and one.end <= actor.start and party(one)
    ]
    known = resolved(actor, [*named, *before], None)
    if known is None or no_party(scene, actor):
        return
    if of_kind(scene, actor) and (owner := joined_party(scene.words[actor.first].text)):
        yield Slot(actor.start, scene.words[actor.first].end, owner, "party")
        return
    start = named_group(scene, actor) if known is actor else actor.start
    name = "" if known.kind == "pronoun" else end_name(known)
    name = name if start == actor.start else scene.text[start : actor.end]
    yield Slot(start, actor.end, name, known.kind, owner=actor.owner)


def no_party(scene: Scene, actor: Actor) -> bool:
    """Whether the word for a force only says of what kind something is: "military aid", "drones"."""
    return actor.name.islower() and (
        actor.name in THINGS or (actor.last - actor.first == 1 and of_kind(scene, actor))
    )


def of_kind(scene: Scene, actor: Actor) -> bool:
    """Whether the word after somebody says that only the kind of a thing is told: "military" before "aid"."""
    following = scene.words[actor.last].low if actor.last < len(scene.words) else ""
    return following in OF_KIND


def whose(scene: Scene, at: int, named: Sequence[Actor]) -> str:
    """Say whom "its" and "their" mean: the first party of the sentence before them, or the last one named."""
    parties = [one for one in scene.actors if one.end <= at and one.kind not in {"person", "pronoun"}]
    beside = [
        one for one in parties if not scene.text[one.end : at].strip()
    ]  # "forgive the MPLA its support"
    before = [end_name(one) for one in (*beside, *parties)]
    earlier = [end_name(one) for one in reversed(named) if one.kind not in {"person", "pronoun"}]
    return next((one for one in [*before, *earlier] if one), "")
