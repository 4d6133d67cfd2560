"""What touches marked words goes with them, under whatever mark; and nothing around it is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.case import Case, new_case
from jirga.handing import to_hand_over
from jirga.handling.files import held_case
from jirga.handling.seen import WITHDRAWN
from jirga.schema.record import Mention, Recorded, Stance, Tie
from recorded import ME, added, passage, written

TEXT = (
    "The gate is shut. Source A said that Hamid Gul hides in Tirah. The shops lost their trade. "
    "The elders met at noon."
)
CONFLICT = """
title: t
handling: clear
sources:
  report: {{title: R, level: green, passage_levels: {{S2: red}}, passages: {{own: {own}}}}}
parties: {{kp: {{name: KP, options: {{go: go}}, prefers: [{{want: go, cite: "report#S1"}}{more}]}}}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A green report of which the conflict file marks one sentence as red."""
    made = new_case(tmp_path / "talks", conflict=CONFLICT.format(own="Hamid Gul hides", more=""))
    added(made, written(tmp_path, TEXT), level="green")
    return made


def stance(quote: str, speaker: str | Mention = "the elders") -> Stance:
    """A stance in TEXT."""
    return Stance(passages=(passage(quote, TEXT),), speaker=speaker, stance="oppose", topic="trade")


def kept(case: Case, *claims: Stance | Tie) -> tuple[Recorded, ...]:
    """Propose and accept claims, and give those that a green copy has."""
    for name in case.propose(claims, document="report", **ME).new:
        case.review(name, "accepted", **ME)
    return held_case(case.folder, "green").claims


def test_a_passage_under_a_mark_of_its_own(case: Case) -> None:
    """Words of a marked sentence that the file lists again under another mark are gone, and protected."""
    held = held_case(case.folder, "green")
    assert held.held is not None
    assert set(held.held.conflict.sources["report"].passages) == {"S1", "S3", "S4"}
    assert held.protected.found("that Hamid Gul hides")


def test_words_marked_under_a_mark_of_their_own(case: Case) -> None:
    """The sentence that they stand in is gone with them, and nothing else; a claim that is one, too."""
    text = CONFLICT.format(own="{text: Hamid Gul hides, level: red}", more="").replace(
        "passage_levels: {S2: red}, ", ""
    )
    case.conflict_file.write_text(text)
    assert kept(case, stance("Hamid Gul hides in Tirah")) == ()
    held = held_case(case.folder, "green")
    (passages,) = held.passages.values()
    assert held.held is not None
    assert set(passages) == set(held.held.conflict.sources["report"].passages) == {"S1", "S3", "S4"}


def test_a_claim_cited_by_a_want(case: Case) -> None:
    """A claim of a marked sentence is no passage of the copy, and a want that cites it is gone."""
    (name,) = case.propose([stance("Hamid Gul hides in Tirah")], document="report", **ME).new
    more = f', {{want: not go, cite: "report#{name}"}}'
    case.conflict_file.write_text(CONFLICT.format(own="The gate is shut", more=more))
    held = held_case(case.folder, "green").held
    assert held is not None
    assert name not in held.conflict.sources["report"].passages
    assert [want.want for want in held.conflict.wants.values()] == ["go"]


def test_a_claim_above_its_words(case: Case) -> None:
    """What a reader makes of a sentence may be red; the sentence stays, and other claims of it."""
    above = stance("The shops lost their trade", "Zalmay").model_copy(update={"level": "red"})
    (name,) = case.propose([above], document="report", **ME).new
    more = f', {{want: not go, cite: "report#{name}"}}'
    case.conflict_file.write_text(CONFLICT.format(own="The gate is shut", more=more))
    assert [one.claim.said_by for one in kept(case, stance("The shops lost their trade"))] == ["the elders"]
    held = held_case(case.folder, "green").held
    assert held is not None
    assert {"S3"} <= set(held.conflict.sources["report"].passages)
    assert name not in held.conflict.sources["report"].passages


def test_nothing_stands_around_a_claim(case: Case) -> None:
    """The signs before and after a claim's words may be those of the marked sentence."""
    (one,) = kept(case, stance("The shops lost their trade"))
    assert (one.claim.main.prefix, one.claim.main.suffix) == ("", "")


def test_a_document_tells_neither_its_marks_nor_its_digests(case: Case) -> None:
    """That S2 is red is not said, and nobody can try out sentences against a digest of the text."""
    (one,) = held_case(case.folder, "green").documents
    assert (one.passage_levels, one.file_sha256, one.text_sha256) == ({}, "", "")
    (whole,) = held_case(case.folder, "red").documents
    assert whole.text_sha256


@pytest.mark.parametrize("span", [True, False])
def test_a_name_carried_over_from_a_marked_sentence(case: Case, *, span: bool) -> None:
    """It is in a claim of a sentence that may be seen, and goes with the claim; another name stays."""
    start = TEXT.index("Hamid Gul")
    where = {"start": start, "end": start + len("Hamid Gul")} if span else {}
    carried = Mention(name="Hamid Gul", kind="carried", **where)
    other = Mention(name="the elders", kind="carried")
    found = kept(case, stance("The shops lost their trade", carried), stance("met at noon", other))
    assert [one.claim.said_by for one in found] == ["the elders"]


def test_why_a_source_was_retracted_under_another_name(case: Case) -> None:
    """A green claim by Source A does not say what was said of the man behind that name."""
    case.register("source", "Source A", ["Zalmay Khan"], **ME)
    case.retract("source", "Zalmay Khan", "the lorry owner says he lied", **ME)
    (one,) = kept(case, stance("met at noon", "Source A"))
    assert one.retracted == WITHDRAWN
    brief = to_hand_over(case.folder, level="green").brief
    assert [note.retracted for note in brief.notes if note.retracted] == [WITHDRAWN]


def test_why_a_claim_was_retracted(case: Case) -> None:
    """What is said of the claim itself stays."""
    (name,) = case.propose([stance("met at noon")], document="report", **ME).new
    case.retract("claim", name, "they met at dusk", **ME)
    assert [one.retracted for one in held_case(case.folder, "green").claims] == ["they met at dusk"]
