"""What of a conflict may be seen by its own level, with what points to something higher taken off it."""

from __future__ import annotations

from typing import Any, TypeVar

from jirga.conflict.retracted import retracted
from jirga.handling.levels import Sight
from jirga.schema.conflict import Conflict, Party
from jirga.schema.consent import Consent, Mandate
from jirga.schema.edits import Edits, Insert
from jirga.schema.levels import may_see
from jirga.schema.sources import Source
from jirga.schema.views import View
from jirga.schema.wants import Cited, Want
from jirga.schema.words import Level

Kind = TypeVar("Kind", bound=Cited)
WITHDRAWN = "what it rests on was withdrawn"
TITLE = "A conflict, of which this copy shows a part"
WORDS = ("question", "as_of", "note")
LISTED = ("impossible", "positions", "linkages", "offers")
NAMED = ("issues", "packages")
GENERAL = ("asks", "states", "one_way", "outcomes", "leverage", "bodies", "cost_of_no_deal", "expect")


def seen(sight: Sight) -> Conflict:
    """Keep what may be seen by its own level."""
    conflict = sight.conflict
    parties = {
        name: seen_party(party, sight)
        for name, party in conflict.parties.items()
        if may_see(sight.level, party.level or conflict.handling)
    }
    changed = {
        "sources": seen_sources(sight),
        "parties": parties,
        "mandates": tuple(seen_mandate(one, sight) for one in conflict.mandates if sight.sees(one)),
        "consent": {
            name: seen_consent(one, sight) for name, one in conflict.consent.items() if sight.sees(one)
        },
        "views": {name: seen_view(one, sight) for name, one in conflict.views.items() if sight.sees(one)},
        "variants": {
            name: seen_variant(one, sight)
            for name, one in conflict.variants.items()
            if open_variant(one, sight)
        },
        **{key: listed(getattr(conflict, key), sight) for key in LISTED},
        **{key: named(getattr(conflict, key), sight) for key in NAMED},
    }
    return conflict.model_copy(update=changed | ({} if sight.general else unsaid(conflict)))


def unsaid(conflict: Conflict) -> dict[str, Any]:
    """Empty what has no level of its own, where the file's may not be seen."""
    empty = {key: type(getattr(conflict, key))() for key in GENERAL}
    return {"title": TITLE, **dict.fromkeys(WORDS, ""), **empty, "status_quo": None, "no_deal": None}


def listed(some: tuple[Kind, ...], sight: Sight) -> tuple[Kind, ...]:
    """Keep of some things those that may be seen."""
    return tuple(trimmed(one, sight) for one in some if sight.sees(one))


def named(some: dict[str, Kind], sight: Sight) -> dict[str, Kind]:
    """Keep of some things with names those that may be seen."""
    return {name: trimmed(one, sight) for name, one in some.items() if sight.sees(one)}


def inside(some: tuple[Kind, ...], sight: Sight, level: Level) -> tuple[Kind, ...]:
    """Keep of what stands in something what may be seen; what cites nothing is as what it stands in."""
    return tuple(trimmed(one, sight) for one in some if sight.sees(one, level))


def trimmed(one: Kind, sight: Sight) -> Kind:
    """Take off something that may be seen what points to something that may not.

    Notes
    -----
    That nothing should rest on it any more stays said, with the reasons that may be seen.
    """
    cites = tuple(cite for cite in one.cite if sight.shows(cite))
    if len(cites) == len(one.cite):
        return one
    words = (passage(sight.conflict, cite) for cite in cites)
    changed: dict[str, Any] = {
        "cite": cites,
        "quote": one.quote if any(one.quote in some for some in words) else "",
        "retracted": one.retracted
        and (retracted(one.model_copy(update={"cite": cites}), sight.conflict.sources) or WITHDRAWN),
    }
    return one.model_copy(update=changed)


def passage(conflict: Conflict, cite: str) -> str:
    """Give the words of a cited passage."""
    name, _, mark = cite.partition("#")
    return conflict.sources[name].passages.get(mark, "")


def seen_sources(sight: Sight) -> dict[str, Source]:
    """Keep the sources that may be seen, with those of their passages that may."""
    return {
        name: seen_source(name, one, sight)
        for name, one in sight.conflict.sources.items()
        if may_see(sight.level, sight.source(name))
    }


def seen_source(name: str, source: Source, sight: Sight) -> Source:
    """Keep of a source the passages that may be seen, and what is said of them."""
    keys = ("passages", "speakers", "retracted_passages", "passage_levels")
    kept = {
        key: {
            mark: one
            for mark, one in getattr(source, key).items()
            if may_see(sight.level, sight.passage(name, mark))
        }
        for key in keys
    }
    return source.model_copy(update=kept)


def seen_party(party: Party, sight: Sight) -> Party:
    """Keep the wants of a party that may be seen, and its ranking or weights if they may."""
    wants = tuple(seen_want(want, sight) for want in party.prefers if sight.sees(want))
    kept = trimmed(party, sight).model_copy(update={"prefers": wants})
    if sight.sees(party):
        return kept
    silent: dict[str, Any] = {
        "ranking": (),
        "weights": {},
        "unranked": (),
        "basis": None,
        "why": "",
        "retracted": "",
    }
    return kept.model_copy(update={**silent, "cite": (), "quote": ""})


def seen_want(want: Want, sight: Sight) -> Want:
    """Keep of a want the readings that may be seen."""
    readings = inside(want.readings, sight, sight.of(want))
    return trimmed(want, sight).model_copy(update={"readings": readings})


def seen_mandate(mandate: Mandate, sight: Sight) -> Mandate:
    """Keep of a mandate the approvals that may be seen."""
    approvals = inside(mandate.approvals, sight, sight.of(mandate))
    return trimmed(mandate, sight).model_copy(update={"approvals": approvals})


def seen_consent(consent: Consent, sight: Sight) -> Consent:
    """Keep of a rule of consent the answers that may be seen."""
    level = sight.of(consent)
    answers = {who: trimmed(one, sight) for who, one in consent.answers.items() if sight.sees(one, level)}
    return trimmed(consent, sight).model_copy(update={"answers": answers})


def seen_view(view: View, sight: Sight) -> View:
    """Keep of a view the beliefs that may be seen."""
    level = sight.of(view)
    edits = tuple(seen_edit(one, sight) for one in view.edits if sees_edit(one, sight, level))
    unseen = inside(view.unseen, sight, level)
    return trimmed(view, sight).model_copy(update={"edits": edits, "unseen": unseen})


def open_variant(variant: Edits, sight: Sight) -> bool:
    """Whether every edit of a variant may be seen: with some of them it would be another variant."""
    return sight.general and all(sees_edit(one, sight, sight.conflict.handling) for one in variant.edits)


def seen_variant(variant: Edits, sight: Sight) -> Edits:
    """Take off the edits what points to something that may not be seen."""
    return variant.model_copy(update={"edits": tuple(seen_edit(one, sight) for one in variant.edits)})


def sees_edit(edit: Any, sight: Sight, level: Level) -> bool:
    """Whether an edit may be seen."""
    cited = edit.insert if isinstance(edit, Insert) else edit
    return sight.sees(cited, level) if isinstance(cited, Cited) else may_see(sight.level, level)


def seen_edit(edit: Any, sight: Sight) -> Any:
    """Take off an edit what points to something that may not be seen."""
    if isinstance(edit, Insert):
        return edit.model_copy(update={"insert": seen_want(edit.insert, sight)})
    return trimmed(edit, sight) if isinstance(edit, Cited) else edit
