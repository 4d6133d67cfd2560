"""Cases for tests: a few sentences in documents, and claims proposed on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jirga.case import Case, new_case
from jirga.schema.record import AnyClaim, Figure

ANA = {"by": "ana", "at": "2025-03-08T10:00:00Z"}
WIRE = """\
ISLAMABAD, March 2 (Wire) – More than 600 attacks were carried out by the TTP, a UN team said.
In Peshawar 55 civilians and 47 soldiers were killed in February 2025, mostly in KP province.
A payment of about $43,000 a month was named by one member state.
"""
BLOG = """\
The UN team counts 600 attacks. The family is paid $43,000 every month.
In February 2025, 57 civilians were killed.
"""
FEBRUARY = {"start": "2025-02-01", "end": "2025-02-28"}


def figure(text: str, quote: str, value: float, **more: Any) -> Figure:
    """Make a figure whose words stand in a text."""
    start = text.index(quote)
    passage = {"start": start, "end": start + len(quote), "quote": quote}
    return Figure.model_validate({"passages": [passage], "value": value, **more})


def wire_claims() -> list[AnyClaim]:
    """What a reader proposes of the wire."""
    dead = {"unit": "deaths", "period": FEBRUARY, "place": "Peshawar"}
    money = {"unit": "money", "currency": "USD", "per": "month", "counted": "payment to the family"}
    team = {
        "name": "UN team",
        "kind": "stated",
        "start": WIRE.index("a UN team"),
        "end": WIRE.index(" said."),
    }
    return [
        figure(
            WIRE, "More than 600 attacks", 600, bound="more_than", unit="attacks", actor="TTP", claimant=team
        ),
        figure(WIRE, "55 civilians", 55, counted="civilians", **dead),
        figure(WIRE, "47 soldiers", 47, counted="soldiers", **dead),
        figure(WIRE, "about $43,000 a month", 43000, bound="about", claimant="one member state", **money),
    ]


def blog_claims() -> list[AnyClaim]:
    """What a reader proposes of the blog, which copies the wire."""
    money = {"unit": "money", "currency": "USD", "per": "month", "counted": "payment to the family"}
    return [
        figure(BLOG, "600 attacks", 600, unit="attacks", actor="TTP", claimant="UN team"),
        figure(BLOG, "$43,000 every month", 43000, **money),
        figure(
            BLOG, "57 civilians", 57, unit="deaths", counted="civilians", period=FEBRUARY, place="Peshawar"
        ),
    ]


def small_case(folder: Path) -> Case:
    """Make a case of the wire and the blog, with what a reader proposes of each."""
    case = new_case(folder)
    add(
        case, folder.parent / "wire.txt", WIRE, {"publisher": "The Wire", "date": "2025-03-02"}, wire_claims()
    )
    add(case, folder.parent / "blog.txt", BLOG, {"date": "2025-03-05"}, blog_claims())
    return case


def add(case: Case, path: Path, text: str, said: Mapping[str, str], claims: list[AnyClaim]) -> None:
    """Add a document and propose what it claims."""
    path.write_text(text, encoding="utf-8")
    assert all(one.new for _, one in case.add([path], **said, **ANA))  # type: ignore[union-attr]
    assert not case.propose(claims, document=path.stem, by="test", at=ANA["at"]).refused


def many_figures(case: Case, folder: Path, many: int) -> None:
    """Add a document with many numbers, one sentence each."""
    said = [
        f"On day {number} the ministry counted {number + 100} trucks at the gate." for number in range(many)
    ]
    text = "\n".join(said)
    claims = [
        figure(
            text, f"{number + 100} trucks", number + 100, unit="vehicles", counted="trucks", place="Torkham"
        )
        for number in range(many)
    ]
    add(case, folder / "gate.txt", text, {"publisher": "The Ministry", "date": "2025-03-07"}, list(claims))
