"""Everything as lines of JSON: one record a line, each with its kind and a check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from jirga.about import VERSION
from jirga.exchange.content import Content
from jirga.exchange.kinds import FORMAT, PARTS
from jirga.schema.conflict import Conflict

Line = dict[str, Any]


def jsonl(content: Content) -> str:
    """Write everything, one record a line; the first line says what the file is."""
    return "".join(f"{written(one)}\n" for one in (head(content), *lines(content)))


def head(content: Content) -> Line:
    """Say what the file is."""
    title = content.conflict.title if content.conflict else ""
    held = {"level": content.level, "left_out": content.left_out} if content.level else {}
    return {"kind": "jirga", "format": FORMAT, "version": VERSION, "title": title, **held}


def lines(content: Content) -> Iterator[Line]:
    """Give every record."""
    for line in (*(conflict_lines(content.conflict) if content.conflict else ()), *record_lines(content)):
        yield {**line, "check": check(line)}


def conflict_lines(conflict: Conflict) -> Iterator[Line]:
    """Give what a conflict file says."""
    yield {"kind": "conflict", **dumped(conflict, *PARTS)}
    yield from ({"kind": "source", "id": name, **dumped(one)} for name, one in conflict.sources.items())
    for name, party in conflict.parties.items():
        yield {"kind": "party", "id": name, **dumped(party, "prefers")}
    for name, party in conflict.parties.items():
        for place, want in enumerate(party.prefers, start=1):
            yield {"kind": "want", "party": name, "place": place, **dumped(want)}
    yield from parts_lines(conflict)


def parts_lines(conflict: Conflict) -> Iterator[Line]:
    """Give what stands beside the parties."""
    named = (("outcome", "name", "outcomes"), ("issue", "id", "issues"), ("consent", "issue", "consent"))
    more = (("package", "name", "packages"), ("view", "party", "views"), ("variant", "name", "variants"))
    listed = (("impossible", "impossible"), ("position", "positions"), ("mandate", "mandates"))
    for kind, key, part in (*named, *more):
        for name, one in getattr(conflict, part).items():
            yield {"kind": kind, key: name, **dumped(one)}
    for kind, part in (*listed, ("linkage", "linkages"), ("offer", "offers")):
        for one in getattr(conflict, part):
            yield {"kind": kind, **dumped(one)}
    for name, rule in conflict.bodies.items():
        yield {"kind": "body", "name": name, "rule": dumped(rule)}
    for one in conflict.expect:
        yield {"kind": "expectation", "expect": dumped(one)}


def record_lines(content: Content) -> Iterator[Line]:
    """Give what the record holds."""
    for document in content.documents:
        yield {"kind": "document", **dumped(document)}
    for document in content.documents:
        for mark, passage in content.passages.get(document.id, {}).items():
            yield {"kind": "passage", "mark": mark, **dumped(passage)}
    for claim in content.claims:
        yield {"kind": "claim", **dumped(claim)}
    for review in content.reviews:
        yield {"kind": "review", **dumped(review)}
    for name in content.names:
        yield {"kind": "name", "name_kind": name.kind, **dumped(name, "kind")}


def dumped(one: BaseModel, *less: str) -> Line:
    """Give the fields of a value, each by the name it has in a file."""
    return one.model_dump(mode="json", by_alias=True, exclude=set(less))


def written(line: Line) -> str:
    """Write a record on one line; a line separator inside it is escaped."""
    text = json.dumps(line, ensure_ascii=False, allow_nan=False)
    return "".join(f"\\u{ord(one):04x}" if one in "\x7f\x85\u2028\u2029\ufeff" else one for one in text)


def check(line: Line) -> str:
    """Give the few signs that tell whether a record still says what it said."""
    said = {key: value for key, value in line.items() if key != "check"}
    plain = json.dumps(whole(said), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def whole(value: Any) -> Any:
    """Write whole numbers in one way, whatever program has written the line: 50 and 50.0 are one."""
    if isinstance(value, dict):
        return {key: whole(one) for key, one in value.items()}
    if isinstance(value, list):
        return [whole(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
