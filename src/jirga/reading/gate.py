"""The gate for what another reader proposes: only words that stand in the text get in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jirga.reading.numbers import quantities
from jirga.reading.sentences import plain
from jirga.schema.record import Passage

CUT_BEFORE = re.compile(r"\w\w\Z|\d[.,]\d\Z")
CUT_AFTER = re.compile(r"\w\w|\d[.,]\d")


@dataclass(frozen=True)
class Refused:
    """Something proposed that did not get in, and why; shown to the reader, never kept as a claim."""

    quote: str
    why: str


def found(text: str, quote: str) -> Passage | None:
    r"""Find a quotation in a text: sign for sign, or with other quotation marks, dashes and spaces.

    Parameters
    ----------
    text : str
        The document's text.
    quote : str
        The words that should stand in it.

    Returns
    -------
    Passage or None
        The words as the text has them; nothing if they are not there.

    Notes
    -----
    Nothing else is forgiven: a changed digit, an added "not" or another word is not found.

    Examples
    --------
    >>> found("He said “no\n talks”.", 'said "no talks"').quote
    'said “no\n talks”'
    >>> found("He did not agree.", "He did agree.") is None
    True
    """
    if not quote.strip():
        return None
    exact = re.finditer(re.escape(quote), text)
    pattern = r"\s+".join(re.escape(part) for part in plain(quote).split())
    folded = re.finditer(pattern, plain(text))
    for match in (*exact, *folded):
        if unbroken(text, match.start(), match.end()):
            return Passage(start=match.start(), end=match.end(), quote=text[match.start() : match.end()])
    return None


def unbroken(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text cuts no word or number: "5 dead" does not stand in "55 dead".

    Examples
    --------
    >>> unbroken("1,055 dead", 3, 10), unbroken("1,055 dead", 2, 10), unbroken("1,055 dead", 0, 10)
    (False, False, True)
    """
    before, after = text[max(0, start - 2) : start + 1], text[end - 1 : end + 2]
    return not (CUT_BEFORE.search(before) or CUT_AFTER.match(after))


def number_inside(quote: str, value: float | None, high: float | None = None) -> bool:
    """Whether the numbers of a claim stand inside its quotation, in digits or in words.

    Examples
    --------
    >>> number_inside("more than 600 attacks", 600), number_inside("about a dozen men", 12)
    (True, True)
    >>> number_inside("more than 600 attacks", 6000)
    False
    """
    there = {amount for one in quantities(plain(quote)) for amount in (one.value, one.high)}
    return all(
        wanted is None or float(wanted) in {float(one) for one in there if one is not None}
        for wanted in (value, high)
    )


def numbers_of(proposal: Mapping[str, Any]) -> list[float]:
    """Give every number a proposal states, its casualties' with them.

    Raises
    ------
    ValueError
        Something else stands where a number should.
    """
    some = [proposal.get("value"), proposal.get("value_high")]
    for toll in proposal.get("casualties") or ():
        some += [toll.get("killed"), toll.get("injured")]
    stated = [
        one for one in some if one is not None and not (isinstance(one, str) and not re.search(r"\d", one))
    ]
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in stated):
        raise ValueError("a number is not a number")
    return [float(one) for one in stated]


def admitted(
    text: str, proposals: Iterable[object]
) -> tuple[list[tuple[dict[str, Any], Passage]], list[Refused]]:
    """Let in what is quoted from the text with its numbers, and say of the rest why not.

    Parameters
    ----------
    text : str
        The document's text.
    proposals : iterable
        What was proposed: tables with `quote`, and whatever is claimed of it.

    Returns
    -------
    tuple
        Each proposal let in with its passage, and those refused with the reason.

    Examples
    --------
    >>> kept, refused = admitted("55 civilians died.", [{"quote": "55 civilians", "value": 50}])
    >>> len(kept), refused[0].why
    (0, 'its number does not stand in the quotation')
    """
    kept, refused = [], []
    for one in proposals:
        if not isinstance(one, dict) or not isinstance(one.get("quote"), str):
            refused.append(Refused(str(one)[:200], "it quotes nothing"))
            continue
        place = found(text, one["quote"])
        why = reason(one, place)
        if place is None or why:
            refused.append(Refused(one["quote"], why))
        else:
            kept.append((one, place))
    return kept, refused


def reason(proposal: Mapping[str, Any], place: Passage | None) -> str:
    """Say why a proposal does not get in; empty if it does."""
    if place is None:
        return "not found in the text"
    try:
        inside = all(number_inside(place.quote, one) for one in numbers_of(proposal))
    except (ValueError, AttributeError, TypeError):
        return "its number is not a number"
    return "" if inside else "its number does not stand in the quotation"
