"""Who does what: the subject of a verb in its sentence, and those named after it, without a grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jirga.reading.actors import DOERS, meant
from jirga.reading.lexicon import either, words
from jirga.reading.names import Actor
from jirga.reading.scenes import Scene

GRAMMAR = words("grammar")
HELPERS, UNREAL, PASSIVE, DETERMINERS, BEFORE_ADJECTIVE, WHICH = (
    frozenset(GRAMMAR[one])
    for one in ("helpers", "unreal", "passive", "determiners", "before_adjective", "relative")
)
HARD = re.compile(rf";|:(?!\d)|\s–\s|\s-\s|\b{either(GRAMMAR['clause'])}\s", re.IGNORECASE)
LAST_WORDS = 4
VOTED = re.compile(r"\bvot(?:ed|es|ing)\b[^,;.]{0,24}\bto\s+$")
FINITE = re.compile(
    r"\b(?:\w+ed|has|have|had|is|are|was|were|will|would|said|says|\w+ew|took|told|made|\w+ot)\b"
)
RELATIVE = re.compile(rf"^\s*,?\s*{either(GRAMMAR['relative'])}\b", re.IGNORECASE)
LEADING = re.compile(
    rf"^(?:[\s\"'(–-]|{either(GRAMMAR['opening'])}\b,?|according\s+to\b[^,]{{0,80}}(?:,\s+(?:which|who)[^,]*)?,|"
    rf"{either(GRAMMAR['leading'])}\b[^,]{{0,60}},(?!\s*(?:a|an|the)\s\w+\s(?:spokes|leader)))+",
    re.IGNORECASE,
)
JOINT = re.compile(
    rf",\s+and\s+(?!{either(GRAMMAR['listed'])}\b)|,\s+but\s+|\sand\s(?={either(GRAMMAR['new_subject'])}\s)"
)


@dataclass(frozen=True)
class Subject:
    """The subject of a verb: who, where its words begin, and whether it stands after the verb."""

    actor: Actor
    start: int
    after: bool = False
    others: tuple[Actor, ...] = ()


def helpers_before(scene: Scene, at: int) -> int:
    """Give the first of the helping words that stand right before a verb."""
    first = at
    while (
        first > 0
        and (scene.words[first - 1].low in HELPERS or scene.words[first - 1].low.endswith("ly"))
        and "," not in gap(scene, first)
    ):
        first -= 1
    return first


def gap(scene: Scene, at: int) -> str:
    """Give the signs between a word and the one before it."""
    return scene.text[scene.words[at - 1].end : scene.words[at].start]


def is_noun(scene: Scene, at: int) -> bool:
    """Whether a word that could be a verb is a noun here: something stands before it that nouns take."""
    if at == 0:
        return False
    before, word = scene.words[at - 1], scene.words[at]
    if word.low.endswith("ed") and not before.owner and before.low not in BEFORE_ADJECTIVE:
        return False
    if word.low.endswith("ing") and before.low not in PASSIVE:
        return "," not in gap(scene, at)
    return before.owner or (
        before.low in DETERMINERS and before.low not in {"this", "that", "these", "those", "some", "both"}
    )


def unreal(scene: Scene, at: int) -> bool:
    """Whether a verb is only possible, wished, or denied: could strike, to strike, did not strike."""
    first = helpers_before(scene, at)
    if VOTED.search(scene.text[: scene.words[at].start]):
        return False
    return any(word.low in UNREAL for word in scene.words[first:at])


def is_passive(scene: Scene, at: int) -> bool:
    """Whether a verb stands in the passive: was attacked, been accused."""
    low = scene.words[at].low
    helpers = scene.words[helpers_before(scene, at) : at]
    return not low.endswith("ing") and any(word.low in PASSIVE for word in helpers)


def subject(scene: Scene, at: int, floor: int = 0) -> Subject | None:
    """Find the subject of the verb at a word, not looking further back than a place in the sentence."""
    first = helpers_before(scene, at)
    end = before_insertion(scene.text, scene.words[first].start)
    begin = max(floor, clause_start(scene, end))
    last = scene.text.rfind(",", begin, end) + 1
    if (
        last
        and len(scene.words) - at <= LAST_WORDS
        and any(last <= one.start and one.end <= end for one in scene.actors)
    ):
        begin = last
    region = scene.text[begin:end]
    if RELATIVE.search(region[region.rfind(",") + 1 :]) or (
        first and scene.words[first - 1].low in {"which", "who"}
    ):
        return before_relative(scene, first)
    lead = LEADING.match(region)
    start = begin + (lead.end() if lead else 0)
    named = [one for one in scene.actors if start <= one.start and one.end <= end]
    chosen = choose(scene, named)
    return Subject(chosen, start, others=also_named(scene, named, chosen)) if chosen else None


def before_insertion(text: str, end: int) -> int:
    """Go back over what stands between two commas before a verb: "The RSF, at war since April, denied"."""
    if not text[:end].rstrip().endswith(","):
        return end
    comma = text[:end].rstrip().rfind(",", 0, -1)
    inserted = text[comma + 1 : end].split()
    if comma < 0 or (inserted and inserted[0][0].isupper()):
        return end
    opened = re.search(r",\s+(?:which|who|whose|whom)\b[^;]*$", text[:comma])
    return opened.start() if opened else comma


def clause_start(scene: Scene, end: int) -> int:
    """Give where the clause begins that ends at a place."""
    start = 0
    for match in HARD.finditer(scene.text, 0, end):
        word = match[0].strip().lower()
        if word == "that" and scene.text[: match.start()].rstrip().endswith(","):
            continue
        if scene.text[match.end() : end].strip(" \"'"):
            start = match.end()
    quotes = [last for _, last in scene.quoted if last < end]
    start = max(start, quotes[-1] + 1) if quotes else start
    joints = [match.end() for match in JOINT.finditer(scene.text[start:end])]
    joints = [one for one in joints if FINITE.search(scene.text[start : start + one])]
    return (
        start + joints[-1]
        if joints and any(start + joints[-1] <= one.start and one.end <= end for one in scene.actors)
        else start
    )


def before_relative(scene: Scene, first: int) -> Subject | None:
    """Find whom "which" or "who" stands for: whoever is named last before it."""
    place = first
    while place > 0 and scene.words[place - 1].low not in WHICH:
        place -= 1
    limit = scene.words[place - 1].start if place else scene.words[first].start
    named = [one for one in scene.actors if one.end <= limit and one.kind != "pronoun"]
    close = [one for one in named if limit - one.end < 90]
    return Subject(close[-1], close[-1].start) if close else None


def choose(scene: Scene, named: Sequence[Actor]) -> Actor | None:
    """Choose the subject from those named before a verb: the first, or the person the first is said to be."""
    free = [one for one in named if not one.owner]
    if not free:
        return None
    head = free[0]
    people = [one for one in free[1:] if one.kind == "person"]
    if (
        head.kind == "speakers"
        and people
        and re.search(r",|\b(?:named|called|as)\b|\s$", scene.text[head.end : people[0].start])
    ):
        return people[-1] if len(people) == 1 else people[0]
    if (
        len(free) > 1
        and re.search(
            r"\b(?:of|by|from|in|with|between|against)\s+(?:the\s+)?$",
            scene.text[max(0, head.start - 12) : head.start],
        )
        and head.start > named[0].start
    ):
        return free[1]
    return belonging(scene, head)


def belonging(scene: Scene, head: Actor) -> Actor:
    """Give the party that some forces are of: "units of the Vulcan Task Force", "fighters of the RSF"."""
    if head.kind not in {"forces", "armed"}:
        return head
    after = next((one for one in scene.actors if one.start >= head.end), None)
    joint = after and re.fullmatch(
        r"\s+(?:of|from|belonging to)\s+(?:the\s+)?", scene.text[head.end : after.start]
    )
    return after if after and joint and after.kind in {"armed", "forces", "organisation"} else head


def also_named(scene: Scene, named: Sequence[Actor], head: Actor | None) -> tuple[Actor, ...]:
    """Give those who share the verb with its subject: "Libya and Burkina Faso have armed"."""
    if head is None:
        return ()
    found, last = [], head
    for one in named:
        if one.start > last.start and re.fullmatch(
            r"\s*(?:\([^)]*\)\s*)?(?:,|and|,\s*and)\s+(?:the\s+)?", scene.text[last.end : one.start]
        ):
            found.append(one)
            last = one
    return tuple(found)


def after_verb(scene: Scene, at: int) -> Subject | None:
    """Find a subject that stands after its verb: "..., said General Hollis"."""
    if at and '"' not in gap(scene, at) and "," not in gap(scene, at):
        return None
    named = [one for one in scene.actors if one.start >= scene.words[at].end]
    if not named or len(scene.text[scene.words[at].end : named[0].start].split()) > 3:
        return None
    head = named[0]
    if head.kind == "pronoun":
        return None
    if head.kind == "speakers":
        head = choose(scene, [one for one in named if one.start < head.end + 80]) or head
    return Subject(head, scene.words[at].start, after=True)


def agent(scene: Scene, at: int) -> Actor | None:
    """Find by whom something was done, after a verb in the passive."""
    for place in range(at + 1, min(at + 14, len(scene.words))):
        if scene.words[place].low in {"by", "from"}:
            return next((one for one in scene.actors if place < one.first + 1 <= place + 5), None)
        if re.search(r"[;.]", gap(scene, place)):
            return None
    return None


def named_after(scene: Scene, at: int, reach: int = 9, limit: int | None = None) -> Actor | None:
    """Give the first one named after a word, within a few words, in the same clause."""
    for one in scene.actors:
        if one.name.lower() == "it":
            continue
        if one.first >= at and one.first - at <= reach and (limit is None or one.start < limit):
            between = scene.text[scene.words[at - 1].end : one.start]
            return None if re.search(r";|\bthat\b|\bwhich\b", between) else belonging(scene, one)
    return None


def list_after(scene: Scene, head: Actor) -> tuple[Actor, ...]:
    """Give those named in one list with somebody."""
    found, last = [head], head
    for one in scene.actors:
        if one.first >= last.last and re.fullmatch(
            r"(?:\s*\([^)]*\))?\s*(?:,|and|,\s*and|or)\s+(?:the\s+)?(?:\w+\s+)?",
            scene.text[last.end : one.start],
        ):
            found.append(one)
            last = one
    return tuple(found)


def resolved(actor: Actor, before: Sequence[Actor], speaker: Actor | None) -> Actor | None:
    """Give whom a pronoun means, and anybody else as they are."""
    if actor.kind != "pronoun" or actor.name.lower() in {"we", "i"}:
        return actor
    return meant(actor.name, before, speaker)


def by_weight(scene: Scene) -> tuple[Actor, ...]:
    """Give those named in a sentence, its subject last, as the one that a later pronoun most likely means."""
    some = tuple(one for one in scene.actors if one.kind != "pronoun")
    head = next((one for one in some if one.kind in DOERS), some[0] if some else None)
    return (*[one for one in some if one != head], head) if head else ()
