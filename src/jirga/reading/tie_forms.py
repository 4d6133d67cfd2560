"""Ties stated in a form of words: the Iran-backed Houthis; talks between A and B; A, a close ally of B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jirga.reading.names import Actor
from jirga.reading.scenes import Scene
from jirga.reading.tie_doubt import in_doubt, past, wished
from jirga.reading.tie_ends import Bond, bond, helps_people, whole_place
from jirga.reading.tie_names import Slot
from jirga.reading.tie_patterns import Form, forms
from jirga.reading.tie_slots import Slotted, slotted

FIGHTERS = frozenset({"armed", "forces", "party"})
HELPING = frozenset({"supports", "funds", "allied_with"})
LETTERS = re.compile("[a-z]+")
PASSIVE = re.compile(r"@ (?:was|were|(?:has|have|had) been) \w+(?:ed|en)\b.* with ")
BRACKETS = re.compile(r"\([^)]*\)")
NUMBER = re.compile(r"[@#](\d+)[@#]")
EXPLAINED = re.compile(r"@\d+@\s*,\s+(?:the|an?)\s+@\d+@")  # "SWAPO, the nationalist movement"


def by_form(scene: Scene, named: Sequence[Actor]) -> Iterator[Bond]:
    """Find the ties that a sentence states in one of the forms of the list."""
    sentence = slotted(scene, named)
    if not sentence.slots:
        return
    words = frozenset(LETTERS.findall(sentence.text.lower()))
    for form in forms():
        if all(not words.isdisjoint(some) for some in form.words):
            for match in form.pattern.finditer(sentence.text):
                yield from stated(scene, sentence, form, match)


def stated(scene: Scene, sentence: Slotted, form: Form, match: re.Match[str]) -> Iterator[Bond]:
    """Give the ties of a form that was found, unless they are over or in doubt."""
    span = sentence.back(match.start()), sentence.back(match.end())
    if form.relation == "supports" and PASSIVE.search(match[0]):
        return
    unsure = not form.sure and (in_doubt(scene, span[0]) or wished(NUMBER.sub(" ", match[0])))
    if unsure or past(scene, span):
        return
    aims = target_slots(scene, sentence, match)
    for source in ends(sentence, match["A"]):
        for aim in aims:
            if allowed(source, form.relation, aim) and not scene.inside_quotation(span[0]):
                made = bond(scene, span, source.name, form.relation, aim.name)
                yield replace(made, status=form.status)


def target_slots(scene: Scene, sentence: Slotted, match: re.Match[str]) -> list[Slot]:
    """Give the targets a form names: parties, or a place."""
    parts = match.groupdict()
    if "B" in parts:
        return ends(sentence, parts["B"])
    if "G" in parts:
        return [
            one
            for one in ends(sentence, parts["G"])
            if one.kind == "government" and not one.name.endswith("coalition")
        ]
    if "N" in parts:
        return [Slot(*match.span("N"), parts["N"], "place")]
    some = ends(sentence, parts["P"])
    return [
        replace(one, name=whole_place(scene.text, one.place or one.name, one.end)[0])
        for one in some
        if one.kind == "place" or is_place(one)
    ]


def is_place(one: Slot) -> bool:
    """Whether a party is named by a place that can be held, as by its country."""
    return bool(one.place) and one.kind not in FIGHTERS


def ends(sentence: Slotted, found: str) -> list[Slot]:
    """Give the slots that stand in some words, but not in brackets."""
    bare = BRACKETS.sub("", found)
    some = [sentence.slots[int(number)] for number in NUMBER.findall(bare)]
    explained = EXPLAINED.fullmatch(bare) and some[1].name.split()[-1:] == some[1].name.lower().split()[-1:]
    return some[:1] if explained else some


def allowed(source: Slot, relation: str, aim: Slot) -> bool:
    """Whether two can stand to each other in a relation."""
    if not source.name or not aim.name or source.name.lower() == aim.name.lower():
        return False
    helps = helps_people(source.name) or (relation == "allied_with" and helps_people(aim.name))
    return not (relation in HELPING and helps)
