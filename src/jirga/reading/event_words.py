"""Words for events in a sentence, and whether what they name took place."""

from __future__ import annotations

import re
from functools import cache

from jirga.reading.lexicon import either, words
from jirga.reading.phrases import Hit, Phrases, inflected
from jirga.reading.scenes import Scene
from jirga.reading.stances import acts
from jirga.reading.subjects import agent, is_noun, is_passive, unreal

Event = Hit[tuple[str, str]]
EVENTS = words("events")
LIMITS, KINDS = EVENTS["limits"], EVENTS["kinds"]
RANK = {(one["type"], one["acled"]): number for number, one in enumerate(EVENTS["event"])}
SCOPES, PLURALS, STAYING = (frozenset(LIMITS[one]) for one in ("scopes", "plurals", "staying"))
NOT_YET = re.compile(rf"\b{either(LIMITS['not_yet'])}\b", re.IGNORECASE)
RISE = re.compile(rf"\b{either(LIMITS['rise'])}\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE)
CROSSING = re.compile(rf"\b{either(LIMITS['crossings'])}\b", re.IGNORECASE)
TAKEN = re.compile(
    r"^\s+(?:of\s+)?(?:the\s+|a\s+|several\s+|parts\s+of\s+|back\s+|[a-z]+al\s+|[a-z-]+y\s+|key\s+)*"
    rf"(?:[A-Z]|\w+\s+(?:of|in|near|at)\s+[A-Z]|{either(LIMITS['takeable'])}\b)"
)
OUT_OF_SCOPE = re.compile(r";|,\s+(?:and|but|while|when|after|as)\s|\s(?:as|after|when|hours before|while)\s")


@cache
def events() -> Phrases[tuple[str, str]]:
    """Give the words for events in every form, with the kind of event."""
    entries: dict[tuple[str, ...], tuple[list[str], tuple[str, str]]] = {}
    for one in reversed(EVENTS["event"]):
        kind = one["type"], one["acled"]
        forms = [form for verb in one["verbs"] for form in inflected(verb, EVENTS["irregular"])]
        for form in [*forms, *[noun.lower().split() for noun in one["nouns"]]]:
            entries[tuple(form)] = (form, kind)
    return Phrases(entries.values())


def real(scene: Scene, hit: Event) -> bool:
    """Whether words for an event tell that it happened: not denied, wished, threatened or quoted."""
    at = scene.words[hit.first].start
    verb = hit.last - hit.first == 1 and not is_noun(scene, hit.first)
    if (
        scene.words[hit.first].text[0].isupper()
        and hit.first
        and hit.last - hit.first == 1
        and not scene.words[hit.first].text.isupper()
    ):
        return False
    if scene.inside_quotation(at) or (verb and unreal(scene, hit.first)):
        return False
    clause = scene.text[:at]
    clause = clause[max(clause.rfind(mark) for mark in (";", ", but ", ". ")) + 1 :]
    if NOT_YET.search(clause[-60:]):
        return False
    if not_violence(scene, hit):
        return False
    if (
        hit.meaning[0] == "territory_change"
        and not TAKEN.match(scene.text[scene.words[hit.last - 1].end :])
        and not is_passive(scene, hit.first)
    ):
        return False
    return not in_scope(scene, hit) and (
        hit.meaning[0] != "border_closure" or bool(CROSSING.search(scene.text) or " it " in scene.text)
    )


def not_violence(scene: Scene, hit: Event) -> bool:
    """Whether words for violence are meant otherwise: come under fire from a party, a rise in attacks."""
    words_here = " ".join(word.low for word in scene.words[hit.first : hit.last])
    if words_here.endswith("under fire"):
        blamer = agent(scene, hit.last - 1)
        return blamer is not None and blamer.kind not in {"armed", "forces"}
    if words_here == "displaced" and scene.words[hit.first - 1].low in STAYING:
        return True
    plural = hit.last - hit.first == 1 and words_here in PLURALS
    return plural and bool(RISE.search(scene.text[: scene.words[hit.first].start]))


def in_scope(scene: Scene, hit: Event) -> bool:
    """Whether the event is only what somebody denies, demands, threatens or is accused of."""
    for act in acts().find(scene.words[: hit.first]):
        if act.meaning in SCOPES and not is_noun(scene, act.first):
            between = scene.text[scene.words[act.last - 1].end : scene.words[hit.first].start]
            if not OUT_OF_SCOPE.search(between):
                return True
    return False
