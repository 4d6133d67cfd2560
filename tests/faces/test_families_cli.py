"""`coalitions`, `evolve`, `inverse` and `horizon` at the command line: sentences, JSON, variants, errors."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import pytest

from faces.shell import one_line, packaged, run
from jirga import examples
from jirga.cli import families
from jirga.schema.words import COALITION_STANDARDS, STANDARDS

ASKED = {
    "coalitions": ["both"],
    "evolve": ["--by", "coalitions"],
    "inverse": ["both", "--by", "nash"],
    "horizon": ["both", "--look", "a=2"],
}
VERBS = sorted(ASKED)


@pytest.mark.parametrize("verb", VERBS)
def test_sentences_and_json_say_the_same(verb: str, tiny: Path) -> None:
    """Every heading of the JSON stands in the sentences, and both end well."""
    told, written = run(verb, tiny, *ASKED[verb]), run(verb, tiny, *ASKED[verb], "--json")
    assert (told.code, told.err, written.code, written.err) == (0, "", 0, "")
    answer = json.loads(written.out)
    assert list(answer) == ["title", "question", "as_of", "sections"]
    assert answer["sections"]
    for section in answer["sections"]:
        assert section["heading"].upper() in told.out


@pytest.mark.parametrize("verb", VERBS)
def test_a_variant_is_asked(verb: str, tiny: Path) -> None:
    """The variant stands in the title; one that is not there is refused on one line."""
    assert "Two yes (easy)" in run(verb, tiny, *ASKED[verb], "--variant", "easy").out
    ended = run(verb, tiny, *ASKED[verb], "--variant", "esay")
    assert ended.code == 2
    one_line(ended.err, tiny)


@pytest.mark.parametrize("verb", ["coalitions", "inverse", "horizon"])
def test_an_unknown_outcome(verb: str, tiny: Path) -> None:
    """It is one line, with the nearest name."""
    ended = run(verb, tiny, "boht")
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert "did you mean 'both'?" in ended.err


@pytest.mark.parametrize(("verb", "name"), [("horizon", "doha_2020"), ("evolve", "prisoners")])
def test_what_a_conflict_cannot_be_asked(verb: str, name: str, tmp_path: Path) -> None:
    """Three parties that look ahead, and a conflict without a status quo, are refused on one line."""
    path = packaged(tmp_path, name)
    ended = run(verb, path)
    assert ended.code == 2
    one_line(ended.err, path)


@pytest.mark.parametrize("look", ["a", "a=", "a=0", "a=-1", "a=two", "=2"])
def test_a_look_that_cannot_be_read(look: str, tiny: Path) -> None:
    """It is refused with how to write it; a party without a name is not a party."""
    ended = run("horizon", tiny, "--look", look)
    assert ended.code == 2
    assert "PARTY=H" in ended.err or "no party is called ''" in ended.err


def test_the_standards_offered_are_those_there_are() -> None:
    """They are listed again in the command line, so that its help loads nothing heavy."""
    assert families.COALITION_STANDARDS == COALITION_STANDARDS
    assert families.STANDARDS == STANDARDS


@pytest.mark.parametrize("name", examples.solvable())
def test_no_packaged_conflict_makes_them_fail(name: str, tmp_path: Path) -> None:
    """Every verb answers about every packaged conflict within 80 columns, or refuses on one line."""
    path = packaged(tmp_path, name)
    outcome = next(iter(examples.conflict(name).outcomes), "1")
    for args in (["coalitions"], ["evolve"], ["inverse", outcome], ["horizon"]):
        ended = run(args[0], path, *args[1:])
        assert ended.code in {0, 2}
        if ended.code:
            one_line(ended.err, path)
            continue
        head, *lines = ended.out.splitlines()
        assert all(len(line) <= 80 for line in lines), [line for line in lines if len(line) > 80]
        assert head


def test_python_asks_the_same(tiny: Path) -> None:
    """The methods of a conflict give the same answers as the verbs."""
    import jirga

    conflict = jirga.load(tiny)
    asked: dict[str, typing.Any] = {
        "coalitions": conflict.coalitions("both"),
        "evolve": conflict.evolve(by="coalitions"),
        "inverse": conflict.inverse("both", by="nash"),
        "horizon": conflict.horizon("both", look={"a": 2}),
    }
    for verb, answer in asked.items():
        assert json.loads(run(verb, tiny, *ASKED[verb], "--json").out) == json.loads(answer.to_json())
