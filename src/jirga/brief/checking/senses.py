"""The small words that turn a sentence round: not, may, all, holds, argued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jirga.brief.checking.cutting import Word
from jirga.brief.checking.facts import Fact, Kind, Part, keys, said

Hit = tuple[int, tuple[Fact, ...]]
NOT, NEITHER = "not", "neither"
SAYS: dict[Kind, dict[str, str]] = {
    "negation": {
        NOT: "not; no; never; without; nobody; nothing; none; nowhere; no one; nor; hardly; barely; "
        "scarcely; unless; lack; lacks; lacked; lacking; refuse; refuses; refused; refusing; refusal; "
        "fail to; fails to; failed to; failing to; deny; denies; denied; reject; rejects; rejected; "
        "decline to; declines to; declined to",
        NEITHER: "neither",
    },
    "modality": {
        "would": "would",
        "may": "could; may; might; perhaps; possibly; maybe; conceivably",
        "can": "can; able to; capable of",
        "will": "will; shall; is going to; are going to; certainly; definitely; surely; undoubtedly",
        "must": "must; have to; has to; had to; need; needs; needed; require; requires; required; requiring",
        "likely": "likely; most likely; very likely; probably; likelier",
        "unlikely": "unlikely",
        "seems": "seem; seems; seemed; apparently; appears; appears to; reportedly; allegedly; supposedly",
        "should": "should; ought to",
    },
    "quantity": {
        "all": "all; every; everyone; everybody; everything; the whole; entirely; always; entire",
        "most": "most; the majority; a majority; mostly; largely",
        "only": "only; solely; merely; just; nothing but; no more than; exclusively",
        "few": "few; fewest; seldom; rarely",
        "many": "many; often",
        "some": "some; several; sometimes; partly; in part; a number of",
        "nearly": "nearly; almost; practically",
    },
    "result": {
        "holds": "hold; holds; stable; self enforcing",
        "by threat": "by threat; by a threat; under threat; under a threat",
        "by empty threat": "by empty threat; by an empty threat; empty threat",
        "by doubtful threat": "by doubtful threat; by a doubtful threat; doubtful threat",
        "unstable": "unstable",
        "can be got to": "be got to; got to; be reached; be attained",
        "attainable": "attainable; reachable; within reach",
        "unattainable": "unattainable; unreachable; out of reach; beyond reach",
        "can be had": "be had",
        "kept": "kept",
        "possible": "possible; feasible",
        "impossible": "impossible; infeasible; ruled out",
        "yes": "yes",
        "spoiler": "spoiler; spoilers",
        "blocker": "blocker; blockers",
    },
    "basis": {
        one: f"( {one}" for one in ("stated", "reported", "argued", "inferred", "assumed", "retracted")
    },
}
PHRASES = {
    tuple(one.split()): (kind, value)
    for kind, some in SAYS.items()
    for value, words in some.items()
    for one in words.split("; ")
}
SEVERAL: dict[str, tuple[tuple[Kind, str], ...]] = {
    "impossible": (("result", "possible"), ("negation", NOT)),
    "unstable": (("result", "holds"), ("negation", NOT)),
    "attainable": (("modality", "can"), ("result", "can be got to")),
    "unattainable": (("modality", "can"), ("negation", NOT), ("result", "can be got to")),
}
LONGEST = max(map(len, PHRASES))
VERBS = {"can't": "can", "cannot": "can", "won't": "will", "shan't": "will", "unable": "can"}
IDLE = """
    would rather; would like; would prefer; no doubt; no matter; whether or not; in all; all the same;
    at all; after all; all in all; just as; most of all; want most; wants most; first of all; most recently;
    most recent
"""
AFTER = "by only if at as and or but now under without unless because though when while either even still too"
BEHIND = {*AFTER.split(), "solely", "merely", "just", "today", "then", "alone", "in", "for", "once", "there"}
EMPTY = {tuple(one.split()) for one in IDLE.split(";")}
"""Phrases in which such a word turns nothing."""


def sense(parts: Sequence[Part], at: int) -> Hit | None:
    """Find the turning word that begins at a place.

    >>> from jirga.brief.checking.cutting import words
    >>> [fact.value for fact in sense(words("cannot hold"), 0)[1]]
    ['can', 'not']
    """
    if hit := joined_up(said(parts[at : at + 1])):
        return 1, hit
    one = parts[at]
    if isinstance(one, Word) and ((one.first and one.key == "should") or of_something(parts, at)):
        return None  # it begins a condition, as in: should talks fail
    for length in range(LONGEST, 0, -1):
        some = keys(parts, at, length)
        if some in EMPTY:
            return length, ()
        if some in PHRASES:
            return length, meant(*PHRASES[some], said(parts[at : at + length]).lstrip("( "))
    return None


def of_something(parts: Sequence[Part], at: int) -> bool:
    """Whether somebody holds something there, which says nothing of what lasts.

    >>> from jirga.brief.checking.cutting import words
    >>> of_something(words("they hold talks"), 1), of_something(words("it would hold by threat"), 2)
    (True, False)
    """
    if keys(parts, at, 1) not in {("hold",), ("holds",)} or at + 1 == len(parts):
        return False
    behind = keys(parts, at + 1, 1)
    return not behind or (behind[0] not in BEHIND and behind[0].isalpha())


def meant(kind: Kind, value: str, shown: str) -> tuple[Fact, ...]:
    """Give what a phrase states; some state several things at once.

    >>> [one.value for one in meant("result", "impossible", "impossible")]
    ['possible', 'not']
    """
    return tuple(Fact(*one, shown) for one in SEVERAL.get(value, ((kind, value),)))


def joined_up(word: str) -> tuple[Fact, ...]:
    """Read a verb and what is joined to it: cannot, won't, isn't, they'll; nothing of other words.

    >>> [one.value for one in joined_up("couldn't")]
    ['may', 'not']
    """
    small = word.casefold()
    if small.endswith("'ll"):
        return (Fact("modality", "will", word),)
    if small in VERBS:
        verb = VERBS[small]
    elif small.endswith("n't"):
        verb = PHRASES.get((small[:-3],), ("", ""))[1]
    else:
        return ()
    turned = (Fact("modality", verb, word),) if verb else ()
    return (*turned, Fact("negation", NOT, word))


def paired(parts: Sequence[Part]) -> list[Part]:
    """Count `neither ... nor` as one negation."""
    made: list[Part] = []
    pair = False
    for one in parts:
        if isinstance(one, Fact) and one.kind == "negation":
            nor = one.shown.casefold() == "nor"
            if pair and nor:
                pair = False
                continue
            pair = one.value == NEITHER
            made.append(replace(one, value=NOT))
        else:
            made.append(one)
    return made
