"""Ties stated by a verb whose subject may stand far off: the RSF, at war with the army, controls Nyala."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jirga.reading.names import Actor
from jirga.reading.phrases import Hit, Phrases, inflected
from jirga.reading.scenes import Scene
from jirga.reading.stances import described
from jirga.reading.subjects import (
    Subject,
    helpers_before,
    is_noun,
    is_passive,
    list_after,
    named_after,
    resolved,
    subject,
)
from jirga.reading.tie_doubt import in_doubt, past, said_before
from jirga.reading.tie_ends import LIMITS, WORDS, Bond, bond, end_name, helps_people, party, whole_place
from jirga.reading.tie_patterns import AREA

VERBS = WORDS["verbs"]
TO = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
LEADS = 3  # a subject stands among the first words
MEN = frozenset(LIMITS["men"])
BODY = frozenset(LIMITS["body"])
BASES = frozenset(verb.split()[0] for some in VERBS.values() for verb in some)
HELPING = frozenset({"supports", "funds", "allied_with"})
UP_TO_PLACE = re.compile(rf"\s+{AREA}")
SOME_OF = re.compile(r"\b(?:some|parts|elements|factions|units|members|all|most)\s+of\b")
AGAINST = re.compile(r"favou?r|against|oppos")


@cache
def phrases() -> Phrases[str]:
    """Give the verbs of the list in every form, with the relation they state."""
    return Phrases(
        (form, relation)
        for relation, some in VERBS.items()
        for verb in some
        for form in inflected(verb, WORDS["irregular"])
    )


def by_verb(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Find the ties of a sentence whose verb says them: "A backs B"."""
    for hit in phrases().find(scene.words):
        at = scene.words[hit.first]
        inside = any(one.first <= hit.first < one.last for one in scene.actors)
        if inside or at.low == "run" or scene.inside_quotation(at.start) or is_noun(scene, hit.first):
            continue
        who = doer(scene, hit)
        if who is None or past(scene, (at.start, at.end)) or in_doubt(scene, who.actor.start):
            continue
        if in_doubt(scene, at.start) or TO.search(scene.text[who.actor.end : at.start]):
            continue
        yield from (
            held_by(scene, hit, who, named) if hit.meaning == "controls" else towards(scene, hit, who, named)
        )


def doer(scene: Scene, hit: Hit[str]) -> Subject | None:
    """Find the subject of a verb in the active voice, not further back than a verb of saying."""
    if is_passive(scene, hit.first) or by_whom(scene, hit) or bare_noun(scene, hit.first):
        return None
    floor = said_before(scene, hit.first)
    return subject(scene, hit.first, floor=floor) or goes_on(scene, hit, floor)


def goes_on(scene: Scene, hit: Hit[str], floor: int) -> Subject | None:
    """Give the subject of a sentence to a verb that "and" joins to the first: "... and now holds Nyala"."""
    first = helpers_before(scene, hit.first)
    head = next((one for one in scene.actors if one.start >= floor and not one.owner), None)
    joined = first > 0 and scene.words[first - 1].low == "and"
    return Subject(head, head.start) if head and joined and head.first <= LEADS else None


def by_whom(scene: Scene, hit: Hit[str]) -> bool:
    """Whether "by" follows, so that the source stands after the verb."""
    after = scene.words[hit.last : hit.last + 1]
    return bool(after) and after[0].low == "by"


def bare_noun(scene: Scene, at: int) -> bool:
    """Whether a word that is as often a noun stands where its verb would not: "arms", "support"."""
    low = scene.words[at].low
    if low not in BASES and low.removesuffix("s") not in BASES:
        return False
    first = helpers_before(scene, at)
    if first and "," in scene.text[scene.words[first - 1].end : scene.words[first].start]:
        return False
    linked = first > 0 and scene.words[first - 1].low in {"who", "which", "and", "that"}
    return not linked and not any(one.last == first for one in scene.actors)


def held_by(scene: Scene, hit: Hit[str], who: Subject, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "A holds" a place, or a body; a person leads a body."""
    target, end = held(scene, hit)
    for one in doers(scene, hit, who, named) if target else ():
        leads = one.kind == "person" and scene.words[hit.first].low in BODY
        yield bond(scene, (who.start, end), end_name(one), "leads" if leads else "controls", target)


def held(scene: Scene, hit: Hit[str]) -> tuple[str, int]:
    """Give the place, or the body, that stands right after a verb, and where it ends."""
    start = scene.words[hit.last - 1].end
    for one in scene.wheres:
        if one.start >= start and UP_TO_PLACE.fullmatch(scene.text, start, one.start):
            return whole_place(scene.text, one.name, one.end)
    someone = named_after(scene, hit.last, 2)
    if someone and someone.kind == "government" and scene.words[hit.first].low in BODY and party(someone):
        return end_name(someone), someone.end
    return "", 0


def towards(scene: Scene, hit: Hit[str], who: Subject, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read "A and B back C"."""
    aim = named_after(scene, hit.last, 5)
    if aim is None or not party(aim) or whose_else(scene, aim) or not straight(scene, hit, aim):
        return
    for one in doers(scene, hit, who, named):
        if hit.meaning in HELPING and helps_people(end_name(one)):
            continue
        for other in list_after(scene, aim):
            if party(other) and end_name(one).lower() != end_name(other).lower():
                yield bond(scene, (who.start, other.end), end_name(one), hit.meaning, end_name(other))


def whose_else(scene: Scene, aim: Actor) -> bool:
    """Whether somebody only owns what is meant: "Taylor's house", but not "Taylor's men"."""
    following = scene.words[aim.last].low if aim.last < len(scene.words) else ""
    return aim.owner and following not in MEN


def straight(scene: Scene, hit: Hit[str], aim: Actor) -> bool:
    """Whether somebody is the object of a verb: nothing but small words that describe them stands between."""
    gap = SOME_OF.sub("", scene.text[scene.words[hit.last - 1].end : aim.start])
    return not re.search(
        r"[,;\"(]|\b(?:in|at|on|for|from|to|by|of|with|against|after|before|and|or|over|near|as)\b", gap
    )


def doers(scene: Scene, hit: Hit[str], who: Subject, named: Sequence[Actor]) -> list[Actor]:
    """Give those who do what a verb says, pronouns resolved."""
    before = [one for one in scene.actors if one.end < scene.words[hit.first].start]
    some = (resolved(one, [*named, *before], None) for one in (who.actor, *who.others))
    return [one for one in some if one is not None and one.kind != "pronoun" and party(one)]


def by_position(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Read a position against somebody as opposing them: "A is opposed to B"."""
    for hit in described().find(scene.words):
        plain = AGAINST.search(" ".join(word.low for word in scene.words[hit.first : hit.last]))
        who = subject(scene, hit.first) if plain and hit.meaning == "oppose" else None
        aim = named_after(scene, hit.last, 4)
        source = resolved(who.actor, named, None) if who else None
        if (
            who
            and aim
            and source
            and party(source)
            and party(aim)
            and not aim.owner
            and source.name != aim.name
        ):
            yield bond(scene, (who.start, aim.end), end_name(source), "opposes", end_name(aim))
