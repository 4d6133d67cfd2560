"""A case held to a level: its documents, claims and names, and who stands behind a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.case import Case, new_case
from jirga.errors import CaseTrouble
from jirga.handling.cases import HeldCase
from jirga.handling.files import held_case, held_file
from jirga.handling.leaks import leaks_in
from jirga.schema.record import Stance
from recorded import ME, TEXT, added, attacks, passage, proposed, written

CONFLICT = """
title: t
handling: clear
parties:
  kp:
    name: KP
    options: {go: send the jirga}
    prefers: [{want: go, cite: "report#S1"}, {want: not go, cite: "notes#S1"}]
"""
NOTES = "Barrister Saif told us the elders will wait until the feast is over. He fears for his brother."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case with a report that may be seen and notes of a talk that may not."""
    made = new_case(tmp_path / "talks", conflict=CONFLICT)
    added(made, written(tmp_path), level="green", publisher="The Paper")
    added(made, written(tmp_path, NOTES, "saif_notes.txt"), name="notes", author="Jane Doe")
    return made


def test_documents_and_claims(case: Case) -> None:
    """A document without a level is red, and its claims with it."""
    ids = proposed(case)
    stance = Stance(passages=(passage("He fears for his brother", NOTES),), speaker="Saif")
    case.propose([stance], document="notes", **ME)
    held = held_case(case.folder, "green")
    assert ([one.name for one in held.documents], {one.id for one in held.claims}) == (["report"], set(ids))
    assert held.held is not None
    assert [want.want for want in held.held.conflict.wants.values()] == ["go"]
    assert {"Jane Doe", "saif_notes.txt", "notes"} <= texts(held)
    assert "The Paper" not in texts(held)


def texts(held: HeldCase) -> set[str]:
    """Give what is protected."""
    return {one.text for one in held.protected.secrets}


def test_claims_above_their_document(case: Case) -> None:
    """A claim's own level can only be stricter than that of its document."""
    case.propose([attacks(level="red")], document="report", **ME)
    assert held_case(case.folder, "green").claims == ()
    assert len(held_case(case.folder, "red").claims) == 1


def test_a_name_behind_a_name(case: Case) -> None:
    """That a source is somebody is the secret: of a name without a level only what is said stays."""
    case.register("person", "Source A", ["Barrister Saif", "Islamabad"], **ME)
    held = held_case(case.folder, "green")
    assert [(one.name, one.aliases) for one in held.names] == [("Islamabad", ())]
    assert {"Source A", "Barrister Saif"} <= texts(held)


def test_a_name_with_a_level_of_its_own(case: Case) -> None:
    """Whoever may see it sees all its names."""
    case.register("person", "Source A", ["Barrister Saif"], level="green", **ME)
    held = held_case(case.folder, "green")
    assert [(one.name, one.aliases) for one in held.names] == [("Source A", ("Barrister Saif",))]
    assert held_case(case.folder, "clear").names == ()


def test_a_marked_passage_takes_with_it_what_touches_it(case: Case) -> None:
    """The conflict file marks a sentence of a report: it goes, with its claims and the signs around it."""
    case.conflict_file.write_text(
        CONFLICT.replace("parties:", "sources: {report: {title: R, passage_levels: {S2: red}}}\nparties:")
    )
    ids = proposed(case)
    held = held_case(case.folder, "green")
    (passages,) = held.passages.values()
    assert "S2" not in passages
    assert not any(one.prefix or one.suffix for one in passages.values())
    assert len(held.claims) == len(ids) - 1
    assert held.held is not None
    assert "S2" not in held.held.conflict.sources["report"].passages


def test_a_leak_of_the_record_is_found(case: Case) -> None:
    """Words of the notes block a file made of the conflict, although no want cites them."""
    held = held_file(case.folder, "green")
    found = leaks_in(b"He fears for his brother, we hear.", "a.txt", held.protected)
    clean = leaks_in(held.file.text().encode() + TEXT.encode(), "a.txt", held.protected)
    assert ([one.what for one in found], clean) == (["quotation"], ())


def test_a_case_without_a_conflict_file(tmp_path: Path) -> None:
    """Its record can be held to a level; a conflict file it has not."""
    made = new_case(tmp_path / "talks")
    assert held_case(made.folder, "green").held is None
    with pytest.raises(CaseTrouble, match="no conflict file"):
        held_file(made.folder, "green")
