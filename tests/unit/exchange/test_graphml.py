"""Graphs for Gephi: typed keys, names in any script, and every edge with how it is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from cases_made import ANA, WIRE
from exchanged import case_in, file_in
from jirga import examples
from jirga.case import Case
from jirga.exchange.graphml import SPACE
from jirga.exchange.handing import hand_out
from jirga.schema.record import Mention, Passage, Period, Tie

Told = list[dict[str, str]]
BODY = """
title: T
parties: {a: {name: Ardan}, b: {name: Brin}, c: {name: Cern}}
bodies: {cabinet: {quota: 2, weights: {a: 1, b: 1, c: 1}}}
issues: {gate: the gate}
consent: {gate: {needs: [a, cabinet, {any_of: [b, c]}], basis: argued, answers: {a: given}}}
mandates:
  - {who: Ms X, speaks_for: a, at_table: true, approvals: [{of: cabinet, what: the text, status: refused}]}
"""


def graph(path: Path) -> tuple[Told, Told]:
    """Read a graph back, nodes and edges; every key is declared, every end is there."""
    root = ET.fromstring(path.read_bytes())  # noqa: S314
    spaced = {"g": SPACE}
    keys = {one.get("id"): one for one in root.findall("g:key", spaced)}
    assert {one.get("attr.type") for one in keys.values()} == {"string", "boolean"}
    (inside,) = root.findall("g:graph", spaced)
    assert inside.get("edgedefault") == "directed"
    found: list[Told] = []
    for what in ("node", "edge"):
        some = []
        for one in inside.findall(f"g:{what}", spaced):
            said: dict[str, Any] = dict(one.attrib)
            for data in one.findall("g:data", spaced):
                key = keys[data.get("key")]
                assert key.get("for") == what
                assert key.get("attr.type") == "string" or data.text in ("true", "false")
                said[str(key.get("attr.name"))] = data.text
            some.append(said)
        assert len({one["id"] for one in some}) == len(some)
        found.append(some)
    nodes, edges = found
    assert {one[end] for one in edges for end in ("source", "target")} <= {one["id"] for one in nodes}
    assert all(one["label"] for one in (*nodes, *edges))
    return nodes, edges


def tie(case: Case, words: str, state: str = "accepted", **said: Any) -> str:
    """Put a tie into the record, and judge it."""
    start = WIRE.index(words)
    passage = Passage(start=start, end=start + len(words), quote=words)
    claim = Tie(passages=(passage,), **said)
    (name,) = case.propose([claim], document="wire", by="test", at=ANA["at"]).new
    if state != "proposed":
        case.review(name, state, **ANA)  # type: ignore[arg-type]
    return name


@pytest.mark.parametrize("name", examples.names())
def test_every_packaged_conflict(tmp_path: Path, name: str) -> None:
    """Each party and option is a node, each option is held; the same content is the same bytes."""
    path, out = file_in(tmp_path, examples.text(name)), tmp_path / "g.graphml"
    hand_out(path, out)
    nodes, edges = graph(out)
    kinds = [one["kind"] for one in nodes]
    assert kinds.count("option") == [one["relation"] for one in edges].count("holds")
    assert len([one for one in nodes if one.get("party")]) == kinds.count("party")
    again = tmp_path / "h.graphml"
    hand_out(path, again)
    assert again.read_bytes() == out.read_bytes()


def test_consent_and_mandates(tmp_path: Path) -> None:
    """Whose yes is needed, who only has a say, who speaks for whom and must ask whom."""
    out = tmp_path / "g.graphml"
    hand_out(file_in(tmp_path, BODY), out)
    nodes, edges = graph(out)
    names = {one["id"]: one["label"] for one in nodes}
    said = {(names[one["source"]], one["relation"], names[one["target"]]): one for one in edges}
    assert set(said) == {
        ("Ardan", "votes in", "cabinet"),
        ("Brin", "votes in", "cabinet"),
        ("Cern", "votes in", "cabinet"),
        ("Ardan", "must approve", "the gate"),
        ("cabinet", "must approve", "the gate"),
        ("Brin", "has a say", "the gate"),
        ("Cern", "has a say", "the gate"),
        ("Ms X", "speaks for", "Ardan"),
        ("cabinet", "must approve: the text", "Ms X"),
    }
    assert said["Ardan", "must approve", "the gate"]["status"] == "given"
    say = said["Brin", "has a say", "the gate"]
    assert (say["basis"], say["sourced"], say["status"]) == ("argued", "false", "unknown")
    assert said["cabinet", "must approve: the text", "Ms X"]["label"] == "must approve: the text (refused)"


def test_ties_that_a_person_stands_by(tmp_path: Path) -> None:
    """Only those, each with its claim, marked if it was retracted; the register's names lead to the party."""
    case = case_in(tmp_path, BODY)
    case.register("party", "Ardan", ["اردان", "the Ardanis"], **ANA)
    case.register("place", "Brin", **ANA)
    case.register("person", 'Noor "Wali" <Mehsud> & Sons', **ANA)
    ends = {"source": Mention(name="اردان"), "target": Mention(name="Brin")}
    one = tie(case, "a UN team", relation="negotiates_with", status="claimed", **ends)
    tie(case, "one member state", "proposed", relation="funds", **ends)
    tie(case, "47 soldiers", "rejected", relation="funds", **ends)
    gone = tie(
        case,
        "55 civilians",
        relation="opposes",
        source=Mention(name='Noor "Wali" <Mehsud> & Sons'),
        target=Mention(name="Kabul"),
        period=Period(text="page\x0ctwo", start="2025-03-01"),
    )
    case.retract("claim", gone, "misread", **ANA)
    out = tmp_path / "g.graphml"
    hand_out(case.folder, out)
    nodes, edges = graph(out)
    names = {each["id"]: each for each in nodes}
    talks, opposed = (each for each in edges if each["kind"] == "tie")
    assert (names[talks["source"]]["party"], names[talks["target"]]["party"]) == ("a", "b")
    assert set(names[talks["source"]]["aliases"].split(" | ")) == {"اردان", "the Ardanis"}
    assert talks["label"] == "negotiates with (claimed)"
    assert (talks["cite"], talks["sourced"], talks["retracted"]) == (f"wire#{one}", "true", "false")
    assert names[opposed["source"]]["label"] == 'Noor "Wali" <Mehsud> & Sons'
    assert names[opposed["source"]]["kind"] == "person"
    assert (names[opposed["target"]]["kind"], opposed["period"]) == ("named", "page␌two")
    assert (opposed["retracted"], opposed["why_retracted"]) == ("true", "misread")
    assert [each["kind"] for each in nodes if each["label"] == "Brin"] == ["party", "place"]
