"""Stances: who condemns, denies, demands, warns, promises or supports what, by the verbs that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from jirga.reading.lexicon import either, words
from jirga.reading.names import Actor
from jirga.reading.phrases import Hit, Phrases, inflected
from jirga.reading.scenes import Scene
from jirga.reading.subjects import (
    Subject,
    after_verb,
    agent,
    by_weight,
    is_noun,
    is_passive,
    named_after,
    resolved,
    subject,
    unreal,
)

ACTS = words("acts")
STANCE = {one["name"]: one["stance"] for one in ACTS["act"]}
AGAINST = re.compile(rf"\b{either(ACTS['judged']['against'])}\b", re.IGNORECASE)
IN_FAVOUR = re.compile(rf"\b{either(ACTS['judged']['in_favour'])}\b", re.IGNORECASE)
STRONG = re.compile(rf"\b{either(ACTS['judged']['strong'])}\b", re.IGNORECASE)
PLAIN = re.compile(rf"\b{either(ACTS['judged']['plain'])}\b", re.IGNORECASE)
BACK = re.compile(
    r"^\s*(?:the|this|these|that|those|it|all)?\s*(?:charges?|allegations?|accusations?|claims?|report|reports|this|it|that)\b",
    re.IGNORECASE,
)
NO_ANSWER = re.compile(
    r"^\s*(?:(?:to|immediately|on)\s+)*(?:comment|respond|reply|answer|confirm)\b", re.IGNORECASE
)
WITHHELD = re.compile(r"\s+(?:\w+\s+){1,4}(?:access|entry|passage|visas?)\b")
MUTE = frozenset(ACTS["judged"]["mute"])
LEAST_QUOTED, MOST_VERBS = 5, 20


@dataclass(frozen=True)
class Position:
    """A position somebody takes, with its place in the document."""

    start: int
    end: int
    act: str
    stance: str
    speaker: Actor
    spoken: tuple[int, int]
    target: Actor | None
    topic: str
    quoted: bool
    certainty: str
    scene: int


@dataclass
class Told:
    """What was told so far: who was named, and who spoke last."""

    named: list[Actor] = field(default_factory=list)
    speaker: Actor | None = None
    last: Position | None = None


@cache
def acts() -> Phrases[str]:
    """Give the verbs of the list in every form, with the act they name."""
    entries: dict[tuple[str, ...], tuple[list[str], str]] = {}
    for one in reversed(ACTS["act"]):
        for verb in one["verbs"]:
            for form in inflected(verb, ACTS["irregular"]):
                entries[tuple(form)] = (form, one["name"])
    return Phrases(entries.values())


@cache
def described() -> Phrases[str]:
    """Give the phrases that describe a position, with its side."""
    sides = (("against", "oppose"), ("in_favour", "support"))
    return Phrases((one.split(), side) for key, side in sides for one in ACTS["described"][key])


def positions(some: Sequence[Scene]) -> tuple[Position, ...]:
    """Find the positions that are taken in the sentences of a document."""
    told, found = Told(), []
    for scene in some:
        here = list(in_sentence(scene, told))
        found += here
        told.named = [*told.named, *by_weight(scene)][-30:]
    return tuple(found)


def in_sentence(scene: Scene, told: Told) -> Iterator[Position]:
    """Find the positions of one sentence; verbs of one subject make one, unless each has its own target."""
    last: Position | None = None
    for hit in islice(acts().find(scene.words), MOST_VERBS):
        one = position(scene, hit, told, last)
        if one is None:
            continue
        if last and same_clause(last, one):
            continue
        yield one
        last = told.last = one
    if last is None:
        one = as_described(scene, told) or as_quoted(scene, told)
        if one:
            told.last, told.speaker = one, one.speaker
            yield one


def same_clause(last: Position, one: Position) -> bool:
    """Whether a further verb only goes on with what was said."""
    if one.speaker.name != last.speaker.name:
        return False
    own_target = (
        one.target is not None
        and one.act in {"accuse", "condemn", "call_for", "warn"}
        and (last.target is None or last.target.name != one.target.name)
    )
    return not own_target


def position(scene: Scene, hit: Hit[str], told: Told, last: Position | None) -> Position | None:
    """Read the position a verb states, if it states one."""
    at, act = hit.first, hit.meaning
    if unreal(scene, at) or scene.inside_quotation(scene.words[at].start):
        return None
    who, passive = speaker_of(scene, hit, last)
    if who is None or (is_noun(scene, at) and not who.after) or in_relative(scene, who, at):
        return None
    speaker = resolved(
        who.actor,
        [*told.named, *[one for one in scene.actors if one.end < scene.words[at].start]],
        told.speaker,
    )
    rest = scene.text[scene.words[hit.last - 1].end :]
    if speaker is None or speaker.name.lower() in MUTE or NO_ANSWER.match(rest) or nobody(scene, who.actor):
        return None
    told.speaker = speaker
    stance = side_of(scene, hit, act, who)
    if stance is None:
        return None
    aim = target_of(scene, hit, told, speaker, passive)
    return put(scene, who, speaker, hit, (act, stance, aim))


def nobody(scene: Scene, actor: Actor) -> bool:
    """Whether somebody is named only to say that nobody did it: "No group has claimed"."""
    return bool(re.search(r"\b(?:no|none of the|neither)\s+$", scene.text[: actor.start], re.IGNORECASE))


def speaker_of(scene: Scene, hit: Hit[str], last: Position | None) -> tuple[Subject | None, bool]:
    """Find who speaks, and whether the verb stands in the passive."""
    at = hit.first
    if is_passive(scene, at) and not scene.words[at].low.endswith("ing"):
        by = agent(scene, at)
        return (Subject(by, by.start) if by else None), True
    turned = after_verb(scene, at)
    found = turned if turned and hit.meaning == "say" else subject(scene, at)
    if (
        last
        and last.scene == scene.number
        and re.search(r"(?:\band|,|\bbut)\s*(?:also\s+)?$", scene.text[: scene.words[at].start])
    ):
        return Subject(last.speaker, scene.words[at].start), False
    return found or turned, False


def in_relative(scene: Scene, who: Subject, at: int) -> bool:
    """Whether a verb only says in passing who somebody is: "Turkey, which supports ..., called"."""
    between = (
        scene.text[who.actor.end : scene.words[at].start] if who.actor.end <= scene.words[at].start else ""
    )
    passing = re.search(r"\b(?:which|who|whose|that)\b[^,]*$", between)
    return (
        bool(passing)
        and bool(re.search(r",", scene.text[scene.words[at].end :]))
        and scene.text[: who.actor.start].strip(" \"'").lower() in {"", "the", "a"}
    )


def side_of(scene: Scene, hit: Hit[str], act: str, who: Subject) -> str | None:
    """Say for or against; nothing where only a fact is reported."""
    listed = STANCE[act]
    rest = scene.text[scene.words[hit.last - 1].end :]
    if act == "deny" and WITHHELD.match(rest):
        return None
    if (
        (listed == "judged" or act == "warn")
        and leads_out(scene, hit, who)
        and not scene.quoted
        and not STRONG.search(scene.text[: who.start])
    ):
        return None
    if listed != "judged":
        return str(listed)
    said = scene.text[: scene.words[hit.first].start] if who.after or leads_out(scene, hit, who) else rest
    said += " ".join(scene.text[first:last] for first, last in scene.quoted)
    return judged(scene, said, act)


def leads_out(scene: Scene, hit: Hit[str], who: Subject) -> bool:
    """Whether a verb of saying ends its sentence, after what was said."""
    return len(scene.words) - hit.last <= 6 and len(scene.text[: who.start].split()) > 3


def judged(scene: Scene, said: str, act: str) -> str | None:
    """Say on which side some words are, if on any."""
    against, favour = len(AGAINST.findall(said)), len(IN_FAVOUR.findall(said))
    if against or favour:
        if PLAIN.search(said) and not re.search(r"\b(?:must|should|will|would)\b", said):
            return None
        return "oppose" if against >= favour else "support"
    quoted = sum(len(scene.text[first:last].split()) for first, last in scene.quoted)
    if act == "assess" and quoted:
        return "oppose"
    if act == "describe" and re.search(r"\bas\b", said):
        return "neutral"
    return "neutral" if quoted >= LEAST_QUOTED and not re.search(r"\d", said) else None


def target_of(scene: Scene, hit: Hit[str], told: Told, speaker: Actor, passive: bool) -> Actor | None:
    """Find towards whom the position is taken."""
    rest = scene.text[scene.words[hit.last - 1].end :]
    if hit.meaning in {"deny", "reject", "assess"} and BACK.match(rest):
        return told.last.speaker if told.last and told.last.speaker.name != speaker.name else None
    if passive:
        found = subject(scene, hit.first)
        return found.actor if found else None
    reach = 4 if hit.meaning in {"deny", "promise", "say", "concede"} else 9
    one = named_after(scene, hit.last, reach)
    if one is None or one.kind == "pronoun" or one.name == speaker.name:
        return None
    return one


def put(
    scene: Scene, who: Subject, speaker: Actor, hit: Hit[str], what: tuple[str, str, Actor | None]
) -> Position:
    """Put a position together, with the clause that states it."""
    act, stance, aim = what
    verb = scene.words[hit.first]
    start = (
        0
        if who.after or (scene.quoted and scene.quoted[0][0] < verb.start) or leads_out(scene, hit, who)
        else min(who.start, who.actor.start, verb.start)
        if who.actor.end <= verb.start
        else verb.start
    )
    end = len(scene.text.rstrip(" ."))
    own = who.actor
    spoken = (
        (scene.offset + own.start, scene.offset + own.end)
        if scene.actors and own in scene.actors
        else (-1, -1)
    )
    quoted = any(first < end and last > start for first, last in scene.quoted)
    topic = topic_of(scene.text[scene.words[hit.last - 1].end : end])
    return Position(
        scene.offset + start,
        scene.offset + end,
        act,
        stance,
        speaker,
        spoken,
        aim,
        topic,
        quoted,
        "stated",
        scene.number,
    )


def topic_of(rest: str) -> str:
    """Give the first words of what a position is about."""
    kept = re.match(r"\s*(?:that\s+|on\s+|for\s+|of\s+)?((?:[^\s,;.\"]+\s*){1,10})", rest)
    return kept[1].strip() if kept else ""


def as_described(scene: Scene, told: Told) -> Position | None:
    """Read a position that is described without a word spoken: "is not in favour of", "wants"."""
    for hit in described().find(scene.words):
        at = hit.first
        hedged = any(word.low in {"could", "may", "might"} for word in scene.words[max(0, at - 2) : at])
        if (is_noun(scene, at) and scene.words[at].low not in {"criticism", "condemnation"}) or (
            unreal(scene, at) and not hedged
        ):
            continue
        who = owner_of(scene, at) or subject(scene, at)
        speaker = resolved(who.actor, told.named, None) if who else None
        answer = NO_ANSWER.match(scene.text[scene.words[hit.last - 1].end :])
        if who is None or speaker is None or answer or in_relative(scene, who, at):
            continue
        aim = named_after(scene, hit.last, 9)
        if (
            aim
            and hit.meaning == "support"
            and aim.kind in {"armed", "forces"}
            and speaker.name.lower() not in {"we", "i"}
        ):
            continue
        made = put(scene, who, speaker, Hit(hit.first, hit.last, "position"), ("position", hit.meaning, aim))
        return replace(made, certainty="speculative" if hedged else "described")
    return None


def owner_of(scene: Scene, at: int) -> Subject | None:
    """Find whose a noun is: "its persistent criticism of"."""
    for place in range(max(0, at - 2), at):
        word = scene.words[place]
        if word.low in {"its", "their", "his", "her"}:
            name = "he" if word.low in {"his", "her"} else "it"
            return Subject(Actor(word.start, word.end, name, "pronoun", place, place + 1), word.start)
    return None


def as_quoted(scene: Scene, told: Told) -> Position | None:
    """Read a sentence wholly in somebody's words, in a text told in the first person."""
    first = next(
        (one for one in scene.actors if one.kind == "pronoun" and one.name.lower() in {"we", "i"}), None
    )
    if first is None or scene.quoted or first.start > 3:
        return None
    side = judged(scene, scene.text, "say")
    if side is None:
        return None
    who = Subject(first, first.start)
    return put(
        scene,
        who,
        told.speaker or first,
        Hit(first.first, first.last, "say"),
        ("say", side, named_after(scene, first.last, 9)),
    )
