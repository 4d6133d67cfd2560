"""From what a person types to the value of a field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, get_args

from jirga.errors import CaseTrouble, did_you_mean
from jirga.figures.interval import VAGUE
from jirga.record.dates import period_of
from jirga.review.lines import HARM
from jirga.schema import record as words
from jirga.schema.words import Basis

NOTHING = {"", "-", "none", "null"}
CHOICES: dict[str, tuple[str, ...]] = {
    "unit": get_args(words.Unit),
    "said": get_args(words.Modality),
    "basis": get_args(Basis),
    "stance": get_args(words.Side),
    "certainty": get_args(words.Certainty),
}
STATUS = {"incident": get_args(words.Status), "tie": get_args(words.TieStatus)}
BOUNDS = {
    **{one.replace("_", " "): one for one in get_args(words.Bound) if one not in {"range", "vague"}},
    "over": "more_than",
    "fewer than": "less_than",
    "no more than": "at_most",
    "almost": "nearly",
    "around": "about",
    "some": "about",
}
LARGE = {"thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6, "crore": 1e7, "billion": 1e9}
NUMBER = r"(-?\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|lakh|crore|[km])?"
AMOUNT = re.compile(rf"(?:(?P<bound>[a-z ]+?)\s+)?{NUMBER}(?:\s*(?:to|-|\u2013)\s*{NUMBER})?$", re.IGNORECASE)


def amount(text: str) -> dict[str, Any]:
    """Read a number with its bound.

    Raises
    ------
    CaseTrouble
        It is none.

    Examples
    --------
    >>> amount("more than 600")
    {'value': 600.0, 'value_high': None, 'bound': 'more_than', 'vague': ''}
    >>> amount("6,000 to 6,500")["value_high"], amount("dozens")["vague"], amount("3 million")["value"]
    (6500.0, 'dozens', 3000000.0)
    """
    plain = text.strip().casefold()
    if plain in VAGUE:
        return {"value": None, "value_high": None, "bound": "vague", "vague": plain}
    found = AMOUNT.match(plain)
    bound = BOUNDS.get(found["bound"] or "exact") if found else None
    if found is None or bound is None:
        raise CaseTrouble(
            f"{text.strip()!r} is no amount", "write 600, more than 600, about 5, 60 to 65 or dozens"
        )
    low, high = (digits(*found.group(place, place + 1)) for place in (2, 4))
    return {"value": low, "value_high": high, "bound": "range" if high is not None else bound, "vague": ""}


def digits(number: str | None, large: str | None) -> float | None:
    """Read a number that is written in digits."""
    return None if number is None else float(number.replace(",", "")) * LARGE.get(large or "", 1)


def period(text: str) -> dict[str, Any] | None:
    """Read days as they are typed; an end that is not known is `..`.

    Examples
    --------
    >>> period("2025-02")["end"], period("2025-02-21/..")["end"], period("-")
    (datetime.date(2025, 2, 28), None, None)
    """
    plain = text.strip()
    if plain.casefold() in NOTHING:
        return None
    first, slash, last = (part.strip() for part in plain.partition("/"))
    ends: list[dt.date | None] = [None, None]
    if first.strip("."):
        ends[0] = period_of(first).start
        ends[1] = None if slash else period_of(first).end
    if slash and last.strip("."):
        ends[1] = period_of(last).end
    if ends[0] and ends[1] and ends[1] < ends[0]:
        raise CaseTrouble(f"{plain!r} ends before it begins", "write 2025-02-01/2025-02-28")
    return {"start": ends[0], "end": ends[1], "kind": "stated", "text": ""}


def choice(text: str, allowed: Iterable[str], what: str) -> str:
    """Read one of some words; its beginning is enough, if it is that of one only.

    >>> choice("hed", ("asserted", "hedged"), "modality")
    'hedged'
    """
    known = tuple(allowed)
    plain = text.strip().casefold().replace(" ", "_")
    if plain in known:
        return plain
    fit = [one for one in known if plain and one.startswith(plain)]
    if len(fit) != 1:
        shown = did_you_mean(plain, known)
        hint = shown if shown.startswith("did") else f"write one of {', '.join(known)}"
        raise CaseTrouble(f"{text.strip()!r} is no {what}", hint)
    return fit[0]


def yes(text: str) -> bool:
    """Read yes or no."""
    return choice(text, ("yes", "no"), "answer") == "yes"


def names(text: str) -> list[str]:
    """Read names parted by semicolons."""
    return [one.strip() for one in text.split(";") if one.strip() and one.strip().casefold() not in NOTHING]


def harmed(text: str) -> list[dict[str, Any]]:
    """Read casualties by group.

    Examples
    --------
    >>> harmed("civilians: killed 3, injured at least 5")[0]["injured"]["bound"]
    'at_least'
    """
    some = []
    for part in names(text):
        group, colon, rest = part.partition(":")
        if not colon:
            raise CaseTrouble(f"{part!r} names no group", "write civilians: killed 3, injured at least 5")
        some.append({"group": group.strip(), **dict(one_harm(each) for each in rest.split(","))})
    return some


def one_harm(text: str) -> tuple[str, dict[str, Any]]:
    """Read what happened to how many."""
    what, _, many = text.strip().partition(" ")
    return choice(what, HARM, "harm"), amount(many)
