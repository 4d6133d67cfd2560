"""Figures, incidents and documents for tests, made from as little as the test is about."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jirga.figures.places import Terms
from jirga.figures.source import Happening, Source
from jirga.schema.record import Document, Figure, Incident, Period

EVIDENCE = Path(__file__).parents[2] / "shared" / "evidence"
NAMES = {
    "KP": "Khyber Pakhtunkhwa",
    "UNSC report": "UN Monitoring Team, 35th report",
    "PICSS (primary)": "PICSS",
}
TERMS = Terms(NAMES)


def document(name: str, publisher: str = "", published: str = "") -> Document:
    """Make a document of which only its name, publisher and day matter."""
    day = dt.date.fromisoformat(published) if published else None
    return Document(
        id=f"doc_{name}",
        name=name,
        publisher=publisher,
        published=Period(start=day, end=day) if day else None,
        file_sha256="0" * 64,
        text_sha256="0" * 64,
        chars=10_000,
        extractor="plain",
        extractor_version="1",
    )


def source(
    value: float | None,
    counted: str = "",
    unit: str = "deaths",
    *,
    at: int = 0,
    doc: Document | None = None,
    **more: Any,
) -> Source:
    """Make a figure in a document; days are given as `days=("2025-02-01", "2025-02-28")`."""
    days, quote = more.pop("days", None), more.pop("quote", f"{value} {counted or unit}")
    figure = Figure(
        passages=[{"start": at, "end": at + len(quote), "quote": quote}],
        value=value,
        unit=unit,
        counted=counted,
        period={"start": days[0] or None, "end": days[1] or None} if days else None,
        **more,
    )
    held = doc or document("paper")
    return Source(f"fig_{held.name}_{at}_{value}", figure, held, f"{held.name}#S1", TERMS)


def happening(start: str, *, at: int = 0, doc: Document | None = None, **more: Any) -> Happening:
    """Make an incident that began on a day."""
    quote = more.pop("quote", f"closed on {start}")
    incident = Incident(
        passages=[{"start": at, "end": at + len(quote), "quote": quote}],
        type=more.pop("type", "border_closure"),
        period={"start": start, "end": None},
        **more,
    )
    held = doc or document("paper")
    return Happening(f"inc_{held.name}_{at}", incident, held, f"{held.name}#S1", TERMS)


def annotated(name: str, published: str, publisher: str = "") -> list[Source]:
    """Read the figures of a development text as people annotated them."""
    data = json.loads((EVIDENCE / "dev" / "ann" / f"{name}.json").read_text(encoding="utf-8"))
    held = document(name, publisher, published)
    return [
        Source(f"fig_{name}_{one['id']}", figure(one), held, f"{name}#{one['id']}", TERMS)
        for one in data["figures"]
    ]


def figure(one: Mapping[str, Any]) -> Figure:
    """Make a figure of an annotation."""
    period, keys = (
        one.get("period"),
        ("value", "value_high", "bound", "vague", "unit", "counted", "per", "currency"),
    )
    return Figure(
        passages=[{"start": one["start"], "end": one["end"], "quote": one["span"]}],
        **{key: one[key] for key in keys if one.get(key) is not None},
        period={key: period[key] for key in ("start", "end")} if period else None,
        **{key: one[key]["norm"] for key in ("place", "claimant") if one.get(key)},
        **({"actor": one["actor"]} if one.get("actor") else {}),
    )


def facts() -> list[dict[str, str]]:
    """Read the figures that the press claimed, with what is noted of them; each outlet is a document."""
    with (EVIDENCE / "claims_facts.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def fact(row: Mapping[str, str], number: int) -> Source:
    """Make a row of the press's claims into a figure in a document; the earlier a row, the older it is."""
    unit, _, per = row["unit"].partition("/")
    per, _, money = per.partition(" ")
    unit, _, currency = unit.partition(" ")
    first, _, via = row["claimant"].partition(", in the ")
    held = document(
        f"{row['set']}/{row['outlet']}", row["outlet"], f"{dt.date(2025, 4, 1) + dt.timedelta(number)}"
    )
    quote = f"{row['bound'].replace('_', ' ')} {row['value']} {row['counted']}"
    claim = Figure(
        passages=[{"start": 100 * number, "end": 100 * number + len(quote), "quote": quote}],
        value=float(row["value"]),
        value_high=float(row["value_high"]) if row["value_high"] else None,
        bound=row["bound"],
        unit=unit,
        counted=row["counted"],
        per=per,
        currency=currency or money,
        period={"start": row["period_start"] or None, "end": row["period_end"] or None}
        if row["period_start"] or row["period_end"]
        else None,
        place=row["place"],
        claimant=first or None,
        via=("UN Monitoring Team, 35th report",) if via else (),
    )
    return Source(f"row_{number}", claim, held, held.name, TERMS)
