"""A purge takes the names that only it had, and says exactly what is left, where."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga.case import Case
from recorded import ME, TEXT, added, proposed, written

CONFLICT = """\
title: Two
sources:
  other: {title: A report on reports}
parties:
  a:
    prefers:
      - {want: x, cite: report#S1, quote: shut}
      - {want: y, cite: [other, report#S2]}
      - {want: z, cite: report}
      - want: v
        why: they say the Torkham crossing has been
          shut for long
      - {want: w, cite: other#report, why: the report says so}
"""


@pytest.fixture
def named(filled: Case, tmp_path: Path) -> Case:
    """A case with names that the report has, that another has too, that nobody has, and that were merged."""
    added(filled, written(tmp_path, "Islamabad is silent. Kabul is not.", "other.txt"))
    for name, aliases in (
        ("Noor Wali Masoud", ["Noor Wali Mehsud"]),
        ("Islamabad", []),
        ("Somebody Else", []),
        ("Masoud", []),
    ):
        filled.register("person", name, aliases, **ME)
    return filled


def names(case: Case) -> set[str]:
    """The names of the register."""
    return {one.name for one in case.names()}


def everything(case: Case) -> bytes:
    """Every byte of the record, as far as it lies in the folder."""
    return b"".join(path.read_bytes() for path in case.folder.rglob("*") if path.is_file())


def test_names_that_only_it_had_go(named: Case) -> None:
    """A name goes with the only document that has it; one of another document, or of none, stays."""
    assert {one.name for one in named.going("report").names} == {"Noor Wali Masoud", "Masoud"}
    named.purge("report", **ME)
    assert names(named) == {"Islamabad", "Somebody Else"}
    for secret in ("Masoud", "Mehsud", "masoud"):
        assert secret.encode() not in everything(named)
    assert named.verify().troubles == ()


def test_merged_names_go_or_stay_together(named: Case) -> None:
    """Merged into a name that others have, a name stays; so does one that was merged with it once."""
    named.merge("Masoud", "Islamabad", **ME)
    assert {one.name for one in named.going("report").names} == {"Noor Wali Masoud"}
    named.unmerge("Masoud", **ME)
    assert {one.name for one in named.going("report").names} == {"Noor Wali Masoud", "Masoud"}
    named.merge("Islamabad", "Masoud", **ME)
    named.unmerge("Islamabad", **ME)
    assert {one.name for one in named.going("report").names} == {"Noor Wali Masoud"}
    assert "another name's history" in " ".join(map(str, named.remains("report")))


def test_a_name_that_a_claim_of_another_document_has_stays(named: Case, tmp_path: Path) -> None:
    """It is enough that another document claims something of it, or was published by it."""
    added(named, written(tmp_path, TEXT + " Again, in other words.", "copy.txt"), publisher="The Paper")
    proposed(named, "copy")
    assert named.going("report").names == ()
    said = [str(one) for one in named.remains("report")]
    assert "register: the person Noor Wali Masoud stays: also in copy" in said
    assert any(one.startswith("document copy: has ") for one in said)


def test_a_retracted_source_goes_with_all_it_published(filled: Case, tmp_path: Path) -> None:
    """That a source was retracted is gone with its documents; not while another of them is there."""
    filled.retract("source", "The Paper", "it withdrew the story", **ME)
    added(filled, written(tmp_path, "Theirs too.", "b.txt"), publisher="The Paper")
    filled.purge("report", **ME)
    assert filled.withdrawn().sources
    filled.purge("b", **ME)
    assert filled.withdrawn().sources == {}
    assert filled.verify().troubles == ()
    for secret in (b"the paper", b"it withdrew the story"):
        assert secret not in everything(filled)


def test_every_line_that_is_left_is_named(filled: Case) -> None:
    """Citations and words in the conflict file and in briefs are named by line; nothing is edited."""
    filled.conflict_file.write_text(CONFLICT, encoding="utf-8")
    brief = filled.folder / "briefs" / "brief.html"
    brief.write_text("<p>x</p>\n<p>TTP carried <b>out</b> more than 600 attacks [report S2]</p>\n")
    (filled.folder / "briefs" / "brief.docx").write_bytes(b"PK")
    (filled.folder / "case.version-1.db").write_bytes(b"x")
    said = [str(one).replace(f"{filled.folder}/", "") for one in filled.remains("report")]
    assert said == [
        "case.version-1.db: is an older copy of the record and holds all of it; delete it yourself",
        "conflict.yaml:7: names report#S1",
        "conflict.yaml:8: names report#S2",
        "conflict.yaml:9: names report",
        "conflict.yaml:11: holds words of it",
        "conflict.yaml:12: holds words of it",
        "briefs/brief.docx: cannot be looked into here; look yourself",
        "briefs/brief.html:2: names report S2 and holds words of it",
    ]
    filled.purge("report", **ME)
    assert filled.conflict_file.read_text(encoding="utf-8") == CONFLICT
    assert brief.is_file()


def test_nothing_is_left_of_what_nobody_used(filled: Case) -> None:
    """A document that nothing cites leaves nothing."""
    assert filled.remains("report") == ()
