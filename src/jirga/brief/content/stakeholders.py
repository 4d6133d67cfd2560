"""The annex of stakeholders: who they are, what they hold, what they want most, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence

from jirga.answer.consent.mandates import at_table
from jirga.answer.phrases import known_by, listing, taking
from jirga.answer.stress.spoilers import place
from jirga.brief.content.drafts import Draft, DraftGrid
from jirga.brief.drawings.relations import Relation
from jirga.brief.drawings.stakeholder_map import stakeholder_map
from jirga.schema.answer import Mark, Sentence
from jirga.schema.conflict import Conflict, Party
from jirga.schema.wants import Want

MOST = 3


def stakeholders(conflict: Conflict, ties: Sequence[Relation] = ()) -> Draft:
    """Lay out the parties: place, what is in their hands, what they want most, and their red lines."""
    rows = tuple(row(conflict, name) for name in conflict.parties)
    head = ("party", "place", "in its hands", "wants most", "red lines")
    grid = DraftGrid(head, rows, "Place: at the table, or not; where the file states mandates.")
    return Draft("stakeholders", "Stakeholders", (), grid, stakeholder_map(conflict, ties))


def row(conflict: Conflict, name: str) -> tuple[Sentence, ...]:
    """Write a party's line."""
    party = conflict.parties[name]
    hands = listing(taking(one, key) for key, one in party.options.items()) or "nothing"
    lines = [want for want in party.prefers if want.red_line]
    where = place(conflict, name) or ("" if at_table(conflict) else "not said")
    return (
        Sentence((party.name,)),
        Sentence((where or "not said",)),
        Sentence((hands,)),
        wanted(party, [want for want in party.prefers if not want.red_line][:MOST]),
        wanted(party, lines),
    )


def wanted(party: Party, some: list[Want]) -> Sentence:
    """Put some wants after one another, each with its mark; of a ranking, say that it is one."""
    parts: list[str | Mark] = []
    for want in some:
        parts += ["; " if parts else "", want.why or want.want, known_by(want, want.id)]
    if not parts and (party.ranking or party.weights):
        how = "ranks the outcomes" if party.ranking else "weighs its options"
        parts = [how, known_by(party, party.name)]
    return Sentence(tuple(parts) or ("-",))
