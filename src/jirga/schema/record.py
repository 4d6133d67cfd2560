"""What was said, and where: documents, passages, claims of four kinds, and what people made of them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from jirga.schema.words import Basis, Frozen, Level, Text, Texts, as_number

Kind = Literal["figure", "incident", "stance", "tie"]
How = Literal["stated", "carried", "inferred"]
Modality = Literal["asserted", "hedged", "conditional", "question", "denied"]
State = Literal["proposed", "accepted", "corrected", "rejected", "unsure", "disputed"]
NameKind = Literal["party", "person", "place", "source"]
Bound = Literal[
    "exact",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "about",
    "nearly",
    "up_to",
    "range",
    "vague",
]
Unit = Literal[
    "deaths",
    "injuries",
    "killed_or_injured",
    "abductions",
    "arrests",
    "detained",
    "sentenced",
    "displaced",
    "trapped",
    "victims",
    "attacks",
    "strikes",
    "missions",
    "munitions",
    "personnel",
    "people",
    "places",
    "cases",
    "objects",
    "vehicles",
    "posts",
    "money",
    "percent",
    "ratio",
    "duration",
    "area",
    "distance",
    "other",
]
Status = Literal["reported", "claimed", "denied", "planned", "unconfirmed"]
TieStatus = Literal["asserted", "claimed", "denied", "hypothetical", "inferred"]
Side = Literal["support", "oppose", "neutral"]
Certainty = Literal["stated", "described", "speculative"]


def as_whole(value: object) -> object:
    """Write a whole number without a point, so that 600 and 600.0 are one figure."""
    value = as_number(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def as_name(value: object) -> object:
    """Let a bare name stand for a name that is stated nowhere in particular."""
    return {"name": value} if isinstance(value, str) else value


def as_amount(value: object) -> object:
    """Let a bare number stand for exactly so many."""
    return {"value": value} if isinstance(value, int | float) and not isinstance(value, bool) else value


Amounted = Annotated[int | float, BeforeValidator(as_whole), Field(allow_inf_nan=False)]


class Passage(Frozen):
    """Some words of a document: the document's text from `start` to `end` is exactly `quote`."""

    start: int = Field(ge=0, description="Where it begins, in code points of the document's text.")
    end: int = Field(ge=0, description="Where it ends; the sign at `end` is no longer in it.")
    quote: str = Field(description="The words themselves, sign for sign.")
    document: str = Field(default="", description="The document's id; filled in when the claim is kept.")
    prefix: str = Field(default="", description="Up to 32 signs before it, to find it again.")
    suffix: str = Field(default="", description="Up to 32 signs after it, to find it again.")
    role: Text = Field(
        default="value", description="What it is for: value, event, quote, period, place, claimant."
    )
    level: Level | None = Field(default=None, description="Who may see it; null: who may see the document.")

    @model_validator(mode="after")
    def as_long_as_its_quote(self) -> Passage:
        """Refuse offsets that cannot be those of the quotation."""
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError("start and end are not those of the quotation")
        return self


class Period(Frozen):
    """A span of days; an end that is not known is null."""

    start: dt.date | None = Field(default=None, description="The first day.")
    end: dt.date | None = Field(default=None, description="The last day.")
    kind: How = Field(default="stated", description="Whether it is stated there, carried over, or inferred.")
    text: str = Field(default="", description="The words for it, as they stand in the text.")

    @model_validator(mode="after")
    def forwards(self) -> Period:
        """Refuse a period that ends before it begins."""
        if self.start and self.end and self.end < self.start:
            raise ValueError("it ends before it begins")
        return self

    @property
    def precision(self) -> str:
        """How fine it is: a day, a month, a year, some days, or open at an end."""
        if self.start is None or self.end is None:
            return "open"
        if self.start == self.end:
            return "day"
        after = self.end + dt.timedelta(days=1)
        if self.start.day == after.day == self.start.month == after.month == 1:
            return "year" if after.year - self.start.year == 1 else "days"
        months = (after.year - self.start.year) * 12 + after.month - self.start.month
        return "month" if months == self.start.day == after.day == 1 else "days"


class Mention(Frozen):
    """Somebody or some place that is named, and where."""

    name: Text = Field(description="The name, in the form the record uses.")
    kind: How = Field(default="stated", description="Whether it is stated there, carried over, or inferred.")
    start: int | None = Field(
        default=None, description="Where its words begin in the text; null when implied."
    )
    end: int | None = Field(default=None, description="Where its words end.")


Named = Annotated[Mention, BeforeValidator(as_name)]


class Amount(Frozen):
    """How many, with its bound."""

    value: Amounted | None = Field(default=None, description="The number; null only when its bound is vague.")
    value_high: Amounted | None = Field(default=None, description="The upper number of a range.")
    bound: Bound = Field(default="exact", description="Whether it is exactly so many, at least, about, ...")
    vague: Text = Field(default="", description="The vague word: several, dozens, hundreds.")


Counted = Annotated[Amount, BeforeValidator(as_amount)]


class Casualty(Frozen):
    """What happened to one group in an incident; null is not known, zero is none."""

    group: Text = Field(
        default="unknown", description="civilians, security-forces, militants, side-a, unknown, ..."
    )
    killed: Counted | None = Field(default=None, description="How many were killed.")
    injured: Counted | None = Field(default=None, description="How many were injured.")
    abducted: Counted | None = Field(default=None, description="How many were abducted.")
    arrested: Counted | None = Field(default=None, description="How many were arrested.")
    displaced: Counted | None = Field(default=None, description="How many were displaced.")


class Claim(Frozen):
    """What somebody says is so, and the exact words that say it."""

    passages: tuple[Passage, ...] = Field(min_length=1, description="Its words; the first are the claim's.")
    modality: Modality = Field(
        default="asserted", description="How it is said: asserted, hedged, denied, ..."
    )
    basis: Basis = Field(default="reported", description="How it is known.")
    period: Period | None = Field(
        default=None, description="When it was so; null when nothing is said of it."
    )
    place: Named | None = Field(default=None, description="Where; null when nothing is said of it.")
    claimant: Named | None = Field(default=None, description="Who says so; null is the author's own voice.")
    via: tuple[Named, ...] = Field(
        default=(), description="Through whom it came, from the first reporter on."
    )
    reader: Text = Field(default="", description="Which reader, in which version, proposed it.")
    level: Level | None = Field(default=None, description="Who may see it; null: who may see what it is in.")

    @property
    def said_by(self) -> str:
        """Who says so, by name; empty for the author's own voice."""
        return self.claimant.name if self.claimant else ""

    @property
    def main(self) -> Passage:
        """The words of the claim itself."""
        return self.passages[0]


class Figure(Claim):
    """A number that somebody claims."""

    kind: Literal["figure"] = Field(default="figure", description="That it is a figure.")
    value: Amounted | None = Field(default=None, description="The number; null only when its bound is vague.")
    value_high: Amounted | None = Field(default=None, description="The upper number of a range.")
    bound: Bound = Field(default="exact", description="Whether it is exactly so many, at least, about, ...")
    vague: Text = Field(default="", description="The vague word: several, dozens, hundreds.")
    unit: Unit = Field(default="other", description="What kind of thing is counted or measured.")
    counted: Text = Field(default="", description="Who or what is counted, in words.")
    per: Text = Field(default="", description="The time it is for, as month or day.")
    currency: Text = Field(default="", description="The currency's three letters.")
    actor: Named | None = Field(default=None, description="Who did it, when stated.")
    definition: Text = Field(
        default="", description="The scope that says what is counted in and what is not."
    )
    incident: Text = Field(default="", description="The incident it belongs to, by id.")
    material: bool = Field(default=False, description="Whether it is one of a list of destroyed objects.")

    @model_validator(mode="after")
    def number_or_vague(self) -> Figure:
        """Refuse a figure without a number that is not vague, and half a range."""
        if self.value is None and self.bound != "vague":
            raise ValueError("a figure without a number should have the bound vague")
        if (self.value_high is not None) != (self.bound == "range"):
            raise ValueError("value_high belongs to the bound range, and to no other")
        return self


class Incident(Claim):
    """Something that happened at a time or place."""

    kind: Literal["incident"] = Field(default="incident", description="That it is an incident.")
    type: Text = Field(
        default="other", description="What kind: armed_clash, airstrike, bombing, border_closure, ..."
    )
    acled: Text = Field(default="", description="Event type/Sub-event type of the ACLED codebook.")
    actor1: Named | None = Field(default=None, description="Who began it, when stated.")
    actor2: Named | None = Field(default=None, description="Against whom, or with whom.")
    casualties: tuple[Casualty, ...] = Field(default=(), description="What happened to each group.")
    status: Status = Field(
        default="reported", description="Whether it is reported, claimed, planned, denied."
    )
    crossing: Text = Field(default="", description="The border crossing it is about.")


class Stance(Claim):
    """A position that somebody takes."""

    kind: Literal["stance"] = Field(default="stance", description="That it is a stance.")
    speaker: Named = Field(description="Who takes it.")
    target: Named | None = Field(default=None, description="Towards whom.")
    topic: Text = Field(default="", description="What about.")
    stance: Side = Field(default="neutral", description="For, against, or neither.")
    act: Text = Field(
        default="", description="What the speaker does: accuse, deny, demand, warn, promise, ..."
    )
    quoted: bool = Field(default=False, description="Whether it holds the speaker's own words.")
    certainty: Certainty = Field(default="stated", description="Stated, described, or speculative.")

    @property
    def said_by(self) -> str:
        """Who takes the position."""
        return self.speaker.name


class Tie(Claim):
    """A relation between two."""

    kind: Literal["tie"] = Field(default="tie", description="That it is a tie.")
    source: Named = Field(description="Who supports, controls, funds, ...")
    relation: Text = Field(
        description="supports, opposes, controls, funds, allied_with, negotiates_with, ..."
    )
    target: Named = Field(description="Whom.")
    status: TieStatus = Field(default="asserted", description="Asserted, claimed, denied, hypothetical.")


AnyClaim = Annotated[Figure | Incident | Stance | Tie, Field(discriminator="kind")]


class Document(Frozen):
    """A file as it came, and what is known about it."""

    id: str = Field(description="`doc_` and the first 16 hex digits of the file's sha256.")
    name: str = Field(description="The short name it is cited by, as article in article#S15.")
    title: Text = Field(default="", description="What it is called.")
    publisher: Text = Field(default="", description="Who published it.")
    author: Text = Field(default="", description="Who wrote it.")
    address: Text = Field(default="", description="Where it was found.")
    published: Period | None = Field(default=None, description="When, as precisely as it is known.")
    language: Text = Field(default="", description="Its language, by its two or three letters.")
    licence: Text = Field(default="", description="What may be done with it.")
    level: Level = Field(default="red", description="Who may see it: clear, green, amber or red.")
    passage_levels: dict[str, Level] = Field(
        default_factory=dict, description="Who may see some of its passages, by their marks, as S15."
    )
    file_name: str = Field(default="", description="What the file was called.")
    file_sha256: str = Field(description="The digest of the file's bytes.")
    text_sha256: str = Field(description="The digest of its text as UTF-8.")
    chars: int = Field(description="How many code points its text has.")
    extractor: str = Field(description="What took the text out of the file.")
    extractor_version: str = Field(description="The version of that.")


class Dataset(Frozen):
    """Event data as they were loaded: whose, which release, what may be done with them, how many rows."""

    id: str = Field(description="`set_` and 16 hex digits of maker, release and the file's sha256.")
    name: str = Field(description="The name it is kept by, as ged-25.1-6ef82889.")
    title: Text = Field(description="Whose data, and which release.")
    maker: Text = Field(description="ged, acled, gtd or polecat.")
    version: Text = Field(default="", description="The release; empty if nobody says.")
    layout: Text = Field(default="", description="Which of the maker's forms the file has.")
    file_name: str = Field(description="What the maker's file was called.")
    file_sha256: str = Field(description="The digest of the maker's file.")
    kept_sha256: str = Field(description="The digest of the file it is kept in.")
    rows: int = Field(description="How many rows the maker's file has.")
    kept: int = Field(description="How many of them can be counted.")
    left_out: int = Field(description="How many cannot.")
    first: dt.date = Field(description="The first day of any of its events.")
    last: dt.date = Field(description="The last day of any of its events.")
    licence: Text = Field(description="What its maker allows.")
    passed_on: bool = Field(description="Whether its rows may be given to others.")
    cite: Text = Field(default="", description="What its maker asks to be cited.")
    accessed: dt.date = Field(
        description="When it was got from its maker; if nobody said, when it was loaded."
    )


class Recorded(Frozen):
    """A claim as it stands in the record now."""

    id: str = Field(description="Made from its content: the same claim read twice has one id.")
    document: str = Field(description="The document's id.")
    state: State = Field(description="What people have made of it.")
    claim: AnyClaim = Field(description="What it says, as last corrected.")
    retracted: str = Field(
        default="", description="Why nothing should rest on it any more; empty if it still may."
    )


class Review(Frozen):
    """What a person, or at first a reader, made of a claim."""

    number: int = Field(description="Its place in the log.")
    claim: str = Field(description="The claim's id.")
    state: State = Field(description="What the claim was from then on.")
    by: str = Field(description="Who.")
    at: str = Field(description="When, in ISO 8601.")
    before: dict[str, Any] | None = Field(
        default=None, description="What the claim said before, if that changed."
    )
    after: dict[str, Any] | None = Field(
        default=None, description="What it said from then on, if that changed."
    )
    note: str = Field(default="", description="Why.")
    undoes: int | None = Field(default=None, description="The review that this one takes back.")


class Name(Frozen):
    """Somebody or something in the register, with its other names in any script."""

    id: str = Field(description="`nam_` and 16 hex digits of its kind and first name.")
    kind: NameKind = Field(description="A party, person, place or source.")
    name: Text = Field(description="The name to show.")
    aliases: Texts = Field(default=(), description="Its other names.")
    into: str = Field(default="", description="The name it was merged into, by id.")
    note: Text = Field(default="", description="Anything a reader should know about it.")
    level: Level | None = Field(
        default=None, description="Who may see it with its other names; null: only what else is seen names."
    )
