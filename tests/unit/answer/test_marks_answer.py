"""What a file with marks of strength, and of what is not known, is answered."""

from __future__ import annotations

import pytest

from jirga.answer.analysis import Analysis
from jirga.answer.expected.expectations import run_expectations
from jirga.answer.explanation import explanation
from jirga.answer.marks import hanging, settled, unknowns
from jirga.answer.marks.degrees import degrees
from jirga.answer.marks.settled import conditions, met
from jirga.answer.whole import answer
from jirga.conflict.file import parse_text
from jirga.examples import conflict, solvable
from jirga.schema.answer import Section
from jirga.schema.words import STANDARDS
from jirga.solve import unknown

# A truce from which each side would defect; what the other then does hurts as the marks say.
TRUCE = """
title: t
status_quo: []
parties:
  gov:
    name: Gov
    options: {withdraw: {says: withdraw, undo: return}}
    prefers: [withdraw implies truce, {want: truce, why: wants quiet, basis: stated, GOV}, not withdraw]
  mov:
    name: Mov
    options: {truce: {says: keep the truce, undo: fight}}
    prefers: [truce implies withdraw, {want: withdraw, why: wants them gone, MOV}, {want: not truce, OPEN}]
outcomes: {quo: [], deal: [withdraw, truce], gift: [truce], dupe: [withdraw]}
"""
NEW = {
    "How much the feared reply would hurt",
    "What is not known",
    "Whichever way it is settled",
    "If it stays unknown",
}


def truce(gov: str = "", mov: str = "", open_: str = "", more: str = "") -> Analysis:
    """The truce with marks on three of its wants, and more lines."""
    text = TRUCE
    for place, mark in (("GOV", gov), ("MOV", mov), ("OPEN", open_)):
        text = text.replace(f", {place}}}", f", {mark}}}" if mark else "}")
    return Analysis(parse_text(text + more))


def said(sections: tuple[Section, ...] | list[Section], heading: str) -> list[str]:
    """The sentences under a heading."""
    (section,) = [one for one in sections if one.heading == heading]
    return [str(one) for one in section.sentences]


def rows(sections: tuple[Section, ...] | list[Section], heading: str) -> dict[str, tuple[str, ...]]:
    """The table under a heading, by its first column."""
    (section,) = [one for one in sections if one.heading == heading]
    return {row[0]: row[1:] for row in section.table.rows}


STRONG, OPEN = "strongly: true", "unknown: true"
HURT = "How much the feared reply would hurt"


@pytest.mark.parametrize("name", solvable())
def test_a_file_without_marks_is_answered_as_ever(name: str) -> None:
    """No section and no sentence of these is in the answer of a packaged conflict."""
    analysis = Analysis(conflict(name))
    assert NEW.isdisjoint(section.heading for section in answer(analysis).sections)
    assert unknowns.warning(analysis) == ()
    assert unknowns.hanging_on_it(analysis, list(analysis.outcomes)) == degrees(analysis) == []


def test_a_deal_that_great_losses_hold() -> None:
    """Both wants that the replies would take are strong: both would lose much."""
    analysis = truce(gov=STRONG, mov=STRONG)
    assert said(degrees(analysis), HURT) == [
        "\u201cdeal\u201d holds by a reply that would leave Gov and Mov much worse off."
    ]
    assert rows(degrees(analysis), HURT) == {"deal": ("replies others want", "Gov and Mov", "nobody")}


def test_a_deal_that_a_small_loss_holds() -> None:
    """Only what Gov fears is strong; Mov has nothing great to fear, and it is said what it has."""
    analysis = truce(gov=STRONG)
    (sentence,) = said(degrees(analysis), HURT)
    assert sentence == (
        "\u201cdeal\u201d holds only by a reply that would hurt Mov little. Mov would rather fight, and "
        "would lose nothing greater by it than this: wants them gone [assumed]. It would also take a reply "
        "that would leave Gov much worse off."
    )
    assert rows(degrees(analysis), HURT) == {"deal": ("replies others want", "Gov", "Mov")}


def test_a_reply_that_only_takes_the_gain_back() -> None:
    """Where the reply leaves a party as it was, nothing is lost."""
    text = """
        title: t
        states: [s, gain, back]
        parties:
          a: {name: A, ranking: [gain, [s, back]], moves: {s: gain}}
          b: {name: B, ranking: [back, {over: [s, gain], strongly: true}], moves: {gain: back}}
    """
    (sentence,) = said(degrees(Analysis(parse_text(text))), HURT)
    assert sentence == (
        "\u201cs\u201d holds only by a reply that would hurt A little. "
        "A would rather go to state gain, and would end up no worse off than before."
    )


def test_a_more_important_want_than_a_marked_one_is_strong_too() -> None:
    """The mark on the last want of a party makes all its wants strong."""
    analysis = truce(open_=STRONG)
    assert rows(degrees(analysis), HURT)["deal"] == ("replies others want", "Mov", "Gov")


def test_where_no_reply_holds_anything_nothing_is_said() -> None:
    """Strength is spoken of only where a threat is."""
    assert (
        degrees(
            Analysis(
                parse_text("""
        title: t
        parties: {p: {name: P, options: {x: x}, prefers: [{want: x, strongly: true}]}}
        outcomes: {a: [], b: x}
    """)
            )
        )
        == []
    )


def test_what_hangs_on_a_want() -> None:
    """Whether Mov would fight for its own sake matters to the deal; the gift and the dupe never hold."""
    sections = unknowns.unknowns(truce(open_=OPEN))
    assert said(sections, "What is not known") == [
        "1. Whether Mov wants \u201cnot truce\u201d [assumed].",
        "The rest of this answer reads it as held.",
    ]
    settled_in_words = said(sections, "Whichever way it is settled")
    assert "\u201cgift\u201d and \u201cdupe\u201d hold in no way of settling it." in settled_in_words
    assert rows(sections, "Whichever way it is settled")["dupe"] == ("never",) * 4


def test_what_is_open_is_said_first() -> None:
    """The bottom line says that it reads what is not known as written."""
    one = answer(truce(open_=OPEN)).sections[0].sentences[-1]
    assert str(one) == (
        "Not everything is known: one want is open, and is read here as the file has it. "
        "What hangs on it is said below."
    )
    pairs = "  third: {name: Third, unranked: [[quo, deal]]}\n"
    text = TRUCE.replace("outcomes:", pairs + "outcomes:")
    for place in ("GOV", "MOV"):
        text = text.replace(f", {place}}}", "}")
    found = answer(Analysis(parse_text(text.replace("OPEN", OPEN))))
    assert "one want and one pair are open, and are read" in str(found.sections[0].sentences[-1])
    assert said(found.sections, "What is not known")[-1] == (
        "Which of \u201cquo\u201d and \u201cdeal\u201d Third prefers. "
        "The rest of this answer goes by the order that the file gives them."
    )


def test_a_pair_alone_is_not_settled() -> None:
    """Without an unknown want only the four forms answer."""
    party = "{name: A, moves: {s: q}, ranking: [[s, q]], unranked: [[s, q]]}"
    text = f"title: t\nstates: [s, q]\nparties: {{a: {party}}}\n"
    sections = unknowns.unknowns(Analysis(parse_text(text)))
    assert [one.heading for one in sections] == ["What is not known", "If it stays unknown"]
    assert rows(sections, "If it stays unknown") == {
        "s": ("no", "yes", "no", "yes"),
        "q": ("yes", "yes", "yes", "yes"),
    }


def test_on_what_it_hangs_in_words_and_numbers() -> None:
    """A state that holds by wants of two parties says so, with the contrary where that is meant."""
    text = """
        title: t
        parties:
          a: {name: A, options: {x: x}, prefers: [{want: x, unknown: true}]}
          b: {name: B, options: {y: y}, prefers: [{want: y, unknown: true}]}
        outcomes: {none: [], both: [x, y]}
    """
    sections = unknowns.unknowns(Analysis(parse_text(text)))
    only = " without any threat only if A wants "
    assert said(sections, "Whichever way it is settled") == [
        f"\u201cnone\u201d holds{only}\u201cnot x\u201d and B wants \u201cnot y\u201d.",
        f"\u201cboth\u201d holds{only}\u201cx\u201d and B wants \u201cy\u201d.",
    ]
    table = rows(sections, "Whichever way it is settled")
    assert table == {"none": ("if not 1 and not 2",) * 4, "both": ("if 1 and 2",) * 4}


def test_conditions_say_exactly_when() -> None:
    """Whatever the ways, the conditions are met in just those."""
    every = [(one, two, three) for one in (0, 1) for two in (0, 1) for three in (0, 1)]
    every = [tuple(map(bool, way)) for way in every]
    for chosen in range(2**8):
        ways = {way for place, way in enumerate(every) if chosen >> place & 1}
        cubes = conditions(ways)
        assert set().union(*map(met, cubes)) == ways
        assert len(cubes) <= 4
        assert all(cube != (None,) * 3 for cube in cubes) or len(ways) == 8


def test_settled_is_what_each_settlement_says() -> None:
    """Each way's verdicts are those of the conflict with that want written so."""
    analysis = truce(open_=OPEN)
    found = settled.settled(analysis)
    assert found.ways == ((True,), (False,))
    for place, want in enumerate(["not truce", "truce"]):
        text = TRUCE.replace("{want: not truce, OPEN}", want)
        for mark in ("GOV", "MOV"):
            text = text.replace(f", {mark}}}", "}")
        plain = Analysis(parse_text(text))
        for standard in STANDARDS:
            assert (found.holding[standard][place] == plain.holding[standard]).all()


def test_what_is_too_large_is_said_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the answer stands where what hangs on the unknown cannot be worked out."""
    monkeypatch.setattr(settled, "WORK", 1)
    monkeypatch.setattr(unknown, "MAX_STATES", 3)
    settled.settled.cache_clear()
    sections = answer(truce(open_=OPEN)).sections
    (one,) = said(sections, "Whichever way it is settled")
    assert one.startswith(
        "Not worked out: 4 states in 2 ways of settling what is not known would take too long."
    )
    (one,) = said(sections, "If it stays unknown")
    assert one.startswith("Not worked out: 4 states are too many")
    assert "To find out, settle what is not known in a variant" in one


def test_explaining_one_outcome() -> None:
    """An explanation says how much is feared and what it hangs on, for that outcome alone."""
    found = explanation(truce(gov=STRONG, open_=OPEN), "deal")
    headings = [one.heading for one in found.sections]
    assert headings[2:5] == [HURT, "Whichever way it is settled", "If it stays unknown"]
    assert rows(found.sections, "If it stays unknown").keys() == {"deal"}
    assert NEW.isdisjoint(one.heading for one in explanation(truce(), "deal").sections)


def test_words_for_levels() -> None:
    """Every level above the least has its words."""
    assert [int(level) for level in hanging.BY] == [4, 3, 2, 1]


STANDS = """
- {strongly_holds: quo, by: [gmr, smr, seq]}
- {strongly_holds: deal, by: seq, variant: strong}
- {weakly_holds: deal, by: [gmr, seq]}
- {holds_if_unknown: deal, by: gmr, form: [b, d]}
- {holds_if_unknown: quo, by: nash, form: b}
- {fails_if_unknown: gift, by: gmr, form: [a, b, c, d]}
- {holds_however_settled: deal, by: [gmr, seq]}
"""
FALLS = [
    ("{strongly_holds: deal, by: [gmr, seq]}", "by gmr, mov would lose little by leaving it, or nothing"),
    ("{weakly_holds: quo, by: gmr}", "it strongly holds by gmr"),
    ("{weakly_holds: gift, by: gmr}", "it does not hold by gmr"),
    (
        "{holds_if_unknown: gift, by: gmr, form: [a, d]}",
        "mov would leave it by gmr in form a; mov would leave",
    ),
    ("{fails_if_unknown: deal, by: [nash, gmr], form: d}", "it holds by gmr in form d"),
    ("{holds_however_settled: deal, by: [seq, nash]}", "it holds by nash in none of 2 ways"),
]


def outturns(lines: str) -> list:
    """What comes of some expectations of the truce with marks, and a variant with more."""
    variant = "variants: {strong: [{replace: mov.2, with: withdraw, strongly: true}]}\n"
    return run_expectations(truce(gov=STRONG, open_=OPEN, more=f"{variant}expect:\n{lines}").conflict)


@pytest.mark.parametrize("line", STANDS.strip().splitlines())
def test_an_expectation_that_comes_out_stands(line: str) -> None:
    """What is so stands."""
    (turned,) = outturns(line)
    assert (turned.stands, turned.found) == (True, "")


@pytest.mark.parametrize(("line", "found"), FALLS)
def test_an_expectation_that_does_not_come_out_falls(line: str, found: str) -> None:
    """What is not so falls, and says what was found."""
    (turned,) = outturns(f"- {line}")
    assert not turned.stands
    assert turned.found.startswith(found)


@pytest.mark.parametrize(
    "key", ["strongly_holds", "weakly_holds", "holds_if_unknown", "holds_however_settled"]
)
def test_what_is_impossible_does_not_hold(key: str) -> None:
    """An outcome that a rule forbids holds in no sense; that it fails stands."""
    form = ", form: a" if key == "holds_if_unknown" else ""
    never = "impossible: [truce and not withdraw]\nexpect:\n"
    (turned,) = run_expectations(truce(more=f"{never}- {{{key}: gift, by: gmr{form}}}").conflict)
    assert (turned.stands, turned.found) == (False, "gift is impossible")
    (turned,) = run_expectations(
        truce(more=f"{never}- {{fails_if_unknown: gift, by: gmr, form: a}}").conflict
    )
    assert turned.stands
