"""What is said of packages: how many, what would be chosen, what to trade, and what is not known."""

from __future__ import annotations

import json

import pytest

from jirga.answer.bargaining import package_values
from jirga.answer.bargaining.bargain import Bargain, NothingToAsk
from jirga.answer.bargaining.package_values import PackageValues
from jirga.answer.bargaining.packages import PackagesAnswer, packages_answer
from jirga.conflict.file import parse_text
from jirga.solve.packages import front as solver

TALKS = """\
title: Talks
parties: {a: {name: Alpha}, b: {name: Beta}, c: {name: Gamma}}
issues:
  posts: {no_deal: 100}
  gate: {settlements: [shut, as before, open], no_deal: shut}
positions:
  - {party: a, issue: posts, ideal: 0, accept: {max: 50}, salience: 80, basis: stated}
  - {party: a, issue: gate, ideal: shut, salience: 20}
  - {party: b, issue: posts, ideal: 100, accept: {min: 20}, salience: 20}
  - {party: b, issue: gate, ideal: open, accept: {min: as before}, salience: 80}
packages: {both: [posts, gate]}
"""


def bargain(*changes: tuple[str, str], more: str = "") -> Bargain:
    """Read the talks with some changes."""
    text = TALKS + more
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return Bargain(parse_text(text))


def said(answer: PackagesAnswer) -> str:
    """Every sentence, one a line."""
    return "\n".join(str(one) for section in answer.sections for one in section.sentences)


def test_what_respects_red_lines() -> None:
    """Posts from 20 to 50 in steps of 10, and the gate as before or open: eight packages."""
    answer = packages_answer(bargain(), "both", step=10)
    assert "8 packages in steps of 10 respect every red line" in said(answer)
    assert answer.figures["both"]["respects_red_lines"]
    assert answer.figures["both"]["packages"] == 8


def test_what_each_idea_would_choose() -> None:
    """By hand: Alpha gains 80 - 0.8 posts (- 10 or 20 for the gate), Beta 0.2 posts - 20 (+ 40 or 80)."""
    choices = {one["idea"]: one for one in packages_answer(bargain(), "both").figures["both"]["choices"]}
    assert choices["nash"]["values"] == [20, 100]
    assert choices["nash"]["gains"] == pytest.approx([80 - 16 - 20, 4 - 20 + 80])
    assert choices["utilitarian"]["gains"] == pytest.approx([44, 64])


def test_the_cost_of_no_deal_is_counted() -> None:
    """It makes every package worth more to the one who bears it, and is said."""
    answer = packages_answer(bargain(more="cost_of_no_deal: {a: [0, 10, 50]}\n"), "both")
    nash = answer.figures["both"]["choices"][0]
    assert nash["gains"] == pytest.approx([54, 64])
    assert "and costs Alpha 10 points" in said(answer)
    assert "no cost of it is stated" in said(packages_answer(bargain(), "both"))


def test_trade_is_said_with_who_gains() -> None:
    """Each issue alone is halved; traded, Alpha gets the posts and Beta the gate."""
    said_ = said(packages_answer(bargain((", accept: {max: 50}", ""), (", accept: {min: 20}", "")), "both"))
    assert (
        "Posts from 50 to 0 and gate from as before to open, from where each would be settled by itself"
        in said_
    )
    assert "would give Alpha +30.0 and Beta +30.0." in said_


def test_red_lines_left_aside_are_named() -> None:
    """Where no package respects them all, the choice is shown with the red lines it is past."""
    answer = packages_answer(bargain(("{max: 50}", "{max: 10}")), "both")
    assert "No package respects every red line." in said(answer)
    assert "is past a red line: Beta accepts at least 20 [assumed]." in said(answer)
    assert not answer.figures["both"]["respects_red_lines"]


def test_a_linkage_widens_what_respects_red_lines() -> None:
    """With the gate open Alpha accepts posts up to 100."""
    linkage = "linkages: [{when: gate = open, party: a, issue: posts, max: 100}]\n"
    assert packages_answer(bargain(more=linkage), "both", step=10).figures["both"]["packages"] > 8


def test_what_is_not_known_is_said_or_refused() -> None:
    """Asked for by name it is refused with what to write; asked for with others it is said of it."""
    unknown = bargain((", no_deal: shut", ""))
    with pytest.raises(NothingToAsk, match="where gate would stand if nothing were agreed"):
        packages_answer(unknown, "both")
    assert "write `no_deal:` under issues > gate" in said(packages_answer(unknown))


def test_nobody_has_said_what_it_would_like() -> None:
    """Red lines alone give room, but nothing to weigh packages by."""
    with pytest.raises(NothingToAsk, match="has said what it would like"):
        PackageValues(bargain(*((f"ideal: {one}, ", "") for one in ("0", "shut", "100", "open"))), "both")


def test_values_stated_in_the_package_are_kept() -> None:
    """A proposed value is not varied."""
    stated = bargain(("both: [posts, gate]", "both: {issues: [posts, gate], values: {posts: 30}}"))
    choices = packages_answer(stated, "both").figures["both"]["choices"]
    assert {one["values"][0] for one in choices} == {30}


def test_too_large_a_front_is_left_to_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same choices come out, and it is said that the front is not listed."""
    whole = packages_answer(bargain(), "both")
    monkeypatch.setattr(solver, "MAX_SUMS", 1)
    beyond = packages_answer(bargain(), "both")
    assert "too many of them cannot be bettered to list" in said(beyond)
    for one, two in zip(whole.figures["both"]["choices"], beyond.figures["both"]["choices"], strict=True):
        assert one["idea"] == two["idea"]
        assert one["gains"] == pytest.approx(two["gains"], abs=1e-6)


def test_as_json() -> None:
    """The figures come with the sentences."""
    found = json.loads(packages_answer(bargain()).to_json())
    assert found["figures"]["both"]["issues"] == ["posts", "gate"]
    assert package_values.STEP == 5


def test_ideas_that_choose_nothing_are_named() -> None:
    """Where no package leaves everybody better off, two of the ideas choose none, and it says why."""
    whole = (("ideal: 0, accept: {max: 50}", "ideal: 100"), ("ideal: shut", "ideal: open"))
    found = said(packages_answer(bargain(*whole), "posts"))
    assert "Nash and Kalai-Smorodinsky choose nothing here" in found


def test_who_loses_by_every_package_is_named() -> None:
    """Where nothing is worth no deal to everybody, it says to whom."""
    shut = bargain(
        ("{min: as before}", "{min: open}"), ("{max: 50}", "{max: 100}"), ("{min: 20}", "{min: 100}")
    )
    found = said(packages_answer(shut, "gate"))
    assert "None of them is worth at least as much as no deal to each of Alpha and Beta." in found
    assert "Alpha loses by every one of them." in found


def test_the_ideas_are_explained_once() -> None:
    """However many packages there are, what the ideas are stands under the first table only."""
    answer = packages_answer(
        bargain(("{both: [posts, gate]}", "{both: [posts, gate], again: [gate, posts]}"))
    )
    tables = [one.table for one in answer.sections if one.table]
    assert len(tables) > 1
    assert [bool(one.note) for one in tables] == [True, *([False] * (len(tables) - 1))]


def test_trades_past_red_lines_say_so() -> None:
    """Where red lines are left aside, so they are in what might be traded."""
    shut = packages_answer(bargain(("{min: 20}", "{min: 60}")), "both")
    assert "What to trade in \u201cboth\u201d, red lines left aside" in [one.heading for one in shut.sections]
