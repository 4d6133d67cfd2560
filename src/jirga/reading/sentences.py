"""The sentences of a text, with lines broken by hand joined again and no offset moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP, LONGEST_SENTENCE = 100, 1500

# Every sign is replaced by one sign, so an offset into the plain text is an offset into the document.
CONTROL = [chr(code) for code in (*range(32), *range(127, 160))]  # they steer terminals, and name nobody
PLAIN = str.maketrans(
    dict.fromkeys(CONTROL, " ")
    | dict.fromkeys("\t\r\n\x0b\x0c\xa0\u2002\u2003\u2009\u202f\u2028\u2029", " ")
    | dict.fromkeys("‘’ʼ′`", "'")
    | dict.fromkeys("“”„«»″", '"')
    | dict.fromkeys("‐‑", "-")
    | {"—": "–"}
)


@dataclass(frozen=True)
class Sentence:
    """One sentence: `text` is the document's from `start` to `end`, with plain quotes and spaces."""

    start: int
    end: int
    paragraph: int
    text: str


def plain(text: str) -> str:
    r"""Write spaces and quotation marks in one way, each sign for one sign.

    Examples
    --------
    >>> plain("a\n“b”")
    'a "b"'
    """
    return text.translate(PLAIN)


def sentences(text: str) -> tuple[Sentence, ...]:
    r"""Cut a text into its sentences.

    Examples
    --------
    >>> [one.text for one in sentences("Gen. Khan spoke. Two men\nwere killed.")]
    ['Gen. Khan spoke.', 'Two men were killed.']
    """
    found = []
    flat = plain(text)
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in cuts(flat[start:end]):
            found.append(Sentence(start + first, start + last, number, flat[start + first : start + last]))
    return tuple(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of every paragraph.

    Notes
    -----
    A line that stops where the next word would not have fitted was broken by hand, and goes on in the next
    line; in a text with longer lines than anybody breaks by hand every line is a paragraph.
    """
    lines = [(one.start(), one.end()) for one in re.finditer(r"[^\n]+", text) if one[0].strip()]
    width = max((last - first for first, last in lines), default=0)
    start: int | None = None
    for number, (first, last) in enumerate(lines):
        start = first if start is None else start
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not wrapped(text, (first, last), following, width):
            yield start, last
            start = None


def wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether a line goes on in the following one."""
    here, below = text[slice(*line)], text[slice(*following)]
    if width > WIDEST_WRAP or following[0] - line[1] > 1 or re.match(r"\s*(?:[-*•]|\(?\d+[.)])\s", below):
        return False
    indent, deeper = margin(here), margin(below)
    if deeper > indent:
        return False
    word = len(below.split(maxsplit=1)[0])
    return len(here.rstrip()) + 1 + word >= width - 14 or not re.search(r"[.:!?\"'”’]\s*$", here)


def margin(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip())


def cuts(flat: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of every sentence in a paragraph, without the spaces around it."""
    for first, last in split(flat):
        for start in range(first, last, LONGEST_SENTENCE):
            end = min(start + LONGEST_SENTENCE, last)
            part = flat[start:end]
            if part.strip():
                yield start + margin(part), end - (len(part) - len(part.rstrip()))


def split(flat: str) -> list[tuple[int, int]]:
    """Ask the sentence model, and put together what it cut after a military or official rank."""
    spans: list[tuple[int, int]] = []
    for first, last in model_spans(flat):
        if spans and RANK.search(flat[spans[-1][0] : spans[-1][1]].rstrip()):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return spans


RANK = re.compile(
    r"\b(?:Capt|Col|Lt|Gen|Maj|Sgt|Cpl|Adm|Brig|Cmdr|Gov|Sen|Rep|Rev|Dr|Mr|Mrs|Ms|Sheikh|St|"
    r"Prof|No|Nos|Rs|approx)\.$"
)


# A full stop after a plain word before a capital ends a sentence, whatever the model has learnt of that word;
# so does the full stop of Urdu, or the question mark of any language in Arabic letters.
MISSED = re.compile(r"(?:(?<=[a-z]{4})[.!?][\"')]*\s+(?=[\"'(]?[A-Z])|[\u06d4\u061f][\"')]*\s+)")


def model_spans(flat: str) -> list[tuple[int, int]]:
    """Give the spans the model finds; they lie side by side and cover everything."""
    import nupunkt

    spans: list[tuple[int, int]] = []
    for first, last in nupunkt.sent_spans(flat):
        cuts = [int(first), *(one.end() for one in MISSED.finditer(flat, first, last)), int(last)]
        spans.extend(pairwise(cuts))
    return spans
