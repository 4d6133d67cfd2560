"""The words and forms that name a time."""

from __future__ import annotations

import re

from jirga.reading.lexicon import either, words

LISTS = words("periods")
MONTHS: dict[str, int] = LISTS["months"] | LISTS["short_months"]
WEEKDAYS: dict[str, int] = LISTS["weekdays"]
COUNTS: dict[str, int] = LISTS["counts"]
FULL, SHORT = either(name.title() for name in LISTS["months"]), either(LISTS["short_months"])
MONTH = rf"(?:{FULL}\b|(?i:{SHORT})\b\.?)"
DAY, YEAR = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", r"(?:1[89]|20)\d\d"
COUNT = rf"(?:\d{{1,4}}|{either(COUNTS)})"
UNIT = r"(?:hour|day|week|fortnight|month|year|decade)"
DASH = r"\s?[-–]\s?"
TO = rf"(?:{DASH}|/|\s+(?:to|until|till|through|and)\s+)"
OPENING = r"(?:(?:on|in|at|during|for|over|throughout|within|of|between|from|the)\s+)*"
ATOMS = {
    "iso": r"\d{4}-\d\d-\d\d\b",
    "dotted": r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b",
    "days_of_month": (
        rf"\b(?:{DAY}{TO}{DAY}\s+{MONTH}|{MONTH}\s+{DAY}{TO}{DAY}(?!\d|,\d|"
        rf"\s+[a-z]))(?:,?\s+{YEAR}\b)?"
    ),
    "day_first": rf"\b{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR}\b)?",
    "month_first": rf"\b{MONTH}\s+{DAY}(?!\d|,\d{{3}}\b)(?:,?\s+{YEAR}\b)?(?!\s*(?:million|thousand))",
    "month_year": rf"\b{MONTH}(?:,|\s+of)?\s+(?:{YEAR}|(?:last|this)\s+year)\b",
    "part": (
        rf"\b(?:the\s+)?(?:first|second|third|fourth|last|1st|2nd|3rd|"
        rf"4th)\s+(?:(?:{COUNT})\s+)?(?:half|quarter|months?|weeks?|days)\s+of\s+(?:{YEAR}|(?:this|"
        rf"last|the)\s+(?:year|month)|{FULL}(?:\s+{YEAR})?)\b"
    ),
    "years": rf"\b{YEAR}(?:\s?[-–/]\s?)(?:{YEAR}|\d\d)\b(?!-)",
    "decade": r"\b(?:the\s+)?(?:(?:early|mid|late)[- ])?(?:19|20)\d0'?s\b",
    "weekday": (
        rf"\b(?:(?:last|this|next|past)\s+)?(?i:{either(WEEKDAYS)})\b(?:\s+(?:night|evening|"
        rf"morning|afternoon))?"
    ),
    "weekend": r"\b(?:the|this|last|this\s+past)\s+weekend\b",
    "relative_day": rf"\b{either(LISTS['days'])}\b",
    "overnight": r"\bovernight\b",
    "ago": rf"\b{COUNT}\s+{UNIT}s?\s+(?:ago|earlier|before)\b(?!\s+[a-z]*\d)",
    "year_part": r"\bthe\s+(?:first|second|third|fourth|last)\s+(?:quarter|half)\b(?!\s+of)",
    "so_far": r"\b(?:so far|to date|thus far)\b",
    "then": r"\b(?:ever\s+)?since\s+then\b",
    "after": rf"\b{COUNT}\s+(?:day|week|month|year)s?\s+after\b",
    "past": (
        rf"\b(?:the\s+|these\s+)?(?:past|last|previous|preceding|prior|"
        rf"latest)\s+(?:{COUNT}\s+)?{UNIT}s?\b"
    ),
    "hours": r"\b(?:in|over|within)\s+(?:the\s+(?:space\s+of\s+)?)?(?:24|48|72)\s+hours\b",
    "since_event": (
        r"\bsince\s+(?:the|its|their|his)\s+(?:[\w-]+\s+){0,2}(?:invasion|coup|war|conflict|takeover|fall|uprising|"
        r"ceasefire|truce|offensive|elections?|new\s+year|withdrawal|attack|siege)\b"
        r"(?!\s+(?:of\s+(?:\w+\s+)?\d|on|in|began|broke|started|of|ended|took|resumed|was|were|collapsed|erupted))"
    ),
    "recent": (
        rf"\b(?:recent|the last few|the past few|past few|the last several)\s+{UNIT}s\b|"
        rf"\b(?:recently|lately)\b"
    ),
    "this": rf"\b(?:this|the current)\s+(?:{UNIT}|(?:winter|spring|summer|autumn|fall))\b",
    "next": r"\b(?:next|the coming)\s+(?:week|month|year)\b",
    "that": (
        rf"\b(?:the\s+same|that|the following|the next|the)\s+(?:day|week|month|year|"
        rf"quarter)\b(?!\s+(?:earlier|before|after|of|when|that|in which))(?:\s+(?:last year|"
        rf"a year (?:earlier|ago|before)|(?:the )?previous year))?|"
        rf"\bthe\s+(?:day|week|month|quarter|year)\s+(?:before|earlier)\b|"
        rf"\bthe\s+(?:previous|preceding|prior)\s+(?:quarter|period|day|reporting\s+period)\b|"
        rf"\bthe\s+same\s+(?:\w+\s+)?(?:months|weeks|days|years)\b(?!\s+(?:of|in|last))|\b(?:the\s+)?(?:same|"
        rf"corresponding)\s+(?:period|months?|quarter|time|week|day)\s+(?:(?:of|in)\s+{YEAR}|"
        rf"last\s+year|a\s+year\s+(?:earlier|ago|before)|(?:of\s+)?the\s+previous\s+year)|"
        rf"\bthe\s+(?:same\s+|reporting\s+|review\s+)?period(?:\s+under\s+review)?\b"
    ),
    "twelve": rf"\b{COUNT}\s+months\s+(?:to|ending(?:\s+in)?|up\s+to)\s+{MONTH}(?:\s+{YEAR})?",
    "month": rf"\b(?:(?:[Ll]ast|[Nn]ext)\s+)?{FULL}\b(?!\s+{DAY}\b(?!,\d))",
    "year": (
        rf"\b{YEAR}\b(?![-,.]?\d|[-/]\w|\s*(?:%|per\s?cent)|\s+(?:[a-z]+\s+)?(?:deal|agreement|"
        rf"accord|accords|ceasefire|constitution|coup|invasion|genocide|uprising|truce|treaty|law|"
        rf"earthquake|pact|resolution|election|elections|revolution|massacre|protocol|convention|"
        rf"summit|referendum)\b)"
    ),
}
# Of these the first word may begin a sentence.
RELATIVE = frozenset(
    {
        "relative_day",
        "weekend",
        "overnight",
        "ago",
        "after",
        "so_far",
        "year_part",
        "then",
        "hours",
        "since_event",
        "past",
        "recent",
        "this",
        "next",
        "that",
    }
)
ATOM = re.compile(
    "|".join(
        f"(?P<{name}>{'(?i:' + pattern + ')' if name in RELATIVE else pattern})"
        for name, pattern in ATOMS.items()
    )
)
