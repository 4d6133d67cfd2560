"""Whom a move would surprise: it leads to a state that somebody does not see."""

from __future__ import annotations

from jirga.answer import phrases
from jirga.answer.views.viewed import Viewed
from jirga.schema.answer import Mark, Section, Sentence
from jirga.solve.views import Surprise

MOST_STARTS = 4


def unforeseen(found: Viewed) -> Section:
    """Say who would be surprised by whose move, once for every two parties."""
    pairs: dict[tuple[int, int], list[Surprise]] = {}
    for one in found.surprises:
        pairs.setdefault((one.party, one.mover), []).append(one)
    said = tuple(surprise_in_words(found, all_) for all_ in pairs.values())
    return Section("Who would be surprised, and by whose move", said)


def surprise_in_words(found: Viewed, all_: list[Surprise]) -> Sentence:
    """Say the first of the moves by which one party surprises another, and from where else there are some."""
    truth = found.truth
    first = min(all_, key=lambda one: (one.start != all_[0].start, truth.name(one.end) is None))
    who, whom = phrases.party(truth, first.mover), phrases.party(truth, first.party)
    start, move = phrases.state(truth, first.start), phrases.change(truth, first.start, first.end)
    parts: list[str | Mark | Sentence] = [
        f"{whom} does not see it coming if {who}, from \u201c{start}\u201d, goes on to {move}, ",
        "which it gains by (",
        phrases.reason(truth, first.mover, first.start, first.end),
        ")",
        *kept_from_it(found, first),
        ".",
    ]
    return phrases.sentence(*parts, also_from(found, all_))


def kept_from_it(found: Viewed, one: Surprise) -> list[str | Mark | Sentence]:
    """Say what would keep the mover from it, as it sees the conflict itself."""
    seen, picture = found.as_seen[one.mover], found.pictures[one.mover]
    start, end = int(picture.rows[one.start]), int(picture.rows[one.end])
    witness = seen.witness(one.mover, start, "seq")
    feared = next((each for each in witness.deterred if each.end == end), None)
    if feared is None:
        return ["; nothing it fears keeps it from that"]
    return [f", unless it fears that {phrases.would_then(seen, feared.sanction)}"]


def also_from(found: Viewed, all_: list[Surprise]) -> str:
    """Name the other states from which there are such moves."""
    starts = dict.fromkeys(one.start for one in all_ if one.start != all_[0].start)
    names = [name for start in starts if (name := found.truth.name(start)) is not None]
    more = len(starts) - len(names[:MOST_STARTS])
    if not starts:
        return ""
    if not names:
        return f" So too from {phrases.numbered(more, 'other state')}."
    rest = f" and {phrases.numbered(more, 'other state')}" if more else ""
    return f" So too from {phrases.quoted(names[:MOST_STARTS])}{rest}."
