"""What a text has said so far of time, place and source, kept while its sentences are read in order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from jirga.reading.periods import When
from jirga.reading.places import Where
from jirga.reading.voice_stretch import Voice

FINENESS = {"province": 1, "region": 1, "country": 2, "adjective": 2, "water": 3}
WEEK, OPENING = 7, 4


@dataclass
class Memory:
    """What has been said so far: in the paragraph, and at the top."""

    anchor: dt.date
    paragraph: int = -1
    top_time: When | None = None
    time: When | None = None
    top_place: Where | None = None
    place: Where | None = None
    top_voice: Voice | None = None
    voice: Voice | None = None
    last_voice: Voice | None = None
    last_place: Where | None = None
    dateline: Where | None = None
    home: Where | None = None  # the country the text is about
    bulletin: bool = False  # its title says that it reports on a stretch of time
    begun: bool = False  # the title is over
    outside: bool = False  # the paragraph is about days after those a report at the top covers
    kinds: dict[str, Where] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def turn(self, paragraph: int) -> None:
        """Begin a paragraph: what only the last one said no longer holds."""
        if paragraph != self.paragraph:
            self.paragraph, self.time, self.place, self.voice = paragraph, None, None, None
            self.outside = False

    @property
    def reports(self) -> bool:
        """Whether the text is about a stretch of time, and not about what happened on a day."""
        covers = self.top_time is not None and self.top_time.grain != "open" and lasts(self.top_time) >= WEEK
        return self.bulletin or covers

    def kept_place(self) -> Where | None:
        """Give the place that holds for a sentence without one."""
        recent = None if self.reports else self.last_place
        town = self.dateline if self.dateline and self.dateline.kind == "city" else None
        recent = town if town and recent and recent.kind == "place" else recent
        return self.place or recent or self.top_place or self.dateline

    def full(self, name: str) -> str:
        """Give a name that was introduced with its short form in full."""
        bare = re.sub(r"\s*\([^)]*\)", "", name).strip() or name
        short = next((one for one, full in self.names.items() if bare in {one, full}), "")
        return f"{self.names[short]} ({short})" if short else bare


def long(one: When) -> bool:
    """Whether a time is as long as a report covers: some weeks at least."""
    return lasts(one) >= 3 * WEEK


def lasts(one: When) -> int:
    """Give how many days a time has; none where an end is not known."""
    return (one.last - one.first).days + 1 if one.first and one.last else 0
