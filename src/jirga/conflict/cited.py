"""Everything in a conflict that says how it is known, with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator

from jirga.conflict.places import Step
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Cited


def cited_things(conflict: Conflict) -> Iterator[tuple[list[Step], Cited]]:
    """Walk everything that may cite a source, with its path in the file."""
    for name, party in conflict.parties.items():
        yield ["parties", name], party
        for place, want in enumerate(party.prefers):
            yield ["parties", name, "prefers", place], want
            for number, reading in enumerate(want.readings):
                yield ["parties", name, "prefers", place, "readings", number], reading
    for place, rule in enumerate(conflict.impossible):
        yield ["impossible", place], rule
    for name, variant in conflict.variants.items():
        for place, edit in enumerate(variant.edits):
            if isinstance(edit, Cited):
                yield ["variants", name, "edits", place], edit
    yield from cited_in_views(conflict)
    yield from cited_in_bargaining(conflict)


def cited_in_views(conflict: Conflict) -> Iterator[tuple[list[Step], Cited]]:
    """Walk what may cite a source in views."""
    for name, view in conflict.views.items():
        yield ["views", name], view
        for key in ("edits", "unseen"):
            for place, line in enumerate(getattr(view, key)):
                if isinstance(line, Cited):
                    yield ["views", name, key, place], line


def cited_in_bargaining(conflict: Conflict) -> Iterator[tuple[list[Step], Cited]]:
    """Walk what may cite a source in issues, positions, rules of consent, mandates and packages."""
    for key in ("issues", "consent", "packages"):
        for name, cited in getattr(conflict, key).items():
            yield [key, name], cited
    for key in ("positions", "linkages", "offers", "mandates"):
        for place, cited in enumerate(getattr(conflict, key)):
            yield [key, place], cited
    for place, mandate in enumerate(conflict.mandates):
        for number, approval in enumerate(mandate.approvals):
            yield ["mandates", place, "approvals", number], approval
    for name, consent in conflict.consent.items():
        for who, reply in consent.answers.items():
            yield ["consent", name, "answers", who], reply
