"""Random edits of lines of packaged briefs: what changes their meaning is found, all else is not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import jirga
from jirga.brief.checking.copies import Copy, Original
from jirga.brief.checking.facts import Fact
from jirga.brief.checking.flags import Flag
from jirga.brief.checking.matching import Match
from jirga.brief.checking.names import Names
from jirga.brief.checking.opening import Opened, as_written
from jirga.brief.checking.opposites import GROUPS
from jirga.brief.checking.originals import original
from jirga.brief.checking.stating import stated
from jirga.brief.checking.whole import names_of, of_one
from jirga.brief.content.whole import brief
from jirga.brief.writing.as_json import form

many = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CASES = ("khyber_kabul_2025", "doha_2020", "colombia_2016", "ttp_pakistan_2021")
FIGURE = re.compile(r"(?<![\w#.,])\d+(?![\w]|[.,]\d)")
TURNED = {
    "cannot": "can",
    "nobody": "somebody",
    "nothing": "something",
    "none": "some",
    " not ": " ",
    " no ": " ",
    "without": "with",
    "neither": "both",
}
PUT_IN = ("would", "could", "is", "are", "can", "will", "does", "has", "may")
STYLE = {
    "for instance": "for example",
    "major": "big",
    "construction of": "building of",
    "so far": "until now",
    "worked out": "calculated",
    "moving": "going",
    "then": "in that case",
    "sets": "groups",
    "foremost": "main",
    "keeps its distance": "stays away",
}
TURNING = {word for sides in GROUPS for side in sides for word in side}


@cache
def written(case: str) -> tuple[Original, Copy, Names]:
    """A packaged case's brief as it is read back from a file."""
    was = original(form(brief(jirga.example(case).analysis), svg=False), case)
    return was, as_written(was, ""), names_of(was)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, int]:
    """A line of a packaged brief."""
    case = draw(st.sampled_from(CASES))
    return case, draw(st.integers(0, len(written(case)[1].stretches) - 1))


def flagged(case: str, place: int, words: str) -> list[Flag]:
    """What is found of a line that was given other words."""
    was, copy, names = written(case)
    one = copy.stretches[place]
    notes = {each.label: each for each in was.brief.notes}
    return list(of_one(Opened(was, copy), Match(one.name, replace(one, words=words)), notes, names))


def words_of(line: tuple[str, int]) -> str:
    """What a line says."""
    return written(line[0])[1].stretches[line[1]].words


@many
@given(lines(), st.data())
def test_a_number_changed_is_found(line: tuple[str, int], data: st.DataObject) -> None:
    words = words_of(line)
    figures = list(FIGURE.finditer(words))
    assume(figures)
    one = data.draw(st.sampled_from(figures))
    other = data.draw(st.integers(0, 999).filter(lambda some: some != int(one[0])))
    now = words[: one.start()] + str(other) + words[one.end() :]
    assert flagged(*line, now), now


@many
@given(lines(), st.data())
def test_a_name_exchanged_is_found(line: tuple[str, int], data: st.DataObject) -> None:
    words, groups = words_of(line), written(line[0])[0].brief.names
    some = [
        (who, hit) for who in groups for name in who for hit in re.finditer(rf"\b{re.escape(name)}\b", words)
    ]
    assume(some)
    who, hit = data.draw(st.sampled_from(some))
    other = data.draw(st.sampled_from([one for one in groups if one != who]))
    now = words[: hit.start()] + other[-1] + words[hit.end() :]
    assert flagged(*line, now), now


@many
@given(lines(), st.data())
def test_a_negation_taken_out_is_found(line: tuple[str, int], data: st.DataObject) -> None:
    words = words_of(line)
    some = [one for one in TURNED if one in words]
    assume(some)
    one = data.draw(st.sampled_from(some))
    now = words.replace(one, TURNED[one], 1)
    assert flagged(*line, now), now


@many
@given(lines(), st.data())
def test_a_negation_put_in_is_found(line: tuple[str, int], data: st.DataObject) -> None:
    words = words_of(line)
    some = [hit for verb in PUT_IN for hit in re.finditer(rf"\b{verb}\b", words)]
    assume(some)
    one = data.draw(st.sampled_from(some))
    put = data.draw(st.sampled_from((" not", " never", " hardly")))
    assert flagged(*line, words[: one.end()] + put + words[one.end() :])


@many
@given(lines(), st.data())
def test_a_typing_error_in_a_plain_word_is_none(line: tuple[str, int], data: st.DataObject) -> None:
    """Letters changed places, or one came twice, in a word that states nothing by itself."""
    words, names = words_of(line), written(line[0])[2]
    parts = [one for one in stated(words, names) if not isinstance(one, Fact)]
    plain = {one.text for one in parts if one.kind == "L" and one.text.isascii() and one.text.islower()}
    some = sorted(one for one in plain if len(one) > 4 and one not in TURNING)
    some = [one for one in some if len(re.findall(rf"\b{one}\b", words)) == 1]
    assume(some)
    one = data.draw(st.sampled_from(some))
    at = data.draw(st.integers(1, len(one) - 2))
    typed = data.draw(
        st.sampled_from((one[:at] + one[at] + one[at:], one[:at] + one[at + 1] + one[at] + one[at + 2 :]))
    )
    assume(not any(isinstance(each, Fact) for each in stated(typed, names)))  # there, three
    now = re.sub(rf"\b{one}\b", typed, words)
    assert flagged(*line, now) == [], now


@many
@given(lines(), st.data())
def test_other_words_for_the_same_are_none(line: tuple[str, int], data: st.DataObject) -> None:
    words = words_of(line)
    some = [one for one in STYLE if re.search(rf"\b{one}\b", words) and f"“{one}" not in words]
    assume(some)
    one = data.draw(st.sampled_from(some))
    now = re.sub(rf"\b{one}\b", STYLE[one], words)
    assert flagged(*line, now) == [], now


@many
@given(lines(), st.sampled_from(("curly", "straight", "spaces", "dashes", "shy", "marks")))
def test_how_a_word_processor_writes_is_none(line: tuple[str, int], how: str) -> None:
    words = words_of(line)
    turned = {
        "curly": words.replace("'", "\u2019"),
        "straight": words.replace("“", '"').replace("”", '"').replace("\u2019", "'"),
        "spaces": words.replace(" ", "\u00a0"),
        "dashes": words.replace("-", "\u2011"),
        "shy": words.replace("on", "o\u00adn"),
        "marks": f"\u200e{words}\u200f",
    }
    assert flagged(*line, turned[how]) == []
