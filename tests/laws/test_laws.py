"""Laws that hold for every conflict: names and order mean nothing, and the standards imply one another."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import brute
from conflicts import conflicts, formulas, option_conflicts
from jirga import examples
from jirga.answer.analysis import Analysis
from jirga.answer.comparison import comparison
from jirga.answer.explanation import explanation
from jirga.answer.solution import digest, solution
from jirga.answer.whole import answer
from jirga.brief.page import page
from jirga.conflict.board import board
from jirga.conflict.file import numbered, parse_text, text_of
from jirga.conflict.formula import Formula, parse
from jirga.conflict.preferences import deciding_want, ranks
from jirga.conflict.states import possible_states
from jirga.schema.conflict import Conflict
from jirga.schema.solution import Solution
from jirga.schema.words import STANDARDS
from jirga.solve.stability import stability
from jirga.solve.sweeps.movers import Movers
from jirga.solve.ways.joint import joint_improvements

some = settings(max_examples=35, deadline=None, suppress_health_check=list(HealthCheck))
chances = st.randoms(use_true_random=False)


@st.composite
def named(draw: st.DrawFn) -> Conflict:
    """A conflict with a possible status quo and up to three named outcomes."""
    conflict = draw(conflicts)
    states = brute.all_states(conflict)
    assume(states)
    atoms = list(conflict.atoms)
    taken = st.sampled_from(states).map(lambda state: [atom for atom in atoms if atom in state])
    outcomes = draw(st.dictionaries(st.sampled_from(["deal", "war", "truce"]), taken))
    return changed(conflict, {"outcomes": outcomes, "status_quo": draw(taken)})


def changed(conflict: Conflict, changes: dict[str, Any]) -> Conflict:
    """A conflict with some entries of its file put in place."""
    return numbered(Conflict.model_validate(conflict.model_dump(by_alias=True) | changes))


def renamed_in(formula: Formula, names: dict[str, str]) -> Formula:
    """A formula with its atoms renamed."""
    parts = tuple(renamed_in(part, names) for part in formula.parts)
    return Formula(formula.op, parts, names.get(formula.name, ""))


def renamed(conflict: Conflict, parties: dict[str, str], atoms: dict[str, str], deals: dict[str, str]) -> Any:
    """A conflict with other names for its parties, its options or states, and its outcomes."""

    def formula(text: str) -> str:
        return str(renamed_in(parse(text), atoms))

    def one_way(line: str) -> str:
        return " ".join(atoms.get(word, word) for word in line.split())

    known = deals | (atoms if conflict.by_states else {})
    file = conflict.model_dump(by_alias=True)
    for party in file["parties"].values():
        party["options"] = {atoms[key]: option for key, option in party["options"].items()}
        party["prefers"] = [{"want": formula(want["want"]), "id": want["id"]} for want in party["prefers"]]
        party["ranking"] = [[known[name] for name in tie] for tie in party["ranking"]]
        party["weights"] = {atoms[key]: weight for key, weight in party["weights"].items()}
        party["moves"] = {
            atoms[key]: [atoms[to] for to in targets] for key, targets in party["moves"].items()
        }
    file["parties"] = {parties[name]: party for name, party in file["parties"].items()}
    file["states"] = {atoms[name]: says for name, says in file["states"].items()}
    file["status_quo"] = [atoms[name] for name in file["status_quo"]]
    file["impossible"] = [formula(rule["when"]) for rule in file["impossible"]]
    file["one_way"] = [one_way(line) for line in file["one_way"]]
    file["outcomes"] = {
        deals[name]: [atoms[one] for one in outcome["taken"]] for name, outcome in file["outcomes"].items()
    }
    return Conflict.model_validate(file)


def other_names(names: Any, stem: str, chance: Random) -> dict[str, str]:
    """A new name for each, in an alphabetical order of its own."""
    numbers = chance.sample(range(len(list(names))), len(list(names)))
    return {name: f"{stem}{number}" for name, number in zip(names, numbers, strict=True)}


def translated(
    found: Solution, parties: dict[str, str], atoms: dict[str, str], deals: dict[str, str]
) -> dict:
    """A solution in other names, as its JSON would have it, without its digest."""

    def states(listed: Any) -> list:
        return [[atoms[name] for name in state] for state in listed]

    said = found.model_dump(mode="json", exclude={"digest"})
    said["parties"] = [parties[name] for name in said["parties"]]
    said["options"] = [atoms[name] for name in said["options"]]
    said["status_quo"] = states([said["status_quo"]])[0]
    said["equilibria"] = {standard: states(listed) for standard, listed in said["equilibria"].items()}
    said["all_states"] = states(said["all_states"])
    said["stable"] = {
        standard: {parties[name]: row for name, row in rows.items()}
        for standard, rows in said["stable"].items()
    }
    known = deals if found.outcomes.keys() <= deals.keys() else atoms
    said["outcomes"] = {
        known[name]: verdict
        | {
            "taken": states([verdict["taken"]])[0],
            "leaves": {one: [parties[name] for name in who] for one, who in verdict["leaves"].items()},
        }
        for name, verdict in said["outcomes"].items()
    }
    return said


@some
@given(conflict=named(), chance=chances)
def test_names_mean_nothing(conflict: Conflict, chance: Random) -> None:
    """Other names for parties, options and outcomes change nothing in a solution but names."""
    names = (
        other_names(conflict.parties, "side", chance),
        other_names(conflict.atoms, "thing", chance),
        other_names(conflict.outcomes, "end ", chance),
    )
    before = solution(Analysis(conflict), all_states=True)
    after = solution(Analysis(renamed(conflict, *names)), all_states=True)
    assert after.model_dump(mode="json", exclude={"digest"}) == translated(before, *names)


def shuffled(conflict: Conflict, chance: Random) -> Conflict:
    """A conflict whose file lists parties, options, states, moves, rules and outcomes in another order."""

    def mixed(entries: Any) -> Any:
        if isinstance(entries, dict):
            return dict(chance.sample(list(entries.items()), len(entries)))
        return chance.sample(list(entries), len(entries))

    file = conflict.model_dump(by_alias=True)
    for party in file["parties"].values():
        party["options"], party["weights"] = mixed(party["options"]), mixed(party["weights"])
        party["moves"] = {start: mixed(to) for start, to in mixed(party["moves"]).items()}
        party["ranking"] = [mixed(tie) for tie in party["ranking"]]
    for key in ("parties", "states", "status_quo", "impossible", "one_way", "outcomes"):
        file[key] = mixed(file[key])
    for outcome in file["outcomes"].values():
        outcome["taken"] = mixed(outcome["taken"])
    return Conflict.model_validate(file)


def verdicts(conflict: Conflict) -> dict[str, Any]:
    """Everything found about every state, said without any order."""
    analysis = Analysis(conflict)
    states = [frozenset(analysis.board.states.taken(row)) for row in range(len(analysis.board.states))]
    stays = {
        (standard, party, state)
        for standard in STANDARDS
        for number, party in enumerate(analysis.parties)
        for row, state in enumerate(states)
        if analysis.stable[standard][number, row]
    }
    together = {
        (frozenset(analysis.parties[who] for who in one.group), frozenset(states[row] for row in one.rows))
        for one in analysis.joint
    }
    losses = [
        (states[row], len(steps), sum(bool(step.losers) for step in steps))
        for row in range(len(states))
        for steps in [analysis.forced_way(row)]
    ]
    return {
        "stays": stays,
        "alone": dict(zip(states, analysis.alone.tolist(), strict=True)),
        "together": dict(zip(states, analysis.together.tolist(), strict=True)),
        "any": dict(zip(states, analysis.by_any_moves.tolist(), strict=True)),
        "joint": together,
        "losses": set(losses),
        "outcomes": {
            name: states[row] for name in analysis.outcomes if (row := analysis.row(name)) is not None
        },
    }


@settings(some, max_examples=40)
@given(conflict=named(), chance=chances)
def test_order_means_nothing(conflict: Conflict, chance: Random) -> None:
    """The order of parties, options, states, moves and rules in the file changes no verdict on any state."""
    assert verdicts(shuffled(conflict, chance)) == verdicts(conflict)


IMPLIED = {
    "nash": ("gmr", "smr", "seq", "sseq", "seq_best"),
    "seq": ("gmr",),
    "smr": ("gmr",),
    "sseq": ("seq", "smr"),
    "seq_best": ("seq",),
}


@settings(some, max_examples=100)
@given(conflict=conflicts)
def test_one_standard_implies_another(conflict: Conflict) -> None:
    """Whoever stays by nash stays by every standard; seq and smr imply gmr, sseq and seq_best imply seq."""
    stable = stability(Movers(board(conflict)))
    for stronger, weaker in IMPLIED.items():
        for one in weaker:
            assert not (stable[stronger] & ~stable[one]).any(), (stronger, one)


@some
@given(conflict=conflicts)
def test_a_party_at_its_best_state_stays(conflict: Conflict) -> None:
    """A party stays, by every standard, where it has what it likes best."""
    laid = board(conflict)
    for verdict in stability(Movers(laid)).values():
        assert verdict[laid.ranks == laid.ranks.max(axis=1, initial=0, keepdims=True)].all()


words = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=12)
READ_OTHERWISE = "no yes on null ~ true 1 1.0 1e3 0x1F 2025-03-07 #x ' \" { [ *a &a !a % @ ` = << ... --- ? -"
awkward = words | st.sampled_from([*READ_OTHERWISE.split(" "), "- a", "a: b", " a ", "a\nb", "\n", "a\n\n b"])


@st.composite
def wordy(draw: st.DrawFn) -> Conflict:
    """A conflict with texts of every kind where texts may stand."""
    file = draw(named()).model_dump(by_alias=True)
    file |= {key: draw(awkward) for key in ("title", "question", "as_of", "note")}
    file["sources"] = {"source": {"title": draw(awkward), "passages": {draw(awkward): draw(awkward)}}}
    for party in file["parties"].values():
        party |= {"name": draw(awkward), "why": draw(awkward), "short": draw(awkward), "basis": "argued"}
        party["options"] = {key: {"says": draw(awkward), "undo": draw(awkward)} for key in party["options"]}
        for want in party["prefers"]:
            want |= {"why": draw(awkward), "basis": "stated", "cite": "source"}
    file["outcomes"] = {
        f"{draw(awkward)}:{place}": outcome | {"says": draw(awkward)}
        for place, outcome in enumerate(file["outcomes"].values())
    }
    return Conflict.model_validate(file)


@some
@given(conflict=wordy())
def test_file_out_and_in_is_the_same_conflict(conflict: Conflict) -> None:
    """A conflict written as a file and read again is the same conflict, whatever its texts hold."""
    again = parse_text(text_of(conflict))
    assert again == conflict
    assert digest(again) == digest(conflict)


@pytest.mark.parametrize("name", examples.solvable())
def test_a_packaged_file_out_and_in_is_the_same_conflict(name: str) -> None:
    """A packaged conflict, with its variants and expectations, comes back the same from its own text."""
    conflict = examples.conflict(name)
    assert parse_text(text_of(conflict)) == conflict


@some
@given(conflict=named())
def test_a_variant_without_edits_is_the_base(conflict: Conflict) -> None:
    """A variant without edits has the digest and the solution of the file, but for the variant's name."""
    base = changed(conflict, {"variants": {"same": {"says": "nothing changed"}}})
    variant = Analysis(base, "same")
    assert digest(variant.conflict) == digest(base)
    found = solution(variant, all_states=True)
    assert found.variant == "same"
    assert found.model_copy(update={"variant": None}) == solution(Analysis(base), all_states=True)


def without_weights(conflict: Conflict, wants: Callable[[str], list[str]]) -> Conflict:
    """A conflict in which every party has wants of its own."""
    parties = {
        name: {"name": party.name, "options": party.options, "prefers": wants(name)}
        for name, party in conflict.parties.items()
    }
    return changed(conflict, {"parties": parties})


@some
@given(data=st.data(), conflict=option_conflicts())
def test_a_last_want_never_outweighs_an_earlier_one(data: st.DataObject, conflict: Conflict) -> None:
    """A want added last never changes the order of two states that an earlier want tells apart."""
    lists = st.lists(formulas(list(conflict.atoms)), min_size=1, max_size=4)
    listed = {name: data.draw(lists) for name in conflict.parties}
    last = data.draw(formulas(list(conflict.atoms)))
    before = ranks_of(without_weights(conflict, lambda name: listed[name]))
    after = ranks_of(without_weights(conflict, lambda name: [*listed[name], last]))
    for old, new in zip(before, after, strict=True):
        above = old[:, None] > old[None, :]
        assert (new[:, None] > new[None, :])[above].all()


def ranks_of(conflict: Conflict) -> np.ndarray:
    """What each party prefers."""
    return ranks(conflict, possible_states(conflict))


@settings(some, max_examples=15)
@given(data=st.data(), size=st.integers(29, 100))
def test_many_wants_are_read_in_their_order(data: st.DataObject, size: int) -> None:
    """However many wants there are, the first that tells two states apart decides, and names the reason."""
    atoms = list("abc")
    wants = data.draw(st.lists(formulas(atoms), min_size=size, max_size=size))
    file = {
        "title": "t",
        "parties": {"p": {"name": "P", "options": dict.fromkeys(atoms, "x"), "prefers": wants}},
    }
    conflict = numbered(Conflict.model_validate(file))
    laid, told = board(conflict), brute.told(conflict)
    rows = {state: laid.states.find(state) for state in told.states}
    for one in told.states:
        for two in told.states:
            gain = laid.ranks[0, rows[one]] > laid.ranks[0, rows[two]]
            assert gain == (told.worth(0, one) > told.worth(0, two))
            want = deciding_want(conflict.parties["p"], laid.states, rows[two], rows[one])
            apart = [w for w in conflict.parties["p"].prefers if in_one_only(w.want, one, two)]
            assert want == (apart[0] if apart else None)


def in_one_only(want: str, one: frozenset, two: frozenset) -> bool:
    """Whether a want is true in one of two states and false in the other."""
    return brute.true_in(parse(want), one) is not brute.true_in(parse(want), two)


@some
@given(data=st.data(), conflict=option_conflicts())
def test_weights_count_only_by_the_order_they_make(data: st.DataObject, conflict: Conflict) -> None:
    """Weights that are all multiplied by one positive number change nothing."""
    weights = st.dictionaries(
        st.sampled_from(conflict.atoms), st.decimals(-9, 9, places=2, allow_nan=False), min_size=1
    )
    listed = {name: data.draw(weights) for name in conflict.parties}
    factor = data.draw(st.sampled_from([3, 7, 1000]))

    def weighed(by: int) -> Conflict:
        parties = {
            name: {
                "name": party.name,
                "options": party.options,
                "weights": {key: float(weight * by) for key, weight in listed[name].items()},
            }
            for name, party in conflict.parties.items()
        }
        return changed(conflict, {"parties": parties})

    before, after = board(weighed(1)), board(weighed(factor))
    assert np.array_equal(before.ranks, after.ranks)
    once, again = stability(Movers(before)), stability(Movers(after))
    assert all(np.array_equal(once[standard], again[standard]) for standard in STANDARDS)
    if len(before.states):
        assert joint_improvements(Movers(before), 0) == joint_improvements(Movers(after), 0)


@some
@given(data=st.data(), conflict=option_conflicts(), base=st.sampled_from([2, 3, 5]))
def test_an_order_of_options_is_the_same_as_wants_and_as_weights(
    data: st.DataObject, conflict: Conflict, base: int
) -> None:
    """Wanting options in an order is the same as weights of which each outweighs all later ones."""
    orders = {name: data.draw(st.permutations(conflict.atoms)) for name in conflict.parties}
    parties = {
        name: {
            "name": party.name,
            "options": party.options,
            "weights": {key: base**height for height, key in enumerate(reversed(orders[name]))},
        }
        for name, party in conflict.parties.items()
    }
    weighed = changed(conflict, {"parties": parties})
    wanted = without_weights(conflict, lambda name: list(orders[name]))
    assert np.array_equal(ranks_of(weighed), ranks_of(wanted))


@st.composite
def rough(draw: st.DrawFn) -> Conflict:
    """A conflict that may lack a status quo, name impossible outcomes, ask anything and rule things out."""
    conflict = draw(named())
    atoms = list(conflict.atoms)
    every = st.sampled_from(atoms).map(lambda one: [one]) if conflict.by_states else st.just(atoms)
    edits = [{"impossible": draw(formulas(atoms))}, {"status_quo": draw(every)}]
    return changed(
        conflict,
        {
            "status_quo": draw(st.none() | st.just(conflict.status_quo)),
            "outcomes": {
                name: outcome.model_dump() | draw(st.just({}) | every.map(lambda one: {"taken": one}))
                for name, outcome in conflict.outcomes.items()
            },
            "asks": [
                {"about": about, "says": "peace"} for about in draw(st.lists(formulas(atoms), max_size=2))
            ],
            "variants": {"what if": {"edits": draw(st.lists(st.sampled_from(edits), max_size=2))}},
        },
    )


@settings(some, max_examples=25)
@given(conflict=rough(), largest=st.integers(1, 3))
def test_every_conflict_has_an_answer(conflict: Conflict, largest: int) -> None:
    """Any conflict with a state is answered, explained outcome by outcome, compared and made a page of."""
    analysis = Analysis(conflict, largest=largest)
    texts = [str(answer(analysis)), str(answer(analysis, short=True))]
    texts += map(str, comparison(analysis).sentences)
    for outcome in analysis.outcomes:
        explained = explanation(analysis, outcome)
        assert explained.sections[0].sentences
        texts.append(str(explained))
    for text in texts:
        assert not re.search(r"  | \.|\(\)|\bNone\b", text), text
    assert page(analysis).rstrip().endswith("</html>")
