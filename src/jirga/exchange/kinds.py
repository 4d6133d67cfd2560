"""The kinds of lines: for each the type whose fields it has, and what stands on it besides."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from jirga.schema import bargaining, conflict, consent, edits, record, sources, views, wants

FORMAT = 1


@dataclass(frozen=True)
class LineKind:
    """One kind of line.

    Attributes
    ----------
    type : type
        The type whose fields stand on the line, or under `under`.
    says : str
        What one line is.
    more : dict of str to str
        The keys that stand on it besides, with a sentence on each.
    less : tuple of str
        The fields that have lines of their own.
    under : str
        The key under which the fields stand, where they are of one of several types.
    back : str
        What becomes of a changed line when it is brought back.
    """

    type: type[BaseModel]
    says: str
    more: dict[str, str] = field(default_factory=dict)
    less: tuple[str, ...] = ()
    under: str = ""
    back: str = "refused: change it in the conflict file"


PARTS = (
    *("sources", "parties", "impossible", "outcomes", "issues", "positions", "bodies", "consent", "mandates"),
    *("linkages", "offers", "packages", "views", "variants", "expect"),
)
ID = {"id": "Its id in the file."}
NAME = {"name": "Its name in the file."}
TAKEN = "taken in"
LINE_KINDS: dict[str, LineKind] = {
    "conflict": LineKind(
        conflict.Conflict, "What a conflict file says beside the lines that follow.", less=PARTS
    ),
    "source": LineKind(sources.Source, "A source of the conflict file.", ID),
    "party": LineKind(conflict.Party, "A party with its options.", ID, ("prefers",), back=TAKEN),
    "want": LineKind(
        wants.Want,
        "A want, at its place in its party's order.",
        {"party": "Whose want it is.", "place": "Its place in the party's order, 1 being what matters most."},
        back=TAKEN,
    ),
    "impossible": LineKind(conflict.Impossible, "A combination that cannot be."),
    "outcome": LineKind(conflict.Outcome, "A state that the analyst has named.", NAME),
    "issue": LineKind(bargaining.Issue, "Something that is bargained over.", ID),
    "position": LineKind(bargaining.Position, "Where a party stands on an issue.", back=TAKEN),
    "body": LineKind(consent.Quota, "A body that decides by a rule of its own.", NAME, under="rule"),
    "consent": LineKind(consent.Consent, "Whose yes settles an issue.", {"issue": "The issue, or deal."}),
    "mandate": LineKind(consent.Mandate, "What somebody may agree to, and for whom."),
    "linkage": LineKind(bargaining.Linkage, "What a value on one issue makes acceptable on another."),
    "offer": LineKind(bargaining.Offer, "Something that could be put on the table."),
    "package": LineKind(bargaining.Package, "Issues settled together.", NAME),
    "view": LineKind(views.View, "What one party believes.", {"party": "The party."}),
    "variant": LineKind(edits.Edits, "A named set of edits of the file.", NAME),
    "expectation": LineKind(BaseModel, "Something the analyst expects to come out.", under="expect"),
    "document": LineKind(
        record.Document, "A document of the record.", back="refused: a document enters by jirga add"
    ),
    "passage": LineKind(
        record.Passage,
        "A passage of a document.",
        {"mark": "What it is cited by, as S15."},
        back="refused: passages are those of the documents' texts",
    ),
    "claim": LineKind(
        record.Recorded,
        "A claim as it stands now.",
        back="taken in as a correction, and a new one as a proposal",
    ),
    "review": LineKind(
        record.Review,
        "What somebody made of a claim; a copy held to a level has none.",
        back="refused: what is made of a claim is judged with jirga review",
    ),
    "name": LineKind(
        record.Name,
        "Somebody or something in the register.",
        {"name_kind": "A party, person, place or source."},
        ("kind",),
        back="taken in where it brings a new name or more aliases",
    ),
}
