"""Who says so: the sources a sentence names, and how much of the sentence is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jirga.reading.lexicon import either, words
from jirga.reading.places import gazetteer
from jirga.reading.voice_stretch import CONTRAST, Voice, scoped

LISTS = words("attribution")
VERBS, BEFORE = either(LISTS["verbs"]), either(LISTS["before"])
SOURCE = re.compile(rf"\b(?:{either(LISTS['sources'])}|{either(LISTS['documents'])})\b", re.IGNORECASE)
DOCUMENT = re.compile(rf"\b{either(LISTS['documents'])}\b", re.IGNORECASE)
PERIODIC = re.compile(rf"\b{either(LISTS['periodic'])}\b", re.IGNORECASE)
WEAK, PRONOUNS, GENERIC = (frozenset(LISTS[one]) for one in ("weak", "pronouns", "generic"))
NAME = r"(?:[A-Z][\w'.-]*|al-[A-Z][\w'-]*|de|la|del|von|van|bin|ul|of|and|the|for)"
PROPER = re.compile(rf"(?:(?:the|former)\s+)?[A-Z][\w'.-]*(?:\s+{NAME})*(?:\s+\([^)]*\))?$")
CUE = re.compile(
    rf"\b(?P<before>{BEFORE})\s+|\b(?P<verb>{VERBS}|spoken\s+of|has\s+it)\b|\bby\s+(?P<own>its|"
    rf"their|his|her)\s+(?:own\s+)?(?:reckoning|count|tally|estimate|account)\b",
    re.IGNORECASE,
)
RECKONED = re.compile(
    r"\b(?P<before>(?:estimated|reckoned|put|counted|numbered)\s+(?:at|as)\s+(?:[^,;]|,(?=\d)){1,40}?\s+by|"
    r"by(?=\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z]\w*)*'s\s+(?:own\s+)?(?:count|tally|reckoning|estimate|account)\b))\s+",
)
BY_COUNT = re.compile(
    r"\b[Bb]y\s+(?P<who>(?:(?:the|an?|one|some|its|their|his|her)\s+)?(?:[\w.-]+\s+){0,4}?[\w.-]+(?:'s|s')\s+"
    r"(?:own\s+|latest\s+)?(?:count|tally|reckoning|estimates?|account))\b",
)
# The author's own: "our database recorded", "we counted".
OURS = re.compile(
    rf"(?:our|my)\s+(?:[a-z-]+\s+){{0,3}}(?:{either(LISTS['documents'])}|monitors|researchers|investigators|staff|"
    r"(?:field\s+)?teams?)\b|we$",
    re.IGNORECASE,
)
RELATED = re.compile(
    rf"\b(?P<who>(?:an?|the|one|some|several)\s+(?:[a-z-]+\s+){{0,3}}{either(LISTS['documents'])})\s+(?:which|that)\s*$",
    re.IGNORECASE,
)
ISSUED = re.compile(
    rf"\b(?P<document>{either(LISTS['documents'])})\s+(?:that|which)\s+(?P<name>[^,;]{{3,120}}?)\s+"
    r"(?:has\s+|had\s+)?(?:put\s+out|published|released|issued|compiled|prepared|presented|"
    r"circulated|gave|tabled|submitted)\b",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s+(?:has|have|had|also|later|recently|earlier|then|further|already|separately|"
    r"meanwhile|reportedly|initially|repeatedly|jointly|now|still|only|"
    r"today|yesterday|(?:late\s+|early\s+)?(?:on\s+)?(?:Monday|Tuesday|Wednesday|Thursday|"
    r"Friday|Saturday|Sunday)(?:\s+(?:night|evening|morning|afternoon))?|"
    r"in\s+(?:an?|its|his|her|their)\s+[\w\s-]{0,40}?(?:statement|report|interview|update|"
    r"bulletin|post|briefing|communique|communiqué|note|tweet|letter|message|release|address|"
    r"speech)|"
    r"this\s+week|last\s+week|on\s+(?:X|Twitter|Telegram|Facebook)|does|do|did|is|are|was|were))+$",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"^(?:[\s'\"(–-]|as\s+of\s+(?:today|yesterday|now|(?:[a-z]+day|(?:\d{1,2}\s+)?[a-z]{3,9}(?:\s+\d{1,2})?"
    r"(?:,?\s+(?:19|20)\d\d)?))\b,?(?=\s+(?:the|an?|its|at|[A-Z]))|(?:and|but|while|as|that|because|when|however|meanwhile|moreover|also|"
    r"separately|although|though|yet|where|whereas|after|before|since|if|(?:in|of|to|from|by|"
    r"for|with|at)\s+(?:which|whom))\b|(?:In|On|At|For|Since|During|By)\s+[^,]*,|"
    r"(?:In|At|Near|From)\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?(?=\s(?:the|an?|its|local|residents|officials|medics|doctors|police)\s))+",
    re.IGNORECASE,
)
INNER = re.compile(
    r"\b(?:and|but|while|as|that|because|when|although|though|whereas|where)\s+(?=(?:the|a|an|"
    r"some|one|its|his|their|local|[A-Z])\b|[A-Z]|\w+\s+(?:officials|sources|police)|(?:residents|witnesses|"
    r"officials|police|doctors|medics|hospitals|activists|villagers|survivors|authorities|aid\s+workers)\s*$)"
)
AFTER_CUE = re.compile(r"(?:[^,;:\"()–]|\([^)]*\)|(?<=\b[A-Z]),(?=\s[A-Z]\.))+")
STOP = re.compile(
    r"\s+(?:who|which|that|whose|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|published|"
    r"released|issued|seen|obtained|dated|presented|and\s+(?:\d|that|has|have|was|were)|has|"
    r"have|had|was|were|is|are|as\s+of|at\s+least|more\s+than|in\s+(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December|\d{4})|said|told|shows?|showed|indicates?|suggests?|"
    r"killed)\b"
)
FIRST = re.compile(rf"\W*(?P<who>(?:\w[\w'.-]*\s+){{0,5}}?(?:{either(LISTS['sources'])}))\b", re.IGNORECASE)
MAKERS = re.compile(
    rf"^(?:(?:the|a|an|its|their|new|recent|latest|official|preliminary|provisional|updated|"
    rf"monthly|weekly|annual|joint|internal|leaked|"
    rf"separate)\s+)*(?:{either(LISTS['documents'])})\s+"
    r"(?:\w+\s+)?(?:by|from|of|compiled\s+by|released\s+by|published\s+by|issued\s+by|"
    r"carried\s+out\s+by)\s+(?!(?:\d|events|attacks|the\s+conflict|deaths|casualties))",
    re.IGNORECASE,
)
# Words that are nouns as often as verbs speak only where an object or a full stop follows.
AMBIGUOUS = frozenset(LISTS["ambiguous"])
OBJECT = re.compile(
    r"\s*(?:[.,;]|$|\s(?:that|to|at|an?|the|some|more|about|over|nearly|it|its|at least|up|as|"
    r"how|no|only|in|on|this|there|between|around|almost|dozens|hundreds|thousands|several|"
    r"[\d$€£]|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|"
    r"[a-z]+\s+(?:attacks|deaths|casualties|cases|people|civilians|who|that)|[A-Z])\b|"
    r"\s[\d$€£])"
)
# Words in -ed that may stand in a source's name; any other makes it a clause.
PARTICIPLES = frozenset(LISTS["participles"])
CLAUSE = re.compile(
    r"\b(?:killed|wounded|injured|attacked|were|was)\b|(?<![\w'-])(?:the|an?|of|on|in|by|for|with|to|its)$"
)
AUXILIARY = re.compile(r"\b(?:would|will|could|has|have|had|is|are|can|should|may|might|must)\b")
RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b")
TRAILING = re.compile(
    r"(?<=[A-Z)])\s+(?:think[ -]tank|watchdog|charity|NGO|news agency|news website)$|"
    r"(?<=[A-Z][a-z]{5}\))\s+\w+$"
)


def voices(text: str) -> tuple[Voice, ...]:
    """Find the sources in a sentence.

    Examples
    --------
    >>> one, = voices("Twelve men died, police in Quetta said.")
    >>> one.name
    'police in Quetta'
    """
    found: list[Voice] = []
    for voice in sorted(candidates(text), key=lambda one: one.start):
        if not OURS.match(text[voice.start : voice.end]) and not any(
            one.start < voice.end and voice.start < one.end for one in found
        ):
            found.append(voice)
    return scoped(text, found)


def candidates(text: str) -> Iterator[Voice]:
    """Give everything that reads as a source, by each of the forms."""
    yield from counters(text)
    for match in CUE.finditer(text):
        if named_so(text, match):
            continue
        if match["before"]:
            yield from after_cue(text, match)
        elif match["own"]:
            yield Voice(match.start(), match.end(), match[0], refers=True)
        elif not (match["verb"].lower() in AMBIGUOUS and not OBJECT.match(text, match.end())):
            yield from (subject(text, match) or inverted(text, match) or first_subject(text, match))


def counters(text: str) -> Iterator[Voice]:
    """Give the sources whose report or count a sentence names: "by the army's own count"."""
    for match in ISSUED.finditer(text):
        if is_source(match["name"], "said"):
            yield voice_at(text, *match.span("name"), periodic=bool(PERIODIC.search(match["document"])))
    for match in BY_COUNT.finditer(text) if "'" in text else ():
        if is_counter(match["who"]):
            yield voice_at(text, *match.span("who"), leading=leads(text, match.start()))
    for match in RECKONED.finditer(text):
        yield from after_cue(text, match)


def is_counter(part: str) -> bool:
    """Whether a count is somebody's: "the army's own count", "one banker's estimate"."""
    whose = re.split(r"'s\s|s'\s", part)[0]
    return not re.search(r"\d", whose) and not is_clause(whose)


def named_so(text: str, match: re.Match[str]) -> bool:
    """Whether a verb is part of a name: the Alliance of Sahel States."""
    verb = match["verb"]
    return bool(verb) and verb[0].isupper() and bool(re.search(r"[\w,]\s*$", text[: match.start()]))


def first_subject(text: str, match: re.Match[str]) -> list[Voice]:
    """Read the source that begins a sentence for a verb that "and" joins: "... dismissed it and said"."""
    if match["verb"].lower() in WEAK or not re.search(
        r"\b(?:and|but)\s+(?:also\s+)?$", text[: match.start()]
    ):
        return []
    first = FIRST.match(text)
    if not first or not is_source(first["who"], "said"):
        return []
    return [voice_at(text, *first.span("who"))]


def after_cue(text: str, match: re.Match[str]) -> Iterator[Voice]:
    """Read the source after "according to"."""
    named = AFTER_CUE.match(text, match.end())
    if not named or ISSUED.search(text, match.end(), named.end()):
        return
    end = named.end()
    if stop := STOP.search(text, match.end(), end):
        end = stop.start()
    part = text[match.end() : end].rstrip(" .")
    if part and (match["before"].lower() == "according to" or is_source(part, "said")):
        yield voice_at(
            text,
            match.end(),
            match.end() + len(part),
            leading=leads(text, match.start()),
            periodic=periodic(match, part),
        )


def periodic(match: re.Match[str], part: str) -> bool:
    """Whether the source is a document about a stretch of time."""
    return bool(PERIODIC.search(part) or PERIODIC.match(match["before"]))


def leads(text: str, start: int) -> bool:
    """Whether a source stands before what it says."""
    return not text[:start].strip(" \"'") or bool(CONTRAST.search(text[:start]))


def subject(text: str, match: re.Match[str]) -> list[Voice]:
    """Read the source before "said"."""
    lead = text[max(0, match.start() - 90) : match.start()].rstrip()
    if lead.endswith(("which", "that")) and (related := RELATED.search(text, 0, match.start())):
        return [voice_at(text, *related.span("who"))]
    start, end = subject_span(text, match.start())
    part = text[start:end]
    if not part or part.endswith("'s") or not is_source(part, match["verb"].lower()):
        return []
    lead = text[:start].strip(" \"'")
    leading = (
        not lead
        or bool(CONTRAST.search(text[:start]))
        or bool(re.match(r"\s+(?:that\b|[^\s,.;\"]+\s+\w)", text[match.end() :]))
    )
    voice = voice_at(text, start, end, leading=leading)
    return [voice] if is_source(voice.name, "said") else []


def subject_span(text: str, end: int) -> tuple[int, int]:
    """Give the words before a verb that may be its subject, with what is set off by commas."""
    shut = re.sub(r"\([^()]*\)", lambda match: "_" * len(match[0]), text[:end])
    opening = max(shut.rfind(sign, 0, end) for sign in ';:"(–')
    chunks = list(re.finditer(r"[^,]+", text[opening + 1 : end]))
    offset = opening + 1
    if not chunks:
        return end, end
    last = len(chunks) - 1
    if not chunks[last][0].strip() and last:
        last -= 1
        while last and re.fullmatch(r"\s*\d{2}\s*", chunks[last][0]):
            last -= 1
        first = apposed(chunks, last)
        if first < last:
            stop = first if re.match(r"\s*(?:who|which|whose)\b", chunks[last][0]) else last
            return trimmed(text, offset + chunks[first].start(), offset + chunks[stop].end())
    return trimmed(text, offset + chunks[last].start(), offset + chunks[last].end())


def apposed(chunks: Sequence[re.Match[str]], last: int) -> int:
    """Give where a name begins that is explained between commas: "Ahmed Khan, the governor, said"."""
    if not last:
        return last
    before, here = trim(chunks[last - 1][0]), chunks[last][0].strip()
    explains = re.match(
        r"(?:who|which|whose|the|an?|its|his|head|chief|director|spokes\w+|commander)\b", here
    )
    named = PROPER.match(here)
    if (explains and (PROPER.search(before) or SOURCE.search(before))) or (
        named and SOURCE.search(before) and not re.search(r"\d", before)
    ):
        return last - 1
    return last


def trim(part: str) -> str:
    """Take off what stands before and after a subject."""
    return TAIL.sub("", HEAD.sub("", part)).strip()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off what stands before and after a subject, and keep where it is."""
    part = text[start:end].rstrip()
    part = TAIL.sub("", " " + part)[1:] if TAIL.search(" " + part) else part
    head = HEAD.match(part)
    if head:
        start, part = start + head.end(), part[head.end() :]
    if (pronoun := re.search(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)$", part)) and re.match(
        r"(?:In|On|At|For|Since|During|By|Earlier|Later|Last|This|Yesterday)\b", part
    ):
        return start + pronoun.start(), start + len(part)
    inner = list(INNER.finditer(part))
    if inner and SOURCE.search(part[inner[-1].end() :]):
        start, part = start + inner[-1].end(), part[inner[-1].end() :]
    return start, start + len(part.rstrip())


def is_source(part: str, verb: str) -> bool:
    """Whether some words can name somebody who says something."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", part.strip(), flags=re.IGNORECASE)
    if (
        not bare
        or bare.lower() in {"the", "a", "an", "no", "this", "that", "there", "who", "which"}
        or len(bare.split()) > 18
        or re.search(r"\d{2}", re.sub(r"\([^)]*\)", "", bare))
    ):
        return False
    if bare.lower() in PRONOUNS:
        return verb not in {"report", "claim", "show", "found"}
    if is_clause(bare):
        return False
    if SOURCE.search(bare):
        return True
    entry = gazetteer().get(bare)
    capital = entry is not None and entry.kind in {"capital", "country"}
    return bool(PROPER.match(bare)) and (capital or verb not in WEAK or bare.split()[0].isupper())


def is_clause(bare: str) -> bool:
    """Whether some words hold a verb of their own, or break off before a noun."""
    done = [word for word in re.findall(r"(?<!-)\b[a-z]{3,}ed\b", bare) if word not in PARTICIPLES]
    own_verb = bool(done) or bool(AUXILIARY.search(bare))
    return bool(CLAUSE.search(bare)) or (own_verb and not RELATIVE.search(bare))


def inverted(text: str, match: re.Match[str]) -> list[Voice]:
    """Read the source after "said"."""
    if not re.search(r"[,\"']\s*$", text[: match.start()]) or match["verb"].lower() not in {
        "said",
        "says",
        "added",
        "reported",
        "told",
        "according",
    }:
        return []
    named = re.match(r"\s+((?:[^,;:\"()–]|\([^)]*\))+)", text[match.end() :])
    part = named[1].rstrip(" .") if named else ""
    if not part or not is_source(part, "said"):
        return []
    start = match.end() + (named.start(1) if named else 0)
    return [voice_at(text, start, start + len(part), leading=False)]


def voice_at(text: str, start: int, end: int, *, leading: bool = True, periodic: bool = False) -> Voice:
    """Make a voice of some words: a document that names its maker speaks for its maker."""
    if stop := STOP.search(text, start, end):
        end = stop.start()
    part = text[start:end]
    if made := MAKERS.match(part):
        periodic = periodic or bool(PERIODIC.search(made[0]))
        start, part = start + made.end(), part[made.end() :]
    part = TRAILING.sub("", part)
    end = start + len(part)
    bare = re.sub(
        r"^(?:the|a|an)\s+(?:(?:recent|new|latest|same)\s+)?", "", part, flags=re.IGNORECASE
    ).strip()
    refers = bare.lower() in PRONOUNS or (
        part.lower().startswith(("the ", "that ", "its ")) and bare.lower() in GENERIC
    )
    return Voice(
        start,
        end,
        bare,
        leading=leading,
        refers=refers,
        periodic=periodic or (bool(PERIODIC.search(bare)) and bool(DOCUMENT.search(bare))),
    )
