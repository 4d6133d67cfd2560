"""Forms of words around two parties, written in a small language of their own and turned into patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jirga.reading.lexicon import either
from jirga.reading.tie_ends import LIMITS, WORDS

CLASSES = WORDS["classes"]
MEN = either(LIMITS["men"])
SMALL = r"(?!(?:not|never|no|nor|former|against|by|with)\b)[a-z\d$][\w,.$-]*(?<![,.])"
SLOT = r"@\d+@(?:\s*\([^)]*\))?"
ANY = rf"(?:{SLOT}|%)"
MORE = rf"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)(?:the\s+)?{ANY}(?!'))*"
SUCH = rf"(?:(?i:{either(CLASSES['such'])})\s+)?(?:@\d+@-[a-z]+\s+|@\d+@'s\s+)?"
OF_WHOM = (
    r"(?:of|from|belonging\s+to|linked\s+to|known\s+as|called|loyal\s+to|led\s+by|commanded\s+by)"
    r"\s+(?:the\s+)?"
)
HEAD = rf"{SUCH}(?:(?:{SMALL}\s+){{0,2}}?(?:@\d+@|%)\s+{OF_WHOM})?"
PLAIN = rf"(?:(?:'s?)?\s+{MEN}\b|(?!'s?\b|'\s|-|\d))"
OWN = r"(?:'s?(?=\s))?"
AREA = (
    rf"(?:(?:{either(CLASSES['much'])}|(?:{SMALL}\s+){{0,2}}[a-z]+)\s+of\s+)?"
    rf"(?:the\s+|a\s+)?(?:{either(CLASSES['area'])}\s+)*(?:of\s+|in\s+)?(?:the\s+)?"
    rf"(?:{either(CLASSES['area'])}\s+)*(?:@\d+@'s\s+)?"
)
NAME = r"(?!(?:The|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Parliament|Council)|[A-Z]+\b)[A-Z][\w'-]+"
STOPS = r"(?=\s*(?:[,.;]|$|\s(?:in|and|since|until|after|on|from|for|with|while|where|which|but|as|by)\b))"
PARTS = {
    "A": rf"{HEAD}(?P<A>(?:%\s*(?:,|and)\s+)?{SLOT}{MORE}){PLAIN}",
    "B": rf"{HEAD}(?P<B>(?:%\s*(?:,|and)\s+)?{SLOT}{MORE}){PLAIN}",
    "A*": rf"{HEAD}(?P<A>(?:%\s*(?:,|and)\s+)?{SLOT}{OWN}{MORE}){OWN}(?!-)",
    "A-": rf"(?P<A>{SLOT})(?:[-–]|(?<=\))\s)",
    "A's": rf"(?P<A>{SLOT})'s?(?=\s)",
    "%": "%",
    "B's": rf"(?P<B>{SLOT})'s?(?=\s)",
    "O's": r"@\d+@'s?(?=\s)",
    "O": r"@\d+@",
    "Z": r"(?:@\d+@|%)",
    "S": rf"{HEAD}(?P<A>{SLOT})(?!'|\d|-)(?:\s+{MEN}\b)?",
    "T": rf"{HEAD}(?P<B>{SLOT})(?!'|\d|-)(?:\s+{MEN}\b)?",
    "S*": rf"{HEAD}(?P<A>{SLOT}){OWN}(?!-)(?:\s+{SMALL}){{0,2}}?",
    "T*": rf"{HEAD}(?P<B>{SLOT})(?!-)",
    "S-": rf"(?P<A>{SLOT})[-–]",
    "G": rf"(?P<G>{SLOT}){PLAIN}",
    "P": rf"{AREA}(?P<P>[#@]\d+[#@])(?!-)",
    "X": rf"(?:the\s+)?(?:(?:{SMALL}\s+){{1,3}}of\s+)?(?P<N>{NAME}(?:\s{NAME})?){STOPS}",
    "N": rf"(?:the\s+)?(?P<N>(?:{SMALL}\s+){{0,2}}?{either(CLASSES['spot'])})\b(?!\s*(?:[#@]|of\b|in\b|-))",
}
LOOSE = {
    "~": rf"(?:\s+{SMALL}){{0,3}}?",
    "~~": rf"(?:\s+(?:{SMALL}|@\d+@'s)){{0,6}}?",
    "...": r"[^;@%\"]{0,70}?",
    "....": r"[^;\"]{0,110}?",
    "%?": r"(?:\s+%)?",
    "+<": rf"(?:\s+{either(CLASSES['passive'])}(?:\s*,(?:\s+and)?|\s+and|\s+or))*",
    ">+": rf"(?:(?:\s*,(?:\s+and)?|\s+and|\s+or)\s+{either(CLASSES['passive'])})*",
    "$": rf"[^;@%\"]{{0,40}}?(?:[$€£]|\b{either(CLASSES['money'])}\b)[^;@%\"]{{0,40}}?",
}
WHO = r"\s+(?:which|who|that)"
HELPING = {
    "<have>?": (
        rf"(?:\s*,\s*(?:which|who|whose|the|a|an|long|once|for|its|like|with|under|led|backed|dominated|based|until|since|in)\s[^,;]{{0,90}},)?(?:\s*,?{WHO})?"
        rf"(?:\s+{either(CLASSES['have'])}(?=\s))?"
    ),
    "<being>?": rf"(?:\s*,)?(?:{WHO})?(?:\s+{either(CLASSES['being'])}(?=\s))?",
}
TOKEN = re.compile(r"\([^)]*\)\??|\S+")  # the choices in brackets may have several words each
NOT_SOURCE = ("with", "by", "against", "whose", "fight", "fighting", "fought", "attack", "attacked", "drive")
NOT_AFTER = "".join(f"(?<!{one} )(?<!{one} the )" for one in NOT_SOURCE)
ARTICLE = r"(?:the\s+|a\s+|an\s+)?"


@dataclass(frozen=True)
class Form:
    """One form of words: the tie it states, whether it is taken as given, and the words it hangs on."""

    pattern: re.Pattern[str]
    relation: str
    status: str
    sure: bool
    words: tuple[frozenset[str], ...]


@cache
def forms() -> tuple[Form, ...]:
    """Give every form of the list."""
    return tuple(
        Form(
            re.compile(pattern(say)),
            group["relation"],
            group.get("status", "asserted"),
            group.get("sure", False),
            triggers(say),
        )
        for group in WORDS["form"]
        for say in group["say"]
    )


def pattern(say: str) -> str:
    """Turn a form into a pattern."""
    parts, apart = (
        [
            r"(?<![\w'@-])"
            + (NOT_AFTER if say.startswith(("A <have>?", "A ... ", "A ,? along", "A ,? toge")) else "")
        ],
        "",
    )
    for token in TOKEN.findall(say):
        if token in LOOSE:
            parts.append(LOOSE[token])
        elif token in {",", ",?"}:
            parts.append(r"(?:\s*,)" + token[1:])
        elif token in HELPING:
            parts.append(HELPING[token])
        else:
            parts.append(rf"(?:{apart}{written(token)})?" if optional(token) else apart + written(token))
        apart = "" if token.endswith("-") else rf"\s+{ARTICLE}"
    return "".join(parts)


def written(token: str) -> str:
    """Write one word of a form: a party, a place, a class of words, or the word itself."""
    bare = token.rstrip("?")
    return PARTS.get(bare) or rf"(?i:{either(choices(token))})(?![\w'])"


def optional(token: str) -> bool:
    """Whether a word of a form may be missing."""
    return token.endswith("?")


def choices(token: str) -> list[str]:
    """Give the words that may stand for a word of a form."""
    bare = token.rstrip("?").strip("()")
    return list(CLASSES[bare.strip("<>")]) if bare.startswith("<") else bare.split("|")


def triggers(say: str) -> tuple[frozenset[str], ...]:
    """Give the words of which, for each part of a form, one must stand in a sentence."""
    needed = [
        one
        for one in TOKEN.findall(say)
        if one not in PARTS and one not in LOOSE and not optional(one) and one not in {",", "-"}
    ]
    return tuple(
        frozenset(max(re.findall("[a-z]+", some), key=len) for some in choices(one)) for one in needed
    )
