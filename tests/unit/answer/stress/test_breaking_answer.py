"""Spoilers and blockers, outcomes by parties, and signs to watch, in sentences and numbers."""

from __future__ import annotations

import re

import pytest

import jirga
from jirga.answer.analysis import Analysis
from jirga.answer.checking import check_text
from jirga.answer.stress.parties import parties_answer
from jirga.answer.stress.spoilers import approvers, place, spoilers_answer
from jirga.answer.stress.watch import watch_answer, watched
from jirga.conflict.file import parse_text
from jirga.conflict.signs import signs
from jirga.errors import ConflictTrouble, NotStated, UnknownName

HALT = ["rogue deal", "partial deal", "partial deal with terms", "grand bargain", "direct deal"]
SMALL = """
title: Small
parties:
  a: {name: A, options: {x: {says: stop, undo: start, kind: violent}}, prefers: [x and y, not x]}
  b: {name: B, options: {y: {says: pay, kind: institutional}}, prefers: [not y, x]}
  c: {name: C, options: {z: z}}
status_quo: []
outcomes: {deal: [x, y, z], none: []}
asks: [{about: x, says: calm}]
"""


@pytest.fixture(scope="module")
def talks() -> jirga.api.Conflict:
    """The talks the project began from."""
    return jirga.example("khyber_kabul_2025")


def test_who_could_break_what(talks: jirga.api.Conflict) -> None:
    """The TTP any halt, from outside; the cabinet the terms only; the exchange its two parties alone."""
    outcomes = talks.spoilers().figures["outcomes"]
    could = {
        party: [
            name
            for name, some in outcomes.items()
            if any(one["party"] == party and one["holds"] for one in some)
        ]
        for party in talks.model.parties
    }
    assert could["ttp"] == HALT
    assert could["federal"] == ["partial deal with terms"]
    exchange = {one["party"] for one in outcomes["torkham only"] if one["holds"]}
    assert exchange == {"military", "kabul"}
    assert {one["party"] for one in outcomes["partial deal"] if one["than_no_deal"] == "worse"} == {
        "federal",
        "kabul",
        "ttp",
    }


def test_inside_or_outside(talks: jirga.api.Conflict) -> None:
    """From the mandates: at the table, approving, or outside; nothing where the file has none."""
    assert approvers(talks.model) == {"federal", "military"}
    assert [place(talks.model, party) for party in ("kp", "ttp")] == ["at the table", "outside the talks"]
    assert "approval is needed" in place(talks.model, "federal")
    assert place(parse_text(SMALL), "a") == ""


def test_spoiler_or_blocker(talks: jirga.api.Conflict) -> None:
    """Violent means make a spoiler, institutional ones a blocker; what is not said is left open."""
    text = str(talks.spoilers("partial deal with terms"))
    assert re.search(r"TTP \(outside the talks\) is worse off .*: a spoiler\. It would not gain", text)
    assert re.search(
        r"Islamabad .*withdraw the terms of reference \(institutional\): a blocker\. It would gain", text
    )
    assert "a spoiler or a blocker (the file does not say which). It would gain by that." in text
    small = str(spoilers_answer(Analysis(parse_text(SMALL)), "deal"))
    assert (
        "B is worse off (it wants: not y [assumed]) and could no longer pay (institutional): a blocker"
        in small
    )
    assert "A could start (violent), and so break “deal”" in small


def test_no_deal_is_not_known() -> None:
    """Without a status quo nothing can be compared; a name that is not there is one."""
    with pytest.raises(NotStated, match="what no deal is"):
        jirga.example("prisoners").spoilers()
    with pytest.raises(UnknownName):
        spoilers_answer(Analysis(parse_text(SMALL)), "dael")


def test_by_parties(talks: jirga.api.Conflict) -> None:
    """The partial deal: better for KP and the military, worse for Islamabad, Kabul and the TTP."""
    found = talks.compare_parties()
    deal = found.figures["outcomes"]["partial deal"]["parties"]
    signed = {party: one["than_status_quo"]["is"] for party, one in deal.items()}
    assert signed == {
        "kp": "better",
        "federal": "worse",
        "military": "better",
        "kabul": "worse",
        "ttp": "worse",
    }
    assert deal["kabul"]["than_no_deal"] == {"is": "worse", "want": "A1"}
    text = str(found)
    assert "“torkham only” makes nobody worse off than today, and somebody better off." in text
    assert "“rogue deal”: somebody likes “partial deal” or “direct deal” better, and nobody less." in text
    other = Analysis(parse_text(SMALL.replace("outcomes", "no_deal: deal\noutcomes")))
    assert [one.heading for one in parties_answer(other).sections][:2] == [
        "Better or worse than the status quo",
        "Better or worse than no deal",
    ]


def test_the_seed_is_watched(talks: jirga.api.Conflict) -> None:
    """Twelve signs; backing moves the talks, price the halt, terms nothing."""
    found = {one["id"]: one for one in talks.watch().figures["signs"]}
    assert len(found) == 12
    asks = {
        id_: [one["about"] for one in sign["moves"] or () if one["is"] == "ask"]
        for id_, sign in found.items()
    }
    assert asks["I2"] == asks["I3"] == asks["I4"] == ["talks at all"]
    assert "fewer attacks" in asks["I7"]
    assert found["I1"]["moves"] == []
    assert found["I6"]["moves"] is None
    ticked = talks.watch("I2", "I7")
    assert ticked.figures["ticked"] == ["I2", "I7"]
    both = {one["about"] for one in ticked.figures["then"] if one["is"] == "ask"}
    assert both == {"talks at all", "fewer attacks"}
    assert "With I2 (a military spokesperson" in str(ticked)


SIGNS = SMALL.replace(
    "[not y, x]",
    "[{want: not y, id: B1, indicators: [{watch: a budget line, dropped: true, seen: March}, rumours]}, x]",
)


def test_seen_in_the_file() -> None:
    """A sign that the file marks as seen is ticked; a bare text is a sign without consequence."""
    analysis = Analysis(parse_text(SIGNS))
    assert list(signs(analysis.conflict)) == ["B1.1", "B1.2"]
    text = str(watch_answer(analysis, watched(analysis)))
    assert "With B1.1 (a budget line, seen March): calm can be had" in text
    assert "THE FILE DOES NOT SAY WHAT IT WOULD CHANGE" in text
    with pytest.raises(UnknownName, match="sign"):
        watched(analysis, ["B1.9"])
    with pytest.raises(NotStated, match="what to watch"):
        watched(Analysis(parse_text(SMALL)))


ELSEWHERE = """
title: Elsewhere
status_quo: []
parties:
  a: {name: A, options: {x: x, z: z}, prefers: [{want: x, indicators: [{watch: w, id: S, variant: v}]}, z]}
  b: {name: B, options: {y: y}, prefers: [y]}
impossible: [{when: z, indicators: [{watch: a gate, dropped: true}, {watch: a key, reads: z and y}]}]
outcomes: {none: [], all: [x, y, z]}
issues: {posts: {no_deal: 0}}
positions:
  - {party: a, issue: posts, accept: {max: 10}, indicators: [{watch: a map, dropped: true}]}
  - {party: b, issue: posts, accept: {min: 30}}
linkages: [{id: L1, when: posts >= 5, party: a, issue: posts, max: 50, indicators: [talk]}]
consent: {posts: {needs: [a, b], indicators: [{watch: a ruling, variant: v}]}}
packages: {deal: [posts]}
variants: {v: [{replace: a.1, with: not x}]}
views: {b: {edits: [{drop: a.2}]}}
"""


def test_signs_of_what_else_is_taken_to_be_so() -> None:
    """Rules, positions, linkages and rules of consent have signs, too; packages may get room by them."""
    analysis = Analysis(parse_text(ELSEWHERE))
    assert list(signs(analysis.conflict)) == [
        *("S", "rule-1.1", "rule-1.2", "position-of-a-on-posts.1", "L1.1", "consent-on-posts.1"),
    ]
    found = watched(analysis)
    moved = {key: {about for _, about in some} for key, some in found.moves.items()}
    assert moved["rule-1.1"] == {"all"}
    assert moved["rule-1.2"] == set()
    assert found.rooms["position-of-a-on-posts.1"] == {"deal": True}
    assert found.moves["consent-on-posts.1"] == found.moves["S"]
    text = str(watch_answer(analysis, watched(analysis, ["position-of-a-on-posts.1"])))
    assert "With position-of-a-on-posts.1 (a map): “deal” would have room." in text
    assert "On the rule 1: never z [assumed]. Once seen, it no longer counts: “all” would hold" in text


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ("{watch: a map, dropped: true}", "{watch: a map, reads: x}", "`reads` has no meaning for positions"),
        ("variant: v}]}}", "dropped: true}]}}", "`dropped` has no meaning for consent"),
        ("[talk]", "[{watch: talk, id: S}]", "'S' is the id of two signs"),
        ("[talk]", "[{watch: talk, variant: q}]", "no variant is called 'q'"),
        ("reads: z and y", "reads: q", "no option is called 'q'"),
    ],
)
def test_signs_that_cannot_be(right: str, wrong: str, what: str) -> None:
    """A sign says only what its thing can become, and its id is its own."""
    with pytest.raises(ConflictTrouble, match=re.escape(what)):
        parse_text(ELSEWHERE.replace(right, wrong))


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("{want: x, places: [3, 1]}", "from the last to the first"),
        ("{want: x, places: [0, 1]}", "cannot be as small as 0"),
        ("{want: x, readings: [q]}", "no option is called 'q'"),
        ("{want: x, readings: [x and]}", "formula"),
        ("{want: x, indicators: [{watch: w, reads: q}]}", "no option is called 'q'"),
        ("{want: x, indicators: [{watch: w, variant: q}]}", "no variant is called 'q'"),
        ("{want: x, indicators: [{watch: w, reads: x, dropped: true}]}", "should have one of"),
    ],
)
def test_what_cannot_be_read(wrong: str, what: str) -> None:
    """Places, readings and signs that lead nowhere are complained of."""
    with pytest.raises(ConflictTrouble, match=re.escape(what)):
        parse_text(SMALL.replace("[not y, x]", f"[{wrong}]"))


def test_expectations() -> None:
    """`could_break` names exactly the outcomes, or says what is more and what less."""
    expect = "expect: [{could_break: deal, who: a}, {could_break: none, who: b}]\n"
    first, second = check_text(SMALL + expect, "f").outturns
    assert first.stands
    assert second.found == "also deal; not none"


def test_explain_says_what_they_could_do(talks: jirga.api.Conflict) -> None:
    """The same means stand in the explanation of an outcome; nothing where nobody worse off has any."""
    said = str(talks.explain("partial deal"))
    assert "TTP (outside the talks) could return to attacks at the old level (violent): a spoiler." in said
    assert "WHAT THOSE WORSE OFF" not in str(talks.explain("torkham only"))
