"""Digests, and the ids that are made from content, so that the same thing found twice is one thing."""

from __future__ import annotations

import hashlib
import json
from functools import singledispatch
from typing import Any

from jirga.schema.record import Claim, Figure, Incident, Stance, Tie


def canonical(value: Any) -> str:
    """Write a value as JSON in exactly one way: keys sorted, no spaces, letters as they are.

    >>> canonical({"b": 1, "a": "ی"})
    '{"a":"ی","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(content: str | bytes) -> str:
    """Give the sha256 of bytes, or of a text as UTF-8."""
    return hashlib.sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def short_id(prefix: str, *content: Any) -> str:
    """Make an id from content.

    >>> short_id("nam", "party", "TTP")
    'nam_709e52e3a820e03c'
    """
    return f"{prefix}_{digest(canonical(content))[:16]}"


def document_id(file_sha256: str) -> str:
    """Make a document's id from the digest of its file."""
    return f"doc_{file_sha256[:16]}"


def dataset_id(maker: str, version: str, file_sha256: str) -> str:
    """Make a set's id from its maker, its release and the digest of the maker's file."""
    return short_id("set", maker, version, file_sha256)


def claim_id(claim: Claim) -> str:
    """Make a claim's id from its document, the place of its words, and what makes it this claim.

    Notes
    -----
    What a better reader may find out later (period, place, claimant) is not in it: the same number read
    again is the same claim, and one that was rejected stays rejected.
    """
    passage = claim.main
    return short_id(PREFIX[type(claim)], passage.document, passage.start, passage.end, *essence(claim))


PREFIX: dict[type[Claim], str] = {Figure: "fig", Incident: "inc", Stance: "stn", Tie: "tie"}


@singledispatch
def essence(claim: Claim) -> tuple[Any, ...]:
    """Give what makes a claim this claim and no other with the same words."""
    raise TypeError(f"{type(claim).__name__} is no kind of claim")


@essence.register
def _(claim: Figure) -> tuple[Any, ...]:
    return (claim.value, claim.value_high, claim.bound, claim.vague)


@essence.register
def _(claim: Incident) -> tuple[Any, ...]:
    return (claim.type,)


@essence.register
def _(claim: Stance) -> tuple[Any, ...]:
    return (claim.speaker.name, claim.target.name if claim.target else None, claim.stance)


@essence.register
def _(claim: Tie) -> tuple[Any, ...]:
    return (claim.source.name, claim.relation, claim.target.name)
