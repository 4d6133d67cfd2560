"""Laws of what is handed out and taken back: odd words survive, unchanged is unchanged."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from ruamel.yaml.comments import CommentedMap

from exchanged import TALKS, cell
from jirga.conflict.file import parse_text
from jirga.conflict.rewritten import rewritten
from jirga.conflict.yaml_text import yaml_document, yaml_text
from jirga.exchange.cells import MOST, fitting, in_book, units, visible
from jirga.exchange.handing import hand_out, take_in

ODD = "=+-@'\"\t\n#_x0041_ ,;:{}[]&<>|%é́️‍🕊👩‍👩‍👧خیبرپښتونخوا\u200f\u202b\u2028\xa0中文0"
SIGNS = st.one_of(
    st.sampled_from(ODD),
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff"),
)
WORDS = st.text(SIGNS, min_size=1, max_size=40)


def written(words: str) -> str:
    """TALKS with some words as what A2 means, written as YAML writes them."""

    def change(document: Any) -> None:
        document["parties"]["a"]["prefers"][1]["why"] = words

    return rewritten(TALKS, "talks.yaml", change)


@settings(deadline=None, max_examples=3)
@given(WORDS)
def test_odd_words_come_back(words: str) -> None:
    """As a book and as lines of JSON, whatever the script; the book holds them as they are."""
    odd_words_come_back(words)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(WORDS)
def test_odd_words_come_back_many_times(words: str) -> None:
    """The same with many more examples."""
    odd_words_come_back(words)


def odd_words_come_back(words: str) -> None:
    """As a book and as lines of JSON, whatever the script; the book holds them as they are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "talks.yaml")
        path.write_bytes(written(words).encode())
        meant = parse_text(path.read_text(encoding="utf-8")).parties["a"].prefers[1].why
        for name in ("book.xlsx", "lines.jsonl"):
            hand_out(path, Path(folder, name))
            assert take_in(Path(folder, name), path).nothing
        held = cell(load_workbook(Path(folder, "book.xlsx")), "Wants", "A2", "why").value or ""
        assert held.replace("x005F_", "") == visible(meant).replace("x005F_", "")


@settings(deadline=None, max_examples=3)
@given(WORDS, st.sampled_from(["A1", "A2", "a.3", "b.1", "b.3"]))
def test_odd_words_go_in(words: str, want: str) -> None:
    """Typed into a cell, they are what that want means from then on; all else stays."""
    odd_words_go_in(words, want)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(WORDS, st.sampled_from(["A1", "A2", "a.3", "b.1", "b.3"]))
def test_odd_words_go_in_many_times(words: str, want: str) -> None:
    """The same with many more examples."""
    odd_words_go_in(words, want)


def odd_words_go_in(words: str, want: str) -> None:
    """Typed into a cell, they are what that want means from then on; all else stays."""
    with tempfile.TemporaryDirectory() as folder:
        path, book = Path(folder, "talks.yaml"), Path(folder, "book.xlsx")
        path.write_bytes(TALKS.encode())
        hand_out(path, book)
        opened = load_workbook(book)
        at = cell(opened, "Wants", want, "why")
        at.value, at.data_type = words, "s"
        opened.save(book)
        found = take_in(book, path)
        before, after = parse_text(TALKS), parse_text(found.text)
        meant = words.replace("\r\n", "\n").replace("x005F_", "").strip()
        assert after.wants[want].why == meant
        assert {key: one for key, one in after.wants.items() if key != want} == {
            key: one for key, one in before.wants.items() if key != want
        }
        assert after.positions == before.positions
        for comment in ("# a working title", "# its word", "# doubtful", "# from two rounds of interviews"):
            assert comment in found.text


@settings(deadline=None, max_examples=3)
@given(st.permutations(range(3)), st.sampled_from("ab"))
def test_any_order_of_wants(order: list[int], party: str) -> None:
    """The places of a party's wants may be any permutation; names, and what variants mean, stay."""
    any_order_of_wants(order, party)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.permutations(range(3)), st.sampled_from("ab"))
def test_any_order_of_wants_many_times(order: list[int], party: str) -> None:
    """The same with many more examples."""
    any_order_of_wants(order, party)


def any_order_of_wants(order: list[int], party: str) -> None:
    """The places of a party's wants may be any permutation; names, and what variants mean, stay."""
    with tempfile.TemporaryDirectory() as folder:
        path, book = Path(folder, "talks.yaml"), Path(folder, "book.xlsx")
        path.write_bytes(TALKS.encode())
        hand_out(path, book)
        opened, ids = load_workbook(book), [one.id for one in parse_text(TALKS).parties[party].prefers]
        for place, item in enumerate(order, start=1):
            cell(opened, "Wants", ids[item], "place").value = place
        opened.save(book)
        after = parse_text(take_in(book, path).text)
        assert [one.id for one in after.parties[party].prefers] == [ids[item] for item in order]
        assert {key: one.want for key, one in after.wants.items()} == {
            key: one.want for key, one in parse_text(TALKS).wants.items()
        }


KEYS = st.text("abcdef", min_size=1, max_size=3)
TREES = st.dictionaries(
    KEYS,
    st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)),
    max_size=4,
)


@settings(deadline=None, max_examples=60)
@given(TREES, KEYS, WORDS, st.booleans())
def test_a_rewritten_text_says_what_was_asked(tree: dict[str, Any], key: str, words: str, take: bool) -> None:
    """Whatever the layout it says what the changed document says; unchanged it is the same sign for sign."""
    text = yaml_text(CommentedMap(tree)).replace(": ", ":   ", 1) + "# the end\n"

    def change(document: Any) -> None:
        if take and key in document:
            del document[key]
        else:
            document[key] = words

    wanted = yaml_document(text, "text") if tree else CommentedMap()
    if not tree:
        return
    change(wanted)
    if not wanted:
        return
    assert yaml_document(rewritten(text, "text", change), "text") == yaml_document(yaml_text(wanted), "text")
    assert rewritten(text, "text", lambda _: None) == text


@given(st.text(st.characters(), max_size=50))
def test_any_text_can_be_held_by_xml(text: str) -> None:
    """Even control signs, lone surrogates and signs that are none; twice done is once done."""
    from xml.etree import ElementTree as ET

    held = in_book(text)
    element = ET.Element("a")
    element.text = held
    assert (ET.parse(io.BytesIO(ET.tostring(element, "utf-8"))).getroot().text or "") == held  # noqa: S314
    assert in_book(held) == held


@given(st.integers(MOST - 40, MOST + 40), st.lists(st.integers(0, MOST), max_size=4))
def test_no_cell_is_longer_than_excel_holds(many: int, doves: list[int]) -> None:
    """Cut only if need be, and never between the halves of one sign."""
    text = "".join("🕊" if place in doves else "a" for place in range(many))
    cut = fitting(text)
    assert units(cut) == len(cut.encode("utf-16-le")) // 2 <= MOST
    assert cut == text or (units(text) > MOST and text.startswith(cut.partition(" [cut")[0]))
