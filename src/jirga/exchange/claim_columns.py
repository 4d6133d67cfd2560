"""The sheet of claims: a column for every field that a claim of any kind has."""

from __future__ import annotations

from typing import get_args

from jirga.exchange.columns import MADE, Column, Sheet
from jirga.schema import record
from jirga.schema.words import Basis

NAMED = {
    "amount": ("figure: the number with its bound, as 'more than 600', '60 to 65' or 'dozens'.", 16),
    "counted": ("figure: who or what is counted, in words.", 16),
    "per": ("figure: the time it is for, as month or day.", 8),
    "currency": ("figure: the currency's three letters.", 9),
    "actor": ("figure: who did it.", 16),
    "definition": ("figure: the scope that says what is counted in.", 16),
    "type": ("incident: what kind, as airstrike or border_closure.", 16),
    "actor1": ("incident: who began it.", 16),
    "actor2": ("incident: against whom, or with whom.", 16),
    "casualties": ("incident: by group, as 'civilians: killed 3, injured at least 5'.", 28),
    "crossing": ("incident: the border crossing it is about.", 12),
    "speaker": ("stance: who takes it.", 16),
    "act": ("stance: what the speaker does, as accuse, demand or warn.", 10),
    "topic": ("stance: what about.", 16),
    "source": ("tie: who supports, controls, funds.", 16),
    "relation": ("tie: supports, opposes, controls, funds, allied_with, negotiates_with.", 14),
    "target": ("stance, tie: towards whom.", 16),
    "period": ("When it was so: 2025-02-21, 2025-02, or 2025-02-01/2025-02-28; an open end is '..'.", 22),
    "place": ("Where.", 16),
    "claimant": ("Who says so; blank is the author's own voice.", 18),
    "via": ("Through whom it came, with semicolons between.", 18),
}
CHOSEN = {
    "unit": ("figure: what kind of thing is counted or measured.", get_args(record.Unit)),
    "status": ("incident, tie: whether it is reported, asserted, claimed, denied, planned.", ()),
    "stance": ("stance: support, oppose or neutral.", get_args(record.Side)),
    "quoted": ("stance: whether it holds the speaker's own words.", ("yes", "no")),
    "certainty": ("stance: stated, described or speculative.", get_args(record.Certainty)),
    "said": ("How it is said: asserted, hedged, conditional, question, denied.", get_args(record.Modality)),
    "basis": ("How it is known.", get_args(Basis)),
}
ORDER = (
    *("amount", "unit", "counted", "per", "currency", "actor", "definition"),
    *("type", "actor1", "actor2", "casualties", "crossing"),
    *("speaker", "act", "stance", "topic", "quoted", "certainty", "source", "relation", "target", "status"),
    *("period", "place", "claimant", "via", "said", "basis"),
)


def field(name: str) -> Column:
    """Make the column of a claim's field."""
    if name in CHOSEN:
        says, choices = CHOSEN[name]
        return Column(name, says, "choice", 12, choices)
    says, width = NAMED[name]
    return Column(name, says, "words", width)


CLAIMS = Sheet(
    "Claims",
    "claim",
    "What the documents say: one row for each claim. A changed row becomes a correction in your name.",
    ("id",),
    "reject it with jirga review, or take it back with jirga retract",
    (
        Column("id", "Its id in the record; blank in a new row.", "name", 22),
        Column("kind", "figure, incident, stance or tie.", "choice", 9, get_args(record.Kind)),
        Column("document", "The document it stands in, by its short name.", "name", 14),
        Column("words", "The exact words that say it, as they stand in the document.", "words", 50),
        *(field(name) for name in ORDER),
        Column("state", "What people have made of it; only shown here.", "shown", 10),
        Column("level", "Who may see it; blank: who may see the document. Only shown here.", "shown", 8),
        Column("retracted", "Why nothing should rest on it any more; only shown here.", "shown", 14),
        MADE,
    ),
    fixed=("kind", "document"),
)
