"""What the page says of a bargain: the room by issue and by package, and who stands behind whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jirga.answer import phrases
from jirga.answer.analysis import Analysis
from jirga.answer.bargaining import words
from jirga.answer.bargaining.at_the_table import chain
from jirga.answer.bargaining.bargain import Bargain
from jirga.answer.bargaining.room import issue_table
from jirga.answer.consent.mandates import at_table, gap_table
from jirga.answer.consent.rule_words import everybody, issue_name, who
from jirga.brief.drawings.drawing import Drawing
from jirga.brief.drawings.mandate_chain import mandate_chain, speakers
from jirga.brief.drawings.positions_chart import drawn_parties, positions_chart
from jirga.errors import TooLarge
from jirga.schema.answer import Mark, Sentence, Table
from jirga.schema.conflict import Conflict
from jirga.schema.wants import Cited

NOTHING = Sentence(())
PACKAGES_NOTE = (
    "Open in: the share of {draws:,} draws over the stated ranges in which everybody needed accepts some "
    "values; not how likely a deal is."
)


@dataclass(frozen=True)
class Shown:
    """A drawing, and what it rests on.

    Attributes
    ----------
    drawing : Drawing
        The drawing.
    basis : Sentence
        Each part of it with its mark.
    """

    drawing: Drawing
    basis: Sentence


@dataclass(frozen=True)
class RoomPage:
    """What stands under the heading about room for a deal.

    Attributes
    ----------
    issues, packages : Table or None
        Room or gap of every issue; of every package, too.
    charts : tuple of Shown
        One for each issue.
    refused : str
        Why there are none of these, where a rule of consent is too large to go through.
    table : str
        Who is at the table.
    delivers : Table or None
        Who can deliver each issue, and who of them is missing.
    hands : Sentence
        What that rests on.
    chain : Shown or None
        Who stands behind each speaker.
    """

    issues: Table | None = None
    packages: Table | None = None
    charts: tuple[Shown, ...] = ()
    refused: str = ""
    table: str = ""
    delivers: Table | None = None
    hands: Sentence = NOTHING
    chain: Shown | None = None

    @property
    def about_room(self) -> bool:
        """Whether there is anything about room."""
        return bool(self.issues or self.refused)

    @property
    def about_mandates(self) -> bool:
        """Whether there is anything about mandates."""
        return bool(self.delivers or self.chain)


def room_page(analysis: Analysis) -> RoomPage:
    """Lay out what the page says of a bargain; empty where the file has neither issues nor mandates."""
    conflict = analysis.conflict
    mandates = {
        "table": everybody(conflict, at_table(conflict)),
        "delivers": delivering(conflict),
        "hands": marked((issue_name(issue), one) for issue, one in conflict.consent.items()),
        "chain": chain_shown(conflict),
    }
    if not conflict.positions:
        return RoomPage(**mandates)  # type: ignore[arg-type]
    try:
        return RoomPage(**about_room(Bargain(conflict)), **mandates)  # type: ignore[arg-type]
    except TooLarge as trouble:
        return RoomPage(refused=str(trouble), **mandates)  # type: ignore[arg-type]


def about_room(bargain: Bargain) -> dict[str, object]:
    """Give the tables and charts of room for a deal."""
    return {
        "issues": issue_table(bargain, bargain.issues),
        "packages": packages_table(bargain) if bargain.conflict.packages else None,
        "charts": tuple(chart(bargain, issue) for issue in bargain.issues),
    }


def chart(bargain: Bargain, issue: str) -> Shown:
    """Draw an issue, and say what each line rests on."""
    shown = [bargain.parties[who] for who in drawn_parties(bargain, issue)]
    stated = [one for name in shown for one in bargain.positions(issue) if one.party == name]
    basis = marked((words.called(bargain, one.party), one) for one in stated)
    return Shown(positions_chart(bargain, issue), basis)


def chain_shown(conflict: Conflict) -> Shown | None:
    """Draw the chain behind each speaker, and say what its parts rest on."""
    drawing = mandate_chain(conflict)
    if drawing is None:
        return None
    behind = [link for one in speakers(conflict) for link in chain(conflict.mandates, one)]
    some: list[tuple[str, Cited]] = []
    for link in behind:
        some.append((link.who, link))
        some += [(f"approval of {who(conflict, one.of)}", one) for one in link.approvals]
    return Shown(drawing, marked(some))


def marked(some: Iterable[tuple[str, Cited]]) -> Sentence:
    """Name several things, each once and with the mark of what it rests on."""
    parts: list[str | Mark] = []
    for name, one in dict.fromkeys((name, phrases.known_by(one, name)) for name, one in some):
        parts += [f"; {name}" if parts else name, one]
    return Sentence(tuple(parts))


def packages_table(bargain: Bargain) -> Table:
    """Lay out whether each package has room, and in how many draws."""
    head = ("package", "issues", "room at the likeliest values", "open in")
    note = PACKAGES_NOTE.format(draws=bargain.draws)
    return Table(head, tuple(package_row(bargain, name) for name in bargain.conflict.packages), note)


def package_row(bargain: Bargain, package: str) -> tuple[str, ...]:
    """Write a package's line."""
    one = bargain.package(package)
    issues = list(dict.fromkeys((*one.issues, *one.values)))
    shut = [issue_name(issue) for issue in issues if not bargain.zones[issue].open]
    room = "yes" if bargain.open_at_the_mode(package) else "no"
    why = f": red lines apart on {', '.join(shut)}" if room == "no" and shut else ""
    return package, ", ".join(map(issue_name, issues)), room + why, f"{bargain.share(package):.2f}"


def delivering(conflict: Conflict) -> Table | None:
    """Lay out who can deliver each issue of which the file says it."""
    stated = [issue for issue, one in conflict.consent.items() if one.delivers is not None]
    return gap_table(conflict, stated, at_table(conflict)) if stated else None
