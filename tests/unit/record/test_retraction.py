"""Retraction: what rests on it alone is marked, and it can be taken back."""

from __future__ import annotations

import pytest

from jirga.case import Case
from jirga.errors import CaseTrouble, UnknownName
from jirga.schema.record import Mention
from recorded import ME, attacks, proposed


def test_a_document_takes_its_claims_with_it(filled: Case) -> None:
    """Every claim of a retracted document is marked with the reason, until the retraction is lifted."""
    proposed(filled)
    filled.retract("document", "report", "the paper withdrew it", **ME)
    assert {one.retracted for one in filled.claims()} == {"the paper withdrew it"}
    filled.lift("document", "report", "a mistake", **ME)
    assert {one.retracted for one in filled.claims()} == {""}


def test_a_source_takes_what_it_said_or_passed_on(filled: Case) -> None:
    """A retracted source marks what it claims, reports or takes as a stance, by any of its names."""
    ids = proposed(filled)
    passed = attacks(value=5, claimant=None, via=(Mention(name="The UN"),))
    (other,) = filled.propose([passed], document="report", **ME).new
    filled.register("source", "United Nations", ["the UN"], **ME)
    filled.retract("source", "The UN", "they corrected it", **ME)
    marked = {one.id for one in filled.claims() if one.retracted}
    assert marked == {ids[0], other}
    filled.retract("source", "islamabad", "misquoted", **ME)
    assert filled.claim(ids[1]).retracted == "misquoted"


def test_a_publisher_takes_its_documents(filled: Case) -> None:
    """A retracted publisher marks all that its documents say."""
    ids = proposed(filled)
    filled.retract("source", "THE PAPER", "invented", **ME)
    assert filled.claim(ids[2]).retracted == "invented"
    assert filled.withdrawn().document(filled.document("report")) == "invented"


def test_a_claim_goes_alone(filled: Case) -> None:
    """A retracted claim is marked, its neighbours are not."""
    ids = proposed(filled)
    filled.retract("claim", ids[0], "misread", **ME)
    assert [filled.claim(one).retracted for one in ids] == ["misread", "", ""]


def test_retractions_that_make_no_sense(filled: Case) -> None:
    """Nothing is retracted twice, without a reason, or if it is not there; nothing is lifted that stands."""
    with pytest.raises(CaseTrouble, match="no reason"):
        filled.retract("document", "report", " ", **ME)
    with pytest.raises(UnknownName):
        filled.retract("document", "none", "x", **ME)
    with pytest.raises(UnknownName):
        filled.retract("source", "Nobody", "x", **ME)
    with pytest.raises(UnknownName):
        filled.retract("claim", "fig_0", "x", **ME)
    with pytest.raises(CaseTrouble, match="is not retracted"):
        filled.lift("document", "report", "x", **ME)
    filled.retract("document", "report", "x", **ME)
    with pytest.raises(CaseTrouble, match="retracted before"):
        filled.retract("document", "report", "x", **ME)
    assert filled.verify().troubles == ()
