"""Two pages: what gives way, in which order, and that it is said."""

from hypothesis import given
from hypothesis import strategies as st

from jirga.brief.content.drafts import Draft, DraftGrid, keyed, plain
from jirga.brief.content.fitting import GIVE_WAY, LEAST, PAGES, fitting, length
from jirga.schema.answer import Mark, Sentence


def part(key: str, lines: int, rows: int = 0, words: int = 30) -> Draft:
    said = tuple(keyed(key, [Sentence(("word " * words, Mark("w", "stated")))] * lines))
    grid = DraftGrid(("one", "two"), tuple(plain("a", "b") for _ in range(rows))) if rows else None
    return Draft(key, key, said, grid)


def test_what_fits_is_left_alone():
    parts = (part("bottom", 3), part("holds", 3, rows=10), part("watch", 3))
    assert fitting(parts) == parts


def test_the_table_of_outcomes_gives_way_first_and_it_is_said():
    parts = (part("bottom", 3), part("holds", 2, rows=200), part("watch", 3))
    bottom, holds, watch = fitting(parts)
    assert (bottom, watch) == (parts[0], parts[2])
    assert length([bottom, holds, watch]) <= PAGES + 1
    assert "left out here for length: the annexes have every outcome" in str(holds.said[-1].sentence)


def test_the_bottom_line_never_gives_way():
    parts = (part("bottom", 100), part("watch", 9))
    bottom, watch = fitting(parts)
    assert bottom == parts[0]
    assert len(watch.said) == LEAST + 1


@given(st.dictionaries(st.sampled_from([*GIVE_WAY, "bottom", "judged"]), st.integers(0, 60), min_size=1))
def test_nothing_is_reordered_and_as_little_as_needed_is_left_out(sizes):
    parts = tuple(part(key, lines) for key, lines in sizes.items())
    found = fitting(parts)
    assert [one.key for one in found] == [one.key for one in parts]
    for before, after in zip(parts, found, strict=True):
        kept = after.said if after == before else after.said[:-1]
        assert kept == before.said[: len(kept)]
    if length(parts) <= PAGES:
        assert found == parts
