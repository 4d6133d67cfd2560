"""A conflict without some of what it cites: each source, speaker and passage left out in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jirga.conflict.cited import cited_things
from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want
from jirga.stress.gone import Gone
from jirga.stress.yeses import consent_without

Kind = Literal["source", "speaker", "passage"]


@dataclass(frozen=True)
class LeftOut:
    """Something that is cited, left out.

    Attributes
    ----------
    kind : {"source", "speaker", "passage"}
        What it is.
    name : str
        The source's id, the speaker's name, or the citation.
    cites : frozenset of str
        The citations that go with it.
    """

    kind: Kind
    name: str
    cites: frozenset[str]


@dataclass(frozen=True)
class Without:
    """A conflict without what rested on something alone.

    Attributes
    ----------
    left_out : LeftOut
        What was left out.
    conflict : Conflict
        What remains.
    wants : tuple of Want
        The wants that went.
    others : tuple of str
        What else went, as "position kp on channel".
    unheard : tuple of str
        The parties of which nothing is then known.
    rules : tuple of str
        The issues, or `deal`, of which it is then not known whose yes they need.
    unsaid : tuple of (str, str)
        The mandates, approvals and answers that went, each by whose it is.
    """

    left_out: LeftOut
    conflict: Conflict
    wants: tuple[Want, ...]
    others: tuple[str, ...]
    unheard: tuple[str, ...]
    rules: tuple[str, ...] = ()
    unsaid: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing rested on it alone."""
        return not (self.wants or self.others)


CITING = {"parties", "impossible", "positions", "linkages", "offers", "consent", "mandates"}


def cited(conflict: Conflict) -> list[str]:
    """List every citation that something rests on which can be left out, in file order."""
    found: dict[str, None] = {}
    for path, one in cited_things(conflict):
        if path[0] in CITING:
            found.update(dict.fromkeys(one.cite))
    return list(found)


def sources(conflict: Conflict) -> list[LeftOut]:
    """List the sources that are cited."""
    groups: dict[str, set[str]] = {}
    for cite in cited(conflict):
        groups.setdefault(cite.partition("#")[0], set()).add(cite)
    return [LeftOut("source", name, frozenset(some)) for name, some in groups.items()]


def speakers(conflict: Conflict) -> list[LeftOut]:
    """List those who speak in what is cited: whom the file names in a passage, else the author."""
    groups: dict[str, set[str]] = {}
    for cite in cited(conflict):
        groups.setdefault(speaker(conflict, cite), set()).add(cite)
    return [LeftOut("speaker", name, frozenset(some)) for name, some in groups.items() if name]


def speaker(conflict: Conflict, cite: str) -> str:
    """Name who speaks in a citation; empty where that is not said."""
    name, _, mark = cite.partition("#")
    source = conflict.sources.get(name)
    return "" if source is None else source.speakers.get(mark, source.by)


def passages(conflict: Conflict) -> list[LeftOut]:
    """List the passages that are cited."""
    return [LeftOut("passage", cite, frozenset({cite})) for cite in cited(conflict) if "#" in cite]


def without(conflict: Conflict, left_out: LeftOut) -> Without:
    """Leave something out, with everything that rests on it alone.

    Notes
    -----
    A party whose ranking or weights rest on it is then indifferent, and whose yes an issue needs, if the rule
    rests on it, is then not known. Issues and packages stay: without them another question would be asked.
    What is cited from elsewhere as well stays.

    Examples
    --------
    >>> from jirga.examples import conflict
    >>> talks = conflict("khyber_kabul_2025")
    >>> one = next(one for one in passages(talks) if one.name == "article#S38")
    >>> [want.id for want in without(talks, one).wants]
    ['A1', 'A4']
    """
    gone = Gone(left_out.cites)
    parties = {name: party_without(name, party, gone) for name, party in conflict.parties.items()}
    changed = {
        "parties": parties,
        "impossible": gone.kept(conflict.impossible, lambda one: f"rule {one.when}"),
        "positions": gone.kept(conflict.positions, lambda one: f"position of {one.party} on {one.issue}"),
        "linkages": gone.kept(conflict.linkages, lambda one: f"linkage {one.id}"),
        "offers": gone.kept(conflict.offers, lambda one: f"offer {one.id}"),
        **consent_without(conflict, gone),
    }
    unheard = tuple(
        name for name, party in parties.items() if silent(party) and not silent(conflict.parties[name])
    )
    rest = conflict.model_copy(update=changed)
    said = tuple(gone.wants), tuple(gone.others), unheard, tuple(gone.rules), tuple(gone.unsaid)
    return Without(left_out, rest, *said)


def party_without(name: str, party: Party, gone: Gone) -> Party:
    """Take away the wants of a party that go, and its ranking or weights if they do."""
    if (party.ranking or party.weights) and gone.goes(party):
        gone.others.append(f"{'ranking' if party.ranking else 'weights'} of {name}")
        return party.model_copy(update={"ranking": (), "weights": {}, "unranked": ()})
    gone.wants += [want for want in party.prefers if gone.goes(want)]
    stay = tuple(want for want in party.prefers if not gone.goes(want))
    return party.model_copy(update={"prefers": stay}) if len(stay) < len(party.prefers) else party


def silent(party: Party) -> bool:
    """Whether nothing is known of what a party wants."""
    return not (party.prefers or party.ranking or party.weights)
