"""Laws of the copy that is handed over: nothing above its level is in it, and a planted secret is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape
from itertools import chain
from typing import Any
from urllib.parse import quote

from hypothesis import example, given, settings
from hypothesis import strategies as st

from conflicts import option_conflicts
from jirga.conflict.file import read_text, text_of
from jirga.conflict.formula import parse
from jirga.errors import NothingToHandOver
from jirga.handling.conflicts import at_level
from jirga.handling.leaks import leaks_in
from jirga.handling.protected import Protected, Secret
from jirga.schema.conflict import Conflict
from jirga.schema.levels import HEIGHT, highest, may_see
from jirga.schema.words import LEVELS, Level
from planting import LATIN, PLANTS, escaped, in_base64

NAMES = st.lists(
    st.text(
        st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo"], max_codepoint=0x6FF),
        min_size=4,
        max_size=8,
    ),
    min_size=2,
    max_size=3,
).map(" ".join)
WAYS: tuple[Callable[[str], str], ...] = (
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFKC", text),
    "\u200b".join,
    lambda text: text.replace(" ", "_"),
    lambda text: text.replace(" ", "\u00ad-\n"),
    lambda text: f"\u2067{text}\u2069",
    " ".join,
)
WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    escape,
    escaped,
    quote,
    lambda text: "".join(f"&#x{ord(sign):x};" for sign in text),
    lambda text: in_base64(f"{text} said so"),
    lambda text: in_base64(f"{text} said so", "utf-16-be"),
    lambda text: text.encode().hex(),
)
levels = st.sampled_from(LEVELS)


@st.composite
def marked(draw: st.DrawFn) -> Conflict:
    """A random conflict with sources, citations and levels."""
    conflict = draw(option_conflicts())
    sources = {
        name: {
            "title": f"Title of {name}",
            "level": draw(levels),
            "passages": {"S1": f"These are words of {name}."},
        }
        for name in ("one", "two")
    }
    cites = st.lists(st.sampled_from(["one", "one#S1", "two#S1"]), max_size=2, unique=True)
    said = conflict.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for party in said["parties"].values():
        party["level"] = draw(levels | st.none())
        for want in party.get("prefers", ()):
            want |= {"cite": draw(cites), "level": draw(levels | st.none())}
    atoms = list(conflict.options)
    outcomes = {
        f"outcome {one}": [one] for one in draw(st.lists(st.sampled_from(atoms), unique=True, max_size=3))
    }
    return read_text(
        text_of(
            Conflict.model_validate(
                {**said, "sources": sources, "handling": draw(levels), "outcomes": outcomes}
            )
        )
    ).conflict


def by_hand(conflict: Conflict, party: str, want: Any) -> Level:
    """Give the level of a want by the definition: its own, else the highest it cites, else the file's."""
    if want.level:
        return want.level
    cited: list[Level] = [
        conflict.sources[cite.partition("#")[0]].level or conflict.handling for cite in want.cite
    ]
    return highest(cited) if cited else conflict.handling


@given(marked(), levels)
@settings(max_examples=20, deadline=None)
def test_nothing_above_the_level_remains(conflict: Conflict, level: Level) -> None:
    """What remains is what the definition says, names only itself, and is itself when it is held again."""
    try:
        held = at_level(conflict, level)
    except NothingToHandOver:
        return
    left = held.conflict
    for name, party in conflict.parties.items():
        stays = may_see(level, party.level or conflict.handling)
        assert (name in left.parties) == stays
        if stays:
            seen = [one.want for one in party.prefers if may_see(level, by_hand(conflict, name, one))]
            kept = [one for one in seen if set(parse(one).atoms()) <= set(left.options)]
            assert [one.want for one in left.parties[name].prefers] == kept
    assert set(left.sources) == {
        name for name, one in conflict.sources.items() if HEIGHT[one.level or "red"] <= HEIGHT[level]
    }
    assert all(cite.partition("#")[0] in left.sources for want in left.wants.values() for cite in want.cite)
    assert at_level(left, level).conflict == left
    assert leaks_in(held.file.text().encode(), "copy.yaml", held.protected) == ()


@given(marked(), levels, levels)
@settings(max_examples=20, deadline=None)
def test_a_higher_level_shows_no_less(conflict: Conflict, one: Level, other: Level) -> None:
    """Whatever is seen at a level is seen at every higher one."""
    low, high = sorted((one, other), key=HEIGHT.__getitem__)
    try:
        less, more = at_level(conflict, low).conflict, at_level(conflict, high).conflict
    except NothingToHandOver:
        return
    assert set(less.options) <= set(more.options)
    assert set(less.sources) <= set(more.sources)
    for name, party in less.parties.items():
        assert {want.want for want in party.prefers} <= {want.want for want in more.parties[name].prefers}


@given(NAMES, st.sampled_from(WAYS), st.sampled_from(WRITTEN), st.sampled_from(["a.txt", "a.md", "a.yaml"]))
@example("AAAA AAAA", "\u200b".join, lambda text: in_base64(f"{text} said so", "utf-16-be"), "a.txt")
@settings(max_examples=300, deadline=None)
def test_a_planted_name_is_found(name: str, way: Any, written: Any, file: str) -> None:
    """In any script, written in any way, in any writing."""
    text = f"Before it. {written(way(name))} And after."
    assert leaks_in(text.encode(), file, Protected((Secret("name", name),)))


@given(NAMES, st.sampled_from(sorted(PLANTS)))
@settings(max_examples=120, deadline=None)
def test_a_name_planted_in_a_file_is_found(name: str, plant: str) -> None:
    """In any place of any kind of file."""
    file, content = PLANTS[plant](name)
    assert leaks_in(content, file, Protected((Secret("name", name),)))


@given(st.lists(st.sampled_from(sorted(chain(PLANTS, LATIN))), min_size=1, max_size=3), st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_other_words_are_no_leak(plants: list[str], name: str) -> None:
    """A name of letters that the files do not have blocks none of them."""
    for plant in plants:
        file, content = {**PLANTS, **LATIN}[plant]("Tomorrow morning")
        assert leaks_in(content, file, Protected((Secret("name", "Qwyx Zzyqq" + name),))) == ()
