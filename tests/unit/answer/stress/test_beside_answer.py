"""What an answer hangs on, beside the answer: the verbs' own sentences, and only if asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

import jirga
from faces.shell import packaged, run
from jirga.answer.analysis import Analysis
from jirga.answer.stress.beside import what_it_hangs_on
from jirga.conflict.file import parse_text
from jirga.errors import TooLarge

HEADING = "What this answer hangs on"


@pytest.fixture(scope="module")
def talks() -> jirga.api.Conflict:
    """The talks the project began from."""
    return jirga.example("khyber_kabul_2025")


def test_the_same_sentences_as_the_verbs(talks: jirga.api.Conflict) -> None:
    """Edits, readings, sources and signs: every line but those that name wants or verbs is a verb's own."""
    first, second, *rest = talks.answer(stress=True).sections
    assert (first.heading, second.heading) == ("Bottom line", HEADING)
    assert (first, *rest) == talks.answer().sections
    said = [str(one) for one in second.sentences]
    own = [
        str(one)
        for answer in (talks.hangs(), talks.ranges(), talks.without(), talks.watch())
        for section in answer.sections
        for one in section.sentences
    ]
    others = [one for one in said if one not in own]
    assert [one.partition(" M5:")[0] for one in others] == [
        "Most hangs on",
        "More of this: jirga hangs, ranges, without, watch; and unlock, of one outcome.",
    ]


def test_what_the_file_does_not_have_is_not_spoken_of() -> None:
    """Without readings, sources and signs there are only edits, and the verbs that say more."""
    party = "{a: {name: A, options: {x: x}, prefers: [x]}}"
    text = f"{{title: T, status_quo: [], parties: {party}, outcomes: {{o: x}}}}"
    section = what_it_hangs_on(Analysis(parse_text(text)))
    only = "One edit more would make today impossible: not solved."
    assert [str(one) for one in section.sentences[:-1]] == [only]


def test_too_large_is_refused(talks: jirga.api.Conflict, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, before anything is tried."""
    monkeypatch.setattr("jirga.answer.stress.tried_edits.MOST_STATES", 700)
    with pytest.raises(TooLarge, match="704 states"):
        talks.answer(stress=True)


def test_at_the_command_line(tmp_path: Path) -> None:
    """Asked for it is printed within 80 columns; beside --json it is refused."""
    path = packaged(tmp_path, "ttp_pakistan_2021")
    plain, told = run("solve", path), run("solve", path, "--stress")
    assert HEADING.upper() not in plain.out
    assert HEADING.upper() in told.out
    assert all(len(line) <= 80 for line in told.out.splitlines())
    refused = run("solve", path, "--stress", "--json")
    assert (refused.code, refused.out) == (2, "")
