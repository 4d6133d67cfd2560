"""What the other reader proposes of a text, in the shape of annotated texts, and what the gate refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jirga.reading.claims_json import incident_json, stance_json, tie_json
from jirga.reading.endpoint import Endpoint, propose
from jirga.reading.proposals import document_json, figures_json
from jirga.schema.record import Figure, Incident, Stance, Tie


def asked(endpoint: Endpoint, text: str, published: dt.date, name: str) -> dict[str, Any]:
    """Ask another reader about a text.

    Raises
    ------
    EndpointTrouble
        It cannot be reached, or answers in a form that cannot be read.
    """
    got = propose(endpoint, text, published.isoformat())
    figures = [one for one in got.claims if isinstance(one, Figure)]
    incidents = [one for one in got.claims if isinstance(one, Incident)]
    stances = [one for one in got.claims if isinstance(one, Stance)]
    ties = [one for one in got.claims if isinstance(one, Tie)]
    return {
        "doc": document_json(name, text, published.isoformat()),
        "reader": endpoint.reader,
        "figures": figures_json(text, figures),
        "incidents": [incident_json(text, number, one) for number, one in enumerate(incidents, 1)],
        "statements": [stance_json(text, number, one) for number, one in enumerate(stances, 1)],
        "ties": [tie_json(text, number, one) for number, one in enumerate(ties, 1)],
        "refused": [{"quote": one.quote, "why": one.why} for one in got.refused],
    }
