"""Formulas: what binds tightest, which words and symbols, where a mistake is."""

from __future__ import annotations

import numpy as np
import pytest

from jirga.conflict.formula import MAX_LENGTH, FormulaTrouble, parse

ATOMS = {"a": np.array([0, 0, 0, 0, 1, 1, 1, 1], bool), "b": np.array([0, 0, 1, 1, 0, 0, 1, 1], bool)}
ATOMS["c"] = np.array([0, 1] * 4, bool)


def truth(text: str) -> str:
    """Evaluate over the eight states abc = 000, 001, ..., 111."""
    return "".join("01"[int(one)] for one in parse(text).truth(ATOMS.__getitem__, 8))


def trouble(text: str) -> FormulaTrouble:
    """Read a text that is no formula."""
    with pytest.raises(FormulaTrouble) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("not a and b", "(not a) and b"),
        ("a or b and c", "a or (b and c)"),
        ("a implies b or c", "a implies (b or c)"),
        ("a implies b implies c", "a implies (b implies c)"),
        ("a iff b implies c", "a iff (b implies c)"),
        ("!a & b | c -> d <-> e", "((((not a) and b) or c) implies d) iff e"),
        ("NOT a AND b Or c IMPLIES d Iff e", "((((not a) and b) or c) implies d) iff e"),
        ("not(a)and(b)", "(not a) and b"),
        ("a\n  and\tb", "a and b"),
        ("TRUE or False", "true or false"),
    ],
)
def test_precedence_words_and_symbols(text: str, meant: str) -> None:
    """Not binds tightest, then and, or, implies (to the right), iff; symbols and capitals mean the words."""
    assert parse(text) == parse(meant)


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("a", "00001111"),
        ("not a", "11110000"),
        ("a and b", "00000011"),
        ("a or b", "00111111"),
        ("a implies b", "11110011"),
        ("a iff b", "11000011"),
        ("a -> b -> c", "11111101"),
        ("(a -> b) -> c", "01011101"),
        ("true", "11111111"),
        ("a and false", "00000000"),
    ],
)
def test_truth_tables(text: str, table: str) -> None:
    """Each operator has its usual truth table over states 000 to 111."""
    assert truth(text) == table


def test_two_negations_are_none() -> None:
    """Double negation is dropped, so that formulas compare by meaning there."""
    assert parse("not not a") == parse("a")
    assert parse("!!!a") == parse("not a")


@pytest.mark.parametrize("name", ["nota", "android", "or_x", "iffy", "true_peace", "A", "1", "4.2", "_x"])
def test_names_may_begin_with_a_word(name: str) -> None:
    """A name that merely begins with a word of the language is a name."""
    assert list(parse(f"not {name} and x").atoms()) == [name, "x"]


def test_quoted_names() -> None:
    """Quotes, double or single, hold names with spaces, and words that are otherwise reserved."""
    assert list(parse("\"state 1\" and not 'and' or x").atoms()) == ["state 1", "and", "x"]
    assert parse('"x" and y') == parse("x and y")


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "not a",
        "not (a and b)",
        "(a or b) and c",
        "a and (b and c)",
        "(a implies b) implies c",
        "a iff (b iff c)",
        "a iff b iff c",
        "true and not false",
        "'state 1' and x",
        "'and' or 'iff'",
        "'NOT' and 'True'",
        "'say \"yes\"' and x",
    ],
)
def test_written_out_it_reads_back(text: str) -> None:
    """The text of a formula is a formula, and the same one."""
    assert parse(str(parse(text))) == parse(text)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", 1, "stops too early"),
        ("a and", 6, "stops too early"),
        ("(a or b", 8, "stops too early"),
        ("a b", 3, "'b' cannot stand there"),
        ("a and and b", 7, "'and' cannot stand there"),
        ("iff", 1, "'iff' cannot stand there"),
        ("a)", 2, "')' cannot stand there"),
        ("a && b", 4, "'&' cannot stand there"),
        ("a = b", 3, "'=' cannot stand"),
        ("x and é", 7, "'é' cannot stand"),
        ('a and "b', 7, "'\"' cannot stand"),
        ("a and\n& b", 7, "'&' cannot stand there"),
        ("a and\n$ b", 7, "'$' cannot stand"),
    ],
)
def test_a_mistake_has_its_column(text: str, column: int, said: str) -> None:
    """The column counts from 1 within the text, also in its second line, and the culprit is named."""
    raised = trouble(text)
    assert (raised.column, said in raised.what) == (column, True), raised.what
    assert "jirga implies" in raised.hint


def test_length_is_limited() -> None:
    """A formula at the limit is read; one character more is refused."""
    assert parse("a" * MAX_LENGTH).name == "a" * MAX_LENGTH
    assert "4001 characters" in trouble("a" * (MAX_LENGTH + 1)).what


def test_depth_is_limited() -> None:
    """Sixty levels are read and sixty-one refused; parentheses alone add no level."""
    assert parse("a -> " * 59 + "a").depth() == 60
    assert "nested too deeply" in trouble("a -> " * 60 + "a").what
    assert parse("(" * 1500 + "a" + ")" * 1500) == parse("a")
    assert trouble("(" * 4000).column == 4001
