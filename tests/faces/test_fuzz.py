"""No text, however mangled, makes the loader fail otherwise than by saying what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache, reduce
from io import StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jirga import examples
from jirga.answer.checking import Check, check_text
from jirga.api import Conflict
from jirga.conflict.file import read_text
from jirga.errors import InputError

SMALL = ["prisoners", "syria_iraq_1975", "elmira_9", "doha_2020"]
SIGNS = [
    *":-[]{}#&*!|>'\"%@`,?=~<\n\t\r \x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\U0001f600é0",
    *("- ", ": ", "  ", "\n\n", "---\n", "...\n", "? ", "<<: ", "&a ", "*a ", "!x ", "%YAML 1.1\n"),
    *("!!int ", "!!binary ", "!!set ", "!!omap ", "!!python/object:os.system ", "!!timestamp ", "!!float "),
]
SCALARS = [
    *("null", "true", "no", "0", "-1", "1.5", "1e999", ".nan", "-.inf", "0x1F", "10" * 40, "2025-03-07"),
    *("2025-03-07 10:00:00", "''", '" "', "[]", "{}", "[[]]", "[null]", "{a: 1}", "{1: {2: 3}}", "{'': ''}"),
    *(
        "!!binary aGFsdA==",
        "!!set {a, b}",
        "? [1, 2]",
        '"\\e[2J"',
        '"a\\nb"',
        '"\\u2028"',
        "not",
        "x and (",
        "é",
    ),
]
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
signs = st.sampled_from(SIGNS) | anything
places = st.floats(0, 1, exclude_max=True)


def texts(names: list[str]) -> st.SearchStrategy[str]:
    """Packaged conflicts, and the starter, mangled a few times."""
    sources = st.sampled_from([examples.starter(), *map(examples.text, names)])
    return st.builds(mangled, sources, st.lists(manglings, min_size=1, max_size=5))


def mangled(text: str, steps: list[Callable[[str], str]]) -> str:
    """Make several changes to a text, one after another."""
    for step in steps:
        text = step(text)
    return text


@st.composite
def of_signs(draw: st.DrawFn) -> Callable[[str], str]:
    """Delete, double, overwrite or insert a few signs somewhere."""
    where, length, sign = draw(places), draw(st.integers(0, 30)), draw(signs)
    double = draw(st.booleans())

    def change(text: str) -> str:
        start = int(where * len(text))
        return text[:start] + sign + text[start if double else start + length :]

    return change


@st.composite
def of_lines(draw: st.DrawFn) -> Callable[[str], str]:
    """Delete, double, move or indent a line."""
    one, two, how = draw(places), draw(places), draw(st.integers(0, 3))

    def change(text: str) -> str:
        lines = text.splitlines(keepends=True) or [""]
        here, there = int(one * len(lines)), int(two * len(lines))
        line = lines[here] if how == 1 else lines.pop(here)
        if how:
            lines.insert(there, "  " + line if how == 3 else line)
        return "".join(lines)

    return change


@st.composite
def of_values(draw: st.DrawFn) -> Callable[[str], str]:
    """Put a value of another kind where a line's value is, or rename its key."""
    where, value, key = draw(places), draw(st.sampled_from(SCALARS) | anything), draw(st.booleans())

    def change(text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = [place for place, line in enumerate(lines) if ": " in line]
        if not at:
            return value
        place = at[int(where * len(at))]
        head, _, tail = lines[place].partition(": ")
        indent = head[: len(head) - len(head.lstrip())]
        lines[place] = f"{indent}{value}: {tail}" if key else f"{head}: {value}\n"
        return "".join(lines)

    return change


manglings = of_signs() | of_lines() | of_values()


def loads_or_says_why(text: str) -> None:
    """Check a text; whatever is wrong with it is said, each thing on one line."""
    try:
        said = [str(one) for one in checked(text).problems]
    except InputError as trouble:
        said = [str(trouble)]
    for one in said:
        assert len(one.splitlines()) == 1, one
        assert len(one) < 1000, one


def checked(text: str) -> Check:
    """Check a text under a file's name."""
    found = check_text(text, "talks.yaml")
    assert isinstance(found, Check)
    assert all(one.where.file == "talks.yaml" and one.what for one in found.problems)
    return found


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(SMALL))
def test_mangled_text(text: str) -> None:
    """A mangled conflict file is read, or refused for reasons that are one line each."""
    loads_or_says_why(text)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts(examples.names()))
def test_mangled_text_at_length(text: str) -> None:
    """So it is with every packaged conflict, many times, and with other changes on every run."""
    loads_or_says_why(text)


def parsed(text: str) -> Any:
    """Give a text's content as plain values."""
    return YAML(typ="safe", pure=True).load(text)


def paths(node: Any) -> list[list[Any]]:
    """Give the path of everything in a document, the document's own first."""
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [[], *([key, *path] for key, value in inside for path in paths(value))]


def at(node: Any, path: list[Any]) -> Any:
    """Give what stands at a path."""
    return reduce(lambda inner, key: inner[key], path, node)


@cache
def pool() -> list[Any]:
    """Everything that stands anywhere in a packaged conflict, and values of every other kind."""
    documents = [parsed(examples.text(name)) for name in SMALL]
    return [at(one, path) for one in documents for path in paths(one)] + [parsed(one) for one in SCALARS]


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Packaged conflicts with parts deleted, doubled, or put where others were."""
    document = parsed(draw(st.sampled_from([examples.starter(), *map(examples.text, SMALL)])))
    for where, what, how in draw(
        st.lists(st.tuples(places, places, st.integers(0, 4)), min_size=1, max_size=4)
    ):
        listed = paths(document)[1:]
        if not listed:
            break
        *path, key = listed[int(where * len(listed))]
        parent, own = at(document, path), [at(document, path) for path in listed]
        if how == 0:
            del parent[key]
        elif how == 1 and isinstance(parent, list):
            parent.append(deepcopy(parent[key]))
        else:
            values = own if how == 2 else pool()
            parent[key] = deepcopy(values[int(what * len(values))])
    out = StringIO()
    YAML(typ="safe", pure=True).dump(document, out)
    return out.getvalue()


def solves_if_sound(text: str) -> None:
    """A conflict in which nothing severe is found can be answered; any other is refused with reasons."""
    loads_or_says_why(text)
    try:
        sound = not checked(text).errors
    except InputError:
        return
    if sound:
        conflict = Conflict(read_text(text, "talks.yaml"))
        assert str(conflict.answer())
        assert conflict.compare().heading
        assert all(str(conflict.explain(name)) for name in conflict.analysis.outcomes)


@settings(max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees())
def test_mangled_tree(text: str) -> None:
    """Whatever is put where in a conflict file, it is refused with reasons or it is answered."""
    solves_if_sound(text)


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees())
def test_mangled_tree_at_length(text: str) -> None:
    """So it is many times, with other changes on every run."""
    solves_if_sound(text)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.binary(max_size=60).map(repr))
def test_any_text(text: str) -> None:
    """Text that was never a conflict file is refused in one line."""
    loads_or_says_why(text)


TINY = "title: t\nparties: {a: {name: A, options: {x: x}, prefers: [x]}}\nstatus_quo: []\n"
FOUND = {
    "a blank line of one_way": TINY + "one_way: ['']\n",
    "a line separator in an id": TINY.replace("{x: x}", '{"x\\u2028y": x}'),
    "a line separator in a party's id": TINY.replace("{a:", '{"\\u2028":').replace("[x]", "[[x]]"),
    "a whole list where a word belongs": TINY.replace("[x]", "[{want: x, basis: [" + "x, " * 400 + "x]}]"),
    "a whole list where the version belongs": TINY + "jirga: [" + "x, " * 400 + "x]\n",
    "a key given twice, with a long list": TINY + "status_quo: [" + "x, " * 400 + "x]\n",
    "an expected order of what is impossible": TINY.replace("quo: []", "quo: [x]")
    + "impossible: [not x]\noutcomes: {o: [], p: [x]}\nexpect: [{order_of: a, is: [o, p]}]\n",
    "an expected order with nothing in it": TINY
    + "outcomes: {o: [], p: [x]}\nexpect: [{order_of: a, is: [[], p]}]\n",
    "an option that is one-way both ways": TINY + "one_way: [x, not x]\n",
    "a name as long as a page": TINY.replace("[x]", "[" + "y" * 3000 + "]"),
}


@pytest.mark.parametrize("case", FOUND)
def test_found_by_fuzzing(case: str) -> None:
    """What once made the loader fail, or speak in two lines or at length, no longer does."""
    loads_or_says_why(FOUND[case])
