"""Proposals as JSON, in the shape that annotated texts have, so that one scorer reads both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from jirga.schema.record import Figure, Mention, Period


def figure_json(text: str, number: int, one: Figure) -> dict[str, Any]:
    """Write a figure as an annotation: offsets and words, nothing that is unknown left out."""
    main = one.main
    written = {
        "id": f"F{number}",
        "start": main.start,
        "end": main.end,
        "span": main.quote,
        "value": one.value,
    }
    kept = {
        "value_high": one.value_high,
        "vague": one.vague or None,
        "per": one.per or None,
        "currency": one.currency or None,
    }
    written |= {name: value for name, value in kept.items() if value is not None}
    return written | {
        "bound": one.bound,
        "unit": one.unit,
        "counted": one.counted,
        "period": period_json(text, one.period, main.start),
        "place": mention_json(text, one.place),
        "claimant": mention_json(text, one.claimant),
        "modality": one.modality,
    }


def period_json(text: str, one: Period | None, near: int) -> dict[str, Any] | None:
    """Write a period, with its words where they are stated beside the claim."""
    if one is None:
        return None
    days = [day.isoformat() if day else None for day in (one.start, one.end)]
    return {"start": days[0], "end": days[1], "text": words_json(text, one.text, near), "kind": one.kind}


def words_json(text: str, words: str, near: int) -> dict[str, Any] | None:
    """Find the words of a period: before the claim, or after it, whichever is nearer."""
    if not words:
        return None
    places = [at for at in (text.rfind(words, 0, near + len(words)), text.find(words, near)) if at >= 0]
    at = min(places, key=lambda one: abs(one - near), default=-1)
    return {"start": at, "end": at + len(words), "span": words} if at >= 0 else None


def mention_json(text: str, one: Mention | None) -> dict[str, Any] | None:
    """Write a place or a source, with its words where they are stated."""
    if one is None:
        return None
    span = text[one.start : one.end] if one.start is not None else None
    return {"norm": one.name, "start": one.start, "end": one.end, "span": span, "kind": one.kind}


def document_json(name: str, text: str, published: str) -> dict[str, Any]:
    """Say which text was read."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"id": name, "published": published, "sha256": digest, "n_chars": len(text)}


def figures_json(text: str, found: Iterable[Figure]) -> list[dict[str, Any]]:
    """Write all figures of a text."""
    return [figure_json(text, number, one) for number, one in enumerate(found, 1)]
