"""Files of linked conflicts: what they say of the whole, and every mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from jirga import examples
from jirga.answer.expected.expectations import run_expectations
from jirga.conflict.board import board
from jirga.conflict.file import read_file
from jirga.conflict.linked.file import LinkedFile, read_linked
from jirga.errors import ConflictTrouble, TooLarge

HOME = """
title: Home
sources: {report: {title: R, passages: {p1: the army decides}}}
parties:
  army:
    name: The army
    options: {back: back the talks}
    prefers: [{want: not back, basis: stated, cite: report#p1, quote: the army decides}]
  province:
    name: The province
    options: {go: send a delegation}
    prefers: [go implies back, {want: go, id: P}]
status_quo: []
one_way: [go]
impossible: [go and not back]
outcomes: {stay: [], went: [back, go]}
"""
AWAY = """
title: Away
sources: {report: {title: R, passages: {p2: the city wants trade}}}
parties:
  army: {name: The army, options: {open: open the border}, ranking: [trade, nothing, [open only, gift]]}
  city: {name: The city, options: {halt: stop building}, weights: {open: 2, halt: -1}}
status_quo: []
outcomes: {nothing: [], trade: [open, halt], open only: [open], gift: [halt]}
"""
LINK = """
title: Both
tables: {home: home.yaml, away: away.yaml}
shared: army
first: away
"""


def link(folder: Path, text: str = LINK, **tables: str) -> LinkedFile:
    """Read a file of linked conflicts beside its tables."""
    for name, table in ({"home": HOME, "away": AWAY} | tables).items():
        (folder / f"{name}.yaml").write_text(table, encoding="utf-8")
    path = folder / "both.yaml"
    path.write_text(text, encoding="utf-8")
    return read_linked(path)


def test_the_whole(tmp_path: Path) -> None:
    """Options, wants, rules, the status quo and outcomes get the names of the whole; sources are merged."""
    whole = link(tmp_path).whole.conflict
    assert list(whole.parties) == ["army", "province", "city"]
    assert whole.owner == {
        "home_back": "army",
        "away_open": "army",
        "home_go": "province",
        "away_halt": "city",
    }
    assert [want.id for want in whole.parties["province"].prefers] == ["home.province.1", "home.P"]
    assert [want.want for want in whole.parties["province"].prefers] == [
        "home_go implies home_back",
        "home_go",
    ]
    assert whole.parties["city"].weights == {"away_open": 2, "away_halt": -1}
    assert whole.status_quo == ()
    assert whole.one_way == ("home_go",)
    assert [rule.when for rule in whole.impossible] == ["home_go and not home_back"]
    assert whole.outcomes["went + trade"].taken == ("home_back", "home_go", "away_open", "away_halt")
    assert len(whole.outcomes) == 8
    assert whole.sources["report"].passages == {"p1": "the army decides", "p2": "the city wants trade"}
    assert whole.options["home_back"].says == "back the talks (home)"
    assert whole.options["home_back"].undo == "no longer back the talks (home)"


def test_a_ranking_becomes_wants(tmp_path: Path) -> None:
    """It ranks the states as before, and what the shared party wants of the first table comes first."""
    file = link(tmp_path)
    whole = file.whole.conflict
    assert [want.id for want in whole.parties["army"].prefers] == [
        "away.army.1",
        "away.army.2",
        "home.army.1",
    ]
    assert whole.parties["army"].prefers[-1].cite == ("report#p1",)
    laid = board(whole)
    order = {
        name: int(laid.ranks[0][laid.states.find(one.taken)])
        for name, one in whole.outcomes.items()
        if name.startswith("stay")
    }
    assert order["stay + trade"] > order["stay + nothing"] > order["stay + gift"] == order["stay + open only"]


def test_a_list_of_its_own(tmp_path: Path) -> None:
    """Under `prefers` a table's whole order stands where its name stands."""
    prefers = "prefers: [{table: home}, {want: home_go and away_open, id: X}, {table: away}, not away_open]"
    whole = link(tmp_path, LINK.replace("first: away", prefers)).whole.conflict
    ids = [want.id for want in whole.parties["army"].prefers]
    assert ids == ["home.army.1", "X", "away.army.1", "away.army.2", "army.4"]


def test_seats_names_and_rules(tmp_path: Path) -> None:
    """A shared party may be called otherwise at a table; pairs may have names; rules may go across."""
    text = LINK.replace("army", "{forces: {home: army}}").replace("first: away", "first: home")
    text += "impossible: [home_go and away_halt]\noutcomes: {all well: {away: trade, home: went}}\n"
    away = AWAY.replace("army:", "forces:")
    file = link(tmp_path, text, away=away)
    assert list(file.whole.conflict.parties) == ["forces", "province", "city"]
    assert file.pairs["all well"] == {"home": "went", "away": "trade"}
    assert "went + trade" not in file.pairs
    assert file.whole.conflict.impossible[-1].when == "home_go and away_halt"
    assert len(board(file.whole.conflict).states) == 3 * 4 - 2


def test_sources_that_differ_are_kept_apart(tmp_path: Path) -> None:
    """Two sources of one name become two, and every citation still leads to its own."""
    whole = link(tmp_path, away=AWAY.replace("title: R", "title: Another")).whole.conflict
    assert list(whole.sources) == ["report", "away_report"]
    assert whole.sources["report"].passages == {"p1": "the army decides"}


def test_a_variant_of_a_table(tmp_path: Path) -> None:
    """A table may be a variant of its file."""
    home = HOME + "variants: {open: [{drop: P}]}\n"
    whole = link(tmp_path, LINK.replace("home.yaml", "{file: home.yaml, variant: open}"), home=home)
    assert [want.id for want in whole.whole.conflict.parties["province"].prefers] == ["home.province.1"]


def test_an_unknown_status_quo_stays_unknown(tmp_path: Path) -> None:
    """Today is known only if it is known at both tables."""
    assert link(tmp_path, away=AWAY.replace("status_quo: []\n", "")).whole.conflict.status_quo is None


MISTAKES = {
    "missing file": (("home.yaml", "hom.yaml"), {}, (3, 16), "No such file"),
    "one table": (("{home: home.yaml, away: away.yaml}", "{home: home.yaml}"), {}, (3, 9), "not two"),
    "links itself": (("home.yaml", "both.yaml"), {}, (3, 16), "links tables itself"),
    "no such party": (("shared: army", "shared: {army: {home: arm}}"), {}, (4, 23), "'arm'"),
    "no such table": (("shared: army", "shared: {army: {hme: army}}"), {}, (4, 22), "'hme'"),
    "not at one table": (("", ""), {"away": AWAY.replace("army:", "force:")}, (4, 9), "(away.yaml)"),
    "at both, not shared": (("", ""), {"away": AWAY.replace("city:", "province:")}, (4, 9), "'province'"),
    "one name for two": (
        ("shared: army", "shared: {city: {home: army, away: army}}"),
        {},
        (4, 16),
        "another party of that name",
    ),
    "nothing first": (("first: away\n", ""), {}, (0, 0), "which table army puts first"),
    "both orders": (("first: away", "first: away\nprefers: [{table: home}]"), {}, (5, 8), "keep one"),
    "no such first": (("first: away", "first: abroad"), {}, (5, 8), "'abroad'"),
    "neither want nor table": (("first: away", "prefers: [{why: so}]"), {}, (5, 11), "a want or a table"),
    "table twice": (("first: away", "prefers: [{table: away}, {table: away}]"), {}, (5, 10), "stands twice"),
    "unknown option": (("first: away", "prefers: [home_goo]"), {}, (5, 11), "did you mean 'home_go'?"),
    "broken rule": (("first: away", "first: away\nimpossible: [home_go and]"), {}, (6, 25), "too early"),
    "unknown source": (
        ("first: away", "prefers: [{want: home_go, cite: reprt#p1}]"),
        {},
        (5, 33),
        "'reprt'",
    ),
    "false quotation": (
        ("first: away", "prefers: [{want: home_go, cite: report#p1, quote: the navy}]"),
        {},
        (5, 51),
        "'the navy'",
    ),
    "half a pair": (("first: away", "first: away\noutcomes: {x: {home: stay}}"), {}, (6, 15), "does not say"),
    "unknown outcome": (
        ("first: away", "first: away\noutcomes: {x: {home: sty, away: trade}}"),
        {},
        (6, 22),
        "did you mean 'stay'?",
    ),
    "one pair, two names": (
        ("first: away", "first: away\noutcomes: {stay + gift: {home: went, away: trade}}"),
        {},
        (6, 11),
        "one name",
    ),
    "unknown key": (("shared", "sharde"), {}, (4, 1), "did you mean 'shared'?"),
    "no outcomes": (
        ("", ""),
        {"home": HOME.replace("outcomes: {stay: [], went: [back, go]}", "")},
        (3, 16),
        "names no outcome",
    ),
    "an unranked pair": (
        ("", ""),
        {"home": HOME.replace("prefers: [go implies", "unranked: [[stay, went]]\n    prefers: [go implies")},
        (3, 16),
        "cannot be linked",
    ),
    "no such variant": (("home.yaml", "{file: home.yaml, variant: x}"), {}, (3, 43), "no variant"),
    "impossible today": (("first: away", "first: away\nimpossible: [not home_go]"), {}, (0, 0), "status quo"),
    "one name for two options": (
        ("{home: home.yaml, away: away.yaml}\nshared: army", "{a: home.yaml, a_b: away.yaml}\nshared: army"),
        {"home": HOME.replace("{go:", "{b_halt: x, go:"), "away": AWAY},
        (3, 9),
        "rename a table",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes(name: str, tmp_path: Path) -> None:
    """Each has its place in the file that links, and something to try."""
    (old, new), tables, place, said = MISTAKES[name]
    assert old in LINK
    with pytest.raises(ConflictTrouble) as caught:
        link(tmp_path, LINK.replace(old, new) if old else LINK, **tables)
    problem = next(one for one in caught.value.problems if said in str(one))
    assert problem.where.file == str(tmp_path / "both.yaml")
    assert (problem.where.line, problem.where.column) == place
    assert problem.hint


def test_a_mistake_in_a_table_names_the_table(tmp_path: Path) -> None:
    """Its file, line and column, whether it cannot be read or cannot be solved."""
    for wrong in (HOME.replace("want: go,", "want: goo,"), HOME.replace("[go and not back]", "[not go]")):
        with pytest.raises(ConflictTrouble) as caught:
            link(tmp_path, home=wrong)
        (problem,) = caught.value.problems
        assert problem.where.file == str(tmp_path / "home.yaml")
        assert problem.where.line > 0


def test_a_long_ranking_is_refused(tmp_path: Path) -> None:
    """A ranking that would be too long a formula is refused whole, not cut."""
    options = [f"a_rather_long_name_of_an_option_{number}" for number in range(6)]
    states = [[one for place, one in enumerate(options) if code >> place & 1] for code in range(64)]
    outcomes = "\n".join(f"  s{place}: [{', '.join(taken)}]" for place, taken in enumerate(states))
    listed = ", ".join(f"{one}: x" for one in options)
    party = f"  army: {{name: A, options: {{{listed}}}, ranking: [{', '.join(f's{n}' for n in range(64))}]}}"
    away = f"title: t\nparties:\n{party}\noutcomes:\n{outcomes}\n"
    with pytest.raises(TooLarge) as caught:
        link(tmp_path, away=away)
    assert str(tmp_path / "both.yaml") in str(caught.value)


def test_a_file_of_the_other_kind(tmp_path: Path) -> None:
    """Each reader says which command reads the other kind."""
    link(tmp_path)
    with pytest.raises(ConflictTrouble, match="jirga link FILE"):
        read_file(tmp_path / "both.yaml")
    with pytest.raises(ConflictTrouble, match="jirga solve FILE"):
        read_linked(tmp_path / "home.yaml")


@pytest.mark.parametrize("name", examples.linked_names())
def test_what_a_packaged_one_expects(name: str) -> None:
    """Every line stands, of the whole and of each table."""
    file = read_linked(examples.linked_path(name))
    for one in (file.whole, *file.tables.values()):
        outturns = run_expectations(one.conflict)
        assert outturns
        assert [turned.found for turned in outturns if not turned.stands] == []
