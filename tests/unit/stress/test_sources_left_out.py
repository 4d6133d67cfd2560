"""What goes with a source, a speaker or a passage that is left out."""

from __future__ import annotations

import jirga
from jirga.conflict.file import parse_text
from jirga.stress.sources import LeftOut, passages, sources, speakers, without

TWO = """
title: Two reports
sources:
  x: {title: X, by: Ada, passages: {p1: one, p2: two}, speakers: {p2: the envoy}}
  y: {title: Y, by: Ada, passages: {p1: one, p2: two}}
  z: {title: Z, passages: {p9: nine}}
parties:
  a:
    name: A
    options: {o: o}
    prefers:
      - {want: o, cite: x#p1}
      - {want: not o, cite: [x#p1, y#p1]}
      - {want: o or not p, cite: x#p2, readings: [{want: p, cite: z#p9}]}
      - p
  b: {name: B, options: {p: p}, weights: {p: 1}, cite: z}
impossible: [{when: o and p, cite: y#p2}]
"""


def test_what_rests_on_it_alone_goes() -> None:
    """What is cited from elsewhere too stays, and so does what cites nothing."""
    conflict = parse_text(TWO)
    found = {one.name: without(conflict, one) for one in [*sources(conflict), *speakers(conflict)]}
    assert [want.id for want in found["x"].wants] == ["a.1", "a.3"]
    assert (found["y"].wants, found["y"].others) == ((), ("rule o and p",))
    assert found["y"].conflict.impossible == ()
    assert found["z"].others == ("weights of b",)
    assert found["z"].unheard == ("b",)
    assert [want.id for want in found["Ada"].wants] == ["a.1", "a.2"]
    assert [want.id for want in found["the envoy"].wants] == ["a.3"]


def test_each_passage() -> None:
    """Passages are left out one by one; a source cited as a whole is none."""
    conflict = parse_text(TWO)
    assert sorted(one.name for one in passages(conflict)) == ["x#p1", "x#p2", "y#p1", "y#p2", "z#p9"]
    nothing = without(conflict, LeftOut("source", "q", frozenset({"q"})))
    assert nothing.empty
    assert nothing.conflict == conflict


def test_positions_go_too() -> None:
    """Of the talks the project began from, positions and linkages go with the article."""
    talks = jirga.example("khyber_kabul_2025").model
    found = without(talks, sources(talks)[0])
    assert [want.id for party in found.conflict.parties.values() for want in party.prefers] == ["F5"]
    assert len(found.conflict.positions) == 1
    assert found.conflict.linkages == ()
    assert "position of kp on channel" in found.others


YESES = """
title: Whose yes
sources: {x: {title: X, passages: {p1: one, p2: two}}, y: {title: Y, passages: {p1: one}}}
parties: {a: {name: A, options: {o: o}}, b: {name: B}}
issues: {posts: {no_deal: 0}, gate: {no_deal: 0}}
consent:
  posts: {needs: [a, b], cite: x#p1, answers: {a: {status: refused, cite: y#p1}}}
  gate: {needs: [a, b], cite: [x#p1, y#p1], answers: {a: {status: given, cite: x#p2}, b: given}}
mandates:
  - {who: envoy, speaks_for: a, reports_to: chief, cite: x#p2}
  - who: chief
    speaks_for: a
    at_table: true
    cite: x#p1
    approvals: [{of: b, cite: x#p2}, {of: a, cite: y#p1}]
"""


def test_rules_of_consent_and_mandates() -> None:
    """A rule goes with its answers, an answer by itself; who stands behind others stays by name."""
    conflict = parse_text(YESES)
    found = {one.name: without(conflict, one) for one in [*sources(conflict), *passages(conflict)]}
    first = found["x#p1"]
    assert (first.rules, list(first.conflict.consent)) == (("posts",), ["gate"])
    assert first.conflict.mandates[0] == conflict.mandates[0]
    assert first.conflict.mandates[1].model_dump(exclude_defaults=True) == {"who": "chief"}
    assert first.unsaid == (("mandate", "chief"),)
    second = found["x#p2"]
    assert (second.rules, list(second.conflict.consent)) == ((), ["posts", "gate"])
    assert list(second.conflict.consent["gate"].answers) == ["b"]
    assert [one.who for one in second.conflict.mandates] == ["chief"]
    assert [one.of for one in second.conflict.mandates[0].approvals] == ["a"]
    assert second.unsaid == (("answer", "a"), ("mandate", "envoy"), ("approval", "b"))
    assert set(found["y"].unsaid) == {("answer", "a"), ("approval", "a")}
    assert found["x"].others[0] == "rule of consent on posts"
    assert found["y"].rules == ()
