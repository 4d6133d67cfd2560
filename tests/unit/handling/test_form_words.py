"""A copy is not stopped because an id is a word that every file of Jirga's has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jirga.brief.writing import write_brief
from jirga.exchange.handing import hand_out
from jirga.handing import to_hand_over
from jirga.handling.form_words import OWN_WORDS
from jirga.handling.leaks import leaks, leaks_in
from jirga.handling.protected import Protected, Secret

NEUTRAL = """
title: Zq
handling: clear
sources: {zza: {title: Zq, passages: {S1: Zqa zqb.}}}
parties:
  zqa: {name: Zqa, options: {zqx: Zqx}, prefers: [{want: zqx, cite: zza#S1, basis: stated}, not zqy]}
  zqb: {name: Zqb, options: {zqy: Zqy}, prefers: [zqx]}
outcomes: {Zqo: [zqx, zqy]}
"""
IDS = "notes report statement letter article state party person broker army leave border claims position"


@pytest.mark.parametrize("ending", ["html", "docx", "json", "txt", "xlsx", "graphml", "jsonl"])
def test_ids_that_are_words(ending: str, tmp_path: Path) -> None:
    """A red document `notes`, a red party `state`: the file of a conflict that has none of them passes."""
    file, to = tmp_path / "z.yaml", tmp_path / f"zqz.{ending}"
    file.write_text(NEUTRAL)
    if ending in {"xlsx", "graphml", "jsonl"}:
        hand_out(file, to)
    else:
        write_brief(to_hand_over(file).brief, to)
    assert leaks(to, Protected(tuple(Secret("id", one) for one in IDS.split()))) == ()


def test_the_keys_of_a_brief_are_known(tmp_path: Path) -> None:
    """So that no key added later stops a copy."""
    (file := tmp_path / "z.yaml").write_text(NEUTRAL)
    write_brief(to_hand_over(file).brief, to := tmp_path / "zqz.json")
    assert {one for one in keys(json.loads(to.read_text())) if one.isalpha()} <= OWN_WORDS


def keys(value: Any) -> Iterator[str]:
    """Give every key in a value of JSON."""
    if isinstance(value, dict):
        yield from value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(one)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        *(("broker", True), ("party:broker", True), ("open and not (broker or arm)", True)),
        *(("nobody told the broker of it", False), ("brokers", False)),
    ],
)
def test_an_id_that_is_a_word_in_a_value(cell: str, found: bool) -> None:
    """It counts alone, behind a colon and in a formula, and not in a sentence."""
    content = json.dumps({"zq": cell}).encode()
    assert bool(leaks_in(content, "a.json", Protected((Secret("id", "broker"),)))) is found


def test_a_code_name_and_plain_words() -> None:
    """Source A is not "Source and passage"; its genitive is still found."""
    one = Protected((Secret("name", "Source A"),))
    assert leaks_in(b"Source and passage, source by source, sources at hand", "a.txt", one) == ()
    assert leaks_in(b"we met source A", "a.txt", one)
    assert leaks_in("Source A’s lorry".encode(), "a.txt", one)
