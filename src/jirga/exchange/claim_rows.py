"""The claims of a case laid out as rows of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jirga.exchange.claim_columns import CLAIMS
from jirga.exchange.rows import Cells, Table, table
from jirga.review.lines import lines
from jirga.schema.record import Document, Recorded


def claim_rows(claims: Iterable[Recorded], documents: Iterable[Document]) -> Table:
    """Lay claims out, in the order of their documents' text, each row with its check."""
    names = {one.id: one.name for one in documents}
    return table(CLAIMS, (claim_cells(one, names) for one in claims))


def claim_cells(one: Recorded, names: Mapping[str, str]) -> Cells:
    """Lay a claim out, every field as it may be typed."""
    said = {line.name: line.value for line in lines(one.claim)}
    return {
        "id": one.id,
        "kind": one.claim.kind,
        "document": names.get(one.document, one.document),
        "words": one.claim.main.quote,
        **said,
        "state": one.state,
        "level": one.claim.level or "",
        "retracted": one.retracted,
    }
