"""Published and worked conflicts: what their files expect comes out, and independent records agree."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from jirga import examples
from jirga.answer.analysis import Analysis
from jirga.answer.expected.expectations import Outturn, run_expectations
from jirga.schema.words import Standard
from jirga.solve.ways.joint import groups, improved

# Records of the same cases kept beside the repository; where they are absent nothing is compared with them.
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
FOLDER = SHARED / "graph-model" / "cases"
RESULTS = SHARED / "scenarios" / "results.txt"
RECORDS = {
    "elmira_12": "elmira_12",
    "elmira_9": "elmira_9_derived",
    "korea_2017": "korea_2017_base",
    "korea_2017_bloodthirsty": "korea_2017_bloodthirsty",
    "korea_2017_deterrence": "korea_2017_deterrence",
    "korea_2017_irreversible": "korea_2017_irreversible_invasion",
    "prisoners": "prisoners",
    "syria_iraq_1975": "syria_iraq_1975",
}
PRINTED: dict[str, Standard] = {"Nash": "nash", "GMR": "gmr", "SMR": "smr", "SEQ": "seq"}
CHECKED: dict[str, Standard] = {
    "NASH": "nash",
    "GMR": "gmr",
    "SMR": "smr",
    "SEQ": "seq",
    "SEQB": "seq_best",
}
SCENARIOS = {
    "khyber_kabul_2025": "seed_kp_kabul_2025_03",
    "ttp_pakistan_2021": "ttp_pakistan_2021_22",
    "colombia_2016": "colombia_2016_ratification",
    "doha_2020": "doha_2020",
}

PARTIES = {
    "khyber_kabul_2025": ("KP", "FED", "MIL", "AT", "TTP"),
    "ttp_pakistan_2021": ("PAK", "TTP", "AFG"),
    "colombia_2016": ("GOV", "FARC", "NOC"),
    "doha_2020": ("US", "TB", "AG"),
}
"""The parties as the scenarios call them, in the order of the packaged files."""


@cache
def solved(name: str, variant: str | None = None) -> Analysis:
    """A packaged conflict, or a variant of it, solved once."""
    return Analysis(examples.conflict(name), variant)


@cache
def outturns(name: str) -> list[Outturn]:
    """What came of every expectation of a packaged conflict."""
    return run_expectations(examples.conflict(name))


EXPECTED = [
    pytest.param(name, place, id=f"{name}-{place + 1}")
    for name in examples.names()
    for place in range(len(examples.conflict(name).expect))
]


@pytest.mark.parametrize(("name", "place"), EXPECTED)
def test_what_is_expected_comes_out(name: str, place: int) -> None:
    """Every line that a packaged conflict expects stands."""
    turned = outturns(name)[place]
    assert turned.stands, f"{turned.expected.says}: {turned.found}"


@pytest.mark.parametrize("name", examples.names())
def test_every_packaged_conflict_expects_something(name: str) -> None:
    """No packaged conflict goes without an expectation, and each says where it stands or what it says."""
    expected = examples.conflict(name).expect
    assert expected
    assert all(one.says or one.source for one in expected)


class Record:
    """A case as it was transcribed, with its own moves, beside the packaged conflict."""

    def __init__(self, name: str) -> None:
        self.kept: dict[str, Any] = json.loads((FOLDER / f"{RECORDS[name]}.json").read_text(encoding="utf-8"))
        self.analysis = solved(name)
        self.bits = {state["id"]: state["bits"] for state in self.kept["states"]}
        self.row = {state: self.find(state, bits) for state, bits in self.bits.items()}

    def find(self, state: str, bits: str | None) -> int | None:
        """The row of a state, by its bits where it has some."""
        states = self.analysis.board.states
        if bits is None:
            return states.find([state])
        return states.find([atom for atom, bit in zip(states.atoms, bits, strict=True) if bit == "1"])

    def moves(self, party: dict[str, Any], state: str) -> set[str]:
        """Where a party can move, by the record's own rules."""
        if self.kept["moves"]["type"] == "explicit":
            return {to for start, to in self.kept["moves"]["arcs"][party["name"]] if start == state}
        ways = {option["id"]: option["direction"] for option in self.kept["options"]}
        return {
            to for to in self.bits if to != state and self.may(party, ways, self.bits[state], self.bits[to])
        }

    def may(self, party: dict[str, Any], ways: dict[int, str], before: str, after: str) -> bool:
        """Whether a party may change one state into another."""
        for option, (old, new) in enumerate(zip(before, after, strict=True), start=1):
            blocked = {"fwd": ("1", "0"), "back": ("0", "1")}.get(ways[option])
            if old != new and (option not in party["options"] or (old, new) == blocked):
                return False
        return True


kept = pytest.mark.parametrize(
    "name", [name for name in RECORDS if (FOLDER / f"{RECORDS[name]}.json").exists()]
)


@kept
def test_states_and_moves_are_those_of_the_record(name: str) -> None:
    """The states of a packaged conflict, and every party's moves from each, are those transcribed."""
    record = Record(name)
    assert sorted(record.row.values()) == list(range(len(record.analysis.board.states)))
    for number, party in enumerate(record.kept["dms"]):
        for state, row in record.row.items():
            found = set(record.analysis.movers.of(number, "any").targets(row).tolist())
            assert found == {record.row[to] for to in record.moves(party, state)}, (party["name"], state)


@kept
def test_orders_are_those_of_the_record(name: str) -> None:
    """Every party ranks the states, ties included, as transcribed."""
    record = Record(name)
    for number, party in enumerate(record.kept["dms"]):
        ranking = record.kept["preferences"][party["name"]]["ranking"]
        ranks = record.analysis.board.ranks[number]
        groups = [{record.row[state] for state in tie} for tie in ranking]
        found = [
            set(np.flatnonzero(ranks == rank).tolist()) for rank in sorted(set(ranks.tolist()), reverse=True)
        ]
        assert found == groups, party["name"]


@kept
def test_equilibria_are_those_of_the_record(name: str) -> None:
    """Where the record has printed equilibria of single parties, exactly those hold."""
    record = Record(name)
    for printed in record.kept["published"]:
        shown = printed.get("equilibria_on", {})
        listed = printed.get("equilibria", {}) | {key: one for key, one in shown.items() if key != "states"}
        for concept in PRINTED.keys() & listed.keys() if "partition" not in printed else ():
            among = {record.row[state] for state in shown.get("states", record.row)}
            holding = np.flatnonzero(record.analysis.holding[PRINTED[concept]]).tolist()
            assert set(holding) & among == {record.row[state] for state in listed[concept]}, concept


def recorded_results() -> dict[tuple[str, int], dict[str, Any]]:
    """What an independent program printed, by conflict and by the variant's place, the file itself first."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    if not RESULTS.exists():
        return found
    here: dict[str, Any] = {}
    for line in RESULTS.read_text(encoding="utf-8").splitlines():
        if head := re.match(r"== (\S+)\s+variant=(\S+)\s+options=\d+ feasible=(\d+)", line):
            place = sum(1 for title, _ in found if title == head[1])
            here = found[head[1], place] = {"states": int(head[3]), "outcomes": [], "joint": {}}
        elif line.startswith("   equilibria: "):
            here["counts"] = {one: int(count) for one, count in re.findall(r"(\w+) (\d+)", line)}
        elif outcome := re.match(r"   (\w+)\s+(infeasible|NASH=.*)", line):
            verdict = dict(re.findall(r"(\w+)=(\S)", outcome[2]))
            leaves = dict(re.findall(r"(\w+):([\w/]+)", outcome[2]))
            here["outcomes"].append(
                (outcome[1], verdict, {one: who.split("/") for one, who in leaves.items()})
            )
        elif attained := re.match(r".*alone (\d+), with joint moves of up to three (\d+); named: (.*)", line):
            here["attained"] = (int(attained[1]), int(attained[2]), attained[3].split(", "))
        elif joint := re.match(r"   joint improvement on status quo: (\S+) -> .*\((\d+) in all\)", line):
            here["joint"][tuple(joint[1].split("+"))] = int(joint[2])
    return found


RECORDED = recorded_results()
COMPARED = [
    pytest.param(name, variant, RECORDED[title, place], id=f"{name}-{variant or 'base'}")
    for name, title in SCENARIOS.items()
    for place, variant in enumerate([None, *examples.conflict(name).variants])
    if (title, place) in RECORDED
]


@pytest.mark.parametrize(("name", "variant", "printed"), COMPARED)
def test_an_independent_program_printed_the_same(
    name: str, variant: str | None, printed: dict[str, Any]
) -> None:
    """The numbers of states, equilibria, attained states and joint improvements are those printed."""
    analysis = solved(name, variant)
    assert len(analysis.board.states) == printed["states"]
    counts = {one: int(analysis.holding[standard].sum()) for one, standard in CHECKED.items()}
    assert counts == printed["counts"]
    alone, together, _ = printed["attained"]
    assert int(analysis.attained("alone").sum()) == alone
    assert int(analysis.attained("together").sum()) == together
    assert smallest_groups(analysis, PARTIES[name]) == printed["joint"]


def smallest_groups(analysis: Analysis, called: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """The groups of two or three that improve on the status quo, none within another, with how many ends."""
    found: dict[tuple[int, ...], int] = {}
    for group in groups(analysis.movers.parties, 3, smallest=2):
        count = len(improved(analysis.movers, group, analysis.status_quo))
        if count and not any(set(smaller) < set(group) for smaller in found):
            found[group] = count
    return {tuple(called[who] for who in group): count for group, count in found.items()}


@pytest.mark.parametrize(("name", "variant", "printed"), COMPARED)
def test_an_independent_program_judged_every_outcome_the_same(
    name: str, variant: str | None, printed: dict[str, Any]
) -> None:
    """Each named outcome holds, is left by the same parties, and is attained, as printed."""
    analysis = solved(name, variant)
    attained = printed["attained"][2]
    assert len(printed["outcomes"]) == len(analysis.outcomes)
    for outcome, (called, verdict, leaves) in zip(analysis.outcomes, printed["outcomes"], strict=True):
        row = analysis.row(outcome)
        assert (row is None) == (not verdict), outcome
        for concept, sign in verdict.items():
            standard = CHECKED[concept]
            assert bool(analysis.holding[standard][row]) == (sign == "Y"), (outcome, standard)
            who = {PARTIES[name].index(one) for one in leaves.get(concept, ())}
            assert set(analysis.leaves(row, standard)) == who, (outcome, standard)
        assert bool(row is not None and analysis.attained("together")[row]) == (called in attained), outcome
