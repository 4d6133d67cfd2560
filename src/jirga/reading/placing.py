"""Where a figure was so, and which are nowhere: money granted, arms given away, men that somebody has."""

from __future__ import annotations

import re

from jirga.reading.lexicon import either, words
from jirga.reading.measured import Measured
from jirga.reading.setting import Setting
from jirga.schema.record import Mention

HAVING = re.compile(
    r"\b(?:(?:has|have)\s+(?!\w+(?:ed|en|wn)\s)|with|of|by|strength\s+at|reckoned\s+at|numbering|number)\s*[^,;]{0,30}$",
    re.IGNORECASE,
)
LISTS = words("location")
GIVEN = re.compile(rf"\b{either(LISTS['given'])}\b[^,;.]{{0,40}}$", re.IGNORECASE)
GRANTED = re.compile(rf"\b{either(LISTS['granted'])}\b", re.IGNORECASE)
LOST = re.compile(rf"\b{either(LISTS['lost'])}\b", re.IGNORECASE)


def placed(setting: Setting, got: Measured, start: int, end: int) -> Mention | None:
    """Say where a figure was so; what is granted or given is only where the words beside it say."""
    if not setting.reports and given(setting, got, start):
        return setting.beside(end)
    return setting.where(start, end, carry=setting.reports or not stands(setting, got, start))


def given(setting: Setting, got: Measured, start: int) -> bool:
    """Whether a figure is of money, arms or goods that somebody gives to others, or promises."""
    flat = setting.sentence.text
    if got.unit == "money":
        words_near = flat[max(0, start - 90) : start + 90]
        return bool(GRANTED.search(words_near)) and not LOST.search(words_near)
    before = flat[max(0, start - 60) : start]
    return got.unit in {"munitions", "vehicles", "objects"} and bool(GIVEN.search(before))


def stands(setting: Setting, got: Measured, start: int) -> bool:
    """Whether a figure is of what somebody has, as in "a group with 300 fighters"."""
    return got.unit in {"personnel", "people"} and bool(
        HAVING.search(setting.sentence.text[max(0, start - 60) : start])
    )
