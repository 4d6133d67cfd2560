"""Copies of the packaged cases: what is made of what remains has no leak, what is made of the whole has."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jirga import api
from jirga.brief.page import page
from jirga.brief.writing import write_brief
from jirga.examples import conflict, text
from jirga.handing import to_hand_over
from jirga.handling.conflicts import at_level
from jirga.handling.leaks import leaks, leaks_in
from jirga.handling.protected import Protected, Secret
from planting import docx, run

LONG = pytest.mark.slow
CASES = [
    (name, party)
    for name in ("ttp_pakistan_2021", "doha_2020", "colombia_2016", "korea_2017", "valley_views")
    for party in conflict(name).parties
]
SEED = [pytest.param("khyber_kabul_2025", party, marks=LONG) for party in ("kp", "military", "kabul", "ttp")]


@pytest.mark.parametrize(("name", "party"), [*CASES, *SEED])
def test_a_page_of_what_remains_has_no_leak(name: str, party: str) -> None:
    """With each party red in turn: the page of the copy passes, and the page of the whole does not."""
    whole = conflict(name)
    red = whole.parties[party].model_copy(update={"level": "red"})
    held = at_level(whole.model_copy(update={"parties": {**whole.parties, party: red}}), "green")
    made = page(api.Conflict(held.file).analysis).encode()
    assert leaks_in(made, "page.html", held.protected) == ()
    assert leaks_in(page(api.example(name).analysis).encode(), "page.html", held.protected)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "json", "txt"])
def test_a_brief_of_what_remains_has_no_leak(ending: str, tmp_path: Path) -> None:
    """In every form; the brief of the whole is stopped."""
    file, brief, full = tmp_path / "k.yaml", tmp_path / f"brief.{ending}", tmp_path / f"full.{ending}"
    file.write_text(text("khyber_kabul_2025").replace("\n  ttp:\n", "\n  ttp:\n    level: red\n"))
    held = to_hand_over(file, variant=None, level="green", labels=None)
    write_brief(held.brief, brief)
    write_brief(to_hand_over(file, variant=None, level=None, labels=None).brief, full)
    assert held.held is not None
    assert leaks(brief, held.held.protected) == ()
    assert leaks(full, held.held.protected)


@pytest.mark.slow
def test_a_large_file_is_searched_in_seconds() -> None:
    """Five megabytes of text, and twenty thousand things to look for."""
    words = [f"{chr(97 + number % 26)}{number:x}" for number in range(5000)]
    lines = (
        " ".join(words[(line * 37 + place * 11) % 5000] for place in range(60)) for line in range(12_000)
    )
    content = docx("".join(f"<w:p>{run(line)}</w:p>" for line in lines))
    said = (" ".join(words[(one + place * 17) % 5000] for place in range(12)) for one in range(20_000))
    held = Protected(tuple(Secret("quotation", one) for one in said))
    held.needles  # noqa: B018
    started = time.perf_counter()
    assert leaks_in(content, "a.docx", held) == ()
    assert time.perf_counter() - started < 20
