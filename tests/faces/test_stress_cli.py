"""`hangs` and `unlock` at the command line: the seed's numbers, recipes to paste, red lines, bounds."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

import jirga
from faces.shell import one_line, packaged, run, written_to
from jirga import examples
from jirga.answer.analysis import Analysis
from jirga.answer.stress import tried_edits
from jirga.answer.stress.hangs import hangs_answer
from jirga.answer.stress.unlock import unlock_answer
from jirga.conflict.file import read_text
from jirga.errors import TooLarge
from jirga.stress.unlock import Search, unlock
from keyboard import terminal

FORBIDDEN = ("predict", "probabil", "forecast", "likelihood")


@pytest.fixture(scope="module")
def seed() -> Analysis:
    """The packaged talks."""
    return Analysis(examples.conflict("khyber_kabul_2025"))


@pytest.fixture(scope="module")
def pair(seed: Analysis) -> dict[str, Any]:
    """What unlocks the partial deal against best replies, by up to two changes."""
    return unlock_answer(seed, "partial deal", "seq_best", 2).figures


def test_what_the_seed_hangs_on(seed: Analysis) -> None:
    """199 drops and moves; 11 lose the status quo by Nash; 8 and 1 make the partial deal hold."""
    found = hangs_answer(seed, "nash").figures
    assert found["drops_and_moves"] == 199
    assert found["outcomes"]["status quo"]["nash"]["flips_by_drops_and_moves"] == 11
    assert found["outcomes"]["partial deal"]["seq"]["flips_by_drops_and_moves"] == 8
    assert found["outcomes"]["partial deal"]["seq_best"]["flips_by_drops_and_moves"] == 1
    plain = [one for one in found["list"] if one["kind"] in {"drop", "move"}]
    lost = [one for one in plain if "status quo" in one["flips"]["nash"]]
    assert {one["want"] for one in lost} == {"K1", "K3", "M4", "M8"}
    assert not any("fewer attacks" in one["flips"]["nash"] for one in lost)


def test_eight_single_edits_all_of_kabul(seed: Analysis) -> None:
    """Among the 199, under seq: A1 dropped or lowered, A3 or A7 raised; the way is then open."""
    found = unlock_answer(seed, "partial deal", "seq", 1).figures
    plain = [one for one in found["recipes"] if one["kinds"][0] in {"drop", "move"}]
    assert len(plain) == 8
    assert all(one["who"] == ["kabul"] and one["attainable"] for one in plain)
    wants = sorted(one["wants"][0] for one in plain)
    assert wants == ["A1"] * 6 + ["A3", "A7"]


def test_the_files_own_pair(pair: dict[str, Any]) -> None:
    """Kabul's price and Pakistan's linkage: it holds, but is not got to. Kabul first; a deposit would do."""
    plain = [one for one in pair["recipes"] if one["kinds"] == ["move"] or one["kinds"] == ["drop"]]
    assert [one["edits"] for one in plain] == [[{"move": "A7", "before": "A1"}]]
    (own,) = [
        one for one in pair["recipes"] if sorted(one["variants"]) == ["kabul price lower", "linkage only"]
    ]
    assert own["who"] == ["military", "kabul"]
    assert own["attainable"] is False
    way = own["way"]
    assert way["first"] == "kabul"
    assert way["together"]["would_not_gain"] == ["ttp"]
    assert [(one["opens"], one["holds"]) for one in way["escrow"]] == [(True, True)]


def test_a_recipe_can_be_pasted_into_variants_and_solved(pair: dict[str, Any]) -> None:
    """Each of the first and the last recipes, and the deposit, as a variant of the file."""
    text = examples.text("khyber_kabul_2025")
    (own,) = [one for one in pair["recipes"] if all(one["variants"]) and len(one["edits"]) == 2]
    shown = [*pair["recipes"][:4], *pair["recipes"][-3:], own]
    pasted = "".join(f"  pasted {n}: {json.dumps(one['edits'])}\n" for n, one in enumerate(shown))
    pasted += f"  deposit: {json.dumps(own['edits'] + own['way']['escrow'][0]['edits'])}\n"
    file = read_text(text.replace("\nvariants:\n", f"\nvariants:\n{pasted}"), "pasted.yaml")
    for number, one in enumerate(shown):
        solved = Analysis(file.conflict, f"pasted {number}")
        row = solved.row("partial deal")
        assert solved.holding["seq_best"][row]
        assert bool(solved.attained("together")[row]) == one["attainable"]
    solved = Analysis(file.conflict, "deposit")
    assert solved.attained("together")[solved.board.states.find(own["way"]["escrow"][0]["ends"])]


@pytest.mark.parametrize("args", [["hangs"], ["unlock", "both"], ["unlock", "both", "--by", "nash"]])
def test_sentences_and_json(args: list[str], tiny: Path) -> None:
    """Both end well, within 80 columns; the headings are the same, and no forbidden word is said."""
    verb, *rest = args
    told, written = run(verb, tiny, *rest), run(verb, tiny, *rest, "--json")
    assert (told.code, told.err, written.code, written.err) == (0, "", 0, "")
    answer = json.loads(written.out)
    assert list(answer) == ["title", "question", "as_of", "sections", "figures"]
    assert all(section["heading"].upper() in told.out for section in answer["sections"])
    assert not any(word in told.out.lower() for word in FORBIDDEN)
    conflict = jirga.load(tiny)
    by = "nash" if "nash" in rest else "seq"
    asked = conflict.hangs(by=by) if verb == "hangs" else conflict.unlock("both", by=by)  # type: ignore[arg-type]
    assert answer == json.loads(asked.to_json())


@pytest.mark.slow
@pytest.mark.parametrize("name", examples.solvable())
def test_every_packaged_conflict_is_answered(name: str, tmp_path: Path) -> None:
    """Within 80 columns, or refused on one line."""
    path = packaged(tmp_path, name)
    outcome = next(iter(examples.conflict(name).outcomes), "1")
    for args in (["hangs"], ["unlock", outcome, "--changes", "1"]):
        ended = run(args[0], path, *args[1:])
        assert ended.code in {0, 2}
        if ended.code:
            one_line(ended.err, path)
            continue
        _, *lines = ended.out.splitlines()
        assert all(len(line) <= 80 for line in lines), [line for line in lines if len(line) > 80]


RED = """
title: Red
parties:
  a:
    name: A
    options: {give: give way}
    prefers: [{want: not give, id: A1, red_line: RED, basis: assumed}, {want: take, id: A2, basis: stated}]
  b: {name: B, options: {take: take it}, prefers: [{want: give implies take, id: B1}]}
status_quo: []
outcomes: {deal: [give, take]}
"""


def test_red_lines_come_last_and_are_marked(tmp_path: Path) -> None:
    """Without the mark the want is merely one that gives way; with it, it is said so, and last."""
    marked = written_to(tmp_path, RED.replace("RED", "true"))
    told = run("unlock", marked, "deal", "--by", "nash")
    assert "ONLY BY ASKING A RED LINE TO GIVE WAY" in told.out
    assert "A1, its red line," in told.out
    figures = json.loads(run("unlock", marked, "deal", "--by", "nash", "--json").out)["figures"]
    red = [bool(one["red_lines"]) for one in figures["recipes"]]
    assert red == sorted(red)
    assert any(red)
    plain = written_to(tmp_path, RED.replace("RED", "false"))
    assert "RED LINE" not in run("unlock", plain, "deal", "--by", "nash").out


def test_what_pakistan_cannot_grant_gives_way_last(seed: Analysis) -> None:
    """The seed's red lines are on major concessions (S40); what asks one to give way is last."""
    assert [name for name, want in seed.conflict.wants.items() if want.red_line] == ["F1", "M1"]
    found = unlock_answer(seed, "talks no result", "nash", 1)
    assert [one["red_lines"] for one in found.figures["recipes"]][-2:] == [[], ["M1"]]
    assert not any(one["red_lines"] for one in found.figures["recipes"][:-1])
    assert "Only by asking a red line to give way" in [one.heading for one in found.sections]


def test_what_holds_already_needs_nothing(seed: Analysis) -> None:
    """The status quo is said to hold; the grand bargain holds, too, and it is said who would go first."""
    today = unlock_answer(seed, "status quo").figures
    assert (today["holds_already"], today["recipes"]) == (True, [])
    told = str(unlock_answer(seed, "grand bargain"))
    assert "holds as things are" in told
    assert "WHO WOULD HAVE TO GO FIRST" in told


def test_edits_stopped_on_the_way(seed: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was solved until then is told, of so many edits; stopped before anything, nothing is."""
    monkeypatch.setattr("jirga.stress.hangs.AT_A_TIME", 704 * 40)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 2:
            raise KeyboardInterrupt

    found = hangs_answer(Analysis(seed.conflict), "nash", stop)
    whole = hangs_answer(seed, "nash").figures
    assert [done for done, _ in told] == [40, 80]
    assert found.figures["stopped"]
    assert not whole["stopped"]
    assert 80 <= found.figures["solved"] < whole["solved"]
    assert found.figures["edits"] == whole["edits"]
    assert f"Stopped after {found.figures['solved']} of " in str(found)
    assert all(one in whole["list"] for one in found.figures["list"])


def test_a_search_stopped_on_the_way(seed: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sets found until then are told, and that not every set was gone through."""
    through = Search.go_through

    def interrupted(search: Search, size: int) -> None:
        if size == 2:
            raise KeyboardInterrupt
        through(search, size)

    monkeypatch.setattr(Search, "go_through", interrupted)
    found = unlock_answer(seed, "partial deal", "seq_best", 3)
    assert found.figures["stopped"]
    assert found.figures["gone_through"] == 1
    assert len(found.figures["recipes"]) == 2
    assert "every set of up to one change was gone through, and some of 2" in str(found)


@pytest.mark.slow
def test_ctrl_c_at_a_terminal(tmp_path: Path) -> None:
    """The sets found until then are printed, and how far it got."""
    path = packaged(tmp_path, "khyber_kabul_2025")
    with terminal("unlock", path, "partial deal", "--by", "seq_best", "--changes", "4") as screen:
        screen.until("Solving")
        time.sleep(6)
        shown = screen.press("\x03", "WHAT WOULD MAKE")
        shown += screen.rest()
    assert "The search stopped after" in " ".join(shown.split())
    assert "jirga: stopped on the way" in shown


def test_an_unknown_outcome_is_one_line(tiny: Path) -> None:
    """With the nearest name."""
    ended = run("unlock", tiny, "boht")
    assert ended.code == 2
    one_line(ended.err, tiny)
    assert "did you mean 'both'?" in ended.err


def test_a_search_that_stops_says_how_far_it_got(seed: Analysis) -> None:
    """What was gone through whole is said; the sets found until then are kept."""
    taken = seed.conflict.outcomes["partial deal"].taken
    found = unlock(seed.conflict, seed.board, taken, "seq_best", 3, most=300)
    assert found.count.through == 1
    assert found.count.tried >= 300
    assert len(found.recipes) >= 2
    whole = unlock(seed.conflict, seed.board, taken, "seq_best", 2)
    assert whole.count.through == 2


@pytest.mark.slow
@pytest.mark.parametrize("by", ["seq", "seq_best"])
def test_three_changes_of_the_seed_are_gone_through(seed: Analysis, by: Any) -> None:
    """Every set of up to three, in under half a minute on a machine of its own."""
    taken = seed.conflict.outcomes["partial deal"].taken
    assert unlock(seed.conflict, seed.board, taken, by, 3).count.through == 3


@pytest.mark.slow
def test_where_no_recipe_opens_the_way_one_change_more_may(tmp_path: Path) -> None:
    """Each such set holds and can be got to, and neither is so with any one of its changes left out."""
    name = "ttp_pakistan_2021"
    told = run("unlock", packaged(tmp_path, name), "settlement", "--changes", "1", "--json").out
    figures, text = json.loads(told)["figures"], examples.text(name)
    assert [one["attainable"] for one in figures["recipes"]] == [False] * 6
    assert len(figures["with_the_way"]) > 5
    for edits in figures["with_the_way"][:5]:
        for left_out in (None, *range(len(edits))):
            some = [one for place, one in enumerate(edits) if place != left_out]
            pasted = text.replace("\nvariants:\n", f"\nvariants:\n  v: {json.dumps(some)}\n")
            solved = Analysis(read_text(pasted, "pasted.yaml").conflict, "v")
            row = solved.row("settlement")
            both = solved.holding["seq"][row] and solved.attained("together")[row]
            assert bool(both) == (left_out is None)


def test_what_is_too_large_is_refused(seed: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """More states, or more changes, than are gone through: it is said what would help."""
    with pytest.raises(TooLarge, match="ask for fewer"):
        unlock_answer(seed, "partial deal", "seq", 5)
    monkeypatch.setattr(tried_edits, "MOST_STATES", 700)
    with pytest.raises(TooLarge, match="704 states"):
        hangs_answer(seed)
    with pytest.raises(TooLarge, match="704 states"):
        unlock_answer(seed, "partial deal")
