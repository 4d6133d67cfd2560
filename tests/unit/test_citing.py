"""What a conflict file in a case cites: passages and claims of the record, and those that fall."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jirga
from jirga import api
from jirga.case import Case, new_case
from jirga.errors import ConflictTrouble, FileTrouble
from recorded import ME, TEXT, added, proposed, written

CONFLICT = """\
title: Two
{sources}parties:
  a:
    name: A
    options: {{x: do x}}
    prefers:
      - {{want: x, basis: stated, cite: {cite}, quote: "{quote}", why: wants x}}
  b:
    name: B
    options: {{y: do y}}
    prefers: [x and y]
status_quo: []
outcomes: {{nothing: [], both: [x, y]}}
"""
OWN = "sources: {{report: {{title: Mine, passages: {{p: {words}}}}}}}\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case with a document called report."""
    made = new_case(tmp_path / "case")
    added(made, written(tmp_path), publisher="The Paper", date="2025-03-07", title="Two weeks")
    return made


def citing(case: Case, cite: str = "report#S1", quote: str = "has been shut", sources: str = "") -> Path:
    """Write the conflict file of a case."""
    text = CONFLICT.format(cite=cite, quote=quote, sources=sources)
    case.conflict_file.write_text(text, encoding="utf-8")
    return case.folder


def complaints(folder: Path) -> list[tuple[str, str]]:
    """The kinds of problem of a case, worst first, with what is wrong."""
    kinds = {"quote", "unknown_name", "retracted"}
    return [(one.kind, one.what) for one in api.check(folder).problems if one.kind in kinds]


def test_a_citation_leads_to_the_passage(case: Case) -> None:
    """A document is a source without being listed; the answer quotes its words and says where they stand."""
    conflict = jirga.load(citing(case))
    source = conflict.model.sources["report"]
    assert (source.title, source.by, source.date) == ("Two weeks", "The Paper", "2025-03-07")
    assert source.passages["S1"] == "The Torkham crossing has been shut for two weeks."
    assert complaints(case.folder) == []
    said = str(conflict.explain("nothing"))
    assert "[stated, report S1]" in said
    assert "report S1: “has been shut”" in said


def test_every_verb_takes_a_case(case: Case) -> None:
    """The case and its conflict file give the same solution where nothing is cited from the record."""
    folder = citing(case, cite="mine", quote="", sources="sources: {mine: {title: Mine}}\n")
    assert jirga.load(folder).solve() == jirga.load(folder / "conflict.yaml").solve()
    with pytest.raises(ConflictTrouble, match="no source is called 'report'"):
        jirga.load(citing(case) / "conflict.yaml")


def test_a_quotation_that_is_not_in_the_text_is_an_error(case: Case) -> None:
    """Words that do not stand in the cited passage are an error at their place."""
    (problem,) = complaints(citing(case, quote="condemned the attacks"))
    assert problem == ("quote", "the quotation 'condemned the attacks' is not in the passage cited")
    with pytest.raises(ConflictTrouble, match=r"conflict.yaml:7:"):
        jirga.load(case.folder)


def test_a_passage_that_is_not_there(case: Case) -> None:
    """A mark that the document does not have is unknown, with the nearest that it has."""
    ((kind, what),) = complaints(citing(case, cite="report#S44", quote=""))
    assert (kind, what) == ("unknown_name", "no passage is called 'S44'")
    ((kind, what),) = complaints(citing(case, cite="reports#S1", quote=""))
    assert what == "no source is called 'reports'"


def test_what_the_file_says_of_a_document_goes_first_and_must_stand_in_it(case: Case) -> None:
    """A passage listed in the file is cited by its own mark; words not in the document are an error."""
    folder = citing(
        case,
        cite="report#p",
        quote="been shut",
        sources=OWN.format(words="has been shut"),
    )
    assert complaints(folder) == []
    assert jirga.load(folder).model.sources["report"].title == "Mine"
    folder = citing(case, cite="report#p", quote="has been open", sources=OWN.format(words="has been open"))
    assert complaints(folder) == [("quote", "'has been open' does not stand in the document report")]


def test_a_claim_can_be_cited(case: Case) -> None:
    """A claim's id is a mark of its document; once it is rejected, nothing should rest on it."""
    (figure, *_) = proposed(case)
    folder = citing(case, cite=f"report#{figure}", quote="600 attacks")
    assert complaints(folder) == []
    case.review(figure, "rejected", **ME)
    assert complaints(folder) == [
        ("retracted", "it rests only on what was retracted (the claim was rejected)")
    ]
    case.undo(figure, **ME)
    case.retract("claim", figure, "misread", **ME)
    assert complaints(folder) == [("retracted", "it rests only on what was retracted (misread)")]


def test_what_rests_on_it_alone_is_marked(case: Case, tmp_path: Path) -> None:
    """After a retraction the want, the answer and the check say so; with a second source they do not."""
    added(case, written(tmp_path, TEXT + " More.", "other.txt"))
    folder = citing(case)
    case.retract("source", "The Paper", "it withdrew the story", **ME)
    assert complaints(folder) == [
        ("retracted", "it rests only on what was retracted (it withdrew the story)")
    ]
    conflict = jirga.load(folder)
    assert conflict.model.parties["a"].prefers[0].retracted == "it withdrew the story"
    assert "[stated, report S1, retracted]" in str(conflict.explain("nothing"))
    assert conflict.solve().outcomes["both"].holds == jirga.load(folder).solve().outcomes["both"].holds
    assert complaints(citing(case, cite="[report#S1, other#S1]")) == []
    case.retract("document", "other", "a copy of it", **ME)
    ((_, what),) = complaints(folder)
    assert what == "it rests only on what was retracted (it withdrew the story; a copy of it)"


def test_a_file_alone_can_retract_a_source(tmp_path: Path) -> None:
    """Without a case, a source in the file may say that it was retracted, as a whole or a passage of it."""
    sources = "sources: {{report: {{title: T, passages: {{S1: has been shut}}, {how}}}}}\n"
    for how in ("retracted: withdrawn", "retracted_passages: {S1: withdrawn}"):
        text = CONFLICT.format(cite="report#S1", quote="shut", sources=sources.format(how=how))
        path = tmp_path / "talks.yaml"
        path.write_text(text, encoding="utf-8")
        assert complaints(path) == [("retracted", "it rests only on what was retracted (withdrawn)")]


def test_a_case_without_a_conflict_file(case: Case) -> None:
    """A case whose conflict file is gone says which file is missing."""
    with pytest.raises(FileTrouble, match=r"conflict\.yaml"):
        jirga.load(case.folder)
    with pytest.raises(FileTrouble, match=r"conflict\.yaml"):
        api.check(case.folder)


def test_what_changed_between_two_cases(case: Case, tmp_path: Path) -> None:
    """Claims that came, and that fell, stand beside what they did to the results."""
    figure, other, *_ = proposed(case)
    citing(case, cite=f"report#{figure}", quote="600 attacks")
    earlier = tmp_path / "earlier"
    shutil.copytree(case.folder, earlier)
    case.retract("claim", figure, "misread", **ME)
    text = case.conflict_file.read_text(encoding="utf-8")
    case.conflict_file.write_text(text.replace("want: x,", "want: not x,"), encoding="utf-8")
    found = api.diff(earlier, case.folder)
    said = str(found)
    assert "“both” would not hold: because A's a.1 reads “not x” instead of “x”" in said
    assert f"Fallen: {figure}, “" in said
    assert "(misread)." in said
    assert other not in said
