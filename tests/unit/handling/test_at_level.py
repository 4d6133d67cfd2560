"""What remains of a conflict at a level: what is above it is gone, and so is whatever names it."""

from __future__ import annotations

from typing import Any

import pytest

from jirga.conflict.cited import cited_things
from jirga.conflict.file import parse_text, read_text, text_of
from jirga.errors import ConflictTrouble, NothingToHandOver
from jirga.examples import conflict, names
from jirga.handling.conflicts import at_level
from jirga.handling.held import Held, left_out_words
from jirga.handling.protected import Protected
from jirga.schema.words import LEVELS

TEXT = """
title: The road
handling: clear
sources:
  paper:
    title: The Paper
    passages: {S1: The road is shut., S2: {text: A driver named Zalmay saw it., level: red}}
  talk:
    {title: Talk, by: Zalmay Khan, level: red, passages: {S1: They never open it before the feast.}}
parties:
  state:
    name: The state
    options: {open: open the road}
    prefers:
      - {want: not toll, cite: "paper#S1", quote: The road is shut}
      - {want: open, cite: "talk#S1", why: said so in private}
      - {want: open implies toll, cite: ["paper#S1", "talk#S1"], quote: before the feast, level: green}
      - {want: not open, id: later}
  chiefs: {name: The chiefs, options: {toll: take a toll}, prefers: [toll, {want: open, cite: "paper#S2"}]}
  envoy:
    {name: Colonel Baryalai, short: the colonel, level: amber, options: {pay: pay}, prefers: [not pay]}
status_quo: [toll, pay]
impossible: [{when: pay and not toll, why: nobody pays for nothing}]
outcomes: {shut: [], open road: [open], paid: [open, pay]}
no_deal: paid
asks: [{about: open, says: an open road}, {about: pay, says: a paid road}]
variants:
  dropped: [{drop: later}]
  moved: [{move: later, before: state.1}]
  bribed: [{status_quo: [pay]}]
  on bribes: {builds_on: bribed, edits: [{drop: later}]}
expect: [{prefers: shut, to: open road, who: state}]
"""
EXAMPLES = names()


def held(level: Any = "green", text: str = TEXT) -> Held:
    """Hold the road to a level."""
    return at_level(parse_text(text), level)


def test_what_is_above_is_gone() -> None:
    """Sources, passages, wants and parties with their options; and what names them."""
    left = held().conflict
    assert (list(left.sources), list(left.sources["paper"].passages)) == (["paper"], ["S1"])
    assert (list(left.parties), list(left.options)) == (["state", "chiefs"], ["open", "toll"])
    assert [want.want for want in left.wants.values()] == [
        "not toll",
        "open implies toll",
        "not open",
        "toll",
    ]
    assert (list(left.outcomes), left.no_deal, left.impossible) == (["shut", "open road"], None, ())
    assert (left.status_quo, [one.says for one in left.asks]) == (("toll",), ["an open road"])
    assert (list(left.variants), left.expect) == (["dropped", "moved"], ())


def test_a_kept_want_loses_what_leads_higher() -> None:
    """Its own lower level keeps it, without the citation and the words of the other source."""
    want = held().conflict.parties["state"].prefers[1]
    assert (want.cite, want.quote, want.level) == (("paper#S1",), "", "green")


def test_no_gap_shows_in_ids_made_from_places() -> None:
    """They are made anew, in edits too."""
    left = held().conflict
    assert list(left.wants) == ["state.1", "state.2", "later", "chiefs.1"]
    assert left.variants["moved"].edits[0].model_dump() == {"move": "later", "before": "state.1"}


def test_a_retraction_stays_said_without_its_reason() -> None:
    """What rested on a withdrawn source above the level is still marked."""
    text = TEXT.replace("level: green}", "level: green, id: kept}").replace(
        "by: Zalmay Khan,", "by: Zalmay Khan, retracted: he was pressed,"
    )
    text = text.replace('cite: ["paper#S1", "talk#S1"], quote: before the feast', 'cite: "talk#S1"')
    want = held(text=text).conflict.wants["kept"]
    assert (want.cite, want.retracted) == ((), "what it rests on was withdrawn")


@pytest.mark.parametrize(
    ("level", "gone"),
    [
        ("clear", {"Zalmay Khan", "Colonel Baryalai", "pay", "talk", "the colonel", "envoy"}),
        ("amber", {"Zalmay Khan", "talk"}),
        ("red", set()),
    ],
)
def test_what_is_protected(level: Any, gone: set[str]) -> None:
    """Every name and id that is not in what remains."""
    found = {one.text for one in held(level).protected.secrets if one.what in {"name", "id"}}
    assert found == gone


def test_words_that_remain_are_not_protected() -> None:
    """A name that what is kept says as well cannot be protected, and that is said."""
    two = held(text=TEXT.replace("title: The road", "title: The road of Zalmay Khan"))
    assert [one.text for one in two.said_anyway if one.what == "name"] == ["Zalmay Khan"]
    assert "Zalmay Khan" not in {one.text for one in two.protected.secrets}


def test_everything_may_be_seen_at_the_highest_level() -> None:
    """Nothing is left out, and nothing is said of it."""
    whole = parse_text(TEXT)
    assert (at_level(whole, "red").conflict, left_out_words(held("red"))) == (whole, "")


@pytest.mark.parametrize("name", EXAMPLES)
def test_packaged_conflicts_may_be_seen_by_all(name: str) -> None:
    """They are published, so nothing is left out at the lowest level."""
    whole = conflict(name)
    one = at_level(whole, "clear")
    assert (one.conflict, one.left_out, one.protected.secrets) == (whole, {}, ())


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("level", LEVELS[:-1])
def test_without_marks_nothing_is_handed_over(name: str, level: Any) -> None:
    """The strictest level is the default, and the error says what to write."""
    bare = conflict(name).model_copy(update={"handling": "red"})
    with pytest.raises(NothingToHandOver, match="write `handling: clear` at the top"):
        at_level(bare, level)


def test_it_holds_to_what_it_held() -> None:
    """A copy held to its own level again is itself; it can be read, and cites only what it has."""
    left = held().conflict
    assert at_level(left, "green").conflict == left
    assert read_text(text_of(left)).conflict == left
    cites = {cite.partition("#")[0] for _, one in cited_things(left) for cite in one.cite}
    assert cites <= set(left.sources)


def test_how_much_was_left_out_is_said_in_words() -> None:
    """Kinds with few things are counted together, and fewer than three are not counted."""
    assert left_out_words(
        Held("green", conflict("prisoners"), {"want": 12, "other item": 4}, Protected(()))
    ).startswith("This copy is for level green: 12 wants and 4 other items above it were left out.")
    assert "a few items above it" in left_out_words(
        Held("green", conflict("prisoners"), {"other item": 1}, Protected(()))
    )


def test_a_file_of_which_only_parts_are_marked() -> None:
    """Parties with a level of their own stay; title, question and outcomes have the file's, and go."""
    text = TEXT.replace("handling: clear\n", "").replace(
        "name: The state", "name: The state\n    level: clear"
    )
    left = held(text=text.replace("name: The chiefs", "name: The chiefs, level: clear")).conflict
    assert (list(left.parties), left.title, left.outcomes) == (
        ["state", "chiefs"],
        "A conflict, of which this copy shows a part",
        {},
    )


@pytest.mark.parametrize(
    "line",
    ["passages: {S1: {text: x, level: pink}}", "passage_levels: {S9: red}", "level: secret", "level: 3"],
)
def test_a_level_that_protects_nothing_is_refused(line: str) -> None:
    """A slip in a level or in a mark would leave open what was to be closed."""
    with pytest.raises(ConflictTrouble):
        parse_text(
            f"title: t\nsources: {{a: {{title: A, {line}}}}}\nparties: {{x: {{name: X, options: {{o: o}}}}}}"
        )


def test_a_mandate_of_a_party_that_is_gone() -> None:
    """Its own lower level does not keep what names the party, nor do its approvals."""
    held = at_level(
        parse_text(
            """
title: t
handling: clear
parties:
  kp: {name: KP, options: {go: go}, prefers: [go]}
  broker: {name: Haji, level: red, options: {pay: pay}}
mandates:
  - {who: broker, speaks_for: kp, level: clear}
  - {who: Envoy, speaks_for: kp, approvals: [{of: broker, what: terms}]}
"""
        ),
        "green",
    )
    assert [(one.who, one.approvals) for one in held.conflict.mandates] == [("Envoy", ())]
    assert "broker" in {one.text for one in held.protected.secrets}
