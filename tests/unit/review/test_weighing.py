"""The figures of a case, from the record to sentences and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases_made import ANA, add, small_case
from figured import EVIDENCE, figure
from jirga.case import Case, new_case
from jirga.review.told import as_json, sections
from jirga.review.weighing import Weighed, weighed


def flagged(found: Weighed) -> dict[str, str]:
    """Give what is flagged: the sentence by verdict and words."""
    quotes = {row.one.id: row.one.figure.main.quote for side in found.sides for row in side.rows}
    return {quotes[one.of]: one.verdict for one in found.findings if one.flagged}


def test_a_copy_that_loses_bound_and_speaker(case: Case) -> None:
    """The blog's 600, $43,000 and 57 are flagged; the wire, which is older, is not."""
    found = weighed(case)
    assert flagged(found) == {
        "600 attacks": "weaker",
        "$43,000 every month": "weaker",
        "57 civilians": "contradiction",
    }
    assert {row.first.document.name for side in found.sides for row in side.rows} == {"wire"}


def test_rejected_and_retracted_claims_are_left_out(case: Case) -> None:
    """What a person has rejected, and what rests on something retracted, weighs nothing, and is counted."""
    dead = next(one for one in case.claims() if one.claim.main.quote == "57 civilians")
    case.review(dead.id, "rejected", **ANA)
    found = weighed(case)
    assert "57 civilians" not in flagged(found)
    assert found.left_out == 1
    case.retract("document", "blog", "made up", **ANA)
    assert flagged(weighed(case)) == {}
    assert weighed(case).left_out == 3


def test_only_what_was_judged(case: Case) -> None:
    """Asked for what was judged, proposals are left out."""
    assert weighed(case, judged_only=True).sides == ()
    for one in case.claims():
        if "600" in one.claim.main.quote:
            case.review(one.id, "accepted", **ANA)
    assert flagged(weighed(case, judged_only=True)) == {"600 attacks": "weaker"}


def test_names_by_the_register(case: Case) -> None:
    """Names that a person has joined are one speaker."""
    case.register("source", "UN Monitoring Team", ["UN team"], **ANA)
    assert all(
        "UN Monitoring Team" in row.one.chain
        for side in weighed(case).sides
        for row in side.rows
        if row.one.figure.unit == "attacks"
    )


def test_sections(case: Case) -> None:
    """What does not fit comes first, then the tables, then what fits, and how much was looked at."""
    found = sections(weighed(case))
    assert found[0].heading == "What to look at"
    assert any(
        "about 43,000 USD a month has become 43,000 USD a month" in str(one) for one in found[0].sentences
    )
    tables = [one for one in found if one.table]
    assert [len(one.table.rows) for one in tables if one.table] == [2, 2, 2]
    assert "one of one source alone" not in str(found[-1].sentences[0])
    assert str(found[-1].sentences[0]).startswith("7 figures; 1 of one source alone")
    assert len([one for one in sections(weighed(case), every=True) if one.table]) == 4


def test_nothing_yet(tmp_path: Path) -> None:
    """An empty case has no figures, and says so."""
    (only,) = sections(weighed(new_case(tmp_path / "empty")))
    assert "no figures" in str(only.sentences[0])


def test_json(case: Case) -> None:
    """As JSON, each source of a figure has its id, its verdict and the oldest."""
    found = as_json(weighed(case))
    attacks = next(one for one in found["figures"] if "attacks" in one["heading"])
    assert [one["verdict"] for one in attacks["sources"]] == ["", "weaker"]
    assert attacks["sources"][1]["oldest"] == attacks["sources"][0]["id"]


@pytest.mark.skipif(not EVIDENCE.is_dir(), reason="../shared is absent")
def test_the_seed(tmp_path: Path) -> None:
    """The seed beside the monthly assessment: 'more than doubled' holds, 'mostly in KP' depends."""
    import json

    case = new_case(tmp_path / "seed")
    for name, stem, said in (
        ("article", "h00_seed_kp_jirga", {"date": "2025-03-07"}),
        ("picss", "c01_monthly_assessment", {"date": "2025-03-02", "publisher": "PICSS"}),
    ):
        text = (EVIDENCE / "dev" / "texts" / f"{stem}.txt").read_bytes().decode()
        data = json.loads((EVIDENCE / "dev" / "ann" / f"{stem}.json").read_text(encoding="utf-8"))
        add(case, tmp_path / f"{name}.txt", text, said, [figure(one) for one in data["figures"]])
    found = weighed(case).findings
    doubled = next(one for one in found if "more than doubled" in one.what)
    assert doubled.verdict == "consistent"
    assert "20 in January 2025" in doubled.what
    assert "55 in February 2025" in doubled.what
    (mostly,) = (one for one in found if one.check == "share")
    assert (mostly.verdict, mostly.flagged) == ("depends", True)
    assert "[article#S8]: true of attacks (44 to 47 of 79" in mostly.what
    assert "and deaths of security forces (36 to 37 of 47" in mostly.what
    assert "false of deaths of civilians (20 of 55, 36 percent" in mostly.what
    assert [one for one in found if one.flagged] == [mostly]


def test_case_is_not_changed(tmp_path: Path) -> None:
    """Weighing writes nothing into the record."""
    case = small_case(tmp_path / "talks")
    before = case.verify().head
    weighed(case)
    assert case.verify().head == before
