"""Words for events in a sentence, and whether what they name took place."""

from __future__ import annotations

import re
from dataclasses import replace
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
SEIZING = frozenset(LIMITS["seizing"])
NOT_YET = re.compile(rf"\b{either(LIMITS['not_yet'])}\b", re.IGNORECASE)
RISE = re.compile(rf"\b{either(LIMITS['rise'])}\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE)
CROSSING = re.compile(rf"\b{either(LIMITS['crossings'])}\b", re.IGNORECASE)
TAKEN = re.compile(
    r"^\s+(?:of\s+)?(?:the\s+|a\s+|several\s+|(?:two|three|four|five|six|\d+)\s+|"
    r"(?:its|their|his)\s+(?:last\s+)?|"
    r"parts\s+of\s+|back\s+|[a-z]+al\s+|[a-z-]+y\s+|key\s+)*"
    rf"(?:[A-Z]|\w+\s+(?:of|in|near|at)\s+[A-Z]|{either(LIMITS['takeable'])}\b)"
)
# What only dates something, or is only called for, is not told: "a week after the coup", "calls for peace".
DATES = re.compile(
    r"\b(?:(?:years?|months?|weeks?|days?|ever)\s+(?:after|before|since)|since|until)\s+(?:the|a|its|his|their)?\s*$|"
    r"\b(?:call(?:s|ed|ing)?\b[^,;.]{0,20}\s+for|violations?\s+of|breach(?:es)?\s+of|(?:talk|idea)\s+of|"
    r"hopes?\s+(?:of|for))\s+(?:(?:the|a|an)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
SEIZED = re.compile(
    rf"\s+(?:(?:at\s+least|about|around|some|more\s+than|up\s+to|nearly|over)\s+)?(?:\d+|several|dozens\s+of|"
    rf"scores\s+of|hundreds\s+of|{either(LIMITS['few'])})\s+(?:\w+\s+){{0,2}}{either(LIMITS['seizable'])}\b",
    re.IGNORECASE,
)
FOR = re.compile(r"\bfor\b")  # who is blamed for an attack is in doubt, not the attack
ABDUCTION = ("abduction", "Violence against civilians/Abduction/forced disappearance")
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


def recast(scene: Scene, hit: Event) -> Event:
    """Read the seizure of people as an abduction, not as that of a place: "seized 14 teachers"."""
    taken = hit.meaning[0] == "territory_change" and not is_passive(scene, hit.first)
    if (
        taken
        and scene.words[hit.first].low in SEIZING
        and SEIZED.match(scene.text, scene.words[hit.last - 1].end)
    ):
        return replace(hit, meaning=ABDUCTION)
    return hit


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
    only_dates = not verb and DATES.search(scene.text[max(0, at - 60) : at])
    if only_dates or scene.inside_quotation(at) or (verb and unreal(scene, hit.first)):
        return False
    clause = scene.text[:at]
    clause = clause[max(clause.rfind(mark) for mark in (";", ", but ", ". ")) + 1 :]
    if NOT_YET.search(clause[-60:]) or not_violence(scene, hit) or takes_nothing(scene, hit):
        return False
    return not in_scope(scene, hit) and (
        hit.meaning[0] != "border_closure" or bool(CROSSING.search(scene.text) or " it " in scene.text)
    )


def takes_nothing(scene: Scene, hit: Event) -> bool:
    """Whether a verb of taking has no place after it that can be taken."""
    taken = TAKEN.match(scene.text[scene.words[hit.last - 1].end :])
    return hit.meaning[0] == "territory_change" and not taken and not is_passive(scene, hit.first)


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
            blamed = scene.words[act.first].low.startswith("blam") and FOR.search(between)
            if not OUT_OF_SCOPE.search(between) and not blamed:
                return True
    return False
