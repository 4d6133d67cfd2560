"""The brief of a case: its judged claims with their passages, and what a level holds back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cases_made import ANA, WIRE, small_case
from faces.shell import run

CONFLICT = (
    "title: Two\nstatus_quo: []\nparties:\n"
    "  government: {name: The government, options: {withdraw: pull back}, prefers: [not withdraw]}\n"
)
LABELS = "says: neutral\nparties:\n  government: {name: The cabinet, short: the cabinet}\n"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A case of two documents in which two claims of the wire are accepted and one is rejected."""
    case = small_case(tmp_path / "talks")
    case.conflict_file.write_text(CONFLICT, encoding="utf-8")
    first, second, third, *_ = case.claims(document="wire")
    case.review(first.id, "accepted", **ANA)
    case.review(second.id, "accepted", **ANA)
    case.review(third.id, "rejected", **ANA)
    return case.folder


def brief(talks: Path, *more: str) -> dict:
    to = talks.parent / "brief.json"
    ended = run("brief", talks, "--to", to, *more)
    assert (ended.code, ended.err) == (0, ""), ended.err
    return json.loads(to.read_text(encoding="utf-8"))


def words(told: dict) -> str:
    return json.dumps(told, ensure_ascii=False)


def test_judged_claims_are_listed_with_their_passages(talks: Path) -> None:
    """What a person accepted is there with its words; what waits, or was rejected, is not."""
    told = brief(talks)
    annex = next(part for part in told["annexes"] if "judged" in part["heading"])
    assert len(annex["lines"]) == 2
    notes = {note["label"]: note for note in told["notes"]}
    for line in annex["lines"]:
        marker = next(part for part in line["parts"] if not isinstance(part, str))
        for label in marker["notes"]:
            assert notes[label]["source"] == "wire"
            assert all(quote in WIRE for quote in notes[label]["quotes"])
    assert "57 civilians" not in words(told)


def test_what_is_red_stays_in_the_house(talks: Path) -> None:
    """Documents are red unless somebody says otherwise: at green their claims are left out."""
    source = (talks / "conflict.yaml").read_text(encoding="utf-8")
    (talks / "conflict.yaml").write_text(f"handling: clear\n{source}", encoding="utf-8")
    told = brief(talks, "--level", "green")
    assert told["level"] == "green"
    assert all("judged" not in part["heading"] for part in told["annexes"])
    assert "left out" in " ".join(told["footer"])
    assert "600 attacks" not in words(told)


def test_labels_are_used_and_named(talks: Path) -> None:
    """Parties are called as the set has them, and the foot says which set it was."""
    labels = talks.parent / "labels.yaml"
    labels.write_text(LABELS, encoding="utf-8")
    told = brief(talks, "--labels", str(labels))
    assert "The cabinet" in words(told)
    assert any("neutral" in one for one in told["footer"])
    labels.write_text(LABELS.replace("government", "goverment"), encoding="utf-8")
    ended = run("brief", talks, "--to", talks.parent / "b.json", "--labels", labels)
    assert ended.code == 2
    assert "goverment" in ended.err


def test_a_claim_retracted_since_is_struck_and_listed(talks: Path) -> None:
    """A retracted document takes every line with it that rests on it alone."""
    assert run("retract", talks, "document", "wire", "--why", "made up").code == 0
    told = brief(talks)
    listed = next(part for part in told["main"] if part["heading"] == "Retracted since")
    assert len(listed["lines"]) == 2
    assert all(note["retracted"] for note in told["notes"] if note["source"] == "wire")


def test_labels_of_parties_that_a_copy_leaves_out_are_left_out_too(talks: Path) -> None:
    """One set of labels serves copies of every level."""
    source = (talks / "conflict.yaml").read_text(encoding="utf-8")
    more = "  broker: {name: The broker, level: red, options: {press: press}, prefers: [press]}\n"
    (talks / "conflict.yaml").write_text(f"handling: clear\n{source}{more}", encoding="utf-8")
    labels = talks.parent / "labels.yaml"
    labels.write_text(LABELS + "  broker: {name: The friend}\n", encoding="utf-8")
    told = brief(talks, "--labels", str(labels), "--level", "green")
    assert "The cabinet" in words(told)
    assert "friend" not in words(told)
