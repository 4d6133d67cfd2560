"""A file's text, changed in a few places: what the change does not touch stays as it was written."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from io import StringIO
from itertools import pairwise
from typing import Any, TypeVar

from ruamel.yaml.comments import CommentedMap

from jirga.conflict.yaml_text import yaml, yaml_document

T = TypeVar("T", bound=Hashable)
Lines = Sequence[str]
Spot = tuple[int, int, int]
LAYOUTS = ((2, 4, 2), (2, 2, 0), (4, 4, 2), (4, 6, 4), (4, 4, 0))
WORD = re.compile(r"(\s*)(\S+|$)")


def rewritten(text: str, name: str, change: Callable[[CommentedMap], None]) -> str:
    r"""Change what a text says, and only the words that say it.

    Parameters
    ----------
    change : callable
        Changes the document, as ruamel.yaml read it, in place.

    Notes
    -----
    The document is written out before and after the change, and what differs between the two is put into the
    text as it stood, line by line, and word by word where lines are broken otherwise (a merge of three
    versions); so quotes, line breaks and columns are kept where the writer would set them otherwise.

    Examples
    --------
    >>> text = "a:   1   # one\nb:     [2,\n    3]\n"
    >>> rewritten(text, "text", lambda document: document.update(a="7"))
    'a: 7   # one\nb:     [2,\n    3]\n'
    """
    document = yaml_document(text, name)
    layout = likest(document, text.splitlines(keepends=True))
    before = dumped(document, layout)
    change(document)
    after = dumped(document, layout)
    for merge in (by_words, by_lines):
        merged = merge(*(one.splitlines(keepends=True) for one in (before, text, after)))
        if same_meaning(merged, after, name):
            return merged
    return after


def dumped(document: Any, layout: tuple[int, int, int]) -> str:
    """Write a document, indented in one of the ways people do."""
    writer, out = yaml(), StringIO()
    mapping, sequence, offset = layout
    writer.indent(mapping=mapping, sequence=sequence, offset=offset)
    writer.dump(document, out)
    return out.getvalue()


def likest(document: Any, lines: Lines) -> tuple[int, int, int]:
    """Find the way of indenting that is likest the text's own."""
    own, best = set(lines), (len(lines) + 1, LAYOUTS[0])
    for layout in LAYOUTS:
        strange = sum(line not in own for line in dumped(document, layout).splitlines(keepends=True))
        if strange < best[0]:
            best = strange, layout
        if not strange:
            break
    return best[1]


def same_meaning(one: str, other: str, name: str) -> bool:
    """Whether two texts say the same; one that cannot be read says nothing."""
    try:
        return bool(yaml_document(one, name) == yaml_document(other, name))
    except ValueError:
        return False


def by_lines(base: Lines, own: Lines, other: Lines) -> str:
    """Merge line by line: what the change touches, or what is laid out otherwise beside it, is new."""
    kept = (ours if was == theirs else theirs for was, ours, theirs in stretches(base, own, other))
    return "".join(line for some in kept for line in some)


def by_words(base: Lines, own: Lines, other: Lines) -> str:
    """Merge line by line, and word by word where lines are laid out otherwise; blanks stay our own."""
    merged = []
    for was, ours, theirs in stretches(base, own, other):
        if theirs in (was, ours):
            merged.append("".join(ours))
        else:
            three = ([Word(*found) for found in WORD.findall("".join(one))] for one in (was, ours, theirs))
            words = (mine if before == new else new for before, mine, new in stretches(*three))
            merged.append("".join(f"{one.blank}{one.word}" for part in words for one in part))
    return "".join(merged)


@dataclass(frozen=True)
class Word:
    """A word and the blanks before it, which do not count when words are compared."""

    blank: str = field(compare=False)
    word: str


def stretches(base: Sequence[T], own: Sequence[T], other: Sequence[T]) -> Iterator[tuple[Sequence[T], ...]]:
    """Cut three versions at what all three share; gives each stretch as the three have it."""
    ends = (len(base), len(own), len(other))
    shared = [((0, 0, 0), (0, 0, 0)), *synchronous(base, own, other), (ends, ends)]
    for (_, start), (until, end) in pairwise(shared):
        yield base[start[0] : until[0]], own[start[1] : until[1]], other[start[2] : until[2]]
        same = own[until[1] : end[1]]
        yield same, same, same


def synchronous(base: Sequence[T], own: Sequence[T], other: Sequence[T]) -> Iterator[tuple[Spot, Spot]]:
    """Give the stretches that are the same in all three: where each begins and ends in each."""
    ours, theirs = deque(matching(base, own)), deque(matching(base, other))
    while ours and theirs:
        (base_1, at_1, many_1), (base_2, at_2, many_2) = ours[0], theirs[0]
        start, end = max(base_1, base_2), min(base_1 + many_1, base_2 + many_2)
        if start < end:
            begins = (start, at_1 + start - base_1, at_2 + start - base_2)
            yield begins, (end, begins[1] + end - start, begins[2] + end - start)
        (ours if base_1 + many_1 < base_2 + many_2 else theirs).popleft()


def matching(one: Sequence[T], other: Sequence[T]) -> list[Spot]:
    """Give the stretches that two versions share, in order; what they begin and end with is found at once."""
    most = min(len(one), len(other))
    head = next((n for n in range(most) if one[n] != other[n]), most)
    tail = next((n for n in range(most - head) if one[-1 - n] != other[-1 - n]), most - head)
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    blocks = SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks()
    found = [(block.a + head, block.b + head, block.size) for block in blocks]
    spots = [(0, 0, head), *found, (len(one) - tail, len(other) - tail, tail)]
    return [spot for spot in spots if spot[2]]
